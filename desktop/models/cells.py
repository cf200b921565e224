"""The cells of an action that are edited in place in any table: what they hold, and the step they make."""

from collections.abc import Callable, Mapping
from typing import Any

from db import action_edits, due_dates, lifecycle
from db.actions import Action
from desktop.session import Session

STATE = frozenset({"status", "percent"})  # a parent's are derived
# What of a leaf's state is set by hand; the rest comes by 销号, 退回, 重开 or 恢复.
_BY_HAND = {"not_started": STATE, "in_progress": STATE, "done": frozenset({"percent"})}

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
    if field in STATE and not (action.leaf and field in _BY_HAND.get(action.status, ())):
        return False
    return applicable and field in VALUES and not moves_by_extension(action, field)


def asked(action: Action, field: str, *, applicable: bool) -> bool:
    """Whether a cell cannot be edited because its change has to be asked for first: by whom, why, since when."""
    return applicable and action.leaf and field in STATE and not editable(action, field, applicable=applicable)


def moves_by_extension(action: Action, field: str) -> bool:
    """Whether it is a due date that has been issued: nobody types over that."""
    return field == "due" and action.issued_on is not None


def write(session: Session, action: Action, field: str, value: object) -> bool:
    """Turn what was typed into one step; an unchanged value is none. False when it was refused."""
    return value == VALUES[field](action) or bool(_STEPS[field](session, action.id, value))
