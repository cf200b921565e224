"""Inline editing of the action table: one editor per column, and no typed word is lost when it is refused."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from db.errors import ChecklistError
from desktop import words
from desktop.delegates.action_delegate import ActionDelegate
from desktop.late import late
from desktop.models.action_tree import ACTION_ROLE, Column
from desktop.widgets.due_field import DueField
from desktop.widgets.name_field import NameField
from desktop.widgets.wheel_guard import guard_wheel

Index = QModelIndex | QPersistentModelIndex
_EDIT = Qt.ItemDataRole.EditRole
SETTABLE = ("not_started", "in_progress", "done")


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes the fields that need to know the checklist: names to complete from, dates to understand."""

    lead: Callable[[QWidget], NameField]
    owner: Callable[[QWidget], NameField]
    due: Callable[[QWidget], DueField]


class ActionEditing(ActionDelegate):
    """The action table's delegate with editors; `refused` tells of words that could not be saved."""

    refused = Signal(QPersistentModelIndex, str, str)

    def use(self, fields: Fields) -> None:
        """Give the delegate the fields it edits with."""
        self._make: dict[int, Callable[[QWidget], QWidget]] = {
            Column.TITLE: QLineEdit,
            Column.LEAD: fields.lead,
            Column.OWNER: fields.owner,
            Column.DUE: fields.due,
            Column.STATUS: _status_box,
            Column.PERCENT: QLineEdit,
        }
        self._error: ChecklistError | None = None

    def note(self, error: ChecklistError) -> None:
        """Remember why the last edit failed; connected to the session."""
        self._error = error

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._make[index.column()](parent)
        editor.setProperty("kind", "cell")
        editor.setAccessibleName(words.ACTION_COLUMNS[index.column()])
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda: self.take(editor))
        return editor

    def take(self, editor: QWidget) -> bool:
        """Save what an editor holds and close it; False when it was refused."""
        self._error = None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        return self._error is None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(_EDIT)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
            editor.showPopup()
        else:
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, QComboBox) else editor.text()
        self._error = None
        if not model.setData(index, value) and self._error is not None:
            self.refused.emit(QPersistentModelIndex(index), value, str(self._error))

    def show_refused(self, editor: QWidget, text: str, sentence: str) -> None:
        """Put refused words back into their editor and say under it what is wrong."""
        if isinstance(editor, QComboBox):
            return
        editor.setText(text)
        editor.setProperty("state", "error")
        editor.style().polish(editor)
        late("error")(editor, sentence, self._look)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        height = theme.px(32)
        area = option.rect
        left = self.title_left(index.data(ACTION_ROLE)) - theme.px(9) if index.column() == 0 else 0
        top = area.top() + (area.height() - height) // 2
        editor.setGeometry(area.left() + left, top, area.width() - left, height)


def _status_box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for code in SETTABLE:
        box.addItem(words.STATUS[code], code)
    guard_wheel(box)
    return box
