"""四张清单: what has to be done, who answers for it, what is in the way, what is done about it.

Four views of the one set of tasks, actions, problems and reports, none of which is stored. Screen, command line and
paper ask the same functions; what is counted in them is told by the tallies of db.counts.
"""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db import actions, counts, ledger, problems, progress, search_actions, settings, tasks
from db.connection import Checklist
from db.counts import Tally
from db.folding import fold
from db.folding import words as folded
from db.ledger import Row, pinyin_key
from db.problems import Problem
from db.progress import Entry
from db.status import FINISHED, counted
from db.tasks import Task
from db.text import one_line, short_day
from db.words import STATUS
from db.words import lists as words
from db.words.problems import CATEGORIES, LEVELS, LEVELS_MEAN
from db.yardstick import Yardstick

KINDS = ("tasks", "duties", "problems", "measures")
ROLES = ("lead", "responsible", "supporting", "none")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "tasks": ("code", "title", "goal", "lead", "owner", "due", "timing", "state"),
    "duties": ("code", "title", "role", "leader", "owner", "contact", "due", "timing", "state"),
    "problems": ("problem", "cause", "category", "code", "title", "lead", "unit", "raised", "days", "solution"),
    "measures": ("code", "title", "problem", "measure", "source", "lead", "owner", "due"),
}

