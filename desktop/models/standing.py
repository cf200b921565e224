"""How every task stands today, kept up to date step by step."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from db import actions, counterparts, counts, gaps, tasks
from db.actions import Action
from db.changes import ChangeSet
from db.counterparts import Counterpart
from db.counts import Tally
from db.gaps import Gap
from db.status import Pace
from db.tasks import Part, Task
from desktop.session import Session

_NAMING = ("unit", "unit_alias", "counterpart", "setting")  # what the bureaus of the bodies depend on


class Standing(QObject):
    """The tasks, their actions and their tallies; `changed` names the tasks whose row has to be shown anew.

    `day_changed` says that every countdown is another, though no action is.
    """

    changed = Signal(set)
    day_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.parts: list[Part] = tasks.parts(session.checklist)
        self.tasks: dict[int, Task] = {}
        self.actions: dict[int, list[Action]] = {}
        self.tallies: dict[int, Tally] = {}
        self._sums: dict[int | None, Tally] = {}
        self._gaps: dict[int, tuple[Gap, ...]] = {}
        self.bodies: dict[str, Counterpart] = {}  # which bureau of the county each ends in today
        self._read_all()
        session.changed.connect(self._apply)

    @property
    def total(self) -> Tally:
        """The figures of the whole checklist."""
        return self._sum(None, self.tasks.values())

    def part(self, part_id: int) -> Tally:
        """The figures of one part."""
        return self._sum(part_id, (task for task in self.tasks.values() if task.part == part_id))

    def pace(self, task_id: int) -> Pace:
        """序时 of a task: its percent held against the time elapsed."""
        return self.tallies[task_id].pace(self._session.yard.pace_points)

    def bureaus(self, task_id: int) -> tuple[str, ...]:
        """The bureaus the bodies of a task end in, in their order, each once."""
        bodies = (self.bodies.get(body) for body in self.tasks[task_id].bodies)
        return counterparts.bureaus(one for one in bodies if one is not None)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """待完善: everything that is missing for 印发, in the notice's order; looked for again where it may differ."""
        for task in self.tasks.values():
            if task.id not in self._gaps:
                self._gaps[task.id] = gaps.of([task], self.actions[task.id])
        return tuple(gap for task_id in self.tasks for gap in self._gaps[task_id])

    def _sum(self, name: int | None, of: Iterable[Task]) -> Tally:
        """Add up once, and again only after a change."""
        if name not in self._sums:
            self._sums[name] = counts.together(self.tallies[task.id] for task in of)
        return self._sums[name]

    def refresh(self) -> None:
        """Count everything anew, as after midnight or in another calendar, when the figures no longer hold."""
        self._read_all()
        self.changed.emit(set(self.tasks))
        self.day_changed.emit()

    def _read_all(self) -> None:
        checklist = self._session.checklist
        self.tasks = {task.id: task for task in tasks.all(checklist)}
        self.actions = {task_id: [] for task_id in self.tasks}
        for action in actions.all(checklist, self._session.today()):
            self.actions[action.task].append(action)
        yard = self._session.yard
        for task in self.tasks.values():
            self.tallies[task.id] = counts.of_task(task, self.actions[task.id], yard)
        self._sums.clear()
        self._gaps.clear()
        self._read_bodies()

    def _read_bodies(self) -> set[int]:
        """Take in what each body ends in now; gives the tasks that name one that ends in another bureau."""
        was = self.bodies
        self.bodies = {one.body: one for one in counterparts.all(self._session.checklist, self._session.today())}
        other = {body for body, one in self.bodies.items() if was.get(body) != one}
        return {task.id for task in self.tasks.values() if other.intersection(task.bodies)}

    def _apply(self, changes: ChangeSet) -> None:
        if changes.touches("calendar_year") or changes.touches("calendar_day"):
            self.refresh()
            return
        touched = self._touched(changes)
        if any(changes.touches(table) for table in _NAMING):
            touched |= self._read_bodies()
        checklist, yard = self._session.checklist, self._session.yard
        for task_id in _with_other_columns(changes):
            self.tasks[task_id] = tasks.get(checklist, task_id)
        for task_id in touched:
            self.actions[task_id] = actions.of_task(checklist, task_id, yard.today)
            self.tallies[task_id] = counts.of_task(self.tasks[task_id], self.actions[task_id], yard)
            self._gaps.pop(task_id, None)
        self._sums.clear()
        if touched:
            self.changed.emit(touched)

    def _touched(self, changes: ChangeSet) -> set[int]:
        """The tasks a step concerns: where an action or a name in it was, and where it is now."""
        touched = _with_other_columns(changes)
        for row in changes.touches("action"):
            touched |= {image["task"] for image in (row.before, row.after) if image}
        home = {action.id: task for task, its in self.actions.items() for action in its}
        for table in ("assignment", "progress", "problem", "evidence", "extension", "answer"):
            touched |= {home[row.value("action")] for row in changes.touches(table) if row.value("action") in home}
        return touched | self._renamed(changes)

    def _renamed(self, changes: ChangeSet) -> set[int]:
        """The tasks in which a unit or person bears another name now, as after a 更名."""
        if not any(row.before and row.after for table in ("unit", "person") for row in changes.touches(table)):
            return set()
        now = defaultdict(list)
        for action in actions.all(self._session.checklist, self._session.today()):
            now[action.task].append(action)
        people = {task.id: task for task in tasks.all(self._session.checklist)}
        other = {task_id for task_id in self.tasks if people[task_id] != self.tasks[task_id]}
        self.tasks |= {task_id: people[task_id] for task_id in other}
        return other | {task_id for task_id, its in self.actions.items() if now[task_id] != its}


def _with_other_columns(changes: ChangeSet) -> set[int]:
    """The tasks that are another themselves: applicability, who answers for them, whose business a sentence is."""
    inside = {row.value("task") for table in ("assignment", "sentence") for row in changes.touches(table)}
    return {row.id for row in changes.touches("task")} | inside - {None}
