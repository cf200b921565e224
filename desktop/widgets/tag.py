"""Tags: one word on a soft ground."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.theme import Theme

# tone: (ground, text)
_TONES = {"attention": ("amber_soft", "amber"), "late": ("red_soft", "red"), "neutral": ("hover", "text2")}


def tag_width(text: str, theme: Theme) -> int:
    """How wide a tag is, px."""
    return QFontMetrics(theme.font(12)).horizontalAdvance(text) + theme.px(12)


def paint_tag(painter: QPainter, area: QRect, text: str, tone: str, theme: Theme) -> int:
    """Draw a tag at the left of `area`, centred in its height; gives its width."""
    ground, colour = _TONES[tone]
    font = theme.font(12)
    width = tag_width(text, theme)
    height = theme.px(20)
    box = QRect(area.left(), area.top() + (area.height() - height) // 2, min(width, area.width()), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    painter.setPen(theme.color(colour))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.width()
