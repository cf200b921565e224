"""Which days are worked in mainland China: the State Council's yearly calendar, else Monday to Friday."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Literal

FIRST_YEAR, LAST_YEAR = 2004, 2026  # what chinesecalendar 1.11 knows

Rule = Literal["none", "next", "previous"]
_STEP: dict[Rule, int] = {"none": 0, "next": 1, "previous": -1}


@dataclass(frozen=True, slots=True)
class Span:
    """The days in (after, upto]: all, the working ones, and whether every year's calendar is known."""

    days: int
    workdays: int
    certain: bool


@dataclass(frozen=True, slots=True)
class YearTable:
    """A year's holidays as a county entered them: the days off, and the make-up days (调休) worked."""

    off: frozenset[date]
    work: frozenset[date]


@dataclass(frozen=True, slots=True)
class _Exceptions:
    """Where the years differ from Monday to Friday: weekdays off and weekend days worked, in order."""

    off: tuple[date, ...]
    work: tuple[date, ...]
    all: frozenset[date]


class Calendar:
    """The working days: years of one's own before the built-in ones, Monday to Friday where neither is known.

    Never changes; equal to another, with the same hash, where their own years say the same.
    """

    def __init__(self, own: Mapping[int, YearTable] = MappingProxyType({})) -> None:
        self._own = frozenset(own.items())
        self._own_years = frozenset(own)
        self._hash = hash(self._own)

    @property
    def own(self) -> dict[int, YearTable]:
        """The years that were entered by hand."""
        return dict(sorted(self._own, key=lambda item: item[0]))

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Calendar) and self._own == other._own)

    def __hash__(self) -> int:
        return self._hash

    def is_workday(self, day: date) -> bool:
        """Whether offices work on that day, make-up days (调休) included."""
        return (day.weekday() < 5) is not (day in self._exceptions.all)

    def is_known(self, year: int) -> bool:
        """Whether the year's holidays are known; otherwise Monday to Friday are taken for working days."""
        return FIRST_YEAR <= year <= LAST_YEAR or year in self._own_years

    def span(self, after: date, upto: date) -> Span:
        """Count the days in (after, upto]; nothing when upto is not later than after."""
        if upto <= after:
            return Span(0, 0, certain=True)
        years = range((after + timedelta(1)).year, upto.year + 1)
        return Span((upto - after).days, self._until(upto) - self._until(after), all(map(self.is_known, years)))

    def adjusted(self, day: date, rule: Rule) -> date:
        """The day itself if it is worked, else by the rule the next (顺延) or the previous (提前) that is.

        Where dates end before such a day, the day itself.
        """
        step = _STEP[rule]
        end = date.max if step > 0 else date.min
        moved = day
        while step and not self.is_workday(moved):
            if moved == end:
                return day
            moved += timedelta(step)
        return moved

    def week_end(self, day: date) -> date:
        """The Sunday of a day's week, or the last of the days off that go on from it."""
        last = day + timedelta(6 - day.weekday())
        while not self.is_workday(last) and not self.is_workday(last + timedelta(1)):
            last += timedelta(1)
        return last

    def after(self, day: date, workdays: int) -> date:
        """The day that many working days later, or earlier where the number is below nothing.

        The day itself is not counted; at most the last or the first of all dates.
        """
        wanted = self._until(day) + workdays
        if workdays >= 0:
            days = range(day.toordinal(), date.max.toordinal())
        else:
            wanted += not self.is_workday(day)  # a day off shares its count with the working day before it
            days = range(date.min.toordinal(), day.toordinal())
        return date.fromordinal(days.start + bisect_left(days, wanted, key=lambda n: self._until(date.fromordinal(n))))

    def _until(self, day: date) -> int:
        """The working days from the first of all dates, a Monday, to this day."""
        weeks, rest = divmod(day.toordinal(), 7)
        odd = self._exceptions
        return 5 * weeks + min(rest, 5) + bisect_right(odd.work, day) - bisect_right(odd.off, day)

    @cached_property
    def _exceptions(self) -> _Exceptions:
        # Late, because start-up must not wait for it when no date is shown.
        from chinese_calendar.constants import holidays, workdays

        built_in = frozenset(range(FIRST_YEAR, LAST_YEAR + 1)) - self._own_years
        off = {day for day in holidays if day.year in built_in}
        work = {day for day in workdays if day.year in built_in}
        for year, table in self._own:
            off |= {day for day in table.off - table.work if day.year == year}
            work |= {day for day in table.work if day.year == year}
        off = {day for day in off if day.weekday() < 5}
        work = {day for day in work if day.weekday() >= 5}
        return _Exceptions(tuple(sorted(off)), tuple(sorted(work)), frozenset(off | work))


NATIONAL = Calendar()


def day_before(day: str) -> str:
    """The day before (YYYY-MM-DD), which is the last of what ends on `day`."""
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def day_after(day: str) -> str:
    """The day after (YYYY-MM-DD), which is the first of what follows `day`."""
    return (date.fromisoformat(day) + timedelta(1)).isoformat()
