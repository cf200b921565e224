"""印发: the breakdown goes out, and with it every due date is what it was; from then on only extensions move it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from db import actions, documents, gaps, status, tasks
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day
from db.tasks import Task
from db.text import one_line

NUMBER_LIMIT = 60
_GAPS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Issue:
    """One 印发: of one task or, where `task` is None, of the whole; `actions` as `number` tells them."""

    id: int
    task: int | None
    issued_on: str
    doc_number: str
    issued_by: str
    actions: int


def issues(checklist: Checklist) -> list[Issue]:
    """Every 印发 there has been, the newest first."""
    rows = checklist.db.conn.execute(
        "SELECT id, task, issued_on, doc_number, issued_by, coalesce(nullif("
        "(SELECT count(*) FROM action a WHERE issue = issue.id AND id NOT IN "
        "(SELECT parent FROM action WHERE parent IS NOT NULL)), 0), "
        "(SELECT count(*) FROM action WHERE issue = issue.id)) "
        "FROM issue ORDER BY issued_on DESC, id DESC"
    )
    return [Issue(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Scope:
    """What can go out together: `only` these tasks, None for the whole; `tasks` and `actions` say how much that is."""

    only: tuple[int, ...] | None
    tasks: int
    actions: int


def scopes(all_tasks: Iterable[Task], all_actions: Iterable[Action]) -> tuple[Scope, ...]:
    """What 印发 can be asked for now, the widest first: the whole or else all that is ready, then task by task."""
    every = tuple(all_tasks)
    its: defaultdict[int, list[Action]] = defaultdict(list)
    for action in all_actions:
        its[action.task].append(action)
    missing = gaps.blocking(gaps.of(every, (action for task in every for action in its[task.id])))
    waiting = {gap.task.id for gap in missing}
    ready = [
        Scope((task.id,), 1, number(left))
        for task in every
        if task.applicable and task.id not in waiting and (left := to_issue(its[task.id]))
    ]
    whole = None if not missing else tuple(task for scope in ready for task in scope.only or ())
    together = Scope(whole, len(ready), sum(scope.actions for scope in ready))
    return (together, *ready) if ready and (whole is None or len(ready) > 1) else tuple(ready)


def number(outgoing: Collection[Action]) -> int:
    """How many actions that is, told as db/counts counts: leaves, or parents where nothing but parents goes out."""
    return sum(action.leaf for action in outgoing) or len(outgoing)


def to_issue(its_actions: Iterable[Action]) -> tuple[Action, ...]:
    """Those of the actions that 印发 would send out: counted leaves, and parents that have a date of their own."""
    return tuple(action for action in its_actions if not action.issued_on and _goes_out(action))


def issued(its_actions: Collection[Action]) -> str:
    """How far a task or the whole has been issued: "none", "partly" or "all"."""
    if not any(action.issued_on for action in its_actions):
        return "none"
    return "partly" if to_issue(its_actions) else "all"


def issue(
    checklist: Checklist, day: str, *, today: str, only: Sequence[int] | None = None, doc_number: str = ""
) -> ChangeSet:
    """Issue what has not gone out yet, of the tasks `only` or of all that apply; a barrier for undo.

    Freezes the due dates as the original ones, and begins on that day what has no start of its own.
    Raises RuleBroken while something blocks it within that scope.
    """
    day, doc_number = _clean(checklist, day, doc_number, today)
    scope = _scope(checklist, only)
    its = [action for action in actions.all(checklist) if action.task in scope]
    missing = gaps.blocking(gaps.of(scope.values(), its))
    if missing:
        first = "，".join(str(gap) for gap in missing[:_GAPS_NAMED])
        raise RuleBroken("issue_blocked", count=len(missing), first=first)
    outgoing = to_issue(its)
    if not outgoing:
        raise RuleBroken("issue_nothing")
    with edit(checklist, "issue", barrier=True, actions=number(outgoing)) as e:
        facts = {"issued_on": day, "doc_number": doc_number, "issued_by": checklist.by}
        if only is None:
            _send_out(e, e.insert("issue", task=None, **facts), outgoing, day)
            return e.changes
        for task in scope:
            mine = [action for action in outgoing if action.task == task]
            if mine:
                _send_out(e, e.insert("issue", task=task, **facts), mine, day)
    return e.changes


def _send_out(e: Edit, issue_id: int, outgoing: Iterable[Action], day: str) -> None:
    for action in outgoing:
        begins = action.start_on
        if begins is None and not (action.due_on and action.due_on < day):
            begins = day
        e.update(
            "action", action.id, issue=issue_id, start_on=begins,
            original_due_on=action.due_on, original_due_words=action.due_words,
        )  # fmt: skip


def _goes_out(action: Action) -> bool:
    return status.counted(action.status) and (action.leaf or bool(action.due_words))


def _scope(checklist: Checklist, only: Sequence[int] | None) -> dict[int, Task]:
    if only is None:
        return {task.id: task for task in tasks.all(checklist) if task.applicable}
    return {task_id: tasks.require_applicable(checklist, task_id) for task_id in only}


def _clean(checklist: Checklist, day: str, doc_number: str, today: str) -> tuple[str, str]:
    day, doc_number = clean_day(day, "issued_on"), one_line(doc_number)
    notice = documents.first(checklist).issued_on
    if day > today:
        raise RuleBroken("issue_after_today", field="issued_on")
    if notice and day < notice:
        raise RuleBroken("issue_before_notice", field="issued_on", notice=notice)
    if len(doc_number) > NUMBER_LIMIT:
        raise RuleBroken("doc_number_long", field="doc_number", length=len(doc_number), limit=NUMBER_LIMIT)
    return day, doc_number
