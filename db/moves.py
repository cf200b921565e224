"""Move actions within their task, deeper, higher or to another task; their codes stay their own for life."""

from collections.abc import Collection, Iterable, Sequence

from db import actions
from db.actions import DEPTH_LIMIT, Action
from db.changeable import around, named, topmost
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.status import UNCOUNTED
from db.tasks import require_applicable
from db.words import STATUS

Trees = list[list[Action]]  # each action that moves with all below it, in order


def move(
    checklist: Checklist, action_ids: Sequence[int], *, task: int, parent: int | None, place: int | None = None
) -> ChangeSet:
    """Put actions with all below them among the children of `parent` (or of the task), before `place`.

    `place` is the sibling they shall stand before, None for the end. They keep their order; what is chosen below
    another chosen one stays there. All of them move or none does.
    """
    return _move(checklist, require_movable(checklist, action_ids, task, parent), task, parent, place)


def require_movable(checklist: Checklist, action_ids: Sequence[int], task: int, parent: int | None) -> Trees:
    """The actions with all below them; RuleBroken where one of them cannot stand there."""
    trees = topmost(around(checklist, action_ids), set(action_ids))
    for home in {task, *(inside[0].task for inside in trees)}:
        require_applicable(checklist, home)
    _require_room(checklist, trees, task, parent)
    return trees


def up(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Put siblings before the one above the first of them; at the top they only close up."""
    trees, order, places = _side_by_side(checklist, action_ids)
    return _within(checklist, trees, order, max(places[0] - 1, 0))


def down(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Put siblings behind the one below the last of them; at the bottom they only close up."""
    trees, order, places = _side_by_side(checklist, action_ids)
    return _within(checklist, trees, order, places[-1] + 2)


def indent(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Make siblings the last children of the one above the first of them; nothing happens when there is none."""
    trees, order, places = _side_by_side(checklist, action_ids)
    if not places[0]:
        return ChangeSet("")
    return move(checklist, _heads(trees), task=trees[0][0].task, parent=order[places[0] - 1])


def outdent(checklist: Checklist, action_ids: Sequence[int]) -> ChangeSet:
    """Lift siblings out to stand right below their parent; nothing happens on the first level."""
    trees, _, _ = _side_by_side(checklist, action_ids)
    first = trees[0][0]
    if first.parent is None:
        return ChangeSet("")
    above = actions.get(checklist, first.parent)
    order = actions.siblings(checklist.db, above.task, above.parent)
    behind = order[order.index(above.id) + 1 :]
    return move(checklist, _heads(trees), task=above.task, parent=above.parent, place=behind[0] if behind else None)


def arrange(e: Edit, order: Iterable[int]) -> None:
    """Let siblings stand in this order, as part of a step."""
    for position, sibling in enumerate(order, 1):
        e.update("action", sibling, position=position)


def _move(checklist: Checklist, trees: Trees, task: int, parent: int | None, place: int | None) -> ChangeSet:
    heads = _heads(trees)
    there = actions.siblings(checklist.db, task, parent)
    order = _with(there, heads, place)
    if order == there:
        return ChangeSet("")
    with edit(checklist, "move", title=named([inside[0] for inside in trees])) as e:
        for first, *below in trees:
            e.update("action", first.id, parent=parent, task=task)
            for action in below:
                e.update("action", action.id, task=task)
            if task != first.task:
                _leave_sentences(e, (first, *below))
        arrange(e, order)
    return e.changes


def _with(there: Sequence[int], heads: Sequence[int], place: int | None) -> list[int]:
    """The siblings with `heads` before `place`; where that one moves too, before the next that does not."""
    moving = set(heads)
    behind = there[there.index(place) :] if place in there else ()
    at = next((sibling for sibling in behind if sibling not in moving), None)
    order = [sibling for sibling in there if sibling not in moving]
    index = order.index(at) if at is not None else len(order)
    return [*order[:index], *heads, *order[index:]]


def _within(checklist: Checklist, trees: Trees, order: Sequence[int], place: int) -> ChangeSet:
    """Move siblings among their own, before the one at a place of their order."""
    first = trees[0][0]
    before = order[place] if place < len(order) else None
    return move(checklist, _heads(trees), task=first.task, parent=first.parent, place=before)


def _heads(trees: Trees) -> list[int]:
    return [inside[0].id for inside in trees]


def _side_by_side(checklist: Checklist, action_ids: Sequence[int]) -> tuple[Trees, list[int], list[int]]:
    """The chosen actions, all the siblings they stand among, and where they stand; RuleBroken for several places."""
    trees = topmost(around(checklist, action_ids), set(action_ids))
    if len({(inside[0].task, inside[0].parent) for inside in trees}) > 1:
        raise RuleBroken("move_apart")
    order = actions.siblings(checklist.db, trees[0][0].task, trees[0][0].parent)
    return trees, order, sorted(map(order.index, _heads(trees)))


def _leave_sentences(e: Edit, moved: Sequence[Action]) -> None:
    """An action answers sentences of its own task only."""
    for action in moved:
        for (row,) in e.db.conn.execute("SELECT id FROM answer WHERE action = ?", (action.id,)).fetchall():
            e.delete("answer", row)


def _require_room(checklist: Checklist, trees: Collection[Sequence[Action]], task: int, parent: int | None) -> None:
    if any(parent == action.id for inside in trees for action in inside):
        raise RuleBroken("move_circular")
    above = actions.get(checklist, parent) if parent is not None else None
    if above and above.task != task:
        raise RuleBroken("action_unknown")
    if above and above.leaf and above.status in ("closed", *UNCOUNTED):
        raise RuleBroken("no_child_here", title=above.title, status=STATUS[above.status])
    height = max(action.depth - inside[0].depth + 1 for inside in trees for action in inside)
    if (above.depth if above else 0) + height > DEPTH_LIMIT:
        raise RuleBroken("too_deep")
