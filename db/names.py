"""The units and persons a checklist knows, and who does what in an action."""

from collections.abc import Sequence

from db.connection import Checklist
from db.edit import Edit
from db.errors import RuleBroken
from db.text import one_line

LIMIT = 60
# Which table the name of a role stands in; the assignment's column has the table's name.
ROLES = {"lead": "unit", "responsible": "unit", "supporting": "unit", "owner": "person"}


def units(checklist: Checklist) -> list[str]:
    """The names of all units, sorted."""
    return _names(checklist, "unit")


def persons(checklist: Checklist) -> list[str]:
    """The names of all persons, sorted."""
    return _names(checklist, "person")


def known(e: Edit, table: str, name: str) -> int:
    """The id of a unit or person; a name nobody has used yet is added as part of the same step."""
    name = one_line(name)
    if len(name) > LIMIT:
        raise RuleBroken("name_long", field=table, length=len(name), limit=LIMIT)
    row = e.db.conn.execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else e.insert(table, name=name)


def assign(e: Edit, action: int, role: str, wanted: Sequence[str]) -> None:
    """Make exactly `wanted` hold `role` in an action, in that order; blank names are left out."""
    table = ROLES[role]
    ids = list(dict.fromkeys(known(e, table, name) for name in wanted if one_line(name)))
    rows = e.db.conn.execute(
        f"SELECT id, {table} FROM assignment WHERE action = ? AND role = ? ORDER BY number", (action, role)
    ).fetchall()
    for (row_id, _), holder in zip(rows, ids, strict=False):
        e.update("assignment", row_id, **{table: holder})
    for row_id, _ in rows[len(ids) :]:
        e.delete("assignment", row_id)
    for number in range(len(rows), len(ids)):
        e.insert("assignment", action=action, role=role, number=number + 1, **{table: ids[number]})


def _names(checklist: Checklist, table: str) -> list[str]:
    return [name for (name,) in checklist.db.conn.execute(f"SELECT name FROM {table} ORDER BY name")]
