"""What a change to many actions would do, a row for each action: those that cannot be changed come first."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.actions import Action
from db.bulk import Row, as_it_is
from desktop import wording
from desktop.theme import Theme
from desktop.words import STATUS
from desktop.words import bulk as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CODE, TITLE, CHANGE, REASON = range(4)


class BulkRows(QAbstractTableModel):
    """Shows rows of a preview, or actions as they stand while nothing is known yet."""

    def __init__(self, theme: Theme, plan_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._plan_year = theme, plan_year
        self._field = "lead"
        self._rows: list[Row] = []
        self.known = False

    def show(self, field: str, rows: Sequence[Row]) -> None:
        """Show what would become of a field."""
        self._take(field, sorted(rows, key=lambda row: not row.refusal), known=True)

    def wait(self, field: str, actions: Sequence[Action]) -> None:
        """Show how a field stands until there is something to preview."""
        self._take(field, list(map(as_it_is, actions)), known=False)

    def number(self, fits: Callable[[Row], bool]) -> int:
        """How many rows of a preview are of a kind."""
        return sum(map(fits, self._rows)) if self.known else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(words.HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.HEADS[section]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._text(row, index.column())
        if role == Role.ForegroundRole:
            return self._theme.color(self._ink(row, index.column()))
        return None

    def _take(self, field: str, rows: list[Row], *, known: bool) -> None:
        self.beginResetModel()
        self._field, self._rows, self.known = field, rows, known
        self.endResetModel()

    def _text(self, row: Row, column: int) -> str:
        if column in (CODE, TITLE):
            return row.before.code if column == CODE else row.before.title
        if column == REASON:
            return row.refusal
        old, new = self._value(row.before), self._value(row.after)
        if row.changed and old == new:  # the same day in other words
            old, new = row.before.due_words, row.after.due_words
        if row.changed:
            return words.CHANGE.format(old=old, new=new)
        return words.SAME.format(old=old) if self.known and not row.refusal else old

    def _ink(self, row: Row, column: int) -> str:
        if column == REASON:
            return "amber"
        if self.known and not row.changed:
            return "text3"
        return "text2" if column == CODE else "text"

    def _value(self, action: Action) -> str:
        if self._field == "status":
            return STATUS[action.status]
        if self._field == "due":
            return wording.short_date(action.due_on or "", self._plan_year) or action.due_words or words.BLANK
        value = getattr(action, self._field)
        return ("、".join(value) if isinstance(value, tuple) else value) or words.BLANK
