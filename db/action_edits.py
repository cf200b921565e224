"""The verbs of an action: add, name, hand out, delete; each is one undoable step."""

from collections.abc import Callable, Sequence
from typing import Any

from db import actions, due_dates, tasks
from db.actions import Action, siblings
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.names import assign
from db.status import UNCOUNTED
from db.text import one_line
from db.words import STATUS, quoted

TITLE_LIMIT = 500
WEIGHT_LIMIT = 100


def add(
    checklist: Checklist,
    task_id: int,
    title: str,
    *,
    today: str,
    parent: int | None = None,
    after: int | None = None,
    lead: str = "",
    owner: str = "",
    supporting: Sequence[str] = (),
    due: str = "",
) -> ChangeSet:
    """Add an action at the end, or behind its sibling `after`, with a code that is its own for life.

    `due` is typed words; a sub-action takes over its parent's lead unit when none is given.
    """
    above = actions.get(checklist, parent) if parent is not None else None
    if above and above.depth >= actions.DEPTH_LIMIT:
        raise RuleBroken("too_deep")
    if above and above.leaf and above.status in ("closed", *UNCOUNTED):
        raise RuleBroken("no_child_here", title=above.title, status=STATUS[above.status])
    task = tasks.require_applicable(checklist, above.task if above else task_id)
    title = _clean_title(title)
    with edit(checklist, "add_child" if above else "add", title=quoted([title])) as e:
        columns = {
            "task": task.id, "parent": parent, "title": title, "code": _new_code(e, task, above),
            "position": _make_room(e, task.id, parent, after), **due_dates.columns(checklist, due, today),
        }  # fmt: skip
        action = e.insert("action", **columns)
        for role, holders in (
            ("lead", [lead or (above.lead if above else "")]), ("owner", [owner]), ("supporting", supporting),
        ):  # fmt: skip
            assign(e, role, holders, action=action, on=today)
    return e.changes


def rename(checklist: Checklist, action_id: int, title: str) -> ChangeSet:
    """Change an action's title; line breaks and surplus blanks become single blanks."""
    title = _clean_title(title)
    changeable(checklist, action_id)
    with edit(checklist, "rename", title=quoted([title])) as e:
        e.update("action", action_id, title=title)
    return e.changes


def set_names(checklist: Checklist, action_id: int, role: str, names: Sequence[str]) -> ChangeSet:
    """Make `names` hold a role (one of names.ROLES); a name not known yet is added."""
    action = changeable(checklist, action_id)
    with edit(checklist, role, title=quoted([action.title])) as e:
        assign(e, role, names, action=action_id, on=checklist.now()[:10])
    return e.changes


def set_goal(checklist: Checklist, action_id: int, goal: str) -> ChangeSet:
    """Say what an action is to reach (工作目标); an empty text takes it off."""
    goal = one_line(goal)
    if len(goal) > TITLE_LIMIT:
        raise RuleBroken("goal_long", field="goal", length=len(goal), limit=TITLE_LIMIT)
    return _update(checklist, "goal", changeable(checklist, action_id), goal=goal)


def set_weight(checklist: Checklist, action_id: int, value: str) -> ChangeSet:
    """Set how much an action weighs in the percent of its task, 1 to 100."""
    if not (value.strip().isdecimal() and 1 <= int(value) <= WEIGHT_LIMIT):
        raise RuleBroken("weight_range", field="weight", value=value[:12], limit=WEIGHT_LIMIT)
    return _update(checklist, "weight", changeable(checklist, action_id), weight=int(value))


def delete(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Delete actions with everything below them as one step; their codes are never given out again."""
    chosen = each(changeable, checklist, action_ids)
    for action in chosen:
        _require_deletable(checklist, action)
    with edit(checklist, "delete", title=named(chosen)) as e:
        for action in chosen:
            _delete_tree(e, action.id)
    return e.changes


def _delete_tree(e: Edit, action_id: int) -> None:
    run = e.db.conn.execute
    if run("SELECT 1 FROM action WHERE id = ?", (action_id,)).fetchone() is None:
        return  # went with its parent, which was chosen too
    for (child,) in run("SELECT id FROM action WHERE parent = ? ORDER BY position", (action_id,)).fetchall():
        _delete_tree(e, child)
    for table in ("assignment", "progress", "problem", "evidence"):
        for (row,) in run(f"SELECT id FROM {table} WHERE action = ?", (action_id,)).fetchall():
            e.delete(table, row)
    e.delete("action", action_id)


def _require_deletable(checklist: Checklist, action: Action) -> None:
    """What has been issued, closed or reported for a closed period stays: it can be 终止, not deleted."""
    for below in actions.subtree(checklist, action.id):
        kept = checklist.db.conn.execute(_KEPT, (below.id,) * 4).fetchone()
        if kept:
            raise RuleBroken(kept[0], title=below.title)


_KEPT = """
SELECT 'delete_issued' FROM action WHERE id = ? AND issue IS NOT NULL
UNION ALL SELECT 'delete_decided' FROM closing WHERE action = ?
UNION ALL SELECT 'delete_extended' FROM extension WHERE action = ?
UNION ALL SELECT 'delete_locked' FROM progress WHERE action = ? AND id IN (SELECT id FROM locked_progress)"""


def changeable(checklist: Checklist, action_id: int) -> Action:
    """The action, or RuleBroken when it is gone or its task is 不适用."""
    action = actions.get(checklist, action_id)
    tasks.require_applicable(checklist, action.task)
    return action


def each(
    find: Callable[[Checklist, int], Action], checklist: Checklist, action_ids: Sequence[int]
) -> list[Action]:
    """The actions of these ids, each once, found by `find`, which raises for those that cannot be changed."""
    return [find(checklist, action_id) for action_id in dict.fromkeys(action_ids)]


def _make_room(e: Edit, task_id: int, parent: int | None, after: int | None) -> int:
    """The position behind the sibling `after`, or at the end; the siblings keep their order around it."""
    order = siblings(e.db, task_id, parent)
    place = order.index(after) + 1 if after in order else len(order)
    for index, sibling in enumerate(order):  # all of them: deleted siblings leave gaps
        e.update("action", sibling, position=index + (1 if index < place else 2))
    return place + 1


def _new_code(e: Edit, task: tasks.Task, above: Action | None) -> str:
    if above:
        return f"{above.code}.{e.next_number(above.code)}"
    prefix = e.db.conn.execute(
        "SELECT code FROM document JOIN task ON task.document = document.id WHERE task.id = ?", (task.id,)
    ).fetchone()[0]
    stem = f"{prefix}-{task.number:02d}"
    return f"{stem}-{e.next_number(stem):02d}"


def _update(checklist: Checklist, step: str, action: Action, **columns: Any) -> ChangeSet:
    with edit(checklist, step, title=quoted([action.title])) as e:
        e.update("action", action.id, **columns)
    return e.changes


def _clean_title(title: str) -> str:
    title = one_line(title)
    if not title:
        raise RuleBroken("title_empty", field="title")
    if len(title) > TITLE_LIMIT:
        raise RuleBroken("title_long", field="title", length=len(title), limit=TITLE_LIMIT)
    return title


def named(chosen: Sequence[Action]) -> str:
    """The actions as the name of a step tells them."""
    return quoted([action.title for action in chosen])
