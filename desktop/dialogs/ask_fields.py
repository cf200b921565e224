"""Ask for several things at once; what cannot stand is said at the field it concerns."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from db.errors import ChecklistError
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.choice import Choice
from desktop.widgets.form_field import FormField

# The name a refusal gives a field, its label, the field, and what it means.
Asked = tuple[str, str, QWidget] | tuple[str, str, QWidget, str]
Save = Callable[[Mapping[str, str]], ChecklistError | None]


class AskFields(DialogFrame):
    """Named fields; closes once `save` has taken what stands in them, by name."""

    def __init__(
        self, look: Look, parent: QWidget, save: Save, *, title: str, explain: str, deed: str, foot: str = ""
    ) -> None:
        super().__init__(look, parent, title=title, explain=explain, deed=deed, foot=foot)
        self._save = save
        self.fields: dict[str, QWidget] = {}
        self._rows: dict[str, FormField] = {}
        self.setMinimumWidth(look.theme.px(480))

    def ask(self, *wanted: Asked) -> None:
        """Add a line of fields side by side."""
        px = self._look.theme.px
        line = QHBoxLayout()
        line.setSpacing(px(12))
        for name, label, field, *note in wanted:
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
                field.setFixedHeight(px(84))
            self.fields[name] = field
            self._rows[name] = FormField(self._look, label, field, *note)
            line.addWidget(self._rows[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def row(self, name: str) -> FormField:
        """A field with its label and what is said under it."""
        return self._rows[name]

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: _text(field) for name, field in self.fields.items()}

    def check(self) -> bool:
        """Save it; the field at fault, else the first one, gets the complaint and the focus."""
        error = self._save(self.values())
        at_fault = getattr(error, "field", None)
        if at_fault not in self._rows:
            at_fault = next(iter(self._rows))
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == at_fault else "")
        return error is None


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, Choice)
    return field.value()
