"""Rows pasted in the window: by key, by button and dropped; looked through, put right, taken back."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from db import action_edits, actions, pasted_cells, steps
from desktop.dialogs.paste_rows import PasteRows
from desktop.words import pasting as words
from tests.builders import TODAY, rows
from tests.db.test_pasting import LEDGER
from tests.desktop.conftest import settle

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def put(text):
    QGuiApplication.clipboard().setText(text)


def paste(program, text):
    """Ctrl+V where the focus is."""
    put(text)
    program.window.activateWindow()
    assert QTest.qWaitForWindowActive(program.window)
    QTest.keySequence(program.window.focusWidget(), QKeySequence("Ctrl+V"))
    settle()


def dialog(program):
    settle()
    return next((d for d in program.window.findChildren(QDialog) if d.isVisible()), None)


def toast(program):
    return program.window.toast.text if program.window.toast.isVisible() else ""


def choose(box, column, code):
    """Say by keyboard what a column is."""
    choice = box.head.boxes[column]
    choice.setFocus()
    for _ in range(choice.count()):
        if choice.currentData() == code:
            break
        wanted = choice.findData(code)
        QTest.keyClick(choice, Key.Key_Down if wanted > choice.currentIndex() else Key.Key_Up)
    settle()


@pytest.fixture
def county(opened):
    opened.desk.page.show_task(5)
    return opened


def test_ctrl_v_and_enter_make_actions_of_what_is_good(county):
    before = rows(county.session.checklist)
    county.panel.table.setFocus()
    paste(county, LEDGER)
    box = dialog(county)
    assert isinstance(box, PasteRows)
    assert [button.text() for button in box.shown.values() if button.isVisible()] == ["全部6", "可以导入3", "有问题3"]
    assert box._main.text() == "导入3行"
    QTest.keyClick(box.focusWidget(), Key.Key_Return)
    settle()
    assert dialog(county) is None
    assert [action.title for action in county.actions] == ["制定培训计划"]
    assert county.table.current().title == "制定培训计划"
    county.desk.undo()
    assert rows(county.session.checklist) == before


def test_taken_back_and_given_again_it_is_shown_with_the_actions_though_units_came_along(county):
    county.panel.table.setFocus()
    paste(county, "任务\t行动\t牵头单位\n5\t甲\t县人社局\n6\t乙\t县林业站\n5\t丙\t县外事办")
    dialog(county).accept()
    settle()
    for act, number in ((county.desk.undo, 0), (county.desk.redo, 2), (county.desk.undo, 0)):
        act()
        settle()
        assert (county.desk.pages.key, county.desk.page.view.task, len(county.actions)) == ("tasks", 5, number)
    county.desk.go("units")
    county.desk.redo()
    settle()
    assert (county.desk.pages.key, county.desk.page.view.task) == ("tasks", 5)
    county.desk.go("units")
    county.desk.undo()
    settle()
    assert county.desk.pages.key == "tasks"


def test_only_what_is_wrong_is_shown_and_taken_back_with_its_reasons(county):
    paste(county, LEDGER)
    box = dialog(county)
    box.shown["wrong"].click()
    assert [box.table.row(box.table.index(n, 0)).line for n in range(box.table.rowCount())] == [7, 8, 9]
    assert box.detail.text() == "第7行：6月没有31日，最后一天是30日。"
    box.copy.click()
    copied = pasted_cells.table(QGuiApplication.clipboard().text())
    assert copied[0][-1] == "问题"
    assert copied[1][-1] == "6月没有31日，最后一天是30日。"
    box.reject()
    assert actions.all(county.session.checklist) == []


def test_a_column_is_put_right_by_keyboard(county):
    paste(county, "甲方案\t把甲方案办好\n乙方案\t把乙方案办好")
    box = dialog(county)
    assert box.pasted.keys == ("", "title")
    choose(box, 0, "title")
    assert box.pasted.keys == ("title", "")
    choose(box, 1, "goal")
    assert box.pasted.keys == ("title", "goal")
    QTest.keySequence(box, QKeySequence("Ctrl+Return"))
    settle()
    assert [(action.title, action.goal) for action in county.actions] == [
        ("甲方案", "把甲方案办好"), ("乙方案", "把乙方案办好"),
    ]  # fmt: skip


def test_rows_that_are_there_come_again_only_when_asked(county):
    for _ in range(2):
        paste(county, "甲事\n乙事")
        box = dialog(county)
        if box._main.isEnabled():
            box.accept()
    assert box._main.text() == words.PASTE_NONE
    assert box.detail.text() == "第1行：已有532-05-01"
    box.accept()
    assert box.isVisible()
    box.twice.click()
    assert box._main.text() == "导入2行"
    box.accept()
    settle()
    assert [action.title for action in county.actions] == ["甲事", "乙事", "甲事", "乙事"]


def test_merged_cells_need_not_be_filled(county):
    paste(county, "任务\t行动\t牵头单位\n5\t甲\t县人社局\n\t乙\t")
    box = dialog(county)
    assert box.fill.isVisible()
    assert [row.new.lead for row in box.pasted.good] == ["县人社局", "县人社局"]
    box.fill.click()
    assert [row.new.lead for row in box.pasted.good] == ["县人社局", ""]
    assert box.fill.isVisible()
    box.reject()


def test_rows_without_a_task_go_where_the_user_says(county):
    county.desk.go("ledger")
    county.desk.page._pasting.take("甲事\n乙事")
    box = dialog(county)
    assert box._main.text() == words.PASTE_NONE
    assert box.detail.text() == "第1行：没有写属于哪项任务。"
    box.task.setFocus()
    QTest.keyClick(box.task, Key.Key_Down)
    assert [row.number for row in box.pasted.good] == [1, 1]
    box.accept()
    settle()
    assert [action.code for action in actions.all(county.session.checklist)] == ["532-01-01", "532-01-02"]


def test_one_line_is_the_title_of_a_new_action(county):
    paste(county, "  制定年度培训计划\n")
    assert dialog(county) is None
    assert county.panel.draft[0] == "制定年度培训计划"
    put("还有一件")
    QTest.keySequence(county.panel.add_row.title, QKeySequence("Ctrl+V"))
    assert county.panel.draft[0] == "制定年度培训计划还有一件", "a field takes what is pasted itself"


@pytest.mark.parametrize(("text", "said"), [("", words.PASTE_EMPTY), (" \n", words.PASTE_EMPTY)])
def test_an_empty_clipboard_is_told(county, text, said):
    paste(county, text)
    assert dialog(county) is None
    assert said in toast(county)


def test_one_word_over_the_ledger_is_told_where_to_go(county):
    county.session.run(action_edits.add, 5, "甲", today=TODAY)
    county.desk.go("ledger")
    county.desk.page.view.setFocus()
    paste(county, "培训")
    assert words.PASTE_ONE_LINE in toast(county)


def test_what_is_dropped_is_what_is_pasted(county):
    mime = QMimeData()
    mime.setText("甲事\n乙事")
    for place, kind in ((QPoint(5, 5), QDragEnterEvent), (QPointF(5, 5), QDropEvent)):
        event = kind(place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(county.panel, event)
        assert event.isAccepted()
    assert dialog(county)._main.text() == "导入2行"
    dialog(county).reject()


def test_while_rows_come_in_only_the_way_out_is_open(county):
    county.session.run(action_edits.add, 5, "先有的", today=TODAY)
    paste(county, "\n".join(f"行动{n}" for n in range(150)))
    box, fired, refusals = dialog(county), [], []
    zero, clock = QTimer(county.window), QTimer(county.window)
    for timer in (zero, clock):
        timer.timeout.connect(lambda: fired.append(county.session.checklist.db.conn.in_transaction))
    heard = box._heard

    def meddle(done, of):
        if done == 50:
            zero.start(0)
            clock.start(1)
            for key in (Key.Key_Return, Key.Key_Space, Key.Key_Down):
                QApplication.postEvent(box.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, key, NO_MODIFIER))
            choice = box.head.boxes[0]
            before = choice.currentData()
            QTest.mouseClick(box.twice, Qt.MouseButton.LeftButton)
            QTest.keyClick(choice, Key.Key_Down)
            QTest.qSleep(3)
            assert heard(done, of)
            assert choice.currentData() == before
            refusals.append(county.session.attempt(action_edits.add, 5, "另一件", today=TODAY)[1].code)
            refusals.append(county.session.attempt(steps.undo)[1].code)
        return heard(done, of)

    box._heard = meddle
    box.accept()
    assert refusals == ["busy", "busy"]
    assert fired == []
    QTest.qWait(10)
    assert fired
    assert not any(fired)
    assert [action.title for action in county.actions] == ["先有的", *(f"行动{n}" for n in range(150))]
    zero.stop()
    clock.stop()


def test_the_button_beside_stops_it_and_after_the_last_row_it_still_can_be(county):
    before = rows(county.session.checklist)
    paste(county, "\n".join(f"行动{n}" for n in range(60)))
    box = dialog(county)
    heard, told = box._heard, []

    def stop(done, of):
        if done == of:
            QTest.mouseClick(box._cancel, Qt.MouseButton.LeftButton)
        goes_on = heard(done, of)
        told.append(box._note.text())
        return goes_on

    box._heard = stop
    box.accept()
    assert told[-1] == words.PASTE_SAVING
    assert box.isVisible()
    assert rows(county.session.checklist) == before


def test_cancel_while_rows_come_in_leaves_nothing(county):
    before = rows(county.session.checklist)
    paste(county, "\n".join(f"行动{n}" for n in range(200)))
    box = dialog(county)
    heard = box._heard

    def stop(done, of):
        if done == 100:
            QTest.keyClick(box, Key.Key_Escape)
        return heard(done, of)

    box._heard = stop
    box.accept()
    assert box.isVisible()
    assert "取消了" in box._note.text()
    assert rows(county.session.checklist) == before
    assert steps.undoable(county.session.checklist) is None
    box._heard = heard
    box.accept()
    settle()
    assert len(county.actions) == 200
