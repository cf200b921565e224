"""One change to many actions as one step, and what it would do to each of them, looked at beforehand.

Both play the same code: the preview takes back what it has done, so what it shows is what will be.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from db import due_dates, lifecycle, settings, tasks
from db.actions import Action
from db.changeable import around, named
from db.changes import ChangeSet
from db.connection import Checklist
from db.deadlines import MOST_DAYS
from db.edit import Edit, edit, rehearsal
from db.errors import RuleBroken
from db.names import ROLES, SINGLE, assign, find_unit, heirs, known, parted
from db.text import as_read
from db.words import STATUS

# What can be changed, and how: "set" to other words, "add" names to those there, "remove" names, "clear" it,
# or move a due date by so many "days" or "workdays", back where the number is below nothing.
WAYS = {
    "lead": ("set", "clear"), "responsible": ("add", "remove", "set", "clear"),
    "supporting": ("add", "remove", "set", "clear"), "leader": ("set", "clear"), "owner": ("set", "clear"),
    "contact": ("set", "clear"), "due": ("set", "workdays", "days", "clear"), "status": ("set",),
}  # fmt: skip
FIELDS = tuple(WAYS)

Write = Callable[[Action], None]


@dataclass(frozen=True, slots=True)
class Change:
    """A field of FIELDS, one of its ways, and the value as it was typed: names, words, a number, a status code."""

    field: str
    value: str = ""
    way: str = "set"


@dataclass(frozen=True, slots=True)
class Row:
    """One action before and after; the sentence why it cannot be changed, or ""."""

    before: Action
    after: Action
    refusal: str
    changed: bool


def as_it_is(action: Action) -> Row:
    """The row of an action of which nothing is known yet but how it stands."""
    return Row(action, action, "", changed=False)


def preview(checklist: Checklist, action_ids: Sequence[int], change: Change, *, today: str) -> list[Row]:
    """What the change would do to each action, in their order in the notice; nothing is kept of it.

    Raises RuleBroken for a value that could stand in none of them, and for no action at all.
    """
    _require_possible(change)
    trees = around(checklist, action_ids)
    with rehearsal(checklist) as e:
        return _play(e, checklist, trees, set(action_ids), change, today)


def apply(
    checklist: Checklist, action_ids: Sequence[int], change: Change, *, today: str, skip_refused: bool = False
) -> ChangeSet:
    """Change all of the actions as one step, or none where one cannot be: RuleBroken says how many and why the first.

    With `skip_refused` those that cannot be changed stay as they are; RuleBroken when that leaves none.
    """
    _require_possible(change)
    trees = around(checklist, action_ids)
    with edit(checklist, change.field, title="", status=STATUS.get(change.value, "")) as e:
        rows = _play(e, checklist, trees, set(action_ids), change, today)
        refused = [row for row in rows if row.refusal]
        changed = [row.before for row in rows if row.changed]
        if refused and not (skip_refused and changed):
            raise RuleBroken("bulk_refused", n=len(refused), first=refused[0].before.code, why=refused[0].refusal)
        e.call(change.field, title=named(changed), status=STATUS.get(change.value, ""))
    return e.changes


def _require_possible(change: Change) -> None:
    if change.way not in WAYS.get(change.field, ()):
        raise RuleBroken("choice_unknown", field="value", value=f"{change.field} {change.way}")
    if change.way != "clear" and not change.value.strip():
        raise RuleBroken("bulk_value_empty", field="value")


def _play(
    e: Edit, checklist: Checklist, trees: Sequence[Action], chosen: set[int], change: Change, today: str
) -> list[Row]:
    write = _writer(e, checklist, change, today)
    frozen = _frozen(checklist, {action.task for action in trees})
    refusals: dict[int, str] = {}
    touched: set[int] = set()
    for action in (action for action in trees if action.id in chosen):
        if action.task in frozen:
            refusals[action.id] = frozen[action.task]
            continue
        before = e.written
        try:
            with e.part():
                write(action)
        except RuleBroken as error:
            refusals[action.id] = str(error)
        if e.written > before:
            touched.add(action.id)
    after = {action.id: action for action in around(checklist, chosen)}
    return [
        Row(action, after[action.id], refusals.get(action.id, ""), action.id in touched)
        for action in trees if action.id in chosen
    ]  # fmt: skip


def _frozen(checklist: Checklist, task_ids: Iterable[int]) -> dict[int, str]:
    """Of these tasks those that are 不适用, with the sentence about it."""
    found = {}
    for task_id in task_ids:
        try:
            tasks.require_applicable(checklist, task_id)
        except RuleBroken as error:
            found[task_id] = str(error)
    return found


def _writer(e: Edit, checklist: Checklist, change: Change, today: str) -> Write:
    """What writes the change into one action; RuleBroken where the value can stand in none."""
    if change.field == "status":
        lifecycle.require_settable(change.value)
        return lambda action: lifecycle.write_status(e, action, change.value, today=today, by=checklist.by)
    if change.field == "due":
        return _due_writer(e, checklist, change, today)
    return _name_writer(e, checklist, change)


def _name_writer(e: Edit, checklist: Checklist, change: Change) -> Write:
    role, on = change.field, checklist.now()[:10]
    given = parted(e.db, role, [change.value]) if change.way != "clear" else []
    if change.way in ("set", "add"):
        for name in given:  # new ones are added, and who is there no longer is refused once and for all
            known(e, ROLES[role], name, on=on, field="value")
    lives_in = heirs(e.db, on)
    unit = cache(lambda name: find_unit(e.db, name))

    def same(name: str) -> object:
        found = unit(name) if ROLES[role] == "unit" else None
        return name if found is None else lives_in.get(found, found)

    gone = {same(name) for name in given}

    def write(action: Action) -> None:
        there = () if role in SINGLE else getattr(action, role)
        wanted = {
            "set": given, "add": [*there, *given], "clear": [], "remove": [n for n in there if same(n) not in gone],
        }[change.way]  # fmt: skip
        assign(e, role, wanted, action=action.id, on=on, lives_in=lives_in)

    return write


def _due_writer(e: Edit, checklist: Checklist, change: Change, today: str) -> Write:
    words_of = _moved(checklist, change) if change.way in ("days", "workdays") else None
    typed = change.value if change.way == "set" else ""
    columns = cache(lambda words, rule: due_dates.columns(checklist, words, today, rule))
    columns(typed, "none")  # words nobody understands are refused once and for all

    def write(action: Action) -> None:
        due_dates.write(e, action, columns(words_of(action) if words_of else typed, action.due_rule))

    return write


def _moved(checklist: Checklist, change: Change) -> Callable[[Action], str]:
    """The words of a due date so many days later, or earlier where the number is below nothing."""
    number, calendar = _number(change.value), settings.calendar(checklist)

    def words(action: Action) -> str:
        if action.due_stated is None:
            raise RuleBroken("bulk_no_day", title=action.title)
        day = date.fromisoformat(action.due_stated)
        try:
            moved = calendar.after(day, number) if change.way == "workdays" else day + timedelta(number)
        except OverflowError as error:  # where dates end
            raise RuleBroken("date_invalid", field="value", value=action.due_words[:20]) from error
        return str(as_read(moved.isoformat()))

    return words


def _number(typed: str) -> int:
    text = unicodedata.normalize("NFKC", typed).strip().removeprefix("+")
    if not (text.removeprefix("-").isdecimal() and len(text) < 6 and 0 < abs(int(text)) <= MOST_DAYS):
        raise RuleBroken("bulk_days", field="value", value=typed[:12], limit=MOST_DAYS)
    return int(text)
