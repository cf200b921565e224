"""Who changed what, and when: the read side of the record that only grows."""

from dataclasses import dataclass

from db.changes import ChangeSet
from db.connection import Checklist


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history; kind is load, edit, undo or redo, `changes` what that act did."""

    id: int
    at: str
    who: str
    label: str
    kind: str
    changes: ChangeSet


def lines(checklist: Checklist, limit: int = -1) -> list[Line]:
    """The history, newest first; `limit` lines of it, all by default."""
    rows = checklist.db.conn.execute(
        "SELECT history.id, history.at, history.who, history.label, kind, coalesce(changes, '[]') "
        "FROM history LEFT JOIN step ON step.id = step ORDER BY history.id DESC LIMIT ?",
        (limit,),
    )
    return [
        Line(row_id, at, who, label, kind, _done(label, kind, text)) for row_id, at, who, label, kind, text in rows
    ]


def last_saved(checklist: Checklist) -> str | None:
    """The moment of the newest change, YYYY-MM-DDTHH:MM:SS."""
    row = checklist.db.conn.execute("SELECT at FROM history ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else None


def _done(label: str, kind: str, text: str) -> ChangeSet:
    changes = ChangeSet.from_json(label, text)
    return changes.inverted() if kind == "undo" else changes
