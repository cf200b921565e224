"""A cell of a table or a form: its text set for a width, cut where a page ends, ruled and drawn."""

from dataclasses import dataclass

from reports.typesetting.ink import Ink
from reports.typesetting.lines import Line

PAD_X, PAD_Y = 3.5, 3.0  # between rule and text, pt
RULE = 0.4


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a role and size; `note` is set smaller above it, `indent` moves both in, pt."""

    text: str
    role: str = "song"
    size: float = 10.5
    align: str = "left"
    note: str = ""
    indent: float = 0.0


@dataclass(slots=True)
class SetCell:
    """A cell whose lines have been broken."""

    cell: Cell
    lines: list[Line]
    note: str = ""

    @property
    def pitch(self) -> float:
        """From line to line, pt."""
        return self.cell.size * 1.35

    @property
    def note_height(self) -> float:
        """What the note takes, pt."""
        return self.cell.size if self.note else 0.0

    @property
    def height(self) -> float:
        """The least a cell around it takes, pt."""
        return len(self.lines) * self.pitch + self.note_height + 2 * PAD_Y

    def cut(self, height: float) -> tuple["SetCell", "SetCell"]:
        """What fits into a height, at least one line, and the rest."""
        room = height - 2 * PAD_Y - self.note_height
        count = max(1, int(room / self.pitch + 0.001))
        return SetCell(self.cell, self.lines[:count], self.note), SetCell(self.cell, self.lines[count:])


def set_cell(ink: Ink, cell: Cell, width: float) -> SetCell:
    """Break a cell's text for a column of `width` pt."""
    measure = width - 2 * PAD_X - cell.indent
    lines = ink.set(cell.text, cell.role, cell.size, measure, justify=cell.align == "left")
    return SetCell(cell, lines, ink.faces.clean(cell.role, cell.note))


def draw_cell(ink: Ink, cell: SetCell, x: float, top: float, width: float, height: float) -> None:
    """Rule a cell whose upper edge is `top` and centre its lines in the height."""
    canvas, look = ink.canvas, cell.cell
    canvas.setLineWidth(RULE)
    canvas.rect(x, top - height, width, height)
    block = len(cell.lines) * cell.pitch + cell.note_height
    line_y = top - (height - block) / 2
    left = x + PAD_X + look.indent
    if cell.note:
        ink.text(cell.note, left, line_y - look.size * 0.8, "song", look.size * 0.72)
        line_y -= cell.note_height
    for line in cell.lines:
        line_y -= cell.pitch
        shift = (width - 2 * PAD_X - look.indent - line.width) / 2 if look.align == "center" else 0.0
        ink.line(line, left + shift, line_y + cell.pitch - look.size * 1.05, look.role, look.size)
