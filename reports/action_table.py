"""The table of all actions by part and task, of which 任务分解表 and 工作台账 show different columns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from db.actions import Action
from db.text import ordinal
from reports import columns, frame, words
from reports.data import PartData, ReportData, TaskData
from reports.typesetting.cells import Cell
from reports.typesetting.grid import shared
from reports.typesetting.paper import Paper
from reports.typesetting.table import Band, Group, Table

_PART_SIZE = 12.0  # 小四
_FIGURES = (
    "tasks", "applicable", "not_applicable", "undivided", "actions", "finished", "closed",
    "in_progress", "not_started", "overdue", "soon",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its head, `letters` it has room for at least, its `share` of what is left over.

    `text` says what it tells of an action, `note` what is set small above; `mark` is what a line ends at (Cell).
    """

    name: str
    text: Callable[[Action, ReportData], str]
    letters: float
    share: float = 0.0
    align: str = "center"
    mark: str = ""
    note: Callable[[Action, ReportData], str] | None = None

    def cell(self, action: Action, data: ReportData, size: float) -> Cell:
        """What stands in it."""
        note = self.note(action, data) if self.note else ""
        return Cell(self.text(action, data), "song", size, self.align, note, mark=self.mark)


LEAD = Column(words.LEAD, lambda action, _: action.lead, 5.1, 0.8)
OTHERS = Column(words.OTHERS, lambda action, _: columns.others(action), 5.1, 1.0, mark=words.AND)
DUE = Column(words.DUE, lambda action, _: columns.due(action), 5.1, mark=words.YEAR)
_BEFORE = ((2.1, 0.0), (6.0, 1.2), (9.0, 2.6))  # number, task, action: letters and share


def owner(data: ReportData) -> Column:
    """责任人, wider where the phone stands under the name."""
    return Column(words.OWNER, columns.owner, 6.5 if data.options.phones else 3.2)


def draw(
    data: ReportData, paper: Paper, title: str, rest: Sequence[Column], size: float
) -> Iterator[tuple[int, int]]:
    """Draw the whole sheet, yielding (done, of) after every part and task.

    `rest` are the columns behind number, task and action, `size` is that of the letters.
    """
    frame.begin(data, paper, title, (frame.basis(data), _scope(data)))
    names = (*words.TASK_COLUMNS, *(column.name for column in rest))
    head = [Cell(name, "hei", size, "center") for name in names]
    room = (*_BEFORE, *((column.letters, column.share) for column in rest))
    table = Table(paper, shared(paper.sheet.width, size, room), head)
    rows = list(_rows(data, rest, size))
    for done in table.draw(rows, frame.foot_height(data, paper)):
        yield done, len(rows)
    frame.foot(data, paper)


def _scope(data: ReportData) -> str:
    total = data.counts.total
    return words.SCOPE.format(tasks=total.tasks, applicable=total.applicable, not_applicable=total.not_applicable)


def _rows(data: ReportData, rest: Sequence[Column], size: float) -> Iterator[Band | Group]:
    for part in data.parts:
        yield from part_band(part)
        for task in part.tasks:
            yield _task(task, data, rest, size)
    total = data.counts.total
    yield Band(Cell(words.TOTALS.format(**{name: getattr(total, name) for name in _FIGURES}), "hei", size))


def part_band(part: PartData) -> Iterator[Band]:
    """The row a part begins with; none for tasks that stand in no part."""
    if part.part is not None:
        told = words.PART.format(label=ordinal(part.part.number), title=part.part.title)
        yield Band(Cell(told, "hei", _PART_SIZE), bookmark=True)


def _task(data: TaskData, report: ReportData, rest: Sequence[Column], size: float) -> Group:
    task = data.task
    spanning = (Cell(str(task.number), size=size, align="center"), Cell(task.label + task.title, "song", size))
    if not task.applicable:
        reason = task.na_reason.rstrip("。")
        lone = words.NOT_APPLICABLE.format(reason=reason, confirmer=task.na_confirmer)
        return Group(spanning, lone=Cell(lone, "kai", size))
    if not data.actions:
        return Group(spanning, lone=Cell(words.UNDIVIDED, "kai", size))
    return Group(spanning, tuple(_action(action, report, rest, size) for action in data.actions))


def _action(action: Action, data: ReportData, rest: Sequence[Column], size: float) -> tuple[Cell, ...]:
    named = Cell(action.title, size=size, note=action.code, indent=size * (action.depth - 1))
    return named, *(column.cell(action, data, size) for column in rest)
