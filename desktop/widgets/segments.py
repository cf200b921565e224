"""A few views of one page to turn between, side by side in one frame."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from desktop.look import Look


class Segments(QFrame):
    """`picked` bears the key of the view the user wants."""

    picked = Signal(str)

    def __init__(self, look: Look, texts: Mapping[str, str], current: str) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons = {key: QPushButton(text) for key, text in texts.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(1))
        for key, button in self.buttons.items():
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(key == current)
            button.clicked.connect(lambda _, key=key: self._pick(key, current))
            self._group.addButton(button)
            row.addWidget(button)

    def _pick(self, key: str, current: str) -> None:
        """The button stays as it is: the view that is wanted has one of its own."""
        self.buttons[current].setChecked(True)
        if key != current:
            self.picked.emit(key)
