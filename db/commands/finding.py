"""Commands about finding: search, how names are read, filters that are kept, the index."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from db import readings, saved_filters, search, search_index
from db.changes import ChangeSet
from db.commands.options import BY, FILE, JSON, Option
from db.commands.telling import as_json, opened, say
from db.search import Group
from db.words import finding as words


def find(chosen: argparse.Namespace) -> int:
    """搜索任务、行动、单位、人员和问题：编号、文字、名称或拼音"""
    text = " ".join(chosen.words)
    with opened(chosen.file) as checklist:
        hits = search.find(checklist, text, limit=chosen.limit)
    if chosen.json:
        say(as_json(asdict(hits)))
        return 0
    told = [line for kind in words.KINDS for line in _lines(kind, getattr(hits, kind))]
    say("\n".join(told) if told else words.CLI_NONE.format(text=text))
    return 0


def _lines(kind: str, group: Group) -> Iterator[str]:
    if not group.total:
        return
    yield words.CLI_GROUP.format(kind=words.KINDS[kind], n=group.number)
    for hit in group.hits:
        yield "  " + "  ".join(filter(None, (hit.head.text, hit.title.text, hit.note.text)))
    if group.total > len(group.hits):
        yield "  " + words.CLI_MORE.format(n=group.total - len(group.hits))


def reading(chosen: argparse.Namespace) -> int:
    """名称的拼音：不写拼音就是看，写了就是改"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.pinyin:
            return _told(readings.write(checklist, chosen.name, " ".join(chosen.pinyin)))
        say(readings.of(checklist, chosen.name))
    return 0


def filters(chosen: argparse.Namespace) -> int:
    """保存的筛选"""
    with opened(chosen.file) as checklist:
        found = saved_filters.all(checklist)
    say(as_json([asdict(saved) for saved in found]) if chosen.json else
        "\n".join(f"{saved.name}\t{saved.conditions}" for saved in found) or words.CLI_NO_FILTERS)  # fmt: skip
    return 0


def reindex(chosen: argparse.Namespace) -> int:
    """重建搜索用的索引"""
    with opened(chosen.file) as checklist, checklist.db.atomic():
        search_index.fill(checklist.db)
    say(words.CLI_REINDEXED)
    return 0


def _told(changes: ChangeSet) -> int:
    if changes:
        say(changes.label)
    return 0


_WORDS: Option = (("words",), {"nargs": "+", "help": "要找的字，几个词都要有"})
_LIMIT: Option = (("--limit",), {"type": int, "default": 10, "help": "每类最多列几个"})
_NAME: Option = (("name",), {"help": "单位或人员的名称"})
_PINYIN: Option = (("pinyin",), {"nargs": "*", "help": "拼音，每个字一个音节"})

COMMANDS = (
    ("find", find, (FILE, _WORDS, _LIMIT, JSON)),
    ("reading", reading, (FILE, _NAME, _PINYIN, BY)),
    ("filters", filters, (FILE, JSON)),
    ("reindex", reindex, (FILE,)),
)
