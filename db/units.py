"""The units of a county through the years: who there is, and what becomes of them; each verb is one undoable step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.calendar import day_before
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day
from db.names import LIMIT, find_unit, heirs, kind_of, shown_units
from db.text import one_line
from db.words import quoted
from db.words.units import KINDS

_RANK = "CASE role WHEN 'lead' THEN 1 WHEN 'responsible' THEN 2 ELSE 3 END"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under one name: `valid_from` and `valid_to` bound the days it has it, `successor` is who follows it.

    `now` is the name shown today, the successor's where it has been followed.
    """

    id: int
    name: str
    short: str = ""
    kind: str = "county"
    aliases: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successor: int | None = None
    now: str = ""

    @property
    def shown(self) -> str:
        """The short name where there is one."""
        return self.short or self.name

    def there(self, on: str) -> bool:
        """Whether it has this name on a day."""
        return (self.valid_from or "") <= on and (self.valid_to is None or on <= self.valid_to)


def all(checklist: Checklist) -> list[Unit]:
    """Every unit there is or was, in the order of their kinds and of their coming."""
    run = checklist.db.conn.execute
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    for unit, name in run("SELECT unit, name FROM unit_alias ORDER BY id"):
        aliases[unit].append(name)
    now = shown_units(checklist.db, checklist.now()[:10])
    rows = run("SELECT id, name, short, kind, valid_from, valid_to, successor FROM unit").fetchall()
    found = [
        Unit(row[0], row[1], row[2], row[3], tuple(aliases[row[0]]), row[4], row[5], row[6], now[row[0]])
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda unit: (list(KINDS).index(unit.kind), unit.id))


def get(checklist: Checklist, unit_id: int) -> Unit:
    """One unit; LookupError when it is gone."""
    for unit in all(checklist):
        if unit.id == unit_id:
            return unit
    raise LookupError(unit_id)


def named(checklist: Checklist, name: str, field: str = "unit") -> Unit:
    """The unit that bears a name, be it the short one or an alias; RuleBroken when there is none."""
    found = find_unit(checklist.db, one_line(name))
    if found is None:
        raise RuleBroken("unit_unknown", field=field, name=one_line(name)[:LIMIT])
    return get(checklist, found)


def add(
    checklist: Checklist, name: str, *, short: str = "", kind: str = "", aliases: Iterable[str] = (), since: str = ""
) -> ChangeSet:
    """Add a unit; without a kind its name tells it, without a day it has always been there."""
    wanted = _clean(Unit(
        0, name, short, kind or kind_of(one_line(name)), tuple(aliases), clean_day(since, "since") if since else None
    ))  # fmt: skip
    _require_free(checklist, wanted)
    with edit(checklist, "unit_add", title=quoted([wanted.name])) as e:
        unit = e.insert("unit", **_columns(wanted))
        _write_aliases(e, unit, wanted.aliases)
    return e.changes


def correct(checklist: Checklist, wanted: Unit) -> ChangeSet:
    """Put a unit's names, kind, aliases and validity right, in old reports too; for a new name there is `rename`."""
    old = get(checklist, wanted.id)
    wanted = _clean(wanted)
    _require_free(checklist, wanted)
    with edit(checklist, "unit_correct", title=quoted([wanted.name])) as e:
        e.update("unit", wanted.id, **_columns(wanted), successor=wanted.successor if wanted.valid_to else None)
        _write_aliases(e, wanted.id, wanted.aliases)
        _tell_counterparts(e, old, wanted)
    return e.changes


def rename(checklist: Checklist, unit_id: int, name: str, short: str, *, since: str) -> ChangeSet:
    """Give a unit another name from a day on: its entry ends the day before, and another one follows it.

    What it was given stays with the old entry, so a report of an earlier day prints the old name. The aliases go with
    the unit: under them it is known still.
    """
    old = _require_going(checklist, unit_id)
    since = clean_day(since, "since")
    if old.valid_from and since <= old.valid_from:
        raise RuleBroken("since_first", field="since", since=old.valid_from)
    new = _clean(Unit(0, name, short, old.kind, (), since))
    _require_free(checklist, new, before=unit_id)
    with edit(checklist, "unit_rename", title=quoted([old.name]), since=since, new=new.name) as e:
        _write_aliases(e, unit_id, ())
        heir = e.insert("unit", **_columns(new))
        e.update("unit", unit_id, valid_to=day_before(since), successor=heir)
        _write_aliases(e, heir, [alias for alias in old.aliases if alias not in (new.name, new.short)])
    return e.changes


