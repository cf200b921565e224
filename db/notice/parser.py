"""Text to Notice: title, letter, parts, tasks and responsible bodies, told by how their lines begin and end.

Works on Simplified text with full-width punctuation. What is not understood is left in the text or
named in a warning; nothing is invented.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from db import words
from db.errors import NotANotice
from db.notice import clauses
from db.notice.model import Notice, NoticePart, NoticeTask
from db.notice.reading import to_text
from db.notice.script import to_simplified

_CN = "一二三四五六七八九十百〇零"
_TITLE = re.compile(
    r"[^：。]*关于[^：。]*(?:通知|意见|方案|要点|办法|决定)"
    r"|[^：。]{4,60}(?:分解表|任务|要点|方案)"
)
_NUMBER = re.compile(r"[^\s：，。（）《》]{1,12}[〔\[（]20\d\d[〕\]）]第?\d+号")
_DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_PART = re.compile(rf"([{_CN}]+)、([^。；：]{{2,40}})")
_CHROME = re.compile(r"(扫一扫|回到顶部|打印|关闭窗口|【.*】|分享到|相关链接).{0,20}")
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+$")
_SENTENCE_END = ("。", "！", "？", "）", "”", "；", "：")

_LOOSE = re.compile(r"[ \t\u3000]*([，。；：！？、（）《》〔〕])[ \t\u3000]*")

# The ways a task is labelled, outermost first; the first one a notice uses labels its tasks.
_TASK_LABELS = (
    re.compile(rf"(（[{_CN}]+）)[、.．]?(.*)"),
    re.compile(r"(\d{1,3}(?:[、．)）]|\.(?!\d)))(.*)"),
    re.compile(rf"([{_CN}]+、)(.*)"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its place, counted from 1, and its words without blanks at the ends."""

    number: int
    text: str


@dataclass(slots=True)
class _Draft:
    """A task while its paragraphs are being collected."""

    line: int
    label: str
    part: int | None
    paragraphs: list[str] = field(default_factory=list)


def read_notice(data: bytes, encoding: str | None = None) -> Notice:
    """The notice in a saved page or text file; NotANotice when there is none."""
    original = to_text(data, encoding)
    return parse(to_simplified(original), original)


def parse(text: str, original: str = "") -> Notice:
    """The notice in a Simplified text; of several copies the first. Raises NotANotice."""
    copies = _copies(_lines(text))
    notice, warnings = _parse_one(copies[0])
    for copy in copies[1:]:
        warnings += _compared(notice, copy)
    return replace(notice, warnings=tuple(warnings), original=original or text)


