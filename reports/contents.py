"""目录: what is bound into a document and on which page it begins; every entry leads there."""

from reportlab.lib.units import mm

from reports import words as shared
from reports.typesetting.paper import Bound, Paper
from reports.words import pack as words

_SIZE, _LEADING = 15.75, 29.62  # 3号
_TITLE_SIZE = 22.0
_NUMBER = 10 * mm  # kept free for the page number
_DOTS = 5.5  # from one dot of the leader to the next, pt


def draw_contents(paper: Paper) -> None:
    """Draw the contents from the head of this page on, over as many pages as it takes."""
    ink = paper.ink
    paper.y -= _TITLE_SIZE + 10
    ink.text(words.SPACED_CONTENTS, paper.left + paper.sheet.width / 2, paper.y, "xbs", _TITLE_SIZE, align="center")
    paper.y -= 20
    for bound in paper.bound:
        _draw_entry(paper, bound)


def _draw_entry(paper: Paper, bound: Bound) -> None:
    """Title with its 附件 number in front, dots, the page; what is long goes on under the beginning of the title."""
    ink, canvas = paper.ink, paper.canvas
    label = shared.ATTACHED.format(label=shared.ATTACHMENT.format(n=bound.attachment), title="")
    label = label if bound.attachment else ""
    hang = ink.width(label, "fang", _SIZE)
    measure = paper.sheet.width - _NUMBER
    lines = ink.set(label + bound.title, "fang", _SIZE, measure, justify=False, hang=hang)
    for place, line in enumerate(lines):
        if paper.room < _LEADING:
            paper.turn()
        paper.y -= _LEADING
        ink.line(line, paper.left, paper.y, "fang", _SIZE)
        right = paper.left + paper.sheet.width
        if place == len(lines) - 1:
            number = str(bound.page)
            begin = right - ink.width(number, "fang", _SIZE)
            _draw_dots(paper, paper.left + line.x + line.width + 0.4 * _SIZE, begin - 0.4 * _SIZE)
            ink.text(number, begin, paper.y, "fang", _SIZE)
        box = (paper.left, paper.y - 0.2 * _SIZE, right, paper.y + 0.95 * _SIZE)
        canvas.linkRect(bound.title, bound.key, box, Border="[0 0 0]", F=4)  # 4: printed, as PDF/A wants of it
    paper.y -= 4


def _draw_dots(paper: Paper, left: float, right: float) -> None:
    """Dots at the same places in every line."""
    canvas = paper.canvas
    first = left + (paper.left + paper.sheet.width - left) % _DOTS
    if first >= right:
        return
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineWidth(1.1)
    canvas.setDash([0.01, _DOTS - 0.01])
    canvas.line(first, paper.y + 0.25 * _SIZE, right, paper.y + 0.25 * _SIZE)
    canvas.restoreState()
