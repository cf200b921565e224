"""The names of units and persons: who holds a role in an action or a task, and what the name is on a given day."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sqlite_utils import Database

from db import pinyin
from db.connection import Checklist
from db.county_names import sign
from db.edit import Edit
from db.errors import RuleBroken
from db.national_bodies import offices
from db.status import UNCOUNTED
from db.text import one_line, says_nothing

Families = Callable[[], Mapping[int, int]]  # the heirs of a day, looked up when they are wanted

LIMIT = 60
# Which table the name of a role stands in; the assignment's column has the table's name.
ROLES = {
    "lead": "unit", "responsible": "unit", "supporting": "unit",
    "leader": "person", "owner": "person", "contact": "person",
}  # fmt: skip
OF_TASK = ("leader", "owner", "contact")
SINGLE = frozenset({"lead", "leader", "owner", "contact"})
_INITIALS = re.compile("[A-Za-z]{3,12}")
BETWEEN = re.compile(r"[、，,；;\n]+")
_KINDS = {
    "township": re.compile(r".+(镇|乡|街道)(人民政府|政府|办事处)?"),
    "vertical": re.compile(r"[市盟].+局.+分局|(国家|中国人民银行|人行).+(局|队|支行)"),
    "external": re.compile(r"(中国农业发展银行|农发行).+支行"),
}
_PERSON_OF = re.compile(r"(?P<name>.+)（(?P<unit>.+)）")


def units(checklist: Checklist) -> list[str]:
    """The names of the units there are today, as they are shown, sorted."""
    today = checklist.now()[:10]
    run = checklist.db.conn.execute
    rows = run("SELECT coalesce(nullif(short, ''), name) FROM unit WHERE valid_to IS NULL OR valid_to >= ?", (today,))
    return sorted(name for (name,) in rows)


def persons(checklist: Checklist) -> list[str]:
    """The names of the persons in office today, sorted; who shares a name bears his unit: 李明（县教育局）."""
    today = checklist.now()[:10]
    rows = checklist.db.conn.execute(
        "SELECT name, unit, count(*) OVER (PARTITION BY name) FROM person WHERE valid_to IS NULL OR valid_to >= ?",
        (today,),
    ).fetchall()
    shown = shown_units(checklist.db, today)
    return sorted(f"{name}（{shown[unit]}）" if shared > 1 and unit else name for name, unit, shared in rows)


def shown_units(db: Database, on: str = "") -> dict[int, str]:
    """The name every unit bears on a day (its short one where it has one); by default its newest.

    A unit that was renamed or taken over before that day bears its successor's name.
    """
    shown = dict(db.conn.execute("SELECT id, coalesce(nullif(short, ''), name) FROM unit").fetchall())
    return {unit: shown[heir] for unit, heir in heirs(db, on).items()}


def heirs(db: Database, on: str = "") -> dict[int, int]:
    """The entry every unit lives on in on a day, itself or the last that followed it; by default in the end."""
    follows = {row[0]: row[1:] for row in db.conn.execute("SELECT id, valid_to, successor FROM unit")}

    def last(unit: int) -> int:
        for _ in follows:  # no longer than there are units, however they follow each other
            until, successor = follows[unit]
            if successor is None or (on and on <= until):
                break
            unit = successor
        return unit

    return {unit: last(unit) for unit in follows}


def find_unit(db: Database, name: str) -> int | None:
    """The unit that bears a name: its full one, its short one or an alias; None for nobody."""
    row = db.conn.execute(
        "SELECT id FROM (SELECT id, 1 AS rank FROM unit WHERE name = :name "
        "UNION ALL SELECT id, 2 FROM unit WHERE short = :name AND short <> '' "
        "UNION ALL SELECT unit, 3 FROM unit_alias WHERE name = :name) ORDER BY rank, id DESC LIMIT 1",
        {"name": name},
    ).fetchone()
    return int(row[0]) if row else None


def units_by_name(db: Database) -> dict[str, int]:
    """Every unit by each of its names, as `find_unit` would find it."""
    return dict(db.conn.execute(
        "SELECT name, id FROM (SELECT name, id, 1 AS rank FROM unit UNION ALL SELECT short, id, 2 FROM unit "
        "WHERE short <> '' UNION ALL SELECT name, unit, 3 FROM unit_alias) ORDER BY rank DESC, id"
    ).fetchall())  # fmt: skip


def known(e: Edit, table: str, name: str, *, on: str, field: str | None = None) -> int:
    """The id of a unit or person; a name nobody has used yet is added as part of the same step.

    Raises RuleBroken as `whose` does.
    """
    name = one_line(name)
    found = whose(e.db, table, name, on=on, field=field or table)
    if found is None:
        return _new_unit(e, _meant(e.db, name)) if table == "unit" else e.insert("person", **_new_person(e.db, name))
    return found


def whose(db: Database, table: str, name: str, *, on: str, field: str) -> int | None:
    """The unit or person a name on one line belongs to, None where nobody has borne it yet.

    Raises RuleBroken for a name too long, and for a unit or person that is there no longer on the day `on`.
    """
    if len(name) > LIMIT:
        raise RuleBroken("name_long", field=field, length=len(name), limit=LIMIT)
    found = find_unit(db, name) or find_unit(db, _meant(db, name)) if table == "unit" else find_person(db, name)
    if found is not None:
        require_there(db, table, found, on, field)
    return found


def _meant(db: Database, name: str) -> str:
    """The unit somebody means who leaves out the county's sign, 教育局, or types the initials of one there can be."""
    row = db.conn.execute("SELECT value FROM setting WHERE key = 'county'").fetchone()
    county = row[0] if row else ""
    usual = offices(county)
    if (signed := sign(county) + name) in usual or find_unit(db, signed) is not None:
        return signed
    if not _INITIALS.fullmatch(name):
        return name
    shown = shown_units(db)
    named = {*shown.values(), *(office.shown for office in usual.values())}
    wanted = name.lower()
    fitting = [one for one in named if len(one) == len(name) and pinyin.matched(wanted, pinyin.letters(one))]
    likely = [one for one in fitting if "".join(part[0] for part in pinyin.proposed(one).split()) == wanted]
    return (likely or fitting)[0] if 1 in (len(likely), len(fitting)) else name


