"""The open checklist as the window sees it: run a change, take it back, tell everyone what changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db import edit, settings, steps
from db.changes import ChangeSet
from db.connection import Checklist
from db.errors import ChecklistError, RuleBroken, translated
from db.yardstick import Yardstick

Today = Callable[[], str]
_CLOCK_BACK = "clock_back"
_JUDGING = ("setting", "calendar_year", "calendar_day")  # what a yardstick is made of


class Session(QObject):
    """Commits first and tells after: `changed` follows a committed step, `failed` one that left no trace."""

    changed = Signal(ChangeSet)
    failed = Signal(ChecklistError)
    clock_refused = Signal()  # a change was refused because the machine's day lies before the last one

    def __init__(self, checklist: Checklist, today: Today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.today = today
        self._yard: Yardstick | None = None
        self._at_work = False

    @property
    def yard(self) -> Yardstick:
        """What everything is held against today."""
        if self._yard is None or self._yard.today != self.today():
            self._yard = settings.yardstick(self.checklist, self.today())
        return self._yard

    def run(self, verb: Callable[..., ChangeSet], *args: Any, **keywords: Any) -> ChangeSet:
        """Carry out a verb of db on the checklist; empty when nothing changed or a known error stopped it."""
        changes, error = self.attempt(verb, *args, **keywords)
        if error:
            self.failed.emit(error)
        return changes

    def attempt(
        self, verb: Callable[..., ChangeSet], *args: Any, **keywords: Any
    ) -> tuple[ChangeSet, ChecklistError | None]:
        """Carry out a verb; a known error is handed back to a caller who shows it himself.

        None is carried out in the middle of another, as while rows come in.
        """
        if self._at_work:
            return ChangeSet(""), RuleBroken("busy")
        self._at_work = True
        try:
            with translated(self.checklist.path):
                changes = verb(self.checklist, *args, **keywords)
        except ChecklistError as error:
            if error.code == _CLOCK_BACK:
                self.clock_refused.emit()
            return ChangeSet(""), error
        finally:
            self._at_work = False
        if changes:
            if any(changes.touches(table) for table in _JUDGING):
                self._yard = None
            self.changed.emit(changes)
        return changes, None

    def clock_back(self) -> tuple[str, str] | None:
        """The machine's day and that of the last change, where the clock was set back between them."""
        try:
            edit.require_clock(self.checklist)
        except RuleBroken as error:
            return str(error.facts["today"]), str(error.facts["last"])
        return None

    def accept_clock(self) -> ChecklistError | None:
        """Go on from the machine's day: the user says that it is right."""
        try:
            edit.accept_clock(self.checklist)
        except ChecklistError as error:
            return error
        return None

    def undo(self) -> ChangeSet:
        """Take the file's last step back."""
        return self.run(steps.undo)

    def redo(self) -> ChangeSet:
        """Give the step undone last back."""
        return self.run(steps.redo)

    def undo_label(self) -> str | None:
        """The name of the step Ctrl+Z would take back, None when there is none."""
        step = steps.undoable(self.checklist)
        return step.label if step else None

    def undo_barred(self) -> str:
        """Why the last step cannot be taken back, and what to do instead; "" where it can be, or there is none."""
        return steps.barrier(self.checklist)

    def redo_label(self) -> str | None:
        """The name of the step Ctrl+Y would give back, None when there is none."""
        step = steps.redoable(self.checklist)
        return step.label if step else None

    def set_user(self, name: str) -> None:
        """Record what follows under another 当前使用人."""
        self.checklist = self.checklist.under(name)

    def close(self) -> None:
        """Give the file back."""
        self.checklist.close()
