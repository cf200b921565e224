"""The parts of the notice with their tasks, as a two-level tree."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.counts import Tally
from db.tasks import Part, Task
from desktop import wording, words
from desktop.models.standing import Standing

Index = QModelIndex | QPersistentModelIndex
_TOP = 0  # internal id of part rows; a task row carries its part's row + 1


class TaskRole(IntEnum):
    """What a delegate asks for beyond the words."""

    OBJECT = Qt.ItemDataRole.UserRole
    TALLY = Qt.ItemDataRole.UserRole + 1


class TaskTreeModel(QAbstractItemModel):
    """One column; the object role gives the Part or Task, the tally role its figures."""

    def __init__(self, standing: Standing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        with_tasks = {task.part for task in standing.tasks.values()}
        self._parts = [part for part in standing.parts if part.id in with_tasks]
        self._tasks = [
            [task.id for task in standing.tasks.values() if task.part == part.id] for part in self._parts
        ]
        loose = [task.id for task in standing.tasks.values() if task.part is None]
        if loose:  # a notice without parts
            self._parts.append(Part(0, 0, words.TASKS, ""))
            self._tasks.append(loose)
        self._place = {
            task_id: (top, row) for top, ids in enumerate(self._tasks) for row, task_id in enumerate(ids)
        }
        self._shown: dict[tuple[int, int | None], tuple[str, str, int, int]] = {}
        standing.changed.connect(self._show)

    def index_of(self, task_id: int) -> QModelIndex:
        """Where a task stands."""
        top, row = self._place[task_id]
        return self.index(row, 0, self.index(top, 0))

    def task_at(self, index: Index) -> Task | None:
        """The task of a row, None for a part."""
        found = self.data(index, TaskRole.OBJECT)
        return found if isinstance(found, Task) else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._parts)
        return len(self._tasks[parent.row()]) if parent.internalId() == _TOP and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, tally = self._item(index)
        if role == TaskRole.OBJECT:
            return item
        if role == TaskRole.TALLY:
            return tally
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            line = wording.task_line(item) if isinstance(item, Task) else wording.part_line(item)
            covered = wording.covered(tally) if role == Qt.ItemDataRole.ToolTipRole else ""
            return "\n".join(filter(None, (line, covered)))
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(item, Task):
            return wording.task_spoken(item, tally)
        return None

    def _item(self, index: Index) -> tuple[Part | Task, Tally]:
        if index.internalId() == _TOP:
            part = self._parts[index.row()]
            return part, self._standing.part(part.id)
        task_id = self._tasks[index.internalId() - 1][index.row()]
        return self._standing.tasks[task_id], self._standing.tallies[task_id]

    def _show(self, task_ids: set[int]) -> None:
        """Have the rows repainted whose sign or figures are others now."""
        for task_id in task_ids:
            index = self.index_of(task_id)
            top, row = self._place[task_id]
            for key, place in (((top, row), index), ((top, None), index.parent())):
                tally = self._item(place)[1]
                shown = (tally.state, tally.lamp, tally.finished, tally.actions)
                if self._shown.get(key) != shown:
                    self._shown[key] = shown
                    self.dataChanged.emit(place, place)
