"""How far a leaf action is, as people say it: percent, lifecycle, the day it was done, out of the count or in."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from db import status
from db.actions import Action
from db.changeable import changeable, each, named
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.names import LIMIT as NAME_LIMIT
from db.text import one_line
from db.words import STATUS, quoted

REASON_LIMIT = 500
SETTABLE = ("not_started", "in_progress", "done")  # the others come by a closing, or with a reason


def set_percent(checklist: Checklist, action_id: int, value: object) -> ChangeSet:
    """Set a leaf's percent, 0 to 100; typing 1–99 starts an action that was not started.

    Raises RuleBroken for less than what was last reported: that takes a progress entry with its reason.
    """
    percent = clean_percent(value)
    action = open_leaf(checklist, action_id)
    reported = checklist.db.conn.execute(_REPORTED, (action_id,)).fetchone()
    if reported and percent < reported[0]:
        raise RuleBroken("percent_reported", field="percent", was=reported[0])
    with edit(checklist, "percent", title=quoted([action.title])) as e:
        e.update("action", action.id, **status.with_percent(action.status, percent))
    return e.changes


_REPORTED = (
    "SELECT percent FROM progress JOIN period ON period.id = period WHERE action = ? "
    "ORDER BY last DESC, first DESC LIMIT 1"
)


def set_status(checklist: Checklist, action_ids: Sequence[int], new: str, *, today: str) -> ChangeSet:
    """Set the lifecycle of leaves as one step; done means 100 % and done today, claimed by the hand at work."""
    require_settable(new)
    chosen = each(open_leaf, checklist, action_ids)
    with edit(checklist, "status", title=named(chosen), status=STATUS[new]) as e:
        for action in chosen:
            write_status(e, action, new, today=today, by=checklist.by)
    return e.changes


def require_settable(new: str) -> None:
    """Raise RuleBroken for a state that does not come by being set."""
    if new not in SETTABLE:
        raise RuleBroken("status_unsettable", field="status", value=STATUS.get(new, new))


def write_status(e: Edit, action: Action, new: str, *, today: str, by: str) -> None:
    """Set the lifecycle of one leaf as part of a step; RuleBroken where people cannot set it."""
    require_leaf(action)
    require_open(action)
    e.update("action", action.id, **status.with_status(own_state(e, action.id), new, today, by))


def tick(checklist: Checklist, action_ids: Sequence[int], *, today: str) -> ChangeSet:
    """Space: mark leaves done at once, or when all of them are done give each its former state back."""
    chosen = each(open_leaf, checklist, action_ids)
    undone = [action for action in chosen if action.status not in status.FINISHED]
    with edit(checklist, "done" if undone else "undone", title=named(undone or chosen)) as e:
        for action in undone or chosen:
            e.update("action", action.id, **status.tick(own_state(e, action.id), today, checklist.by))
    return e.changes


def set_done_on(
    checklist: Checklist, action_id: int, day: str, *, today: str, claimed_by: str | None = None
) -> ChangeSet:
    """Correct the day a done action was done, not later than today; and who says so (报结人) where that is given."""
    done_on = clean_day(day, "done_on")
    if done_on > today:
        raise RuleBroken("done_after_today", field="done_on")
    action = open_leaf(checklist, action_id)
    if action.status not in status.FINISHED:
        raise RuleBroken("not_done", field="done_on", title=action.title)
    sent_back = checklist.db.conn.execute(_SENT_BACK, (action_id,)).fetchone()[0]
    if sent_back and done_on < sent_back:
        raise RuleBroken("done_before_return", field="done_on", day=sent_back)
    if claimed_by is None or not (one_line(claimed_by) or action.claimed_by):  # an old file knows none
        claimed_by = action.claimed_by
    else:
        claimed_by = clean_person(claimed_by, "claimed_by")
    with edit(checklist, "done_on", title=quoted([action.title])) as e:
        e.update("action", action.id, done_on=done_on, claimed_by=claimed_by)
    return e.changes


_SENT_BACK = "SELECT max(decided_on) FROM closing WHERE action = ? AND result <> 'approved'"


def set_claimant(checklist: Checklist, action_ids: Sequence[int], name: str) -> ChangeSet:
    """Correct who says that actions are done (报结人); after 销号 it cannot be changed any more."""
    name = clean_person(name, "claimed_by")
    chosen = each(open_leaf, checklist, action_ids)
    with edit(checklist, "claimant", title=named(chosen)) as e:
        for action in chosen:
            if action.status not in status.FINISHED:
                raise RuleBroken("not_done_claimant", field="claimed_by", title=action.title)
            e.update("action", action.id, claimed_by=name)
    return e.changes


def stop(
    checklist: Checklist, action_ids: Sequence[int], kind: str, *, reason: str, confirmer: str, today: str
) -> ChangeSet:
    """Take leaves out of the count: "cancelled" (终止) or "not_applicable", with a reason and who confirms it."""
    reason, confirmer = clean_reason(reason), clean_person(confirmer, "confirmer")
    if kind not in status.UNCOUNTED:
        raise RuleBroken("status_unknown", field="status", value=kind)
    chosen = each(open_leaf, checklist, action_ids)
    with edit(checklist, kind if kind == "cancelled" else "action_not_applicable", title=named(chosen)) as e:
        for action in chosen:
            own = own_state(e, action.id)
            if own.status in status.FINISHED:
                raise RuleBroken("stop_done", field="status", title=action.title)
            e.update(
                "action", action.id, status=kind, stop_reason=reason, stop_confirmer=confirmer, stopped_on=today,
                former_status=own.status, former_percent=own.percent,
            )  # fmt: skip
    return e.changes


def resume(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Count actions again that were 已终止 or 不适用, in the state they had; the reason stays in the history."""
    chosen = each(leaf, checklist, action_ids)
    with edit(checklist, "resume", title=named(chosen)) as e:
        for action in chosen:
            if action.status not in status.UNCOUNTED:
                raise RuleBroken("not_stopped", title=action.title)
            own = own_state(e, action.id)
            e.update(
                "action", action.id, **status.opened(own.former_status or "not_started", own.former_percent or 0),
                stop_reason="", stop_confirmer="", stopped_on=None,
            )  # fmt: skip
    return e.changes


