"""The table of problems: rows as high as their text, columns that give way where the window is narrow."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView

from desktop.delegates.problem_delegate import ProblemDelegate
from desktop.look import Look
from desktop.models.problem_table import Column, ProblemTable
from desktop.problem_acts import ProblemActs
from desktop.widgets.flat_views import set_up_list
from desktop.words import problems as words

_WIDTHS = {
    Column.LEVEL: 116, Column.CAUSE: 150, Column.CATEGORY: 60, Column.ACTION: 190, Column.LEAD: 104, Column.UNIT: 104,
    Column.RAISED: 88, Column.SOLVED: 128,
}  # fmt: skip
_TEXT_LEAST, _TEXT_NARROW = 200, 120
# Columns that give way, in this order, where the window is too narrow for all; the tooltip has what they say.
_YIELDING = (Column.CAUSE, Column.CATEGORY, Column.LEAD)


class ProblemList(QTreeView):
    """The table; a click on the action leads there, Enter opens the problem."""

    def __init__(
        self, look: Look, model: ProblemTable, delegate: ProblemDelegate, acts_of: Callable[[], ProblemActs]
    ) -> None:
        super().__init__()
        self._look, self._model, self._acts_of = look, model, acts_of
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(words.LIST_NAME)
        set_up_list(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen problem."""
        if not event.modifiers() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._acts_of().edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the action leads there."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == Column.ACTION:
            self._acts_of().go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the problem."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._acts_of().edit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the hand what leads somewhere."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and index.column() == Column.ACTION
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the acts over the chosen problem."""
        if self.currentIndex().isValid():
            self._acts_of().menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def choose(self, problem_id: int) -> None:
        """Make one problem current and bring it into view."""
        index = self._model.index(self._model.row_of(problem_id), 0)
        whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, whole)
        self.scrollTo(index)

    def _fit(self) -> None:
        px, room = self._look.theme.px, self.viewport().width()
        widths = {column: px(width) for column, width in _WIDTHS.items()}
        for column in _YIELDING:
            if room - sum(widths.values()) >= px(_TEXT_LEAST):
                break
            del widths[column]
        for column in Column:
            self.setColumnHidden(column, column != Column.TEXT and column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.TEXT, max(room - sum(widths.values()), px(_TEXT_NARROW)))
        self.scheduleDelayedItemsLayout()
