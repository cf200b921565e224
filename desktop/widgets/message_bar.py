"""Messages at the top of the page: what happened, what is safe, what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import lamps, words
from desktop.icons import Icons
from desktop.look import Look
from desktop.theme import Theme

_LAMP_OF_TONE = {"failed": "over", "attention": "soon", "done": "closed", "note": "ok"}
Button = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """One message; stays until it is closed or another takes its place."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self.setProperty("kind", "message")
        self._lamp, self._first, self._second = QLabel(), QLabel(), QLabel()
        for line in (self._first, self._second):
            line.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
        self._first.setProperty("kind", "section")
        self._second.setProperty("kind", "label")
        for label in (self._first, self._second):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._close = QPushButton()
        self._close.setProperty("kind", "flat")
        self._close.setAccessibleName(words.CLOSE)
        self._close.setToolTip(words.CLOSE)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
        self._close.clicked.connect(self.hide)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._first)
        text.addWidget(self._second)
        row = QHBoxLayout(self)
        row.addWidget(self._lamp, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """Both lines, empty when nothing is shown."""
        return f"{self._first.text()}{self._second.text()}" if self.isVisible() else ""

    def say(self, tone: str, first: str, second: str = "", buttons: Sequence[Button] = ()) -> None:
        """Show a message: tone failed, attention, done or note; buttons are (words, act).

        Without a second line all after the first sentence becomes it: what happened first, then what to do.
        """
        if not second and "。" in first:
            first, _, second = first.partition("。")
            first += "。"
        theme = Theme(self._look.theme.mode, self._look.theme.scale)  # its signs say the same under every preset
        self.setProperty("tone", tone)
        self.style().polish(self)
        self._lamp.setPixmap(lamps.pixmap(_LAMP_OF_TONE[tone], theme.px(14), theme, self.devicePixelRatioF()))
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._close.setIcon(self._icons.icon("x", px=16))
        self._close.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.layout().setContentsMargins(theme.px(22), theme.px(10), theme.px(12), theme.px(10))
        self.layout().setSpacing(theme.px(8))
        self._offer(buttons)
        self.show()

    def _offer(self, buttons: Sequence[Button]) -> None:
        while self._buttons.count():
            self._buttons.takeAt(0).widget().deleteLater()
        for text, act in buttons:
            button = QPushButton(text)
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
