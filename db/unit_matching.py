"""The unit somebody means who writes its name as another sheet or another county has it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from db import settings
from db.connection import Checklist
from db.names import find_unit, shown_units
from db.text import one_line

PLACES = "县市区旗"


@dataclass(frozen=True, slots=True)
class County:
    """A county by its full name, 安岭县; `place` is its last character, with which short names of units begin."""

    name: str

    @property
    def place(self) -> str:
        """县, 市, 区 or 旗; 县 where the name does not say."""
        return self.name[-1:] if self.name[-1:] in PLACES else PLACES[0]


@dataclass(frozen=True, slots=True)
class Matcher:
    """Knows the units of a checklist under their own names, and under those that differ in the county's name only."""

    checklist: Checklist
    ours: County
    theirs: County
    _found: dict[str, str] = field(default_factory=dict)

    def adapted(self, text: str) -> str:
        """A text that speaks of the other county, speaking of ours."""
        return text.replace(self.theirs.name, self.ours.name) if self.theirs.name else text

    def name(self, typed: str) -> str:
        """The name a unit is shown under here; one that nobody bears yet as it would be called here."""
        name = one_line(typed)
        if name not in self._found:
            known = next((one for one in self._spellings(name) if find_unit(self.checklist.db, one) is not None), None)
            self._found[name] = known or next(self._here(name))
        return self._found[name]

    def known(self, typed: str) -> bool:
        """Whether the county has the unit already."""
        return find_unit(self.checklist.db, self.name(typed)) is not None

    def _here(self, name: str) -> Iterator[str]:
        """The name with our county in it instead of the other one."""
        if name.startswith(self.theirs.place) and not name.startswith(self.theirs.name):
            yield self.ours.place + name[len(self.theirs.place) :]
        yield self.adapted(name)

    def _spellings(self, name: str) -> Iterator[str]:
        """The names the unit may bear here, the likeliest first; 发改局 is 县发改局, 安岭县教育局 县教育局."""
        for here in self._here(name):
            yield here
            bare = here.removeprefix(self.ours.name) if here.startswith(self.ours.name) else here
            bare = bare.removeprefix(self.ours.place) if bare == here else bare
            for before in (self.ours.place, self.ours.name):
                yield before + bare


def matcher(checklist: Checklist, theirs: str = "") -> Matcher:
    """What finds units that are written as the county `theirs` writes them; by default as our own does."""
    ours = settings.read(checklist).county
    return Matcher(checklist, County(ours), County(theirs or ours))


def shown(checklist: Checklist, name: str, on: str) -> str:
    """The name of a unit as the window shows it on a day; one that nobody bears stays as it is."""
    found = find_unit(checklist.db, name)
    return name if found is None else shown_units(checklist.db, on)[found]
