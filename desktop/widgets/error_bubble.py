"""What is wrong with the words in a cell, told right under its editor."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.look import Look


class ErrorBubble(QLabel):
    """Stands under the field it belongs to, inside the same view, and goes with it or once it is edited."""

    def __init__(self, field: QWidget, sentence: str, look: Look) -> None:
        super().__init__(sentence, field.parentWidget())
        self._field = field
        self.setProperty("kind", "bubble")
        self.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
        self.setWordWrap(True)
        self.setMaximumWidth(look.theme.px(360))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the field; vanish when it is hidden."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def _place(self) -> None:
        below = self._field.geometry().bottomLeft()
        room = self.parentWidget().height() - self.height()
        top = below.y() + 3
        if top > room:
            top = self._field.geometry().top() - self.height() - 3
        self.move(min(below.x(), self.parentWidget().width() - self.width()), max(top, 0))
