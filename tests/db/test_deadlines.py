"""Deadlines as they are worded, and the day they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calendar import NATIONAL, Calendar, YearTable
from db.deadlines import LIMIT, MOST_DAYS, STYLES, parse
from db.errors import RuleBroken
from db.text import one_line

TODAY = "2020-06-18"


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


@given(st.text(alphabet="0123456789年月日底前上中下旬半季度第一二三十百.-/ 长期交办之起个工作内天", max_size=30))
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
    ("words", "day"),
    [
        ("交办之日起15个工作日", "2020-07-10"), ("交办日起15个工作日", "2020-07-10"),
        ("交办日起15个工作日内", "2020-07-10"),
        ("15个工作日内", "2020-07-10"), ("十五个工作日内", "2020-07-10"), ("１５个工作日以内", "2020-07-10"),
        ("自交办之日起，15个工作日内完成", "2020-07-10"), ("交办之日起 15 个 工作日 之内", "2020-07-10"),
        ("收文之日起5个工作日", "2020-06-28"), ("收到通知之日起五个工作日内", "2020-06-28"),
        ("接到交办单后5个工作日内", "2020-06-28"),
        ("两个工作日内", "2020-06-22"), ("一百二十个工作日内", "2020-12-10"),
        ("交办日起10日内", "2020-06-28"), ("交办日起10天内", "2020-06-28"), ("交办之日起十日", "2020-06-28"),
        ("10天内", "2020-06-28"), ("三十日内", "2020-07-18"), ("30个自然日内", "2020-07-18"), ("999日内", "2023-03-14"),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_day_after(words, day):
    assert parse(words, 2020, TODAY).on == day
    assert parse(words, 2020, "2026-01-01", given_on=TODAY).on == day
    assert parse(words, 2020, TODAY).words == one_line(words)


def test_days_are_counted_by_the_calendar_given():
    closed = Calendar({2020: YearTable(frozenset({date(2020, 6, 19)}), frozenset())})
    assert parse("1个工作日内", 2020, TODAY, calendar=closed).on == "2020-06-22"
    assert parse("1个工作日内", 2020, TODAY).on == "2020-06-19"
    assert parse("1日内", 2020, TODAY, calendar=closed).on == "2020-06-19"


def test_days_are_counted_over_the_end_of_february():
    assert parse("1日内", 2020, "2020-02-28").on == "2020-02-29"
    assert parse("1日内", 2021, "2021-02-28").on == "2021-03-01"
    assert parse("1个工作日内", 2024, "2024-02-28").on == "2024-02-29"


@pytest.mark.parametrize("count", [0, MOST_DAYS + 1, 10**20])
@pytest.mark.parametrize("unit", ["个工作日内", "日内", "天内"])
def test_a_count_of_days_has_its_limits(count, unit):
    with pytest.raises(RuleBroken) as error:
        parse(f"{count}{unit}", 2020, TODAY)
    assert (error.value.code, error.value.field) == ("due_count", "due")
    assert str(MOST_DAYS) in str(error.value)


@pytest.mark.parametrize("words", ["10日", "十日前", "日内", "工作日内", "交办之日起", "3个月内有空", "0" * LIMIT])
def test_a_number_of_days_alone_is_no_deadline(words):
    with pytest.raises(RuleBroken) as error:
        parse(words, 2020, TODAY)
    assert error.value.code == "due_unreadable"


@pytest.mark.parametrize(("words", "day"), [("3月内", "2020-03-31"), ("三季度内", "2020-09-30")])
def test_what_is_within_a_month_or_a_quarter_still_ends_with_it(words, day):
    assert parse(words, 2020, TODAY).on == day


@given(st.dates(date(2003, 1, 1), date(2030, 12, 31)), st.integers(1, MOST_DAYS))
def test_days_given_are_days_left(given_on, count):
    day = given_on.isoformat()
    on = date.fromisoformat(parse(f"交办之日起{count}个工作日内", 2020, TODAY, given_on=day).on)
    assert NATIONAL.span(given_on, on).workdays == count
    assert parse(f"{count}日内", 2020, TODAY, given_on=day).on == (given_on + timedelta(count)).isoformat()
