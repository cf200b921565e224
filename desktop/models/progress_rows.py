"""Who reports in a period, as an editable table in groups: what is typed stays a draft until its row is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db import lifecycle, periods, progress, settings, snapshots, status
from db.actions import Action
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.periods import Period
from db.progress import Duty, Entry, Report
from db.tasks import Task
from db.yardstick import Yardstick
from desktop import wording
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.words import progress as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns, left to right."""

    ACTION, LEAD, DUE, BEFORE, PERCENT, DONE, TROUBLE, NEXT, REPORTER = range(9)


ROW_ROLE = Role.UserRole  # the Reporting; None at the head of a group
FIELDS = {
    Column.PERCENT: "percent", Column.DONE: "done", Column.TROUBLE: "trouble", Column.NEXT: "next",
    Column.REPORTER: "reporter",
}  # fmt: skip
COLUMN_OF = {name: column for column, name in FIELDS.items()} | {"reason": Column.PERCENT}
_FOLLOWED = ("progress", "period", "snapshot")
_READ = ("action", "entry", "inside", "before", "least")  # of a row, what follows the file


@dataclass(slots=True)
class Reporting:
    """An action with what was reported for it, before and now, and what has been typed and not been saved.

    `inside` is the newest entry of the shorter periods in this one; it stands where the period has none of its own.
    """

    action: Action
    entry: Entry | None = None
    inside: Entry | None = None
    before: Entry | None = None
    least: int = 0  # a percent below this needs a reason
    draft: dict[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """What a cell holds, typed or reported."""
        if name in self.draft:
            return self.draft[name]
        said = self.entry if name == "reason" else self.said
        return "" if said is None else str(getattr(said, name))

    @property
    def said(self) -> Entry | None:
        """What was reported: in the period itself, or last inside it."""
        return self.entry or self.inside

    @property
    def settled(self) -> bool:
        """Whether it is finished, so that there is nothing to report; what was reported before can be corrected."""
        return self.action.status in status.FINISHED and self.entry is None

    @property
    def wants_reason(self) -> bool:
        """Whether a percent was typed that falls, and nobody has said why."""
        percent = self.draft.get("percent")
        return bool(percent) and int(percent or 0) < self.least and not self.draft.get("reason")


@dataclass(slots=True)
class Group:
    """Rows under one head: a part of the notice, or a lead unit."""

    title: str
    rows: list[Reporting] = field(default_factory=list)


class ProgressRows(QAbstractItemModel):
    """Groups, and in them a row for each action; the internal id of a row is its group's number from 1."""

    def __init__(self, session: Session, standing: Standing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._standing = session, standing
        self.period: Period = periods.at("month", session.today())
        self.rhythm = settings.read(session.checklist).rhythm
        self.closed: Period | None = None
        self.damage: ChecklistError | None = None
        self.duty = Duty((), frozenset())
        self.groups: list[Group] = []
        self._choice: tuple[str, str | None, str] = ("due", None, "part")
        self._state: snapshots.State | None = None
        session.changed.connect(self._follow)
        standing.changed.connect(lambda _: self._read())

    def show(self, period: Period, *, only: str = "due", unit: str | None = None, by: str = "part") -> None:
        """Show a period: everybody in it, or who has reported, or who has not; of one lead unit; by part or unit."""
        self.period, self._choice = period, (only, unit, by)
        checklist = self._session.checklist
        self.closed = periods.locked_by(checklist, period)
        self._state, self.damage = None, None
        if self.closed == period:
            try:
                self._state = snapshots.read(checklist, period)
            except ChecklistError as error:
                self.damage = error
        self.beginResetModel()
        self.groups = []
        self._read()
        self.groups = self._grouped()
        self.endResetModel()

    @property
    def yard(self) -> Yardstick:
        """What the dates are held against: today's, or that of the day the period was closed."""
        return self._state.yard if self._state else self._session.yard

    def all_rows(self) -> list[Reporting]:
        """The rows as shown, top to bottom."""
        return [row for group in self.groups for row in group.rows]

    def row(self, index: Index) -> Reporting | None:
        """The row of an index; None at the head of a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self.groups[index.internalId() - 1].rows[index.row()]

    def index_of(self, action_id: int, column: int = 0) -> QModelIndex:
        """Where an action stands, an invalid index when it is not shown."""
        for number, group in enumerate(self.groups, start=1):
            for place, row in enumerate(group.rows):
                if row.action.id == action_id:
                    return self.createIndex(place, column, number)
        return QModelIndex()

    def drafts(self) -> list[Reporting]:
        """The rows with something typed that has not been saved."""
        return [row for row in self.all_rows() if row.draft]

    def save(self, row: Reporting) -> ChecklistError | None:
        """Make what was typed in a row one step; what is refused stays a draft."""
        said = {name: row.value(name) for name in (*FIELDS.values(), "reason")}
        kept = {name: getattr(row.entry, name) if row.entry else "" for name in ("reviewer", "entered_on")}
        _, error = self._session.attempt(
            progress.report, row.action.id, self.period, today=self._session.today(), **said, **kept
        )
        if error is None:
            row.draft.clear()
            self._tell(row)
        return error

    def save_many(self, reports: Sequence[Report]) -> ChecklistError | None:
        """Make what was pasted one step, all of it or nothing."""
        _, error = self._session.attempt(
            progress.report_many, self.period, reports, today=self._session.today()
        )
        return error

    def drop(self, row: Reporting, name: str) -> None:
        """Forget what was typed in one cell."""
        row.draft.pop(name, None)
        self._tell(row)

    def give_reason(self, row: Reporting, reason: str) -> None:
        """Say why the percent of a row falls."""
        row.draft["reason"] = reason
        self._tell(row)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not (0 <= column < len(Column) and 0 <= row < self.rowCount(parent)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() or parent.column() else len(self.groups[parent.row()].rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return words.COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        flags = Qt.ItemFlag.ItemIsEnabled
        if row is None:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        if index.column() in FIELDS and not self.why_fixed(row):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def why_fixed(self, row: Reporting) -> str:
        """Why nothing can be typed into a row, in one sentence; "" where one can."""
        action, its = row.action, self.period.name
        if self.closed is not None:
            return words.FIXED_CLOSED.format(period=its)
        if self.summary:
            return words.FIXED_SUMMARY.format(period=its, rhythm=words.BY_RHYTHM[self.rhythm])
        if action.status == "closed" or row.settled:
            return words.SETTLED
        if not (action.leaf and status.counted(action.status)):
            return words.FIXED_STOPPED
        return ""

    @property
    def summary(self) -> bool:
        """Whether the period is longer than the county's rhythm: it shows what the shorter ones in it say."""
        return periods.KINDS.index(self.period.kind) > periods.KINDS.index(self.rhythm)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            group = self.groups[index.row()] if index.isValid() and index.column() == 0 else None
            if group and role in (Role.DisplayRole, Role.AccessibleTextRole):
                return f"{group.title}　{self.group_figures(group)}"
            return None
        if role == ROW_ROLE:
            return row
        if role == Role.DisplayRole and index.column() == Column.DONE and row.settled and not row.value("done"):
            return words.SETTLED
        if role in (Role.EditRole, Role.DisplayRole) and index.column() in FIELDS:
            return row.value(FIELDS[Column(index.column())])
        if role == Role.DisplayRole:
            return {Column.ACTION: row.action.title, Column.LEAD: row.action.lead, Column.DUE: row.action.due_words,
                    Column.BEFORE: str(row.before.percent) if row.before else ""}[Column(index.column())]  # fmt: skip
        if role == Role.ToolTipRole:
            return self._tip(row, index.column())
        return _spoken(row) if role == Role.AccessibleTextRole else None

    def group_figures(self, group: Group) -> str:
        """已报3/12 for the head of a group."""
        reported = sum(row.action.id in self.duty.reported for row in group.rows)
        return words.GROUP_FIGURES.format(reported=reported, n=len(group.rows))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Keep what was typed until the row is saved; RuleBroken for a percent that is none."""
        row, name = self.row(index), FIELDS.get(Column(index.column()))
        if row is None or name is None or role != Role.EditRole:
            return False
        text = str(value).strip()
        if name == "percent" and text:
            text = str(lifecycle.clean_percent(text))
        if text == row.value(name) or (name == "percent" and not text):
            return True
        row.draft[name] = text
        self._tell(row)
        return True

    def _tip(self, row: Reporting, column: int) -> str:
        if column == Column.PERCENT and row.value("reason"):
            return words.REASON_TOLD.format(reason=row.value("reason"))
        if column == Column.REPORTER and row.said and row.said.period != self.period:
            return words.SAID_IN.format(period=row.said.period.name)
        if column in FIELDS and column != Column.PERCENT:
            return row.value(FIELDS[Column(column)])
        return wording.action_spoken(row.action)

    def _tell(self, row: Reporting) -> None:
        index = self.index_of(row.action.id)
        if index.isValid():
            self.dataChanged.emit(index, index.siblingAtColumn(len(Column) - 1))
            self.dataChanged.emit(index.parent(), index.parent())

    def _sides(self) -> tuple[Sequence[Task], Sequence[Action]]:
        if self._state:
            return self._state.tasks, self._state.actions
        return list(self._standing.tasks.values()), [a for its in self._standing.actions.values() for a in its]

    def _read(self) -> None:
        """Bring the figures, and the rows that are shown, up to date."""
        checklist = self._session.checklist
        self._entries = progress.within(checklist, self.period)
        self._before = progress.before(checklist, self.period)
        self._earlier = progress.earlier(checklist, self.period)
        self._later = progress.later(checklist, self.period)
        all_tasks, all_actions = self._sides()
        self.duty = progress.duty(all_tasks, all_actions, self._entries, self.period)
        self._parts = {task.id: task.part for task in all_tasks}
        now = {action.id: action for action in all_actions}
        for row in self.all_rows():
            fresh = self._row(now.get(row.action.id, row.action))
            changed = [name for name in _READ if getattr(fresh, name) != getattr(row, name)]
            for name in changed:
                setattr(row, name, getattr(fresh, name))
            if changed:
                self._tell(row)

    def _row(self, action: Action) -> Reporting:
        its = self._entries.get(action.id, [])
        own = next((entry for entry in its if entry.period == self.period), None)
        inside = next((entry for entry in reversed(its) if entry is not own), None)
        current = None if action.id in self._later else action.percent
        least = progress.floor(own, self._earlier.get(action.id), current)
        return Reporting(action, own, inside, self._before.get(action.id), least)

    def _grouped(self) -> list[Group]:
        only, unit, by = self._choice
        chosen = [
            action
            for action in (self.duty.missing if only == "missing" else self.duty.due)
            if (only != "reported" or action.id in self.duty.reported) and unit in (None, action.lead)
        ]
        if by == "unit":
            found = {name: Group(name or words.NO_LEAD) for name in sorted({action.lead for action in chosen})}
            for action in chosen:
                found[action.lead].rows.append(self._row(action))
            return list(found.values())
        groups = {part.id: Group(wording.part_line(part)) for part in self._standing.parts}
        for action in chosen:
            part = self._parts[action.task]
            groups.setdefault(part or 0, Group(words.NO_PART)).rows.append(self._row(action))
        return [group for group in groups.values() if group.rows]

    def _follow(self, changes: ChangeSet) -> None:
        """Follow a step that concerns what is reported."""
        if any(changes.touches(table) for table in _FOLLOWED):
            self._read()


def _spoken(row: Reporting) -> str:
    state = words.SPOKEN_REPORTED if row.said else words.SETTLED if row.settled else words.SPOKEN_MISSING
    return words.SPOKEN.format(
        code=row.action.code, title=row.action.title, lead=row.action.lead or words.NO_LEAD, state=state,
        percent=row.value("percent") or row.action.percent, done=row.value("done"),
    )  # fmt: skip


