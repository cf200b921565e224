"""How a due date stands, in the words of the countdown table (design: visual.md)."""

from datetime import date

from db.actions import Action
from db.calendar import Calendar
from db.status import Pace, Timing
from db.yardstick import Yardstick
from desktop import wording, words
from desktop.words import rules


def phrase(timing: Timing) -> str:
    """剩12天（7个工作日）, 今天到期, 逾期3天（3个工作日）, 按期完成 …: a timing with its working days."""
    if timing.code == "overdue":
        text = words.DUE_PAST if timing.workdays else words.DUE_PAST_HOLIDAYS
    elif timing.code not in ("ok", "soon") or timing.days < 2:
        return str(timing)
    elif timing.workdays == 0:
        text = words.DUE_LEFT_NO_WORKDAY
    else:
        text = words.DUE_LEFT if timing.certain else words.DUE_LEFT_ABOUT
    return text.format(days=timing.days, workdays=timing.workdays)


def pace_phrase(pace: Pace) -> str:
    """序时50%，滞后10个百分点; nothing where no time runs."""
    return rules.PACE_SPOKEN[pace.code].format(expected=pace.expected, n=abs(pace.points)) if pace.code else ""


def notes(action: Action, yard: Yardstick) -> str:
    """What else is to be said of a due date, a line each: that a rule moved it, that a year's days off are unknown."""
    ends = action.done_on or yard.today
    years = (action.due_on, ends) if action.due_on else ()
    return "\n".join(filter(None, (moved(action, yard.plan_year), unknown(yard.calendar, *years))))


def moved(action: Action, plan_year: int) -> str:
    """6月27日周六，顺延至6月29日; nothing where the day in force is the one that was meant."""
    if action.due_on is None or action.due_stated in (None, action.due_on) or action.due_rule not in rules.MOVED:
        return ""
    stated = date.fromisoformat(action.due_stated or "")
    weekday = words.WEEKDAYS[stated.weekday()]
    return rules.MOVED[action.due_rule].format(
        stated=wording.short_date(stated.isoformat(), plan_year),
        day=rules.ON_WEEKDAY.format(weekday=weekday) if stated.weekday() >= 5 else rules.ON_DAY_OFF,
        due=wording.short_date(action.due_on, plan_year),
    )


def unknown(calendar: Calendar, *days: str) -> str:
    """2027年放假安排还没录入，暂按周一至周五计算: the first such year from one of these days to another, or nothing."""
    years = sorted(int(day[:4]) for day in days)
    span = range(years[0], years[-1] + 1) if years else ()
    year = next((year for year in span if not calendar.is_known(year)), None)
    return rules.YEAR_UNKNOWN.format(year=year) if year else ""
