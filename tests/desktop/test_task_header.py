"""The head of a task and its row in the tree: titles, words and figures that have the room they need."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from db import action_edits, counterpart_edits, lifecycle, tasks, units
from desktop.models.task_tree import TaskRole
from desktop.pages.task_header import TaskHeader
from desktop.words import LEAVES_TIP
from tests.builders import TODAY
from tests.desktop.conftest import settle


@pytest.fixture
def header(opened):
    return opened.window.findChild(TaskHeader)


def test_a_title_hangs_only_while_it_is_one_line(opened, header):
    opened.window.resize(1366, 768)
    settle()
    assert "margin-left" in header._title.styleSheet()
    header._title.setText(header._title.text() * 4)
    header._hang()
    assert header._title.styleSheet() == "", "the second line would lose the left of its first character"
    header._title.setText("（一）短")
    header._hang()
    assert "margin-left" in header._title.styleSheet()


def test_a_title_that_comes_to_wrap_hangs_no_longer(opened, header):
    opened.window.resize(1366, 768)
    settle()
    text = header._title.text()
    narrow = QFontMetrics(header._title.font()).horizontalAdvance(text) // 2
    header._title.resize(narrow, header._title.height())
    assert header._title.styleSheet() == ""


def test_a_word_in_the_place_of_figures_has_the_room_it_needs(opened):
    tree = opened.desk.page.panel.tree
    index = opened.desk.page.panel.model.index_of(5)
    word = QFontMetrics(opened.app.look.theme.font(12)).horizontalAdvance("无有效行动")
    before = tree.delegate._figures_room(index)
    opened.session.run(action_edits.add, 5, "甲", today=TODAY, lead="县人社局", due="年底前")
    opened.session.run(lifecycle.stop, [1], "cancelled", reason="并入", confirmer="王芳", today=TODAY)
    assert index.data(TaskRole.TALLY).state == "no_valid"
    assert tree.delegate._figures_room(index) > max(word, before)
    tree.delegate.narrow = True
    assert tree.delegate._figures_room(index) == 0


def test_every_number_of_actions_says_that_parents_are_not_counted_twice(opened):
    parent = opened.session.run(action_edits.add, 5, "总", today=TODAY).inserted("action")
    opened.session.run(action_edits.add, 5, "分", today=TODAY, parent=parent, lead="县人社局")
    opened.desk.go("tasks", task=5)
    assert opened.panel._number.text() == "1"
    assert opened.panel._number.toolTip() == LEAVES_TIP
    foot = opened.desk.foot.figures["actions"]
    assert (foot.text(), LEAVES_TIP in foot.toolTip()) == ("行动1", True)
    opened.desk.go("ledger")
    assert opened.desk.page.bar._number.toolTip() == LEAVES_TIP


def test_without_a_lead_is_called_so_wherever_it_is_counted(opened):
    opened.session.run(action_edits.add, 5, "甲", today=TODAY)
    opened.desk.go("tasks", task=5)
    figure = opened.panel._figures.figures["without_lead"]
    assert figure.text() == "缺牵头1"
    figure.click()
    assert opened.desk.pages.key == "ledger"
    assert opened.desk.page.model.number == 1


def test_the_number_of_tasks_is_of_those_that_are_shown(opened):
    panel = opened.desk.page.panel
    opened.session.run(action_edits.add, 5, "甲", today=TODAY)
    assert panel._number.text() == "28"
    panel.show_only("undivided")
    assert panel._number.text() == "27"
    opened.session.run(action_edits.add, 6, "乙", today=TODAY)
    assert panel._number.text() == "26"


def shown(header):
    return [(chip.name, chip.after) for chip in header.bodies._chips]


def test_every_body_is_shown_with_the_bureau_it_ends_in(opened, header):
    opened.desk.go("tasks", task=tasks.numbered(opened.session.checklist, 5).id)
    assert shown(header) == [
        ("人力资源社会保障部", "县人社局"), ("教育部", "县教育局"), ("财政部", "县财政局"),
        ("省级有关部门", "由省级对应部门布置"),
    ]  # fmt: skip
    assert header.bodies.accessibleName().startswith("责任主体：人力资源社会保障部，本县单位：县人社局")


def test_a_body_without_a_bureau_says_so(opened, header):
    number = next(task.number for task in tasks.all(opened.session.checklist) if "国铁集团" in task.bodies)
    opened.desk.go("tasks", task=tasks.numbered(opened.session.checklist, number).id)
    chip = next(chip for chip in header.bodies._chips if chip.name == "国铁集团")
    assert (chip.after, chip.ink) == ("无对应单位", "text3")
    assert "可由交通或发改对接" in chip.tip


def test_another_bureau_is_shown_at_once_and_after_undo(opened, header):
    opened.desk.go("tasks", task=tasks.numbered(opened.session.checklist, 5).id)
    opened.session.run(counterpart_edits.choose, "教育部", "县教体局", on=TODAY)
    assert ("教育部", "县教体局") in shown(header)
    opened.session.undo()
    assert ("教育部", "县教育局") in shown(header)
    opened.session.run(units.add, "县教育体育局")
    assert ("教育部", "县教育体育局") in shown(header)
    one = units.named(opened.session.checklist, "县教育体育局")
    opened.session.run(units.end, one.id, "2020-06-01")
    assert ("教育部", "县教育体育局（已停用）") in shown(header)


@pytest.mark.parametrize("size", [(1000, 768), (900, 700)])
def test_many_bodies_take_two_lines_until_they_are_unfolded(opened, header, size):
    opened.window.resize(*size)
    opened.desk.go("tasks", task=tasks.numbered(opened.session.checklist, 4).id)
    header._folded.setChecked(True)
    settle()
    row, line = header.bodies, opened.app.look.theme.px(31)
    low = row.height()
    assert row.folded > 0
    assert low <= 2 * line
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()
    assert row.folded == 0
    assert row.height() > low
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.height() == low
