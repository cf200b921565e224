"""Bars: how far something is, with a tick at the time elapsed; how many stand where, with their numbers."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from db.counts import Tally
from db.status import Pace
from reports.figures import patterns
from reports.figures.lamps import MIDDLE, draw
from reports.typesetting.ink import Ink
from reports.words import figures as words

BAR_HEIGHT = 5.0
_TRACK, _DONE = 0.88, 0.2  # greys
_EDGE = 0.3  # round the track, which a copier may lose, pt
_TICK, _TICK_HEIGHT = 1.4, 2.0  # pt; in heights of the bar
_LEAST = 1.5  # the narrowest a segment that counts something is drawn, pt
_PLATE = 1.2  # white around a number on a pattern, pt
_GAP = 0.4  # between what stands beside one another, em


def progress(
    canvas: Canvas, percent: int, expected: int | None, x: float, y: float, width: float, height: float = BAR_HEIGHT
) -> None:
    """Draw 0…100 as a bar from (x, y) on, its lower left corner; 序时 as a tick that stands out above and below."""
    canvas.setFillGray(_TRACK)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_EDGE)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setFillGray(_DONE if percent < 100 else 0)
    if percent:
        canvas.rect(x, y, width * percent / 100, height, stroke=0, fill=1)
    if expected is not None:
        tall = height * _TICK_HEIGHT
        left = min(max(x + width * expected / 100 - _TICK / 2, x), x + width - _TICK)
        canvas.setFillGray(1)
        canvas.rect(left - 0.7, y + (height - tall) / 2, _TICK + 1.4, tall, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.rect(left, y + (height - tall) / 2, _TICK, tall, stroke=0, fill=1)
    canvas.setFillGray(0)


def paced(
    ink: Ink, percent: int, pace: Pace, x: float, y: float, width: float, role: str = "song", size: float = 9.0
) -> float:
    """A bar with its words behind it on a baseline: 59%, 序时79%, ▼滞后20 or 超15; where they end, x."""
    running = bool(pace.code)
    low = y + MIDDLE * size - BAR_HEIGHT / 2
    progress(ink.canvas, percent, pace.expected if running else None, x, low, width)
    place = x + width + _GAP * size
    said = [words.PERCENT.format(n=percent)] + [words.EXPECTED.format(n=pace.expected)] * running
    for text in said:
        ink.text(text, place, y, role, size)
        place += ink.width(text, role, size) + _GAP * size
    if pace.code == "behind":
        draw(ink.canvas, "slow", place, y + (MIDDLE - 0.5) * size, size)
        place += 1.1 * size
    word = {"behind": words.BEHIND, "ahead": words.AHEAD}.get(pace.code, "").format(n=abs(pace.points))
    ink.text(word, place, y, role, size)
    return place + ink.width(word, role, size)


def standings(
    ink: Ink, tally: Tally, x: float, y: float, width: float, height: float = 14.0, size: float = 9.0
) -> None:
    """The counted actions by standing as one stacked bar; a number that is too wide for its segment is left out.

    The lower left corner is (x, y); with nothing counted it is an empty box.
    """
    canvas = ink.canvas
    numbers = [(standing, getattr(tally, standing)) for standing in patterns.OF_STANDING]
    shares = _shares([number for _, number in numbers], width)
    if not any(shares):
        patterns.fill(canvas, "blank", x, y, width, height)
    for (standing, number), share in zip(numbers, shares, strict=True):
        if not number:
            continue
        pattern = patterns.OF_STANDING[standing]
        patterns.fill(canvas, pattern, x, y, share, height)
        text = str(number)
        wide = ink.width(text, "hei", size)
        if wide + 2 * _PLATE < share:
            _number(ink, text, pattern, x + share / 2, y + height / 2 - MIDDLE * size, wide, size)
        x += share


def legend(ink: Ink, tally: Tally, x: float, y: float, role: str = "song", size: float = 9.0) -> float:
    """What the patterns mean, with the numbers, on one baseline; where it ends, x."""
    for standing, pattern in patterns.OF_STANDING.items():
        x = key(ink, pattern, words.COUNTED.format(name=words.STANDINGS[standing], n=getattr(tally, standing)),
                x, y, role, size) + size  # fmt: skip
    return x - size


def key(ink: Ink, pattern: str, word: str, x: float, y: float, role: str, size: float) -> float:
    """One pattern with its word on a baseline; where the word ends, x."""
    high = 0.8 * size
    patterns.fill(ink.canvas, pattern, x, y + MIDDLE * size - high / 2, 1.6 * size, high)
    x += (1.6 + _GAP) * size
    ink.text(word, x, y, role, size)
    return x + ink.width(word, role, size)


def _shares(numbers: Sequence[int], width: float) -> list[float]:
    """The width of each segment; what counts anything is wide enough to be seen."""
    total = sum(numbers)
    if not total:
        return [0.0] * len(numbers)
    least = [max(width * number / total, _LEAST) if number else 0.0 for number in numbers]
    over = sum(least) - width
    widest = max(least)
    return [share - over if share == widest and place == least.index(widest) else share
            for place, share in enumerate(least)]  # fmt: skip


def _number(ink: Ink, text: str, pattern: str, middle: float, y: float, wide: float, size: float) -> None:
    canvas = ink.canvas
    if pattern in ("slanted", "crossed"):
        canvas.setFillGray(1)
        canvas.rect(middle - wide / 2 - _PLATE, y - 0.12 * size, wide + 2 * _PLATE, size, stroke=0, fill=1)
    canvas.setFillGray(1 if pattern == "solid" else 0)
    ink.text(text, middle, y, "hei", size, align="center")
    canvas.setFillGray(0)
