"""What another county has made of the same tasks: read out of its file, named as here, taken over as one step."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db import actions, connection, documents, due_dates, names, settings, tasks, units
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.county_names import text_of
from db.edit import edit
from db.errors import RuleBroken
from db.new_actions import NewAction, put
from db.settings import Settings
from db.status import UNCOUNTED
from db.task_matching import TaskFinder
from db.tasks import Task
from db.text import plain
from db.unit_matching import Matcher, matcher
from db.words import pasting as words


@dataclass(frozen=True, slots=True)
class Item:
    """An action of the other county as it would be here; `id` is the one it has there, `above` that of its parent.

    `there` is our own action of the same title in the task and `code` what that is called; `wanted` says whether it
    is proposed, which what was dropped there is not, nor what a township of theirs leads; `notes` what is to be known.
    """

    id: int
    above: int | None
    depth: int
    new: NewAction
    wanted: bool
    there: int | None = None
    code: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is for one of our tasks, in tree order; `title` is what the task is called there."""

    task: Task
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Another county's file: whose it is, its notice, whether that is ours too, and what it offers task by task."""

    county: str
    notice: str
    same: bool
    offers: tuple[Offer, ...]

    def of(self, task_id: int) -> tuple[Offer, ...]:
        """What there is for one task, at most one."""
        return tuple(offer for offer in self.offers if offer.task.id == task_id)


def survey(checklist: Checklist, path: Path, *, today: str) -> Source:
    """Read another county's file, which stays as it is, and say what it has for the tasks that apply here.

    Tasks are the same by number where the notice is the same, else by title. Persons, states and progress are left.
    """
    if path.exists() and checklist.path.exists() and path.samefile(checklist.path):
        raise RuleBroken("borrow_same", name=path.name)
    with connection.copied(path, by=checklist.by) as other:
        return _Reading(checklist, other, today).source()


def waiting(checklist: Checklist, source: Source) -> tuple[Offer, ...]:
    """What there is for the tasks that have no action yet."""
    filled = {action.task for action in actions.all(checklist)}
    return tuple(offer for offer in source.offers if offer.task.id not in filled)


def accept(checklist: Checklist, source: Source, chosen: Collection[int], *, today: str) -> ChangeSet:
    """Make actions of the chosen items (ids there), as one step.

    One whose parent was not chosen stands under our own of the same title, else where its parent would have stood.
    """
    offers = [(offer, [item for item in offer.items if item.id in chosen]) for offer in source.offers]
    number = sum(len(items) for _, items in offers)
    if not number:
        raise RuleBroken("borrow_nothing")
    made: dict[int, int] = {}
    with edit(checklist, "borrow", county=source.county, n=number) as e:
        for offer, items in offers:
            its = {item.id: item for item in offer.items}
            for item in items:
                new = replace(item.new, parent=_parent(item, its, made))
                made[item.id] = put(e, checklist, offer.task.id, new, today=today)
    return e.changes


def _parent(item: Item, its: Mapping[int, Item], made: Mapping[int, int]) -> int | None:
    above = item.above
    while above is not None:
        there = made.get(above) or its[above].there
        if there:
            return there
        above = its[above].above
    return None