def parted(db: Database, role: str, wanted: Sequence[str]) -> list[str]:
    """The single names in what was typed for a role, blank ones left out; RuleBroken for two where one has room."""
    table = ROLES[role]
    names = [name for text in wanted for name in split(db, table, text)]
    if role in SINGLE and len(names) > 1:
        raise RuleBroken(f"two_{table}s", field=role, first=names[0])
    return names


def assign(
    e: Edit,
    role: str,
    wanted: Sequence[str],
    *,
    on: str,
    action: int | None = None,
    task: int | None = None,
    lives_in: Mapping[int, int] | None = None,
) -> None:
    """Make exactly `wanted` hold `role` in an action or a task, in that order; blank names are left out.

    A unit has one role in an action: the lead leaves the others, nobody else can be given what the lead is.
    Raises RuleBroken with the role as its field, too where an issued or closed action would be left without a lead.
    `lives_in` are the `heirs` of that day, for who asks many times.
    """
    table = ROLES[role]
    names = parted(e.db, role, wanted)
    if role == "lead" and action is not None and not names:
        _require_no_lead_yet(e.db, action)
    families = cache(lambda: lives_in or heirs(e.db, on))
    home, its = ("action", action) if task is None else ("task", task)  # asking for both would miss the index
    rows = e.db.conn.execute(
        f"SELECT id, {table} FROM assignment WHERE {home} = ? AND role = ? ORDER BY number", (its, role)
    ).fetchall()
    holding = _unit_holding if table == "unit" else _person_holding
    held = [holder for _, holder in rows]
    ids = list(dict.fromkeys(
        holding(e.db, held, name, families) or known(e, table, name, on=on, field=role) for name in names
    ))  # fmt: skip
    if table == "unit" and action is not None:
        _leave_other_roles(e, action, role, ids, families)
    for (row_id, _), holder in zip(rows, ids, strict=False):
        e.update("assignment", row_id, **{table: holder})
    for row_id, _ in rows[len(ids) :]:
        e.delete("assignment", row_id)
    for number in range(len(rows), len(ids)):
        e.insert("assignment", action=action, task=task, role=role, number=number + 1, **{table: ids[number]})


def _unit_holding(db: Database, held: Sequence[int], name: str, families: Families) -> int | None:
    """Which of those that hold the role bears this name today: what was given out under an older name stays so."""
    if not held:
        return None
    lives_in = families()
    unit = find_unit(db, name)
    return next((one for one in held if unit is not None and lives_in[one] == lives_in.get(unit, unit)), None)


def _person_holding(db: Database, held: Sequence[int], name: str, _: Families) -> int | None:
    """Which of those that hold the role has this name, be there others of the same."""
    if not held:
        return None
    bearing = {row[0] for row in db.conn.execute("SELECT id FROM person WHERE name = ?", (name,))}
    return next((one for one in held if one in bearing), None)


