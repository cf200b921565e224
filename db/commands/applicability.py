"""The command about which tasks concern the county: questions, answers, what they propose, and confirming it."""

import argparse

from db import applicability, tasks
from db.applicability import Guide, Proposal
from db.commands.options import BY, FILE, JSON, Option
from db.commands.telling import as_json, opened, say
from db.errors import RuleBroken
from db.words import applicability as words


def ask(chosen: argparse.Namespace) -> int:
    """适用性向导：列出问题、回答和建议；写明确认人就照建议标为不适用"""
    with opened(chosen.file, chosen.by) as checklist:
        guide = applicability.of(checklist)
        if guide is None:
            raise RuleBroken("applicability_none")
        given = applicability.replies(checklist) | dict(map(_reply, chosen.reply))
        _known(guide, given)
        found = applicability.propose(guide, given, tasks.all(checklist))
        if chosen.confirm is not None:
            out, back = _wanted(found, chosen.task)
            changes = applicability.confirm(checklist, given, out, back, chosen.confirm)
            say(changes.label)
        elif chosen.json:
            say(as_json(_told(guide, given, found)))
        else:
            _tell(guide, given, found)
    return 0


def _reply(text: str) -> tuple[str, bool]:
    question, _, answer = text.partition("=")
    if answer.casefold() not in _ANSWERS:
        raise RuleBroken("reply_unreadable", value=text)
    return question.strip(), _ANSWERS[answer.casefold()]


def _known(guide: Guide, given: dict[str, bool]) -> None:
    unknown = given.keys() - {question.id for question in guide.questions}
    if unknown:
        raise RuleBroken("question_unknown", value=min(unknown))


def _wanted(found: tuple[Proposal, ...], numbers: list[int]) -> tuple[dict[int, str], list[int]]:
    """The proposals that were named by number, else those that are ticked: left out with reason, and taken in."""
    by_number = {one.task: one for one in found}
    for number in numbers:
        if number not in by_number:
            raise RuleBroken("not_proposed", number=number)
    chosen = [by_number[number] for number in numbers] if numbers else [one for one in found if one.ticked]
    return {one.task: one.reason for one in chosen if not one.restore}, [one.task for one in chosen if one.restore]


def _told(guide: Guide, given: dict[str, bool], found: tuple[Proposal, ...]) -> dict[str, object]:
    return {
        "questions": [
            {"id": one.id, "text": one.text, "task": one.task, "reply": given.get(one.id)} for one in guide.questions
        ],
        "proposals": [
            {"task": one.task, "reason": one.reason, "ticked": one.ticked, "restore": one.restore} for one in found
        ],
    }


def _tell(guide: Guide, given: dict[str, bool], found: tuple[Proposal, ...]) -> None:
    for question in guide.questions:
        reply = words.CLI_REPLIES[given.get(question.id)]
        say(words.CLI_QUESTION.format(id=question.id, text=question.text, reply=reply))
    for one in found:
        short = guide.hints[one.task].short
        tick, what = words.CLI_TICKS[one.ticked], words.CLI_WHAT[one.restore]
        say(words.CLI_PROPOSAL.format(tick=tick, number=one.task, short=short, what=what, reason=one.reason))
    if not found:
        say(words.CLI_NO_PROPOSALS)


_ANSWERS = {"yes": True, "no": False, "是": True, "否": False}
_REPLY: Option = (
    ("--reply",), {"nargs": "+", "default": [], "metavar": "问题=yes|no", "help": "回答，例如city_3m=no border=no"},
)  # fmt: skip
_TASKS: Option = (
    ("--task",), {"nargs": "+", "type": int, "default": [], "metavar": "编号", "help": "只确认这些，不写就是打勾的"},
)  # fmt: skip
_CONFIRM: Option = (("--confirm",), {"metavar": "确认人", "help": "确认人；写明就标为不适用，不写只列出建议"})

COMMANDS = (("applicability", ask, (FILE, _REPLY, _TASKS, _CONFIRM, BY, JSON)),)
