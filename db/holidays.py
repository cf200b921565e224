"""The days off of a year, as the county keeps them: the built-in ones, or its own table entered by hand or pasted.

Whatever changes a year's table also moves, in the same step, the due dates with a rule (顺延, 提前) that fall on other
days now. Those already 印发 stay where they are: they move only by an extension.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from chinese_calendar.constants import Holiday, holidays, workdays

from db import holiday_text, settings
from db.calendar import FIRST_YEAR, LAST_YEAR, Rule
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken

Kind = Literal["off", "work"]
KINDS: tuple[Kind, ...] = ("off", "work")
YEARS = (2000, 2099)
_SOURCE = 60  # characters kept of the text a year was pasted from
_NAMES = {holiday.value: holiday.chinese for holiday in Holiday}


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is not as its weekday says: off or worked, YYYY-MM-DD, with the holiday's name or ""."""

    day: str
    kind: Kind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year that are told apart, in order.

    `source`: "own" for a table entered in this checklist, "built-in" for what the program brings along, "unknown" for
    a year of which nothing is known: Monday to Friday count as worked.
    """

    year: int
    days: tuple[Day, ...]
    source: Literal["own", "built-in", "unknown"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pasted notice would do: the whole table of its year, and the days it names of the years beside."""

    year: int
    days: tuple[Day, ...]
    beside: tuple[Day, ...]


def year(checklist: Checklist, number: int) -> Year:
    """The table of a year: the checklist's own, else the built-in one."""
    if _own(checklist, number) is None:
        known = FIRST_YEAR <= number <= LAST_YEAR
        return Year(number, _built_in(number), "built-in" if known else "unknown")
    rows = _rows(checklist, number)
    return Year(number, tuple(day for _, day in sorted(rows.values(), key=lambda row: row[1].day)), "own")


def set_day(checklist: Checklist, day: str, kind: Kind | None) -> ChangeSet:
    """Say that a day is off or worked, or, with None, that it is as its weekday says.

    A year touched for the first time takes over the built-in table, or begins as plain weeks.
    """
    when = _clean_day(day)
    if kind is not None and kind not in KINDS:
        raise RuleBroken("choice_unknown", field="kind", value=kind)
    table = {entry.day: entry for entry in year(checklist, when.year).days}
    was = table.pop(when.isoformat(), None)
    if kind == "off" or (kind == "work" and when.weekday() >= 5):
        table[when.isoformat()] = Day(when.isoformat(), kind, was.name if was else "")
    if table.get(when.isoformat()) == was:
        return ChangeSet("")
    with edit(checklist, "calendar_day", day=when.isoformat()) as e:
        _write(checklist, e, when.year, table.values(), None)
        _adjust(checklist, e)
    return e.changes


def plan(text: str, year: int | None = None) -> Plan:
    """What pasting a notice would do; `year` is meant where the text names none. Changes nothing.

    Raises RuleBroken with field "text" for what cannot be read.
    """
    read = holiday_text.read(text, year)
    about = read.year or year
    if about is None:
        raise RuleBroken("calendar_year_missing", field="text")
    _require_year(about)
    days = [Day(said.day.isoformat(), said.kind, said.name) for said in read.days if _differs(said.day, said.kind)]
    mine = tuple(day for day in days if day.day[:4] == str(about))
    if not mine:
        raise RuleBroken("calendar_other_year", field="text", year=about)
    return Plan(about, mine, tuple(day for day in days if day.day[:4] != str(about)))


def paste(checklist: Checklist, text: str, year: int | None = None) -> ChangeSet:
    """Replace a year's table by what a notice says, all of it or nothing (`plan` tells beforehand).

    Days the notice names of the year before or after, as when 元旦 begins in December, are put into that year's table.
    """
    wanted = plan(text, year)
    with edit(checklist, "calendar_year", year=wanted.year) as e:
        _write(checklist, e, wanted.year, wanted.days, _first_words(text))
        for number, days in _by_year(wanted.beside).items():
            _put_into(checklist, e, number, days)
        _adjust(checklist, e)
    return e.changes


