"""Undo and redo: the steps kept in the file, so they work after a restart too."""

from dataclasses import dataclass

from db import words
from db.changes import ChangeSet, play
from db.connection import Checklist
from db.edit import note
from db.errors import RuleBroken, translated


@dataclass(frozen=True, slots=True)
class Step:
    """One step that can be undone or redone now."""

    id: int
    label: str
    changes: str


def undoable(checklist: Checklist) -> Step | None:
    """The step Ctrl+Z takes back: the last one done since the newest migration, or None."""
    return _step(checklist, "done", "DESC")


def redoable(checklist: Checklist) -> Step | None:
    """The step Ctrl+Y gives back: the first of those undone, or None."""
    return _step(checklist, "undone", "ASC")


def undo(checklist: Checklist) -> ChangeSet:
    """Take the last step back and write a history line of its own.

    Raises RuleBroken when there is none, StaleEdit when a row has changed since; then nothing changes.
    """
    step = undoable(checklist)
    if step is None:
        raise RuleBroken("nothing_to_undo")
    return _replay(checklist, step, ChangeSet.from_json(step.label, step.changes).inverted(), "undo")


def redo(checklist: Checklist) -> ChangeSet:
    """Give the last undone step back; errors as for `undo`."""
    step = redoable(checklist)
    if step is None:
        raise RuleBroken("nothing_to_redo")
    return _replay(checklist, step, ChangeSet.from_json(step.label, step.changes), "redo")


def _step(checklist: Checklist, state: str, order: str) -> Step | None:
    row = checklist.db.conn.execute(
        f"SELECT id, label, changes FROM step WHERE state = ? AND schema = ? ORDER BY id {order} LIMIT 1",
        (state, checklist.schema),
    ).fetchone()
    return None if row is None else Step(*row)


def _replay(checklist: Checklist, step: Step, changes: ChangeSet, kind: str) -> ChangeSet:
    verb, state = {"undo": (words.UNDO, "undone"), "redo": (words.REDO, "done")}[kind]
    with translated(checklist.path), checklist.db.atomic() as db:
        played = play(db, changes, verb=verb)
        db.conn.execute("UPDATE step SET state = ? WHERE id = ?", (state, step.id))
        note(checklist, step.label, kind, step.id)
    return played
