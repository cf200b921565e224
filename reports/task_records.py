"""What has come about in a task, action by action in a sentence each: reports, problems, dates, files, closings."""

from collections.abc import Iterator

from db.actions import Action
from db.closings import Closing
from db.evidence import Evidence
from db.extensions import Extension
from db.problems import Problem
from db.words.closings import METHODS
from db.words.problems import LEVELS, LEVELS_MEAN
from reports import frame
from reports.data import ReportData, TaskData
from reports.words import task_card as words


def of_task(data: ReportData, item: TaskData) -> Iterator[tuple[str, str]]:
    """The records of a task as (what they are, what they say), "" where there are none."""
    kept, its = data.records, item.actions

    def lines(told: Iterator[str]) -> str:
        return "\n".join(told)

    yield words.LATEST, lines(_reports(data, item))
    yield words.PROBLEMS, lines(_problem(data, a, one) for a in its for one in kept.problems.get(a.id, ()))
    yield words.EXTENSIONS, lines(_extension(a, one) for a in its for one in kept.extensions.get(a.id, ()))
    yield words.EVIDENCE, lines(_file(a, one) for a in its for one in kept.evidence.get(a.id, ()))
    yield words.CLOSINGS, lines(_closing(a, one) for a in its for one in kept.closings.get(a.id, ()))


def _reports(data: ReportData, item: TaskData) -> Iterator[str]:
    for action in item.actions:
        entry = data.records.newest.get(action.id)
        if entry and entry.done:
            yield words.REPORTED.format(
                code=action.code, done=entry.done.rstrip("。"), period=entry.period.name, percent=entry.percent
            )


def _problem(data: ReportData, action: Action, problem: Problem) -> str:
    entry = problem.entry
    if problem.solved_on:
        stands = words.SOLVED.format(day=frame.day(problem.solved_on), solution=problem.solution)
    else:
        stands = words.OPEN.format(days=problem.age(data.yard).days)
    cause = words.CAUSE.format(text=entry.cause.rstrip("。")) if entry.cause else ""
    return words.PROBLEM.format(
        code=action.code, text=entry.text.rstrip("。"), cause=cause,
        level=LEVELS[entry.level], meaning=LEVELS_MEAN[entry.level], day=frame.day(entry.raised_on), stands=stands,
    )  # fmt: skip


def _extension(action: Action, one: Extension) -> str:
    line = {"approved": words.EXTENSION, "refused": words.REFUSED, "pending": words.PENDING}[one.decision]
    return line.format(
        code=action.code, old=frame.day(one.old_due_on), new=frame.day(one.new_due_on), reason=one.reason.rstrip("。"),
        day=frame.day(one.decided_on or one.applied_on), approver=one.approver, applicant=one.applicant,
        late=words.LATE if one.late else "",
    )  # fmt: skip


def _file(action: Action, one: Evidence) -> str:
    note = words.NOTE.format(text=one.note) if one.note else ""
    return words.FILE.format(code=action.code, name=one.name, note=note, day=frame.day(one.added_on))


def _closing(action: Action, one: Closing) -> str:
    line = {"approved": words.CLOSED, "returned": words.RETURNED, "reopened": words.REOPENED}[one.result]
    return line.format(
        code=action.code, day=frame.day(one.decided_on), method=METHODS.get(one.method or "", ""),
        verifier=one.verifier, confirmer=one.confirmer, reason=one.reason.rstrip("。"),
    )  # fmt: skip
