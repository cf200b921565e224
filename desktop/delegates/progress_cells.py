"""How the rows of the progress table are drawn: wrapped texts, what has changed, what is missing."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from db import status
from db.yardstick import Yardstick
from desktop import countdown, lamps, wording
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.look import Look
from desktop.models.progress_rows import FIELDS, ROW_ROLE, Column, Reporting
from desktop.words import STATUS_SHORT
from desktop.words import progress as words

Index = QModelIndex | QPersistentModelIndex
_TEXT_COLUMNS = (Column.DONE, Column.TROUBLE, Column.NEXT)
_TIMING_ROLE = {"overdue": "red", "soon": "amber"}
_LINES = 6  # of a text that are shown; the tooltip has all of it
_TITLE_LEFT, _PITCH = 30, 18


class ProgressCells(QStyledItemDelegate):
    """Paints one cell at a time; the height of a row follows its longest text."""

    def __init__(
        self, look: Look, yard: Callable[[], Yardstick], plan_year: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._yard, self._plan_year = look, yard, plan_year
        self._wrap = Wrap()
        self._paint_cell: dict[int, Callable[[QPainter, QRect, Reporting], None]] = {
            Column.ACTION: self._paint_action, Column.LEAD: self._paint_lead, Column.DUE: self._paint_due,
            Column.BEFORE: self._paint_before, Column.PERCENT: self._paint_percent,
            Column.REPORTER: self._paint_reporter,
        }  # fmt: skip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, view, row = self._look.theme.px, option.widget, index.data(ROW_ROLE)
        if row is None or not isinstance(view, QTreeView):
            return QSize(0, px(36))
        width = view.columnWidth(index.column())
        if index.column() == Column.ACTION:
            return QSize(0, px(28 + 20 * len(self._title(row, width))))
        if index.column() in _TEXT_COLUMNS:
            return QSize(0, px(14 + _PITCH * len(self._text(row, index.column(), width))))
        return QSize(0, px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell, row = self._look.theme, option.rect, index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            self._paint_group(painter, cell, index)
        else:
            self._ground(painter, option)
            painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
            if index.column() in _TEXT_COLUMNS:
                self._paint_text(painter, cell, row, index.column())
            else:
                self._paint_cell[index.column()](painter, cell, row)
            if option.state & QStyle.StateFlag.State_HasFocus:
                self._frame(painter, cell)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, theme.color("base"))
        elif state & QStyle.StateFlag.State_Selected:
            active = option.widget is not None and option.widget.hasFocus()
            painter.fillRect(option.rect, theme.color("select" if active else "select_dim"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("hover"))

    def _frame(self, painter: QPainter, cell: QRect) -> None:
        pen = painter.pen()
        pen.setColor(self._look.theme.color("accent"))
        pen.setWidth(2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1, 1, -1, -2))

    def _paint_group(self, painter: QPainter, cell: QRect, index: Index) -> None:
        theme = self._look.theme
        px, group = theme.px, index.model().groups[index.row()]
        painter.fillRect(cell, theme.color("panel"))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        area = cell.adjusted(px(16), 0, -px(16), 0)
        figures = index.model().group_figures(group)
        room = px(110)
        title = area.adjusted(0, 0, -room, 0)
        draw_text(painter, title, group.title, theme.font(14, bold=True), theme.color("text2"))
        draw_text(painter, area, figures, theme.font(12), theme.color("text3"), Qt.AlignmentFlag.AlignRight)

    def _paint_action(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        theme = self._look.theme
        px, lines = theme.px, self._title(row, cell.width())
        left, top = cell.left() + px(_TITLE_LEFT), cell.top() + px(6)
        lamp = QRect(left - px(21), top + px(3), px(14), px(14))
        lamps.paint(painter, lamp, status.lamp(row.action, self._yard()), theme)
        area = QRect(left, top, cell.right() - left, cell.height())
        draw_lines(painter, area, lines, theme.font(14), theme.color("text"), px(20))
        code = QRect(left, top + px(20) * len(lines), area.width(), px(16))
        draw_text(painter, code, row.action.code, theme.font(12), theme.color("text3"))

    def _paint_lead(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        role = "text" if row.action.lead else "amber"
        self._two(painter, cell, row.action.lead or words.NO_LEAD, role, "", "text2")

    def _paint_due(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        timing = status.timing(row.action, self._yard())
        full, day = countdown.phrase(timing), wording.short_date(row.action.due_on or "", self._plan_year)
        self._two(painter, cell, day or full, "text", full if day else "", _TIMING_ROLE.get(timing.code, "text2"))

    def _paint_before(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        text = words.PERCENT.format(n=row.before.percent) if row.before else "－"
        self._two(painter, cell, text, "text2", "", "text2")

    def _paint_percent(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        typed = row.value("percent")
        if not typed:
            told, role = (STATUS_SHORT[row.action.status], "text3") if row.settled else (words.NOT_YET, "amber")
            self._two(painter, cell, words.PERCENT.format(n=row.action.percent), "text3", told, role)
            return
        step = int(typed) - row.before.percent if row.before else 0
        change = (words.PLUS if step > 0 else words.LESS).format(n=abs(step)) if step else ""
        role = "amber" if step < 0 else "text2"
        self._two(painter, cell, words.PERCENT.format(n=typed), "text", change, role, bold=True)

    def _paint_reporter(self, painter: QPainter, cell: QRect, row: Reporting) -> None:
        day = wording.short_date(row.said.entered_on, self._plan_year) if row.said else ""
        late = row.said is not None and row.said.late
        second = f"{words.LATE} {day}" if late else day
        self._two(painter, cell, row.value("reporter"), "text", second, "amber" if late else "text3")

    def _paint_text(self, painter: QPainter, cell: QRect, row: Reporting, column: int) -> None:
        theme = self._look.theme
        lines = self._text(row, column, cell.width())
        area = self._inside(cell).translated(0, theme.px(7))
        role = "amber" if column == Column.TROUBLE else "text" if row.value(FIELDS[Column(column)]) else "text3"
        draw_lines(painter, area, lines, theme.font(13), theme.color(role), theme.px(_PITCH))

    def _two(
        self, painter: QPainter, cell: QRect, first: str, role: str, second: str, second_role: str,
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        """A line, and a smaller one under it."""
        theme = self._look.theme
        px, area = theme.px, self._inside(cell)
        top = QRect(area.left(), cell.top() + px(6), area.width(), px(20))
        draw_text(painter, top, first, theme.font(13, bold=bold), theme.color(role))
        under = QRect(area.left(), top.bottom() + 1, area.width(), px(16))
        draw_text(painter, under, second, theme.font(12), theme.color(second_role))

    def _inside(self, cell: QRect) -> QRect:
        return cell.adjusted(self._look.theme.px(8), 0, -self._look.theme.px(6), 0)

    def _title(self, row: Reporting, width: int) -> list[str]:
        theme = self._look.theme
        return self._wrap.lines(row.action.title, theme.font(14), width - theme.px(_TITLE_LEFT + 8))

    def _text(self, row: Reporting, column: int, width: int) -> list[str]:
        theme = self._look.theme
        room = width - theme.px(14)
        text = row.value(FIELDS[Column(column)])
        if row.settled and column == Column.DONE and not text:
            text = words.SETTLED
        lines = [part for line in text.split("\n") for part in self._wrap.lines(line, theme.font(13), room)]
        return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1][:-1] + "…"]
