"""The rules a county judges by, in the window: settings, days off, lamps, pace, moved dates, a clock set back."""

import shutil
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from db import actions, connection, due_dates, holidays, settings, status
from db.yardstick import LAMPS
from desktop import countdown, lamps, wording
from desktop.dialogs.holidays import HolidaysDialog
from desktop.dialogs.paste_holidays import PasteHolidays
from desktop.dialogs.settings import SettingsDialog
from desktop.forms import notes
from desktop.models.action_tree import Column
from desktop.models.ledger_columns import KEYS
from desktop.models.ledger_table import LedgerModel
from desktop.models.standing import Standing
from desktop.theme import LAMP_COLOURS, MODES, Theme
from desktop.widgets.date_popup import DatePopup
from desktop.words import rules
from tests.builders import TODAY, action, add, yard
from tests.desktop.conftest import settle
from tests.desktop.test_look import GROUNDS, contrast

NOTICE = "2027年节假日安排\n国庆节：10月1日至7日放假调休，共7天。9月26日（周日）、10月9日（周六）上班。"


def dialog(program, kind):
    settle()
    return next(found for found in program.window.findChildren(kind) if found.isVisible())


def ask_settings(program):
    program.app.acts["settings"].trigger()
    return dialog(program, SettingsDialog)


def ask_holidays(program, year=2020):
    program.app.acts["holidays"].trigger()
    made = dialog(program, HolidaysDialog)
    while made.sheet.current.year < year:
        made.turn(1)
    return made


def click(made, day):
    QTest.mouseClick(made.sheet, Qt.MouseButton.LeftButton, pos=made.sheet.place(day).center())


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


# --- settings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "tab"),
    [("county", " ", 0), ("plan_year", "明年", 0), ("soon", "61", 1), ("soon", "-1", 1), ("soon", "", 1),
     ("pace_points", "0", 2), ("red_points", "101", 3), ("red_points", "9" * 40, 3)],
)  # fmt: skip
def test_a_refusal_is_said_at_its_field_on_its_tab(filled, field, typed, tab):
    made = ask_settings(filled)
    before = settings.read(filled.session.checklist)
    made.choices["lamps"].buttons["red_amber_green"].click()
    made.lines[field].setText(typed)
    made.accept()
    assert made.isVisible()
    assert made.tabs.currentIndex() == tab
    assert made.lines[field].property("state") == "error"
    assert [name for name, line in made.lines.items() if line.property("state") == "error"] == [field]
    assert any(text.endswith("之间。") or "县" in text for text in texts(made))
    assert settings.read(filled.session.checklist) == before
    made.reject()


def test_settings_are_saved_as_one_step_and_judged_by_at_once(filled):
    made = ask_settings(filled)
    for name, code in (("pace", "year"), ("lamps", "blue_amber_red"), ("rhythm", "quarter")):
        made.choices[name].buttons[code].click()
    made.lines["soon"].setText("10")
    soon = filled.desk.standing.total.soon
    made.accept()
    settle()
    now = settings.read(filled.session.checklist)
    assert (now.soon, now.pace, now.lamps, now.rhythm) == (10, "year", "blue_amber_red", "quarter")
    assert filled.session.undo_label() == "修改设置"
    assert filled.desk.standing.total.soon > soon
    assert filled.app.look.theme.lamps == "blue_amber_red"
    filled.app.acts["undo"].trigger()
    settle()
    assert filled.app.look.theme.lamps == "plain"
    assert filled.desk.standing.total.soon == soon


def test_the_threshold_of_red_belongs_to_one_preset(filled):
    made = ask_settings(filled)
    assert not made.lines["red_points"].isEnabled()
    made.choices["lamps"].buttons["red_amber_green"].click()
    assert made.lines["red_points"].isEnabled()
    made.reject()


def test_the_settings_lead_to_the_days_off(filled):
    made = ask_settings(filled)
    made.tabs.setCurrentIndex(1)
    next(b for b in made.findChildren(QPushButton) if b.text() == rules.HOLIDAYS_ASK).click()
    days = dialog(filled, HolidaysDialog)
    days.reject()
    assert made.isVisible()
    made.reject()


