"""Commands about the sentences of the notice: which action answers them, and whose business they are."""

import argparse
from collections.abc import Mapping

from db import actions, answers, counts, levels, periods, snapshots, tasks
from db.commands.options import ACTION, BY, FILE, JSON, PERIOD, TODAY, Option
from db.commands.telling import as_json, opened, say
from db.counts import Line
from db.words import answers as words

_PROPOSED = "auto"


def answer(chosen: argparse.Namespace) -> int:
    """行动落实所属任务原文的第几句；不写就是哪一句也不落实"""
    with opened(chosen.file, chosen.by) as checklist:
        action = actions.coded(checklist, chosen.code)
        answers.set_answers(checklist, action.id, chosen.to)
        now = actions.get(checklist, action.id)
        numbers = "、".join(map(str, now.answers))
        told = words.CLI_ANSWERS if numbers else words.CLI_ANSWERS_NONE
        say(told.format(code=now.code, title=now.title, numbers=numbers))
    return 0


def level(chosen: argparse.Namespace) -> int:
    """改一句原文的事权标记"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        answers.set_level(checklist, task.id, chosen.number, None if chosen.level == _PROPOSED else chosen.level)
        now = tasks.get(checklist, task.id).levels[chosen.number - 1]
        say(words.CLI_LEVEL.format(task=task.number, number=chosen.number, level=words.LEVELS[now]))
    return 0


def sentences(chosen: argparse.Namespace) -> int:
    """逐句列出原文和落实它的行动"""
    with opened(chosen.file) as checklist:
        state = snapshots.at(checklist, chosen.today, periods.parse(chosen.period) if chosen.period else None)
        only = tasks.numbered(checklist, chosen.task).id if chosen.task else None
    by_id, codes = {task.id: task for task in state.tasks}, {action.id: action.code for action in state.actions}
    lines = [line for line in state.counts.lines if only in (None, line.task)]
    found = [line for line in lines if line.tally.unanswered or not chosen.unanswered]
    if chosen.json:
        say(as_json([
            {
                "task": by_id[line.task].number, "sentence": line.number, "level": line.level,
                "text": by_id[line.task].sentences[line.number - 1], "actions": [codes[id] for id in line.actions],
            }
            for line in found
        ]))  # fmt: skip
        return 0
    for line in found:
        say(words.CLI_SENTENCE.format(
            task=by_id[line.task].number, number=line.number, answered=_answered(line, codes),
            text=by_id[line.task].sentences[line.number - 1],
        ))  # fmt: skip
    total = counts.together(line.tally for line in lines)
    say(words.CLI_COVERAGE.format(
        answered=total.answered, sentences=total.sentences, coverage=total.coverage, superior=total.superior,
    ))  # fmt: skip
    return 0


def _answered(line: Line, codes: Mapping[int, str]) -> str:
    """The codes of the actions answering a sentence; the word for why there are none."""
    if line.actions:
        return " ".join(codes[id] for id in line.actions)
    return words.LEVELS[line.level] if line.level in levels.SUPERIOR else words.UNANSWERED


_TO: Option = (("--to",), {"type": int, "nargs": "*", "required": True, "metavar": "N", "help": "第几句，可写几个"})
_TASK: Option = (("task",), {"type": int, "help": "任务编号"})
_ONE_TASK: Option = (("--task",), {"type": int, "help": "只看哪项任务"})
_NUMBER: Option = (("number",), {"type": int, "help": "第几句"})
_LEVEL: Option = (
    ("level",), {
        "choices": (*levels.LEVELS, _PROPOSED),
        "help": "county 县级可办、partly 部分省级事权、provincial 省级事权、national 国家事权、auto 照原文判断",
    },
)  # fmt: skip
_UNANSWERED: Option = (("--unanswered",), {"action": "store_true", "help": "只列还没有行动落实的"})

COMMANDS = (
    ("answer", answer, (FILE, ACTION, _TO, BY)),
    ("level", level, (FILE, _TASK, _NUMBER, _LEVEL, BY)),
    ("sentences", sentences, (FILE, _ONE_TASK, _UNANSWERED, PERIOD, JSON, TODAY)),
)
