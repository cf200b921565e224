"""The lamps on paper: the shapes of the window, in black; none ever stands without its word."""

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from db import status
from db.actions import Action
from db.yardstick import Yardstick
from reports.typesetting.ink import Ink
from reports.words import figures as words

BOX = 14.0  # the shapes are laid out in a box of 14 × 14, y downwards
MIDDLE = 0.38  # how high above the baseline the middle of a character stands, em
_GAP = 0.25  # between lamp and word, em
_PEN = 1.5
_Point = tuple[float, float]


def draw(canvas: Canvas, state: str, x: float, y: float, size: float) -> None:
    """Draw a state's lamp into a box `size` pt wide and high, whose lower left corner is (x, y)."""
    canvas.saveState()
    canvas.translate(x, y + size)
    canvas.scale(size / BOX, -size / BOX)
    canvas.setLineWidth(_PEN)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeGray(0)
    canvas.setFillGray(0)
    _LAMPS[state](canvas)
    canvas.restoreState()


def marked(ink: Ink, state: str, x: float, y: float, role: str, size: float, *, word: str = "") -> float:
    """Draw a lamp and its word (another one if given) on a baseline; where the word ends, x."""
    word = word or words.LAMPS[state]
    draw(ink.canvas, state, x, y + (MIDDLE - 0.5) * size, size)
    left = x + (1 + _GAP) * size
    ink.text(word, left, y, role, size)
    return left + ink.width(word, role, size)


def width(ink: Ink, state: str, role: str, size: float, *, word: str = "") -> float:
    """How wide a lamp with its word is, pt."""
    return (1 + _GAP) * size + ink.width(word or words.LAMPS[state], role, size)


def of(action: Action, yard: Yardstick) -> tuple[str, str]:
    """The lamp of an action and its word; what has others below it has no date of its own to be late for.

    What burns as 逾期 only for being far behind is not called overdue.
    """
    if not action.leaf and action.status in words.STANDINGS:
        lamp = {"in_progress": "ok", "not_started": "none"}.get(action.status, action.status)
        return lamp, words.STANDINGS[action.status]
    lamp = status.lamp(action, yard)
    overdue = status.timing(action, yard).code == "overdue"
    return lamp, words.FAR_BEHIND if lamp == "over" and not overdue else words.LAMPS[lamp]


def _disc(canvas: Canvas, radius: float) -> None:
    canvas.circle(7, 7, radius, stroke=0, fill=1)


def _ring(canvas: Canvas, radius: float) -> None:
    canvas.circle(7, 7, radius, stroke=1, fill=0)


def _polygon(canvas: Canvas, *points: _Point) -> None:
    """Filled, and outlined 1 wide."""
    canvas.setLineWidth(1)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _strokes(canvas: Canvas, *points: _Point) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _ok(canvas: Canvas) -> None:
    _disc(canvas, 4.5)


def _soon(canvas: Canvas) -> None:
    _polygon(canvas, (7, 1.6), (13, 12.2), (1, 12.2))


def _slow(canvas: Canvas) -> None:
    _polygon(canvas, (7, 12), (1.5, 3), (12.5, 3))


def _over(canvas: Canvas) -> None:
    canvas.roundRect(2, 2, 10, 10, 1.5, stroke=0, fill=1)


def _none(canvas: Canvas) -> None:
    _ring(canvas, 4)


def _done(canvas: Canvas) -> None:
    _ring(canvas, 5.75)
    _strokes(canvas, (4.4, 7.2), (6.3, 9.1), (9.8, 5.2))


def _closed(canvas: Canvas) -> None:
    _disc(canvas, 6.5)
    canvas.setLineWidth(1.6)
    canvas.setStrokeGray(1)
    _strokes(canvas, (4, 7.2), (6.2, 9.4), (10.2, 4.9))


def _na(canvas: Canvas) -> None:
    _strokes(canvas, (3, 7), (11, 7))


def _undivided(canvas: Canvas) -> None:
    canvas.setLineCap(0)
    canvas.setDash(2.6, 2.6)
    _ring(canvas, 5)


def _cancelled(canvas: Canvas) -> None:
    _strokes(canvas, (3.5, 3.5), (10.5, 10.5))
    _strokes(canvas, (10.5, 3.5), (3.5, 10.5))


_LAMPS: dict[str, Callable[[Canvas], None]] = {
    "ok": _ok, "soon": _soon, "over": _over, "none": _none, "done": _done, "closed": _closed,
    "na": _na, "undivided": _undivided, "cancelled": _cancelled, "slow": _slow,
}  # fmt: skip
