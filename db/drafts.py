"""逐句分解: what the sentences of a task could become, as drafts; those that are kept become actions in one step."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db import actions, counterparts, lead_office, settings, titles
from db.changes import ChangeSet
from db.connection import Checklist
from db.counterparts import Counterpart
from db.counts import lines_of
from db.deadlines import parse
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.levels import SUPERIOR
from db.names import find_unit, shown_units
from db.new_actions import NewAction, clean_title, put
from db.tasks import Task, require_applicable
from db.topics import spoken_of
from db.words import drafts as words

_TOGETHER = 24  # two short things the same unit does are one action
_SUPPORTING = 3
_DUE = re.compile(
    r"(?:20\d\d年|今年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?前?|[上下]半年|[一二三四]季度末?前?|年底前?|年内)|20\d\d年底?前"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An action that could answer a sentence (its number in the task), in words as typed; made only where ticked."""

    sentence: int
    title: str
    lead: str = ""
    supporting: tuple[str, ...] = ()
    due: str = words.DUE
    ticked: bool = True


def propose(
    checklist: Checklist, task_id: int, today: str, found: Iterable[Counterpart] | None = None
) -> list[Draft]:
    """At least one draft for every sentence of a task, in its order.

    Ticked are those for sentences that are the county's business and that no action answers yet. `found` are all
    counterparts of the day where they have been read already.
    """
    task = require_applicable(checklist, task_id)
    unit = _Units(checklist, task, today, counterparts.all(checklist, today) if found is None else found)
    plan_year = settings.read(checklist).plan_year
    answered = {line.number for line in lines_of(task, actions.of_task(checklist, task_id, today)) if line.actions}
    drafts = []
    for number, (sentence, level) in enumerate(zip(task.sentences, task.levels, strict=True), start=1):
        due = _due(sentence, plan_year, today) or _due(task.clause, plan_year, today) or words.DUE
        ticked = level not in SUPERIOR and number not in answered
        for title, (lead, *supporting) in _of_sentence(sentence, level, task, unit):
            drafts.append(Draft(number, title, lead, tuple(supporting), due, ticked))
    return drafts


def accept(checklist: Checklist, task_id: int, drafts: Iterable[Draft], today: str) -> ChangeSet:
    """Make the ticked drafts actions of a task, as one step.

    Raises RuleBroken where there are none, or for the first that cannot stand; `facts["draft"]` is its place among
    the ticked ones, `field` the input at fault.
    """
    task = require_applicable(checklist, task_id)
    wanted = [draft for draft in drafts if draft.ticked]
    if not wanted:
        raise RuleBroken("drafts_none", number=task.number)
    there = {(number, one.title) for one in actions.of_task(checklist, task_id, today) for number in one.answers}
    with edit(checklist, "break_down", number=task.number, n=len(wanted)) as e:
        for place, draft in enumerate(wanted, start=1):
            try:
                _make(e, checklist, task, draft, there, today)
            except RuleBroken as error:
                raise RuleBroken("draft_refused", field=error.field, draft=place, why=str(error)) from error
    return e.changes


def _make(e: Edit, checklist: Checklist, task: Task, draft: Draft, there: set[tuple[int, str]], today: str) -> None:
    title = clean_title(draft.title)
    if (draft.sentence, title) in there:
        raise RuleBroken("draft_there", field="title", title=title, sentence=draft.sentence)
    there.add((draft.sentence, title))
    new = NewAction(title, draft.lead, supporting=draft.supporting, due=draft.due, answers=(draft.sentence,))
    put(e, checklist, task.id, new, today=today)


def _of_sentence(sentence: str, level: str, task: Task, units: "_Units") -> Iterator[tuple[str, list[str]]]:
    """The titles of a sentence, each with its units, the lead first."""
    if level in SUPERIOR:
        yield _watch(sentence, task), units.of_task(sentence)[:1]
        return
    proposed: list[tuple[str, list[str]]] = []
    for title in titles.of_sentence(sentence):
        its = units.named(title) or (proposed[-1][1][:1] if proposed else units.first)
        if proposed and _one_thing(proposed[-1], title, its):
            proposed[-1] = (f"{proposed[-1][0]}，{title}", list(dict.fromkeys([*proposed[-1][1], *its])))
        else:
            proposed.append((title, its))
    yield from proposed


def _one_thing(before: tuple[str, Sequence[str]], title: str, its: Sequence[str]) -> bool:
    return before[1][0] == its[0] and len(before[0]) + len(title) < _TOGETHER


def _watch(sentence: str, task: Task) -> str:
    """密切跟踪国家基本公共服务标准出台，待上级文件印发后抓好落实, as far as a line has room for it."""
    what = titles.watched(sentence, titles.LIMIT - len(words.WATCH.format(what="")))
    if what:
        return words.WATCH.format(what=what)
    whole = words.WATCH.format(what=words.WATCH_TASK.format(title=task.title))
    return whole if len(whole) <= titles.LIMIT else words.WATCH_LONG.format(title=titles.clipped(task.title, 38))


def _due(text: str, plan_year: int, today: str) -> str:
    """The first deadline a text names, as it words it."""
    for found in _DUE.finditer(text):
        try:
            parse(found[0], plan_year, today)
        except RuleBroken:  # 13月底: no deadline after all
            continue
        return found[0]
    return ""


class _Units:
    """Who does what in a task: its counterparts by the words of their trades, those of other tasks, the lead office."""

    def __init__(self, checklist: Checklist, task: Task, today: str, found: Iterable[Counterpart]) -> None:
        every = {one.body: one.unit for one in found if one.unit}
        self._mine = {body: every[body] for body in task.bodies if body in every}
        self._others = {body: unit for body, unit in every.items() if body not in self._mine}
        office = lead_unit(checklist, today)
        self.first = [next(iter(self._mine.values()), office)]

    def of_task(self, phrase: str) -> list[str]:
        """Those a phrase speaks of among the task's own, else the first of these."""
        return [self._mine[body] for body in spoken_of(phrase, self._mine)] or self.first

    def named(self, phrase: str) -> list[str]:
        """Who is to lead and who to support; one of another task only where the phrase speaks of none of this one."""
        mine = [self._mine[body] for body in spoken_of(phrase, self._mine)]
        others = [self._others[body] for body in spoken_of(phrase, self._others)[:1]]
        return list(dict.fromkeys(mine or others))[: 1 + _SUPPORTING]


def lead_unit(checklist: Checklist, today: str) -> str:
    """The county's lead office under the name it is shown by."""
    now = settings.read(checklist)
    found = find_unit(checklist.db, now.lead_unit)
    if found is not None:
        return shown_units(checklist.db, today)[found]
    return lead_office.called(now.county, now.lead_unit)[0] or now.lead_unit
