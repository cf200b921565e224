"""The faces of paper: the official ones where the machine has them, bundled ones behind, character by character."""

from dataclasses import dataclass, field

import resources
from reports import font_files
from reports.font_files import FontFace
from reports.official_faces import has, official, opened
from reports.typesetting.characters import visible
from reports.typesetting.pdfa import Face
from reports.words import faces as words

MISSING = "〓"
# role: bundled faces, first choice first; every chain ends in 宋, which has the rarest characters.
_BUNDLED = {
    "fang": ("GWFang", "GWFangFill", "GWSong"),
    "kai": ("GWKai", "GWSong"),
    "hei": ("GWHei", "GWSong"),
    "song": ("GWSong",),
    "xbs": ("GWXBS", "GWSong"),
}
# Where a face has these narrow, as for Latin text, they are taken from one that fills their square.
_SQUARE = frozenset("“”‘’·…—")
_NARROW = 0.9  # em
_AROUND = 10  # characters shown before and behind one that no face could draw


@dataclass
class Faces:
    """Hands out a face and a width for every character of a role; remembers what no face could draw, and where."""

    bundled_only: bool = False
    missing: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)  # character: the words it first stood in
    _glyphs: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)
    _chains: dict[str, list[Face]] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)
    _widths: dict[str, "_Widths"] = field(default_factory=dict)
    _drawn: dict[str, set[str]] = field(default_factory=dict)  # by role, characters that print as they are
    _there: list[FontFace] | None = None

    def glyph(self, role: str, character: str) -> tuple[str, float]:
        """The face's name and the character's width in em."""
        found = self._glyphs.get((role, character))
        if found is None:
            chain = self._chain(role)
            having = [face for face in chain if has(face, character)]
            face = next((face for face in having if _fills(face, character)), having[0] if having else chain[-1])
            found = face.fontName, face.stringWidth(character, 1)
            if having:
                self._glyphs[role, character] = found
        return found

    def widths(self, role: str, text: str) -> list[float]:
        """The width of every character, em."""
        known = self._widths.get(role)
        if known is None:
            known = self._widths[role] = _Widths(self, role)
        return list(map(known.__getitem__, text))

    def clean(self, role: str, text: str) -> str:
        """The text without what can't be printed; a character no face has becomes 〓 and is remembered."""
        if self._drawn.setdefault(role, {"\n"}).issuperset(text):
            return text
        text = visible(text)
        lacking = {c for c in text if (role, c) not in self._glyphs and c != "\n" and not self._has(role, c)}
        if not lacking:
            self._drawn[role].update(text)
            return text
        shown = "".join(MISSING if c in lacking else c for c in text)
        for character in lacking - self.missing:
            at = text.index(character)
            self.places[character] = shown[max(at - _AROUND, 0) : at + _AROUND + 1].replace("\n", " ").strip()
        self.missing |= lacking
        return shown

    def used(self) -> str:
        """The faces of the roles in use, for the document's metadata: 仿宋：仿宋（系统）；黑体：黑体（随程序）."""
        roles = {role for role, _ in self._glyphs}
        return words.BETWEEN.join(self.told(role) for role in words.ROLES if role in roles)

    def told(self, role: str) -> str:
        """Which face a role got, and where from; rare characters may come from others behind it."""
        self._chain(role)
        return self._told[role]

    def _installed(self) -> list[FontFace]:
        """The faces of this machine, looked for once a document."""
        if self._there is None:
            self._there = [] if self.bundled_only else font_files.installed()
        return self._there

    def _has(self, role: str, character: str) -> bool:
        return any(has(face, character) for face in self._chain(role))

    def _chain(self, role: str) -> list[Face]:
        chain = self._chains.get(role)
        if chain is None:
            chain = [_bundled(name) for name in _BUNDLED[role]]
            found = official(role, self._installed())
            told = words.INSTALLED if found else words.BUNDLED
            self._told[role] = told.format(role=words.ROLES[role], face=found and found[0])
            self._chains[role] = chain = [found[1], *chain] if found else chain
        return chain


def faces_here() -> list[str]:
    """Which face each role gets on this machine, told from the title's down."""
    faces = Faces()
    return [faces.told(role) for role in words.ROLES]


class _Widths(dict[str, float]):
    """The width of every character of a role, em; looked up when it is first asked for."""

    def __init__(self, faces: Faces, role: str) -> None:
        super().__init__()
        self._faces = faces
        self._role = role

    def __missing__(self, character: str) -> float:
        width = self[character] = self._faces.glyph(self._role, character)[1]
        return width


def _fills(face: Face, character: str) -> bool:
    return character not in _SQUARE or face.stringWidth(character, 1) >= _NARROW


def _bundled(name: str) -> Face:
    face = opened(str(resources.path("fonts", f"{name}.ttf")), name, everyday=False)
    assert face is not None, f"the bundled face {name} is broken"
    return face
