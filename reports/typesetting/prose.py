"""Flowing text of a letter on the grid of GB/T 9704-2012: 22 lines of 28 characters, from title to 抄送."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import ceil

from reportlab.lib.units import mm

from reports import words
from reports.typesetting.lines import Line
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import Sheet

SIZE = 15.75  # 3号, one glyph
PITCH = 156 * mm / 28
LEADING = (225 * mm - SIZE) / 21
ROWS = 22
_ASCENT = 0.88  # of a glyph's box above its baseline, em
TITLE_SIZE = 22.0  # 2号
_TITLE_LEADING, _TITLE_MOST = 33.5, 8
_TITLE_FREE = 21.0  # the least under it, pt
_PIECES_MOST = 8
_ROLES = ("hei", "kai", "fang", "fang")  # of the levels 一、 （一） 1. （1）
_FREE = 4  # characters right of the date of 盖章版
_CC_SIZE, _CC_LEADING, _THICK, _PAD = 14.0, 26.0, 1.0, 6.0  # 版记: 4号 between rules of 0.35 mm
_NOTE_SIZE, _NOTE_LEADING, _NOTE_RULE, _THIN = 9.0, 12.0, 120.0, 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A set line at its place in a row: from the left edge, and down from the row's top, pt."""

    line: Line
    x: float
    role: str = "fang"
    size: float = SIZE
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the grid; with `keep` it stands on one page with the next."""

    pieces: tuple[_Piece, ...] = ()
    keep: bool = False
    text: bool = False  # part of the body, which a signature never stands without
    mark: tuple[str, int] | None = None


class Prose:
    """Takes a letter part by part, then draws it; a heading is never last on a page, a signature never first."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._rows: list[_Row] = []
        self._signed = 0  # where the signature begins
        self._footnote: list[Line] = []
        self._copies: list[Line] = []

    def label(self, text: str) -> None:
        """附件n in 3号黑体 on the first line; the title follows on the third."""
        self._rows.append(_Row((_Piece(self._set(text, "hei")[0], 0.0, "hei"),), keep=True))
        self._rows.append(_Row(keep=True))

    def title(self, pieces: Sequence[str], mark: int | None = 0) -> None:
        """2号小标宋, centred, a line left free under it; bookmarked at level `mark`.

        Lines end between the pieces if each of these finds room in a line, else where they come out alike.
        """
        lines = self._title_lines(pieces)
        if len(lines) > _TITLE_MOST:  # no page would hold it in one piece
            rows = [_Row((_Piece(line, 0.0, "xbs", TITLE_SIZE),)) for line in lines]
        else:
            height = (len(lines) - 1) * _TITLE_LEADING + TITLE_SIZE
            drawn = tuple(_Piece(line, 0.0, "xbs", TITLE_SIZE, n * _TITLE_LEADING) for n, line in enumerate(lines))
            rows = [_Row(drawn, keep=True), *[_Row(keep=True)] * (ceil((height + _TITLE_FREE) / LEADING) - 1)]
        self._rows += [_marked(rows[0], "".join(pieces), mark), *rows[1:]]

    def blank(self, count: int = 1) -> None:
        """Lines left free; none at the top of a page."""
        self._rows += [_Row()] * count

    def flush(self, text: str) -> None:
        """Text from the left edge on, as 主送 with its ： stands."""
        self._rows += [_Row((_Piece(line, 0.0),)) for line in self._set(text)]

    def heading(self, text: str, level: int, mark: int | None = None) -> None:
        """A heading of a line of its own: 1 黑体, 2 楷体, 3 and 4 仿宋; bookmarked at level `mark`."""
        role = _ROLES[level - 1]
        rows = [_Row((_Piece(line, 0.0, role),), keep=True) for line in self._set(text, role, indent=2 * PITCH)]
        self._rows += [_marked(rows[0], text, mark), *rows[1:]]

    def paragraph(self, text: str) -> None:
        """Body text; every line of its own begins two characters in."""
        self._rows += [_Row((_Piece(line, 0.0),), text=True) for line in self._set(text, indent=2 * PITCH)]

    def attachments(self, names: Sequence[str]) -> None:
        """附件说明: a line left free, the names under one another; a single one bears no number."""
        if not names:
            return
        self.blank()
        x = 2 * PITCH
        for place, name in enumerate(names):
            number = words.ATTACHMENT_NUMBER.format(n=place + 1) if len(names) > 1 else ""
            head = words.ATTACHMENTS + number if place == 0 else number
            left = x + (0.0 if place == 0 else 3 * PITCH)
            begin = x + 3 * PITCH + self._paper.ink.width(number, "fang", SIZE)
            lines = self._set(name, measure=28 * PITCH - begin)
            rows = [(_Piece(line, begin),) for line in lines]
            rows[0] = (*((_Piece(self._line(head), left),) if head else ()), *rows[0])
            self._rows += [_Row(pieces) for pieces in rows]

    def signature(self, name: str, day: str, *, stamped: bool) -> None:
        """Who signs and when. 盖章版: two lines free for the seal, the name centred over the date."""
        ink, whole = self._paper.ink, 28 * PITCH
        date, names = self._line(day), ink.title(name, "fang", SIZE, whole)
        wide = max(line.width for line in names)
        if stamped:
            x = whole - _FREE * PITCH - date.width
            left = x + (date.width - wide) / 2
            if left + wide > whole:  # longer than there is room: the date under its middle
                left = whole - wide
                x = min(x, left + (wide - date.width) / 2)
        else:
            left = whole - 2 * PITCH - max(wide, 2 * PITCH + date.width)
            left = max(left, 0.0)
            x = left + 2 * PITCH if left or wide < whole else whole - 2 * PITCH - date.width
        self._signed = len(self._rows)
        self._rows += [_Row()] * (2 if stamped else 1)
        for line in names:
            inner = (wide - line.width) / 2 if len(names) > 1 else 0.0
            self._rows.append(_Row((_Piece(replace(line, x=0.0), left + inner),)))
        self._rows.append(_Row((_Piece(date, x),)))

    def note(self, text: str) -> None:
        """附注 in its brackets, under the date."""
        self._rows += [_Row((_Piece(line, 0.0),)) for line in self._set(text, indent=2 * PITCH)]

    def copies(self, text: str) -> None:
        """抄送 in 4号 between two rules, at the foot of the last page."""
        hang = self._paper.ink.width(words.COPIES, "fang", _CC_SIZE)
        measure = 28 * PITCH - 2 * _CC_SIZE
        self._copies = self._paper.ink.set(words.COPIES + text, "fang", _CC_SIZE, measure, hang=hang)

    def footnote(self, text: str) -> None:
        """A note in small print under a short rule, at the foot of the last page, above 抄送."""
        self._footnote = self._paper.ink.set(text, "song", _NOTE_SIZE, 28 * PITCH)

    def draw(self, sheet: Sheet | None = None) -> Iterator[tuple[int, int]]:
        """Draw it all, on new pages of a sheet or from the place reached on; yields (pages done, of).

        Leaves the paper's `y` where the next line of the grid would begin.
        """
        if sheet:
            self._paper.begin(sheet)
        pages = self._pages()
        for number, rows in enumerate(pages, 1):
            if number > 1:
                self._paper.turn()
            for row in rows:
                self._draw_row(row)
            yield number, len(pages)
        self._draw_tail()

    @property
    def height(self) -> float:
        """How high all of it is where it stands on one page, pt."""
        return (len(self._rows) + ceil(self._tail / LEADING) - 1) * LEADING + SIZE

    def _set(self, text: str, role: str = "fang", *, indent: float = 0.0, measure: float = 28 * PITCH) -> list[Line]:
        return self._paper.ink.set(text, role, SIZE, measure, indent=indent, pitch=PITCH)

    def _title_lines(self, pieces: Sequence[str]) -> list[Line]:
        """The fewest lines the pieces fill, and of those the ones most alike."""
        ink, measure = self._paper.ink, 28 * PITCH
        ends = title_ends([ink.width(piece, "xbs", TITLE_SIZE) for piece in pieces], measure)
        if not ends:
            return ink.title("".join(pieces), "xbs", TITLE_SIZE, measure)
        text = "\n".join("".join(pieces[a:b]) for a, b in pairwise((0, *ends)))
        lines = ink.set(text, "xbs", TITLE_SIZE, measure, justify=False)
        return [replace(line, x=(measure - line.width) / 2) for line in lines]

    def _line(self, text: str) -> Line:
        return self._set(text, measure=1000 * PITCH)[0]

    def _bound(self) -> list[_Row]:
        """The rows with what the foot of the last page takes; the end stays with the last two lines of the body.

        Where that is more than a page, the signature stays with the two lines before it.
        """
        rows = self._rows + [_Row()] * ceil(self._tail / LEADING)
        end = self._signed or len(self._rows)
        if end == len(rows):
            return rows
        body = [place for place, row in enumerate(rows[:end]) if row.text][-2:]
        first = body[0] if body else 0
        if len(rows) - first > ROWS:
            first = max(end - 2, 0)
        return rows[:first] + [replace(row, keep=True) for row in rows[first:]]

    @property
    def _tail(self) -> float:
        """How high the foot of the last page is, pt."""
        notes = len(self._footnote) * _NOTE_LEADING + _PAD if self._footnote else 0.0
        copies = len(self._copies) * _CC_LEADING + 2 * _PAD if self._copies else 0.0
        return notes + copies

    def _pages(self) -> list[list[_Row]]:
        """The rows page by page."""
        rows, pages, at = self._bound(), [], 0
        room = int((self._paper.room - SIZE) / LEADING + 1.001)
        while at < len(rows):
            end = _page_end(rows, at, room)
            if end == at and room == ROWS:
                end = min(at + ROWS, len(rows))
            pages.append(rows[at:end])
            at, room = end, ROWS
            while at < len(rows) and not rows[at].pieces and not rows[at].keep:
                at += 1
        return pages or [[]]

    def _draw_row(self, row: _Row) -> None:
        paper = self._paper
        if row.mark:
            paper.mark(*row.mark)
        for piece in row.pieces:
            y = paper.y - piece.drop - piece.size * _ASCENT
            paper.ink.line(piece.line, paper.left + piece.x, y, piece.role, piece.size)
        paper.y -= LEADING

    def _draw_tail(self) -> None:
        """Draw the foot of the last page upwards from the bottom of its body."""
        paper, canvas = self._paper, self._paper.canvas
        left, right, y = paper.left, paper.left + paper.sheet.width, paper.sheet.bottom
        if self._copies:
            top = y + len(self._copies) * _CC_LEADING + 2 * _PAD
            canvas.setLineWidth(_THICK)
            canvas.line(left, y, right, y)
            canvas.line(left, top, right, top)
            self._draw_lines(self._copies, left + _CC_SIZE, top - _PAD, "fang", _CC_SIZE, _CC_LEADING)
            y = top
        if self._footnote:
            top = y + len(self._footnote) * _NOTE_LEADING + _PAD
            canvas.setLineWidth(_THIN)
            canvas.line(left, top, left + _NOTE_RULE, top)
            self._draw_lines(self._footnote, left, top - _PAD / 2, "song", _NOTE_SIZE, _NOTE_LEADING)

    def _draw_lines(self, lines: Sequence[Line], x: float, top: float, role: str, size: float, leading: float) -> None:
        for number, line in enumerate(lines):
            box = top - number * leading - (leading - size) / 2
            self._paper.ink.line(line, x, box - size * _ASCENT, role, size)


def title_ends(widths: Sequence[float], measure: float) -> tuple[int, ...]:
    """Behind which pieces a title's lines end: the fewest lines they fill, and of those the ones most alike.

    Nothing where a piece is wider than a line, or where there are too many.
    """
    if max(widths, default=0.0) > measure or len(widths) > _PIECES_MOST:
        return ()
    for count in range(len(widths)):
        fitting = []
        for inner in combinations(range(1, len(widths)), count):
            ends = (*inner, len(widths))
            wide = [sum(widths[a:b]) for a, b in pairwise((0, *ends))]
            if max(wide) <= measure:
                fitting.append((max(wide) - min(wide), ends))
        if fitting:
            return min(fitting)[1]
    return ()


def _page_end(rows: Sequence[_Row], at: int, room: int) -> int:
    """Where the page that begins at `at` ends: full, but for what has to stay with the next line."""
    end = min(at + room, len(rows))
    while at < end < len(rows) and rows[end - 1].keep:
        end -= 1
    return end


def _marked(row: _Row, text: str, level: int | None) -> _Row:
    return row if level is None else replace(row, mark=(text, level))