def end(checklist: Checklist, unit_id: int, last_day: str, successor: int | None = None) -> ChangeSet:
    """Say that a unit is there no longer after a day, and which other one takes over what it had."""
    old = _require_going(checklist, unit_id)
    last_day = clean_day(last_day, "last_day")
    if old.valid_from and last_day < old.valid_from:
        raise RuleBroken("valid_before", field="last_day", since=old.valid_from)
    if successor is None:
        with edit(checklist, "unit_end", title=quoted([old.name])) as e:
            e.update("unit", unit_id, valid_to=last_day)
        return e.changes
    heir = get(checklist, successor)
    if heir.id == unit_id:
        raise RuleBroken("unit_same", field="successor")
    if heirs(checklist.db)[heir.id] == unit_id:
        raise RuleBroken("unit_circle", field="successor", name=heir.name, whose=old.name)
    if heir.valid_to and heir.valid_to <= last_day:
        raise RuleBroken("unit_gone", field="successor", name=heir.name, until=heir.valid_to)
    with edit(checklist, "unit_take_over", title=quoted([old.name]), successor=heir.name) as e:
        e.update("unit", unit_id, valid_to=last_day, successor=successor)
    return e.changes


def merge(checklist: Checklist, keep: int, other: int) -> ChangeSet:
    """Make two entries of the same unit one: what `other` has, its names too, becomes `keep`'s, and `other` goes.

    A unit that had two roles in an action keeps the first of lead, responsible, supporting.
    """
    stays, goes = get(checklist, keep), get(checklist, other)
    _require_mergeable(checklist, stays, goes)
    with edit(checklist, "unit_merge", title=quoted([goes.name]), keep=stays.name) as e:
        _move_roles(e, keep, other)
        _move_people(e, keep, other)
        for table, column in (("problem", "unit"), ("supervision", "unit"), ("unit", "successor")):
            for (row,) in e.db.conn.execute(f"SELECT id FROM {table} WHERE {column} = ?", (other,)).fetchall():
                e.update(table, row, **{column: keep})
        _write_aliases(e, other, ())
        e.delete("unit", other)
        names = (*stays.aliases, goes.name, goes.short, *goes.aliases)
        _write_aliases(e, keep, [name for name in names if name and name not in (stays.name, stays.short)])
        if stays.valid_from and (goes.valid_from or "") < stays.valid_from:
            e.update("unit", keep, valid_from=goes.valid_from)
    return e.changes


def remove(checklist: Checklist, unit_id: int) -> ChangeSet:
    """Delete a unit nothing refers to, as one that was added by mistake."""
    unit = get(checklist, unit_id)
    if checklist.db.conn.execute(_IN_USE, (unit_id,) * 5).fetchone():
        raise RuleBroken("unit_in_use", field="unit", name=unit.name)
    with edit(checklist, "unit_remove", title=quoted([unit.name])) as e:
        _write_aliases(e, unit_id, ())
        e.delete("unit", unit_id)
    return e.changes


_IN_USE = """
SELECT 1 FROM assignment WHERE unit = ? UNION ALL SELECT 1 FROM person WHERE unit = ?
UNION ALL SELECT 1 FROM problem WHERE unit = ? UNION ALL SELECT 1 FROM supervision WHERE unit = ?
UNION ALL SELECT 1 FROM unit WHERE successor = ?"""


def _require_going(checklist: Checklist, unit_id: int) -> Unit:
    unit = get(checklist, unit_id)
    if unit.valid_to:
        raise RuleBroken("unit_ended", field="unit", name=unit.name, until=unit.valid_to)
    return unit


def _require_mergeable(checklist: Checklist, stays: Unit, goes: Unit) -> None:
    lives_in = heirs(checklist.db)
    if stays.id == goes.id:
        raise RuleBroken("unit_same", field="other")
    if lives_in[stays.id] == lives_in[goes.id]:
        raise RuleBroken("unit_follows", field="other", keep=stays.name, other=goes.name)
    if stays.valid_to and (goes.valid_to or "9999") > stays.valid_to:
        raise RuleBroken("unit_keep_ended", field="keep", name=stays.name, until=stays.valid_to)


