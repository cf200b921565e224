"""Which actions a question means, and in what order: sets of them, read from the index and put together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from db.connection import Checklist
from db.folding import fold, pairs, words
from db.search_index import CODE, Entry, entries, members, named_by, named_by_all, tails
from db.search_names import Names

# Up to so many actions that have every pair of characters of a word are read to see that the word is there; among more
# than these the pairs are trusted.
PROVED = 1000
_SORTED = 300  # up to so many of a set are put in the notice's order as a whole, of more than these task by task


@dataclass(frozen=True, slots=True)
class Matches:
    """Sets of actions: those that hold every word, and of these the nearer ones."""

    every: int = 0
    exact: int = 0
    start: int = 0
    title: int = 0
    named: int = 0


class Question:
    """What was typed, held against one checklist."""

    def __init__(self, checklist: Checklist, text: str) -> None:
        self._db = checklist.db
        self.text = fold(text).strip()
        self.words = words(text)
        self.names = Names(checklist.db, checklist.now()[:10])
        self.tasks: dict[int, str] = dict(
            self._db.conn.execute("SELECT id, title FROM task ORDER BY document, number").fetchall()
        )

    def matches(self) -> Matches:
        """Every action that holds every word somewhere: its texts, its code, who it is given to, its task's title."""
        if not self.words:
            return Matches()
        every = title = named = -1
        start = 0
        for word in self.words:
            in_title, in_rest = self._texts(word)
            called = self._codes(word) | named_by(self._db, self._holders(word))
            title, named = title & in_title, named & (in_title | called)
            every &= in_title | in_rest | called | named_by(self._db, self._in_tasks(word))
            start |= named_by(self._db, (f"s{word[:2]}",))
            if not every:
                return Matches()
        return Matches(every, self._called() & every, title & start, title, named)

    def nearest(self, found: Matches, limit: int) -> list[int]:
        """The first of them: by code, then by how a title begins, by titles, by names; task by task."""
        taken: dict[int, None] = {}
        left = found.every
        for some in (found.exact, found.start, found.title, found.named, found.every):
            taken |= dict.fromkeys(self._first(some & left, limit - len(taken)))
            left &= ~some
            if len(taken) >= limit:
                break
        return list(taken)

    def _first(self, some: int, limit: int) -> list[int]:
        """The first of a set in the notice's order."""
        if not some or limit <= 0:
            return []
        if some.bit_count() <= _SORTED:
            return self._ordered(members(some))[:limit]
        found: list[int] = []
        for task in self.tasks:
            found += self._ordered(members(some & named_by(self._db, (f"k{task}",)))[:_SORTED])
            if len(found) >= limit:
                break
        return found[:limit]

    def _ordered(self, actions: Sequence[int]) -> list[int]:
        places = {task: place for place, task in enumerate(self.tasks)}
        read = entries(self._db, actions)
        return sorted(read, key=lambda one: (places.get(read[one].task, 0), _numbers(read[one].code)))

    def _texts(self, word: str) -> tuple[int, int]:
        """The actions that hold a word in the title, and in the other texts of their own."""
        title, rest = (named_by_all(self._db, [kind + pair for pair in pairs(word)]) for kind in "tr")
        if len(word) <= 2:
            return title, rest
        in_rest = self._proved(rest, lambda entry: word in entry.rest)
        return self._proved(title, lambda entry: word in entry.title), in_rest

    def _codes(self, word: str) -> int:
        """The actions whose code begins so, or one of its parts with all behind it."""
        found = named_by(self._db, (f"c{word[:CODE]}",))
        if len(word) <= CODE or not found:
            return found
        if found.bit_count() > PROVED:  # so many share only what a whole code begins with
            rows = self._db.conn.execute("SELECT id FROM action WHERE code >= ? AND code < ?", (word, word + "~"))
            return _together(row[0] for row in rows)
        return self._proved(found, lambda entry: any(tail.startswith(word) for tail in tails(entry.code)))

    def _called(self) -> int:
        rows = self._db.conn.execute("SELECT id FROM action WHERE code = ?", (self.text,))
        return _together(row[0] for row in rows)

    def _holders(self, word: str) -> list[str]:
        return [token for one in self.names.having(word) for token in one.tokens]

    def _in_tasks(self, word: str) -> list[str]:
        return [f"k{task}" for task, title in self.tasks.items() if word in fold(title)]

    def _proved(self, some: int, holds: Callable[[Entry], bool]) -> int:
        if not some or some.bit_count() > PROVED:
            return some
        return _together(one for one, entry in entries(self._db, members(some)).items() if holds(entry))


def matching(checklist: Checklist, text: str) -> frozenset[int]:
    """The ids of all actions that hold every blank-separated word of `text`."""
    return frozenset(members(Question(checklist, text).matches().every))


def by_word(checklist: Checklist, text: str) -> dict[str, frozenset[int]]:
    """The same word by word: for each, folded, the ids of all actions that hold it."""
    return {word: matching(checklist, word) for word in words(text)}


def _together(actions: Iterable[int]) -> int:
    every = list(actions)
    held = bytearray(max(every, default=-1) // 8 + 1)
    for action in every:
        held[action >> 3] |= 1 << (action & 7)
    return int.from_bytes(held, "little")


def _numbers(code: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in code.replace(".", "-").split("-")]
