"""How the rows of the action table are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from db import status
from db.actions import Action
from db.yardstick import Yardstick
from desktop import countdown, lamps, wording, words
from desktop.delegates.action_editors import CellEditing
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.look import Look
from desktop.models.action_tree import ACTION_ROLE, FIELDS, Column
from desktop.widgets.progress_bar import paint_bar, paint_tick
from desktop.widgets.tag import paint_tag
from desktop.words import rules

Index = QModelIndex | QPersistentModelIndex
TITLE_LEFT = 30  # where a title begins on the first level; every level adds STEP
STEP = 22
_TIMING_ROLE = {"overdue": "red", "soon": "amber"}


class ActionDelegate(CellEditing):
    """Paints one cell at a time; `children_of` tells how many sub-actions a parent has."""

    def __init__(
        self,
        look: Look,
        yard: Callable[[], Yardstick],
        plan_year: int,
        children_of: Callable[[Index], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._yard = yard
        self._plan_year = plan_year
        self._children_of = children_of
        self._wrap = Wrap()
        self._fill = "base"  # the ground of the cell being painted
        self.pointed: frozenset[int] = frozenset()  # ids of actions the sentence in hand is answered by
        self._paint_cell = {
            Column.TITLE: self._paint_title,
            Column.LEAD: self._paint_lead,
            Column.OWNER: self._paint_owner,
            Column.DUE: self._paint_due,
            Column.STATUS: self._paint_status,
            Column.PERCENT: self._paint_percent,
        }

    def field_of(self, index: Index) -> str:
        return FIELDS[index.column()]

    def task_of(self, index: Index) -> int:
        return int(index.data(ACTION_ROLE).task)

    def editor_left(self, index: Index) -> int:
        title = index.column() == Column.TITLE
        return self.title_left(index.data(ACTION_ROLE)) - self._look.theme.px(9) if title else 0

    def title_left(self, action: Action) -> int:
        """Where an action's title begins in its cell, px."""
        return self._look.theme.px(TITLE_LEFT + STEP * (action.depth - 1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._look.theme
        usual = QSize(0, theme.px(44))
        if index.column() != Column.TITLE:  # asked for every cell of every row each time the table is laid out
            return usual
        view, action = option.widget, index.data(ACTION_ROLE)
        if not isinstance(view, QTreeView) or action is None:
            return usual
        lines = self._title_lines(action, view.columnWidth(Column.TITLE))
        return QSize(0, theme.px(44 + 20 * (len(lines) - 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell = self._look.theme, option.rect
        action = index.data(ACTION_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill = self._ground(option, action)
        painter.fillRect(cell, theme.color(self._fill))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        self._paint_cell[Column(index.column())](painter, cell, action, index)
        if action.id in self.pointed and index.column() == Column.TITLE:
            bar = cell.adjusted(0, theme.px(6), 0, -theme.px(6))
            bar.setWidth(theme.px(3))
            painter.fillRect(bar, theme.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, cell)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, action: Action) -> str:
        """The colour the row lies on."""
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            return "base"
        if state & QStyle.StateFlag.State_Selected:
            active = option.widget is not None and option.widget.hasFocus()
            return "select" if active else "select_dim"
        return "hover" if state & QStyle.StateFlag.State_MouseOver or action.id in self.pointed else "base"

    def _frame(self, painter: QPainter, cell: QRect) -> None:
        pen = painter.pen()
        pen.setColor(self._look.theme.color("accent"))
        pen.setWidth(2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1, 1, -1, -2))

    def _paint_title(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        theme = self._look.theme
        px = theme.px
        left = cell.left() + self.title_left(action)
        lines = self._title_lines(action, cell.width())
        top = cell.top() + (cell.height() - px(20) * len(lines) - px(16)) // 2
        middle = cell.top() + (cell.height() - px(14)) // 2
        lamp = QRect(left - px(22), middle, px(14), px(14))
        lamps.paint(painter, lamp, self._lamp(action, index), theme)
        area = QRect(left, top, cell.right() - left, cell.height())
        draw_lines(painter, area, lines, theme.font(14), self._ink(action), px(20))
        code = QRect(left, top + px(20) * len(lines), area.width(), px(16))
        draw_text(painter, code, action.code, theme.font(12), theme.color("text3"))

    def _paint_lead(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        if action.lead and action.supporting:
            theme, area = self._look.theme, _inside(cell, self._look)
            top = cell.top() + (cell.height() - theme.px(36)) // 2
            below = QRect(area.left(), top + theme.px(20), area.width(), theme.px(16))
            draw_text(painter, QRect(area.left(), top, area.width(), theme.px(20)), action.lead, theme.font(13),
                      self._ink(action))  # fmt: skip
            draw_text(painter, below, wording.supporting(action), theme.font(12), theme.color("text3"))
        elif action.lead:
            self._paint_name(painter, cell, action.lead, action)
        else:
            paint_tag(painter, _inside(cell, self._look), words.NO_LEAD, "attention", self._look.theme)

    def _paint_owner(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        self._paint_name(painter, cell, action.owner, action)

    def _paint_status(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        role = "green" if action.status in status.FINISHED else "text2" if status.counted(action.status) else "text3"
        text = words.STATUS_SHORT[action.status]
        area = _inside(cell, self._look)
        draw_text(painter, area, text, self._look.theme.font(13), self._look.theme.color(role))

    def _paint_due(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        theme = self._look.theme
        area = _inside(cell, self._look)
        date, below, role = self._due_words(action, index)
        half = theme.px(20)
        top = cell.top() + (cell.height() - half - (theme.px(16) if below else 0)) // 2
        draw_text(painter, QRect(area.left(), top, area.width(), half), date, theme.font(13),
                  self._ink(action))  # fmt: skip
        draw_text(painter, QRect(area.left(), top + half, area.width(), theme.px(16)), below,
                  theme.font(12), theme.color(role))  # fmt: skip
        if action.leaf and action.extensions:
            left = area.left() + QFontMetrics(theme.font(13)).horizontalAdvance(date) + theme.px(6)
            beside = QRect(left, top, area.right() - left, half)
            paint_tag(painter, beside, wording.extended(action), "neutral", theme)

    def _paint_percent(self, painter: QPainter, cell: QRect, action: Action, index: Index) -> None:
        theme = self._look.theme
        px = theme.px
        right = cell.right() - px(8)
        top = cell.top() + (cell.height() - px(36)) // 2
        area = QRect(cell.left(), top, right - cell.left(), px(20))
        draw_text(painter, area, f"{action.percent}%", theme.font(13), self._ink(action),
                  Qt.AlignmentFlag.AlignRight)  # fmt: skip
        bar = QRect(right - px(50), top + px(24), px(50), px(6))
        paint_bar(painter, bar, action.percent, theme, done=action.status in ("done", "closed"))
        pace = status.pace(action, self._yard()) if action.leaf else status.Pace()
        if pace.code:
            paint_tick(painter, bar, pace.expected, theme.color(self._fill), theme)

    def _paint_name(self, painter: QPainter, cell: QRect, name: str, action: Action) -> None:
        theme = self._look.theme
        area = _inside(cell, self._look)
        lines = self._wrap.lines(name, theme.font(13), area.width())[:2]
        top = cell.top() + (cell.height() - theme.px(18) * len(lines)) // 2
        draw_lines(painter, QRect(area.left(), top, area.width(), cell.height()), lines, theme.font(13),
                   self._ink(action), theme.px(18))  # fmt: skip

    def _due_words(self, action: Action, index: Index) -> tuple[str, str, str]:
        """The date, the countdown under it, and the colour role of the countdown."""
        date = wording.short_date(action.due_on or "", self._plan_year)
        if countdown.moved(action, self._plan_year):
            date = f"{date} {rules.MOVED_SHORT[action.due_rule]}"
        if not action.leaf:
            return date, words.CHILDREN.format(n=self._children_of(index.sibling(index.row(), 0))), "text3"
        if not status.counted(action.status):  # no clock runs for it
            return date or action.due_words, "", "text3"
        timing = self._timing(action)
        full = countdown.phrase(timing)
        return (date or full), (full if date else ""), _TIMING_ROLE.get(timing.code, "text2")

    def _ink(self, action: Action) -> QColor:
        """What is out of the count is quiet."""
        return self._look.theme.color("text" if status.counted(action.status) else "text3")

    def _timing(self, action: Action) -> status.Timing:
        return status.timing(action, self._yard())

    def _lamp(self, action: Action, index: Index) -> str:
        if action.leaf:
            return status.lamp(action, self._yard())
        model, index = index.model(), index.sibling(index.row(), 0)
        below = (model.index(row, 0, index) for row in range(model.rowCount(index)))
        worst = status.worst([self._lamp(child.data(ACTION_ROLE), child) for child in below])
        return "ok" if worst == "none" and action.status == "in_progress" else worst

    def _title_lines(self, action: Action, width: int) -> list[str]:
        theme = self._look.theme
        room = width - self.title_left(action) - theme.px(10)
        return self._wrap.lines(action.title, theme.font(14), room)


def _inside(cell: QRect, look: Look) -> QRect:
    return cell.adjusted(look.theme.px(8), 0, -look.theme.px(6), 0)
