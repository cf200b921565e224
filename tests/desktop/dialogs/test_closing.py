"""销号, 退回, 重开, 终止 and 恢复 in the window: by menu, by key and by the cell of the state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from db import actions, closings, steps
from desktop.models.action_tree import Column
from desktop.words import closings as words
from tests.desktop.conftest import settle

Key = Qt.Key


def dialog(program):
    """The dialog that is open."""
    return next(found for found in program.window.findChildren(QDialog) if found.isVisible())


def stands(program, action):
    return actions.get(program.session.checklist, action.id).status


def one(program, status):
    """The first leaf of task 5 in a state, chosen in the table."""
    program.desk.page.show_task(5)
    found = next(action for action in program.actions if action.leaf and action.status == status)
    program.table.choose(found.id)
    program.table.setFocus()
    return found


def told(box):
    """All a dialog says."""
    return "\n".join(label.text() for label in box.findChildren(QLabel))


def complaint(box, name):
    """What is said to be wrong under a field."""
    row = box.fields[name].parentWidget()
    return "".join(label.text() for label in row.findChildren(QLabel) if label.property("kind") == "error")


def act(program, name):
    program.panel.commands.actions[name].trigger()
    settle()


def press(program, key):
    """A key on the table, once the window is the active one again."""
    program.window.activateWindow()
    assert QTest.qWaitForWindowActive(program.window)
    program.table.setFocus()
    QTest.keySequence(program.table, QKeySequence(key))
    settle()


def fill(box, **values):
    for name, value in values.items():
        field = box.fields[name]
        if name == "method":
            field.buttons[value].click()
        elif name == "reason":
            field.setPlainText(value)
        else:
            field.setText(value)


def close(program, action, confirmer="王芳"):
    program.table.choose(action.id)
    act(program, "close")
    box = dialog(program)
    fill(box, method="site", verifier="赵强", confirmer=confirmer)
    box.accept()
    settle()


def test_closing_asks_for_everything_and_says_what_was_done(filled):
    action = one(filled, "done")
    press(filled, "Ctrl+K")
    box = dialog(filled)
    assert action.claimed_by in told(box)
    assert box.fields["decided_on"].text() == "6月18日"
    for name, value, sentence in (
        ("method", "phone", "请选择核实方式。"),
        ("verifier", "赵强", "请填写核实人。"),
        ("confirmer", action.claimed_by, "请填写确认人。"),
    ):
        if name == "verifier":
            box.fields[name].clear()
        box.accept()
        assert box.isVisible()
        assert complaint(box, name) == sentence
        assert box.fields[name].hasFocus() or box.fields[name].isAncestorOf(QApplication.focusWidget())
        fill(box, **{name: value})
    box.accept()
    assert f"是{action.claimed_by}报结的" in complaint(box, "confirmer")
    fill(box, confirmer="王芳", decided_on="6月底")
    box.accept()
    assert complaint(box, "confirmer") == ""
    assert complaint(box, "decided_on") == "日期不能晚于今天。"
    fill(box, decided_on="哪天")
    box.accept()
    assert "看不懂“哪天”" in complaint(box, "decided_on")
    fill(box, decided_on="6月18日")
    box.accept()
    settle()
    assert stands(filled, action) == "closed"
    assert filled.window.toast.text == words.TOLD["close"].format(what=f"“{action.title}”")


def test_a_barrier_greys_undo_and_says_why_at_the_button_and_at_the_key(filled):
    action = one(filled, "done")
    assert filled.app.acts["undo"].isEnabled()
    close(filled, action)
    undo = filled.app.acts["undo"]
    why = steps.barrier(filled.session.checklist)
    assert not undo.isEnabled()
    assert "重开" in why
    assert undo.toolTip() == why
    filled.window.toast.hide()
    press(filled, "Ctrl+Z")
    assert filled.window.toast.text == why
    assert stands(filled, action) == "closed"
    other = one(filled, "in_progress")
    act(filled, "tick")
    assert undo.isEnabled()
    assert "标记完成" in undo.toolTip()
    press(filled, "Ctrl+Z")
    assert stands(filled, other) == "in_progress"
    assert undo.toolTip() == why


def test_ctrl_z_in_a_new_file_says_that_there_is_nothing(opened):
    QTest.keySequence(opened.window, QKeySequence("Ctrl+Z"))
    settle()
    assert opened.window.toast.text == opened.app.acts["undo"].toolTip() != ""


def test_the_state_of_a_row_leads_to_what_comes_next(qtbot, filled):
    action = one(filled, "done")
    filled.table.choose(action.id, Column.STATUS)
    qtbot.keyClick(filled.table, Key.Key_Return)
    settle()
    fill(dialog(filled), method="documents", verifier="赵强", confirmer="王芳")
    dialog(filled).accept()
    settle()
    assert stands(filled, action) == "closed"
    filled.table.choose(action.id, Column.PERCENT)
    cell = filled.table.visualRect(filled.panel.model.index_of(action.id, Column.PERCENT)).center()
    qtbot.mouseDClick(filled.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    settle()
    box = dialog(filled)
    assert "赵强查阅资料核实，王芳确认" in told(box)
    box.accept()
    assert complaint(box, "reason") == "请写明理由。"
    fill(box, reason="回访发现没有办完", confirmer="王芳")
    box.accept()
    settle()
    assert stands(filled, action) == "in_progress"
    assert "退回或重开1次" in filled.panel.model.index_of(action.id).data(Qt.ItemDataRole.ToolTipRole)


def test_several_are_closed_at_once(filled):
    tallies = filled.desk.standing.tallies
    filled.desk.page.show_task(max(tallies, key=lambda task: tallies[task].done))
    done = [action for action in filled.actions if action.leaf and action.status == "done"]
    assert len(done) > 1
    filled.table.clearSelection()
    for action in done:
        index = filled.panel.model.index_of(action.id)
        filled.table.selectionModel().select(index, filled.table.selectionModel().SelectionFlag.Select
                                             | filled.table.selectionModel().SelectionFlag.Rows)  # fmt: skip
    act(filled, "close")
    box = dialog(filled)
    assert told(box).count("报结") == min(len(done), 4)
    assert ("另有" in told(box)) == (len(done) > 4)
    fill(box, method="site", verifier="赵强", confirmer="王芳")
    box.accept()
    settle()
    assert {stands(filled, action) for action in done} == {"closed"}
    assert filled.window.toast.text.endswith(f"等{len(done)}项行动")


def test_a_claim_is_sent_back_with_its_reason(filled):
    action = one(filled, "done")
    act(filled, "send_back")
    fill(dialog(filled), reason="现场还有两处没有完工", confirmer="王芳")
    dialog(filled).accept()
    settle()
    assert stands(filled, action) == "in_progress"
    (record,) = closings.of_action(filled.session.checklist, action.id)
    assert (record.result, record.reason) == ("returned", "现场还有两处没有完工")


@pytest.mark.parametrize("kind", ["cancelled", "not_applicable"])
def test_an_action_is_stopped_and_goes_on_again(qtbot, filled, kind):
    action = one(filled, "in_progress")
    act(filled, kind)
    box = dialog(filled)
    box.accept()
    assert complaint(box, "reason") == "请写明理由。"
    fill(box, reason="上级取消了这项试点")
    box.accept()
    assert complaint(box, "confirmer") == "请填写确认人。"
    fill(box, confirmer="王芳")
    box.accept()
    settle()
    assert stands(filled, action) == kind
    tip = filled.panel.model.index_of(action.id).data(Qt.ItemDataRole.ToolTipRole)
    assert "上级取消了这项试点" in tip
    filled.table.choose(action.id, Column.PERCENT)
    qtbot.keyClick(filled.table, Key.Key_Return)
    settle()
    assert "上级取消了这项试点" in told(dialog(filled))
    dialog(filled).accept()
    settle()
    assert stands(filled, action) == "in_progress"
    filled.session.undo()
    settle()
    assert stands(filled, action) == kind
    filled.table.choose(action.id)
    act(filled, "resume")
    assert stands(filled, action) == "in_progress"
    assert filled.window.toast.text == words.TOLD["resume"].format(what=f"“{action.title}”")


def test_a_dialog_that_is_left_changes_nothing(filled):
    action = one(filled, "done")
    before = filled.session.undo_label()
    for name in ("close", "send_back"):
        act(filled, name)
        dialog(filled).reject()
        settle()
    assert stands(filled, action) == "done"
    assert filled.session.undo_label() == before


ABLE = {
    "not_started": {"tick", "cancelled", "not_applicable", "new_child"},
    "in_progress": {"tick", "cancelled", "not_applicable", "new_child"},
    "done": {"tick", "close", "send_back", "done_on", "new_child"},
    "closed": {"reopen"},
    "cancelled": {"resume"},
}


@pytest.mark.parametrize("status", ABLE)
def test_only_what_is_possible_is_offered(filled, status):
    action = one(filled, {"closed": "done", "cancelled": "in_progress"}.get(status, status))
    if status == "closed":
        close(filled, action)
    elif status == "cancelled":
        act(filled, "cancelled")
        fill(dialog(filled), reason="停建", confirmer="王芳")
        dialog(filled).accept()
        settle()
    filled.table.choose(action.id)
    asked = set().union(*ABLE.values())
    offered = {name for name, act in filled.panel.commands.actions.items() if act.isEnabled()}
    assert offered & asked == ABLE[status]
    editable = {
        column for column in Column
        if filled.panel.model.flags(filled.panel.model.index_of(action.id, column)) & Qt.ItemFlag.ItemIsEditable
    }  # fmt: skip
    by_hand = {"done": {Column.PERCENT}, "closed": set(), "cancelled": set()}
    assert editable & {Column.STATUS, Column.PERCENT} == by_hand.get(status, {Column.STATUS, Column.PERCENT})


def test_a_menu_keeps_what_is_rare_in_menus_of_its_own(filled):
    one(filled, "done")
    menu = filled.panel.commands.menu(filled.panel)
    groups = {inner.title(): inner for inner in menu.findChildren(QMenu)}
    assert set(groups) >= {words.MOVE, words.OUT_OF_COUNT}
    assert groups[words.MOVE].isEnabled()
    assert not groups[words.OUT_OF_COUNT].isEnabled()
    menu.deleteLater()


def test_what_waits_can_be_seen_alone(filled):
    filled.desk.foot.figures["done"].click()
    settle()
    assert filled.desk.pages.key == "ledger"
    model = filled.desk.page.view.model()
    shown = [row.action for row in map(model.row, model.keys) if row is not None]
    assert len(shown) == filled.desk.standing.total.done > 0
    assert {action.status for action in shown} == {"done"}
