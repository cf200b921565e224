"""Find tasks and actions by number, code, words, unit or person."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.actions import Action
from db.tasks import Task

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, the nearest first."""

    tasks: tuple[Task, ...]
    actions: tuple[Action, ...]


def find(text: str, tasks: Iterable[Task], actions: Iterable[Action], limit: int = 20) -> Hits:
    """Everything that holds every blank-separated word of `text`; width and case do not matter.

    An exact number or code comes first, then titles, then the rest of the text.
    """
    wanted = _folded(text).split()
    if not wanted:
        return Hits((), ())
    return Hits(
        _ranked(tasks, wanted, _task_texts, limit),
        _ranked(actions, wanted, _action_texts, limit),
    )


def _task_texts(task: Task) -> tuple[str, ...]:
    return str(task.number), task.title, " ".join((task.label, task.body, *task.bodies))


def _action_texts(action: Action) -> tuple[str, ...]:
    people = (action.lead, action.owner, *action.supporting)
    return action.code, action.title, f"{action.code} {' '.join(people)} {action.due_words}"


def _ranked(
    items: Iterable[Item], wanted: Sequence[str], texts: Callable[[Item], tuple[str, ...]], limit: int
) -> tuple[Item, ...]:
    found: list[tuple[int, Item]] = []
    for item in items:
        name, title, rest = map(_folded, texts(item))
        if [name] == list(wanted):
            found.append((0, item))
        elif all(word in title for word in wanted):
            found.append((1, item))
        elif all(word in title or word in rest for word in wanted):
            found.append((2, item))
    found.sort(key=lambda hit: hit[0])  # stable: the notice's order within a rank
    return tuple(item for _, item in found[:limit])


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
