"""Which bodies a phrase speaks of, told by the words of their trades."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import resources


def spoken_of(phrase: str, bodies: Iterable[str]) -> list[str]:
    """Those of the bodies whose trade the phrase names: who is named by most words first, then who is named earlier."""
    said: defaultdict[str, list[int]] = defaultdict(list)
    for match in _words().finditer(phrase):
        for stem in _trades()[match[0]]:
            said[stem].append(match.start())
    found = []
    for body in bodies:
        places = [place for stem, its in said.items() if stem and re.search(stem, body) for place in its]
        if places:
            found.append((-len(places), min(places), body))
    return [body for *_, body in sorted(found, key=lambda one: one[:2])]


def words() -> frozenset[str]:
    """Every word a trade is known by."""
    return frozenset(_trades())


@cache
def _trades() -> dict[str, list[str]]:
    """Of every word the stems of the bodies it speaks of; none for a word that only looks like one."""
    told = json.loads(resources.path("breakdown", "topics.json").read_text(encoding="utf-8"))
    trades: defaultdict[str, list[str]] = defaultdict(list)
    for stem, words in told.items():
        for word in words:
            trades[word].append(stem)
    return dict(trades)


@cache
def _words() -> re.Pattern[str]:
    """Every word, longer ones first: what a long word has said a short one inside it does not say again."""
    return re.compile("|".join(map(re.escape, sorted(_trades(), key=len, reverse=True))))
