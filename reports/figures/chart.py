"""A chart over time that flows over pages: months at its head, rows kept whole, what its marks mean at its foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports import words as shared
from reports.figures import bars, gantt, lamps
from reports.figures.axis import Axis
from reports.figures.gantt import Bar
from reports.figures.months import HEAD, draw_months
from reports.typesetting.cells import PAD_X, RULE
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper
from reports.words import timeline as words

KEY_HEIGHT = 17.0
_PITCH = 1.3  # from line to line, em
_PAD_Y = 3.5
_LEAST = 17.0  # the least height of a row, pt
_BAND_GREY, _GRID_GREY = 0.9, 0.75
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
        self._margin = 8.5 * size  # free for the labels of what ends at the year's end
        self._axis = replace(axis, width=chart - self._margin)
        self._band = Band("")

    def draw(self, rows: Sequence[Row | Band], foot: float) -> Iterator[int]:
        """Draw everything, yielding after each row how many are done; `foot` pt are left free under the last."""
        paper, fresh = self._paper, self._fresh()
        if paper.room < HEAD + 4 * _LEAST + KEY_HEIGHT:
            paper.turn()
        self._head()
        for number, row in enumerate(rows, 1):
            need = self._height(row) + KEY_HEIGHT + (foot if number == len(rows) else 0.0)
            if isinstance(row, Band) and number < len(rows):
                need += min(self._height(rows[number]), fresh / 2)
            if need > paper.room and not (isinstance(row, Row) and need > fresh and paper.room > fresh / 2):
                self._turn(again=isinstance(row, Row))
            if isinstance(row, Band):
                self._band = row
                paper.mark(row.title, 1)
                self._draw_band(row.title)
            else:
                self._draw_row(row)
            yield number
        if paper.room < KEY_HEIGHT + foot:
            self._turn(again=False)
        self._keys()

    def _fresh(self) -> float:
        """What a fresh page offers for rows, pt."""
        return self._paper.sheet.height - HEAD - KEY_HEIGHT - 2 * _LEAST

    def _turn(self, *, again: bool) -> None:
        self._keys()
        self._paper.turn()
        self._head()
        if again and self._band.title:
            self._draw_band(self._band.title + shared.CONTINUED)

    def _edges(self) -> list[float]:
        edges = [self._paper.left]
        for width in self._widths:
            edges.append(edges[-1] + width)
        return edges

    def _placed(self) -> Axis:
        return replace(self._axis, left=self._edges()[-3])

    def _head(self) -> None:
        paper, size, edges = self._paper, self._look.size, self._edges()
        axis = self._placed()
        paper.canvas.setLineWidth(RULE)
        paper.canvas.setStrokeGray(0)
        for left, right in pairwise(edges):
            paper.canvas.rect(left, paper.y - HEAD, right - left, HEAD)
        heads = (*self._look.heads, words.STATE, "", words.PERCENT)
        for left, right, text in zip(edges, edges[1:], heads, strict=False):
            self._ink.text(text, (left + right) / 2, paper.y - HEAD / 2 - 0.38 * size, "hei", size, align="center")
        draw_months(self._ink, axis, paper.y, edges[-2], size, self._today, self._plan_year)
        paper.y -= HEAD

    def _height(self, row: Row | Band) -> float:
        pitch = self._look.size * _PITCH
        if isinstance(row, Band):
            return len(self._band_lines(row.title)) * pitch + 2 * _PAD_Y
        return max(len(lines) for lines in self._set(row)) * pitch + 2 * _PAD_Y

    def _band_lines(self, title: str) -> list[Line]:
        size = self._look.size
        return self._ink.set(title, "hei", size, self._paper.sheet.width - 2 * PAD_X, justify=False)

    def _draw_band(self, title: str) -> None:
        paper, size = self._paper, self._look.size
        lines = self._band_lines(title)
        height = len(lines) * size * _PITCH + 2 * _PAD_Y
        canvas = paper.canvas
        canvas.setLineWidth(RULE)
        canvas.setStrokeGray(0)
        canvas.setFillGray(_BAND_GREY)
        canvas.rect(paper.left, paper.y - height, paper.sheet.width, height, fill=1)
        canvas.setFillGray(0)
        self._lines(lines, paper.left + PAD_X, paper.y, height, "hei")
        paper.y -= height

    def _set(self, row: Row) -> list[list[Line]]:
        edges, found = self._columns(row), []
        for place, text in enumerate(row.texts):
            measure = edges[place + 1] - edges[place] - 2 * PAD_X - (0 if place else row.depth * _STEP)
            found.append(self._ink.set(text, row.role, self._look.size, measure, justify=False))
        return found

    def _columns(self, row: Row) -> list[float]:
        """The edges of a row's cells; the last text of one that has fewer than there are columns takes their room."""
        edges = self._edges()
        return edges[: len(row.texts)] + edges[len(self._look.heads) :]

    def _draw_row(self, row: Row) -> None:
        """Draw a row; of one that is higher than a page the texts go on on the next."""
        paper, pitch = self._paper, self._look.size * _PITCH
        texts = self._set(row)
        room = max(int((paper.room - KEY_HEIGHT - 2 * _PAD_Y) / pitch), 1)
        shown = [lines[:room] for lines in texts]
        rest = [lines[room:] for lines in texts]
        self._draw_part(row, shown, first=True)
        while any(rest):
            self._turn(again=True)
            room = max(int((paper.room - KEY_HEIGHT - 2 * _PAD_Y) / pitch), 1)
            shown, rest = [lines[:room] for lines in rest], [lines[room:] for lines in rest]
            self._draw_part(row, shown, first=False)

    def _draw_part(self, row: Row, texts: list[list[Line]], *, first: bool) -> None:
        paper, size, edges = self._paper, self._look.size, self._columns(row)
        height = max(max(map(len, texts)) * size * _PITCH + 2 * _PAD_Y, _LEAST)
        self._rules(edges, height)
        for place, lines in enumerate(texts):
            inner = edges[place] + PAD_X + (0 if place else row.depth * _STEP)
            self._lines(lines, inner, paper.y, height, row.role)
        if first:
            middle = paper.y - height / 2
            base = middle - lamps.MIDDLE * size
            state = edges[len(texts)]
            lamps.marked(self._ink, row.state, state + PAD_X, base, row.role, size, word=row.word)
            gantt.draw(self._ink, self._placed(), row.bar, middle, edges[-2], size * 0.9)
            self._ink.text(row.percent, edges[-1] - PAD_X, base, row.role, size, align="right")
        paper.y -= height

    def _rules(self, edges: list[float], height: float) -> None:
        """The months and today as lines through the row, then its frame."""
        canvas, top, axis = self._paper.canvas, self._paper.y, self._placed()
        canvas.setLineWidth(RULE)
        canvas.setStrokeGray(_GRID_GREY)
        step = max(1, round(9 / axis.month_width))
        places = [*[axis.x(month.isoformat()) for month in axis.months()][step::step], axis.right]
        canvas.lines([(x, top, x, top - height) for x in places])
        canvas.setStrokeGray(0)
        canvas.lines([(x, top, x, top - height) for x in edges])
        canvas.line(edges[0], top - height, edges[-1], top - height)
        if axis.holds(self._today):
            canvas.setLineWidth(1.0)
            at = axis.x(self._today, 0.5)
            canvas.line(at, top, at, top - height)

    def _lines(self, lines: list[Line], x: float, top: float, height: float, role: str) -> None:
        """Set lines one under the other, in the middle of a height."""
        size = self._look.size
        pitch = size * _PITCH
        y = top - (height - len(lines) * pitch) / 2
        for line in lines:
            y -= pitch
            self._ink.line(line, x, y + (pitch - size) / 2 + 0.12 * size, role, size)

    def _keys(self) -> None:
        """What the marks mean, under the rows of every page."""
        ink, paper, size = self._ink, self._paper, 8.0
        canvas, x, y = paper.canvas, paper.left, paper.y - KEY_HEIGHT + 5
        middle = y + lamps.MIDDLE * size
        for name, pattern in (("done", "solid"), ("rest", "slanted"), ("blank", "blank")):
            x = bars.key(ink, pattern, words.KEYS[name], x, y, "song", size) + 1.2 * size
        for name in ("due", "moved", "closed", "today"):
            if name == "due":
                gantt.diamond(canvas, x + 5, middle)
                x += 12
            elif name == "moved":
                gantt.tail(canvas, x + 2, x + 24, middle)
                gantt.stroke(canvas, x + 2, middle)
                gantt.diamond(canvas, x + 24, middle, hollow=True)
                x += 31
            elif name == "closed":
                gantt.dot(canvas, x + 5, middle)
                x += 12
            else:
                canvas.setLineWidth(1.0)
                canvas.line(x + 3, middle - 5, x + 3, middle + 5)
                x += 8
            ink.text(words.KEYS[name], x, y, "song", size)
            x += ink.width(words.KEYS[name], "song", size) + 1.2 * size
        paper.y -= KEY_HEIGHT
