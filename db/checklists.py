"""Make a new checklist out of a notice."""

from datetime import datetime
from pathlib import Path
from typing import Any

import resources
from db import connection, phrases, settings
from db.connection import Checklist, Clock
from db.edit import Edit
from db.lead_office import called
from db.names import kind_of
from db.notice.load import load
from db.notice.model import Notice
from db.notice.parser import read_notice
from db.settings import Settings


def create_from(path: Path, notice: Notice | None, **settings_and_hand: Any) -> Checklist:
    """`create` out of a notice, the one the program ships with where none is given."""
    return create(path, notice=notice or shipped_notice(), **settings_and_hand)


def shipped_notice() -> Notice:
    """The notice the program ships with, 发改规划〔2020〕532号, read from its saved page."""
    return read_notice(resources.path("notice", "532.txt").read_bytes())


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
            e = Edit(db, "")
            _register(e, chosen)
            phrases.begin(e)
    return connection.open(path, by=by, clock=clock)


def _register(e: Edit, chosen: Settings) -> None:
    """The lead office is the first of the county's units, under every name people call it by."""
    name = chosen.lead_unit
    short, aliases = called(chosen.county, name)
    office = e.insert("unit", name=name, short=short, kind=kind_of(name))
    for alias in aliases:
        e.insert("unit_alias", unit=office, name=alias)
