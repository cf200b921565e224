"""Paper read back: what stands where on the pages of a PDF, and the laws every page of ours keeps."""

from dataclasses import dataclass
from itertools import combinations

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT
from reportlab.lib.units import mm

from reports import words
from reports.fonts import Faces
from reports.render import build

WIDTH, HEIGHT = 297 * mm, 210 * mm
# What the margins leave of landscape A4 and A3, and of an upright page, turned or not: left, bottom, right, top.
FRAME = (20 * mm, 24 * mm, WIDTH - 20 * mm, HEIGHT - 22 * mm)
FRAME_A3 = (28 * mm, 24 * mm, 400 * mm, 275 * mm)
UPRIGHT = (28 * mm, 35 * mm, 184 * mm, 260 * mm)
HEADS = {
    "breakdown": (*words.TASK_COLUMNS, words.LEAD, words.OTHERS, words.OWNER, words.DUE, words.STATE),
    "ledger": (
        *words.TASK_COLUMNS, words.LEAD, words.OTHERS, words.OWNER, words.DUE, words.PROGRESS, words.TROUBLE,
        words.STATE,
    ),
}  # fmt: skip
SLACK = 0.6  # half a rule and the rounding of what is read back, pt

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Word:
    """A run of text, where its ink is, and the smallest ruled cell its middle lies in."""

    text: str
    box: Box
    size: float
    cell: Box | None


@dataclass(frozen=True)
class Page:
    """One page: its size as it is read, its text as a reader copies it, its runs of text and its ruled cells.

    Boxes are told as they lie on the sheet, of a `turned` page too.
    """

    size: tuple[float, float]
    turned: bool
    text: str
    words: list[Word]
    cells: list[Box]

    def column(self, number: int) -> str:
        """All that stands in the cells of one column, without blanks, as drawn."""
        left = sorted({round(cell[0]) for cell in self.cells})[number]
        return "".join(w.text for w in self.words if w.cell and round(w.cell[0]) == left).replace(" ", "")

    def head(self, columns: int) -> list[str]:
        """What stands in the first cells."""
        return ["".join(w.text for w in self.words if w.cell == cell).replace(" ", "") for cell in self.cells[:columns]]

    @property
    def frame(self) -> Box:
        """What the margins leave for the body."""
        wide, high = self.size
        if self.turned or wide < high:
            return UPRIGHT
        return FRAME if wide < 300 * mm else FRAME_A3


class Paper:
    """A PDF's pages; `text` is all of it without blanks and line breaks."""

    def __init__(self, content: bytes, missing=()):
        document = pypdfium2.PdfDocument(content)
        self.pages = [_page(page) for page in document]
        self.missing = set(missing)
        self.about = document.get_metadata_dict()
        document.close()

    @property
    def text(self) -> str:
        return "".join("".join(w.text for w in page.words) for page in self.pages).replace(" ", "")


def printed(data, kind="breakdown") -> Paper:
    """A landscape table as it comes from the printer, and sound."""
    faces = Faces(bundled_only=True)
    content, pages = build(kind, data, faces)
    paper = Paper(content, faces.missing)
    assert pages == len(paper.pages)
    assert_sound(paper, HEADS.get(kind, ()))
    return paper


def assert_sound(paper: Paper, head: tuple[str, ...] = ()) -> None:
    """A number and, where it is told, a head on each page; nothing in the margins, nothing over anything else."""
    for number, page in enumerate(paper.pages, 1):
        assert page.head(len(head)) == list(head)
        body, folio = _folio_apart(page)
        assert folio.text.replace(" ", "") == f"—{number}—"
        if abs(page.size[0] - WIDTH) < 0.1 and not page.turned:
            _assert_folio_place(folio, number)
        for word in body:
            assert inside(word.box, page.frame), word
            if word.cell:
                assert inside(word.box, word.cell), word
            else:
                assert not any(overlap(word.box, cell) for cell in page.cells), word
        for cell in page.cells:
            assert inside(cell, page.frame)
        _assert_apart(page.cells)
        by_cell = {}
        for word in body:
            by_cell.setdefault(word.cell, []).append(word.box)
        for boxes in by_cell.values():
            _assert_apart(boxes)


def _folio_apart(page: Page) -> tuple[list[Word], Word]:
    """The words of the body and the page's number, though a PDF may hold its marks in another part of the face."""
    at = next(n for n in range(len(page.words), -1, -1) if "".join(w.text for w in page.words[n:]).count("—") == 2)
    runs = page.words[at:]
    boxes = list(zip(*(word.box for word in runs), strict=True))
    box = (min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3]))
    return page.words[:at], Word("".join(word.text for word in runs), box, runs[0].size, runs[0].cell)


def _assert_folio_place(folio: Word, number: int) -> None:
    """14 pt, one character in from the edge: right on odd pages, left on even ones."""
    left, bottom, right, top = folio.box
    assert folio.size == 14
    assert 12 * mm - 14 * 0.3 < bottom < top < 12 * mm + 14
    if number % 2:
        assert 0 <= FRAME[2] - 14 - right < 2
    else:
        assert 0 <= left - FRAME[0] - 14 < 2


def _assert_apart(boxes: list[Box]) -> None:
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other), (one, other)


def inside(box: Box, frame: Box) -> bool:
    left, bottom, right, top = frame
    return box[0] >= left - SLACK and box[1] >= bottom - SLACK and box[2] <= right + SLACK and box[3] <= top + SLACK


def overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 2 * SLACK and high > 2 * SLACK


def _page(page) -> Page:
    textpage = page.get_textpage()
    cells = [o.get_bounds() for o in page.get_objects(filter=[FPDF_PAGEOBJ_PATH])]
    smallest_first = sorted(cells, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))

    def cell_of(box: Box) -> Box | None:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return next((b for b in smallest_first if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)

    found = []
    for run in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=textpage):
        box = run.get_bounds()
        found.append(Word(run.extract(), box, round(run.get_font_size(), 2), cell_of(box)))
    text = textpage.get_text_bounded().replace("\r\n", "\n")
    return Page(page.get_size(), page.get_rotation() != 0, text, found, cells)
