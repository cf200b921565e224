"""The rows of the two tables of 督办: what stands in each cell, and in which colour."""

from db.supervision import Notice
from db.supervision_drafts import Candidate, Proposal
from desktop import countdown, wording
from desktop.words import supervision as words

# The colour of a level and of a state; the mark and the word say the same.
TONES = {"blue": "text2", "yellow": "amber", "red": "red"}
STATE_TONES = {"waiting": "text2", "late": "red", "urged": "amber", "replied": "green", "void": "text3"}


def level(code: str) -> str:
    """A level with its mark: ▲ 黄色预警."""
    return words.LEVEL.format(mark=words.MARKS[code], word=words.LEVELS_MEAN[code])


def pressing(proposal: Proposal) -> str:
    """How many of a unit's rows are overdue, and how many soon due."""
    codes = [candidate.row.timing.code for candidate in proposal.candidates]
    told = ((words.LATE, codes.count("overdue")), (words.SOON, codes.count("soon")))
    return words.BETWEEN.join(text.format(n=n) for text, n in told if n)


def of_unit(proposal: Proposal) -> tuple[str, ...]:
    """The cells of a unit; its level depends on what is ticked and is told then."""
    return proposal.called, "", "", pressing(proposal)


def of_row(candidate: Candidate, today: str, plan_year: int) -> tuple[str, ...]:
    """The cells of one of its actions."""
    action = candidate.row.action
    day = wording.short_date(action.due_on or "", plan_year)
    under = ""
    if candidate.notice:
        under = words.UNDER.format(number=candidate.notice.number, state=words.STATES[candidate.notice.state(today)])
    return f"{action.code}　{action.title}", countdown.phrase(candidate.row.timing), day, under


def of_notice(notice: Notice, today: str, plan_year: int) -> tuple[str, ...]:
    """The cells of a notice in the register."""
    first, number = notice.items[0].title, len(notice.items)
    return (
        notice.number, level(notice.level), notice.called,
        first if number == 1 else words.ITEMS.format(first=first, n=number),
        wording.short_date(notice.issued_on, plan_year), wording.short_date(notice.reply_by, plan_year),
        words.STATES[notice.state(today)], fate(notice, plan_year),
    )  # fmt: skip


def fate(notice: Notice, plan_year: int) -> str:
    """What became of a notice in one line: why it is void, what was replied, by which other one it is urged."""
    if notice.void_on:
        return words.VOID_WHY.format(day=wording.short_date(notice.void_on, plan_year), reason=notice.void_reason)
    if notice.replied_on:
        day = wording.short_date(notice.replied_on, plan_year)
        return words.REPLIED.format(day=day, reply=notice.reply.replace("\n", " "))
    if notice.urged:
        return words.URGED.format(number=notice.urged)
    return words.URGES.format(number=notice.former_number) if notice.former_number else ""


def spoken(notice: Notice, today: str, plan_year: int) -> str:
    """A notice as a screen reader and the tooltip say it: every action on it, and its request."""
    items = "\n".join(f"{item.code} {item.title}" for item in notice.items)
    head = " ".join(filter(None, of_notice(notice, today, plan_year))).replace("\n", " ")
    return f"{head}\n{items}\n{notice.request}"