def _require_no_lead_yet(db: Database, action: int) -> None:
    """Once an action is issued or closed somebody leads it: another unit may, nobody may not."""
    status, issued, led = db.conn.execute(
        "SELECT status, issue, EXISTS (SELECT 1 FROM assignment WHERE action = action.id AND role = 'lead') "
        "FROM action WHERE id = ?", (action,),
    ).fetchone()  # fmt: skip
    if led and (status == "closed" or (issued is not None and status not in UNCOUNTED)):
        raise RuleBroken("lead_needed", field="lead")


def _leave_other_roles(e: Edit, action: int, role: str, ids: Sequence[int], families: Families) -> None:
    others = e.db.conn.execute(
        "SELECT id, unit, role FROM assignment WHERE action = ? AND role <> ? AND unit IS NOT NULL", (action, role)
    ).fetchall()
    if not (ids and others):
        return
    lives_in = families()
    chosen = {lives_in.get(unit, unit) for unit in ids}  # one that is new this step lives in itself
    for row_id, unit, other in others:
        if lives_in.get(unit, unit) in chosen:
            if other == "lead":
                raise RuleBroken("unit_leads", field=role, name=shown_units(e.db)[unit])
            e.delete("assignment", row_id)


def split(db: Database, table: str, text: str) -> list[str]:
    """The names a text tells, parted by 、or commas; a unit whose own name holds a 、 stays whole.

    What people write where there is nobody (无, 待定, a dash) is no name, unless a unit is called so.
    """
    whole = one_line(text)
    if table == "unit" and find_unit(db, whole) is not None:
        return [whole]
    return [name for part in BETWEEN.split(text) if not says_nothing(name := one_line(part))]


def find_person(db: Database, name: str) -> int | None:
    """The person of a name, 李明, or of a name in a unit, 李明（县教育局）; of several one in office, or None."""
    rows = db.conn.execute(
        "SELECT id, name, unit FROM person WHERE name IN (?, ?) ORDER BY valid_to IS NOT NULL, id",
        (name, _parts(db, name)[0]),
    ).fetchall()
    bare, unit = _parts(db, name)
    if unit is not None:
        lives_in = heirs(db)
        rows = [row for row in rows if row[1] == bare and row[2] and lives_in[row[2]] == lives_in[unit]]
    return int(rows[0][0]) if rows else None


def _parts(db: Database, name: str) -> tuple[str, int | None]:
    """李明（县教育局） as the name and the unit, where there is such a unit."""
    found = _PERSON_OF.fullmatch(name)
    unit = find_unit(db, found["unit"]) if found else None
    return (name, None) if found is None or unit is None else (found["name"], unit)


def _new_unit(e: Edit, name: str) -> int:
    """A unit as it was typed; an office every county has gets its full name, its short one and all the others."""
    county = e.db.conn.execute("SELECT value FROM setting WHERE key = 'county'").fetchone()
    office = offices(county[0]).get(name) if county else None
    if office is None or find_unit(e.db, office.full) is not None or find_unit(e.db, office.shown) is not None:
        return e.insert("unit", name=name, kind=kind_of(name))
    short = office.shown if office.shown != office.full else ""
    unit = e.insert("unit", name=office.full, short=short, kind=kind_of(office.full))
    for alias in office.names:
        if find_unit(e.db, alias) is None:
            e.insert("unit_alias", unit=unit, name=alias)
    return unit


def _new_person(db: Database, name: str) -> dict[str, object]:
    bare, unit = _parts(db, name)
    return {"name": bare, "unit": unit}


def kind_of(name: str) -> str:
    """The kind a unit's name speaks of: a 镇 or 乡, a branch of the city or state, a bank; else the county's own."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(name)), "county")


def require_there(db: Database, table: str, row_id: int, on: str, field: str) -> None:
    """Raise RuleBroken for a unit or person that is not there on a day, with the name that follows a unit's."""
    name, valid_from, valid_to = db.conn.execute(
        f"SELECT name, valid_from, valid_to FROM {table} WHERE id = ?", (row_id,)
    ).fetchone()
    if valid_to and valid_to < on:
        if table == "unit" and heirs(db, on)[row_id] != row_id:
            now = shown_units(db, on)[row_id]
            raise RuleBroken("unit_renamed", field=field, name=name, until=valid_to, now=now)
        raise RuleBroken(f"{table}_gone", field=field, name=name, until=valid_to)
    if valid_from and valid_from > on:
        raise RuleBroken(f"{table}_not_yet", field=field, name=name, since=valid_from)
