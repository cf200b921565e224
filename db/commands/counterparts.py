"""Commands about national bodies: which bureau of the county each ends in."""

import argparse
from dataclasses import asdict

from db import counterpart_edits, counterparts
from db.commands.options import BY, FILE, JSON, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.counterpart_edits import Wanted
from db.counterparts import Counterpart
from db.words import counterparts as words


def list_counterparts(chosen: argparse.Namespace) -> int:
    """国家部门对应的本县单位：起止、涉及的任务、待核对、说明"""
    with opened(chosen.file) as checklist:
        found = counterparts.terms(checklist, chosen.today)
    if chosen.json:
        say(as_json([asdict(one) for one in found]))
    elif found:
        say(aligned([words.CLI_HEAD, *map(_line, found)]))
    return 0


def counterpart(chosen: argparse.Namespace) -> int:
    """改一个国家部门对应的本县单位；单位写“无”就是无对应单位，--default恢复默认"""
    with opened(chosen.file, chosen.by) as checklist:
        if chosen.default:
            changes = counterpart_edits.restore(checklist, [chosen.body])
        elif chosen.unit is None:
            changes = counterpart_edits.confirm(checklist, [chosen.body])
        elif chosen.valid_from or chosen.until:
            wanted = Wanted(chosen.unit, chosen.note or "", chosen.valid_from, chosen.until)
            changes = counterpart_edits.add(checklist, chosen.body, wanted)
        else:
            changes = counterpart_edits.choose(
                checklist, chosen.body, chosen.unit, on=chosen.today, note=chosen.note
            )  # fmt: skip
    if changes:
        say(changes.label)
    return 0


def _line(one: Counterpart) -> tuple[str, ...]:
    unit = one.unit or (words.CLI_GONE.format(name=one.gone) if one.gone else words.NONE)
    span = counterpart_edits.span(one.valid_from, one.valid_to)
    tasks = words.CLI_TASKS.format(n=len(one.tasks))
    return one.body, unit, span, tasks, "" if one.checked else words.CLI_UNCHECKED, one.note


_BODY: Option = (("body",), {"help": "文件中的部门，例如教育部"})
_UNIT: Option = (("unit",), {"nargs": "?", "help": "本县单位；不写就是认可现在的"})
_DEFAULT: Option = (("--default",), {"action": "store_true", "help": "恢复默认"})
_FROM: Option = (("--from",), {"dest": "valid_from", "help": "从哪一天起，写成2020-06-01"})
_NOTE: Option = (("--note",), {"help": "说明"})

COMMANDS = (
    ("counterparts", list_counterparts, (FILE, JSON, TODAY)),
    (
        "counterpart", counterpart,
        (FILE, _BODY, _UNIT, _FROM, text("--until", "到哪一天为止"), _NOTE, _DEFAULT, TODAY, BY),
    ),
)  # fmt: skip
