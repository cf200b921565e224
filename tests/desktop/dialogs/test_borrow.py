"""Another county's breakdown in the window: its file chosen, its actions ticked by keyboard, taken over as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu

from db import actions, connection
from desktop.dialogs.borrow import Borrow
from desktop.words import pasting as words
from tests.builders import add, copied, rows
from tests.desktop.conftest import settle

Key = Qt.Key


@pytest.fixture
def other(sample_file, tmp_path):
    folder = tmp_path / "邻县"
    folder.mkdir()
    return copied(sample_file, folder)


@pytest.fixture
def county(opened):
    opened.desk.page.show_task(5)
    return opened


def dialog(program, kind=Borrow):
    settle()
    return next((d for d in program.window.findChildren(QDialog) if isinstance(d, kind) and d.isVisible()), None)


def borrow(program, path, task=5):
    program.desk.page._borrowing.borrow(path, task)
    return dialog(program)


def ticked(box):
    found = []

    def look(row):
        if row.checkState(0) == Qt.CheckState.Checked:
            found.append(row.text(0))
        for number in range(row.childCount()):
            look(row.child(number))

    for number in range(box.tree.topLevelItemCount()):
        look(box.tree.topLevelItem(number))
    return found


def test_the_menu_asks_for_a_file_and_enter_takes_what_is_proposed(county, other):
    before = rows(county.session.checklist)
    county.panel._more.click()
    menu = next(menu for menu in county.panel.findChildren(QMenu) if menu.isVisible())
    entry, = [action for action in menu.actions() if action.text() == words.BORROW]
    entry.trigger()
    menu.close()
    chooser = dialog(county, QFileDialog)
    chooser.fileSelected.emit(str(other))
    chooser.reject()
    box = dialog(county)
    assert box._main.text() == "借鉴6项"
    QTest.keyClick(box.focusWidget(), Key.Key_Return)
    settle()
    assert len(county.actions) == 6
    assert county.table.current() == county.actions[0]
    county.desk.undo()
    assert rows(county.session.checklist) == before


def test_space_ticks_with_what_stands_below_and_above(county, other):
    box = borrow(county, other)
    box.none.click()
    assert box._main.text() == words.BORROW_NONE
    parent = box.tree.topLevelItem(0).child(0)
    box.tree.setFocus()
    box.tree.setCurrentItem(parent.child(1))
    QTest.keyClick(box.tree, Key.Key_Space)
    assert ticked(box) == [parent.text(0), parent.child(1).text(0)]
    box.tree.setCurrentItem(parent)
    QTest.keyClick(box.tree, Key.Key_Space)
    assert ticked(box) == []
    QTest.keyClick(box.tree, Key.Key_Space)
    assert len(ticked(box)) == 3
    assert box._main.text() == "借鉴3项"
    box.reject()


def test_all_that_have_nothing_yet_come_at_once(county, other):
    add(county.session.checklist, title="已经有了", task=4)
    box = borrow(county, other)
    box.scopes[1][0].click()
    heads = [box.tree.topLevelItem(n).text(0) for n in range(box.tree.topLevelItemCount())]
    assert len(heads) == 16
    assert not [head for head in heads if head.startswith("（四）")]
    number = len(ticked(box))
    box.accept()
    settle()
    assert len(actions.all(county.session.checklist)) == number + 1
    assert f"借鉴{number}项" in county.window.toast.text


def test_what_is_there_is_not_proposed_again(county, other):
    borrow(county, other).accept()
    settle()
    box = borrow(county, other)
    assert ticked(box) == []
    assert box.tree.topLevelItem(0).child(0).text(4).startswith("已有532-05-01")
    assert not box._main.isEnabled()
    box.accept()
    assert box.isVisible()
    box.reject()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(county, other, empty_file, tmp_path):
    opened = connection.open(other, by="王芳")
    assert borrow(county, other) is None
    assert "正被另一个窗口或另一台电脑打开" in county.window.toast.text
    opened.close()
    assert borrow(county, county.session.checklist.path) is None
    assert "就是现在打开的清单" in county.window.toast.text
    (tmp_path / "空").mkdir()
    empty = copied(empty_file, tmp_path / "空")
    assert borrow(county, empty) is None
    assert "没有可以借鉴的行动" in county.window.toast.text
    assert QApplication.activeModalWidget() is None
