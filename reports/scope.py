"""A part, a task or a unit of a checklist, as a checklist of its own whose figures add up."""

from dataclasses import replace

from db.actions import Action
from db.snapshots import State
from reports.options import Scope


def narrowed(state: State, scope: Scope) -> State | None:
    """What a scope leaves of a state: its tasks, and the actions a unit has a role in, below their parents.

    None where nothing is left, as for a unit nobody has given anything to do.
    """
    if scope.whole:
        return state
    part = next((part.id for part in state.parts if part.number == scope.part), None)
    tasks = [
        task for task in state.tasks
        if scope.task in (None, task.number) and (scope.part is None or (part is not None and task.part == part))
    ]  # fmt: skip
    kept = {task.id for task in tasks}
    actions = tuple(action for action in state.actions if action.task in kept)
    if scope.unit:
        actions = _of_unit(actions, scope.unit)
        concerned = {action.task for action in actions}
        tasks = [task for task in tasks if task.id in concerned]
    return replace(state, tasks=tuple(tasks), actions=actions) if tasks else None


def _of_unit(actions: tuple[Action, ...], unit: str) -> tuple[Action, ...]:
    """The actions a unit has a role in, each below the parents that name it."""
    above = {action.id: action.parent for action in actions}
    wanted: set[int] = set()
    for action in actions:
        if unit in (action.lead, *action.responsible, *action.supporting):
            at: int | None = action.id
            while at is not None and at not in wanted:
                wanted.add(at)
                at = above[at]
    return tuple(action for action in actions if action.id in wanted)
