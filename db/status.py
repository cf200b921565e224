"""Where an action stands: pure rules over codes, days and percents (product.md, "Status")."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from db import calendar

FINISHED = frozenset({"done", "closed"})
UNCOUNTED = frozenset({"not_applicable", "cancelled"})
SOON = 5  # working days left at which a date becomes 临期
# The lamp that speaks for many: the first of these that burns.
_WORST_FIRST = ("over", "soon", "ok", "none", "done", "closed", "cancelled")


@dataclass(frozen=True, slots=True)
class Timing:
    """How a due date stands: ok, soon, overdue, on_time, late, long_term or unset.

    For ok and soon the days left, for overdue and late the days past; `certain` is false where
    a year's holidays are not known.
    """

    code: str
    days: int = 0
    workdays: int = 0
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a roll-up needs of a leaf action."""

    status: str
    percent: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Own:
    """A leaf's own state, and the one it had before it was done."""

    status: str
    percent: int
    former_status: str | None = None
    former_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state and percent rolled up from leaves."""

    state: str
    percent: int


def counted(status: str) -> bool:
    """Whether an action in this state belongs into the figures."""
    return status not in UNCOUNTED


@lru_cache(maxsize=4096)
def timing(
    status: str, due_on: str | None, due_words: str, done_on: str | None, today: str, soon: int = SOON
) -> Timing:
    """Hold a due date against today, or against the done date once there is one.

    Overdue is not yet done and today after the due date; the due day itself is not overdue.
    """
    if due_on is None:
        return Timing("long_term" if due_words else "unset")
    due = date.fromisoformat(due_on)
    if status in FINISHED:
        past = calendar.span(due, date.fromisoformat(done_on or due_on))
        return Timing("late" if past.days else "on_time", past.days, past.workdays, past.certain)
    now = date.fromisoformat(today)
    if now > due:
        past = calendar.span(due, now)
        return Timing("overdue", past.days, past.workdays, past.certain)
    left = calendar.span(now, due)
    return Timing("soon" if left.workdays <= soon else "ok", left.days, left.workdays, left.certain)


def lamp(status: str, timing_code: str) -> str:
    """The lamp of one action: ok, soon, over, none, done, closed, na or cancelled."""
    fixed = {"done": "done", "closed": "closed", "not_applicable": "na", "cancelled": "cancelled"}
    if status in fixed:
        return fixed[status]
    urgent = {"overdue": "over", "soon": "soon"}.get(timing_code)
    return urgent or ("none" if status == "not_started" else "ok")


def worst(lamps: Iterable[str]) -> str:
    """The lamp that speaks for several; `cancelled` when none of them counts."""
    burning = set(lamps)
    return next((code for code in _WORST_FIRST if code in burning), "cancelled")


def state_of(actions: int, not_started: int, done: int, closed: int) -> str:
    """The state rolled up from how many counted actions stand where; `actions` is at least 1."""
    if closed == actions:
        return "closed"
    if done + closed == actions:
        return "done"
    return "not_started" if not_started == actions else "in_progress"


def roll_up(leaves: Sequence[Leaf]) -> Standing:
    """A parent's state and percent; `cancelled` when none of its leaves counts."""
    live = [leaf for leaf in leaves if counted(leaf.status)]
    if not live:
        return Standing("cancelled", 0)
    states = [leaf.status for leaf in live]
    state = state_of(len(live), states.count("not_started"), states.count("done"), states.count("closed"))
    earned = sum(leaf.weight * leaf.percent for leaf in live)
    return Standing(state, share(earned, sum(leaf.weight for leaf in live)))


def share(part: int, whole: int) -> int:
    """part ÷ whole rounded half up; 0 when there is no whole."""
    if not whole:
        return 0
    return int((Decimal(part) / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP))


def tick(own: Own, today: str) -> dict[str, Any]:
    """The columns Space changes: an open action is done today; a done one gets its former state back."""
    if own.status not in FINISHED:
        return _done(own, today)
    return _open(own.former_status or "not_started", own.former_percent or 0)


def with_status(own: Own, new: str, today: str) -> dict[str, Any]:
    """The columns that change when people set the lifecycle by hand."""
    if new == own.status:
        return {}
    if new == "done":
        return _done(own, today)
    percent = (own.former_percent or 0) if own.status in FINISHED else own.percent
    return _open(new, 0 if new == "not_started" else percent)


def with_percent(status: str, new: int) -> dict[str, Any]:
    """The columns that change when a percent is typed; a done action that falls below 100 is open again."""
    if status in FINISHED and new < 100:
        return _open("in_progress", new)
    return {"percent": new, "status": "in_progress" if status == "not_started" and new else status}


def _done(own: Own, today: str) -> dict[str, Any]:
    return {
        "status": "done", "percent": 100, "done_on": today,
        "former_status": own.status, "former_percent": own.percent,
    }  # fmt: skip


def _open(status: str, percent: int) -> dict[str, Any]:
    return {
        "status": status, "percent": percent, "done_on": None, "former_status": None, "former_percent": None,
    }  # fmt: skip
