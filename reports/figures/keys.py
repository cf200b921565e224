"""What the marks of a chart over time mean, on one line under it."""

from reports.figures import bars, gantt
from reports.figures.lamps import MIDDLE
from reports.typesetting.ink import Ink
from reports.words.timeline import KEYS

KEY_HEIGHT = 17.0  # of the line, pt
_SIZE = 8.0
_GAP = 1.2 * _SIZE  # between one and the next
_TAIL = 22.0


def draw_keys(ink: Ink, x: float, y: float) -> None:
    """Draw pattern by pattern and mark by mark with its words, from `x` on along a baseline."""
    canvas, middle = ink.canvas, y + MIDDLE * _SIZE
    for name, pattern in (("done", "solid"), ("rest", "slanted"), ("blank", "blank")):
        x = bars.key(ink, pattern, KEYS[name], x, y, "song", _SIZE) + _GAP
    gantt.diamond(canvas, x + 5, middle)
    x = _word(ink, "due", x + 12, y)
    gantt.tail(canvas, x + 2, x + 2 + _TAIL, middle)
    gantt.stroke(canvas, x + 2, middle)
    gantt.diamond(canvas, x + 2 + _TAIL, middle, hollow=True)
    x = _word(ink, "moved", x + 9 + _TAIL, y)
    gantt.dot(canvas, x + 5, middle)
    x = _word(ink, "closed", x + 12, y)
    canvas.setLineWidth(1.0)
    canvas.setStrokeGray(0)
    canvas.line(x + 3, middle - 5, x + 3, middle + 5)
    _word(ink, "today", x + 8, y)


def _word(ink: Ink, name: str, x: float, y: float) -> float:
    """Set what a mark is called; where the next key begins."""
    ink.text(KEYS[name], x, y, "song", _SIZE)
    return x + ink.width(KEYS[name], "song", _SIZE) + _GAP
