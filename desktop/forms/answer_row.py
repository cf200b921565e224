"""The field of an action that says which sentences of its task it answers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from desktop import wording
from desktop.forms.field import Field, Save
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.check_menu import CheckMenu
from desktop.words import answers as words


class PickButton(QPushButton):
    """Looks like a field, opens a menu; words that are too long end in an ellipsis."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setProperty("kind", "pick")
        self.setIcon(icons.icon("link", 15))
        self.setIconSize(QSize(look.theme.px(15), look.theme.px(15)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self._look.theme.px(15 + 4 + 18)
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.end()


class AnswerRow(Field):
    """Numbers of sentences; each tick in its menu is saved at once."""

    def __init__(self, look: Look, icons: Icons, label: str, save: Save) -> None:
        self._pick, self._label = PickButton(look, icons), label
        self._wanted: tuple[int, ...] = ()
        self._sentences: Sequence[str] = ()
        self._above: tuple[int, ...] = ()
        super().__init__(look, label, self._pick, save)
        self._pick.clicked.connect(self._offer)

    def offer(self, sentences: Sequence[str], above: Sequence[int]) -> None:
        """The sentences of the action's task, and those the actions above it answer."""
        self._sentences, self._above = sentences, tuple(above)
        self._say()

    def read(self) -> tuple[int, ...]:
        return self._wanted

    def put(self, value: Any) -> None:
        self._wanted = tuple(value)
        self._say()

    def lock(self, locked: bool) -> None:
        self._pick.setEnabled(not locked)

    def _say(self) -> None:
        """One sentence with its first words, several by number; none, but what the action above answers."""
        if len(self._wanted) == 1 and self._wanted[0] <= len(self._sentences):
            text = words.SENTENCE.format(number=self._wanted[0], text=self._sentences[self._wanted[0] - 1])
        elif self._wanted:
            text = words.SENTENCES.format(numbers="、".join(map(str, self._wanted)))
        elif self._above:
            text = words.NONE_BUT_ABOVE.format(numbers="、".join(map(str, self._above)))
        else:
            text = words.NONE
        self._pick.setText(text)
        self._pick.setAccessibleName(words.FIELD_SPOKEN.format(label=self._label, text=text))
        lines = [wording.sentence_line(n, self._sentences[n - 1]) for n in self._wanted if n <= len(self._sentences)]
        self._pick.setToolTip("\n".join(lines))

    def _offer(self) -> None:
        menu = CheckMenu(self)
        for number, text in enumerate(self._sentences, start=1):
            menu.add_check(wording.sentence_line(number, text), number in self._wanted, partial(self._turn, number))
        menu.popup(self._pick.mapToGlobal(QPoint(0, self._pick.height())))

    def _turn(self, number: int) -> None:
        self._wanted = tuple(sorted(set(self._wanted) ^ {number}))
        self.take()
