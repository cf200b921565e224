"""The days off of a year in words: one day, and what was read of a notice."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from db.holidays import Day, Plan, Year
from desktop import words
from desktop.words import rules

_KINDS = {"off": rules.DAY_OFF, "work": rules.DAY_WORK}


def day_told(day: date, table: Year) -> str:
    """2020年6月25日 周四，端午休。"""
    entry = next((entry for entry in table.days if entry.day == day.isoformat()), None)
    ordinary = rules.DAY_WEEKEND if day.weekday() >= 5 else rules.DAY_ORDINARY
    return rules.DAY_TOLD.format(
        day=words.YEAR_MONTH_DAY.format(year=day.year, month=day.month, day=day.day),
        weekday=words.WEEKDAYS[day.weekday()],
        name=entry.name if entry else "", kind=_KINDS[entry.kind] if entry else ordinary,
    )  # fmt: skip


def plan_told(plan: Plan) -> str:
    """What pasting would do, a line for a holiday, the sum first and days of other years last."""
    number = {kind: sum(day.kind == kind for day in plan.days) for kind in ("off", "work")}
    lines = [rules.PASTE_SUM.format(year=plan.year, **number)]
    for name in dict.fromkeys(day.name for day in plan.days):
        days = [day for day in plan.days if day.name == name]
        lines.append(rules.PASTE_RUNS.format(name=name or rules.PASTE_UNNAMED, days=_runs(days)))
    for year in dict.fromkeys(day.day[:4] for day in plan.beside):
        days = [day for day in plan.beside if day.day[:4] == year]
        lines.append(rules.PASTE_BESIDE.format(year=year, days=_runs(days)))
    return "\n".join(lines)


def _runs(days: Iterable[Day]) -> str:
    """2月5日至11日休，2月20日班."""
    runs: list[list[Day]] = []
    for day in days:
        last = runs[-1][-1] if runs else None
        if last and last.kind == day.kind and _date(last) + timedelta(1) == _date(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "，".join(map(_run, runs))


def _run(run: Sequence[Day]) -> str:
    first, last = _date(run[0]), _date(run[-1])
    begins, ends = (words.MONTH_DAY.format(month=day.month, day=day.day) for day in (first, last))
    if first == last:
        return rules.DAY_ALONE.format(first=begins, kind=_KINDS[run[0].kind])
    if first.month == last.month:
        ends = rules.DAY_ENDS.format(day=last.day)
    return rules.DAY_RUN.format(first=begins, last=ends, kind=_KINDS[run[0].kind])


def _date(day: Day) -> date:
    return date.fromisoformat(day.day)
