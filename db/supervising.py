"""Give a 督办通知单 its number: drafts go out together, as one step nothing before it can be taken back over."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from db import supervision, supervision_drafts, supervision_numbers
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.ledger import Row
from db.lifecycle import clean_day
from db.status import FINISHED, counted
from db.supervision import ITEM_COLUMNS, PRINTED, Item, Notice, require_short
from db.supervision_drafts import Demand, Draft, Sources, usual_request
from db.text import one_line, paragraphs
from db.words import supervision as words

SHORT_LIMIT = 200
_SHORT = ("instruction", "cycle", "contact", "phone", "cc", "signer")


def issue(checklist: Checklist, drafts: Sequence[Draft], *, today: str) -> ChangeSet:
    """Send notices out, each under a number of its own; all of them or none, and undo cannot cross it.

    Raises RuleBroken with the field at fault, as `drawn` does.
    """
    if not drafts:
        raise RuleBroken("supervision_no_unit", field="unit")
    sources = supervision_drafts.read(checklist, today)
    outgoing = [drawn(sources, draft, by=checklist.by) for draft in drafts]
    pattern = supervision_numbers.template(checklist)
    with edit(checklist, "supervision", barrier=True, number="") as e:
        numbers = []
        for notice in outgoing:
            year, serial, number = supervision_numbers.draw(e, pattern, today)
            made = e.insert(
                "supervision", year=year, serial=serial, number=number, unit=notice.unit, former=notice.former,
                **{column: getattr(notice, column) for column in PRINTED},
            )  # fmt: skip
            for position, item in enumerate(notice.items, 1):
                columns = {column: getattr(item, column) for column in ITEM_COLUMNS}
                e.insert("supervision_item", supervision=made, position=position, **columns)
            numbers.append(number)
        first = numbers[0]
        e.call("supervision", number=first if len(numbers) == 1 else words.MANY.format(first=first, n=len(numbers)))
    return e.changes


def drawn(sources: Sources, draft: Draft, *, by: str = "") -> Notice:
    """The notice a draft would be if it went out now, without a number; RuleBroken where it can't go out like this."""
    if draft.level not in supervision.LEVELS:
        raise RuleBroken("supervision_level", field="level")
    if not draft.demands:
        raise RuleBroken("supervision_nothing", field="actions")
    if not draft.reply_by.strip():
        raise RuleBroken("reply_by_empty", field="reply_by")
    reply_by = clean_day(draft.reply_by, "reply_by")
    if reply_by <= sources.today:
        raise RuleBroken("reply_before_issue", field="reply_by", day=reply_by, issued=sources.today)
    called = next((name for name, unit in sources.led_by.items() if unit == draft.unit), "")
    former = _former(sources, draft)
    items = tuple(_item(sources, draft.unit, called, demand) for demand in draft.demands)
    return Notice(
        0, "", draft.unit, called, "urge" if former else "first", draft.level, sources.full[draft.unit], sources.today,
        by, reply_by, _request(sources, replace(draft, reply_by=reply_by), items),
        **{field: _short(draft, field) for field in _SHORT}, items=items,
        former=former.id if former else None, former_number=former.number if former else "",
    )  # fmt: skip


def _former(sources: Sources, draft: Draft) -> Notice | None:
    """The notice a draft urges, as long as there is something to urge."""
    found = next((notice for notice in sources.notices if notice.id == draft.former), None)
    if found is not None:
        supervision_drafts.urging(sources, found)
    return found


def _item(sources: Sources, unit: int, called: str, demand: Demand) -> Item:
    row = sources.rows.get(demand.action)
    if row is None:
        raise RuleBroken("action_unknown", field="actions")
    _require_led(sources, row, unit, called)
    action, text = row.action, one_line(demand.text)
    require_short(text, "demand", SHORT_LIMIT)
    return Item(
        action.id, action.code, action.title, _source(sources, row),
        action.lead, "、".join((*action.responsible, *action.supporting)), action.issued_on, action.due_on,
        action.due_words, row.timing.code, row.timing.days, row.timing.workdays,
        text or words.DEMANDS.get(row.timing.code, words.DEMAND),
    )  # fmt: skip


def _source(sources: Sources, row: Row) -> str:
    """Where an action comes from, as a table has room for: 532号文第5项."""
    document = sources.document
    pattern = words.SOURCE if document.doc_number else words.SOURCE_ALONE
    return pattern.format(code=document.code, number=row.task.number)


def _require_led(sources: Sources, row: Row, unit: int, called: str) -> None:
    """Only what is counted, not done, a leaf, and led by the unit can be asked of it."""
    action = row.action
    if not action.leaf:
        raise RuleBroken("supervision_parent", field="actions", title=action.title)
    if not row.task.applicable or not counted(action.status):
        raise RuleBroken("supervision_not_counted", field="actions", title=action.title)
    if action.status in FINISHED:
        raise RuleBroken("supervision_finished", field="actions", title=action.title)
    if not action.lead:
        raise RuleBroken("supervision_no_lead", field="actions", title=action.title)
    if sources.led_by.get(action.lead) != unit:
        raise RuleBroken("supervision_not_led", field="actions", title=action.title, lead=action.lead, unit=called)


def _request(sources: Sources, draft: Draft, items: Sequence[Item]) -> str:
    request = paragraphs(draft.request) or usual_request(sources, draft, items)
    require_short(request, "request")
    return request


def _short(draft: Draft, field: str) -> Any:
    text = one_line(getattr(draft, field))
    require_short(text, field, SHORT_LIMIT)
    return text
