"""The table of the ledger: cells edited in place, keys and mouse as in a spreadsheet."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from db.actions import Action
from db.ledger import Row
from desktop.clipboard import put_rows
from desktop.delegates.ledger_delegate import ROW, LedgerDelegate
from desktop.look import Look
from desktop.models import cells
from desktop.models.ledger_columns import COLUMNS, PLACE
from desktop.models.ledger_table import Group, LedgerModel
from desktop.pages.ledger_head import LedgerHead
from desktop.pages.still_columns import StillColumns
from desktop.widgets.bulk_bar import FEWEST
from desktop.widgets.flat_views import set_up_table
from desktop.words import ledger as words

Cursor = QAbstractItemView.CursorAction
_TABS = {Cursor.MoveNext: 1, Cursor.MovePrevious: -1}


class LedgerView(StillColumns):
    """Rows are chosen as a whole, one cell is current; heads of groups fold with a click."""

    chosen = Signal()
    resized = Signal()
    menu_wanted = Signal(object)
    task_wanted = Signal(Action)
    due_wanted = Signal(Action)  # its due date has been issued, and moves by an extension
    state_wanted = Signal(Action)  # its state is not set by hand: something has to be asked first
    unsaved = Signal(str, str)  # words that were refused and have no cell any more, and why

    def __init__(self, look: Look, model: LedgerModel, delegate: LedgerDelegate, head: LedgerHead) -> None:
        super().__init__(look, model, delegate, head)
        self._kept: tuple[Hashable, int, set[Hashable]] | None = None
        self.setAccessibleName(words.LEDGER)
        set_up_table(self, look.theme.px(ROW))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._take_up)
        model.rowsInserted.connect(lambda _, first, last: self.fit_heights(first, last))
        model.rowsMoved.connect(lambda: self.fit_heights())
        model.layoutChanged.connect(lambda: self.fit_heights())
        model.dataChanged.connect(lambda first, last: self.fit_heights(first.row(), last.row()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.entered.connect(lambda index: self._hover(index.row()))
        delegate.refused.connect(self._edit_again)

    # --- what others ask --------------------------------------------------------------------------------

    def selected(self) -> list[Action]:
        """The chosen actions, top to bottom."""
        lines = (self._model.line(index) for index in self._selected_rows())
        return [line.action for line in lines if isinstance(line, Row)]

    def choose(self, key: Hashable, column: int = PLACE["title"]) -> bool:
        """Make a line current and bring it into view; False when it is not shown."""
        place = self._model.place_of(key)
        if place < 0:
            return False
        flags = self.selectionModel().SelectionFlag  # alone, even while Ctrl is held, as after Ctrl+Z
        self.selectionModel().setCurrentIndex(self._model.index(place, column), flags.ClearAndSelect | flags.Rows)
        self.scrollTo(self.currentIndex())
        return True

    def keeps(self, key: Hashable) -> bool:
        """Whether a line is one of several chosen: they stay so, and the current one is brought into view."""
        chosen = {self._model.keys[index.row()] for index in self._selected_rows()}
        if len(chosen) < FEWEST or key not in chosen:
            return False
        self.scrollTo(self.currentIndex())
        return True

    def edit_field(self, field: str = "") -> None:
        """Open the editor of a field of the current row; without one that of the current cell, or else of the title."""
        index = self.currentIndex()
        if field or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(PLACE[field or "title"])
        line = self._model.line(index)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)
        elif isinstance(line, Row) and cells.moves_by_extension(line.action, COLUMNS[index.column()].key):
            self.due_wanted.emit(line.action)

    def settle(self) -> bool:
        """Save what is being typed in a cell; False when it was refused and stays there with the reason."""
        return self._delegate.settle(self)

    def choose_all(self, keys: Sequence[Hashable]) -> bool:
        """Choose several lines, the first of them current; False when that is not shown."""
        if not self.choose(keys[0]):
            return False
        flags = self.selectionModel().SelectionFlag
        for place in (self._model.place_of(key) for key in keys[1:]):
            if place >= 0:
                self.selectionModel().select(self._model.index(place, 0), flags.Select | flags.Rows)
        return True

    def drop_choice(self) -> None:
        """Leave only the current line chosen."""
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect | flags.Rows)

    def copy(self) -> int:
        """Put the chosen rows on the clipboard with the columns that are shown; how many there are."""
        chosen = [self._model.line(index) for index in self._selected_rows()]
        rows = [line for line in chosen if isinstance(line, Row)]
        order = sorted(range(len(COLUMNS)), key=self.head.visualIndex)
        shown = [COLUMNS[column] for column in order if not self.isColumnHidden(column)]
        lines = [[column.head for column in shown]]
        put_rows(lines + [[column.text(row, self._model.facts) for column in shown] for row in rows])
        return len(rows)

    def fit_heights(self, first: int = 0, last: int | None = None) -> None:
        """Give rows the height their titles need."""
        rows, width = self.verticalHeader(), self.columnWidth(PLACE["title"])
        usual, short = self._look.theme.px(ROW), self._delegate.short_title(width)
        for place in range(first, self._model.rowCount() if last is None else last + 1):
            line = self._model.at(place)
            long = isinstance(line, Row) and len(line.action.title) > short
            height = self._delegate.height(line, width) if long else usual  # type: ignore[arg-type]
            if rows.sectionSize(place) != height:
                rows.resizeSection(place, height)

    def _selected_rows(self) -> list[QModelIndex]:
        return sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)

    # --- keys and mouse ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits a cell, or leads to its action; Esc gives up a choice; Space and Enter fold a group."""
        index = self.currentIndex()
        line = self._model.line(index)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # what an editor leaves over is not meant for the table
        elif event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedRows()) > 1:
            self.drop_choice()
        elif isinstance(line, Group) and (enter or event.key() == Qt.Key.Key_Space):
            self._model.fold(line.key)
        elif isinstance(line, Row) and enter:
            self._edit_or_ask(index, line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index)
        if isinstance(line, Group) and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self._model.fold(line.key)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell; where it cannot be edited, lead to the action."""
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index)
        if isinstance(line, Group):
            self.mousePressEvent(event)
        elif isinstance(line, Row):
            self._edit_or_ask(index, line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu_wanted.emit(event.globalPos())

    def _edit_or_ask(self, index: QModelIndex, line: Row) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)
        elif self._model.needs_asking(index):
            self.state_wanted.emit(line.action)
        elif cells.moves_by_extension(line.action, COLUMNS[index.column()].key):
            self.due_wanted.emit(line.action)
        else:
            self.task_wanted.emit(line.action)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.place_fields()
        self.resized.emit()

    def moveCursor(self, step: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab goes to the next cell, while editing to the next that can be edited, and on in the next row."""
        if step not in _TABS:
            return super().moveCursor(step, modifiers)
        editing = self.state() == QAbstractItemView.State.EditingState
        index = self._beside(self.currentIndex(), _TABS[step])
        while index.isValid() and editing and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = self._beside(index, _TABS[step])
        return index if index.isValid() else self.currentIndex()

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The shown cell before or after another, in this line or the next."""
        shown = [one for one in sorted(range(len(COLUMNS)), key=self.head.visualIndex) if not self.isColumnHidden(one)]
        line = self._model.line(index)
        at = step + (shown.index(index.column()) if isinstance(line, Row) else 0 if step < 0 else len(shown) - 1)
        if 0 <= at < len(shown):
            return index.siblingAtColumn(shown[at])
        return self._model.index(index.row() + step, shown[0] if step > 0 else shown[-1])

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, first: int, last: int) -> None:
        """Keep the focus when an editor goes with its row, as a copy does that is taken back."""
        at_work = self.window().focusWidget()
        inside = at_work is not None and self.viewport().isAncestorOf(at_work)
        super().rowsAboutToBeRemoved(parent, first, last)
        if inside and at_work is not None and at_work.isHidden():
            self.setFocus()

    def _hover(self, line: int) -> None:
        if line != self._delegate.hovered:
            for place in (self._delegate.hovered, line):
                if place >= 0:
                    row = self.visualRect(self._model.index(place, 0))
                    self.viewport().update(QRect(0, row.top(), self.viewport().width(), row.height()))
            self._delegate.hovered = line

    # --- what is kept -----------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Remember by key what is current and chosen, for another question has other lines."""
        index, keys = self.currentIndex(), self._model.keys
        chosen = {keys[one.row()] for one in self.selectionModel().selectedRows()}
        self._kept = (keys[index.row()], index.column(), chosen) if index.isValid() else None

    def _take_up(self) -> None:
        self.fit_heights()
        kept, self._kept = self._kept, None
        if kept is None:
            return
        key, column, chosen = kept
        place = self._model.place_of(key)
        selection = self.selectionModel()
        if place >= 0:
            selection.setCurrentIndex(self._model.index(place, column), selection.SelectionFlag.NoUpdate)
            self.scrollTo(self.currentIndex())
        for one in chosen:
            place = self._model.place_of(one)
            if place >= 0:
                selection.select(
                    self._model.index(place, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows
                )

    def _edit_again(self, index: QPersistentModelIndex, text: str, sentence: str) -> None:
        """Once the view has closed the editor, reopen it with the words that were refused; or say they are lost."""

        def reopen() -> None:
            if not self._delegate.edit_again(self, index, text, sentence):
                self.unsaved.emit(text, sentence)  # the row has gone meanwhile

        QTimer.singleShot(0, self, reopen)