# --- lamps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("preset", LAMPS)
def test_every_lamp_stands_out_from_every_ground(mode, preset):
    assert set(LAMP_COLOURS) == set(LAMPS)
    assert set(LAMP_COLOURS[preset]) == {"ok", "soon", "slow", "over"}
    theme = Theme(mode)
    for state, token in LAMP_COLOURS[preset].items():
        assert Theme(mode, 1.0, preset).lamp(state) == theme.color(token)
        assert min(contrast(theme, token, ground) for ground in GROUNDS) >= 3, state


def test_presets_change_colours_and_never_shapes(qapp):
    for state in ("ok", "soon", "slow", "over"):
        pictures = [lamps.pixmap(state, 28, Theme("light", 1.0, preset)).toImage() for preset in LAMPS]
        alphas = {tuple(p.pixelColor(x, y).alpha() for x in range(28) for y in range(28)) for p in pictures}
        assert len(alphas) == 1, state
        middle = {p.pixelColor(14, 15).name() for p in pictures}
        assert len(middle) == len({LAMP_COLOURS[preset][state] for preset in LAMPS}), state


def test_a_task_far_behind_is_not_called_overdue(opened):
    session = opened.session
    made = add(session.checklist, due="2020-12-31")
    due_dates.set_start(session.checklist, made, "2020-01-01", today=TODAY)
    now = settings.read(session.checklist)
    for preset, said in (("plain", ("none", "未启动")), ("red_amber_green", ("over", rules.FAR_BEHIND)),
                         ("blue_amber_red", ("slow", "滞后"))):  # fmt: skip
        session.run(settings.change, replace(now, lamps=preset))
        assert wording.lamp_and_word(Standing(session).tallies[5]) == said


# --- pace -----------------------------------------------------------------------------------------------


def test_the_head_of_a_task_tells_its_pace(filled):
    filled.desk.page.show_task(5)
    settle()
    pace = filled.desk.standing.pace(5)
    header = filled.desk.page.view.header
    assert pace.code == "behind"
    assert {f"序时{pace.expected}%", f"▼滞后{-pace.points}"} <= set(texts(header))
    filled.session.run(settings.change, replace(settings.read(filled.session.checklist), pace_points=100))
    settle()
    filled.desk.page.show_task(5)
    shown = texts(filled.desk.page.view.header)
    assert f"序时{pace.expected}%" in shown
    assert not any("滞后" in text for text in shown), "within the threshold nothing is said"


def test_the_percent_cell_says_the_time_elapsed(filled):
    filled.desk.page.show_task(5)
    model = filled.panel.model
    leaf = next(a for a in filled.actions if a.leaf and a.status == "in_progress")
    tip = model.data(model.index_of(leaf.id, Column.PERCENT), Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[-1].startswith("序时")


# --- due dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "stated", "due", "told"),
    [("next", "2020-06-27", "2020-06-29", "6月27日周六，顺延至6月29日"),
     ("next", "2020-06-25", "2020-06-28", "6月25日放假，顺延至6月28日"),
     ("previous", "2020-06-27", "2020-06-24", "6月27日周六，提前到6月24日"),
     ("next", "2020-06-30", "2020-06-30", ""), ("none", "2020-06-27", "2020-06-27", "")],
)  # fmt: skip
def test_a_moved_date_says_where_it_came_from(rule, stated, due, told):
    one = action(due_on=due, due_words="x", due_stated=stated, due_rule=rule)
    assert countdown.moved(one, 2020) == told
    assert countdown.notes(one, yard()) == told


def test_a_date_in_a_year_nobody_entered_says_so(filled):
    one = action(due_on="2028-03-31", due_words="x", due_stated="2028-03-31")
    assert countdown.notes(one, yard("2026-11-24")) == "2027年放假安排还没录入，暂按周一至周五计算"
    assert countdown.notes(one, yard("2020-06-18", calendar=settings.calendar(filled.session.checklist))) != ""
    assert countdown.notes(action(due_on="2026-12-31", due_words="x"), yard("2026-11-24")) == ""
    assert countdown.notes(action(due_words="长期坚持"), yard()) == ""


