"""The figures, once, for screens and paper: how many actions stand where, per task, part and unit, and which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from operator import add, attrgetter

from db import actions, settings, status, tasks
from db.actions import Action
from db.connection import Checklist
from db.levels import SUPERIOR
from db.status import Pace
from db.tasks import Task
from db.yardstick import Yardstick

_LAMP_OF_STATE = {"not_applicable": "na", "undivided": "undivided", "no_valid": "cancelled"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers that add up: tallies of tasks sum to their part's, those of parts to the total.

    `actions` counts leaf actions of applicable tasks that are neither 不适用 nor 已终止:
    not_started + in_progress + done + closed = actions. Among them are those overdue, soon, slow (滞后), ahead,
    extended, late_requests (asked for after the date), finished_late, without_lead, without_due and issued; due_today,
    due_week (after today till the end of the week and of the days off that go on from it) and of these due_off, on a
    day off.
    `problems` counts open problems. `uncounted` are the leaves left out: 不适用 and 已终止.
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
    slow: int = 0
    ahead: int = 0
    extended: int = 0
    late_requests: int = 0
    finished_late: int = 0
    without_lead: int = 0
    without_due: int = 0
    issued: int = 0
    due_today: int = 0
    due_week: int = 0
    due_off: int = 0
    problems: int = 0
    uncounted: int = 0
    weight: int = 0
    earned: int = 0
    # of those with time to measure: Σ weight, Σ weight × share of time elapsed
    paced: int = 0
    expected: int = 0
    # lamps that burn for another reason than the figures above (presets that show pace)
    lit_over: int = 0
    lit_slow: int = 0
    # 原文落实: sentences of applicable tasks that are the county's business, those answered; superior ones apart
    sentences: int = 0
    answered: int = 0
    superior: int = 0

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
    def unanswered(self) -> int:
        """Sentences no counted action answers."""
        return self.sentences - self.answered

    @property
    def coverage(self) -> int:
        """原文落实覆盖率: answered ÷ sentences in percent, rounded half up; 0 when there is none."""
        return status.share(self.answered, self.sentences, scale=100)

    @property
    def percent(self) -> int:
        """Σ(weight × percent) ÷ Σ weight, rounded half up; 0 when nothing is counted."""
        return status.share(self.earned, self.weight)

    def pace(self, threshold: int) -> Pace:
        """序时: the percent as it is shown held against the time elapsed of the actions that have time to measure.

        The three figures stand side by side, so the points are their plain difference.
        """
        if not self.paced:
            return Pace()
        return status.paced(self.percent, status.share(self.expected, self.paced), threshold)

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
            "over": self.overdue + self.lit_over, "soon": self.soon, "slow": self.lit_slow, "ok": self.in_progress,
            "none": self.not_started, "done": self.done, "closed": self.closed,
        }  # fmt: skip
        worst = status.worst(code for code, number in burning.items() if number)
        # Some of it done and the rest not begun is under way: the ring of 未启动 would say otherwise.
        return "ok" if worst == "none" and self.state == "in_progress" else worst


_figures = attrgetter(*(field.name for field in fields(Tally)))
# What is counted in tasks; every other figure is counted in actions.
OF_TASKS = frozenset({"tasks", "applicable", "not_applicable", "undivided"})
FIGURES = (
    "tasks", "applicable", "not_applicable", "undivided", "actions", "not_started", "in_progress", "done", "closed",
    "finished", "overdue", "soon", "slow", "ahead", "extended", "late_requests", "finished_late", "without_lead",
    "without_due", "issued", "due_today", "due_week", "due_off", "problems", "uncounted",
)  # fmt: skip


SENTENCE_FIGURES = ("sentences", "answered", "unanswered", "superior")


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies, all zero when there are none."""
    return Tally(*map(sum, zip(*map(_figures, tallies), strict=True)))


