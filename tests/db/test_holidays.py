"""The table of a year: toggled by the day, pasted from a notice, forgotten; what it moves and what it may not."""

from datetime import date

import pytest

from db import actions, due_dates, history, holidays, settings, steps
from db.calendar import NATIONAL
from db.errors import RuleBroken
from db.holidays import Day
from tests.builders import TODAY, add, rows

NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假，共3天。12月27日（周日）上班。
二、春节：2月5日至11日放假调休，共7天。2月20日（周六）上班。
"""
NATIONAL_DAY = "10月1日至8日放假调休，共8天。9月27日（周日）、10月10日（周六）上班。"


def due_of(checklist, action):
    return actions.get(checklist, action).due_on


def ruled(checklist, words, rule, **more):
    """An action whose due date is moved by a rule."""
    made = add(checklist, due=words, **more)
    due_dates.set_rule(checklist, made, rule)
    return made


def test_a_known_year_comes_with_the_names_of_its_holidays(checklist):
    found = holidays.year(checklist, 2020)
    assert found.source == "built-in"
    assert [day.day for day in found.days] == sorted(day.day for day in found.days)
    assert Day("2020-06-25", "off", "端午") in found.days
    assert Day("2020-06-28", "work", "端午") in found.days
    assert settings.calendar(checklist) is NATIONAL


def test_a_year_nobody_entered_has_no_days(checklist):
    assert holidays.year(checklist, 2027) == holidays.Year(2027, (), "unknown")


def test_the_first_day_changed_takes_the_built_in_year_over(checklist):
    before = holidays.year(checklist, 2020).days
    changes = holidays.set_day(checklist, "2020-06-19", "off")
    after = holidays.year(checklist, 2020)
    assert after.source == "own"
    assert set(after.days) == {*before, Day("2020-06-19", "off")}
    assert len(changes.touches("calendar_year")) == 1
    assert not settings.calendar(checklist).is_workday(date(2020, 6, 19))
    assert settings.calendar(checklist).is_workday(date(2020, 6, 28)), "the rest of the year stays"
    holidays.set_day(checklist, "2020-06-28", None)
    assert not settings.calendar(checklist).is_workday(date(2020, 6, 28)), "a Sunday again"


def test_a_day_in_an_unknown_year_begins_from_plain_weeks(checklist):
    holidays.set_day(checklist, "2027-10-01", "off")
    holidays.set_day(checklist, "2027-10-09", "work")
    calendar = settings.calendar(checklist)
    assert holidays.year(checklist, 2027) == holidays.Year(
        2027, (Day("2027-10-01", "off"), Day("2027-10-09", "work")), "own"
    )
    assert calendar.is_known(2027)
    worked = [calendar.is_workday(date(2027, 10, n)) for n in (1, 4, 9, 10)]
    assert worked == [False, True, True, False]


@pytest.mark.parametrize("kind", [None, "work"])
def test_what_a_weekday_is_anyway_makes_no_step(checklist, kind):
    assert not holidays.set_day(checklist, "2020-06-18", kind)
    assert steps.undoable(checklist) is None


@pytest.mark.parametrize(
    ("day", "kind", "code", "field"),
    [("2020-02-30", "off", "date_invalid", "day"), ("1999-12-31", "off", "calendar_year_range", "year"),
     ("2020-06-18", "half", "choice_unknown", "kind")],
)  # fmt: skip
def test_what_is_no_day_of_a_table_is_refused(checklist, day, kind, code, field):
    before = rows(checklist)
    with pytest.raises(RuleBroken) as error:
        holidays.set_day(checklist, day, kind)
    assert (error.value.code, error.value.field) == (code, field)
    assert rows(checklist) == before


def test_a_notice_is_planned_before_it_is_pasted(checklist):
    before = rows(checklist)
    wanted = holidays.plan(NOTICE_2027)
    assert rows(checklist) == before
    assert wanted.year == 2027
    assert wanted.days[0] == Day("2027-01-01", "off", "元旦")
    assert [day.day for day in wanted.beside] == ["2026-12-27", "2026-12-31"]


def test_a_pasted_notice_replaces_the_year(checklist):
    holidays.set_day(checklist, "2027-08-02", "off")
    changes = holidays.paste(checklist, NOTICE_2027)
    found = holidays.year(checklist, 2027)
    assert found.source == "own"
    assert found.days == holidays.plan(NOTICE_2027).days
    assert changes.label == "录入2027年放假安排"
    calendar = settings.calendar(checklist)
    assert not calendar.is_workday(date(2026, 12, 31)), "元旦 begins in the December before"
    assert calendar.is_workday(date(2026, 12, 27))
    assert not calendar.is_workday(date(2026, 10, 1)), "and the rest of that year is taken over"
    assert not holidays.paste(checklist, NOTICE_2027), "the same again changes nothing"


def test_a_list_without_a_year_means_the_chosen_one(checklist):
    holidays.paste(checklist, NATIONAL_DAY, 2020)
    kinds = {day.day: day.kind for day in holidays.year(checklist, 2020).days}
    assert kinds["2020-10-08"] == "off"
    assert "2020-06-25" not in kinds, "the whole year is replaced"


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [("今天天气很好。", 2027, "holiday_none"), ("2月30日放假", 2027, "holiday_day"),
     ("10月1日至3日放假", None, "holiday_year"),
     ("关于2027年节假日安排的通知\n2026年10月1日放假", None, "calendar_other_year"),
     ("1999年10月1日放假", None, "calendar_year_range")],
)  # fmt: skip
def test_what_cannot_be_read_changes_nothing(checklist, text, year, code):
    holidays.set_day(checklist, "2027-08-02", "off")
    before, told = rows(checklist), len(history.lines(checklist))
    with pytest.raises(RuleBroken) as error:
        holidays.paste(checklist, text, year)
    assert error.value.code == code
    assert error.value.field in ("text", "year")
    assert (rows(checklist), len(history.lines(checklist))) == (before, told)


def test_a_year_forgotten_is_the_built_in_one_again(checklist):
    before = holidays.year(checklist, 2020)
    assert not holidays.forget(checklist, 2020)
    holidays.paste(checklist, NATIONAL_DAY, 2020)
    holidays.forget(checklist, 2020)
    assert holidays.year(checklist, 2020) == before
    assert settings.calendar(checklist) == NATIONAL
    with pytest.raises(RuleBroken) as error:
        holidays.forget(checklist, 1900)
    assert error.value.field == "year"


def test_due_dates_with_a_rule_follow_the_calendar_in_the_same_step(checklist):
    later = ruled(checklist, "6月27日", "next")  # a Saturday; the Sunday after is worked
    earlier = ruled(checklist, "6月28日", "previous")
    plain = add(checklist, due="6月28日")
    assert [due_of(checklist, each) for each in (later, earlier)] == ["2020-06-28", "2020-06-28"]
    holidays.set_day(checklist, "2020-06-28", None)
    assert [due_of(checklist, each) for each in (later, earlier, plain)] == ["2020-06-29", "2020-06-24", "2020-06-28"]
    steps.undo(checklist)
    assert [due_of(checklist, each) for each in (later, earlier)] == ["2020-06-28", "2020-06-28"]
    steps.redo(checklist)
    assert due_of(checklist, later) == "2020-06-29"
    holidays.forget(checklist, 2020)
    assert due_of(checklist, later) == "2020-06-28"


def test_a_rule_reaches_over_the_end_of_a_year(checklist):
    made = ruled(checklist, "2027年12月31日", "next")  # a Friday
    holidays.set_day(checklist, "2027-12-31", "off")
    assert due_of(checklist, made) == "2028-01-03"
    holidays.set_day(checklist, "2028-01-03", "off")
    assert due_of(checklist, made) == "2028-01-04"


def test_an_issued_due_date_stays(checklist):
    made = ruled(checklist, "6月27日", "next")
    run = checklist.db.conn.execute
    with checklist.db.conn:
        run("INSERT INTO issue (id, issued_on, issued_by) VALUES (1, ?, '李明')", (TODAY,))
        run("UPDATE action SET issue = 1, original_due_on = due_on, original_due_words = due_words")
    holidays.set_day(checklist, "2020-06-28", None)
    assert due_of(checklist, made) == "2020-06-28"


def test_undo_takes_a_paste_back_whole(checklist):
    ruled(checklist, "6月27日", "next")
    before = rows(checklist)
    holidays.paste(checklist, NOTICE_2027)
    holidays.paste(checklist, NATIONAL_DAY, 2020)
    after = rows(checklist)
    steps.undo(checklist)
    steps.undo(checklist)
    assert rows(checklist) == before
    steps.redo(checklist)
    steps.redo(checklist)
    assert rows(checklist) == after