def _move_roles(e: Edit, keep: int, other: int) -> None:
    """Hand over what a unit was given; of two roles in one action the lesser is dropped."""
    run = e.db.conn.execute
    rows = run(f"SELECT id, action, {_RANK} FROM assignment WHERE unit = ? ORDER BY id", (other,)).fetchall()
    for row, action, rank in rows:
        mine = run(f"SELECT id, {_RANK} FROM assignment WHERE unit = ? AND action = ?", (keep, action)).fetchone()
        if mine and mine[1] <= rank:
            e.delete("assignment", row)
            continue
        if mine:
            e.delete("assignment", mine[0])
        e.update("assignment", row, unit=keep)


def _move_people(e: Edit, keep: int, other: int) -> None:
    """Take over the people of a unit; who stands in both is one person."""
    run = e.db.conn.execute
    theirs = run("SELECT id, name, post, phone FROM person WHERE unit = ?", (other,)).fetchall()
    for person, name, post, phone in theirs:
        same = run("SELECT id, post, phone FROM person WHERE unit = ? AND name = ?", (keep, name)).fetchone()
        if same is None:
            e.update("person", person, unit=keep)
            continue
        for (row,) in run("SELECT id FROM assignment WHERE person = ?", (person,)).fetchall():
            e.update("assignment", row, person=same[0])
        e.delete("person", person)
        e.update("person", same[0], post=same[1] or post, phone=same[2] or phone)


def _columns(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name, "short": unit.short, "kind": unit.kind, "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
    }  # fmt: skip


def _write_aliases(e: Edit, unit: int, wanted: Iterable[str]) -> None:
    there = dict(e.db.conn.execute("SELECT name, id FROM unit_alias WHERE unit = ? ORDER BY id", (unit,)).fetchall())
    names = dict.fromkeys(wanted)
    for name, row in there.items():
        if name not in names:
            e.delete("unit_alias", row)
    for name in names:
        if name not in there:
            e.insert("unit_alias", unit=unit, name=name)


def _tell_counterparts(e: Edit, old: Unit, new: Unit) -> None:
    """What was said of the unit under a name it does not bear any more is said of it as it is called now."""
    lost = {old.name, old.short, *old.aliases} - {"", new.name, new.short, *new.aliases}
    for name in lost:
        for (row,) in e.db.conn.execute("SELECT id FROM counterpart WHERE unit = ?", (name,)).fetchall():
            e.update("counterpart", row, unit=new.shown)


def _clean(unit: Unit) -> Unit:
    """The unit as it is kept; RuleBroken with the field that can't stand."""
    name, short = one_line(unit.name), one_line(unit.short)
    aliases = tuple(dict.fromkeys(alias for text in unit.aliases if (alias := one_line(text))))
    if not name:
        raise RuleBroken("unit_empty", field="name")
    for field, text in (("name", name), ("short", short), *(("aliases", alias) for alias in aliases)):
        if len(text) > LIMIT:
            raise RuleBroken("name_long", field=field, length=len(text), limit=LIMIT)
    for alias in aliases:
        if alias in (name, short):
            raise RuleBroken("unit_alias_own", field="aliases", name=alias)
    if unit.kind not in KINDS:
        raise RuleBroken("unit_kind", field="kind", value=unit.kind[:12])
    since = clean_day(unit.valid_from, "since") if unit.valid_from else None
    until = clean_day(unit.valid_to, "last_day") if unit.valid_to else None
    if since and until and until < since:
        raise RuleBroken("valid_before", field="last_day", since=since)
    return Unit(unit.id, name, "" if short == name else short, unit.kind, aliases, since, until, unit.successor)


def _require_free(checklist: Checklist, wanted: Unit, before: int = 0) -> None:
    """No two units bear the same name; only short names and aliases may pass on to who follows (the one `before`)."""
    lives_in = heirs(checklist.db)
    mine = lives_in.get(wanted.id or before)
    others = [unit for unit in all(checklist) if unit.id != wanted.id]
    for field, name in (("name", wanted.name), ("short", wanted.short), *(("aliases", a) for a in wanted.aliases)):
        for unit in others:
            own = (unit.name,) if lives_in[unit.id] == mine else (unit.name, unit.short, *unit.aliases)
            if name and name in own:
                raise RuleBroken("unit_taken", field=field, name=name, whose=unit.name)
