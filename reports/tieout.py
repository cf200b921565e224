"""The figures of a report held against its rows and against each other, before anything is printed.

The figures come from `db.counts`. Here the rows are counted a second time, by another way, from what each row says of
itself; where the two differ nothing is printed and the rows at fault are named.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from db import counts, status
from db.actions import Action
from db.counts import Tally
from db.yardstick import Yardstick
from reports.data import ReportData, TaskData
from reports.errors import ReportError
from reports.words import tieout as words


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One sentence; and what it leads to: the figure, the task by id, the actions by id."""

    text: str
    figure: str = ""
    task: int | None = None
    actions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TieOut:
    """How many figures were held against something, and where they differ."""

    checked: int
    found: tuple[Disagreement, ...]


class DoesNotTieOut(ReportError):
    """Figures do not agree, so nothing is printed; `found` says where."""

    def __init__(self, found: tuple[Disagreement, ...]) -> None:
        self.found = found
        more = words.MORE.format(n=len(found) - 1) if found[1:] else ""
        super().__init__("figures_differ", first=found[0].text, more=more)


def check(data: ReportData) -> TieOut:
    """Hold every figure against its rows and the figures it adds up with."""
    results = [*_tasks(data), *_sums(data), *_rows(data), *_records(data), *_compared(data)]
    return TieOut(len(results), tuple(found for found in results if found))


def require(data: ReportData) -> None:
    """Raise DoesNotTieOut where figures differ."""
    found = check(data).found
    if found:
        raise DoesNotTieOut(found)


Result = Disagreement | None  # None: it agrees


# --- every task's figures against its rows -------------------------------------------------------------------

_STATES: Mapping[str, Callable[[Action, Yardstick], bool]] = {
    "actions": lambda action, yard: True,
    "not_started": lambda action, yard: action.status == "not_started",
    "in_progress": lambda action, yard: action.status == "in_progress",
    "done": lambda action, yard: action.status == "done",
    "closed": lambda action, yard: action.status == "closed",
    "finished": lambda action, yard: action.done_on is not None,
    "overdue": lambda action, yard: _open(action) and (action.due_on or "9999") < yard.today,
    "soon": lambda action, yard: _open(action) and _near(action, yard),
    "extended": lambda action, yard: action.extensions > 0,
    "without_lead": lambda action, yard: not action.lead,
    "issued": lambda action, yard: bool(action.issued_on),
}
_TASK_STATES: Mapping[str, Callable[[TaskData], bool]] = {
    "tasks": lambda its: True,
    "applicable": lambda its: its.task.applicable,
    "not_applicable": lambda its: bool(its.task.na_reason) and not its.task.applicable,
    "undivided": lambda its: its.task.applicable and not its.actions,
}


def _open(action: Action) -> bool:
    return action.done_on is None


def _near(action: Action, yard: Yardstick) -> bool:
    """Whether no more than the county's number of working days is left, the day itself not counted."""
    if action.due_on is None or action.due_on < yard.today:
        return False
    return yard.calendar.span(date.fromisoformat(yard.today), date.fromisoformat(action.due_on)).workdays <= yard.soon


def _counted(its: TaskData) -> list[Action]:
    """The rows a task's figures are about: not a parent's, not what is out of the count."""
    parents = {action.parent for action in its.actions}
    if not its.task.applicable:
        return []
    leaves = [action for action in its.actions if action.leaf and action.id not in parents]
    return [action for action in leaves if action.status not in ("not_applicable", "cancelled")]


def _tasks(data: ReportData) -> Iterator[Result]:
    for its in data.tasks:
        rows = _counted(its)
        for figure, holds in _STATES.items():
            mine = [action.id for action in rows if holds(action, data.yard)]
            yield _same(figure, getattr(its.tally, figure), len(mine), task=its, actions=tuple(mine))
        for figure, so in _TASK_STATES.items():
            yield _same(figure, getattr(its.tally, figure), int(so(its)), task=its)


def _same(
    figure: str, told: int, there: int, *, task: TaskData | None = None, actions: tuple[int, ...] = ()
) -> Result:
    if told == there:
        return None
    where = words.TASK.format(n=task.task.number) if task else words.TOTAL
    text = words.ROWS.format(where=where, figure=words.FIGURES[figure], told=told, there=there)
    return Disagreement(text, figure, task.task.id if task else None, actions)


# --- figures against figures -----------------------------------------------------------------------------------


