"""A table over many pages: head repeated, long rows split, the cell that spans a group printed again with （续）."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reports.typesetting.cells import Cell, Over, SetCell, write_cell
from reports.typesetting.flow import KEEP, Flow
from reports.typesetting.grid import Grid
from reports.typesetting.paper import Paper

_Set = tuple[list[SetCell], list[list[SetCell]]]  # the cells that span the rows, and the rows
_Ready = Callable[[int], _Set]  # by place
_AHEAD = 8  # parts that are kept set while those before them are drawn


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share their first cells; with no rows the `lone` cell fills the rest of the line.

    A `total` never stands alone on a page.
    """

    spanning: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    lone: Cell | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row of one cell over the whole width; with `bookmark` the document's contents lead to it."""

    cell: Cell
    bookmark: bool = False


class Table:
    """Lays rows onto the pages of a document, from the place reached on; `widths` are the columns' in proportion.

    A `caption` stands above the head where the table begins, over its whole width and without rules; a bookmark leads
    there. What is told `again` stands above the head of every further page.
    """

    def __init__(
        self,
        paper: Paper,
        widths: Sequence[float],
        head: Sequence[Cell | Over],
        caption: Cell | None = None,
        again: str = "",
    ) -> None:
        self._grid = Grid(paper, widths, head, again)
        self._caption = self._set(Band(caption))[1][0][0] if caption else None

    def draw(self, parts: Sequence[Band | Group], foot: float = 0.0, *, together: bool = False) -> Iterator[int]:
        """Draw everything, yielding after each part how many are done.

        The last row stands on one page with `foot` pt left free under it, and neither head nor band is ever the last
        thing on a page. With `together` all of it stands on one page, where a page can hold it.
        """
        ready = lru_cache(_AHEAD)(lambda place: self._set(parts[place]))
        whole = foot + sum(_height(ready(place)) for place in range(len(parts))) if together else 0.0
        self._begin(whole, self._height_after(parts, ready, 0, foot))
        for number, part in enumerate(parts, 1):
            keep = self._height_after(parts, ready, number, foot)
            lead, rows = ready(number - 1)
            if isinstance(part, Band):
                self._draw_band(part, rows[0][0], keep)
            else:
                closing = all(isinstance(later, Band) or later.total for later in parts[number:])
                Flow(self._grid, lead, rows, keep if closing else 0.0).run()
            yield number

    def _set(self, part: Band | Group) -> _Set:
        """The spanning cells of a part, and its rows."""
        across = len(self._grid.widths)
        if isinstance(part, Band):
            return [], [[self._grid.set(replace(part.cell, columns=across))]]
        span = sum(cell.columns for cell in part.spanning)
        lone = replace(part.lone or Cell(""), columns=across - span)
        rows = part.rows or ((lone,),)
        return self._grid.set_row(part.spanning), [self._grid.set_row(row, span) for row in rows]

    def _begin(self, whole: float, first: float) -> None:
        """Draw caption and head, on the next page where the present one can't take them and what must follow."""
        paper, grid, caption = self._grid.paper, self._grid, self._caption
        above = grid.head_height + (caption.height if caption else 0.0)
        if not 0 < above + whole <= paper.sheet.height:
            whole = 0.0
        if above + max(whole, min(first, 2 * KEEP)) > paper.room and paper.y < paper.sheet.top:
            grid.turn()
        if caption:
            paper.mark(caption.cell.text, 1)
            write_cell(grid.ink, caption, paper.left, paper.y, paper.sheet.width, caption.height)
            paper.y -= caption.height
        grid.draw_head()

    def _height_after(self, parts: Sequence[Band | Group], ready: _Ready, number: int, foot: float) -> float:
        """How much has to fit on the page under part `number`: what follows, as far as it belongs together."""
        if number == len(parts):
            return foot
        lead, rows = ready(number)
        if isinstance(parts[number], Band):
            return rows[0][0].height + self._height_after(parts, ready, number + 1, foot)
        first = max(cell.height for cell in rows[0])
        if len(rows) == 1:
            first = max([first, *(cell.height for cell in lead)])
            if first < KEEP and all(isinstance(later, Band) for later in parts[number + 1 :]):
                return first + self._height_after(parts, ready, number + 1, foot)
        return min(first, KEEP)

    def _draw_band(self, band: Band, cell: SetCell, keep: float) -> None:
        grid = self._grid
        if cell.height + keep > grid.room:
            grid.new_page()
        if band.bookmark:
            grid.paper.mark(band.cell.text, 1)
        while cell.lines:
            shown, cell = cell.cut(grid.room) if cell.height > grid.room else (cell, SetCell(cell.cell, []))
            grid.boxes([shown], 0, shown.height)
            grid.paper.y -= shown.height
            if cell.lines:
                grid.new_page()


def _height(part: _Set) -> float:
    lead, rows = part
    beside = max((cell.height for cell in lead), default=0.0)
    return max(beside, sum(max(cell.height for cell in row) for row in rows))
