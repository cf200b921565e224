"""What was done to one action: the lines of the history that touched it, with every value before and after."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.changes import Row, RowChange
from db.connection import Checklist

LIMIT = 50
_UNSAID = frozenset({"former_status", "former_percent", "position", "due_stated", "parent", "issue", "claimed_by"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that changed: a column of the action, the role of a name, or "answers" for the number of a sentence.

    None for nothing before or after. Codes and dates as they are stored, units and persons by name.
    """

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of an action's history; kind is edit, undo or redo. No facts: the label says it all."""

    at: str
    who: str
    label: str
    kind: str
    facts: tuple[Fact, ...]


def of_action(checklist: Checklist, action_id: int, limit: int = LIMIT) -> list[Moment]:
    """The newest lines that touched an action or what belongs to it, newest first.

    SQLite finds the steps by the text of their images, so that only those of this action are read.
    """
    mine = f'%"table":"action","id":{action_id},%'
    belongs = (f'%"action":{action_id},%', f'%"action":{action_id}}}%')
    steps = "changes LIKE ? OR changes LIKE ? OR changes LIKE ?"
    owned = _owned(checklist, action_id, steps, (mine, *belongs))
    later = [f'%"table":"{table}","id":{row_id},%' for table, row_id in owned]
    where = " OR ".join([steps, *["changes LIKE ?"] * len(later)])
    found = checklist.db.conn.execute(
        "SELECT history.at, history.who, history.label, kind, changes FROM history "
        f"JOIN step ON step.id = step WHERE {where} ORDER BY history.id DESC",
        (mine, *belongs, *later),
    )
    moments: list[Moment] = []
    names = _Names(checklist)
    for at, who, label, kind, text in found:
        rows = [row for row in _rows(text) if _touches(row, action_id, owned)]
        if rows:
            facts = [fact for row in rows for fact in _facts(row.inverted() if kind == "undo" else row, owned, names)]
            moments.append(Moment(at, who, label, kind, tuple(facts)))
        if len(moments) == limit:
            break
    return moments


def _owned(
    checklist: Checklist, action_id: int, where: str, values: tuple[str, ...]
) -> dict[tuple[str, int], Row]:
    """The rows of other tables that belong or belonged to an action, by table and id, each as it was put in."""
    run = checklist.db.conn.execute
    owned: dict[tuple[str, int], Row] = {}
    for (text,) in run(f"SELECT changes FROM step WHERE {where}", values):
        for row in _rows(text):
            image = row.after or row.before or {}
            if row.table != "action" and image.get("action") == action_id:
                owned[row.table, row.id] = image
    for row_id, role in run("SELECT id, role FROM assignment WHERE action = ?", (action_id,)):
        owned.setdefault(("assignment", row_id), {"role": role})
    return owned


def _rows(text: str) -> Iterator[RowChange]:
    return (RowChange(**row) for row in json.loads(text))


def _touches(row: RowChange, action_id: int, owned: dict[tuple[str, int], Row]) -> bool:
    return row.id == action_id if row.table == "action" else (row.table, row.id) in owned


_CALLED = {
    "unit": "SELECT coalesce(nullif(short, ''), name) FROM unit WHERE id = ?",
    "person": "SELECT name FROM person WHERE id = ?",
}


class _Names:
    """Units and persons by id, and the numbers of sentences, asked for once."""

    def __init__(self, checklist: Checklist) -> None:
        self._run = checklist.db.conn.execute
        self._known: dict[tuple[str, int], str | None] = {}

    def number(self, image: Row | None) -> str | None:
        """The number of the sentence an image of an answer speaks of."""
        found = image and self._run("SELECT number FROM sentence WHERE id = ?", (image["sentence"],)).fetchone()
        return str(found[0]) if found else None

    def of(self, image: Row | None) -> str | None:
        """The name an image of an assignment bears."""
        for table in ("unit", "person"):
            row_id = (image or {}).get(table)
            if row_id is not None:
                if (table, row_id) not in self._known:
                    row = self._run(_CALLED[table], (row_id,)).fetchone()
                    self._known[table, row_id] = row[0] if row else None
                return self._known[table, row_id]
        return None


def _facts(row: RowChange, owned: dict[tuple[str, int], Row], names: _Names) -> Iterator[Fact]:
    if row.table == "assignment":
        old, new = names.of(row.before), names.of(row.after)
        if old != new:
            yield Fact(owned[row.table, row.id]["role"], old, new)
    elif row.table == "answer":
        yield Fact("answers", names.number(row.before), names.number(row.after))
    elif row.table == "action" and row.before is not None and row.after is not None:
        for column in row.after:
            if column not in _UNSAID:
                yield Fact(column, _text(row.before[column]), _text(row.after[column]))


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
