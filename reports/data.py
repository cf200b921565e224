"""What a report is made of: plain data, gathered once; the only module here that reads a checklist."""

from dataclasses import dataclass
from pathlib import Path

from db import snapshots
from db.actions import Action
from db.connection import Checklist
from db.counts import Counts, Tally
from db.documents import Document
from db.periods import Period
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
    """Everything a report may print; `now` YYYY-MM-DDTHH:MM:SS, `source` the file, `period` a closed one."""

    settings: Settings
    document: Document
    parts: tuple[PartData, ...]
    counts: Counts
    yard: Yardstick
    now: str
    source: Path
    period: Period | None = None

    @property
    def today(self) -> str:
        """The day everything is judged by."""
        return self.yard.today


def gather(checklist: Checklist, today: str, now: str, period: Period | None = None) -> ReportData:
    """Read a checklist as of `today`, or as it stood when `period` was closed; the figures are those of the window."""
    state = snapshots.at(checklist, today, period)
    by_task: dict[int, list[Action]] = {task.id: [] for task in state.tasks}
    for action in state.actions:
        by_task[action.task].append(action)

    def of_part(part: Part | None) -> PartData:
        mine = (task for task in state.tasks if task.part == (part.id if part else None))
        return PartData(
            part, tuple(TaskData(task, tuple(by_task[task.id]), state.counts.tasks[task.id]) for task in mine)
        )

    parts = [of_part(part) for part in (*state.parts, None)]
    return ReportData(
        settings=state.settings,
        document=state.document,
        parts=tuple(part for part in parts if part.tasks),
        counts=state.counts,
        yard=state.yard,
        now=now,
        source=checklist.path,
        period=period,
    )
