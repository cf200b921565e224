"""Undo and redo: the steps kept in the file, so they work after a restart too."""

from dataclasses import dataclass

from db import search_index, words
from db.changes import ChangeSet, play
from db.connection import Checklist
from db.edit import note, require_clock
from db.errors import RuleBroken, translated


@dataclass(frozen=True, slots=True)
class Step:
    """One step that can be undone or redone now."""

    id: int
    label: str
    changes: str


def undoable(checklist: Checklist) -> Step | None:
    """The step Ctrl+Z takes back: the last one done since the newest barrier or migration, or None."""
    last = _last_done(checklist)
    return None if last is None or last[1] else last[0]


def barrier(checklist: Checklist) -> str:
    """Why the last step cannot be taken back and what to do instead, in one sentence; "" when undo is free to go."""
    last = _last_done(checklist)
    return words.COUNTER_ACTS[last[1]] if last and last[1] else ""


def redoable(checklist: Checklist) -> Step | None:
    """The step Ctrl+Y gives back: the first of those undone, or None."""
    row = checklist.db.conn.execute(
        "SELECT id, label, changes FROM step WHERE state = 'undone' AND schema = ? ORDER BY id LIMIT 1",
        (checklist.schema,),
    ).fetchone()
    return Step(*row) if row else None


def undo(checklist: Checklist) -> ChangeSet:
    """Take the last step back and write a history line of its own.

    Raises RuleBroken when there is none, StaleEdit when a row has changed since; then nothing changes.
    """
    step = undoable(checklist)
    if step is None:
        why = barrier(checklist)
        raise RuleBroken("undo_barred", why=why) if why else RuleBroken("nothing_to_undo")
    return _replay(checklist, step, ChangeSet.from_json(step.label, step.changes).inverted(), "undo")


def redo(checklist: Checklist) -> ChangeSet:
    """Give the last undone step back; errors as for `undo`."""
    step = redoable(checklist)
    if step is None:
        raise RuleBroken("nothing_to_redo")
    return _replay(checklist, step, ChangeSet.from_json(step.label, step.changes), "redo")


def _last_done(checklist: Checklist) -> tuple[Step, str] | None:
    """The newest step that stands, and the barrier it is, "" for none."""
    row = checklist.db.conn.execute(
        "SELECT id, label, changes, barrier FROM step WHERE state = 'done' AND schema = ? ORDER BY id DESC LIMIT 1",
        (checklist.schema,),
    ).fetchone()
    return (Step(*row[:3]), row[3]) if row else None


def _replay(checklist: Checklist, step: Step, changes: ChangeSet, kind: str) -> ChangeSet:
    verb, state = {"undo": (words.UNDO, "undone"), "redo": (words.REDO, "done")}[kind]
    with translated(checklist.path), checklist.db.atomic() as db:
        require_clock(checklist)
        played = play(db, changes, verb=verb)
        search_index.follow(db, played)
        db.conn.execute("UPDATE step SET state = ? WHERE id = ?", (state, step.id))
        note(checklist, step.label, kind, step.id)
    return played
