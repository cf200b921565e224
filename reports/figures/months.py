"""The head of a chart over time: years, months, and where today is."""

from datetime import date

from reports.figures.axis import Axis
from reports.typesetting.cells import RULE
from reports.typesetting.ink import Ink
from reports.words import timeline as words

_ROW = 13.0
STRIP = 12.0  # the line for today under the months
HEAD = 2 * _ROW + STRIP
_STEPS = (1, 3, 6, 12)


def draw_months(
    ink: Ink, axis: Axis, top: float, right: float, size: float, today: str, plan_year: int
) -> None:
    """Draw years, months and today from `top` down; the column of the chart goes on to `right`."""
    size *= 0.9
    canvas = ink.canvas
    canvas.setLineWidth(RULE)
    canvas.setStrokeGray(0)
    canvas.line(axis.left, top - _ROW, axis.right, top - _ROW)
    canvas.line(axis.left, top - 2 * _ROW, right, top - 2 * _ROW)
    canvas.line(axis.right, top, axis.right, top - 2 * _ROW)
    _years(ink, axis, top, size)
    _months(ink, axis, top - _ROW, size)
    if axis.holds(today):
        text = words.TODAY.format(day=day_text(today, plan_year))
        half = ink.width(text, "hei", size) / 2
        at = axis.x(today, 0.5)
        middle = min(max(at, axis.left + half + 2), right - half - 2)
        ink.text(text, middle, top - 2 * _ROW - STRIP / 2 - 0.38 * size, "hei", size, align="center")


def _years(ink: Ink, axis: Axis, top: float, size: float) -> None:
    starts = [month for month in axis.months() if month.month == 1 or month == axis.first]
    edges = [axis.x(start.isoformat()) for start in starts] + [axis.right]
    for place, start in enumerate(starts):
        left, right = edges[place], edges[place + 1]
        if place:
            ink.canvas.line(left, top, left, top - 2 * _ROW)
        for text in (words.YEAR.format(n=start.year), f"{start.year % 100:02}"):
            if ink.width(text, "song", size) + 2 <= right - left:
                ink.text(text, (left + right) / 2, top - _ROW / 2 - 0.38 * size, "song", size, align="center")
                break


def _months(ink: Ink, axis: Axis, top: float, size: float) -> None:
    """As many months as find room: all, or those that begin a quarter, a half-year, none."""
    months = list(axis.months())
    ends = [axis.x(month.isoformat()) for month in months] + [axis.right]
    for form in (words.MONTH, "{n}"):
        widest = ink.width(form.format(n=12), "song", size) + 2
        step = next((step for step in _STEPS if step * axis.month_width >= widest), 0)
        if step == 1 or (step and form != words.MONTH):
            break
    if not step or step == 12:
        return
    for place, month in enumerate(months):
        if (month.month - 1) % step == 0:
            left, right = ends[place], ends[min(place + step, len(months))]
            if place and month.month > 1:
                ink.canvas.line(left, top, left, top - _ROW)
            text = form.format(n=month.month)
            if ink.width(text, "song", size) <= right - left:
                ink.text(text, (left + right) / 2, top - _ROW / 2 - 0.38 * size, "song", size, align="center")


def day_text(day: str, plan_year: int) -> str:
    """6月18日, with its year where that is another than the plan's."""
    when = date.fromisoformat(day)
    text = words.MONTH_DAY if when.year == plan_year else words.DAY
    return text.format(year=when.year, month=when.month, day=when.day)
