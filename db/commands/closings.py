"""Commands about how far actions are: percent, state, done, 销号 and what takes it back, 终止 and 恢复."""

import argparse
from collections.abc import Callable
from typing import Any

from db import actions, closings, lifecycle
from db.actions import Action
from db.changes import ChangeSet
from db.commands.options import BY, FILE, JSON, TODAY, Option, day, text
from db.commands.telling import as_json, opened, say
from db.connection import Checklist
from db.status import FINISHED, UNCOUNTED
from db.words import STATUS
from db.words.closings import CLI_STANDS, METHODS

Do = Callable[[Checklist, list[int]], object]


def percent(chosen: argparse.Namespace) -> int:
    """填写完成率"""
    return _on_each(chosen, lambda c, action: lifecycle.set_percent(c, action, chosen.percent))


def state(chosen: argparse.Namespace) -> int:
    """改为未启动、正在推进或已完成"""
    return _on_all(chosen, lambda c, ids: lifecycle.set_status(c, ids, chosen.state, today=chosen.today))


def done(chosen: argparse.Namespace) -> int:
    """标记完成，或更正完成日期和报结人"""

    def do(checklist: Checklist, ids: list[int]) -> None:
        for action in [actions.get(checklist, action_id) for action_id in ids]:
            if action.status not in FINISHED:
                lifecycle.set_status(checklist, [action.id], "done", today=chosen.today)
        for action_id in ids if chosen.on else ():
            lifecycle.set_done_on(checklist, action_id, chosen.on, today=chosen.today)
        if chosen.claimed_by:
            lifecycle.set_claimant(checklist, ids, chosen.claimed_by)

    return _on_all(chosen, do)


def close(chosen: argparse.Namespace) -> int:
    """销号：核实以后由报结人以外的人确认"""
    facts = {"method": chosen.method, "verifier": chosen.verifier, **_decision(chosen)}
    return _on_all(chosen, lambda c, ids: closings.close(c, ids, **facts))


def send_back(chosen: argparse.Namespace) -> int:
    """退回：报结的没有真正办完"""
    return _on_all(chosen, lambda c, ids: closings.send_back(c, ids, reason=chosen.reason, **_decision(chosen)))


def reopen(chosen: argparse.Namespace) -> int:
    """重开已销号的行动"""
    return _on_all(chosen, lambda c, ids: closings.reopen(c, ids, reason=chosen.reason, **_decision(chosen)))


def stop(chosen: argparse.Namespace) -> int:
    """终止，或标为不适用"""
    facts = {"reason": chosen.reason, "confirmer": chosen.confirmer, "today": chosen.today}
    return _on_all(chosen, lambda c, ids: lifecycle.stop(c, ids, chosen.kind, **facts))


def resume(chosen: argparse.Namespace) -> int:
    """恢复已终止或不适用的行动"""
    return _on_all(chosen, lifecycle.resume)


def waiting(chosen: argparse.Namespace) -> int:
    """已完成待销号的行动"""
    with opened(chosen.file) as checklist:
        found = closings.waiting(checklist, chosen.today)
        records = {action.id: closings.of_action(checklist, action.id) for action in found if chosen.json}
    if chosen.json:
        say(as_json([{**_told(action), "decisions": [_decided(one) for one in records[action.id]]}
                     for action in found]))  # fmt: skip
    for action in () if chosen.json else found:
        say("  ".join(filter(None, (action.code, action.title, action.lead, action.done_on, action.claimed_by))))
    return 0


def _decision(chosen: argparse.Namespace) -> dict[str, str]:
    return {"confirmer": chosen.confirmer, "decided_on": chosen.on or chosen.today, "today": chosen.today}


def _on_each(chosen: argparse.Namespace, do: Callable[[Checklist, int], ChangeSet]) -> int:
    def each(checklist: Checklist, ids: list[int]) -> None:
        for action_id in ids:
            do(checklist, action_id)

    return _on_all(chosen, each)


def _on_all(chosen: argparse.Namespace, do: Do) -> int:
    """Do it to the actions of all codes, or to none; then say how each stands."""
    with opened(chosen.file, chosen.by) as checklist:
        ids = [actions.coded(checklist, code).id for code in chosen.codes]
        with checklist.db.atomic():
            do(checklist, ids)
        for action_id in dict.fromkeys(ids):
            action = actions.get(checklist, action_id)
            say(CLI_STANDS.format(code=action.code, title=action.title, status=STATUS[action.status],
                                  percent=action.percent))  # fmt: skip
    return 0


def _told(action: Action) -> dict[str, Any]:
    return {
        "code": action.code, "title": action.title, "lead": action.lead, "due_on": action.due_on,
        "done_on": action.done_on, "claimed_by": action.claimed_by,
    }  # fmt: skip


def _decided(closing: closings.Closing) -> dict[str, Any]:
    return {
        name: getattr(closing, name)
        for name in ("result", "claimed_by", "done_on", "confirmer", "decided_on", "reason")
    }


_CODES: Option = (("codes",), {"nargs": "+", "metavar": "code", "help": "行动编号，例如532-05-01，可写几个"})
_ON: Option = (("--on",), {"type": day, "help": "日期，写成2020-06-18；不写就是今天"})
_REASON = text("--reason", "理由", required=True)
_CONFIRMER = text("--confirmer", "确认人", required=True)
_METHOD: Option = (
    ("--method",), {"required": True, "choices": closings.METHODS,
                    "help": "、".join(f"{code} {word}" for code, word in METHODS.items())},
)  # fmt: skip
_PERCENT: Option = (("--to",), {"dest": "percent", "required": True, "help": "完成率，0到100"})
_STATE: Option = (
    ("--to",), {"dest": "state", "required": True, "choices": lifecycle.SETTABLE,
                "help": "、".join(f"{code} {STATUS[code]}" for code in lifecycle.SETTABLE)},
)  # fmt: skip
_KIND: Option = (
    ("--kind",), {"default": "cancelled", "choices": sorted(UNCOUNTED),
                  "help": "、".join(f"{code} {STATUS[code]}" for code in sorted(UNCOUNTED))},
)  # fmt: skip
_ALL = (FILE, _CODES, TODAY, BY)

COMMANDS = (
    ("percent", percent, (*_ALL, _PERCENT)),
    ("state", state, (*_ALL, _STATE)),
    ("done", done, (*_ALL, _ON, text("--claimed-by", "报结人"))),
    ("close", close, (*_ALL, _METHOD, text("--verifier", "核实人", required=True), _CONFIRMER, _ON)),
    ("send-back", send_back, (*_ALL, _REASON, _CONFIRMER, _ON)),
    ("reopen", reopen, (*_ALL, _REASON, _CONFIRMER, _ON)),
    ("stop", stop, (*_ALL, _KIND, _REASON, _CONFIRMER)),
    ("resume", resume, _ALL),
    ("waiting", waiting, (FILE, JSON, TODAY)),
)
