"""How the rows of the 单位 page are drawn: a unit with its figures, and lines with a lamp of what it leads."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import lamps
from desktop.delegates.text import draw_text
from desktop.look import Look
from desktop.models.county_units import UnitRow
from desktop.models.rows import ROW_ROLE
from desktop.unit_wording import follower, term_of
from desktop.widgets.tag import paint_tag
from desktop.words import units as words

Index = QModelIndex | QPersistentModelIndex
# Widths of the columns behind the name, and the width of the list below which each of them is left out.
COLUMNS = {"kind": (56, 600), "valid": (136, 480), "people": (56, 540), "led": (180, 0)}
_RIGHT = Qt.AlignmentFlag.AlignRight
_Text = tuple[str, int, QColor]  # what is drawn, how large, in which ink


def columns(width: int, scale: float) -> list[tuple[str, int, int]]:
    """The columns a list of this width has room for: name, left edge, width; in px."""
    shown = [(name, round(wide * scale)) for name, (wide, least) in COLUMNS.items() if width / scale >= least]
    left, found = round(20 * scale), []
    rest = width - left - sum(wide for _, wide in shown)
    for name, wide in (("name", rest), *shown):
        found.append((name, left, wide))
        left += wide
    return found


@dataclass(frozen=True, slots=True)
class CardLine:
    """A row of the card: two lines of text, what stands at their right ends, and a lamp ("" for none)."""

    id: int
    title: str
    right: str = ""
    below: str = ""
    below_right: str = ""
    lamp: str = ""
    tone: str = "text2"
    quiet: bool = False
    spoken: str = ""


class _Lined(QStyledItemDelegate):
    """Rows with a ground for the chosen one, a line under each, and a frame for the keyboard."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, state = self._look.theme, option.rect, option.state
        focused = option.widget is not None and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.color("select" if focused else "select_dim"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme.color("hover"))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color("line"))
        self.draw(painter, row, index.data(ROW_ROLE), selected=bool(state & QStyle.StateFlag.State_Selected))
        if focused and state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(theme.color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()

    def draw(self, painter: QPainter, row: QRect, item: object, *, selected: bool) -> None:
        """Draw what stands in the row."""
        raise NotImplementedError


class UnitDelegate(_Lined):
    """A unit in columns, as many as there is room for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.theme.px(44))

    def draw(self, painter: QPainter, row: QRect, item: object, *, selected: bool) -> None:
        if not isinstance(item, UnitRow):
            return
        theme, unit = self._look.theme, item.unit
        ink = theme.color("text" if item.current else "text3")
        notes = {
            "kind": words.KINDS[unit.kind],
            "people": words.PEOPLE_COUNT.format(n=item.people) if item.people else "",
        }  # fmt: skip
        for name, left, width in columns(row.width(), theme.scale):
            cell = QRect(row.left() + left, row.top(), width - theme.px(8), row.height())
            if name == "name":
                self._draw_name(painter, cell, item, selected=selected)
            elif name == "led":
                self._draw_led(painter, cell, item)
            elif name == "valid":
                self._two(painter, cell, term_of(unit), follower(unit))
            else:
                draw_text(painter, cell, notes[name], theme.font(13), theme.color("text2") if item.current else ink)

    def _draw_name(self, painter: QPainter, cell: QRect, item: UnitRow, *, selected: bool) -> None:
        theme, unit = self._look.theme, item.unit
        ink = theme.color("text" if item.current else "text3")
        below = unit.name if unit.short else ""
        px = theme.px
        if not below:
            draw_text(painter, cell, unit.shown, theme.font(14, bold=selected), ink)
            return
        upper = QRect(cell.left(), cell.top() + px(4), cell.width(), px(20))
        draw_text(painter, upper, unit.shown, theme.font(14, bold=selected), ink)
        lower = QRect(cell.left(), upper.bottom() + 1, cell.width(), px(16))
        draw_text(painter, lower, below, theme.font(12), theme.color("text3"))

    def _two(self, painter: QPainter, cell: QRect, upper: str, lower: str) -> None:
        theme = self._look.theme
        if not lower:
            draw_text(painter, cell, upper, theme.font(13), theme.color("text2"))
            return
        above = QRect(cell.left(), cell.top() + theme.px(4), cell.width(), theme.px(20))
        draw_text(painter, above, upper, theme.font(13), theme.color("text3"))
        below = QRect(cell.left(), above.bottom() + 1, cell.width(), theme.px(16))
        draw_text(painter, below, lower, theme.font(12), theme.color("text3"))

    def _draw_led(self, painter: QPainter, cell: QRect, item: UnitRow) -> None:
        theme = self._look.theme
        if not item.led.actions:
            return
        draw_text(painter, cell, words.LED.format(n=item.led.actions), theme.font(13), theme.color("text"))
        left = cell.left() + theme.px(48)
        for number, text, tone in (
            (item.led.overdue, words.OVERDUE, "late"), (item.led.soon, words.SOON, "attention"),
        ):  # fmt: skip
            if number:
                area = QRect(left, cell.top(), cell.right() - left, cell.height())
                left += paint_tag(painter, area, text.format(n=number), tone, theme) + theme.px(6)


class CardDelegate(_Lined):
    """A line of the card: one or two lines high, a lamp at its left where it has one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(ROW_ROLE)
        return QSize(0, self._look.theme.px(44 if line and (line.below or line.below_right) else 32))

    def draw(self, painter: QPainter, row: QRect, item: object, *, selected: bool) -> None:
        if not isinstance(item, CardLine):
            return
        theme = self._look.theme
        px = theme.px
        two = bool(item.below or item.below_right)
        left, right = row.left() + px(2), row.right() - px(2)
        if item.lamp:
            lamp = QRect(left, row.top() + (row.height() - px(14)) // 2, px(14), px(14))
            lamps.paint(painter, lamp, item.lamp, theme)
            left += px(24)
        upper = QRect(left, row.top() + px(3 if two else 5), right - left, px(20))
        ink = theme.color("text3" if item.quiet else "text")
        self._pair(painter, upper, (item.title, 14, ink), (item.right, 13, ink))
        if two:
            lower = QRect(left, upper.bottom() + 1, upper.width(), px(16))
            self._pair(
                painter, lower, (item.below, 12, theme.color("text3")), (item.below_right, 12, theme.color(item.tone))
            )

    def _pair(self, painter: QPainter, line: QRect, left: _Text, right: _Text) -> None:
        """Text at both ends of a line; what stands at the left gives way."""
        theme = self._look.theme
        text, size, ink = right
        painter.setFont(theme.font(size))
        taken = painter.fontMetrics().horizontalAdvance(text)
        draw_text(painter, line, text, theme.font(size), ink, _RIGHT)
        text, size, ink = left
        room = line.adjusted(0, 0, -(taken + theme.px(10) if taken else 0), 0)
        draw_text(painter, room, text, theme.font(size), ink)
