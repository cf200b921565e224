"""The search field with its list of results, led by the keyboard."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from desktop.delegates.search_delegate import LINE_ROLE, SearchDelegate
from desktop.icons import Icons
from desktop.look import Look
from desktop.search_lines import Line
from desktop.words import finding as words

_WIDTH = 560  # of the list, where the field is narrower
Find = Callable[[str, Collection[str]], Sequence[Line]]


class SearchBox(QLineEdit):
    """Shows what `find` gives while typing, of the kinds that were opened all; `chosen` carries key and text.

    `entered` says that somebody is about to type.
    """

    chosen = Signal(object, str)
    left = Signal()
    entered = Signal()

    def __init__(self, look: Look, icons: Icons, find: Find) -> None:
        super().__init__()
        self._look, self._find = look, find
        self._opened: frozenset[str] = frozenset()
        self.setPlaceholderText(words.HINT)
        self.setAccessibleName(words.NAME)
        self.setToolTip(words.TIP)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", 14, "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._list: QListWidget | None = None
        self.textEdited.connect(self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the results, Enter takes one, Esc leaves."""
        shown = self._list if self._list and self._list.isVisible() else None
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif shown and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(shown, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif shown and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(shown.currentItem())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the field is left for anything but the list."""
        super().focusOutEvent(event)
        if self._list and not self._list.underMouse():
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list under the field when the window changes."""
        if event.type() == QEvent.Type.Resize and self._list:
            self._list.hide()
        return False

    def _search(self, text: str) -> None:
        self._opened = frozenset()
        self._show(text)

    def _show(self, text: str) -> None:
        if not text.strip():
            self._hide()
            return
        shown = self._popup()
        shown.clear()
        for line in self._find(text, self._opened):
            item = QListWidgetItem()
            item.setData(LINE_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken or line.title.text)
            item.setToolTip(line.note.text if line.key else "")
            if line.key is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            shown.addItem(item)
        self._walk(shown, 1, first=True)
        shown.scrollToTop()
        self._place(shown)

    def _popup(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setProperty("kind", "popup")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setAccessibleName(words.NAME)
            self._list.setItemDelegate(SearchDelegate(self._look, self._list))
            self._list.itemClicked.connect(self._take)
            self.window().installEventFilter(self)
            self.destroyed.connect(self._list.deleteLater)  # a child of the window, to lie over the page
        return self._list

    def _place(self, shown: QListWidget) -> None:
        px, window = self._look.theme.px, self.window()
        corner = self.mapTo(window, QPoint(self.width(), self.height() + px(4)))
        rows = sum(shown.sizeHintForRow(row) for row in range(shown.count()))
        width = min(max(self.width(), px(_WIDTH)), window.width() - 2 * px(8))
        shown.resize(width, min(rows + px(12), window.height() - corner.y() - px(40)))
        shown.move(max(corner.x() - width, px(8)), corner.y())
        shown.show()
        shown.raise_()

    @staticmethod
    def _walk(shown: QListWidget, step: int, *, first: bool = False) -> None:
        row = -1 if first else shown.currentRow()
        while 0 <= (row := row + step) < shown.count():
            if shown.item(row).data(LINE_ROLE).key is not None:
                shown.setCurrentRow(row)
                return
        if step < 0:
            shown.scrollToTop()  # the head above the first line

    def _take(self, item: QListWidgetItem | None) -> None:
        key = item.data(LINE_ROLE).key if item is not None else None
        if key is None:
            return
        if key[0] == "more":
            self._opened |= {key[1]}
            self._show(self.text())
            return
        text = self.text()
        self._leave()
        self.chosen.emit(key, text)

    def _leave(self) -> None:
        self._hide()
        self.clear()
        self.left.emit()

    def _hide(self) -> None:
        if self._list:
            self._list.hide()