Found = Mapping[str, Container[int]]  # by each word of a text the ids of the actions that hold it
_NOTHING: Found = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its cells, in the order of COLUMNS, and what stands behind them.

    `group` is a task's id, a unit's name or a level; `row` is None for a task no counted action answers. `units` are
    those a line concerns, `role` what `group` does in it (责任清单). `order` sorts the lines of a group.
    """

    key: tuple[Hashable, ...]
    group: Hashable
    cells: tuple[str, ...]
    task: Task
    row: Row | None = None
    units: tuple[str, ...] = ()
    role: str = ""
    problem: int = 0
    solved: bool = False
    order: tuple[object, ...] = ()

    @property
    def tally(self) -> Tally:
        """Its action's share in the figures."""
        return self.row.tally if self.row else Tally()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together: the figures of their actions, and how many there are in each role (责任清单)."""

    key: Hashable
    title: str
    lines: tuple[Line, ...]
    tally: Tally
    roles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for; what is left empty asks for nothing. `solved` lets solved problems into 问题清单.

    Every word of `text` has to stand in the line or to be one a search finds its action by.
    """

    part: int | None = None
    unit: str = ""
    text: str = ""
    solved: bool = False

    def found(self, checklist: Checklist) -> Found:
        """The actions a search for each word of the text finds."""
        return search_actions.by_word(checklist, self.text)

    def admits(self, line: Line, found: Found = _NOTHING) -> bool:
        """Whether a line meets every condition."""
        return (
            (self.solved or not line.solved)
            and (self.part is None or line.task.part == self.part)
            and (not self.unit or self.unit in line.units)
            and (not self.text or _has(line, folded(self.text), found))
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """What the lists are made of beside the rows: problems and the newest report by action, and what they are held to.

    `problems` in the order of `problems.all`.
    """

    yard: Yardstick
    problems: Mapping[int, Sequence[Problem]]
    entries: Mapping[int, Entry]

    def day(self, day: str | None) -> str:
        """6月30日, with its year where that is not the plan year."""
        return short_day(day or "", self.yard.plan_year)


def read(checklist: Checklist, kind: str, today: str, wanted: Wanted | None = None) -> list[Group]:
    """One list as the checklist stands on a day."""
    yard = settings.yardstick(checklist, today)
    all_tasks = tasks.all(checklist)
    every = ledger.rows(all_tasks, actions.all(checklist, today), yard, parents=True)
    sources = Sources(yard, by_action(problems.all(checklist, today)), progress.newest(checklist))
    its: dict[int, list[Row]] = {}
    for row in every:
        its.setdefault(row.task.id, []).append(row)
    lines = [line for task in all_tasks for line in of_task(kind, task, its.get(task.id, []), sources)]
    wanted = wanted or Wanted()
    found = wanted.found(checklist)
    return grouped(kind, (line for line in lines if wanted.admits(line, found)))


def by_action(found: Iterable[Problem]) -> dict[int, list[Problem]]:
    """Problems by the action they are in the way of, in the order given."""
    its: dict[int, list[Problem]] = {}
    for problem in found:
        its.setdefault(problem.action, []).append(problem)
    return its


def of_task(kind: str, task: Task, rows: Sequence[Row], sources: Sources) -> list[Line]:
    """What one task brings into a list; `rows` are all its actions in tree order, parents among them."""
    if not task.applicable:
        return []
    return list(_LINES[kind](task, [row for row in rows if counted(row.action.status)], sources, bool(rows)))


def grouped(kind: str, lines: Iterable[Line]) -> list[Group]:
    """The lines put together: tasks as the notice has them, units by pinyin, the highest level first."""
    inside: dict[Hashable, list[Line]] = {}
    for line in lines:
        inside.setdefault(line.group, []).append(line)
    keys = list(inside)
    if kind == "duties":
        keys.sort(key=lambda name: pinyin_key(str(name)))  # what nobody leads comes first
    elif kind == "problems":
        keys.sort(key=lambda level: -int(str(level)))
    return [_group(kind, key, inside[key]) for key in keys]


def flat(kind: str, groups: Iterable[Group]) -> list[tuple[str, ...]]:
    """The list as plain rows, its head first, each with its group in front."""
    head = (words.GROUPED[kind], *(words.COLUMNS[column] for column in COLUMNS[kind]))
    return [head, *((group.title, *line.cells) for group in groups for line in group.lines)]


def _group(kind: str, key: Hashable, lines: list[Line]) -> Group:
    lines.sort(key=lambda line: line.order)
    task = lines[0].task
    if kind == "duties":
        title = str(key) or words.NO_LEAD
    elif kind == "problems":
        level = int(str(key))
        title = words.LEVEL.format(level=LEVELS[level], meaning=LEVELS_MEAN[level])
    else:
        title = words.TASK.format(number=task.number, title=task.title)
    of_actions = {line.row.action.id: line.tally for line in lines if line.row}
    return Group(
        key, title, tuple(lines), counts.together(of_actions.values()) if of_actions else Tally(),
        Counter(line.role for line in lines if line.role),
    )  # fmt: skip


def _has(line: Line, wanted: Sequence[str], found: Found) -> bool:
    held = fold(" ".join((*line.cells, line.task.title)))
    action = line.row.action.id if line.row else 0
    return all(word in held or action in found.get(word, ()) for word in wanted)


# --- what a task brings into each list --------------------------------------------------------------------


def _tasks(task: Task, rows: Sequence[Row], sources: Sources, any_action: bool) -> Iterator[Line]:
    leaves = [row for row in rows if row.action.leaf]
    for row in leaves:
        action = row.action
        cells = (
            action.code, action.title, one_line(action.goal), action.lead, action.owner, _due(row, sources),
            str(row.timing), _state(row),
        )  # fmt: skip
        yield Line(("action", action.id), task.id, cells, task, row, row.units)
    if not leaves:
        said = words.NO_ACTION["no_valid" if any_action else "undivided"]
        yield Line(
            ("task", task.id), task.id, tuple(said if column == "title" else "" for column in COLUMNS["tasks"]), task
        )


def _duties(task: Task, rows: Sequence[Row], sources: Sources, _: bool) -> Iterator[Line]:
    for row in rows:
        if row.action.leaf:
            yield from _duties_in(task, row, sources)


def _duties_in(task: Task, row: Row, sources: Sources) -> Iterator[Line]:
    action = row.action
    holding = {"lead": (action.lead,) if action.lead else (), "responsible": action.responsible,
               "supporting": action.supporting, "none": () if action.lead else ("",)}  # fmt: skip
    leader, due = action.leader or task.leader, _due(row, sources)
    for rank, role in enumerate(ROLES):
        for unit in holding[role]:
            cells = (
                action.code, action.title, words.ROLES[role], leader, action.owner, action.contact, due,
                str(row.timing), _state(row),
            )  # fmt: skip
            yield Line(("duty", unit, action.id), unit, cells, task, row, (unit,), role, order=(rank,))


def _problems(task: Task, rows: Sequence[Row], sources: Sources, _: bool) -> Iterator[Line]:
    for row in rows:
        for problem in sources.problems.get(row.action.id, ()):
            yield _problem(task, row, problem, sources)


def _problem(task: Task, row: Row, problem: Problem, sources: Sources) -> Line:
    action, entry = row.action, problem.entry
    days = problem.age(sources.yard).days
    stood = words.DAYS_STOOD if problem.solved_on else words.DAYS if days else words.DAYS_NONE
    solved = words.SOLVED.format(day=sources.day(problem.solved_on), solution=problem.solution)
    cells = (
        entry.text, entry.cause, CATEGORIES[entry.category], action.code, action.title, action.lead, entry.unit,
        sources.day(entry.raised_on), stood.format(n=days), solved if problem.solved_on else words.OPEN,
    )  # fmt: skip
    return Line(
        ("problem", problem.id), entry.level, cells, task, row, tuple({entry.unit, action.lead} - {""}),
        problem=problem.id, solved=problem.solved_on is not None,
        order=(problem.solved_on is not None, entry.raised_on, problem.id),
    )  # fmt: skip


def _measures(task: Task, rows: Sequence[Row], sources: Sources, _: bool) -> Iterator[Line]:
    """What the newest report says comes next, of what is not finished; and how problems were solved."""
    for row in rows:
        entry = sources.entries.get(row.action.id)
        if row.action.leaf and row.action.status not in FINISHED and entry and entry.next:
            source = words.NEXT.format(period=entry.period.name)
            yield _measure(task, row, ("next", row.action.id), (entry.trouble, entry.next, source), sources)
        for problem in sources.problems.get(row.action.id, ()):
            if problem.solved_on:
                said = (problem.entry.text, problem.solution, words.TAKEN.format(day=sources.day(problem.solved_on)))
                yield _measure(task, row, ("solved", problem.id), said, sources, problem.id)


def _measure(
    task: Task, row: Row, key: tuple[Hashable, ...], said: tuple[str, str, str], sources: Sources, problem: int = 0
) -> Line:
    action = row.action
    cells = (action.code, action.title, *map(one_line, said), action.lead, action.owner, _due(row, sources))
    return Line(key, task.id, cells, task, row, row.units, problem=problem)


_LINES = {"tasks": _tasks, "duties": _duties, "problems": _problems, "measures": _measures}


def _due(row: Row, sources: Sources) -> str:
    return sources.day(row.action.due_on) or row.action.due_words


def _state(row: Row) -> str:
    action = row.action
    said = STATUS[action.status]
    under_way = action.status == "in_progress"
    return words.STATE.format(status=said, percent=action.percent) if under_way else said
