"""The foot of the action form: what is most often done with an action, and whether all is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.actions import Action
from desktop.forms.progress_tab import reportable
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import closings as closing_words
from desktop.words import form as words
from desktop.words import progress as progress_words

# The deed that comes next in a state, and its words; its name is that of an act in ActionCommands.
_NEXT = {
    "not_started": ("done", words.MARK_DONE), "in_progress": ("done", words.MARK_DONE),
    "done": ("close", closing_words.CLOSE), "closed": ("reopen", closing_words.REOPEN),
    "cancelled": ("resume", closing_words.RESUME), "not_applicable": ("resume", closing_words.RESUME),
}  # fmt: skip


class FormFoot(QWidget):
    """Shows only what can be done now; `wanted` names the deed."""

    wanted = Signal(str)
    report_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._deed = ""
        self.report = QPushButton(icons.icon("plus", 15, "on_accent"), progress_words.REPORT)
        self.report.setProperty("kind", "main")
        self.report.clicked.connect(self.report_wanted)
        self.next = QPushButton()
        self.next.clicked.connect(lambda: self.wanted.emit(self._deed))
        self._saved = QLabel(words.SAVED)
        self._saved.setProperty("kind", "hint")
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.report)
        row.addWidget(self.next)
        row.addStretch()
        row.addWidget(self._saved)

    def show_action(self, action: Action, applicable: bool) -> None:
        """Offer to fill in its progress, and what comes next for an action."""
        able = applicable and reportable(action)
        if self.report.isHidden() == able:
            self.report.setVisible(able)
        deed, text = _NEXT[action.status] if applicable and action.leaf else ("", "")
        if deed != self._deed or self.next.isHidden() != (not deed):
            self._deed = deed
            self.next.setText(text)
            self.next.setVisible(bool(deed))

    def say_saved(self, saved: bool) -> None:
        """Say whether everything in the form is in the file."""
        text = words.SAVED if saved else words.NOT_SAVED
        if text != self._saved.text():
            self._saved.setText(text)
            self._saved.setProperty("kind", "hint" if saved else "error")
            self._saved.style().polish(self._saved)
