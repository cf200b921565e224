"""One of a few, all of them in view: radio buttons, each with a line that says what it means."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.look import Look


class Options(QWidget):
    """`chosen` is the code of the button that is on; `changed` tells that the user took another."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        options: Mapping[str, str],
        lines: Mapping[str, str],
        chosen: str,
        samples: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {code: QRadioButton(text) for code, text in options.items()}
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for code, button in self.buttons.items():
            button.setChecked(code == chosen)
            self._group.addButton(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            below = [widget for widget in (_line(lines.get(code, "")), (samples or {}).get(code)) if widget]
            for widget in below:
                widget.setContentsMargins(px(24), 0, 0, 0)
                column.addWidget(widget)
            column.addSpacing(px(6) if below else 0)
            button.setAccessibleDescription(lines.get(code, ""))
        self.setFocusProxy(self.buttons[chosen])
        self._group.buttonClicked.connect(lambda: self.changed.emit())

    @property
    def chosen(self) -> str:
        """The code of what is chosen."""
        return next(code for code, button in self.buttons.items() if button.isChecked())


def _line(text: str) -> QLabel | None:
    if not text:
        return None
    line = QLabel(text)
    line.setProperty("kind", "note")
    line.setWordWrap(True)
    return line
