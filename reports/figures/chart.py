"""A chart over time that flows over pages: months at its head, rows kept whole, what its marks mean at its foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from reports import words as shared
from reports.figures import gantt, lamps
from reports.figures.axis import Axis
from reports.figures.gantt import Bar
from reports.figures.keys import KEY_HEIGHT, draw_keys
from reports.figures.months import HEAD, draw_months
from reports.typesetting.cells import PAD_X, RULE
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper
from reports.words import timeline as words

_PITCH = 1.3  # from line to line, em
_PAD_Y = 3.5
_LEAST = 17.0  # the least height of a row, pt
_BAND_GREY, _GRID_GREY = 0.9, 0.75
_LABEL = 8.5  # what is kept free for labels right of the months, em
_STEP = 8.0  # what a sub-action is moved in, pt


@dataclass(frozen=True, slots=True)
class Row:
    """The texts at its left, the lamp with its word, the bar, the text at its right; the first text is moved in."""

    texts: tuple[str, ...]
    bar: Bar
    state: str
    word: str
    percent: str = ""
    role: str = "song"
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A part: its title over the whole width, printed again where its rows go on on another page."""

    title: str


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the columns of text are in shares of the sheet, what stands over them, and the size of the text."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    size: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with a place on the page: its upper edge, its height, its texts in lines; without a row it is a band."""

    row: Row | None
    top: float
    height: float
    texts: list[list[Line]]
    first: bool = True  # its texts may go on in others


