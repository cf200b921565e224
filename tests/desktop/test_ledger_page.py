"""The ledger page with keys and mouse: numbers open rows, cells are edited in place, nothing typed is lost."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from db import lifecycle, periods
from db.ledger import OPEN, Filter
from db.search_actions import matching
from desktop import words
from desktop.models.ledger_columns import FROZEN, KEYS, PLACE
from desktop.words import ledger as its_words
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import button, enter, press

Key = Qt.Key


@pytest.fixture
def ledger(filled):
    """The sample county's ledger in view."""
    filled.desk.go("ledger")
    settle()
    filled.page = filled.desk.page
    return filled


def shown(page):
    return [page.model.row(key) for key in page.model.keys if isinstance(key, int)]


def first(page, **conditions):
    """The first row shown that has these values, made current."""
    row = next(
        row for row in shown(page)
        if row.task.applicable and all(getattr(row.action, name) == value for name, value in conditions.items())
    )  # fmt: skip
    assert page.view.choose(row.action.id)
    page.view.setFocus()
    return row.action.id


def action(page, action_id):
    return page.model.row(action_id).action


def click_cell(qtbot, page, action_id, key, *, double=False):
    index = page.model.index(page.model.place_of(action_id), PLACE[key])
    page.view.scrollTo(index)
    place = page.view.visualRect(index).center()
    view = page.view.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    if double:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    settle()


def test_the_title_counts_the_rows(ledger):
    page = ledger.page
    counted = ledger.desk.standing.total.actions
    left_out = len(shown(page)) - counted
    assert page.bar._number.text() == f"{counted}项，另{left_out}项不计"
    assert its_words.UNCOUNTED_TIP.format(n=left_out) in page.bar._number.toolTip()
    assert len(shown(page)) == sum(a.leaf for its in ledger.desk.standing.actions.values() for a in its)


def test_quick_questions_keep_what_else_is_asked(qtbot, ledger):
    page = ledger.page
    unit = shown(page)[0].action.lead
    page.ask(filter=Filter(unit=unit))
    qtbot.mouseClick(page.bar.quick[its_words.NOT_CLOSED], Qt.MouseButton.LeftButton)
    assert page.model.question.filter == Filter(unit=unit, status=OPEN)
    qtbot.mouseClick(page.bar.quick[its_words.THIS_MONTH], Qt.MouseButton.LeftButton)
    assert page.model.question.filter == Filter(unit=unit, due=periods.at("month", TODAY))
    assert [b.isChecked() for b in page.bar.quick.values()] == [False, False, False, True]
    qtbot.mouseClick(page.bar.quick[its_words.EVERYTHING], Qt.MouseButton.LeftButton)
    assert page.model.question.filter == Filter(unit=unit)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_in_the_words_goes_on_to_the_rows_and_folds_nothing(qtbot, ledger, key):
    page = ledger.page
    page.filters.text.setFocus()
    enter(page.filters.text, "落户")
    before = shown(page)
    qtbot.keyClick(page.filters.text, key)
    assert page.view.hasFocus()
    assert shown(page) == before != []


def test_words_filter_as_they_are_typed_and_conditions_are_taken_off_again(qtbot, ledger):
    page = ledger.page
    page.filters.text.setFocus()
    enter(page.filters.text, "落户")
    assert shown(page)
    assert {row.action.id for row in shown(page)} <= matching(ledger.desk.session.checklist, "落户")
    qtbot.mouseClick(button(page.strip, "“落户”"), Qt.MouseButton.LeftButton)
    settle()
    assert page.filters.text.text() == ""
    assert page.model.question.filter == Filter()
    assert not page.strip.isVisible()


@pytest.mark.parametrize("key", ["lead", "owner", "due", "timing", "status", "percent"])
def test_a_menu_of_a_column_says_how_many_rows_a_choice_leaves(ledger, key):
    page = ledger.page
    menu = page.filters.menu(key)
    choices = [entry for entry in menu.actions() if "　" in entry.text() and not entry.text().endswith("　0")]
    assert choices
    for entry in choices[:4]:
        page.ask(filter=Filter())
        entry.trigger()
        assert entry.text().endswith(f"　{page.model.number}")
        assert page.filters.buttons[key].text() in page.filters.buttons[key].toolTip()
        assert page.strip.isVisible()
    page.filters.buttons[key].cleared.emit()
    assert page.model.question.filter == Filter()


