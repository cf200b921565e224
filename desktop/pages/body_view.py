"""The table of national bodies: keys and clicks that choose a unit, confirm it, take it back."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from db.counterparts import Counterpart
from desktop.delegates.body_delegate import BodyDelegate
from desktop.look import Look
from desktop.models.body_table import BodyTable, Column
from desktop.widgets.flat_views import set_up_list
from desktop.words import counterparts as words

# Widths of the columns ÷ scale, and the width of the table below which each of them is left out.
_WIDTHS = {Column.BODY: (176, 0), Column.SPAN: (150, 620), Column.TASKS: (52, 380)}
_UNIT, _NOTE, _NOTE_FROM = 250, 150, 760
_KEYS = {Qt.Key.Key_Space: "check", Qt.Key.Key_Delete: "restore"}


class BodyView(QTreeView):
    """`wanted` bears what a key asks for the current line; Enter, F2 or a click on the unit edits in place."""

    chosen = Signal()
    wanted = Signal(str)
    tasks_wanted = Signal()
    menu_wanted = Signal(QPoint)
    unsaved = Signal(str, str)  # words that were refused and have no cell any more, and why

    def __init__(self, look: Look, model: BodyTable, delegate: BodyDelegate) -> None:
        super().__init__()
        self._look, self._model, self._delegate = look, model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(words.LIST_NAME)
        set_up_list(self)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        delegate.refused.connect(self._edit_again)

    def current(self) -> Counterpart | None:
        """The line the keys work at."""
        return self._model.row_at(self.currentIndex())

    def choose(self, place: int) -> None:
        """Make a line current and bring it into view."""
        if 0 <= place < self._model.rowCount():
            index = self._model.index(place, Column.UNIT)
            whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, whole)
            self.scrollTo(index)

    def edit_unit(self) -> None:
        """Open the list of units in the current line."""
        if self.current() is not None:
            self.edit(self.currentIndex().siblingAtColumn(Column.UNIT))

    def settle(self) -> bool:
        """Save what is being typed in a cell; False when it was refused and stays there with the reason."""
        return self._delegate.settle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2 chooses the unit, space confirms it, Delete gives the default back."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_unit()
        elif key in _KEYS and not event.isAutoRepeat():
            self.wanted.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the line under the pointer."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.indexAt(event.pos()).isValid():
            return
        if self.current() is not None:
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns there is no room for; the tooltip says what stands in them."""
        super().resizeEvent(event)
        px, room = self._look.theme.px, self.viewport().width()
        widths = {column: px(wide) for column, (wide, least) in _WIDTHS.items() if room >= px(least)}
        for column in _WIDTHS:
            self.setColumnHidden(column, column not in widths)
        rest = room - sum(widths.values())
        noted = room >= px(_NOTE_FROM)
        self.setColumnHidden(Column.NOTE, not noted)
        unit = max(min(px(_UNIT), rest - px(_NOTE)), px(_NOTE)) if noted else rest
        for column, width in {**widths, Column.UNIT: unit, Column.NOTE: rest - unit}.items():
            self.setColumnWidth(column, width)
        self.scheduleDelayedItemsLayout()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.UNIT:
            self.edit(index)
        elif index.column() == Column.TASKS:
            self.tasks_wanted.emit()

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.NOTE:
            self.edit(index)
        elif index.column() in (Column.BODY, Column.SPAN):
            self.wanted.emit("details")

    def _edit_again(self, index: QPersistentModelIndex, text: str, sentence: str) -> None:
        """Once the view has closed the editor, reopen it with the words that were refused; or say they are lost."""

        def reopen() -> None:
            if not self._delegate.edit_again(self, index, text, sentence):
                self.unsaved.emit(text, sentence)

        QTimer.singleShot(0, self, reopen)
