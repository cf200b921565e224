"""A filled, plausible county to try the program on: 安岭县 as it stood on 18 June 2020, the same every time."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import resources
from db import action_edits, checklists, lifecycle, tasks
from db.calendar import NATIONAL
from db.connection import Checklist
from db.errors import RuleBroken
from db.sample_plan import FEWEST, Facts, Planned, plan

TODAY = "2020-06-18"
_ARRIVED = date(2020, 4, 10)
_DIVIDED = date(2020, 4, 13), date(2020, 4, 23)
_REPORTED = (date(2020, 5, 11), date(2020, 5, 15)), (date(2020, 6, 1), date(2020, 6, 17))
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


def make(path: Path, *, number: int = 280, seed: int = 1, by: str = "李明") -> Checklist:
    """Make and open a sample of `number` actions, parents among them, through the verbs the window uses.

    Raises RuleBroken for too few actions, ChecklistError("file_exists") rather than overwrite.
    """
    if number < FEWEST:
        raise RuleBroken("sample_small", field="actions", fewest=FEWEST)
    facts = json.loads(resources.path("sample", "anling.json").read_text(encoding="utf-8"))
    clock = _Clock(datetime.combine(_ARRIVED, _OPENS), pace=_HOURS / (number // 4))
    checklist = checklists.create(
        path, county=facts["county"], lead_unit=facts["lead_unit"], plan_year=facts["plan_year"],
        notice=checklists.shipped_notice(), by=by, clock=clock,
    )  # fmt: skip
    roots = plan(facts, number, seed, date.fromisoformat(TODAY))
    with checklist.db.atomic():  # one commit; every act is a step of its own all the same
        _leave_out(checklist, clock, facts)
        _divide(checklist, clock, [planned for root in roots for planned in root.all()])
        _carry_out(checklist, clock, roots, facts["clerk"])
    clock.moment = datetime.fromisoformat(f"{TODAY}T14:02:00")
    return checklist


def _leave_out(checklist: Checklist, clock: _Clock, facts: Facts) -> None:
    for number, reason in facts["not_applicable"].items():
        clock.go_to(_ARRIVED)
        task = tasks.numbered(checklist, int(number))
        tasks.mark_not_applicable(checklist, task.id, reason, facts["confirmer"])


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
        ).inserted("action")  # fmt: skip


def _carry_out(checklist: Checklist, clock: _Clock, roots: Sequence[Planned], clerk: str) -> None:
    """Report what has been done, day by day; in May somebody else was at the keyboard."""
    leaves = [planned for root in roots for planned in root.all() if not planned.inside]
    for day, action, percent in sorted(_reports(leaves)):
        clock.go_to(day)
        hand = checklist.under(clerk) if day.month == 5 else checklist
        if percent == 100:
            lifecycle.tick(hand, [action], today=day.isoformat())
        else:
            lifecycle.set_percent(hand, action, percent)


def _reports(leaves: Sequence[Planned]) -> Iterator[tuple[date, int, int]]:
    """What became of each action: the day, its row and its percent then, up to how it stands today."""
    mid_term, lately = (_working_days(*span) for span in _REPORTED)
    for index, planned in enumerate(leaves):
        assert planned.id is not None
        if planned.done_on:
            yield planned.done_on, planned.id, 100
        elif planned.percent:
            if planned.percent >= 40:
                yield mid_term[index % len(mid_term)], planned.id, planned.percent // 10 * 5
            yield lately[index % len(lately)], planned.id, planned.percent


def _working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if NATIONAL.is_workday(day)]
