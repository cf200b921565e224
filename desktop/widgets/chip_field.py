"""A field that holds several names: each a chip that can be taken off, and at the end a place to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop import words
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.name_field import NameField
from desktop.widgets.tab_order import lead_up


class ChipField(QFrame):
    """`changed` bears all names after one was added or taken off by hand; nothing else emits it."""

    changed = Signal(list)

    def __init__(self, look: Look, icons: Icons, line: NameField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self.names: tuple[str, ...] = ()
        self.chips: list[QPushButton] = []
        self._open = True
        self.line = line
        line.setParent(self)
        line.setProperty("kind", "bare")
        line.setPlaceholderText(words.ADD_CHIP)
        line.editingFinished.connect(self.take)
        line.completed.connect(self.take)
        line.installEventFilter(self)
        self.setProperty("kind", "field")
        self._lay()

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names in order; what is being typed stays."""
        if tuple(names) == self.names and len(self.chips) == len(self.names):
            return
        self.names = tuple(names)
        if any(chip.hasFocus() for chip in self.chips):
            self.line.setFocus()
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(name) for name in self.names]
        self._lay()
        lead_up(self.chips, self.line)

    def open(self, wanted: bool) -> None:
        """Let names be changed, or only read."""
        if wanted == self._open:
            return
        self._open = wanted
        self.line.setVisible(wanted)
        for chip in self.chips:
            self._dress(chip)
        self._lay()

    def take(self) -> None:
        """Add what was typed."""
        typed = self.line.text().strip()
        if typed:
            self.changed.emit([*self.names, typed])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty line takes the last name off; the frame shows the focus of its line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.names:
                self.changed.emit(list(self.names[:-1]))
                return True
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("inside", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the field is one into its line."""
        if self._open:
            self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(name, self)
        chip.setProperty("kind", "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its × stands behind the name
        chip.clicked.connect(lambda: self.changed.emit([other for other in self.names if other != name]))
        self._dress(chip)
        chip.show()
        return chip

    def _dress(self, chip: QPushButton) -> None:
        chip.setEnabled(self._open)
        chip.setIcon(self._icons.icon("x", 12, "text3"))
        chip.setToolTip(words.REMOVE_CHIP.format(name=chip.text()) if self._open else chip.text())
        chip.setAccessibleName(words.REMOVE_CHIP.format(name=chip.text()) if self._open else chip.text())

    def _lay(self) -> None:
        """Place chips and line in rows, as wide as the field is."""
        px = self._look.theme.px
        edge, gap, high = px(4), px(4), px(24)
        right = self.width() - edge
        x, y = edge, edge
        for chip in self.chips:
            wide = min(chip.sizeHint().width(), right - edge)
            if x > edge and x + wide > right:
                x, y = edge, y + high + gap
            chip.setGeometry(QRect(x, y, wide, high))
            x += wide + gap
        if self._open:
            if x > edge and right - x < px(64):
                x, y = edge, y + high + gap
            self.line.setGeometry(QRect(x, y, max(right - x, 1), high))
        height = y + high + edge
        if height != self.height():
            self.setFixedHeight(height)
