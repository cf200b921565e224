"""How the lines of the ledger are drawn: rows cell by cell, heads of groups over the whole width."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from db import status
from db.ledger import Row
from desktop import lamps
from desktop.delegates.action_editors import CellEditing
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.ledger_columns import COLUMNS, KEYS, Facts
from desktop.models.ledger_table import LINE_ROLE, Group
from desktop.widgets.progress_bar import paint_bar, paint_tick
from desktop.widgets.tag import paint_tag, tag_width
from desktop.words import NO_LEAD
from desktop.words import ledger as words

Index = QModelIndex | QPersistentModelIndex
ROW, PITCH = 32, 20
_BAR, _NUMBER = 44, 40
_TIMING_ROLE = {"overdue": "red", "soon": "amber"}
_Paint = Callable[[QPainter, QRect, Row], None]


class LedgerDelegate(CellEditing):
    """Paints one cell at a time; `ground` of the row under the mouse is told by the view."""

    def __init__(self, look: Look, icons: Icons, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._icons, self._facts = icons, facts
        self._wrap = Wrap()
        self.hovered = -1  # the line under the mouse
        self._paints: dict[str, _Paint] = {
            "code": self._paint_code, "title": self._paint_title, "lead": self._paint_lead, "due": self._paint_due,
            "timing": self._paint_timing, "status": self._paint_status, "percent": self._paint_percent,
        }  # fmt: skip

    def field_of(self, index: Index) -> str:
        return KEYS[index.column()]

    def task_of(self, index: Index) -> int:
        return int(index.data(LINE_ROLE).task.id)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.theme.px(ROW))

    def short_title(self, title_width: int) -> int:
        """How many characters fit in one line of the title whichever they are: none is wider than the type is high."""
        return (title_width - self._look.theme.px(14)) // self._look.theme.px(14)

    def height(self, row: Row, title_width: int) -> int:
        """How high a row is, px: titles wrap."""
        theme = self._look.theme
        lines = len(self._wrap.lines(row.action.title, self._title_font(row), title_width - theme.px(14)))
        return theme.px(ROW + PITCH * (lines - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Row):
            return  # the view draws it over the whole width
        theme, cell = self._look.theme, option.rect
        self._ground = self._ground_of(option, index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(cell, self._ground)
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        key = KEYS[index.column()]
        inside = cell.adjusted(theme.px(8), 0, -theme.px(6), -1)
        paint = self._paints.get(key)
        if paint:
            paint(painter, inside, line)
        else:
            self._paint_words(painter, inside, line, index.column())
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, cell)
        painter.restore()

    def paint_group(self, painter: QPainter, area: QRect, group: Group, *, current: bool) -> None:
        """The head of a group: a fold mark, its name, how many it holds and how many of them are late."""
        theme = self._look.theme
        px = theme.px
        painter.fillRect(area, theme.color("panel"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("line"))
        mark = self._icons.pixmap("chevron-right" if group.folded else "chevron-down", 14, "text2")
        painter.drawPixmap(area.left() + px(10), area.top() + (area.height() - px(14)) // 2, mark)
        left = area.left() + px(30)
        for text, font, role in (
            (group.title, theme.font(14, bold=True), "text"),
            (words.GROUP_NUMBER.format(n=group.number), theme.font(12), "text2"),
        ):
            draw_text(painter, QRect(left, area.top(), area.right() - left, area.height()), text, font,
                      theme.color(role))  # fmt: skip
            left += QFontMetrics(font).horizontalAdvance(text) + px(12)
        for text, number, tone in ((words.OVERDUE, group.overdue, "late"), (words.SOON, group.soon, "attention")):
            if number:
                told = text.format(n=number)
                paint_tag(painter, QRect(left, area.top(), area.width(), area.height()), told, tone, theme)
                left += tag_width(told, theme) + px(6)
        if current:
            self._frame(painter, area)

    def _ground_of(self, option: QStyleOptionViewItem, line: int) -> QColor:
        theme, state = self._look.theme, option.state
        if state & QStyle.StateFlag.State_HasFocus:
            return theme.color("base")
        if state & QStyle.StateFlag.State_Selected:
            active = option.widget is not None and option.widget.hasFocus()
            return theme.color("select" if active else "select_dim")
        return theme.color("hover" if line == self.hovered else "base")

    def _frame(self, painter: QPainter, cell: QRect) -> None:
        pen = painter.pen()
        pen.setColor(self._look.theme.color("accent"))
        pen.setWidth(2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1, 1, -1, -2))

    def _title_font(self, row: Row) -> QFont:
        return self._look.theme.font(14, bold=bool(row.children))

    def _ink(self, row: Row, role: str) -> QColor:
        """What is not counted is quiet."""
        quiet = not row.task.applicable or not status.counted(row.action.status)
        return self._look.theme.color("text3" if quiet else role)

    def _paint_code(self, painter: QPainter, cell: QRect, row: Row) -> None:
        theme = self._look.theme
        if row.timing.code == "overdue":
            bar = QRect(cell.left() - theme.px(8), cell.top(), theme.px(3), cell.height())
            painter.fillRect(bar, theme.color("red"))
        area = cell.adjusted(theme.px(8), 0, theme.px(4), 0)
        draw_text(painter, area, row.action.code, theme.font(12), self._ink(row, "text2"))

    def _paint_title(self, painter: QPainter, cell: QRect, row: Row) -> None:
        theme = self._look.theme
        font = self._title_font(row)
        lines = self._wrap.lines(row.action.title, font, cell.width())
        pitch = theme.px(PITCH)
        top = cell.top() + (cell.height() - pitch * len(lines)) // 2
        draw_lines(painter, QRect(cell.left(), top, cell.width(), cell.height()), lines, font,
                   self._ink(row, "text"), pitch)  # fmt: skip

    def _paint_lead(self, painter: QPainter, cell: QRect, row: Row) -> None:
        if row.action.lead:
            draw_text(painter, cell, row.action.lead, self._look.theme.font(13), self._ink(row, "text"))
        elif row.tally.actions:
            paint_tag(painter, cell, NO_LEAD, "attention", self._look.theme)

    def _paint_due(self, painter: QPainter, cell: QRect, row: Row) -> None:
        role = "red" if row.timing.code == "overdue" else "text"
        text = COLUMNS[KEYS.index("due")].text(row, self._facts)
        draw_text(painter, cell, text, self._look.theme.font(13), self._ink(row, role))

    def _paint_timing(self, painter: QPainter, cell: QRect, row: Row) -> None:
        theme = self._look.theme
        px = theme.px
        lamp = QRect(cell.left(), cell.top() + (cell.height() - px(14)) // 2, px(14), px(14))
        lamps.paint(painter, lamp, row.lamp, theme)
        area = cell.adjusted(px(22), 0, px(4), 0)
        if row.action.extensions:
            told = words.EXTENDED.format(n=row.action.extensions)
            width = tag_width(told, theme)
            paint_tag(painter, QRect(cell.right() - width, cell.top(), width, cell.height()), told, "neutral", theme)
            area.setRight(cell.right() - width - px(4))
        role = _TIMING_ROLE.get(row.timing.code, "text3" if row.children else "text2")
        text = COLUMNS[KEYS.index("timing")].text(row, self._facts)
        if QFontMetrics(theme.font(13)).horizontalAdvance(text) > area.width():
            text = text.partition("（")[0]  # visual.md: the short form where there is no room
        draw_text(painter, area, text, theme.font(13), self._ink(row, role))

    def _paint_status(self, painter: QPainter, cell: QRect, row: Row) -> None:
        role = "green" if row.action.status in status.FINISHED else "text"
        text = COLUMNS[KEYS.index("status")].text(row, self._facts)
        draw_text(painter, cell, text, self._look.theme.font(13), self._ink(row, role))

    def _paint_percent(self, painter: QPainter, cell: QRect, row: Row) -> None:
        theme = self._look.theme
        px, action = theme.px, row.action
        draw_text(painter, cell, f"{action.percent}%", theme.font(13), self._ink(row, "text"),
                  Qt.AlignmentFlag.AlignRight)  # fmt: skip
        if cell.width() < px(_BAR + _NUMBER):
            return
        bar = QRect(cell.left(), cell.top() + (cell.height() - px(6)) // 2, px(_BAR), px(6))
        paint_bar(painter, bar, action.percent, theme, done=action.status in status.FINISHED)
        if row.pace.code:
            paint_tick(painter, bar, row.pace.expected, self._ground, theme)

    def _paint_words(self, painter: QPainter, cell: QRect, row: Row, column: int) -> None:
        its = COLUMNS[column]
        align = Qt.AlignmentFlag.AlignRight if its.number else Qt.AlignmentFlag.AlignLeft
        role = "text" if its.key == "owner" else "text2"
        draw_text(painter, cell, its.text(row, self._facts), self._look.theme.font(13), self._ink(row, role), align)
