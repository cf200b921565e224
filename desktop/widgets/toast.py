"""One line that says what has just been done, with the way back."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.look import Look
from desktop.widgets.bulk_bar import BulkBar

_MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
_SHOWN = 8000  # ms; longer while the mouse or the focus is in it


class Toast(QFrame):
    """Stands above the foot of its window, the bar of what is chosen, or the line somebody types in; one at a time."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._act: Callable[[], object] | None = None
        self.setProperty("kind", "toast")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what was typed
        self._button = QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
        self._button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_up)
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._make_way)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty when it is not shown."""
        return self._words.text() if self.isVisible() else ""

    def say(self, text: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a line, with a button when there is something to do about it."""
        px = self._look.theme.px
        self._words.setText(text)
        self._act = act
        for bar in self._bars():
            bar.installEventFilter(self)
        self._button.setVisible(act is not None)
        self._button.setText(button)
        self.layout().setContentsMargins(px(16), px(6), px(8) if act else px(16), px(6))
        self.layout().setSpacing(px(16))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay centred when the window changes its size, and off a bar that comes meanwhile."""
        if event.type() in _MOVED and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the mouse has left."""
        self._timer.start(_SHOWN)

    def _time_up(self) -> None:
        if self._button.hasFocus():
            self._timer.start(_SHOWN)
        else:
            self.hide()

    def _clicked(self) -> None:
        self.hide()
        if self._act:
            self._act()

    def _place(self) -> None:
        px = self._look.theme.px
        home = self.parentWidget()
        self.resize(min(self.sizeHint().width(), home.width() - px(32)), px(40))
        top = home.height() - px(28 + 16) - self.height()
        typed_in = home.focusWidget() or home.window().focusWidget()
        in_use: list[QWidget] = [bar for bar in self._bars() if bar.isVisibleTo(home)]
        if isinstance(typed_in, QLineEdit) and home.isAncestorOf(typed_in) and not self.isAncestorOf(typed_in):
            in_use.append(typed_in)
        for widget in in_use:
            begins = widget.mapTo(home, QPoint()).y()
            if top < begins + widget.height() and begins < top + self.height():
                top = begins - px(12) - self.height()
        self.move((home.width() - self.width()) // 2, top)

    def _bars(self) -> list[BulkBar]:
        bars: Iterable[BulkBar] = self.parentWidget().findChildren(BulkBar)
        return list(bars)

    def _make_way(self, *_: object) -> None:
        """Never over the line somebody types in, wherever the focus has gone meanwhile."""
        if self.isVisible() and not self._button.hasFocus():  # a button must not go from under the mouse
            self._place()
