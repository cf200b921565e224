"""The help: it fits every window, moves by the keyboard, and leaves no key untold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.dialogs.help import HelpDialog
from desktop.pages.table import PAGES
from desktop.words import help as words
from tests.desktop.conftest import settle

NAMES = {"Space": "空格", "Del": "Delete", "Return": "回车", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


@pytest.fixture
def shown(program):
    """Opens the help over the smallest window at a scale."""

    def show(scale):
        program.start()
        program.app.look.set(scale=scale)
        program.window.resize(900, 560)
        settle()
        dialog = HelpDialog(program.app.look, program.window)
        dialog.open()
        settle()
        return dialog

    return show


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_the_smallest_window_and_nothing_is_cut_off(shown, scale):
    dialog = shown(scale)
    assert dialog.width() <= 900
    assert dialog.height() <= 560
    page = dialog.area.widget()
    assert page.width() <= dialog.area.viewport().width()
    for label in page.findChildren(QLabel):
        assert label.geometry().right() <= page.width()
        assert label.height() >= label.heightForWidth(label.width())


def test_the_keyboard_moves_it_to_the_end(shown):
    dialog = shown(2.0)
    bar = dialog.area.verticalScrollBar()
    for _ in range(60):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0


def told(key):
    """Whether some line of the help names a key: Alt+Up is told as Alt+↑ ↓."""
    parts = key.split("+")
    wanted = {NAMES.get(part, part) for part in parts}
    lines = [line for _, keys in words.KEYS for line, _ in keys]
    return any(wanted <= set(line.replace("+", " ").replace("　", " ").split()) for line in lines)


def test_every_key_of_an_action_or_the_window_is_told(filled):
    actions = [*filled.desk.page.action_panel.commands.actions.values(), *filled.app.acts.values()]
    keys = {sequence.toString() for action in actions for sequence in action.shortcuts()}
    keys |= {shortcut.key().toString() for shortcut in filled.window.findChildren(QShortcut)}
    assert {"Space", "Ctrl+K", "Alt+Up", "F1", "Ctrl+B", "Ctrl+V", "Ctrl+Shift+E"} <= keys
    spare = {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+Shift+Z"}  # second keys, and signs that part the others
    spare |= {f"Ctrl+{number}" for number in range(2, len(PAGES))}  # the first and the last page are told
    assert [key for key in keys - spare if not told(key)] == []
