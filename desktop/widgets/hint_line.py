"""A quiet line about a task the county has not decided on yet, with the way to say that it does not concern it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.applicability import Hint
from desktop import words as common
from desktop.look import Look
from desktop.words import applicability as words

_MAY_BE_LEFT_OUT = ("usually_not", "conditional")


class HintLine(QWidget):
    """Hidden where there is nothing to say."""

    not_applicable_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.text, self.button = QLabel(), QPushButton(common.MARK_NOT_APPLICABLE)
        self.text.setProperty("kind", "label")
        self.text.setWordWrap(True)
        self.button.setProperty("kind", "accent-flat")
        self.button.clicked.connect(self.not_applicable_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_hint(self, hint: Hint | None) -> None:
        """Say what is usual, None for nothing."""
        self.setVisible(hint is not None)
        if hint is not None:
            self.text.setText(words.HINTS[hint.hint].format(reason=hint.reason))
            self.button.setVisible(hint.hint in _MAY_BE_LEFT_OUT)
