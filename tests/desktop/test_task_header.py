"""The head of a task and its row in the tree: titles, words and figures that have the room they need."""

import pytest
from PySide6.QtGui import QFontMetrics

from db import action_edits, lifecycle
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
