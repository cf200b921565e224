"""The search field: what is found while typing, led by the keyboard to the task, the action or the ledger."""

import pytest
from PySide6.QtCore import Qt

from db.ledger import Filter
from db.search import Marked
from desktop.delegates.search_delegate import LINE_ROLE, parts
from desktop.words import finding as words
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key = Qt.Key


@pytest.fixture
def box(filled):
    """The search field of the sample county, with somebody in it."""
    filled.app.acts["search"].trigger()
    settle()
    return filled.desk.search


def ask(box, text):
    """Type something else."""
    box.selectAll()
    enter(box, text)


def lines(box):
    return [box._list.item(row).data(LINE_ROLE) for row in range(box._list.count())]


def heads(box):
    return [line.title.text.split("　")[0] for line in lines(box) if line.key is None]


def current(box):
    return box._list.currentItem().data(LINE_ROLE)


def marked(text):
    return [part for part, found in parts(text) if found]


def test_results_come_by_kind_with_their_numbers_while_typing(box):
    ask(box, "落户")
    assert heads(box) == ["任务", "行动"]
    total = int(lines(box)[0].title.text.split("　")[1])
    assert total == sum(line.key is not None and line.key[0] == "tasks" for line in lines(box)) + 1 == 6
    assert all("落户" in marked(line.title) + marked(line.note) for line in lines(box) if line.key and line.title.spans)
    ask(box, "xfgj")
    assert heads(box) == ["单位", "行动"]
    assert marked(current(box).title) == ["县发改局"]


def test_a_unit_found_by_its_initials_leads_to_its_actions_in_the_ledger(qtbot, filled, box):
    ask(box, "xfgj")
    number = current(box).key[1][2]
    press(qtbot, Key.Key_Return, on=box)
    page = filled.desk.page
    assert filled.desk.pages.key == "ledger"
    assert page.model.question.filter == Filter(unit="县发改局")
    leaves = [row for row in page.model.every() if "县发改局" in row.units]
    assert len(leaves) == number
    assert box.text() == ""


def test_a_person_leads_to_his_actions(qtbot, filled, box):
    ask(box, "zhangwei")
    press(qtbot, Key.Key_Return, on=box)
    assert filled.desk.page.model.question.filter == Filter(person="张伟")


def test_all_actions_are_shown_in_the_ledger(qtbot, filled, box):
    ask(box, "農民工")
    last = lines(box)[-1]
    press(qtbot, Key.Key_Up, on=box)
    while current(box) != last:
        press(qtbot, Key.Key_Down, on=box)
    assert last.title.text == words.ALL_ACTIONS.format(n=3)
    press(qtbot, Key.Key_Return, on=box)
    model = filled.desk.page.model
    assert model.question.filter == Filter(text="農民工")
    assert len([key for key in model.keys if isinstance(key, int)]) == 3


def test_up_and_down_leave_heads_out_and_more_opens_a_kind(qtbot, box):
    ask(box, "落户")
    seen = []
    for _ in range(6):
        seen.append(current(box).key[0])
        press(qtbot, Key.Key_Down, on=box)
    assert seen == ["tasks"] * 5 + ["more"]
    press(qtbot, Key.Key_Up, on=box)
    press(qtbot, Key.Key_Return, on=box)
    assert [line.key[0] for line in lines(box) if line.key][:6] == ["tasks"] * 6
    ask(box, "落户限")
    assert not box._opened


def test_esc_leaves_and_an_empty_field_shows_nothing(qtbot, filled, box):
    ask(box, "落户")
    assert box._list.isVisible()
    ask(box, "  ")
    assert not box._list.isVisible()
    ask(box, "落户")
    press(qtbot, Key.Key_Escape, on=box)
    assert (box.text(), box._list.isVisible(), box.hasFocus()) == ("", False, False)


def test_what_is_nowhere_is_said_with_what_can_be_typed(qtbot, filled, box):
    page = filled.desk.page
    ask(box, "月球基地")
    assert [(line.title.text, line.note.text) for line in lines(box)] == [
        (words.NONE.format(text="月球基地"), words.NONE_LINE)
    ]
    press(qtbot, Key.Key_Return, on=box)
    assert filled.desk.page is page


def test_lines_are_spoken(box):
    ask(box, "13")
    assert box.accessibleName() == words.NAME
    item = box._list.currentItem()
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("任务：13　")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_was_found_is_drawn_on_a_ground_of_its_own(filled, box, mode):
    filled.app.look.set(mode=mode)
    settle()
    found = filled.desk.search
    ask(found, "落户")
    picture = found._list.viewport().grab().toImage()
    ground = filled.app.look.theme.color("amber_soft").rgb()
    row = found._list.visualItemRect(found._list.item(2))
    assert any(picture.pixel(x, row.center().y() - 8) == ground for x in range(row.left(), row.right()))


def test_a_text_falls_into_what_was_found_and_what_was_not():
    assert parts(Marked("甲乙丙", ((1, 2),))) == [("甲", False), ("乙", True), ("丙", False)]
    assert parts(Marked("甲", ((0, 1),))) == [("甲", True)]
    assert parts(Marked("")) == []
