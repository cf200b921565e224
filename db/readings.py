"""How the names of units and persons are read, where somebody has written it down."""

import unicodedata

from db import pinyin
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.names import LIMIT
from db.text import one_line


def of(checklist: Checklist, name: str, *, person: bool = False) -> str:
    """How a name is read: as it is written down, else as it is most likely read; a syllable for each character."""
    row = checklist.db.conn.execute("SELECT pinyin FROM reading WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else pinyin.proposed(name, person=person)


def write(checklist: Checklist, name: str, reading: str) -> ChangeSet:
    """Write down how a name is read; "", or what is proposed for it anyway, takes it back.

    Raises RuleBroken for a name nobody bears, and unless there is a syllable of plain letters for each character.
    """
    name = one_line(name)
    person = _require_borne(checklist, name)
    written = clean(name, reading)
    row = checklist.db.conn.execute("SELECT id FROM reading WHERE name = ?", (name,)).fetchone()
    with edit(checklist, "reading", name=name) as e:
        if not written or written == pinyin.proposed(name, person=person):
            if row:
                e.delete("reading", row[0])
        elif row:
            e.update("reading", row[0], pinyin=written)
        else:
            e.insert("reading", name=name, pinyin=written)
    return e.changes


def clean(name: str, reading: str, field: str = "reading") -> str:
    """The syllables as they are kept: small letters, no tones, one blank between them; RuleBroken for others."""
    plain = unicodedata.normalize("NFKD", reading).casefold().replace("u\u0308", "v")
    syllables = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("'", " ").split()
    if not all(map(pinyin.SYLLABLE.fullmatch, syllables)):
        raise RuleBroken("reading_letters", field=field)
    number = len(pinyin.han(name))
    if syllables and len(syllables) != number:
        raise RuleBroken("reading_count", field=field, name=name, n=number, given=len(syllables))
    return " ".join(syllables)


def _require_borne(checklist: Checklist, name: str) -> bool:
    """Whether the name is a person's; RuleBroken when it is nobody's at all."""
    run = checklist.db.conn.execute
    unit = run(
        "SELECT 1 FROM unit WHERE name = :name OR short = :name UNION ALL SELECT 1 FROM unit_alias WHERE name = :name",
        {"name": name},
    ).fetchone()
    person = run("SELECT 1 FROM person WHERE name = ?", (name,)).fetchone()
    if not (unit or person) or not name:
        raise RuleBroken("reading_nobody", field="name", name=name[:LIMIT])
    return unit is None
