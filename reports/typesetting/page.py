"""Pages of a document: turned one after the other, each with its number as GB/T 9704 sets it."""

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from reports import words
from reports.typesetting.ink import Ink

LANDSCAPE: tuple[float, float] = landscape(A4)
_NUMBER_SIZE = 14  # 4号, half-width 宋体
_EDGE, _BASELINE = 20 * mm + _NUMBER_SIZE, 12 * mm


class Pages:
    """Counts the pages; odd numbers stand right, even ones left, one character in from the edge."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self.number = 1

    def turn(self) -> None:
        """End this page and begin the next."""
        self.end()
        self.number += 1

    def end(self) -> None:
        """Number the page and end it."""
        text = words.PAGE_NUMBER.format(n=self.number)
        odd = self.number % 2 == 1
        x = LANDSCAPE[0] - _EDGE if odd else _EDGE
        self._ink.text(text, x, _BASELINE, "song", _NUMBER_SIZE, align="right" if odd else "left")
        self._ink.canvas.showPage()
