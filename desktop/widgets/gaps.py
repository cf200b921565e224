"""Phrases in a field for several lines: put in at the cursor, their gaps filled one after the other with Tab."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from db.phrases import Filled, next_gap


def insert(field: QPlainTextEdit | QTextEdit, phrase: Filled) -> None:
    """Put a phrase in place of what is selected; its first gap is selected, to be typed over."""
    cursor = field.textCursor()
    start = cursor.selectionStart()
    cursor.insertText(phrase.text)
    field.setTextCursor(cursor)
    if phrase.gap is not None:
        _select(field, start + phrase.gap[0], start + phrase.gap[1])
    field.ensureCursorVisible()


def to_next_gap(field: QPlainTextEdit) -> bool:
    """Select the next gap behind the cursor; False where there is none."""
    gap = next_gap(field.toPlainText(), field.textCursor().selectionEnd())
    if gap is not None:
        _select(field, *gap)
    return gap is not None


class GapKeys(QObject):
    """Lets Tab go to the next gap before it leaves the field."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a Tab that has a gap to go to."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QPlainTextEdit):
            return False
        tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and not event.modifiers()
        return tab and to_next_gap(watched)


def _select(field: QPlainTextEdit | QTextEdit, start: int, end: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
