"""One row of the form: a label, something to write or choose in, and under it what it means or what is wrong."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.errors import ChecklistError
from desktop.look import Look

Save = Callable[[Any], ChecklistError | None]
LABEL_WIDTH = 72


class Field(QWidget):
    """Saves through `save` when it is left or on Enter; a refused value stays with the sentence under it.

    A kind of field says how its value is read off the editor and put into it.
    """

    settled = Signal()  # something was saved, refused or taken back

    def __init__(self, look: Look, label: str, editor: QWidget, save: Save, beside: QWidget | None = None) -> None:
        super().__init__()
        self._look, self._save = look, save
        self.editor = editor
        self.value: Any = None
        self.wrong = ""  # why the last value could not stand
        self._note = ""
        self._taking = False
        self.name = QLabel(label)
        self.name.setProperty("kind", "label")
        self.name.setFixedWidth(look.theme.px(LABEL_WIDTH))
        self.name.setFixedHeight(look.theme.px(32))
        editor.setAccessibleName(label)
        self._line = QLabel()
        self._line.setProperty("kind", "note")
        self._line.setWordWrap(True)
        self._line.hide()
        self._build(beside)

    def read(self) -> Any:
        """What stands in the editor."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Put a value into the editor; must not count as an edit."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Let the value only be read."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something stands here that has not been saved."""
        return bool(self.read() != self.value)

    def show_value(self, value: Any) -> None:
        """Show what is saved; what is being typed stays."""
        if value == self.value and not self._taking:
            return
        keep = self.value is not None and self.dirty and not self._taking
        self.value = value
        if not keep:
            self.put(value)

    def show_note(self, note: str) -> None:
        """Say under the field what its value means, as long as nothing is wrong with it."""
        if note != self._note:
            self._note = note
            if not self.wrong:
                self._tell()

    def take(self) -> bool:
        """Save what stands here; False when it was refused."""
        if self._taking:
            return True
        typed = self.read()
        if typed == self.value:
            self.refuse("")
            return True
        self._taking = True
        error = self._save(typed)
        self._taking = False
        self.refuse(str(error) if error else "")
        if error is None:
            self.put(self.value)
        self.settled.emit()
        return error is None

    def drop(self) -> None:
        """Give up what was not saved."""
        self.put(self.value)
        self.refuse("")
        self.settled.emit()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes the complaint back."""
        if sentence != self.wrong:
            self.wrong = sentence
            self.editor.setProperty("state", "error" if sentence else "")
            self.editor.style().polish(self.editor)
            self._line.setProperty("kind", "error" if sentence else "note")
            self._line.style().polish(self._line)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was not saved, and only then is for the form."""
        if event.key() == Qt.Key.Key_Escape and (self.dirty or self.wrong):
            self.drop()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        text = self.wrong or self._note
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def _build(self, beside: QWidget | None) -> None:
        px = self._look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.editor, 0 if beside else 1)
        if beside:
            row.addWidget(beside, 1)
        right = QVBoxLayout()
        right.setSpacing(px(4))
        right.addLayout(row)
        right.addWidget(self._line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(right, 1)


class TextRow(Field):
    """A field of words in a line or in several."""

    def read(self) -> str:
        return str(self.editor.text())  # type: ignore[attr-defined]

    def put(self, value: Any) -> None:
        self.editor.setText(value)  # type: ignore[attr-defined]
        if isinstance(self.editor, QLineEdit):
            self.editor.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        if self.editor.isReadOnly() != locked:  # type: ignore[attr-defined]
            self.editor.setReadOnly(locked)  # type: ignore[attr-defined]
            self.editor.style().polish(self.editor)
