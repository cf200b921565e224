"""Facts about units and people put into the words of the window."""

from db.actions import Action
from db.people import Person
from db.status import Timing
from db.units import Unit
from desktop import countdown, wording
from desktop.models.county_units import UnitRow
from desktop.words import units as words


def term_of(unit: Unit) -> str:
    """至2020年5月31日, or 2019年3月1日起; nothing for a unit that has always been there."""
    if unit.valid_to:
        return words.UNTIL.format(day=wording.long_date(unit.valid_to))
    return words.FROM.format(day=wording.long_date(unit.valid_from)) if unit.valid_from else ""


def follower(unit: Unit) -> str:
    """现为县文旅局, for a unit that is shown under another name today."""
    return words.FOLLOWED.format(name=unit.now) if unit.now != unit.shown else ""


def validity(unit: Unit) -> str:
    """From when to when, and what it is now, as one line: 2019年3月1日起，至2020年5月31日，现为县文旅局."""
    since = words.FROM.format(day=wording.long_date(unit.valid_from)) if unit.valid_from else ""
    until = words.UNTIL.format(day=wording.long_date(unit.valid_to)) if unit.valid_to else ""
    return "，".join(part for part in (since, until, follower(unit)) if part)


def unit_spoken(row: UnitRow) -> str:
    """A unit's row as a screen reader says it."""
    return words.SPOKEN.format(
        name=row.unit.name, kind=words.KINDS_FULL[row.unit.kind], validity=validity(row.unit) or words.ALWAYS,
        people=row.people, led=row.led.actions, overdue=row.led.overdue, soon=row.led.soon,
    )  # fmt: skip


def term(person: Person) -> str:
    """2020年5月31日离任, or 2020年6月1日到任; nothing for who has always been there."""
    if person.valid_to:
        return words.LEFT_OFFICE.format(day=wording.long_date(person.valid_to))
    return words.IN_OFFICE_FROM.format(day=wording.long_date(person.valid_from)) if person.valid_from else ""


def person_spoken(person: Person) -> str:
    """A person's row as a screen reader says it."""
    parts = (person.name, person.post, person.phone, term(person))
    return "，".join(part for part in parts if part)


def action_spoken(action: Action, timing: Timing, plan_year: int) -> str:
    """A led action's row as a screen reader says it."""
    return words.ACTION_SPOKEN.format(
        title=action.title, code=action.code, owner=action.owner or words.NONE,
        due=wording.short_date(action.due_on or "", plan_year), countdown=countdown.phrase(timing),
    )  # fmt: skip
