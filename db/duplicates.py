"""Copies of actions, to be changed into what is wanted: the plan of an action without what has become of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from db import actions, moves
from db.changeable import around, named, topmost
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.names import ROLES, heirs
from db.new_actions import NewAction, put

_KEPT = ("due_on", "due_stated", "due_words", "due_rule", "start_on")

Now = Mapping[str, Mapping[int, int]]  # the entries of units and people work can be given to, by those they follow


def duplicate(checklist: Checklist, action_ids: Sequence[int], *, today: str) -> ChangeSet:
    """Put a copy of each action, with all below it, right behind it, as one step.

    A copy has the names, units, goal, dates, weight and sentences of the action; none of its state, progress, 印发 or
    extensions. Units and people that are there no longer are left out: new work is not given to them.
    The first action put into the file is the copy of the first one.
    """
    trees = topmost(around(checklist, action_ids), set(action_ids))
    copies: dict[int, int] = {}
    with edit(checklist, "duplicate", title=named([inside[0] for inside in trees])) as e:
        now = _now(e, checklist.now()[:10])
        for action in (action for inside in trees for action in inside):
            parent = copies.get(action.parent or 0, action.parent)
            plan = NewAction(
                action.title, goal=action.goal, weight=action.weight, answers=action.answers, parent=parent
            )
            copies[action.id] = new = put(e, checklist, action.task, plan, today=today)
            e.update("action", new, **{column: getattr(action, column) for column in _KEPT})
            _give(e, action.id, new, now)
        for task, parent in dict.fromkeys((inside[0].task, inside[0].parent) for inside in trees):
            _stand_behind(e, actions.siblings(e.db, task, parent), copies)
    return e.changes


def _stand_behind(e: Edit, siblings: Sequence[int], copies: Mapping[int, int]) -> None:
    """Set every copy right behind what it is a copy of."""
    new = set(copies.values())
    order: list[int] = []
    for sibling in siblings:
        if sibling not in new:
            order += [sibling, copies[sibling]] if sibling in copies else [sibling]
    moves.arrange(e, order)


def _give(e: Edit, action: int, new: int, now: Now) -> None:
    """Let those who answer for an action answer for its copy too."""
    rows = e.db.conn.execute(
        "SELECT role, unit, person FROM assignment WHERE action = ? ORDER BY role <> 'lead', role, number", (action,)
    ).fetchall()
    given: set[object] = set()  # a unit has one role in an action: two may have been merged since
    places: Counter[str] = Counter()
    for role, unit, person in rows:
        table = ROLES[role]
        holder = now[table].get(unit or person)
        key = holder if table == "unit" else (role, holder)
        if holder is not None and key not in given:
            given.add(key)
            places[role] += 1
            e.insert("assignment", action=new, role=role, number=places[role], **{table: holder})


def _now(e: Edit, on: str) -> Now:
    ends = dict(e.db.conn.execute("SELECT id, valid_to FROM unit"))
    people = e.db.conn.execute("SELECT id FROM person WHERE valid_to IS NULL OR valid_to >= ?", (on,))
    return {
        "unit": {unit: heir for unit, heir in heirs(e.db, on).items() if not ends[heir] or ends[heir] >= on},
        "person": {person: person for (person,) in people},
    }
