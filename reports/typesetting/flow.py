"""Rows on their way over the pages: cut where they are too high, what spans them printed again with （续）."""

from reports import words
from reports.typesetting.cells import SetCell, again
from reports.typesetting.grid import Grid

KEEP = 60.0  # rows up to this height are kept with what stands above or under them, pt
_WORTH_CUTTING = 80.0  # less room than this is left empty, pt


class Flow:
    """One group of rows: they come one by one, the cells that span them close each page's stretch.

    `keep` pt stay free on the page under the last row.
    """

    def __init__(self, grid: Grid, lead: list[SetCell], rows: list[list[SetCell]], keep: float) -> None:
        self._grid = grid
        self._lead = lead
        self._rows = rows
        self._keep = keep
        self._begin()

    def run(self) -> None:
        """Lay all rows; a row that is too high for a page is cut between its lines."""
        grid = self._grid
        if self._lead_height() <= grid.page and not self._named_whole():
            grid.new_page()
            self._begin()
        for number, row in enumerate(self._rows):
            last = number == len(self._rows) - 1
            while True:
                height = max(cell.height for cell in row)
                if last:
                    height = max(height, self._lead_height() - (self._top - grid.paper.y))
                if height + (self._keep if last and height + self._keep < grid.page else 0.0) <= grid.room:
                    self._lay(row, height)
                    break
                row = self._cut_or_turn(row, height)
        self._close()

    def _begin(self) -> None:
        """Begin a stretch of rows at the place reached on this page."""
        self._top = self._grid.paper.y
        self._place = self._grid.ink.place

    def _named_whole(self) -> bool:
        """Whether the rows that find room on this page are as high as the spanning cells beside them, or none does."""
        laid, room = 0.0, self._grid.room
        for row in self._rows:
            height = max(cell.height for cell in row)
            if laid + height > room:
                return laid == 0 or laid >= self._lead_height()
            laid += height
        return self._lead_height() <= room

    def _cut_or_turn(self, row: list[SetCell], height: float) -> list[SetCell]:
        """Fill the page with a part of a very high row, else go to the next page; what is left of the row."""
        grid = self._grid
        if height > grid.page and grid.room > _WORTH_CUTTING:
            pairs = [cell.cut(grid.room) for cell in row]
            self._lay([shown for shown, _ in pairs], grid.room)
            row = [rest for _, rest in pairs]
        self._close()
        begun = self._top - grid.paper.y
        grid.new_page()
        self._begin()
        if begun > 0:
            self._lead = [self._again(place, cell, begun) for place, cell in enumerate(self._lead)]
        return row

    def _lay(self, row: list[SetCell], height: float) -> None:
        grid = self._grid
        grid.boxes(row, len(self._lead), height)
        grid.paper.y -= height

    def _lead_height(self) -> float:
        return max((cell.height for cell in self._lead), default=0.0)

    def _close(self) -> None:
        """Draw the spanning cells beside the rows laid on this page; what does not fit goes on with the next.

        Their height is known last, but who reads or copies the page wants them before the rows.
        """
        height = self._top - self._grid.paper.y
        if height > 0:
            shown = [cell.cut(height)[0] if cell.height > height else cell for cell in self._lead]
            since = self._grid.ink.place
            self._grid.boxes(shown, 0, height, top=self._top)
            self._grid.ink.move(since, self._place)

    def _again(self, column: int, cell: SetCell, begun: float) -> SetCell:
        """The spanning cell as it stands on the next page; of one too high for any page, what is not yet printed."""
        if cell.height > self._grid.page:
            return cell.cut(begun)[1]
        return self._grid.set(again(cell.cell, words.CONTINUED), column)
