"""The menus of the top bar: files, how the program looks."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop import words

Acts = Mapping[str, QAction]
_MODES = (("light", words.LIGHT), ("dark", words.DARK), ("system", words.SYSTEM))
# The acts of a menu by name, None for a line between them.
_OF_FILES = ("copy", "verify", "settings", "applicability", None, "print", "calendar", None, "quit")
_OF_LOOK = ("settings", "holidays", "applicability", "phrases", None, "larger", "smaller", "normal", None)


def file_menu(parent: QWidget, acts: Acts, recent: Iterable[Path], open_file: Callable[[Path], object]) -> QMenu:
    """New and known files, and what can be done with the one that is open."""
    menu = QMenu(parent)
    _add(menu, acts, ("new", "open"))
    before = menu.addMenu(words.FILE_RECENT)
    for path in recent:
        action = before.addAction(path.stem)
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, chosen=path: open_file(chosen))
    _add(menu, acts, _OF_FILES)
    return menu


def look_menu(parent: QWidget, acts: Acts, wish: str, choose: Callable[[str], object]) -> QMenu:
    """Settings, the size of text, light or dark; `wish` is the mode in force."""
    menu = QMenu(parent)
    _add(menu, acts, _OF_LOOK)
    group = QActionGroup(menu)
    for mode, text in _MODES:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False, chosen=mode: choose(chosen))
        action.setCheckable(True)
        action.setChecked(wish == mode)
        group.addAction(action)
    _add(menu, acts, (None, "reminders", None, "help", "about"))
    return menu


def _add(menu: QMenu, acts: Acts, names: Iterable[str | None]) -> None:
    for name in names:
        if name is None:
            menu.addSeparator()
        else:
            menu.addAction(acts[name])
