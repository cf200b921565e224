"""督办登记簿 in the window: every notice in the order of its number, void ones in grey."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTreeWidget, QTreeWidgetItem

from db.supervision import Notice
from desktop.look import Look
from desktop.models.supervision_rows import STATE_TONES, TONES, of_notice, spoken
from desktop.widgets.flat_views import set_up_list
from desktop.words import supervision as words

_NOTICE = Qt.ItemDataRole.UserRole
_NUMBER, _LEVEL, _UNIT, _ITEMS, _SENT, _DUE, _STATE, _FATE = range(8)
_WIDTHS = {_NUMBER: 128, _LEVEL: 104, _UNIT: 116, _SENT: 80, _DUE: 80, _STATE: 96, _FATE: 220}
_LEAST = 140
# Columns that give way, in this order, where the window is too narrow; the tooltip has what they say.
_YIELDING = (_FATE, _SENT, _LEVEL)


class RegisterList(QTreeWidget):
    """The newest notice comes first; the menu is that of the acts on it."""

    def __init__(self, look: Look, menu: Callable[[], QMenu], enter: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._menu, self._enter = look, menu, enter
        self.setColumnCount(len(words.REGISTER_COLUMNS))
        self.setHeaderLabels(words.REGISTER_COLUMNS)
        self.setAccessibleName(words.REGISTER)
        set_up_list(self)
        self.setProperty("kind", "plain")

    def show_notices(self, notices: Sequence[Notice], today: str, plan_year: int) -> None:
        """Show these, and leave the chosen one chosen."""
        was, theme = self.chosen(), self._look.theme
        self.blockSignals(True)
        self.clear()
        for notice in reversed(notices):
            item = QTreeWidgetItem(self, list(of_notice(notice, today, plan_year)))
            item.setData(0, _NOTICE, notice)
            state = notice.state(today)
            for column in range(self.columnCount()):
                item.setToolTip(column, spoken(notice, today, plan_year))
                item.setForeground(column, theme.color("text3" if state == "void" else "text"))
            if state != "void":
                item.setForeground(_LEVEL, theme.color(TONES[notice.level]))
                item.setForeground(_STATE, theme.color(STATE_TONES[state]))
                item.setForeground(_FATE, theme.color("text2"))
        self.blockSignals(False)
        if not (was and self.choose(was.id)) and self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))
        self._fit()

    def chosen(self) -> Notice | None:
        """The notice of the current row."""
        item = self.currentItem()
        found = item.data(0, _NOTICE) if item is not None else None
        return found if isinstance(found, Notice) else None

    def choose(self, notice_id: int) -> bool:
        """Make a notice current; False where it is not shown."""
        for item in (self.topLevelItem(row) for row in range(self.topLevelItemCount())):
            if item is not None and item.data(0, _NOTICE).id == notice_id:
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes the reply down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self._enter()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the acts over the chosen notice."""
        if self.chosen():
            self._menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, room = self._look.theme.px, self.viewport().width()
        widths = {column: px(width) for column, width in _WIDTHS.items()}
        for column in _YIELDING:
            if room - sum(widths.values()) >= px(_LEAST):
                break
            del widths[column]
        for column in range(self.columnCount()):
            self.setColumnHidden(column, column != _ITEMS and column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(_ITEMS, max(room - sum(widths.values()), px(_LEAST)))
