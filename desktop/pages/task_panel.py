"""The left side: parts and tasks with their lamps, and a filter over them."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QTreeView, QVBoxLayout, QWidget

from db.counts import Tally
from db.tasks import Task
from desktop import words
from desktop.delegates.task_delegate import TaskDelegate
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.models.task_tree import TaskRole, TaskTreeModel
from desktop.pages.drop_tree import DropTree, Landing
from desktop.words import answers as answer_words
from desktop.words import closings as closing_words

_OPEN_AFTER = 600  # ms over a closed part until it opens for what is dragged
_FILTERS: dict[str, Callable[[Tally], bool]] = {
    words.ONLY_ALL: lambda tally: True,
    words.ONLY_APPLICABLE: lambda tally: bool(tally.applicable),
    words.ONLY_UNDIVIDED: lambda tally: bool(tally.undivided),
    answer_words.ONLY_UNANSWERED: lambda tally: bool(tally.unanswered),
    words.ONLY_LATE: lambda tally: bool(tally.overdue or tally.soon),
    closing_words.ONLY_WAITING: lambda tally: bool(tally.done),
}
# The filter that shows what a figure counted in tasks counts, or what is missing to it.
_FILTER_OF = {
    "tasks": words.ONLY_ALL, "applicable": words.ONLY_APPLICABLE, "undivided": words.ONLY_UNDIVIDED,
    "coverage": answer_words.ONLY_UNANSWERED,
}  # fmt: skip


class TaskTree(DropTree):
    """A tree whose parts open and close with one click anywhere on their row; actions are let go over its tasks."""

    actions_dropped = Signal(list, int)  # ids, the task they were let go over

    def __init__(self, look: Look, icons: Icons, model: TaskTreeModel) -> None:
        super().__init__(look)
        self.takes: Callable[[Sequence[int], int], bool] = lambda ids, task: False  # whether they can go there
        self.setAutoExpandDelay(_OPEN_AFTER)
        self.delegate = TaskDelegate(look, icons, self)
        self.setItemDelegate(self.delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(words.TASKS)
        self.setModel(model)  # last, for every setting would lay the rows out anew
        self.expandAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle a part; tasks are chosen as usual."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)

    def landing(self, at: QPoint, ids: Sequence[int]) -> Landing | None:
        """Onto a task that takes them."""
        index = self.indexAt(at)
        item = index.data(TaskRole.OBJECT)
        if not (isinstance(item, Task) and self.takes(ids, item.id)):
            return None
        return Landing((item.id, None), self.visualRect(index), onto=True)

    def land(self, ids: list[int], landing: Landing) -> None:
        self.actions_dropped.emit(ids, landing.target[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class TaskPanel(QWidget):
    """Head and tree; `chosen` tells the task's row id, `taken` that the user wants to work at it."""

    chosen = Signal(int)
    taken = Signal()

    def __init__(self, standing: Standing, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._standing = look, standing
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TaskTreeModel(standing, self)
        self.tree = TaskTree(look, icons, self.model)
        self._only = words.ONLY_ALL
        self._number = QLabel(str(len(standing.tasks)))  # of the tasks that are shown
        self._filter = QPushButton(words.ONLY_ALL)
        self._filter.setProperty("kind", "flat")
        self._filter.setIcon(icons.icon("list-filter", 15))
        self._filter.clicked.connect(self._offer_filters)
        self._fold = QPushButton(icons.icon("chevrons-down-up", 16), "")
        self._fold.setProperty("kind", "flat")
        self._fold.setToolTip(words.COLLAPSE_ALL)
        self._fold.setAccessibleName(words.COLLAPSE_ALL)
        self._fold.clicked.connect(self._toggle_all)
        self._build()
        self.tree.selectionModel().currentChanged.connect(self._current)
        self.tree.clicked.connect(self._take)
        self.tree.activated.connect(self._take)
        standing.changed.connect(self._apply_filter)

    def choose(self, task_id: int) -> None:
        """Make a task current and bring it into view; a filter that hides it is taken off."""
        index = self.model.index_of(task_id)
        if self.tree.isRowHidden(index.row(), index.parent()):
            self._set_filter(words.ONLY_ALL)
        self.tree.expand(index.parent())
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def show_only(self, figure: str) -> None:
        """Show the tasks a figure counts, those of closed parts too."""
        self._set_filter(_FILTER_OF[figure])
        self.tree.expandAll()

    def turn(self, step: int) -> None:
        """Go to the visible task before (−1) or after (+1) the current one."""
        index = self.tree.currentIndex()
        while (index := self.tree.indexBelow(index) if step > 0 else self.tree.indexAbove(index)).isValid():
            if self.model.task_at(index):
                self.tree.setCurrentIndex(index)
                return

    def show_figures(self, wanted: bool) -> None:
        """Show the figures at the right of the rows, or give their room to the titles."""
        if self.tree.delegate.narrow == wanted:
            self.tree.delegate.narrow = not wanted
            self.tree.scheduleDelayedItemsLayout()

    def _take(self, index: QModelIndex) -> None:
        if self.model.task_at(index):
            self.taken.emit()

    def _current(self, index: QModelIndex) -> None:
        task = self.model.task_at(index)
        if task:
            self.chosen.emit(task.id)

    def _offer_filters(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for name in _FILTERS:
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, chosen=name: self._set_filter(chosen))
            action.setCheckable(True)
            action.setChecked(name == self._only)
            group.addAction(action)
        menu.popup(self._filter.mapToGlobal(QPoint(0, self._filter.height())))

    def _set_filter(self, name: str) -> None:
        self._only = name
        self._filter.setText(name)
        self._apply_filter(self._standing.tallies)

    def _apply_filter(self, task_ids: Iterable[int]) -> None:
        shown = _FILTERS[self._only]
        for task_id in task_ids:
            index = self.model.index_of(task_id)
            place, hidden = (index.row(), index.parent()), not shown(self._standing.tallies[task_id])
            if self.tree.isRowHidden(*place) != hidden:  # each call lays the whole tree out anew
                self.tree.setRowHidden(*place, hidden)
        self._number.setText(str(sum(map(shown, self._standing.tallies.values()))))

    def _toggle_all(self) -> None:
        closed = any(self.tree.isExpanded(self.model.index(n, 0)) for n in range(self.model.rowCount()))
        (self.tree.collapseAll if closed else self.tree.expandAll)()
        name = words.EXPAND_ALL if closed else words.COLLAPSE_ALL
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(name)

    def _build(self) -> None:
        head = QLabel(words.TASKS)
        head.setProperty("kind", "section")
        self._number.setProperty("kind", "hint")
        self._head = QHBoxLayout()
        self._head.addWidget(head)
        self._head.addWidget(self._number)
        self._head.addStretch()
        self._head.addWidget(self._filter)
        self._head.addWidget(self._fold)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.tree, 1)
        self._space()

    def _space(self) -> None:
        px = self._look.theme.px
        self._head.setContentsMargins(px(16), px(8), px(8), 0)
        self._head.setSpacing(px(6))
        self._column.setContentsMargins(0, 0, 0, px(4))
        self._column.setSpacing(px(6))
