"""What a spreadsheet puts on the clipboard, as rows of cells; and cells as a spreadsheet takes them back."""

import re
from collections.abc import Iterable, Sequence

from db.errors import RuleBroken

MOST_ROWS, MOST_CHARACTERS = 10_000, 4_000_000
Cells = tuple[str, ...]
_FORMULA = tuple("=+-@＝＋－＠")  # what a spreadsheet works out; text that begins so bears an apostrophe
# A cell that begins with a quotation mark without one before the next tab means that mark itself.
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")


def table(text: str) -> list[Cells]:
    """The rows of a table parted by tabs, all equally long, the empty ones at the end left out.

    A cell in quotation marks may hold tabs and line breaks, two marks in it are one, as Excel and WPS write them.
    The apostrophe that kept a cell from being worked out is no part of it.
    Raises RuleBroken for more than anybody pastes.
    """
    text = text.replace("\0", "")
    if len(text) > MOST_CHARACTERS:
        raise RuleBroken("pasted_long", field="text", limit=MOST_ROWS)
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        found = _QUOTED.match(text, at) or _PLAIN.match(text, at)
        cell, at = (found[0], found.end()) if found else ("", at)
        quoted = found is not None and found.re is _QUOTED
        rows[-1].append(unprotected((cell[1:-1].replace('""', '"') if quoted else cell).strip()))
        if at == len(text):
            break
        if text[at] != "\t":
            at += text[at : at + 2] == "\r\n"
            rows.append([])
        at += 1
        if len(rows) > MOST_ROWS + 1:
            raise RuleBroken("pasted_long", field="text", limit=MOST_ROWS)
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((n for row in rows for n, cell in enumerate(row, 1) if cell), default=0)
    return [tuple((*row, *[""] * width)[:width]) for row in rows]


def text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a spreadsheet takes them from the clipboard, each cell as the text it is; `table` reads them back."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def unprotected(cell: str) -> str:
    """A cell without the apostrophe that kept it from being worked out."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _cell(cell: str) -> str:
    """A cell quoted where it holds what parts cells, or a quotation mark; protected from being worked out."""
    cell = "'" + cell if cell.startswith(_FORMULA) else cell
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[\t\r\n"]', cell) else cell
