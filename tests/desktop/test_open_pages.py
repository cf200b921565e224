"""Turning between pages: what is built when, what is kept, and what keeps the user where he is."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from db import action_edits
from desktop import words
from desktop.models.action_tree import Column
from desktop.pages.page import Page
from desktop.pages.table import PAGES, PageRow
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key = Qt.Key
REASON = "还没有写完。"


class Notes(Page):
    """A second page: one line, which may not be left while it ends in …"""

    kept = ("text",)
    made = 0

    def __init__(self, context):
        super().__init__()
        Notes.made += 1
        self.context = context
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_at(self, *_, text=""):
        self.line.setText(text)

    def settle(self):
        return REASON if self.line.text().endswith("…") else ""

    def state(self):
        return {"text": self.line.text(), "cursor": self.line.cursorPosition()}

    def restore(self, state):
        self.line.setText(str(state.get("text", "")))
        self.line.setCursorPosition(state.get("cursor", 0))

    def regions(self):
        return [self.line]


def every_action(context):
    return context.standing.total.actions


@pytest.fixture
def two(program, sample_file):
    """The program with a page of notes beside the tasks."""
    Notes.made = 0
    program.pages = (PAGES[0], PageRow("notes", "记事", "file-text", Notes, every_action))
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    return program.start(path)


def test_one_page_alone_has_no_rail(program, sample_file):
    program.pages = PAGES[:1]
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    program.start(path)
    assert not program.desk.pages.rail.isVisible()
    assert program.desk.page.x() == 0


def test_a_page_is_built_when_it_is_first_wanted_and_kept(two):
    assert two.desk.pages.rail.isVisible()
    tasks = two.desk.page
    assert Notes.made == 0
    two.desk.pages.rail.items["notes"].click()
    notes = two.desk.page
    assert (notes.isVisible(), tasks.isVisible(), Notes.made) == (True, False, 1)
    assert QApplication.focusWidget() is notes.line
    two.desk.pages.rail.items["tasks"].click()
    assert two.desk.page is tasks
    assert two.desk.go("notes", text="明天")
    assert two.desk.page is notes
    assert notes.line.text() == "明天"


def test_keys_turn_to_pages(qtbot, two):
    press(qtbot, Key(Key.Key_0 + len(two.pages)), Qt.KeyboardModifier.ControlModifier)
    assert two.desk.pages.key == "notes"
    press(qtbot, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert two.desk.pages.key == "tasks"


def test_a_page_that_may_not_be_left_stays_and_says_why(two):
    two.desk.go("notes", text="明天…")
    rail = two.desk.pages.rail
    rail.items["tasks"].click()
    assert two.desk.pages.key == "notes"
    assert two.window.toast.text == REASON
    assert [key for key, item in rail.items.items() if item.isChecked()] == ["notes"]
    two.desk.page.line.setText("明天")
    rail.items["tasks"].click()
    assert two.desk.pages.key == "tasks"


def test_a_refused_cell_keeps_the_tasks_page(qtbot, two):
    two.desk.page.show_task(5)
    one = next(a for a in two.actions if a.leaf)
    two.table.choose(one.id, Column.PERCENT)
    two.table.setFocus()
    press(qtbot, Key.Key_Return, on=two.table)
    enter(QApplication.focusWidget(), "300")
    qtbot.mouseClick(two.desk.pages.rail.items["notes"], Qt.MouseButton.LeftButton)
    assert two.desk.pages.key == "tasks"
    assert two.window.toast.text == words.REFUSED_LEFT
    settle()
    assert QApplication.focusWidget().text() == "300"
    QApplication.focusWidget().setText("30")
    qtbot.mouseClick(two.desk.pages.rail.items["notes"], Qt.MouseButton.LeftButton)
    assert two.desk.pages.key == "notes"
    assert next(a for a in two.desk.standing.actions[5] if a.id == one.id).percent == 30


def test_the_page_and_what_it_kept_come_back_after_a_restart(two):
    two.desk.page.show_task(20)
    two.desk.go("notes", text="12")
    two.again()
    assert two.desk.pages.key == "notes"
    assert two.desk.page.line.text() == "12"
    assert two.desk.page.line.cursorPosition() == 0, "only what is to be kept"
    two.desk.go("tasks")
    assert two.desk.page.view.task == 20


def test_a_page_that_is_gone_gives_way_to_the_first(two):
    two.desk.go("notes")
    two.pages = None
    two.again()
    assert two.desk.pages.key == "tasks"


def test_a_new_look_builds_only_the_page_in_view_and_loses_nothing(two):
    two.desk.page.show_task(20)
    two.desk.go("notes", text="明天")
    two.desk.page.line.setCursorPosition(1)
    for mode in ("dark", "light"):
        two.app.look.set(mode=mode)
        settle()
        assert two.desk.pages.key == "notes"
        assert (two.desk.page.line.text(), two.desk.page.line.cursorPosition()) == ("明天", 1)
        assert len(two.desk.pages._pages) == 1
    two.desk.go("tasks")
    assert two.desk.page.view.task == 20


def test_search_and_undo_turn_to_the_tasks(qtbot, two):
    one = next(a for a in two.desk.standing.actions[5] if a.leaf)
    two.session.run(action_edits.rename, one.id, "改了名")
    two.desk.go("notes")
    two.app.acts["undo"].trigger()
    assert two.desk.pages.key == "tasks"
    assert [a.id for a in two.table.selected()] == [one.id]
    two.desk.go("notes")
    enter(two.desk.search, "13")
    press(qtbot, Key.Key_Return, on=two.desk.search)
    assert two.desk.pages.key == "tasks"
    assert two.desk.page.view.task == 13


def test_leaving_the_search_goes_back_to_the_page_in_view(qtbot, two):
    two.desk.go("notes")
    two.desk.search.setFocus()
    press(qtbot, Key.Key_Escape, on=two.desk.search)
    assert QApplication.focusWidget() is two.desk.page.line


def test_the_number_at_an_icon_follows_every_step(two):
    item = two.desk.pages.rail.items["notes"]
    before = two.desk.standing.total.actions
    assert item.accessibleName() == words.RAIL_COUNTED.format(word="记事", n=before)
    two.session.run(action_edits.add, 5, "再办一件", today=two.app.today())
    assert item.accessibleName() == words.RAIL_COUNTED.format(word="记事", n=before + 1)


def test_f6_goes_round_rail_page_and_foot(qtbot, two):
    two.desk.go("notes")
    seen = []
    for _ in range(6):
        press(qtbot, Key.Key_F6)
        seen.append(QApplication.focusWidget())
    foot = two.desk.foot.figures["tasks"]
    line = two.app.reminding.bar.focusProxy()  # what presses today, above the page
    assert seen == [foot, two.desk.search, line, two.desk.pages.rail.items["notes"], two.desk.page.line, foot]
