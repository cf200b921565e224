"""不适用事项说明: the tasks left out of every figure, what they ask, why not here, who confirmed it."""

from collections.abc import Iterator

from db.tasks import Task
from reports import frame
from reports.action_table import part_band
from reports.data import ReportData
from reports.typesetting.cells import Cell
from reports.typesetting.grid import shared
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table
from reports.words import not_applicable as words

_SIZES = {"A4": 10.5, "A3": 12.0}
_ROOM = ((2.1, 0.0), (8.0, 1.0), (12.0, 3.2), (8.0, 1.4), (4.2, 0.0))  # letters and share


def title(data: ReportData) -> str:
    """The sheet's title."""
    return frame.title(data, words.NAME)


def empty(data: ReportData) -> str:
    """Why there is nothing to print, "" where there is."""
    return "" if data.counts.behind("not_applicable") else words.EMPTY


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw the sheet, yielding (done, of) after every part and task."""
    total, size = data.counts.total, _SIZES[data.options.size]
    scope = words.SCOPE.format(tasks=total.tasks, not_applicable=total.not_applicable)
    frame.begin(data, paper, title(data), (frame.basis(data), scope))
    rows = list(_rows(data, size))
    head = [Cell(name, "hei", size, "center") for name in words.COLUMNS]
    table = Table(paper, shared(paper.sheet.width, size, _ROOM), head)
    for done in table.draw(rows, frame.foot_height(data, paper, counts=False)):
        yield done, len(rows)
    frame.foot(data, paper, counts=False)


def _rows(data: ReportData, size: float) -> Iterator[Band | Group]:
    left_out = set(data.counts.behind("not_applicable"))
    for part in data.parts:
        found = [item.task for item in part.tasks if item.task.id in left_out]
        if found:
            yield from part_band(part)
        yield from (Group((), (_row(task, size),)) for task in found)


def _row(task: Task, size: float) -> tuple[Cell, ...]:
    return (
        Cell(str(task.number), size=size, align="center"),
        Cell(task.label + task.title, size=size),
        Cell("".join(task.sentences) or task.body, size=size),
        Cell(task.na_reason, size=size),
        Cell(task.na_confirmer, size=size, align="center"),
    )