def leaf(checklist: Checklist, action_id: int) -> Action:
    """A changeable action that has a state of its own; RuleBroken for a parent, whose state is derived."""
    action = changeable(checklist, action_id)
    require_leaf(action)
    return action


def require_leaf(action: Action) -> None:
    """Raise RuleBroken for a parent."""
    if not action.leaf:
        raise RuleBroken("status_derived", field="status", title=action.title)


def open_leaf(checklist: Checklist, action_id: int) -> Action:
    """A leaf whose state people may set: neither 已销号, 已终止 nor 不适用."""
    action = leaf(checklist, action_id)
    require_open(action)
    return action


def require_open(action: Action) -> None:
    """Raise RuleBroken for what is 已销号, 已终止 or 不适用."""
    if action.status == "closed":
        raise RuleBroken("closed_first_reopen", field="status", title=action.title)
    if action.status in status.UNCOUNTED:
        raise RuleBroken("stopped_first_resume", field="status", title=action.title, status=STATUS[action.status])


def own_state(e: Edit, action_id: int) -> status.Own:
    """A leaf's own state as it stands in the middle of an edit."""
    sql = "SELECT status, percent, former_status, former_percent FROM action WHERE id = ?"
    return status.Own(*e.db.conn.execute(sql, (action_id,)).fetchone())


def clean_percent(value: object) -> int:
    """0 to 100 from what was typed; RuleBroken with field "percent"."""
    text = unicodedata.normalize("NFKC", str(value)).strip().rstrip("%").strip()
    if not (text.isdecimal() and len(text) <= 3 and int(text) <= 100):
        raise RuleBroken("percent_range", field="percent", value=str(value)[:12])
    return int(text)


def clean_day(day: str, field: str) -> str:
    """A day as YYYY-MM-DD; RuleBroken with the field."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise RuleBroken("date_invalid", field=field, value=day[:20]) from error


def clean_reason(reason: str, field: str = "reason") -> str:
    """A reason in one line; RuleBroken when it is missing or too long."""
    reason = one_line(reason)
    if not reason:
        raise RuleBroken("reason_missing", field=field)
    if len(reason) > REASON_LIMIT:
        raise RuleBroken("reason_long", field=field, length=len(reason), limit=REASON_LIMIT)
    return reason


def clean_person(name: str, field: str) -> str:
    """The name of somebody who answers for an act; RuleBroken `FIELD_empty` when it is missing."""
    name = one_line(name)
    if not name:
        raise RuleBroken(f"{field}_empty", field=field)
    if len(name) > NAME_LIMIT:
        raise RuleBroken("name_long", field=field, length=len(name), limit=NAME_LIMIT)
    return name
