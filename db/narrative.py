"""What people have put differently in a period's 落实情况报告, paragraph by paragraph; each change is an undoable step.

A paragraph is known by its place, "general.tasks" or "task.13". In its text figures stand by their names in braces,
{已完成}; they are told anew each time the report is made.
"""

import re
from collections.abc import Mapping

from db import periods
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.periods import Period
from db.text import paragraphs
from db.words import narrative as words

LIMIT = 5000
_NAME = re.compile(r"\{([^{}]+)\}")
_WIDE = str.maketrans("｛｝", "{}")  # as an input method writes them
_NUMBERED = re.compile(r"([a-z_.]+?)(?:\.(\d{1,3}))?")
_WITH_NUMBER = frozenset(place for place, name in words.PLACES.items() if "{n}" in name)


def of_period(checklist: Checklist, period: Period) -> dict[str, str]:
    """The paragraphs of a period's report that were changed, by place; one that was taken out is empty."""
    return {place: text for _, place, text in _rows(checklist, period)}


def figures(place: str) -> tuple[str, ...]:
    """The names that may stand in braces in the paragraph at a place."""
    kind = place.partition(".")[0]
    own = {"part": words.OF_PART, "task": words.OF_TASK}.get(kind, {})
    return (*words.FIGURES.values(), *own.values())


def name_of(place: str) -> str:
    """What a place is called; RuleBroken where there is no such place."""
    kind, number = _split(place)
    if kind not in words.PLACES or (kind in _WITH_NUMBER) != bool(number):
        raise RuleBroken("place_unknown", field="place", place=place[:30])
    return words.PLACES[kind].format(n=number)


def filled(text: str, known: Mapping[str, str]) -> str:
    """A text with what is known put in for the names in braces; whatever else stands in braces stays."""
    return _NAME.sub(lambda found: known.get(found[1], found[0]), text)


def tokens(text: str) -> list[str]:
    """A text in pieces: what stands between braces, braces and all, and what stands around it."""
    return [piece for piece in re.split(r"(\{[^{}]+\})", text) if piece]


def cleaned(place: str, text: str) -> str:
    """A paragraph as it is kept; RuleBroken where it is too long or names a figure there is not."""
    text = paragraphs(text).translate(_WIDE)
    if len(text) > LIMIT:
        raise RuleBroken("narrative_long", field="text", length=len(text), limit=LIMIT)
    unknown = [name for name in dict.fromkeys(_NAME.findall(text)) if name not in figures(place)]
    if unknown:
        raise RuleBroken("figure_unknown", field="text", names="”“".join(unknown))
    return text


def write(checklist: Checklist, period: Period, place: str, text: str, *, automatic: str | None = None) -> ChangeSet:
    """Put a paragraph of a period's report differently; "" takes it out of the report.

    One that comes to the same as the `automatic` one is automatic again.
    """
    name, text = name_of(place), cleaned(place, text)
    _require_open(checklist, period)
    kept = {where: row for row, where, _ in _rows(checklist, period)}
    with edit(checklist, "narrative", period=period.name, place=name) as e:
        if text == automatic:
            if place in kept:
                e.delete("narrative", kept[place])
        elif place in kept:
            e.update("narrative", kept[place], text=text)
        else:
            e.insert("narrative", period=periods.row(e, period), place=place, text=text)
    return e.changes


def restore(checklist: Checklist, period: Period, place: str) -> ChangeSet:
    """Give a paragraph its automatic text back (恢复自动文字)."""
    name = name_of(place)
    _require_open(checklist, period)
    kept = {where: row for row, where, _ in _rows(checklist, period)}
    if place not in kept:
        raise RuleBroken("narrative_untouched", field="place")
    with edit(checklist, "narrative_restore", period=period.name, place=name) as e:
        e.delete("narrative", kept[place])
    return e.changes


def _require_open(checklist: Checklist, period: Period) -> None:
    closed = periods.locked_by(checklist, period)
    if closed is not None:
        raise RuleBroken("narrative_locked", field="text", period=closed.name)


def _split(place: str) -> tuple[str, str]:
    """What kind of place it is, and its number: part.figures.2 is of the kind part.figures."""
    found = _NUMBERED.fullmatch(place)
    return (found[1], found[2] or "") if found else ("", "")


def _rows(checklist: Checklist, period: Period) -> list[tuple[int, str, str]]:
    return checklist.db.conn.execute(
        "SELECT narrative.id, place, text FROM narrative JOIN period ON period.id = period "
        "WHERE kind = ? AND first = ? ORDER BY narrative.id",
        (period.kind, period.first),
    ).fetchall()
