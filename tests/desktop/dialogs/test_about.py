"""关于落实: what the program is, which faces paper gets on this machine, and everything it is made of."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

import resources
from desktop import words as window_words
from desktop.dialogs import about
from desktop.dialogs.about import AboutDialog
from desktop.words import about as words
from tests.desktop.conftest import settle

HOUSE = Path(__file__).parents[3]
# What only the tests and the building of the program need.
NOT_SHIPPED = {
    "altgraph", "ast-serialize", "colorama", "execnet", "hypothesis", "iniconfig", "librt", "macholib", "mypy",
    "mypy-extensions", "packaging", "pathspec", "pefile", "pip", "pygments", "pyinstaller", "pyinstaller-hooks-contrib",
    "pytest", "pytest-qt", "pytest-xdist", "pywin32-ctypes", "ruff", "setuptools",
    "sortedcontainers", "types-reportlab",
}  # fmt: skip


@pytest.fixture
def shown(program):
    """Opens it from the menu over the smallest window at a scale."""

    def show(scale=1.0):
        program.start()
        program.app.look.set(scale=scale)
        program.window.resize(900, 560)
        settle()
        program.app.acts["about"].trigger()
        settle()
        return program.window.findChild(AboutDialog)

    return show


def said(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_the_program_is_and_what_it_is_not_for(shown):
    text = said(shown())
    assert f"落实 {words.VERSION}" in text
    assert window_words.NOT_SECRET in text


def test_it_tells_the_face_of_every_role_once_they_are_found(shown, qtbot, monkeypatch):
    told = ["小标宋：方正小标宋_GBK（系统）", "仿宋：仿宋（随程序）"]
    monkeypatch.setattr(about, "faces_here", lambda: told)
    dialog = shown()
    qtbot.waitUntil(lambda: dialog.faces.text() == "\n".join(told))


def test_it_may_be_closed_while_it_is_still_looking(shown, qtbot):
    dialog = shown()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_the_smallest_window_and_nothing_is_cut_off(shown, scale):
    dialog = shown(scale)
    assert dialog.width() <= 900
    assert dialog.height() <= 560
    for label in dialog.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_keyboard_moves_it_to_the_end(shown):
    dialog = shown(2.0)
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    for _ in range(60):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0


def test_the_licences_of_the_faces_can_be_read(shown, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    dialog = shown()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words.OPEN_LICENCES).click()
    assert opened == [resources.path("fonts", "licences")]


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == words.VERSION


def test_everything_that_ships_is_named_with_its_licence():
    locked = re.findall(r"^([a-z0-9-]+)==", (HOUSE / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name.lower() for names, _ in words.LIBRARIES for name in re.split("、", names)} | {"pyside6-essentials"}
    assert len(locked) > 30
    assert set(locked) - NOT_SHIPPED - named == set()
