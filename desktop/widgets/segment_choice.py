"""One of two or three, all of them in view side by side in one frame."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from desktop.look import Look


class SegmentChoice(QFrame):
    """`value` is the code of what is chosen; `changed` tells that the user took another."""

    changed = Signal()

    def __init__(self, look: Look, texts: Mapping[str, str], chosen: str) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons = {code: QPushButton(text) for code, text in texts.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(1))
        for code, button in self.buttons.items():
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(code == chosen)
            self._group.addButton(button)
            row.addWidget(button)
        self.setFocusProxy(self.buttons[chosen])
        self._group.buttonClicked.connect(lambda: self.changed.emit())

    @property
    def value(self) -> str:
        """The code of what is chosen."""
        return next(code for code, button in self.buttons.items() if button.isChecked())
