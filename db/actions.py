"""The local actions that answer a task, as an ordered tree of at most three levels."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database

from db.connection import Checklist
from db.errors import RuleBroken
from db.status import Leaf, roll_up

DEPTH_LIMIT = 3
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
    row = checklist.db.conn.execute("SELECT task FROM action WHERE id = ?", (action_id,)).fetchone()
    for action in of_task(checklist, row[0]) if row else ():
        if action.id == action_id:
            return action
    raise RuleBroken("action_unknown")


def siblings(db: Database, task_id: int, parent: int | None) -> list[int]:
    """The ids of the actions that stand side by side, in order."""
    rows = db.conn.execute(
        "SELECT id FROM action WHERE task = ? AND parent IS ? ORDER BY position, id", (task_id, parent)
    )
    return [row[0] for row in rows]


def _read(checklist: Checklist, where: str, *values: object) -> list[Action]:
    run = checklist.db.conn.execute
    children: defaultdict[int | None, list[Action]] = defaultdict(list)
    holders: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for action, role, name in run(
        "SELECT action, role, coalesce(unit.name, person.name) FROM assignment "
        "JOIN action ON action.id = action LEFT JOIN unit ON unit.id = unit "
        f"LEFT JOIN person ON person.id = person {where} ORDER BY role, number",
        values,
    ):
        holders[action][role].append(name)
    for row in run(
        f"SELECT {', '.join(_COLUMNS)} FROM action {where} ORDER BY task, parent, position, id",
        values,
    ):
        roles = holders[row[0]]
        action = Action(
            **dict(zip(_COLUMNS, row, strict=True)),
            lead="".join(roles["lead"]),
            owner="".join(roles["owner"]),
            supporting=tuple(roles["supporting"]),
        )
        children[action.parent].append(action)
    return list(_in_order(children, None, 1))


def _in_order(
    children: dict[int | None, list[Action]], parent: int | None, depth: int
) -> Iterator[Action]:
    for action in children.get(parent, ()):
        below = list(_in_order(children, action.id, depth + 1))
        yield _rolled_up(action, depth, below) if below else replace(action, depth=depth)
        yield from below


def _rolled_up(action: Action, depth: int, below: Iterable[Action]) -> Action:
    leaves = [leaf for leaf in below if leaf.leaf]
    standing = roll_up([Leaf(leaf.status, leaf.percent, leaf.weight) for leaf in leaves])
    finished = standing.state in ("done", "closed")
    return replace(
        action,
        depth=depth,
        leaf=False,
        status=standing.state,
        percent=standing.percent,
        done_on=max(leaf.done_on or "" for leaf in leaves) or None if finished else None,
    )
