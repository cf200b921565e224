"""Every character of 通用规范汉字表, and a document of them."""

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from reports.typesetting.ink import Ink
from reports.typesetting.pdfa import About, archive

_TABLE = Path(__file__).parents[1] / "golden" / "standard_characters.txt"
_A_LINE, _A_PAGE = 32, 45


def standard_characters():
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


def set_in(faces, role, text):
    """An archival PDF of a text in one role, line under line."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName=faces.glyph("song", "县")[0])
    ink = Ink(canvas, faces)
    for number, at in enumerate(range(0, len(text), _A_LINE)):
        if number and not number % _A_PAGE:
            canvas.showPage()
        ink.text(text[at : at + _A_LINE], 40, 780 - 16 * (number % _A_PAGE), role, 15)
    canvas.showPage()
    archive(canvas, About("通用规范汉字表", "国务院", "", faces.used(), "2020-06-18T09:30:00", "落实"))
    canvas.save()
    return buffer.getvalue()
