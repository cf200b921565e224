"""Actions by name for tests, made through the verbs everyone uses."""

from db import action_edits, tasks

TODAY = "2020-06-18"


def add(checklist, title="制定年度计划", task=5, **more):
    """Add an action to a task by its number and return the action's id."""
    task_id = tasks.numbered(checklist, task).id
    return action_edits.add(checklist, task_id, title, today=TODAY, **more).inserted("action")


def rows(checklist):
    """Every row undo is answerable for, by table."""
    from db.migrations import PLAYED

    return {table: list(checklist.db.query(f"SELECT * FROM {table} ORDER BY id")) for table in sorted(PLAYED)}