def _sums(data: ReportData) -> Iterator[Result]:
    """Tasks add up to their part and to all, parts to all, leads to all; the states add up to the actions."""
    figures = data.counts
    for part in data.parts:
        tally = figures.parts[part.part.id if part.part else None]
        name = words.PART.format(title=part.part.title) if part.part else words.NO_PART
        yield from _adds_up(name, words.OF_TASKS, tally, (its.tally for its in part.tasks))
    yield from _adds_up(words.TOTAL, words.OF_PARTS, figures.total, figures.parts.values())
    yield from _adds_up(words.TOTAL, words.OF_LEADS, figures.total, figures.leads.values(), of_tasks=False)
    for where, tally in ((words.TOTAL, figures.total), *((unit, tally) for unit, tally in figures.units.items())):
        parts = tally.not_started + tally.in_progress + tally.done + tally.closed
        yield _sum(where, "actions", words.OF_STATES, tally.actions, parts)
        yield _sum(where, "finished", words.OF_DONE, tally.finished, tally.done + tally.closed)
    total = figures.total
    yield _sum(words.TOTAL, "tasks", words.OF_APPLICABLE, total.tasks, total.applicable + total.not_applicable)


def _adds_up(where: str, of: str, whole: Tally, parts: Iterable[Tally], *, of_tasks: bool = True) -> Iterator[Result]:
    summed = counts.together(parts)
    for figure in counts.FIGURES:
        if of_tasks or figure not in counts.OF_TASKS:
            if figure == "uncounted" and not of_tasks:
                continue
            yield _sum(where, figure, of, getattr(whole, figure), getattr(summed, figure))


def _sum(where: str, figure: str, of: str, told: int, there: int) -> Result:
    if told == there:
        return None
    text = words.SUM.format(where=where, figure=words.FIGURES[figure], told=told, of=of, there=there)
    return Disagreement(text, figure)


def _rows(data: ReportData) -> Iterator[Result]:
    """The rows behind a figure, which the tables print, are as many as it says, and stand in the report."""
    there = {action.id for action in data.actions}
    for figure in counts.FIGURES:
        if figure in counts.OF_TASKS or figure == "problems":  # an action may have several problems
            continue
        behind = data.counts.behind(figure)
        told = getattr(data.counts.total, figure)
        yield _same(figure, told, len([row for row in behind if row in there]), actions=behind)


# --- rows against what hangs on them ---------------------------------------------------------------------------


def _records(data: ReportData) -> Iterator[Result]:
    """What an action says of its records is what is there; what was stored with 封账 is sealed and not asked again."""
    if data.locked:
        return
    for action in data.actions:
        for what, told, there in _hanging(action, data):
            if told != there:
                text = words.RECORDS.format(title=action.title, what=words.HANGING[what], told=told, there=there)
                yield Disagreement(text, task=action.task, actions=(action.id,))
            else:
                yield None


def _hanging(action: Action, data: ReportData) -> Iterator[tuple[str, int, int]]:
    records = data.records
    decisions = Counter(one.decision for one in records.extensions.get(action.id, ()))
    yield "extensions", action.extensions, decisions["approved"]
    solved = [one.solved_on for one in records.problems.get(action.id, ())]
    yield "problems", action.open_problems, solved.count(None)
    yield "evidence", action.evidence, len(records.evidence.get(action.id, ()))
    if action.leaf and action.status == "closed":
        results = [one.result for one in records.closings.get(action.id, ())]
        yield "closings", 1, int(results[-1:] == ["approved"])
    if action.leaf and action.status in status.FINISHED:
        yield "percent", action.percent, 100


# --- two periods -------------------------------------------------------------------------------------------------


def _compared(data: ReportData) -> Iterator[Result]:
    """What was, and what came and went since, makes what is; and what is, is what the other reports say."""
    comparison = data.comparison
    if comparison is None:
        return
    before, after = comparison.before.counts.total, comparison.after.counts.total
    for figure, (came, went) in words.CHANGES.items():
        told = getattr(after, figure)
        there = getattr(before, figure) + len(comparison.groups[came]) - len(comparison.groups[went])
        yield _sum(words.TOTAL, figure, words.OF_CHANGES, told, there)
    for figure in counts.FIGURES:
        yield _sum(words.TOTAL, figure, words.OF_COMPARED, getattr(data.counts.total, figure), getattr(after, figure))
