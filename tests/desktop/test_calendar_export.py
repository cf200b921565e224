"""Due dates go to a calendar file from the ledger, as it is filtered, and from the file menu."""

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from db.ledger import Filter
from db.status import FINISHED
from desktop.words import calendar_file as words
from tests.desktop.conftest import settle


def choose(program, path):
    """Answer the dialog that asks where to."""
    settle()
    dialog = program.window.findChild(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "ics"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def codes(path):
    return {str(event["summary"]).partition(" ")[0] for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


@pytest.fixture
def every(filled):
    its = [action for actions in filled.desk.standing.actions.values() for action in actions]
    applicable = {key for key, task in filled.desk.standing.tasks.items() if task.applicable}
    return [one for one in its if one.leaf and one.task in applicable and one.due_on]


def test_the_ledger_exports_the_rows_it_shows(qtbot, filled, every):
    filled.desk.go("ledger", filter=Filter(unit="县公安局", role="lead"))
    qtbot.mouseClick(filled.desk.page.bar.calendar, Qt.MouseButton.LeftButton)
    choose(filled, filled.folder / "x.ics")
    wanted = {one.code for one in every if one.lead == "县公安局" and one.status not in (*FINISHED, "cancelled")}
    assert codes(filled.folder / "x.ics") == wanted
    assert filled.window.message.text.startswith(words.DONE.format(n=len(wanted)))


def test_the_menu_exports_all_that_is_open(filled, every):
    filled.app.acts["calendar"].trigger()
    choose(filled, filled.folder / "x.ics")
    left_out = (*FINISHED, "cancelled", "not_applicable")
    assert codes(filled.folder / "x.ics") == {one.code for one in every if one.status not in left_out}
    assert filled.app._settings.export_folder == filled.folder


def test_a_file_there_is_replaced_and_one_that_cannot_be_written_is_told(filled):
    path = filled.folder / "x.ics"
    path.write_text("旧的", encoding="utf-8")
    filled.app.acts["calendar"].trigger()
    choose(filled, path)
    assert codes(path)
    filled.app.acts["calendar"].trigger()
    choose(filled, filled.session.checklist.path)
    assert "不能用日历文件覆盖它" in filled.window.message.text
    filled.app.acts["calendar"].trigger()
    choose(filled, filled.folder / "没有这个文件夹" / "x.ics")
    assert filled.window.message.text.startswith("打不开“x.ics”")


def test_where_nothing_falls_due_that_is_said_and_nothing_is_asked(opened):
    opened.app.acts["calendar"].trigger()
    settle()
    assert opened.window.findChild(QFileDialog) is None
    assert opened.window.toast.text == words.NOTHING
