"""The index a search reads: in the file, written in the transaction of the edit it follows.

An entry holds an action's own texts as they are compared. A token is a character or a pair of them in one of these
texts, the beginning of a code, a task, a unit or a person; it names the actions that have it, in chunks of ids. A unit
that is renamed changes nothing here: `db.search` matches the names, whose tokens lead on to the actions.
"""

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from sqlite_utils import Database

from db.changes import ChangeSet, RowChange
from db.folding import fold, grams

CHUNK = 4096  # actions in one row of a token
_WIDTH = CHUNK // 8
_SPARSE = 96  # up to so many actions a chunk is a list of places, beyond them a bit for each
CODE = 6  # characters of a code that are a token
_AT_ONCE = 500  # values of one statement
_NOUGHTS = re.compile(r"(?<=[-.])0+(?=[0-9])")

# Which columns of a row an entry is made of. Which report is the newest hangs on the days of periods, which never move.
_READ = {
    "action": ("code", "task", "title", "goal", "due_words"), "assignment": ("action", "unit", "person"),
    "progress": ("action", "period", "done"), "problem": ("action", "text", "cause"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What an action is found by, folded; `holders` are the tokens of its units and persons."""

    code: str
    task: int
    title: str
    rest: str
    problems: str
    holders: str

    def tokens(self) -> set[str]:
        """Every token that names this action."""
        found = {f"t{gram}" for gram in grams(self.title)} | {f"r{gram}" for gram in grams(self.rest)}
        found |= {f"q{gram}" for gram in grams(self.problems)}
        found |= {f"s{self.title[:size]}" for size in (1, 2)} | {f"k{self.task}"} | set(self.holders.split())
        return found | {f"c{start}" for start in _starts(self.code)}


def tails(code: str) -> Iterator[str]:
    """How a code may be begun: 532-05-01, 05-01, 01, and without the noughts 5-1, 1."""
    for written in (code, _NOUGHTS.sub("", code)):
        yield from (written[at:] for at in range(len(written)) if at == 0 or written[at - 1] in "-.")


def _starts(code: str) -> Iterator[str]:
    """The tokens of a code; of the document's number, which all codes share, no part."""
    number = len(code.partition("-")[0])
    for tail in tails(code):
        least = number if tail.startswith(code[:number] + "-") else 1
        yield from (tail[:size] for size in range(least, min(len(tail), CODE) + 1))


# --- writing ----------------------------------------------------------------------------------------------

_ENTRIES = """
SELECT action.id, code, task, title, goal || char(10) || due_words || char(10) || coalesce((
        SELECT p.done FROM progress p JOIN period ON period.id = p.period
        WHERE p.action = action.id AND p.done <> '' ORDER BY period.last DESC, period.first DESC LIMIT 1), ''),
    coalesce((SELECT group_concat(o.text || char(10) || o.cause, char(10)) FROM problem o
        WHERE o.action = action.id), ''),
    coalesce((SELECT group_concat(coalesce('u' || a.unit, 'p' || a.person), ' ') FROM assignment a
        WHERE a.action = action.id), '')
FROM action """


def follow(db: Database, changes: ChangeSet) -> None:
    """Bring the index to what a step has made of the rows; part of that step's transaction."""
    moved: defaultdict[tuple[str, int], list[set[int]]] = defaultdict(lambda: [set(), set()])
    for action in sorted({action for row in changes.rows for action in _concerned(row)}):
        old, new = _kept(db, action), next((entry for _, entry in _entries(db, action)), None)
        if old != new:
            before, after = old.tokens() if old else set(), new.tokens() if new else set()
            for place, tokens in enumerate((after - before, before - after)):
                for token in tokens:
                    moved[token, action // CHUNK][place].add(action % CHUNK)
            _keep(db, action, new)
    for (token, chunk), (gained, lost) in sorted(moved.items()):
        _move(db, token, chunk, gained, lost)


def fill(db: Database) -> None:
    """Make the index anew, for a file that has none yet or a wrong one."""
    for table in ("search_entry", "search_token"):
        db.conn.execute(f"DELETE FROM {table}")
    every = list(_entries(db))
    for action, entry in every:
        _keep(db, action, entry)
    rows = ((*key, held) for key, held in sorted(_tokens(every).items()))
    db.conn.executemany("INSERT INTO search_token (token, chunk, actions) VALUES (?, ?, ?)", rows)


def missing(db: Database) -> bool:
    """Whether a file has actions and no index: it comes from a schema that had none."""
    sql = "SELECT EXISTS (SELECT 1 FROM action) AND NOT EXISTS (SELECT 1 FROM search_entry)"
    return bool(db.conn.execute(sql).fetchone()[0])


def faults(db: Database) -> list[str]:
    """The codes of actions that the index has not as they are; where there is none, a token that names wrong ones."""
    kept = {row[0]: Entry(*row[1:]) for row in db.conn.execute("SELECT * FROM search_entry")}
    real = dict(_entries(db))
    wrong = sorted({entry.code for entry in dict(kept.items() ^ real.items()).values()})
    if wrong:
        return wrong
    rows = {(token, chunk): held for token, chunk, held in db.conn.execute("SELECT * FROM search_token")}
    return sorted({token for (token, _), _ in rows.items() ^ _tokens(real.items()).items()})[:1]


def _tokens(of: Iterable[tuple[int, Entry]]) -> dict[tuple[str, int], bytes]:
    """The rows of all tokens, for actions in the order of their ids."""
    held: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for action, entry in of:
        for token in entry.tokens():
            held[token, action // CHUNK].append(action % CHUNK)
    return {key: _packed(places) for key, places in held.items()}


def _concerned(row: RowChange) -> Iterator[int]:
    """The actions whose entry a changed row may have changed."""
    columns = _READ.get(row.table, ())
    before, after = row.before or {}, row.after or {}
    if any(before.get(column) != after.get(column) for column in columns):
        if row.table == "action":
            yield row.id
        else:
            yield from (image["action"] for image in (before, after) if image.get("action"))


def _entries(db: Database, action: int | None = None) -> Iterator[tuple[int, Entry]]:
    which = "ORDER BY action.id" if action is None else "WHERE action.id = ?"
    rows = db.conn.execute(_ENTRIES + which, () if action is None else (action,)).fetchall()
    for row_id, code, task, title, rest, problems, holders in rows:
        held, told = " ".join(sorted(set(holders.split()))), "\n".join(sorted(fold(problems).split("\n")))
        yield row_id, Entry(code, task, fold(title), fold(rest), told, held)


def _kept(db: Database, action: int) -> Entry | None:
    row = db.conn.execute("SELECT * FROM search_entry WHERE action = ?", (action,)).fetchone()
    return Entry(*row[1:]) if row else None


def _keep(db: Database, action: int, entry: Entry | None) -> None:
    if entry is None:
        db.conn.execute("DELETE FROM search_entry WHERE action = ?", (action,))
    else:
        db.conn.execute("REPLACE INTO search_entry VALUES (?, ?, ?, ?, ?, ?, ?)", (action, *astuple(entry)))


def _move(db: Database, token: str, chunk: int, gained: set[int], lost: set[int]) -> None:
    """Add actions to those a token names in a chunk, and take others away."""
    key = (token, chunk)
    row = db.conn.execute("SELECT actions FROM search_token WHERE token = ? AND chunk = ?", key).fetchone()
    places = sorted((set(_places(row[0])) if row else set()) - lost | gained)
    if places:
        db.conn.execute("REPLACE INTO search_token (token, chunk, actions) VALUES (?, ?, ?)", (*key, _packed(places)))
    else:
        db.conn.execute("DELETE FROM search_token WHERE token = ? AND chunk = ?", key)


def _packed(places: Sequence[int]) -> bytes:
    """Places in a chunk, rising, as they are kept."""
    if len(places) > _SPARSE:
        bits = bytearray(_WIDTH)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return bytes(bits)
    listed = array("H", places)
    if sys.byteorder == "big":
        listed.byteswap()
    return listed.tobytes()


def _places(kept: bytes) -> Sequence[int]:
    if len(kept) == _WIDTH:
        return members(int.from_bytes(kept, "little"))
    listed = array("H", kept)
    if sys.byteorder == "big":
        listed.byteswap()
    return listed


# --- reading: a set of actions is an int, a bit for each -----------------------------------------------------

_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def members(actions: int) -> list[int]:
    """The ids in a set of actions, rising."""
    held = actions.to_bytes((actions.bit_length() + 7) // 8, "little")
    return [at * 8 + bit for at, byte in enumerate(held) if byte for bit in _BITS[byte]]


def named_by(db: Database, tokens: Iterable[str]) -> int:
    """The actions that any of the tokens names."""
    wanted = list(tokens)
    dense: defaultdict[int, int] = defaultdict(int)
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        sparse: defaultdict[int, bytearray] = defaultdict(lambda: bytearray(_WIDTH))
        for chunk, kept in db.conn.execute(f"SELECT chunk, actions FROM search_token WHERE token IN ({marks})", some):
            if len(kept) == _WIDTH:
                dense[chunk] |= int.from_bytes(kept, "little")
            else:
                bits = sparse[chunk]
                for place in _places(kept):
                    bits[place >> 3] |= 1 << (place & 7)
        for chunk, bits in sparse.items():
            dense[chunk] |= int.from_bytes(bits, "little")
    found = bytearray((max(dense, default=-1) + 1) * _WIDTH)
    for chunk, held in dense.items():
        found[chunk * _WIDTH : (chunk + 1) * _WIDTH] = held.to_bytes(_WIDTH, "little")
    return int.from_bytes(found, "little")


def named_by_all(db: Database, tokens: Iterable[str]) -> int:
    """The actions that each of the tokens names; none for no token."""
    found = -1
    for token in tokens:
        found &= named_by(db, (token,))
        if not found:
            break
    return max(found, 0)


def entries(db: Database, actions: Sequence[int]) -> dict[int, Entry]:
    """The entries of some actions."""
    found: dict[int, Entry] = {}
    for at in range(0, len(actions), _AT_ONCE):
        some = actions[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for row in db.conn.execute(f"SELECT * FROM search_entry WHERE action IN ({marks})", some):
            found[row[0]] = Entry(*row[1:])
    return found
