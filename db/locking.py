"""封账: a period is closed for good, and how everything stood that day is stored with it."""

from db import periods, snapshots
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.periods import Period


def lock(checklist: Checklist, period: Period, *, today: str) -> ChangeSet:
    """Close a period, with every shorter one in it; its reports come out the same from now on.

    Undo does not go back over it. Raises RuleBroken for a period that has not begun, was over before the notice, or
    is closed already.
    """
    periods.require_begun(checklist, period, today)
    closed = periods.locked_by(checklist, period)
    if closed is not None:
        code = "lock_again" if closed == period else "lock_with"
        raise RuleBroken(code, field="period", period=period.name, by=closed.name)
    content = snapshots.stored(snapshots.now(checklist, today, period))
    with edit(checklist, "lock", barrier=True, period=period.name) as e:
        row = periods.row(e, period)
        e.update("period", row, locked_on=today, locked_by=checklist.by)
        e.db.conn.execute(
            "INSERT INTO snapshot (period, made_at, content, sha256) VALUES (?, ?, ?, ?)",
            (row, checklist.now(), content, snapshots.digest(content)),
        )
    return e.changes
