"""The cells of an action that are edited in place in any table: what they hold, and the step they make."""

from collections.abc import Callable, Mapping
from typing import Any

from db import action_edits, due_dates, lifecycle
from db.actions import Action
from desktop.session import Session

LEAF_ONLY = frozenset({"status", "percent"})  # a parent's are derived

# What the editor of a field starts with.
VALUES: Mapping[str, Callable[[Action], str]] = {
    "title": lambda action: action.title,
    "lead": lambda action: action.lead,
    "owner": lambda action: action.owner,
    "due": lambda action: action.due_words,
    "status": lambda action: action.status,
    "percent": lambda action: str(action.percent),
}
_STEPS: Mapping[str, Callable[[Session, int, Any], object]] = {
    "title": lambda s, a, v: s.run(action_edits.rename, a, str(v)),
    "lead": lambda s, a, v: s.run(action_edits.set_names, a, "lead", [str(v)]),
    "owner": lambda s, a, v: s.run(action_edits.set_names, a, "owner", [str(v)]),
    "due": lambda s, a, v: s.run(due_dates.set_due, a, str(v), today=s.today()),
    "status": lambda s, a, v: s.run(lifecycle.set_status, [a], str(v), today=s.today()),
    "percent": lambda s, a, v: s.run(lifecycle.set_percent, a, v),
}


def editable(action: Action, field: str, *, applicable: bool) -> bool:
    """Whether a field of an action can be edited in its cell; nothing can in a task that is 不适用."""
    return applicable and field in VALUES and (action.leaf or field not in LEAF_ONLY)


def write(session: Session, action: Action, field: str, value: object) -> bool:
    """Turn what was typed into one step; an unchanged value is none. False when it was refused."""
    return value == VALUES[field](action) or bool(_STEPS[field](session, action.id, value))
