"""A saved web page to text: scripts, styles and menus go, paragraphs and rows of tables become lines."""

import re
from collections.abc import Iterator
from typing import Any

from db.errors import NotANotice
from db.notice import layout

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|article|section|h\d|!--)[\s>\-]",
    re.I,
)
_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "head", "select", "button", "iframe", "svg", "nav", "footer", "input",
     "textarea", "object", "embed", "audio", "video", "option")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody",
     "td", "th", "thead", "tr", "ul", "body", "html")
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MOST_ROWS, _MOST_SPAN = 5000, 200


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page."""
    return bool(_BEGINS.match(text))


def to_text(source: str) -> str:
    """The words a reader of the page sees, one paragraph a line; rows of a table of tasks parted by tabs."""
    # Late: the parser is only wanted when a page is read, never at the start.
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise NotANotice("notice_empty") from error
    if root is None:
        raise NotANotice("notice_empty")
    return "\n".join(line for line in "".join(_pieces(root)).split("\n") if line.strip())


def _pieces(root: Any) -> Iterator[str]:
    """The text of the tree in order, with line ends at the borders of blocks; no recursion, pages nest deep."""
    waiting: list[Any] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        tail = [_one_line(item.tail)] if item.tail and item is not root else []
        if not isinstance(item.tag, str) or item.tag in _DROPPED or _HIDDEN.search(item.get("style", "")):
            waiting += tail
            continue
        rows = _rows(item) if item.tag == "table" else None
        end = ["\n"] if item.tag in _BLOCKS else []
        if rows is not None:
            waiting += [*tail, "\n" + "\n".join("\t".join(row) for row in rows) + "\n"]
            continue
        words = item.text or ""
        begin = [*end, words if item.tag == "pre" else _one_line(words)]
        waiting += [*tail, *end, *reversed(item), *reversed(begin)]


def _one_line(words: str) -> str:
    return re.sub(r"[\r\n\t]+[ \r\n\t]*", "", words)


def _rows(table: Any) -> list[list[str]] | None:
    """The rows of a table of tasks or of a page's data; None for a table that only lays the page out."""
    if table.find(".//table") is not None:
        return None
    grid = _grid(table)
    if any(layout.is_table_head(row) for row in grid[:5]):
        return grid
    labels = sum(cell.rstrip().endswith(("：", ":")) and len(cell) < 16 for row in grid for cell in row)
    return [["".join(row)] for row in grid] if labels > 1 else None


def _grid(table: Any) -> list[list[str]]:
    """The cells by row and column; a cell that spans several says its words in each row."""
    told: list[list[str]] = []
    held: dict[int, tuple[int, str]] = {}
    for row in list(table.iter("tr"))[:_MOST_ROWS]:
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, held)
            words = " ".join("".join(_pieces(cell)).split())
            down = _span(cell.get("rowspan")) - 1
            for _ in range(_span(cell.get("colspan"))):
                if down > 0:
                    held[len(cells)] = (down, words)
                cells.append(words)
        _fill(cells, held)
        told.append(cells)
    return told


def _fill(cells: list[str], held: dict[int, tuple[int, str]]) -> None:
    while len(cells) in held:
        column = len(cells)
        left, words = held.pop(column)
        if left > 1:
            held[column] = (left - 1, words)
        cells.append(words)


def _span(said: str | None) -> int:
    return min(max(int(said), 1), _MOST_SPAN) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1
