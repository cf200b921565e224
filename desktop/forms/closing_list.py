"""The record of one action: who claimed it done, how that was verified, who confirmed it, why it came back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db import closings
from db.actions import Action
from desktop import claims
from desktop.pages.page import Context
from desktop.words import closings as words


class ClosingList(QWidget):
    """The decisions, newest first, as text that can be selected; hidden while there is none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        head = QLabel(words.RECORDS)
        head.setProperty("kind", "strong")
        self.text = QLabel()
        self.text.setProperty("kind", "label")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        px = context.look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(px(4))
        column.addWidget(head)
        column.addWidget(self.text)
        self.hide()

    def show_action(self, action: Action) -> None:
        """Show what was decided over an action."""
        session = self._context.session
        decided = closings.of_action(session.checklist, action.id)
        lines = [claims.decision(closing, session.yard.plan_year) for closing in reversed(decided)]
        self.text.setText("\n".join(lines))
        self.setVisible(bool(lines))
