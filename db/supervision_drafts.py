"""Whom to supervise: per unit what it leads that is overdue or soon due, and the words a notice of it would bear."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import actions, documents, ledger, letterhead, settings, supervision, tasks
from db.connection import Checklist
from db.documents import Document
from db.errors import RuleBroken
from db.ledger import URGENT, Row, pinyin_key
from db.letterhead import Letterhead
from db.names import heirs, shown_units
from db.supervision import Item, Notice
from db.text import as_read
from db.words import supervision as words
from db.yardstick import Yardstick

REPLY_WITHIN = 5  # working days
LONG = 20  # working days past the date from which on a first notice is red


@dataclass(frozen=True, slots=True)
class Sources:
    """What notices are made from, read once for a day: rows by action, units by id, the notices there are."""

    yard: Yardstick
    document: Document
    letterhead: Letterhead
    rows: Mapping[int, Row]
    led_by: Mapping[str, int]  # the unit a lead's name means
    full: Mapping[int, str]  # its full name
    notices: tuple[Notice, ...]

    @property
    def today(self) -> str:
        """The day everything is told of."""
        return self.yard.today


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row a unit leads, and the newest notice in force it is on already, if any."""

    row: Row
    notice: Notice | None = None

    def pending(self, today: str) -> bool:
        """Whether that notice waits for a reply: then the row is urged, not put on another one."""
        return self.notice is not None and self.notice.state(today) in supervision.OPEN


@dataclass(frozen=True, slots=True)
class Demand:
    """One action on a notice to be, and what is asked of it; "" for the usual words."""

    action: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice that has no number yet, as somebody may word it; `request` "" stands for the usual words.

    `unit` is a row id; `former` the notice this one urges.
    """

    unit: int
    level: str
    demands: tuple[Demand, ...]
    reply_by: str
    request: str = ""
    instruction: str = ""
    cycle: str = words.CYCLE
    contact: str = ""
    phone: str = ""
    cc: str = ""
    signer: str = ""
    former: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A unit with what it leads that presses, the worst first, and the notice it would get.

    There is nothing on that where every row is on a notice that waits for its reply.
    """

    unit: int
    called: str
    candidates: tuple[Candidate, ...]
    draft: Draft

    @property
    def fresh(self) -> bool:
        """Whether there is anything on it that no notice without a reply speaks of."""
        return bool(self.draft.demands)


def read(checklist: Checklist, today: str) -> Sources:
    """Everything notices are made from, as the checklist stands on a day."""
    yard = settings.yardstick(checklist, today)
    rows = ledger.rows(tasks.all(checklist), actions.all(checklist, today), yard, parents=True)
    shown, lives_in = shown_units(checklist.db, today), heirs(checklist.db, today)
    full = dict(checklist.db.conn.execute("SELECT id, name FROM unit").fetchall())
    return Sources(
        yard, documents.first(checklist), letterhead.read(checklist), {row.action.id: row for row in rows},
        {shown[unit]: heir for unit, heir in lives_in.items()}, full, tuple(supervision.all(checklist, today)),
    )  # fmt: skip


def proposals(sources: Sources) -> list[Proposal]:
    """Per unit its lead rows that are overdue or soon due; the worst level first, then whoever has more of them."""
    its: defaultdict[str, list[Candidate]] = defaultdict(list)
    newest = {item.action: notice for notice in sources.notices if not notice.void_on for item in notice.items}
    for row in ledger.ordered(list(sources.rows.values()), "timing"):
        if row.action.lead and row.timing.code in URGENT:
            its[row.action.lead].append(Candidate(row, newest.get(row.action.id)))
    found = [_proposal(sources, lead, candidates) for lead, candidates in its.items()]
    return sorted(found, key=_worst_first)


def of_unit(sources: Sources, called: str) -> Proposal:
    """What one unit would get; RuleBroken when nothing it leads presses."""
    for proposal in proposals(sources):
        if proposal.called == called:
            return proposal
    raise RuleBroken("supervision_no_rows", field="unit", unit=called)


def of_rows(sources: Sources, called: str, chosen: Sequence[int]) -> Draft:
    """A notice to one unit of just these rows it leads, whether they press or not."""
    unit = sources.led_by.get(called)
    if unit is None:
        raise RuleBroken("unit_unknown", field="unit", name=called)
    return with_rows(sources, _draft(sources, unit, []), chosen)


def with_rows(sources: Sources, draft: Draft, chosen: Sequence[int]) -> Draft:
    """The draft with these rows on it, its level told anew; what was asked of a row stays."""
    asked = {demand.action: demand for demand in draft.demands}
    rows = [sources.rows[action] for action in chosen]
    return replace(
        draft, demands=tuple(asked.get(action, Demand(action)) for action in chosen), level=level_of(sources, rows)
    )


