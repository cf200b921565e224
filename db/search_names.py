"""Units and persons as a search matches them: by any name there ever was, in both scripts and in pinyin."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from db import pinyin
from db.folding import Span, fold, joined, marks
from db.names import heirs, shown_units


@dataclass(frozen=True, slots=True)
class Named:
    """A unit with all it was ever called, the name shown first, or a person; `tokens` lead to their actions."""

    id: int
    table: str
    names: tuple[str, ...]
    tokens: tuple[str, ...]
    home: int = 0  # the unit whose card it stands on, 0 for a person of none
    note: str = ""  # of a person the unit


class Names:
    """Everybody who can be found by name; `readings` are those written down for a name."""

    def __init__(self, db: Database, on: str) -> None:
        self.readings: dict[str, str] = dict(db.conn.execute("SELECT name, pinyin FROM reading").fetchall())
        self._shown, self._on = shown_units(db, on), on
        self._found: dict[tuple[str, str], Sequence[Span]] = {}
        self.units = list(self._units(db))
        self.persons = list(self._persons(db))

    def spans(self, word: str, name: str) -> Sequence[Span]:
        """Where a folded word is in a name as it is shown, by its characters or by its pinyin."""
        key = (word, name)
        if key not in self._found:
            self._found[key] = marks(name, (word,)) if word in fold(name) else self._spelt(word, name)
        return self._found[key]

    def _spelt(self, word: str, name: str) -> Sequence[Span]:
        found = pinyin.matched(word, pinyin.letters(name, self.readings.get(name, ""))) if pinyin.typed(word) else None
        return (found,) if found else ()

    def holds(self, word: str, name: str) -> bool:
        """Whether a name is found by a folded word."""
        return word in fold(name) or bool(pinyin.typed(word) and self.spans(word, name))

    def having(self, word: str) -> list[Named]:
        """Everybody who bears a name that holds the word."""
        everybody = (*self.units, *self.persons)
        return [one for one in everybody if any(self.holds(word, name) for name in one.names)]

    def best(self, one: Named, wanted: Sequence[str]) -> str:
        """The name that holds most of the words, the one shown where no other holds more."""
        return max(one.names, key=lambda name: sum(self.holds(word, name) for word in wanted))

    def marks(self, name: str, wanted: Sequence[str]) -> tuple[Span, ...]:
        """Where words are in a name."""
        return joined(span for word in wanted for span in self.spans(word, name))

    def rank(self, one: Named, wanted: Sequence[str]) -> tuple[int, int]:
        """What is called exactly so first, then what begins so, shorter names before longer ones."""
        name = self.best(one, wanted)
        spans = self.marks(name, wanted)
        begins = bool(spans) and spans[0][0] == 0
        return (0 if spans == ((0, len(name)),) else 1 if begins else 2), len(name)

    def _units(self, db: Database) -> Iterator[Named]:
        """Units, each with those it follows or that follow it: they are one under several names."""
        called: defaultdict[int, list[str]] = defaultdict(list)
        tokens: defaultdict[int, list[str]] = defaultdict(list)
        lives_in = heirs(db, self._on)
        rows = db.conn.execute("SELECT id, short, name FROM unit ORDER BY id DESC").fetchall()
        for unit, *its in rows:
            called[lives_in[unit]] += its
            tokens[lives_in[unit]].append(f"u{unit}")
        for unit, alias in db.conn.execute("SELECT unit, name FROM unit_alias ORDER BY id"):
            called[lives_in[unit]].append(alias)
        for unit, names in called.items():
            every = tuple(dict.fromkeys(name for name in (self._shown[unit], *names) if name))
            yield Named(unit, "unit", every, tuple(tokens[unit]), unit)

    def _persons(self, db: Database) -> Iterator[Named]:
        rows = db.conn.execute("SELECT id, name, unit FROM person ORDER BY valid_to IS NOT NULL, id").fetchall()
        for person, name, unit in rows:
            yield Named(person, "person", (name,), (f"p{person}",), unit or 0, self._shown.get(unit, ""))
