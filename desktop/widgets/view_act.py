"""An act of one list: its words and its key, which works while the list has the focus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def view_act(view: QWidget, text: str, key: str, run: Callable[[], object]) -> QAction:
    """The act, put on its list; holding the key down does it once."""
    act = QAction(text, view)
    if key:
        act.setShortcut(QKeySequence(key))
        act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        act.setAutoRepeat(False)
    act.triggered.connect(lambda: run())
    view.addAction(act)
    return act
