"""Put new actions into the tree as part of a step: one that was typed, a task's drafts, rows that were pasted."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import actions, answers, due_dates, tasks
from db.actions import Action, siblings
from db.connection import Checklist
from db.edit import Edit
from db.errors import RuleBroken
from db.names import assign
from db.status import UNCOUNTED
from db.tasks import Task
from db.text import one_line
from db.words import STATUS

TITLE_LIMIT = 500
GOAL_LIMIT = 500


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action to be, in words as typed: names of units and persons, the due date's words.

    `answers` are the numbers of the sentences of its task it answers, `parent` the id of the action it belongs under.
    """

    title: str
    lead: str = ""
    responsible: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    owner: str = ""
    due: str = ""
    goal: str = ""
    weight: int = 1
    answers: tuple[int, ...] = ()
    parent: int | None = None
    leader: str = ""
    contact: str = ""


def put(
    e: Edit, checklist: Checklist, task_id: int, new: NewAction, *, today: str, after: int | None = None
) -> int:
    """Add an action at the end, or behind its sibling `after`, with a code that is its own for life; gives its id.

    Raises RuleBroken with the field that cannot stand; the step it is part of is then undone as a whole.
    """
    task, above = home(checklist, task_id, new.parent)
    columns = {
        "task": task.id, "parent": new.parent, "title": clean_title(new.title), "goal": clean_goal(new.goal),
        "weight": new.weight, "code": _code(e, task, above), "position": _room(e, task.id, new.parent, after),
        **due_dates.columns(checklist, new.due, today),
    }  # fmt: skip
    action = e.insert("action", **columns)
    holders: Mapping[str, tuple[str, ...]] = {
        "lead": (new.lead,), "responsible": new.responsible, "supporting": new.supporting,
        "leader": (new.leader,), "owner": (new.owner,), "contact": (new.contact,),
    }  # fmt: skip
    for role, names in holders.items():
        if any(names):
            assign(e, role, names, action=action, on=today)
    if new.answers:
        answers.write(e, action, task, new.answers)
    return action


def home(checklist: Checklist, task_id: int, parent: int | None) -> tuple[Task, Action | None]:
    """The task and the action a new one belongs under; RuleBroken when there is no room for it."""
    above = actions.get(checklist, parent) if parent is not None else None
    if above and above.depth >= actions.DEPTH_LIMIT:
        raise RuleBroken("too_deep")
    if above and above.leaf and above.status in ("closed", *UNCOUNTED):
        raise RuleBroken("no_child_here", title=above.title, status=STATUS[above.status])
    return tasks.require_applicable(checklist, above.task if above else task_id), above


def clean_title(title: str) -> str:
    """The title as it is kept: one line, neither empty nor too long."""
    title = one_line(title)
    if not title:
        raise RuleBroken("title_empty", field="title")
    if len(title) > TITLE_LIMIT:
        raise RuleBroken("title_long", field="title", length=len(title), limit=TITLE_LIMIT)
    return title


def clean_goal(goal: str) -> str:
    """What an action is to reach, as it is kept."""
    goal = one_line(goal)
    if len(goal) > GOAL_LIMIT:
        raise RuleBroken("goal_long", field="goal", length=len(goal), limit=GOAL_LIMIT)
    return goal


def _room(e: Edit, task_id: int, parent: int | None, after: int | None) -> int:
    """The position behind the sibling `after`, or at the end; the siblings keep their order around it."""
    if after is None:
        last = e.db.conn.execute("SELECT max(position) FROM action WHERE task = ? AND parent IS ?", (task_id, parent))
        return (last.fetchone()[0] or 0) + 1
    order = siblings(e.db, task_id, parent)
    place = order.index(after) + 1 if after in order else len(order)
    for index, sibling in enumerate(order):  # all of them: deleted siblings leave gaps
        e.update("action", sibling, position=index + (1 if index < place else 2))
    return place + 1


def _code(e: Edit, task: Task, above: Action | None) -> str:
    if above:
        return f"{above.code}.{e.next_number(above.code)}"
    prefix = e.db.conn.execute(
        "SELECT code FROM document JOIN task ON task.document = document.id WHERE task.id = ?", (task.id,)
    ).fetchone()[0]
    stem = f"{prefix}-{task.number:02d}"
    return f"{stem}-{e.next_number(stem):02d}"
