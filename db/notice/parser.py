"""Text to Notice: title, letter, parts, tasks and responsible bodies, told by how their lines begin and end.

Works on Simplified text with full-width punctuation. What is not understood is left in the text or
named in a warning; nothing is invented.
"""

from collections.abc import Sequence
from dataclasses import replace

from db.errors import NotANotice
from db.notice import clauses, doubts, layout, lines, outline, pages, paragraphs, script, sections, tables
from db.notice.clauses import Clause
from db.notice.lines import Line
from db.notice.model import Doubt, Notice, NoticePart, NoticeTask
from db.notice.outline import Outline, TaskDraft
from db.notice.reading import checked_length, to_text
from db.notice.sections import Document

_WHOLE_ENDS = ("。", "！", "？", "”", "）", "》", "】", "〕")


def read_notice(data: bytes, encoding: str | None = None) -> Notice:
    """The notice in a saved page or file; NotANotice when there is none."""
    return read_text(to_text(data, encoding))


def read_text(original: str) -> Notice:
    """The notice in a pasted text of any script, or in the source of a page; NotANotice when there is none."""
    original = pages.to_text(original) if pages.is_page(original) else original
    simplified = script.to_simplified(checked_length(original))
    notice = parse(simplified, original)
    foreign = doubts.foreign(script.foreign_words(original, simplified))
    return replace(notice, warnings=(*notice.warnings, *foreign))


def parse(text: str, original: str = "") -> Notice:
    """The notice in a Simplified text; of several copies the first. Raises NotANotice."""
    found = sections.documents(lines.read(checked_length(text)))
    notice = _notice(found[0])
    warnings = list(notice.warnings)
    for document in found[1:]:
        try:
            warnings += doubts.of_copy(notice, _notice(document), document.first_line)
        except NotANotice:
            continue
    return replace(notice, warnings=tuple(warnings), original=original or text)


def as_json(notice: Notice) -> dict[str, object]:
    """The notice as the command line prints it."""
    return {
        "title": notice.title, "doc_number": notice.doc_number, "issuer": notice.issuer, "date": notice.date,
        "complete": notice.complete, "warnings": [str(doubt) for doubt in notice.warnings],
        "parts": [{"number": p.number, "title": p.title, "intro": p.intro} for p in notice.parts],
        "tasks": [
            {
                "number": t.number, "label": t.label, "part": t.part, "title": t.title, "body": t.body,
                "sentences": list(t.sentences), "departments": list(t.departments),
                "groups": [list(group) for group in t.groups], "open_list": t.open_list,
                "lead": list(t.lead), "support": list(t.support), "due_words": t.due_words,
            }
            for t in notice.tasks
        ],
    }  # fmt: skip


def _notice(document: Document) -> Notice:
    table = tables.begins(document.body)
    read = _from_labels if table is None else _from_table
    notice, warnings, last = read(document)
    if not notice.tasks:
        raise NotANotice("notice_without_tasks")
    spoken = notice.doc_number or "关于" in notice.title or (notice.title and notice.date)
    if not spoken and not any(task.departments for task in notice.tasks):
        raise NotANotice("notice_unlike")
    return replace(notice, warnings=(*warnings, *doubts.of_document(document, notice, last)))


def _from_table(document: Document) -> tuple[Notice, list[Doubt], None]:
    at = tables.begins(document.body) or 0
    parts, tasks = tables.read(document.body[at:])
    return _made(document, parts, tasks, document.body[:at], True), [], None


def _from_labels(document: Document) -> tuple[Notice, list[Doubt], Line | None]:
    found = outline.read(document.body)
    if found.tasks:
        found.tasks[-1].paragraphs = _without_closing(found.tasks)
    first_leads = any(clauses.declares_first_leads(line.text) for line in document.body)
    told = [paragraphs.read(draft.paragraphs) for draft in found.tasks]
    tasks = [
        _task(draft, read.texts, [clauses.first_leading(one) if first_leads else one for one in read.clauses], number)
        for number, (draft, read) in enumerate(zip(found.tasks, told, strict=True), 1)
    ]
    warnings = list(doubts.numbering(found.tasks))
    warnings += doubts.unread_clauses([bracket for read in told for bracket in read.doubtful])
    last = document.body[-1] if document.body else None
    whole = last is None or _whole(found, last, document.signed)
    parts = [NoticePart(n, part.title, "".join(part.intro), part.line.number) for n, part in enumerate(found.parts, 1)]
    return _made(document, parts, tasks, found.before, whole), warnings, last


def _made(
    document: Document, parts: list[NoticePart], tasks: list[NoticeTask], before: Sequence[Line], whole: bool
) -> Notice:
    preamble = "".join(
        line.text
        for line in before
        if line.text.endswith(layout.SENTENCE_END)
        and not (layout.is_addressee(line.text) or layout.is_chrome(line.text))
    )
    return Notice(
        title=document.title, doc_number=document.doc_number, issuer=document.issuer, date=document.date,
        complete=whole, parts=tuple(parts), tasks=tuple(tasks), preamble=preamble,
    )  # fmt: skip


def _task(draft: TaskDraft, texts: Sequence[str], found: Sequence[Clause], number: int) -> NoticeTask:
    title, body = paragraphs.title_and_body(texts)
    naming = [clause for clause in found if clause.bodies]
    return NoticeTask(
        number=number, label=draft.label, part=draft.part, title=title, body=body,
        sentences=tuple(paragraphs.sentences(body)), clause="".join(clause.text for clause in found),
        departments=clauses.union(naming), groups=tuple(clause.bodies for clause in naming),
        open_list=any(clause.open_list for clause in naming), lead=clauses.union(naming, "lead"),
        support=clauses.union(naming, "support"),
        due_words="；".join(dict.fromkeys(clause.due for clause in found if clause.due)),
        line=draft.line.number, heading=draft.heading,
    )  # fmt: skip


def _without_closing(drafts: Sequence[TaskDraft]) -> list[Line]:
    """The last task's lines without what closes the notice: plain lines behind its last clause.

    Where other tasks too go on behind their clause, or nobody answers, all lines are the task's own.
    """
    last = drafts[-1].paragraphs
    own = _to_last_clause(last)
    if own == len(last) or any(_to_last_clause(draft.paragraphs) < len(draft.paragraphs) for draft in drafts[:-1]):
        return last
    alone = len(drafts) == 1 and not layout.closes(last[own].text)
    return last if alone else last[:own]


def _to_last_clause(lines_of_task: Sequence[Line]) -> int:
    """How many lines there are up to the last clause or labelled line; all, when there is no clause."""
    named = [n for n, line in enumerate(lines_of_task) if paragraphs.read([line]).clauses]
    labelled = [n for n, line in enumerate(lines_of_task) if n and line.label]
    return max(named + labelled) + 1 if named else len(lines_of_task)


def _whole(found: Outline, last: Line, signed: bool) -> bool:
    """Whether the text ends as its tasks do: with a full stop, where most of them have one."""
    if last.text.endswith(_WHOLE_ENDS) or clauses.is_label_line(last.text) or paragraphs.split(last.text)[1]:
        return True
    stopped = sum(draft.paragraphs[-1].text.endswith(_WHOLE_ENDS) for draft in found.tasks if draft.paragraphs)
    return len(found.tasks) > 2 and stopped * 2 < len(found.tasks)
