"""是 or 否, or not answered yet: one control, answered with one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.look import Look
from desktop.words import applicability as words

_ANSWER_KEYS = {
    Qt.Key.Key_Left: True, Qt.Key.Key_Y: True, Qt.Key.Key_1: True,
    Qt.Key.Key_Right: False, Qt.Key.Key_N: False, Qt.Key.Key_2: False,
    Qt.Key.Key_Delete: None, Qt.Key.Key_Backspace: None,
}  # fmt: skip
_STEP_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


class YesNo(QFrame):
    """`answered` tells that the user said something, `stepped` that he goes on (1) or back (−1)."""

    answered = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, question: str, value: bool | None) -> None:
        super().__init__()
        self._look, self.value = look, value
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(question)
        self.buttons = {answer: _button(word) for answer, word in ((True, words.YES), (False, words.NO))}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, said=answer: self._say(said))
            row.addWidget(button)
        self.fit(False)
        self.show_value(value)

    def show_value(self, value: bool | None) -> None:
        """Show an answer, None for none."""
        self.value = value
        for answer, button in self.buttons.items():
            button.setChecked(answer is value)
        self.setAccessibleDescription(words.ANSWERS[value])

    def fit(self, narrow: bool) -> None:
        """Take less width where there is little."""
        for button in self.buttons.values():
            button.setFixedWidth(self._look.theme.px(44 if narrow else 65))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key answers and goes on to the next question."""
        key = Qt.Key(event.key())
        if key in _ANSWER_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._say(_ANSWER_KEYS[key])
        elif key in _STEP_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(_STEP_KEYS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, inside: bool) -> None:
        self.setProperty("inside", inside)
        self.style().polish(self)

    def _say(self, value: bool | None) -> None:
        self.show_value(value)
        self.answered.emit()
        if value is not None:
            self.stepped.emit(1)


def _button(word: str) -> QPushButton:
    button = QPushButton(word)
    button.setProperty("kind", "segment")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
