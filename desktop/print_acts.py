"""Print what concerns chosen actions, where they are worked on: turn to the report page, on just that."""

from collections.abc import Callable, Sequence

from db.actions import Action


def print_of(go: Callable[..., bool], kind: str, chosen: Sequence[Action]) -> None:
    """Turn to the card of the task chosen actions are of, or to the forms of just these actions."""
    if kind == "task-card":
        go("reports", kind=kind, task=chosen[0].task)
    else:
        go("reports", kind=kind, actions=tuple(action.code for action in chosen))
