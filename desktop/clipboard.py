"""Rows on the clipboard: as text a spreadsheet takes, and as a table a document takes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from db import pasted_cells

_CELL = 'style="mso-number-format:\'\\@\'"'  # as text: 6月30日 is not to become a day of another year


def put_rows(rows: Sequence[Sequence[str]]) -> None:
    """Copy rows of cells, the first of them the head; in the table they are marked as text."""
    mime = QMimeData()
    mime.setText(pasted_cells.text(rows))
    mime.setHtml(_table(rows))
    QGuiApplication.clipboard().setMimeData(mime)


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = []
    for place, row in enumerate(rows):
        tag = "td" if place else "th"
        lines.append("".join(f"<{tag} {_CELL}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row))
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{body}</table></body></html>'
