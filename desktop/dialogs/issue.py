"""The dialog of 印发: what goes out, on which day, under which number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from db.errors import ChecklistError
from db.issuing import Scope
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.form_field import FormField
from desktop.words import issuing as words

Save = Callable[[Sequence[int] | None, str, str], ChecklistError | None]


class IssueDialog(DialogFrame):
    """Closes once `save` (tasks or None for all, day, number) has gone through; offers `scopes`, each in its words."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        parent: QWidget,
        scopes: Sequence[tuple[Scope, str]],
        day: QLineEdit,
        save: Save,
    ) -> None:
        super().__init__(
            look, parent, title=words.ISSUE_TITLE, explain=words.ISSUE_EXPLAIN, deed=words.ISSUE_DEED
        )
        self._save = save
        self.scope, self.day, self.number = ChoiceBox(look, icons), day, QLineEdit()
        for one, text in scopes:
            self.scope.addItem(text, one)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.number.setPlaceholderText(words.ISSUE_NUMBER_HINT)
        self._rows = {
            "scope": FormField(look, words.ISSUE_SCOPE, self.scope),
            "issued_on": FormField(look, words.ISSUE_DAY, self.day),
            "doc_number": FormField(look, words.ISSUE_NUMBER, self.number),
        }
        self.body.addWidget(self._rows["scope"])
        line = QHBoxLayout()
        line.setSpacing(look.theme.px(12))
        for name in ("issued_on", "doc_number"):
            line.addWidget(self._rows[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self._what = QLabel()
        self._what.setProperty("kind", "section")
        self._what.setWordWrap(True)
        self.body.addWidget(self._what)
        self.scope.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()
        self.setMinimumWidth(look.theme.px(480))
        self.day.setFocus()

    @property
    def what(self) -> str:
        """What will go out, in words."""
        return self._what.text()

    def check(self) -> bool:
        """Issue it; the field at fault, else the scope, gets the complaint."""
        error = self._save(self.scope.currentData().only, self.day.text(), self.number.text())
        at_fault = getattr(error, "field", None) if error else None
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == (at_fault or "scope") else "")
        return error is None

    def _tell(self) -> None:
        """Say what would go out, and take back what was refused for another scope."""
        chosen: Scope = self.scope.currentData()
        self._rows["scope"].refuse("")
        self._what.setText(words.ISSUE_WHAT.format(tasks=chosen.tasks, actions=chosen.actions))
