"""Make a new checklist out of a notice."""

from datetime import datetime
from pathlib import Path

from db import connection, settings
from db.connection import Checklist, Clock
from db.edit import Edit
from db.names import known
from db.notice.load import load
from db.notice.model import Notice


def file_name(county: str, plan_year: int) -> str:
    """The name a county's file bears unless the user chooses another: 县名-计划年度.luoshi."""
    return f"{county}-{plan_year}{connection.SUFFIX}"


def create(
    path: Path,
    *,
    county: str,
    lead_unit: str,
    plan_year: int,
    notice: Notice,
    by: str,
    clock: Clock = datetime.now,
) -> Checklist:
    """Make a checklist file at `path` and open it; on any error nothing is left there.

    Raises RuleBroken for settings that cannot stand, ChecklistError("file_exists") rather than overwrite.
    """
    chosen = settings.checked(county, lead_unit, plan_year)
    with connection.creating(path, by=by, clock=clock) as checklist:
        load(checklist, notice)
        with checklist.db.atomic() as db:
            for key in ("county", "lead_unit", "plan_year"):
                db.table("setting").insert({"key": key, "value": str(getattr(chosen, key))})
            known(Edit(db, ""), "unit", chosen.lead_unit)
    return connection.open(path, by=by, clock=clock)
