"""Days along a chart: which months it shows, and where on it a day stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# How far a chart goes before and after the plan year at most: a date mistyped by a century must not squeeze the rest.
_YEARS_BEFORE, _YEARS_AFTER = 3, 5


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole months from `first` up to, not including, `after`, on `width` pt from `left` on."""

    first: date
    after: date
    left: float = 0.0
    width: float = 0.0

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    @property
    def month_width(self) -> float:
        """How wide a month is on the average, pt."""
        return self.width / len(list(self.months()))

    def x(self, day: str, share: float = 0.0) -> float:
        """Where a day begins, or so much of it is over; what lies beyond the months stands at the end."""
        gone = (date.fromisoformat(day) - self.first).days + share
        return self.left + self.width * min(max(gone / (self.after - self.first).days, 0.0), 1.0)

    def holds(self, day: str) -> bool:
        """Whether a day is on it."""
        return self.first <= date.fromisoformat(day) < self.after

    def months(self) -> Iterator[date]:
        """The first day of every month."""
        month = self.first
        while month < self.after:
            yield month
            month = _next_month(month)


def over(days: Iterable[str], plan_year: int) -> Axis:
    """The months of the plan year, and more where days lie before or after it."""
    low, high = date(plan_year - _YEARS_BEFORE, 1, 1), date(plan_year + _YEARS_AFTER, 12, 31)
    known = [min(max(date.fromisoformat(day), low), high) for day in days]
    first = min([date(plan_year, 1, 1), *known])
    last = max([date(plan_year, 12, 31), *known])
    return Axis(first.replace(day=1), _next_month(last))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
