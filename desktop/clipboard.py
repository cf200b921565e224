"""Rows on the clipboard: as text a spreadsheet takes, and as a table a document takes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from db.pasted_cells import FORMULA

_CELL = 'style="mso-number-format:\'\\@\'"'  # as text: 6月30日 is not to become a day of another year


def put_rows(rows: Sequence[Sequence[str]]) -> None:
    """Copy rows of cells, the first of them the head."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(map(_plain, row)) for row in rows))
    mime.setHtml(_table(rows))
    QGuiApplication.clipboard().setMimeData(mime)


def _plain(cell: str) -> str:
    """A cell as spreadsheets read it: one that holds a line break or a quotation mark is quoted.

    One that would be worked out as a formula bears an apostrophe; in the table cells are marked as text instead.
    """
    cell = cell.replace("\t", " ")
    cell = "'" + cell if cell.startswith(FORMULA) else cell
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell or '"' in cell else cell


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = []
    for place, row in enumerate(rows):
        tag = "td" if place else "th"
        lines.append("".join(f"<{tag} {_CELL}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row))
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{body}</table></body></html>'
