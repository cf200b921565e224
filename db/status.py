"""Where an action stands: pure rules over codes, days and percents (product.md, "Status")."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Protocol

from db.words import timing as words
from db.yardstick import Yardstick

FINISHED = frozenset({"done", "closed"})
UNCOUNTED = frozenset({"not_applicable", "cancelled"})
# The lamp that speaks for many: the first of these that burns.
_WORST_FIRST = ("over", "soon", "slow", "ok", "none", "done", "closed", "cancelled")


class Dated(Protocol):
    """What timing, pace and lamp need to know of an action; dates YYYY-MM-DD."""

    @property
    def status(self) -> str:
        """The lifecycle code."""
    @property
    def percent(self) -> int:
        """0 to 100."""
    @property
    def start_on(self) -> str | None:
        """The day it begins."""
    @property
    def due_on(self) -> str | None:
        """The due date in force."""
    @property
    def due_words(self) -> str:
        """The deadline as worded."""
    @property
    def done_on(self) -> str | None:
        """The day it was done."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How a due date stands: ok, soon, overdue, on_time, late, long_term, unset, or stopped.

    For ok and soon the days left, for overdue and late the days past; `certain` is false where
    a year's holidays are not known.
    """

    code: str
    days: int = 0
    workdays: int = 0
    certain: bool = True

    def __str__(self) -> str:
        """In a few words: 剩12天, 今天到期, 逾期3天, 按期完成."""
        if self.code in ("ok", "soon") and self.days < 2:
            return (words.TODAY, words.TOMORROW)[self.days]
        return words.TIMING[self.code].format(days=self.days)


@dataclass(frozen=True, slots=True)
class Pace:
    """A percent held against the time elapsed: ahead, on or behind; "" where no time runs.

    `expected` is the share of time elapsed in percent, `points` the percentage points ahead (+) or behind (−).
    """

    code: str = ""
    expected: int = 0
    points: int = 0


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


def timing(action: Dated, yard: Yardstick) -> Timing:
    """Hold a due date against today, or against the done date once there is one.

    Overdue is not yet done and today after the due date; the due day itself is not overdue. What is 不适用 or 已终止
    has no date to keep any more.
    """
    if not counted(action.status):
        return Timing("stopped")
    return _timing(action.status in FINISHED, action.due_on, action.due_words, action.done_on, yard)


def timing_of(due_on: str | None, due_words: str, yard: Yardstick) -> Timing:
    """How the due date of something that is not done stands."""
    return _timing(False, due_on, due_words, None, yard)


@lru_cache(maxsize=4096)
def _timing(finished: bool, due_on: str | None, due_words: str, done_on: str | None, yard: Yardstick) -> Timing:
    if due_on is None:
        return Timing("long_term" if due_words else "unset")
    due, span = date.fromisoformat(due_on), yard.calendar.span
    if finished:
        past = span(due, date.fromisoformat(done_on or due_on))
        return Timing("late" if past.days else "on_time", past.days, past.workdays, past.certain)
    now = date.fromisoformat(yard.today)
    if now > due:
        past = span(due, now)
        return Timing("overdue", past.days, past.workdays, past.certain)
    left = span(now, due)
    return Timing("soon" if left.workdays <= yard.soon else "ok", left.days, left.workdays, left.certain)


@lru_cache(maxsize=64)
def week_end(yard: Yardstick) -> str:
    """The last day of the week that has to be got ready for: its Sunday, and the days off that go on from it."""
    return yard.calendar.week_end(date.fromisoformat(yard.today)).isoformat()


def pace(action: Dated, yard: Yardstick) -> Pace:
    """Hold a percent against the time elapsed; nothing for what is finished, uncounted or without a date to run to."""
    if action.status in FINISHED or not counted(action.status):
        return Pace()
    expected = elapsed(action.start_on, action.due_on, yard)
    return Pace() if expected is None else paced(action.percent, expected, yard.pace_points)


def paced(percent: int, expected: int, threshold: int) -> Pace:
    """Ahead or behind from `threshold` percentage points on."""
    points = percent - expected
    code = "ahead" if points >= threshold else "behind" if points <= -threshold else "on"
    return Pace(code, expected, points)


@lru_cache(maxsize=4096)
def elapsed(start_on: str | None, due_on: str | None, yard: Yardstick) -> int | None:
    """The share of time gone by, 0 to 100 rounded half up; None where there is no time to measure.

    In an action's own span from its start to its due date: what has none, for it has not been issued, has not begun.
    Or, where the county counts by the year, whole months elapsed ÷ 12 of the plan year.
    """
    today = date.fromisoformat(yard.today)
    if yard.pace == "year":
        if today.year != yard.plan_year:
            return 100 if today.year > yard.plan_year else 0
        last_day = today.day == monthrange(today.year, today.month)[1]
        return share(today.month if last_day else today.month - 1, 12, scale=100)
    if due_on is None or start_on is None or start_on >= due_on:
        return None
    begin = date.fromisoformat(start_on)
    whole = (date.fromisoformat(due_on) - begin).days
    return share(min(max((today - begin).days, 0), whole), whole, scale=100)


def lamp(action: Dated, yard: Yardstick) -> str:
    """The lamp of one action: ok, soon, slow, over, none, done, closed, na or cancelled.

    The plain preset shows timing alone; the others light `slow` for 滞后, and red_amber_green burns red for what is
    further behind than `red_points`.
    """
    fixed = _LAMP_OF_STATUS.get(action.status)
    if fixed:
        return fixed
    time = timing(action, yard).code
    behind = -pace(action, yard).points if yard.lamps != "plain" else 0
    if time == "overdue" or (yard.lamps == "red_amber_green" and 0 < yard.red_points < behind):
        return "over"
    if time == "soon":
        return "soon"
    if yard.lamps != "plain" and behind >= yard.pace_points:
        return "slow"
    return "none" if action.status == "not_started" else "ok"


_LAMP_OF_STATUS = {"done": "done", "closed": "closed", "not_applicable": "na", "cancelled": "cancelled"}


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


def share(part: int, whole: int, *, scale: int = 1) -> int:
    """part × scale ÷ whole rounded half up; 0 when there is no whole."""
    if not whole:
        return 0
    return int((Decimal(part * scale) / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP))


def tick(own: Own, today: str, by: str) -> dict[str, Any]:
    """The columns Space changes: an open action is done today, said `by` somebody; a done one is as it was before."""
    if own.status not in FINISHED:
        return _done(own, today, by)
    return opened(own.former_status or "not_started", own.former_percent or 0)


def with_status(own: Own, new: str, today: str, by: str) -> dict[str, Any]:
    """The columns that change when people set the lifecycle by hand."""
    if new == own.status:
        return {}
    if new == "done":
        return _done(own, today, by)
    percent = (own.former_percent or 0) if own.status in FINISHED else own.percent
    return opened(new, 0 if new == "not_started" else percent)


def with_percent(status: str, new: int) -> dict[str, Any]:
    """The columns that change when a percent is typed; a done action that falls below 100 is open again."""
    if status in FINISHED and new < 100:
        return opened("in_progress", new)
    return {"percent": new, "status": "in_progress" if status == "not_started" and new else status}


def opened(status: str, percent: int) -> dict[str, Any]:
    """The columns of a leaf that is not done, or not done any more."""
    return {
        "status": status, "percent": percent, "done_on": None, "claimed_by": "",
        "former_status": None, "former_percent": None,
    }  # fmt: skip


def _done(own: Own, today: str, by: str) -> dict[str, Any]:
    return {
        "status": "done", "percent": 100, "done_on": today, "claimed_by": by,
        "former_status": own.status, "former_percent": own.percent,
    }  # fmt: skip
