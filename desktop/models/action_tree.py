"""The actions of one task as an editable tree that follows every change row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from db import moves, status
from db.actions import Action
from db.errors import RuleBroken
from desktop import countdown, wording, words
from desktop.models import cells, dragged
from desktop.models.siblings import runs
from desktop.models.standing import Standing
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Children = dict[int | None, list[int]]
_MANY = 60  # runs that come or go, or rows among which the order changes, from which on it is done at once


class Column(IntEnum):
    """The columns, left to right."""

    TITLE, LEAD, OWNER, DUE, STATUS, PERCENT = range(6)


ACTION_ROLE = Role.UserRole
FIELDS = tuple(column.name.lower() for column in Column)  # their names in `cells`


class ActionTreeModel(QAbstractItemModel):
    """Rows carry their action's id; `ACTION_ROLE` gives the Action itself."""

    def __init__(self, session: Session, standing: Standing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._standing = standing
        self.task = 0  # none shown yet
        self._actions: dict[int, Action] = {}
        self._children: Children = {}
        self._places: dict[int, int] = {}  # the row of each action among its siblings, where it was looked up
        standing.changed.connect(self._follow)

    def show_task(self, task_id: int) -> None:
        """Show another task's actions."""
        self.beginResetModel()
        self.task = task_id
        self._actions, self._children = _as_tree(self._standing.actions[task_id])
        self._places = {}
        self.endResetModel()

    def action(self, index: Index) -> Action | None:
        """The action of a row."""
        return self._actions.get(index.internalId()) if index.isValid() else None

    def in_order(self) -> list[Action]:
        """The actions as shown, top to bottom."""
        return self._standing.actions.get(self.task, [])

    def index_of(self, action_id: int, column: int = 0) -> QModelIndex:
        """Where an action stands, an invalid index when it is not in this task."""
        action = self._actions.get(action_id)
        if action is None:
            return QModelIndex()
        if action_id not in self._places:
            self._places |= {one: row for row, one in enumerate(self._children[action.parent])}
        return self.createIndex(self._places[action_id], column, action_id)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._children.get(_id(parent), ())
        if not (0 <= row < len(siblings) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        action = self.action(index)
        return self.index_of(action.parent) if action and action.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children.get(_id(parent), ())) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.ACTION_COLUMNS[section]
        if role == Role.TextAlignmentRole and section == Column.PERCENT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        action = self.action(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if action is None:
            return flags
        applicable = self._standing.tasks[action.task].applicable
        editable = cells.editable(action, FIELDS[index.column()], applicable=applicable)
        flags |= Qt.ItemFlag.ItemIsDragEnabled if applicable else Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def mimeTypes(self) -> list[str]:
        return [dragged.MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The actions of these cells, top to bottom."""
        chosen = {index.internalId() for index in indexes}
        return dragged.packed(action.id for action in self.in_order() if action.id in chosen)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.LinkAction

    def takes(self, action_ids: Sequence[int], parent: int | None) -> bool:
        """Whether actions can be moved below an action of this task, or to its first level."""
        return can_move(self._session, action_ids, self.task, parent)

    def next_to(self, action: Action) -> int | None:
        """The sibling below an action; None for the last."""
        siblings = self._children[action.parent]
        place = siblings.index(action.id) + 1
        return siblings[place] if place < len(siblings) else None

    def first_below(self, action: Action) -> int | None:
        """The first child of an action."""
        return next(iter(self._children.get(action.id, ())), None)

    def above(self, action: Action) -> Action | None:
        """The action another stands under."""
        return self._actions.get(action.parent) if action.parent is not None else None

    def asked(self, index: Index) -> bool:
        """Whether a cell cannot be edited because its change has to be asked for first."""
        action = self.action(index)
        if action is None:
            return False
        return cells.asked(action, FIELDS[index.column()], applicable=self._standing.tasks[action.task].applicable)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        action = self.action(index)
        if action is None:
            return None
        if role == ACTION_ROLE:
            return action
        if role in (Role.EditRole, Role.DisplayRole):
            return cells.VALUES[FIELDS[index.column()]](action)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            more = self._more(action, index.column())
            return "\n".join(filter(None, (wording.action_spoken(action), more)))
        return None

    def _more(self, action: Action, column: int) -> str:
        """What a cell cannot show: how a due date came about and is counted, the time elapsed."""
        yard = self._session.yard
        if column == Column.DUE:
            return countdown.notes(action, yard)
        if column == Column.PERCENT and action.leaf:
            return countdown.pace_phrase(status.pace(action, yard))
        return ""

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Turn what was typed into one step; an unchanged value is none."""
        action = self.action(index)
        if action is None or role != Role.EditRole:
            return False
        return cells.write(self._session, action, FIELDS[index.column()], value)

    def _follow(self, task_ids: set[int]) -> None:
        if self.task not in task_ids:
            return
        old = self._actions
        actions, children = _as_tree(self._standing.actions[self.task])
        if children != {parent: its for parent, its in self._children.items() if its}:
            self._rearrange(actions, children)
        self._actions = actions
        self._tell(old)

    def _tell(self, old: Mapping[int, Action]) -> None:
        """Have the cells repainted that show something else now: of a mere percent only its own cell."""
        whole: set[int] = set()
        for action_id, action in self._actions.items():
            before = old.get(action_id)
            if before is None or before == action or replace(before, percent=action.percent) == action:
                continue
            above: int | None = action_id
            while above is not None:  # the lamp of a parent is that of its worst child
                whole.add(above)
                above = self._actions[above].parent
        for action_id, action in self._actions.items():
            if action_id in whole:
                self.dataChanged.emit(self.index_of(action_id, 0), self.index_of(action_id, len(Column) - 1))
            elif action_id in old and old[action_id].percent != action.percent:
                cell = self.index_of(action_id, Column.PERCENT)
                self.dataChanged.emit(cell, cell)

    def _rearrange(self, actions: dict[int, Action], children: Children) -> None:
        """Bring the rows to where they should be, run by run so that the view keeps its place; many runs at once."""
        kept = {parent: its for parent, its in self._children.items() if parent is None or parent in actions}
        number = sum(
            len(list(runs(its, set(its).difference(children.get(parent, ())))))
            + len(list(runs(children.get(parent, []), set(children.get(parent, ())).difference(its))))
            for parent, its in kept.items()
        )
        if number > _MANY:
            self.beginResetModel()
            self._actions, self._children, self._places = actions, children, {}
            self.endResetModel()
            return
        self._remove_gone(children)
        self._actions = {i: actions.get(i, action) for i, action in self._actions.items()}
        self._sort(children)
        self._insert_new(None, actions, children)

    def _remove_gone(self, children: Children) -> None:
        """Take out the rows that no longer stand under the same parent, with all below them."""
        for parent in list(self._children):
            if parent not in self._children:
                continue  # went with a row above it
            its = self._children[parent]
            for first, last in reversed(list(runs(its, set(its).difference(children.get(parent, ()))))):
                self.beginRemoveRows(self._parent_index(parent), first, last)
                gone = its[first : last + 1]
                del its[first : last + 1]
                self._places = {}
                for action_id in gone:
                    self._forget(action_id)
                self.endRemoveRows()

    def _forget(self, action_id: int) -> None:
        for child in self._children.pop(action_id, ()):
            self._forget(child)
        del self._actions[action_id]

    def _sort(self, children: Children) -> None:
        """Put the rows that stay into their order: a few by moving them, many by laying them out anew."""
        for parent, its in self._children.items():
            there = set(its)
            wanted = [action_id for action_id in children.get(parent, ()) if action_id in there]
            if wanted == its:
                continue
            if len(its) > _MANY:
                self._lay_out(its, wanted)
                continue
            at = self._parent_index(parent)
            for row, action_id in enumerate(wanted):
                origin = its.index(action_id)
                if origin != row:
                    self.beginMoveRows(at, origin, origin, at, row)
                    its.insert(row, its.pop(origin))
                    self._places = {}
                    self.endMoveRows()

    def _lay_out(self, its: list[int], wanted: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        its[:] = wanted
        self._places = {}
        self.changePersistentIndexList(old, [self.index_of(index.internalId(), index.column()) for index in old])
        self.layoutChanged.emit()

    def _insert_new(self, parent: int | None, actions: dict[int, Action], children: Children) -> None:
        """Put in what is new below `parent`, each row with all below it, and then below the rows that were there."""
        wanted, its = children.get(parent, []), self._children.setdefault(parent, [])
        there = set(its)
        for first, last in runs(wanted, set(wanted) - there):
            self.beginInsertRows(self._parent_index(parent), first, last)
            its[first:first] = wanted[first : last + 1]
            self._places = {}
            for action_id in wanted[first : last + 1]:
                self._learn(action_id, actions, children)
            self.endInsertRows()
        for action_id in wanted:
            if action_id in there:
                self._insert_new(action_id, actions, children)

    def _learn(self, action_id: int, actions: dict[int, Action], children: Children) -> None:
        self._actions[action_id] = actions[action_id]
        self._children[action_id] = list(children.get(action_id, ()))
        for child in self._children[action_id]:
            self._learn(child, actions, children)

    def _parent_index(self, parent: int | None) -> QModelIndex:
        return self.index_of(parent) if parent is not None else QModelIndex()


def can_move(session: Session, action_ids: Sequence[int], task: int, parent: int | None = None) -> bool:
    """Whether actions can be moved to a task, below one of its actions or to its first level."""
    try:
        moves.require_movable(session.checklist, action_ids, task, parent)
    except RuleBroken:
        return False
    return True


def _id(index: Index) -> int | None:
    return index.internalId() if index.isValid() else None


def _as_tree(actions: list[Action]) -> tuple[dict[int, Action], Children]:
    children: Children = {}
    for action in actions:
        children.setdefault(action.parent, []).append(action.id)
    return {action.id: action for action in actions}, children
