"""What people have typed, made into sentences that stand in a report: marks tidied, like things said once."""

import re
from collections.abc import Iterable, Mapping, Sequence

from db.text import says_nothing
from reports.words import narrative as words

_HALF = re.compile(rf"(?<={words.HAN})[,;:?!]|[,;:?!](?={words.HAN})")
_BRACKETS = re.compile(rf"(?<={words.HAN})\(([^()]*)\)|\(([^()]*)\)(?={words.HAN})|\(([^()]*{words.HAN}[^()]*)\)")
_FULL_STOP = re.compile(rf"(?<={words.HAN})\.(?!\.)")
_RUN = re.compile(f"[{words.STRONGEST}]{{2,}}")
_NOTHING = re.compile(words.NO_TROUBLE)
_GOES_ON = re.compile(words.GOES_ON)


def tidy(text: str) -> str:
    """A text without a mark at its ends, its marks full-width and single, its lines joined."""
    lines = [_tidy_line(line) for line in text.splitlines()]
    lines = [line for line in lines if line]
    joint = words.BREAK if any(words.BREAK in line for line in lines) else words.SEPARATOR
    return joint.join(lines)


def said(text: str) -> str:
    """A tidied text; "" for one that says that there is nothing."""
    tidied = tidy(text)
    return "" if says_nothing(tidied) or _NOTHING.fullmatch(tidied) else tidied


def name(title: str) -> str:
    """A title as it stands inside a sentence."""
    return title.strip(words.EDGES) or title


def names(titles: Sequence[str], most: int) -> str:
    """甲、乙、丙等: the first of several titles; in quotation marks where one holds a mark itself."""
    shown = [name(title) for title in titles[:most]]
    more = words.AND_MORE if titles[most:] else ""
    if len(shown) > 1 and any(set(title) & set(words.PARTING) for title in shown):
        return "".join(map(quoted, shown)) + more
    return words.LIST.join(shown) + more


def quoted(title: str) -> str:
    """A title in quotation marks, those inside it single."""
    return words.QUOTED.format(title=name(title).translate(str.maketrans(*words.INNER_QUOTES)))


def about(subject: str, text: str) -> str:
    """A text with what it is about before it, unless it says so itself."""
    if text.startswith(subject):
        return text
    return subject + ("" if _GOES_ON.match(text) else words.PAUSE) + text


def grouped(said_of: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    """The titles that have the same said of them, by what is said, in the order it is said first."""
    found: dict[str, list[str]] = {}
    for title, text in said_of:
        if text:
            found.setdefault(text, []).append(title)
    return found


def counted(items: Sequence[str]) -> str:
    """一是甲；二是乙; a single one without a number."""
    if len(items) == 1 or len(items) > len(words.NUMBERS):
        return words.COUNTED_END.join(items)
    numbers = (words.COUNTED.format(n=number) for number in words.NUMBERS)
    return words.COUNTED_END.join(number + item for number, item in zip(numbers, items, strict=False))


def _tidy_line(line: str) -> str:
    line = _HALF.sub(lambda found: words.MARKS[found[0]], line)
    line = _BRACKETS.sub(lambda found: words.BRACKETS.format(inside=found[1] or found[2] or found[3] or ""), line)
    line = _FULL_STOP.sub(words.BREAK, line)
    line = _RUN.sub(lambda found: next(mark for mark in words.STRONGEST if mark in found[0]), line)
    return line.strip(words.EDGES)
