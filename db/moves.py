"""Move an action within its task, deeper, higher or to another task; its code stays its own for life."""

from collections.abc import Sequence

from db import actions
from db.actions import DEPTH_LIMIT, Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.status import UNCOUNTED
from db.tasks import require_applicable
from db.words import STATUS, quoted


def move(
    checklist: Checklist, action_id: int, *, task: int, parent: int | None, place: int | None = None
) -> ChangeSet:
    """Put an action with all below it among the children of `parent` (or of the task), before `place`.

    `place` is the sibling it shall stand before, None for the end.
    """
    moved, *below = inside = actions.subtree(checklist, action_id)
    require_applicable(checklist, moved.task)
    require_applicable(checklist, task)
    _require_room(checklist, inside, task, parent)
    with edit(checklist, "move", title=quoted([moved.title])) as e:
        order = [sibling for sibling in actions.siblings(e.db, task, parent) if sibling != moved.id]
        order.insert(order.index(place) if place in order else len(order), moved.id)
        e.update("action", moved.id, parent=parent, task=task)
        for action in below:
            e.update("action", action.id, task=task)
        if task != moved.task:
            _leave_sentences(e, inside)
        for position, sibling in enumerate(order, 1):
            e.update("action", sibling, position=position)
    return e.changes


def up(checklist: Checklist, action_id: int) -> ChangeSet:
    """Change places with the sibling above; nothing happens at the top."""
    moved, order, index = _place(checklist, action_id)
    return _within(checklist, moved, order[index - 1]) if index else ChangeSet("")


def down(checklist: Checklist, action_id: int) -> ChangeSet:
    """Change places with the sibling below; nothing happens at the bottom."""
    moved, order, index = _place(checklist, action_id)
    if index + 1 == len(order):
        return ChangeSet("")
    return _within(checklist, moved, order[index + 2] if index + 2 < len(order) else None)


def indent(checklist: Checklist, action_id: int) -> ChangeSet:
    """Make an action the last child of the sibling above it; nothing happens when there is none."""
    moved, order, index = _place(checklist, action_id)
    if not index:
        return ChangeSet("")
    return move(checklist, moved.id, task=moved.task, parent=order[index - 1])


def outdent(checklist: Checklist, action_id: int) -> ChangeSet:
    """Lift an action out to stand right below its parent; nothing happens on the first level."""
    moved = actions.get(checklist, action_id)
    if moved.parent is None:
        return ChangeSet("")
    above, order, index = _place(checklist, moved.parent)
    place = order[index + 1] if index + 1 < len(order) else None
    return move(checklist, moved.id, task=moved.task, parent=above.parent, place=place)


def _within(checklist: Checklist, moved: Action, place: int | None) -> ChangeSet:
    return move(checklist, moved.id, task=moved.task, parent=moved.parent, place=place)


def _leave_sentences(e: Edit, moved: Sequence[Action]) -> None:
    """An action answers sentences of its own task only."""
    for action in moved:
        for (row,) in e.db.conn.execute("SELECT id FROM answer WHERE action = ?", (action.id,)).fetchall():
            e.delete("answer", row)


def _place(checklist: Checklist, action_id: int) -> tuple[Action, list[int], int]:
    action = actions.get(checklist, action_id)
    order = actions.siblings(checklist.db, action.task, action.parent)
    return action, order, order.index(action.id)


def _require_room(checklist: Checklist, inside: Sequence[Action], task: int, parent: int | None) -> None:
    if parent in {action.id for action in inside}:
        raise RuleBroken("move_circular")
    above = actions.get(checklist, parent) if parent is not None else None
    if above and above.task != task:
        raise RuleBroken("action_unknown")
    if above and above.leaf and above.status in ("closed", *UNCOUNTED):
        raise RuleBroken("no_child_here", title=above.title, status=STATUS[above.status])
    height = max(action.depth for action in inside) - inside[0].depth + 1
    if (above.depth if above else 0) + height > DEPTH_LIMIT:
        raise RuleBroken("too_deep")

