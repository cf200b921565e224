"""Pages of PDFs as pictures. PDFium may be called by one thread only: by the one that lives here."""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Condition, Thread

import pypdfium2
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

_LEAST_DPI, _DOTS = 300, 18_000_000  # of a page in print: so many dots are 430 dpi on A4, 305 on A3
Wish = tuple[int, float]  # a page from 0, dots per pt
Size = tuple[float, float]  # pt


class PagePictures(QObject):
    """Documents are known by a number. `want` replaces what was wanted before, so that fast scrolling leaves no queue.

    `opened` tells the sizes of the pages as they are read; `drawn` a page, at how many dots per pt; `printed` likewise
    a page as its sheet lies in the printer, however it is turned for reading.
    """

    opened = Signal(int, list)
    drawn = Signal(int, int, float, QImage)
    printed = Signal(int, int, float, QImage)
    failed = Signal(int, Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = Condition()
        self._works: deque[tuple[int, Callable[[], None]]] = deque()
        self._wishes: deque[tuple[int, int, float]] = deque()
        self._documents: dict[int, pypdfium2.PdfDocument] = {}  # touched by the thread alone
        self._last = 0
        self._over = False
        self._thread: Thread | None = None

    def open(self, content: bytes) -> int:
        """Take a document in; its number."""
        self._last += 1
        number = self._last
        self._put(number, lambda: self._open(number, content))
        return number

    def close(self, number: int) -> None:
        """Give a document up; nothing is told of it any more."""
        with self._changed:
            self._wishes = deque(wish for wish in self._wishes if wish[0] != number)
        self._put(number, lambda: self._close(number))

    def want(self, number: int, wishes: Sequence[Wish]) -> None:
        """Draw these pages of a document, in this order, and nothing that was wanted before."""
        with self._changed:
            self._wishes = deque((number, page, scale) for page, scale in wishes)
        self._wake()

    def print(self, number: int, page: int, dpi: int) -> None:
        """Draw a page for a printer of so many dots per inch; fewer than those where the page would be too large."""
        self._put(number, lambda: self._print(number, page, dpi))

    def end(self) -> None:
        """Let the thread end, before the program does."""
        with self._changed:
            self._over = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _put(self, number: int, work: Callable[[], None]) -> None:
        with self._changed:
            self._works.append((number, work))
        self._wake()

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()
        with self._changed:
            self._changed.notify()

    # --- on the thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._over or self._works or self._wishes)
                if self._over:
                    break
                number, work = self._works.popleft() if self._works else self._wished(*self._wishes.popleft())
            try:
                work()
            except pypdfium2.PdfiumError as error:
                self.failed.emit(number, error)
        for document in self._documents.values():
            document.close()

    def _wished(self, number: int, page: int, scale: float) -> tuple[int, Callable[[], None]]:
        return number, lambda: self._draw(number, page, scale)

    def _open(self, number: int, content: bytes) -> None:
        document = self._documents[number] = pypdfium2.PdfDocument(content)
        self.opened.emit(number, [document.get_page_size(page) for page in range(len(document))])

    def _close(self, number: int) -> None:
        document = self._documents.pop(number, None)
        if document is not None:
            document.close()

    def _draw(self, number: int, page: int, scale: float) -> None:
        if number in self._documents:
            self.drawn.emit(number, page, scale, _picture(self._documents[number], page, scale))

    def _print(self, number: int, page: int, dpi: int) -> None:
        if number in self._documents:
            width, height = self._documents[number].get_page_size(page)
            most = 72 * (_DOTS / (width * height)) ** 0.5
            scale = max(_LEAST_DPI, min(dpi, most)) / 72
            picture = _picture(self._documents[number], page, scale, turned=False)
            if picture.isGrayscale():  # a third of the bytes for the printer
                picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            self.printed.emit(number, page, scale, picture)


def _picture(document: pypdfium2.PdfDocument, place: int, scale: float, *, turned: bool = True) -> QImage:
    """A page on white; closed at once what PDFium made for it, for its own clean-up may come on any thread."""
    page = document[place]
    try:
        rotation = 0 if turned else -page.get_rotation() % 360
        bitmap = page.render(scale=scale, rotation=rotation, prefer_bgrx=True)
        try:
            data = bytes(bitmap.buffer)
            return QImage(data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        finally:
            bitmap.close()
    finally:
        page.close()
