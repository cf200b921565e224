"""Text with live figures in it: each is one mark that shows its number, and is moved, copied and deleted whole."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from db.narrative import tokens
from desktop.look import Look
from desktop.words import narrative as words

_OBJECT = "\ufffc"
_NAME = QTextFormat.Property.UserProperty
_VALUE = _NAME + 1
_KIND = QTextFormat.ObjectTypes.UserObject + 1
_PAD = 4


class FigureText(QTextEdit):
    """Shows and gives back a template, 已完成{已完成}项.

    `undo_wanted` tells of Ctrl+Z where nothing typed here is left to take back.
    """

    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "figures")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(look.theme.font(14))
        self._known: Mapping[str, str] = {}
        self._mark = _Mark(look, self)
        self.document().documentLayout().registerHandler(_KIND, self._mark)
        self.cursorPositionChanged.connect(self._begin_plain)

    @property
    def template(self) -> str:
        """The text with its figures by name, in braces."""
        return self._between(0, self.document().characterCount() - 1)

    def show_template(self, template: str, known: Mapping[str, str]) -> None:
        """Show a text; figures that are known by name become marks."""
        self._known = known
        self.clear()
        self._insert(self.textCursor(), template)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().setModified(False)
        self.document().clearUndoRedoStacks()

    def insert(self, template: str) -> None:
        """Put a text with figures in place of what is selected."""
        self._insert(self.textCursor(), template)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Name the figure the mouse is over."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            name = self._name_at(event)
            if name:
                QToolTip.showText(event.globalPos(), words.FIGURE_TIP.format(name=name), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        data.setText(self._between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insert(source.text())

    def _begin_plain(self) -> None:
        """Let what is typed beside a figure be plain; a selection keeps its figures."""
        if not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())

    def _insert(self, cursor: QTextCursor, template: str) -> None:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for piece in tokens(template):
            name = piece[1:-1] if piece.startswith("{") else ""
            if name in self._known:
                form = QTextCharFormat()
                form.setObjectType(_KIND)
                form.setProperty(_NAME, name)
                form.setProperty(_VALUE, self._known[name] or words.NOTHING.format(name=name))
                cursor.insertText(_OBJECT, form)
            else:
                cursor.insertText(piece, QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _between(self, start: int, end: int) -> str:
        """The template of a stretch of the text."""
        document, cursor = self.document(), QTextCursor(self.document())
        found = []
        for place in range(start, end):
            character = document.characterAt(place)
            if character == _OBJECT:
                cursor.setPosition(place + 1)
                found.append(f"{{{cursor.charFormat().property(_NAME)}}}")
            else:
                found.append("\n" if character in "\u2028\u2029" else character)
        halves = "".join(found)  # Qt counts what lies beyond the BMP as two
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")

    def _name_at(self, event: QHelpEvent) -> str:
        """The figure under the mouse; the cursor may stand on either side of it."""
        cursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
        x = self.viewport().mapFrom(self, event.pos()).x()
        if x >= self.cursorRect(cursor).x():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return str(cursor.charFormat().property(_NAME) or "")


class _Mark(QPyTextObject):
    """Draws a figure as its number on a ground of its own."""

    def __init__(self, look: Look, parent: FigureText) -> None:
        super().__init__(parent)
        self._look, self._text = look, parent

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = self._text.fontMetrics()
        wide = metrics.horizontalAdvance(str(format.property(_VALUE)))
        return QSizeF(wide + 2 * self._look.theme.px(_PAD), metrics.ascent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        theme, metrics, pad = self._look.theme, self._text.fontMetrics(), self._look.theme.px(_PAD)
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("select"))
        painter.drawRoundedRect(area.adjusted(1, -1, -1, metrics.descent()), theme.px(3), theme.px(3))
        painter.setPen(theme.color("accent"))
        painter.setFont(self._text.font())
        painter.drawText(QPointF(area.left() + pad, area.bottom()), str(format.property(_VALUE)))
        painter.restore()
