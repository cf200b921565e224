"""常用语: phrases for narrative text, with placeholders filled from the action and the period they are inserted at."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import resources
from db import settings
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.periods import Period
from db.text import as_read, one_line
from db.words import phrases as words
from db.words import quoted

LIMIT = 200
USES = ("done", "trouble", "next", "any")
PLACEHOLDERS = (*words.FILLED.values(), *words.LEFT)
_NAME = re.compile(r"\{([^{}]*)\}")
_WIDE = str.maketrans("｛｝", "{}")  # as an input method writes them


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase and what it is for (one of USES; "any" stands everywhere)."""

    id: int
    use: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A phrase as it is inserted; `gap` is where its first placeholder is left to whoever writes (start, end)."""

    text: str
    gap: tuple[int, int] | None


def all(checklist: Checklist) -> list[Phrase]:
    """Every phrase, by use and in the order people gave them."""
    rows = checklist.db.conn.execute("SELECT id, use, text FROM phrase ORDER BY position, id")
    return sorted((Phrase(*row) for row in rows), key=lambda phrase: USES.index(phrase.use))


def fitting(every: Iterable[Phrase], use: str) -> list[Phrase]:
    """The phrases of one use, then those that stand everywhere."""
    every = list(every)
    return [phrase for wanted in dict.fromkeys((use, "any")) for phrase in every if phrase.use == wanted]


def checked(text: str) -> str:
    """A phrase as it is kept: one line; RuleBroken where it is empty, too long or a placeholder cannot stand."""
    text = one_line(text).translate(_WIDE)
    if not text:
        raise RuleBroken("phrase_empty", field="text")
    if len(text) > LIMIT:
        raise RuleBroken("phrase_long", field="text", length=len(text), limit=LIMIT)
    if {"{", "}"} & set(_NAME.sub("", text)):
        raise RuleBroken("braces_unbalanced", field="text")
    for name in _NAME.findall(text):
        if name not in PLACEHOLDERS:
            raise RuleBroken("placeholder_unknown", field="text", value=name, known=words.BETWEEN.join(PLACEHOLDERS))
    return text


def facts(
    checklist: Checklist, today: str, action: Action | None = None, period: Period | None = None
) -> dict[str, str]:
    """What placeholders stand for here, by name; what is not known is left out."""
    found = {"county": settings.read(checklist).county, "today": str(as_read(today))}
    if action is not None:
        due = action.due_words or str(as_read(action.due_on or ""))
        found |= {"lead": action.lead, "owner": action.owner, "action": action.title, "due": due,
                  "percent": f"{action.percent}%"}  # fmt: skip
    if period is not None:
        found["period"] = period.name
    return {words.FILLED[name]: value for name, value in found.items() if value}


def fill(text: str, known: Mapping[str, str]) -> Filled:
    """A phrase with everything filled in that is known."""
    filled = _NAME.sub(lambda found: known.get(found[1], found[0]), text)
    return Filled(filled, next_gap(filled, 0))


def next_gap(text: str, start: int) -> tuple[int, int] | None:
    """Where the next placeholder stands in a text, from a place on; None for none."""
    for found in _NAME.finditer(text, start):
        if found[1] in PLACEHOLDERS:
            return found.span()
    return None


def add(checklist: Checklist, text: str, use: str = "any") -> ChangeSet:
    """Add a phrase at the end of its use."""
    text = _free(checklist, text, use)
    with edit(checklist, "phrase_add", title=quoted([text])) as e:
        e.insert("phrase", use=use, text=text, position=_last(e) + 1)
    return e.changes


def change(checklist: Checklist, phrase_id: int, text: str, use: str) -> ChangeSet:
    """Put a phrase in other words, or to another use."""
    was = _get(checklist, phrase_id)
    text = _free(checklist, text, use, besides=phrase_id)
    with edit(checklist, "phrase_change", title=quoted([text])) as e:
        place = {} if was.use == use else {"position": _last(e) + 1}
        e.update("phrase", phrase_id, text=text, use=use, **place)
    return e.changes


def remove(checklist: Checklist, phrase_ids: Sequence[int]) -> ChangeSet:
    """Delete phrases."""
    gone = [_get(checklist, phrase_id) for phrase_id in dict.fromkeys(phrase_ids)]
    if not gone:
        raise RuleBroken("phrase_none")
    with edit(checklist, "phrase_remove", title=quoted([phrase.text for phrase in gone])) as e:
        for phrase in gone:
            e.delete("phrase", phrase.id)
    return e.changes


def move(checklist: Checklist, phrase_id: int, step: int) -> ChangeSet:
    """Move a phrase up (−1) or down (1) among those of its use; nothing happens at the end."""
    moved = _get(checklist, phrase_id)
    order = [phrase.id for phrase in all(checklist) if phrase.use == moved.use]
    here = order.index(phrase_id)
    order.insert(max(0, here + step), order.pop(here))
    with edit(checklist, "phrase_move", title=quoted([moved.text])) as e:
        for position, each in enumerate(order, 1):
            e.update("phrase", each, position=position)
    return e.changes


def restore(checklist: Checklist) -> ChangeSet:
    """Put back the phrases the program brings along that are not there; own ones stay."""
    there = {(phrase.use, phrase.text) for phrase in all(checklist)}
    missing = [(use, text) for use, text in shipped() if (use, text) not in there]
    if not missing:
        raise RuleBroken("phrases_there")
    with edit(checklist, "phrase_restore", n=len(missing)) as e:
        _put(e, missing)
    return e.changes


def begin(e: Edit) -> None:
    """Give a new checklist the phrases the program brings along."""
    _put(e, shipped())


def shipped() -> list[tuple[str, str]]:
    """The phrases the program brings along: what each is for, and the words."""
    texts = json.loads(resources.path("phrases", "default.json").read_text(encoding="utf-8"))
    return [(use, text) for use in USES for text in texts[use]]


def _put(e: Edit, wanted: Iterable[tuple[str, str]]) -> None:
    for position, (use, text) in enumerate(wanted, _last(e) + 1):
        e.insert("phrase", use=use, text=text, position=position)


def _last(e: Edit) -> int:
    return int(e.db.conn.execute("SELECT coalesce(max(position), 0) FROM phrase").fetchone()[0])


def _get(checklist: Checklist, phrase_id: int) -> Phrase:
    found = next((phrase for phrase in all(checklist) if phrase.id == phrase_id), None)
    if found is None:
        raise RuleBroken("phrase_gone")
    return found


def _free(checklist: Checklist, text: str, use: str, besides: int | None = None) -> str:
    """The text as it is kept, or RuleBroken where it cannot stand, or stands there already."""
    if use not in USES:
        raise RuleBroken("choice_unknown", field="use", value=use)
    text = checked(text)
    if any((one.use, one.text) == (use, text) and one.id != besides for one in all(checklist)):
        raise RuleBroken("phrase_taken", field="text", use=words.USES[use])
    return text
