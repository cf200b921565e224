"""A box to choose from, with the chevron of the theme; the wheel changes it only while it has the focus."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.wheel_guard import guard_wheel


class ChoiceBox(QComboBox):
    """A QComboBox whose arrow is ours: a style sheet can only take a file for it."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self.setProperty("kind", "choice")
        guard_wheel(self)

    def offer(self, names: Sequence[str], none: str) -> None:
        """Offer names under one entry that asks for none of them; what is chosen stays so while it is there."""
        if list(names) == [self.itemData(n) for n in range(1, self.count())]:
            return
        now = self.currentData()
        self.clear()
        for text, name in ((none, ""), *((name, name) for name in names)):
            self.addItem(text, name)
        self.setCurrentIndex(max(self.findData(now), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = self._look.theme.px
        chevron = self._icons.pixmap("chevron-down", 14, "text3", self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - px(24), (self.height() - px(14)) // 2, chevron)
        painter.end()
