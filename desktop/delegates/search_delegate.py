"""How the lines of the search's list are drawn: number, title and note, what was found marked in each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.search import Marked
from desktop.look import Look
from desktop.search_lines import Line

LINE_ROLE = Qt.ItemDataRole.UserRole
ROW, HEAD = 28, 24
_SIDE, _GAP, _CODE, _NOTE = 10, 10, 96, 0.4  # the note takes so much of the width at most
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SearchDelegate(QStyledItemDelegate):
    """Reads the Line of an item."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(LINE_ROLE)
        return QSize(0, self._look.theme.px(HEAD if line.key is None and not line.note.text else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, line, cell = self._look.theme, index.data(LINE_ROLE), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.color("select"))
        area = cell.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        if line.key is None or not (line.head.text or line.note.text or line.title.spans):
            way = line.key is not None
            self._text(painter, area, line.title, 13 if way else 12, "accent" if way else "text3")
            self._text(painter, self._right(area, line.note, 12), line.note, 12, "text3")
        else:
            self._found(painter, area, line)
        painter.restore()

    def _found(self, painter: QPainter, area: QRect, line: Line) -> None:
        px = self._look.theme.px
        if line.head.text:
            width = max(px(_CODE if len(line.head.text) > 3 else 24), self._width(line.head, 13))
            self._text(painter, QRect(area.left(), area.top(), width, area.height()), line.head, 13, "text3")
            area = area.adjusted(width + px(_GAP), 0, 0, 0)
        note = self._right(area, line.note, 12)
        title = area.adjusted(0, 0, -note.width() - px(_GAP) if line.note.text else 0, 0)
        self._text(painter, title, line.title, 14, "text")
        self._text(painter, note, line.note, 12, "text3")

    def _right(self, area: QRect, text: Marked, px: int) -> QRect:
        """The right end of a line, as wide as a text needs, or as it may be."""
        width = min(self._width(text, px), int(area.width() * _NOTE))
        return QRect(area.right() - width + 1, area.top(), width, area.height())

    def _width(self, text: Marked, px: int) -> int:
        plain, bold = (QFontMetrics(self._look.theme.font(px, bold=bold)) for bold in (False, True))
        return sum((bold if marked else plain).horizontalAdvance(part) for part, marked in parts(text)) + 2

    def _text(self, painter: QPainter, area: QRect, text: Marked, px: int, role: str) -> None:
        """One line, what was found in it bold on a ground of its own; cut with … where it does not fit."""
        theme = self._look.theme
        left = area.left()
        for part, marked in parts(text):
            font, room = theme.font(px, bold=marked), area.right() + 1 - left
            shown = QFontMetrics(font).elidedText(part, Qt.TextElideMode.ElideRight, room)
            width = min(QFontMetrics(font).horizontalAdvance(shown), room)
            place = QRect(left, area.top(), width, area.height())
            if marked:
                inset = (area.height() - QFontMetrics(font).height()) // 2
                painter.fillRect(place.adjusted(0, inset, 0, -inset), theme.color("amber_soft"))
            self._draw(painter, place, shown, font, theme.color("text" if marked else role))
            left += width
            if shown != part or left >= area.right():
                break

    @staticmethod
    def _draw(painter: QPainter, place: QRect, text: str, font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(place, _LEFT, text)


def parts(text: Marked) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is what was found."""
    pieces, at = [], 0
    for first, end in text.spans:
        pieces += [(text.text[at:first], False), (text.text[first:end], True)]
        at = end
    pieces.append((text.text[at:], False))
    return [(part, marked) for part, marked in pieces if part]
