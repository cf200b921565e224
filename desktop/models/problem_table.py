"""The problems as a flat table: what each row tells, and the orders it can be put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.actions import Action
from db.ledger import pinyin_key
from db.problems import Problem, is_open
from db.status import FINISHED
from db.tasks import Task
from desktop import wording
from desktop.words import problems as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Role.UserRole


class Column(IntEnum):
    """The columns, left to right."""

    LEVEL, TEXT, CAUSE, CATEGORY, ACTION, LEAD, UNIT, RAISED, SOLVED = range(9)


@dataclass(frozen=True, slots=True)
class Line:
    """A problem with its action and task, and how many days it has stood or stood."""

    problem: Problem
    action: Action
    task: Task
    days: int

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to solve it."""
        return is_open(self.problem, self.action, self.task)

    @property
    def age(self) -> str:
        """已29天, 今天提出, or 用了5天 once it is solved."""
        if self.problem.solved_on:
            return words.STOOD.format(days=self.days)
        return words.STANDING.format(days=self.days) if self.days else words.STANDING_TODAY

    @property
    def flag(self) -> str:
        """What is odd about a problem nobody has solved: its action is done, or not counted any more."""
        if self.problem.solved_on:
            return ""
        if not self.is_open:
            return words.ACTION_OUT
        return words.ACTION_FINISHED if self.action.status in FINISHED else ""


_TEXTS: dict[int, Callable[[Line], str]] = {
    Column.LEVEL: lambda line: words.LEVELS[line.problem.entry.level],
    Column.TEXT: lambda line: line.problem.entry.text,
    Column.CAUSE: lambda line: line.problem.entry.cause,
    Column.CATEGORY: lambda line: words.CATEGORIES[line.problem.entry.category],
    Column.ACTION: lambda line: words.ACTION_LINE.format(code=line.action.code, title=line.action.title),
    Column.LEAD: lambda line: line.action.lead,
    Column.UNIT: lambda line: line.problem.entry.unit,
    Column.RAISED: lambda line: wording.long_date(line.problem.entry.raised_on),
    Column.SOLVED: lambda line: line.problem.solution or line.flag or words.OPEN,
}


def _text_key(column: Column) -> Callable[[Line], Any]:
    return lambda line: pinyin_key(_TEXTS[column](line))


_KEYS: dict[int, Callable[[Line], Any]] = {
    **{column: _text_key(column) for column in Column},
    Column.LEVEL: lambda line: line.problem.entry.level,
    Column.ACTION: lambda line: line.action.code,
    Column.RAISED: lambda line: line.problem.entry.raised_on,
    Column.SOLVED: lambda line: line.problem.solved_on or "",
}


class ProblemTable(QAbstractTableModel):
    """Shows the lines it is filled with, in the order last asked for; `LINE_ROLE` gives the Line itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._order: tuple[int, bool] | None = None

    def fill(self, lines: Sequence[Line]) -> None:
        """Show other lines, given the highest level and the oldest first."""
        self.beginResetModel()
        self.lines = self._sorted(lines)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in the order of a column; equal ones stay as they are."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self.fill(self.lines)

    def row_of(self, problem_id: int) -> int:
        """The row a problem stands in, −1 when it is not shown."""
        return next((row for row, line in enumerate(self.lines) if line.problem.id == problem_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.PROBLEM_COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Role.DisplayRole:
            return _TEXTS[index.column()](line)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return spoken(line)
        return None

    def _sorted(self, lines: Sequence[Line]) -> list[Line]:
        if self._order is None:
            return list(lines)
        column, falling = self._order
        return sorted(lines, key=_KEYS[column], reverse=falling)


def spoken(line: Line) -> str:
    """A row as a screen reader and the tooltip say it."""
    entry = line.problem.entry
    return words.SPOKEN.format(
        level=words.LEVELS[entry.level], text=entry.text, cause=entry.cause or words.NONE,
        category=words.CATEGORIES[entry.category], code=line.action.code, title=line.action.title,
        lead=line.action.lead or words.NONE, unit=entry.unit or words.NONE, raised=wording.long_date(entry.raised_on),
        solved=_TEXTS[Column.SOLVED](line),
    )  # fmt: skip
