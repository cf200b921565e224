"""Which actions may be changed at all, and what a step on several of them is called."""

from collections.abc import Callable, Sequence

from db import actions, tasks
from db.actions import Action
from db.connection import Checklist
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


def named(chosen: Sequence[Action]) -> str:
    """The actions as the name of a step tells them."""
    return quoted([action.title for action in chosen])
