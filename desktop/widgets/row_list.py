"""A list whose rows have an icon and a few wrapped lines, each in its own size and colour."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop.delegates.row_delegate import ROW_ROLE, Plain, Row, RowDelegate
from desktop.icons import Icons
from desktop.look import Look


class RowList(QListWidget):
    """`opened` is called for Enter and for a double click on a row."""

    def __init__(self, look: Look, icons: Icons, name: str, opened: Callable[[], object]) -> None:
        super().__init__()
        self._opened = opened
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(look, icons, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda _: self._opened())

    def show_rows(self, rows: Sequence[Row | Plain], same: Callable[[object, object], bool]) -> None:
        """Show rows; the one that stands for the `same` as the current one becomes current, else the first."""
        was, found = self.key(), 0
        self.clear()
        for place, row in enumerate(rows):
            item = QListWidgetItem(row.spoken)
            item.setData(ROW_ROLE, row)
            item.setToolTip(row.spoken)
            self.addItem(item)
            if was is not None and same(was, row.key):
                found = place
        if rows:
            self.setCurrentRow(found)

    def key(self) -> object:
        """What the current row stands for, None where there is none."""
        item = self.currentItem()
        return item.data(ROW_ROLE).key if item else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row."""
        if not event.modifiers() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._opened()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
