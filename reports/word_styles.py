"""An empty Word document with the page and the styles of GB/T 9704-2012: 22 lines of 28 characters, 3号仿宋."""

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.words import word as words

EM = 200568  # the pitch of 156/28 mm, EMU
_MM, _PT = 36000, 12700  # EMU
_SIZE, _LINE = 16.0, 28.95  # 三号 as Word knows it; 22 lines of it make 225 mm, for Word counts the last one whole
_SPACE = round((156 * _MM / 28 / _PT - _SIZE) * 4096)  # what the grid adds to a character
# Name: (face, size, alignment, first line moved in by characters, outline level)
_STYLES: dict[str, tuple[str, float, str, int, int | None]] = {
    words.TITLE: (words.XBS, 22.0, "center", 0, None),
    words.FLUSH: (words.FANG, _SIZE, "both", 0, None),
    words.BODY: (words.FANG, _SIZE, "both", 2, None),
    words.FIRST: (words.HEI, _SIZE, "both", 2, 0),
    words.SECOND: (words.KAI, _SIZE, "both", 2, 1),
    words.ATTACHED: (words.FANG, _SIZE, "left", 0, None),
    words.SIGNED: (words.FANG, _SIZE, "right", 0, None),
    words.NOTE: (words.SONG, 9.0, "both", 0, None),
    words.COPIES: (words.FANG, 14.0, "both", 0, None),
    words.NUMBER: (words.SONG, 14.0, "left", 0, None),
}


def blank(*, duplex: bool) -> Any:
    """A document with nothing in it."""
    document = Document()
    _page(document, duplex=duplex)
    normal = document.styles["Normal"]
    _face(normal, words.FANG, _SIZE)
    for name, told in _STYLES.items():
        _style(document, name, *told)
    _number(document)
    return document


def _page(document: Any, *, duplex: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = 210 * _MM, 297 * _MM
    section.top_margin, section.bottom_margin = 37 * _MM, 35 * _MM
    section.left_margin, section.right_margin = 28 * _MM, 26 * _MM
    section.footer_distance = 25 * _MM  # the dash 7 mm under the body
    document.settings.odd_and_even_pages_header_footer = True
    if duplex:
        settings = document.settings.element
        settings.insert(1, OxmlElement("w:mirrorMargins"))  # behind w:zoom
    properties = section._sectPr
    for old in properties.findall(_tag("w:docGrid")):
        properties.remove(old)
    _put(properties, "w:docGrid", type="linesAndChars", linePitch=round(_LINE * 20), charSpace=_SPACE)


def _style(
    document: Any, name: str, face: str, size: float, alignment: str, indent: int, outline: int | None
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _face(style, face, size)
    properties = style.element.get_or_add_pPr()
    if outline is not None:
        _put(properties, "w:keepNext")
    _put(properties, "w:widowControl", val=0)  # it would leave pages of less than 22 lines
    if name in (words.NOTE, words.COPIES):
        _rules(properties, below=name == words.COPIES)
    exact = {words.TITLE: 33.5, words.NOTE: 12.0}.get(name, _LINE)
    _put(properties, "w:spacing", before=0, after=0, line=round(exact * 20), lineRule="exact")
    if indent:
        _put(properties, "w:ind", firstLineChars=indent * 100, firstLine=round(indent * EM / _PT * 20))
    _put(properties, "w:jc", val=alignment)
    if outline is not None:
        _put(properties, "w:outlineLvl", val=outline)


def _face(style: Any, face: str, size: float) -> None:
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    _put(properties, "w:rFonts", ascii=words.LATIN, hAnsi=words.LATIN, cs=words.LATIN, eastAsia=face)
    _put(properties, "w:sz", val=round(size * 2))
    _put(properties, "w:szCs", val=round(size * 2))
    _put(properties, "w:lang", val="zh-CN", eastAsia="zh-CN")


def _rules(properties: Any, *, below: bool) -> None:
    edges = _put(properties, "w:pBdr")
    for edge in ("w:top", "w:bottom") if below else ("w:top",):
        _put(edges, edge, val="single", sz=8 if below else 4, space=4, color="auto")


def _number(document: Any) -> None:
    """— 1 — in the foot, one character in from the outer edge: right on odd pages, left on even ones."""
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[words.NUMBER]
        properties = paragraph._p.get_or_add_pPr()
        inside = _put(properties, "w:ind")
        inside.set(_tag(f"w:{side}Chars"), "100")
        inside.set(_tag(f"w:{side}"), "280")
        _put(properties, "w:jc", val=side)
        paragraph.add_run(f"{words.DASH} ")
        field = _put(paragraph._p, "w:fldSimple", instr="PAGE")
        run = _put(field, "w:r")
        _put(run, "w:t").text = "1"
        paragraph.add_run(f" {words.DASH}")


def _put(parent: Any, tag: str, **attributes: object) -> Any:
    """Add an element with attributes of Word's own namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(_tag(f"w:{name}"), str(value))
    parent.append(element)
    return element


def _tag(name: str) -> str:
    return str(qn(name))
