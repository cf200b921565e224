"""The parts and tasks of the notice: read them, and say which of them do not concern the county."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.levels import proposed
from db.names import LIMIT as NAME_LIMIT
from db.names import OF_TASK, assign
from db.text import one_line

REASON_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the notice; one without tasks (总体要求) is a part too."""

    id: int
    number: int
    title: str
    intro: str


@dataclass(frozen=True, slots=True)
class Task:
    """One numbered task, its text as issued; `part` and `id` are row ids, `clause` the bracket as printed.

    `levels` says of every sentence whose business it is (db.levels).
    """

    id: int
    part: int | None
    number: int
    label: str
    title: str
    body: str
    clause: str
    sentences: tuple[str, ...]
    bodies: tuple[str, ...]
    applicable: bool
    na_reason: str
    na_confirmer: str
    na_by: str
    leader: str = ""
    owner: str = ""
    contact: str = ""
    levels: tuple[str, ...] = ()


def parts(checklist: Checklist) -> list[Part]:
    """All parts, in the notice's order."""
    rows = checklist.db.conn.execute("SELECT id, number, title, intro FROM part ORDER BY document, number")
    return [Part(*row) for row in rows]


def all(checklist: Checklist) -> list[Task]:
    """All tasks, in the notice's order."""
    return _read(checklist, "")


def get(checklist: Checklist, task_id: int) -> Task:
    """One task by row id; LookupError when there is none."""
    for task in _read(checklist, "WHERE task.id = ?", task_id):
        return task
    raise LookupError(task_id)


def numbered(checklist: Checklist, number: int) -> Task:
    """One task by its number in the notice; RuleBroken when there is none."""
    for task in _read(checklist, "WHERE task.number = ?", number):
        return task
    raise RuleBroken("task_unknown", field="task", number=number)


def require_applicable(checklist: Checklist, task_id: int) -> Task:
    """The task, or RuleBroken when it is 不适用 and its actions are frozen."""
    task = get(checklist, task_id)
    if not task.applicable:
        raise RuleBroken("frozen", number=task.number)
    return task


def mark_not_applicable(checklist: Checklist, task_id: int, reason: str, confirmer: str) -> ChangeSet:
    """Take a task out of every denominator; its actions stay as they are but can't be changed."""
    task = get(checklist, task_id)
    with edit(checklist, "not_applicable", number=task.number) as e:
        leave_out(e, task, reason, confirmer, checklist.by)
    return e.changes


def left_out(reason: str, confirmer: str) -> tuple[str, str]:
    """Reason and confirmer of a 不适用, trimmed; RuleBroken names the field that cannot stand."""
    reason, confirmer = one_line(reason), one_line(confirmer)
    if not reason:
        raise RuleBroken("reason_empty", field="reason")
    if len(reason) > REASON_LIMIT:
        raise RuleBroken("reason_long", field="reason", length=len(reason), limit=REASON_LIMIT)
    if not confirmer:
        raise RuleBroken("confirmer_empty", field="confirmer")
    if len(confirmer) > NAME_LIMIT:
        raise RuleBroken("name_long", field="confirmer", length=len(confirmer), limit=NAME_LIMIT)
    return reason, confirmer


def leave_out(e: Edit, task: Task, reason: str, confirmer: str, by: str) -> None:
    """Mark a task 不适用, as part of a step."""
    reason, confirmer = left_out(reason, confirmer)
    e.update("task", task.id, applicable=0, na_reason=reason, na_confirmer=confirmer, na_by=by)


def restore_applicable(checklist: Checklist, task_id: int) -> ChangeSet:
    """Count a task again; the reason it was left out stays in the history."""
    task = get(checklist, task_id)
    with edit(checklist, "applicable", number=task.number) as e:
        take_in(e, task)
    return e.changes


def take_in(e: Edit, task: Task) -> None:
    """Count a task again, as part of a step."""
    e.update("task", task.id, applicable=1, na_reason="", na_confirmer="", na_by="")


def set_person(checklist: Checklist, task_id: int, role: str, name: str) -> ChangeSet:
    """Make somebody the 责任领导 ("leader"), 责任人 ("owner") or 联系人 ("contact") of a task; "" takes him off."""
    if role not in OF_TASK:
        raise LookupError(role)
    with edit(checklist, f"task_{role}", number=get(checklist, task_id).number) as e:
        assign(e, role, [name], task=task_id, on=checklist.now()[:10])
    return e.changes


def set_people(checklist: Checklist, task_id: int, wanted: Mapping[str, str]) -> ChangeSet:
    """Say by role who answers for a task, as one step; "" takes somebody off."""
    with edit(checklist, "task_people", number=get(checklist, task_id).number) as e:
        for role in OF_TASK:
            if role in wanted:
                assign(e, role, [wanted[role]], task=task_id, on=checklist.now()[:10])
    return e.changes


def _read(checklist: Checklist, where: str, *values: object) -> list[Task]:
    run = checklist.db.conn.execute

    def texts(table: str, column: str) -> dict[int, list[str]]:
        source = f"{table} JOIN task ON task.id = task {where} ORDER BY {table}.number"
        return _grouped(run(f"SELECT task, {column} FROM {source}", values))

    clauses, sentences, marked = texts("clause", "text"), texts("sentence", "text"), texts("sentence", "level")
    bodies = texts("responsible_body", "name")
    persons = {
        (task, role): name
        for task, role, name in run(
            "SELECT task, role, person.name FROM assignment JOIN task ON task.id = task "
            f"JOIN person ON person.id = person {where}", values,
        )
    }  # fmt: skip
    rows = run(
        "SELECT id, part, number, label, title, body, applicable, na_reason, na_confirmer, na_by "
        f"FROM task {where} ORDER BY document, number",
        values,
    )
    return [
        Task(
            id=row[0], part=row[1], number=row[2], label=row[3], title=row[4], body=row[5],
            clause="".join(clauses[row[0]]), sentences=tuple(sentences[row[0]]), bodies=tuple(bodies[row[0]]),
            applicable=bool(row[6]), na_reason=row[7], na_confirmer=row[8], na_by=row[9],
            **{role: persons.get((row[0], role), "") for role in OF_TASK},
            levels=tuple(map(_level, sentences[row[0]], marked[row[0]])),
        )
        for row in rows
    ]  # fmt: skip


def _level(text: str, marked: str | None) -> str:
    return marked or proposed(text)


def _grouped(pairs: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
