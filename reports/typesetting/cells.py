"""A cell of a table or a form: its text set for a width, cut where a page ends, ruled and drawn."""

import re
from dataclasses import dataclass, replace

from reports.typesetting.ink import Ink
from reports.typesetting.lines import Line

PAD_X, PAD_Y = 3.5, 3.0  # between rule and text, pt
RULE = 0.4
_PITCH = 1.35  # of the size
_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of the free room, what stands at the left
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a role and size; `note` is set smaller above it, `indent` moves both in, pt.

    A line ends after a `mark`, such as the 、 between names, rather than inside what it parts, wherever the column is
    wide enough. It spans `columns`; of a text longer than `most` lines the rest is left out (0: nothing is).
    """

    text: str
    role: str = "song"
    size: float = 10.5
    align: str = "left"  # left, center, right
    note: str = ""
    indent: float = 0.0
    mark: str = ""
    columns: int = 1
    most: int = 0


@dataclass(frozen=True, slots=True)
class Over:
    """A cell of the head above columns that have heads of their own."""

    cell: Cell
    under: tuple[Cell, ...]


@dataclass(slots=True)
class SetCell:
    """A cell whose lines have been broken."""

    cell: Cell
    lines: list[Line]
    note: str = ""

    @property
    def pitch(self) -> float:
        """From line to line, pt."""
        return self.cell.size * _PITCH

    @property
    def note_height(self) -> float:
        """What the note takes above the text, pt."""
        return self.cell.size if self.note else 0.0

    @property
    def height(self) -> float:
        """The least a row must be high for it, pt."""
        return len(self.lines) * self.pitch + self.note_height + 2 * PAD_Y

    def cut(self, height: float) -> tuple["SetCell", "SetCell"]:
        """What fits into a height, at least one line, and the rest."""
        room = height - 2 * PAD_Y - self.note_height
        count = max(1, int(room / self.pitch + 0.001))
        return SetCell(self.cell, self.lines[:count], self.note), SetCell(self.cell, self.lines[count:])


def set_cell(ink: Ink, cell: Cell, width: float) -> SetCell:
    """Break a cell's text for a place `width` pt wide."""
    measure = width - 2 * PAD_X - cell.indent
    text = _parted(ink, cell, measure) if cell.mark in cell.text[1:-1] and cell.mark else cell.text
    lines = ink.set(text, cell.role, cell.size, measure, justify=cell.align == "left")
    if cell.most and len(lines) > cell.most:
        text = "".join(line.text for line in lines[: cell.most])[:-1] + _ELLIPSIS
        lines = ink.set(text, cell.role, cell.size, measure, justify=cell.align == "left")[: cell.most]
    return SetCell(cell, lines, cell.note and ink.faces.clean(cell.role, cell.note))


def draw_cell(ink: Ink, cell: SetCell, x: float, top: float, width: float, height: float) -> None:
    """Rule a cell whose upper edge is `top` and centre its lines in the height."""
    ink.box(x, top - height, width, height, RULE)
    write_cell(ink, cell, x, top, width, height)


def write_cell(ink: Ink, cell: SetCell, x: float, top: float, width: float, height: float) -> None:
    """Write a cell's lines centred in the height, without ruling it."""
    look = cell.cell
    line_y = top - (height - len(cell.lines) * cell.pitch - cell.note_height) / 2
    left, free = x + PAD_X + look.indent, width - 2 * PAD_X - look.indent
    if cell.note:
        ink.text(cell.note, left, line_y - look.size * 0.8, "song", look.size * 0.72)
        line_y -= cell.note_height
    share = _SHARE[look.align]
    for line in cell.lines:
        ink.line(line, left + share * (free - line.width), line_y - look.size * 1.05, look.role, look.size)
        line_y -= cell.pitch


def again(cell: Cell, mark: str) -> Cell:
    """A cell as it is printed once more on the next page."""
    return cell if cell.align != "left" or cell.text.endswith(mark) else replace(cell, text=cell.text + mark)


def _parted(ink: Ink, cell: Cell, measure: float) -> str:
    """The text with a line break before what would not go whole into the line begun, but does into one of its own."""
    text = ink.faces.clean(cell.role, cell.text)

    def width(piece: str) -> float:  # a mark at the end of a line takes half its room
        return ink.width(piece, cell.role, cell.size) - (cell.size / 2 if piece.endswith("、") else 0.0)

    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in re.split(f"(?<={cell.mark})", paragraph):
            if line and width(line + piece) > measure >= width(piece):
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
    return "\n".join(lines)
