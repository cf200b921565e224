"""The local actions that answer a task, as an ordered tree of at most three levels."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.connection import Checklist
from db.errors import RuleBroken
from db.names import shown_units
from db.status import FINISHED, Leaf, roll_up

DEPTH_LIMIT = 3

Row = tuple[Any, ...]
# Columns of the table that an Action bears under the same name.
_COLUMNS = (
    "id", "task", "parent", "position", "code", "title", "status", "percent", "weight", "due_on", "due_words",
    "done_on", "goal", "start_on", "due_stated", "due_rule", "original_due_on", "original_due_words", "claimed_by",
    "stop_reason", "stop_confirmer", "stopped_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One action; depth 1…3, dates YYYY-MM-DD, roles by name.

    A parent's status, percent and done date are derived from its leaves; only a leaf's own are set by people.
    `due_on` is the day in force, `due_stated` the day the words mean before the rule for non-working days;
    the original due date is the one that was 印发; `extensions` counts the approved ones, `late_request` says that one
    was asked for after the due date; `closed_on` is the day of the 销号 in force; `latest` the newest 进展情况,
    `reports` how many entries there are; `returned` counts how often it was 退回 or 重开. `answers` are the numbers
    of the sentences of its task it answers.
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
    goal: str = ""
    start_on: str | None = None
    due_stated: str | None = None
    due_rule: str = "none"
    original_due_on: str | None = None
    original_due_words: str = ""
    claimed_by: str = ""
    stop_reason: str = ""
    stop_confirmer: str = ""
    stopped_on: str | None = None
    issued_on: str | None = None
    extensions: int = 0
    late_request: bool = False
    closed_on: str | None = None
    latest: str = ""
    reports: int = 0
    open_problems: int = 0
    evidence: int = 0
    returned: int = 0
    depth: int = 1
    leaf: bool = True
    lead: str = ""
    responsible: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    leader: str = ""
    owner: str = ""
    contact: str = ""
    answers: tuple[int, ...] = ()


def of_task(checklist: Checklist, task_id: int, on: str = "") -> list[Action]:
    """A task's actions in tree order, each parent before its children; units bear their names of the day `on`."""
    return _read(checklist, "WHERE action.task = ?", task_id, on=on)


def all(checklist: Checklist, on: str = "") -> list[Action]:
    """Every action of the checklist, task by task in tree order; units bear their names of the day `on`."""
    return _read(checklist, "", on=on)


def get(checklist: Checklist, action_id: int) -> Action:
    """One action as it stands in its tree; RuleBroken when it is gone."""
    return subtree(checklist, action_id)[0]


def coded(checklist: Checklist, code: str) -> Action:
    """One action by its code as it is printed, full-width or not; RuleBroken when nobody bears it."""
    plain = unicodedata.normalize("NFKC", code).strip()
    found = checklist.db.conn.execute("SELECT id FROM action WHERE code = ?", (plain,)).fetchone()
    if found is None:
        raise RuleBroken("code_unknown", field="code", value=code[:30])
    return get(checklist, found[0])


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


_CHASE = """
SELECT action.id, issued_on,
    (SELECT count(*) FROM extension e WHERE e.action = action.id AND decision = 'approved'),
    EXISTS (SELECT 1 FROM extension e WHERE e.action = action.id AND late = 1),
    (SELECT max(decided_on) FROM closing c WHERE c.action = action.id AND result = 'approved'),
    coalesce((SELECT p.done FROM progress p JOIN period ON period.id = p.period
        WHERE p.action = action.id AND p.done <> '' ORDER BY period.last DESC, period.first DESC LIMIT 1), ''),
    (SELECT count(*) FROM progress p WHERE p.action = action.id),
    (SELECT count(*) FROM problem o WHERE o.action = action.id AND solved_on IS NULL),
    (SELECT count(*) FROM evidence v WHERE v.action = action.id),
    (SELECT count(*) FROM closing c WHERE c.action = action.id AND result <> 'approved')
FROM action LEFT JOIN issue ON issue.id = issue """


def _read(
    checklist: Checklist, where: str, *values: object, on: str = "", top: int | None = None, depth: int = 1
) -> list[Action]:
    """The actions `where` names; their highest stand `depth` deep below the action `top`."""
    run = checklist.db.conn.execute
    shown = shown_units(checklist.db, on)
    names: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for action, role, unit, person in run(
        "SELECT action, role, assignment.unit, person.name FROM assignment JOIN action ON action.id = action "
        f"LEFT JOIN person ON person.id = person {where} ORDER BY role, number",
        values,
    ):
        names[action][role].append(person if unit is None else shown[unit])
    answers: defaultdict[int, list[int]] = defaultdict(list)
    for action, number in run(
        "SELECT action, sentence.number FROM answer JOIN sentence ON sentence.id = sentence "
        f"JOIN action ON action.id = action {where} ORDER BY 2", values,
    ):  # fmt: skip
        answers[action].append(number)
    chase = {row[0]: row[1:] for row in run(_CHASE + where, values)}
    below: defaultdict[int | None, list[Row]] = defaultdict(list)
    columns = ", ".join(f"action.{column}" for column in _COLUMNS)
    for row in run(f"SELECT {columns} FROM action {where} ORDER BY task, position, id", values):
        below[row[2]].append(row)

    def tree(parent: int | None, depth: int) -> Iterator[Action]:
        for row in below.get(parent, ()):
            inside = list(tree(row[0], depth + 1))
            leaves = [action for action in inside if action.leaf]
            yield _action(row, chase[row[0]], names[row[0]], tuple(answers[row[0]]), depth, leaves)
            yield from inside

    return list(tree(top, depth))


def _action(
    row: Row,
    chase: Row,
    names: Mapping[str, Sequence[str]],
    answers: tuple[int, ...],
    depth: int,
    leaves: Sequence[Action],
) -> Action:
    columns = dict(zip(_COLUMNS, row, strict=True))
    if leaves:
        standing = roll_up([Leaf(leaf.status, leaf.percent, leaf.weight) for leaf in leaves])
        done_on = max(leaf.done_on or "" for leaf in leaves) or None if standing.state in FINISHED else None
        columns |= {"status": standing.state, "percent": standing.percent, "done_on": done_on}
    issued_on, extensions, late_request, closed_on, latest, reports, open_problems, evidence, returned = chase
    return Action(
        **columns, issued_on=issued_on, extensions=extensions, late_request=bool(late_request),
        closed_on=closed_on if columns["status"] == "closed" else None, latest=latest, reports=reports,
        open_problems=open_problems, evidence=evidence, returned=returned, depth=depth, leaf=not leaves,
        lead="".join(names["lead"]), responsible=tuple(names["responsible"]), supporting=tuple(names["supporting"]),
        leader="".join(names["leader"]), owner="".join(names["owner"]), contact="".join(names["contact"]),
        answers=answers,
    )  # fmt: skip
