"""What stands in the way of an action: registered, escalated, solved; each act is one undoable step."""

from dataclasses import dataclass, replace
from datetime import date

from db import actions, status, tasks
from db.actions import Action
from db.calendar import Span
from db.changeable import changeable
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day
from db.names import known, shown_units
from db.tasks import Task
from db.text import one_line, says_nothing
from db.words import STATUS, quoted
from db.words.problems import CATEGORIES, LEVELS, WHAT
from db.yardstick import Yardstick

TEXT_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written down about a problem; level 1 to 4, `unit` is to coordinate, `raised_on` "" means today."""

    text: str
    cause: str = ""
    category: str = "other"
    level: int = 1
    unit: str = ""
    raised_on: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of an action; dates YYYY-MM-DD, the unit by its name of the day asked about."""

    id: int
    action: int
    entry: Entry
    raised_by: str
    solved_on: str | None
    solution: str

    def age(self, yard: Yardstick) -> Span:
        """The days it has stood, or stood until it was solved; the day it was raised not counted."""
        return yard.calendar.span(
            date.fromisoformat(self.entry.raised_on), date.fromisoformat(self.solved_on or yard.today)
        )


def all(checklist: Checklist, on: str = "") -> list[Problem]:
    """Every problem, the highest level and the oldest first; units bear their names of the day `on`."""
    return _read(checklist, "", on=on)


def of_action(checklist: Checklist, action_id: int, on: str = "") -> list[Problem]:
    """The problems of one action, the highest level and the oldest first."""
    return _read(checklist, "WHERE action = ?", action_id, on=on)


def get(checklist: Checklist, problem_id: int, on: str = "") -> Problem:
    """One problem; RuleBroken when it is gone."""
    for problem in _read(checklist, "WHERE id = ?", problem_id, on=on):
        return problem
    raise RuleBroken("problem_unknown")


def is_open(problem: Problem, action: Action, task: Task) -> bool:
    """Whether somebody still has to solve it: not where its action is out of the count (as Tally.problems)."""
    return problem.solved_on is None and task.applicable and status.counted(action.status)


def open_ones(checklist: Checklist, on: str = "") -> list[Problem]:
    """The problems somebody still has to solve, the highest level and the oldest first."""
    its_action = {action.id: action for action in actions.all(checklist, on)}
    its_task = {task.id: task for task in tasks.all(checklist)}
    return [
        problem
        for problem in all(checklist, on)
        if is_open(problem, action := its_action[problem.action], its_task[action.task])
    ]


def register(checklist: Checklist, action_id: int, entry: Entry, *, today: str) -> ChangeSet:
    """Write a problem of an action down; RuleBroken with the field for what cannot stand."""
    action = changeable(checklist, action_id)
    if action.leaf and action.status in status.UNCOUNTED:
        raise RuleBroken(
            "stopped_first_resume", field="action", title=action.title, status=STATUS[action.status]
        )
    entry = _clean(entry, today)
    with edit(checklist, "problem", title=quoted([action.title])) as e:
        e.insert("problem", action=action_id, raised_by=checklist.by, **_columns(e, entry, None))
    return e.changes


def correct(checklist: Checklist, problem_id: int, entry: Entry, *, today: str) -> ChangeSet:
    """Write a problem down anew; one that was solved stays so and cannot have been raised later."""
    problem = get(checklist, problem_id, today)
    action = changeable(checklist, problem.action)
    entry = _clean(entry, today)
    if problem.solved_on and problem.solved_on < entry.raised_on:
        raise RuleBroken("solved_before_raised", field="raised_on", raised=entry.raised_on)
    with edit(checklist, "problem_change", title=quoted([action.title])) as e:
        e.update("problem", problem_id, **_columns(e, entry, problem))
    return e.changes


def escalate(checklist: Checklist, problem_id: int, level: int) -> ChangeSet:
    """Bring a problem before a higher level, or back to a lower one; the history keeps the day."""
    problem = get(checklist, problem_id)
    action = changeable(checklist, problem.action)
    level = _clean_level(level)
    step = "problem_up" if level > problem.entry.level else "problem_down"
    with edit(checklist, step, title=quoted([action.title]), level=LEVELS[level]) as e:
        e.update("problem", problem_id, level=level)
    return e.changes


