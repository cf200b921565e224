"""任务分解表: every task with its actions, who leads, by when; landscape, for the meeting and the wall."""

from collections.abc import Iterator

from db.actions import Action
from db.text import ordinal
from reports import columns, frame, words
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
        Cell(columns.others(action), size=_SIZE, align="center"),
        Cell(action.owner, size=_SIZE, align="center"),
        Cell(columns.due(action), size=_SIZE, align="center"),
        Cell(columns.state(action, report.yard), size=_SIZE, align="center"),
    )
