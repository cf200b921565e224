"""四张清单 on the command line, as columns or TSV; what presses today; due dates for a calendar."""

import argparse
from pathlib import Path

from db import actions, calendar_file, counts, ledger, lists, reminders, settings, tasks
from db.commands.options import FILE, TODAY, Option, moment, text
from db.commands.telling import aligned, opened, say
from db.errors import RuleBroken
from db.ledger import Filter
from db.lists import Wanted
from db.words import lists as words
from db.words import reminders as told


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


def remind(chosen: argparse.Namespace) -> int:
    """提醒：逾期、今天和本周到期、待批延期、待销号、未报"""
    with opened(chosen.file) as checklist:
        reminder = reminders.read(checklist, chosen.today)
        figures = counts.read(checklist, chosen.today)
        its = {action.id: action for action in actions.all(checklist, chosen.today)}
    say(str(reminder) or told.CLI_NOTHING)
    rows = [
        (action.code, action.title, action.lead, action.owner, action.due_on or "", why)
        for figure, why in told.CLI_WHY.items()
        for action in (its[one] for one in figures.behind(figure))
    ]
    if rows:
        say(aligned([told.CLI_HEAD, *rows]))
    return 0


def to_calendar(chosen: argparse.Namespace) -> int:
    """导出日历文件（.ics）：未完成行动的时限"""
    with opened(chosen.file, clock=chosen.now) as checklist:
        every = ledger.rows(
            tasks.all(checklist), actions.all(checklist, chosen.today), settings.yardstick(checklist, chosen.today)
        )
        wanted = Filter(unit=chosen.unit, person=chosen.person)
        number = calendar_file.write(checklist, filter(wanted.admits, every), chosen.out, chosen.today)
    say(told.CLI_CALENDAR.format(n=number, name=chosen.out.name))
    return 0


_LIST: Option = (("list",), {"help": "任务、责任、问题或措施"})
_PART: Option = (("--part",), {"type": int, "help": "只看第几部分"})
_SOLVED: Option = (("--solved",), {"action": "store_true", "help": "问题清单也列出已解决的"})
_OUT: Option = (("out",), {"type": Path, "help": "写到哪个文件（.ics）"})
_NOW: Option = (("--now",), {"type": moment, "default": None, "help": "导出时刻，写成2020-06-18T09:00:00"})
_TSV: Option = (("--tsv",), {"action": "store_true", "help": "输出制表符分隔的文本"})

COMMANDS = (
    ("lists", show, (
        FILE, _LIST, text("--unit", "单位"), text("--text", "含有这些字，用空格分开"), _PART, _SOLVED, _TSV, TODAY,
    )),
    ("remind", remind, (FILE, TODAY)),
    ("calendar", to_calendar, (
        FILE, _OUT, text("--unit", "只导出这个单位的"), text("--person", "只导出这个人的"), _NOW, TODAY,
    )),
)  # fmt: skip
