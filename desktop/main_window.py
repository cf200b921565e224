"""The window: arranges top bar, message, page and foot; no rules, no SQL, no files."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop import words
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.tab_order import after, reachable
from desktop.widgets.toast import Toast

_DEFAULT, _SMALLEST = (1280, 720), (900, 560)


class MainWindow(QMainWindow):
    """Shows either the start page alone, or a checklist's page between the two bars."""

    closing = Signal()  # it goes, with nothing left to ask
    escaped = Signal()  # Esc, where nothing in the window has a use for it

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setWindowTitle(words.APP)
        desk = QWidget()
        desk.setProperty("kind", "desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(desk)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.message = MessageBar(look, icons)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self._pages = QStackedWidget()
        for widget in (self.message, self.progress):
            self._column.addWidget(widget)
        self._column.addWidget(self._pages, 1)
        self.setCentralWidget(desk)
        self.toast = Toast(look, desk)
        self.may_close: Callable[[], bool] = lambda: True
        self._bars: list[QWidget] = []
        self._regions: Callable[[], list[QWidget]] = list
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_DEFAULT)
        self.add_action("F6", lambda: self._next_region(1))
        self.add_action("Shift+F6", lambda: self._next_region(-1))

    def add_action(self, key: str, act: Callable[[], object], text: str = "") -> QAction:
        """An act of the whole window with its shortcut."""
        action = QAction(text, self)
        if key:
            action.setShortcuts([QKeySequence(k) for k in key.split(" ")])
            action.setToolTip(f"{text} {key.split(' ')[0]}".strip())
        action.triggered.connect(lambda: act())
        self.addAction(action)
        return action

    def show_page(
        self,
        page: QWidget,
        top: QWidget | None = None,
        foot: QWidget | None = None,
        regions: Callable[[], list[QWidget]] = list,
        note: QWidget | None = None,
    ) -> None:
        """Put a page on the desk, with bars above and below it or none, and a note right above it."""
        for old in (*self._bars, self._pages.currentWidget()):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._bars = [bar for bar in (top, note, foot) if bar is not None]
        self._regions = regions
        self.message.hide()
        self.toast.hide()
        if top is not None:
            self._column.insertWidget(0, top)
        if note is not None:
            self._column.insertWidget(self._column.indexOf(self.progress), note)
        if foot is not None:
            self._column.addWidget(foot)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._fit()

    def restore(self, geometry: QByteArray | None) -> None:
        """Come back where the window was, unless that is off every screen now."""
        if geometry is not None:
            self.restoreGeometry(geometry)
        screens = QGuiApplication.screens()
        if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in screens):
            self.move(screens[0].availableGeometry().topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go, unless something typed would be lost; tell so that state can be kept and the file given back."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of an Esc nobody else has taken."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escaped.emit()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the top bar shorten itself."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Where the focus was in something that is hidden or greyed now, stay beside it instead of going round."""
        lost = self.focusWidget()
        if lost is None or lost is self or reachable(lost) or (lost.isVisible() and lost.isEnabled()):
            return super().focusNextPrevChild(onward)
        page = self._pages.currentWidget()
        around = lost.parentWidget()
        while around is not None and around is not page and page.isAncestorOf(around):
            near = after(lost, around) if around.isVisible() else None
            if near is not None:
                near.setFocus()
                return True
            around = around.parentWidget()
        page.setFocus()
        return True

    def _fit(self) -> None:
        for bar in self._bars:
            fit = getattr(bar, "fit", None)
            if fit:
                fit(self.width())

    def _next_region(self, step: int) -> None:
        regions = [region for region in self._regions() if region.isVisible()]
        if regions:
            focused = self.focusWidget()
            inside = (n for n, region in enumerate(regions) if region.hasFocus() or region.isAncestorOf(focused))
            here = next(inside, -1 if step > 0 else 0)
            regions[(here + step) % len(regions)].setFocus(Qt.FocusReason.TabFocusReason)