@dataclass(frozen=True, slots=True)
class Share:
    """What one row brings into the figures: an action of an applicable task, or a whole task."""

    id: int
    task: int
    part: int | None
    units: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an applicable task: its number there, whose business it is, the counted actions answering it."""

    task: int
    number: int
    level: str
    actions: tuple[int, ...]

    @property
    def tally(self) -> Tally:
        """Its share in the figures."""
        if self.level in SUPERIOR:
            return Tally(superior=1)
        return Tally(sentences=1, answered=int(bool(self.actions)))


@dataclass(frozen=True, slots=True)
class Counts:
    """All figures of a checklist on one day; `tasks` and `parts` by row id, `units` and `leads` by name.

    A unit's tally in `units` holds every counted action it leads or takes part in: they may sum to more than the total;
    those in `leads` only what it leads, with what has no lead under "": they sum to the total.
    """

    total: Tally
    parts: Mapping[int | None, Tally]
    tasks: Mapping[int, Tally]
    units: Mapping[str, Tally]
    leads: Mapping[str, Tally] = field(default_factory=dict)
    shares: tuple[Share, ...] = ()
    task_shares: tuple[Share, ...] = ()
    lines: tuple[Line, ...] = ()

    def behind(
        self, figure: str, *, task: int | None = None, part: int | None = None, unit: str = ""
    ) -> tuple[int, ...]:
        """The rows a figure counts: ids of tasks for those in OF_TASKS, else of actions; all of it, or of one scope."""
        return tuple(
            share.id
            for share in (self.task_shares if figure in OF_TASKS else self.shares)
            if getattr(share.tally, figure)
            and (task is None or share.task == task)
            and (part is None or share.part == part)
            and (not unit or unit in share.units)
        )


def read(checklist: Checklist, today: str) -> Counts:
    """Count the whole checklist as of `today` (YYYY-MM-DD)."""
    return of(tasks.all(checklist), actions.all(checklist, today), settings.yardstick(checklist, today))


def of(all_tasks: Iterable[Task], all_actions: Iterable[Action], yard: Yardstick) -> Counts:
    """Count tasks and actions that have been read already."""
    its: defaultdict[int, list[Action]] = defaultdict(list)
    for action in all_actions:
        its[action.task].append(action)
    lines: list[Line] = []
    shares: list[Share] = []
    whole: list[Share] = []
    per_part: defaultdict[int | None, Tally] = defaultdict(Tally)
    per_unit: defaultdict[str, Tally] = defaultdict(Tally)
    per_lead: defaultdict[str, Tally] = defaultdict(Tally)
    for task in all_tasks:
        mine = list(_shares(task, its[task.id], yard))
        spoken = lines_of(task, its[task.id])
        tally = _of_task(task, its[task.id], (share.tally for share in mine), spoken)
        whole.append(Share(task.id, task.id, task.part, (), tally))
        shares += mine
        lines += spoken
        per_part[task.part] += tally
        for share in mine:
            per_lead[share.units[0]] += share.tally
            for unit in set(share.units) - {""}:
                per_unit[unit] += share.tally
    return Counts(
        together(share.tally for share in whole), dict(per_part), {share.id: share.tally for share in whole},
        dict(sorted(per_unit.items())), dict(sorted(per_lead.items())), tuple(shares), tuple(whole), tuple(lines),
    )  # fmt: skip


def of_task(task: Task, its_actions: Iterable[Action], yard: Yardstick) -> Tally:
    """One task's figures; a task that is 不适用 counts none of its actions."""
    its = list(its_actions)
    return _of_task(task, its, (of_action(action, yard) for action in its), lines_of(task, its))


def lines_of(task: Task, its_actions: Iterable[Action]) -> tuple[Line, ...]:
    """How every sentence of a task is answered; nothing of a task that is 不适用."""
    if not task.applicable:
        return ()
    answering: defaultdict[int, list[int]] = defaultdict(list)
    for action in its_actions:
        if status.counted(action.status):
            for number in action.answers:
                answering[number].append(action.id)
    return tuple(
        Line(task.id, number, level, tuple(answering[number])) for number, level in enumerate(task.levels, 1)
    )


def _shares(task: Task, its_actions: Iterable[Action], yard: Yardstick) -> Iterator[Share]:
    for action in its_actions:
        if task.applicable and (action.leaf or action.open_problems):
            units = (action.lead, *action.responsible, *action.supporting)
            yield Share(action.id, task.id, task.part, units, of_action(action, yard))


def _of_task(task: Task, its_actions: Sequence[Action], tallies: Iterable[Tally], lines: Iterable[Line]) -> Tally:
    """A task is 未分解 where there is no action at all, be it one whose parts are told elsewhere (a unit's share)."""
    if not task.applicable:
        return Tally(tasks=1, not_applicable=1)
    whole = Tally(tasks=1, undivided=int(not its_actions))
    return whole + together(tallies) + together(line.tally for line in lines)


def of_action(action: Action, yard: Yardstick) -> Tally:
    """One action's share in the figures: of a parent only its own problems, for its leaves are counted instead."""
    if not action.leaf:
        return Tally(problems=action.open_problems if status.counted(action.status) else 0)
    if not status.counted(action.status):
        return Tally(uncounted=1)
    timing, pace = status.timing(action, yard).code, status.pace(action, yard).code
    lamp = status.lamp(action, yard)
    expected = status.elapsed(action.start_on, action.due_on, yard)
    weight = action.weight
    to_come = action.due_on if timing in ("ok", "soon") else None
    this_week = to_come is not None and yard.today < to_come <= status.week_end(yard)
    return Tally(
        actions=1,
        overdue=int(timing == "overdue"),
        soon=int(timing == "soon"),
        slow=int(pace == "behind"),
        ahead=int(pace == "ahead"),
        extended=int(action.extensions > 0),
        late_requests=int(action.late_request),
        finished_late=int(timing == "late"),
        without_lead=int(not action.lead),
        without_due=int(timing == "unset"),
        issued=int(action.issued_on is not None),
        due_today=int(to_come == yard.today),
        due_week=int(this_week),
        due_off=int(this_week and not yard.calendar.is_workday(date.fromisoformat(to_come or ""))),
        problems=action.open_problems,
        weight=weight,
        earned=weight * action.percent,
        paced=0 if expected is None else weight,
        expected=weight * (expected or 0),
        lit_over=int(lamp == "over" and timing != "overdue"),
        lit_slow=int(lamp == "slow"),
        **{action.status: 1},
    )
