"""A table whose lines are known by keys, and that is brought from one list of lines to another step by step."""

from collections.abc import Collection, Hashable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

_MANY = 60  # touched lines from which on they are laid out anew instead of moved one by one


class KeyedTable(QAbstractTableModel):
    """Views keep selection and scroll, for a line that stays is neither taken out nor put in again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Hashable] = []
        self._places: dict[Hashable, int] = {}

    @property
    def keys(self) -> list[Hashable]:
        """The keys of the lines, top to bottom; not to be changed."""
        return self._keys

    @keys.setter
    def keys(self, keys: list[Hashable]) -> None:
        self._keys = keys
        self._places = {}

    def place_of(self, key: Hashable) -> int:
        """The line a key stands in; −1 when it is not shown."""
        if not self._places:
            self._places = {key: place for place, key in enumerate(self._keys)}
        return self._places.get(key, -1)

    def rearrange(self, wanted: list[Hashable], touched: Collection[Hashable]) -> None:
        """Take out, move and put in lines until they are as wanted; only those `touched` may have changed places."""
        if wanted == self._keys:
            return
        self._take_out(set(self._keys) - set(wanted))
        there = set(self._keys)
        kept = [key for key in wanted if key in there]
        if kept != self._keys and len(touched) <= _MANY:
            self._move(kept, touched)
        if kept != self._keys:
            self._lay_out(kept)
        self._put_in(wanted, there)

    def _take_out(self, gone: Collection[Hashable]) -> None:
        last = len(self._keys) - 1
        while last >= 0 and gone:
            first = last
            while first >= 0 and self._keys[first] in gone:
                first -= 1
            if first < last:
                self.beginRemoveRows(QModelIndex(), first + 1, last)
                del self._keys[first + 1 : last + 1]
                self._places = {}
                self.endRemoveRows()
            last = first - 1

    def _move(self, wanted: Sequence[Hashable], touched: Collection[Hashable]) -> None:
        """Set each touched line behind the one it should follow, from the top: the others keep their order."""
        top = QModelIndex()
        for at, key in enumerate(wanted):
            if key not in touched:
                continue
            origin, target = self._keys.index(key), self._keys.index(wanted[at - 1]) + 1 if at else 0
            if target not in (origin, origin + 1):
                self.beginMoveRows(top, origin, origin, top, target)
                self._keys.insert(target, key)
                del self._keys[origin + (target < origin)]
                self._places = {}
                self.endMoveRows()

    def _lay_out(self, wanted: list[Hashable]) -> None:
        """Put many lines into another order at once."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in old]
        self._keys = wanted
        self._places = {}
        new = [self.index(self.place_of(key), index.column()) for key, index in zip(keys, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _put_in(self, wanted: Sequence[Hashable], there: Collection[Hashable]) -> None:
        first = 0
        while first < len(wanted):
            last = first
            while last < len(wanted) and wanted[last] not in there:
                last += 1
            if last > first:
                self.beginInsertRows(QModelIndex(), first, last - 1)
                self._keys[first:first] = wanted[first:last]
                self._places = {}
                self.endInsertRows()
            first = last + 1
