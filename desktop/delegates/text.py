"""Wrapped text in rows: break once, measure and draw from the same lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


class Wrap:
    """Breaks texts into lines and remembers them; make a new one when the look changes."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str, int], list[str]] = {}

    def lines(self, text: str, font: QFont, width: int) -> list[str]:
        """The text's lines at a width in px; never empty."""
        key = (text, font.key(), width)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = _broken(text, font, max(width, 1))
        return found


def _broken(text: str, font: QFont, width: int) -> list[str]:
    if QFontMetrics(font).horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def draw_lines(
    painter: QPainter, area: QRect, lines: list[str], font: QFont, color: QColor, pitch: int
) -> None:
    """Draw lines from the top of `area`, each `pitch` px high, its text centred in that height."""
    painter.setFont(font)
    painter.setPen(color)
    for row, line in enumerate(lines):
        place = QRect(area.left(), area.top() + row * pitch, area.width(), pitch)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


def draw_text(
    painter: QPainter,
    area: QRect,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line, centred in height and shortened with … where it does not fit."""
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | align, shown)
