"""How the rows of the list of problems are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop import wording
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.look import Look
from desktop.models.problem_table import LINE_ROLE, Column, Line
from desktop.words import problems as words

Index = QModelIndex | QPersistentModelIndex
Part = tuple[list[str], int, str]  # lines of text, their size in px, the role of their colour
Wrapped = Callable[..., Part]
_LEVEL_ROLES = {3: "amber", 4: "red"}
_LINE, _SMALL, _PADDING, _SIDE = 18, 16, 12, 8
_MOST_LINES = 6  # of one cell; the tooltip has all of it


class ProblemDelegate(QStyledItemDelegate):
    """Paints one cell at a time; rows are as high as their longest text."""

    def __init__(self, look: Look, plan_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._plan_year = look, plan_year
        self._wrap = Wrap()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, view = self._look.theme, option.widget
        if not isinstance(view, QTreeView):
            return QSize(0, theme.px(44))
        width = view.columnWidth(index.column())
        parts = self._parts(Column(index.column()), index.data(LINE_ROLE), width)
        height = sum(theme.px(_LINE if size == 13 else _SMALL) * len(lines) for lines, size, _ in parts)
        return QSize(0, max(theme.px(44), height + theme.px(_PADDING)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell, state = self._look.theme, option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            active = option.widget is not None and option.widget.hasFocus()
            painter.fillRect(cell, theme.color("select" if active else "select_dim"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, theme.color("hover"))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        parts = self._parts(Column(index.column()), index.data(LINE_ROLE), cell.width())
        top = cell.top() + theme.px(_PADDING // 2 + 2)
        for lines, size, role in parts:
            pitch = theme.px(_LINE if size == 13 else _SMALL)
            area = QRect(cell.left() + theme.px(_SIDE), top, cell.width() - theme.px(2 * _SIDE), pitch)
            font = theme.font(size, bold=role in ("amber", "red") and index.column() == Column.LEVEL)
            if len(lines) == 1:
                draw_text(painter, area, lines[0], font, theme.color(role))
            else:
                draw_lines(painter, area, lines, font, theme.color(role), pitch)
            top += pitch * len(lines)
        painter.restore()

    def _parts(self, column: Column, line: Line, width: int) -> list[Part]:
        """What a cell shows, top to bottom."""
        theme, entry = self._look.theme, line.problem.entry
        room = width - theme.px(2 * _SIDE)

        def wrapped(text: str, role: str = "text", size: int = 13) -> Part:
            lines = self._wrap.lines(text, theme.font(size), room)
            if len(lines) > _MOST_LINES:
                lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1] + "…"]
            return lines, size, role

        if column == Column.LEVEL:
            role = _LEVEL_ROLES.get(entry.level, "text")
            return [wrapped(words.LEVELS[entry.level], role), wrapped(words.LEVELS_MEAN[entry.level], "text3", 12)]
        if column == Column.ACTION:
            return [wrapped(line.action.title, "accent"), wrapped(line.action.code, "text3", 12)]
        if column == Column.RAISED:
            day = wording.short_date(entry.raised_on, self._plan_year)
            return [wrapped(day), wrapped(line.age, "text2", 12)]
        if column == Column.SOLVED:
            return self._solved(line, wrapped)
        text = {
            Column.TEXT: entry.text, Column.CAUSE: entry.cause, Column.LEAD: line.action.lead, Column.UNIT: entry.unit,
            Column.CATEGORY: words.CATEGORIES[entry.category],
        }[column]  # fmt: skip
        return [wrapped(text, "text" if column == Column.TEXT else "text2")]

    def _solved(self, line: Line, wrapped: Wrapped) -> list[Part]:
        problem = line.problem
        if problem.solved_on:
            day = wording.short_date(problem.solved_on, self._plan_year)
            return [wrapped(day, "green"), wrapped(problem.solution, "text2", 12)]
        flag = [wrapped(line.flag, "amber" if line.is_open else "text3", 12)] if line.flag else []
        return [wrapped(words.OPEN, "text2"), *flag]
