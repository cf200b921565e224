"""A table over many pages: head repeated, long rows split, the cell that spans a group printed again with （续）."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports import words
from reports.typesetting.cells import Cell, SetCell, draw_cell, set_cell
from reports.typesetting.paper import Paper

_KEEP = 60.0  # rows up to this height are kept with what stands above or under them, pt


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share their first cells; with no rows the `lone` cell fills the rest of the line."""

    spanning: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    lone: Cell | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A row of one cell over the whole width."""

    cell: Cell


class Table:
    """Lays rows onto the pages of a document, from the place reached on; `widths` are the columns' in proportion."""

    def __init__(self, paper: Paper, widths: Sequence[float], head: tuple[Cell, ...]) -> None:
        self.paper, self.ink, self.head = paper, paper.ink, head
        unit = paper.sheet.width / sum(widths)
        self.widths = tuple(width * unit for width in widths)

    @property
    def edges(self) -> list[float]:
        """The x of every vertical rule on this page."""
        return list(accumulate(self.widths, initial=self.paper.left))

    @property
    def y(self) -> float:
        """The place reached."""
        return self.paper.y

    @y.setter
    def y(self, y: float) -> None:
        self.paper.y = y

    def draw(self, parts: Sequence[Band | Group], foot: float) -> Iterator[int]:
        """Draw everything, yielding after each part how many are done.

        The last row stands on one page with `foot` pt left free under it, and a band is never the last thing on a page.
        """
        self._draw_head()
        for number, part in enumerate(parts, 1):
            if isinstance(part, Band):
                self._draw_band(part, self._height_after(parts, number, foot))
            else:
                closing = all(isinstance(later, Band) for later in parts[number:])
                self._draw_group(part, self._height_after(parts, number, foot) if closing else 0.0)
            yield number

    def room(self) -> float:
        """What is left of the page, pt."""
        return self.paper.room

    def new_page(self) -> None:
        """Turn the page and repeat the head."""
        self.paper.turn()
        self._draw_head()

    def _height_after(self, parts: Sequence[Band | Group], number: int, foot: float) -> float:
        """How much has to fit on the page under part `number`: what follows, as far as it belongs together."""
        if number == len(parts):
            return foot
        following = parts[number]
        if isinstance(following, Band):
            height = self.set_cell(following.cell, sum(self.widths)).height
            return height + self._height_after(parts, number + 1, foot)
        lead, rows = self._set_group(following)
        first = max(cell.height for cell in rows[0])
        if len(rows) == 1:
            first = max(first, *(cell.height for cell in lead))
            if first < _KEEP and all(isinstance(later, Band) for later in parts[number + 1 :]):
                return first + self._height_after(parts, number + 1, foot)
        return min(first, _KEEP)

    def _set_group(self, group: Group) -> tuple[list[SetCell], list[list[SetCell]]]:
        """The spanning cells of a group, and its rows."""
        edges, span = self.edges, len(group.spanning)
        rows = [self._set_row(row, span) for row in group.rows]
        lone = [self.set_cell(group.lone or Cell(""), edges[-1] - edges[span])]
        return self._set_row(group.spanning, 0), rows or [lone]

    def _draw_head(self) -> None:
        cells = self._set_row(self.head, 0)
        height = max(cell.height for cell in cells)
        self.boxes(cells, 0, height)
        self.y -= height

    def _draw_band(self, band: Band, keep: float) -> None:
        cell = self.set_cell(band.cell, sum(self.widths))
        if cell.height + keep > self.room():
            self.new_page()
        while cell.lines:
            shown, cell = cell.cut(self.room()) if cell.height > self.room() else (cell, SetCell(cell.cell, []))
            self.box(shown, self.paper.left, sum(self.widths), shown.height)
            self.y -= shown.height
            if cell.lines:
                self.new_page()

    def _draw_group(self, group: Group, keep: float) -> None:
        _Flow(self, *self._set_group(group), keep).run()

    def set_cell(self, cell: Cell, width: float) -> SetCell:
        """Break a cell's text for a column of `width` pt."""
        return set_cell(self.ink, cell, width)

    def _set_row(self, cells: Sequence[Cell], first: int) -> list[SetCell]:
        return [self.set_cell(cell, width) for cell, width in zip(cells, self.widths[first:], strict=False)]

    def boxes(self, cells: Sequence[SetCell], first: int, height: float) -> None:
        """Rule and fill the cells of a row from column `first` on; a single one takes all that is left."""
        edges = self.edges
        single = len(cells) == 1
        for place, cell in enumerate(cells, first):
            right = edges[-1] if single else edges[place + 1]
            self.box(cell, edges[place], right - edges[place], height)

    def box(self, cell: SetCell, x: float, width: float, height: float, *, top: float | None = None) -> None:
        """Rule a cell whose upper edge is `top` (the present place) and centre its lines in the height."""
        draw_cell(self.ink, cell, x, self.y if top is None else top, width, height)


