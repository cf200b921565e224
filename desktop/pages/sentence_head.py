"""The line over the original text: how many sentences, how many of them are answered, how many are not the county's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.counts import Tally
from desktop import words as common
from desktop.look import Look
from desktop.words import answers as words


class SentenceHead(QWidget):
    """Every figure leads to the first sentence it speaks of."""

    unanswered_wanted = Signal()
    superior_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        head = QLabel(common.ORIGINAL)
        head.setProperty("kind", "section")
        self._count = QLabel()
        self._count.setProperty("kind", "hint")
        self.answered, self.last = QPushButton(), QPushButton()
        self.answered.clicked.connect(self.unanswered_wanted)
        self.last.clicked.connect(self.superior_wanted)
        self.last.setToolTip(words.SUPERIOR_GO)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(4))
        row.addWidget(head)
        row.addSpacing(look.theme.px(4))
        row.addWidget(self._count)
        for button in (self.answered, self.last):
            button.setProperty("kind", "status")
            row.addWidget(button)
        row.addStretch()

    def show_tally(self, number: int, tally: Tally) -> None:
        """Show the figures of a task; of one that is 不适用 only how many sentences it has."""
        self._count.setText(words.COUNT.format(n=number))
        self.answered.setVisible(bool(tally.sentences))
        self.answered.setEnabled(bool(tally.unanswered))
        self.answered.setText(words.ANSWERED.format(answered=tally.answered, sentences=tally.sentences))
        tip = words.ANSWERED_GO if tally.unanswered else words.ANSWERED_TIP
        self.answered.setToolTip(tip.format(coverage=tally.coverage))
        tone = "amber" if tally.unanswered else ""
        if self.answered.property("tone") != tone:
            self.answered.setProperty("tone", tone)
            self.answered.style().polish(self.answered)
        self.last.setVisible(bool(tally.superior))
        self.last.setText(words.SUPERIOR.format(n=tally.superior))
        for button in (self.answered, self.last):
            button.setAccessibleName(f"{button.text()}，{button.toolTip()}")
