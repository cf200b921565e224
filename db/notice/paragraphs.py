"""A task's paragraphs: responsible clauses taken out, the title cut off, the body in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.notice import clauses
from db.notice.clauses import Clause
from db.notice.lines import Line

_OPENING, _CLOSING = "（〔【[", "）〕】]"
_VERBS = ("负责", "牵头", "配合", "落实", "参与", "实施", "起草", "承担", "承办", "办理")
_SENTENCE_ENDS = "。！？"
_TRAILING = "”’）》"
_PAIRS = {"“": "”", "（": "）"}


@dataclass(frozen=True, slots=True)
class Told:
    """What paragraphs say: the texts without clauses, the clauses, and brackets nobody could read."""

    texts: tuple[str, ...]
    clauses: tuple[Clause, ...]
    doubtful: tuple[Line, ...] = ()


def read(paragraphs: Sequence[Line]) -> Told:
    """Take the clauses out of paragraphs; label lines that follow each other are one clause."""
    texts: list[str] = []
    found: list[Clause] = []
    doubtful: list[Line] = []
    labelled: list[str] = []
    for paragraph in [*paragraphs, Line(0, "")]:
        if paragraph.text and (clauses.is_label_line(paragraph.text) or (labelled and labelled[-1].endswith("："))):
            labelled.append(paragraph.text)
            continue
        if labelled:
            clause = clauses.read(_one_line(labelled))
            found += [clause] if clause else []
            texts += [] if clause else labelled
            labelled = []
        text, inner, odd = split(paragraph.text)
        found += inner
        doubtful += [Line(paragraph.number, quoted) for quoted in odd]
        texts += [text] if text else []
    return Told(tuple(texts), tuple(found), tuple(doubtful))


def split(paragraph: str) -> tuple[str, list[Clause], list[str]]:
    """A paragraph's text without its clauses, the clauses, and the brackets that seem to be clauses."""
    if not any(mark in paragraph for mark in "（〔【[："):
        return paragraph, [], []
    at = clauses.inline_label(paragraph)
    tail = clauses.read(paragraph[at:]) if at > 0 else None
    if tail:
        text, inner, odd = split(paragraph[:at])
        return text, [*inner, tail], odd
    text, begin = "", 0
    found: list[Clause] = []
    doubtful: list[str] = []
    for start, end in _brackets(paragraph):
        inside = paragraph[start + 1 : end - 1]
        clause = clauses.read(inside) if _may_be_clause(paragraph, start, end, inside) else None
        if clause:
            found.append(clause)
            text += paragraph[begin:start]
            begin = end + (paragraph[end : end + 1] in tuple("。；") and text.endswith(tuple("。；！")))
        elif clauses.doubtful(inside) and _stands_alone(paragraph, start, end):
            doubtful.append(paragraph[start:end])
    return (text + paragraph[begin:]).strip(), found, doubtful


def title_and_body(texts: Sequence[str]) -> tuple[str, str]:
    """The title is the first sentence of the first paragraph, or all of it when it holds only one."""
    first = texts[0] if texts else ""
    at = next(iter(_ends(first)), len(first))
    title, rest = first[:at], first[at:].strip()
    return title.rstrip("。：").strip(), "\n".join(text for text in (rest, *texts[1:]) if text)


def sentences(body: str) -> Iterator[str]:
    """The sentences of a body; the 。 inside quotes or brackets ends none."""
    for paragraph in body.split("\n"):
        begin = 0
        for end in _ends(paragraph):
            if paragraph[begin:end].strip():
                yield paragraph[begin:end].strip()
            begin = end
        if paragraph[begin:].strip():
            yield paragraph[begin:].strip()


def _ends(paragraph: str) -> Iterator[int]:
    """Where sentences end: behind 。 and the marks that close with it."""
    open_marks = dict.fromkeys(_PAIRS, 0)
    closing = {close: mark for mark, close in _PAIRS.items()}
    at, ended = 0, False
    while at < len(paragraph):
        character = paragraph[at]
        if ended and character not in _SENTENCE_ENDS + _TRAILING:
            ended = False
            if not any(count > 0 for count in open_marks.values()):
                yield at
        if character in open_marks:
            open_marks[character] += 1
        elif character in closing:
            open_marks[closing[character]] -= 1
        ended = ended or character in _SENTENCE_ENDS
        at += 1
    if ended:
        yield at


def _brackets(paragraph: str) -> Iterator[tuple[int, int]]:
    """The outermost brackets of a paragraph, as start and end; one that never closes is none."""
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(paragraph):
        if character in _OPENING and len(opened) < 8:
            opened.append((_CLOSING[_OPENING.index(character)], at))
        elif opened and character == opened[-1][0]:
            _, start = opened.pop()
            if not opened:
                yield start, at + 1
        elif opened and character in _SENTENCE_ENDS and at - opened[0][1] > clauses.LONGEST:
            opened = []


def _may_be_clause(paragraph: str, start: int, end: int, inside: str) -> bool:
    if clauses.is_label_line(inside):
        return True
    worded = any(word in inside[-40:] for word in _VERBS) or "牵头" in inside
    return _stands_alone(paragraph, start, end) if worded else _closes(paragraph, start, end)


def _stands_alone(paragraph: str, start: int, end: int) -> bool:
    """A bracket of its own: behind a sentence, or where the sentence or the paragraph ends."""
    return start == 0 or paragraph[start - 1] in "。；！？”）】" or paragraph[end : end + 1] in ("", "。", "；")


def _closes(paragraph: str, start: int, end: int) -> bool:
    last = end + 2 >= len(paragraph) and paragraph[end:].strip("。；") == ""
    return last and start > 0 and paragraph[start - 1] in "。！；）"


def _one_line(labelled: Sequence[str]) -> str:
    """牵头单位：甲 / 责任单位：乙 as one clause."""
    said = ""
    for line in labelled:
        bare = line.strip("（）〔〕【】[]") if line.count("（") != line.count("）") or line[0] in _OPENING else line
        said += bare if said.endswith("：") or not said else "；" + bare.rstrip("。；")
        said = said.rstrip("。；")
    return said
