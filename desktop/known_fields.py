"""Fields that know the checklist: names to complete from, dates to understand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db import counterparts, deadlines, names, tasks
from db.lifecycle import SETTABLE
from desktop import words
from desktop.delegates.action_editors import Fields
from desktop.icons import Icons
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.choice_box import ChoiceBox
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
        status=lambda parent: _status_box(look, icons, parent),
        bureaus=lambda task: _bureaus(session, task),
    )


def _bureaus(session: Session, task: int) -> Sequence[str]:
    """The units that answer for the bodies a task names."""
    checklist = session.checklist
    return counterparts.bureaus(counterparts.of_task(checklist, tasks.get(checklist, task), session.today()))


def _status_box(look: Look, icons: Icons, parent: QWidget) -> ChoiceBox:
    box = ChoiceBox(look, icons, parent)
    for code in SETTABLE:
        box.addItem(words.STATUS[code], code)
    return box
