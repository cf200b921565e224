"""Fill a line to its measure: through the blank halves of its marks first, then by what stands between characters."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reports.typesetting.marks import BLANK_AFTER

ROUNDING = 0.01  # pt
NEVER = float("inf")
# How far a line may be tightened or opened per gap, em, before a ragged edge looks better.
_TIGHTEST, _WIDEST = 0.06, 0.35
# How bad a line looks whose marks have lost all their blanks, and letters moved together, against letters moved apart.
_ALL_BLANKS, _TOGETHER = 0.02, 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn, pt: its characters, how wide they stand, what is added between them, where it begins.

    `moves` tells before which characters more is added, or taken away: (place in the text, pt).
    """

    text: str
    width: float
    gap: float = 0.0
    x: float = 0.0
    moves: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text lines are taken from; `ends` are the sums of its advances, blanks that marks share taken off.

    Nothing is added at the `rigid` places; the characters at `shared` ones stand half an em closer to the next; half
    an em can be taken away before those at `giving` ones. All are in order.
    """

    text: str
    ends: Sequence[float]
    widths: Sequence[float]
    size: float
    track: float
    rigid: Sequence[int]
    shared: Sequence[int]
    giving: Sequence[int]

    def opening(self, at: int, stop: int, room: float) -> float:
        """How bad a line looks that is opened to fill `room`: em per gap."""
        gap = (room - self._natural(at, stop)) / max(self._slots(at, stop), 1) / self.size
        return gap if gap <= _WIDEST else NEVER

    def tightening(self, at: int, stop: int, room: float) -> float:
        """How bad a line looks that is tightened into `room`, as far as opening a line by as many em per gap."""
        half, excess = self.size / 2, self._natural(at, stop) - room
        if excess > half * (stop - at):
            return NEVER
        if self._ends_blank(stop):
            excess -= half
        if excess <= ROUNDING:
            return 0.0
        marks = half * len(self._marks(at, stop))
        if excess <= marks:
            return _ALL_BLANKS * excess / marks
        slots = self._slots(at, stop)
        letters = (excess - marks) / slots / self.size if slots else NEVER
        return _ALL_BLANKS + _TOGETHER * letters if letters <= _TIGHTEST else NEVER

    def line(self, at: int, stop: int, room: float, x: float, *, fill: bool) -> Line:
        """The characters from `at` to `stop` set into `room`: tightened if too wide, opened to it to `fill` it."""
        width, slots = self._natural(at, stop), self._slots(at, stop)
        closer, gap = 0.0, 0.0
        if width > room + ROUNDING:
            if self._ends_blank(stop):
                width = max(room, width - self.size / 2)
            marks = len(self._marks(at, stop))
            closer = min((width - room) / marks, self.size / 2) if marks else 0.0
            width -= closer * marks
            if slots:
                gap = max((room - width) / slots, -_TIGHTEST * self.size)
        elif fill and slots:
            gap = (room - width) / slots
            gap = gap if gap <= _WIDEST * self.size else 0.0
        width += gap * slots
        gap += self.track
        return Line(self.text[at:stop], width, gap, x, self._moves(at, stop, gap, closer))

    def _natural(self, at: int, stop: int) -> float:
        """How wide the line is with the mark at its end whole."""
        width = self.ends[stop] - self.ends[at]
        return width + self.size / 2 if self._within(self.shared, stop - 1, stop) else width

    def _ends_blank(self, stop: int) -> bool:
        """Whether the line's last character is a mark with a blank half at its right."""
        return self.text[stop - 1] in BLANK_AFTER and abs(self.widths[stop - 1] - self.size) < ROUNDING

    def _slots(self, at: int, stop: int) -> int:
        """Between how many characters something may be added."""
        return stop - at - 1 - len(self._within(self.rigid, at + 1, stop))

    @staticmethod
    def _within(places: Sequence[int], first: int, stop: int) -> Sequence[int]:
        return places[bisect_left(places, first) : bisect_left(places, stop)] if places else places

    def _marks(self, at: int, stop: int) -> Sequence[int]:
        """Before which characters half an em can be taken away yet."""
        return self._within(self.giving, at + 1, stop)

    def _moves(self, at: int, stop: int, gap: float, closer: float) -> tuple[tuple[int, float], ...]:
        moves: dict[int, float] = {}
        if gap:
            moves = dict.fromkeys(self._within(self.rigid, at + 1, stop), -gap)
        for place in self._within(self.shared, at, stop - 1):
            moves[place + 1] = -self.size / 2
        if closer:
            moves |= dict.fromkeys(self._marks(at, stop), -closer)
        return tuple(sorted((place - at, move) for place, move in moves.items()))
