"""The ledger: actions as flat rows with all a column shows, which of them a filter lets through, and in what order."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import takewhile
from typing import Any

from db import counts, status
from db.actions import Action
from db.counts import Tally
from db.periods import Period
from db.status import Pace, Timing
from db.tasks import Task
from db.yardstick import Yardstick

ROLES = ("any", "lead")
TIMINGS = ("overdue", "soon", "ok", "on_time", "late", "long_term", "unset", "stopped")
STATUSES = ("not_started", "in_progress", "done", "closed", "not_applicable", "cancelled")
OPEN = frozenset({"not_started", "in_progress", "done"})  # 未销号
URGENT = frozenset({"overdue", "soon"})
GAPS: Mapping[str, Callable[[Action], bool]] = {
    "lead": lambda action: not action.lead,
    "due": lambda action: action.due_on is None and not action.due_words,
    "owner": lambda action: not action.owner,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One action with its task and how it stands; no timing for a parent and in a task that is 不适用, and no pace.

    `tally` is the row's share in the figures. The lamp of a parent, with `children` right below it, is the worst
    of its leaves'.
    """

    action: Action
    task: Task
    timing: Timing
    pace: Pace
    lamp: str
    tally: Tally
    children: int = 0

    @property
    def part(self) -> int | None:
        """The part of the notice its task belongs to."""
        return self.task.part

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that has a role in it, the lead first."""
        return tuple(filter(None, (self.action.lead, *self.action.responsible, *self.action.supporting)))

    @property
    def persons(self) -> tuple[str, ...]:
        """Everybody who has a role in it."""
        return tuple(filter(None, (self.action.owner, self.action.leader, self.action.contact)))


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all have to hold; what is left empty asks for nothing.

    `text` is what a search is asked, whose finds it takes. `role` narrows `unit` to what it leads. `due` is the period
    the due date lies in, `figure` a name in counts.FIGURES: the rows are those the figure counts; `gap` what is
    missing: "lead", "due" or "owner".
    """

    text: str = ""
    part: int | None = None
    task: int | None = None
    unit: str = ""
    role: str = "any"
    person: str = ""
    status: frozenset[str] = frozenset()
    timing: frozenset[str] = frozenset()
    pace: str = ""
    due: Period | None = None
    figure: str = ""
    gap: str = ""

    def __post_init__(self) -> None:
        """LookupError for a figure that is not counted in actions, and for a role or gap there is none of."""
        known = not self.figure or self.figure in ACTION_FIGURES
        if not known or self.role not in ROLES or (self.gap and self.gap not in GAPS):
            raise LookupError(self.figure or self.gap or self.role)

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the conditions that ask for something; `role` belongs to `unit`."""
        return tuple(
            name
            for name in _CONDITIONS
            if (getattr(self, name) is not None if name in ("part", "task", "due") else getattr(self, name))
        )

    def admits(self, row: Row, found: Container[int] = ()) -> bool:
        """Whether a row meets every condition; `found` as for `tests`."""
        return all(test(row) for test in self.tests(found))

    def tests(self, found: Container[int] = ()) -> list[Callable[[Row], bool]]:
        """What a row has to pass, one test for each condition that asks for something.

        `found` are the ids of the actions a search for `text` finds; without a text nobody looks at them.
        """
        by_text: list[Callable[[Row], bool]] = [lambda row: row.action.id in found] if self.text.strip() else []
        return by_text + [_TESTS[name](self) for name in self.active if name != "text"]


# What each condition asks of a row.
_TESTS: Mapping[str, Callable[[Filter], Callable[[Row], bool]]] = {
    "part": lambda f: lambda row: row.part == f.part,
    "task": lambda f: lambda row: row.action.task == f.task,
    "unit": lambda f: lambda row: f.unit in (row.units if f.role == "any" else (row.action.lead,)),
    "person": lambda f: lambda row: f.person in row.persons,
    "status": lambda f: lambda row: row.action.status in f.status,
    "timing": lambda f: lambda row: row.timing.code in f.timing,
    "pace": lambda f: lambda row: row.pace.code == f.pace,
    "due": lambda f: lambda row: f.due is not None and f.due.holds(row.action.due_on or ""),
    "figure": lambda f: lambda row: bool(getattr(row.tally, f.figure)),
    "gap": lambda f: lambda row: GAPS[f.gap](row.action),
}


_CONDITIONS = tuple(field.name for field in fields(Filter) if field.name != "role")
ACTION_FIGURES = tuple(figure for figure in counts.FIGURES if figure not in counts.OF_TASKS)


def rows(tasks: Iterable[Task], actions: Iterable[Action], yard: Yardstick, *, parents: bool = False) -> list[Row]:
    """The leaves in the notice's order, with their parents before them where that is wanted."""
    of: defaultdict[int, list[Action]] = defaultdict(list)
    for action in actions:
        of[action.task].append(action)
    every = (row for task in tasks for row in of_task(task, of[task.id], yard))
    return [row for row in every if row.action.leaf or parents]


