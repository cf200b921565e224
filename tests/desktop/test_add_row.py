"""The row for new actions: what it keeps for the next one, and that nothing stands in its way."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics

from tests.desktop.conftest import settle


def adding(program, task=5):
    program.desk.go("tasks", task=task)
    program.panel.start_adding()
    settle()
    return program.panel.add_row


def write(row, title, lead):
    row.title.setText(title)
    row.lead.setText(lead)
    row._ask()
    settle()


def test_the_lead_unit_stays_for_the_next_action_of_the_task_only(opened):
    row = adding(opened)
    write(row, "甲", "县住房和城乡建设与人民防空局")
    assert (row.title.text(), row.lead.text(), row.lead.cursorPosition()) == ("", "县住房和城乡建设与人民防空局", 0)
    assert adding(opened, 5).lead.text() == "县住房和城乡建设与人民防空局"
    assert adding(opened, 6).lead.text() == ""
    assert opened.session.checklist.db["action"].count == 1


def test_the_hint_of_the_deadline_is_not_cut(opened):
    opened.window.resize(1100, 700)
    row = adding(opened)
    hint = row.due.placeholderText()
    assert row.due.width() >= QFontMetrics(row.due.font()).horizontalAdvance(hint) + opened.app.look.theme.px(40)
    assert row.due.accessibleName() == "完成时限"


def test_the_toast_makes_way_for_the_line_that_is_typed_in(opened):
    opened.window.resize(1100, 600)
    row = adding(opened)
    for number in range(14):
        write(row, f"第{number}件", "县人社局")
    toast, home = opened.window.toast, opened.window.toast.parentWidget()
    row.title.setFocus()
    toast.say("已撤销")
    line = QRect(row.title.mapTo(home, QPoint()), row.title.size())
    foot = home.height() - toast.height() - opened.app.look.theme.px(44)
    assert line.bottom() > foot, "the row stands where the toast would"
    assert not (toast.y() <= line.bottom() and line.top() <= toast.geometry().bottom())
    opened.panel.table.setFocus()
    assert toast.y() == foot


def test_a_unit_nobody_has_named_yet_is_told_for_it_may_be_a_slip(opened):
    row = adding(opened)
    write(row, "甲", "县发展改革局")
    assert opened.window.toast.text == "", "the lead office under another of its names"
    write(row, "乙", "城关镇人社局")
    assert opened.window.toast.text == "登记了新单位“城关镇人社局”，写错了请撤销"
    opened.window.toast._clicked()
    assert opened.session.checklist.db["action"].count == 1
    assert [row["name"] for row in opened.session.checklist.db["unit"].rows] == ["安岭县发展和改革局"]