def level_of(sources: Sources, chosen: Sequence[Row]) -> str:
    """蓝 where nothing is overdue yet; 红 for what is long overdue or was overdue on an earlier notice too; else 黄."""
    late = [row for row in chosen if row.timing.code == "overdue"]
    if not late:
        return "blue"
    before = {
        item.action
        for notice in sources.notices
        if not notice.void_on
        for item in notice.items
        if item.timing == "overdue"
    }
    again = any(row.action.id in before or row.timing.workdays > LONG for row in late)
    return "red" if again else "yellow"


def reply_day(yard: Yardstick, workdays: int = REPLY_WITHIN) -> str:
    """The day so many working days after today."""
    return yard.calendar.after(date.fromisoformat(yard.today), workdays).isoformat()


def urging(sources: Sources, notice: Notice) -> Draft:
    """催办: what is still open on a notice, once more, a level higher; RuleBroken where there is nothing to urge."""
    if notice.void_on:
        raise RuleBroken("supervision_void", field="number", number=notice.number)
    if notice.replied_on:
        raise RuleBroken("supervision_replied", field="number", number=notice.number)
    if notice.urged:
        raise RuleBroken("supervision_urged", field="number", number=notice.number, by=notice.urged)
    heir = sources.led_by[notice.called]
    still = [
        item for item in notice.items
        if (row := sources.rows.get(item.action)) and row.tally.actions and not row.tally.finished
        and sources.led_by.get(row.action.lead) == heir
    ]  # fmt: skip
    if not still:
        raise RuleBroken("supervision_all_done", field="number", number=notice.number)
    level = supervision.LEVELS[min(supervision.LEVELS.index(notice.level) + 1, len(supervision.LEVELS) - 1)]
    return Draft(
        heir, level, tuple(Demand(item.action, item.demand) for item in still), reply_day(sources.yard),
        instruction=notice.instruction, cycle=notice.cycle, contact=notice.contact, phone=notice.phone, cc=notice.cc,
        signer=notice.signer, former=notice.id,
    )  # fmt: skip


def usual_request(sources: Sources, draft: Draft, items: Sequence[Item]) -> str:
    """The request a notice bears unless somebody words it otherwise; its numbers are those of its own table."""
    document = sources.document
    named = words.NOTICE_NAMED if document.doc_number else words.NOTICE_ALONE
    facts = {
        "notice": named.format(title=document.plan_title or document.title, number=document.doc_number),
        "today": as_read(sources.today), "reply_by": as_read(draft.reply_by), "what": _what(items),
    }  # fmt: skip
    former = next((notice for notice in sources.notices if notice.id == draft.former), None)
    if former is None:
        return words.REQUEST.format(**facts)
    facts |= {
        "former": former.number, "former_day": as_read(former.issued_on), "former_reply": as_read(former.reply_by)
    }
    pattern = words.URGE if sources.today > former.reply_by else words.URGE_EARLY
    return pattern.format(**facts)


def _what(items: Sequence[Item]) -> str:
    numbers = {code: sum(item.timing == code for item in items) for code in ("overdue", "soon")}
    numbers["other"] = len(items) - sum(numbers.values())
    told = {"overdue": words.OVERDUE, "soon": words.SOON, "other": words.OTHER}
    return "、".join(told[code].format(n=n) for code, n in numbers.items() if n)


def _proposal(sources: Sources, lead: str, candidates: Sequence[Candidate]) -> Proposal:
    chosen = [candidate.row for candidate in candidates if not candidate.pending(sources.today)]
    unit = sources.led_by[lead]
    draft = _draft(sources, unit, chosen)
    if not chosen:
        draft = replace(draft, level=level_of(sources, [candidate.row for candidate in candidates]))
    return Proposal(unit, lead, tuple(candidates), draft)


def _draft(sources: Sources, unit: int, rows: Sequence[Row]) -> Draft:
    head = sources.letterhead
    return Draft(
        unit, level_of(sources, rows), tuple(Demand(row.action.id) for row in rows), reply_day(sources.yard),
        contact=head.contact, phone=head.phone, cc=head.cc, signer=head.signer,
    )  # fmt: skip


def _worst_first(proposal: Proposal) -> tuple[object, ...]:
    late = sum(candidate.row.timing.code == "overdue" for candidate in proposal.candidates)
    return (
        not proposal.fresh, -supervision.LEVELS.index(proposal.draft.level), -late, -len(proposal.candidates),
        pinyin_key(proposal.called),
    )  # fmt: skip
