"""The unit somebody means who writes its name as another sheet or another county has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db import settings, units
from db.connection import Checklist
from db.county_names import sign, signed, unit_of
from db.names import units_by_name
from db.national_bodies import offices
from db.text import one_line


@dataclass(frozen=True, slots=True)
class Matcher:
    """Knows the units of the county `ours` under the names it gives them, and as the county `theirs` would.

    `shown` tells by each of their names what its units are called; a bureau every county has is known by all of such.
    """

    ours: str
    theirs: str
    shown: Mapping[str, str]
    _found: dict[str, str] = field(default_factory=dict)
    _offices: dict[tuple[str, ...], str] = field(default_factory=dict)  # a bureau that is new: as it was named first

    def name(self, typed: str) -> str:
        """The name a unit bears here; of one that nobody knows yet the name it would have here."""
        name = one_line(typed)
        if name and name not in self._found:
            self._found[name] = self._name(name)
        return self._found.get(name, "")

    def known(self, typed: str) -> bool:
        """Whether the county has the unit already."""
        return self.name(typed) in self.shown

    def _name(self, name: str) -> str:
        spellings = list(self._spellings(name))
        known = next((one for one in spellings if one in self.shown), None)
        if known:
            return self.shown[known]
        for one in spellings:
            office = offices(self.ours).get(one)
            if office:
                same = next((other for other in office.names if other in self.shown), None)
                return self.shown[same] if same else self._offices.setdefault(office.names, one)
        return unit_of(name, self.theirs, self.ours)

    def _spellings(self, name: str) -> Iterator[str]:
        """The names the unit may bear here, the likeliest first; 发改局 is 县发改局, 安岭县教育局 县教育局."""
        for here in dict.fromkeys((unit_of(name, self.theirs, self.ours), name)):
            yield here
            bare = here[1:] if signed(here, self.ours) else here.removeprefix(self.ours)
            for before in (sign(self.ours), self.ours):
                yield before + bare


def matcher(checklist: Checklist, theirs: str = "") -> Matcher:
    """What finds units that are written as the county `theirs` writes them; by default as our own does."""
    ours = settings.read(checklist).county
    called = {unit.id: unit.shown for unit in units.all(checklist)}
    shown = {name: called[unit] for name, unit in units_by_name(checklist.db).items()}
    return Matcher(ours, theirs or ours, shown)
