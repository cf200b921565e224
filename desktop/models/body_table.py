"""National bodies and the bureaus they end in as a table; what is typed in a cell is handed to `save`."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.counterparts import Counterpart
from desktop.body_wording import span_told, tip, unit_told
from desktop.words import counterparts as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
BODY_ROLE = Role.UserRole
Save = Callable[[Counterpart, str, str], bool]  # what it was, the field, the words; False when refused


class Column(IntEnum):
    """The columns, left to right."""

    BODY, UNIT, SPAN, TASKS, NOTE = range(5)


FIELDS = {Column.UNIT: "unit", Column.NOTE: "note"}


class BodyTable(QAbstractTableModel):
    """One line for every time a body has; lines are known by body and first day."""

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self.rows: list[Counterpart] = []

    def show(self, rows: Sequence[Counterpart]) -> None:
        """Hold these lines; where they are the same ones, what differs is repainted and the view keeps its place."""
        if [_key(one) for one in rows] != [_key(one) for one in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for place, one in enumerate(rows):
            if one != self.rows[place]:
                self.rows[place] = one
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def row_at(self, index: Index) -> Counterpart | None:
        """What a line tells of; None outside the table."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def place_of(self, body: str, since: str | None = None) -> int:
        """The line of a body, of its time that begins on a day where there is one; −1 for none."""
        places = [place for place, one in enumerate(self.rows) if one.body == body]
        return next((place for place in places if self.rows[place].valid_from == since), places[0] if places else -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.HEAD[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        one = self.row_at(index)
        if one is None:
            return None
        if role == BODY_ROLE:
            return one
        if role == Role.EditRole:
            return (one.unit or one.gone or words.NONE) if index.column() == Column.UNIT else one.note
        if role == Role.ToolTipRole:
            return words.TO_TASKS_TIP if index.column() == Column.TASKS and one.tasks else tip(one)
        if role == Role.AccessibleTextRole:
            return spoken(one)
        return _text(one, index.column()) if role == Role.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        one = self.row_at(index)
        if one is None or role != Role.EditRole or index.column() not in FIELDS:
            return False
        if value == self.data(index, Role.EditRole):
            return True
        return self._save(one, FIELDS[Column(index.column())], value)


def spoken(one: Counterpart) -> str:
    """A line as a screen reader says it."""
    return words.SAID.format(
        body=one.body, unit=unit_told(one)[0], span=span_told(one), n=len(one.tasks),
        note="" if one.checked else words.NOT_CHECKED,
    )  # fmt: skip


def _text(one: Counterpart, column: int) -> str:
    return {
        Column.BODY: one.body, Column.UNIT: unit_told(one)[0], Column.SPAN: span_told(one),
        Column.TASKS: words.TASKS.format(n=len(one.tasks)), Column.NOTE: one.note,
    }[Column(column)]  # fmt: skip


def _key(one: Counterpart) -> tuple[str, str | None]:
    return one.body, one.valid_from