def test_the_menu_moves_a_due_date_by_its_rule(filled):
    made = add(filled.session.checklist, "报送总结", due="6月27日")
    filled.desk.standing.refresh()
    filled.desk.page.show_task(5, made)
    menu = filled.panel.commands.menu(filled.panel)
    rule_menu = next(act.menu() for act in menu.actions() if act.text() == rules.DUE_RULE)
    assert [act.text() for act in rule_menu.actions() if act.isChecked()] == [rules.DUE_RULES["none"]]
    next(act for act in rule_menu.actions() if act.text() == rules.DUE_RULES["next"]).trigger()
    menu.deleteLater()
    assert actions.get(filled.session.checklist, made).due_on == "2020-06-28"
    model = filled.panel.model
    tip = model.data(model.index_of(made, Column.DUE), Qt.ItemDataRole.ToolTipRole)
    assert "6月27日周六，顺延至6月28日" in tip
    filled.app.acts["undo"].trigger()
    assert actions.get(filled.session.checklist, made).due_on == "2020-06-27"


def test_the_date_popup_says_when_a_year_is_not_known(opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    due = opened.panel.add_row.due
    due.open_calendar()
    settle()
    popup = due.findChild(DatePopup)
    unknown = rules.YEAR_UNKNOWN.format(year=2027)
    assert unknown not in texts(popup)
    popup.grid.choose(date(2027, 1, 4))
    assert unknown in texts(popup)
    popup.grid.choose(date(2026, 12, 31))
    assert unknown not in texts(popup)
    popup.close()


# --- days off -------------------------------------------------------------------------------------------


def test_a_click_makes_a_day_off_worked_or_as_usual(filled):
    made = ask_holidays(filled)

    def kind(day):
        days = holidays.year(filled.session.checklist, day.year).days
        return next((entry.kind for entry in days if entry.day == day.isoformat()), None)

    thursday, sunday, feast = date(2020, 6, 18), date(2020, 6, 21), date(2020, 6, 27)
    for day, before, after in ((thursday, None, "off"), (sunday, None, "work"), (feast, "off", "work")):
        assert kind(day) == before
        click(made, day)
        assert kind(day) == after
        click(made, day)
        assert kind(day) is None
    assert "手工录入" in texts(made)
    made.forget.click()
    assert "程序自带" in texts(made)
    assert kind(feast) == "off"
    assert not made.forget.isEnabled()
    made.reject()


def test_the_keys_move_over_the_year_and_change_a_day(qtbot, filled):
    made = ask_holidays(filled)
    made.sheet.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(made.sheet, key)
    assert made.sheet.current == date(2020, 6, 26)
    assert made.sheet.accessibleDescription() == "2020年6月26日 周五，端午休。"
    qtbot.keyClick(made.sheet, Qt.Key.Key_Space)
    assert made.sheet.accessibleDescription() == "2020年6月26日 周五，照常上班。"
    made.sheet.current = date(2020, 12, 31)
    qtbot.keyClick(made.sheet, Qt.Key.Key_Down)
    assert made.sheet.current == date(2020, 12, 31), "the sheet ends with the year"
    assert made.sheet.day_at(QPoint(-5, -5)) is None
    made.reject()


def test_countdowns_follow_the_days_off(filled):
    filled.desk.page.show_task(5)
    before = filled.desk.standing.total.soon
    made = ask_holidays(filled)
    for n in range(19, 31):
        if n not in (20, 21, 25, 26, 27):
            click(made, date(2020, 6, n))
    assert filled.desk.standing.total.soon > before
    assert filled.desk.standing.tallies == Standing(filled.session).tallies
    made.reject()


def test_a_notice_is_previewed_and_pasted(filled):
    made = ask_holidays(filled, 2027)
    assert rules.YEAR_UNKNOWN.format(year=2027) in texts(made)
    made.paste.click()
    ask = dialog(filled, PasteHolidays)
    ask.text.setPlainText("2月30日放假")
    ask.read()
    assert ask.text.property("state") == "error"
    assert ask.preview.toPlainText() == ""
    ask.accept()
    assert ask.isVisible()
    assert holidays.year(filled.session.checklist, 2027).days == ()
    ask.text.setPlainText(NOTICE)
    ask.read()
    assert ask.text.property("state") != "error"
    assert ask.preview.toPlainText() == (
        "2027年：休7天，班2天\n国庆节：9月26日班，10月1日至7日休，10月9日班"
    )
    ask.accept()
    settle()
    assert filled.session.undo_label() == "录入2027年放假安排"
    assert "手工录入" in texts(made)
    made.reject()


def test_the_text_is_read_when_the_typing_rests(qtbot, filled):
    made = ask_holidays(filled, 2027)
    made.paste.click()
    ask = dialog(filled, PasteHolidays)
    ask.text.setPlainText(NOTICE)
    assert ask.preview.toPlainText() == ""
    qtbot.waitUntil(lambda: "休7天" in ask.preview.toPlainText())
    ask.reject()
    made.reject()


# --- the clock ------------------------------------------------------------------------------------------


@pytest.fixture
def set_back(program, empty_file):
    """The program on 18 June with a file last changed on 1 July."""
    path = program.folder / empty_file.name
    shutil.copy(empty_file, path)
    later = connection.open(path, by="王芳", clock=lambda: datetime(2020, 7, 1, 8))
    add(later, "制定计划")
    later.close()
    return program.start(path)


def test_a_clock_set_back_is_told_on_opening_and_can_be_accepted(set_back):
    message = set_back.window.message
    assert "2020年6月18日" in message.text
    assert "2020年7月1日" in message.text
    next(b for b in message.findChildren(QPushButton) if b.text() == rules.CLOCK_ACCEPT).click()
    assert not message.isVisible()
    set_back.desk.page.show_task(5)
    leaf = set_back.actions[0]
    assert set_back.session.run(due_dates.set_due, leaf.id, "6月底前", today=TODAY)
    assert not message.isVisible()


def test_a_change_refused_for_the_clock_says_so_again(set_back):
    message = set_back.window.message
    message.hide()
    set_back.desk.page.show_task(5)
    assert not set_back.session.run(due_dates.set_due, set_back.actions[0].id, "6月底前", today=TODAY)
    assert rules.CLOCK_ACCEPT in [b.text() for b in message.findChildren(QPushButton)]
    assert "不会保存" in message.text
    message.hide()
    made = ask_settings(set_back)
    made.lines["soon"].setText("3")
    made.accept()
    assert made.isVisible()
    assert message.isVisible(), "a dialog says it at its field, the window how to go on"
    made.reject()
    days = ask_holidays(set_back)
    click(days, date(2020, 6, 19))
    assert any("没有保存" in text for text in texts(days))
    days.reject()


def test_a_clock_in_order_says_nothing(filled):
    assert not filled.window.message.isVisible()
    assert filled.window.findChildren(QDialog) == []


def test_the_form_says_under_the_fields_what_the_table_says_in_tooltips():
    one = action(
        percent=10, start_on="2020-04-03", due_on="2020-06-29", due_words="x", due_stated="2020-06-27", due_rule="next"
    )
    assert notes.note("due", one, yard()).splitlines()[1] == "6月27日周六，顺延至6月29日"
    far = action(due_on="2027-03-31", due_words="x", due_stated="2027-03-31")
    assert "2027年放假安排还没录入" in notes.note("due", far, yard())
    assert countdown.pace_phrase(status.pace(one, yard())).startswith("序时87%，滞后77")


def test_the_ledger_says_where_a_date_came_from_and_how_far_the_time_is(opened):
    checklist = opened.session.checklist
    made = add(checklist, "报送总结", due="6月27日")
    due_dates.set_rule(checklist, made, "previous")
    due_dates.set_start(checklist, made, "4月3日", today=TODAY)
    model = LedgerModel(opened.session, Standing(opened.session), 2020)

    def tip(key):
        index = model.index(model.keys.index(made), KEYS.index(key))
        return model.data(index, Qt.ItemDataRole.ToolTipRole).splitlines()

    assert tip("due") == ["剩6天（4个工作日）", "6月27日周六，提前到6月24日"]
    assert tip("timing")[1:] == tip("due")[1:]
    assert tip("percent")[1].startswith("序时")
    opened.session.run(holidays.set_day, "2020-06-24", "off")
    fresh = LedgerModel(opened.session, Standing(opened.session), 2020)
    assert fresh.data(fresh.index(fresh.keys.index(made), KEYS.index("due")), Qt.ItemDataRole.DisplayRole) == "6月23日"
