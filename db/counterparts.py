"""Which bureau of the county answers for what a national body is named for, on a given day.

Defaults are told by `db.national_bodies`; the table holds what people have changed or confirmed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from db import settings, units
from db.connection import Checklist
from db.names import heirs, units_by_name
from db.national_bodies import Body, Office, known, offices
from db.national_bodies import Term as Default
from db.tasks import Task
from db.units import Unit
from db.words.counterparts import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A national body and its bureau in the county; `unit` is the name shown that day, "" where the county has none.

    `gone` is the name of a unit that was abolished and has no successor: then `unit` is "" too. `checked` is False
    while nobody has confirmed a guess; `kept` says that people have changed or confirmed this body.
    """

    body: str
    unit: str
    note: str = ""
    alternatives: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    checked: bool = True
    gone: str = ""
    kept: bool = False
    tasks: tuple[int, ...] = ()  # the numbers of those that name the body

    def there(self, on: str) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from or "") <= on and (self.valid_to is None or on <= self.valid_to)


def is_placeholder(body: str) -> bool:
    """Whether a named party is no office but a stand-in, such as 省级有关部门."""
    return PLACEHOLDER in body


def all(checklist: Checklist, on: str) -> tuple[Counterpart, ...]:
    """One for every body the notice names, most named first; of several times the one that holds on the day."""
    county = _County(checklist, on)
    return tuple(county.on_the_day(body) for body in county.named)


def terms(checklist: Checklist, on: str) -> tuple[Counterpart, ...]:
    """As `all`, but with every time a body has; names are those shown on the day."""
    county = _County(checklist, on)
    return tuple(term for body in county.named for term in county.terms(body))


def of_body(checklist: Checklist, body: str, on: str) -> tuple[Counterpart, ...]:
    """Every time of one body, be it named in the notice or not."""
    return _County(checklist, on).terms(body)


def of_task(checklist: Checklist, task: Task, on: str) -> tuple[Counterpart, ...]:
    """Those of the bodies a task names, in its order; placeholders are left out."""
    county = _County(checklist, on)
    return tuple(county.on_the_day(body) for body in task.bodies if not is_placeholder(body))


def bureaus(found: Iterable[Counterpart]) -> tuple[str, ...]:
    """The units of counterparts, each once: several bodies may end in the same bureau."""
    return tuple(dict.fromkeys(one.unit for one in found if one.unit))


class _County:
    """The county on a day: its units, what its bodies are named for, and what people have said about them."""

    def __init__(self, checklist: Checklist, on: str) -> None:
        run = checklist.db.conn.execute
        self._on, self._name = on, settings.read(checklist).county
        self._units = {unit.id: unit for unit in units.all(checklist)}
        self._by_name, self._lives_in = units_by_name(checklist.db), heirs(checklist.db, on)
        self._in_the_end = heirs(checklist.db)
        self._rows: defaultdict[str, list[tuple[str, str, str | None, str | None]]] = defaultdict(list)
        for body, *row in run("SELECT body, unit, note, valid_from, valid_to FROM counterpart ORDER BY valid_from, id"):
            self._rows[body].append(tuple(row))
        self._tasks: defaultdict[str, list[int]] = defaultdict(list)
        for body, task in run(
            "SELECT name, task.number FROM responsible_body JOIN task ON task.id = task ORDER BY responsible_body.id"
        ):
            self._tasks[body].append(task)
        names = (name for name in (*self._tasks, *self._rows) if not is_placeholder(name))
        self.named = sorted(dict.fromkeys(names), key=lambda name: -len(self._tasks[name]))

    def on_the_day(self, body: str) -> Counterpart:
        """The term that holds; where people left a gap, nothing is said."""
        for term in self.terms(body):
            if term.there(self._on):
                return term
        return Counterpart(body, "", checked=False, kept=True, tasks=tuple(self._tasks[body]))

    def terms(self, body: str) -> tuple[Counterpart, ...]:
        """What people have said of a body, else what is usual."""
        told = known(self._name).get(body)
        if body in self._rows:
            return tuple(self._kept(body, told, *row) for row in self._rows[body])
        if told is None:
            unit, gone = self._place(body)
            there = body in self._by_name
            return (self._made(body, told, unit if there else "", gone, checked=there and not gone),)
        return tuple(self._default(body, told, term) for term in told.terms)

    def _kept(
        self, body: str, told: Body | None, unit: str, note: str, since: str | None, until: str | None
    ) -> Counterpart:
        shown, gone = self._place(unit) if unit else ("", "")
        return self._made(
            body, told, shown, gone, note=note, valid_from=since, valid_to=until, checked=not gone, kept=True
        )

    def _default(self, body: str, told: Body, term: Default) -> Counterpart:
        shown, gone = "", ""
        if told.like:
            other = self.on_the_day(told.like)
            shown, gone = other.unit, other.gone
        if term.office is not None and not shown:
            shown, gone = self._usual((term.office, *told.alternatives))
        return self._made(
            body, told, shown, gone, note=term.note, valid_from=term.valid_from, valid_to=term.valid_to,
            checked=term.sure and not gone,
        )  # fmt: skip

    def _made(self, body: str, told: Body | None, unit: str, gone: str, **more: Any) -> Counterpart:
        others = dict.fromkeys(self._offered(told)) if told else {}
        others.pop(unit, None)
        numbers = tuple(self._tasks[body])
        return Counterpart(body, unit, alternatives=tuple(others), gone=gone, tasks=numbers, **more)

    def _offered(self, told: Body) -> Iterator[str]:
        """Every unit that could stand for a body, under the name it is shown by."""
        main = (term.office for term in told.terms if term.office)
        for office in (*main, *told.alternatives, *told.instead):
            shown, gone = self._usual((office,))
            if not gone:
                yield shown

    def _place(self, name: str) -> tuple[str, str]:
        """How the unit of a name is shown; a name nobody bears may be another one of an office."""
        office = offices(self._name).get(name)
        return self._usual((Office((name, *(office.names if office else ())), name),))

    def _usual(self, wanted: tuple[Office, ...]) -> tuple[str, str]:
        """The first of some offices that the county has, as shown; else the first as it is called; and what is gone."""
        gone = ""
        for office in wanted:
            for name in office.names:
                unit = self._living(name)
                if unit and unit.there(self._on):
                    return unit.shown, ""
                gone = gone or (unit.shown if unit else "")
        return ("", gone) if gone else (wanted[0].shown, "")

    def _living(self, name: str) -> Unit | None:
        """The unit that bears a name or did, as the one it is on the day."""
        found = self._by_name.get(name)
        if found is None:
            return None
        heir = self._units[self._lives_in[found]]
        if heir.there(self._on):
            return heir
        family = (unit for unit in self._units.values() if self._in_the_end[unit.id] == self._in_the_end[found])
        return next((unit for unit in family if unit.there(self._on)), heir)
