"""Due dates as a calendar file (.ics, RFC 5545), to be opened in whatever calendar an office uses.

An action keeps its UID, so that a file opened again brings what is there up to date instead of adding to it.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from db import documents, settings
from db.calendar import Calendar
from db.connection import Checklist, arriving
from db.errors import ChecklistError, RuleBroken
from db.ledger import Row
from db.settings import Settings
from db.status import FINISHED
from db.text import as_read
from db.words import STATUS
from db.words import reminders as words
from db.yardstick import Yardstick

_CHINA = timezone(timedelta(hours=8))  # what the clocks of every county show
_RINGS = time(9)  # of the day on which a date becomes 临期


def dated(rows: Iterable[Row]) -> list[Row]:
    """The rows a calendar tells of: counted actions that are not finished and have a day."""
    return [row for row in rows if row.tally.actions and row.action.status not in FINISHED and row.action.due_on]


def write(checklist: Checklist, rows: Iterable[Row], path: Path, today: str) -> int:
    """Put the due dates of rows into a file and say how many; on any error what stood there stays.

    RuleBroken where there is none, ChecklistError for the checklist's own file and for a place that cannot be written.
    """
    told = dated(rows)
    if not told:
        raise RuleBroken("calendar_empty")
    if path.exists() and path.samefile(checklist.path):
        raise ChecklistError("calendar_itself", name=path.name)
    yard, now = settings.yardstick(checklist, today), datetime.fromisoformat(checklist.now())
    content = made(told, yard, settings.read(checklist), identity(checklist), now)
    with arriving(path) as part, part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return len(told)


def identity(checklist: Checklist) -> str:
    """What tells this checklist and its copies from all others, whatever they are called by now."""
    first = checklist.db.conn.execute("SELECT at, who FROM history ORDER BY id LIMIT 1").fetchone() or ("", "")
    told = "|".join((documents.first(checklist).code, *first))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def made(rows: Sequence[Row], yard: Yardstick, county: Settings, identity: str, now: datetime) -> bytes:
    """The file's bytes: the same rows at the same moment give the same."""
    from icalendar import Calendar as CalendarFile

    name = words.CALENDAR.format(county=county.county, year=county.plan_year)
    calendar = CalendarFile()
    for key, value in (
        ("prodid", words.PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("x-wr-calname", name),
    ):  # fmt: skip
        calendar.add(key, value)
    stamp = now.replace(microsecond=0, tzinfo=_CHINA).astimezone(UTC)
    for row in rows:
        calendar.add_component(_event(row, yard, identity, stamp))
    return bytes(calendar.to_ical())


def _event(row: Row, yard: Yardstick, identity: str, stamp: datetime) -> Any:
    from icalendar import Event

    action, due = row.action, date.fromisoformat(row.action.due_on or "")
    summary = (words.SUMMARY_LED if action.lead else words.SUMMARY).format(
        code=action.code, title=action.title, lead=action.lead
    )
    event = Event()
    for key, value in (
        ("uid", f"{action.code}.{identity}@luoshi"), ("dtstamp", stamp), ("last-modified", stamp),
        ("sequence", action.extensions), ("dtstart", due), ("dtend", due + timedelta(1)), ("transp", "TRANSPARENT"),
        ("summary", summary), ("description", _described(row)),
    ):  # fmt: skip
        event.add(key, value)
    rings = rings_on(due, yard)
    if rings is not None:
        event.add_component(_alarm(summary, due - rings))
    return event


def rings_on(due: date, yard: Yardstick) -> date | None:
    """The day an alarm is for: when the date becomes 临期, or when it falls due where it is so already; None after."""
    today = date.fromisoformat(yard.today)
    first = _workdays_before(due, yard.soon, yard.calendar)
    return first if first >= today else due if due >= today else None


def _workdays_before(due: date, number: int, calendar: Calendar) -> date:
    """The last working day after which no more than `number` working days are left till the due day."""
    day = due
    while calendar.span(day, due).workdays < number or not calendar.is_workday(day):
        day -= timedelta(1)
    return day


def _alarm(summary: str, before: timedelta) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(hours=_RINGS.hour) - before)  # from the beginning of the due day
    return alarm


def _described(row: Row) -> str:
    action, task = row.action, row.task
    day = str(as_read(action.due_on))
    due = words.DUE.format(words=action.due_words, day=day) if action.due_words else day
    facts = {
        "task": words.TASK.format(number=task.number, title=task.title), "lead": action.lead,
        "supporting": words.BETWEEN_NAMES.join((*action.responsible, *action.supporting)), "owner": action.owner,
        "due": due, "state": STATUS[action.status],
    }  # fmt: skip
    return "\n".join(words.LINES[name].format(**{name: fact}) for name, fact in facts.items() if fact)
