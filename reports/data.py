"""What a report is made of: plain data, gathered once; the only module here that reads a checklist."""

from dataclasses import dataclass
from pathlib import Path

from db import actions, counts, documents, settings, tasks
from db.actions import Action
from db.connection import Checklist
from db.counts import Counts, Tally
from db.documents import Document
from db.settings import Settings
from db.tasks import Part, Task
from db.yardstick import Yardstick


@dataclass(frozen=True, slots=True)
class TaskData:
    """A task with its actions in tree order and its figures."""

    task: Task
    actions: tuple[Action, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class PartData:
    """A part with its tasks; None for tasks that stand in no part."""

    part: Part | None
    tasks: tuple[TaskData, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything a report may print; `now` YYYY-MM-DDTHH:MM:SS, `source` the file."""

    settings: Settings
    document: Document
    parts: tuple[PartData, ...]
    counts: Counts
    yard: Yardstick
    now: str
    source: Path

    @property
    def today(self) -> str:
        """The day everything is judged by."""
        return self.yard.today


def gather(checklist: Checklist, today: str, now: str) -> ReportData:
    """Read a checklist as of `today`; the figures are those of the window, from db.counts."""
    yard = settings.yardstick(checklist, today)
    all_tasks, all_actions = tasks.all(checklist), actions.all(checklist, today)
    figures = counts.of(all_tasks, all_actions, yard)
    by_task: dict[int, list[Action]] = {task.id: [] for task in all_tasks}
    for action in all_actions:
        by_task[action.task].append(action)

    def of_part(part: Part | None) -> PartData:
        mine = (task for task in all_tasks if task.part == (part.id if part else None))
        return PartData(
            part, tuple(TaskData(task, tuple(by_task[task.id]), figures.tasks[task.id]) for task in mine)
        )

    parts = [of_part(part) for part in (*tasks.parts(checklist), None)]
    return ReportData(
        settings=settings.read(checklist),
        document=documents.first(checklist),
        parts=tuple(part for part in parts if part.tasks),
        counts=figures,
        yard=yard,
        now=now,
        source=checklist.path,
    )
