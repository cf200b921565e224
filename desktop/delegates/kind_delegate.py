"""How the kinds of report are drawn: icon, name and a quiet line; heads of groups between them."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.delegates.text import draw_text
from desktop.icons import Icons
from desktop.look import Look

KIND_ROLE = Qt.ItemDataRole.UserRole
_INSET, _LEFT, _ICON, _TEXT = 6, 10, 16, 35
_NAME, _HINT, _PADDING = 20, 18, 3
_HEAD = 28


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of report by its key, with what is said of it now; without an icon the head of a group."""

    key: str
    name: str
    hint: str = ""
    icon: str = ""


class KindDelegate(QStyledItemDelegate):
    """Rows are rounded and stand free of the edges; the chosen one has select ground and an accent icon."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        px, row = self._look.theme.px, index.data(KIND_ROLE)
        return QSize(0, px(_NAME) + px(_HINT) + px(2 * _PADDING) if row.icon else px(_HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(KIND_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.icon:
            self._paint_kind(painter, option, row)
        else:
            theme = self._look.theme
            area = option.rect.adjusted(theme.px(_INSET + _LEFT), theme.px(6), -theme.px(_INSET), 0)
            draw_text(painter, area, row.name, theme.font(12), theme.color("text3"))
        painter.restore()

    def _paint_kind(self, painter: QPainter, option: QStyleOptionViewItem, row: KindRow) -> None:
        theme, view = self._look.theme, option.widget
        px, ratio = theme.px, view.devicePixelRatioF() if view else 1.0
        cell = option.rect.adjusted(px(_INSET), 0, -px(_INSET), 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = view is not None and view.hasFocus() and bool(view.property("by_key"))
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or over:
            painter.setBrush(theme.color("select" if chosen else "hover"))
            painter.drawRoundedRect(cell, px(6), px(6))
        if chosen and focused:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(6), px(6))
        picture = self._icons.pixmap(row.icon, _ICON, "accent" if chosen else "text2", ratio)
        painter.drawPixmap(cell.left() + px(_LEFT), cell.top() + (cell.height() - px(_ICON)) // 2, picture)
        left, width = cell.left() + px(_TEXT), cell.width() - px(_TEXT + 6)
        name = QRect(left, cell.top() + px(_PADDING), width, px(_NAME))
        draw_text(painter, name, row.name, theme.font(14, bold=chosen), theme.color("text"))
        hint = QRect(left, name.bottom() + 1, width, px(_HINT))
        draw_text(painter, hint, row.hint, theme.font(13), theme.color("text2"))
