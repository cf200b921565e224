"""A filled, plausible county to try the program on: 安岭县 as it stood on 18 June 2020, the same every time."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import resources
from db import action_edits, actions, answers, checklists, due_dates, people, tasks, units
from db.calendar import NATIONAL
from db.connection import Checklist
from db.errors import RuleBroken
from db.sample_chase import Event, events
from db.sample_plan import FEWEST, Facts, Planned, plan

TODAY = "2020-06-18"
_ARRIVED = date(2020, 4, 10)
_DIVIDED = date(2020, 4, 13), date(2020, 4, 23)
_LEAD_TIME = timedelta(60)
_FIGURE = re.compile(r"\d+(人次|个|处|件|公里|套|户|人)")
_OPENS, _HOURS = time(8, 30), timedelta(hours=8)


@dataclass(slots=True)
class _Clock:
    """Tells the moment it stands at; every act of a day moves it on by `pace`."""

    moment: datetime
    pace: timedelta

    def __call__(self) -> datetime:
        return self.moment

    def go_to(self, day: date) -> None:
        """The next moment of that day."""
        same_day = day == self.moment.date()
        self.moment = self.moment + self.pace if same_day else datetime.combine(day, _OPENS)


def make(path: Path, *, number: int = 280, seed: int = 1, by: str = "李明", draft: bool = False) -> Checklist:
    """Make and open a sample of `number` actions, parents among them, through the verbs the window uses.

    A draft has not been issued yet: nothing is extended, closed or locked, and everything can be changed.

    Raises RuleBroken for too few actions, ChecklistError("file_exists") rather than overwrite.
    """
    if number < FEWEST:
        raise RuleBroken("sample_small", field="actions", fewest=FEWEST)
    facts = json.loads(resources.path("sample", "anling.json").read_text(encoding="utf-8"))
    clock = _Clock(datetime.combine(_ARRIVED, _OPENS), pace=_HOURS / (number // 4 + 60))
    checklist = checklists.create(
        path, county=facts["county"], lead_unit=facts["lead_unit"], plan_year=facts["plan_year"],
        notice=checklists.shipped_notice(), by=by, clock=clock,
    )  # fmt: skip
    roots = plan(facts, number, seed, date.fromisoformat(TODAY))
    with checklist.db.atomic():  # one commit; every act is a step of its own all the same
        _name_units(checklist, clock, facts)
        _leave_out(checklist, clock, facts)
        _mark_levels(checklist, clock, facts)
        _divide(checklist, clock, [planned for root in roots for planned in root.all()])
        _answer_for(checklist, clock, facts)
        _begin_later(checklist, roots)
        _carry_out(checklist, clock, events(facts, roots, draft=draft), facts["clerk"])
    clock.moment = datetime.fromisoformat(f"{TODAY}T14:02:00")
    return checklist


def _name_units(checklist: Checklist, clock: _Clock, facts: Facts) -> None:
    """Write down who there is: every office with its full name and people, every township with its head."""
    clock.go_to(_ARRIVED)
    for short, name in facts["full"].items():
        if name == facts["lead_unit"]:  # there since the file is
            continue
        kind, aliases = facts["kinds"].get(short, "county"), facts["aliases"].get(short, ())
        units.add(checklist, name, short=short, kind=kind, aliases=aliases)
    for town in facts["towns"]:
        units.add(checklist, f"安岭县{town}人民政府", short=f"{town}政府", kind="township")
    wrong = facts["mistyped"]
    units.add(checklist, wrong["as"])
    units.merge(checklist, units.named(checklist, wrong["unit"]).id, units.named(checklist, wrong["as"]).id)
    staff = [(unit, name) for unit, names in facts["units"].items() for name in names]
    staff += [(f"{town}政府", name) for town, name in facts["towns"].items()]
    for number, (unit, name) in enumerate(staff):
        post = facts["posts"][number % len(facts["posts"])]
        office = units.named(checklist, unit)
        people.add(checklist, name, unit=office.id, post=post, phone=f"0000-{7_120_000 + 37 * number}")


def _leave_out(checklist: Checklist, clock: _Clock, facts: Facts) -> None:
    for number, reason in facts["not_applicable"].items():
        clock.go_to(_ARRIVED)
        task = tasks.numbered(checklist, int(number))
        tasks.mark_not_applicable(checklist, task.id, reason, facts["confirmer"])


def _mark_levels(checklist: Checklist, clock: _Clock, facts: Facts) -> None:
    """Say of sentences whose business they are, where it is not what their words speak of."""
    for number, levels in facts["levels"].items():
        clock.go_to(_ARRIVED)
        task = tasks.numbered(checklist, int(number))
        for sentence, level in levels.items():
            answers.set_level(checklist, task.id, int(sentence), level)


def _divide(checklist: Checklist, clock: _Clock, everything: Sequence[Planned]) -> None:
    """Write the actions down, parents first, a share of them every working day."""
    ids = {task.number: task.id for task in tasks.all(checklist)}
    parents = {id(inner): outer for outer in everything for inner in outer.inside}
    days = _working_days(*_DIVIDED)
    for index, planned in enumerate(everything):
        day = days[index * len(days) // len(everything)]
        clock.go_to(day)
        outer = parents.get(id(planned))
        planned.id = action_edits.add(
            checklist, ids[planned.task], planned.title, today=day.isoformat(), parent=outer.id if outer else None,
            lead=planned.lead, owner=planned.owner, supporting=planned.supporting, due=planned.due,
            answers=planned.answers,
        ).inserted("action")  # fmt: skip


def _answer_for(checklist: Checklist, clock: _Clock, facts: Facts) -> None:
    """Name the 责任领导 of every task that concerns the county, and what an action with a figure is to reach."""
    clock.go_to(_DIVIDED[1])
    leaders = facts["leaders"]
    for task in tasks.all(checklist):
        if task.applicable:
            tasks.set_person(checklist, task.id, "leader", leaders[task.number % len(leaders)])
    for action in actions.all(checklist):
        if (figure := _FIGURE.search(action.title)) and action.depth == 1:
            action_edits.set_goal(checklist, action.id, facts["goal"].format(figure=figure[0]))


def _begin_later(checklist: Checklist, roots: Iterable[Planned]) -> None:
    """What is not due for long and has not begun by the day the sample plays on begins two months before it is due."""
    for planned in (planned for root in roots for planned in root.all()):
        due = actions.get(checklist, planned.id).due_on if planned.id and not planned.percent else None
        if planned.id and due and (begin := date.fromisoformat(due) - _LEAD_TIME) > _DIVIDED[1]:
            due_dates.set_start(checklist, planned.id, begin.isoformat(), today=_DIVIDED[1].isoformat())


def _carry_out(checklist: Checklist, clock: _Clock, happened: Iterable[Event], clerk: str) -> None:
    """Let everything happen, day by day; in May somebody else was at the keyboard."""
    for day, act in happened:
        clock.go_to(day)
        act(checklist.under(clerk) if day.month == 5 else checklist, day.isoformat())


def _working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if NATIONAL.is_workday(day)]
