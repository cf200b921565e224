"""销号审批表: says on paper that an action is done, what proves it, who looked, and who lets it be struck off."""

from collections.abc import Iterator

from db import status
from db.closings import Closing
from reports import approvals, frame
from reports.approvals import SIZE, Subject
from reports.data import ReportData
from reports.typesetting.cells import RULE, Cell
from reports.typesetting.form import Block, Row, Slot
from reports.typesetting.ink import Ink
from reports.typesetting.paper import Paper
from reports.words import approvals as words

_WRITTEN = 50.0  # for what is written by hand, pt
_BOX = 0.86  # of the size
_CHECK_HEIGHT = 74.0


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw a form for each action, yielding (done, of) after each."""
    forms = list(_forms(data))
    for done, subject in enumerate(forms, 1):
        line = words.CODED.format(code=subject.action.code)
        approvals.draw_form(data, paper, subject, words.CLOSING, line, _blocks(data, subject))
        yield done, len(forms)


def title(data: ReportData) -> str:
    """The document's title."""
    return frame.title(data, words.CLOSING)


def empty(data: ReportData) -> str:
    """Why there is none: nothing is done."""
    return "" if any(_forms(data)) else words.NO_CLOSINGS


def _forms(data: ReportData) -> Iterator[Subject]:
    """The actions that wait for their 销号, else those struck off; chosen ones whatever their state."""
    found = list(approvals.subjects(data))
    if data.options.actions:
        return iter(found)
    waiting = {action.id for action in data.behind("done")} or {action.id for action in data.behind("closed")}
    return (subject for subject in found if subject.action.id in waiting)


def _blocks(data: ReportData, subject: Subject) -> list[Block]:
    action = subject.action
    newest = data.records.newest.get(action.id)
    closings = data.records.closings.get(action.id, ())
    closing = next((one for one in reversed(closings) if one.result == "approved"), None)
    closing = closing if action.status == "closed" else None
    blocks = [*approvals.about(data, subject), _dates(data, subject)]
    if action.goal:
        blocks.append(approvals.said(words.GOAL, action.goal))
    blocks += [
        approvals.said(words.RESULT, newest.done if newest else "", _WRITTEN),
        approvals.said(words.EVIDENCE, _evidence(data, subject), _WRITTEN / 2),
    ]
    if earlier := _earlier(closings):
        blocks.append(approvals.said(words.EARLIER_CLOSINGS, earlier))
    claimed = words.CLAIMED.format(name=action.claimed_by) if action.claimed_by else ""
    return [
        *blocks,
        approvals.signed(words.UNIT_SIGNS, claimed, words.CHIEF, words.STAMP),
        approvals.signed(words.LEAD_SAYS, "", words.HEAD),
        _check(closing),
        approvals.signed(words.LEADER_SIGNS, _confirmed(closing), words.SIGNED),
        approvals.said(words.CLOSED_ON, frame.day(closing.decided_on) if closing else words.NO_DATE),
    ]


def _dates(data: ReportData, subject: Subject) -> Block:
    action = subject.action
    done = frame.day(action.done_on) if action.done_on else words.NO_DATE
    timing = status.timing(action, data.yard)
    if timing.code == "late":
        done = words.DONE_LATE.format(day=done, days=timing.days)
    return approvals.pair(words.DUE_ON, approvals.due(action.due_on, action.due_words), words.DONE_ON, done)


def _evidence(data: ReportData, subject: Subject) -> str:
    return "\n".join(
        words.FILE.format(n=number, name=one.name) + (words.FILE_NOTE.format(text=one.note) if one.note else "")
        for number, one in enumerate(data.records.evidence.get(subject.action.id, ()), 1)
    )


def _earlier(closings: tuple[Closing, ...]) -> str:
    """How it was sent back or opened again before."""
    line = {"returned": words.RETURNED, "reopened": words.REOPENED}
    return "\n".join(
        line[one.result].format(day=frame.day(one.decided_on), confirmer=one.confirmer, reason=one.reason)
        for one in closings if one.result in line
    )  # fmt: skip


def _check(closing: Closing | None) -> Block:
    """How it was looked into, as boxes to tick, ticked where it is known; and who did."""

    def boxes(ink: Ink, x: float, top: float, width: float, height: float) -> None:
        side, y = _BOX * SIZE, top - (height + SIZE * 0.76) / 2
        for method, name in words.METHODS.items():
            ink.canvas.setLineWidth(2 * RULE)
            ink.canvas.rect(x, y - 0.1 * SIZE, side, side)
            if closing and closing.method == method:
                ink.text(words.TICK, x + side / 2, y, "song", SIZE, align="center")
            ink.text(name, x + 1.2 * SIZE, y, "fang", SIZE)
            x += width / len(words.METHODS)

    verifier = words.VERIFIER.format(name=closing.verifier) if closing else ""
    slot = Slot(Cell(verifier, "fang", SIZE), sign=(words.HEAD, words.DATE), drawing=boxes, tall=1.8 * SIZE)
    return Block(words.OFFICE_CHECKS, (Row((slot,), _CHECK_HEIGHT, grows=True),))


def _confirmed(closing: Closing | None) -> str:
    if closing is None:
        return ""
    return words.CONFIRMED.format(name=closing.confirmer, day=frame.day(closing.decided_on))
