"""What stands under the fields of the form: what a date means, why something can only be read."""

from datetime import date

from db import status
from db.actions import Action
from db.yardstick import Yardstick
from desktop import countdown, wording
from desktop import words as common
from desktop.words import form as words


def note(key: str, action: Action, yard: Yardstick) -> str:
    """The note under a field; nothing for most."""
    make = {"due": _due, "status": _status, "percent": _percent}.get(key)
    return make(action, yard) if make else ""


def _due(action: Action, yard: Yardstick) -> str:
    lines = []
    timing = status.timing(action, yard)
    if action.due_on and status.counted(action.status):
        day = wording.short_date(action.due_on, yard.plan_year)
        name = common.WEEKDAYS[date.fromisoformat(action.due_on).weekday()]
        phrase = countdown.phrase(timing)
        lines.append(words.DUE_MEANS.format(day=day, weekday=words.WEEKDAY.format(name=name), countdown=phrase))
        lines += filter(None, countdown.notes(action, yard).split("\n"))
    if action.extensions:
        text = words.EXTENDED_LATE if action.late_request else words.EXTENDED
        original = action.original_due_words or wording.short_date(action.original_due_on or "", yard.plan_year)
        lines.append(text.format(n=action.extensions, original=original))
    return "\n".join(lines)


def _status(action: Action, yard: Yardstick) -> str:
    if not action.leaf:
        return words.DERIVED
    if action.stop_reason:
        return words.STOPPED.format(reason=action.stop_reason, confirmer=action.stop_confirmer)
    for day, text in ((action.closed_on, words.CLOSED_ON), (action.done_on, words.DONE_ON)):
        if day:
            return text.format(day=wording.short_date(day, yard.plan_year))
    return ""


def _percent(action: Action, yard: Yardstick) -> str:
    return "" if action.leaf else words.DERIVED  # of a leaf the bar beside it says all
