"""Carry out 逐句分解: show a task's drafts, make the ticked ones actions, go on to the next task that has none."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db import answers, deadlines, drafts, names, status
from db.actions import Action
from db.changes import ChangeSet
from db.counts import lines_of
from db.drafts import Draft
from db.errors import ChecklistError, RuleBroken
from desktop import wording
from desktop.dialogs.breakdown import BreakdownDialog, Sheet
from desktop.dialogs.breakdown_block import Proposed
from desktop.dialogs.breakdown_line import LineFields
from desktop.known_fields import make_fields
from desktop.pages.page import Context
from desktop.widgets.name_field import NameField
from desktop.words import breakdown as words


class BreakdownActs(QObject):
    """Opens the dialog over `home`; `shown` tells which task it has come to, `told` what was made in it."""

    shown = Signal(int)
    told = Signal(str, bool)

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(home)
        self._context, self._session, self._standing = context, context.session, context.standing
        self._home = home
        self._task = 0
        self._steps: list[tuple[int, int]] = []  # of the dialog: the number of a task, the actions made in it
        self._passed: set[int] = set()  # tasks that were left as they are

    def ask(self, task_id: int, sentence: int = 0) -> None:
        """Open the dialog at a task, and at a sentence of it."""
        task = self._standing.tasks[task_id]
        if not task.applicable:
            self._context.say(words.FROZEN.format(number=task.number))
            return
        self._steps, self._passed = [], set()
        look, icons = self._context.look, self._context.icons
        dialog = BreakdownDialog(look, icons, self._home.window(), self, self._fields(), task_id, sentence)
        dialog.finished.connect(self._tell)
        dialog.open()

    def sheet(self, task_id: int) -> Sheet:
        """A task with what is proposed for it now."""
        self._task = task_id
        self.shown.emit(task_id)
        task, its = self._standing.tasks[task_id], self._standing.actions[task_id]
        found = self._standing.bodies.values()
        proposed = drafts.propose(self._session.checklist, task_id, self._session.today(), found)
        named = {action.id: _named(action) for action in its}
        sentences = tuple(
            Proposed(
                line.number, task.sentences[line.number - 1], line.level, tuple(named[one] for one in line.actions),
                tuple(draft for draft in proposed if draft.sentence == line.number),
            )
            for line in lines_of(task, its)
        )  # fmt: skip
        others = self._undivided(task_id)
        after = next((one for one in others if one not in self._passed), None)
        return Sheet(task, sentences, after, len(others))

    def pass_on(self, task_id: int) -> int | None:
        """The next task to be divided; none that was passed on from already."""
        self._passed.add(task_id)
        return next((one for one in self._undivided(task_id) if one not in self._passed), None)

    def accept(self, task_id: int, wanted: Sequence[Draft]) -> ChecklistError | None:
        """Make the drafts actions."""
        _, error = self._session.attempt(drafts.accept, task_id, wanted, self._session.today())
        if error is None:
            self._steps.append((self._standing.tasks[task_id].number, len(wanted)))
        return error

    def set_level(self, task_id: int, number: int, level: str | None) -> ChecklistError | None:
        """Say whose business a sentence is."""
        changes, error = self._session.attempt(answers.set_level, task_id, number, level)
        if changes:
            self._steps.append((self._standing.tasks[task_id].number, 0))
        return error

    def undo(self) -> tuple[int, str] | None:
        """Take the last step of the dialog back: the task it was about, and its name."""
        if not self._steps:
            return None
        changes = self._session.undo()
        self._steps.pop()
        task = _task_of(changes) or self._task
        self._passed.discard(task)
        return task, changes.label

    def _undivided(self, task_id: int) -> list[int]:
        """The tasks still to be divided, those behind the one in hand first."""
        every = [one for one in self._standing.tasks if one != task_id]
        behind = [one for one in every if one > task_id] + [one for one in every if one < task_id]
        return [one for one in behind if self._standing.tallies[one].state == "undivided"]

    def _fields(self) -> LineFields:
        session, plan_year = self._session, self._session.yard.plan_year
        fields = make_fields(session, self._context.look, self._context.icons, plan_year)
        return LineFields(lambda parent: NameField(self._units, parent), fields.due, self._meaning)

    def _units(self) -> list[str]:
        """The bureaus the task's own bodies end in, then all other units."""
        return list(dict.fromkeys([*self._standing.bureaus(self._task), *names.units(self._session.checklist)]))

    def _meaning(self, text: str) -> tuple[str, str]:
        """12月31日 剩196天, and the tone it is said in."""
        yard = self._session.yard
        if not text.strip():
            return words.NONE, "amber"
        try:
            due = deadlines.parse(text, yard.plan_year, yard.today, calendar=yard.calendar)
        except RuleBroken:
            return words.UNREADABLE, "red"
        if due.on is None:
            return words.NO_DAY, ""
        timing = status.timing_of(due.on, text, yard)
        return f"{wording.short_date(due.on, yard.plan_year)} {timing}", "amber" if timing.code == "overdue" else ""

    def _tell(self) -> None:
        """Tell what was made; where that took several steps also which of them Ctrl+Z takes back."""
        made = [(number, n) for number, n in self._steps if n]
        tasks = {number for number, _ in made}
        if tasks:
            one = words.DONE_ONE if len(tasks) == 1 else words.DONE_MANY
            done = one.format(number=made[0][0], tasks=len(tasks), n=sum(n for _, n in made))
            last = words.DONE_LAST.format(done=done, label=self._session.undo_label())
            self.told.emit(last if len(self._steps) > 1 else done, True)


def _named(action: Action) -> str:
    return words.ACTION.format(code=action.code, title=action.title)


def _task_of(changes: ChangeSet) -> int | None:
    """The task a step was about."""
    for table in ("action", "sentence"):
        for row in changes.touches(table):
            return int(row.value("task"))
    return None
