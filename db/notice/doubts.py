"""What the reader is unsure of, with the line and the words it concerns."""

from collections.abc import Iterator, Sequence

from db import words
from db.notice.lines import Line
from db.notice.model import Doubt, Notice
from db.notice.outline import TaskDraft
from db.notice.sections import Document

_QUOTED = 40


def numbering(drafts: Sequence[TaskDraft]) -> Iterator[Doubt]:
    """Labels that neither follow the one before nor start again at one under another heading."""
    before: TaskDraft | None = None
    for draft in drafts:
        follows = draft.value == (before.value + 1 if before else 1)
        apart = before is not None and (draft.parent, draft.part, draft.heading) != (
            before.parent, before.part, before.heading,
        )  # fmt: skip
        if not follows and not (draft.value == 1 and (before is None or apart)):
            yield Doubt(draft.line.number, words.NOTICE_NUMBERING.format(line=draft.line.number, label=draft.label))
        before = draft


def unread_clauses(brackets: Sequence[Line]) -> Iterator[Doubt]:
    """Brackets that speak of who answers but name no body."""
    for bracket in brackets:
        quoted = bracket.text if len(bracket.text) <= _QUOTED else bracket.text[:_QUOTED] + "…"
        yield Doubt(bracket.number, words.NOTICE_CLAUSE_UNREAD.format(line=bracket.number, words=quoted))


def of_document(document: Document, notice: Notice, last: Line | None) -> Iterator[Doubt]:
    """A missing title, a text that breaks off, sections left aside, tasks without bodies."""
    if not notice.title:
        yield Doubt(0, words.NOTICE_WITHOUT_TITLE)
    if not notice.complete and last:
        yield Doubt(last.number, words.NOTICE_CUT.format(line=last.number, words=last.text[-12:]))
    for line in document.unread:
        yield Doubt(line, words.NOTICE_ANNEX_UNREAD.format(line=line))
    if not any(task.departments for task in notice.tasks):
        yield Doubt(0, words.NOTICE_WITHOUT_BODIES)


def of_copy(notice: Notice, other: Notice, line: int) -> Iterator[Doubt]:
    """A second copy that differs, or another notice in the same file."""
    if other.doc_number != notice.doc_number and other.title != notice.title:
        yield Doubt(line, words.NOTICE_SECOND.format(title=other.title, line=line))
    elif _content(other) != _content(notice):
        yield Doubt(line, words.NOTICE_COPIES_DIFFER.format(line=line))


def foreign(found: Sequence[tuple[int, str]]) -> Iterator[Doubt]:
    """Taiwan vocabulary that was left as it is."""
    if found:
        quoted = "、".join(word for _, word in found[:5])
        yield Doubt(found[0][0], words.NOTICE_TAIWAN.format(line=found[0][0], words=quoted))


def _content(notice: Notice) -> object:
    tasks = [(t.label, t.part, t.title, t.body, t.clause, t.departments) for t in notice.tasks]
    return tasks, [(part.title, part.intro) for part in notice.parts]
