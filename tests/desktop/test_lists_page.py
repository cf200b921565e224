"""The page of the four lists with keys and mouse: every line leads on, every list is copied whole or in part."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from db import lifecycle, units
from db.lists import KINDS, Wanted
from desktop.models.list_table import Head
from desktop.words import lists as words
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import button, enter, press

Key = Qt.Key


@pytest.fixture
def lists(filled):
    """The sample county's lists in view."""
    filled.desk.go("lists")
    settle()
    filled.page = filled.desk.page
    return filled


def turn(page, kind):
    page.bar.tabs.setCurrentIndex(KINDS.index(kind))
    settle()


def lines(page):
    return [line for head in page.model.heads() for line in head.group.lines]


def choose(page, line):
    assert page.view.choose(line.key)
    page.view.setFocus()
    settle()


def place_of(page, key):
    index = page.model.index(page.model.place_of(key), 0)
    page.view.scrollTo(index)
    return page.view.visualRect(index)


def test_the_tabs_count_what_the_lists_hold(lists):
    page, total = lists.page, lists.desk.standing.total
    numbers = {}
    for kind in KINDS:
        turn(page, kind)
        numbers[kind] = {
            "tasks": sum(line.row is not None for line in lines(page)),
            "duties": len({line.group for line in lines(page)} - {""}),
        }.get(kind, len(lines(page)))
    told = [page.bar.tabs.tabText(at) for at in range(len(KINDS))]
    assert told == [f"{words.NAMES[kind]} {numbers[kind]}" for kind in KINDS]
    assert (numbers["tasks"], numbers["problems"]) == (total.actions, total.problems)


def test_enter_leads_to_the_action_of_a_line(qtbot, lists):
    page = lists.page
    line = next(line for line in lines(page) if line.row and line.task.number == 5)
    choose(page, line)
    press(qtbot, Key.Key_Return)
    settle()
    assert lists.desk.pages.key == "tasks"
    assert lists.desk.page.view.task == line.task.id
    assert lists.panel.commands is not None
    assert lists.panel.table.currentIndex().isValid()


def test_a_double_click_leads_to_a_task_that_is_not_broken_down(qtbot, lists):
    page = lists.page
    line = next(line for line in lines(page) if line.row is None)
    place = place_of(page, line.key).center()
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert (lists.desk.pages.key, lists.desk.page.view.task) == ("tasks", line.task.id)


def test_a_problem_leads_to_the_problem(qtbot, lists):
    page = lists.page
    turn(page, "problems")
    line = lines(page)[-1]
    choose(page, line)
    press(qtbot, Key.Key_Return)
    settle()
    assert lists.desk.pages.key == "problems"
    assert lists.desk.page.chosen().id == line.problem


def test_a_head_folds_by_click_and_keys_and_leads_to_its_unit(qtbot, lists):
    page = lists.page
    turn(page, "duties")
    head = next(head for head in page.model.heads() if head.group.key == "县公安局")
    area = place_of(page, head.key)
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(60, 10))
    assert page.view.current().folded
    page.view.setFocus()
    press(qtbot, Key.Key_Space)
    assert not page.view.current().folded
    press(qtbot, Key.Key_Left)
    assert page.view.current().folded
    press(qtbot, Key.Key_Right)
    assert not page.view.current().folded
    press(qtbot, Key.Key_Down)
    assert page.view.current().group == "县公安局"
    press(qtbot, Key.Key_Left)
    assert isinstance(page.view.current(), Head)
    link = page.view._delegate.link(place_of(page, head.key), head)
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    settle()
    assert lists.desk.pages.key == "units"
    assert lists.desk.page.list.current() == units.named(lists.session.checklist, "县公安局").id


