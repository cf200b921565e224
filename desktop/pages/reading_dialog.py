"""Ask how the names of a unit or a person are read; what is proposed stands in the fields already."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from db import readings
from db.errors import ChecklistError, RuleBroken
from desktop.dialogs.ask_fields import AskFields
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.line_field import LineField
from desktop.words import finding as words
from desktop.words.units import SAVE, UNDO_FOOT


def ask_readings(session: Session, look: Look, over: QWidget, names: Sequence[str], *, person: bool = False) -> None:
    """Open the question; nothing is written down unless every reading can stand."""
    checklist = session.checklist

    def save(said: Mapping[str, str]) -> ChecklistError | None:
        try:
            for name in names:
                readings.clean(name, said[name], field=name)
        except RuleBroken as error:
            return error
        errors = [session.attempt(readings.write, name, said[name])[1] for name in names]
        return next(filter(None, errors), None)

    dialog = AskFields(
        look, over, save, title=words.READING_TITLE, explain=words.READING_EXPLAIN, deed=SAVE, foot=UNDO_FOOT
    )
    for name in names:
        field = LineField(readings.of(checklist, name, person=person))
        dialog.ask((name, words.READING.format(name=name), field))
    dialog.fields[names[0]].setFocus()
    dialog.open()
