"""A field of a filter row: says what is asked for, offers a menu, and takes the condition off with its ×."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from desktop.icons import Icons
from desktop.look import Look
from desktop.words import ledger as words

_CROSS = 22  # at the right edge, where a click means the ×


class FilterButton(QPushButton):
    """`wanted` asks for the menu, `cleared` to take the condition off; Delete does so too."""

    wanted = Signal()
    cleared = Signal()

    def __init__(self, look: Look, icons: Icons, head: str) -> None:
        super().__init__()
        self._look, self._icons, self._head = look, icons, head
        self._set = False
        self.setProperty("kind", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the × stands behind the words
        self.setIconSize(QSize(look.theme.px(12), look.theme.px(12)))
        self.clicked.connect(self.wanted)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Say what is asked for; nothing when everything is let through."""
        self._set = bool(value)
        self.setText(value or words.FILTER)
        spoken = words.FILTER_SET if value else words.FILTER_SPOKEN
        self.setAccessibleName(spoken.format(head=self._head, value=value))
        self.setToolTip(self.accessibleName())
        self.setIcon(self._icons.icon("x", 12, "accent") if value else QIcon())
        if self.property("active") != self._set:
            self.setProperty("active", self._set)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = self.width() - self._look.theme.px(_CROSS)
        if self._set and self.isDown() and event.position().x() >= cross:
            self.setDown(False)
            self.cleared.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._set and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
