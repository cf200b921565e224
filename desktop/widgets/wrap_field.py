"""A field for words that may take several lines: it wraps and grows, Enter sends it off."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.look import Look

_LINES = 6  # longer words scroll


class WrapField(QPlainTextEdit):
    """As high as its words need; `taken` says that they are to be saved."""

    taken = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "wrap")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)

    def text(self) -> str:
        """What stands in the field, in one line."""
        return " ".join(self.toPlainText().split("\n"))

    def setText(self, text: str) -> None:
        """Put words in, and forget what stood there before."""
        self.setPlainText(text)
        self._grow()
        self.verticalScrollBar().setValue(0)  # what stood there before may have been scrolled

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the checklist where there is nothing to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            idle = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            if idle or (event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves; Esc and an idle Ctrl+Z are for whoever holds the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was written when the field is left; not when only the window is."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.taken.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def _grow(self) -> None:
        px = self._look.theme.px
        lines = min(max(round(self.document().size().height()), 1), _LINES)
        height = max(px(32), lines * self.fontMetrics().lineSpacing() + px(10) + 2)
        if height != self.height():
            self.setFixedHeight(height)
