"""销号, 退回 and 重开: somebody else than the claimant confirms that an action is done, or says why it is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlite_utils import Database

from db import actions, tasks
from db.actions import Action
from db.changeable import each, named
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day, clean_person, clean_reason, leaf, open_leaf, own_state
from db.names import find_unit, persons, shown_units
from db.status import FINISHED, opened
from db.text import one_line

METHODS = ("documents", "phone", "site")
_STILL_OPEN = 99  # the most an action can have that is not done after all
_WITH_UNIT = re.compile(r"(?P<name>.+?)[（(](?P<unit>.+)[）)]")


@dataclass(frozen=True, slots=True)
class Closing:
    """One decision over a claimed completion: approved, returned or reopened; dates YYYY-MM-DD.

    `claimed_by` and `done_on` are what was claimed then; method and verifier stand in an approved one only.
    """

    id: int
    action: int
    result: str
    claimed_by: str
    done_on: str
    method: str | None
    verifier: str
    confirmer: str
    decided_on: str
    reason: str


def of_action(checklist: Checklist, action_id: int) -> list[Closing]:
    """Every decision over an action, the first one first."""
    return _read(checklist, "WHERE action = ?", action_id)


def all(checklist: Checklist) -> list[Closing]:
    """Every decision of the checklist, the first one first."""
    return _read(checklist, "")


def _read(checklist: Checklist, where: str, *values: object) -> list[Closing]:
    columns = ", ".join(field.name for field in fields(Closing))
    return [
        Closing(*row) for row in checklist.db.conn.execute(f"SELECT {columns} FROM closing {where} ORDER BY id", values)
    ]


def waiting(checklist: Checklist, on: str = "") -> list[Action]:
    """The actions that are done and wait for their 销号, in the notice's order; units bear their names of `on`."""
    applicable = {task.id for task in tasks.all(checklist) if task.applicable}
    return [
        action
        for action in actions.all(checklist, on)
        if action.leaf and action.status == "done" and action.task in applicable
    ]


def people(checklist: Checklist) -> list[str]:
    """Whoever is known as a person, or has claimed, verified or confirmed before; sorted."""
    rows = checklist.db.conn.execute(
        "SELECT claimed_by FROM action UNION SELECT claimed_by FROM closing UNION SELECT verifier FROM closing "
        "UNION SELECT confirmer FROM closing UNION SELECT stop_confirmer FROM action"
    )
    return sorted({name for (name,) in rows if name} | set(persons(checklist)))


def close(
    checklist: Checklist,
    action_ids: Sequence[int],
    *,
    method: str,
    verifier: str,
    confirmer: str,
    decided_on: str,
    today: str,
) -> ChangeSet:
    """销号: done actions are closed, verified by `method` and confirmed by another than their claimants.

    Undo cannot cross it; the way back is `reopen`.
    """
    if method not in METHODS:
        raise RuleBroken("method_missing", field="method")
    verifier, confirmer = clean_person(verifier, "verifier"), clean_person(confirmer, "confirmer")
    chosen = _done(checklist, action_ids, "close_not_done")
    decided_on = _clean_decided(checklist, chosen, decided_on, today)
    for action in chosen:
        if _same_person(checklist.db, action.claimed_by, confirmer):
            raise RuleBroken("confirmer_claims", field="confirmer", title=action.title, name=action.claimed_by)
    with edit(checklist, "close", barrier=True, title=named(chosen)) as e:
        for action in chosen:
            _record(e, action, "approved", method=method, verifier=verifier, confirmer=confirmer, decided_on=decided_on)
            e.update("action", action.id, status="closed")
    return e.changes


def send_back(
    checklist: Checklist, action_ids: Sequence[int], *, reason: str, confirmer: str, decided_on: str, today: str
) -> ChangeSet:
    """退回: what was said to be done is not; it goes on with its former percent, and the clock never stopped."""
    reason, confirmer = clean_reason(reason), clean_person(confirmer, "confirmer")
    chosen = _done(checklist, action_ids, "return_not_done")
    return _open_again(checklist, "send_back", "returned", chosen, reason, confirmer, decided_on, today)


def reopen(
    checklist: Checklist, action_ids: Sequence[int], *, reason: str, confirmer: str, decided_on: str, today: str
) -> ChangeSet:
    """重开: closed actions are under way again with the percent they had before they were done."""
    reason, confirmer = clean_reason(reason), clean_person(confirmer, "confirmer")
    chosen = each(leaf, checklist, action_ids)
    for action in chosen:
        if action.status != "closed":
            raise RuleBroken("not_closed", field="status", title=action.title)
    return _open_again(checklist, "reopen", "reopened", chosen, reason, confirmer, decided_on, today)


def _open_again(
    checklist: Checklist,
    step: str,
    result: str,
    chosen: Sequence[Action],
    reason: str,
    confirmer: str,
    decided_on: str,
    today: str,
) -> ChangeSet:
    decided_on = _clean_decided(checklist, chosen, decided_on, today)
    with edit(checklist, step, barrier=True, title=named(chosen)) as e:
        for action in chosen:
            _record(e, action, result, reason=reason, confirmer=confirmer, decided_on=decided_on)
            percent = min(own_state(e, action.id).former_percent or 0, _STILL_OPEN)
            e.update("action", action.id, **opened("in_progress", percent))
    return e.changes


def _record(e: Edit, action: Action, result: str, **decision: Any) -> None:
    e.insert("closing", action=action.id, result=result, claimed_by=action.claimed_by, done_on=action.done_on,
             **decision)  # fmt: skip


def _done(checklist: Checklist, action_ids: Sequence[int], refusal: str) -> list[Action]:
    chosen = each(open_leaf, checklist, action_ids)
    for action in chosen:
        if action.status not in FINISHED:
            raise RuleBroken(refusal, field="status", title=action.title)
    return chosen


def _clean_decided(checklist: Checklist, chosen: Sequence[Action], decided_on: str, today: str) -> str:
    """The day of a decision: not after today, not before what it decides over nor before the decision before it."""
    if not one_line(decided_on):
        raise RuleBroken("closing_day_empty", field="decided_on")
    day = clean_day(decided_on, "decided_on")
    if day > today:
        raise RuleBroken("closing_after_today", field="decided_on")
    for action in chosen:
        last = max((closing.decided_on for closing in of_action(checklist, action.id)), default="")
        for code, earliest in (("closing_before_done", action.done_on or ""), ("closing_before_last", last)):
            if day < earliest:
                raise RuleBroken(code, field="decided_on", title=action.title, day=earliest)
    return day


def _same_person(db: Database, one: str, other: str) -> bool:
    """Whether two names may mean one person: 李明, 李 明, and 李明（县教育局）where the only 李明 known works there."""
    (name, unit), (its_name, its_unit) = _who(db, one), _who(db, other)
    return name == its_name and (not unit or not its_unit or unit == its_unit)


def _who(db: Database, told: str) -> tuple[str, str]:
    """A name without blanks, and the unit it belongs to; "" where that may be any."""
    bracket = _WITH_UNIT.fullmatch(told.strip())
    name = "".join((bracket["name"] if bracket else told).split())
    if bracket:
        unit = find_unit(db, one_line(bracket["unit"]))
        return name, one_line(bracket["unit"]) if unit is None else shown_units(db)[unit]
    units = db.conn.execute("SELECT unit FROM person WHERE name = ?", (name,)).fetchall()
    only = units[0][0] if len(units) == 1 else None
    return name, shown_units(db)[only] if only is not None else ""