def test_all_groups_fold_at_once(qtbot, lists):
    page = lists.page
    qtbot.mouseClick(page.bar.folds, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == len(page.model.heads())
    assert page.bar.folds.text() == words.UNFOLD_ALL
    qtbot.mouseClick(page.bar.folds, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == len(page.model.heads()) + len(lines(page))


def test_conditions_narrow_every_list_and_are_taken_off_again(qtbot, lists):
    page = lists.page
    page.bar.unit.setCurrentIndex(page.bar.unit.findData("县公安局"))
    page.bar.unit.activated.emit(page.bar.unit.currentIndex())
    for kind in KINDS:
        turn(page, kind)
        assert all("县公安局" in line.units for line in lines(page))
    turn(page, "duties")
    assert [head.group.key for head in page.model.heads()] == ["县公安局"]
    page.bar.text.setFocus()
    enter(page.bar.text, "查无此事")
    settle()
    assert page.bar.told() == "县公安局、“查无此事”"
    qtbot.mouseClick(button(page, words.CLEAR), Qt.MouseButton.LeftButton)
    settle()
    assert page.model.wanted == Wanted()
    assert page.bar.unit.currentIndex() == 0
    assert page.bar.text.text() == ""
    assert page.view.hasFocus()


def test_words_typed_and_enter_come_to_the_lines(qtbot, lists):
    page = lists.page
    page.bar.text.setFocus()
    enter(page.bar.text, "落户")
    press(qtbot, Key.Key_Down)
    assert page.view.hasFocus()
    assert page.view.currentIndex().isValid()
    assert all("落户" in "".join(line.cells) + line.task.title for line in lines(page))


def test_solved_problems_are_asked_for(qtbot, lists):
    page = lists.page
    assert not page.bar.solved.isVisible()
    turn(page, "problems")
    before = len(lines(page))
    qtbot.mouseClick(page.bar.solved, Qt.MouseButton.LeftButton)
    assert len(lines(page)) > before
    assert any(line.solved for line in lines(page))


def test_chosen_lines_or_the_whole_list_are_copied(qtbot, lists):
    page = lists.page
    turn(page, "duties")
    choose(page, lines(page)[1])
    press(qtbot, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = [row.split("\t") for row in QGuiApplication.clipboard().text().split("\n")]
    assert copied[0][:3] == ["责任单位", "编号", "行动"]
    assert [row[1] for row in copied[1:]] == [line.cells[0] for line in lines(page)[1:3]]
    assert lists.window.toast.text == words.COPIED.format(n=2)
    qtbot.mouseClick(page.bar.copy, Qt.MouseButton.LeftButton)
    assert len(QGuiApplication.clipboard().text().split("\n")) == len(lines(page)) + 1
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_list_in_view_follows_a_step_and_its_undo(lists):
    page = lists.page
    line = next(line for line in lines(page) if line.row and line.row.action.status == "in_progress")
    choose(page, line)
    lists.session.run(lifecycle.tick, [line.row.action.id], today=TODAY)
    now = next(one for one in lines(page) if one.key == line.key)
    assert now.cells[-1] == "已完成待销号"
    assert page.view.current().key == line.key
    lists.desk.undo()
    settle()
    assert lists.desk.pages.key == "lists"
    assert next(one for one in lines(page) if one.key == line.key) == line


def test_a_list_that_was_out_of_view_is_up_to_date_when_it_comes_back(lists):
    page = lists.page
    line = next(line for line in lines(page) if line.row and line.row.action.status == "in_progress")
    lists.desk.go("tasks")
    lists.session.run(lifecycle.tick, [line.row.action.id], today=TODAY)
    lists.desk.go("lists")
    assert next(one for one in lines(page) if one.key == line.key).cells[-1] == "已完成待销号"


@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_empty_list_says_what_it_is_for_and_leads_on(qtbot, opened, kind):
    opened.desk.go("lists")
    page = opened.desk.page
    turn(page, kind)
    head, line, deed, target = words.EMPTY[kind]
    qtbot.mouseClick(button(page, deed), Qt.MouseButton.LeftButton)
    settle()
    assert opened.desk.pages.key == target
    assert head != line


def test_the_list_of_tasks_shows_what_nobody_has_broken_down(opened):
    opened.desk.go("lists")
    page = opened.desk.page
    assert [line.cells[1] for line in lines(page)] == ["未分解"] * 28
    assert page.bar._number.text() == "0项行动"


def test_list_and_conditions_outlive_a_new_look_and_the_list_a_restart(lists):
    page = lists.page
    turn(page, "measures")
    page.bar.text.setText("督导")
    choose(page, lines(page)[0])
    key = page.view.current().key
    lists.app.look.set(scale=1.5)
    settle()
    again = lists.desk.page
    assert again is not page
    assert (again.model.kind, again.model.wanted.text, again.view.current().key) == ("measures", "督导", key)
    lists.again()
    assert lists.desk.page.model.kind == "measures"
    assert lists.desk.page.model.wanted == Wanted()


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (1366, 1.0), (1366, 1.5), (1366, 2.0)])
def test_the_columns_fill_the_width_and_are_never_wider(lists, width, scale):
    lists.app.look.set(scale=scale)
    lists.window.resize(width, 736)
    settle()
    page = lists.desk.page
    for kind in KINDS:
        turn(page, kind)
        room = page.view.viewport().width()
        used = sum(page.view.columnWidth(at) for at in page.view._shown())
        assert room - 8 <= used <= room
        head = page.model.heads()[0]
        assert place_of(page, head.key).width() == room


def test_the_menu_offers_where_a_line_leads(lists):
    page = lists.page
    turn(page, "problems")
    choose(page, lines(page)[0])
    menu = page.menu()
    assert [act.text() for act in menu.actions()] == [words.GO_TO_PROBLEM, words.GO_TO_ACTION, words.COPY_ROWS]
    menu.actions()[1].trigger()
    settle()
    assert lists.desk.pages.key == "tasks"
