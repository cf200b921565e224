"""Reporting periods: months, quarters and half-years; which days they hold and which of them are closed (封账)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from db.connection import Checklist
from db.edit import Edit

KINDS = ("month", "quarter", "half")
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month, quarter or half-year: its first and last day, YYYY-MM-DD."""

    first: str
    last: str
    kind: str

    @property
    def year(self) -> int:
        """The year it lies in."""
        return int(self.first[:4])

    @property
    def number(self) -> int:
        """Its place in the year, from 1."""
        return (int(self.first[5:7]) - 1) // _MONTHS[self.kind] + 1

    @property
    def before(self) -> "Period":
        """The period of its kind that ends the day before it begins."""
        return at(self.kind, (date.fromisoformat(self.first) - timedelta(1)).isoformat())

    @property
    def after(self) -> "Period":
        """The period of its kind that begins the day after it ends."""
        return at(self.kind, (date.fromisoformat(self.last) + timedelta(1)).isoformat())

    def holds(self, day: str) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def covers(self, other: "Period") -> bool:
        """Whether it holds all days of another."""
        return self.first <= other.first and other.last <= self.last


def at(kind: str, day: str) -> Period:
    """The period of a kind that holds a day."""
    when, months = date.fromisoformat(day), _MONTHS[kind]
    first = (when.month - 1) // months * months + 1
    last = first + months - 1
    end = monthrange(when.year, last)[1]
    return Period(date(when.year, first, 1).isoformat(), date(when.year, last, end).isoformat(), kind)


def of_year(kind: str, year: int) -> list[Period]:
    """All periods of a kind in a year, in order."""
    return [at(kind, date(year, month, 1).isoformat()) for month in range(1, 13, _MONTHS[kind])]


def locked(checklist: Checklist) -> dict[Period, str]:
    """The periods that are closed, with the day they were."""
    rows = checklist.db.conn.execute("SELECT first, last, kind, locked_on FROM period WHERE locked_on IS NOT NULL")
    return {Period(first, last, kind): day for first, last, kind, day in rows}


def locked_by(checklist: Checklist, period: Period) -> Period | None:
    """The closed period that covers this one, itself or a longer one; None while it is open."""
    return min((closed for closed in locked(checklist) if closed.covers(period)), default=None)


def row(e: Edit, period: Period) -> int:
    """The id of a period's row, made as part of the step when it is first needed."""
    found = e.db.conn.execute(
        "SELECT id FROM period WHERE kind = ? AND first = ?", (period.kind, period.first)
    ).fetchone()
    return int(found[0]) if found else e.insert("period", kind=period.kind, first=period.first, last=period.last)