def solve(checklist: Checklist, problem_id: int, solved_on: str, solution: str, *, today: str) -> ChangeSet:
    """Say on which day a problem was solved and how; also to put right what was said before."""
    problem = get(checklist, problem_id)
    action = changeable(checklist, problem.action)
    solution, day = _clean_text(solution, "solution"), clean_day(solved_on, "solved_on")
    if not solution:
        raise RuleBroken("solution_empty", field="solution")
    if day > today:
        raise RuleBroken("solved_after_today", field="solved_on")
    if day < problem.entry.raised_on:
        raise RuleBroken("solved_before_raised", field="solved_on", raised=problem.entry.raised_on)
    with edit(checklist, "problem_solved", title=quoted([action.title])) as e:
        e.update("problem", problem_id, solved_on=day, solution=solution)
    return e.changes


def unsolve(checklist: Checklist, problem_id: int) -> ChangeSet:
    """Open a problem again; how it was thought solved stays in the history."""
    problem = get(checklist, problem_id)
    action = changeable(checklist, problem.action)
    if problem.solved_on is None:
        raise RuleBroken("not_solved")
    with edit(checklist, "problem_unsolved", title=quoted([action.title])) as e:
        e.update("problem", problem_id, solved_on=None, solution="")
    return e.changes


def remove(checklist: Checklist, problem_id: int) -> ChangeSet:
    """Take a problem off the list, as when it was registered by mistake."""
    action = changeable(checklist, get(checklist, problem_id).action)
    with edit(checklist, "problem_removed", title=quoted([action.title])) as e:
        e.delete("problem", problem_id)
    return e.changes


def _columns(e: Edit, entry: Entry, was: Problem | None) -> dict[str, object]:
    """The entry as its row; a unit that is named as before stays the one it was, whatever it is called by now."""
    columns: dict[str, object] = {
        "text": entry.text, "cause": entry.cause, "category": entry.category, "level": entry.level,
        "raised_on": entry.raised_on,
    }  # fmt: skip
    if was is None or entry.unit != was.entry.unit:
        columns["unit"] = known(e, "unit", entry.unit, on=entry.raised_on) if not says_nothing(entry.unit) else None
    return columns


def _clean(entry: Entry, today: str) -> Entry:
    text = _clean_text(entry.text, "text")
    if not text:
        raise RuleBroken("problem_empty", field="text")
    if entry.category not in CATEGORIES:
        choices = "、".join(CATEGORIES)
        raise RuleBroken("category_unknown", field="category", value=entry.category[:12], choices=choices)
    raised_on = clean_day(entry.raised_on, "raised_on") if entry.raised_on else today
    if raised_on > today:
        raise RuleBroken("raised_after_today", field="raised_on")
    return replace(
        entry, text=text, cause=_clean_text(entry.cause, "cause"), level=_clean_level(entry.level),
        unit=one_line(entry.unit), raised_on=raised_on,
    )  # fmt: skip


def _clean_text(text: str, field: str) -> str:
    text = one_line(text)
    if len(text) > TEXT_LIMIT:
        raise RuleBroken("problem_long", field=field, what=WHAT[field], length=len(text), limit=TEXT_LIMIT)
    return text


def _clean_level(level: int) -> int:
    if level not in LEVELS:
        raise RuleBroken("level_unknown", field="level", value=level)
    return level


def _read(checklist: Checklist, where: str, *values: object, on: str) -> list[Problem]:
    shown = shown_units(checklist.db, on)
    rows = checklist.db.conn.execute(
        "SELECT id, action, text, cause, category, level, unit, raised_on, raised_by, solved_on, solution "
        f"FROM problem {where} ORDER BY level DESC, raised_on, id",
        values,
    )
    return [
        Problem(
            row, action, Entry(text, cause, category, level, shown.get(unit, ""), raised_on), raised_by, *solved
        )
        for row, action, text, cause, category, level, unit, raised_on, raised_by, *solved in rows
    ]