def forget(checklist: Checklist, number: int) -> ChangeSet:
    """Go back to the built-in table of a year, or to plain weeks where there is none."""
    _require_year(number)
    own = _own(checklist, number)
    if own is None:
        return ChangeSet("")
    with edit(checklist, "calendar_forget", year=number) as e:
        for row_id, _ in _rows(checklist, number).values():
            e.delete("calendar_day", row_id)
        e.delete("calendar_year", own)
        _adjust(checklist, e)
    return e.changes


def _built_in(number: int) -> tuple[Day, ...]:
    tables: tuple[tuple[Kind, Mapping[date, str]], ...] = (("off", holidays), ("work", workdays))
    return tuple(sorted(
        (Day(day.isoformat(), kind, _NAMES.get(name, "")) for kind, table in tables for day, name in table.items()
         if day.year == number),
        key=lambda entry: entry.day,
    ))  # fmt: skip


def _put_into(checklist: Checklist, e: Edit, number: int, days: Iterable[Day]) -> None:
    """Put days into the table of a year that differ from what it says already."""
    table = {entry.day: entry for entry in year(checklist, number).days}
    new = {day.day: day for day in days if (was := table.get(day.day)) is None or was.kind != day.kind}
    if new:
        _write(checklist, e, number, (table | new).values(), None)


def _write(checklist: Checklist, e: Edit, number: int, days: Iterable[Day], source: str | None) -> None:
    """Make these the days of a year; a source of None leaves the one that is kept."""
    own = _own(checklist, number)
    if own is None:
        e.insert("calendar_year", year=number, source=source or "")
    elif source is not None:
        e.update("calendar_year", own, source=source)
    kept, wanted = _rows(checklist, number), {entry.day: entry for entry in days}
    for day, (row_id, _) in kept.items():
        if day not in wanted:
            e.delete("calendar_day", row_id)
    for entry in sorted(wanted.values(), key=lambda entry: entry.day):
        if entry.day in kept:
            e.update("calendar_day", kept[entry.day][0], kind=entry.kind, name=entry.name)
        else:
            e.insert("calendar_day", day=entry.day, kind=entry.kind, name=entry.name)


def _adjust(checklist: Checklist, e: Edit) -> None:
    """Move due dates by their rule in the calendar as it is now; a rule may reach over the end of a year."""
    calendar = settings.calendar(checklist)
    for action, stated, rule in checklist.db.conn.execute(
        "SELECT id, due_stated, due_rule FROM action WHERE due_rule <> 'none' AND due_stated IS NOT NULL "
        "AND issue IS NULL ORDER BY id"
    ).fetchall():
        moved = calendar.adjusted(date.fromisoformat(stated), cast(Rule, rule))
        e.update("action", action, due_on=moved.isoformat())


def _own(checklist: Checklist, number: int) -> int | None:
    """The row of a year entered in this checklist."""
    row = checklist.db.conn.execute("SELECT id FROM calendar_year WHERE year = ?", (number,)).fetchone()
    return row[0] if row else None


def _rows(checklist: Checklist, number: int) -> dict[str, tuple[int, Day]]:
    rows = checklist.db.conn.execute(
        "SELECT id, day, kind, name FROM calendar_day WHERE day BETWEEN ? AND ?", (f"{number}-01-01", f"{number}-12-31")
    )
    return {day: (row_id, Day(day, kind, name)) for row_id, day, kind, name in rows}


def _by_year(days: Iterable[Day]) -> dict[int, list[Day]]:
    found: defaultdict[int, list[Day]] = defaultdict(list)
    for day in days:
        found[int(day.day[:4])].append(day)
    return found


def _differs(day: date, kind: str) -> bool:
    """Whether it is worth keeping: a weekday that is worked is nothing out of the way."""
    return kind == "off" or day.weekday() >= 5


def _first_words(text: str) -> str:
    return " ".join(text.split())[:_SOURCE]


def _clean_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RuleBroken("date_invalid", field="day", value=text[:20]) from error
    _require_year(day.year)
    return day


def _require_year(number: int) -> None:
    least, most = YEARS
    if not least <= number <= most:
        raise RuleBroken("calendar_year_range", field="year", least=least, most=most)
