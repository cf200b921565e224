"""Lines of a page read back with the advance box of every character: what a grid is measured on."""

import ctypes
from dataclasses import dataclass

from pypdfium2 import raw


@dataclass(frozen=True)
class Glyph:
    """A character with its advance box: left, right and, of the em box round its baseline, top and bottom, pt."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    face: str
    size: float


def glyphs_of(page):
    textpage, height = page.get_textpage(), page.get_height()
    found = []
    for index in range(textpage.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(textpage, index))
        if not text.isspace():
            left, _, right, _ = textpage.get_charbox(index, loose=True)
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(textpage, index, x, y)
            size = raw.FPDFText_GetFontSize(textpage, index)
            top = height - y.value - 0.88 * size
            name = ctypes.create_string_buffer(80)
            raw.FPDFText_GetFontInfo(textpage, index, name, 80, ctypes.c_int())
            found.append(Glyph(text, left, right, top, top + size, name.value.decode().split("-")[0], round(size, 2)))
    return found


def lines_of(page):
    """The lines of a page from above, each as glyphs from the left."""
    rows = {}
    for glyph in glyphs_of(page):
        rows.setdefault(round(glyph.bottom), []).append(glyph)
    return [sorted(rows[key], key=lambda glyph: glyph.left) for key in sorted(rows)]


def text_of(line):
    return "".join(glyph.text for glyph in line)
