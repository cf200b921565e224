"""Find tasks, actions, units, persons and problems by number, code, words, any name or pinyin, the nearest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.connection import Checklist
from db.folding import Span, fold, marks
from db.search_actions import PROVED, Question
from db.search_index import members, named_by, named_by_all
from db.search_names import Named

_AROUND = 10  # characters shown before what was found in a long text
_FIRST = "instr('lead owner responsible supporting leader contact', role)"  # who is told of an action, by role


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as it is shown, and where the words are in it."""

    text: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: its number or code, what it is called, and what else tells why it is here.

    `number` is how many actions name a unit or person, whatever has become of them, which is no figure to be told;
    `home` is the unit on whose card they stand, `action` the one a problem belongs to.
    """

    id: int
    head: Marked
    title: Marked
    note: Marked
    number: int = 0
    home: int = 0
    action: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The nearest of one kind, and how many there are in all; with `more` that is what was counted so far."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False

    @property
    def number(self) -> str:
        """How many there are as it is told: 12, or 812+."""
        return f"{self.total}+" if self.more else str(self.total)


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, by kind."""

    tasks: Group = Group()
    actions: Group = Group()
    units: Group = Group()
    people: Group = Group()
    problems: Group = Group()

    def __bool__(self) -> bool:
        return any(group.total for group in (self.tasks, self.actions, self.units, self.people, self.problems))


def find(checklist: Checklist, text: str, *, limit: int = 20) -> Hits:
    """Everything that holds every blank-separated word of `text`, at most `limit` of a kind.

    Width, case and script do not matter; names are found by all their forms and by pinyin. An exact number or code
    comes first, then what begins with the words, then titles, then names, then the rest.
    """
    question = Question(checklist, text)
    if not question.words:
        return Hits()
    return Hits(
        _tasks(checklist, question, limit), _actions(checklist, question, limit),
        _named(checklist, question, question.names.units, limit),
        _named(checklist, question, question.names.persons, limit), _problems(checklist, question, limit),
    )  # fmt: skip


# --- tasks ------------------------------------------------------------------------------------------------


def _tasks(checklist: Checklist, question: Question, limit: int) -> Group:
    found = []
    for task, number, label, title, body, bodies in _task_rows(checklist):
        told, more = fold(title), [fold(text) for text in (label, body, *bodies)]
        if question.text == str(number):
            rank = 0
        elif all(word in told for word in question.words):
            rank = 1 if any(told.startswith(word) for word in question.words) else 2
        elif all(word in told or any(word in text for text in more) for word in question.words):
            rank = 3
        else:
            continue
        found.append((rank, number, task, title, (label, "、".join(bodies), body)))
    found.sort(key=lambda one: one[0])  # stable: the notice's order within a rank
    hits = [
        Hit(task, _head(str(number), question), _mark(title, question), _excerpt(texts, title, question))
        for _, number, task, title, texts in found[:limit]
    ]
    return Group(tuple(hits), len(found))


def _task_rows(checklist: Checklist) -> Iterator[tuple[int, int, str, str, str, Sequence[str]]]:
    run = checklist.db.conn.execute
    bodies: defaultdict[int, list[str]] = defaultdict(list)
    for task, name in run("SELECT task, name FROM responsible_body ORDER BY task, number"):
        bodies[task].append(name)
    for row in run("SELECT id, number, label, title, body FROM task ORDER BY document, number"):
        yield *row, bodies[row[0]]


# --- actions ----------------------------------------------------------------------------------------------


def _actions(checklist: Checklist, question: Question, limit: int) -> Group:
    found = question.matches()
    nearest = question.nearest(found, limit)
    told = {row[0]: row[1:] for row in _few(checklist, _ACTIONS, nearest)}
    holders: defaultdict[int, list[Named]] = defaultdict(list)
    of_token = {token: one for one in (*question.names.units, *question.names.persons) for token in one.tokens}
    for action, unit, person in _few(checklist, _HOLDERS, nearest):
        holders[action].append(of_token[f"u{unit}" if unit is not None else f"p{person}"])
    hits = []
    for action in nearest:
        code, title, *texts = told[action]
        head = _head(code, question)
        hits.append(Hit(action, head, _mark(title, question), _why(question, (code, title), holders[action], texts)))
    return Group(tuple(hits), found.every.bit_count())


