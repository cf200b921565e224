"""Put set lines onto a ReportLab canvas, changing the face inside a line where a character needs it."""

from collections.abc import Hashable
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.codes import Codes
from reports.typesetting.lines import Line, break_lines
from reports.typesetting.titles import balanced


class Ink:
    """Sets and draws text with the faces of a document; sizes and places in pt, y of the baseline."""

    def __init__(self, canvas: Canvas, faces: Faces) -> None:
        self.canvas = canvas
        self.faces = faces
        self._roles: dict[str, Codes] = {}
        self._lines: dict[tuple[Hashable, ...], list[Line]] = {}  # a ledger says many things many times

    def set(
        self,
        text: str,
        role: str,
        size: float,
        measure: float,
        *,
        justify: bool = True,
        indent: float = 0.0,
        hang: float = 0.0,
        pitch: float = 0.0,
    ) -> list[Line]:
        """Break text into lines of `measure` pt, the first of a paragraph moved in by `indent`, the others by `hang`.

        With a `pitch` full-width characters stand that far from one another: on a grid of 156/28 mm, 28 fill a line.
        """
        key = text, role, size, measure, justify, indent, hang, pitch
        lines = self._lines.get(key)
        if lines is None:
            text = self.faces.clean(role, text)
            widths = [width * size for width in self.faces.widths(role, text)]
            track = pitch - size if pitch else 0.0
            lines = self._lines[key] = break_lines(
                text, widths, measure, size=size, justify=justify, indent=indent, hang=hang, track=track
            )
        return lines.copy()

    def title(self, text: str, role: str, size: float, measure: float) -> list[Line]:
        """Break a title by its sense into a ladder or a diamond, each line centred in the measure by its own x."""
        text = self.faces.clean(role, text)
        lines: list[Line] = []
        for part in text.split("\n"):
            widths = [width * size for width in self.faces.widths(role, part)]
            for begin, end in balanced(part, widths, measure, size) or [(0, len(part))]:
                lines += self.set(part[begin:end].strip(), role, size, measure, justify=False)
        return [replace(line, x=(measure - line.width) / 2) for line in lines]

    def width(self, text: str, role: str, size: float) -> float:
        """How wide a text is, pt."""
        return size * sum(self.faces.widths(role, text))

    def line(self, line: Line, x: float, y: float, role: str, size: float) -> None:
        """Draw one set line; x is the left edge of its measure."""
        if not line.text:
            return
        shown = self._codes(role).shown(line.text, size, line.moves)
        if line.gap:
            shown = f"{line.gap:.4f} Tc {shown} 0 Tc"
        self.canvas.addLiteral(f"BT 1 0 0 1 {x + line.x:.3f} {y:.3f} Tm {shown} ET")

    def box(self, x: float, y: float, width: float, height: float, rule: float, *, grey: float = 1.0) -> None:
        """Rule the four sides of a box whose lower left corner is told, in black; a `grey` below 1 fills it."""
        sides = f"{rule:g} w {x:.3f} {y:.3f} {width:.3f} {height:.3f} re"
        self.canvas.addLiteral(f"{sides} S" if grey == 1.0 else f"{grey:g} g {sides} B 0 g")

    def text(self, text: str, x: float, y: float, role: str, size: float, *, align: str = "left") -> None:
        """Draw one unbroken line; align left, center or right of x."""
        text = self.faces.clean(role, text).replace("\n", " ")
        width = self.width(text, role, size)
        self.line(Line(text, width), x - {"left": 0, "center": width / 2, "right": width}[align], y, role, size)

    def outline(self, text: str, x: float, y: float, role: str, size: float, rule: float, *, grey: float) -> None:
        """Draw the outlines of one line, centred at x, `rule` pt thick: what is set over them stays readable."""
        self.canvas.addLiteral(f"q 1 Tr {rule:g} w {grey:g} G")
        self.text(text, x, y, role, size, align="center")
        self.canvas.addLiteral("Q")

    @property
    def place(self) -> int:
        """The place reached in the order in which this page is read."""
        return len(self._drawn)

    def move(self, since: int, to: int) -> None:
        """Let what was drawn since one place be read from an earlier one on; what is drawn stands on its own."""
        drawn = self._drawn
        moved = drawn[since:]
        del drawn[since:]
        drawn[to:to] = moved

    @property
    def _drawn(self) -> list[str]:
        return self.canvas._code  # type: ignore[attr-defined, no-any-return]  # noqa: SLF001 - it has no way to order

    def _codes(self, role: str) -> Codes:
        codes = self._roles.get(role)
        if codes is None:
            codes = self._roles[role] = Codes(self.canvas, self.faces, role)
        return codes
