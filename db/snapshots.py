"""How a checklist stood at one time: now, or when a period was closed, read back from what was stored that day."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from db import actions, counts, documents, dossier, progress, settings, tasks
from db.actions import Action
from db.calendar import Calendar, YearTable
from db.connection import Checklist
from db.counts import Counts
from db.documents import Document
from db.dossier import Dossier
from db.errors import FileDamaged, RuleBroken
from db.periods import Period
from db.progress import Duty, Entry
from db.settings import Settings
from db.tasks import Part, Task
from db.yardstick import Yardstick

_FORM = 1  # of the JSON
# Of a task all else is the notice's own text, which never changes.
_OF_TASK = ("applicable", "na_reason", "na_confirmer", "na_by", "leader", "owner", "contact", "levels")


@dataclass(frozen=True)
class State:
    """Everything figures, reports and comparison are made of; `period` is None for now."""

    period: Period | None
    settings: Settings
    yard: Yardstick
    document: Document
    parts: tuple[Part, ...]
    tasks: tuple[Task, ...]
    actions: tuple[Action, ...]
    dossier: Dossier
    entries: tuple[Entry, ...] = ()

    @cached_property
    def counts(self) -> Counts:
        """The figures of that day."""
        return counts.of(self.tasks, self.actions, self.yard)

    def duty(self, period: Period) -> Duty:
        """Who had to report in a period, and who had."""
        reported = {entry.action: entry for entry in self.entries if period.covers(entry.period)}
        return progress.duty(self.tasks, self.actions, reported, period)


def now(checklist: Checklist, today: str, period: Period | None = None) -> State:
    """How the checklist stands, with the entries of a period and of the shorter ones inside it."""
    return State(
        period=None,
        settings=settings.read(checklist),
        yard=settings.yardstick(checklist, today),
        document=documents.first(checklist),
        parts=tuple(tasks.parts(checklist)),
        tasks=tuple(tasks.all(checklist)),
        actions=tuple(actions.all(checklist, today)),
        dossier=dossier.read(checklist, today),
        entries=tuple(entry for its in progress.within(checklist, period).values() for entry in its) if period else (),
    )


def read(checklist: Checklist, period: Period) -> State:
    """How the checklist stood when a period was closed.

    Raises RuleBroken when it was not, FileDamaged when what was stored is not what is there.
    """
    found = checklist.db.conn.execute(
        "SELECT content, sha256 FROM snapshot JOIN period ON period.id = period WHERE kind = ? AND first = ?",
        (period.kind, period.first),
    ).fetchone()
    if found is None:
        raise RuleBroken("snapshot_none", field="period", period=period.name)
    content, told = found
    if digest(content) != told:
        raise FileDamaged("snapshot_damaged", period=period.name)
    try:
        return _state(checklist, period, json.loads(content))
    except (ValueError, TypeError, KeyError) as error:
        raise FileDamaged("snapshot_damaged", period=period.name) from error


def at(checklist: Checklist, today: str, period: Period | None = None) -> State:
    """How the checklist stood when `period` was closed; how it stands today where there is none."""
    return read(checklist, period) if period else now(checklist, today)


def stored(state: State) -> str:
    """A state as text, the same for the same state."""
    yard = asdict(replace(state.yard, calendar=Calendar()))
    del yard["calendar"]
    told = {
        "form": _FORM,
        "settings": asdict(state.settings),
        "yard": yard,
        "calendar": {str(year): _days(table) for year, table in state.yard.calendar.own.items()},
        "document": asdict(state.document),
        "tasks": {str(task.id): {name: getattr(task, name) for name in _OF_TASK} for task in state.tasks},
        "actions": [_shown(action) for action in state.actions],
        "entries": [_shown(entry) | {"period": asdict(entry.period)} for entry in state.entries],
        "dossier": dossier.stored(state.dossier),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: str) -> str:
    """The SHA-256 by which a change of what was stored shows."""
    return hashlib.sha256(content.encode()).hexdigest()


def _shown(row: Action | Entry) -> dict[str, Any]:
    """The fields that are not at their default."""
    return {
        field.name: getattr(row, field.name)
        for field in fields(row)
        if field.default is MISSING or getattr(row, field.name) != field.default
    }


def _days(table: YearTable) -> dict[str, list[str]]:
    return {kind: sorted(day.isoformat() for day in getattr(table, kind)) for kind in ("off", "work")}


def _state(checklist: Checklist, period: Period, told: Mapping[str, Any]) -> State:
    years = {
        int(year): YearTable(*(frozenset(map(date.fromisoformat, days[kind])) for kind in ("off", "work")))
        for year, days in told["calendar"].items()
    }
    return State(
        period=period,
        settings=Settings(**told["settings"]),
        yard=Yardstick(**told["yard"], calendar=Calendar(years)),
        document=Document(**told["document"]),
        parts=tuple(tasks.parts(checklist)),
        tasks=tuple(replace(task, **dict(_tuples(told["tasks"][str(task.id)]))) for task in tasks.all(checklist)),
        actions=tuple(Action(**dict(_tuples(row))) for row in told["actions"]),
        dossier=_dossier(checklist, told),
        entries=tuple(Entry(**row | {"period": Period(**row["period"])}) for row in told["entries"]),
    )


def _dossier(checklist: Checklist, told: Mapping[str, Any]) -> Dossier:
    """What was stored; for periods closed before all of it was, what had come about by that day."""
    kept = told.get("dossier", {})
    if all(field.name in kept for field in fields(Dossier)):
        return dossier.restored(kept)
    day = told["yard"]["today"]
    return dossier.as_of(dossier.read(checklist, day), day)


def _tuples(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        yield name, tuple(value) if isinstance(value, list) else value
