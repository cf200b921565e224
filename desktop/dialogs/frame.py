"""The shape all dialogs share: head, body, and a foot whose main button names the deed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import words
from desktop.look import Look


class DialogFrame(QDialog):
    """Shown with `open()`, freed on close; `deed` is the words of the main button, "" for a reading dialog."""

    def __init__(
        self, look: Look, parent: QWidget, *, title: str, explain: str, deed: str, foot: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self._look = look
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(title, explain))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(px(20), px(16), px(20), px(16))
        self.body.setSpacing(px(12))
        column.addLayout(self.body, 1)
        column.addWidget(self._foot(foot, deed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line does the deed; on a button it presses that one."""
        focused, entered = self.focusWidget(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and isinstance(focused, QLineEdit):
            self.accept()
        elif entered and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def check(self) -> bool:
        """Whether what was filled in can stand; a dialog with fields says what is wrong and where."""
        return True

    def accept(self) -> None:
        """Close with success when the fields can stand."""
        if self.check():
            super().accept()

    def _head(self, title: str, explain: str) -> QWidget:
        px = self._look.theme.px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(14), px(20), px(12))
        column.setSpacing(px(4))
        for text, kind in ((title, "head"), (explain, "label")):
            label = QLabel(text)
            label.setProperty("kind", kind)
            label.setWordWrap(True)
            column.addWidget(label)
            label.setVisible(bool(text))
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        return head

    def _foot(self, foot: str, deed: str) -> QWidget:
        px = self._look.theme.px
        bar = QWidget()
        bar.setProperty("kind", "foot")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(20), px(12), px(20), px(12))
        row.setSpacing(px(8))
        note = QLabel(foot)
        note.setProperty("kind", "label")
        row.addWidget(note, 1)
        cancel = QPushButton(words.CANCEL if deed else words.CLOSE)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        if deed:
            main = QPushButton(deed)
            main.setProperty("kind", "main")
            main.setAutoDefault(False)
            main.clicked.connect(self.accept)
            row.addWidget(main)
            for key in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(key), self, self.accept)
        return bar
