"""任务分解表: every task with its actions, who leads, by when; landscape, for the meeting and the wall."""

from collections.abc import Iterator
from datetime import date

from db import status
from db.actions import Action
from db.text import ordinal
from db.yardstick import Yardstick
from reports import frame, words
from reports.data import PartData, ReportData, TaskData
from reports.typesetting.cells import Cell
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table

_WIDTHS = (10, 45, 76, 31, 31, 15, 24, 25)  # in proportion
_SIZE = 10.5
_STEP = 10.5  # what a sub-action is moved in, pt


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the whole sheet, yielding (done, of) after every part and task."""
    frame.begin(data, paper, title(data), (frame.basis(data), _scope(data)))
    head = tuple(Cell(name, "hei", _SIZE, "center") for name in words.BREAKDOWN_COLUMNS)
    table = Table(paper, _WIDTHS, head)
    rows = list(_rows(data))
    for done in table.draw(rows, frame.foot_height(data, paper)):
        yield done, len(rows)
    frame.foot(data, paper)


def title(data: ReportData) -> str:
    """The sheet's title, on its first page and in the document's properties."""
    return frame.title(data, words.BREAKDOWN)


def _scope(data: ReportData) -> str:
    total = data.counts.total
    return words.SCOPE.format(
        tasks=total.tasks, applicable=total.applicable, not_applicable=total.not_applicable
    )


def _rows(data: ReportData) -> Iterator[Band | Group]:
    for part in data.parts:
        yield from _part(part)
        for task in part.tasks:
            yield _task(task, data)
    total = data.counts.total
    yield Band(Cell(words.TOTALS.format(**{name: getattr(total, name) for name in _FIGURES}), "hei", _SIZE))


_FIGURES = (
    "tasks", "applicable", "not_applicable", "undivided", "actions", "finished", "closed",
    "in_progress", "not_started", "overdue", "soon",
)  # fmt: skip


def _part(part: PartData) -> Iterator[Band]:
    if part.part is not None:
        label = ordinal(part.part.number)
        yield Band(Cell(words.PART.format(label=label, title=part.part.title), "hei", 12))


def _task(data: TaskData, report: ReportData) -> Group:
    task = data.task
    spanning = (Cell(str(task.number), size=_SIZE, align="center"), Cell(task.label + task.title, "song", _SIZE))
    if not task.applicable:
        reason = task.na_reason.rstrip("。")
        lone = words.NOT_APPLICABLE.format(reason=reason, confirmer=task.na_confirmer)
        return Group(spanning, lone=Cell(lone, "kai", _SIZE))
    if not data.actions:
        return Group(spanning, lone=Cell(words.UNDIVIDED, "kai", _SIZE))
    return Group(spanning, rows=tuple(_action(action, report) for action in data.actions))


def _action(action: Action, report: ReportData) -> tuple[Cell, ...]:
    return (
        Cell(action.title, size=_SIZE, note=action.code, indent=_STEP * (action.depth - 1)),
        Cell(action.lead, size=_SIZE, align="center"),
        Cell(_others(action), size=_SIZE, align="center"),
        Cell(action.owner, size=_SIZE, align="center"),
        Cell(_due(action), size=_SIZE, align="center"),
        Cell(_state(action, report.yard), size=_SIZE, align="center"),
    )


def _due(action: Action) -> str:
    """The deadline as it was worded; a date that came as bare digits (20200630, 44012) is written out.

    Below it the day it was moved to off a day nobody works, and of one that was extended the original date.
    """
    due = frame.day(action.due_on) if action.due_on and action.due_words.isdecimal() else action.due_words
    if action.due_on and action.due_stated and action.due_on != action.due_stated:
        due = words.MOVED.format(due=due, day=_short(action.due_on, action.due_stated))
    if not (action.leaf and action.extensions and action.original_due_on and action.due_on):
        return due
    return words.EXTENDED.format(
        due=due, n=action.extensions, original=_short(action.original_due_on, action.due_on)
    )


def _others(action: Action) -> str:
    """The supporting units; where there are responsible ones beside the lead, each kind under its name."""
    if not action.responsible:
        return "、".join(action.supporting)
    lines = [words.RESPONSIBLE.format(names="、".join(action.responsible))]
    if action.supporting:
        lines.append(words.SUPPORTING.format(names="、".join(action.supporting)))
    return "\n".join(lines)


def _short(day: str, beside: str) -> str:
    """A day without its year where it is that of the day beside it."""
    when = date.fromisoformat(day)
    text = words.MONTH_DAY if beside[:4] == day[:4] else words.DATE
    return text.format(year=when.year, month=when.month, day=when.day)


def _state(action: Action, yard: Yardstick) -> str:
    """The lifecycle, with a leaf's 逾期 or 临期 under it: shape and word, readable in grey."""
    state = words.STATUS[action.status]
    if not action.leaf:
        return state
    timing = status.timing(action, yard)
    urgent = {"overdue": words.OVERDUE, "soon": words.SOON}.get(timing.code)
    return f"{state}\n{urgent}" if urgent else state
