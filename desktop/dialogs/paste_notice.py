"""Paste the words of a notice."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from db.errors import NotANotice
from db.notice.reading import checked_length
from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField


class PasteNotice(DialogFrame):
    """`text()` gives the words once the dialog was accepted; too many are refused at once."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(
            look, parent, title=words.NOTICE_PASTE, explain=words.NOTICE_PASTE_LINE, deed=words.NOTICE_READ
        )
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(look.theme.px(260))
        self._row = FormField(look, words.NOTICE_WORDS, self.field)
        self.body.addWidget(self._row, 1)
        self.setMinimumWidth(look.theme.px(640))
        self.field.setFocus()

    def text(self) -> str:
        """What was pasted."""
        return self.field.toPlainText()

    def check(self) -> bool:
        """There are words, and not more than any notice has."""
        try:
            checked_length(self.text())
            self._row.refuse("" if self.text().strip() else words.NOTICE_PASTE_EMPTY)
        except NotANotice as error:
            self._row.refuse(str(error))
            return False
        return bool(self.text().strip())
