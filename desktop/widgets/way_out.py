"""Long work in the window's own thread: it is drawn meanwhile and can be stopped, and nothing else happens."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_Type = QEvent.Type
_INPUT = frozenset((
    _Type.KeyPress, _Type.KeyRelease, _Type.Shortcut, _Type.InputMethod, _Type.Wheel, _Type.ContextMenu,
    _Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick, _Type.DragEnter, _Type.DragMove,
    _Type.Drop, _Type.TouchBegin, _Type.TouchUpdate, _Type.TouchEnd, _Type.TabletPress, _Type.TabletRelease,
))  # fmt: skip


class WayOut(QObject):
    """Between `with` and `breathe` of all input only Esc and one button get through; timers wait till it is over.

    What was posted before is done first, so that nothing reads or writes the file in the middle of a transaction.
    """

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self._button = button

    def __enter__(self) -> "WayOut":
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        return self

    def __exit__(self, *_: object) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.deleteLater()

    def breathe(self) -> None:
        """Draw what has changed, hear whether it is to be stopped."""
        QApplication.processEvents()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what is not to happen now; a timer held back fires again."""
        if event.type() == _Type.Timer:
            return True
        if event.type() not in _INPUT or watched.isWindowType():  # a window only hands on to its widgets
            return False
        stops = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return not (stops or watched is self._button)
