"""A ruled form: labels beside what is said, cells to write and sign in; what is long flows on over further pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports import words
from reports.typesetting.cells import PAD_X, PAD_Y, RULE, Cell, SetCell, draw_cell, set_cell
from reports.typesetting.ink import Ink
from reports.typesetting.paper import Paper

_SIGN_PITCH = 1.7  # of the size: hands need more room than type
_WORTH = 6  # a row of so many lines is cut where a page ends, a shorter one goes over whole
_FEWEST = 2  # lines a page keeps, or gets, of a row that is cut

# Draws into a box: where it begins at the left and at the top, how wide and high it is.
Drawing = Callable[[Ink, float, float, float, float], None]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a form and its share of the row's width.

    `sign` are the lines at its lower right where somebody signs. `drawing` fills `tall` pt of it, under its text.
    """

    cell: Cell
    width: float = 1.0
    sign: tuple[str, ...] = ()
    drawing: Drawing | None = None
    tall: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, at least `least` pt high; `grows` with the room a page has left (Form.draw)."""

    slots: tuple[Slot, ...]
    least: float = 0.0
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows beside a label that spans them, over the whole width where it is ""; `head` is repeated on each page."""

    label: str
    rows: tuple[Row, ...]
    head: Row | None = None


@dataclass(slots=True)
class _Set:
    """A row whose lines have been broken, at least `least` pt high."""

    row: Row
    cells: list[SetCell]
    widths: list[float]
    least: float

    @property
    def height(self) -> float:
        under = (cell.height + _below(slot) for cell, slot in zip(self.cells, self.row.slots, strict=True))
        return max(self.least, *under)

    @property
    def lines(self) -> int:
        return max(len(cell.lines) for cell in self.cells)

    @property
    def pitch(self) -> float:
        return max(cell.pitch for cell in self.cells)

    def cut(self, room: float) -> tuple["_Set", "_Set"]:
        """What fits into a height, and the rest; what stands under a text stays with the end of it."""
        slots = self.row.slots
        pairs = [_cut(cell, room, keep=bool(_below(slot))) for cell, slot in zip(self.cells, slots, strict=True)]
        bare = replace(self.row, slots=tuple(replace(slot, sign=(), drawing=None, tall=0) for slot in slots))
        first = _Set(bare, [one for one, _ in pairs], self.widths, room)
        return first, _Set(self.row, [other for _, other in pairs], self.widths, max(self.least - room, 0.0))


