"""The reminder at the start: once a day and file, every number a way to its rows, gone when it is waved away."""

import pytest
from PySide6.QtCore import Qt

from db import due_dates, lifecycle
from desktop.settings import Settings
from desktop.words import reminders as words
from tests.builders import TODAY, add, copied
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def bar(program):
    return program.app.reminding.bar


def shown(program):
    """What the line says, button by button; nothing while it is not seen."""
    return {kind: one.text() for kind, one in bar(program).buttons.items() if one.isVisible()}


def test_the_line_says_what_presses(filled):
    total = filled.desk.standing.total
    said = shown(filled)
    assert list(said) == ["overdue", "due_today", "due_week", "pending", "done"]
    assert said["overdue"] == f"逾期{total.overdue}项"
    assert bar(filled)._day.text() == "今天6月18日，周四"
    assert bar(filled).accessibleName().startswith("提醒：逾期6项，今天到期1项，本周还有")
    assert not filled.window.message.isVisible()


@pytest.mark.parametrize("kind", ["overdue", "due_today", "due_week", "done"])
def test_a_number_leads_to_as_many_rows_in_the_ledger(qtbot, filled, kind):
    qtbot.mouseClick(bar(filled).buttons[kind], LEFT)
    settle()
    page = filled.desk.page
    rows = [key for key in page.model.keys if isinstance(key, int)]
    assert filled.desk.pages.key == "ledger"
    assert len(rows) == getattr(filled.desk.standing.total, kind) > 0
    assert bar(filled).isVisible()


def test_what_waits_leads_to_where_it_is_decided(qtbot, filled):
    qtbot.mouseClick(bar(filled).buttons["pending"], LEFT)
    assert filled.desk.pages.key == "issue"


def test_a_period_that_is_owed_leads_to_who_has_not_reported(qtbot, program, sample_file):
    path = copied(sample_file, program.folder)
    program.start(path)
    program.app._fixed_today = "2020-07-02"
    program.desk._watch_day()
    settle()
    assert shown(program)["unreported"].startswith("2020年6月还有")
    qtbot.mouseClick(bar(program).buttons["unreported"], LEFT)
    settle()
    assert program.desk.pages.key == "progress"
    assert program.desk.page.model.period.code == "2020-06"


def test_it_comes_once_a_day_and_again_on_the_next(filled):
    assert bar(filled).isVisible()
    filled.again()
    assert shown(filled) == {}
    filled.app._fixed_today = "2020-06-19"
    filled.desk._watch_day()
    assert bar(filled).isVisible()
    assert bar(filled)._day.text() == "今天6月19日，周五"


def test_another_file_has_a_reminder_of_its_own(filled, sample_file):
    other = filled.folder / "别的县.luoshi"
    other.write_bytes(sample_file.read_bytes())
    filled.app.files.open(other)
    settle()
    assert bar(filled).isVisible()
    settings = Settings(filled.folder / "settings.ini")
    assert settings.reminded(other, TODAY)
    assert not settings.reminded(other, "2020-06-19")


def test_esc_and_the_cross_wave_it_away(qtbot, filled):
    filled.table.setFocus()
    press(qtbot, Key.Key_Escape)
    assert not bar(filled).isVisible()
    filled.app.reminding.begin(again=True)
    assert bar(filled).isVisible()
    qtbot.mouseClick(bar(filled).close_button, LEFT)
    assert not bar(filled).isVisible()
    assert filled.table.hasFocus()


def test_a_new_look_keeps_it_and_what_was_waved_away_stays_away(filled):
    filled.app.look.set(scale=1.5)
    settle()
    assert bar(filled).isVisible()
    bar(filled).hide()
    filled.app.look.set(scale=1.0)
    settle()
    assert not bar(filled).isVisible()


def test_the_numbers_follow_each_step_and_its_undo(filled):
    before = shown(filled)
    every = [action for its in filled.desk.standing.actions.values() for action in its]
    one = next(action for action in every if action.leaf and action.due_on == TODAY)
    filled.session.run(lifecycle.tick, [one.id], today=TODAY)
    assert "due_today" not in shown(filled)
    filled.session.undo()
    assert shown(filled) == before


def test_it_goes_when_nothing_presses_any_more_and_does_not_come_where_nothing_does(opened):
    assert not bar(opened).isVisible()
    one = add(opened.session.checklist, due="6月17日", lead="县人社局")
    opened.desk.standing.refresh()
    assert shown(opened) == {"overdue": "逾期1项"}
    opened.session.run(due_dates.set_due, one, "9月底前", today=TODAY)
    assert not bar(opened).isVisible()


def test_reminders_can_be_switched_off_and_on_again(filled):
    act = filled.app.acts["reminders"]
    assert act.isChecked()
    act.trigger()
    assert not bar(filled).isVisible()
    filled.app._fixed_today = "2020-06-19"
    filled.desk._watch_day()
    assert not bar(filled).isVisible()
    filled.again()
    assert not filled.app.acts["reminders"].isChecked()
    assert not bar(filled).isVisible()
    filled.app.acts["reminders"].trigger()
    assert bar(filled).isVisible()


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (1366, 1.0), (1366, 1.5), (1366, 2.0)])
def test_no_number_is_cut_where_the_window_is_narrow(filled, width, scale):
    filled.app.look.set(scale=scale)
    filled.window.resize(width, 736)
    settle()
    line = bar(filled)
    assert line.width() <= width
    for kind, button in line.buttons.items():
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), kind
            assert button.geometry().right() < line.close_button.geometry().left()


def test_f6_comes_to_the_line_and_its_numbers_are_reached_by_tab(qtbot, filled):
    line = bar(filled)
    assert line in filled.window._regions()
    line.setFocus()
    assert line.buttons["overdue"].hasFocus()
    press(qtbot, Key.Key_Tab)
    assert line.buttons["due_today"].hasFocus()
    press(qtbot, Key.Key_Space)
    settle()
    assert filled.desk.pages.key == "ledger"
    assert words.SETTING in line.close_button.toolTip()