def test_a_click_on_a_head_sorts_and_another_reverses(qtbot, ledger):
    page, head = ledger.page, ledger.page.view.head
    page.ask(group="")
    place = head.sectionViewportPosition(PLACE["due"]) + 10
    for falling in (False, True):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        days = [row.action.due_on for row in shown(page) if row.action.due_on]
        assert days == sorted(days, reverse=falling)
        assert (head._order, head._falling) == (PLACE["due"], falling)


def test_cells_are_edited_in_place_and_refused_words_stay_with_their_reason(qtbot, ledger):
    page = ledger.page
    one = first(page, status="in_progress")
    page.view.choose(one, PLACE["owner"])
    press(qtbot, Key.Key_F2, on=page.view)
    enter(QApplication.focusWidget(), "赵敏敏")
    press(qtbot, Key.Key_Return)
    assert action(page, one).owner == "赵敏敏"
    page.view.choose(one, PLACE["percent"])
    press(qtbot, Key.Key_Return, on=page.view)
    enter(QApplication.focusWidget(), "300")
    press(qtbot, Key.Key_Return)
    settle()
    assert QApplication.focusWidget().text() == "300"
    assert not ledger.desk.go("tasks")
    assert ledger.window.toast.text == words.REFUSED_LEFT
    settle()
    QApplication.focusWidget().setText(str(action(page, one).percent))
    assert ledger.desk.go("tasks")


def test_tab_goes_on_and_space_ticks(qtbot, ledger):
    page = ledger.page
    one = first(page, status="not_started")
    page.view.choose(one, PLACE["lead"])
    press(qtbot, Key.Key_Tab, on=page.view)
    assert page.view.currentIndex().column() == PLACE["owner"]
    press(qtbot, Key.Key_Space, on=page.view)
    assert action(page, one).status == "done"
    assert page.view.currentIndex().row() == page.model.place_of(one)
    ledger.desk.undo()
    assert action(page, one).status == "not_started"
    assert ledger.desk.pages.key == "ledger", "what was taken back is in view here"


def test_a_double_click_on_a_code_leads_to_the_action(qtbot, ledger):
    page = ledger.page
    one = shown(page)[3].action
    click_cell(qtbot, page, one.id, "code", double=True)
    assert ledger.desk.pages.key == "tasks"
    assert [a.id for a in ledger.table.selected()] == [one.id]


def test_a_group_folds_with_a_click_and_with_space(qtbot, ledger):
    page = ledger.page
    number = page.model.rowCount()
    place = page.view.visualRect(page.model.index(0, 0)).center()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.model.rowCount() < number
    page.view.setFocus()
    press(qtbot, Key.Key_Space, on=page.view)
    assert page.model.rowCount() == number


def test_chosen_rows_are_copied_as_a_table(qtbot, ledger):
    page = ledger.page
    ids = [row.action.id for row in shown(page)[:2]]
    click_cell(qtbot, page, ids[0], "title")
    press(qtbot, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, on=page.view)
    press(qtbot, Key.Key_C, Qt.KeyboardModifier.ControlModifier, on=page.view)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][:2] == [its_words.COLUMNS["code"], its_words.COLUMNS["title"]]
    assert [line[0] for line in lines[1:]] == [action(page, one).code for one in ids]
    assert {len(line) for line in lines} == {len(lines[0])}


def test_selection_and_place_stay_when_something_else_changes(ledger):
    page = ledger.page
    one = shown(page)[60].action.id
    page.view.choose(one)
    before = page.view.verticalScrollBar().value()
    other = next(row.action for row in shown(page)[:20] if row.action.status == "in_progress")
    ledger.session.run(lifecycle.tick, [other.id], today=TODAY)
    settle()
    assert [a.id for a in page.view.selected()] == [one]
    assert page.view.verticalScrollBar().value() == before
    page.ask(order="due", group="")
    assert [a.id for a in page.view.selected()] == [one], "another order keeps what is chosen"


def test_nothing_found_says_so_and_offers_the_way_back(qtbot, ledger):
    page = ledger.page
    page.ask(filter=Filter(text="没有这样的行动"))
    settle()
    assert page._none.isVisible()
    qtbot.mouseClick(button(page._none, its_words.CLEAR), Qt.MouseButton.LeftButton)
    assert not page._none.isVisible()
    assert shown(page)


def test_an_empty_ledger_leads_to_the_first_task(qtbot, opened):
    opened.desk.go("ledger")
    settle()
    qtbot.mouseClick(button(opened.desk.page, its_words.EMPTY_DO), Qt.MouseButton.LeftButton)
    assert opened.desk.pages.key == "tasks"


