"""编辑正文 with keys and mouse: paragraphs put differently, their figures whole, each change a step."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QMenu

from db import locking, narrative, periods
from db.words.narrative import FIGURES
from desktop.dialogs.narrative import NarrativeDialog
from desktop.widgets.figure_text import FigureText
from desktop.widgets.phrase_popup import PhrasePopup
from desktop.words import narrative as words
from reports.data import gather
from reports.options import Options
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

Key, Modifier = Qt.Key, Qt.KeyboardModifier
JUNE, PLACE = periods.parse("2020-06"), "general.tasks"


@pytest.fixture
def edit(filled):
    """Open the paragraphs of a period's report."""

    def open_(period=None):
        session, look, icons = filled.desk.session, filled.app.look, filled.app.icons
        data = gather(session.checklist, TODAY, f"{TODAY}T09:00:00", Options(period=period))
        dialog = NarrativeDialog(look, icons, session, data, filled.window)
        dialog.open()
        settle()
        return dialog

    return open_


def go(dialog, place):
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        if dialog.list.key().place == place:
            return
    raise LookupError(place)


def kept(dialog):
    return narrative.of_period(dialog._session.checklist, JUNE)


def row_text(dialog):
    return dialog.list.currentItem().text()


@pytest.fixture
def field(qtbot, filled):
    made = FigureText(filled.app.look)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("template", ["", "已完成{已完成}项{未知}{}。\n{已完成}{已完成}", "𬒗{已完成}䶮"])
def test_a_text_comes_back_as_it_was_put_in(field, template):
    field.show_template(template, {"已完成": "66"})
    assert field.template == template
    assert "66" not in field.toPlainText()
    assert field.toPlainText().count("\ufffc") == template.count("{已完成}")


def test_a_figure_is_copied_and_deleted_whole(qtbot, field):
    field.show_template("已完成{已完成}项", {"已完成": "66"})
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "已完成{已完成}项"
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.paste()
    assert field.template == "已完成{已完成}项" * 2
    press(qtbot, Key.Key_Home, Modifier.ControlModifier, on=field)
    for _ in range(3):
        press(qtbot, Key.Key_Right, on=field)
    press(qtbot, Key.Key_Delete, on=field)
    assert field.template == "已完成项已完成{已完成}项"
    press(qtbot, Key.Key_Z, Modifier.ControlModifier, on=field)
    assert field.template == "已完成{已完成}项" * 2


def test_what_is_typed_behind_a_figure_is_no_figure(qtbot, field):
    field.show_template("{已完成}", {"已完成": "66"})
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, "x")
    assert field.template == "{已完成}x"


def test_what_comes_from_elsewhere_is_plain_text(field):
    data = QMimeData()
    data.setHtml("<b>甲</b>")
    data.setText("甲{已完成}")
    field.show_template("", {"已完成": "66"})
    field.insertFromMimeData(data)
    assert field.template == "甲{已完成}"


def test_a_paragraph_is_saved_when_it_is_left(qtbot, edit):
    dialog = edit()
    go(dialog, PLACE)
    before = dialog.text.template
    assert "{已完成}" in before
    dialog.text.setFocus()
    press(qtbot, Key.Key_End, Modifier.ControlModifier, on=dialog.text)
    qtbot.keyClicks(dialog.text, "OK")
    go(dialog, "work")
    assert kept(dialog) == {PLACE: before + "OK"}
    go(dialog, PLACE)
    assert row_text(dialog).endswith("OK")
    assert dialog.list.currentItem().data(Qt.ItemDataRole.UserRole).lines[-1][0] == words.CHANGED
    assert dialog.buttons["restore"].isEnabled()
    dialog.buttons["restore"].click()
    assert kept(dialog) == {}
    assert dialog.text.template == before
    assert not dialog.buttons["restore"].isEnabled()


def test_ctrl_z_takes_back_the_steps_made_here_and_no_others(qtbot, edit):
    dialog = edit()
    before = dialog._session.undo_label()
    go(dialog, "opening")
    dialog.text.show_template(dialog.text.template, {})
    dialog.buttons["omit"].click()
    assert kept(dialog) == {"opening": ""}
    press(qtbot, Key.Key_Z, Modifier.ControlModifier, on=dialog.text)
    assert kept(dialog) == {}
    press(qtbot, Key.Key_Z, Modifier.ControlModifier, on=dialog.text)
    assert dialog._session.undo_label() == before


def test_what_is_refused_stays_in_the_field(qtbot, edit):
    dialog = edit()
    go(dialog, PLACE)
    dialog.text.insert("{乱写}")
    at = dialog.list.currentRow()
    dialog.list.setCurrentRow(0)
    assert dialog.list.currentRow() == at
    assert dialog.text.template.startswith("{乱写}")
    assert dialog.text.property("state") == "error"
    dialog.reject()
    assert dialog.isVisible()
    dialog.buttons["restore"].click()  # what is refused can be given up
    assert dialog.text.property("state") != "error"
    dialog.reject()
    assert not dialog.isVisible()


def test_a_figure_is_put_in_from_the_menu(qtbot, edit):
    dialog = edit()
    go(dialog, "task.3")
    dialog.buttons["insert"].click()
    menu = next(menu for menu in dialog.findChildren(QMenu) if menu.isVisible())
    groups = menu.findChildren(QMenu)
    assert [group.title() for group in groups] == [words.GROUP_OWN["task"], *words.GROUPS]
    groups[0].actions()[0].trigger()
    menu.hide()
    assert dialog.text.template.startswith("{本任务行动}")
    assert dialog.save()
    assert "{本任务行动}" in kept(dialog)["task.3"]


def test_every_figure_is_offered():
    from_groups = [key for keys in words.GROUPS.values() for key in keys]
    assert sorted(from_groups) == sorted(FIGURES)


def test_a_phrase_is_put_in(edit):
    dialog = edit()
    go(dialog, "next.none")
    dialog.buttons["phrases"].click()
    (popup,) = dialog.text.findChildren(PhrasePopup)
    popup._take()
    settle()
    assert dialog.text.template.endswith("。")


def test_a_closed_period_is_only_read(edit, filled):
    locking.lock(filled.desk.session.checklist, JUNE, today="2020-06-30")
    dialog = edit(JUNE)
    go(dialog, PLACE)
    assert dialog.text.isReadOnly()
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    dialog.reject()
    assert kept(dialog) == {}