_ACTIONS = """
SELECT action.id, code, action.title, goal, due_words, coalesce((SELECT p.done FROM progress p
        JOIN period ON period.id = p.period WHERE p.action = action.id AND p.done <> ''
        ORDER BY period.last DESC, period.first DESC LIMIT 1), ''), task.title
FROM action JOIN task ON task.id = task WHERE action.id IN ({marks})"""
_HOLDERS = f"SELECT action, unit, person FROM assignment WHERE action IN ({{marks}}) ORDER BY {_FIRST}, number"


def _why(question: Question, shown: Sequence[str], holders: Sequence[Named], texts: Sequence[str]) -> Marked:
    """Who holds an action that was found by them, or the text it was found by; else who leads it."""
    names = question.names
    left = [word for word in question.words if not any(word in fold(text) for text in shown)]
    bearer = max(holders, key=lambda one: sum(_held(question, one, word) for word in left), default=None)
    if bearer and any(_held(question, bearer, word) for word in left):
        name = names.best(bearer, left)
        return Marked(name, names.marks(name, left))
    for text in texts:
        if left and any(word in fold(text) for word in left):
            return _around(text, left)
    return Marked(holders[0].names[0]) if holders else Marked()


def _held(question: Question, one: Named, word: str) -> bool:
    return any(question.names.holds(word, name) for name in one.names)


# --- units, persons, problems ---------------------------------------------------------------------------------


def _named(checklist: Checklist, question: Question, everybody: Sequence[Named], limit: int) -> Group:
    names, wanted = question.names, question.words
    found = [one for one in everybody if all(_held(question, one, word) for word in wanted)]
    found.sort(key=lambda one: names.rank(one, wanted))
    hits = []
    for one in found[:limit]:
        shown, best = one.names[0], names.best(one, wanted)
        note = Marked(one.note) if best == shown else Marked(best, names.marks(best, wanted))
        number = named_by(checklist.db, one.tokens).bit_count()
        hits.append(Hit(one.id, Marked(), Marked(shown, names.marks(shown, wanted)), note, number, one.home))
    return Group(tuple(hits), len(found))


_PROBLEMS = """
SELECT problem.id, action, code, text, cause FROM problem JOIN action ON action.id = action
WHERE action IN ({marks}) ORDER BY code, problem.id"""


def _problems(checklist: Checklist, question: Question, limit: int) -> Group:
    tokens = {f"q{word[at : at + 2]}" for word in question.words for at in range(max(len(word) - 1, 1))}
    actions = members(named_by_all(checklist.db, sorted(tokens)))
    hits = [
        Hit(problem, Marked(code), _around(text, question.words), _around(cause, question.words), action=action)
        for problem, action, code, text, cause in _few(checklist, _PROBLEMS, actions[:PROVED])
        if all(word in fold(text) or word in fold(cause) for word in question.words)
    ]
    return Group(tuple(hits[:limit]), len(hits), more=len(actions) > PROVED)


# --- how it is shown ------------------------------------------------------------------------------------------


def _few(checklist: Checklist, sql: str, ids: Sequence[int]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(ids), 500):
        some = ids[at : at + 500]
        yield from checklist.db.conn.execute(sql.format(marks=", ".join("?" * len(some))), some)


def _mark(text: str, question: Question) -> Marked:
    return Marked(text, marks(text, question.words))


def _head(text: str, question: Question) -> Marked:
    return Marked(text, marks(text, [word for word in question.words if word[0].isdecimal()]))


def _excerpt(texts: Sequence[str], title: str, question: Question) -> Marked:
    """What of a task's other texts holds a word that its title lacks."""
    left = [word for word in question.words if word not in fold(title)]
    return next((_around(text, left) for text in texts if any(word in fold(text) for word in left)), Marked())


def _around(text: str, wanted: Sequence[str]) -> Marked:
    """A text from a little before the first word on."""
    plain = " ".join(text.split())
    found = marks(plain, wanted)
    cut = max(found[0][0] - _AROUND, 0) if found else 0
    if cut:
        plain = "…" + plain[cut:]
        found = tuple((first - cut + 1, end - cut + 1) for first, end in found)
    return Marked(plain, found)
