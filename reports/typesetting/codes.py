"""Characters as the codes a PDF shows them by: every one in the subset of the face that draws it."""

from collections.abc import Sequence
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces


class Codes(dict[str, tuple[str, str]]):
    """For each character of a role: under which name the document knows its face, and its code in hexadecimal."""

    def __init__(self, canvas: Canvas, faces: Faces, role: str) -> None:
        super().__init__()
        self._document: Any = canvas._doc  # type: ignore[attr-defined]
        self._faces = faces
        self._role = role
        self._plain: dict[tuple[str, float], str] = {}

    def __missing__(self, character: str) -> tuple[str, str]:
        face = cast("TTFont", pdfmetrics.getFont(self._faces.glyph(self._role, character)[0]))
        ((subset, code),) = face.splitString(character, self._document)
        found = self[character] = face.getSubsetInternalName(subset, self._document), code.hex()
        return found

    def shown(self, text: str, size: float, moves: Sequence[tuple[int, float]] = ()) -> str:
        """The operators that choose the faces and show a text; `moves`: before which characters how many pt are added.

        What one subset of a face has stands in one operator, moved apart or not: readers copy it as one run.
        """
        if moves:
            return self._operators(text, size, moves)
        shown = self._plain.get((text, size))
        if shown is None:
            shown = self._plain[text, size] = self._operators(text, size, moves)
        return shown

    def _operators(self, text: str, size: float, moves: Sequence[tuple[int, float]]) -> str:
        codes = list(map(self.__getitem__, text))
        opening, closing = ("[<", ">] TJ") if moves else ("<", "> Tj")
        for place, move in moves:
            face, code = codes[place]
            codes[place] = face, f"> {-move * 1000 / size:.1f} <{code}"
        parts, last = [], ""
        for face, code in codes:
            if face != last:
                parts.append(f"{closing if last else ''} {face} {size:g} Tf {opening}")
                last = face
            parts.append(code)
        return "".join(parts) + closing
