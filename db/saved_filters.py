"""Filters of the ledger that are kept by name; each verb is one undoable step."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from db import periods
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.ledger import Filter
from db.names import find_person, find_unit, shown_units
from db.periods import Period
from db.text import one_line

LIMIT = 20


@dataclass(frozen=True, slots=True)
class Saved:
    """A filter under the name it was kept by; its conditions are read when it is asked for."""

    id: int
    name: str
    conditions: str


def all(checklist: Checklist) -> list[Saved]:
    """Every filter that is kept, in the order they were."""
    rows = checklist.db.conn.execute("SELECT id, name, conditions FROM saved_filter ORDER BY id")
    return [Saved(*row) for row in rows]


def named(checklist: Checklist, name: str) -> Saved:
    """The filter of a name; RuleBroken when there is none."""
    for saved in all(checklist):
        if saved.name == one_line(name):
            return saved
    raise RuleBroken("saved_unknown", field="name", name=one_line(name)[:LIMIT])


def wanted(checklist: Checklist, saved: Saved) -> Filter:
    """What a kept filter asks for today: a unit that was renamed under its present name.

    Raises RuleBroken where something it asks for is there no longer.
    """
    kept: dict[str, Any] = json.loads(saved.conditions)
    try:
        return Filter(**{name: _READ[name](checklist, value) for name, value in kept.items()})
    except (LookupError, TypeError, ValueError) as error:
        what = str(error.args[0]) if isinstance(error, _Gone) else ", ".join(kept)
        raise RuleBroken("saved_gone", name=saved.name, what=what) from error


def save(checklist: Checklist, name: str, asked: Filter) -> ChangeSet:
    """Keep a filter by a name nobody has yet."""
    name = _clean(checklist, name)
    if not asked.active:
        raise RuleBroken("saved_nothing", field="name")
    with edit(checklist, "saved_add", name=name) as e:
        e.insert("saved_filter", name=name, conditions=_told(asked))
    return e.changes


def change(checklist: Checklist, saved_id: int, asked: Filter) -> ChangeSet:
    """Let a kept filter ask for something else."""
    saved = _get(checklist, saved_id)
    if not asked.active:
        raise RuleBroken("saved_nothing")
    with edit(checklist, "saved_change", name=saved.name) as e:
        e.update("saved_filter", saved_id, conditions=_told(asked))
    return e.changes


def rename(checklist: Checklist, saved_id: int, name: str) -> ChangeSet:
    """Give a kept filter another name."""
    old = _get(checklist, saved_id)
    name = _clean(checklist, name, but=saved_id)
    with edit(checklist, "saved_rename", name=old.name, new=name) as e:
        e.update("saved_filter", saved_id, name=name)
    return e.changes


def remove(checklist: Checklist, saved_id: int) -> ChangeSet:
    """Keep a filter no longer."""
    with edit(checklist, "saved_remove", name=_get(checklist, saved_id).name) as e:
        e.delete("saved_filter", saved_id)
    return e.changes


def _get(checklist: Checklist, saved_id: int) -> Saved:
    for saved in all(checklist):
        if saved.id == saved_id:
            return saved
    raise LookupError(saved_id)


def _clean(checklist: Checklist, name: str, *, but: int | None = None) -> str:
    name = one_line(name)
    if not name:
        raise RuleBroken("saved_empty", field="name")
    if len(name) > LIMIT:
        raise RuleBroken("saved_long", field="name", length=len(name), limit=LIMIT)
    if any(saved.name == name and saved.id != but for saved in all(checklist)):
        raise RuleBroken("saved_taken", field="name", name=name)
    return name


# --- conditions as they are kept ----------------------------------------------------------------------------


class _Gone(LookupError):
    """Something a filter asks for is there no longer; its argument says what."""


def _told(asked: Filter) -> str:
    kept: dict[str, Any] = {name: getattr(asked, name) for name in asked.active}
    if asked.unit:
        kept["role"] = asked.role
    return json.dumps({name: _plain(value) for name, value in kept.items()}, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return value.code
    return sorted(value) if isinstance(value, frozenset) else value


def _unit(checklist: Checklist, name: str) -> str:
    unit = find_unit(checklist.db, name)
    if unit is None:
        raise _Gone(name)
    return shown_units(checklist.db, checklist.now()[:10])[unit]


def _person(checklist: Checklist, name: str) -> str:
    if find_person(checklist.db, name) is None:
        raise _Gone(name)
    return name


def _row(table: str) -> Callable[[Checklist, int], int]:
    def there(checklist: Checklist, row_id: int) -> int:
        if not checklist.db.conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            raise _Gone(f"{table} {row_id}")
        return row_id

    return there


def _as_it_is(_: Checklist, value: Any) -> Any:
    return value


_READ: Mapping[str, Callable[[Checklist, Any], Any]] = {
    "text": _as_it_is, "part": _row("part"), "task": _row("task"), "unit": _unit, "role": _as_it_is,
    "person": _person, "status": lambda _, value: frozenset(value), "timing": lambda _, value: frozenset(value),
    "pace": _as_it_is, "due": lambda _, value: periods.parse(value), "figure": _as_it_is, "gap": _as_it_is,
}  # fmt: skip
