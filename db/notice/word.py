"""A Word file to text: paragraphs with the numbers Word counts by itself, tables of tasks as rows."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from db.errors import NotANotice

_MOST_UNPACKED = 60 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"


def to_text(data: bytes) -> str:
    """The words of a .docx file; NotANotice when the file is damaged or none of Word's."""
    # Late: the package is only wanted when a Word file is read, never at the start.
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise NotANotice("notice_too_big")
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(document))
    except NotANotice:
        raise
    except Exception as error:  # a damaged file fails in every way zip, XML and python-docx know
        raise NotANotice("notice_word_damaged") from error


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    numbers = _Numbers(document)
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                cells = [" ".join(_words(part._element) for part in cell.paragraphs if part.text) for cell in row.cells]
                yield "\t".join(cell.replace("\n", "").replace("\t", " ") for cell in cells)
        else:
            yield numbers.label(item) + _words(item._element)


def _words(paragraph: Any) -> str:
    """The text of a paragraph with what was inserted under review, without what was deleted."""
    told = []
    for node in paragraph.iter():
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if tag == "t":
            told.append(node.text or "")
        elif tag in ("br", "cr"):
            told.append("\n")
        elif tag == "tab" and node.getparent().tag.endswith("}r"):
            told.append(" ")
    return "".join(told)


class _Numbers:
    """Word's own counting of paragraphs: 一、 and （一） that stand in no text."""

    def __init__(self, document: Any) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        try:
            self._read(document.part.numbering_part.element)
        except (KeyError, NotImplementedError, AttributeError):
            self._levels = {}

    def label(self, paragraph: Any) -> str:
        """The number Word prints before a paragraph, as text."""
        number, level = self._place(paragraph)
        levels = self._levels.get(number, {})
        if level not in levels:
            return ""
        self._counts[number, level] += 1
        for deeper in range(level + 1, 9):
            self._counts[number, deeper] = 0
        _, pattern, _ = levels[level]
        for depth in range(level + 1):
            style, _, start = levels.get(depth, ("decimal", "", 1))
            count = max(self._counts[number, depth], 1) + start - 1
            pattern = pattern.replace(f"%{depth + 1}", _WRITTEN.get(style, str)(count))
        return pattern

    def _place(self, paragraph: Any) -> tuple[str, int]:
        style = paragraph.style
        places = [paragraph._element.pPr, style.element.pPr if style is not None else None]
        for place in places:
            given = place.numPr if place is not None else None
            if given is not None and given.numId is not None:
                return str(given.numId.val), given.ilvl.val if given.ilvl is not None else 0
        return "", 0

    def _read(self, numbering: Any) -> None:
        kinds: dict[str, dict[int, tuple[str, str, int]]] = {}
        for kind in numbering.iterchildren(f"{_W}abstractNum"):
            levels = {}
            for level in kind.iterchildren(f"{_W}lvl"):
                said = {name: _said(level, name) for name in ("numFmt", "lvlText", "start")}
                start = int(said["start"]) if said["start"].isdigit() else 1
                if said["numFmt"] not in ("bullet", "none", ""):
                    levels[int(_value(level, "ilvl"))] = (said["numFmt"], said["lvlText"], start)
            kinds[_value(kind, "abstractNumId")] = levels
        for number in numbering.iterchildren(f"{_W}num"):
            self._levels[_value(number, "numId")] = kinds.get(_said(number, "abstractNumId"), {})


def _value(element: Any, name: str) -> str:
    return str(element.get(_W + name, "0"))


def _said(element: Any, name: str) -> str:
    child = element.find(_W + name)
    return "" if child is None else str(child.get(f"{_W}val", ""))


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= 20 else str(number)


_WRITTEN: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
