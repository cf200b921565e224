"""Text to lines: blanks that mean nothing go, hard-wrapped lines are joined, page numbers are dropped."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from db.errors import NotANotice
from db.notice import layout
from db.notice.layout import Label

MOST_LINES = 20_000

_HAN = re.compile("[\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_MARKS = frozenset("，。；：！？、（）《》〈〉〔〕【】“”‘’—…·")
_BLANKS = re.compile("[ \u2000-\u200a\u3000]+")
_BLANKS_AND_TABS = re.compile("[ \t\u2000-\u200a\u3000]+")
# After these a blank parts two issuers: 中共中央办公厅 国务院办公厅关于….
_ISSUER_ENDS = frozenset("部委局办厅院室府会行")
_PAGE_NUMBER = re.compile(r"[—－–\-~·\s]{1,6}\d{1,3}[—－–\-~·\s]{1,6}|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}")
_LONE_NUMBER = re.compile(r"\d{1,3}")
_CONTENTS = re.compile(r".{2,60}(?:…{2,}|\.{6,}|·{6,}|．{4,})\s*\d{0,3}")
# What Markdown puts around text, and what of the text is left.
_MARKDOWN = (
    (re.compile(r"^\s{0,3}#{1,6}\s+"), ""),
    (re.compile(r"^\s{0,3}>\s?"), ""),
    (re.compile(r"^\s{0,3}[-*+]\s+(?=[（(\d一二三四五六七八九十])"), ""),
    (re.compile(r"^(\s*\d{1,3})\\([.)])"), r"\1\2"),
    (re.compile(r"\*\*([^*]{1,500})\*\*"), r"\1"),
    (re.compile(r"__([^_]{1,500})__"), r"\1"),
)  # fmt: skip
_PIPES = re.compile(r"\s*\|(.*)\|\s*")
_RULER = re.compile(r"[\s|:+\-—－=_*]{3,}")


@dataclass(frozen=True)
class Line:
    """One line of the text: its place, counted from 1, and its words without blanks at the ends."""

    number: int
    text: str

    @cached_property
    def label(self) -> Label | None:
        """The label it begins with."""
        return layout.label(self.text)


@dataclass(frozen=True, slots=True)
class _Raw:
    number: int
    text: str
    indented: bool
    width: int


def read(text: str) -> list[Line]:
    """The lines that say something, tidied; lines a PDF broke are whole paragraphs again."""
    raw = [one for number, words in _unfolded(text) if (one := _raw(number, words)) is not None]
    if len(raw) > MOST_LINES:
        raise NotANotice("notice_too_many_lines", limit=MOST_LINES)
    full = _full_width(raw)
    if full:
        kept = (line for line in raw if not _LONE_NUMBER.fullmatch(line.text))
        return [Line(number, tidy(words)) for number, words in _joined(kept, full)]
    tables = any("\t" in line.text and layout.is_table_head(line.text.split("\t")) for line in raw)
    tidied = (Line(line.number, tidy(line.text, keep_tabs=tables)) for line in raw)
    return [line for line in tidied if line.text]


def _unfolded(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers; a paste that lost its line ends is cut at its blanks and labels."""
    lines = list(enumerate(text.split("\n"), 1))
    filled = [(number, line) for number, line in lines if line.strip()]
    if len(filled) > 2 or not any(len(layout.INNER_LABEL.findall(line)) > 1 for _, line in filled):
        return lines
    parts = ((number, part) for number, line in filled for part in line.split())
    return [(number, piece) for number, part in parts for piece in layout.INNER_LABEL.split(part)]


def tidy(line: str, keep_tabs: bool = False) -> str:
    """The line without blanks between Chinese characters, and around their marks."""
    pattern = _BLANKS if keep_tabs and "\t" in line else _BLANKS_AND_TABS
    labelled = "\t" in line or bool(layout.ROLE_LINE.match(line.lstrip()))
    issuers = line.find("关于") if len(line) < 300 else -1
    if issuers < 0 and len(line) < 100 and layout.is_organ(" ".join(line.split())):
        issuers = len(line)

    def kept(found: re.Match[str]) -> str:
        left, right = line[found.start() - 1 : found.start()], line[found.end() : found.end() + 1]
        if left in _MARKS or right in _MARKS or not left or not right:
            return ""
        if labelled and left in _ISSUER_ENDS and _HAN.match(right):
            return "、"
        if _HAN.match(left) or _HAN.match(right):
            apart = found.end() < issuers and left in _ISSUER_ENDS and bool(_HAN.match(right))
            return " " if apart or not _close(left, right) else ""
        return " "

    return pattern.sub(kept, line).strip(" \u3000" if keep_tabs else None)


def _close(left: str, right: str) -> bool:
    """Chinese beside Chinese or a figure takes no blank; beside a Latin word it may."""
    return all(_HAN.match(one) or one.isdigit() or one in "%/" for one in (left, right))


def _raw(number: int, line: str) -> _Raw | None:
    for pattern, plain in _MARKDOWN:
        line = pattern.sub(plain, line) if len(line) < 20_000 else line
    cells = _PIPES.fullmatch(line) if line.count("|") > 2 else None
    if cells:
        line = "\t".join(cell.strip() for cell in cells[1].split("|"))
    words = line.strip()
    if not words or _RULER.fullmatch(words) or _PAGE_NUMBER.fullmatch(words) or _CONTENTS.fullmatch(words):
        return None
    return _Raw(number, line.strip(" \u3000\n"), line[:1] in " \u3000\t", _width(words))


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in words[:400])


def _full_width(raw: list[_Raw]) -> int:
    """The width at which a PDF broke the lines, or 0 when the lines are paragraphs."""
    if len(raw) < 12:
        return 0
    widths = sorted(line.width for line in raw)
    widest = widths[len(widths) * 9 // 10]
    if not 30 <= widest <= 130 or widths[-1] > widest * 1.25:
        return 0
    full = [line for line in raw if line.width >= widest - 5]
    broken = [line for line in full if not line.text.endswith(("。", "；", "：", "）"))]
    return widest if len(full) * 5 > len(raw) * 2 and len(broken) * 2 > len(full) else 0


def _joined(raw: Iterable[_Raw], full: int) -> Iterator[tuple[int, str]]:
    held: list[_Raw] = []
    lines = list(raw)
    indents = sum(line.indented for line in lines) * 8 > len(lines)
    for line in lines:
        if held and not _goes_on(held[-1], line, full, indents):
            yield held[0].number, "".join(one.text for one in held)
            held = []
        held.append(line)
    if held:
        yield held[0].number, "".join(one.text for one in held)


def _goes_on(before: _Raw, line: _Raw, full: int, indents: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if any(layout.number_alone(one.text) or layout.date_alone(one.text) for one in (before, line)):
        return False
    ended = before.text.endswith(("。", "）", "！", "？", "：", "；"))
    if layout.label(tidy(line.text)) and (ended or line.indented or before.width < full - 8):
        return False
    if indents and before.width >= full - 8:
        return not line.indented
    return before.width >= full - 8 or (indents and not line.indented and not ended and before.width * 2 > full)
