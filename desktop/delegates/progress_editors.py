"""Typing into the progress table: quick by keyboard, and no typed word is lost when it is refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QWidget

from db.errors import RuleBroken
from desktop.delegates.progress_cells import ProgressCells
from desktop.late import late
from desktop.models.progress_rows import FIELDS, ROW_ROLE, Column, Reporting
from desktop.widgets.gaps import to_next_gap
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField
from desktop.words import progress as words

Index = QModelIndex | QPersistentModelIndex
Equip = Callable[[QPlainTextEdit, str, Reporting], None]
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE_BREAK = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
_HINT = QAbstractItemDelegate.EndEditHint
_TABS = {Qt.Key.Key_Tab: _HINT.EditNextItem, Qt.Key.Key_Backtab: _HINT.EditPreviousItem}
_REASON = "reason"


class ProgressEditing(ProgressCells):
    """The progress table's delegate with editors; `refused` tells of words that could not be taken."""

    refused = Signal(QPersistentModelIndex, str, str)
    went_down = Signal()  # Enter: to the same column of the next row
    wants_above = Signal(QWidget)  # Ctrl+Enter: the same text as in the row above
    given_up = Signal(bool)  # Esc where a reason is asked (True), or at words that were refused

    def use(self, persons: Callable[[], Sequence[str]], equip: Equip) -> None:
        """Give the delegate the names its field completes from, and what offers phrases in the others."""
        self._persons, self._equip = persons, equip
        self.at_end = False  # an editor opened by F2 goes on behind the text instead of replacing it

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.data(ROW_ROLE), Column(index.column())
        editor: QWidget
        if column == Column.PERCENT and row.wants_reason:
            editor = LineField(parent)
            editor.setProperty("for", _REASON)
            editor.setPlaceholderText(words.REASON.format(was=row.least))
            editor.setAccessibleName(words.REASON.format(was=row.least))
        else:
            editor = self._made(parent, column)
            if isinstance(editor, QPlainTextEdit):
                self._equip(editor, FIELDS[column], row)
            editor.setAccessibleName(words.COLUMNS[column])
        editor.setProperty("kind", "cell")
        return editor

    def _made(self, parent: QWidget, column: Column) -> QWidget:
        if column == Column.PERCENT:
            return LineField(parent)
        if column == Column.REPORTER:
            return NameField(self._persons, parent)
        field = QPlainTextEdit(parent)
        field.setTabChangesFocus(True)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = "" if editor.property("for") == _REASON else index.data(Qt.ItemDataRole.EditRole)
        write(editor, text)
        if self.at_end:
            move_to_end(editor)
        elif isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.selectAll()
        self.at_end = False

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if editor.property("for") == _REASON:
            if reason := read(editor).strip():
                model.give_reason(index.data(ROW_ROLE), reason)
            return
        try:
            model.setData(index, read(editor))
        except RuleBroken as error:
            self.refused.emit(QPersistentModelIndex(index), read(editor), str(error))

    def take(self, editor: QWidget) -> None:
        """Keep what an editor holds and close it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _HINT.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes down, Ctrl+Enter takes the text above, Shift+Enter breaks the line, Esc gives up."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        asked, wrong = watched.property("for") == _REASON, watched.property("state") == "error"
        if event.key() == Qt.Key.Key_Escape and (asked or wrong):
            self.given_up.emit(asked)
        elif event.key() == Qt.Key.Key_Tab and isinstance(watched, QPlainTextEdit) and to_next_gap(watched):
            return True
        elif event.key() in _TABS and isinstance(watched, QPlainTextEdit):  # which would only pass the focus on
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, _TABS[Qt.Key(event.key())])
            return True
        elif event.key() in _ENTERS and not _completing(watched):
            if event.modifiers() in _LINE_BREAK and isinstance(watched, QPlainTextEdit):
                watched.insertPlainText("\n")
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.wants_above.emit(watched)
            else:
                self.take(watched)
                self.went_down.emit()
            return True
        return super().eventFilter(watched, event)

    def show_refused(self, editor: QWidget, text: str, sentence: str) -> None:
        """Put refused words back into their editor and say under it what is wrong."""
        write(editor, text)
        editor.setProperty("state", "error")
        editor.style().polish(editor)
        late("error")(editor, sentence, self._look)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        px, area, view = self._look.theme.px, QRect(option.rect), editor.parentWidget()
        if isinstance(editor, QPlainTextEdit):
            area.setSize(area.size().expandedTo(QSize(px(250), px(92))))
        else:
            wide = px(320) if editor.property("for") == _REASON else max(area.width(), px(64))
            area = QRect(area.left(), area.top() + px(2), wide, px(43))  # both lines of the cell
        area.moveRight(min(area.right(), view.width() - 1))
        area.moveBottom(min(area.bottom(), view.height() - 1))
        editor.setGeometry(area)


def read(editor: QWidget) -> str:
    """What stands in an editor."""
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()


def write(editor: QWidget, text: str) -> None:
    """Put a text into an editor."""
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)


def move_to_end(editor: QWidget) -> None:
    """Go on typing behind what stands there."""
    if isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.end(False)


def _completing(editor: QWidget) -> bool:
    return isinstance(editor, NameField) and editor.completer().popup().isVisible()


