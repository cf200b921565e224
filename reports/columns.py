"""What several tables say of an action in the same words: by when, with whom, where it stands."""

from datetime import date

from db import status
from db.actions import Action
from db.yardstick import Yardstick
from reports import frame, words


def due(action: Action) -> str:
    """The deadline as it was worded; a date that came as bare digits (20200630, 44012) is written out.

    Below it the day it was moved to off a day nobody works, and of one that was extended the original date.
    """
    told = frame.day(action.due_on) if action.due_on and action.due_words.isdecimal() else action.due_words
    if action.due_on and action.due_stated and action.due_on != action.due_stated:
        told = words.MOVED.format(due=told, day=short(action.due_on, action.due_stated))
    if not (action.leaf and action.extensions and action.original_due_on and action.due_on):
        return told
    return words.EXTENDED.format(
        due=told, n=action.extensions, original=short(action.original_due_on, action.due_on)
    )


def others(action: Action) -> str:
    """The supporting units; where there are responsible ones beside the lead, each kind under its name."""
    if not action.responsible:
        return "、".join(action.supporting)
    lines = [words.RESPONSIBLE.format(names="、".join(action.responsible))]
    if action.supporting:
        lines.append(words.SUPPORTING.format(names="、".join(action.supporting)))
    return "\n".join(lines)


def short(day: str, beside: str) -> str:
    """A day without its year where it is that of the day beside it."""
    when = date.fromisoformat(day)
    text = words.MONTH_DAY if beside[:4] == day[:4] else words.DATE
    return text.format(year=when.year, month=when.month, day=when.day)


def state(action: Action, yard: Yardstick) -> str:
    """The lifecycle, with a leaf's 逾期 or 临期 under it: shape and word, readable in grey."""
    told = words.STATUS[action.status]
    if not action.leaf:
        return told
    timing = status.timing(action, yard)
    urgent = {"overdue": words.OVERDUE, "soon": words.SOON}.get(timing.code)
    return f"{told}\n{urgent}" if urgent else told
