"""Commands about 待完善, 印发 and 延期."""

import argparse
from dataclasses import asdict

from db import actions, extensions, gaps, issuing, tasks
from db.commands.options import ACTION, BY, FILE, JSON, TODAY, Option, text
from db.commands.telling import as_json, opened, say
from db.connection import Checklist
from db.errors import RuleBroken
from db.extensions import Extension
from db.words import issuing as words


def missing(chosen: argparse.Namespace) -> int:
    """待完善：还有什么挡着印发"""
    with opened(chosen.file) as checklist:
        found = gaps.of(tasks.all(checklist), actions.all(checklist, chosen.today))
    if chosen.json:
        say(as_json([
            {
                "gap": gap.code, "blocking": gap.blocking, "task": gap.task.number,
                "action": gap.action.code if gap.action else None, "told": str(gap),
            }
            for gap in found
        ]))  # fmt: skip
        return 0
    blocking = gaps.blocking(found)
    for gap in blocking:
        say(str(gap))
    told = words.CLI_GAPS.format(blocking=len(blocking), advice=len(found) - len(blocking))
    say(told if blocking else words.CLI_NO_GAPS)
    return 0


def issue(chosen: argparse.Namespace) -> int:
    """印发全部、已补齐的或几项任务，此后时限只能延期"""
    with opened(chosen.file, chosen.by) as checklist:
        only = [tasks.numbered(checklist, number).id for number in chosen.tasks] or None
        if chosen.ready:
            offered = issuing.scopes(tasks.all(checklist), actions.all(checklist))
            only = sorted({task for one in offered for task in one.only or ()})
        changes = issuing.issue(
            checklist, chosen.on or chosen.today, today=chosen.today, only=only, doc_number=chosen.number
        )
        say(words.CLI_ISSUED.format(step=changes.label))
    return 0


def extend(chosen: argparse.Namespace) -> int:
    """登记延期申请"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        extensions.apply(checklist, action.id, **_asked(chosen))
        _tell_last(checklist, action.id)
    return 0


def grant(chosen: argparse.Namespace) -> int:
    """登记已经批准的延期"""
    with opened(chosen.file, chosen.by) as checklist:
        action, decided_on = actions.coded(checklist, chosen.code), chosen.decided_on or chosen.today
        extensions.grant(
            checklist, action.id, **_asked(chosen), approver=chosen.approver, decided_on=decided_on
        )
        _tell_last(checklist, action.id)
    return 0


def decide(chosen: argparse.Namespace) -> int:
    """批复待批的延期申请"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        waiting = [one for one in extensions.of_action(checklist, action.id) if one.decision == "pending"]
        if not waiting:
            raise RuleBroken("extension_unknown")
        extensions.decide(
            checklist, waiting[0].id, not chosen.refuse, approver=chosen.approver,
            decided_on=chosen.on or chosen.today, today=chosen.today,
        )  # fmt: skip
        _tell_last(checklist, action.id)
    return 0


def withdraw(chosen: argparse.Namespace) -> int:
    """撤回待批的延期申请"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        for one in extensions.of_action(checklist, action.id):
            if one.decision == "pending":
                say(extensions.withdraw(checklist, one.id).label)
                return 0
        raise RuleBroken("extension_unknown")


def extended(chosen: argparse.Namespace) -> int:
    """各次延期"""
    with opened(chosen.file) as checklist:
        found = extensions.pending(checklist) if chosen.pending else extensions.all(checklist)
        codes = {action.id: action.code for action in actions.all(checklist)}
    if chosen.json:
        say(as_json([asdict(one) | {"action": codes[one.action]} for one in found]))
        return 0
    for one in found:
        say(_line(codes[one.action], one))
    return 0


def _asked(chosen: argparse.Namespace) -> dict[str, str]:
    """What an application says."""
    return {
        "new_due": chosen.to, "reason": chosen.reason, "applicant": chosen.applicant,
        "applied_on": chosen.on or chosen.today, "today": chosen.today,
    }  # fmt: skip


def _tell_last(checklist: Checklist, action_id: int) -> None:
    last = extensions.of_action(checklist, action_id)[-1]
    say(_line(actions.get(checklist, action_id).code, last))


def _line(code: str, one: Extension) -> str:
    return words.CLI_EXTENSION.format(
        code=code, number=one.number, old=one.old_due_on, new=one.new_due_on, applicant=one.applicant,
        decision=words.DECISIONS[one.decision], late=words.CLI_LATE if one.late else "",
    )  # fmt: skip


_TASKS: Option = (
    ("--task",), {"type": int, "action": "append", "dest": "tasks", "default": [], "help": "只印发这项任务，可写几次"},
)  # fmt: skip
_READY: Option = (("--ready",), {"action": "store_true", "help": "印发全部已补齐的任务"})
_REFUSE: Option = (("--refuse",), {"action": "store_true", "help": "不同意"})
_PENDING: Option = (("--pending",), {"action": "store_true", "help": "只列待批的"})
_APPLICATION = (
    text("--to", "新时限，例如9月底前", required=True), text("--reason", "理由", required=True),
    text("--applicant", "申请单位", required=True), text("--on", "申请日期"),
)  # fmt: skip
_APPROVER = text("--approver", "批准人", required=True)

COMMANDS = (
    ("gaps", missing, (FILE, JSON, TODAY)),
    ("issue", issue, (FILE, _TASKS, _READY, text("--on", "印发日期"), text("--number", "文号"), TODAY, BY)),
    ("extend", extend, (FILE, ACTION, *_APPLICATION, TODAY, BY)),
    ("extend-grant", grant, (FILE, ACTION, *_APPLICATION, _APPROVER, text("--decided-on", "批复日期"), TODAY, BY)),
    ("extend-decide", decide, (FILE, ACTION, _APPROVER, _REFUSE, text("--on", "批复日期"), TODAY, BY)),
    ("extend-withdraw", withdraw, (FILE, ACTION, BY)),
    ("extensions", extended, (FILE, _PENDING, JSON)),
)
