"""Which actions may be changed at all, and what a step on several of them is called."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence

from db import actions, tasks
from db.actions import Action
from db.connection import Checklist
from db.errors import RuleBroken
from db.words import quoted


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


def around(checklist: Checklist, action_ids: Collection[int]) -> list[Action]:
    """Every action of the tasks these actions are in, read once, in order; RuleBroken for none, or where one is gone.

    Units bear the names of the day it is.
    """
    if not action_ids:
        raise RuleBroken("nothing_chosen")
    homes = checklist.db.conn.execute(
        "SELECT DISTINCT task FROM action WHERE id IN (SELECT value FROM json_each(?)) ORDER BY task",
        (json.dumps(list(action_ids)),),
    ).fetchall()
    on = checklist.now()[:10]
    found = [action for (task,) in homes for action in actions.of_task(checklist, task, on)]
    if not {action.id for action in found}.issuperset(action_ids):
        raise RuleBroken("action_unknown")
    return found


def topmost(trees: Iterable[Action], chosen: Collection[int]) -> list[list[Action]]:
    """Each chosen action with all below it, in order; what is chosen below another chosen one comes with that."""
    found: list[list[Action]] = []
    depth = 0  # of the chosen action whose inside is being walked through; 0 outside of any
    for action in trees:
        if depth and action.depth > depth:
            found[-1].append(action)
        elif action.id in chosen:
            depth = action.depth
            found.append([action])
        else:
            depth = 0
    return found


def named(chosen: Sequence[Action]) -> str:
    """The actions as the name of a step tells them."""
    return quoted([action.title for action in chosen])
