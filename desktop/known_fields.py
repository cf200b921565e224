"""Fields that know the checklist: names to complete from, dates to understand."""

from datetime import date

from db import deadlines, names
from desktop.delegates.action_editors import Fields
from desktop.icons import Icons
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.due_field import Deadlines, DueField
from desktop.widgets.name_field import NameField


def make_fields(session: Session, look: Look, icons: Icons, plan_year: int) -> Fields:
    """The fields that complete from the checklist's names and understand its deadlines."""
    knows = Deadlines(
        read=lambda text: deadlines.parse(text, plan_year, session.today(), calendar=session.yard.calendar),
        today=lambda: date.fromisoformat(session.today()),
        plan_year=plan_year,
        calendar=lambda: session.yard.calendar,
    )
    return Fields(
        lead=lambda parent: NameField(lambda: names.units(session.checklist), parent),
        owner=lambda parent: NameField(lambda: names.persons(session.checklist), parent),
        due=lambda parent: DueField(look, icons, knows, parent),
    )
