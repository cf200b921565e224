"""What one edit did to the file, as row images that can be shown, inverted and played back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db import words
from db.errors import StaleEdit
from db.migrations import PLAYED

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None before means inserted, None after means deleted."""

    table: str
    id: int
    before: Row | None
    after: Row | None

    def inverted(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)

    def value(self, column: str) -> Any:
        """The column's newest known value: after the change, or before it where the row is gone."""
        return (self.after or self.before or {})[column]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one step changed, in order; false when nothing really changed."""

    label: str
    rows: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def inverted(self) -> "ChangeSet":
        """The changes that take this step back, last row first."""
        return ChangeSet(self.label, tuple(row.inverted() for row in reversed(self.rows)))

    def touches(self, table: str) -> list[RowChange]:
        """The changes of one table, in order."""
        return [row for row in self.rows if row.table == table]

    def inserted(self, table: str) -> int:
        """The id of the first row this step put into `table`; LookupError when there is none."""
        for row in self.touches(table):
            if row.before is None:
                return row.id
        raise LookupError(table)

    def to_json(self) -> str:
        """The step as it is kept in the file: of an updated row only the columns that changed."""
        return json.dumps([_kept(row) for row in self.rows], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, label: str, text: str) -> "ChangeSet":
        """Read back what `to_json` wrote; updated rows hold only their changed columns."""
        return cls(label, tuple(RowChange(**row) for row in json.loads(text)))


def _kept(row: RowChange) -> dict[str, Any]:
    before, after = row.before, row.after
    if before is not None and after is not None:
        changed = [column for column in after if after[column] != before[column]]
        before, after = {c: before[c] for c in changed}, {c: after[c] for c in changed}
    return {"table": row.table, "id": row.id, "before": before, "after": after}


def fetch(db: Database, table: str, row_id: int) -> dict[str, Any] | None:
    """One row of a table that edits may touch, or None."""
    if table not in PLAYED:
        raise LookupError(table)
    cursor = db.conn.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    values = cursor.fetchone()
    return None if values is None else dict(zip((c[0] for c in cursor.description), values, strict=True))


def store(db: Database, table: str, row_id: int | None, values: Row) -> int:
    """Insert a row (with its old id when it is put back) and return its id."""
    columns = dict(values) if row_id is None else {"id": row_id, **values}
    marks = ", ".join("?" * len(columns))
    cursor = db.conn.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values())
    )
    return int(cursor.lastrowid or 0)


def change(db: Database, table: str, row_id: int, values: Row) -> None:
    """Write the given columns of one row."""
    columns = ", ".join(f"{column} = ?" for column in values)
    db.conn.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*values.values(), row_id))


def remove(db: Database, table: str, row_id: int) -> None:
    """Delete one row."""
    db.conn.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))


def play(db: Database, changes: ChangeSet, *, verb: str = words.REDO) -> ChangeSet:
    """Apply `changes` to the file and return them with whole row images.

    Must run inside a transaction. Raises StaleEdit when a row is not as the step expects it.
    """
    return ChangeSet(changes.label, tuple(_played(db, changes.rows, verb)))


def _played(db: Database, rows: Iterable[RowChange], verb: str) -> Iterable[RowChange]:
    for row in rows:
        current = fetch(db, row.table, row.id)
        if (current is None) != (row.before is None):
            raise StaleEdit("stale_edit", verb=verb)
        if current and any(current[column] != value for column, value in (row.before or {}).items()):
            raise StaleEdit("stale_edit", verb=verb)
        if row.after is None:
            remove(db, row.table, row.id)
            yield RowChange(row.table, row.id, current, None)
        elif current is None:
            store(db, row.table, None, row.after)
            yield RowChange(row.table, row.id, None, row.after)
        else:
            change(db, row.table, row.id, row.after)
            yield RowChange(row.table, row.id, current, {**current, **row.after})
