"""One row of a chart over time: a bar from start to due date, filled as far as it is done, with its marks and label."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from reports.figures import patterns
from reports.figures.axis import Axis
from reports.figures.lamps import MIDDLE
from reports.typesetting.ink import Ink

BAR, TAIL = 8.0, 4.6  # how high a bar and the tail of an extension are, pt
MARK = 4.2  # half of a diamond, pt
DONE = 0.15  # grey of what is done
_DOT = 3.4
_EDGE = 0.9  # white around a mark, pt
_GAP = 3.0  # between a mark and its label, pt
_LINE = 0.6
_DASH = (1.6, 1.2)
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Bar:
    """What is to be drawn; days YYYY-MM-DD. `original` is the due date before it was moved.

    `instead` are the words where there is no due date, `label` those beside the bar. A `bracket` holds bars together.
    """

    start: str | None = None
    due: str | None = None
    original: str | None = None
    closed: str | None = None
    percent: int = 0
    standing: str = "not_started"
    label: str = ""
    instead: str = ""
    bracket: bool = False

    @property
    def days(self) -> list[str]:
        """Every day it shows."""
        return [day for day in (self.start, self.due, self.original, self.closed) if day]


def draw(ink: Ink, axis: Axis, bar: Bar, y: float, limit: float, size: float) -> None:
    """Draw a bar whose middle is at `y`; its label reaches no further than from the axis' left end to `limit`."""
    if not bar.due:
        x = axis.x(bar.start) if bar.start else axis.left
        _label(ink, bar.instead, (x, x), y, (axis.left, limit), size)
        return
    ends = _bracket(ink.canvas, axis, bar, y) if bar.bracket else _bar(ink.canvas, axis, bar, y)
    _label(ink, bar.label, ends, y, (axis.left, limit), size)


def diamond(canvas: Canvas, x: float, y: float, *, hollow: bool = False) -> None:
    """◆ a due date; ◇ one that was moved."""
    for half, grey in ((MARK + _EDGE, 1.0), (MARK, 0.0), *([(MARK - 1.5, 1.0)] if hollow else [])):
        path = canvas.beginPath()
        path.moveTo(x - half, y)
        path.lineTo(x, y + half)
        path.lineTo(x + half, y)
        path.lineTo(x, y - half)
        path.close()
        canvas.setFillGray(grey)
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillGray(0)


def dot(canvas: Canvas, x: float, y: float) -> None:
    """● the day of the 销号."""
    for radius, grey in ((_DOT + _EDGE, 1.0), (_DOT, 0.0)):
        canvas.setFillGray(grey)
        canvas.circle(x, y, radius, stroke=0, fill=1)
    canvas.setFillGray(0)


def tail(canvas: Canvas, original: float, due: float, y: float) -> None:
    """The hollow stretch between a due date and what it was before, with a stroke at the latter."""
    left, width = min(original, due), abs(due - original)
    canvas.setFillGray(1)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_LINE)
    canvas.setDash(*_DASH)
    canvas.rect(left, y - TAIL / 2, width, TAIL, stroke=1, fill=1)
    canvas.setDash()
    canvas.setFillGray(0)


def stroke(canvas: Canvas, x: float, y: float) -> None:
    """┃ the due date as it was before."""
    canvas.setFillGray(1)
    canvas.rect(x - 1.4, y - BAR / 2 - 2, 2.8, BAR + 4, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.rect(x - 0.7, y - BAR / 2 - 2, 1.4, BAR + 4, stroke=0, fill=1)


def clipped(ink: Ink, text: str, role: str, size: float, room: float) -> str:
    """As much of a text as there is room for, with … where something is left out; "" where not even that fits."""
    text = ink.faces.clean(role, text)
    if ink.width(text, role, size) <= room:
        return text
    while text and ink.width(text + _ELLIPSIS, role, size) > room:
        text = text[:-1]
    return text + _ELLIPSIS if text else ""


def _bar(canvas: Canvas, axis: Axis, bar: Bar, y: float) -> tuple[float, float]:
    """Draw box, tail and marks; from where to where they reach."""
    due = axis.x(bar.due or "", 1)
    original = axis.x(bar.original, 1) if bar.original else due
    start = min(axis.x(bar.start), due) if bar.start else due
    whole = min(original, due)
    if bar.original:
        tail(canvas, original, due, y)
    if whole > start:
        patterns.fill(canvas, "blank" if bar.standing == "not_started" else "slanted",
                      start, y - BAR / 2, whole - start, BAR)  # fmt: skip
    done = start + (due - start) * bar.percent / 100
    canvas.setFillGray(DONE)
    for left, right, height in ((start, min(done, whole), BAR), (whole, done, TAIL)):
        if right > left:
            canvas.rect(left, y - height / 2, right - left, height, stroke=0, fill=1)
    canvas.setFillGray(0)
    marks = [due]
    if bar.original:
        stroke(canvas, original, y)
        marks.append(original)
    closed = axis.x(bar.closed, 0.5) if bar.closed else None
    if closed is None or abs(closed - due) > MARK + _DOT:
        _end(canvas, axis, bar, due, y)
    if closed is not None:
        dot(canvas, closed, y)
        marks.append(closed)
    return min(start, *marks) - MARK, max(marks) + MARK


def _end(canvas: Canvas, axis: Axis, bar: Bar, x: float, y: float) -> None:
    """The mark of the due date; one beyond the chart is pointed at."""
    if axis.holds(bar.due or ""):
        diamond(canvas, x, y, hollow=bool(bar.original))
        return
    way = 1 if x > axis.left else -1
    path = canvas.beginPath()
    path.moveTo(x + way * MARK, y)
    path.lineTo(x - way * MARK, y + MARK)
    path.lineTo(x - way * MARK, y - MARK)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _bracket(canvas: Canvas, axis: Axis, bar: Bar, y: float) -> tuple[float, float]:
    """A line over the bars of a task, bent down at both ends."""
    right = axis.x(bar.due or "", 1)
    left = min(axis.x(bar.start), right) if bar.start else right
    canvas.setStrokeGray(0)
    canvas.setLineWidth(1.2)
    path = canvas.beginPath()
    path.moveTo(left, y - BAR / 2)
    path.lineTo(left, y)
    path.lineTo(right, y)
    path.lineTo(right, y - BAR / 2)
    canvas.drawPath(path, stroke=1, fill=0)
    return left, right


def _label(
    ink: Ink, text: str, ends: tuple[float, float], y: float, limits: tuple[float, float], size: float
) -> None:
    """Set a text to the right of what is drawn, else to the left, else where more of it is seen; on white."""
    left_room, right_room = ends[0] - limits[0] - 2 * _GAP, limits[1] - ends[1] - 2 * _GAP
    wide = ink.width(ink.faces.clean("song", text), "song", size)
    rightwards = wide <= right_room or (wide > left_room and right_room >= left_room)
    shown = clipped(ink, text, "song", size, right_room if rightwards else left_room)
    if not shown:
        return
    wide = ink.width(shown, "song", size)
    x = ends[1] + _GAP if rightwards else ends[0] - _GAP - wide
    canvas = ink.canvas
    canvas.setFillGray(1)
    canvas.rect(x - 1, y - size * 0.55, wide + 2, size * 1.1, stroke=0, fill=1)
    canvas.setFillGray(0)
    ink.text(shown, x, y - MIDDLE * size, "song", size)
