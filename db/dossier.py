"""What paper needs beside tasks and actions: what hangs on these, and the county round them; stored with 封账."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from db import (
    closings,
    counterparts,
    evidence,
    extensions,
    letterhead,
    people,
    problems,
    progress,
    supervision,
    units,
)
from db.closings import Closing
from db.connection import Checklist
from db.evidence import Evidence
from db.extensions import Extension
from db.letterhead import Letterhead
from db.periods import Period
from db.problems import Problem
from db.progress import Entry
from db.supervision import Item, Notice

_Row = TypeVar("_Row", Entry, Problem, Extension, Closing, Evidence)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it, in the order it came about; `newest` the last report of each action, `phones` by person's name.

    Beside it the county as it was then: `roster` are the names of all units in its order, `bureaus` the unit of each
    national body, `notices` the register of 督办通知单.
    """

    letterhead: Letterhead
    newest: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    extensions: tuple[Extension, ...] = ()
    closings: tuple[Closing, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    roster: tuple[str, ...] = ()
    bureaus: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()


def read(checklist: Checklist, on: str) -> Dossier:
    """The dossier as it stands; units and people by their names of the day `on`."""
    return Dossier(
        letterhead=letterhead.read(checklist),
        newest=tuple(progress.newest(checklist).values()),
        problems=tuple(problems.all(checklist, on)),
        extensions=tuple(extensions.all(checklist)),
        closings=tuple(closings.all(checklist)),
        evidence=tuple(evidence.all(checklist)),
        phones=tuple((one.name, one.phone) for one in people.all(checklist) if one.phone and one.there(on)),
        roster=tuple(unit.shown for unit in units.all(checklist)),
        bureaus=tuple((one.body, one.unit) for one in counterparts.all(checklist, on)),
        notices=tuple(supervision.as_of(supervision.all(checklist, on), on)),
    )


def as_of(dossier: Dossier, day: str) -> Dossier:
    """What had come about by a day; for a period that was closed before dossiers were stored with it."""
    return replace(
        dossier,
        newest=tuple(entry for entry in dossier.newest if entry.entered_on <= day),
        problems=tuple(
            replace(one, solved_on=None, solution="") if (one.solved_on or "") > day else one
            for one in dossier.problems if one.entry.raised_on <= day
        ),
        extensions=tuple(
            replace(one, decision="pending", approver="", decided_on=None) if (one.decided_on or "") > day else one
            for one in dossier.extensions if one.applied_on <= day
        ),
        closings=tuple(one for one in dossier.closings if one.decided_on <= day),
        evidence=tuple(one for one in dossier.evidence if one.added_on <= day),
    )  # fmt: skip


def by_action(rows: Iterable[_Row]) -> dict[int, tuple[_Row, ...]]:
    """Rows of one kind by the action they hang on."""
    found: dict[int, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.action, []).append(row)
    return {action: tuple(its) for action, its in found.items()}


def stored(dossier: Dossier) -> dict[str, Any]:
    """A dossier as JSON can hold it; `restored` reads it back."""
    return asdict(dossier)


def restored(told: Mapping[str, Any]) -> Dossier:
    """A dossier out of JSON."""

    def rows(name: str, make: Callable[[dict[str, Any]], _Row]) -> tuple[_Row, ...]:
        return tuple(map(make, told[name]))

    return Dossier(
        letterhead=Letterhead(**told["letterhead"]),
        newest=rows("newest", lambda row: Entry(**row | {"period": Period(**row["period"])})),
        problems=rows("problems", lambda row: Problem(**row | {"entry": problems.Entry(**row["entry"])})),
        extensions=rows("extensions", lambda row: Extension(**row)),
        closings=rows("closings", lambda row: Closing(**row)),
        evidence=rows("evidence", lambda row: Evidence(**row)),
        phones=tuple((name, phone) for name, phone in told["phones"]),
        roster=tuple(told["roster"]),
        bureaus=tuple((body, unit) for body, unit in told["bureaus"]),
        notices=tuple(
            Notice(**row | {"items": tuple(Item(**item) for item in row["items"])}) for row in told["notices"]
        ),
    )
