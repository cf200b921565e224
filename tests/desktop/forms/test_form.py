"""The form beside the tasks: when it is there, what it shows, how one gets in and out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from db import action_edits, lifecycle, tasks
from desktop.words import form as words
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

Key = Qt.Key


@pytest.fixture
def wide(filled):
    """The sample county in a window with room for three columns."""
    filled.window.resize(1366, 740)
    filled.desk.page.show_task(5)
    settle()
    return filled


@pytest.fixture
def narrow(filled):
    """The sample county in the smallest window."""
    filled.window.resize(900, 560)
    filled.desk.page.show_task(5)
    settle()
    return filled


def form(program):
    return program.desk.page.form.form


def test_the_form_stands_beside_the_task_and_follows_the_table(wide):
    page = wide.desk.page
    assert page.form.isVisible()
    for action in wide.actions[:3]:
        wide.table.choose(action.id)
        assert form(wide).action == action
        assert form(wide).head._code.text() == action.code


def test_a_task_without_actions_has_no_form(wide):
    page = wide.desk.page
    empty = next(task for task, its in wide.desk.standing.actions.items() if not its)
    page.show_task(empty)
    assert not page.form.isVisible()
    page.show_task(5)
    assert page.form.isVisible()
    assert form(wide).action.task == 5


def test_it_is_closed_and_opened_again(qtbot, wide):
    page = wide.desk.page
    assert page.splitter.sizes()[2] == 324
    form(wide).head._close.click()
    settle()
    assert not page.form.isVisible()
    assert QApplication.focusWidget() is wide.table
    wide.again()
    wide.window.resize(1366, 740)
    wide.desk.page.show_task(5)
    settle()
    assert not wide.desk.page.form.isVisible(), "closed is remembered"
    wide.table.setFocus()
    press(qtbot, Key.Key_Return)
    assert wide.desk.page.form.isVisible()
    assert form(wide).isAncestorOf(QApplication.focusWidget()) or form(wide).hasFocus()
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is wide.table
    assert wide.desk.page.form.isVisible(), "beside the task it stays"


def test_a_double_click_on_the_code_opens_it(qtbot, wide):
    page = wide.desk.page
    form(wide).head._close.click()
    settle()
    row = wide.table.visualRect(wide.panel.model.index_of(wide.actions[1].id))
    left = Qt.MouseButton.LeftButton
    place = row.bottomLeft()
    place += type(place)(80, -10)
    qtbot.mouseClick(wide.table.viewport(), left, pos=place)
    qtbot.mouseDClick(wide.table.viewport(), left, pos=place)
    settle()
    assert page.form.isVisible()
    assert form(wide).action.id == wide.actions[1].id


def test_in_a_small_window_it_takes_the_place_of_the_task(qtbot, narrow):
    page = narrow.desk.page
    assert (page.view.isVisible(), page.form.isVisible()) == (True, False)
    narrow.table.choose(narrow.actions[1].id)
    narrow.table.setFocus()
    press(qtbot, Key.Key_Return)
    assert (page.panel.isVisible(), page.view.isVisible(), page.form.isVisible()) == (True, False, True)
    back = next(b for b in form(narrow).findChildren(QPushButton) if b.text() == words.BACK.format(label="五"))
    back.click()
    settle()
    assert (page.view.isVisible(), page.form.isVisible()) == (True, False)
    assert QApplication.focusWidget() is narrow.table
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Escape)
    assert (page.view.isVisible(), page.form.isVisible()) == (True, False)
    narrow.window.resize(1366, 740)
    settle()
    assert (page.view.isVisible(), page.form.isVisible()) == (True, True)


def test_the_head_says_how_the_action_stands(wide):
    one = next(a for a in wide.actions if a.leaf and a.status == "not_started")
    wide.table.choose(one.id)
    head = form(wide).head
    assert head._state.text() == "未启动"
    wide.session.run(lifecycle.set_percent, one.id, 10)
    assert head._state.text() == "正在推进"
    wide.session.undo()
    assert head._state.text() == "未启动"


def test_the_lamp_of_a_parent_is_that_of_its_worst_child(wide):
    parent = next(a for a in wide.actions if not a.leaf)
    wide.table.choose(parent.id)
    assert form(wide).head.accessibleName() == f"{parent.code}，临期，正在推进"
    child = next(a for a in wide.actions if a.parent == parent.id and a.status == "in_progress")
    wide.session.run(lifecycle.set_status, [child.id], "done", today="2020-06-18")
    assert form(wide).head.accessibleName() == f"{parent.code}，待销号，已完成待销号"
    wide.session.run(tasks.mark_not_applicable, 5, "与本县无关", "王芳")
    assert form(wide).head.accessibleName().split("，")[1] == "不适用"


def test_the_history_follows_every_step(wide):
    one = next(a for a in wide.actions if a.leaf and a.status == "not_started")
    wide.table.choose(one.id)
    tabs = form(wide).tabs
    tabs.turn("history")
    wide.session.run(action_edits.rename, one.id, "改了名")
    wide.session.run(lifecycle.set_percent, one.id, 10)
    told = tabs.page("history").text.text()
    assert f"行动：{one.title} → 改了名" in told
    assert "办理状态：未启动 → 正在推进" in told
    wide.session.undo()
    assert "撤销：办理状态：正在推进 → 未启动" in tabs.page("history").text.text()


def test_the_last_action_deleted_takes_the_form_away(wide):
    page = wide.desk.page
    standing = wide.desk.standing
    empty = next(task for task, its in standing.actions.items() if not its and standing.tasks[task].applicable)
    page.show_task(empty)
    made = wide.session.run(action_edits.add, empty, "摸底", today="2020-06-18")
    page.show_task(empty, made.inserted("action"))
    assert page.form.isVisible()
    wide.panel.commands.actions["delete"].trigger()
    settle()
    assert not page.form.isVisible()
    wide.app.acts["undo"].trigger()
    settle()
    assert page.form.isVisible()
    assert form(wide).action.title == "摸底"
