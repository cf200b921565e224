"""Which days are worked in mainland China: the State Council's yearly calendar, else Monday to Friday."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

FIRST_YEAR, LAST_YEAR = 2004, 2026  # what chinesecalendar 1.11 knows


@dataclass(frozen=True, slots=True)
class Span:
    """The days in (after, upto]: all, the working ones, and whether every year's calendar is known."""

    days: int
    workdays: int
    certain: bool


def is_workday(day: date) -> bool:
    """Whether offices work on that day, make-up days (调休) included."""
    return day in _workday_set(day.year)


def is_known(year: int) -> bool:
    """Whether the year's holidays are known; otherwise Monday to Friday are taken for working days."""
    return FIRST_YEAR <= year <= LAST_YEAR


def span(after: date, upto: date) -> Span:
    """Count the days in (after, upto]; nothing when upto is not later than after."""
    if upto <= after:
        return Span(0, 0, certain=True)
    years = range(after.year, upto.year + 1)
    worked = sum(_upto(year, upto) - _upto(year, after) for year in years)
    return Span((upto - after).days, worked, certain=all(map(is_known, years)))


def _upto(year: int, day: date) -> int:
    return bisect_right(_workdays(year), day)


@cache
def _workday_set(year: int) -> frozenset[date]:
    return frozenset(_workdays(year))


@cache
def _workdays(year: int) -> tuple[date, ...]:
    """The year's working days in order."""
    first = date(year, 1, 1)
    days = (first + timedelta(n) for n in range((date(year, 12, 31) - first).days + 1))
    if not is_known(year):
        return tuple(day for day in days if day.weekday() < 5)
    # Late, because start-up must not wait for it when no date is shown.
    from chinese_calendar.constants import holidays, workdays

    return tuple(day for day in days if day in workdays or (day.weekday() < 5 and day not in holidays))
