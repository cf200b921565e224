"""One of a few, as radio buttons side by side."""

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from desktop.look import Look


class Choice(QWidget):
    """None is chosen at first; `value` is the code of the chosen one, "" for none."""

    def __init__(self, look: Look, options: Mapping[str, str]) -> None:
        super().__init__()
        self.buttons = {code: QRadioButton(word) for code, word in options.items()}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(16))
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.setFocusProxy(next(iter(self.buttons.values())))
        self.picked = self._group.buttonClicked

    def value(self) -> str:
        """The code of what is chosen."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), "")
