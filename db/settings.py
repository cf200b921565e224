"""What a checklist knows about its county, and the rules by which it judges dates and percents."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from db.calendar import NATIONAL, Calendar, YearTable
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.names import LIMIT
from db.periods import KINDS
from db.text import one_line
from db.yardstick import LAMPS, PACES, Yardstick


@dataclass(frozen=True, slots=True)
class Settings:
    """The county's name and lead office as printed, the year words such as 6月底前 mean, and how things are judged.

    `rhythm` is the kind of period progress is reported by; the rest is told at `Yardstick`.
    """

    county: str
    lead_unit: str
    plan_year: int
    rhythm: str = "month"
    soon: int = 5
    pace: str = "span"
    pace_points: int = 10
    red_points: int = 30
    lamps: str = "plain"


_NAMES = frozenset(field.name for field in fields(Settings))
_CHOICES = {"rhythm": KINDS, "pace": PACES, "lamps": LAMPS}
_RANGES = {"plan_year": (2000, 2099, "year_range"), "soon": (0, 60, "soon_range"),
           "pace_points": (1, 100, "points_range"), "red_points": (0, 100, "points_range")}  # fmt: skip


def checked(county: str, lead_unit: str, plan_year: int, **rules: object) -> Settings:
    """The settings with blanks trimmed; RuleBroken names the field that cannot stand."""
    county, lead_unit = one_line(county), one_line(lead_unit)
    for field, value in (("county", county), ("lead_unit", lead_unit)):
        if not value:
            raise RuleBroken(f"{field}_empty", field=field)
        if len(value) > LIMIT:
            raise RuleBroken("name_long", field=field, length=len(value), limit=LIMIT)
    made = Settings(county, lead_unit, plan_year, **rules)  # type: ignore[arg-type]
    for field, (least, most, code) in _RANGES.items():
        if not least <= getattr(made, field) <= most:
            raise RuleBroken(code, field=field, least=least, most=most)
    for field, known in _CHOICES.items():
        if getattr(made, field) not in known:
            raise RuleBroken("choice_unknown", field=field, value=getattr(made, field))
    return made


def read(checklist: Checklist) -> Settings:
    """The settings the file holds; a rule nobody has changed has its default."""
    kept: dict[str, Any] = {key: value for _, key, value in _rows(checklist) if key in _NAMES}
    for field in _RANGES.keys() & kept.keys():
        kept[field] = int(kept[field])
    return Settings(**kept)


def change(checklist: Checklist, settings: Settings) -> ChangeSet:
    """Write the settings; due dates already read stay as they are."""
    values = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    new = checked(**values)
    rows = {key: row_id for row_id, key, _ in _rows(checklist)}
    defaults = {field.name: field.default for field in fields(Settings)}
    with edit(checklist, "settings") as e:
        for key in values:
            value = getattr(new, key)
            if key in rows:
                e.update("setting", rows[key], value=str(value))
            elif value != defaults[key]:
                e.insert("setting", key=key, value=str(value))
    return e.changes


def yardstick(checklist: Checklist, today: str) -> Yardstick:
    """What everything in this checklist is held against on a day."""
    now = read(checklist)
    return Yardstick(
        today, now.soon, now.pace, now.pace_points, now.red_points, now.lamps,
        plan_year=now.plan_year, calendar=calendar(checklist),
    )  # fmt: skip


def calendar(checklist: Checklist) -> Calendar:
    """The national calendar with the years somebody has entered by hand."""
    run = checklist.db.conn.execute
    years = [year for (year,) in run("SELECT year FROM calendar_year ORDER BY year")]
    if not years:
        return NATIONAL
    days: Mapping[str, set[date]] = {"off": set(), "work": set()}
    for day, kind in run("SELECT day, kind FROM calendar_day"):
        days[kind].add(date.fromisoformat(day))
    return Calendar({
        year: YearTable(*(frozenset(day for day in days[kind] if day.year == year) for kind in ("off", "work")))
        for year in years
    })  # fmt: skip


def _rows(checklist: Checklist) -> list[tuple[int, str, str]]:
    return checklist.db.conn.execute("SELECT id, key, value FROM setting").fetchall()
