"""Working days, deadlines in words, and where an action stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import calendar, status
from db.deadlines import STYLES, parse
from db.errors import RuleBroken
from db.status import Leaf, Own, Timing
from db.text import one_line
from tests.builders import action, yard


@pytest.mark.parametrize(
    ("day", "worked"),
    [("2020-01-31", False), ("2020-10-10", True), ("2020-06-25", False), ("2020-06-28", True), ("2020-06-18", True)],
)
def test_the_official_calendar(day, worked):
    assert calendar.is_workday(date.fromisoformat(day)) is worked


def test_days_left_leave_out_the_dragon_boat_festival():
    assert calendar.span(date(2020, 6, 18), date(2020, 6, 30)) == calendar.Span(12, 7, certain=True)


def test_a_year_nobody_entered_falls_back_and_says_so():
    span = calendar.span(date(2026, 12, 31), date(2027, 1, 10))
    assert (span.days, span.workdays, span.certain) == (10, 6, False)


@given(st.dates(date(2019, 1, 1), date(2028, 12, 31)), st.integers(0, 400))
def test_a_span_is_what_counting_day_by_day_gives(start, length):
    days = [start + timedelta(n) for n in range(1, length + 1)]
    span = calendar.span(start, start + timedelta(length))
    assert (span.days, span.workdays) == (length, sum(map(calendar.is_workday, days)))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("6月底前", "2020-06-30"), ("三季度", "2020-09-30"), ("第三季度前", "2020-09-30"), ("上半年", "2020-06-30"),
        ("年底前", "2020-12-31"), ("10月上旬", "2020-10-10"), ("6月中旬", "2020-06-20"), ("2月下旬", "2020-02-29"),
        ("长期坚持", None), ("常态化推进", None), ("2020.6.30", "2020-06-30"), ("6月30日", "2020-06-30"),
        ("６月３０日前", "2020-06-30"), ("六月三十日", "2020-06-30"), ("十二月底", "2020-12-31"),
        ("44012", "2020-06-30"), ("2020.6", "2020-06-30"), ("2020-06", "2020-06-30"), ("当年", "2020-12-31"),
        ("6月30日\u200b", "2020-06-30"), ("明年3月底前", "2021-03-31"), ("二〇二一年六月", "2021-06-30"),
        ("2021-6-5", "2021-06-05"), (" 6 月 底 ", "2020-06-30"),
        ("20200630", "2020-06-30"), ("今年底", "2020-12-31"),
    ],
)  # fmt: skip
def test_words_become_days_of_the_plan_year(words, day):
    due = parse(words, 2020, "2026-01-01")
    assert due.on == day
    assert due.words == one_line(words)


@pytest.mark.parametrize(
    ("words", "code"),
    [("13月", "due_month"), ("2月30日", "due_day"), ("2026-13-01", "due_month"), ("尽快", "due_unreadable"),
     ("底" * 10_000, "due_long"), ("", "due_unreadable")],
)  # fmt: skip
def test_what_is_no_date_is_told_at_the_field(words, code):
    with pytest.raises(RuleBroken) as error:
        parse(words, 2020, "2020-06-18")
    assert (error.value.code, error.value.field) == (code, "due")
    assert len(str(error.value)) < 80


def test_every_style_reads_its_own_example():
    for style in STYLES:
        parse(style.example, 2020, "2020-06-18")


@given(st.text(alphabet="0123456789年月日底前上中下旬半季度第一二三十.-/ 长期", max_size=30))
def test_any_words_are_read_or_refused(words):
    try:
        due = parse(words, 2020, "2020-06-18")
    except RuleBroken:
        return
    assert due.on is None or date.fromisoformat(due.on)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_reads_back(day):
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}", day.isoformat()):
        assert parse(text, 2020, "").on == day.isoformat()


@pytest.mark.parametrize(
    ("state", "due", "done", "code", "days"),
    [
        ("in_progress", "2020-06-30", None, "ok", 12), ("in_progress", "2020-06-24", None, "soon", 6),
        ("in_progress", "2020-06-18", None, "soon", 0), ("not_started", "2020-06-15", None, "overdue", 3),
        ("done", "2020-06-10", "2020-06-10", "on_time", 0), ("done", "2020-06-10", "2020-06-12", "late", 2),
    ],
)  # fmt: skip
def test_timing(state, due, done, code, days):
    timing = status.timing(action(state, 0, due, "x", done), yard())
    assert (timing.code, timing.days) == (code, days)


def test_no_date_is_long_term_or_unset():
    assert status.timing(action(due_words="长期坚持"), yard()) == Timing("long_term")
    assert status.timing(action(), yard()) == Timing("unset")


def test_percentages_round_half_up():
    assert status.roll_up([Leaf("in_progress", 25), Leaf("in_progress", 24)]).percent == 25
    assert status.roll_up([Leaf("cancelled", 0)]) == status.Standing("cancelled", 0)


acts = st.lists(
    st.one_of(
        st.just(("tick",)), st.tuples(st.just("percent"), st.integers(0, 100)),
        st.tuples(st.just("status"), st.sampled_from(["not_started", "in_progress", "done"])),
    ),
    max_size=12,
)  # fmt: skip


@given(acts)
def test_the_rules_of_state_hold_after_anything(sequence):
    row = {"status": "not_started", "percent": 0, "former_status": None, "former_percent": None, "done_on": None}
    for name, *value in sequence:
        own = Own(row["status"], row["percent"], row["former_status"], row["former_percent"])
        if name == "tick":
            row |= status.tick(own, "2020-06-18", "李明")
        elif name == "percent":
            row |= status.with_percent(own.status, value[0])
        else:
            row |= status.with_status(own, value[0], "2020-06-18", "李明")
        assert row["status"] != "not_started" or row["percent"] == 0
        assert row["status"] != "done" or (row["percent"] == 100 and row["done_on"])
        assert row["status"] == "done" or row["done_on"] is None
