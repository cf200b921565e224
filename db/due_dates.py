"""When an action is due and when it begins: words as typed, the day they mean, the rule for days off.

Before 印发 a due date is free; afterwards it changes only through an extension (db.extensions).
"""

from collections.abc import Mapping
from datetime import date
from typing import cast, get_args

from db import actions, deadlines, settings
from db.actions import Action
from db.calendar import Rule
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.tasks import require_applicable
from db.words import quoted

RULES = get_args(Rule)  # 不调整, 顺延 (legal periods), 提前 (reporting dates)


def set_due(checklist: Checklist, action_id: int, words: str, *, today: str) -> ChangeSet:
    """Set the due date from words as typed, kept for print; an empty text clears it."""
    action = _movable(checklist, action_id)
    new = columns(checklist, words, today, action.due_rule)
    with edit(checklist, "due", title=quoted([action.title])) as e:
        write(e, action, new)
    return e.changes


def write(e: Edit, action: Action, new: Mapping[str, str | None]) -> None:
    """Write the `columns` of a due date as part of a step; RuleBroken once it has been issued, or before the start."""
    _require_free(action)
    _require_order(action.start_on, new["due_on"], "due")
    e.update("action", action.id, **new)


def set_rule(checklist: Checklist, action_id: int, rule: str) -> ChangeSet:
    """Say where a due date goes that falls on a day off: "none", "next" working day or "previous"."""
    if rule not in RULES:
        raise RuleBroken("choice_unknown", field="due_rule", value=rule)
    action = _movable(checklist, action_id)
    with edit(checklist, "due_rule", title=quoted([action.title])) as e:
        e.update("action", action_id, due_rule=rule, due_on=adjusted(checklist, action.due_stated, rule))
    return e.changes


def set_start(checklist: Checklist, action_id: int, words: str, *, today: str) -> ChangeSet:
    """Set the day an action begins, in the words deadlines are written in; an empty text clears it."""
    action = actions.get(checklist, action_id)
    require_applicable(checklist, action.task)
    start = deadlines.parse(words, settings.read(checklist).plan_year, today).on if words.strip() else None
    if words.strip() and start is None:
        raise RuleBroken("start_no_day", field="start_on")
    _require_order(start, action.due_on, "start_on")
    with edit(checklist, "start_on", title=quoted([action.title])) as e:
        e.update("action", action_id, start_on=start)
    return e.changes


def columns(checklist: Checklist, words: str, today: str, rule: str = "none") -> dict[str, str | None]:
    """The columns words make; working days are counted from `today` where the words count them."""
    if not words.strip():
        return {"due_on": None, "due_stated": None, "due_words": ""}
    due = deadlines.parse(
        words, settings.read(checklist).plan_year, today, calendar=settings.calendar(checklist)
    )
    return {"due_on": adjusted(checklist, due.on, rule), "due_stated": due.on, "due_words": due.words}


def adjusted(checklist: Checklist, stated: str | None, rule: str) -> str | None:
    """The day in force: the stated one, moved off a day nobody works where the rule says so."""
    if stated is None or rule == "none":
        return stated
    return settings.calendar(checklist).adjusted(date.fromisoformat(stated), cast(Rule, rule)).isoformat()


def _movable(checklist: Checklist, action_id: int) -> Action:
    action = actions.get(checklist, action_id)
    require_applicable(checklist, action.task)
    _require_free(action)
    return action


def _require_free(action: Action) -> None:
    if action.issued_on:
        raise RuleBroken("due_issued", field="due", day=action.issued_on)


def _require_order(start: str | None, due: str | None, field: str) -> None:
    if start and due and start > due:
        raise RuleBroken("start_after_due", field=field, start=start, due=due)
