"""Commands about the work itself: add an action, see the figures, take steps back, read the history."""

import argparse
import json
from collections.abc import Sequence
from typing import Any

from db import action_edits, actions, counts, periods, snapshots, steps, tasks, words
from db import history as record
from db.commands.options import BY, FILE, JSON, PERIOD, TASK, TODAY, Option, text
from db.commands.telling import aligned, as_json, opened, say
from db.counts import Tally

_FIGURES = (
    "tasks", "applicable", "undivided", "actions", "finished", "in_progress", "not_started", "overdue", "soon",
    "percent",
)  # fmt: skip
_OF_UNITS = (*counts.FIGURES, "percent", "state")  # a sentence is no unit's
_OF_ALL = (*_OF_UNITS, *counts.SENTENCE_FIGURES, "coverage")


def add(chosen: argparse.Namespace) -> int:
    """新增行动"""
    with opened(chosen.file, chosen.by) as checklist:
        task = tasks.numbered(checklist, chosen.task)
        changes = action_edits.add(
            checklist, task.id, chosen.title, today=chosen.today, lead=chosen.lead, owner=chosen.person,
            due=chosen.due,
        )  # fmt: skip
        action = actions.get(checklist, changes.inserted("action"))
        say(words.CLI_ADDED.format(code=action.code, title=action.title))
    return 0


def status(chosen: argparse.Namespace) -> int:
    """各项数字：合计、分部分、分单位"""
    with opened(chosen.file) as checklist:
        state = snapshots.at(checklist, chosen.today, periods.parse(chosen.period) if chosen.period else None)
        figures = state.counts
        parts = {part.id: part for part in tasks.parts(checklist)}
        numbers = {task.id: task for task in tasks.all(checklist)}
    in_parts = [(parts[key], tally) for key, tally in figures.parts.items() if key is not None]
    if chosen.json:
        told = {
            "today": state.yard.today,
            "total": _told(figures.total),
            "parts": [{"number": part.number, "title": part.title, **_told(tally)} for part, tally in in_parts],
            "units": [{"name": name, **_told(tally, _OF_UNITS)} for name, tally in figures.units.items()],
            "tasks": [
                {"number": numbers[key].number, "title": numbers[key].title, **_told(tally)}
                for key, tally in figures.tasks.items()
            ],
        }
        say(as_json(told))
        return 0
    rows = [words.CLI_HEAD, (*_row(words.CLI_TOTAL, figures.total), _covered(figures.total))]
    rows += [(*_row(part.title, tally), _covered(tally)) for part, tally in in_parts]
    rows += [(*_row(name, tally), "") for name, tally in figures.units.items()]
    say(aligned(rows))
    return 0


def undo(chosen: argparse.Namespace) -> int:
    """撤销或重做"""
    act, told = (steps.redo, words.CLI_REDONE) if chosen.redo else (steps.undo, words.CLI_UNDONE)
    with opened(chosen.file, chosen.by) as checklist:
        for _ in range(chosen.steps):
            say(told.format(label=act(checklist).label))
    return 0


def history(chosen: argparse.Namespace) -> int:
    """谁在什么时候改了什么"""
    with opened(chosen.file) as checklist:
        lines = record.lines(checklist)
    if chosen.json:
        say(as_json([
            {
                "at": line.at, "who": line.who, "label": line.label, "kind": line.kind,
                "changes": json.loads(line.changes.to_json()),
            }
            for line in lines
        ]))  # fmt: skip
    for line in () if chosen.json else lines:
        say(f"{line.at.replace('T', ' ')}  {line.who}  {words.KINDS[line.kind]}{line.label}")
    return 0


def _told(tally: Tally, figures: Sequence[str] = _OF_ALL) -> dict[str, Any]:
    return {name: getattr(tally, name) for name in figures}


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    return (name, *(str(getattr(tally, figure)) for figure in _FIGURES))


def _covered(tally: Tally) -> str:
    """原文落实: the sentences answered among those that are the county's."""
    return f"{tally.answered}/{tally.sentences}"


_REDO: Option = (("--redo",), {"action": "store_true", "help": "重做，而不是撤销"})
_STEPS: Option = (
    ("--steps",), {"type": int, "choices": range(1, 1000), "metavar": "N", "default": 1, "help": "几步"},
)  # fmt: skip
_ACTION = (
    TASK, text("--title", "行动名称", required=True), text("--lead", "牵头单位"), text("--person", "责任人"),
    text("--due", "完成时限，例如6月底前"),
)  # fmt: skip

COMMANDS = (
    ("add", add, (FILE, *_ACTION, TODAY, BY)),
    ("status", status, (FILE, PERIOD, JSON, TODAY)),
    ("undo", undo, (FILE, _REDO, _STEPS, BY)),
    ("history", history, (FILE, JSON)),
)
