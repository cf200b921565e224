"""我的筛选 on the ledger: asked with one click, kept by name, renamed, removed, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from db import saved_filters, units
from db.ledger import Filter
from desktop.dialogs.ask_words import AskWords
from desktop.pages.saved_filters import USUAL
from desktop.words import finding as words
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

Key = Qt.Key
ASKED = Filter(unit="县人社局", timing=frozenset({"overdue"}))


@pytest.fixture
def ledger(filled):
    filled.desk.go("ledger")
    settle()
    filled.page = filled.desk.page
    return filled


def entry(menu, *path):
    """An entry of the menu by its text, within submenus."""
    if path[1:]:
        return entry(next(one for one in menu.findChildren(QMenu) if one.title() == path[0]), *path[1:])
    return next(act for act in menu.actions() if act.text() == path[0])


def names(ledger):
    return [saved.name for saved in saved_filters.all(ledger.desk.session.checklist)]


def dialog(ledger):
    return next(one for one in ledger.window.findChildren(AskWords) if one.isVisible())


def keep(qtbot, ledger, asked=ASKED, name=""):
    """Ask for something and keep it by the name proposed, or another."""
    ledger.page.ask(filter=asked)
    entry(ledger.page.saved.menu(), words.SAVE).trigger()
    settle()
    if name:
        dialog(ledger).field.setText(name)
    press(qtbot, Key.Key_Return, on=dialog(ledger).field)


def test_the_button_opens_the_menu(qtbot, ledger):
    qtbot.mouseClick(ledger.page.bar.mine, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu.accessibleName() == words.MINE
    menu.close()


@pytest.mark.parametrize("text", USUAL)
def test_what_everybody_asks_is_there_to_begin_with(ledger, text):
    entry(ledger.page.saved.menu(), text).trigger()
    assert ledger.page.model.question.filter == USUAL[text]
    assert entry(ledger.page.saved.menu(), text).isChecked()


def test_a_filter_is_kept_by_the_name_proposed_and_asked_again(qtbot, ledger):
    keep(qtbot, ledger)
    assert names(ledger) == ["县人社局、逾期"]
    ledger.page.ask(filter=Filter())
    entry(ledger.page.saved.menu(), "县人社局、逾期").trigger()
    assert ledger.page.model.question.filter == ASKED
    assert entry(ledger.page.saved.menu(), "县人社局、逾期").isChecked()


def test_nothing_asked_is_nothing_to_keep(ledger):
    menu = ledger.page.saved.menu()
    keep_it = next(act for act in menu.actions() if act.text().startswith(words.SAVE))
    assert not keep_it.isEnabled()
    assert not any(one.isEnabled() for one in menu.findChildren(QMenu))


def test_a_name_that_is_taken_is_refused_at_the_field(qtbot, ledger):
    keep(qtbot, ledger, name="我的")
    keep(qtbot, ledger, Filter(gap="due"), name="我的")
    assert dialog(ledger).isVisible()
    assert names(ledger) == ["我的"]
    dialog(ledger).reject()


def test_a_kept_filter_is_renamed_changed_and_removed_and_all_of_it_taken_back(qtbot, ledger):
    keep(qtbot, ledger, name="甲")
    entry(ledger.page.saved.menu(), words.RENAME, "甲").trigger()
    settle()
    dialog(ledger).field.setText("乙")
    press(qtbot, Key.Key_Return, on=dialog(ledger).field)
    assert names(ledger) == ["乙"]
    ledger.page.ask(filter=Filter(gap="due"))
    entry(ledger.page.saved.menu(), words.CHANGE, "乙").trigger()
    ledger.page.ask(filter=Filter())
    entry(ledger.page.saved.menu(), "乙").trigger()
    assert ledger.page.model.question.filter == Filter(gap="due")
    entry(ledger.page.saved.menu(), words.REMOVE, "乙").trigger()
    assert names(ledger) == []
    ledger.desk.undo()
    assert names(ledger) == ["乙"]


def test_a_filter_for_what_is_there_no_longer_says_so(qtbot, ledger):
    session = ledger.desk.session
    session.run(units.add, "县临时办")
    keep(qtbot, ledger, Filter(unit="县临时办"), name="临时")
    session.run(units.remove, units.named(session.checklist, "县临时办").id)
    ledger.page.ask(filter=Filter())
    entry(ledger.page.saved.menu(), "临时").trigger()
    assert "县临时办" in ledger.window.toast.text
    assert ledger.page.model.question.filter == Filter()
