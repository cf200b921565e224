"""What stands at the head and foot of a county's letters: to whom, from whom, whom to ring up."""

from dataclasses import dataclass, fields

from db import settings
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.text import one_line
from db.words import letterhead as words

LIMIT = 200
PREFIX = "letter_"  # of its keys among the settings


@dataclass(frozen=True, slots=True)
class Letterhead:
    """主送, 署名, 联系人 and 电话, 抄送, as printed; each may be empty but `signer`."""

    addressee: str
    signer: str
    contact: str = ""
    phone: str = ""
    cc: str = ""


def read(checklist: Checklist) -> Letterhead:
    """What was entered; else the county's government is written to, and its lead office signs."""
    county = settings.read(checklist)
    kept = {key.removeprefix(PREFIX): value for _, key, value in _rows(checklist)}
    return Letterhead(**{"addressee": words.ADDRESSEE.format(county=county.county), "signer": county.lead_unit} | kept)


def change(checklist: Checklist, letterhead: Letterhead) -> ChangeSet:
    """Write it; RuleBroken names the field that cannot stand."""
    values = {field.name: one_line(getattr(letterhead, field.name)) for field in fields(Letterhead)}
    if not values["signer"]:
        raise RuleBroken("signer_empty", field="signer")
    for field, value in values.items():
        if len(value) > LIMIT:
            raise RuleBroken("name_long", field=field, length=len(value), limit=LIMIT)
    rows = {key.removeprefix(PREFIX): row for row, key, _ in _rows(checklist)}
    was = read(checklist)
    with edit(checklist, "letterhead") as e:
        for field, value in values.items():
            if field in rows:
                e.update("setting", rows[field], value=value)
            elif value != getattr(was, field):
                e.insert("setting", key=PREFIX + field, value=value)
    return e.changes


def _rows(checklist: Checklist) -> list[tuple[int, str, str]]:
    return checklist.db.conn.execute(
        "SELECT id, key, value FROM setting WHERE substr(key, 1, ?) = ?", (len(PREFIX), PREFIX)
    ).fetchall()
