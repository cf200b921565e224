"""Which days are worked: the official calendar, a county's own years, and Monday to Friday where neither is known."""

import calendar as almanac
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calendar import NATIONAL, Calendar, Span, YearTable

NONE = frozenset()


def days(*texts):
    return frozenset(map(date.fromisoformat, texts))


def own(year, off=(), work=()):
    return Calendar({year: YearTable(days(*off), days(*work))})


OWN = Calendar(
    {2027: YearTable(days("2027-01-01", "2027-02-08", "2027-02-09"), days("2027-01-09")), 2020: YearTable(NONE, NONE)}
)
CALENDARS = st.sampled_from([NATIONAL, OWN])
DATES = st.dates(date(2018, 12, 20), date(2029, 1, 10))
ANY = st.dates()


@pytest.mark.parametrize(
    ("day", "worked"),
    [("2020-01-31", False), ("2020-10-10", True), ("2020-06-25", False), ("2020-06-28", True), ("2020-06-18", True),
     ("2020-06-20", False), ("2020-02-29", False), ("2024-02-29", True), ("2028-02-29", True)],
)  # fmt: skip
def test_the_official_calendar(day, worked):
    assert NATIONAL.is_workday(date.fromisoformat(day)) is worked


def test_days_left_leave_out_the_dragon_boat_festival():
    assert NATIONAL.span(date(2020, 6, 18), date(2020, 6, 30)) == Span(12, 7, certain=True)


def test_a_year_nobody_entered_falls_back_and_says_so():
    assert NATIONAL.span(date(2026, 12, 31), date(2027, 1, 10)) == Span(10, 6, certain=False)
    assert [year for year in range(1990, 2040) if NATIONAL.is_known(year)] == list(range(2004, 2027))


def test_only_the_years_of_the_days_counted_need_to_be_known():
    assert NATIONAL.span(date(2003, 12, 31), date(2004, 1, 4)) == Span(4, 1, certain=True)
    assert NATIONAL.span(date(2003, 12, 30), date(2004, 1, 4)).certain is False


def test_a_year_entered_is_known_and_counts():
    added = own(2027, off=["2027-01-01"], work=["2027-01-09"])
    assert added.span(date(2026, 12, 31), date(2027, 1, 10)) == Span(10, 6, certain=True)
    assert not added.is_workday(date(2027, 1, 1))
    assert added.is_workday(date(2027, 1, 9))


def test_a_year_entered_takes_the_place_of_the_built_in_one():
    corrected = own(2020, off=["2020-06-26"], work=["2020-06-27"])
    assert corrected.is_workday(date(2020, 6, 25))
    assert not corrected.is_workday(date(2020, 6, 26))
    assert corrected.is_workday(date(2020, 6, 27))
    assert not corrected.is_workday(date(2019, 10, 1))


def test_days_outside_the_year_they_are_entered_for_are_not_taken():
    assert own(2027, off=["2028-01-03"]).is_workday(date(2028, 1, 3))


def test_a_day_entered_as_both_is_worked():
    assert own(2027, off=["2027-01-04"], work=["2027-01-04"]).is_workday(date(2027, 1, 4))


def test_calendars_are_compared_by_what_they_say():
    one, other = own(2027, off=["2027-01-01"]), own(2027, off=["2027-01-01"])
    assert (one, hash(one)) == (other, hash(other))
    assert len({one, other, own(2028, off=["2027-01-01"]), own(2027), NATIONAL, Calendar({})}) == 4
    assert one != "2027"


