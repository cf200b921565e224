"""适用性向导: yes/no questions about the county propose which tasks do not concern it; somebody confirms each."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import resources
from db import documents, tasks
from db.changes import ChangeSet
from db.connection import Checklist
from db.edit import Edit, edit
from db.errors import RuleBroken
from db.notice.model import Notice
from db.tasks import Task

HINTS = ("applies", "partly", "conditional", "usually_not")
_SHIPPED = "532"
_STEPS = {(True, True): "applicability", (True, False): "applicability_out", (False, True): "applicability_back",
          (False, False): "replies"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A task, by its number, that may not concern the county, and why; `restore`: it does concern it after all."""

    task: int
    reason: str
    ticked: bool = True
    restore: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the county; a no is the reason why its task does not concern it."""

    id: str
    text: str
    task: int
    reason: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Hint:
    """What a task (`short` is its title in a few words) usually means for a county: one of HINTS, and why."""

    short: str
    hint: str
    reason: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What is known about one notice: its questions, a hint for every task, and what is proposed unasked."""

    doc_number: str
    questions: tuple[Question, ...]
    hints: Mapping[int, Hint]
    always: tuple[Proposal, ...]


def shipped() -> Guide:
    """The guide of the notice the program ships with."""
    data = json.loads(resources.path("applicability", f"{_SHIPPED}.json").read_text(encoding="utf-8"))
    return Guide(
        doc_number=data["doc_number"],
        questions=tuple(Question(**row) for row in data["questions"]),
        hints={row.pop("number"): Hint(**row) for row in data["tasks"]},
        always=tuple(Proposal(**row) for row in data["always"]),
    )


def of_notice(doc_number: str | None) -> Guide | None:
    """The guide of a notice by its 文号; None for a notice nobody has written questions for."""
    guide = shipped()
    return guide if documents.same_number(doc_number, guide.doc_number) else None


def for_new(notice: Notice | None) -> Guide | None:
    """The guide of the notice a checklist is about to be made of, None for the shipped one."""
    return of_notice(notice.doc_number) if notice else shipped()


def of(checklist: Checklist) -> Guide | None:
    """The guide of the notice a checklist answers; None where there is none."""
    return of_notice(documents.first(checklist).doc_number)


def replies(checklist: Checklist) -> dict[str, bool]:
    """What was answered, by the question's id."""
    rows = checklist.db.conn.execute("SELECT question, yes FROM reply")
    return {question: bool(yes) for question, yes in rows}


def confirmer(checklist: Checklist) -> str:
    """Who confirmed the last task that was left out; "" for nobody."""
    row = checklist.db.conn.execute(
        "SELECT na_confirmer FROM task WHERE applicable = 0 ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else ""


def propose(guide: Guide, given: Mapping[str, bool], every: Iterable[Task]) -> tuple[Proposal, ...]:
    """What the answers propose for tasks as they stand (none before there is a checklist), in the tasks' order.

    A yes proposes a task back only where it was left out for the very reason of its question.
    """
    out = {task.number: task.na_reason for task in every if not task.applicable}
    found = [one for one in guide.always if one.task not in out]
    for question in guide.questions:
        number, reply = question.task, given.get(question.id)
        if reply is False and number not in out:
            found.append(Proposal(number, question.reason, question.ticked))
        elif reply and out.get(number) == question.reason:
            found.append(Proposal(number, question.reason, restore=True))
    return tuple(sorted(found, key=lambda one: one.task))


def hint(guide: Guide, given: Mapping[str, bool], task: Task) -> Hint | None:
    """What to say of a task the county has not decided on; None where it needs no word or was decided."""
    found = guide.hints.get(task.number)
    if found is None or found.hint == "applies" or not task.applicable:
        return None
    asked = next((question for question in guide.questions if question.task == task.number), None)
    return None if asked and given.get(asked.id) else found


def reason(guide: Guide, number: int) -> str:
    """Why a task would not concern a county, as it can be confirmed; "" where it does concern every one."""
    known: tuple[Question | Proposal, ...] = (*guide.questions, *guide.always)
    return next((one.reason for one in known if one.task == number), "")


def check(chosen: Mapping[int, str], confirmer: str) -> None:
    """Raise RuleBroken where a reason or the confirmer cannot stand; its field names the task's reason."""
    for number, why in chosen.items():
        try:
            tasks.left_out(why, confirmer)
        except RuleBroken as error:
            if error.field == "reason":
                error.field = reason_field(number)
            raise


def reason_field(number: int) -> str:
    """The field a refusal of a task's reason names."""
    return f"reason {number}"


def confirm(
    checklist: Checklist,
    given: Mapping[str, bool],
    chosen: Mapping[int, str],
    restored: Collection[int] = (),
    confirmer: str = "",
) -> ChangeSet:
    """Keep the answers, leave out the chosen tasks (number: reason), count the restored ones again: one step.

    Raises RuleBroken where nothing at all would change.
    """
    check(chosen, confirmer)
    found = {number: tasks.numbered(checklist, number) for number in (*chosen, *restored)}
    step = _STEPS[bool(chosen), bool(restored)]
    with edit(checklist, step, out=len(chosen), back=len(restored)) as e:
        _keep(e, checklist, given)
        for number, why in chosen.items():
            tasks.leave_out(e, found[number], why, confirmer, checklist.by)
        for number in restored:
            tasks.take_in(e, found[number])
        if not e.changes:
            raise RuleBroken("applicability_nothing")
    return e.changes


def _keep(e: Edit, checklist: Checklist, given: Mapping[str, bool]) -> None:
    guide = of(checklist)
    known = {question.id for question in guide.questions} if guide else set()
    rows = dict(e.db.conn.execute("SELECT question, id FROM reply").fetchall())
    for question, yes in given.items():
        if question not in known:
            raise RuleBroken("question_unknown", value=question)
        if question in rows:
            e.update("reply", rows[question], yes=int(yes))
        else:
            e.insert("reply", question=question, yes=int(yes))
    for question in rows.keys() - given.keys():
        e.delete("reply", rows[question])
