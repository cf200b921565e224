"""The ruled columns of a table on the pages of a document: its head, and cells drawn into them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports.typesetting.cells import PAD_X, RULE, Cell, Over, SetCell, draw_cell, set_cell, write_cell
from reports.typesetting.paper import Paper

_AGAIN = 12.0  # the size of what stands over a head that is repeated
_GREY = 0.92  # of the head: a tint that a laser printer prints and a copier keeps


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell of the head and its box, measured from the head's upper left corner."""

    cell: SetCell
    x: float
    drop: float
    width: float
    height: float


class Grid:
    """Columns from the left edge of the body to the right, `widths` in proportion.

    `page` is what a fresh page offers under the head, pt.
    """

    def __init__(self, paper: Paper, widths: Sequence[float], head: Sequence[Cell | Over], again: str = "") -> None:
        self.paper, self.ink = paper, paper.ink
        unit = paper.sheet.width / sum(widths)
        self.widths = tuple(width * unit for width in widths)
        self._edges = tuple(accumulate(self.widths, initial=0.0))
        self._head = list(self._placed(head))
        self.head_height = max((one.drop + one.height for one in self._head), default=0.0)
        self._again = set_cell(self.ink, Cell(again, "hei", _AGAIN), paper.sheet.width) if again else None
        self.page = paper.sheet.height - self.head_height - (self._again.height if self._again else 0.0)

    @property
    def room(self) -> float:
        """What is left of the page, pt."""
        return self.paper.room

    def new_page(self) -> None:
        """Turn the page and repeat the head, under what the table is told by again."""
        self.turn()
        self.draw_head()

    def turn(self) -> None:
        """Turn the page, and say whose table goes on there."""
        self.paper.turn()
        if self._again:
            write_cell(
                self.ink, self._again, self.paper.left, self.paper.y, self.paper.sheet.width, self._again.height
            )
            self.paper.y -= self._again.height

    def draw_head(self) -> None:
        """Draw the head at the place reached."""
        top, left = self.paper.y, self.paper.left
        for one in self._head:
            self.ink.box(left + one.x, top - one.drop - one.height, one.width, one.height, RULE, grey=_GREY)
        for one in self._head:
            write_cell(self.ink, one.cell, left + one.x, top - one.drop, one.width, one.height)
        self.paper.y = top - self.head_height

    def set(self, cell: Cell, column: int = 0) -> SetCell:
        """Break a cell's text for the column it begins in."""
        return set_cell(self.ink, cell, self._edges[column + cell.columns] - self._edges[column])

    def set_row(self, cells: Sequence[Cell], column: int = 0) -> list[SetCell]:
        """Break the cells of a row that begins in a column."""
        row = []
        for cell in cells:
            row.append(self.set(cell, column))
            column += cell.columns
        return row

    def boxes(self, cells: Sequence[SetCell], column: int, height: float, *, top: float | None = None) -> None:
        """Rule and fill the cells of a row from a column on; their upper edge is `top`, the place reached if none."""
        left, upper = self.paper.left, self.paper.y if top is None else top
        for cell in cells:
            end = column + cell.cell.columns
            width = self._edges[end] - self._edges[column]
            draw_cell(self.ink, cell, left + self._edges[column], upper, width, height)
            column = end

    def _placed(self, head: Sequence[Cell | Over]) -> Iterator[_Placed]:
        """The cells of the head, those over others above them."""
        upper = lower = whole = 0.0
        row: list[tuple[int, SetCell, list[SetCell]]] = []
        column = 0
        for one in head:
            if isinstance(one, Over):
                over = set_cell(self.ink, one.cell, self._edges[column + len(one.under)] - self._edges[column])
                under = self.set_row(one.under, column)
                upper, lower = max(upper, over.height), max(lower, *(cell.height for cell in under))
                row.append((column, over, under))
                column += len(one.under)
            else:
                alone = self.set(one, column)
                whole = max(whole, alone.height)
                row.append((column, alone, []))
                column += one.columns
        whole = max(whole, upper + lower)
        for column, cell, under in row:
            x = self._edges[column]
            end = self._edges[column + (len(under) or cell.cell.columns)]
            yield _Placed(cell, x, 0.0, end - x, whole - lower if under else whole)
            for place, below in enumerate(under, column):
                yield _Placed(below, self._edges[place], whole - lower, self.widths[place], lower)


def shared(whole: float, size: float, columns: Sequence[tuple[float, float]]) -> list[float]:
    """The widths of columns, each with room for so many letters and its share of what is left over."""
    least = [letters * size + 2 * PAD_X for letters, _ in columns]
    over = max(whole - sum(least), 0.0) / (sum(share for _, share in columns) or 1.0)
    return [width + over * share for width, (_, share) in zip(least, columns, strict=True)]
