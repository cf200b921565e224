"""Break Chinese text into lines: no mark where it must not stand, no number or word cut, both edges straight."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reports.typesetting.marks import BLANK_AFTER, HALF_BLANK, NO_END, NO_START, RIGID, SHARING, TIED, places
from reports.typesetting.squeeze import NEVER, ROUNDING, Line, Stretch

__all__ = ["Line", "break_lines"]
_ALONE = 2  # characters that are too few for a paragraph's last line
_FOR_TWO = 0.15  # how far the line before is opened to give the last one a second character, em per gap
_LOST = 3.0  # how much a ragged line may give, em
_SAVED = 0.1  # what it is worth to do without a last line, em per gap
_FORGIVEN = 0.04  # so far a line is opened before another character is taken in through the blanks of marks


def break_lines(
    text: str,
    widths: Sequence[float],
    measure: float,
    *,
    size: float,
    indent: float = 0.0,
    hang: float = 0.0,
    track: float = 0.0,
    justify: bool = True,
) -> list[Line]:
    """Break `text`, whose characters are `widths` pt wide, into lines of `measure` pt; a newline always breaks.

    The first line of each paragraph is moved in by `indent`, those after it by `hang`; `track` is added between
    characters and after the last. A word longer than a line is cut, not lost.
    """
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        width = sum(widths[start:end])
        if not track and width <= measure - indent + ROUNDING and not SHARING.search(paragraph):
            lines.append(Line(paragraph, width, 0.0, indent))
        else:
            its = _Paragraph(paragraph, widths[start:end], size, track)
            lines += its.lines(measure, indent, hang, justify=justify)
        start = end + 1
    return lines


class _Paragraph:
    """Text without a newline on its way into lines."""

    def __init__(self, text: str, widths: Sequence[float], size: float, track: float) -> None:
        rigid, shared = places(RIGID, text), []
        advances = [width + track for width in widths]
        for place in rigid:
            advances[place - 1] -= track
        marks = (find.start() for find in HALF_BLANK.finditer(text))
        square = {place for place in marks if abs(widths[place] - size) < ROUNDING}
        for find in SHARING.finditer(text):
            place = find.start()
            if (place if text[place] in BLANK_AFTER else place + 1) in square:
                advances[place] -= size / 2
                shared.append(place)
        giving = {place + 1 if text[place] in BLANK_AFTER else place for place in square}
        giving.difference_update([place + 1 for place in shared])
        self._text, self._size = text, size
        self._rigid = rigid
        self._tied = rigid | places(TIED, text)
        self._ends = [0.0, *accumulate(advances)]
        self._stretch = Stretch(text, self._ends, widths, size, track, sorted(rigid), shared, sorted(giving))

    def lines(self, measure: float, indent: float, hang: float, *, justify: bool) -> list[Line]:
        """The paragraph as lines; blanks at their ends are gone."""
        end, x = len(self._text), indent
        lines: list[Line] = []
        for at, stop in self._spans(measure, indent, hang, justify=justify):
            last, room = self._trimmed(at, stop), measure - x
            lines.append(self._stretch.line(at, last, room, x, fill=justify and self._after_blanks(stop) < end))
            x = hang
        return lines or [Line("", 0.0, 0.0, indent)]

    def _spans(self, measure: float, indent: float, hang: float, *, justify: bool) -> list[tuple[int, int]]:
        """Where every line begins and ends."""
        at, room = 0, measure - indent
        spans: list[tuple[int, int]] = []
        while at < len(self._text):
            stop = self._line_end(at, room, justify=justify)
            spans.append((at, stop))
            at, room = self._after_blanks(stop), measure - hang
        if len(spans) > 1 and self._lonely(*spans[-1]):
            room = measure - (hang if len(spans) > 2 else indent)
            spans[-2:] = self._accompanied(spans[-2], spans[-1], room, measure - hang, justify=justify)
        return spans

    def _accompanied(
        self, before: tuple[int, int], last: tuple[int, int], room: float, last_room: float, *, justify: bool
    ) -> list[tuple[int, int]]:
        """The last two lines, a character or a word moved to the lonely one if the line before can do without."""
        (at, stop), (_, end) = before, last
        earlier = self._last_break(at, stop - 1)
        if earlier and self._ends[end] - self._ends[earlier] <= last_room:
            lost, opened = self._ends[stop] - self._ends[earlier], self._stretch.opening(at, earlier, room)
            if opened <= _FOR_TWO if justify else lost <= _LOST * self._size:
                return [(at, earlier), (self._after_blanks(earlier), end)]
        return [before, last]

    def _lonely(self, at: int, stop: int) -> bool:
        """Whether a line is one character, with marks or without."""
        return stop - at < _ALONE or sum(c not in NO_START and c not in NO_END for c in self._text[at:stop]) < _ALONE

    def _after_blanks(self, at: int) -> int:
        while at < len(self._text) and self._text[at] == " ":
            at += 1
        return at

    def _trimmed(self, at: int, stop: int) -> int:
        while stop > at and self._text[stop - 1] == " ":
            stop -= 1
        return stop

    def _line_end(self, at: int, room: float, *, justify: bool) -> int:
        """Where the line that begins at `at` ends: the full one that the rules allow and that looks best."""
        end = len(self._text)
        full = max(bisect_right(self._ends, self._ends[at] + room + ROUNDING) - 1, at + 1)
        if full >= end:
            return end
        loose = self._last_break(at, full)
        if loose == full and not justify:
            return full
        opened = self._stretch.opening(at, self._trimmed(at, loose), room) if loose else NEVER
        if loose == full and end - loose > _ALONE:
            opened -= _FORGIVEN
        if opened > 0:
            tight = self._next_break(at, full, room)
            opened += _SAVED if tight == end else 0.0
            if tight and self._stretch.tightening(at, self._trimmed(at, tight), room) < opened:
                return tight
        if loose:
            return loose
        in_line = range(full, at, -1)
        apart = (place for place in in_line if place not in self._rigid and self._may_cut(place))
        return next(apart, 0) or next(filter(self._may_cut, in_line), full)

    def _last_break(self, at: int, full: int) -> int:
        """The last place up to `full` where the line that begins at `at` may end; 0 if there is none."""
        return next((place for place in range(full, at, -1) if self._may_break(place)), 0)

    def _next_break(self, at: int, full: int, room: float) -> int:
        """The first place after `full` where the line that begins at `at` may end; 0 if none is near enough."""
        ends = self._ends
        reach = bisect_right(ends, ends[at] + 1.5 * room, full) - 1
        found = (place for place in range(full + 1, reach + 1) if place == len(self._text) or self._may_break(place))
        return next(found, 0)

    def _may_break(self, at: int) -> bool:
        """Whether a line may end before the character at `at`."""
        return at not in self._tied and self._may_cut(at)

    def _may_cut(self, at: int) -> bool:
        """Whether the marks around `at` let a line end there, if need be inside a word; blanks are not printed."""
        text, before, after = self._text, at - 1, at
        while before > 0 and text[before] == " ":
            before -= 1
        while after < len(text) - 1 and text[after] == " ":
            after += 1
        return text[after] not in NO_START and text[before] not in NO_END
