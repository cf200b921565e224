"""What a report is made of: plain data, gathered once; the only module here that reads a checklist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from db import comparison, dossier, narrative, periods, snapshots
from db.actions import Action
from db.closings import Closing
from db.comparison import Comparison
from db.connection import Checklist
from db.counts import Counts, Tally
from db.documents import Document
from db.errors import RuleBroken
from db.evidence import Evidence
from db.extensions import Extension
from db.letterhead import Letterhead
from db.periods import Period
from db.problems import Problem
from db.progress import Entry
from db.settings import Settings
from db.snapshots import State
from db.supervision import Notice
from db.tasks import Part, Task
from db.yardstick import Yardstick
from reports import scope
from reports.errors import ReportError
from reports.options import Options


@dataclass(frozen=True, slots=True)
class TaskData:
    """A task with its actions in tree order and its figures; `bodies` are the named bodies with the county's unit."""

    task: Task
    actions: tuple[Action, ...]
    tally: Tally
    bodies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PartData:
    """A part with its tasks; None for tasks that stand in no part."""

    part: Part | None
    tasks: tuple[TaskData, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """What hangs on the actions, by action: the newest report, problems, 延期, 销号, 佐证; `phones` by person."""

    newest: Mapping[int, Entry] = field(default_factory=dict)
    problems: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict)
    extensions: Mapping[int, tuple[Extension, ...]] = field(default_factory=dict)
    closings: Mapping[int, tuple[Closing, ...]] = field(default_factory=dict)
    evidence: Mapping[int, tuple[Evidence, ...]] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything a report may print; `now` YYYY-MM-DDTHH:MM:SS, `source` the file.

    `period` is the 期次 it is for, `locked` says that it is told as it stood when that was closed. `counts` are those
    of what `options.scope` leaves. `roster` are the names of all units in the county's order. `comparison` is held
    against the period closed before; None when none was. `edits` are the paragraphs of the period's 落实情况报告
    that people put differently, by place. `notices` is the register of 督办通知单.
    """

    settings: Settings
    document: Document
    parts: tuple[PartData, ...]
    counts: Counts
    yard: Yardstick
    now: str
    source: Path
    period: Period
    locked: bool
    letterhead: Letterhead
    records: Records = field(default_factory=Records)
    roster: tuple[str, ...] = ()
    comparison: Comparison | None = None
    options: Options = field(default_factory=Options)
    edits: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def today(self) -> str:
        """The day everything is judged by."""
        return self.yard.today

    @property
    def tasks(self) -> Iterator[TaskData]:
        """Every task, in the notice's order."""
        return (task for part in self.parts for task in part.tasks)

    @property
    def actions(self) -> Iterator[Action]:
        """Every action, task by task in tree order."""
        return (action for task in self.tasks for action in task.actions)

    def behind(self, figure: str) -> list[Action]:
        """The actions a figure counts, in order."""
        counted = set(self.counts.behind(figure))
        return [action for action in self.actions if action.id in counted]


def gather(checklist: Checklist, today: str, now: str, options: Options | None = None) -> ReportData:
    """Read a checklist as of `today`, or as it stood when the options' period was closed.

    The figures are those of the window. Raises ReportError for a scope that holds nothing, and for a period that was
    closed only with a longer one: how things stood then was stored for that.
    """
    options = options or Options()
    closed = periods.locked_by(checklist, options.period) if options.period else None
    if options.period and closed not in (None, options.period):
        raise ReportError("closed_with", period=options.period.name, by=closed.name if closed else "")
    locked = closed is not None
    state = snapshots.at(checklist, today, options.period if locked else None)
    narrowed = scope.narrowed(state, options.scope)
    if narrowed is None:
        raise ReportError("scope_empty")
    period = options.period or periods.present(checklist, state.settings.rhythm, state.yard.today)
    return ReportData(
        settings=state.settings,
        document=state.document,
        parts=_parts(narrowed),
        counts=narrowed.counts,
        yard=state.yard,
        now=now,
        source=checklist.path,
        period=period,
        locked=locked,
        letterhead=state.dossier.letterhead,
        records=_records(state),
        roster=state.dossier.roster,
        comparison=_comparison(checklist, narrowed, options),
        options=options,
        edits=narrative.of_period(checklist, period),
        notices=state.dossier.notices,
    )


def _parts(state: State) -> tuple[PartData, ...]:
    by_task: dict[int, list[Action]] = {task.id: [] for task in state.tasks}
    for action in state.actions:
        by_task[action.task].append(action)
    bureau_of = dict(state.dossier.bureaus)

    def of_task(task: Task) -> TaskData:
        bodies = tuple((body, bureau_of[body]) for body in task.bodies if body in bureau_of)
        return TaskData(task, tuple(by_task[task.id]), state.counts.tasks[task.id], bodies)

    parts = [
        PartData(part, tuple(of_task(task) for task in state.tasks if task.part == (part.id if part else None)))
        for part in (*state.parts, None)
    ]
    return tuple(part for part in parts if part.tasks)


def _records(state: State) -> Records:
    found = state.dossier
    return Records(
        newest={entry.action: entry for entry in found.newest},
        problems=dossier.by_action(found.problems),
        extensions=dossier.by_action(found.extensions),
        closings=dossier.by_action(found.closings),
        evidence=dossier.by_action(found.evidence),
        phones=dict(found.phones),
    )


def _comparison(checklist: Checklist, state: State, options: Options) -> Comparison | None:
    """Against what was closed before, in the same scope; None when nothing was."""
    try:
        before = comparison.earlier(checklist, options.period)
    except RuleBroken:
        return None
    narrowed = scope.narrowed(before, options.scope)
    return comparison.compare(narrowed, state) if narrowed else None
