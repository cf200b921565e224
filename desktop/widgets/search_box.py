"""The search field with its list of results, led by the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from desktop import words
from desktop.icons import Icons
from desktop.look import Look

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the list; a heading has no key."""

    text: str
    key: object = None


class SearchBox(QLineEdit):
    """Shows what `find` gives while typing; `chosen` carries the key of the line taken."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, icons: Icons, find: Callable[[str], Sequence[Result]]) -> None:
        super().__init__()
        self._look, self._find = look, find
        self.setPlaceholderText(words.SEARCH_HINT)
        self.setAccessibleName(words.SEARCH)
        self.setToolTip(f"{words.SEARCH} Ctrl+F")
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
        if not text.strip():
            self._hide()
            return
        results = self._find(text)
        shown = self._popup()
        shown.clear()
        for result in results or [Result(words.SEARCH_NONE.format(text=text.strip()))]:
            item = QListWidgetItem(result.text)
            item.setData(_KEY, result.key)
            item.setSizeHint(QSize(0, self._look.theme.px(30)))
            if result.key is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(self._look.theme.font(12))
            shown.addItem(item)
        self._walk(shown, 1, first=True)
        self._place(shown)

    def _popup(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setProperty("kind", "popup")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setAccessibleName(words.SEARCH)
            self._list.itemClicked.connect(self._take)
            self.window().installEventFilter(self)
            self.destroyed.connect(self._list.deleteLater)  # a child of the window, to lie over the page
        return self._list

    def _place(self, shown: QListWidget) -> None:
        px = self._look.theme.px
        rows = min(shown.count(), 14)
        shown.resize(max(self.width(), px(420)), rows * px(30) + px(12))
        corner = self.mapTo(self.window(), QPoint(self.width() - shown.width(), self.height() + px(4)))
        shown.move(max(corner.x(), px(8)), corner.y())
        shown.show()
        shown.raise_()

    @staticmethod
    def _walk(shown: QListWidget, step: int, *, first: bool = False) -> None:
        row = -1 if first else shown.currentRow()
        while 0 <= (row := row + step) < shown.count():
            if shown.item(row).data(_KEY) is not None:
                shown.setCurrentRow(row)
                return

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY) is not None:
            key = item.data(_KEY)
            self._leave()
            self.chosen.emit(key)

    def _leave(self) -> None:
        self._hide()
        self.clear()
        self.left.emit()

    def _hide(self) -> None:
        if self._list:
            self._list.hide()
