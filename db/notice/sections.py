"""A text to its documents, and a document to its head and the section that holds the tasks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from db.notice import layout, paragraphs, tables
from db.notice.lines import Line

# How far from the title the letter's number stands, how much of a page's head is looked at, how many copies.
_NEAR, _HEAD, _COPIES = 8, 60, 9
_MARKS = re.compile(r"[《》〈〉“”\s]")


@dataclass(slots=True)
class Document:
    """One notice of a text: its head, the lines that hold its tasks, and the sections left aside."""

    title: str
    first_line: int
    doc_number: str | None = None
    issuer: str | None = None
    date: str | None = None
    body: list[Line] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    signed: bool = False


def documents(lines: Sequence[Line]) -> list[Document]:
    """The notices of a text, in order; what stands before the first title is web page."""
    starts = list(_starts(lines))
    if not starts:
        title, begin, count = _plain_title(lines)
        return [_document(title, lines, begin, begin + count, len(lines))]
    ends = [begin for _, begin, _ in starts[1:]] + [len(lines)]
    spans = [(title, begin, count, end) for (title, begin, count), end in zip(starts, ends, strict=True)]
    telling = [
        span for span in spans
        if any(line.label or "\t" in line.text for line in lines[span[1] : span[3]])
    ]  # fmt: skip
    taken = telling[:_COPIES] or spans[:1]
    return [_document(title, lines, begin, begin + count, end) for title, begin, count, end in taken]


def title_at(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The title that begins at a line and how many lines it takes, or ("", 0)."""
    if not layout.begins_title(lines[at].text):
        return "", 0
    found = ("", 0)
    for count in range(1, layout.TITLE_LINES + 1):
        taken = lines[at : at + count]
        joined = "".join(line.text for line in taken)
        apart = count > 1 and len(taken) == count and taken[-1].number - taken[-2].number > 2
        if len(taken) < count or len(joined) > layout.TITLE_LENGTH or apart:
            break
        closes = taken[-1].text.startswith(("的", "》", "〉", "（试行", "（20")) or layout.is_letter(joined)
        open_still = not found[0] or (closes and not layout.is_letter(found[0]))
        if "关于" in joined and layout.is_title(joined) and open_still:
            found = joined, count
    return found


def _starts(lines: Sequence[Line]) -> Iterator[tuple[str, int, int]]:
    """Where a notice begins: the first title 关于…, the same again, or another with a letter of its own."""
    first, at = "", 0
    while at < len(lines):
        title, count = title_at(lines, at)
        if title and not _organ_repeated(lines, at, count):
            same = _bare(title) == _bare(first)
            within = not same and (_bare(title) in _bare(first) or _bare(title).partition("关于")[2] in _bare(first))
            if not first or same or (not within and _has_letter(lines, at, at + count)):
                first = first or title
                yield title, at, count
                at += count
                continue
        at += 1


def _organ_repeated(lines: Sequence[Line], at: int, count: int) -> bool:
    """重庆市人民政府 above 重庆市人民政府办公厅关于… is the page's head, not the title's first line."""
    return count > 1 and "关于" in lines[at + 1].text and lines[at + 1].text.startswith(lines[at].text)


def _has_letter(lines: Sequence[Line], begin: int, end: int) -> bool:
    """Whether a number or an addressee stands near a title."""
    near = [*lines[max(begin - 2, 0) : begin], *lines[end : end + _NEAR]]
    return any(layout.number_alone(line.text) or layout.is_addressee(line.text) for line in near)


def _plain_title(lines: Sequence[Line]) -> tuple[str, int, int]:
    """A title without 关于 (…任务分解表) above the first label; its line and length."""
    for at, line in enumerate(lines[:60]):
        if line.label or "\t" in line.text:
            break
        for count in (1, 2, 3):
            joined = "".join(one.text for one in lines[at : at + count])
            if layout.is_title(joined) and not layout.is_chrome(line.text):
                return joined, at, count
    return "", 0, 0


