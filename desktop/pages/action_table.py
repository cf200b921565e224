"""The table of a task's actions: always open, edited in place, rows chosen as a whole."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from db.actions import Action
from desktop import claims, words
from desktop.delegates.action_delegate import ActionDelegate
from desktop.look import Look
from desktop.models import cells
from desktop.models.action_tree import FIELDS, ActionTreeModel, Column
from desktop.pages.drop_tree import DropTree, Landing
from desktop.widgets.bulk_bar import FEWEST
from desktop.widgets.drag_label import carry

_WIDTHS = {Column.LEAD: 96, Column.OWNER: 64, Column.DUE: 152, Column.STATUS: 80, Column.PERCENT: 70}
_TITLE_MIN, _TITLE_LEAST = 200, 140
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ONTO = 0.3  # of a row's height: what is above its middle and below lies between rows
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TABS = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
# Columns that give way, in this order, where the window is too narrow for all.
_YIELDING = (Column.STATUS, Column.OWNER, Column.PERCENT, Column.LEAD)


class ActionTable(DropTree):
    """A tree without ornaments; the delegate draws levels, lamps and lines. Rows can be dragged."""

    chosen = Signal()
    state_wanted = Signal(Action)  # its state is not set by hand: something has to be asked first
    due_wanted = Signal(Action)  # its due date has been issued, and moves by an extension
    open_wanted = Signal()  # the whole of the current action is to be seen
    menu_wanted = Signal(object)
    move_wanted = Signal(list, object, object)  # ids, the action to stand under, the one to stand before
    unsaved = Signal(str, str)  # words that were refused and have no cell any more, and why

    def __init__(
        self, look: Look, model: ActionTreeModel, delegate: ActionDelegate
    ) -> None:
        super().__init__(look)
        self._model = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(words.ACTIONS)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self.expandAll)
        model.rowsInserted.connect(self.expandAll)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())  # it comes after the selection
        delegate.refused.connect(self._edit_again)

    def selected(self) -> list[Action]:
        """The chosen actions, top to bottom."""
        chosen = {index.internalId() for index in self.selectionModel().selectedRows()}
        return [action for action in self._model.in_order() if action.id in chosen]

    def current(self) -> Action | None:
        """The action the keys work at, None in an empty table."""
        return self._model.action(self.currentIndex())

    def choose(self, action_id: int, column: int = Column.TITLE) -> None:
        """Make one action current and bring it into view."""
        index = self._model.index_of(action_id, column)
        if index.isValid():  # alone, even while Ctrl is held, as after Ctrl+Z
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self.scrollTo(index)

    def choose_all(self, action_ids: Sequence[int]) -> None:
        """Choose these actions, the first of them current and in view."""
        found = [index for index in map(self._model.index_of, action_ids) if index.isValid()]
        if found:
            self.choose(found[0].internalId())
            for index in found[1:]:
                self.selectionModel().select(index, _ALSO)

    def keeps(self, action_id: int) -> bool:
        """Whether an action is one of several chosen: they stay so, and the current one is brought into view."""
        chosen = {action.id for action in self.selected()}
        if len(chosen) < FEWEST or action_id not in chosen:
            return False
        self.scrollTo(self.currentIndex())
        return True

    def show_pointed(self, action_ids: Collection[int]) -> None:
        """Show which actions something else in view speaks of."""
        self._delegate.pointed = frozenset(action_ids)
        self.viewport().update()

    def drop_choice(self) -> None:
        """Leave only the current action chosen."""
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _ALONE)

    def landing(self, at: QPoint, ids: Sequence[int]) -> Landing | None:
        """Onto the middle of a row is below it, else between two rows, as deep as what is above or the pointer say."""
        action = self._model.action(self.indexAt(at))
        if action is None:
            last = self._model.in_order()[-1:]
            row = self._whole_row(last[0]) if last else QRect(0, 0, self.viewport().width(), 0)
            return self._between(ids, None, None, row.bottom())
        row = self._whole_row(action)
        share = (at.y() - row.top()) / max(row.height(), 1)
        if _ONTO <= share <= 1 - _ONTO and self._model.takes(ids, action.id):
            return Landing((action.id, None), row, onto=True)
        if share < 0.5:
            return self._between(ids, action.parent, action.id, row.top())
        first = self._model.first_below(action)
        if first is not None:
            return self._between(ids, action.id, first, row.bottom())
        while at.x() < self._delegate.title_left(action) and self._model.next_to(action) is None:
            above = self._model.above(action)
            if above is None:
                break
            action = above
        return self._between(ids, action.parent, self._model.next_to(action), row.bottom())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the chosen actions along as a few words: whole rows would hide where they may be let go."""
        chosen = self.selected()
        if chosen:
            data = self._model.mimeData(self.selectionModel().selectedRows())
            carry(self, self._look, data, claims.what(chosen), actions)

    def land(self, ids: list[int], landing: Landing) -> None:
        self.move_wanted.emit(ids, *landing.target)

    def _between(self, ids: Sequence[int], parent: int | None, place: int | None, y: int) -> Landing | None:
        if not self._model.takes(ids, parent):
            return None
        above = self._model.action(self._model.index_of(parent)) if parent is not None else None
        left = self._look.theme.px(8) if above is None else self._delegate.title_left(above)
        return Landing((parent, place), QRect(left, y - 3, self.viewport().width() - left, 7), onto=False)

    def _whole_row(self, action: Action) -> QRect:
        row = self.visualRect(self._model.index_of(action.id))
        return QRect(0, row.top(), self.viewport().width(), row.height())

    def content_height(self) -> int:
        """How high head and rows are together, px."""
        rows = self._model.in_order()
        if not rows:
            return self.header().sizeHint().height()
        last = self.visualRect(self._model.index_of(rows[-1].id))
        return self.header().height() + last.bottom() + self.verticalOffset() + 2

    def edit_column(self, column: int) -> None:
        """Open the editor of the current action's column."""
        index = self.currentIndex().siblingAtColumn(column)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)
        else:
            self._ask_first(index)

    def settle(self) -> bool:
        """Save what is being typed in a cell; False when it was refused and stays there with the reason."""
        return self._delegate.settle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk through the cells of a row, Enter opens the whole action or a cell's editor."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # what an editor leaves over is not meant for the table
        elif not event.modifiers() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedRows()) > 1:
            self.drop_choice()
        elif not event.modifiers() and event.key() in _SIDEWAYS:
            self._step_sideways(_SIDEWAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and not self._current_is_chosen():
                self.selectionModel().select(self.currentIndex(), _ALONE)  # keys act on what the frame stands on

    def _current_is_chosen(self) -> bool:
        return self.selectionModel().isSelected(self.currentIndex()) or not self.currentIndex().isValid()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the code under a title the whole action opens, elsewhere the editor of the cell."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.column() == Column.TITLE and place.y() > self.visualRect(index).bottom() - self._look.theme.px(20):
            self.open_wanted.emit()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            super().mouseDoubleClickEvent(event)
        else:
            self._ask_first(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the acts for the chosen rows."""
        if self.selected():
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def moveCursor(
        self, step: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes on in the row, as on a form and in a spreadsheet; at its end it stays."""
        if step in _TABS:
            return self._beside(_TABS[step], editable=self.state() == QAbstractItemView.State.EditingState)
        return super().moveCursor(step, modifiers)

    def _enter(self, column: int) -> None:
        if column == Column.TITLE and self.currentIndex().isValid():
            self.open_wanted.emit()
        else:
            self.edit_column(column)

    def _ask_first(self, index: QModelIndex) -> None:
        action = self._model.action(index)
        if self._model.asked(index):
            self.state_wanted.emit(action)
        elif action is not None and cells.moves_by_extension(action, FIELDS[index.column()]):
            self.due_wanted.emit(action)

    def _step_sideways(self, step: int) -> None:
        self.setCurrentIndex(self._beside(step))

    def _beside(self, step: int, *, editable: bool = False) -> QModelIndex:
        """The next cell of the row that is shown, and can be edited where that is wanted; the current one for none."""
        column = self.currentIndex().column() + step
        while 0 <= column < len(Column):
            index = self.currentIndex().siblingAtColumn(column)
            if not self.isColumnHidden(column) and (not editable or index.flags() & Qt.ItemFlag.ItemIsEditable):
                return index
            column += step
        return self.currentIndex()

    def _fit(self) -> None:
        px = self._look.theme.px
        hidden: set[int] = set()
        for column in (None, *_YIELDING):
            hidden |= {column} if column is not None else set()
            taken = sum(px(width) for column, width in _WIDTHS.items() if column not in hidden)
            room = self.viewport().width() - taken
            if room >= px(_TITLE_MIN):
                break
        for column, width in _WIDTHS.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, px(width))
        self.setColumnWidth(Column.TITLE, max(room, px(_TITLE_LEAST)))
        self.scheduleDelayedItemsLayout()

    def _edit_again(self, index: QPersistentModelIndex, text: str, sentence: str) -> None:
        """Once the view has closed the editor, reopen it with the words that were refused; or say they are lost."""

        def reopen() -> None:
            if not self._delegate.edit_again(self, index, text, sentence):
                self.unsaved.emit(text, sentence)  # its task has been left meanwhile

        QTimer.singleShot(0, self, reopen)
