"""The small label beside the pointer while actions are dragged: it leaves in view where they may be let go."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.look import Look

_BESIDE = QPoint(-14, -10)  # px from the pointer to the corner of the label


def label(look: Look, text: str, ratio: float) -> QPixmap:
    """The words on the ground of a toast."""
    theme = look.theme
    font = theme.font(13)
    wide = QFontMetrics(font).horizontalAdvance(text) + theme.px(20)
    area = QRect(0, 0, wide, theme.px(28))
    picture = QPixmap(area.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("toast"))
    painter.drawRoundedRect(area, theme.px(6), theme.px(6))
    painter.setPen(theme.color("toast_text"))
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def carry(source: QWidget, look: Look, data: QMimeData, text: str, actions: Qt.DropAction) -> None:
    """Drag something until it is let go of; what becomes of it is for who takes it."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(label(look, text, source.devicePixelRatioF()))
    drag.setHotSpot(_BESIDE)
    drag.exec(actions, Qt.DropAction.MoveAction)
