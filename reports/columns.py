"""What several tables say of an action in the same words: by when, with whom, where it stands."""

from datetime import date

from db import status
from db.actions import Action
from db.words import STATUS
from db.yardstick import Yardstick
from reports import frame, words
from reports.data import ReportData


def due(action: Action) -> str:
    """The deadline as it was worded; a date that came as bare digits (20200630, 44012) is written out.

    Below it the day it was moved to off a day nobody works, and of one that was extended the original date.
    """
    told = worded(action)
    if action.due_on and action.due_stated and action.due_on != action.due_stated:
        told = words.MOVED.format(due=told, day=short(action.due_on, action.due_stated))
    if not (action.leaf and action.extensions and action.original_due_on and action.due_on):
        return told
    return words.EXTENDED.format(
        due=told, n=action.extensions, original=short(action.original_due_on, action.due_on)
    )


def worded(action: Action) -> str:
    """The deadline as it was worded, bare digits written out as a day."""
    return frame.day(action.due_on) if action.due_on and action.due_words.isdecimal() else action.due_words


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


def standing(action: Action, data: ReportData) -> str:
    """The state, with the percent of what is under way."""
    told, *urgent = state(action, data.yard).split("\n")
    percent = [words.PERCENT.format(percent=action.percent)] if action.status == "in_progress" else []
    return "\n".join([told, *percent, *urgent])


def owner(action: Action, data: ReportData) -> str:
    """Who answers for it; under the name the phone, where phones are wanted."""
    phone = data.records.phones.get(action.owner) if data.options.phones else None
    return f"{action.owner}\n{phone}" if phone else action.owner


def reported(action: Action, data: ReportData) -> str:
    """The period the newest report is for."""
    entry = data.records.newest.get(action.id)
    return entry.period.name if entry and entry.done else ""


def progress(action: Action, data: ReportData) -> str:
    """What the newest report says was done; of what was stopped, why."""
    if action.status in status.UNCOUNTED and action.stop_reason:
        reason, confirmer = action.stop_reason.rstrip("。"), action.stop_confirmer
        return words.STOPPED.format(status=STATUS[action.status], reason=reason, confirmer=confirmer)
    entry = data.records.newest.get(action.id)
    return entry.done if entry else ""


def trouble(action: Action, data: ReportData) -> str:
    """What is in the way, as reported and as it stands among the open problems, and what comes next."""
    entry = data.records.newest.get(action.id)
    found = [entry.trouble] if entry and entry.trouble else []
    for problem in data.records.problems.get(action.id, ()):
        if problem.solved_on is None and problem.entry.text not in found:
            found.append(problem.entry.text)
    lines = [words.IN_THE_WAY.format(text=text) for text in found]
    if entry and entry.next and action.status not in status.FINISHED:
        lines.append(words.NEXT.format(text=entry.next))
    return "\n".join(lines)
