"""The words of one sentence: to be read, marked and copied; the keys walk on to the next sentence."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.look import Look

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SentenceText(QTextEdit):
    """16/27, as high as its words are at a width."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()
    focused = Signal(bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.by_key = False  # whether the focus came by the keyboard
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setAcceptDrops(False)  # the row takes them
        self.document().setDocumentMargin(0)
        self.walk(here=False)

    def walk(self, *, here: bool) -> None:
        """Let Tab stop here, or only the mouse and the arrows: a task's sentences are one stop together."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def show_text(self, text: str) -> None:
        """Show another sentence."""
        self.setPlainText(text)
        self.dress()

    def dress(self) -> None:
        """Take on the theme's type."""
        theme = self._look.theme
        self.setFont(theme.font(16))
        block = QTextBlockFormat()
        block.setLineHeight(theme.px(27), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block)

    def height_at(self, width: int) -> int:
        """How high the words are in lines of this width, px."""
        document, kept = self.document(), self.document().textWidth()
        document.setTextWidth(width)
        height = math.ceil(document.size().height())
        document.setTextWidth(kept)
        return height

    def copy_sentence(self) -> None:
        """Copy what is marked, or all of it."""
        if self.textCursor().hasSelection():
            self.copy()
        else:
            QGuiApplication.clipboard().setText(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next sentence, Enter to what answers it; Esc leaves it."""
        plain = event.modifiers() in _PLAIN
        if plain and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_sentence()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_key = event.reason() not in _BY_MOUSE
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row has the menu."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the column."""
        event.ignore()
