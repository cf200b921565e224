"""An empty place that says what it is for and offers the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.button_rows import ButtonRows


class EmptyState(QWidget):
    """Icon, heading, one line, buttons, centred in the space and at most 420 wide."""

    def __init__(self, look: Look, icons: Icons, icon: str, heading: str, line: str) -> None:
        super().__init__()
        self._look, self._icons, self._name = look, icons, icon
        self._picture, self._line, self._below = QLabel(), QLabel(line), QLabel()
        self._head = head = QLabel(heading)
        head.setProperty("kind", "head")
        self._line.setProperty("kind", "label")
        self._below.setProperty("kind", "hint")
        self._buttons = ButtonRows(look.theme.px(8))
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self._picture, head, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self._line.setWordWrap(True)
        self._column.addWidget(self._buttons)
        self._below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below.setWordWrap(True)
        self._below.hide()
        self._column.addWidget(self._below)
        self._column.addStretch(3)
        # As the hidden page of a stack it must not keep the column wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._dress()

    def add_button(self, text: str, kind: str | None) -> QPushButton:
        """Offer a step; kind "main" for the first of them."""
        button = QPushButton(text)
        if kind:
            button.setProperty("kind", kind)
        self._buttons.add(button)
        return button

    def set_words(self, heading: str, line: str) -> None:
        """Say something else."""
        self._head.setText(heading)
        self._line.setText(line)

    def set_line(self, text: str) -> None:
        """Change the line under the heading."""
        self._line.setText(text)

    def set_below(self, text: str) -> None:
        """Add a quiet line under the buttons."""
        self._below.setText(text)
        self._below.show()

    def _dress(self) -> None:
        px = self._look.theme.px
        self._picture.setPixmap(self._icons.pixmap(self._name, 40, "text3", self.devicePixelRatioF()))
        self._column.setSpacing(px(10))
        self._column.setContentsMargins(px(24), px(8), px(24), px(8))
