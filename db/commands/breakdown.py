"""Commands about the breakdown itself: due dates, what does not concern the county, moving and deleting."""

import argparse

from db import action_edits, actions, due_dates, moves, tasks, words
from db.commands.options import ACTION, ACTIONS, BY, FILE, TASK, TODAY, Option, text
from db.commands.telling import opened, say
from db.connection import Checklist
from db.errors import RuleBroken


def due(chosen: argparse.Namespace) -> int:
    """改完成时限，或遇休息日顺延、提前；印发以后只能延期"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        if chosen.rule:
            due_dates.set_rule(checklist, action.id, chosen.rule)
        if chosen.to is not None:
            due_dates.set_due(checklist, action.id, chosen.to, today=chosen.today)
        if chosen.start is not None:
            due_dates.set_start(checklist, action.id, chosen.start, today=chosen.today)
        _tell(checklist, action.id)
    return 0


def leave_out(chosen: argparse.Namespace) -> int:
    """任务标为不适用"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        say(tasks.mark_not_applicable(checklist, task.id, chosen.reason, chosen.confirmer).label)
    return 0


def take_in(chosen: argparse.Namespace) -> int:
    """任务恢复适用"""
    with opened(chosen.file, chosen.by) as checklist:
        say(tasks.restore_applicable(checklist, tasks.numbered(checklist, chosen.task).id).label)
    return 0


def move(chosen: argparse.Namespace) -> int:
    """把几项行动移到另一项任务、一项行动之下或一项行动之前"""
    with opened(chosen.file, chosen.by) as checklist:
        moved = [actions.coded(checklist, code) for code in chosen.codes]
        under = actions.coded(checklist, chosen.under) if chosen.under else None
        before = actions.coded(checklist, chosen.before) if chosen.before else None
        if before and (under or chosen.task):
            raise RuleBroken("move_two_places", field="before")
        parent, home = (under.id, under.task) if under else (None, moved[0].task)
        if before:
            parent, home = before.parent, before.task
        elif chosen.task and not under:
            home = tasks.numbered(checklist, chosen.task).id
        place = before.id if before else None
        moves.move(checklist, [action.id for action in moved], task=home, parent=parent, place=place)
        for action in moved:
            _tell(checklist, action.id)
    return 0


def delete(chosen: argparse.Namespace) -> int:
    """删除没有印发的行动，连同其子行动"""
    with opened(chosen.file, chosen.by) as checklist:
        say(action_edits.delete(checklist, [actions.coded(checklist, chosen.code).id]).label)
    return 0


def _tell(checklist: Checklist, action_id: int) -> None:
    action = actions.get(checklist, action_id)
    say(words.CLI_DUE.format(code=action.code, title=action.title, words=action.due_words, on=action.due_on or ""))


_TO: Option = (("--to",), {"help": "完成时限，例如6月底前；写成空就是清空"})
_START: Option = (("--start",), {"help": "起始日期，例如4月15日"})
_RULE: Option = (
    ("--rule",), {"choices": due_dates.RULES, "help": "遇休息日：none 不调整、next 顺延、previous 提前"},
)  # fmt: skip
_OTHER_TASK: Option = (("--task",), {"type": int, "help": "移到这项任务"})

COMMANDS = (
    ("due", due, (FILE, ACTION, _TO, _RULE, _START, TODAY, BY)),
    ("leave-out", leave_out, (FILE, TASK, text("--reason", "理由", required=True),
                              text("--confirmer", "确认人", required=True), BY)),
    ("take-in", take_in, (FILE, TASK, BY)),
    ("move", move, (FILE, ACTIONS, _OTHER_TASK, text("--under", "移到这项行动之下"),
                    text("--before", "移到这项行动之前"), BY)),
    ("delete", delete, (FILE, ACTION, BY)),
)  # fmt: skip