def _bare(title: str) -> str:
    return _MARKS.sub("", title)


def _document(title: str, lines: Sequence[Line], begin: int, after: int, end: int) -> Document:
    own = list(lines[after:end])
    sections = list(_sections(own))
    chosen = _chosen(sections)
    told = Document(title, lines[begin].number if lines else 0)
    told.body = _without_tail(sections[chosen][1])
    told.unread = [part[0].number for n, (_, part) in enumerate(sections) if n != chosen and part and _weight(part)[0]]
    told.doc_number = _number(lines, begin, after, end)
    told.date, told.issuer = _signature(own)
    told.signed = told.date is not None
    told.date = told.date or _first(layout.date_said, [*lines[max(begin - _HEAD, 0) : begin], *own])
    told.issuer = told.issuer or (title.partition("关于")[0].strip() if "关于" in title else None) or None
    return told


def _sections(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Cut where the letter is signed and where annexes begin."""
    kind = "letter"
    held: list[Line] = []
    for at, line in enumerate(lines):
        if layout.is_annex(line.text) and _after_break(lines, at):
            yield kind, held
            kind, held = "annex", []
        elif _signs(lines, at):
            yield kind, held
            kind, held = "plan", []
        else:
            held.append(line)
    yield kind, held


def _after_break(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or not lines[at - 1].text.endswith(("，", "、"))


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line dates the letter: alone on its line, behind the issuer or the last sentence."""
    dated = layout.date_alone(lines[at].text)
    if not dated:
        return False
    return bool(dated[1]) or (at > 0 and (layout.is_organ(lines[at - 1].text) or lines[at - 1].text.endswith("。")))


def _signature(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    for at, line in enumerate(lines):
        if _signs(lines, at):
            date, issuer = layout.date_alone(line.text) or ("", "")
            above: list[str] = []
            while not issuer and at and layout.is_organ(lines[at - 1].text):
                at -= 1
                above.insert(0, lines[at].text)
            return date, issuer or "、".join(above) or None
    return None, None


def _chosen(sections: Sequence[tuple[str, list[Line]]]) -> int:
    """The section with the tasks: the first with a fair share of the clauses, else of the labels."""
    weights = [_weight(part) for _, part in sections]
    most = max(clauses for clauses, _ in weights)
    if most:
        return next(n for n, (clauses, _) in enumerate(weights) if clauses * 2 >= most)
    return max(range(len(weights)), key=lambda n: (weights[n][1], -n))


def _weight(lines: Sequence[Line]) -> tuple[int, int]:
    """How many clauses (or rows of a task table) and how many labels a section has."""
    table = tables.begins(lines)
    rows = len(lines) - table - 1 if table is not None else 0
    return rows + len(paragraphs.read(lines).clauses), sum(line.label is not None for line in lines)


def _without_tail(lines: Sequence[Line]) -> list[Line]:
    """The section without web page lines, the list of annexes, and what follows the notice."""
    kept: list[Line] = []
    listing = labelled = False
    for line in lines:
        if labelled and layout.stops(line.text):
            break
        listing = layout.lists_annexes(line.text) or (listing and len(line.text) < 80 and "。" not in line.text)
        if not listing and not layout.is_chrome(line.text):
            kept.append(line)
        labelled = labelled or line.label is not None
    while kept and layout.is_organ(kept[-1].text) and not kept[-1].label and len(kept) > 1:
        kept.pop()
    return kept


def _number(lines: Sequence[Line], begin: int, after: int, end: int) -> str | None:
    near = [*lines[after : min(after + _NEAR, end)], *lines[max(begin - _NEAR, 0) : begin]]
    head = lines[max(begin - _HEAD, 0) : begin]
    return _first(layout.number_alone, near) or _first(layout.number_said, [*head, *near])


def _first(read: Callable[[str], str | None], lines: Sequence[Line]) -> str | None:
    return next((found for line in lines if (found := read(line.text))), None)