def test_what_is_changed_later_in_the_years_given_does_not_change_the_calendar():
    years = {2027: YearTable(days("2027-01-01"), NONE)}
    made = Calendar(years)
    years.clear()
    assert made.is_known(2027)
    assert not made.is_workday(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("day", "rule", "adjusted"),
    [
        ("2020-06-25", "none", "2020-06-25"), ("2020-06-25", "next", "2020-06-28"),
        ("2020-06-25", "previous", "2020-06-24"),
        ("2020-10-01", "next", "2020-10-09"), ("2020-10-08", "previous", "2020-09-30"),  # the whole of a long holiday
        ("2020-06-28", "next", "2020-06-28"), ("2020-06-28", "previous", "2020-06-28"),  # a Sunday that is worked
        ("2027-01-02", "next", "2027-01-04"), ("2027-01-03", "previous", "2027-01-01"),  # a year nobody entered
        ("2020-02-29", "next", "2020-03-02"), ("2020-02-29", "previous", "2020-02-28"),
    ],
)  # fmt: skip
def test_a_due_date_on_a_holiday_moves_by_its_rule(day, rule, adjusted):
    assert NATIONAL.adjusted(date.fromisoformat(day), rule) == date.fromisoformat(adjusted)


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [("2020-06-18", 7, "2020-06-30"), ("2020-06-24", 1, "2020-06-28"), ("2020-01-23", 1, "2020-02-03"),
     ("2020-06-18", 0, "2020-06-18"), ("2020-06-27", 1, "2020-06-28"), ("2026-12-31", 1, "2027-01-01")],
)  # fmt: skip
def test_working_days_later(day, count, later):
    assert NATIONAL.after(date.fromisoformat(day), count) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("day", "count", "earlier"),
    [("2020-06-30", -7, "2020-06-18"), ("2020-06-29", -1, "2020-06-28"), ("2020-06-27", -1, "2020-06-24"),
     ("2020-06-28", -1, "2020-06-24"), ("2020-02-02", -1, "2020-01-23"), ("2027-01-01", -1, "2026-12-31")],
)  # fmt: skip
def test_working_days_earlier(day, count, earlier):
    assert NATIONAL.after(date.fromisoformat(day), count) == date.fromisoformat(earlier)


def test_the_ends_of_time_are_kept():
    closed = Calendar({
        year: YearTable(frozenset(date(year, month, n) for month in range(1, 13) for n in range(1, 32)
                                  if n <= almanac.monthrange(year, month)[1]), NONE)
        for year in (1, 9999)
    })  # fmt: skip
    for calendar in (NATIONAL, closed):
        assert {calendar.adjusted(day, "none") for day in (date.min, date.max)} == {date.min, date.max}
        assert calendar.after(date.max, 5) == date.max
        assert calendar.after(date.max - timedelta(1), 5) == date.max
        assert {calendar.after(day, -5) for day in (date.min, date.min + timedelta(1))} == {date.min}
    assert closed.adjusted(date.min, "previous") == date.min
    assert closed.adjusted(date.max, "next") == date.max
    assert closed.adjusted(date.min, "next") == date(2, 1, 1)
    assert NATIONAL.adjusted(date.max, "next") == date.max
    span = NATIONAL.span(date.min, date.max)
    assert (span.days, span.certain) == ((date.max - date.min).days, False)
    assert NATIONAL.span(date.max, date.min) == Span(0, 0, certain=True)


@given(CALENDARS, DATES, st.integers(0, 400))
def test_a_span_is_what_counting_day_by_day_gives(calendar, start, length):
    counted = [start + timedelta(n) for n in range(1, length + 1)]
    span = calendar.span(start, start + timedelta(length))
    assert (span.days, span.workdays) == (length, sum(map(calendar.is_workday, counted)))
    assert span.certain is all(calendar.is_known(day.year) for day in counted)


@given(CALENDARS, st.lists(ANY, min_size=3, max_size=3).map(sorted))
def test_spans_add_up(calendar, three):
    first, middle, last = three
    one, two, whole = calendar.span(first, middle), calendar.span(middle, last), calendar.span(first, last)
    assert (one.days + two.days, one.workdays + two.workdays) == (whole.days, whole.workdays)
    assert whole.certain is (one.certain and two.certain)


@given(CALENDARS, DATES, st.integers(1, 999))
def test_so_many_working_days_later_lies_so_many_working_days_off(calendar, day, count):
    later = calendar.after(day, count)
    assert calendar.span(day, later).workdays == count
    assert calendar.is_workday(later)


@given(CALENDARS, DATES, st.integers(1, 99))
def test_so_many_working_days_earlier_lies_so_many_working_days_off(calendar, day, count):
    earlier = calendar.after(day, -count)
    assert calendar.span(earlier - timedelta(1), day - timedelta(1)).workdays == count
    assert calendar.is_workday(earlier)


@given(CALENDARS, ANY, st.sampled_from(["none", "next", "previous"]))
def test_an_adjusted_day_stays(calendar, day, rule):
    moved = calendar.adjusted(day, rule)
    assert calendar.adjusted(moved, rule) == moved
    assert rule == "none" or calendar.is_workday(moved)
    if rule == "none":
        assert moved == day
    elif rule == "next":
        assert moved >= day
        assert calendar.span(day, moved).workdays == (moved > day)
    else:
        assert moved <= day
        assert calendar.span(moved, day).workdays == 0


@given(CALENDARS, DATES)
def test_the_next_working_day_is_one_working_day_after_a_holiday(calendar, day):
    if not calendar.is_workday(day):
        assert calendar.adjusted(day, "next") == calendar.after(day, 1)
