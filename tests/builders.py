"""Actions by name for tests, made through the verbs everyone uses."""

import shutil
from pathlib import Path

import pytest

from db import action_edits, tasks
from db.actions import Action
from db.errors import RuleBroken
from db.evidence_files import folder_of
from db.yardstick import Yardstick

TODAY = "2020-06-18"


def yard(today=TODAY, **rules):
    """What things are held against on a day of 2020, by the rules nobody has changed."""
    return Yardstick(today, **{"plan_year": 2020} | rules)


def action(status="in_progress", percent=0, due_on=None, due_words="", done_on=None, **more):
    """An action out of thin air."""
    return Action(
        id=1, task=5, parent=None, position=1, code="532-05-01", title="制定年度计划", status=status, percent=percent,
        weight=1, due_on=due_on, due_words=due_words, done_on=done_on, **more,
    )  # fmt: skip


def add(checklist, title="制定年度计划", task=5, **more):
    """Add an action to a task by its number and return the action's id."""
    task_id = tasks.numbered(checklist, task).id
    return action_edits.add(checklist, task_id, title, today=TODAY, **more).inserted("action")


def copied(file, folder):
    """A checklist file with the evidence beside it, copied into a folder; where it lies now."""
    kept = folder_of(file)
    if kept.is_dir():
        shutil.copytree(kept, folder_of(folder / file.name))
    return Path(shutil.copy(file, folder))


def rows(checklist):
    """Every row undo is answerable for, by table."""
    from db.migrations import PLAYED

    return {table: list(checklist.db.query(f"SELECT * FROM {table} ORDER BY id")) for table in sorted(PLAYED)}


def refused(checklist, code, verb, *args, **keywords):
    """The refusal a verb answers with; nothing may have changed."""
    before = rows(checklist)
    with pytest.raises(RuleBroken) as error:
        verb(checklist, *args, **keywords)
    assert error.value.code == code
    assert rows(checklist) == before
    return error.value
