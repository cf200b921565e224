"""What the 单位 page asks: about a unit, about a person; each question runs one verb of db."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from db import deadlines, names, people, settings, units
from db.errors import ChecklistError, RuleBroken
from db.names import BETWEEN
from db.people import Person
from db.units import Unit
from desktop.dialogs.ask_fields import Asked, AskFields, Save
from desktop.known_fields import make_fields
from desktop.pages.page import Context
from desktop.widgets.choice import Choice
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField
from desktop.words import units as words


class UnitDialogs:
    """Opens the questions over the page; a refusal is told at its field and nothing is changed."""

    def __init__(self, context: Context, over: QWidget) -> None:
        self._session, self._look, self._over = context.session, context.look, over
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._fields = make_fields(context.session, context.look, context.icons, self._plan_year)

    # --- units ---------------------------------------------------------------------------------------

    def add(self, added: Callable[[int], None]) -> None:
        """Ask for a new unit; `added` is told its id."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            changes, error = self._session.attempt(
                units.add, said["name"], short=said["short"], kind=said["kind"],
                aliases=BETWEEN.split(said["aliases"]), since=self._day(said["since"], "since"),
            )  # fmt: skip
            if changes:
                added(changes.inserted("unit"))
            return error

        rows = (*self._unit_rows(Unit(0, ""))[:3], (self._since(None),))
        _follow_name(rows[0][0][2], rows[2][0][2])
        self._ask(rows, save, words.ADD_TITLE, words.ADD_EXPLAIN, words.NEW_UNIT)

    def correct(self, unit: Unit) -> None:
        """Ask what is to be put right in a unit."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            wanted = replace(
                unit, name=said["name"], short=said["short"], kind=said["kind"],
                aliases=tuple(BETWEEN.split(said["aliases"])),
                valid_from=self._day(said["since"], "since") or None,
                valid_to=self._day(said["last_day"], "last_day") or None,
            )  # fmt: skip
            return self._session.attempt(units.correct, wanted)[1]

        self._ask(self._unit_rows(unit), save, words.CORRECT_TITLE, words.CORRECT_EXPLAIN, words.SAVE)

    def rename(self, unit: Unit, renamed: Callable[[int], None]) -> None:
        """Ask for the new name and the day it begins; `renamed` is told the new entry's id."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            changes, error = self._session.attempt(
                units.rename, unit.id, said["name"], said["short"], since=self._day(said["since"], "since")
            )
            if changes:
                renamed(changes.inserted("unit"))
            return error

        rows = (
            (("name", words.NEW_NAME, LineField(unit.name)),),
            (("short", words.NEW_SHORT, LineField(unit.short), words.SHORT_NOTE),),
            (("since", words.RENAME_SINCE, self._day_field(words.DAY_REQUIRED)),),
        )
        explain = words.RENAME_EXPLAIN.format(name=unit.shown)
        self._ask(rows, save, words.RENAME_TITLE, explain, words.RENAME_DO)

    def end(self, unit: Unit) -> None:
        """Ask for a unit's last day, and for who takes over."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            heir = self._unit(said["successor"], "successor") if said["successor"].strip() else None
            return self._session.attempt(units.end, unit.id, self._day(said["last_day"], "last_day"), heir)[1]

        rows = (
            (("last_day", words.END_DAY, self._day_field(words.DAY_REQUIRED)),),
            (("successor", words.SUCCESSOR, self._unit_field(), words.SUCCESSOR_NOTE),),
        )
        self._ask(rows, save, words.END_TITLE, words.END_EXPLAIN.format(name=unit.shown), words.END_DO)

    def merge(self, unit: Unit) -> None:
        """Ask which other entry is the same unit."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(units.merge, unit.id, self._unit(said["other"], "other"))[1]

        rows = ((("other", words.OTHER_UNIT, self._unit_field()),),)
        self._ask(rows, save, words.MERGE_TITLE, words.MERGE_EXPLAIN.format(name=unit.shown), words.MERGE_DO)

    # --- people --------------------------------------------------------------------------------------

    def add_person(self, unit: Unit) -> None:
        """Ask for somebody in a unit; those known by name alone are offered."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(
                people.add, said["name"], unit=unit.id, post=said["post"], phone=said["phone"],
                since=self._day(said["since"], "since"),
            )[1]  # fmt: skip

        rows = self._person_rows(Person(0, ""), NameField(self._nameless))[:2]
        explain = words.PERSON_ADD_EXPLAIN.format(unit=unit.shown)
        self._ask(rows, save, words.PERSON_ADD, explain, words.PERSON_ADD)

    def correct_person(self, person: Person) -> None:
        """Ask what is to be put right in a person."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            wanted = replace(
                person, name=said["name"], post=said["post"], phone=said["phone"],
                valid_from=self._day(said["since"], "since") or None,
                valid_to=self._day(said["last_day"], "last_day") or None,
            )  # fmt: skip
            return self._session.attempt(people.correct, wanted)[1]

        rows = self._person_rows(person, LineField(person.name))
        self._ask(rows, save, words.PERSON_CORRECT_TITLE, words.PERSON_CORRECT_EXPLAIN, words.SAVE)

    def move_person(self, person: Person) -> None:
        """Ask where somebody goes, from when and to which post."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(
                people.move, person.id, self._unit(said["unit"], "unit"), since=self._day(said["since"], "since"),
                post=said["post"],
            )[1]  # fmt: skip

        rows = (
            (("unit", words.MOVE_TO, self._unit_field()),),
            (("post", words.MOVE_POST, LineField()),
             ("since", words.MOVE_SINCE, self._day_field(words.DAY_REQUIRED))),
        )  # fmt: skip
        self._ask(rows, save, words.MOVE_TITLE, words.MOVE_EXPLAIN.format(name=person.name), words.MOVE_DO)

    def end_person(self, person: Person) -> None:
        """Ask for somebody's last day in office."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            return self._session.attempt(people.end, person.id, self._day(said["last_day"], "last_day"))[1]

        rows = ((("last_day", words.END_DAY, self._day_field(words.DAY_REQUIRED)),),)
        explain = words.PERSON_END_EXPLAIN.format(name=person.name)
        self._ask(rows, save, words.PERSON_END_TITLE, explain, words.PERSON_END_DO)

    def merge_person(self, person: Person) -> None:
        """Ask which other entry is the same person."""

        def save(said: Mapping[str, str]) -> ChecklistError | None:
            other = people.named(self._session.checklist, said["other"], "other").id
            return self._session.attempt(people.merge, person.id, other)[1]

        field = NameField(lambda: names.persons(self._session.checklist))
        explain = words.PERSON_MERGE_EXPLAIN.format(name=person.name, unit=person.unit_name)
        rows = ((("other", words.OTHER_PERSON, field),),)
        self._ask(rows, save, words.PERSON_MERGE_TITLE, explain, words.MERGE_DO)

    # --- what the fields mean ------------------------------------------------------------------------

    def _ask(self, rows: Sequence[Sequence[Asked]], save: Save, title: str, explain: str, deed: str) -> None:
        def saved(said: Mapping[str, str]) -> ChecklistError | None:
            try:
                return save(said)
            except RuleBroken as error:  # a day or a name in the fields that means nothing
                return error

        dialog = AskFields(
            self._look, self._over, saved, title=title, explain=explain, deed=deed, foot=words.UNDO_FOOT
        )
        for row in rows:
            dialog.ask(*row)
        first = rows[0][0][2]
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()
        dialog.open()

    def _unit_rows(self, unit: Unit) -> tuple[tuple[Asked, ...], ...]:
        kind = Choice(self._look, words.KINDS_FULL)
        kind.buttons[unit.kind].setChecked(True)
        return (
            (("name", words.NAME, LineField(unit.name)),),
            (("short", words.SHORT, LineField(unit.short)),
             ("aliases", words.ALIASES, LineField("、".join(unit.aliases)), words.ALIASES_NOTE)),
            (("kind", words.KIND, kind),),
            (self._since(unit.valid_from), self._until(unit.valid_to)),
        )  # fmt: skip

    def _person_rows(self, person: Person, name: QLineEdit) -> tuple[tuple[Asked, ...], ...]:
        return (
            (("name", words.PERSON_NAME, name), ("post", words.POST, LineField(person.post))),
            (("phone", words.PHONE, LineField(person.phone)), self._since(person.valid_from)),
            (self._until(person.valid_to),),
        )

    def _since(self, day: str | None) -> Asked:
        return ("since", words.SINCE, self._day_field(words.DAY_HINT, day))

    def _until(self, day: str | None) -> Asked:
        return ("last_day", words.UNTIL_FIELD, self._day_field(words.DAY_HINT, day))

    def _day_field(self, hint: str, day: str | None = None) -> QLineEdit:
        field = self._fields.due(self._over)
        field.setPlaceholderText(hint)
        field.setText(day or "")
        return field

    def _unit_field(self) -> NameField:
        return NameField(lambda: names.units(self._session.checklist))

    def _nameless(self) -> list[str]:
        return [one.name for one in people.all(self._session.checklist) if one.unit is None and one.valid_to is None]

    def _unit(self, name: str, field: str) -> int:
        return units.named(self._session.checklist, name, field).id

    def _day(self, text: str, field: str) -> str:
        """The day typed words mean, YYYY-MM-DD; nothing for nothing."""
        if not text.strip():
            return ""
        given: dict[str, Any] = {"calendar": self._session.yard.calendar}
        try:
            on = deadlines.parse(text, self._plan_year, self._session.today(), **given).on
        except RuleBroken as error:
            raise RuleBroken("date_invalid", field=field, value=text.strip()[:20]) from error
        if on is None:
            raise RuleBroken("date_invalid", field=field, value=text.strip()[:20])
        return on


def _follow_name(name: QWidget, kind: QWidget) -> None:
    """Let the choice show the kind a name speaks of, until the user picks one himself."""
    if not isinstance(name, QLineEdit) or not isinstance(kind, Choice):
        return
    following = [True]

    def follow(text: str) -> None:
        if following:
            kind.buttons[names.kind_of(text.strip())].setChecked(True)

    kind.picked.connect(lambda _: following.clear())
    name.textEdited.connect(follow)
