"""四张清单 on the command line, as columns or TSV."""

import argparse

from db import lists, tasks
from db.commands.options import FILE, TODAY, Option, text
from db.commands.telling import aligned, opened, say
from db.errors import RuleBroken
from db.lists import Wanted
from db.words import lists as words


def show(chosen: argparse.Namespace) -> int:
    """列出四张清单之一：任务、责任、问题、措施"""
    by_word = {word: kind for kind, word in words.SHORT.items()} | {word: kind for kind, word in words.NAMES.items()}
    kind = by_word.get(chosen.list, chosen.list)
    if kind not in lists.KINDS:
        known = "、".join(words.SHORT.values())
        raise RuleBroken("list_unknown", field="list", value=chosen.list[:20], known=known)
    with opened(chosen.file) as checklist:
        parts = {part.number: part.id for part in tasks.parts(checklist)}
        if chosen.part is not None and chosen.part not in parts:
            known = "、".join(map(str, parts))
            raise RuleBroken("filter_unknown", field="part", value=str(chosen.part), known=known)
        wanted = Wanted(parts.get(chosen.part), chosen.unit, chosen.text, chosen.solved)
        rows = lists.flat(kind, lists.read(checklist, kind, chosen.today, wanted))
    if chosen.tsv:
        say("\n".join("\t".join(row) for row in rows))
    else:
        say(aligned(rows) if len(rows) > 1 else words.CLI_NONE)
    return 0


_LIST: Option = (("list",), {"help": "任务、责任、问题或措施"})
_PART: Option = (("--part",), {"type": int, "help": "只看第几部分"})
_SOLVED: Option = (("--solved",), {"action": "store_true", "help": "问题清单也列出已解决的"})
_TSV: Option = (("--tsv",), {"action": "store_true", "help": "输出制表符分隔的文本"})

COMMANDS = (
    ("lists", show, (
        FILE, _LIST, text("--unit", "单位"), text("--text", "含有这些字，用空格分开"), _PART, _SOLVED, _TSV, TODAY,
    )),
)  # fmt: skip
