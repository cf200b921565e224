"""Ask why a task does not concern the county, and who confirms it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from db.tasks import REASON_LIMIT, Task
from db.words import ERRORS
from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField


class NotApplicableDialog(DialogFrame):
    """`values()` gives the reason and the confirmer once the dialog was accepted."""

    def __init__(self, look: Look, task: Task, parent: QWidget) -> None:
        explain = words.NA_EXPLAIN.format(number=task.number, title=task.title)
        super().__init__(
            look, parent, title=words.NA_TITLE, explain=explain, deed=words.NA_TITLE, foot=words.NA_FOOT
        )
        self.reason = QPlainTextEdit()
        self.reason.setPlaceholderText(words.NA_REASON_HINT)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(look.theme.px(84))
        self.confirmer = QLineEdit()
        self._reason = FormField(look, words.NA_REASON, self.reason)
        self._confirmer = FormField(look, words.NA_CONFIRMER, self.confirmer)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._confirmer)
        self.setMinimumWidth(look.theme.px(480))
        self.reason.setFocus()

    def values(self) -> tuple[str, str]:
        """The reason and the confirmer, trimmed."""
        return self.reason.toPlainText().strip(), self.confirmer.text().strip()

    def check(self) -> bool:
        """Both are needed; the first that is missing gets the complaint and the focus."""
        reason, confirmer = self.values()
        too_long = ERRORS["reason_long"].format(length=len(reason), limit=REASON_LIMIT)
        wrong = ERRORS["reason_empty"] if not reason else too_long if len(reason) > REASON_LIMIT else ""
        missing = "" if confirmer else ERRORS["confirmer_empty"]
        self._confirmer.refuse(missing)
        self._reason.refuse(wrong)
        return not wrong and not missing
