"""延期审批表: asks for another due date on paper, with room for whoever has to agree; one for each application."""

from collections.abc import Iterator
from datetime import date

from db.extensions import Extension
from reports import approvals, frame
from reports.approvals import Subject
from reports.data import ReportData
from reports.typesetting.form import Block
from reports.typesetting.paper import Paper
from reports.words import approvals as words

_WRITTEN = 50.0  # for a reason written by hand, pt


def draw(data: ReportData, paper: Paper) -> Iterator[tuple[int, int]]:
    """Draw a form for each application, yielding (done, of) after each."""
    forms = list(_forms(data))
    for done, (subject, extension) in enumerate(forms, 1):
        code = subject.action.code
        number = extension.number if extension else subject.action.extensions + 1
        line = words.NUMBERED.format(code=code, n=number)
        approvals.draw_form(data, paper, subject, words.EXTENSION, line, _blocks(data, subject, extension))
        yield done, len(forms)


def title(data: ReportData) -> str:
    """The document's title."""
    return frame.title(data, words.EXTENSION)


def empty(data: ReportData) -> str:
    """Why there is none: nobody has asked."""
    return "" if any(_forms(data)) else words.NO_EXTENSIONS


def _forms(data: ReportData) -> Iterator[tuple[Subject, Extension | None]]:
    """The applications nobody has decided on, else the decided ones; for chosen actions without any an empty form."""
    found = [
        (subject, one)
        for subject in approvals.subjects(data)
        for one in data.records.extensions.get(subject.action.id, ())
    ]
    pending = [pair for pair in found if pair[1].decision == "pending"]
    yield from pending or found
    if data.options.actions and not found:
        yield from ((subject, None) for subject in approvals.subjects(data))


def _blocks(data: ReportData, subject: Subject, extension: Extension | None) -> list[Block]:
    action = subject.action
    newest = data.records.newest.get(action.id)
    stands = words.PROGRESS.format(percent=action.percent, done=newest.done if newest else "")
    return [
        *approvals.about(data, subject),
        *_dates(data, subject, extension),
        approvals.said(words.REASON, extension.reason if extension else "", _WRITTEN),
        approvals.said(words.STANDS, stands),
        approvals.signed(words.UNIT_SAYS, "", words.CHIEF, words.STAMP),
        approvals.signed(words.OFFICE_SAYS, "", words.HEAD),
        approvals.signed(words.LEADER_SAYS, _decided(extension), words.SIGNED),
    ]


def _dates(data: ReportData, subject: Subject, extension: Extension | None) -> Iterator[Block]:
    """The date it was given first and the one in force, the one asked for and how much longer that is, who asks."""
    action, said = subject.action, approvals.due
    first = said(action.original_due_on, action.original_due_words)
    if extension is None:
        yield approvals.pair(words.FIRST_DUE, first, words.OLD_DUE, said(action.due_on, action.due_words))
        yield approvals.pair(words.NEW_DUE, words.NO_DATE, words.LONGER, "")
        yield approvals.pair(words.APPLICANT, "", words.APPLIED_ON, words.NO_DATE)
        return
    old, new = date.fromisoformat(extension.old_due_on), date.fromisoformat(extension.new_due_on)
    span = data.yard.calendar.span(old, new)
    longer = words.DAYS.format(days=span.days, workdays=span.workdays)
    if new < old:
        longer = words.EARLIER.format(days=(old - new).days)
    applied = frame.day(extension.applied_on)
    applied = words.APPLIED_LATE.format(day=applied) if extension.late else applied
    yield approvals.pair(words.FIRST_DUE, first, words.OLD_DUE, said(extension.old_due_on, extension.old_due_words))
    yield approvals.pair(words.NEW_DUE, said(extension.new_due_on, extension.new_due_words), words.LONGER, longer)
    yield approvals.pair(words.APPLICANT, extension.applicant, words.APPLIED_ON, applied)


def _decided(extension: Extension | None) -> str:
    """What was decided, where it was."""
    if extension is None or extension.decision == "pending":
        return ""
    return words.DECIDED[extension.decision].format(
        new=frame.day(extension.new_due_on), approver=extension.approver, day=frame.day(str(extension.decided_on))
    )
