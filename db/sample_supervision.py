"""The 督办通知单 of the made-up county: one answered, one void, one whose day has passed without a word."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from db import letterhead, supervising, supervision, supervision_drafts
from db.connection import Checklist
from db.sample_plan import Facts
from db.supervision_drafts import Draft

_HEADED, _FIRST, _NEXT, _VOID, _REPLIED = (date(2020, 6, day) for day in (1, 5, 15, 16, 10))
_SOON = "2020-06-17"

Event = tuple[date, Callable[[Checklist, str], object]]


def events(facts: Facts) -> Iterator[Event]:
    """What the lead office did about what was overdue: it wrote to the worst unit, then to the next two."""
    said = facts["supervised"]

    def head(checklist: Checklist, today: str) -> None:
        letterhead.change(checklist, replace(letterhead.read(checklist), **said["letterhead"]))

    def first(checklist: Checklist, today: str) -> None:
        _send(checklist, today, lambda draft: replace(draft, instruction=said["instruction"]), 1)

    def following(checklist: Checklist, today: str) -> None:
        _send(checklist, today, lambda draft: replace(draft, reply_by=_SOON), 2)

    def void(checklist: Checklist, today: str) -> None:
        for notice in supervision.all(checklist)[1:2]:
            supervision.void(checklist, notice.id, said["void"], today=today)

    def reply(checklist: Checklist, today: str) -> None:
        for notice in supervision.all(checklist)[:1]:
            supervision.answer(checklist, notice.id, today, said["reply"], today=today)

    yield from ((_HEADED, head), (_FIRST, first), (_NEXT, following), (_VOID, void), (_REPLIED, reply))


def _send(checklist: Checklist, today: str, worded: Callable[[Draft], Draft], number: int) -> None:
    """Notices to the units that are worst off, as far as any of them has something overdue."""
    found = supervision_drafts.proposals(supervision_drafts.read(checklist, today))
    worst = [worded(one.draft) for one in found if one.fresh and one.draft.level != "blue"][:number]
    if worst:
        supervising.issue(checklist, worst, today=today)
