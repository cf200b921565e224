"""The figures that may stand in a paragraph, by the names people read: one table, told from the counts."""

from collections.abc import Callable, Mapping

from db import status
from db.counts import Tally
from db.words import narrative as names
from reports import frame
from reports.data import ReportData
from reports.words import narrative as words

_STATES = ("finished", "in_progress", "not_started")  # add up to the actions


def known(data: ReportData, place: str) -> dict[str, str]:
    """What every name stands for in the paragraph at a place."""
    found = {name: _FIGURES[key](data) for key, name in names.FIGURES.items()}
    kind, _, number = place.partition(".")
    tally = _of_place(data, kind, number.rpartition(".")[2])
    if tally is not None:
        own = names.OF_PART if kind == "part" else names.OF_TASK
        found |= {name: _of(tally, key) for key, name in own.items()}
    return found


def _of_place(data: ReportData, kind: str, number: str) -> Tally | None:
    if kind == "part":
        parts = (part.part for part in data.parts if part.part)
        return next((data.counts.parts[part.id] for part in parts if str(part.number) == number), None)
    if kind == "task":
        return next((its.tally for its in data.tasks if str(its.task.number) == number), None)
    return None


def _of(tally: Tally, key: str) -> str:
    value = str(getattr(tally, key))
    return words.PERCENT.format(n=value) if key == "percent" else value


def _total(key: str) -> Callable[[ReportData], str]:
    return lambda data: _of(data.counts.total, key)


def _tenths(tally: Tally, key: str) -> int:
    """A share of the actions in tenths of a percent, each rounded half up by itself."""
    return status.share(getattr(tally, key), tally.actions, scale=1000)


def _share(key: str) -> Callable[[ReportData], str]:
    def told(data: ReportData) -> str:
        whole, tenth = divmod(_tenths(data.counts.total, key), 10)
        return words.SHARE.format(whole=whole, tenth=tenth)

    return told


def _rounding(data: ReportData) -> str:
    """The note where the shares do not add up to 100 %."""
    total = data.counts.total
    together = sum(_tenths(total, key) for key in _STATES)
    return words.ROUNDING if total.actions and together != 1000 else ""


def _came(group: str) -> Callable[[ReportData], str]:
    return lambda data: str(len(data.comparison.groups[group])) if data.comparison else words.UNKNOWN


def _was(key: str) -> Callable[[ReportData], str]:
    return lambda data: _of(data.comparison.before.counts.total, key) if data.comparison else words.UNKNOWN


def _before(data: ReportData) -> str:
    period = data.comparison.before.period if data.comparison else None
    return period.name if period else words.UNKNOWN


def _before_day(data: ReportData) -> str:
    return frame.day(data.comparison.before.yard.today) if data.comparison else words.UNKNOWN


_FIGURES: Mapping[str, Callable[[ReportData], str]] = {
    **{
        key: _total(key)
        for key in (
            "tasks", "applicable", "not_applicable", "undivided", "actions", "finished", "done", "closed",
            "in_progress", "not_started", "overdue", "soon", "slow", "ahead", "extended", "finished_late", "problems",
            "percent",
        )
    },
    "divided": lambda data: str(data.counts.total.applicable - data.counts.total.undivided),
    **{f"{key}_share": _share(key) for key in _STATES},
    "rounding": _rounding,
    "county": lambda data: data.settings.county,
    "day": lambda data: frame.day(data.today),
    "period": lambda data: data.period.name,
    "next_period": lambda data: data.period.after.name,
    "soon_days": lambda data: str(data.yard.soon),
    "before": _before,
    "before_day": _before_day,
    "before_finished": _was("finished"),
    "before_overdue": _was("overdue"),
    **{
        f"came_{group}": _came(group)
        for group in ("finished", "unfinished", "started", "overdue", "relieved", "added", "gone")
    },
}  # fmt: skip
