"""Change which bureau of the county a national body ends in; each verb is one undoable step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.calendar import day_after, day_before
from db.changes import ChangeSet
from db.connection import Checklist
from db.counterparts import Counterpart, is_placeholder, of_body
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.lifecycle import clean_day
from db.names import BETWEEN, LIMIT, find_unit, require_there
from db.text import as_read, one_line, says_nothing
from db.words import quoted
from db.words.counterparts import ALWAYS, NONE, SPAN

NOTE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a body is to end in within a span of days; `unit` is "" or 无对应单位 where the county has none."""

    unit: str
    note: str = ""
    valid_from: str | None = None
    valid_to: str | None = None


def change(checklist: Checklist, old: Counterpart, wanted: Wanted) -> ChangeSet:
    """Put another unit, note or span in the place of one time of a body; its other times stay as they are.

    Raises RuleBroken for a unit that was abolished and for a span another time of the body lies in.
    """
    clean = _clean(checklist, wanted)
    others = [one for one in _times(checklist, old.body) if one.valid_from != old.valid_from]
    _require_apart(clean, others)
    with edit(checklist, "counterpart", title=quoted([old.body])) as e:
        _write(e, old.body, [*others, clean])
    return e.changes


def choose(checklist: Checklist, body: str, unit: str, *, on: str, note: str | None = None) -> ChangeSet:
    """Say which unit a body ends in on a day, for as long as what was said of it, or nothing was, so far."""
    body = _clean_body(body)
    times = of_body(checklist, body, on)
    for old in times:
        if old.there(on):
            said = old.note if note is None else note
            return change(checklist, old, Wanted(unit, said, old.valid_from, old.valid_to))
    before = max((one.valid_to for one in times if one.valid_to and one.valid_to < on), default=None)
    after = min((one.valid_from for one in times if one.valid_from and one.valid_from > on), default=None)
    since, until = before and day_after(before), after and day_before(after)
    return add(checklist, body, Wanted(unit, note or "", since, until))


def add(checklist: Checklist, body: str, wanted: Wanted) -> ChangeSet:
    """Say what a body ends in for a time of its own; what has no end so far ends the day before it, and so at its end.

    Raises RuleBroken where a time with a first and a last day lies in it.
    """
    body, clean = _clean_body(body), _clean(checklist, wanted)
    others = [piece for one in _times(checklist, body) for piece in _around(one, clean)]
    with edit(checklist, "counterpart", title=quoted([body])) as e:
        _write(e, body, [*others, clean])
    return e.changes


def succeed(checklist: Checklist, body: str, wanted: Wanted) -> ChangeSet:
    """Say what a body ends in from a day on; the unit and the day have to be said."""
    if not one_line(wanted.unit):
        raise RuleBroken("counterpart_unit", field="unit")
    if not wanted.valid_from:
        raise RuleBroken("counterpart_from", field="valid_from")
    return add(checklist, body, wanted)


def confirm(checklist: Checklist, bodies: Sequence[str]) -> ChangeSet:
    """Say that what is proposed for bodies is right; from now on the proposal stays even where names change."""
    for one in (one for body in bodies for one in _now(checklist, body)):
        if one.gone:
            raise RuleBroken("counterpart_gone", field="unit", name=one.gone)
    with edit(checklist, "counterpart_confirm", title=quoted(bodies)) as e:
        for body in bodies:
            if not _rows(e, body):
                _write(e, body, _times(checklist, body))
    return e.changes


def restore(checklist: Checklist, bodies: Sequence[str]) -> ChangeSet:
    """Forget what people have said of bodies; what is usual holds again."""
    kept = [body for body in bodies if any(one.kept for one in _now(checklist, body))]
    with edit(checklist, "counterpart_restore", title=quoted(kept)) as e:
        for body in kept:
            _write(e, body, ())
    return e.changes


def _now(checklist: Checklist, body: str) -> tuple[Counterpart, ...]:
    return of_body(checklist, body, checklist.now()[:10])


def _times(checklist: Checklist, body: str) -> list[Wanted]:
    """What holds of a body so far, in the words it is kept in: of a unit that is gone its name."""
    return [Wanted(one.unit or one.gone, one.note, one.valid_from, one.valid_to) for one in _now(checklist, body)]


