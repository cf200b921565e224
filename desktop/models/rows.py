"""A list that is brought up to date row by row, so that the view keeps its place."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
Row = TypeVar("Row")


class Rows(QAbstractListModel, Generic[Row]):
    """Rows told apart by `key`; `words` and `spoken` say one as the tooltip and as a screen reader do."""

    def __init__(
        self, key: Callable[[Row], int], words: Callable[[Row], str], spoken: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._key, self._words, self._spoken = key, words, spoken
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Hold these rows in this order: what is gone leaves, what is new comes in, what differs is repainted."""
        wanted = {self._key(row) for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._key(self._rows[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._put(place, row)

    def rows(self) -> Sequence[Row]:
        """The rows as they stand."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Row | None:
        """What stands in a row; None outside the list."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: int) -> QModelIndex:
        """Where a row stands; not valid when there is none of that key."""
        return next(
            (self.index(place) for place, row in enumerate(self._rows) if self._key(row) == key), QModelIndex()
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row)
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _put(self, place: int, row: Row) -> None:
        now = next((i for i in range(place, len(self._rows)) if self._key(self._rows[i]) == self._key(row)), None)
        if now is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        if now != place:
            self.beginMoveRows(QModelIndex(), now, now, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(now))
            self.endMoveRows()
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))
