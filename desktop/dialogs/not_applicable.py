"""Ask why a task does not concern the county, and who confirms it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from db.errors import ChecklistError
from db.tasks import Task
from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField


class NotApplicableDialog(DialogFrame):
    """Closes once `mark` (reason, confirmer) has gone through; what it refuses is said at its field."""

    def __init__(
        self, look: Look, task: Task, mark: Callable[[str, str], ChecklistError | None], parent: QWidget
    ) -> None:
        explain = words.NA_EXPLAIN.format(number=task.number, title=task.title)
        super().__init__(
            look, parent, title=words.NA_TITLE, explain=explain, deed=words.NA_TITLE, foot=words.NA_FOOT
        )
        self._mark = mark
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

    def propose(self, reason: str, confirmer: str) -> None:
        """Fill in what is likely; whoever types writes over it."""
        self.reason.setPlainText(reason)
        self.reason.selectAll()
        self.confirmer.setText(confirmer)
        if reason:
            self.confirmer.setFocus()
            self.confirmer.selectAll()

    def check(self) -> bool:
        """Mark the task; the field at fault gets the complaint and the focus."""
        error = self._mark(self.reason.toPlainText(), self.confirmer.text())
        at_fault = getattr(error, "field", None)
        self._confirmer.refuse(str(error) if error and at_fault == "confirmer" else "")
        self._reason.refuse(str(error) if error and at_fault != "confirmer" else "")
        return error is None
