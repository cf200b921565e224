"""Paste the yearly notice on holidays, and look through the days read before they replace a year."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from db.errors import ChecklistError, RuleBroken
from db.holidays import Plan
from desktop import holiday_words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField
from desktop.words import rules

_PAUSE = 400  # ms without a keystroke, after which the text is read


class PasteHolidays(DialogFrame):
    """Shows what `plan` makes of the text once the typing rests; closes when `save` has gone through."""

    def __init__(
        self, look: Look, plan: Callable[[str], Plan], save: Callable[[str], ChecklistError | None], parent: QWidget
    ) -> None:
        super().__init__(
            look, parent, title=rules.PASTE_TITLE, explain=rules.PASTE_LINE, deed=rules.PASTE_DEED
        )
        self._plan, self._save = plan, save
        self.text, self.preview = QPlainTextEdit(), QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setReadOnly(True)
        self.preview.setPlaceholderText(rules.PASTE_NOTHING)
        self._row = FormField(look, rules.PASTE_FIELD, self.text)
        for row in (self._row, FormField(look, rules.PASTE_READ, self.preview)):
            self.body.addWidget(row, 1)
        px = look.theme.px
        self.text.setMinimumHeight(px(120))
        self.preview.setMinimumHeight(px(96))
        room = parent.window().size()
        self.resize(min(px(640), room.width() - px(20)), min(px(560), room.height() - px(20)))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.read)
        self.text.textChanged.connect(self._wait)
        self.text.setFocus()

    def read(self) -> None:
        """Show what the text says, or at the field what cannot be read of it."""
        try:
            self.preview.setPlainText(holiday_words.plan_told(self._plan(self.text.toPlainText())))
            self._row.refuse("")
        except RuleBroken as error:
            self.preview.clear()
            self._row.refuse(str(error))

    def check(self) -> bool:
        """Take the days over; what is refused is said at the field."""
        error = self._save(self.text.toPlainText())
        self._row.refuse(str(error) if error else "")
        return error is None

    def _wait(self) -> None:
        self.preview.clear()
        self._rest.stop()
        if self.text.toPlainText().strip():
            self._rest.start(_PAUSE)
