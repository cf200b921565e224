"""Put set lines onto a ReportLab canvas, changing the face inside a line where a character needs it."""

from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.lines import Line, break_lines


class Ink:
    """Sets and draws text with the faces of a document; sizes and places in pt, y of the baseline."""

    def __init__(self, canvas: Canvas, faces: Faces) -> None:
        self.canvas = canvas
        self.faces = faces

    def set(self, text: str, role: str, size: float, measure: float, *, justify: bool = True) -> list[Line]:
        """Break cleaned text into lines of `measure` pt."""
        text = self.faces.clean(role, text)
        widths = [width * size for width in self.faces.widths(role, text)]
        return break_lines(text, widths, measure, size=size, justify=justify)

    def width(self, text: str, role: str, size: float) -> float:
        """How wide a text is, pt."""
        return size * sum(self.faces.widths(role, text))

    def line(self, line: Line, x: float, y: float, role: str, size: float) -> None:
        """Draw one set line from x on."""
        ink = self.canvas.beginText(x, y)
        ink.setCharSpace(line.gap)
        face_of = self.faces.glyph
        for face, run in groupby(line.text, key=lambda c: face_of(role, c)[0]):
            ink.setFont(face, size)
            ink.textOut("".join(run))
        self.canvas.drawText(ink)

    def text(self, text: str, x: float, y: float, role: str, size: float, *, align: str = "left") -> None:
        """Draw one unbroken line; align left, center or right of x."""
        text = self.faces.clean(role, text)
        width = self.width(text, role, size)
        self.line(Line(text, width), x - {"left": 0, "center": width / 2, "right": width}[align], y, role, size)
