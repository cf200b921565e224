"""The numbers of 督办通知单: a template of the county's own, a serial that begins anew each year, none given twice."""

from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.text import one_line
from db.words import supervision as words

LIMIT = 30
_KEY = "supervision_number"
_DIGITS = 3


def template(checklist: Checklist) -> str:
    """How numbers are made; what was entered, else 督办2020-012."""
    row = checklist.db.conn.execute("SELECT value FROM setting WHERE key = ?", (_KEY,)).fetchone()
    return row[0] if row else words.TEMPLATE


def change(checklist: Checklist, wanted: str) -> ChangeSet:
    """Number the notices to come in another way; those given out stay as they are."""
    wanted = clean(wanted)
    row = checklist.db.conn.execute("SELECT id FROM setting WHERE key = ?", (_KEY,)).fetchone()
    with edit(checklist, "supervision_template") as e:
        if row:
            e.update("setting", row[0], value=wanted)
        elif wanted != words.TEMPLATE:
            e.insert("setting", key=_KEY, value=wanted)
    return e.changes


def clean(wanted: str) -> str:
    """A template that can stand; RuleBroken for one without year or serial, and for what looks like a 发文字号."""
    wanted = one_line(wanted)
    if not wanted:
        raise RuleBroken("template_empty", field="template")
    if len(wanted) > LIMIT:
        raise RuleBroken("template_long", field="template", length=len(wanted), limit=LIMIT)
    for mark in words.OF_LETTERS:
        if mark in wanted:
            raise RuleBroken("template_letter", field="template", mark=mark)
    rest = wanted.replace(words.YEAR, "", 1).replace(words.SERIAL, "", 1)
    if len(rest) != len(wanted) - len(words.YEAR) - len(words.SERIAL) or set(rest) & {"{", "}"}:
        raise RuleBroken("template_parts", field="template")
    return wanted


def made(pattern: str, year: int, serial: int) -> str:
    """A number as it is printed."""
    return pattern.replace(words.YEAR, str(year)).replace(words.SERIAL, f"{serial:0{_DIGITS}}")


def following(checklist: Checklist, day: str) -> str:
    """The number the next notice of a day's year will bear, as things are; nothing is drawn."""
    row = checklist.db.conn.execute("SELECT value FROM counter WHERE key = ?", (_counter(int(day[:4])),)).fetchone()
    return made(template(checklist), int(day[:4]), (row[0] if row else 0) + 1)


def draw(e: Edit, pattern: str, day: str) -> tuple[int, int, str]:
    """Give out the next number of a day's year, as part of a step: its year, its serial, and how it is printed."""
    year = int(day[:4])
    while True:  # another template may have made the same number before
        serial = e.next_number(_counter(year))
        number = made(pattern, year, serial)
        if e.db.conn.execute("SELECT 1 FROM supervision WHERE number = ?", (number,)).fetchone() is None:
            return year, serial, number


def _counter(year: int) -> str:
    return f"supervision-{year}"