class Form:
    """Rows of labels and values from the place reached on; `go_on` begins a further page and draws its head."""

    def __init__(self, paper: Paper, label_width: float, size: float, go_on: Callable[[], None]) -> None:
        self.paper, self.ink, self.size = paper, paper.ink, size
        self._label_width = label_width
        self._go_on = go_on
        self._top = self._fresh = 0.0  # where this block, and what stands on this page, begins
        self._label: SetCell | None = None

    def height(self, blocks: Sequence[Block]) -> float:
        """How high they are on one page, pt."""
        return sum(self._block_height(block) for block in blocks)

    def draw(self, blocks: Sequence[Block], foot: float = 0.0, *, fill: bool = False) -> None:
        """Draw them, with `foot` pt free under the last row.

        With `fill`, and where one page holds them, the rows that grow share what is left of it.
        """
        spare = self.paper.room - foot - self.height(blocks) - 1
        growing = sum(row.grows for block in blocks for row in block.rows)
        grown = spare / growing if fill and growing and spare > 0 else 0.0
        for number, block in enumerate(blocks, 1):
            self._draw_block(block, foot if number == len(blocks) else 0.0, grown)

    def _set(self, block: Block, row: Row, grown: float = 0.0) -> _Set:
        whole = self.paper.sheet.width - (self._label_width if block.label else 0.0)
        unit = whole / sum(slot.width for slot in row.slots)
        widths = [slot.width * unit for slot in row.slots]
        cells = [set_cell(self.ink, slot.cell, width) for slot, width in zip(row.slots, widths, strict=True)]
        done = _Set(row, cells, widths, row.least)
        if row.grows:
            done.least = done.height + grown
        return done

    def _set_label(self, text: str) -> SetCell | None:
        return set_cell(self.ink, Cell(text, "hei", self.size, "center"), self._label_width) if text else None

    def _block_height(self, block: Block) -> float:
        label = self._set_label(block.label)
        rows = (block.head, *block.rows) if block.head else block.rows
        return max(sum(self._set(block, row).height for row in rows), label.height if label else 0.0)

    def _draw_block(self, block: Block, foot: float, grown: float) -> None:
        self._label, self._top = self._set_label(block.label), self.paper.y
        rows = [self._set(block, row, grown) for row in block.rows]
        head = self._set(block, block.head) if block.head else None
        if head and head.height + rows[0].height > self.paper.room and not self._worth_cutting(rows[0], head.height):
            self._turn(block, None)
        if head:
            self._lay(head)
        for number, row in enumerate(rows, 1):
            last = number == len(rows)
            self._draw_row(block, head, row, foot if last else 0.0, last=last)
        self._close()

    def _draw_row(self, block: Block, head: _Set | None, row: _Set, foot: float, *, last: bool) -> None:
        while True:
            if last and self._label:  # the label needs its own height beside the rows
                row.least = max(row.least, self._label.height - (self._top - self.paper.y))
            fits, fresh = row.height <= self.paper.room, self.paper.y == self._fresh
            if fits and (fresh or row.height + foot <= self.paper.room):
                self._lay(row)
                return
            if fresh or self._worth_cutting(row):
                shown, row = row.cut(min(self.paper.room, row.height - _FEWEST * row.pitch))
                self._lay(shown)
            self._turn(block, head)

    def _worth_cutting(self, row: _Set, besides: float = 0.0) -> bool:
        """Whether a row that does not fit is begun on this page: it is long, and the page shows some lines of it."""
        enough = (_FEWEST + 1) * row.pitch + 2 * PAD_Y
        long = row.lines >= _WORTH or row.height > self.paper.sheet.height / 2
        return long and row.lines > _FEWEST and self.paper.room - besides >= enough

    def _turn(self, block: Block, head: _Set | None) -> None:
        begun = self._top > self.paper.y
        self._close()
        self._go_on()
        self._top = self.paper.y
        if begun:
            self._label = self._set_label(block.label and f"{block.label}\n{words.CONTINUED}")
        if head:
            self._lay(head)
        self._fresh = self.paper.y

    def _close(self) -> None:
        """Draw the label beside the rows laid on this page."""
        height = self._top - self.paper.y
        if self._label and height > 0:
            shown = self._label if self._label.height <= height else self._label.cut(height)[0]
            draw_cell(self.ink, shown, self.paper.left, self._top, self._label_width, height)

    def _lay(self, row: _Set) -> None:
        height = row.height
        x = self.paper.left + (self._label_width if self._label else 0.0)
        for slot, cell, width in zip(row.row.slots, row.cells, row.widths, strict=True):
            self._fill(slot, cell, x, width, height)
            x += width
        self.paper.y -= height

    def _fill(self, slot: Slot, cell: SetCell, x: float, width: float, height: float) -> None:
        """Rule a cell, centre its text in what is not signed or drawn in, and draw that."""
        top, below = self.paper.y, _below(slot)
        if not below:
            draw_cell(self.ink, cell, x, top, width, height)
            return
        canvas, ink, look = self.ink.canvas, self.ink, cell.cell
        canvas.setLineWidth(RULE)
        canvas.rect(x, top - height, width, height)
        y = top - PAD_Y - (0 if slot.sign else (height - cell.height - below) / 2)
        for line in cell.lines if cell.cell.text else ():
            y -= cell.pitch
            ink.line(line, x + PAD_X, y + cell.pitch - look.size * 1.05, look.role, look.size)
        if slot.drawing:
            slot.drawing(ink, x + PAD_X, y, width - 2 * PAD_X, slot.tall)
        for place, text in enumerate(reversed(slot.sign)):
            base = top - height + PAD_Y + look.size * (0.5 + place * _SIGN_PITCH)
            ink.text(text, x + width - PAD_X, base, "fang", look.size, align="right")


def _below(slot: Slot) -> float:
    """What stands under the text of a cell, pt."""
    return slot.tall + len(slot.sign) * slot.cell.size * _SIGN_PITCH + (slot.cell.size * 0.4 if slot.sign else 0.0)


def _cut(cell: SetCell, room: float, *, keep: bool) -> tuple[SetCell, SetCell]:
    """A cell cut to a height, the first line at least; the rest gets some lines where it can, or must `keep` some."""
    fits = int((room - 2 * PAD_Y - cell.note_height) / cell.pitch + 0.001)
    if fits < len(cell.lines) or keep:
        fits = max(min(fits, len(cell.lines) - _FEWEST), 1)
    return SetCell(cell.cell, cell.lines[:fits], cell.note), SetCell(cell.cell, cell.lines[fits:])
