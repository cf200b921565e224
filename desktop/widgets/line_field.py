"""A line to type in, that leaves Ctrl+Z to the checklist once it has nothing of its own to take back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class LineField(QLineEdit):
    """A QLineEdit whose undo and redo give way to the window's."""

    def event(self, event: QEvent) -> bool:
        """Let a shortcut pass that would do nothing here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            idle = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if idle or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def start_afresh(self) -> None:
        """Empty the field, and forget what stood in it: what was sent off is undone in the checklist."""
        self.setText("")
