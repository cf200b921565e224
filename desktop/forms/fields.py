"""The one table of the form's fields, top to bottom: what each shows of an action and how it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db import action_edits, answers, due_dates, lifecycle, status
from db.actions import Action
from db.changes import ChangeSet
from db.errors import ChecklistError
from desktop import wording
from desktop.session import Session

Saved = tuple[ChangeSet, ChecklistError | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its key is the one a refusal names.

    `kind` is how it is written: wrap, unit, units, person, date, rule, status, percent, answers or number.
    `shown(action, plan_year)` is what stands in it; `main` says that it is seen even where nothing stands in it.
    `leaf`: only an action without sub-actions has a value of its own.
    """

    key: str
    kind: str
    shown: Callable[[Action, int], Any]
    save: Callable[[Session, int, Any], Saved]
    main: bool = False
    leaf: bool = False


def _name(role: str) -> Callable[[Session, int, Any], Saved]:
    return lambda s, a, v: s.attempt(action_edits.set_names, a, role, [v])


def _names(role: str) -> Callable[[Session, int, Any], Saved]:
    return lambda s, a, v: s.attempt(action_edits.set_names, a, role, list(v))


ROWS = (
    Row("title", "wrap", lambda a, _: a.title, lambda s, a, v: s.attempt(action_edits.rename, a, v), main=True),
    Row("goal", "wrap", lambda a, _: a.goal, lambda s, a, v: s.attempt(action_edits.set_goal, a, v)),
    Row("lead", "unit", lambda a, _: a.lead, _name("lead"), main=True),
    Row("responsible", "units", lambda a, _: a.responsible, _names("responsible")),
    Row("supporting", "units", lambda a, _: a.supporting, _names("supporting"), main=True),
    Row("leader", "person", lambda a, _: a.leader, _name("leader")),
    Row("owner", "person", lambda a, _: a.owner, _name("owner"), main=True),
    Row("contact", "person", lambda a, _: a.contact, _name("contact")),
    Row("start_on", "date", lambda a, year: wording.short_date(a.start_on or "", year),
        lambda s, a, v: s.attempt(due_dates.set_start, a, v, today=s.today())),
    Row("due", "date", lambda a, _: a.due_words,
        lambda s, a, v: s.attempt(due_dates.set_due, a, v, today=s.today()), main=True),
    Row("due_rule", "rule", lambda a, _: a.due_rule, lambda s, a, v: s.attempt(due_dates.set_rule, a, v)),
    Row("status", "status", lambda a, _: a.status,
        lambda s, a, v: s.attempt(lifecycle.set_status, [a], v, today=s.today()), main=True, leaf=True),
    Row("percent", "percent", lambda a, _: str(a.percent),
        lambda s, a, v: s.attempt(lifecycle.set_percent, a, v), main=True, leaf=True),
    Row("answers", "answers", lambda a, _: a.answers, lambda s, a, v: s.attempt(answers.set_answers, a, v), main=True),
    Row("weight", "number", lambda a, _: str(a.weight), lambda s, a, v: s.attempt(action_edits.set_weight, a, v),
        leaf=True),
)  # fmt: skip
_EMPTY = {"due_rule": "none", "weight": "1"}  # what stands in a field nobody has filled in
_OF_OPEN_LEAF = ("status", "percent")
_OF_UNISSUED = ("due", "due_rule")


def said(row: Row, value: Any, action: Action) -> bool:
    """Whether a field's value tells something; a start that is the day of 印发 does not."""
    if row.key == "start_on":
        return action.start_on not in (None, action.issued_on)
    return bool(value) and value != _EMPTY.get(row.key)


def locked(row: Row, action: Action, applicable: bool) -> bool:
    """Whether a field can only be read: in a task that is 不适用, of a parent, once closed, stopped or 印发."""
    if not applicable or (row.leaf and not action.leaf):
        return True
    if row.key in _OF_OPEN_LEAF:
        return action.status == "closed" or not status.counted(action.status)
    return row.key in _OF_UNISSUED and action.issued_on is not None
