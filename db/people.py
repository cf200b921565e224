"""The people in the units: post, telephone, from when to when; each verb is one undoable step."""

from collections import Counter
from dataclasses import dataclass, replace

from db.calendar import day_before
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.lifecycle import clean_day
from db.names import LIMIT, find_person, heirs, shown_units
from db.text import one_line
from db.units import get as get_unit
from db.words import quoted

POST_LIMIT = 60
PHONE_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in one unit and one post; `unit_name` is the name the unit is shown by today."""

    id: int
    name: str
    unit: int | None = None
    unit_name: str = ""
    post: str = ""
    phone: str = ""
    valid_from: str | None = None
    valid_to: str | None = None

    def there(self, on: str) -> bool:
        """Whether he is in office on a day."""
        return (self.valid_from or "") <= on and (self.valid_to is None or on <= self.valid_to)


def all(checklist: Checklist) -> list[Person]:
    """Everybody, those of one unit together, who is in office before who has left."""
    run = checklist.db.conn.execute
    now = shown_units(checklist.db, checklist.now()[:10])
    rows = run(
        "SELECT id, name, unit, post, phone, valid_from, valid_to FROM person "
        "ORDER BY unit IS NULL, unit, valid_to IS NOT NULL, id"
    )
    return [Person(row[0], row[1], row[2], now.get(row[2], ""), *row[3:]) for row in rows]


def of_unit(checklist: Checklist, unit_id: int) -> list[Person]:
    """The people of a unit, those who were there under its former names too."""
    lives_in = heirs(checklist.db)
    return [person for person in all(checklist) if person.unit and lives_in[person.unit] == lives_in[unit_id]]


def in_office(checklist: Checklist, on: str) -> Counter[int]:
    """How many are in office on a day, by the entry their unit lives on in that day."""
    lives_in = heirs(checklist.db, on)
    return Counter(lives_in[person.unit] for person in all(checklist) if person.unit and person.there(on))


def get(checklist: Checklist, person_id: int) -> Person:
    """One person; LookupError when he is gone."""
    for person in all(checklist):
        if person.id == person_id:
            return person
    raise LookupError(person_id)


def named(checklist: Checklist, name: str, field: str = "person") -> Person:
    """The person of a name, 李明, or of a name in a unit, 李明（县教育局）; RuleBroken when there is none."""
    found = find_person(checklist.db, one_line(name))
    if found is None:
        raise RuleBroken("person_unknown", field=field, name=one_line(name)[:LIMIT])
    return get(checklist, found)


def add(
    checklist: Checklist, name: str, *, unit: int | None = None, post: str = "", phone: str = "", since: str = ""
) -> ChangeSet:
    """Add somebody; who has been known by his name alone so far is the one meant, and gets unit, post and telephone."""
    wanted = _clean(Person(0, name, unit, "", post, phone, since or None))
    everyone = all(checklist)
    nameless = next((p for p in everyone if p.name == wanted.name and p.unit is None and p.valid_to is None), None)
    _require_new(checklist, wanted, everyone, but=nameless.id if nameless and unit else 0)
    with edit(checklist, "person_add", title=quoted([wanted.name])) as e:
        if nameless and unit:
            e.update("person", nameless.id, **_columns(wanted))
        else:
            e.insert("person", **_columns(wanted))
    return e.changes


def correct(checklist: Checklist, wanted: Person) -> ChangeSet:
    """Put name, unit, post, telephone and validity right, in old reports too; for another unit there is `move`."""
    get(checklist, wanted.id)
    wanted = _clean(wanted)
    _require_new(checklist, wanted, all(checklist), but=wanted.id)
    with edit(checklist, "person_correct", title=quoted([wanted.name])) as e:
        e.update("person", wanted.id, **_columns(wanted))
    return e.changes


def move(checklist: Checklist, person_id: int, unit: int, *, since: str, post: str = "") -> ChangeSet:
    """Put somebody into another unit from a day on: his entry ends the day before, and another one begins.

    What he was given stays with the old entry, so old reports keep unit and post.
    """
    old = _require_in_office(checklist, person_id)
    since = clean_day(since, "since")
    if old.valid_from and since <= old.valid_from:
        raise RuleBroken("since_first", field="since", since=old.valid_from)
    lives_in = heirs(checklist.db)
    if old.unit and lives_in[old.unit] == lives_in[unit]:
        raise RuleBroken("person_there", field="unit", name=old.name)
    new = _clean(replace(old, id=0, unit=unit, post=post, valid_from=since))
    _require_new(checklist, new, all(checklist))
    where = get_unit(checklist, unit).shown
    with edit(checklist, "person_move", title=quoted([old.name]), since=since, unit=where) as e:
        e.update("person", person_id, valid_to=day_before(since))
        e.insert("person", **_columns(new))
    return e.changes


def end(checklist: Checklist, person_id: int, last_day: str) -> ChangeSet:
    """Say that somebody is in office no longer after a day."""
    old = _require_in_office(checklist, person_id)
    last_day = clean_day(last_day, "last_day")
    if old.valid_from and last_day < old.valid_from:
        raise RuleBroken("valid_before", field="last_day", since=old.valid_from)
    with edit(checklist, "person_end", title=quoted([old.name])) as e:
        e.update("person", person_id, valid_to=last_day)
    return e.changes


def merge(checklist: Checklist, keep: int, other: int) -> ChangeSet:
    """Make two entries of the same person one; what is blank in `keep` is taken from `other`."""
    stays, goes = get(checklist, keep), get(checklist, other)
    if keep == other:
        raise RuleBroken("person_same", field="other")
    with edit(checklist, "person_merge", title=quoted([stays.name])) as e:
        for (row,) in e.db.conn.execute("SELECT id FROM assignment WHERE person = ?", (other,)).fetchall():
            e.update("assignment", row, person=keep)
        e.delete("person", other)
        e.update(
            "person", keep, unit=stays.unit or goes.unit, post=stays.post or goes.post, phone=stays.phone or goes.phone
        )
    return e.changes


def remove(checklist: Checklist, person_id: int) -> ChangeSet:
    """Delete somebody who has been given nothing, as one who was added by mistake."""
    person = get(checklist, person_id)
    if checklist.db.conn.execute("SELECT 1 FROM assignment WHERE person = ?", (person_id,)).fetchone():
        raise RuleBroken("person_in_use", field="person", name=person.name)
    with edit(checklist, "person_remove", title=quoted([person.name])) as e:
        e.delete("person", person_id)
    return e.changes


def _require_in_office(checklist: Checklist, person_id: int) -> Person:
    person = get(checklist, person_id)
    if person.valid_to:
        raise RuleBroken("person_ended", field="person", name=person.name, until=person.valid_to)
    return person


def _require_new(checklist: Checklist, wanted: Person, everyone: list[Person], but: int = 0) -> None:
    """Two of the same name in one unit could not be told apart."""
    lives_in = heirs(checklist.db)
    for person in everyone:
        same_unit = lives_in.get(person.unit or 0) == lives_in.get(wanted.unit or 0)
        if person.id != but and person.name == wanted.name and same_unit:
            code = "person_known" if person.unit else "person_known_alone"
            raise RuleBroken(code, field="name", name=wanted.name, unit=person.unit_name)


def _columns(person: Person) -> dict[str, object]:
    return {
        "name": person.name, "unit": person.unit, "post": person.post, "phone": person.phone,
        "valid_from": person.valid_from, "valid_to": person.valid_to,
    }  # fmt: skip


def _clean(person: Person) -> Person:
    """The person as he is kept; RuleBroken with the field that can't stand."""
    name, post, phone = one_line(person.name), one_line(person.post), one_line(person.phone)
    if not name:
        raise RuleBroken("person_empty", field="name")
    for field, text, limit in (("name", name, LIMIT), ("post", post, POST_LIMIT), ("phone", phone, PHONE_LIMIT)):
        if len(text) > limit:
            raise RuleBroken(f"{field}_long", field=field, length=len(text), limit=limit)
    since = clean_day(person.valid_from, "since") if person.valid_from else None
    until = clean_day(person.valid_to, "last_day") if person.valid_to else None
    if since and until and until < since:
        raise RuleBroken("valid_before", field="last_day", since=since)
    return Person(person.id, name, person.unit, "", post, phone, since, until)
