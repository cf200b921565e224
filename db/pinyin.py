"""How names are read: every reading of every character, matched by full pinyin, by initials or by a mix of both."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from db.folding import Span, fold

Letters = Sequence[frozenset[str]]  # of each character of a name its readings, in small letters
SYLLABLE = re.compile("[a-z]{1,6}")
_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_LATIN = re.compile("[a-zü]")
# How the first character of a person's name is read where it is a surname, if not as pypinyin has it.
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "覃": "qin", "仇": "qiu", "区": "ou",
    "朴": "piao", "查": "zha", "盖": "ge", "任": "ren", "翟": "zhai", "缪": "miao",
    "宁": "ning", "员": "yun", "乐": "yue", "召": "shao", "折": "she", "秘": "bi",
    "盛": "sheng", "葛": "ge", "隗": "wei", "燕": "yan", "种": "chong", "繁": "po",
    "洗": "xian", "尉": "wei", "那": "na", "华": "hua", "纪": "ji", "车": "che",
}  # fmt: skip


def han(name: str) -> list[str]:
    """The Chinese characters of a name: those that are read."""
    return _HAN.findall(name)


def typed(word: str) -> bool:
    """Whether a folded word may be pinyin, or hold some."""
    return bool(_LATIN.search(word))


def ready() -> None:
    """Bring in what reading a name takes, before the first letter is typed."""
    _readings("县")


def proposed(name: str, *, person: bool = False) -> str:
    """How a name is most likely read, a syllable for each Chinese character: xian fa gai ju."""
    pypinyin = _pypinyin()
    told = pypinyin.lazy_pinyin(name, errors="ignore", v_to_u=False)
    characters = han(name)
    if person and told and characters[0] in _SURNAMES:
        told[0] = _SURNAMES[characters[0]]
    return " ".join(told)


@lru_cache(maxsize=8192)
def letters(name: str, reading: str = "") -> Letters:
    """The readings of a name's characters, one that is written down for the name among them."""
    every = [_readings(character) for character in name]
    written = iter(reading.split())
    return [its | {next(written, "")} - {""} if _HAN.match(one) else its for one, its in zip(name, every, strict=True)]


def matched(word: str, spelt: Letters) -> Span | None:
    """Where in a name a folded word is spelt, the first place; each character by a reading, its initial or itself.

    The last character may be spelt in part: `xianfag` is 县发改.
    """
    plain = word.replace("'", "").replace("ü", "v")
    for first, readings in enumerate(spelt):
        if not any(reading[0] == plain[0] for reading in readings):
            continue
        reached = {0}
        for place in range(first, len(spelt)):
            if any(reading.startswith(plain[at:]) for at in reached for reading in spelt[place]):
                return first, place + 1
            reached = {at + taken for at in reached for taken in _taken(plain, at, spelt[place])}
            if not reached:
                break
    return None


def _taken(plain: str, at: int, readings: frozenset[str]) -> set[int]:
    """How many letters a character takes that is spelt out, or by its initial."""
    taken = {len(reading) for reading in readings if plain.startswith(reading, at)}
    return taken | {1 for reading in readings if reading[0] == plain[at]}


@cache
def _readings(character: str) -> frozenset[str]:
    itself = frozenset({fold(character)} - {""})
    if not _HAN.match(character):
        return itself
    pypinyin = _pypinyin()
    told = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore")
    found = {reading for readings in told for reading in readings}
    return itself | found | {reading.replace("v", "u") for reading in found}


def _pypinyin() -> Any:
    # Late: its dictionaries are wanted only by a question in letters and by the card of a name.
    import pypinyin

    return pypinyin
