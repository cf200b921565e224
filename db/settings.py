"""What a checklist knows about its county: its name, the lead office, the plan year."""

from dataclasses import dataclass

from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import edit
from db.errors import RuleBroken
from db.names import LIMIT
from db.text import one_line


@dataclass(frozen=True, slots=True)
class Settings:
    """The county's name and lead office as printed, and the year words such as 6月底前 mean."""

    county: str
    lead_unit: str
    plan_year: int


def checked(county: str, lead_unit: str, plan_year: int) -> Settings:
    """The settings with blanks trimmed; RuleBroken names the field that cannot stand."""
    county, lead_unit = one_line(county), one_line(lead_unit)
    for field, value in (("county", county), ("lead_unit", lead_unit)):
        if not value:
            raise RuleBroken(f"{field}_empty", field=field)
        if len(value) > LIMIT:
            raise RuleBroken("name_long", field=field, length=len(value), limit=LIMIT)
    if not 2000 <= plan_year <= 2099:
        raise RuleBroken("year_range", field="plan_year")
    return Settings(county, lead_unit, plan_year)


def read(checklist: Checklist) -> Settings:
    """The settings the file holds."""
    values = {key: value for _, key, value in _rows(checklist)}
    return Settings(values["county"], values["lead_unit"], int(values["plan_year"]))


def change(checklist: Checklist, settings: Settings) -> ChangeSet:
    """Write the county's name, lead office and plan year; due dates already read stay as they are."""
    new = checked(settings.county, settings.lead_unit, settings.plan_year)
    with edit(checklist, "settings") as e:
        for row_id, key, _ in _rows(checklist):
            e.update("setting", row_id, value=str(getattr(new, key)))
    return e.changes


def _rows(checklist: Checklist) -> list[tuple[int, str, str]]:
    return checklist.db.conn.execute("SELECT id, key, value FROM setting").fetchall()
