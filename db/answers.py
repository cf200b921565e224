"""Which sentences of the notice an action answers, and whose business a sentence is; each verb is one undoable step."""

from collections.abc import Collection, Iterable

from db import levels
from db.changeable import changeable, each, named
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.tasks import Task, get, require_applicable
from db.words import quoted


def link(checklist: Checklist, action_ids: Iterable[int], numbers: Iterable[int]) -> ChangeSet:
    """Say that actions answer sentences of their task (numbers 1…n), besides those they answer already."""
    chosen = each(changeable, checklist, list(action_ids))
    with edit(checklist, "answer", title=named(chosen)) as e:
        for action in chosen:
            write(e, action.id, get(checklist, action.task), {*action.answers, *numbers})
    return e.changes


def unlink(checklist: Checklist, action_ids: Iterable[int], numbers: Iterable[int]) -> ChangeSet:
    """Take actions off sentences of their task (numbers 1…n); what else they answer stays."""
    gone = set(numbers)
    chosen = each(changeable, checklist, list(action_ids))
    with edit(checklist, "unlink", title=named(chosen)) as e:
        for action in chosen:
            write(e, action.id, get(checklist, action.task), set(action.answers) - gone)
    return e.changes


def set_answers(checklist: Checklist, action_id: int, numbers: Collection[int]) -> ChangeSet:
    """Say which sentences of its task (numbers 1…n) an action answers; none takes it off all of them."""
    action = changeable(checklist, action_id)
    with edit(checklist, "answer", title=quoted([action.title])) as e:
        write(e, action_id, get(checklist, action.task), numbers)
    return e.changes


def set_level(checklist: Checklist, task_id: int, number: int, level: str | None) -> ChangeSet:
    """Say whose business a sentence is (one of levels.LEVELS); None is what its own words speak of."""
    if level is not None and level not in levels.LEVELS:
        raise RuleBroken("choice_unknown", field="level", value=level)
    task = require_applicable(checklist, task_id)
    with edit(checklist, "level", number=task.number, sentence=number) as e:
        e.update("sentence", _ids(e, task)[_known(task, number)], level=level)
    return e.changes


def write(e: Edit, action: int, task: Task, numbers: Collection[int]) -> None:
    """Make an action answer exactly these sentences of a task, as part of a step."""
    ids = _ids(e, task)
    wanted = {ids[_known(task, number)] for number in numbers}
    there = dict(e.db.conn.execute("SELECT sentence, id FROM answer WHERE action = ?", (action,)).fetchall())
    for sentence, row in there.items():
        if sentence not in wanted:
            e.delete("answer", row)
    for sentence in sorted(wanted - there.keys()):
        e.insert("answer", sentence=sentence, action=action)


def _ids(e: Edit, task: Task) -> dict[int, int]:
    return dict(e.db.conn.execute("SELECT number, id FROM sentence WHERE task = ?", (task.id,)).fetchall())


def _known(task: Task, number: int) -> int:
    if not 1 <= number <= len(task.sentences):
        raise RuleBroken("sentence_unknown", field="sentence", number=number, task=task.number)
    return number
