"""How the rows of a list with an icon and a few wrapped lines are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.delegates.text import Wrap, draw_lines
from desktop.icons import Icons
from desktop.look import Look

ROW_ROLE = Qt.ItemDataRole.UserRole
_LEFT, _SIDE, _PADDING = 30, 8, 7
_PITCH = {14: 20, 13: 18, 12: 16}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, its icon with the role of its colour, its lines as (text, px, role)."""

    key: object
    icon: str
    tint: str
    lines: tuple[tuple[str, int, str], ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A row without an icon."""

    key: object
    lines: tuple[tuple[str, int, str], ...]
    spoken: str


class RowDelegate(QStyledItemDelegate):
    """Rows are as high as their wrapped lines."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icons, self._wrap = look, icons, Wrap()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme, view = self._look.theme, option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        parts = self._broken(index.data(ROW_ROLE), width)
        height = sum(theme.px(_PITCH[size]) * len(lines) for lines, size, _ in parts)
        return QSize(0, height + theme.px(2 * _PADDING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, cell, state, row = self._look.theme, option.rect, option.state, index.data(ROW_ROLE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            view = option.widget
            active = view is not None and (view.hasFocus() or bool(view.property("led")))
            painter.fillRect(cell, theme.color("select" if active else "select_dim"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, theme.color("hover"))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        top = cell.top() + theme.px(_PADDING)
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        if isinstance(row, Row):
            picture = self._icons.pixmap(row.icon, 15, row.tint, ratio)
            painter.drawPixmap(cell.left() + theme.px(_SIDE), top + theme.px(2), picture)
        for lines, size, role in self._broken(row, cell.width()):
            pitch = theme.px(_PITCH[size])
            area = QRect(cell.left() + theme.px(_left(row)), top, cell.width(), pitch)
            draw_lines(painter, area, lines, theme.font(size), theme.color(role), pitch)
            top += pitch * len(lines)
        painter.restore()

    def _broken(self, row: Row | Plain, width: int) -> list[tuple[list[str], int, str]]:
        theme = self._look.theme
        room = width - theme.px(_left(row) + _SIDE)
        return [(self._wrap.lines(text, theme.font(size), room), size, role) for text, size, role in row.lines if text]


def _left(row: Row | Plain) -> int:
    return _LEFT if isinstance(row, Row) else _SIDE
