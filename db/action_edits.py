"""The verbs of an action: add, change, tick, delete; each is one undoable step."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from db import actions, deadlines, settings, status, tasks
from db.actions import Action, siblings
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.names import assign
from db.text import one_line
from db.words import STATUS, quoted

TITLE_LIMIT = 500


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
    task = open_task(checklist, above.task if above else task_id)
    title = _clean_title(title)
    with edit(checklist, "add_child" if above else "add", title=quoted([title])) as e:
        columns = {
            "task": task.id, "parent": parent, "title": title, "code": _new_code(e, task, above),
            "position": _make_room(e, task.id, parent, after), **_due_columns(checklist, due, today),
        }  # fmt: skip
        action = e.insert("action", **columns)
        assign(e, action, "lead", [lead or (above.lead if above else "")])
        assign(e, action, "owner", [owner])
        assign(e, action, "supporting", supporting)
    return e.changes


def rename(checklist: Checklist, action_id: int, title: str) -> ChangeSet:
    """Change an action's title; line breaks and surplus blanks become single blanks."""
    title = _clean_title(title)
    changeable(checklist, action_id)
    with edit(checklist, "rename", title=quoted([title])) as e:
        e.update("action", action_id, title=title)
    return e.changes


def set_due(checklist: Checklist, action_id: int, words: str, *, today: str) -> ChangeSet:
    """Set the due date from words as typed, kept for print; an empty text clears it."""
    action = changeable(checklist, action_id)
    return _update(checklist, "due", action, **_due_columns(checklist, words, today))


def set_names(checklist: Checklist, action_id: int, role: str, names: Sequence[str]) -> ChangeSet:
    """Make `names` hold a role ("lead", "supporting", "owner"); a name not known yet is added."""
    action = changeable(checklist, action_id)
    with edit(checklist, role, title=quoted([action.title])) as e:
        assign(e, action_id, role, names)
    return e.changes


def set_percent(checklist: Checklist, action_id: int, value: object) -> ChangeSet:
    """Set a leaf's percent, 0 to 100; typing 1–99 starts an action that was not started."""
    percent = _percent(value)
    action = _own_state(checklist, action_id)
    return _update(checklist, "percent", action, **status.with_percent(action.status, percent))


def set_status(checklist: Checklist, action_ids: Sequence[int], new: str, *, today: str) -> ChangeSet:
    """Set the lifecycle of leaves as one step; done means 100 % and done today."""
    if new not in ("not_started", "in_progress", "done"):
        raise RuleBroken("status_unknown", field="status", value=new)
    chosen = _each(_own_state, checklist, action_ids)
    with edit(checklist, "status", title=_named(chosen), status=STATUS[new]) as e:
        for action in chosen:
            e.update("action", action.id, **status.with_status(_state(e, action.id), new, today))
    return e.changes


def tick(checklist: Checklist, action_ids: Sequence[int], *, today: str) -> ChangeSet:
    """Space: mark leaves done at once, or when all of them are done give each its former state back."""
    chosen = _each(_own_state, checklist, action_ids)
    undone = [action for action in chosen if action.status not in status.FINISHED]
    with edit(checklist, "done" if undone else "undone", title=_named(undone or chosen)) as e:
        for action in undone or chosen:
            e.update("action", action.id, **status.tick(_state(e, action.id), today))
    return e.changes


def set_done_on(checklist: Checklist, action_id: int, day: str, *, today: str) -> ChangeSet:
    """Correct the day a done action was done; not later than today."""
    try:
        done_on = date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise RuleBroken("date_invalid", field="done_on", value=day[:20]) from error
    if done_on > today:
        raise RuleBroken("done_after_today", field="done_on")
    action = _own_state(checklist, action_id)
    if action.status not in status.FINISHED:
        raise RuleBroken("not_done", field="done_on", title=action.title)
    return _update(checklist, "done_on", action, done_on=done_on)


def delete(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Delete actions with everything below them as one step; their codes are never given out again."""
    chosen = _each(changeable, checklist, action_ids)
    with edit(checklist, "delete", title=_named(chosen)) as e:
        for action in chosen:
            _delete_tree(e, action.id)
    return e.changes


def _delete_tree(e: Edit, action_id: int) -> None:
    run = e.db.conn.execute
    if run("SELECT 1 FROM action WHERE id = ?", (action_id,)).fetchone() is None:
        return  # went with its parent, which was chosen too
    for (child,) in run("SELECT id FROM action WHERE parent = ? ORDER BY position", (action_id,)).fetchall():
        _delete_tree(e, child)
    for (row,) in run("SELECT id FROM assignment WHERE action = ?", (action_id,)).fetchall():
        e.delete("assignment", row)
    e.delete("action", action_id)


def changeable(checklist: Checklist, action_id: int) -> Action:
    """The action, or RuleBroken when it is gone or its task is 不适用."""
    action = actions.get(checklist, action_id)
    open_task(checklist, action.task)
    return action


def _each(
    find: Callable[[Checklist, int], Action], checklist: Checklist, action_ids: Sequence[int]
) -> list[Action]:
    return [find(checklist, action_id) for action_id in dict.fromkeys(action_ids)]


def _own_state(checklist: Checklist, action_id: int) -> Action:
    action = changeable(checklist, action_id)
    if not action.leaf:
        raise RuleBroken("status_derived", field="status", title=action.title)
    return action


def open_task(checklist: Checklist, task_id: int) -> tasks.Task:
    """The task, or RuleBroken when it is 不适用 and its actions are frozen."""
    task = tasks.get(checklist, task_id)
    if not task.applicable:
        raise RuleBroken("frozen", number=task.number)
    return task


def _state(e: Edit, action_id: int) -> status.Own:
    sql = "SELECT status, percent, former_status, former_percent FROM action WHERE id = ?"
    return status.Own(*e.db.conn.execute(sql, (action_id,)).fetchone())


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


def _due_columns(checklist: Checklist, words: str, today: str) -> dict[str, str | None]:
    if not words.strip():
        return {"due_on": None, "due_words": ""}
    due = deadlines.parse(words, settings.read(checklist).plan_year, today)
    return {"due_on": due.on, "due_words": due.words}


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


def _percent(value: object) -> int:
    text = unicodedata.normalize("NFKC", str(value)).strip().rstrip("%").strip()
    if not (text.isdecimal() and len(text) <= 3 and int(text) <= 100):
        raise RuleBroken("percent_range", field="percent", value=str(value)[:12])
    return int(text)


def _named(chosen: Sequence[Action]) -> str:
    return quoted([action.title for action in chosen])
