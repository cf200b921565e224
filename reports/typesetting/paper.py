"""A document being filled page by page: sheets, numbers, bookmarks, and how far down the page is written."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from reports import words
from reports.fonts import Faces
from reports.typesetting.ink import Ink
from reports.typesetting.sheets import NUMBER_SIZE, TURNED_AT, Sheet

_STAMP_MOST, _STAMP_DROP, _STAMP_RULE, _STAMP_GREY = 180.0, 0.36, 2.0, 0.45


class EnoughPages(Exception):
    """As many pages are there as were asked for."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A document bound into this one: its 附件 number or 0, its title, the page it begins on, its bookmark."""

    attachment: int
    title: str
    page: int
    key: str


class Paper:
    """The pages of one document. `y` is the place reached on this page, in the coordinates of its sheet, pt.

    With `most` set, turning past that page raises EnoughPages: for a first look at a long document. `attachment` is
    the number a sheet bears as 附件 of the document it is bound into, 0 for none. Pages are counted in `pages`; those
    begun while `front` is set, as cover and contents, have no `number` and do not count among the numbered ones.
    What `stamp` says stands large across every page begun while it is set.
    """

    attachment = 0
    stamp = ""
    front = False

    def __init__(self, canvas: Canvas, faces: Faces, most: int = 0) -> None:
        self.ink = Ink(canvas, faces)
        self.canvas = canvas
        self.pages = 0
        self.number = 0
        self.y = 0.0
        self.bound: list[Bound] = []
        self._title = ""  # of what is being bound in, until its first bookmark
        self._depth = 0
        self._sheet: Sheet | None = None
        self._most = most
        self._open = False
        self._numbered = True
        self._marks = 0

    @property
    def sheet(self) -> Sheet:
        """The sheet of this page."""
        assert self._sheet is not None, "no page has been begun"
        return self._sheet

    @property
    def left(self) -> float:
        """The left edge of the body on this page."""
        return self.sheet.left + (self.sheet.swap if self._even and not self.sheet.turned else 0.0)

    @property
    def _even(self) -> bool:
        return self._numbered and self.number % 2 == 0

    @property
    def room(self) -> float:
        """What is left of the body under the place reached, pt."""
        return self.y - self.sheet.bottom

    def begin(self, sheet: Sheet, *, odd: bool = False) -> None:
        """Begin a page on a sheet, ending the one before; with `odd` an empty page goes in where it needs one."""
        self.end()
        if odd and self.number % 2:
            self.blank(sheet)
        self._start(sheet)

    def turn(self) -> None:
        """End this page and begin the next on the same sheet."""
        self.begin(self.sheet)

    def bind(self, attachment: int, title: str) -> None:
        """What is drawn next is a document of its own, 附件 `attachment` of this one or, with 0, its main part.

        Its bookmarks stand below one with its title; the place is told in `bound`.
        """
        self.attachment, self._title, self._depth = attachment, title, 0

    def mark(self, title: str, level: int = 0) -> str:
        """Bookmark this place; `level` 0 is the highest, and one more at most than that of the mark before. Its key."""
        whole, self._title = self._title, ""
        if whole:
            label = words.ATTACHMENT.format(n=self.attachment)
            shown = words.ATTACHED.format(label=label, title=whole) if self.attachment else whole
            key = self._entry(shown, 0)
            self.bound.append(Bound(self.attachment, whole, self.number, key))
            if title == whole:
                return key
            self._depth = 1
        return self._entry(title, level + self._depth)

    def lead_here(self, key: str) -> None:
        """Let a bookmark made before lead to this page."""
        self.canvas.bookmarkPage(key, fit="Fit")

    def _entry(self, title: str, level: int) -> str:
        self._marks += 1
        key = f"mark{self._marks}"
        title = " ".join(self.ink.faces.clean("song", title).split())
        self.canvas.bookmarkPage(key, fit="Fit")
        self.canvas.addOutlineEntry(title, key, level, closed=False)
        return key

    def end(self) -> None:
        """Number the page where it has a number, and end it; nothing where none is open."""
        if not self._open:
            return
        if self.sheet.turned:
            self.canvas.restoreState()
        if self._numbered:
            self._draw_number()
        self.canvas.showPage()
        self._open = False

    def blank(self, sheet: Sheet) -> None:
        """An empty page: it is counted, but bears no number (§7.5) and no stamp."""
        stamp, self.stamp = self.stamp, ""
        self.begin(sheet)
        self.stamp, self._numbered = stamp, False
        self.end()

    def label_pages(self, front: int) -> None:
        """Tell readers on the screen that numbers begin after `front` pages: those are i, ii …, the next is 1."""
        self.canvas.addPageLabel(0, "ROMAN_LOWER", 1)
        self.canvas.addPageLabel(front, "ARABIC", 1)

    def set_before(self, page: int, count: int) -> None:
        """Move the last `count` pages before the page that is now the `page`-th, as contents known only at the end."""
        self.end()
        pages = self.canvas._doc.Pages.pages  # type: ignore[attr-defined]  # noqa: SLF001 - it has no way to order pages
        moved = pages[-count:]
        del pages[-count:]
        pages[page - 1 : page - 1] = moved

    def _start(self, sheet: Sheet) -> None:
        if self._most and self.pages == self._most:
            raise EnoughPages
        self.pages += 1
        self._numbered = not self.front
        self.number += self._numbered
        self._sheet, self._open = sheet, True
        self.y = sheet.top
        width, height = sheet.size
        # /Rotate shows a turned page upright on the screen; ReportLab swaps the size for it, so it is told swapped.
        self.canvas.setPageRotation(90 if sheet.turned else 0)
        self.canvas.setPageSize((height, width) if sheet.turned else (width, height))
        if sheet.turned:
            x, y = TURNED_AT
            shift = sheet.swap if self._even else 0.0
            self.canvas.saveState()
            self.canvas.translate(x + shift + sheet.height, y)
            self.canvas.rotate(90)
        if self.stamp:
            self._draw_stamp()

    def _draw_stamp(self) -> None:
        """Grey outlines, drawn before all else: what is printed over them can be read."""
        size = min(self.sheet.width / len(self.stamp), _STAMP_MOST)
        middle = self.sheet.bottom + self.sheet.height / 2
        x = self.left + self.sheet.width / 2
        self.ink.outline(self.stamp, x, middle - size * _STAMP_DROP, "hei", size, _STAMP_RULE, grey=_STAMP_GREY)

    def _draw_number(self) -> None:
        """Odd pages right, even ones left, one character in (§7.5)."""
        text = words.PAGE_NUMBER.format(n=self.number)
        from_left, from_right, y = self.sheet.number
        if self.number % 2:
            self.ink.text(text, self.sheet.size[0] - from_right, y, "song", NUMBER_SIZE, align="right")
        else:
            self.ink.text(text, from_left + self.sheet.swap, y, "song", NUMBER_SIZE)
