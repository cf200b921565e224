"""One spelling for what is typed and what is looked through: width, case and script do not matter."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

Span = tuple[int, int]  # the first character and the one after the last


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text half-width, in small letters and character by character in Simplified script."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain if plain.isascii() else plain.translate(_simplified())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a question, each once."""
    return tuple(dict.fromkeys(fold(text).split()))


def marks(text: str, wanted: Iterable[str]) -> tuple[Span, ...]:
    """Where folded words stand in a text as it is shown; spans that touch are one."""
    letters = [(letter, place) for place, shown in enumerate(text) for letter in fold(shown)]
    plain = "".join(letter for letter, _ in letters)
    found = [
        (letters[hit.start()][1], letters[hit.end() - 1][1] + 1)
        for word in wanted if word
        for hit in re.finditer(re.escape(word), plain)
    ]  # fmt: skip
    return joined(found)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for first, end in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((first, end))
    return tuple(found)


def grams(text: str) -> set[str]:
    """Every character of a folded text, and every two that stand side by side in a word."""
    return {run[at : at + size] for run in text.split() for at in range(len(run)) for size in (1, 2)}


def pairs(word: str) -> Sequence[str]:
    """The grams that a text which holds the folded word has to have."""
    return [word] if len(word) <= 2 else [word[at : at + 2] for at in range(len(word) - 1)]


@cache
def _simplified() -> Mapping[int, str]:
    """Each Traditional character with its Simplified one.

    By character, not by phrase as a notice is converted: a part of a word has to fold as the whole does.
    """
    # Late: wanted by the first question or edit, never at the start.
    import opencc

    lines = (Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    table = (line.split("\t") for line in lines if "\t" in line)
    return {ord(traditional): simple.split()[0] for traditional, simple in table if len(traditional) == 1}
