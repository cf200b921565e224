"""The table of one of the four lists: heads of groups fold, a line leads to what stands behind it."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from db.lists import COLUMNS, Line
from desktop.clipboard import put_rows
from desktop.delegates.list_delegate import ROW, SIDE, WRAPPED, ListDelegate
from desktop.look import Look
from desktop.models.list_table import Head, ListModel
from desktop.widgets.flat_views import set_up_table
from desktop.words import lists as words

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    "code": 118, "lead": 108, "owner": 68, "leader": 76, "contact": 76, "due": 88, "timing": 132, "state": 112,
    "role": 64, "category": 60, "unit": 104, "raised": 84, "days": 84, "source": 172,
}  # fmt: skip
_SHARES = {"title": 3, "goal": 2, "problem": 3, "cause": 2, "measure": 3, "solution": 2}  # of what is left
_LEAST = {"title": 170, "problem": 170, "measure": 170, "goal": 120, "cause": 120, "solution": 120}
# Columns that give way, in this order, where there is no room for all; the tooltip of the line has what they say.
_YIELDING = {
    "tasks": ("goal", "owner", "code", "state"),
    "duties": ("contact", "leader", "code", "owner", "state"),
    "problems": ("code", "cause", "category", "days", "lead", "solution", "title"),
    "measures": ("source", "code", "owner", "problem", "lead"),
}
_MEASURED = 2000  # lines up to which heights are measured; of more they are told by the number of characters


class ListView(QTableView):
    """Rows are chosen as a whole. `opened` tells the Line to lead to, `led` the Head whose task or unit is wanted."""

    opened = Signal(object)
    led = Signal(object)
    copied = Signal(int)
    menu_wanted = Signal(object)

    def __init__(self, look: Look, model: ListModel, delegate: ListDelegate) -> None:
        super().__init__()
        self._look, self._model, self._delegate = look, model, delegate
        self._kept: Hashable | None = None
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setProperty("kind", "flat")
        self._set_up()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._take_up)
        model.rowsInserted.connect(lambda _, first, last: self.fit_heights(first, last))
        model.rowsMoved.connect(lambda: self.fit_heights())
        model.layoutChanged.connect(lambda: self.fit_heights())
        model.dataChanged.connect(lambda first, last: self.fit_heights(first.row(), last.row()))
        self.entered.connect(lambda index: self._hover(index.row()))

    def _set_up(self) -> None:
        set_up_table(self, self._look.theme.px(ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)

    # --- what others ask --------------------------------------------------------------------------------

    def selected(self) -> list[Line]:
        """The chosen lines, top to bottom."""
        found = (self._model.line(index) for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row))
        return [line for line in found if isinstance(line, Line)]

    def current(self) -> Line | Head | None:
        """The line or head the keyboard is at."""
        return self._model.line(self.currentIndex())

    def choose(self, key: Hashable) -> bool:
        """Make a line current and bring it into view; False when it is not shown."""
        place = self._model.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, self._shown()[0]))
            self.scrollTo(self.currentIndex())
        return place >= 0

    def copy(self, *, whole: bool = False) -> None:
        """Put the chosen lines, or all that are shown, on the clipboard with the head above them."""
        groups = {line.key: head.group.title for head in self._model.heads() for line in head.group.lines}
        every = [line for head in self._model.heads() for line in head.group.lines]
        lines = every if whole else self.selected()
        if lines:
            columns = (words.COLUMNS[column] for column in COLUMNS[self._model.kind])
            head = (words.GROUPED[self._model.kind], *columns)
            put_rows([head, *((groups[line.key], *line.cells) for line in lines)])
        self.copied.emit(len(lines))

    def open_current(self) -> None:
        """Lead to what stands behind the current line, or behind the head of a group."""
        line = self.current()
        if isinstance(line, Line):
            self.opened.emit(line)
        elif isinstance(line, Head):
            self.led.emit(line)

    def fit_heights(self, first: int = 0, last: int | None = None) -> None:
        """Give rows the height their words need."""
        rows, kind = self.verticalHeader(), self._model.kind
        shown, side = self._shown(), self._look.theme.px(SIDE)
        rooms = {
            COLUMNS[kind][at]: self.columnWidth(at) - (3 if at == shown[0] else 2) * side
            for at in shown if COLUMNS[kind][at] in WRAPPED
        }  # fmt: skip
        usual, measured = self._look.theme.px(ROW), self._model.shown <= _MEASURED
        for place in range(first, self._model.rowCount() if last is None else last + 1):
            line, height = self._model.at(place), usual
            if isinstance(line, Line):
                height = self._delegate.height(line, kind, rooms, measured=measured)
            if rows.sectionSize(place) != height:
                rows.resizeSection(place, height)

    # --- where heads are ----------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen; the head of a group takes the whole width."""
        if isinstance(self._model.line(index), Head):
            row = index.row()
            return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        return super().visualRect(index)

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The cell seen at a place."""
        row = self.rowAt(place.y())
        if row >= 0 and isinstance(self._model.at(row), Head):
            return self._model.index(row, self._shown()[0])
        return super().indexAt(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the heads over the whole width."""
        super().paintEvent(event)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        for place in range(first, (self._model.rowCount() - 1 if last < 0 else last) + 1):
            line = self._model.at(place)
            if isinstance(line, Head):
                current = self.hasFocus() and self.currentIndex().row() == place
                self._delegate.paint_head(painter, self.visualRect(self._model.index(place, 0)), line,
                                          current=current, hovered=self._delegate.hovered == place)  # fmt: skip
        painter.end()

    # --- keys and mouse ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on, Space folds a group, Left and Right close and open it, Ctrl+C copies."""
        head = self.current()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif isinstance(head, Head) and plain and event.key() == Qt.Key.Key_Space:
            self._model.fold(head.key)
        elif plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_by_arrow(closes=event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def _fold_by_arrow(self, *, closes: bool) -> None:
        """Left comes to the head of the line's group and closes it, Right opens it, as in a tree."""
        here = self.current()
        if isinstance(here, Line) and closes:
            self.choose(("group", here.group))
        elif isinstance(here, Head) and here.folded is not closes:
            self._model.fold(here.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a head folds its group; on the words at its right it leads to the task or unit."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        head = self._model.line(index)
        if not isinstance(head, Head) or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(index)
        if self._delegate.link(self.visualRect(index), head).contains(place):
            self.led.emit(head)
        else:
            self._model.fold(head.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lead to what stands behind the line."""
        line = self._model.line(self.indexAt(event.position().toPoint()))
        if isinstance(line, Head):
            self.mousePressEvent(event)
        elif line is not None:
            self.opened.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the hand what leads somewhere."""
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        head = self._model.line(index)
        leads = isinstance(head, Head) and self._delegate.link(self.visualRect(index), head).contains(place)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the current line."""
        if self.current() is not None:
            self.menu_wanted.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    # --- columns -----------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Share the width: what is short has its own, what wraps shares the rest, what is less wanted gives way."""
        px, room, kind = self._look.theme.px, self.viewport().width(), self._model.kind
        shown = list(COLUMNS[kind])
        for column in _YIELDING[kind]:
            if room >= sum(px(_WIDTHS.get(one) or _LEAST[one]) for one in shown):
                break
            shown.remove(column)
        left = room - sum(px(_WIDTHS[column]) for column in shown if column in _WIDTHS)
        shares = sum(_SHARES[column] for column in shown if column in _SHARES)
        before = [self.columnWidth(at) for at in range(len(COLUMNS[kind]))]
        for at, column in enumerate(COLUMNS[kind]):
            self.setColumnHidden(at, column not in shown)
            if column in shown:
                share = max(left, 0) * _SHARES.get(column, 0) // max(shares, 1)
                self.setColumnWidth(at, px(_WIDTHS[column]) if column in _WIDTHS else share)
        if before != [self.columnWidth(at) for at in range(len(COLUMNS[kind]))]:
            self.fit_heights()

    def _shown(self) -> list[int]:
        """The columns there is room for, left to right."""
        return [at for at in range(len(COLUMNS[self._model.kind])) if not self.isColumnHidden(at)] or [0]

    # --- what is kept -----------------------------------------------------------------------------------

    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = self._model.keys[index.row()] if index.isValid() else None

    def _take_up(self) -> None:
        self.fit()
        self.fit_heights()
        if self._kept is None or not self.choose(self._kept):
            self.scrollToTop()
