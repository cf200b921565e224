"""A labelled field with a quiet line under it that turns into the error."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.choice import Choice


class FormField(QWidget):
    """Label above, field, and under it what the field means or what is wrong with it."""

    def __init__(self, look: Look, label: str, field: QWidget, note: str = "") -> None:
        super().__init__()
        self.field = field
        self._note = note
        self._name = name = QLabel()
        name.setProperty("kind", "label")
        name.setBuddy(field)
        self.rename(label)
        self._line = QLabel(note)
        self._line.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
        self._line.setProperty("kind", "note")
        self._line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(4))
        self._head = QHBoxLayout()
        self._head.addWidget(name, 1)
        column.addLayout(self._head)
        for widget in (field, self._line):
            column.addWidget(widget)
        self._line.setVisible(bool(note))
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda: self._take_back())
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            field.textChanged.connect(self._take_back)
        elif isinstance(field, Choice):
            field.picked.connect(self._take_back)

    def add_beside_label(self, button: QWidget) -> None:
        """Put something at the right of the label."""
        self._head.addWidget(button)

    def _take_back(self) -> None:
        """What is being corrected is not wrong any more."""
        if self.field.property("state") == "error":
            self.refuse("")

    def rename(self, label: str) -> None:
        """Call the field something else."""
        self._name.setText(label)
        self.field.setAccessibleName(label)

    def tell(self, note: str) -> None:
        """Change the quiet line; a complaint stays until it is taken back."""
        self._note = note
        if self.field.property("state") != "error":
            self._line.setText(note)
            self._line.setVisible(bool(note))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes the complaint back."""
        wrong = bool(sentence)
        self.field.setProperty("state", "error" if wrong else "")
        self._line.setProperty("kind", "error" if wrong else "note")
        self._line.setText(sentence or self._note)
        self._line.setVisible(bool(self._line.text()))
        for widget in (self.field, self._line):
            widget.style().polish(widget)
        if wrong:
            self.field.setFocus()
            if isinstance(self.field, QLineEdit) and self.field.completer():
                self.field.completer().popup().hide()  # it would cover what is said under the field
