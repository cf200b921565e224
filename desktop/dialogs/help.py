"""The short help: what to do in the course of the year, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.words import help as words

_BESIDE, _ABOVE = 80, 24  # what is left free of the window


class HelpDialog(DialogFrame):
    """Everything the program can do, on one page that scrolls by the keyboard too."""

    scrolls = False

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, title=words.TITLE, explain="", deed="")
        px = look.theme.px
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(4))
        for head, text in words.SECTIONS:
            column.addWidget(_line(head, "section"))
            column.addWidget(_line(text, "label"))
            column.addSpacing(px(8))
        column.addLayout(self._keys(words.KEYS))
        self.area = QScrollArea()
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(words.TITLE)
        self.body.addWidget(self.area)
        room = parent.window().size()
        self.resize(min(px(600), room.width() - _BESIDE), min(px(620), room.height() - _ABOVE))
        self.area.setFocus()

    def _keys(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> QGridLayout:
        """The keys, each beside what it does, under the page they belong to."""
        px, grid = self._look.theme.px, QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setColumnStretch(1, 1)
        for head, keys in groups:
            grid.addWidget(_line(head, "section"), grid.rowCount(), 0, 1, 2)
            for key, meaning in keys:
                row = grid.rowCount()
                grid.addWidget(_line(key, "strong", wrap=False), row, 0)
                grid.addWidget(_line(meaning, "label"), row, 1)
        return grid


def _line(text: str, kind: str, *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setWordWrap(wrap)
    return label
