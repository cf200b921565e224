"""The ledger as a table: the rows a question asks for, in groups, following every change row by row."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import ledger
from db.ledger import Filter, Row
from db.search_actions import matching
from desktop import countdown, wording
from desktop.models import cells
from desktop.models.keyed_table import KeyedTable
from desktop.models.ledger_columns import COLUMNS, KEYS, Facts, timing_text
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.words import ledger as its_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Role.UserRole  # the Row or Group of a line


@dataclass(frozen=True)
class Question:
    """What is shown and how: which rows, in which order, in which groups; with parents or only leaves."""

    filter: Filter = field(default_factory=Filter)
    group: str = "part"
    order: str = "code"
    falling: bool = False
    parents: bool = False


@dataclass(frozen=True)
class Group:
    """The head of a group and the figures of its rows."""

    key: Hashable
    title: str
    number: int
    overdue: int
    soon: int
    folded: bool


class LedgerModel(KeyedTable):
    """Lines are known by a key: an action's id, or ("group", key) for the head of a group."""

    counted = Signal()  # the figures of the page may be others

    def __init__(self, session: Session, standing: Standing, plan_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._standing = session, standing
        self.facts = Facts(plan_year, {part.id: part for part in standing.parts})
        self.question = Question()
        self._folded: set[Hashable] = set()
        self._yard = session.yard
        self._of_task: dict[int, list[Row]] = {}
        self._rows: dict[int, Row] = {}
        self._every: list[Row] = []
        self._leaves: list[Row] = []
        self.urgent = 0  # of all rows, those that are overdue or due soon
        self._groups: dict[tuple[str, Hashable], Group] = {}
        self.number = 0  # of the rows that are shown or folded away
        self.uncounted = 0  # of these: 不适用 and 已终止
        self._read(standing.tasks)
        self.keys = self._lines()
        standing.changed.connect(self._follow)

    # --- what others ask --------------------------------------------------------------------------------

    def ask(self, question: Question) -> None:
        """Show what another question asks for."""
        if question != self.question:
            self.beginResetModel()
            self.question = question
            self.keys = self._lines()
            self.endResetModel()
            self.counted.emit()

    def every(self) -> Iterable[Row]:
        """Every row there is, parents among them, in the notice's order."""
        return self._every

    def row(self, action_id: int) -> Row | None:
        """The row of an action, shown or not."""
        return self._rows.get(action_id)

    def needs_asking(self, index: Index) -> bool:
        """Whether a cell cannot be edited because its change has to be asked for first."""
        line = self.line(index)
        return isinstance(line, Row) and cells.asked(
            line.action, KEYS[index.column()], applicable=line.task.applicable
        )

    def asked(self, question: Filter) -> list[Row]:
        """The rows a filter would show, in the notice's order."""
        # A problem may be a parent's own: a figure shows all it counts.
        found = self._every if self.question.parents or question.figure else self._leaves
        wanted = matching(self._session.checklist, question.text) if question.text.strip() else ()
        for test in question.tests(wanted):
            found = [row for row in found if test(row)]
        return found

    def at(self, place: int) -> Row | Group | None:
        """What stands in a line, by its place."""
        key = self.keys[place]
        return self._rows.get(key) if isinstance(key, int) else self._groups.get(key)  # type: ignore[call-overload]

    def line(self, index: Index) -> Row | Group | None:
        """What stands in a line."""
        return self.at(index.row()) if index.isValid() else None

    def unfold(self) -> None:
        """Open every group."""
        for key in list(self._folded):
            self.fold(key)

    def fold(self, key: Hashable) -> None:
        """Close a group, or open it again."""
        self._folded ^= {key}
        self.rearrange(self._lines(), ())
        self._tell_groups({key})

    # --- what Qt asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return COLUMNS[section].head
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if not isinstance(line, Row):
            return Qt.ItemFlag.ItemIsEnabled if line else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        editable = cells.editable(line.action, KEYS[index.column()], applicable=line.task.applicable)
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.line(index)
        if role == LINE_ROLE or line is None:
            return line
        if isinstance(line, Group):
            return self._group_data(line, index, role)
        column = COLUMNS[index.column()]
        if role == Role.EditRole:
            return cells.VALUES[column.key](line.action) if column.key in cells.VALUES else None
        if role == Role.DisplayRole:
            return column.text(line, self.facts)
        if role == Role.AccessibleTextRole:
            return its_words.CELL_SPOKEN.format(
                head=column.head, text=column.text(line, self.facts) or its_words.BLANK
            )
        return self._tip(line, column.key) if role == Role.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Turn what was typed into one step; an unchanged value is none."""
        line = self.line(index)
        if not isinstance(line, Row) or role != Role.EditRole:
            return False
        return cells.write(self._session, line.action, KEYS[index.column()], value)

    def _group_data(self, group: Group, index: Index, role: int) -> Any:
        if role == Role.DisplayRole and index.column() == 0:
            return group.title
        if role == Role.AccessibleTextRole:
            return its_words.GROUP_SPOKEN.format(
                title=group.title, n=group.number, overdue=group.overdue, soon=group.soon
            )
        return None

    def _tip(self, row: Row, key: str) -> str:
        action = row.action
        text = COLUMNS[KEYS.index(key)].text(row, self.facts)
        if key == "percent":
            return "\n".join(filter(None, (text, countdown.pace_phrase(row.pace))))
        if key in ("due", "timing"):
            extended = ""
            if action.extensions:
                was = self.facts.day(action.original_due_on) or action.original_due_words
                late = its_words.EXTENDED_LATE if action.late_request else ""
                extended = its_words.EXTENDED_TIP.format(day=was, n=action.extensions) + late
            told = (timing_text(row, self.facts), extended, countdown.notes(action, self._session.yard))
            return "\n".join(filter(None, told))
        if key in ("code", "title"):
            return wording.action_spoken(action)
        return text

    # --- following changes ------------------------------------------------------------------------------

    def _read(self, task_ids: Iterable[int]) -> set[int]:
        """Read tasks anew; the actions whose row is another now."""
        yard = self._session.yard
        known = self._rows if yard == self._yard else {}
        if yard != self._yard:
            self._yard, task_ids = yard, self._standing.tasks
        for task_id in task_ids:
            task, its_actions = self._standing.tasks[task_id], self._standing.actions[task_id]
            self._of_task[task_id] = ledger.of_task(task, its_actions, yard, known)
        old = self._rows
        self._every = [row for task in self._standing.tasks for row in self._of_task[task]]
        self._leaves = [row for row in self._every if row.action.leaf]
        self._rows = {row.action.id: row for row in self._every}
        self.urgent = sum(row.timing.code in ledger.URGENT for row in self._leaves)
        return {key for key, row in self._rows.items() if old.get(key) is not row}

    def _lines(self) -> list[Hashable]:
        """The keys of the lines that should be shown, and the groups as they are now."""
        asked, question = self.asked(self.question.filter), self.question
        self.number = sum(row.action.leaf or bool(question.filter.figure) for row in asked)
        self.uncounted = sum(row.action.leaf and not row.tally.actions for row in asked)
        rows = ledger.ordered(asked, question.order, falling=question.falling)
        if not question.group:
            self._groups = {}
            return [row.action.id for row in rows]
        inside: dict[Hashable, list[Row]] = {}
        for row in rows:
            inside.setdefault(row.part if question.group == "part" else row.action.lead, []).append(row)
        self._groups = {("group", key): self._group(key, inside[key]) for key in self._group_order(inside)}
        keys: list[Hashable] = []
        for head, group in self._groups.items():
            keys.append(head)
            keys += [] if group.folded else [row.action.id for row in inside[head[1]]]
        return keys

    def _group_order(self, keys: Iterable[Any]) -> list[Hashable]:
        """Parts as the notice has them, units by pinyin; what belongs nowhere first."""
        if self.question.group == "lead":
            return sorted(keys, key=ledger.pinyin_key)
        order = [None, *self.facts.parts]
        return sorted(keys, key=order.index)

    def _group(self, key: Any, rows: Sequence[Row]) -> Group:
        if self.question.group == "part":
            part = self.facts.parts.get(key)
            title = wording.part_line(part) if part else its_words.NO_PART
        else:
            title = key or its_words.NO_LEAD
        return Group(
            ("group", key), title, sum(row.action.leaf for row in rows), sum(row.tally.overdue for row in rows),
            sum(row.tally.soon for row in rows), ("group", key) in self._folded,
        )  # fmt: skip

    def _follow(self, task_ids: set[int]) -> None:
        groups = self._groups
        new = self._read(task_ids)
        keys = self._lines()
        self.rearrange(keys, new)
        for key in new:
            place = self.place_of(key)
            if place >= 0:
                self._repaint(place)
        self._tell_groups({key for key, group in self._groups.items() if groups.get(key) != group})
        self.counted.emit()

    def _tell_groups(self, keys: Collection[Hashable]) -> None:
        for key in keys:
            place = self.place_of(key)
            if place >= 0:
                self._repaint(place)

    def _repaint(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
