"""One transaction that changes rows and records, in the file itself, what it changed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlite_utils import Database

from db import changes, search_index, words
from db.changes import ChangeSet, Row, RowChange
from db.connection import Checklist
from db.errors import RuleBroken, translated
from db.text import as_read


class Edit:
    """Writes rows and keeps their images; made by `edit`, which commits them with their history line."""

    def __init__(self, db: Database, label: str) -> None:
        self.db = db
        self.label = label
        self._rows: list[RowChange] = []

    @property
    def changes(self) -> ChangeSet:
        """What has been written so far; complete once the `edit` block has ended."""
        return ChangeSet(self.label, tuple(self._rows))

    @property
    def written(self) -> int:
        """How many rows have been written so far."""
        return len(self._rows)

    def insert(self, table: str, **values: Any) -> int:
        """Add a row and return its id."""
        row_id = changes.store(self.db, table, None, values)
        self._rows.append(RowChange(table, row_id, None, changes.fetch(self.db, table, row_id)))
        return row_id

    def update(self, table: str, row_id: int, **values: Any) -> None:
        """Write columns of a row; nothing happens when all of them hold these values already."""
        before = self._existing(table, row_id)
        new = {column: value for column, value in values.items() if before[column] != value}
        if new:
            changes.change(self.db, table, row_id, new)
            self._rows.append(RowChange(table, row_id, before, {**before, **new}))

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row; the rows that refer to it have to go first."""
        before = self._existing(table, row_id)
        changes.remove(self.db, table, row_id)
        self._rows.append(RowChange(table, row_id, before, None))

    def call(self, step: str, **facts: object) -> None:
        """Name the step anew, now that it is known what it has come to."""
        self.label = _label(step, facts)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the step that can be refused alone: what a RuleBroken leaves half done is taken back."""
        run, kept = self.db.conn.execute, len(self._rows)
        run("SAVEPOINT part")
        try:
            yield
        except RuleBroken:
            run("ROLLBACK TO part")
            run("RELEASE part")
            del self._rows[kept:]
            raise
        run("RELEASE part")

    def next_number(self, counter: str) -> int:
        """Draw the next number of a counter; it is never given out again, not even after undo."""
        sql = (
            "INSERT INTO counter (key, value) VALUES (?, 1) "
            "ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value"
        )
        return int(self.db.conn.execute(sql, (counter,)).fetchone()[0])

    def _existing(self, table: str, row_id: int) -> Row:
        row = changes.fetch(self.db, table, row_id)
        if row is None:
            raise LookupError(f"{table} {row_id}")
        return row


@contextmanager
def edit(checklist: Checklist, step: str, *, barrier: bool = False, **facts: object) -> Iterator[Edit]:
    """Make one undoable step named `words.STEPS[step]`: all of the block is committed, or none of it.

    A block that changes nothing leaves no step and no history line. With `barrier` neither this step nor anything
    before it can be taken back by undo (product.md, invariant 9); `words.COUNTER_ACTS[step]` says what to do instead.
    Raises RuleBroken("clock_back") when the machine's day is earlier than that of the last change.
    """
    db = checklist.db
    written = Edit(db, _label(step, facts))
    with translated(checklist.path), db.atomic():
        require_clock(checklist)
        yield written
        if written.changes:
            search_index.follow(db, written.changes)
            _record(checklist, written.changes, step if barrier else "")


@contextmanager
def rehearsal(checklist: Checklist) -> Iterator[Edit]:
    """Play a block as `edit` would, look at the rows it leaves, and take all of it back: no step, no number drawn."""
    run = checklist.db.conn.execute
    with translated(checklist.path):
        run("BEGIN")
        try:
            yield Edit(checklist.db, "")
        finally:
            if checklist.db.conn.in_transaction:  # SQLite may have rolled back itself, as when the disk is full
                run("ROLLBACK")


def _label(step: str, facts: Mapping[str, object]) -> str:
    return words.STEPS[step].format(**{name: as_read(fact) for name, fact in facts.items()})


def require_clock(checklist: Checklist) -> None:
    """Raise RuleBroken when the machine's day is earlier than that of the last line in the history."""
    last = checklist.db.conn.execute("SELECT at FROM history ORDER BY id DESC LIMIT 1").fetchone()
    if last and checklist.now()[:10] < last[0][:10]:
        raise RuleBroken("clock_back", today=checklist.now()[:10], last=last[0][:10])


def accept_clock(checklist: Checklist) -> None:
    """Go on from the machine's day although it is earlier than that of the last change: the user says it is right."""
    with translated(checklist.path), checklist.db.atomic():
        note(checklist, words.CLOCK_ACCEPTED, "clock", None)


def _record(checklist: Checklist, done: ChangeSet, barrier: str) -> None:
    run, now = checklist.db.conn.execute, checklist.now()
    run("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
    step = run(
        "INSERT INTO step (at, who, label, changes, schema, state, barrier) VALUES (?, ?, ?, ?, ?, 'done', ?)",
        (now, checklist.by, done.label, done.to_json(), checklist.schema, barrier),
    ).lastrowid
    note(checklist, done.label, "edit", step)


def note(checklist: Checklist, label: str, kind: str, step: int | None) -> None:
    """Add a line to the history; must run inside the transaction it tells of."""
    checklist.db.conn.execute(
        "INSERT INTO history (at, who, label, kind, step) VALUES (?, ?, ?, ?, ?)",
        (checklist.now(), checklist.by, label, kind, step),
    )
