"""The units of the county as the 单位 page shows them: each with its people and what it leads today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from db import counts, people, units
from db.actions import Action
from db.counts import Counts, Tally
from db.people import Person
from db.units import Unit
from desktop.models.standing import Standing
from desktop.session import Session

_FINISHED = ("done", "closed")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit, the people it has today, and the figures of what it leads and of what it takes part in."""

    unit: Unit
    people: int
    led: Tally
    whole: Tally
    there: bool  # today, under this name

    @property
    def current(self) -> bool:
        """Whether it is shown under this name today, and has figures of its own."""
        return self.unit.now == self.unit.shown


class CountyUnits:
    """Reads the county anew when asked; the figures are those of db.counts."""

    def __init__(self, session: Session, standing: Standing) -> None:
        self._session, self._standing = session, standing
        self.rows: list[UnitRow] = []
        self._staff: Counter[int] = Counter()
        self._counts = Counts(Tally(), {}, {}, {})

    def read(self) -> None:
        """Take in how things stand now; who is gone stands last."""
        checklist, today = self._session.checklist, self._session.today()
        every = [action for its in self._standing.actions.values() for action in its]
        self._counts = counts.of(self._standing.tasks.values(), every, self._session.yard)
        self._staff = people.in_office(checklist, today)
        self.rows = [self._row(unit) for unit in units.all(checklist)]
        self.rows.sort(key=lambda row: row.unit.valid_to is not None and row.unit.valid_to < today)

    def people(self, unit_id: int) -> list[Person]:
        """The people of a unit, those in office first."""
        today = self._session.today()
        return sorted(people.of_unit(self._session.checklist, unit_id), key=lambda person: not person.there(today))

    def led(self, unit: Unit) -> Sequence[Action]:
        """The counted actions a unit leads, what is open before what is done, the nearest date first."""
        behind = set(self._counts.behind("actions"))
        found = [
            action for its in self._standing.actions.values() for action in its
            if action.id in behind and action.lead == unit.now == unit.shown
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.status in _FINISHED, one.due_on or "9999", one.code))

    def _row(self, unit: Unit) -> UnitRow:
        mine = unit.now == unit.shown
        return UnitRow(
            unit, self._staff[unit.id], self._counts.leads.get(unit.now, Tally()) if mine else Tally(),
            self._counts.units.get(unit.now, Tally()) if mine else Tally(),
            mine and not (unit.valid_to and unit.valid_to < self._session.today()),
        )  # fmt: skip
