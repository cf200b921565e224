"""Carry out what is asked for several actions at once: change, move to a task, copy, put on the clipboard."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db import bulk, duplicates, moves, status
from db.actions import Action
from db.bulk import Change, Row
from db.changes import ChangeSet
from db.errors import ChecklistError
from desktop import claims, wording
from desktop.clipboard import put_rows
from desktop.delegates.action_editors import Fields
from desktop.dialogs.bulk import BulkDialog
from desktop.dialogs.move_to_task import MoveToTask
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.words import STATUS_SHORT
from desktop.words import bulk as words
from desktop.words import ledger as ledger_words

# What is copied of the table of a task, a cell each; the ledger copies the columns it shows.
_COPIED: Mapping[str, Callable[[Action, int], str]] = {
    "code": lambda action, _: action.code,
    "title": lambda action, _: action.title,
    "lead": lambda action, _: action.lead,
    "owner": lambda action, _: action.owner,
    "due": lambda action, year: wording.short_date(action.due_on or "", year) or action.due_words,
    "status": lambda action, _: STATUS_SHORT[action.status],
    "percent": lambda action, _: f"{action.percent}%",
}


class BulkActs(QObject):
    """Opens its dialogs over `home`; `told` says what was done, `copied` names the copies that were made."""

    told = Signal(str, bool)
    copied = Signal(list)

    def __init__(
        self, session: Session, standing: Standing, look: Look, icons: Icons, fields: Fields, home: QWidget
    ) -> None:
        super().__init__(home)
        self._session, self._standing, self._look, self._icons = session, standing, look, icons
        self._fields, self._home = fields, home
        self._last = "lead"  # the field that was changed last is the first guess for the next time

    def do(self, name: str, chosen: Sequence[Action]) -> None:
        """Do an act of the menu or the bar: "bulk" or one of its fields, "move_to", "duplicate" or "copy_rows"."""
        if name == "move_to":
            self.move(chosen)
        elif name == "duplicate":
            self.duplicate(chosen)
        elif name == "copy_rows":
            self.copy(chosen)
        else:
            self.change(chosen, self._last if name == "bulk" else name)

    def change(self, chosen: Sequence[Action], field: str) -> None:
        """Ask for one change to all of them, and show beforehand what it does."""
        session, ids = self._session, [action.id for action in chosen]

        def preview(change: Change) -> list[Row] | ChecklistError:
            try:
                return bulk.preview(session.checklist, ids, change, today=session.today())
            except ChecklistError as error:
                return error

        def save(change: Change) -> ChecklistError | None:
            changes, error = session.attempt(bulk.apply, ids, change, today=session.today(), skip_refused=True)
            if error is None:
                self._last = change.field
                left = dialog.rows.number(lambda row: bool(row.refusal))
                told = words.DONE.format(n=len(_touched(changes).intersection(ids)), field=words.FIELDS[change.field])
                self.told.emit(told + (words.DONE_REST.format(n=left) if left else ""), True)
            return error

        dialog = BulkDialog(
            self._look, self._icons, self._home.window(), chosen, self._fields, session.yard.plan_year, preview, save,
            field,
        )  # fmt: skip
        dialog.open()

    def move(self, chosen: Sequence[Action]) -> None:
        """Ask for the task they move to."""
        homes = {action.task for action in chosen}
        MoveToTask(
            self._look, self._home.window(), claims.what(chosen), list(self._standing.tasks.values()),
            homes.pop() if len(homes) == 1 else 0, lambda task: self.move_to(chosen, task),
        ).open()  # fmt: skip

    def move_to(self, chosen: Sequence[Action], task: int) -> ChecklistError | None:
        """Move them to the end of a task."""
        ids = [action.id for action in chosen]
        changes, error = self._session.attempt(moves.move, ids, task=task, parent=None)
        if changes:
            number = self._standing.tasks[task].number
            self.told.emit(words.MOVED.format(what=claims.what(chosen), number=number), True)
        return error

    def duplicate(self, chosen: Sequence[Action]) -> None:
        """Copy them with all below them; the copies are ready to be renamed."""
        changes = self._session.run(
            duplicates.duplicate, [action.id for action in chosen], today=self._session.today()
        )
        made = {row.id: row.value("parent") for row in changes.touches("action") if row.before is None}
        if made:
            self.told.emit(words.DUPLICATED.format(what=claims.what(chosen)), True)
            self.copied.emit([action for action, parent in made.items() if parent not in made])

    def copy(self, chosen: Sequence[Action]) -> None:
        """Put them on the clipboard as rows."""
        plan_year = self._session.yard.plan_year
        heads = [ledger_words.COLUMNS[key] for key in _COPIED]
        put_rows([heads, *([text(action, plan_year) for text in _COPIED.values()] for action in chosen)])
        self.told.emit(words.COPIED.format(n=len(chosen)), False)

    def overdue(self, chosen: Collection[Action]) -> int:
        """How many of them are late."""
        yard = self._session.yard
        return sum(action.leaf and status.timing(action, yard).code == "overdue" for action in chosen)


def _touched(changes: ChangeSet) -> set[int]:
    """The actions a change has changed, themselves or who they are assigned to."""
    own = {row.id for row in changes.touches("action")}
    return own | {row.value("action") for row in changes.touches("assignment")}
