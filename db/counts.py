"""The figures, once, for screens and paper: how many actions stand where, per task, part and unit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import add, attrgetter

from db import actions, status, tasks
from db.actions import Action
from db.connection import Checklist
from db.tasks import Task

_LAMP_OF_STATE = {"not_applicable": "na", "undivided": "undivided", "no_valid": "cancelled"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers that add up: tallies of tasks sum to their part's, those of parts to the total.

    `actions` counts leaf actions of applicable tasks that are neither 不适用 nor 已终止;
    not_started + in_progress + done + closed = actions, and overdue and soon are among them.
    """

    tasks: int = 0
    not_applicable: int = 0
    undivided: int = 0
    actions: int = 0
    not_started: int = 0
    in_progress: int = 0
    done: int = 0
    closed: int = 0
    overdue: int = 0
    soon: int = 0
    without_lead: int = 0
    uncounted: int = 0
    weight: int = 0
    earned: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*map(add, _figures(self), _figures(other)))

    @property
    def applicable(self) -> int:
        """Tasks that concern the county."""
        return self.tasks - self.not_applicable

    @property
    def finished(self) -> int:
        """已完成 as printed: done and closed together."""
        return self.done + self.closed

    @property
    def percent(self) -> int:
        """Σ(weight × percent) ÷ Σ weight, rounded half up; 0 when nothing is counted."""
        return status.share(self.earned, self.weight)

    @property
    def state(self) -> str:
        """The rolled-up state: not_applicable, undivided, no_valid, or a lifecycle code."""
        if self.tasks and not self.applicable:
            return "not_applicable"
        if not self.actions:
            return "no_valid" if self.uncounted else "undivided"
        return status.state_of(self.actions, self.not_started, self.done, self.closed)

    @property
    def lamp(self) -> str:
        """The worst lamp among the counted actions, or the lamp of the state where none is counted."""
        if self.state in _LAMP_OF_STATE:
            return _LAMP_OF_STATE[self.state]
        burning = {
            "over": self.overdue, "soon": self.soon, "ok": self.in_progress,
            "none": self.not_started, "done": self.done, "closed": self.closed,
        }  # fmt: skip
        worst = status.worst(code for code, number in burning.items() if number)
        # Some of it done and the rest not begun is under way: the ring of 未启动 would say otherwise.
        return "ok" if worst == "none" and self.state == "in_progress" else worst


_figures = attrgetter(*(field.name for field in fields(Tally)))


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies, all zero when there are none."""
    return Tally(*map(sum, zip(*map(_figures, tallies), strict=True)))


@dataclass(frozen=True, slots=True)
class Counts:
    """All figures of a checklist on one day; `tasks` and `parts` by row id, `units` by name.

    A unit's tally holds every counted action it leads or takes part in: units may sum to more than the total.
    """

    total: Tally
    parts: Mapping[int | None, Tally]
    tasks: Mapping[int, Tally]
    units: Mapping[str, Tally]


def read(checklist: Checklist, today: str) -> Counts:
    """Count the whole checklist as of `today` (YYYY-MM-DD)."""
    return of(tasks.all(checklist), actions.all(checklist), today)


def of(all_tasks: Iterable[Task], all_actions: Iterable[Action], today: str) -> Counts:
    """Count tasks and actions that have been read already."""
    leaves: defaultdict[int, list[Action]] = defaultdict(list)
    for action in all_actions:
        if action.leaf:
            leaves[action.task].append(action)
    per_task: dict[int, Tally] = {}
    per_part: defaultdict[int | None, Tally] = defaultdict(Tally)
    per_unit: defaultdict[str, Tally] = defaultdict(Tally)
    for task in all_tasks:
        shares = [(action, of_action(action, today)) for action in leaves[task.id] if task.applicable]
        tally = per_task[task.id] = _of_task(task, (share for _, share in shares))
        per_part[task.part] += tally
        for action, share in shares:
            for unit in {action.lead, *action.supporting} - {""}:
                per_unit[unit] += share
    total = together(per_task.values())
    return Counts(total, dict(per_part), per_task, dict(sorted(per_unit.items())))


def of_task(task: Task, its_actions: Iterable[Action], today: str) -> Tally:
    """One task's figures; a task that is 不适用 counts none of its actions."""
    return _of_task(task, (of_action(action, today) for action in its_actions))


def _of_task(task: Task, tallies: Iterable[Tally]) -> Tally:
    if not task.applicable:
        return Tally(tasks=1, not_applicable=1)
    tally = Tally(tasks=1) + together(tallies)
    return tally if tally.actions or tally.uncounted else tally + Tally(undivided=1)


def of_action(action: Action, today: str) -> Tally:
    """One action's share in the figures: nothing for a parent, whose leaves are counted instead."""
    if not action.leaf:
        return Tally()
    if not status.counted(action.status):
        return Tally(uncounted=1)
    timing = status.timing(action.status, action.due_on, action.due_words, action.done_on, today)
    return Tally(
        actions=1,
        overdue=int(timing.code == "overdue"),
        soon=int(timing.code == "soon"),
        without_lead=int(not action.lead),
        weight=action.weight,
        earned=action.weight * action.percent,
        **{action.status: 1},
    )
