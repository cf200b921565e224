"""The quick table of a period: filled in row by row from the keyboard, each row saved as one step."""

import csv
from io import StringIO

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from db.errors import ChecklistError
from db.pasted_cells import unprotected
from db.progress import Report
from db.text import says_nothing
from desktop.delegates.progress_editors import ProgressEditing, write
from desktop.look import Look
from desktop.models.progress_rows import COLUMN_OF, FIELDS, Column, ProgressRows, Reporting
from desktop.words import progress as words

_WIDTHS = {Column.LEAD: 92, Column.DUE: 150, Column.BEFORE: 54, Column.PERCENT: 62, Column.REPORTER: 76}
_SHARES = {Column.ACTION: 24, Column.DONE: 30, Column.TROUBLE: 21, Column.NEXT: 21}
_ROOM = 560  # what title and texts need together, px at 100 %
_YIELDING = (Column.LEAD, Column.DUE, Column.REPORTER, Column.BEFORE)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TABS = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex
_EDITING = QAbstractItemView.State.EditingState


class ProgressTable(QTreeView):
    """Typing starts an editor, Tab goes on in the row, Enter to the next row; a row is saved when it is left."""

    pasted = Signal(int)
    saved = Signal(int)  # the action of a row that has been saved
    refused = Signal(str)  # what could not be pasted, in one sentence
    opened = Signal(Reporting)  # double click on what cannot be typed into

    def __init__(self, look: Look, model: ProgressRows, delegate: ProgressEditing) -> None:
        super().__init__()
        self._look, self._model, self._delegate = look, model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(words.PAGE)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(True)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._connect()

    def _connect(self) -> None:
        self._model.modelReset.connect(self._lay_out)
        self._model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self._delegate.refused.connect(self._edit_again)
        self._delegate.went_down.connect(lambda: self._step_rows(1))
        self._delegate.wants_above.connect(self._take_above)
        self._delegate.given_up.connect(self._give_up)
        self._delegate.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._after_edit))
        self.doubleClicked.connect(self._open)

    def choose(self, action_id: int, column: int = Column.PERCENT) -> None:
        """Make a cell current and bring it into view."""
        index = self._model.index_of(action_id, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_first(self) -> None:
        """Make the first row that can be filled in current."""
        rows = self._model.all_rows()
        if rows:
            self.choose(next((row for row in rows if not (row.said or row.settled)), rows[0]).action.id)

    def settle(self) -> bool:
        """Save what is being typed; False when it was refused and stays there with the reason."""
        editor = self.indexWidget(self.currentIndex()) if self.state() == _EDITING else None
        if editor is not None:
            if editor.property("state") == "error":
                return False
            self._refused = False
            self._delegate.take(editor)
            if self._refused:
                return False
        return all(self._save(row) for row in self._model.drafts())

    _refused = False
    _begun: int | None = None  # the column in which a row was begun that Tab goes along; Enter goes back to it
    _tab_to = QModelIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Forget where the row was begun once one goes elsewhere than by Tab."""
        super().currentChanged(current, previous)
        if current != self._tab_to:
            self._begun = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, F2 edits, Delete empties, Ctrl+V pastes, Ctrl+Enter takes the text above."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.state() == _EDITING:
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() in _ENTERS:
            if control:
                self._take_above(None)
            else:
                self._step_rows(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.text().isprintable() and event.text() and not control and self._fixed(self.currentIndex()):
            event.accept()
        elif event.key() == Qt.Key.Key_F2:
            self._open_editor(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self._fill(self.currentIndex(), "")
        elif not event.modifiers() and event.key() in _SIDEWAYS:
            self.setCurrentIndex(self._beside(_SIDEWAYS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; what is being typed stays at its row, which a message above may have moved."""
        super().resizeEvent(event)
        self._fit()
        if self.state() == _EDITING:
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())
            self.updateEditorGeometries()

    def moveCursor(self, step: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab goes on in the row, and at its end in the next; a percent that falls is asked for its reason first."""
        if step not in _TABS:
            return super().moveCursor(step, modifiers)
        row = self._model.row(self.currentIndex())
        if self.currentIndex().column() == Column.PERCENT and row and row.wants_reason:
            return self.currentIndex()
        there = self._beside(_TABS[step], editable=True)
        if self._begun is None:
            here = self.currentIndex().column()
            self._begun = here if here in FIELDS else there.column()
        self._tab_to = there
        return there

    def _beside(self, step: int, *, editable: bool = False) -> QModelIndex:
        """The next cell that is shown, in this row or, where one edits, in the next; the current one for none."""
        here = self.currentIndex()
        row, column = here, here.column() + step
        while row.isValid():
            while 0 <= column < len(Column):
                index = row.siblingAtColumn(column)
                if not self.isColumnHidden(column) and (not editable or index.flags() & Qt.ItemFlag.ItemIsEditable):
                    return index
                column += step
            row = self._row_beside(row, step) if editable else QModelIndex()
            column = 0 if step > 0 else len(Column) - 1
        return here

    def _row_beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The row below (1) or above (−1), past the heads of groups."""
        found = index.siblingAtColumn(0)
        while found.isValid():
            found = self.indexBelow(found) if step > 0 else self.indexAbove(found)
            if self._model.row(found):
                return found.siblingAtColumn(index.column())
        return QModelIndex()

    def _step_rows(self, step: int) -> None:
        row = self._model.row(self.currentIndex())
        if row and row.wants_reason:
            return  # it is asked for as soon as the editor has closed
        there = self._row_beside(self.currentIndex(), step)
        if there.isValid():
            there = there if self._begun is None else there.siblingAtColumn(self._begun)
            self._begun = None
            self.setCurrentIndex(there)
            self.scrollTo(there)

    def _after_edit(self) -> None:
        """Save every row that is not being typed into any more."""
        here = self._model.row(self.currentIndex()) if self.state() == _EDITING else None
        for row in self._model.drafts():
            if row is not here and not self._save(row):
                return

    def _save(self, row: Reporting) -> bool:
        """Save a row; where it is refused its cell opens again with the words and the reason."""
        if row.wants_reason:
            index = self._model.index_of(row.action.id, Column.PERCENT)
            sentence = words.REASON_WANTED.format(was=row.least)
            QTimer.singleShot(0, self, lambda: self._reopen(QPersistentModelIndex(index), "", sentence))
            return False
        error = self._model.save(row)
        if error is None:
            self.saved.emit(row.action.id)
            return True
        field = getattr(error, "field", None) or "done"
        index = self._model.index_of(row.action.id, COLUMN_OF.get(field, Column.DONE))
        text = row.value(FIELDS[Column(index.column())])
        self._model.drop(row, FIELDS[Column(index.column())])
        self._edit_again(QPersistentModelIndex(index), text, str(error))
        return False

    def _edit_again(self, index: QPersistentModelIndex, text: str, sentence: str) -> None:
        """Reopen the editor with the words that were refused, and say why."""
        self._refused = True
        QTimer.singleShot(0, self, lambda: self._reopen(index, text, sentence))

    def _reopen(self, index: QPersistentModelIndex, text: str, sentence: str) -> None:
        place = self._model.index(index.row(), index.column(), index.parent())
        if not place.isValid() or self.state() == _EDITING:
            return
        self.setCurrentIndex(place)
        self.scrollTo(place)
        self.edit(place)
        editor = self.indexWidget(place)
        if editor is not None:
            self._delegate.show_refused(editor, text, sentence)

    def _give_up(self, reason: bool) -> None:
        """Forget a percent nobody gives a reason for, or all that was typed in a row that is refused."""
        row = self._model.row(self.currentIndex())
        for name in ("percent", "reason") if reason else FIELDS.values():
            if row:
                self._model.drop(row, name)

    def _take_above(self, editor: QWidget | None) -> None:
        """Give the current cell what stands in the row above it, and go on to the next row."""
        here = self.currentIndex()
        above = self._row_beside(here, -1)
        text = above.data(Qt.ItemDataRole.EditRole) if above.isValid() else ""
        if editor is not None:
            if text:
                write(editor, text)
            self._delegate.take(editor)
        elif text:
            self._fill(here, text)
        self._step_rows(1)

    def _fill(self, index: QModelIndex, text: str) -> None:
        """Put a text into a cell and save its row."""
        row = self._model.row(index)
        if row and not self._fixed(index) and index.column() in FIELDS and (row.said or text):
            self._model.setData(index, text)
            self._after_edit()

    def _paste(self, text: str) -> None:
        """Put cells copied from a spreadsheet into this row and those below, all of them as one step."""
        lines = _cells(text)
        here = self.currentIndex()
        columns = [column for column in FIELDS if column >= here.column()]
        if here.column() not in FIELDS or not text.strip() or self._fixed(here):
            return
        reports: list[Report] = []
        for line in lines:
            row = self._model.row(here)
            if row is None:
                break
            cells = dict(zip((FIELDS[column] for column in columns), line, strict=False))
            reports.append(_report(row, cells))
            here = self._row_beside(here, 1)
        error: ChecklistError | None = self._model.save_many(reports)
        if error:
            self.refused.emit(str(error))
        else:
            self.pasted.emit(len(reports))

    def _open_editor(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._delegate.at_end = True
            self.edit(index)
        else:
            self._fixed(index)

    def _fixed(self, index: QModelIndex) -> bool:
        """Whether a cell that elsewhere is typed into cannot be here; says why."""
        row = self._model.row(index)
        why = self._model.why_fixed(row) if row and index.column() in FIELDS else ""
        if why:
            self.refused.emit(why)
        return bool(why)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row and index.column() not in FIELDS:
            self.opened.emit(row)
        else:
            self._fixed(index)

    def _lay_out(self) -> None:
        self.expandAll()
        for group in range(self._model.rowCount()):
            self.setFirstColumnSpanned(group, QModelIndex(), True)

    def _fit(self) -> None:
        px = self._look.theme.px
        hidden: set[int] = set()
        for column in (None, *_YIELDING):
            hidden |= {column} if column is not None else set()
            room = self.viewport().width() - sum(px(w) for c, w in _WIDTHS.items() if c not in hidden)
            if room >= px(_ROOM):
                break
        for column, width in _WIDTHS.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, px(width))
        whole = sum(_SHARES.values())
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // whole)
        self.scheduleDelayedItemsLayout()


def _cells(text: str) -> list[list[str]]:
    """Rows of cells as a spreadsheet copies them: one of several lines comes in quotes."""
    try:
        lines = list(csv.reader(StringIO(text.rstrip("\r\n"), newline=None), csv.excel_tab))
    except csv.Error:  # a cell longer than any spreadsheet's
        lines = [line.split("\t") for line in text.splitlines()]
    return [list(map(unprotected, line)) for line in lines]


def _report(row: Reporting, cells: dict[str, str]) -> Report:
    """What a row would report with these cells in place of its own."""
    kept = {name: row.value(name) for name in (*FIELDS.values(), "reason")}
    if "reporter" in cells and says_nothing(cells["reporter"]):
        cells["reporter"] = ""
    entry = row.entry
    more = {"reviewer": entry.reviewer, "entered_on": entry.entered_on} if entry else {}
    return Report(row.action.id, **{**kept, **cells, **more})