_NONE: Mapping[int, Row] = {}


def of_task(task: Task, its_actions: Sequence[Action], yard: Yardstick, known: Mapping[int, Row] = _NONE) -> list[Row]:
    """A task's actions as rows, in tree order; a row of `known` that is still true is given back itself."""
    found: list[Row] = []
    for at, action in enumerate(its_actions):
        row = known.get(action.id)
        if row is None or row.action != action or row.task != task:
            row = _row(task, action, yard)
        found.append(row)
        if not action.leaf:
            found[-1] = _parent(row, its_actions[at + 1 :], yard)
    return found


def _row(task: Task, action: Action, yard: Yardstick) -> Row:
    told = task.applicable and action.leaf
    return Row(
        action, task,
        status.timing(action, yard) if told else Timing(""), status.pace(action, yard) if told else Pace(),
        status.lamp(action, yard) if task.applicable else "na",
        counts.of_action(action, yard) if task.applicable else Tally(),
    )  # fmt: skip


def _parent(row: Row, following: Sequence[Action], yard: Yardstick) -> Row:
    """A parent's row with the worst lamp of its leaves; some of it done and the rest not begun is under way."""
    below = list(takewhile(lambda action: action.depth > row.action.depth, following))
    children = sum(action.parent == row.action.id for action in below)
    lamp = status.worst(status.lamp(action, yard) for action in below if action.leaf)
    if lamp == "none" and row.action.status == "in_progress":
        lamp = "ok"
    lamp = lamp if row.task.applicable else "na"
    return row if (row.children, row.lamp) == (children, lamp) else replace(row, children=children, lamp=lamp)


# --- the order of rows ------------------------------------------------------------------------------------

_LAMPS = ("over", "soon", "slow", "ok", "none", "done", "closed", "na", "cancelled")


def pinyin_key(text: str) -> bytes:
    """Sorts as GB 2312 does: common characters by their pinyin, rare ones after them by radical."""
    return text.encode("gb18030", errors="replace")


def _text(value: Callable[[Action], str]) -> Callable[[Row], Any]:
    return lambda row: pinyin_key(value(row.action)) or None


def _timing(row: Row) -> Any:
    """The worst first: the longest overdue, then what is due soonest, then what is done, then what has no day."""
    if not row.timing.code:
        return None
    days = -row.timing.days if row.timing.code == "overdue" else row.timing.days
    rank = {"overdue": 0, "soon": 0, "ok": 0, "late": 1, "on_time": 2, "long_term": 3, "unset": 4, "stopped": 5}
    return rank[row.timing.code], days


# Each column's key; None, for nothing there, comes last both ways. Rows that are equal stay in the notice's order.
ORDERS: Mapping[str, Callable[[Row], Any]] = {
    "title": _text(lambda action: action.title),
    "lead": _text(lambda action: action.lead),
    "responsible": _text(lambda action: "、".join(action.responsible)),
    "supporting": _text(lambda action: "、".join(action.supporting)),
    "owner": _text(lambda action: action.owner),
    "leader": _text(lambda action: action.leader),
    "contact": _text(lambda action: action.contact),
    "latest": _text(lambda action: action.latest),
    "goal": _text(lambda action: action.goal),
    "due": lambda row: row.action.due_on,
    "original_due": lambda row: row.action.original_due_on,
    "start": lambda row: row.action.start_on,
    "timing": _timing,
    "lamp": lambda row: _LAMPS.index(row.lamp),
    "status": lambda row: STATUSES.index(row.action.status),
    "percent": lambda row: row.action.percent,
    "pace": lambda row: row.pace.points if row.pace.code else None,
    "extensions": lambda row: row.action.extensions or None,
    "problems": lambda row: row.action.open_problems or None,
    "evidence": lambda row: row.action.evidence or None,
}  # fmt: skip


def ordered(rows: Sequence[Row], column: str, *, falling: bool = False) -> list[Row]:
    """Rows in the notice's order put into a column's; one without an order of its own keeps the notice's."""
    if column not in ORDERS:
        return list(reversed(rows)) if falling else list(rows)
    keyed = [(ORDERS[column](row), row) for row in rows]
    there = [pair for pair in keyed if pair[0] is not None]
    there.sort(key=lambda pair: pair[0], reverse=falling)
    return [row for _, row in there] + [row for key, row in keyed if key is None]
