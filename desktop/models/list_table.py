"""One of the four lists as a table: lines under heads of groups, following every change line by line."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import ledger, lists, problems, progress
from db.changes import ChangeSet
from db.ledger import Row
from db.lists import COLUMNS, KINDS, Group, Line, Sources, Wanted
from db.progress import Entry
from desktop.models.keyed_table import KeyedTable
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.words import lists as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Role.UserRole  # the Line or Head
_NAMES = ("unit_alias", "person", "reading")


@dataclass(frozen=True)
class Head:
    """The head of a group, and whether its lines are folded away."""

    kind: str
    group: Group
    folded: bool

    @property
    def key(self) -> tuple[str, Hashable]:
        """What it is known by among the lines."""
        return "group", self.group.key

    @property
    def numbers(self) -> str:
        """牵头6　责任2　配合9 of a unit, else how many lines there are."""
        group = self.group
        if self.kind != "duties":
            return words.GROUP_NUMBERS[self.kind].format(n=sum(line.row is not None for line in group.lines))
        there = [(role, group.roles[role]) for role in lists.ROLES if group.roles.get(role)]
        return words.BETWEEN_ROLES.join(words.ROLE_NUMBER.format(role=words.ROLES[role], n=n) for role, n in there)


@dataclass
class _OfTask:
    """What is known of a task: its rows, and what it brings into each list."""

    rows: list[Row] = field(default_factory=list)
    lines: dict[str, list[Line]] = field(default_factory=dict)


class ListModel(KeyedTable):
    """Lines are known by their keys, heads by ("group", …); `catch_up` takes in what has changed meanwhile.

    `numbers` are those of the whole lists, whatever is asked for: actions, units, open problems, measures.
    """

    counted = Signal()

    def __init__(self, session: Session, standing: Standing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._standing = session, standing
        self.kind, self.wanted = KINDS[0], Wanted()
        self.live = True  # follows each step at once; else when it is next asked to catch up
        self.numbers: dict[str, int] = {}
        self.shown = 0  # lines, those folded away among them
        self.number = 0  # of these, all but the tasks that stand there without an action
        self._of: dict[int, _OfTask] = {}
        self._entries: dict[int, Entry] = progress.newest(session.checklist)
        self._heads: dict[Hashable, Head] = {}
        self._lines: dict[Hashable, Line] = {}
        self._folded: dict[str, set[Hashable]] = {kind: set() for kind in KINDS}
        self._touched: set[int] = set(standing.tasks)
        self._read()
        self.keys = self._laid_out()
        standing.changed.connect(self._follow)
        session.changed.connect(self._follow_units)

    # --- what others ask --------------------------------------------------------------------------------

    def ask(self, kind: str, wanted: Wanted) -> None:
        """Show another list, or what other conditions leave of it."""
        if (kind, wanted) != (self.kind, self.wanted):
            self.beginResetModel()
            self.kind, self.wanted = kind, wanted
            self.keys = self._laid_out()
            self.endResetModel()
            self.counted.emit()

    def catch_up(self) -> None:
        """Take in the tasks that have changed since."""
        if not self._touched:
            return
        heads, lines = self._heads, self._lines
        self._read()
        keys = self._laid_out()
        new = {key for key, line in self._lines.items() if lines.get(key) != line}
        self.rearrange(keys, new)
        new |= {key for key, head in self._heads.items() if heads.get(key) != head}
        for key in new:
            self._repaint(key)
        self.counted.emit()

    def at(self, place: int) -> Line | Head | None:
        """What stands in a line of the table; None for one that is about to be taken out."""
        key = self.keys[place]
        return self._heads.get(key) or self._lines.get(key)

    def line(self, index: Index) -> Line | Head | None:
        """What stands at an index; None outside the table."""
        return self.at(index.row()) if index.isValid() else None

    def heads(self) -> Sequence[Head]:
        """The groups that are shown, top to bottom."""
        return tuple(self._heads.values())

    def units(self) -> set[str]:
        """Every unit some line of this list concerns."""
        every = (line for of in self._of.values() for line in of.lines[self.kind])
        return {unit for line in every for unit in line.units if unit}

    def key_of(self, action: int) -> Hashable | None:
        """The first line that tells of an action; None where it is not shown."""
        of = (key for key, line in self._lines.items() if line.row and line.row.action.id == action)
        return next(of, None)

    def fold(self, key: Hashable) -> None:
        """Close a group, or open it again."""
        self.fold_all({key} ^ self._folded[self.kind])

    def fold_all(self, keys: Collection[Hashable]) -> None:
        """Close these groups and open all others."""
        before = self._heads
        self._folded[self.kind] = set(keys)
        self.rearrange(self._laid_out(), ())
        for key, head in self._heads.items():
            if before.get(key) != head:
                self._repaint(key)

    # --- what Qt asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS[self.kind])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.COLUMNS[COLUMNS[self.kind][section]]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if not isinstance(line, Line):
            return Qt.ItemFlag.ItemIsEnabled if line else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.line(index)
        if role == LINE_ROLE or line is None:
            return line
        if isinstance(line, Head):
            return _head_data(line, index.column(), role)
        heads, at = [words.COLUMNS[column] for column in COLUMNS[self.kind]], index.column()
        if role == Role.DisplayRole:
            return line.cells[at]
        if role == Role.AccessibleTextRole:
            return words.CELL_SPOKEN.format(head=heads[at], text=line.cells[at] or words.BLANK)
        if role == Role.ToolTipRole:  # the whole line, for some columns may have no room
            told = (words.CELL_SPOKEN.format(head=head, text=cell) for head, cell in zip(heads, line.cells, strict=True)
                    if cell)  # fmt: skip
            return "\n".join(told)
        return None

    # --- following changes ------------------------------------------------------------------------------

    def _follow(self, task_ids: Iterable[int]) -> None:
        self._touched |= set(task_ids)
        if self.live:
            self.catch_up()

    def _follow_units(self, changes: ChangeSet) -> None:
        """A unit that only sorts a problem out stands in no action: its new name changes no task's row.

        What a text finds changes with every name there is, be it shown or not.
        """
        if changes.touches("unit") or (self.wanted.text and any(map(changes.touches, _NAMES))):
            self._follow(self._standing.tasks)

    def _read(self) -> None:
        """Make the lines of the touched tasks anew."""
        session, standing = self._session, self._standing
        found = lists.by_action(problems.all(session.checklist, session.today()))
        known = [task_id for task_id in self._touched if task_id in self._of]
        for row in (row for task_id in known for row in self._of[task_id].rows):
            self._entries.pop(row.action.id, None)
        for task_id in known:
            self._entries |= progress.newest(session.checklist, task_id)
        sources = Sources(session.yard, found, self._entries)
        for task_id in self._touched:
            task = standing.tasks[task_id]
            rows = ledger.of_task(task, standing.actions[task_id], session.yard)
            its = {kind: lists.of_task(kind, task, rows, sources) for kind in KINDS}
            self._of[task_id] = _OfTask(rows, its)
        self._touched = set()
        self.numbers = {
            "tasks": sum(line.row is not None for line in self._every("tasks")),
            "duties": len({line.group for line in self._every("duties")} - {""}),
            "problems": sum(not line.solved for line in self._every("problems")),
            "measures": sum(1 for _ in self._every("measures")),
        }

    def _every(self, kind: str) -> Iterable[Line]:
        return (line for task in self._standing.tasks for line in self._of[task].lines[kind])

    def _laid_out(self) -> list[Hashable]:
        """The keys of the lines that should be shown; lines and heads as they are now."""
        folded = self._folded[self.kind]
        wanted, found = self.wanted, self.wanted.found(self._session.checklist)
        groups = lists.grouped(self.kind, (line for line in self._every(self.kind) if wanted.admits(line, found)))
        heads = [Head(self.kind, group, ("group", group.key) in folded) for group in groups]
        self._heads = {head.key: head for head in heads}
        self._lines = {line.key: line for head in heads for line in head.group.lines}
        self.shown = len(self._lines)
        self.number = sum(line.row is not None for line in self._lines.values())
        keys: list[Hashable] = []
        for head in heads:
            keys.append(head.key)
            keys += [] if head.folded else [line.key for line in head.group.lines]
        return keys

    def _repaint(self, key: Hashable) -> None:
        place = self.place_of(key)
        if place >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))


def _head_data(head: Head, column: int, role: int) -> Any:
    if role == Role.DisplayRole and column == 0:
        return head.group.title
    if role == Role.AccessibleTextRole:
        return words.GROUP_SPOKEN.format(
            title=head.group.title, numbers=head.numbers, overdue=head.group.tally.overdue,
            soon=head.group.tally.soon, folded=words.FOLDED if head.folded else words.UNFOLDED,
        )  # fmt: skip
    return None
