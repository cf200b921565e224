"""The list of phrases that opens at a field: search as you type, Enter takes one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.phrases import Filled
from desktop.delegates.row_delegate import Plain
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.row_list import RowList
from desktop.words import phrases as words

_WIDTH, _HEIGHT = 460, 340
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class PhrasePopup(QFrame):
    """`taken` carries the phrase to be inserted."""

    taken = Signal(object)
    manage_wanted = Signal()

    def __init__(self, look: Look, icons: Icons, offered: Sequence[tuple[str, Filled]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "sheet")
        self._look, self._offered = look, offered
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.SEARCH)
        self.search.setAccessibleName(words.PHRASES)
        self.list = RowList(look, icons, words.LIST, self._take)
        self.list.setProperty("led", True)  # by the keys of the search field
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _: self._take())
        self._none = QLabel()
        self._none.setProperty("kind", "hint")
        self._none.setWordWrap(True)
        manage = QPushButton(words.MANAGE)
        manage.setProperty("kind", "flat")
        manage.setAutoDefault(True)
        manage.clicked.connect(self._manage)
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(8)] * 4)
        column.setSpacing(px(6))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        column.addWidget(manage, 0, Qt.AlignmentFlag.AlignLeft)
        self.search.textEdited.connect(self._show)
        self.resize(px(_WIDTH), px(_HEIGHT))
        self._show("")
        self.search.setFocus()

    def open_at(self, field: QWidget, caret: QRect) -> None:
        """Open below a place of a field, or above it where the screen ends."""
        screen = field.screen().availableGeometry()
        below = field.mapToGlobal(QPoint(caret.left(), caret.bottom() + self._look.theme.px(4)))
        if below.y() + self.height() > screen.bottom():
            below.setY(max(screen.top(), field.mapToGlobal(caret.topLeft()).y() - self.height()))
        self.move(max(screen.left(), min(below.x(), screen.right() - self.width())), below.y())
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the list while the search has the focus, Enter takes, Esc leaves."""
        if event.key() in _WALK:
            row = self.list.currentRow() + _WALK[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        rows = [
            Plain(filled, ((filled.text, 14, "text"), (use, 12, "text3")),
                  words.SPOKEN.format(use=use, text=filled.text))
            for use, filled in self._offered
            if all(word in filled.text.casefold() for word in wanted)
        ]  # fmt: skip
        self.list.show_rows(rows, lambda was, now: was == now)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(words.NONE_FOUND if self._offered else words.NONE_YET)

    def _take(self) -> None:
        chosen = self.list.key()
        if chosen is not None:
            self.close()
            self.taken.emit(chosen)

    def _manage(self) -> None:
        self.close()
        self.manage_wanted.emit()
