"""The ledger on the command line: the rows a filter lets through, as columns, TSV or JSON."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from db import actions, ledger, periods, settings, tasks
from db.commands.options import FILE, JSON, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.errors import RuleBroken
from db.ledger import Filter, Row
from db.search_actions import matching
from db.text import one_line
from db.words import STATUS
from db.words.ledger import CLI_HEAD, PACE, TIMING


def show(chosen: argparse.Namespace) -> int:
    """列出台账：按单位、状态、时限等筛选"""
    with opened(chosen.file) as checklist:
        every = ledger.rows(
            tasks.all(checklist), actions.all(checklist, chosen.today), settings.yardstick(checklist, chosen.today),
            parents=bool(chosen.figure),  # a problem may be a parent's own
        )
        wanted = _filter(chosen, {part.number: part.id for part in tasks.parts(checklist)},
                         {task.number: task.id for task in tasks.all(checklist)})  # fmt: skip
        found = matching(checklist, wanted.text)
    rows = ledger.ordered([row for row in every if wanted.admits(row, found)], chosen.sort, falling=chosen.falling)
    if chosen.json:
        say(as_json([_told(row) for row in rows]))
        return 0
    lines = [CLI_HEAD, *map(_cells, rows)]
    say("\n".join("\t".join(line) for line in lines) if chosen.tsv else aligned(lines))
    return 0


def _filter(chosen: argparse.Namespace, parts: Mapping[int, int], numbers: Mapping[int, int]) -> Filter:
    if chosen.figure and chosen.figure not in ledger.ACTION_FIGURES:
        raise RuleBroken("filter_unknown", field="figure", value=chosen.figure, known="、".join(ledger.ACTION_FIGURES))
    return Filter(
        text=chosen.text, unit=chosen.unit, role="lead" if chosen.lead else "any", person=chosen.person,
        part=_known(parts, chosen.part, "part"), task=_known(numbers, chosen.task, "task"),
        status=_codes(chosen.status, STATUS, "status"), timing=_codes(chosen.timing, TIMING, "timing"),
        pace="".join(_codes([chosen.pace] if chosen.pace else (), PACE, "pace")), gap=chosen.gap,
        due=periods.parse(chosen.period) if chosen.period else None, figure=chosen.figure,
    )  # fmt: skip


def _known(ids: Mapping[int, int], number: int | None, field: str) -> int | None:
    if number is not None and number not in ids:
        raise RuleBroken("filter_unknown", field=field, value=str(number), known="、".join(map(str, ids)))
    return None if number is None else ids[number]


def _codes(given: Sequence[str], told: Mapping[str, str], field: str) -> frozenset[str]:
    """Codes from what was typed, a code itself or its word."""
    by_word = {word: code for code, word in told.items() if code} | {code: code for code in told if code}
    for value in given:
        if value not in by_word:
            raise RuleBroken("filter_unknown", field=field, value=value, known="、".join(filter(None, told.values())))
    return frozenset(by_word[value] for value in given)


def _cells(row: Row) -> tuple[str, ...]:
    action = row.action
    return (
        action.code, action.title, str(row.task.number), action.lead, action.owner, action.due_on or action.due_words,
        TIMING[row.timing.code], str(row.timing.days or ""), STATUS[action.status], f"{action.percent}%",
        one_line(action.latest),
    )  # fmt: skip


def _told(row: Row) -> dict[str, Any]:
    action, timing = row.action, row.timing
    return {
        "code": action.code, "title": action.title, "task": row.task.number, "lead": action.lead,
        "responsible": action.responsible, "supporting": action.supporting, "leader": action.leader,
        "owner": action.owner, "contact": action.contact, "due_on": action.due_on, "due_words": action.due_words,
        "extensions": action.extensions, "timing": timing.code, "days": timing.days, "workdays": timing.workdays,
        "pace": row.pace.code, "points": row.pace.points, "lamp": row.lamp, "status": action.status,
        "percent": action.percent, "done_on": action.done_on, "latest": action.latest,
        "problems": action.open_problems,
    }  # fmt: skip


def _several(name: str, told: str) -> Option:
    return (name,), {"nargs": "+", "default": (), "metavar": "S", "help": told}


_PART: Option = (("--part",), {"type": int, "help": "只看第几部分"})
_TASK: Option = (("--task",), {"type": int, "help": "只看哪项任务"})
_LEAD: Option = (("--lead",), {"action": "store_true", "help": "单位只算牵头的"})
_GAP: Option = (("--gap",), {"default": "", "choices": ("", *ledger.GAPS), "help": "还缺什么"})
_SORT: Option = (("--sort",), {"default": "code", "choices": ("code", *ledger.ORDERS), "help": "按哪一列排"})
_FALLING: Option = (("--falling",), {"action": "store_true", "help": "从大到小"})
_TSV: Option = (("--tsv",), {"action": "store_true", "help": "输出制表符分隔的文本"})

COMMANDS = (
    ("ledger", show, (
        FILE, text("--text", "含有这些字，用空格分开"), text("--unit", "单位"), _LEAD, text("--person", "人员"),
        _PART, _TASK, _several("--status", "办理状态"), _several("--timing", "时限状态，例如逾期 临期"),
        text("--pace", "序时，例如滞后"), text("--period", "时限在哪一期，例如2020-06、2020Q2、2020H1"),
        text("--figure", "哪个数字背后的行动，例如overdue"), _GAP, _SORT, _FALLING, _TSV, JSON, TODAY,
    )),
)  # fmt: skip
