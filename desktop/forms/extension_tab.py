"""The tab 延期: the original date, every extension, and the way to ask for another one."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import extensions
from db.actions import Action
from db.status import FINISHED, counted
from desktop import wording
from desktop.extension_acts import ExtensionActs
from desktop.pages.page import Context
from desktop.widgets.extension_row import ExtensionRow
from desktop.words import issuing as words
from desktop.words import printing


class ExtensionTab(QWidget):
    """Shows one action's extensions, the newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._acts = ExtensionActs(context, self)
        self._action: Action | None = None
        self.rows: list[ExtensionRow] = []
        self._line = QLabel()
        self._line.setProperty("kind", "note")
        self._line.setWordWrap(True)
        self.ask = QPushButton(context.icons.icon("calendar-clock", 15), words.ASK_MENU)
        self.ask.setProperty("kind", "small")
        self.ask.clicked.connect(self._ask)
        self.form = QPushButton(context.icons.icon("printer", 15), printing.FORM)
        self.form.setProperty("kind", "flat")
        self.form.setToolTip(printing.EMPTY_FORM_TIP)
        self.form.clicked.connect(self._print)
        px = context.look.theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.ask)
        buttons.addWidget(self.form)
        buttons.addStretch()
        top = QVBoxLayout()
        top.setSpacing(px(8))
        top.addLayout(buttons)
        top.addWidget(self._line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addStretch()

    def show_action(self, action: Action) -> None:
        """Show the extensions of an action."""
        self._action = action
        plan_year = self._context.session.yard.plan_year
        its = extensions.of_action(self._context.session.checklist, action.id)
        self._line.setText(_told(action, plan_year, bool(its)))
        open_now = action.status not in FINISHED and counted(action.status)
        waiting = any(one.decision == "pending" for one in its)
        able = bool(action.issued_on and action.due_on) and open_now and not waiting
        applicable = self._context.standing.tasks[action.task].applicable
        self.ask.setVisible(able and applicable)
        self.form.setVisible(applicable and not waiting and (able or bool(its)))  # one that waits has its own
        self._fill([ExtensionRow(self._context.look, self._context.icons, one, plan_year) for one in reversed(its)])

    def _fill(self, rows: list[ExtensionRow]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = rows
        for place, row in enumerate(rows, start=1):
            self._column.insertWidget(place, row)
            self._acts.serve(row)

    def _print(self) -> None:
        if self._action is not None:
            self._acts.show_form(self._action)

    def _ask(self) -> None:
        if self._action is not None:
            self._acts.ask(self._action)


def _told(action: Action, plan_year: int, some: bool) -> str:
    if not action.issued_on:
        return words.TAB_NOT_ISSUED
    day = wording.short_date(action.original_due_on or "", plan_year) or words.ORIGINAL_LONG_TERM
    told = words.TAB_ORIGINAL.format(day=day, issued=wording.short_date(action.issued_on, plan_year))
    return told if some else f"{words.TAB_NONE}{told}"