class Chart:
    """Draws rows from the place reached on; `axis` says which months, not yet where."""

    def __init__(self, paper: Paper, look: Look, axis: Axis, today: str, plan_year: int) -> None:
        self._paper, self._ink, self._look, self._today, self._plan_year = paper, paper.ink, look, today, plan_year
        size = look.size
        width = paper.sheet.width
        texts = [share * width for share in look.shares]
        state, percent = 5.25 * size + 2 * PAD_X, 3.2 * size + 2 * PAD_X
        chart = width - sum(texts) - state - percent
        self._widths = (*texts, state, chart, percent)
        self._pitch = size * _PITCH
        margin = _LABEL * size  # free for the labels of what ends at the year's end
        self._axis = replace(axis, width=chart - margin)
        self._band = Band("")
        self._page: list[_Placed] = []

    def draw(self, rows: Sequence[Row | Band], foot: float) -> Iterator[int]:
        """Draw everything, yielding after each row how many are done; `foot` pt are left free under the last."""
        paper, fresh = self._paper, self._paper.sheet.height - HEAD - KEY_HEIGHT - 2 * _LEAST
        if paper.room < HEAD + 4 * _LEAST + KEY_HEIGHT:
            paper.turn()
        self._head()
        for number, row in enumerate(rows, 1):
            texts = self._set(row)
            need = self._height(texts) + KEY_HEIGHT + (foot if number == len(rows) else 0.0)
            if isinstance(row, Band) and number < len(rows):
                need += min(self._height(self._set(rows[number])), fresh / 2)
                need += foot if number + 1 == len(rows) else 0.0
            if need > paper.room and not (isinstance(row, Row) and need > fresh and paper.room > fresh / 2):
                self._turn(again=isinstance(row, Row))
            if isinstance(row, Band):
                self._band = row
                paper.mark(row.title, 1)
                self._place(None, texts)
            else:
                self._place_row(row, texts)
            yield number
        if paper.room < KEY_HEIGHT + foot:
            self._turn(again=False)
        self._finish()

    def _turn(self, *, again: bool) -> None:
        self._finish()
        self._paper.turn()
        self._head()
        if again and self._band.title:
            self._place(None, self._set(Band(self._band.title + shared.CONTINUED)))

    def _edges(self) -> list[float]:
        return list(accumulate(self._widths, initial=self._paper.left))

    def _columns(self, row: Row) -> list[float]:
        """The edges of a row's cells; the last text of one that has fewer than there are columns takes their room."""
        edges = self._edges()
        return edges[: len(row.texts)] + edges[len(self._look.heads) :]

    def _on_paper(self) -> Axis:
        return replace(self._axis, left=self._edges()[-3])

    # --- where the rows stand ------------------------------------------------------------------------------

    def _set(self, row: Row | Band) -> list[list[Line]]:
        size = self._look.size
        if isinstance(row, Band):
            return [self._ink.set(row.title, "hei", size, self._paper.sheet.width - 2 * PAD_X, justify=False)]
        edges, found = self._columns(row), []
        for place, text in enumerate(row.texts):
            measure = edges[place + 1] - edges[place] - 2 * PAD_X - (0 if place else row.depth * _STEP)
            found.append(self._ink.set(text, row.role, size, measure, justify=False))
        return found

    def _height(self, texts: list[list[Line]]) -> float:
        return max(max(map(len, texts)) * self._pitch + 2 * _PAD_Y, _LEAST)

    def _place(self, row: Row | None, texts: list[list[Line]], *, first: bool = True) -> None:
        height = self._height(texts)
        self._page.append(_Placed(row, self._paper.y, height, texts, first))
        self._paper.y -= height

    def _place_row(self, row: Row, texts: list[list[Line]]) -> None:
        """Give a row its place; of one that is higher than a page the texts go on on the next."""
        first = True
        while first or any(texts):
            if not first:
                self._turn(again=True)
            room = max(int((self._paper.room - KEY_HEIGHT - 2 * _PAD_Y) / self._pitch), 1)
            self._place(row, [lines[:room] for lines in texts], first=first)
            texts, first = [lines[room:] for lines in texts], False

    # --- what is drawn once the rows of a page are known -----------------------------------------------------

    def _head(self) -> None:
        paper, size, edges = self._paper, self._look.size, self._edges()
        paper.canvas.setLineWidth(RULE)
        paper.canvas.setStrokeGray(0)
        for left, right in pairwise(edges):
            paper.canvas.rect(left, paper.y - HEAD, right - left, HEAD)
        heads = (*self._look.heads, words.STATE, "", words.PERCENT)
        for left, right, text in zip(edges, edges[1:], heads, strict=False):
            self._ink.text(text, (left + right) / 2, paper.y - HEAD / 2 - 0.38 * size, "hei", size, align="center")
        labels = (self._on_paper().right + edges[-2]) / 2
        self._ink.text(words.DUE, labels, paper.y - HEAD / 2 - 0.38 * size, "hei", size, align="center")
        draw_months(self._ink, self._on_paper(), paper.y, edges[-2], size, self._today, self._plan_year)
        paper.y -= HEAD

    def _finish(self) -> None:
        """Draw the rows of this page, and under them what the marks mean."""
        if self._page:
            self._draw_rules(self._page[0].top, self._paper.y)
        for placed in self._page:
            if placed.row:
                self._draw_row(placed, placed.row)
            else:
                self._draw_band(placed)
        self._page = []
        draw_keys(self._ink, self._paper.left, self._paper.y - KEY_HEIGHT + 5)
        self._paper.y -= KEY_HEIGHT

    def _draw_rules(self, top: float, bottom: float) -> None:
        """The months and today as lines through all rows, then the edges of the columns."""
        canvas, axis, edges = self._paper.canvas, self._on_paper(), self._edges()
        canvas.setLineWidth(RULE)
        canvas.setStrokeGray(_GRID_GREY)
        step = max(1, round(9 / axis.month_width))
        places = [*[axis.x(month.isoformat()) for month in axis.months()][step::step], axis.right]
        canvas.lines([(x, top, x, bottom) for x in places])
        canvas.setStrokeGray(0)
        canvas.lines([(x, top, x, bottom) for x in (edges[0], *edges[len(self._look.heads) :])])
        if axis.holds(self._today):
            canvas.setLineWidth(1.0)
            at = axis.x(self._today, 0.5)
            canvas.line(at, top, at, bottom)
            canvas.setLineWidth(RULE)

    def _draw_band(self, placed: _Placed) -> None:
        canvas, left = self._paper.canvas, self._paper.left
        canvas.setLineWidth(RULE)
        canvas.setStrokeGray(0)
        canvas.setFillGray(_BAND_GREY)
        canvas.rect(left, placed.top - placed.height, self._paper.sheet.width, placed.height, fill=1)
        canvas.setFillGray(0)
        self._draw_lines(placed.texts[0], left + PAD_X, placed, "hei")

    def _draw_row(self, placed: _Placed, row: Row) -> None:
        canvas, size, edges = self._paper.canvas, self._look.size, self._columns(row)
        bottom = placed.top - placed.height
        canvas.setLineWidth(RULE)
        canvas.setStrokeGray(0)
        canvas.line(edges[0], bottom, edges[-1], bottom)
        for place, lines in enumerate(placed.texts):
            if place:
                canvas.line(edges[place], placed.top, edges[place], bottom)
            self._draw_lines(lines, edges[place] + PAD_X + (0 if place else row.depth * _STEP), placed, row.role)
        if placed.first:
            middle = placed.top - placed.height / 2
            base = middle - lamps.MIDDLE * size
            state = edges[len(row.texts)] + PAD_X
            lamps.marked(self._ink, row.state, state, base, row.role, size, word=row.word)
            gantt.draw(self._ink, self._on_paper(), row.bar, middle, edges[-2], size * 0.9)
            self._ink.text(row.percent, edges[-1] - PAD_X, base, row.role, size, align="right")

    def _draw_lines(self, lines: list[Line], x: float, placed: _Placed, role: str) -> None:
        """Set lines one under the other, in the middle of a row."""
        size, pitch = self._look.size, self._pitch
        y = placed.top - (placed.height - len(lines) * pitch) / 2
        for line in lines:
            y -= pitch
            self._ink.line(line, x, y + (pitch - size) / 2 + 0.12 * size, role, size)
