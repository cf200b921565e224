"""The periods a report can be for, as they stand in the box to choose from."""

from db import periods, settings
from db.connection import Checklist
from db.periods import Period
from desktop.words import reports as words


def offered(
    checklist: Checklist, today: str, chosen: Period | None
) -> tuple[Period | None, list[tuple[str, Period | None]]]:
    """What is chosen then, and what there is: the present period (None), then every other since the notice.

    One that was closed only with a longer one is told by that.
    """
    begin, locked = periods.begin(checklist), periods.locked(checklist)
    years = range(int((begin or today)[:4]), int(today[:4]) + 1)
    every = (period for year in years for kind in periods.KINDS for period in periods.of_year(kind, year))
    begun = {period for period in every if period.last >= begin and period.first <= today} | set(locked)
    told_by = {period: periods.locked_by(checklist, period) or period for period in begun}
    present = periods.present(checklist, settings.read(checklist).rhythm, today)
    if chosen:
        chosen = periods.locked_by(checklist, chosen) or chosen
    if chosen == present:
        chosen = None
    others = ({chosen} if chosen else set()) | set(told_by.values()) - {present}
    return chosen, [(words.PERIOD_NONE, None), *((_name(one, locked), one) for one in sorted(others, reverse=True))]


def _name(period: Period, locked: dict[Period, str]) -> str:
    return words.PERIOD_LOCKED.format(name=period.name) if period in locked else period.name