def as_json(notice: Notice) -> dict[str, object]:
    """The notice as the command line prints it."""
    return {
        "title": notice.title, "doc_number": notice.doc_number, "issuer": notice.issuer, "date": notice.date,
        "complete": notice.complete, "warnings": list(notice.warnings),
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


def _lines(text: str) -> list[Line]:
    tidy = (_LOOSE.sub(r"\1", line).strip() for line in text.split("\n"))
    return [Line(number, line) for number, line in enumerate(tidy, 1) if line]


def _title_at(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The title that begins at a line and how many lines it takes (up to three), or ("", 0)."""
    for count in (1, 2, 3):
        joined = "".join(line.text for line in lines[at : at + count])
        if len(joined) <= 120 and _TITLE.fullmatch(joined):
            return joined, count
    return "", 0


def _copies(lines: list[Line]) -> list[list[Line]]:
    """Cut the text where a title (关于…的通知) begins; what stands before the first one is web chrome."""
    starts = [n for n in range(len(lines)) if "关于" in _title_at(lines, n)[0]]
    starts = [n for n in starts if not any(n - back in starts for back in (1, 2))] or [0]
    ends = [*starts[1:], len(lines)]
    return [lines[start:end] for start, end in zip(starts, ends, strict=True)]


def _parse_one(lines: list[Line]) -> tuple[Notice, list[str]]:
    title, taken = _title_at(lines, 0)
    label = _label_style(lines)
    if label is None:
        raise NotANotice("notice_without_tasks")
    head_end = next(n for n, line in enumerate(lines) if _is_part(line, label) or label.fullmatch(line.text))
    head = lines[taken:head_end]
    parts, drafts = _collect(lines[head_end:], label)
    tasks = tuple(_finished(draft, number) for number, draft in enumerate(drafts, 1))
    if not title and not any(task.departments for task in tasks):
        raise NotANotice("notice_unlike")
    whole = drafts[-1].paragraphs[-1].endswith(_SENTENCE_END)
    notice = Notice(
        title=title, doc_number=_first(_NUMBER, lines[: head_end + 1]), issuer=_issuer(head, title),
        date=_date(head), complete=whole, parts=tuple(parts), tasks=tasks, preamble=_preamble(head),
    )  # fmt: skip
    return notice, _warnings(notice, drafts)


def _label_style(lines: Sequence[Line]) -> re.Pattern[str] | None:
    for style in _TASK_LABELS:
        if any(style.fullmatch(line.text) for line in lines):
            return style
    return None


def _is_part(line: Line, label: re.Pattern[str]) -> re.Match[str] | None:
    return None if label is _TASK_LABELS[2] else _PART.fullmatch(line.text)


def _collect(lines: list[Line], label: re.Pattern[str]) -> tuple[list[NoticePart], list[_Draft]]:
    """Hand every line to the part or task it belongs to."""
    parts: list[NoticePart] = []
    drafts: list[_Draft] = []
    for line in lines:
        part, task = _is_part(line, label), label.fullmatch(line.text)
        if part:
            parts.append(NoticePart(len(parts) + 1, part[2], ""))
        elif task:
            drafts.append(_Draft(line.number, task[1], len(parts) or None, [task[2].strip()]))
        elif parts and (not drafts or drafts[-1].part != len(parts)):
            last = parts[-1]
            parts[-1] = NoticePart(last.number, last.title, last.intro + line.text)
        elif drafts and line.text.endswith(_SENTENCE_END) and not _CHROME.fullmatch(line.text):
            drafts[-1].paragraphs.append(line.text)
    return parts, drafts


def _finished(draft: _Draft, number: int) -> NoticeTask:
    texts, found = [], []
    for paragraph in draft.paragraphs:
        text, clause = clauses.split(paragraph)
        texts.append(text)
        found += [clause] if clause else []
    title, _, rest = texts[0].partition("。")
    body = "\n".join(text for text in (rest.strip(), *texts[1:]) if text)
    return NoticeTask(
        number=number, label=draft.label, part=draft.part, title=title.strip(), body=body,
        sentences=tuple(_sentences(body)), clause="".join(clause.text for clause in found),
        departments=clauses.union(found), groups=tuple(clause.bodies for clause in found),
        open_list=any(clause.open_list for clause in found),
        lead=clauses.union(found, "lead"), support=clauses.union(found, "support"),
    )  # fmt: skip


def _sentences(body: str) -> Iterator[str]:
    """The sentences of a body; the 。 inside quotes or brackets ends none."""
    for paragraph in body.split("\n"):
        held = ""
        for piece in _SENTENCE.findall(paragraph):
            held += piece
            if held.count("“") <= held.count("”") and held.count("（") <= held.count("）"):
                yield held.strip()
                held = ""
        if held.strip():
            yield held.strip()


def _first(pattern: re.Pattern[str], lines: Sequence[Line]) -> str | None:
    return next((found[0] for line in lines if (found := pattern.search(line.text))), None)


def _dated(head: Sequence[Line]) -> int | None:
    """Where the letter is dated: a line that holds nothing but a date."""
    return next((n for n, line in enumerate(head) if _DATE.fullmatch(line.text)), None)


def _date(head: Sequence[Line]) -> str | None:
    at = _dated(head)
    found = _DATE.fullmatch(head[at].text) if at is not None else None
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else None


def _issuer(head: Sequence[Line], title: str) -> str | None:
    at = _dated(head)
    if at and not head[at - 1].text.endswith(_SENTENCE_END):
        return head[at - 1].text
    return title.partition("关于")[0] or None


def _preamble(head: Sequence[Line]) -> str:
    at = _dated(head)
    return "".join(line.text for line in head[(at or 0) + 1 :] if line.text.endswith(_SENTENCE_END))


def _warnings(notice: Notice, drafts: Sequence[_Draft]) -> list[str]:
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _numbering(drafts),
        lambda: iter([] if notice.complete else [_cut(drafts[-1])]),
        lambda: iter([] if any(t.departments for t in notice.tasks) else [words.NOTICE_WITHOUT_BODIES]),
    )
    return [warning for check in checks for warning in check()]


def _cut(last: _Draft) -> str:
    return words.NOTICE_CUT.format(line=last.line, words=last.paragraphs[-1][-12:])


def _numbering(drafts: Sequence[_Draft]) -> Iterator[str]:
    """Labels that neither follow the one before nor start again at one."""
    before = 0
    for draft in drafts:
        value = _value(draft.label)
        if value not in (before + 1, 1) or (value == 1 and before == 1):
            yield words.NOTICE_NUMBERING.format(line=draft.line, label=draft.label)
        before = value


def _value(label: str) -> int:
    digits = re.sub(r"\D", "", label)
    if digits:
        return int(digits)
    total, ones = 0, {c: n for n, c in enumerate("〇一二三四五六七八九")}
    figure = 0
    for character in label:
        if character in ones:
            figure = ones[character]
        elif character in "十百":
            total += (figure or 1) * (10 if character == "十" else 100)
            figure = 0
    return total + figure


def _compared(notice: Notice, copy: list[Line]) -> list[str]:
    try:
        other, _ = _parse_one(copy)
    except NotANotice:
        return []
    line = copy[0].number
    if other.doc_number != notice.doc_number:
        return [words.NOTICE_SECOND.format(title=other.title, line=line)]
    same = (other.tasks, other.parts) == (notice.tasks, notice.parts)
    return [] if same else [words.NOTICE_COPIES_DIFFER.format(line=line)]

