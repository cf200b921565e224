"""Commands of 逐句分解: what the sentences of a task could become, and make it so."""

import argparse
from dataclasses import replace

from db import actions, drafts, tasks
from db.commands.options import BY, FILE, TODAY, Option, text
from db.commands.telling import opened, say
from db.words import drafts as words
from db.words.answers import LEVELS


def show(chosen: argparse.Namespace) -> int:
    """逐句分解：列出一项任务每一句可以拟写的行动"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        proposed = drafts.propose(checklist, task.id, chosen.today)
        for number, (sentence, level) in enumerate(zip(task.sentences, task.levels, strict=True), start=1):
            say(words.CLI_SENTENCE.format(number=number, level=LEVELS[level], text=sentence))
            for draft in proposed:
                if draft.sentence == number:
                    say(_line(draft))
    return 0


def break_down(chosen: argparse.Namespace) -> int:
    """逐句分解：把勾选的拟写行动加入台账"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        proposed = drafts.propose(checklist, task.id, chosen.today)
        if chosen.due:
            proposed = [replace(draft, due=chosen.due) for draft in proposed]
        done = drafts.accept(checklist, task.id, proposed, chosen.today)
        for row in done.touches("action"):
            made = actions.get(checklist, row.id)
            say(words.CLI_MADE.format(code=made.code, title=made.title, lead=made.lead, due=made.due_words))
    return 0


def _line(draft: drafts.Draft) -> str:
    supporting = words.CLI_SUPPORTING.format(names="、".join(draft.supporting)) if draft.supporting else ""
    mark = words.CLI_TICKED[draft.ticked]
    return words.CLI_DRAFT.format(mark=mark, title=draft.title, lead=draft.lead + supporting, due=draft.due)


_NUMBER: Option = (("task",), {"type": int, "help": "任务编号"})

COMMANDS = (
    ("drafts", show, (FILE, _NUMBER, TODAY, BY)),
    ("break-down", break_down, (FILE, _NUMBER, text("--due", "所有行动的完成时限，例如9月底前"), TODAY, BY)),
)
