"""The left of the 单位 page: every unit with its kind, its days, its people and what it leads."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.delegates.text import draw_text
from desktop.delegates.unit_delegate import UnitDelegate, columns
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.county_units import UnitRow
from desktop.models.rows import Rows
from desktop.unit_wording import unit_spoken
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.line_field import LineField
from desktop.widgets.segments import Segments
from desktop.words import units as words

_HEADS = dict(zip(("name", "kind", "valid", "people", "led"), words.HEAD, strict=True))


class _Heads(QWidget):
    """The words over the columns."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__()
        self._look, self._view = look, view
        self.setFixedHeight(look.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        for name, left, width in columns(self._view.viewport().width(), theme.scale):
            area = self.rect().adjusted(left, 0, left + width - self.width(), 0)
            draw_text(painter, area, _HEADS[name], theme.font(12), theme.color("text2"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


class UnitList(QWidget):
    """Says which unit is chosen; what is typed in the filter hides the others."""

    chosen = Signal(int)
    taken = Signal()  # the user wants to see the card of the chosen one
    add_wanted = Signal()
    menu_wanted = Signal(QPoint)  # of the chosen one, where on the screen

    def __init__(self, look: Look, icons: Icons, segments: Segments) -> None:
        super().__init__()
        self._look, self._segments = look, segments
        self._every: Sequence[UnitRow] = ()
        self.model: Rows[UnitRow] = Rows(lambda row: row.unit.id, unit_spoken, unit_spoken, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(UnitDelegate(look, self.view))
        self.view.setAccessibleName(words.PAGE)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.filter = LineField()
        self.filter.setPlaceholderText(words.FILTER)
        self.filter.setAccessibleName(words.FILTER)
        self.filter.setClearButtonEnabled(True)
        self.add = QPushButton(icons.icon("plus", 16), words.NEW_UNIT)
        self._none = EmptyState(look, icons, "building-2", words.PAGE, "")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[UnitRow]) -> None:
        """Show the units as they stand now; the chosen one stays chosen."""
        self._every = rows
        self._pick()

    def choose(self, unit_id: int) -> None:
        """Go to a unit, whatever the filter hides."""
        if not self.model.index_of(unit_id).isValid():
            self.filter.setText("")
        index = self.model.index_of(unit_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def current(self) -> int:
        """The id of the chosen unit; 0 for none."""
        row = self.model.row_at(self.view.currentIndex())
        return row.unit.id if row else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def _pick(self) -> None:
        text = self.filter.text().strip().casefold()
        self.model.show([row for row in self._every if text in _searched(row)])
        self._none.set_line(words.NONE_FOUND.format(text=self.filter.text().strip()))
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._none)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))

    def _current(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.chosen.emit(row.unit.id)

    def _ask_menu(self, place: QPoint) -> None:
        """By the mouse: of the row it is on; by the key: of the chosen one."""
        if self.view.indexAt(place).isValid() and self.current():
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._current(index))
        self.view.clicked.connect(lambda _: self.taken.emit())
        self.view.activated.connect(lambda _: self.taken.emit())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_menu)
        self.filter.textChanged.connect(lambda _: self._pick())
        self.filter.returnPressed.connect(self.view.setFocus)
        self.add.clicked.connect(self.add_wanted)
        self._none.add_button(words.CLEAR_FILTER, None).clicked.connect(self.filter.clear)

    def _build(self) -> None:
        px = self._look.theme.px
        title = QLabel(words.PAGE)
        title.setProperty("kind", "title")
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(10), px(16), px(10))
        head.setSpacing(px(8))
        head.addWidget(title)
        head.addWidget(self._segments)
        head.addStretch(1)
        self.filter.setMaximumWidth(px(240))
        head.addWidget(self.filter, 2)
        head.addWidget(self.add)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_Heads(self._look, self.view))
        column.addWidget(self._stack, 1)


def _searched(row: UnitRow) -> str:
    return "\n".join((row.unit.name, row.unit.short, *row.unit.aliases, row.unit.now)).casefold()
