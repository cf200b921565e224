"""How an area is filled so that it is told from others in grey: solid, crossed, slanted or blank."""

from collections.abc import Iterator
from math import ceil

from reportlab.pdfgen.canvas import Canvas

OUTLINE = 0.5
_HATCH = 0.4
_SLANTED, _CROSSED = 3.4, 2.6  # from one line to the next, along the edge, pt
# What every standing is filled with, on bars and in the chart.
OF_STANDING = {"closed": "solid", "done": "crossed", "in_progress": "slanted", "not_started": "blank"}

Stroke = tuple[float, float, float, float]


def fill(canvas: Canvas, pattern: str, x: float, y: float, width: float, height: float) -> None:
    """Fill and outline a box whose lower left corner is (x, y)."""
    canvas.setFillGray(0 if pattern == "solid" else 1)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(OUTLINE)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setFillGray(0)
    if pattern in ("slanted", "crossed"):
        step = _SLANTED if pattern == "slanted" else _CROSSED
        canvas.setLineWidth(_HATCH)
        strokes = list(_rising(x, y, width, height, step))
        if pattern == "crossed":
            mirror = 2 * y + height
            strokes += [(left, mirror - low, right, mirror - high) for left, low, right, high in strokes]
        if strokes:
            canvas.lines(strokes)


def _rising(x: float, y: float, width: float, height: float, step: float) -> Iterator[Stroke]:
    """The lines at 45° through a box, cut at its edges; they begin at multiples of the step from its left edge."""
    for place in range(ceil(-height / step), ceil(width / step)):
        start = place * step
        left, right = max(start, 0.0), min(start + height, width)
        if right > left:
            yield x + left, y + left - start, x + right, y + right - start
