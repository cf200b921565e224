"""The local actions that answer a task, as an ordered tree of at most three levels."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.connection import Checklist
from db.errors import RuleBroken
from db.status import FINISHED, Leaf, roll_up

DEPTH_LIMIT = 3

Row = tuple[Any, ...]
_COLUMNS = (
    "id", "task", "parent", "position", "code", "title", "status", "percent", "weight",
    "due_on", "due_words", "done_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One action; depth 1…3, dates YYYY-MM-DD, roles by name.

    A parent's status, percent and done date are derived from its leaves; only a leaf's own are set by people.
    """

    id: int
    task: int
    parent: int | None
    position: int
    code: str
    title: str
    status: str
    percent: int
    weight: int
    due_on: str | None
    due_words: str
    done_on: str | None
    depth: int = 1
    leaf: bool = True
    lead: str = ""
    owner: str = ""
    supporting: tuple[str, ...] = ()


def of_task(checklist: Checklist, task_id: int) -> list[Action]:
    """A task's actions in tree order, each parent before its children."""
    return _read(checklist, "WHERE action.task = ?", task_id)


def all(checklist: Checklist) -> list[Action]:
    """Every action of the checklist, task by task in tree order."""
    return _read(checklist, "")


def get(checklist: Checklist, action_id: int) -> Action:
    """One action as it stands in its tree; RuleBroken when it is gone."""
    return subtree(checklist, action_id)[0]


def subtree(checklist: Checklist, action_id: int) -> list[Action]:
    """An action and everything below it in tree order; RuleBroken when it is gone."""
    above = checklist.db.conn.execute(_ABOVE, (action_id,)).fetchall()
    if not above:
        raise RuleBroken("action_unknown")
    top = above[0][0]
    return _read(checklist, _INSIDE, action_id, top=top, depth=len(above))


def siblings(db: Database, task_id: int, parent: int | None) -> list[int]:
    """The ids of the actions that stand side by side, in order."""
    rows = db.conn.execute(
        "SELECT id FROM action WHERE task = ? AND parent IS ? ORDER BY position, id", (task_id, parent)
    )
    return [row[0] for row in rows]


# The parents of an action and of those above it, its own first; one row for each level.
_ABOVE = """
WITH RECURSIVE above (id, parent) AS (
    SELECT id, parent FROM action WHERE id = ?
    UNION ALL SELECT action.id, action.parent FROM action JOIN above ON action.id = above.parent
) SELECT parent FROM above"""
_INSIDE = """
WHERE action.id IN (
    WITH RECURSIVE inside (id) AS (
        VALUES (?) UNION ALL SELECT action.id FROM action JOIN inside ON action.parent = inside.id
    ) SELECT id FROM inside)"""


def _read(
    checklist: Checklist, where: str, *values: object, top: int | None = None, depth: int = 1
) -> list[Action]:
    """The actions `where` names; their highest stand `depth` deep below the action `top`."""
    run = checklist.db.conn.execute
    names: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for action, role, name in run(
        "SELECT action, role, coalesce(unit.name, person.name) FROM assignment "
        "JOIN action ON action.id = action LEFT JOIN unit ON unit.id = unit "
        f"LEFT JOIN person ON person.id = person {where} ORDER BY role, number",
        values,
    ):
        names[action][role].append(name)
    below: defaultdict[int | None, list[Row]] = defaultdict(list)
    for row in run(
        "SELECT id, task, parent, position, code, title, status, percent, weight, due_on, due_words, done_on "
        f"FROM action {where} ORDER BY task, position, id",
        values,
    ):
        below[row[2]].append(row)

    def tree(parent: int | None, depth: int) -> Iterator[Action]:
        for row in below.get(parent, ()):
            inside = list(tree(row[0], depth + 1))
            yield _action(row, names[row[0]], depth, [action for action in inside if action.leaf])
            yield from inside

    return list(tree(top, depth))


def _action(row: Row, names: Mapping[str, Sequence[str]], depth: int, leaves: Sequence[Action]) -> Action:
    id, task, parent, position, code, title, status, percent, weight, due_on, due_words, done_on = row
    if leaves:
        standing = roll_up([Leaf(leaf.status, leaf.percent, leaf.weight) for leaf in leaves])
        status, percent = standing.state, standing.percent
        done_on = max(leaf.done_on or "" for leaf in leaves) or None if status in FINISHED else None
    return Action(
        id=id, task=task, parent=parent, position=position, code=code, title=title,
        status=status, percent=percent, weight=weight, due_on=due_on, due_words=due_words, done_on=done_on,
        depth=depth, leaf=not leaves,
        lead="".join(names["lead"]), owner="".join(names["owner"]), supporting=tuple(names["supporting"]),
    )  # fmt: skip
