"""How a due date stands, in the words of the countdown table (design: visual.md)."""

from collections.abc import Callable

from db.status import Timing
from desktop import words


def phrase(timing: Timing) -> str:
    """剩12天（7个工作日）, 今天到期, 逾期3天（3个工作日）, 按期完成, 长期 …"""
    return _PHRASES[timing.code](timing)


def _left(timing: Timing) -> str:
    if timing.days == 0:
        return words.DUE_TODAY
    if timing.days == 1:
        return words.DUE_TOMORROW
    if timing.workdays == 0:
        return words.DUE_LEFT_NO_WORKDAY.format(days=timing.days)
    text = words.DUE_LEFT if timing.certain else words.DUE_LEFT_ABOUT
    return text.format(days=timing.days, workdays=timing.workdays)


def _past(timing: Timing) -> str:
    text = words.DUE_PAST if timing.workdays else words.DUE_PAST_HOLIDAYS
    return text.format(days=timing.days, workdays=timing.workdays)


_PHRASES: dict[str, Callable[[Timing], str]] = {
    "ok": _left,
    "soon": _left,
    "overdue": _past,
    "on_time": lambda timing: words.DUE_ON_TIME,
    "late": lambda timing: words.DUE_LATE.format(days=timing.days),
    "long_term": lambda timing: words.DUE_LONG_TERM,
    "unset": lambda timing: words.DUE_UNSET,
}
