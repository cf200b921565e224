"""Ask for one thing in words, and keep asking while what is said cannot stand."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from db.errors import ChecklistError
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField

Save = Callable[[str], ChecklistError | None]


class AskWords(DialogFrame):
    """A field with its label; closes once `save` has gone through, and else says at the field why not."""

    def __init__(
        self,
        look: Look,
        field: QLineEdit | QPlainTextEdit,
        save: Save,
        parent: QWidget,
        *,
        title: str,
        explain: str,
        label: str,
        deed: str,
    ) -> None:
        super().__init__(look, parent, title=title, explain=explain, deed=deed)
        self.field, self._save = field, save
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(look.theme.px(112))
        self._row = FormField(look, label, field)
        self.body.addWidget(self._row)
        self.setMinimumWidth(look.theme.px(440))
        field.selectAll()
        field.setFocus()

    def text(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText() if isinstance(self.field, QPlainTextEdit) else self.field.text()

    def check(self) -> bool:
        """Save it; what is refused is said at the field."""
        error = self._save(self.text())
        self._row.refuse(str(error) if error else "")
        return error is None
