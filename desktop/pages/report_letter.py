"""主送, 署名 and who is rung up: typed beside the letter, saved in the checklist when a field is left."""

from dataclasses import fields, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.letterhead import Letterhead
from desktop.look import Look
from desktop.widgets.line_field import LineField
from desktop.words import reports as words

# Which fields a kind prints; the others bear no letterhead.
FIELDS = {
    "narrative": ("addressee", "signer", "contact", "phone"),
    "pack": ("addressee", "signer", "contact", "phone"),
    "supervision": ("signer", "contact", "phone", "cc"),
}


class LetterFields(QObject):
    """`typed` follows every letter, `wanted` is to be saved; Esc puts back what stood in a field."""

    typed = Signal(Letterhead)
    wanted = Signal(Letterhead)

    def __init__(self, look: Look, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._saved: Letterhead | None = None
        self.rows: dict[str, QWidget] = {}
        self.fields: dict[str, LineField] = {}
        self._errors: dict[str, QLabel] = {}
        for name in FIELDS.get(kind, ()):
            field = self.fields[name] = LineField()
            field.setAccessibleName(words.LETTER[name])
            field.installEventFilter(self)
            field.textEdited.connect(lambda _: self.typed.emit(self.value()))
            field.editingFinished.connect(self._save)
            error = self._errors[name] = QLabel()
            error.setProperty("kind", "error")
            error.setWordWrap(True)
            error.hide()
            row = self.rows[name] = QWidget(parent)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.theme.px(2))
            column.addWidget(field)
            column.addWidget(error)

    def show_letterhead(self, letterhead: Letterhead, *, locked: bool) -> None:
        """Show what is kept; a field that is being typed in is left alone."""
        self._saved = letterhead
        for name, field in self.fields.items():
            field.setReadOnly(locked)
            field.setToolTip(words.LETTER_LOCKED if locked else "")
            if not field.hasFocus() or locked:
                field.setText(getattr(letterhead, name))
                field.setCursorPosition(0)

    def value(self) -> Letterhead:
        """What stands in the fields; where there is no field, what is kept."""
        assert self._saved is not None, "nothing is shown yet"
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return replace(self._saved, **typed)

    def refuse(self, name: str, sentence: str) -> None:
        """Say at a field why it cannot stand; no sentence takes it back."""
        for field in fields(Letterhead):
            if field.name in self.fields:
                wrong = sentence if field.name == name else ""
                self._errors[field.name].setText(wrong)
                self._errors[field.name].setVisible(bool(wrong))
                self.fields[field.name].setProperty("state", "error" if wrong else "")
                self.fields[field.name].style().polish(self.fields[field.name])

    def settle(self) -> bool:
        """Save what is being typed; whether it could be."""
        self._save()
        return not any(error.text() for error in self._errors.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes back what was typed, as long as there is something."""
        escaped = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        )
        if escaped and self._saved is not None and self.value() != self._saved:
            self.refuse("", "")
            for name, field in self.fields.items():
                field.setText(getattr(self._saved, name))
            self.typed.emit(self._saved)
            return True
        return False

    def _save(self) -> None:
        if self._saved is not None and self.value() != self._saved:
            self.wanted.emit(self.value())
