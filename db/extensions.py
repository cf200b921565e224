"""延期: after 印发 the only way a due date moves. Applied for, then decided on; a decided one stays for good."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from db import actions, deadlines, due_dates, settings, status
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day, clean_person, clean_reason
from db.tasks import require_applicable
from db.words import STATUS, quoted
from db.words.issuing import VERDICTS

_COLUMNS = (
    "id", "action", "number", "applicant", "applied_on", "reason", "old_due_on", "old_due_words", "new_due_on",
    "new_due_words", "late", "decision", "approver", "decided_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extension:
    """One application to move a due date; decision is pending, approved or refused, `late` asked for after the date."""

    id: int
    action: int
    number: int
    applicant: str
    applied_on: str
    reason: str
    old_due_on: str
    old_due_words: str
    new_due_on: str
    new_due_words: str
    late: bool
    decision: str
    approver: str
    decided_on: str | None


def of_action(checklist: Checklist, action_id: int) -> list[Extension]:
    """Every extension of an action, the first one first."""
    return _read(checklist, "WHERE action = ? ORDER BY number", action_id)


def pending(checklist: Checklist) -> list[Extension]:
    """The applications nobody has decided on, the oldest first."""
    return _read(checklist, "WHERE decision = 'pending' ORDER BY applied_on, id")


def all(checklist: Checklist) -> list[Extension]:
    """Every extension of the checklist, action by action in the order of their codes."""
    return _read(checklist, "JOIN (SELECT id AS a, code FROM action) ON a = action ORDER BY code, number")


def require_extendable(checklist: Checklist, action_id: int) -> Action:
    """The action whose due date can be asked to move, or RuleBroken that says why it cannot."""
    action = actions.get(checklist, action_id)
    _require_open(checklist, action)
    if any(one.decision == "pending" for one in of_action(checklist, action_id)):
        raise RuleBroken("extension_pending", title=action.title)
    return action


def apply(
    checklist: Checklist, action_id: int, *, new_due: str, reason: str, applicant: str, applied_on: str, today: str
) -> ChangeSet:
    """Apply for another due date, in words; whether it comes after the present one is kept with it.

    Raises RuleBroken with the field at fault. Days counted in words run from the day of application.
    """
    action, columns = _application(checklist, action_id, new_due, reason, applicant, applied_on, today)
    with edit(checklist, "extension_apply", title=quoted([action.title]), day=columns["new_due_on"]) as e:
        e.insert("extension", **columns)
    return e.changes


def withdraw(checklist: Checklist, extension_id: int) -> ChangeSet:
    """Take back an application nobody has decided on."""
    found = _undecided(checklist, extension_id)
    title = quoted([actions.get(checklist, found.action).title])
    with edit(checklist, "extension_withdraw", title=title) as e:
        e.delete("extension", found.id)
    return e.changes


def decide(
    checklist: Checklist, extension_id: int, approved: bool, *, approver: str, decided_on: str, today: str
) -> ChangeSet:
    """Approve an application, which moves the due date, or refuse it; a barrier for undo either way."""
    found = _undecided(checklist, extension_id)
    action = actions.get(checklist, found.action)
    if approved:
        _require_open(checklist, action)
    verdict = _verdict(approved, approver, decided_on, found.applied_on, found.new_due_on, today)
    with _decision(checklist, approved, action, found.new_due_on) as e:
        e.update("extension", found.id, **verdict)
        if approved:
            _move_due(checklist, e, action, found)
    return e.changes


def grant(
    checklist: Checklist, action_id: int, *, new_due: str, reason: str, applicant: str, applied_on: str,
    approver: str, decided_on: str, today: str,
) -> ChangeSet:  # fmt: skip
    """Apply and approve in one step, for what was decided on paper already."""
    action, columns = _application(checklist, action_id, new_due, reason, applicant, applied_on, today)
    verdict = _verdict(True, approver, decided_on, columns["applied_on"], columns["new_due_on"], today)
    with _decision(checklist, True, action, columns["new_due_on"]) as e:
        made = e.insert("extension", **columns, **verdict)
        _move_due(checklist, e, action, _read(checklist, "WHERE id = ?", made)[0])
    return e.changes


def read_due(checklist: Checklist, words: str, applied_on: str) -> deadlines.Due:
    """The due date asked for, in words; RuleBroken with field "new_due" where they mean no day."""
    if not words.strip():
        raise RuleBroken("new_due_empty", field="new_due")
    try:
        due = deadlines.parse(
            words, settings.read(checklist).plan_year, applied_on, calendar=settings.calendar(checklist)
        )
    except RuleBroken as error:
        raise RuleBroken(error.code, field="new_due", **error.facts) from error
    if due.on is None:
        raise RuleBroken("new_due_no_day", field="new_due", words=due.words)
    return due


def _application(
    checklist: Checklist, action_id: int, new_due: str, reason: str, applicant: str, applied_on: str, today: str
) -> tuple[Action, dict[str, Any]]:
    """The action and the columns of an application that can stand."""
    action = require_extendable(checklist, action_id)
    applicant, applied_on = clean_person(applicant, "applicant"), clean_day(applied_on, "applied_on")
    if applied_on > today:
        raise RuleBroken("applied_after_today", field="applied_on")
    if applied_on < str(action.issued_on):
        raise RuleBroken("applied_before_issue", field="applied_on", issued=action.issued_on)
    due = read_due(checklist, new_due, applied_on)
    day = str(due_dates.adjusted(checklist, due.on, action.due_rule))
    _require_new_day(action, day, today)
    return action, {
        "action": action_id, "number": len(of_action(checklist, action_id)) + 1, "applicant": applicant,
        "applied_on": applied_on, "reason": clean_reason(reason), "old_due_on": action.due_on,
        "old_due_words": action.due_words, "new_due_on": day, "new_due_words": due.words,
        "late": int(applied_on > str(action.due_on)),
    }  # fmt: skip


def _require_open(checklist: Checklist, action: Action) -> None:
    """Only what has gone out with a date, and is neither done nor out of the count, can be extended."""
    require_applicable(checklist, action.task)
    if action.status in status.UNCOUNTED:
        raise RuleBroken("stopped_first_resume", title=action.title, status=STATUS[action.status])
    if action.status in status.FINISHED:
        raise RuleBroken("extension_finished", title=action.title)
    if action.issued_on is None:
        raise RuleBroken("extension_not_issued", title=action.title)
    if action.due_on is None:
        raise RuleBroken("extension_no_due", title=action.title)


def _require_new_day(action: Action, day: str, today: str) -> None:
    if day == action.due_on:
        raise RuleBroken("new_due_same", field="new_due", day=day)
    if day < today:
        raise RuleBroken("new_due_past", field="new_due", day=day)
    if action.start_on and day < action.start_on:
        raise RuleBroken("new_due_before_start", field="new_due", day=day, start=action.start_on)


def _verdict(
    approved: bool, approver: str, decided_on: str, applied_on: str, new_due_on: str, today: str
) -> dict[str, str]:
    """The columns of a decision that can stand."""
    approver, decided_on = clean_person(approver, "approver"), clean_day(decided_on, "decided_on")
    if decided_on > today:
        raise RuleBroken("decided_after_today", field="decided_on")
    if decided_on < applied_on:
        raise RuleBroken("decided_before_applied", field="decided_on", applied=applied_on)
    if approved and decided_on > new_due_on:
        raise RuleBroken("decided_after_new_due", field="decided_on", day=new_due_on)
    return {"decision": "approved" if approved else "refused", "approver": approver, "decided_on": decided_on}


def _decision(checklist: Checklist, approved: bool, action: Action, day: str) -> AbstractContextManager[Edit]:
    title = quoted([action.title])
    return edit(checklist, "extension", barrier=True, verdict=VERDICTS[approved], title=title, day=day)


def _move_due(checklist: Checklist, e: Edit, action: Action, granted: Extension) -> None:
    """Put the new date in force; the file lets it move only once the extension says so."""
    stated = read_due(checklist, granted.new_due_words, granted.applied_on).on
    if due_dates.adjusted(checklist, stated, action.due_rule) != granted.new_due_on:
        stated = granted.new_due_on  # the calendar or the plan year has changed since it was asked for
    e.update(
        "action", action.id, due_on=granted.new_due_on, due_words=granted.new_due_words, due_stated=stated
    )


def _undecided(checklist: Checklist, extension_id: int) -> Extension:
    found = _read(checklist, "WHERE id = ?", extension_id)
    if not found:
        raise RuleBroken("extension_unknown")
    if found[0].decision != "pending":
        raise RuleBroken("extension_decided")
    return found[0]


def _read(checklist: Checklist, where: str, *values: object) -> list[Extension]:
    rows = checklist.db.conn.execute(f"SELECT {', '.join(_COLUMNS)} FROM extension {where}", values)
    named = (dict(zip(_COLUMNS, row, strict=True)) for row in rows)
    return [Extension(**columns | {"late": bool(columns["late"])}) for columns in named]
