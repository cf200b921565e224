"""What is done to a national body on the 单位 page: each act runs one verb of db, or asks first what it needs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db import counterpart_edits, deadlines, names, settings
from db.counterpart_edits import Wanted
from db.counterparts import Counterpart
from db.errors import ChecklistError, RuleBroken
from desktop import words as common
from desktop.dialogs.ask_fields import Asked, AskFields
from desktop.known_fields import make_fields
from desktop.pages.page import Context
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField
from desktop.words import counterparts as words


class BodyActs:
    """Carries out; what cannot be done is said where it was asked, or in a toast."""

    def __init__(self, context: Context, over: QWidget) -> None:
        self._session, self._look, self._over, self._say = context.session, context.look, over, context.say
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._fields = make_fields(context.session, context.look, context.icons, self._plan_year)

    def known(self) -> Sequence[str]:
        """The units there are."""
        return names.units(self._session.checklist)

    def change(self, one: Counterpart, field: str, value: str) -> ChecklistError | None:
        """Put another unit or note in the place of one; a unit that is gone has to be replaced first."""
        unit, note = (value, one.note) if field == "unit" else (one.unit or one.gone, value)
        wanted = Wanted(unit, note, one.valid_from, one.valid_to)
        return self._session.attempt(counterpart_edits.change, one, wanted)[1]

    def check(self, one: Counterpart) -> None:
        """Confirm what is proposed."""
        self._tell(self._session.attempt(counterpart_edits.confirm, [one.body])[1])

    def restore(self, one: Counterpart) -> None:
        """Forget what was said; nobody is asked, for it can be taken back."""
        changes, error = self._session.attempt(counterpart_edits.restore, [one.body])
        if changes:
            self._say(changes.label, f"{common.UNDO} Ctrl+Z", self._session.undo)
        self._tell(error)

    def details(self, one: Counterpart) -> None:
        """Ask for the unit, the days and the note of one time."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(counterpart_edits.change, one, self._wanted(said))[1]

        rows = (
            (self._unit(one, one.unit or one.gone or words.NONE),),
            (("valid_from", words.SINCE, self._day(one.valid_from)),
             ("valid_to", words.UNTIL, self._day(one.valid_to))),
            (("note", words.NOTE, LineField(one.note)),),
        )  # fmt: skip
        self._ask(rows, save, words.DETAILS.rstrip("…"), words.DETAILS_EXPLAIN.format(body=one.body), words.SAVE)

    def succeed(self, one: Counterpart) -> None:
        """Ask for the unit that follows, and from which day on."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(counterpart_edits.succeed, one.body, self._wanted(said))[1]

        rows = (
            (self._unit(one, ""), ("valid_from", words.SINCE, self._day(None, words.SINCE_HINT))),
            (("note", words.NOTE, LineField()),),
        )
        explain = words.SINCE_EXPLAIN.format(body=one.body)
        self._ask(rows, save, words.SINCE_DO.rstrip("…"), explain, words.SINCE_SAVE)

    def _tell(self, error: ChecklistError | None) -> None:
        if error:
            self._say(str(error))

    def _ask(
        self, rows: Sequence[Sequence[Asked]], save: Callable[[Mapping[str, str]], ChecklistError | None], title: str,
        explain: str, deed: str,
    ) -> None:  # fmt: skip
        def saved(said: Mapping[str, str]) -> ChecklistError | None:
            try:
                return save(said)
            except RuleBroken as error:  # days that mean nothing
                return error

        dialog = AskFields(
            self._look, self._over, saved, title=title, explain=explain, deed=deed, foot=words.UNDO_FOOT
        )
        for row in rows:
            dialog.ask(*row)
        rows[0][0][2].setFocus()
        dialog.open()

    def _unit(self, one: Counterpart, text: str) -> Asked:
        field = NameField(self.known)
        field.prefer((*one.alternatives, words.NONE))
        field.setText(text)
        return "unit", words.UNIT, field, words.CHOOSE_NOTE

    def _day(self, day: str | None, hint: str = words.DAY_HINT) -> QWidget:
        field = self._fields.due(self._over)
        field.setPlaceholderText(hint)
        field.setText(day or "")
        return field

    def _wanted(self, said: Mapping[str, str]) -> Wanted:
        since, until = (self._read(said.get(field, ""), field) for field in ("valid_from", "valid_to"))
        return Wanted(said["unit"], said["note"], since, until)

    def _read(self, text: str, field: str) -> str | None:
        """The day typed words mean; none for none."""
        given: dict[str, Any] = {"calendar": self._session.yard.calendar}
        try:
            on = deadlines.parse(text, self._plan_year, self._session.today(), **given).on if text.strip() else None
        except RuleBroken as error:
            raise RuleBroken("date_invalid", field=field, value=text.strip()[:20]) from error
        if text.strip() and on is None:
            raise RuleBroken("date_invalid", field=field, value=text.strip()[:20])
        return on
