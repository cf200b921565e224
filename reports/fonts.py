"""The faces of paper: the official ones where the machine has them, bundled ones behind, character by character."""

import os
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

import resources
from reports.typesetting.characters import visible
from reports.typesetting.pdfa import Face

MISSING = "〓"
# role: bundled faces, first choice first; every chain ends in 宋, which has the rarest characters.
_BUNDLED = {
    "fang": ("GWFang", "GWFangFill", "GWSong"),
    "kai": ("GWKai", "GWSong"),
    "hei": ("GWHei", "GWSong"),
    "song": ("GWSong",),
    "xbs": ("GWXBS", "GWSong"),
}
# role: files of the official faces, as Windows, WPS and Kylin name them.
_OFFICIAL = {
    "fang": ("FZFSK.TTF", "simfang.ttf", "CESI_FS_GB18030.TTF"),
    "kai": ("FZKTK.TTF", "simkai.ttf", "CESI_KT_GB18030.TTF"),
    "hei": ("FZHTK.TTF", "simhei.ttf", "CESI_HT_GB18030.TTF"),
    "song": ("FZSSK.TTF", "simsun.ttc", "CESI_SS_GB18030.TTF"),
    "xbs": ("FZXBSK.TTF", "FZXBSJW.TTF", "CESI_XBS_GB18030.TTF"),
}
# LXGW WenKai's own quotation marks are narrow; those of 宋 fill their square.
_NOT_FROM = {"GWKai": frozenset("“”‘’·")}
_UNUSABLE = (TTFError, OSError, struct.error, LookupError, ValueError)  # what ReportLab says of a broken file


@dataclass
class Faces:
    """Hands out a face and a width for every character of a role; remembers what no face could draw."""

    bundled_only: bool = False
    missing: set[str] = field(default_factory=set)
    _glyphs: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)
    _chains: dict[str, list[TTFont]] = field(default_factory=dict)

    def glyph(self, role: str, character: str) -> tuple[str, float]:
        """The face's name and the character's width in em."""
        key = (role, character)
        found = self._glyphs.get(key)
        if found is None:
            found = self._glyphs[key] = self._look_up(role, character)
        return found

    def widths(self, role: str, text: str) -> list[float]:
        """The width of every character, em."""
        known = self._glyphs
        return [(known.get((role, c)) or self.glyph(role, c))[1] for c in text]

    def clean(self, role: str, text: str) -> str:
        """The text without what can't be printed; a character no face has becomes 〓 and is remembered."""
        shown = []
        for character in visible(text):
            if character != "\n" and not self._has(role, character):
                self.missing.add(character)
                character = MISSING
            shown.append(character)
        return "".join(shown)

    def used(self) -> str:
        """The names of the faces in use, for the document's metadata."""
        return "、".join(sorted({face for face, _ in self._glyphs.values()}))

    def _has(self, role: str, character: str) -> bool:
        return any(_draws(face, character) for face in self._chain(role))

    def _look_up(self, role: str, character: str) -> tuple[str, float]:
        chain = self._chain(role)
        face = next((face for face in chain if _draws(face, character)), chain[-1])
        return face.fontName, face.stringWidth(character, 1)

    def _chain(self, role: str) -> list[TTFont]:
        chain = self._chains.get(role)
        if chain is None:
            official = [] if self.bundled_only else _official(role)
            chain = self._chains[role] = official + [_bundled(name) for name in _BUNDLED[role]]
        return chain


def _draws(face: TTFont, character: str) -> bool:
    return ord(character) in face.face.charToGlyph and character not in _NOT_FROM.get(face.fontName, ())


def _bundled(name: str) -> TTFont:
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(Face(name, str(resources.path("fonts", f"{name}.ttf"))))
    return _registered(name)


def _registered(name: str) -> TTFont:
    return cast("TTFont", pdfmetrics.getFont(name))


def _official(role: str) -> list[TTFont]:
    """The first official face of a role that is there and can be used, as a list of one or none."""
    for file in _OFFICIAL[role]:
        for folder in _font_folders():
            path = folder / file
            name = path.stem
            if name in pdfmetrics.getRegisteredFontNames():
                return [_registered(name)]
            if path.is_file():
                try:
                    face = Face(name, str(path))
                except _UNUSABLE:
                    continue  # a face ReportLab may not or cannot embed: the next one is as good
                if ord("县") in face.face.charToGlyph:
                    pdfmetrics.registerFont(face)
                    return [face]
    return []


def _font_folders() -> list[Path]:
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return [windows, Path.home() / "AppData/Local/Microsoft/Windows/Fonts"]
    places = ("/usr/share/fonts/fonts-cesi", "/usr/share/fonts/wps-office", "/usr/share/fonts")
    return [*map(Path, places), Path.home() / ".local/share/fonts"]
