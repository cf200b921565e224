"""Many actions at once on the command line: look at a change before it is made, copy actions."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from db import actions, bulk, duplicates
from db.actions import Action
from db.bulk import Change, Row
from db.commands.options import ACTIONS, BY, FILE, JSON, TODAY, Option
from db.commands.telling import aligned, as_json, opened, say
from db.errors import RuleBroken
from db.words import STATUS
from db.words import bulk as words

_OPTIONS = {"unit": "lead"}  # an option that is not called as its field is


def change(chosen: argparse.Namespace) -> int:
    """批量修改：先列出会怎么改，加 --do 才保存"""
    wanted = _change(chosen)
    with opened(chosen.file, chosen.by) as checklist:
        ids = [actions.coded(checklist, code).id for code in chosen.to]
        rows = bulk.preview(checklist, ids, wanted, today=chosen.today)
        if chosen.do:
            bulk.apply(checklist, ids, wanted, today=chosen.today, skip_refused=chosen.skip)
    changed, refused = sum(row.changed for row in rows), sum(bool(row.refusal) for row in rows)
    if chosen.json:
        say(as_json([_told(row, wanted.field) for row in rows]))
        return 0
    say(aligned([words.CLI_ROWS, *(_cells(row, wanted.field) for row in rows)]))
    if chosen.do:
        say(words.CLI_DONE.format(n=changed, field=words.FIELDS[wanted.field]) if changed else words.CLI_NOTHING)
    else:
        told = words.CLI_WOULD_SKIP if refused else words.CLI_WOULD
        told = told if changed else words.CLI_WOULD_NONE
        say(told.format(changed=changed, same=len(rows) - changed - refused, refused=refused))
    return 0


def duplicate(chosen: argparse.Namespace) -> int:
    """复制行动，连同其子行动，放在原来的下面"""
    with opened(chosen.file, chosen.by) as checklist:
        ids = [actions.coded(checklist, code).id for code in chosen.codes]
        changes = duplicates.duplicate(checklist, ids, today=chosen.today)
        for row in changes.touches("action"):
            if row.before is None:
                say(words.CLI_DUPLICATED.format(code=row.value("code"), title=row.value("title")))
    return 0


def _change(chosen: argparse.Namespace) -> Change:
    """What is to be changed: exactly one of the options that name a field."""
    given = [
        Change(_OPTIONS.get(name, name), value, chosen.way)
        for name in _VALUES if (value := getattr(chosen, name)) is not None
    ]  # fmt: skip
    if len(given) != 1:
        raise RuleBroken("bulk_one_field", field="value")
    (one,) = given
    by_word = {word: code for code, word in STATUS.items()} | words.STATUS_ALSO
    return Change(one.field, by_word.get(one.value, one.value), one.way) if one.field == "status" else one


def _cells(row: Row, field: str) -> Sequence[str]:
    told = row.refusal or ("" if row.changed else words.CLI_UNCHANGED)
    return row.before.code, row.before.title, _value(row.before, field), _value(row.after, field), told


def _told(row: Row, field: str) -> dict[str, Any]:
    return {
        "code": row.before.code, "title": row.before.title, "before": asdict(row.before)[_column(field)],
        "after": asdict(row.after)[_column(field)], "changed": row.changed, "refusal": row.refusal,
    }  # fmt: skip


def _column(field: str) -> str:
    return "due_on" if field == "due" else field


def _value(action: Action, field: str) -> str:
    value = getattr(action, "due_words" if field == "due" else field)
    if field == "status":
        return STATUS[value]
    return ("、".join(value) if isinstance(value, tuple) else value) or words.CLI_BLANK


_VALUES = {
    "unit": "牵头单位", "responsible": "责任单位", "supporting": "配合单位", "leader": "责任领导", "owner": "责任人",
    "contact": "联系人", "due": "完成时限，例如9月底前；--way days 时写天数", "status": "办理状态，例如正在推进",
}  # fmt: skip
_FIELDS: tuple[Option, ...] = tuple(((f"--{name}",), {"help": told}) for name, told in _VALUES.items())
_TO: Option = (("--to",), {"nargs": "+", "required": True, "metavar": "CODE", "help": "改哪些行动，写编号"})
_WAY: Option = (("--way",), {
    "default": "set", "choices": tuple(words.WAYS),
    "help": "；".join(f"{way} {told}" for way, told in words.WAYS.items()),
})  # fmt: skip
_DO: Option = (("--do",), {"action": "store_true", "help": "保存；不写就只是看看"})
_SKIP: Option = (("--skip",), {"action": "store_true", "help": "不能改的跳过，只改能改的"})

COMMANDS = (
    ("bulk", change, (FILE, *_FIELDS, _WAY, _TO, _DO, _SKIP, JSON, TODAY, BY)),
    ("duplicate", duplicate, (FILE, ACTIONS, TODAY, BY)),
)
