"""The verbs of an action: add, name, hand out, delete; each is one undoable step."""

from collections.abc import Sequence
from typing import Any

from db import actions
from db.actions import Action
from db.changeable import changeable, each, named
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.names import assign
from db.new_actions import NewAction, clean_goal, clean_title, home, put
from db.words import quoted

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
    answers: Sequence[int] = (),
) -> ChangeSet:
    """Add an action at the end, or behind its sibling `after`, with a code that is its own for life.

    `due` is typed words, `answers` the numbers of the sentences of its task it answers; a sub-action takes over its
    parent's lead unit when none is given.
    """
    above = home(checklist, task_id, parent)[1]
    new = NewAction(
        title, lead or (above.lead if above else ""), (), tuple(supporting), owner, due, answers=tuple(answers),
        parent=parent,
    )  # fmt: skip
    with edit(checklist, "add_child" if above else "add", title=quoted([clean_title(title)])) as e:
        put(e, checklist, task_id, new, today=today, after=after)
    return e.changes


def rename(checklist: Checklist, action_id: int, title: str) -> ChangeSet:
    """Change an action's title; line breaks and surplus blanks become single blanks."""
    title = clean_title(title)
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
    return _update(checklist, "goal", changeable(checklist, action_id), goal=clean_goal(goal))


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
    for table in ("assignment", "progress", "problem", "evidence", "answer"):
        for (row,) in run(f"SELECT id FROM {table} WHERE action = ?", (action_id,)).fetchall():
            e.delete(table, row)
    e.delete("action", action_id)


def _require_deletable(checklist: Checklist, action: Action) -> None:
    """What has been issued, closed or reported for a closed period stays: it can be 终止, not deleted."""
    for below in actions.subtree(checklist, action.id):
        kept = checklist.db.conn.execute(_KEPT, (below.id,) * 5).fetchone()
        if kept:
            raise RuleBroken(kept[0], title=below.title)


_KEPT = """
SELECT 'delete_issued' FROM action WHERE id = ? AND issue IS NOT NULL
UNION ALL SELECT 'delete_decided' FROM closing WHERE action = ?
UNION ALL SELECT 'delete_extended' FROM extension WHERE action = ?
UNION ALL SELECT 'delete_supervised' FROM supervision_item WHERE action = ?
UNION ALL SELECT 'delete_locked' FROM progress WHERE action = ? AND id IN (SELECT id FROM locked_progress)"""


def _update(checklist: Checklist, step: str, action: Action, **columns: Any) -> ChangeSet:
    with edit(checklist, step, title=quoted([action.title])) as e:
        e.update("action", action.id, **columns)
    return e.changes
