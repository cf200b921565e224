"""How the table of national bodies is drawn, and how its cells are edited."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from db.counterparts import Counterpart
from desktop.body_wording import unit_told
from desktop.delegates.action_editors import CellEditing
from desktop.delegates.text import draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.body_table import BODY_ROLE, FIELDS, Column
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField
from desktop.widgets.tag import paint_tag, tag_width
from desktop.words import counterparts as words

Index = QModelIndex | QPersistentModelIndex
_ROW, _SIDE = 36, 8


class BodyDelegate(CellEditing):
    """Paints a line; the unit is chosen from a list that opens with the cell, or typed."""

    def __init__(
        self, look: Look, icons: Icons, known: Callable[[], Sequence[str]], today: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(look, parent)
        self._icons, self._today = icons, today
        self._make = {"unit": lambda home: NameField(known, home), "note": LineField}

    def field_of(self, index: Index) -> str:
        return FIELDS[Column(index.column())]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.theme.px(_ROW))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list of a unit opens at once: what could stand for the body, then the units of the county."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, NameField):
            one: Counterpart = index.data(BODY_ROLE)
            editor.prefer((*one.alternatives, words.NONE))
            editor.completed.connect(lambda: self.take(editor))
            QTimer.singleShot(0, editor, lambda: self._offer(editor))
        return editor

    def _offer(self, editor: NameField) -> None:
        """Open the list, unless the place under the field is taken by why its words were refused."""
        if editor.property("state") != "error":
            editor.offer_all()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell, state = self._look.theme, option.rect, option.state
        one: Counterpart = index.data(BODY_ROLE)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            active = option.widget is not None and option.widget.hasFocus()
            painter.fillRect(cell, theme.color("select" if active else "select_dim"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, theme.color("hover"))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color("line"))
        area = cell.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        ink = "text" if one.there(self._today()) else "text3"
        if index.column() == Column.UNIT:
            self._draw_unit(painter, area, one, quiet=ink == "text3", open_to=selected)
        elif index.column() == Column.BODY:
            self._draw_body(painter, area, one, ink)
        else:
            right = Qt.AlignmentFlag.AlignRight if index.column() == Column.TASKS else Qt.AlignmentFlag.AlignLeft
            role = "accent" if index.column() == Column.TASKS and one.tasks else "text2"
            draw_text(painter, area, str(index.data()), theme.font(13), theme.color(role), right)
        painter.restore()

    def _draw_body(self, painter: QPainter, area: QRect, one: Counterpart, ink: str) -> None:
        theme = self._look.theme
        side = theme.px(14)
        arrow = self._icons.pixmap("arrow-right", 14, "text3", painter.device().devicePixelRatioF())
        painter.drawPixmap(area.right() - side, area.top() + (area.height() - side) // 2, arrow)
        draw_text(painter, area.adjusted(0, 0, -side - theme.px(4), 0), one.body, theme.font(14), theme.color(ink))

    def _draw_unit(self, painter: QPainter, area: QRect, one: Counterpart, *, quiet: bool, open_to: bool) -> None:
        theme = self._look.theme
        text, ink = unit_told(one)
        if open_to:
            side = theme.px(14)
            chevron = self._icons.pixmap("chevron-down", 14, "text3", painter.device().devicePixelRatioF())
            painter.drawPixmap(area.right() - side, area.top() + (area.height() - side) // 2, chevron)
        area = area.adjusted(0, 0, -theme.px(20), 0)
        if not one.checked:
            wide = tag_width(words.UNCHECKED, theme)
            paint_tag(painter, QRect(area.right() - wide, area.top(), wide, area.height()), words.UNCHECKED,
                      "attention", theme)  # fmt: skip
            area = area.adjusted(0, 0, -wide - theme.px(6), 0)
        draw_text(painter, area, text, theme.font(14), theme.color("text3" if quiet else ink))