class _Flow:
    """One group on its way over the pages: rows come one by one, the spanning cells close each page's stretch."""

    def __init__(self, table: Table, lead: list[SetCell], rows: list[list[SetCell]], keep: float) -> None:
        self._table = table
        self._lead = lead
        self._rows = rows
        self._keep = keep  # what has to fit under the last row
        self._top = table.y
        self._page = table.paper.sheet.height - 40  # the least a fresh page offers under its head, pt

    def run(self) -> None:
        """Lay all rows; a row that is too high for a page is cut between its lines."""
        table = self._table
        if self._lead_height() <= self._page and not self._named_whole():
            table.new_page()
            self._top = table.y
        for number, row in enumerate(self._rows):
            last = number == len(self._rows) - 1
            while True:
                height = max(cell.height for cell in row)
                if last:
                    height = max(height, self._lead_height() - (self._top - table.y))
                if height + (self._keep if last and height < _KEEP else 0.0) <= table.room():
                    self._lay(row, height)
                    break
                row = self._cut_or_turn(row, height)
        self._close()

    def _named_whole(self) -> bool:
        """Whether the rows that find room on this page are as high as the spanning cells beside them, or none does."""
        laid, room = 0.0, self._table.room()
        for row in self._rows:
            height = max(cell.height for cell in row)
            if laid + height > room:
                return laid == 0 or laid >= self._lead_height()
            laid += height
        return self._lead_height() <= room

    def _cut_or_turn(self, row: list[SetCell], height: float) -> list[SetCell]:
        """Fill the page with a part of a very high row, else go to the next page; what is left of the row."""
        table = self._table
        if height > self._page and table.room() > 80:
            pairs = [cell.cut(table.room()) for cell in row]
            self._lay([shown for shown, _ in pairs], table.room())
            row = [rest for _, rest in pairs]
        self._close()
        begun = self._top - table.y
        table.new_page()
        self._top = table.y
        if begun > 0:
            self._lead = [self._again(cell, begun) for cell in self._lead]
        return row

    def _lay(self, row: list[SetCell], height: float) -> None:
        table = self._table
        table.boxes(row, len(self._lead), height)
        table.y -= height

    def _lead_height(self) -> float:
        return max((cell.height for cell in self._lead), default=0.0)

    def _close(self) -> None:
        """Draw the spanning cells beside the rows laid on this page; what does not fit goes on with the next."""
        table, height = self._table, self._top - self._table.y
        if height <= 0:
            return
        for place, cell in enumerate(self._lead):
            shown = cell.cut(height)[0] if cell.height > height else cell
            table.box(shown, table.edges[place], table.widths[place], height, top=self._top)

    def _again(self, cell: SetCell, begun: float) -> SetCell:
        """The spanning cell as it stands on the next page; of one too high for any page, what is not yet printed."""
        if cell.height > self._page:
            return cell.cut(begun)[1]
        look = cell.cell
        text = look.text
        if look.align == "left" and not text.endswith(words.CONTINUED):
            text += words.CONTINUED
        again = Cell(text, look.role, look.size, look.align, look.note, look.indent)
        width = self._table.widths[self._lead.index(cell)]
        return self._table.set_cell(again, width)
