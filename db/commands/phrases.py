"""Commands about the phrases for narrative text."""

import argparse
from dataclasses import asdict

from db import actions
from db import phrases as book
from db.commands.options import BY, FILE, JSON, TODAY, Option
from db.commands.telling import as_json, opened, say
from db.connection import Checklist
from db.errors import RuleBroken
from db.words import phrases as words


def show(chosen: argparse.Namespace) -> int:
    """列出常用语；写明行动就填好占位"""
    with opened(chosen.file) as checklist:
        every = book.all(checklist)
        known = {}
        if chosen.action:
            known = book.facts(checklist, chosen.today, actions.coded(checklist, chosen.action))
        if chosen.json:
            say(as_json([asdict(phrase) | {"filled": book.fill(phrase.text, known).text} for phrase in every]))
            return 0
        for number, phrase in enumerate(every, 1):
            text = book.fill(phrase.text, known).text
            say(words.CLI_PHRASE.format(number=number, use=words.USES[phrase.use], text=text))
        if not every:
            say(words.CLI_NONE)
    return 0


def change(chosen: argparse.Namespace) -> int:
    """新增、修改、删除、移动一句常用语，或恢复默认"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.act == "add":
            changes = book.add(checklist, chosen.text, chosen.use or "any")
        elif chosen.act == "restore":
            changes = book.restore(checklist)
        else:
            phrase = _numbered(checklist, chosen.number)
            if chosen.act == "change":
                changes = book.change(checklist, phrase.id, chosen.text or phrase.text, chosen.use or phrase.use)
            elif chosen.act == "remove":
                changes = book.remove(checklist, [phrase.id])
            else:
                changes = book.move(checklist, phrase.id, -1 if chosen.act == "up" else 1)
        say(changes.label)
    return 0


def _numbered(checklist: Checklist, number: int) -> book.Phrase:
    every = book.all(checklist)
    if not 1 <= number <= len(every):
        raise RuleBroken("phrase_number", number=number)
    return every[number - 1]


_ACT: Option = (
    ("act",), {"choices": ("add", "change", "remove", "up", "down", "restore"), "help": "做什么"},
)  # fmt: skip
_NUMBER: Option = (("--number",), {"type": int, "default": 0, "help": "第几句，见phrases列出的编号"})
_TEXT: Option = (("--text",), {"default": "", "help": "常用语，占位写在花括号里，例如{数字}"})
_USE: Option = (
    ("--use",), {"choices": book.USES, "help": "用于：done 进展情况、trouble 存在问题、next 下一步打算、any 通用"},
)  # fmt: skip
_ACTION: Option = (("--action",), {"default": "", "help": "行动编号，例如532-05-01"})

COMMANDS = (
    ("phrases", show, (FILE, _ACTION, TODAY, JSON)),
    ("phrase", change, (FILE, _ACT, _NUMBER, _TEXT, _USE, BY)),
)  # fmt: skip
