"""What stands beside a sentence: how many actions answer it, that none does, or whose business it is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.words import answers as words

_WIDE, _NARROW = 116, 92


class SentenceNote(QWidget):
    """A word and what can be done about it with the mouse; the keys have it on the sentence itself."""

    add_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        px = look.theme.px
        self.undone = QLabel(words.UNANSWERED)
        self.undone.setProperty("kind", "note")
        self.undone.setProperty("tone", "amber")
        self.add = QPushButton(icons.icon("plus", 14), "")
        self.add.setProperty("kind", "plus")
        self.add.setFixedSize(px(24), px(24))
        self.add.setToolTip(words.ADD_HERE)
        self.add.setAccessibleName(words.ADD_HERE)
        self.add.clicked.connect(self.add_wanted)
        self.link = QPushButton(icons.icon("link", 13), "")
        self.link.setProperty("kind", "status")
        self.link.setIconSize(QSize(px(13), px(13)))
        self.link.clicked.connect(self.choose_wanted)
        self.level = QLabel()
        self.level.setProperty("kind", "quiet")
        for button in (self.add, self.link):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        first = QHBoxLayout()
        first.setSpacing(px(6))
        first.addStretch()
        for widget in (self.undone, self.add, self.link):
            first.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(1), 0, 0)
        column.setSpacing(0)
        self.level.setContentsMargins(0, 0, px(6), 0)
        column.addLayout(first)
        column.addWidget(self.level, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch()

    def width_of(self, *, narrow: bool) -> int:
        """How wide it is, px."""
        return self._look.theme.px(_NARROW if narrow else _WIDE)

    def show_state(self, mark: str, level: str, actions: int, names: str) -> None:
        """Show how its sentence is answered; nothing where that does not matter."""
        self.undone.setVisible(mark == "unanswered")
        self.add.setVisible(mark == "unanswered")
        self.link.setVisible(bool(actions))
        self.link.setText(words.ACTIONS_OF.format(n=actions))
        self.link.setToolTip(words.ACTIONS_TIP.format(actions=names))
        self.level.setVisible(bool(level))
        self.level.setText(level)

    def show_chosen(self, chosen: bool) -> None:
        """Say by weight and colour that an action chosen in the table answers this sentence."""
        tone = "accent" if chosen else ""
        if self.link.property("tone") != tone:
            self.link.setProperty("tone", tone)
            self.link.setIcon(self._icons.icon("link", 13, tone or "text2"))
            self.link.style().polish(self.link)
