"""Chips in lines that wrap: the responsible bodies of a task."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look


class ChipRow(QWidget):
    """Names as chips; those in `dashed` are no offices but placeholders (省级有关部门)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[tuple[str, bool]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_names(self, names: Sequence[str], dashed: Sequence[str], spoken: str) -> None:
        """Show these names in order."""
        self._chips = [(name, name in dashed) for name in names]
        self.setAccessibleName(spoken)
        self._relay()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13))
        for (name, dashed), box in zip(self._chips, self._boxes(self.width()), strict=True):
            pen = QPen(theme.color("field" if dashed else "line"), 1)
            if dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 5, 5)
            painter.setPen(theme.color("text3" if dashed else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def _relay(self) -> None:
        self.setFixedHeight(self.heightForWidth(max(self.width(), 1)))
        self.update()

    def _boxes(self, width: int) -> list[QRect]:
        theme = self._look.theme
        metrics = QFontMetrics(theme.font(13))
        gap, height = theme.px(7), theme.px(24)
        boxes, x, y = [], 0, 0
        for name, _ in self._chips:
            wide = metrics.horizontalAdvance(name) + 2 * theme.px(8)
            if x and x + wide > width:
                x, y = 0, y + height + gap
            boxes.append(QRect(x, y, wide, height))
            x += wide + gap
        return boxes
