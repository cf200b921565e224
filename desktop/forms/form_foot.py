"""The foot of the action form: what is most often done with an action, and whether all is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db import status
from db.actions import Action
from desktop.look import Look
from desktop.words import form as words


class FormFoot(QWidget):
    """Shows only what can be done now."""

    done_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.done = QPushButton(words.MARK_DONE)
        self.done.setProperty("kind", "small")
        self.done.clicked.connect(self.done_wanted)
        self._saved = QLabel(words.SAVED)
        self._saved.setProperty("kind", "hint")
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.done)
        row.addStretch()
        row.addWidget(self._saved)

    def show_action(self, action: Action, applicable: bool) -> None:
        """Offer what can be done with an action."""
        open_leaf = applicable and action.leaf and status.counted(action.status)
        wanted = open_leaf and action.status not in status.FINISHED
        if self.done.isHidden() == wanted:
            self.done.setVisible(wanted)

    def say_saved(self, saved: bool) -> None:
        """Say whether everything in the form is in the file."""
        text = words.SAVED if saved else words.NOT_SAVED
        if text != self._saved.text():
            self._saved.setText(text)
            self._saved.setProperty("kind", "hint" if saved else "error")
            self._saved.style().polish(self._saved)
