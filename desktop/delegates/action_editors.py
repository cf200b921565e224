"""Editing actions in the cells of a table: one editor per field, and no typed word is lost when it is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.errors import ChecklistError
from desktop.late import late
from desktop.look import Look
from desktop.widgets.due_field import DueField
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField

Index = QModelIndex | QPersistentModelIndex
_EDIT = Qt.ItemDataRole.EditRole


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes the fields that need to know the checklist: names to complete from, dates to understand."""

    lead: Callable[[QWidget], NameField]
    owner: Callable[[QWidget], NameField]
    due: Callable[[QWidget], DueField]
    status: Callable[[QWidget], QComboBox]
    bureaus: Callable[[int], Sequence[str]]  # those a task's bodies end in: they are offered first


class CellEditing(QStyledItemDelegate):
    """A delegate that edits; a kind of table says which field a cell holds and where its editor begins.

    `refused` tells of words that could not be saved.
    """

    refused = Signal(QPersistentModelIndex, str, str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make: dict[str, Callable[[QWidget], QWidget]] = {}
        self._bureaus: Callable[[int], Sequence[str]] = lambda _: ()
        self._error: ChecklistError | None = None

    def field_of(self, index: Index) -> str:
        """The field a cell holds, one of models.cells."""
        raise NotImplementedError

    def task_of(self, index: Index) -> int:
        """The task of the action a cell tells of."""
        raise NotImplementedError

    def editor_left(self, index: Index) -> int:
        """How far right of its cell's edge the editor begins, px."""
        return 0

    def use(self, fields: Fields) -> None:
        """Give the delegate the fields it edits with."""
        self._bureaus = fields.bureaus
        self._make = {
            "title": LineField, "lead": fields.lead, "owner": fields.owner, "due": fields.due, "status": fields.status,
            "percent": LineField,
        }  # fmt: skip

    def note(self, error: ChecklistError) -> None:
        """Remember why the last edit failed; connected to the session."""
        self._error = error

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self.field_of(index)
        editor = self._make[field](parent)
        if field == "lead" and isinstance(editor, NameField):
            editor.prefer(self._bureaus(self.task_of(index)))
        editor.setProperty("kind", "cell")
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(head))
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

    def settle(self, view: QAbstractItemView) -> bool:
        """Save what is being typed in a cell of a view; False when it was refused and stays there with the reason."""
        editing = view.state() == QAbstractItemView.State.EditingState
        editor = view.indexWidget(view.currentIndex()) if editing else None
        return editor is None or self.take(editor)

    def edit_again(self, view: QAbstractItemView, index: QPersistentModelIndex, text: str, sentence: str) -> bool:
        """Reopen a cell with the words that were refused, and say why; False when it is gone meanwhile."""
        place = view.model().index(index.row(), index.column(), index.parent())
        if not place.isValid():
            return False
        view.setCurrentIndex(place)
        view.edit(place)
        self._show_refused(view.indexWidget(place), text, sentence)
        return True

    def _show_refused(self, editor: QWidget, text: str, sentence: str) -> None:
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
        left = self.editor_left(index)
        top = area.top() + (area.height() - height) // 2
        editor.setGeometry(area.left() + left, top, area.width() - left, height)
