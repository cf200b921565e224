"""What a search has found, as the lines of its list."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from db.search import Group, Hit, Hits, Marked
from desktop.words import finding as words

SHOWN = {"tasks": 5, "units": 3, "people": 3, "actions": 8, "problems": 3}
MANY = 50  # of a kind, once all of it is asked for
_BLANK = Marked()
Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the head of a kind, which has no key, a thing that was found, or the way to all of a kind."""

    key: Key | None
    title: Marked
    head: Marked = _BLANK
    note: Marked = _BLANK
    spoken: str = ""


def limit(opened: Collection[str]) -> int:
    """How many of a kind have to be asked for."""
    return MANY if opened else max(SHOWN.values())


def lines(hits: Hits, text: str, opened: Collection[str] = ()) -> list[Line]:
    """The kinds one after another, each with its number; of the opened ones all that was found."""
    found = [line for kind in words.KINDS for line in _kind(kind, getattr(hits, kind), opened)]
    nothing = Line(None, Marked(words.NONE.format(text=text.strip())), note=Marked(words.NONE_LINE))
    return found or [nothing]


def _kind(kind: str, group: Group, opened: Collection[str]) -> Iterator[Line]:
    if not group.total:
        return
    yield Line(None, Marked(words.HEAD.format(kind=words.KINDS[kind], n=group.number)))
    shown = group.hits[: MANY if kind in opened else SHOWN[kind]]
    for hit in shown:
        yield _line(kind, hit)
    if kind == "actions":
        yield _way(("ledger", None), words.ALL_ACTIONS.format(n=group.total))
    elif len(shown) < group.total and kind not in opened:
        yield _way(("more", kind), words.MORE.format(n=group.number))


def _way(key: Key, text: str) -> Line:
    return Line(key, Marked(text), spoken=text)


def _line(kind: str, hit: Hit) -> Line:
    key: Key = (kind, hit.action if kind == "problems" else hit.id)
    if kind in ("units", "people"):
        key = (kind, (hit.home, hit.title.text, hit.number))
    text = "　".join(filter(None, (hit.head.text, hit.title.text, hit.note.text)))
    return Line(key, hit.title, hit.head, hit.note, words.SPOKEN.format(kind=words.KINDS[kind], text=text))
