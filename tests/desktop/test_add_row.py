"""The row for new actions: what it keeps for the next one, and that nothing stands in its way."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from db import names
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


def test_the_bureau_of_the_first_body_is_held_ready_and_one_key_takes_it(opened):
    row = adding(opened)
    assert (row.lead.text(), row.lead.placeholderText()) == ("", "县人社局 ↓")
    row.lead.setFocus()
    for name in ("县人社局", "县教育局", "县财政局", ""):
        QTest.keyClick(row.lead, Qt.Key.Key_Down)
        assert row.lead.text() == name
    QTest.keyClick(row.lead, Qt.Key.Key_Up)
    assert row.lead.text() == "县财政局"
    assert not row.lead.completer().popup().isVisible()


def test_nothing_is_written_that_no_key_has_taken(opened):
    row = adding(opened)
    row.title.setText("甲")
    row._ask()
    settle()
    assert opened.session.checklist.db["assignment"].count == 0
    assert "县人社局" not in names.units(opened.session.checklist)
    row.title.setText("乙")
    QTest.keyClick(row.lead, Qt.Key.Key_Down)
    QTest.keyClick(row.lead, Qt.Key.Key_Return)
    settle()
    assert "县人社局" in names.units(opened.session.checklist)


def test_what_was_typed_is_not_turned_away(opened):
    row = adding(opened)
    row.lead.setText("县民")
    QTest.keyClick(row.lead, Qt.Key.Key_Down)
    assert row.lead.text() == "县民"


def test_the_bureaus_of_the_task_come_first_in_the_list(opened):
    write(adding(opened, 8), "甲", "县白云局")
    row = adding(opened)
    row.lead.setFocus()
    assert row.lead.completer().model().stringList() == ["县人社局", "县教育局", "县财政局", "县发改局", "县白云局"]


def test_a_row_under_an_action_takes_over_its_lead(opened):
    write(adding(opened), "甲", "县民政局")
    opened.panel.start_adding(opened.panel.table.current())
    assert opened.panel.add_row.lead.placeholderText() == "牵头单位"
    opened.panel.start_adding()
    assert opened.panel.add_row.lead.placeholderText() == "县人社局 ↓"


def test_a_proposed_unit_that_is_taken_is_no_slip(opened):
    row = adding(opened)
    write(row, "甲", "县人社局")
    assert opened.window.toast.text == ""
