"""The dialogs of 延期: ask for another due date, and decide on what was asked for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from db.errors import ChecklistError
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField
from desktop.words import issuing as words

Field = Callable[[], QLineEdit]
DayField = Callable[..., QLineEdit]


class ExtensionDialog(DialogFrame):
    """Asks who wants which date and why, and whether it is decided already; closes once `save` has gone through.

    `meaning` tells what the words of the new date mean, held against the day of application.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        explain: str,
        save: Callable[[Mapping[str, str]], ChecklistError | None],
        meaning: Callable[[str, str], str],
        person: Field,
        day: DayField,
        today: str,
    ) -> None:
        super().__init__(look, parent, title=words.ASK, explain=explain, deed=words.ASK_DEED)
        self._save, self._meaning = save, meaning
        self.applicant, self.applied_on, self.new_due = person(), day(today), day()
        self.new_due.setPlaceholderText(words.NEW_DUE_HINT)
        self.reason = QPlainTextEdit()
        self.reason.setPlaceholderText(words.REASON_HINT)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(look.theme.px(60))
        self.approver, self.decided_on = QLineEdit(), day(today)
        self._fields = {
            "applicant": (words.APPLICANT, self.applicant), "applied_on": (words.APPLIED_ON, self.applied_on),
            "new_due": (words.NEW_DUE, self.new_due), "reason": (words.REASON, self.reason),
            "approver": (words.APPROVER, self.approver), "decided_on": (words.DECIDED_ON, self.decided_on),
        }  # fmt: skip
        self.rows = {name: FormField(look, label, field) for name, (label, field) in self._fields.items()}
        self._line(new_due=3, applicant=2, applied_on=2)
        self._line(reason=1)
        self._ask_how()
        self._line(approver=1, decided_on=1)
        self._show_decision()
        self.new_due.textChanged.connect(self._tell_meaning)
        self.applied_on.textChanged.connect(self._tell_meaning)
        self.setMinimumWidth(look.theme.px(620))
        self.new_due.setFocus()

    @property
    def how(self) -> str:
        """Whether it waits for a decision ("pending") or is granted with it ("approved")."""
        return next(code for code, button in self.choices.items() if button.isChecked())

    def check(self) -> bool:
        """Save it; the field at fault gets the complaint and the focus."""
        values = {name: _text(field) for name, (_, field) in self._fields.items()}
        error = self._save({**values, "how": self.how})
        at_fault = getattr(error, "field", None) if error else None
        for name, row in self.rows.items():
            mine = name == (at_fault if at_fault in self.rows else "new_due")
            row.refuse(str(error) if error and mine else "")
        return error is None

    def _line(self, **shares: int) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._look.theme.px(12))
        for name, share in shares.items():
            line.addWidget(self.rows[name], share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _ask_how(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._look.theme.px(16))
        group = QButtonGroup(self)
        self.choices = {code: QRadioButton(text) for code, text in words.HOW.items()}
        for button in self.choices.values():
            group.addButton(button)
            line.addWidget(button)
        line.addStretch()
        self.choices["pending"].setChecked(True)
        group.buttonClicked.connect(lambda _: self._show_decision())
        self.body.addLayout(line)

    def _show_decision(self) -> None:
        """Approver and day are asked for only where it is granted at once."""
        for name in ("approver", "decided_on"):
            self.rows[name].setVisible(self.how == "approved")

    def _tell_meaning(self) -> None:
        self.rows["new_due"].tell(self._meaning(self.new_due.text(), self.applied_on.text()))


class DecisionDialog(DialogFrame):
    """Asks who approves or refuses an application, and when; closes once `save` (approver, day) has gone through."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        approved: bool,
        explain: str,
        save: Callable[[str, str], ChecklistError | None],
        person: Field,
        day: DayField,
        today: str,
    ) -> None:
        title = words.VERDICT_TITLES[approved]
        super().__init__(look, parent, title=title, explain=explain, deed=title, foot=words.VERDICT_FOOT)
        self._save = save
        self.approver, self.decided_on = person(), day(today)
        self._rows = {
            "approver": FormField(look, words.DECIDERS[approved], self.approver),
            "decided_on": FormField(look, words.DECIDED_ON, self.decided_on),
        }
        line = QHBoxLayout()
        line.setSpacing(look.theme.px(12))
        for row in self._rows.values():
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.setMinimumWidth(look.theme.px(480))
        self.approver.setFocus()

    def check(self) -> bool:
        """Decide; the field at fault gets the complaint and the focus."""
        error = self._save(self.approver.text(), self.decided_on.text())
        at_fault = getattr(error, "field", None) if error else None
        for name, row in self._rows.items():
            mine = name == (at_fault if at_fault in self._rows else "approver")
            row.refuse(str(error) if error and mine else "")
        return error is None


def _text(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]