def _rows(e: Edit, body: str) -> list[int]:
    rows = e.db.conn.execute("SELECT id FROM counterpart WHERE body = ? ORDER BY valid_from, id", (body,)).fetchall()
    return [row for (row,) in rows]


def _write(e: Edit, body: str, wanted: Iterable[Wanted]) -> None:
    """Make these the times of a body, in their order."""
    rows = _rows(e, body)
    times = sorted(wanted, key=lambda one: one.valid_from or "")
    columns = [
        {"unit": one.unit, "note": one.note, "valid_from": one.valid_from, "valid_to": one.valid_to} for one in times
    ]
    for row, values in zip(rows, columns, strict=False):
        e.update("counterpart", row, **values)
    for row in rows[len(columns) :]:
        e.delete("counterpart", row)
    for values in columns[len(rows) :]:
        e.insert("counterpart", body=body, **values)


def _clean_body(body: str) -> str:
    body = one_line(body)
    if not body:
        raise RuleBroken("body_empty", field="body")
    if len(body) > LIMIT:
        raise RuleBroken("name_long", field="body", length=len(body), limit=LIMIT)
    if is_placeholder(body):
        raise RuleBroken("body_placeholder", field="body", name=body)
    return body


def _clean(checklist: Checklist, wanted: Wanted) -> Wanted:
    """The wish as it is kept; RuleBroken with the field that can't stand."""
    unit, note = one_line(wanted.unit), one_line(wanted.note)
    unit = "" if says_nothing(unit) else unit
    since = clean_day(wanted.valid_from, "valid_from") if wanted.valid_from else None
    until = clean_day(wanted.valid_to, "valid_to") if wanted.valid_to else None
    if len(unit) > LIMIT:
        raise RuleBroken("name_long", field="unit", length=len(unit), limit=LIMIT)
    if len(note) > NOTE_LIMIT:
        raise RuleBroken("counterpart_note_long", field="note", length=len(note), limit=NOTE_LIMIT)
    if since and until and until < since:
        raise RuleBroken("valid_before", field="valid_to", since=since)
    _require_unit(checklist, unit, since, until)
    return replace(wanted, unit=unit, note=note, valid_from=since, valid_to=until)


def _require_unit(checklist: Checklist, unit: str, since: str | None, until: str | None) -> None:
    """A unit that was abolished can't be chosen for days on which it is gone."""
    found = find_unit(checklist.db, unit) if unit else None
    if found is not None:
        today = checklist.now()[:10]
        require_there(checklist.db, "unit", found, min(max(today, since or today), until or today), "unit")
    elif BETWEEN.search(unit):
        raise RuleBroken("counterpart_two", field="unit")


def _require_apart(wanted: Wanted, others: Iterable[Wanted]) -> None:
    for other in others:
        if _overlap(wanted, other):
            begins = other.valid_from is None or (wanted.valid_from or "") >= other.valid_from
            raise _refusal(other, "valid_from" if begins else "valid_to")


def _around(old: Wanted, new: Wanted) -> list[Wanted]:
    """What is left of a time once another lies in it: only days nobody has bounded make room."""
    if not _overlap(old, new):
        return [old]
    if (old.valid_from and (new.valid_from or "") <= old.valid_from) or (
        old.valid_to and (new.valid_to or "9999") >= old.valid_to
    ):
        raise _refusal(old)
    left = [replace(old, valid_to=day_before(new.valid_from))] if new.valid_from else []
    right = [replace(old, valid_from=day_after(new.valid_to))] if new.valid_to else []
    return left + right


def _overlap(one: Wanted, other: Wanted) -> bool:
    return (one.valid_from or "") <= (other.valid_to or "9999") and (other.valid_from or "") <= (one.valid_to or "9999")


def _refusal(other: Wanted, field: str = "valid_from") -> RuleBroken:
    """The day at fault is the one that lies in the other time."""
    return RuleBroken(
        "counterpart_overlap", field=field, unit=other.unit or NONE, span=span(other.valid_from, other.valid_to)
    )


def span(since: str | None, until: str | None) -> str:
    """Some days as people read them: from one on, up to one, or always."""
    shape = SPAN.get((since is not None, until is not None), ALWAYS)
    return shape.format(since=as_read(since), until=as_read(until))
