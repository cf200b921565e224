"""What became of the made-up county's actions: issued, reported, extended, done, closed, sent back; day by day.

Every event goes through the verb the window uses. Pure choice: the same plan gives the same events.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from db import (
    actions,
    closings,
    evidence,
    extensions,
    gaps,
    issuing,
    lifecycle,
    locking,
    periods,
    problems,
    progress,
    sample_supervision,
    tasks,
    units,
)  # fmt: skip
from db.calendar import NATIONAL
from db.connection import Checklist
from db.deadlines import parse
from db.periods import Period
from db.problems import Entry
from db.sample_plan import Facts, Planned

Act = Callable[[Checklist, str], object]  # a checklist and the day it happens on
Event = tuple[date, Act]

ISSUED = date(2020, 4, 24)
_LOCKED = (("2020-04-30", date(2020, 5, 8)), ("2020-05-31", date(2020, 6, 5)))
_REPORTED = (date(2020, 5, 11), date(2020, 5, 15)), (date(2020, 6, 1), date(2020, 6, 17))
_CLOSED, _SENT_BACK, _REOPENED, _STOPPED, _SHOWN = (date(2020, 6, day) for day in (10, 3, 15, 12, 11))
_CLOSED_TOGETHER = 6
_METHODS = ("documents", "site", "phone")


def events(facts: Facts, roots: Sequence[Planned], *, draft: bool = False) -> list[Event]:
    """Everything that happens after the breakdown, in order; of one day in the order told here.

    Of a draft nothing but how far the work is.
    """
    leaves = [planned for root in roots for planned in root.all() if not planned.inside]
    told = _draft(leaves) if draft else _Chase(facts, leaves).events()
    return sorted(told, key=lambda event: event[0])


def _draft(leaves: Sequence[Planned]) -> Iterator[Event]:
    for planned in leaves:
        if planned.done_on:
            yield planned.done_on, partial(_tick, planned)
        elif planned.percent:
            yield _REPORTED[1][1], partial(_reach, planned)


class _Chase:
    def __init__(self, facts: Facts, leaves: Sequence[Planned]) -> None:
        self._facts = facts
        self._leaves = [planned for planned in leaves if planned.lead]
        self._all = leaves
        self._taken: set[int] = set()  # what something out of the ordinary has happened to

    def events(self) -> Iterator[Event]:
        yield ISSUED, self._issue
        yield date.fromisoformat(self._facts["renamed"]["since"]), self._rename
        yield from self._decisions()
        yield from self._reports()
        yield from self._closings()
        yield from self._stops()
        yield from self._problems()
        yield from sample_supervision.events(self._facts)
        for last, day in _LOCKED:
            period = periods.at("month", last)
            yield day, partial(_lock, period)

    def _issue(self, checklist: Checklist, today: str) -> None:
        """Issue what can go out: the tasks in which nothing is missing."""
        every = tasks.all(checklist)
        missing = {gap.task.id for gap in gaps.blocking(gaps.of(every, actions.all(checklist)))}
        ready = [task.id for task in every if task.applicable and task.id not in missing]
        issuing.issue(checklist, today, today=today, only=ready, doc_number=self._facts["doc_number"])

    def _rename(self, checklist: Checklist, today: str) -> None:
        wanted = self._facts["renamed"]
        unit = units.named(checklist, wanted["unit"])
        units.rename(checklist, unit.id, wanted["name"], wanted["short"], since=wanted["since"])

    def _reports(self) -> Iterator[Event]:
        """What was reported of each action: in May half of it where much was done, in June how it stands today."""
        mid_term, lately = (_working_days(*span) for span in _REPORTED)
        for index, planned in enumerate(self._all):
            if planned.done_on:
                yield planned.done_on, partial(_tick, planned)
            elif planned.percent:
                if planned.percent >= 40:
                    yield self._report(planned, index, mid_term[index % len(mid_term)], planned.percent // 10 * 5)
                yield self._report(planned, index + 3, lately[index % len(lately)], planned.percent)

    def _report(self, planned: Planned, index: int, day: date, percent: int) -> Event:
        done, trouble, further = self._facts["said"][index % len(self._facts["said"])]

        def act(checklist: Checklist, today: str) -> object:
            return progress.report(
                checklist, _id(planned), periods.at("month", today), percent=percent, done=done, trouble=trouble,
                next=further, reporter=planned.owner, today=today,
            )  # fmt: skip

        return day, act

    def _decisions(self) -> Iterator[Event]:
        """Extensions: granted, refused, brought forward, undecided, and one asked for when it was too late."""
        soon = self._some(len(self._facts["extended"]), lambda due: "2020-06-23" <= due <= "2020-06-30")
        late = self._some(1, lambda due: "2020-06-10" <= due < "2020-06-17")
        asked = [self._facts["asked_late"] | {"decision": "pending"}]
        for planned, wanted in [*zip(soon, self._facts["extended"], strict=False), *zip(late, asked, strict=False)]:
            yield date.fromisoformat(wanted["on"]), partial(self._extend, planned, wanted)

    def _extend(self, planned: Planned, wanted: Facts, checklist: Checklist, today: str) -> None:
        if actions.get(checklist, _id(planned)).issued_on is None:
            return  # its task waits for a lead somewhere: the date can simply be changed
        extensions.apply(
            checklist, _id(planned), new_due=wanted["due"], reason=wanted["reason"], applicant=planned.lead,
            applied_on=today, today=today,
        )  # fmt: skip
        if wanted["decision"] != "pending":
            made = extensions.of_action(checklist, _id(planned))[-1]
            extensions.decide(
                checklist, made.id, wanted["decision"] == "approved", approver=self._facts["leaders"][1],
                decided_on=today, today=today,
            )  # fmt: skip

    def _closings(self) -> Iterator[Event]:
        done = [p for p in self._leaves if p.done_on and p.done_on <= date(2020, 6, 5)]
        if len(done) < 4:
            return
        back, *rest = done
        if back.done_on and back.done_on < _SENT_BACK:
            yield _SENT_BACK, partial(self._open_again, closings.send_back, back, self._facts["sent_back"])
            yield self._report(back, 0, _CLOSED, 90)
        confirmed = [p for n, p in enumerate(rest) if n % 3]
        for n, start in enumerate(range(0, len(confirmed), _CLOSED_TOGETHER)):
            together, method = confirmed[start : start + _CLOSED_TOGETHER], _METHODS[n % len(_METHODS)]
            yield _CLOSED, partial(self._close, together, method)
        yield _REOPENED, partial(self._open_again, closings.reopen, confirmed[0], self._facts["reopened"])

    def _close(self, together: Sequence[Planned], method: str, checklist: Checklist, today: str) -> None:
        closings.close(
            checklist, [_id(planned) for planned in together], method=method, verifier=self._facts["verifier"],
            confirmer=self._facts["confirmer"], decided_on=today, today=today,
        )  # fmt: skip

    def _open_again(
        self, verb: Callable[..., object], planned: Planned, reason: str, checklist: Checklist, today: str
    ) -> None:
        verb(
            checklist, [_id(planned)], reason=reason, confirmer=self._facts["confirmer"], decided_on=today, today=today
        )

    def _stops(self) -> Iterator[Event]:
        idle = [p for p in self._leaves if not p.percent and id(p) not in self._taken]
        towns = [p for p in idle if p.lead.endswith("政府")]
        for kind, some in (("not_applicable", towns[:1]), ("cancelled", [p for p in idle if p not in towns][-1:])):
            for planned in some:
                yield _STOPPED, partial(self._stop, planned, kind)

    def _stop(self, planned: Planned, kind: str, checklist: Checklist, today: str) -> None:
        reason, confirmer = self._facts["stopped"][kind], self._facts["confirmer"]
        lifecycle.stop(checklist, [_id(planned)], kind, reason=reason, confirmer=confirmer, today=today)

    def _problems(self) -> Iterator[Event]:
        under_way = [p for p in self._leaves if 0 < p.percent < 100]
        for planned, found in zip(under_way[:: max(1, len(under_way) // 7)], self._facts["problems"], strict=False):
            entry = Entry(
                found["text"], found["cause"], found["category"], found["level"],
                unit=self._facts["problem_unit"], raised_on=found["on"],
            )  # fmt: skip
            yield date.fromisoformat(found["on"]), partial(_register, planned, entry)
            if "solved" in found:
                yield date.fromisoformat(found["solved"]), partial(_solve, planned, found["solution"])
        for planned, (name, content) in zip(under_way, self._facts["evidence"], strict=False):
            yield _SHOWN, partial(_show, planned, name, content)

    def _some(self, number: int, fits: Callable[[str], bool]) -> list[Planned]:
        """The first few actions under way whose due date fits, each taken once."""
        year = self._facts["plan_year"]
        found = [
            planned for planned in self._leaves
            if 10 <= planned.percent < 100 and id(planned) not in self._taken
            and fits(parse(planned.due, year, "").on or "")
        ][:number]  # fmt: skip
        self._taken |= {id(planned) for planned in found}
        return found


def _tick(planned: Planned, checklist: Checklist, today: str) -> None:
    lifecycle.tick(checklist, [_id(planned)], today=today)


def _reach(planned: Planned, checklist: Checklist, today: str) -> None:
    lifecycle.set_percent(checklist, _id(planned), planned.percent)


def _lock(period: Period, checklist: Checklist, today: str) -> None:
    locking.lock(checklist, period, today=today)


def _register(planned: Planned, entry: Entry, checklist: Checklist, today: str) -> None:
    problems.register(checklist, _id(planned), entry, today=today)


def _solve(planned: Planned, solution: str, checklist: Checklist, today: str) -> None:
    problems.solve(checklist, problems.of_action(checklist, _id(planned))[-1].id, today, solution, today=today)


def _show(planned: Planned, name: str, content: str, checklist: Checklist, today: str) -> None:
    """Put a small file beside the checklist as evidence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(content, encoding="utf-8")
        evidence.add(checklist, _id(planned), [path], today=today)


def _id(planned: Planned) -> int:
    if planned.id is None:
        raise LookupError(planned.title)
    return planned.id


def _working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if NATIONAL.is_workday(day)]
