"""A table whose first columns stay where they are while the others are scrolled, and whose groups take the whole width.

One view alone: what stays is drawn over what goes by, so that selection, editing and scrolling need no twin.
"""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from desktop.delegates.ledger_delegate import LedgerDelegate
from desktop.look import Look
from desktop.models.ledger_columns import FROZEN
from desktop.models.ledger_table import Group, LedgerModel
from desktop.pages.ledger_head import LedgerHead

Index = QModelIndex | QPersistentModelIndex


class StillColumns(QTableView):
    """Where a cell is seen, and what is seen at a place."""

    def __init__(self, look: Look, model: LedgerModel, delegate: LedgerDelegate, head: LedgerHead) -> None:
        super().__init__()
        self._look, self._model, self._delegate, self.head = look, model, delegate, head
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(head)

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen; the head of a group takes the whole width."""
        place = super().visualRect(index)
        if isinstance(self._model.line(index), Group):
            return QRect(0, place.top(), self.viewport().width(), place.height())
        if index.column() < FROZEN:
            place.moveLeft(self.head.sectionPosition(index.column()))
        return place

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The cell seen at a place."""
        row = self.rowAt(place.y())
        if row >= 0 and isinstance(self._model.line(self._model.index(row, 0)), Group):
            return self._model.index(row, 0)
        if row >= 0 and 0 <= place.x() < self.head.frozen_width():
            columns = reversed(range(FROZEN))
            column = next(one for one in columns if self.head.sectionPosition(one) <= place.x())
            return self._model.index(row, column)
        return super().indexAt(place)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, not under the columns that stay."""
        sideways = self.horizontalScrollBar()
        before = sideways.value()
        super().scrollTo(index, hint)
        if index.column() < FROZEN or isinstance(self._model.line(index), Group):
            sideways.setValue(before)
        elif self.head.sectionViewportPosition(index.column()) < self.head.frozen_width():
            sideways.setValue(self.head.sectionPosition(index.column()) - self.head.frozen_width())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.head.place_fields()
            self.head.viewport().update()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then what lies over them: columns that stay, heads of groups."""
        super().paintEvent(event)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        end = self._model.rowCount() - 1 if last < 0 else last
        for place in range(first, end + 1):
            self._paint_over(painter, self._model.index(place, 0))
        painter.end()

    def _paint_over(self, painter: QPainter, index: QModelIndex) -> None:
        line = self._model.line(index)
        if isinstance(line, Group):
            current = self.hasFocus() and self.currentIndex().row() == index.row()
            self._delegate.paint_group(painter, self.visualRect(index), line, current=current)
            return
        if self.head.offset():
            for column in range(FROZEN):
                cell = index.siblingAtColumn(column)
                self._delegate.paint(painter, self._option(cell), cell)
        edge, place = self.head.frozen_width() - 1, self.visualRect(index)
        painter.fillRect(QRect(edge, place.top(), 1, place.height()), self._look.theme.color("line"))

    def _option(self, index: QModelIndex) -> QStyleOptionViewItem:
        option: Any = QStyleOptionViewItem()  # PySide's stubs leave its fields out
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        else:
            option.state &= ~QStyle.StateFlag.State_HasFocus
        return option
