"""Break Chinese text into lines: no mark where it must not stand, no number or word cut, both edges straight."""

from collections.abc import Sequence
from dataclasses import dataclass

NO_START = frozenset("、。，．：；！？）〕】》〉」』〗｝］”’…—·％‰℃,.:;!?)]}%°／～")
NO_END = frozenset("（〔【《〈「『〖｛［“‘([{＄￥$#№")
_WORD = frozenset("._%+-/@#&'")
_UNBROKEN = frozenset("—…")
_IN_NUMBER = frozenset(",:")  # between digits: 12,000 and 09:30 are one word
# How far a line may be tightened or opened per gap, em, before a ragged edge looks better.
_TIGHTEST, _WIDEST = 0.06, 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its characters, width, what is added between characters, and how far in it begins, pt."""

    text: str
    width: float
    gap: float = 0.0
    x: float = 0.0


def break_lines(
    text: str,
    widths: Sequence[float],
    measure: float,
    *,
    size: float,
    indent: float = 0.0,
    hang: float = 0.0,
    justify: bool = True,
) -> list[Line]:
    """Break `text`, whose characters are `widths` pt wide, into lines of `measure` pt; a newline always breaks.

    The first line of each paragraph is moved in by `indent`, those after it by `hang`. A word longer than a line
    is cut, not lost.
    """
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines += _paragraph(text, widths, start, end, measure, size, indent, hang, justify)
        start = end + 1
    return lines


def _paragraph(
    text: str,
    widths: Sequence[float],
    start: int,
    end: int,
    measure: float,
    size: float,
    indent: float,
    hang: float,
    justify: bool,
) -> list[Line]:
    lines: list[Line] = []
    at, x = start, indent
    while at < end:
        room = measure - x
        stop = _line_end(text, widths, at, end, room, size)
        shown = text[at:stop].rstrip(" ")
        width = sum(widths[at : at + len(shown)])
        gap = _gap(width, len(shown), room, size, last=stop >= end, justify=justify)
        lines.append(Line(shown, width, gap, x))
        while stop < end and text[stop] == " ":
            stop += 1
        at, x = stop, hang
    return lines or [Line("", 0.0, x=indent)]


def _line_end(text: str, widths: Sequence[float], at: int, end: int, room: float, size: float) -> int:
    """Where the line that begins at `at` ends: full, then as the rules allow."""
    stop, width = at, 0.0
    while stop < end and width + widths[stop] <= room + 0.01:
        width += widths[stop]
        stop += 1
    if stop >= end:
        return end
    if stop == at:  # a glyph wider than the line
        stop, width = at + 1, widths[at]
        if stop >= end:
            return end
    tight = _take_in(text, widths, at, stop, end, width, room, size)
    if tight > stop:
        return tight
    for allowed in (_may_break, _may_cut):
        for legal in range(stop, at, -1):
            if allowed(text, legal):
                return legal
    return stop


def _take_in(
    text: str, widths: Sequence[float], at: int, stop: int, end: int, width: float, room: float, size: float
) -> int:
    """Take the marks that may not start the next line into this one, where tightening it a little suffices."""
    while stop < end and text[stop] in NO_START:
        width += widths[stop]
        stop += 1
    fits = (width - room) / max(stop - at - 1, 1) <= _TIGHTEST * size
    return stop if fits and (stop >= end or _may_break(text, stop)) else at


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`."""
    before, after = text[at - 1], text[at]
    if not _may_cut(text, at) or (before == after and after in _UNBROKEN):
        return False
    if before in _IN_NUMBER and after.isdecimal() and text[at - 2 : at - 1].isdecimal():
        return False
    return not (_in_word(before) and _in_word(after))


def _may_cut(text: str, at: int) -> bool:
    """Whether the marks around `at` let a line end there, if need be inside a word; blanks there are not printed."""
    before, after = at - 1, at
    while before > 0 and text[before] == " ":
        before -= 1
    while after < len(text) - 1 and text[after] == " ":
        after += 1
    return text[after] not in NO_START and text[before] not in NO_END


def _in_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in _WORD)


def _gap(width: float, length: int, room: float, size: float, *, last: bool, justify: bool) -> float:
    if length < 2 or (width <= room and (last or not justify)):
        return 0.0
    gap = (room - width) / (length - 1)
    return gap if gap <= _WIDEST * size else 0.0
