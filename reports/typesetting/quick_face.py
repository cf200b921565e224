"""Opens a TrueType face several times faster than ReportLab, which reads its tables number by number."""

import struct
import sys
from array import array
from collections.abc import Callable
from typing import Literal

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

_UNICODE = ((0, 4), (0, 6), (3, 10))  # platform and encoding of a table of all characters
_GROUPS = 12  # its format: runs of characters whose glyphs follow one another
_NO_BREAK, _BLANK = 0xA0, 0x20


class QuickFace(TTFontFace):
    """A face as ReportLab knows it, but for the characters of each glyph: only shaping asks for them."""

    _pdfScale: Callable[[int], float]

    def extractInfo(self, charInfo: Literal[0, 1] | bool = 1) -> None:
        """Read the face; one whose table of characters is of an older kind is left to ReportLab."""
        groups = self._groups() if charInfo else None
        if groups is None:
            super().extractInfo(charInfo)
            return
        super().extractInfo(0)
        found: dict[int, int] = {}
        for first, last, glyph in zip(groups[0::3], groups[1::3], groups[2::3], strict=True):
            if first == last:
                found[first] = glyph
            else:
                found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        self.charToGlyph = found
        self.glyphToChar: dict[int, list[int]] = {}
        self._read_glyphs()

    def _read_glyphs(self) -> None:
        """How wide every glyph is, and where its outline lies."""
        count = self.numGlyphs
        metrics = struct.unpack_from(">H", self._table("hhea"), 34)[0]
        sides = self._numbers("H", self._table("hmtx"), 2 * metrics + count - metrics)
        advances, bearings = sides[0 : 2 * metrics : 2], sides[1 : 2 * metrics : 2] + sides[2 * metrics :]
        advances.extend(advances[-1:] * (count - metrics))
        self.hmetrics = list(zip(advances, bearings, strict=True))
        scaled = advances.tolist() if self.unitsPerEm == 1000 else [self._pdfScale(advance) for advance in advances]
        self.defaultWidth = scaled[0]
        self.charWidths = {code: scaled[glyph] for code, glyph in self.charToGlyph.items() if glyph < count}
        short = struct.unpack_from(">H", self._table("head"), 50)[0] == 0
        places = self._numbers("H" if short else "I", self._table("loca"), count + 1)
        self.glyphPos = [2 * place for place in places] if short else list(places)
        for code, like in ((_NO_BREAK, _BLANK), (_BLANK, _NO_BREAK)):
            if like in self.charToGlyph:
                self.charToGlyph[code], self.charWidths[code] = self.charToGlyph[like], self.charWidths[like]
                break

    def _groups(self) -> "array[int] | None":
        """First and last character and first glyph of every run; None where there is no table of them."""
        table = self._table("cmap")
        (count,) = struct.unpack_from(">H", table, 2)
        for number in range(count):
            platform, encoding, place = struct.unpack_from(">HHI", table, 4 + 8 * number)
            if (platform, encoding) in _UNICODE and struct.unpack_from(">H", table, place)[0] == _GROUPS:
                (runs,) = struct.unpack_from(">I", table, place + 12)
                return self._numbers("I", table[place + 16 :], 3 * runs)
        return None

    def _table(self, tag: str) -> bytes:
        return bytes(self.get_table(tag))  # type: ignore[no-untyped-call]

    @staticmethod
    def _numbers(kind: str, table: bytes, count: int) -> "array[int]":
        """The first numbers of a table."""
        numbers = array(kind)
        if numbers.itemsize * count > len(table):
            raise TTFError("a table is too short")
        numbers.frombytes(table[: numbers.itemsize * count])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers
