"""The foot of the options: whether the figures agree, in which faces it is set, what no face can draw."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import lamps
from desktop.icons import Icons
from desktop.look import Look
from desktop.proofs import Proof
from desktop.theme import Theme
from desktop.words import reports as words
from reports import handwritten
from reports.words.faces import OF_ROLE

_WITH_TEXT = frozenset({"narrative", "pack"})  # kinds that print what people have put differently
_SHOWN = 5


class ReportChecks(QWidget):
    """Says what is known of the pages in view; `missing` is pressed to see where characters stand."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look = look
        px = look.theme.px
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lamp, self.head, self.line = QLabel(), QLabel(), QLabel()
        self.head.setProperty("kind", "section")
        self.line.setProperty("kind", "label")
        for label in (self.head, self.line):
            label.setWordWrap(True)
        self.missing = QPushButton(icons.icon("triangle-alert", 15, "amber"), "")
        self.missing.setProperty("kind", "flat")
        self.missing.setProperty("tone", "amber")
        self.missing.setProperty("place", "edge")
        self.missing.setToolTip(words.MISSING_LINE)
        self.missing.hide()
        first = QHBoxLayout()
        first.setSpacing(px(6))
        first.addWidget(self._lamp)
        first.addWidget(self.head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        column.addLayout(first)
        column.addWidget(self.line)
        column.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignLeft)

    def show_setting(self) -> None:
        """Nothing is known yet."""
        self._say("", words.SETTING, "", "none")
        self.missing.hide()

    def show_nothing(self) -> None:
        """There are no pages to say anything of."""
        self.hide()

    def show_proof(self, proof: Proof) -> None:
        """The figures agree: how many were held against their rows, and what faces there are.

        What was typed by hand is held against nothing, and said to be so.
        """
        roles = words.BETWEEN_FACES.join(told.partition(OF_ROLE)[0] for told in proof.faces)
        line = words.CHECKED_LINE.format(n=proof.checked) + words.FACES_LINE.format(faces=roles)
        typed = handwritten.figures(proof.data) if proof.kind in _WITH_TEXT else ()
        if typed:
            shown = words.BETWEEN_FACES.join(typed[:_SHOWN])
            self._say("amber", words.TYPED, words.TYPED_LINE.format(n=len(typed), shown=shown), "soon")
        else:
            self._say("green", words.CHECKED, line, "closed")
        self.line.setToolTip("\n".join(proof.faces))
        self.missing.setVisible(bool(proof.missing))
        self.missing.setText(words.MISSING.format(n=len(proof.missing)))

    def show_faults(self, number: int) -> None:
        """Some figures do not agree."""
        self._say("red", words.WRONG.format(n=number), words.WRONG_LINE, "over")
        self.missing.hide()

    def _say(self, tone: str, head: str, line: str, lamp: str) -> None:
        self.show()
        theme = Theme(self._look.theme.mode, self._look.theme.scale)
        self._lamp.setPixmap(lamps.pixmap(lamp, theme.px(14), theme, self.devicePixelRatioF()))
        self.head.setProperty("tone", tone)
        self.head.style().polish(self.head)
        self.head.setText(head)
        self.line.setText(line)
        self.line.setVisible(bool(line))
