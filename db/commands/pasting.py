"""Commands about rows from elsewhere: a table on standard input, another county's file."""

import argparse
import sys
from pathlib import Path

from db import borrowing, pasted_cells, pasting, tasks
from db.borrowing import Offer, Source
from db.commands.options import BY, FILE, TODAY, Option
from db.commands.telling import opened, say
from db.pasting import Pasted
from db.words import pasting as its_words


def paste(chosen: argparse.Namespace) -> int:
    """从标准输入读表格里复制的行（制表符分隔），核对后变成行动"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task).id if chosen.task else None
        data = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        pasted = pasting.read(checklist, data, today=chosen.today, task=task)
        if chosen.rejects:
            say(pasted_cells.text(pasting.rejects(pasted)))
        else:
            _tell(pasted)
        if chosen.do:
            say(pasting.accept(checklist, pasted, today=chosen.today, again=chosen.again).label)
        elif not chosen.rejects:
            say(its_words.CLI_LEFT)
    return 0


def borrow(chosen: argparse.Namespace) -> int:
    """借鉴另一个县的文件：列出可以借鉴的行动；不写任务就是还没有分解的任务"""
    with opened(chosen.file, chosen.by) as checklist:
        source = borrowing.survey(checklist, chosen.other, today=chosen.today)
        if chosen.task:
            offers = source.of(tasks.numbered(checklist, chosen.task).id)
        else:
            offers = borrowing.waiting(checklist, source)
        _tell_offers(source, offers)
        if chosen.do:
            wanted = {item.id for offer in offers for item in offer.items if item.wanted}
            say(borrowing.accept(checklist, source, wanted, today=chosen.today).label)
        else:
            say(its_words.CLI_BORROW_LEFT)
    return 0


def _tell(pasted: Pasted) -> None:
    for number, (key, head) in enumerate(zip(pasted.keys, pasted.heads, strict=True), 1):
        line = its_words.CLI_COLUMN if head else its_words.CLI_NO_HEAD
        say(line.format(n=number, head=head, word=its_words.COLUMNS[key]))
    figures = {"rows": pasted.rows, "good": pasted.good, "there": pasted.there, "wrong": pasted.wrong}
    say(its_words.CLI_SUM.format(**{name: len(rows) for name, rows in figures.items()}))
    for row in (*pasted.there, *pasted.wrong):
        say(its_words.CLI_ROW.format(line=row.line, title=row.new.title, why=row.why))


def _tell_offers(source: Source, offers: tuple[Offer, ...]) -> None:
    every = [item for offer in offers for item in offer.items]
    notice = its_words.SAME_NOTICE if source.same else its_words.OTHER_NOTICE.format(title=source.notice)
    say(its_words.CLI_BORROW_SUM.format(
        county=source.county, notice=notice, good=sum(item.wanted for item in every),
        there=sum(bool(item.there) for item in every),
    ))  # fmt: skip
    for offer in offers:
        say(its_words.CLI_BORROW_TASK.format(number=offer.task.number, title=offer.task.title))
        for item in offer.items:
            say(its_words.CLI_BORROW_ROW.format(
                indent=its_words.CLI_INDENT * item.depth, title=item.new.title, lead=item.new.lead, due=item.new.due,
                note="；".join(item.notes),
            ).rstrip())  # fmt: skip


_TASK: Option = (
    ("task",), {"type": int, "nargs": "?", "help": "没有写任务的行归入这项任务"},
)  # fmt: skip
_ONE: Option = (("--task",), {"type": int, "help": "只借鉴这项任务的"})
_OTHER: Option = (("other",), {"type": Path, "help": "另一个县的台账文件"})
_DO: Option = (("--do",), {"action": "store_true", "help": "真正导入；不写就只核对"})
_AGAIN: Option = (("--again",), {"action": "store_true", "help": "已有的也导入"})
_REJECTS: Option = (("--rejects",), {"action": "store_true", "help": "只输出有问题的行，最后一列写明问题"})

COMMANDS = (
    ("paste", paste, (FILE, _TASK, _DO, _AGAIN, _REJECTS, TODAY, BY)),
    ("borrow", borrow, (FILE, _OTHER, _ONE, _DO, TODAY, BY)),
)
