"""Ask who is at the keyboard."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField


class UserNameDialog(DialogFrame):
    """`name()` gives the new 当前使用人 once the dialog was accepted."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, parent, title=words.USER_TITLE, explain=words.USER_EXPLAIN, deed=words.USER_DO)
        self.field = QLineEdit(name)
        self.field.setMaxLength(40)
        self.field.selectAll()
        self._row = FormField(look, words.USER_NAME, self.field)
        self.body.addWidget(self._row)
        self.setMinimumWidth(look.theme.px(400))
        self.field.setFocus()

    def name(self) -> str:
        """The name, trimmed."""
        return self.field.text().strip()

    def check(self) -> bool:
        """A name is needed."""
        self._row.refuse("" if self.name() else words.USER_EMPTY)
        return bool(self.name())
