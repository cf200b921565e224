"""How the four lists are drawn: cells whose words wrap, heads of groups over the whole width."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.lists import COLUMNS, Line
from db.status import FINISHED
from desktop import lamps
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.list_table import LINE_ROLE, Head
from desktop.widgets.tag import paint_tag, tag_width
from desktop.words import NO_LEAD
from desktop.words import lists as words

Index = QModelIndex | QPersistentModelIndex
ROW, PITCH, SIDE = 32, 20, 8
WRAPPED = frozenset({"title", "goal", "problem", "cause", "measure", "solution"})
_MOST_LINES = 5  # of one cell; the tooltip has all of it
_TIMING_ROLE = {"overdue": "red", "soon": "amber"}
_STRONG = frozenset({"title", "problem", "measure"})


class ListDelegate(QStyledItemDelegate):
    """Paints one cell at a time; `hovered` is the line under the mouse, told by the view."""

    def __init__(self, look: Look, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._wrap = Wrap()
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.theme.px(ROW))

    def height(self, line: Line, kind: str, rooms: Mapping[str, int], *, measured: bool) -> int:
        """How high a line is, px; `rooms` is how wide words can be in the columns where they wrap.

        Not `measured` it is told by the number of characters: never too little for Chinese, now and then too much.
        """
        px = self._look.theme.px
        most = 1
        for column, cell in zip(COLUMNS[kind], line.cells, strict=True):
            room = rooms.get(column, 0)
            if room <= 0 or len(cell) * px(14) <= room:
                continue
            rows = len(self._wrap.lines(cell, self._font(column), room)) if measured else _rows(cell, room, px(14))
            most = max(most, min(rows, _MOST_LINES))
        return px(ROW + PITCH * (most - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return  # the view draws it over the whole width
        theme, cell, state = self._look.theme, option.rect, option.state
        kind = index.model().kind
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "base"
        if state & QStyle.StateFlag.State_Selected:
            ground = "select" if option.widget is not None and option.widget.hasFocus() else "select_dim"
        elif index.row() == self.hovered:
            ground = "hover"
        painter.fillRect(cell, theme.color(ground))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        first = cell.left() == 0
        if first and "timing" in COLUMNS[kind] and line.row and line.row.timing.code == "overdue":
            painter.fillRect(QRect(cell.left(), cell.top(), theme.px(3), cell.height() - 1), theme.color("red"))
        side = theme.px(SIDE)
        inside = cell.adjusted(2 * side if first else side, 0, -side, -1)
        self._paint_cell(painter, inside, line, COLUMNS[kind][index.column()], line.cells[index.column()])
        painter.restore()

    def paint_head(self, painter: QPainter, area: QRect, head: Head, *, current: bool, hovered: bool) -> None:
        """The head of a group: a fold mark, its name, what it holds, and where it leads."""
        theme = self._look.theme
        px = theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.color("hover" if hovered else "panel"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("line"))
        mark = self._icons.pixmap("chevron-right" if head.folded else "chevron-down", 14, "text2")
        painter.drawPixmap(area.left() + px(10), area.top() + (area.height() - px(14)) // 2, mark)
        left, right = area.left() + px(30), self.link(area, head).left() - px(12)
        tags = [(words.OVERDUE, head.group.tally.overdue, "late"), (words.SOON, head.group.tally.soon, "attention")]
        told = [(text.format(n=n), tone) for text, n, tone in tags if n and head.kind in ("tasks", "duties")]
        beside = QFontMetrics(theme.font(12)).horizontalAdvance(head.numbers) + px(12)
        beside += sum(tag_width(text, theme) + px(6) for text, _ in told)
        title = theme.font(14, bold=True)
        width = min(QFontMetrics(title).horizontalAdvance(head.group.title) + px(2), max(right - left - beside, px(80)))
        draw_text(painter, QRect(left, area.top(), width, area.height()), head.group.title, title, theme.color("text"))
        left += width + px(12)
        draw_text(painter, QRect(left, area.top(), right - left, area.height()), head.numbers, theme.font(12),
                  theme.color("text2"))  # fmt: skip
        left += QFontMetrics(theme.font(12)).horizontalAdvance(head.numbers) + px(12)
        for text, tone in told:
            paint_tag(painter, QRect(left, area.top(), max(right - left, 0), area.height()), text, tone, theme)
            left += tag_width(text, theme) + px(6)
        if current or hovered:
            draw_text(painter, self.link(area, head), link_words(head), theme.font(13), theme.color("accent"),
                      Qt.AlignmentFlag.AlignRight)  # fmt: skip
        if current:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def link(self, area: QRect, head: Head) -> QRect:
        """Where the words stand that lead to the group's task or unit; empty where it leads nowhere."""
        px = self._look.theme.px
        text = link_words(head)
        width = QFontMetrics(self._look.theme.font(13)).horizontalAdvance(text) + px(4) if text else 0
        return QRect(area.right() - px(16) - width, area.top(), width, area.height())

    def _font(self, column: str) -> QFont:
        return self._look.theme.font(14 if column in _STRONG else 13)

    def _paint_cell(self, painter: QPainter, cell: QRect, line: Line, column: str, text: str) -> None:
        theme = self._look.theme
        if column == "timing" and line.row:
            self._paint_timing(painter, cell, line, text)
        elif (line.role == "none" and column == "role") or (column == "lead" and line.tally.actions and not text):
            paint_tag(painter, cell, NO_LEAD, "attention", theme)
        elif column in WRAPPED:
            lines = self._wrap.lines(text, self._font(column), cell.width())
            fits = max(1, (cell.height() - theme.px(ROW - PITCH) + theme.px(4)) // theme.px(PITCH))
            if len(lines) > fits:
                lines = [*lines[: fits - 1], lines[fits - 1].rstrip()[:-1] + "…"]
            top = cell.top() + (cell.height() - theme.px(PITCH) * len(lines)) // 2
            draw_lines(painter, QRect(cell.left(), top, cell.width(), cell.height()), lines, self._font(column),
                       theme.color(_ink(line, column)), theme.px(PITCH))  # fmt: skip
        else:
            draw_text(painter, cell, text, theme.font(12 if column == "code" else 13), theme.color(_ink(line, column)))

    def _paint_timing(self, painter: QPainter, cell: QRect, line: Line, text: str) -> None:
        theme, row = self._look.theme, line.row
        px = theme.px
        if row is None:
            return
        lamp = QRect(cell.left(), cell.top() + (cell.height() - px(14)) // 2, px(14), px(14))
        lamps.paint(painter, lamp, row.lamp, theme)
        draw_text(painter, cell.adjusted(px(22), 0, px(4), 0), text, theme.font(13),
                  theme.color(_TIMING_ROLE.get(row.timing.code, "text2")))  # fmt: skip


def link_words(head: Head) -> str:
    """Where the head of a group leads, in words; nothing for a level, and for what nobody leads."""
    if head.kind == "problems" or not head.group.key:
        return ""
    return words.GO_TO_UNIT if head.kind == "duties" else words.GO_TO_TASK


def _ink(line: Line, column: str) -> str:
    if line.row is None:
        return "amber"
    if column == "due" and line.row.timing.code == "overdue":
        return "red"
    if column == "state":
        return "green" if line.row.action.status in FINISHED else "text"
    return "text" if column in _STRONG or column in ("lead", "owner", "role", "due") else "text2"


def _rows(text: str, room: int, character: int) -> int:
    """How many lines a text may take where each may end a character and a half early."""
    return -(-len(text) * character // max(room - character * 3 // 2, character))
