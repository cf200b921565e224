"""How the rows of the task tree are drawn: parts as quiet heads, tasks with lamp, number and state."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from db.counts import Tally
from db.tasks import Part, Task
from desktop import lamps, wording, words
from desktop.delegates.text import Wrap, draw_lines, draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.task_tree import TaskRole

Index = QModelIndex | QPersistentModelIndex
_SET_APART = ("undivided", "not_applicable", "no_valid")  # told by a word instead of figures


class TaskDelegate(QStyledItemDelegate):
    """Paints parts and tasks; row heights follow the wrapped titles."""

    def __init__(self, look: Look, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._wrap = Wrap()
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._look.theme
        view = option.widget
        width = view.viewport().width() if isinstance(view, QTreeView) else theme.px(288)
        lines = len(self._lines(index, width))
        extra = theme.px(20) * (lines - 1)
        if isinstance(index.data(TaskRole.OBJECT), Part):
            return QSize(width, theme.px(36) + extra)
        return QSize(width, max(theme.px(32), theme.px(30) + extra))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = index.data(TaskRole.OBJECT)
        if isinstance(item, Task):
            self._paint_task(painter, option, index, item)
        else:
            self._paint_part(painter, option, index, item)
        painter.restore()

    def _paint_part(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, part: Part
    ) -> None:
        theme, row = self._look.theme, option.rect
        px = theme.px
        self._ground(painter, option, selectable=False)
        is_open = option.state & QStyle.StateFlag.State_Open
        icon = self._icons.pixmap("chevron-down" if is_open else "chevron-right", px=14, role="text2")
        painter.drawPixmap(row.left() + px(10), row.top() + px(11), icon)
        lines = self._lines(index, row.width())
        top = row.top() + (row.height() - px(20) * len(lines)) // 2
        area = QRect(row.left() + px(29), top, row.width(), row.height())
        draw_lines(painter, area, lines, theme.font(14, bold=True), theme.color("text2"), px(20))
        if not self.narrow:
            tally: Tally = index.data(TaskRole.TALLY)
            figures = f"{tally.finished}/{tally.actions}" if tally.actions else ""
            self._at_right(painter, row, figures, theme.color("text3"))

    def _paint_task(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, task: Task
    ) -> None:
        theme, row = self._look.theme, option.rect
        px = theme.px
        tally: Tally = index.data(TaskRole.TALLY)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, selectable=True)
        quiet = not task.applicable
        lines = self._lines(index, row.width())
        top = row.top() + (row.height() - px(20) * len(lines)) // 2
        lamps.paint(painter, QRect(row.left() + px(17), top + px(3), px(14), px(14)), tally.lamp, theme)
        number = QRect(row.left() + px(32), top, px(19), px(20))
        draw_text(painter, number, str(task.number), theme.font(13), theme.color("text3"),
                  Qt.AlignmentFlag.AlignRight)  # fmt: skip
        color = theme.color("text3" if quiet else "text")
        area = QRect(row.left() + px(59), top, row.width(), row.height())
        draw_lines(painter, area, lines, theme.font(14, bold=selected), color, px(20))
        text, color = self._figures(tally)
        if text and not self.narrow:
            self._at_right(painter, QRect(row.left(), top, row.width(), px(20)), text, color)

    def _figures(self, tally: Tally) -> tuple[str, QColor]:
        theme = self._look.theme
        if tally.state in _SET_APART:
            role = "text3" if tally.state == "not_applicable" else "amber"
            return words.STATUS[tally.state], theme.color(role)
        return f"{tally.finished}/{tally.actions}", theme.color("text3")

    def _at_right(self, painter: QPainter, row: QRect, text: str, color: QColor) -> None:
        theme = self._look.theme
        area = row.adjusted(0, 0, -theme.px(14), 0)
        draw_text(painter, area, text, theme.font(12), color, Qt.AlignmentFlag.AlignRight)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selectable: bool) -> None:
        theme, state = self._look.theme, option.state
        px = theme.px
        row = option.rect.adjusted(px(6), 0, -px(6), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if selectable and state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus) or (
                option.widget is not None and option.widget.hasFocus()
            )
            painter.setBrush(theme.color("select" if focused else "select_dim"))
            painter.drawRoundedRect(row, px(6), px(6))
            painter.setBrush(theme.color("accent"))
            bar = QRect(row.left(), row.top() + px(8), px(3), row.height() - px(16))
            painter.drawRoundedRect(bar, px(2), px(2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(row, px(6), px(6))

    def _figures_room(self, index: Index) -> int:
        """How much of a task's row is kept free for its figures, or for the word that stands in their place, px."""
        if self.narrow:
            return 0
        px, text = self._look.theme.px, self._figures(index.data(TaskRole.TALLY))[0]
        return max(px(46), QFontMetrics(self._look.theme.font(12)).horizontalAdvance(text) + px(8))

    def _lines(self, index: Index, width: int) -> list[str]:
        theme = self._look.theme
        px = theme.px
        item = index.data(TaskRole.OBJECT)
        if isinstance(item, Task):
            # Bold is the wider face: measuring with it keeps the height when the row is selected.
            return self._wrap.lines(
                item.title, theme.font(14, bold=True), width - px(59 + 14) - self._figures_room(index)
            )
        room = 0 if self.narrow else 44
        return self._wrap.lines(
            wording.part_line(item), theme.font(14, bold=True), width - px(29 + 14 + room)
        )