def test_a_figure_of_a_task_opens_its_rows(qtbot, filled):
    task = next(key for key, tally in filled.desk.standing.tallies.items() if tally.overdue)
    filled.desk.page.show_task(task)
    settle()
    qtbot.mouseClick(filled.panel._figures.figures["overdue"], Qt.MouseButton.LeftButton)
    page = filled.desk.page
    assert page.model.question.filter == Filter(task=task, figure="overdue")
    assert page.model.number == filled.desk.standing.tallies[task].overdue


def test_columns_order_and_widths_are_remembered(program, sample_file):
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    program.start(path)
    program.window.resize(1366, 736)
    program.desk.go("ledger")
    page = program.desk.page
    page.layout_of_columns.turn("supporting")
    page.layout_of_columns.turn("latest")
    page.view.head.moveSection(page.view.head.visualIndex(PLACE["owner"]), 2)
    page.view.setColumnWidth(PLACE["lead"], 150)
    page.ask(group="lead", order="due", falling=True, filter=Filter(text="落户"))
    settle()
    program.again()
    page = program.desk.page
    assert program.desk.pages.key == "ledger"
    assert (page.model.question.group, page.model.question.order, page.model.question.falling) == ("lead", "due", True)
    assert page.model.question.filter == Filter(), "what was asked is not remembered"
    assert {"supporting"} == page.layout_of_columns.shown - {"latest"} - set(KEYS[:9])
    assert page.view.head.visualIndex(PLACE["owner"]) == FROZEN
    assert page.view.columnWidth(PLACE["lead"]) == 150


def test_a_new_look_keeps_the_question(ledger):
    ledger.page.ask(filter=Filter(text="落户"), group="")
    ledger.app.look.set(mode="dark")
    settle()
    page = ledger.desk.page
    assert (page.model.question.filter, page.model.question.group) == (Filter(text="落户"), "")
    assert page.filters.text.text() == "落户"


def test_what_yields_in_a_narrow_window(ledger):
    page = ledger.page

    def there():
        settle()
        return {KEYS[column] for column in range(len(KEYS)) if not page.view.isColumnHidden(column)}

    ledger.window.resize(1366, 700)
    assert "latest" in there()
    ledger.window.resize(1180, 700)
    assert "latest" not in there()
    ledger.window.resize(900, 560)
    ledger.app.look.set(scale=1.25)
    settle()
    page = ledger.desk.page
    assert page.view.head.visualIndex(PLACE["timing"]) == FROZEN


def test_the_first_columns_stay_while_the_others_are_scrolled(qtbot, ledger):
    page = ledger.page
    ledger.window.resize(900, 600)
    for key in ("supporting", "goal", "task"):
        page.layout_of_columns.turn(key)
    settle()
    one = shown(page)[2].action.id
    page.view.choose(one, PLACE["task"])
    assert page.view.head.offset() > 0
    rect = page.view.visualRect(page.model.index(page.model.place_of(one), PLACE["code"]))
    assert rect.left() == 0
    assert page.view.indexAt(rect.center()).column() == PLACE["code"]
    seen = page.view.visualRect(page.view.currentIndex())
    assert seen.left() >= page.view.head.frozen_width() - 1


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (1366, 1.0), (1366, 1.5), (1366, 2.0)])
def test_nothing_of_the_bar_is_cut_where_the_window_is_narrow(ledger, width, scale):
    ledger.app.look.set(scale=scale)
    ledger.window.resize(width, 736)
    settle()
    bar = ledger.desk.page.bar
    parts = (*bar.quick.values(), bar.mine, bar.group, bar.columns, bar.paste, bar.calendar, bar._number)
    for part in filter(QWidget.isVisible, parts):
        assert part.width() >= part.sizeHint().width(), part.accessibleName() or part.text()
        assert part.geometry().right() < bar.width()
    assert bar.group.accessibleName() == its_words.GROUP["part"]


def test_the_bar_gives_way_to_any_window_and_takes_the_room_back(ledger):
    ledger.app.look.set(scale=2.0)
    ledger.window.resize(1366, 736)
    settle()
    for width in (700, 560, 1000, 1366):
        ledger.window.resize(width, 560)
        settle()
    bar = ledger.desk.page.bar
    assert bar.calendar.geometry().right() < bar.width()
