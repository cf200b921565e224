"""The rail: reached and used by keyboard, never cut, readable in every look."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.icons import Icons
from desktop.look import Look
from desktop.rail import Rail
from desktop.theme import SCALES
from tests.desktop.test_journeys import press

Key = Qt.Key
ITEMS = {"tasks": "任务", "ledger": "台账", "chart": "时间轴", "units": "单位", "reports": "报告", "history": "记录"}


@pytest.fixture
def make(qtbot):
    def make(scale=1.0, height=600):
        look = Look("light", scale)
        rail = Rail(look, Icons(look))
        rail.icons = look  # lives as long as the rail
        for key, word in ITEMS.items():
            rail.add_item(key, word, "list-tree")
        rail.show_current("tasks")
        rail.resize(rail.width(), height)
        qtbot.addWidget(rail)
        rail.show()
        return rail

    return make


def test_items_have_the_size_of_the_design(make):
    rail = make()
    QApplication.processEvents()
    places = [item.geometry() for item in rail.items.values()]
    assert rail.width() == 68
    assert places[:2] == [QRect(6, 2, 56, 54), QRect(6, 58, 56, 54)]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("height", [600, 440, 300])
def test_items_get_lower_and_are_never_cut(make, scale, height):
    rail = make(scale, height)
    QApplication.processEvents()
    places = [item.geometry() for item in rail.items.values()]
    assert places[-1].bottom() < height
    assert all(a.bottom() < b.top() for a, b in pairwise(places))
    assert {place.width() for place in places} == {round(56 * scale)}
    for item in rail.items.values():
        item.show_badge(120)
        assert not item.grab().isNull()


def test_the_arrows_walk_and_enter_chooses(qtbot, make):
    rail = make()
    rail.activateWindow()
    assert QTest.qWaitForWindowActive(rail)
    chosen = []
    rail.chosen.connect(chosen.append)
    rail.setFocus(Qt.FocusReason.TabFocusReason)
    assert rail.items["tasks"].hasFocus()
    press(qtbot, Key.Key_Up)
    assert rail.items["tasks"].hasFocus(), "there is none above"
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    assert rail.items["chart"].hasFocus()
    assert chosen == []
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Space)
    assert chosen == ["chart", "chart"]
    assert rail.items["tasks"].isChecked(), "until the page has been turned to"


def test_tab_comes_to_the_page_in_view_alone(make):
    rail = make()
    rail.show_current("units")
    assert [key for key, item in rail.items.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["units"]
    assert rail.focusProxy() is rail.items["units"]


def test_a_screen_reader_is_told_what_the_eye_sees(make):
    item = make().items["ledger"]
    assert item.toolTip() == "台账 Ctrl+2"
    item.show_badge(3)
    told = QAccessible.queryAccessibleInterface(item)
    assert "3" in told.text(QAccessible.Text.Name)
    item.show_badge(0)
    assert told.text(QAccessible.Text.Name) == "台账"


def test_the_badge_is_painted(make):
    item = make().items["ledger"]
    before = item.grab().toImage()
    item.show_badge(3)
    with_badge = item.grab().toImage()
    assert with_badge != before
    item.show_badge(0)
    assert item.grab().toImage() == before
