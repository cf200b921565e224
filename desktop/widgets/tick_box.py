"""A box to tick, with a third state for some of several."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.icons import Icons
from desktop.look import Look


class TickBox(QAbstractButton):
    """`clicked` tells that the user changed it; `partly` is shown until the next change."""

    def __init__(self, look: Look, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._partly = False
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())

    def show_state(self, checked: bool, *, partly: bool = False) -> None:
        """Show ticked, not ticked, or that some of several are."""
        self._partly = partly
        self.setChecked(checked)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.theme.px(18)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._look.theme, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, side - 2, side - 2)
        full = self.isChecked() and not self._partly
        painter.setPen(QPen(theme.color("accent" if full or self._partly or self.hasFocus() else "field_edge"), 1.5))
        painter.setBrush(theme.color("accent" if full else "base"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        inset = (side - theme.px(14)) // 2
        if full:
            painter.drawPixmap(inset, inset, self._icons.pixmap("check", 14, "on_accent", self.devicePixelRatioF()))
        elif self._partly:
            painter.drawPixmap(inset, inset, self._icons.pixmap("minus", 14, "accent", self.devicePixelRatioF()))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.end()
