"""The kinds of report at the left of their page: what there is, and how much there is to print of each."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop.delegates.kind_delegate import KIND_ROLE, KindDelegate, KindRow
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.words import reports as words
from reports.kinds import KINDS

# The order of the list; a kind that is named nowhere stands at the end of the tables.
_GROUPS = {
    "common": (
        "narrative", "breakdown", "ledger", "overdue", "supervision", "unit-sheet", "task-card", "timeline", "pack",
    ),
    "tables": ("comparison", "tasks", "duties", "problems", "measures", "four-lists", "not-applicable"),
    "forms": ("supervision-register", "extension-form", "closing-form"),
}  # fmt: skip
_KIND_ICONS = (
    ("narrative", "file-text"), ("breakdown", "table-properties"), ("ledger", "table-2"),
    ("overdue", "triangle-alert"), ("supervision", "stamp"), ("unit-sheet", "building-2"),
    ("task-card", "square-kanban"), ("timeline", "chart-gantt"), ("pack", "book-copy"), ("comparison", "trending-up"),
    ("not-applicable", "minus"), ("extension-form", "calendar-clock"), ("closing-form", "circle-check"),
    ("supervision-register", "list-checks"),
)  # fmt: skip


def in_order() -> Iterator[tuple[str, list[str]]]:
    """The groups that hold something, each with its kinds."""
    named = {kind for kinds in _GROUPS.values() for kind in kinds}
    for group, kinds in _GROUPS.items():
        there = [kind for kind in kinds if kind in KINDS]
        there += [kind for kind in KINDS if kind not in named] if group == "tables" else []
        if there:
            yield group, there


def units_of(standing: Standing) -> list[str]:
    """The units that have something to do, by name."""
    found: dict[str, None] = {}
    for its in standing.actions.values():
        for action in its:
            found |= dict.fromkeys(filter(None, (action.lead, *action.responsible, *action.supporting)))
    return list(found)


def _overdue(standing: Standing) -> str:
    total = standing.total
    return words.OVERDUE_HINT.format(overdue=total.overdue, soon=total.soon)


_HINTS: dict[str, Callable[[Standing], str]] = {
    "overdue": _overdue,
    "unit-sheet": lambda standing: words.UNITS_HINT.format(n=len(units_of(standing))),
    "closing-form": lambda standing: words.CLOSING_HINT.format(n=standing.total.done),
    "not-applicable": lambda standing: words.NOT_APPLICABLE_HINT.format(n=standing.total.not_applicable),
    "problems": lambda standing: words.PROBLEMS_HINT.format(n=standing.total.problems),
}


def hint(kind: str, standing: Standing) -> str:
    """The line under a kind's name: how much there is of it now, else what it is for."""
    return _HINTS[kind](standing) if kind in _HINTS else KINDS[kind].line


class KindList(QListWidget):
    """`picked` bears the kind the user has come to."""

    picked = Signal(str)

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setAccessibleName(words.KINDS)
        self.setItemDelegate(KindDelegate(look, icons, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for row in _rows():
            item = QListWidgetItem(row.name)
            item.setData(KIND_ROLE, row)
            if not row.icon:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.currentItemChanged.connect(self._tell)

    @property
    def kind(self) -> str:
        """The chosen kind."""
        item = self.currentItem()
        return item.data(KIND_ROLE).key if item else ""

    def choose(self, kind: str) -> None:
        """Choose a kind, the first one where there is no such."""
        items = {item.data(KIND_ROLE).key: item for item in self._items() if item.data(KIND_ROLE).icon}
        self.setCurrentItem(items.get(kind) or next(iter(items.values())))

    def show_hints(self, standing: Standing) -> None:
        """Say how much there is of each kind now."""
        for item in self._items():
            row = item.data(KIND_ROLE)
            if row.icon:
                told = hint(row.key, standing)
                spoken = words.KIND_SPOKEN.format(name=row.name, hint=told)
                item.setData(KIND_ROLE, KindRow(row.key, row.name, told, row.icon))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setToolTip(spoken)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus shows where it came by key."""
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setProperty("by_key", by_key)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("by_key", True)
        if event.key() == Qt.Key.Key_Home:  # Qt would stop at the name of the group
            self.choose("")
            return
        super().keyPressEvent(event)

    def _items(self) -> Iterable[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(KIND_ROLE).key)


def _icon(wanted: str) -> str:
    for kind, icon in _KIND_ICONS:
        if kind == wanted:
            return icon
    return "clipboard-list"


def _rows() -> Iterator[KindRow]:
    for group, kinds in in_order():
        yield KindRow("", words.GROUPS[group])
        for kind in kinds:
            yield KindRow(kind, KINDS[kind].name, KINDS[kind].line, _icon(kind))
