"""Reporting periods: months, quarters and half-years; which days they hold and which of them are closed (封账)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from db import documents
from db.connection import Checklist
from db.edit import Edit
from db.errors import RuleBroken
from db.words import periods as words

KINDS = ("month", "quarter", "half")
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_CODE = re.compile(r"(?P<year>20\d\d)(?:-(?=\d)|-?(?P<letter>[HQ]))(?P<number>\d{1,2})")
_KIND_OF = {"": "month", "Q": "quarter", "H": "half"}


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
    def name(self) -> str:
        """What people call it: 2020年6月, 2020年二季度, 2020年上半年."""
        return words.NAMES[self.kind](self.year, self.number)

    @property
    def code(self) -> str:
        """Its name on the command line: 2020-06, 2020-Q2, 2020-H1; `parse` reads it."""
        return f"{self.year}-" + {"month": "{:02d}", "quarter": "Q{}", "half": "H{}"}[self.kind].format(self.number)

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


def parse(code: str) -> Period:
    """The period of a code such as 2020-06, 2020-Q2 or 2020-H1; RuleBroken for anything else."""
    found = _CODE.fullmatch(code.strip().upper())
    kind = _KIND_OF[found["letter"] or ""] if found else ""
    number = int(found["number"]) if found else 0
    if not (found and 1 <= number <= 12 // _MONTHS[kind]):
        raise RuleBroken("period_unknown", field="period", value=code[:20])
    return of_year(kind, int(found["year"]))[number - 1]


def of_year(kind: str, year: int) -> list[Period]:
    """All periods of a kind in a year, in order."""
    return [at(kind, date(year, month, 1).isoformat()) for month in range(1, 13, _MONTHS[kind])]


def begin(checklist: Checklist) -> str:
    """The day of the notice, before which there is nothing to report; "" where it is not known."""
    return documents.first(checklist).issued_on or ""


def require_begun(checklist: Checklist, period: Period, today: str) -> None:
    """Raise RuleBroken for a period that has not begun, or that was over when the notice was issued."""
    if period.first > today:
        raise RuleBroken("period_not_begun", field="period", period=period.name)
    notice = begin(checklist)
    if period.last < notice:
        raise RuleBroken("period_before_notice", field="period", period=period.name, day=words.day(notice))


def locked(checklist: Checklist) -> dict[Period, str]:
    """The periods that are closed, with the day they were."""
    rows = checklist.db.conn.execute("SELECT first, last, kind, locked_on FROM period WHERE locked_on IS NOT NULL")
    return {Period(first, last, kind): day for first, last, kind, day in rows}


def locked_by(checklist: Checklist, period: Period) -> Period | None:
    """The closed period that covers this one, itself or a longer one; None while it is open."""
    return min((closed for closed in locked(checklist) if closed.covers(period)), default=None)


def present(checklist: Checklist, rhythm: str, day: str) -> Period:
    """The period of a kind that is reported on a day: the one that holds it, or the next where that is closed."""
    period = at(rhythm, day)
    while locked_by(checklist, period):
        period = period.after
    return period


def get(checklist: Checklist, row_id: int) -> Period | None:
    """The period of a row id; None when it is gone."""
    found = checklist.db.conn.execute("SELECT first, last, kind FROM period WHERE id = ?", (row_id,)).fetchone()
    return Period(*found) if found else None


def row(e: Edit, period: Period) -> int:
    """The id of a period's row, made as part of the step when it is first needed."""
    found = e.db.conn.execute(
        "SELECT id FROM period WHERE kind = ? AND first = ?", (period.kind, period.first)
    ).fetchone()
    return int(found[0]) if found else e.insert("period", kind=period.kind, first=period.first, last=period.last)