class _Reading:
    """One look into another file."""

    def __init__(self, checklist: Checklist, other: Checklist, today: str) -> None:
        self._checklist, self._other, self._today = checklist, other, today
        self._ours, self._theirs = settings.read(checklist), settings.read(other)
        self._units: Matcher = matcher(checklist, self._theirs.county)
        self._townships = {
            name for unit in units.all(other) if unit.kind == "township" for name in (unit.name, unit.short, unit.now)
        }  # fmt: skip
        self._there = {(action.task, plain(action.title)): action for action in reversed(actions.all(checklist))}

    def source(self) -> Source:
        """All that is offered."""
        mine, theirs = documents.first(self._checklist), documents.first(self._other)
        same = documents.same_number(mine.doc_number, theirs.doc_number)
        pairs = list(self._pairs(same))
        offers = tuple(
            Offer(ours, its.title, tuple(self._items(ours, its, actions.of_task(self._other, its.id, self._today))))
            for ours, its in pairs if ours.applicable
        )  # fmt: skip
        title = theirs.plan_title or theirs.title
        return Source(self._theirs.county, title, same, tuple(offer for offer in offers if offer.items))

    def _pairs(self, same: bool) -> Iterator[tuple[Task, Task]]:
        """Our tasks, each with the one it is there."""
        others = tasks.all(self._other)
        numbers, finder = {task.number: task for task in others}, TaskFinder(others)
        for task in tasks.all(self._checklist):
            found = numbers.get(task.number) if same else finder.titled(task.title)
            if found is not None:
                yield task, found

    def _items(self, ours: Task, theirs: Task, its: Sequence[Action]) -> Iterator[Item]:
        sentences = {plain(text): number for number, text in enumerate(ours.sentences, 1)}
        for action in its:
            notes: list[str] = []
            title = self._adapted(action.title)
            told = [sentences.get(plain(theirs.sentences[number - 1])) for number in action.answers]
            lead, responsible, supporting = self._holders(action, notes)
            new = NewAction(
                title=title, lead=lead, responsible=responsible, supporting=supporting,
                due=self._due(action, notes), goal=self._adapted(action.goal), weight=action.weight,
                answers=tuple(number for number in told if number),
            )  # fmt: skip
            stopped = action.leaf and action.status in UNCOUNTED
            local = bool(action.lead) and action.lead in self._townships and not lead
            there = self._there.get((ours.id, plain(title)))
            ours_is, code = (there.id, there.code) if there else (None, "")
            said = [words.THERE.format(code=code)] * bool(there) + [words.NOT_TICKED] * stopped
            wanted = not (stopped or local or there)
            yield Item(action.id, action.parent, action.depth, new, wanted, ours_is, code, (*said, *notes))

    def _adapted(self, text: str) -> str:
        """Words about the other county as words about ours."""
        return text_of(text, self._theirs.county, self._ours.county)

    def _holders(self, action: Action, notes: list[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Who would lead and help here; neither townships of the other county nor units that are gone here."""
        held = dict.fromkeys(filter(None, (action.lead, *action.responsible, *action.supporting)))
        strangers = [name for name in held if name in self._townships and not self._units.known(name)]
        if strangers:
            notes.append(words.LEFT_OUT.format(names="、".join(strangers)))
        here = {name: self._there_today(name, notes) for name in held if name not in strangers}
        lead, responsible, supporting = (
            tuple(dict.fromkeys(found for name in theirs if (found := here.get(name, ""))))
            for theirs in ((action.lead,), action.responsible, action.supporting)
        )
        new = [name for name in dict.fromkeys((*lead, *responsible, *supporting)) if not self._units.known(name)]
        notes += [words.NEW_UNITS.format(names="、".join(new))] * bool(new)
        responsible = tuple(name for name in responsible if name not in lead)
        return "".join(lead), responsible, tuple(name for name in supporting if name not in (*lead, *responsible))

    def _there_today(self, theirs: str, notes: list[str]) -> str:
        """The name of a unit here; "" with a note for one that can be given nothing today."""
        name = self._units.name(theirs)
        try:
            names.whose(self._checklist.db, "unit", name, on=self._today, field="lead")
        except RuleBroken as error:
            if error.code == "unit_renamed":
                return str(error.facts["now"])
            notes.append(str(error))
            return ""
        return name

    def _due(self, action: Action, notes: list[str]) -> str:
        """The words of a due date, of our plan year where they name theirs."""
        said = self._this_year(action, self._theirs, self._ours)
        try:
            due_dates.columns(self._checklist, said, self._today)
        except RuleBroken:
            notes.append(words.NO_DUE.format(words=action.due_words))
            return ""
        return said

    @staticmethod
    def _this_year(action: Action, theirs: Settings, ours: Settings) -> str:
        said = action.due_words
        if said.isdigit() and action.due_stated:  # what a spreadsheet or a plain 20200630 holds says its year silently
            said = action.due_stated
        later = ours.plan_year - theirs.plan_year
        return re.sub(r"20\d\d", lambda year: str(int(year[0]) + later), said)
