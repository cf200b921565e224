"""An extension in words: what a new date means, what it changes, who asked for it and what was decided."""

from datetime import date

from db.extensions import Extension
from desktop import words as common
from desktop.wording import long_date, short_date
from desktop.words import issuing as words


def meaning(old: str, new: str) -> str:
    """2020年9月30日，星期三，延后92天."""
    was, then = date.fromisoformat(old), date.fromisoformat(new)
    days = (then - was).days
    change = (words.LATER if days > 0 else words.EARLIER).format(n=abs(days))
    return words.MEANS.format(day=long_date(new), weekday=common.WEEKDAYS[then.weekday()], change=change)


def change(extension: Extension, plan_year: int) -> str:
    """6月30日 → 9月30日."""
    old, new = (short_date(day, plan_year) for day in (extension.old_due_on, extension.new_due_on))
    return words.CHANGE.format(old=old, new=new)


def applied(extension: Extension, plan_year: int) -> str:
    """县人社局，6月15日申请."""
    return words.BY.format(applicant=extension.applicant, day=short_date(extension.applied_on, plan_year))


def decision(extension: Extension, plan_year: int) -> str:
    """6月18日王县长同意, or 等待批复."""
    day = short_date(extension.decided_on or "", plan_year)
    return words.DECISION[extension.decision].format(day=day, approver=extension.approver)
