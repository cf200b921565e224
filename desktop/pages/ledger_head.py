"""The head of the ledger: names of columns that sort, and under them the fields that filter."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.delegates.text import draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.ledger_columns import COLUMNS, FROZEN, PLACE

NAMES, FIELDS, FIELD = 28, 34, 26  # heights: names, row of fields, a field in it


class LedgerHead(QHeaderView):
    """The first columns stay where they are while the others are scrolled; `order_wanted` names a column to sort by."""

    order_wanted = Signal(int)

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._icons = look, icons
        self._order, self._falling = 0, False
        self._pressed = -1
        self._fields: Mapping[str, QWidget] = {}
        self._still = QWidget(self.viewport())  # behind the fields that stay; hides those that go by under it
        self._still.setProperty("kind", "panel-plain")
        self._still.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.theme.px(48))
        self.setFixedHeight(look.theme.px(NAMES + FIELDS))
        self.sectionClicked.connect(self.order_wanted)
        self.sectionResized.connect(self.place_fields)
        self.sectionMoved.connect(self._keep_frozen)
        self.geometriesChanged.connect(self.place_fields)

    def use(self, fields: Mapping[str, QWidget]) -> None:
        """Take in the fields, by the key of the column they stand under."""
        self._fields = fields
        for key, field in fields.items():
            field.setParent(self._still if PLACE[key] < FROZEN else self.viewport())
            field.show()
        self.place_fields()

    def show_order(self, column: int, *, falling: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._order, self._falling = column, falling
        self.viewport().update()

    def frozen_width(self) -> int:
        """How wide the columns are that stay where they are."""
        return sum(self.sectionSize(column) for column in range(FROZEN))

    def place_fields(self) -> None:
        """Put every field under its column."""
        px = self._look.theme.px
        top, height = px(NAMES) + px(3), px(FIELD)
        self._still.setGeometry(0, px(NAMES), self.frozen_width(), px(FIELDS) - 1)
        self._still.setVisible(bool(self._fields))
        for key, field in self._fields.items():
            section = PLACE[key]
            width = self.sectionSize(section) - px(8)
            still = section < FROZEN
            left = self.sectionPosition(section) if still else self.sectionViewportPosition(section)
            field.setGeometry(left + px(4), top - px(NAMES) if still else top, max(width, 0), height)
            field.setVisible(not self.isSectionHidden(section))
        self._still.raise_()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.theme.px(NAMES + FIELDS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_fields()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        theme = self._look.theme
        whole = self.viewport().rect()
        used = self.length() - self.offset()
        if used < whole.width():
            painter.fillRect(QRect(used, 0, whole.width() - used, whole.height()), theme.color("panel"))
        if self.offset():
            for column in range(FROZEN):
                area = QRect(self.sectionPosition(column), 0, self.sectionSize(column), whole.height())
                self.paintSection(painter, area, column)
        painter.fillRect(QRect(0, whole.bottom(), whole.width(), 1), theme.color("line"))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._look.theme
        px = theme.px
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        left = rect.left() + px(16 if section == 0 else 8)
        area = QRect(left, rect.top(), rect.right() - left - px(4), px(NAMES))
        text = COLUMNS[section].head
        sorts = section == self._order
        draw_text(painter, area, text, theme.font(12), theme.color("text2"))
        if sorts:
            beside = left + QFontMetrics(theme.font(12)).horizontalAdvance(text) + px(4)
            arrow = self._icons.pixmap("arrow-down" if self._falling else "arrow-up", 12, "accent")
            painter.drawPixmap(min(beside, rect.right() - px(13)), rect.top() + (px(NAMES) - px(12)) // 2, arrow)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a column that stays means that column, whatever has been scrolled under it."""
        self._pressed = self._still_at(event.position().toPoint())
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._still_at(event.position().toPoint()):
            self.order_wanted.emit(pressed)

    def _still_at(self, place: QPoint) -> int:
        """The column that stays under a place while the others are scrolled; −1 for none."""
        if not self.offset() or place.x() >= self.frozen_width():
            return -1
        return next(column for column in reversed(range(FROZEN)) if self.sectionPosition(column) <= place.x())

    def _keep_frozen(self, *_: int) -> None:
        """The columns that stay are always the first."""
        for column in range(FROZEN):
            if self.visualIndex(column) != column:
                self.moveSection(self.visualIndex(column), column)
        self.place_fields()
