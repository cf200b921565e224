"""Paper out of a printer: the system's own dialog, then page by page, each on the paper it was set for."""

from collections import deque

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from desktop import words as common
from desktop.main_window import MainWindow
from desktop.page_pictures import PagePictures
from desktop.words import reports as words

_SIZES = {QPageSize.PageSizeId.A4: 842, QPageSize.PageSizeId.A3: 1191}  # the longer edge, pt


class Printing(QObject):
    """One document at a time; a page is drawn by the thread of the pictures, then put on the printer by this one."""

    def __init__(self, window: MainWindow, pictures: PagePictures, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pictures = window, pictures
        self._name = ""
        self._document = 0
        self._of = 0
        self._done = 0
        self._left: deque[int] = deque()
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        pictures.printed.connect(self._put)
        pictures.failed.connect(self._broken)

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._printer is not None

    def ask(self, content: bytes, pages: int, name: str, *, duplex: bool, landscape: bool) -> None:
        """Let the user choose printer, pages and copies; both sides are proposed as the pages are to be turned."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setFullPage(True)
        across, along = QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex((across if landscape else along) if duplex else QPrinter.DuplexMode.DuplexNone)
        orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(orientation)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setWindowTitle(words.PRINT)
        dialog.accepted.connect(lambda: self.begin(printer, content, pages, name))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # a print dialog's own `open` wants a receiver by its C++ name

    def begin(self, printer: QPrinter, content: bytes, pages: int, name: str) -> None:
        """Print the pages that were chosen in the dialog, as often as the printer does not do it itself."""
        if self.busy:
            self._window.toast.say(words.BUSY)
            return
        self._printer, self._name, self._done = printer, name, 0
        self._left = deque(_chosen(printer, pages))
        self._of = len(self._left)
        self._document = self._pictures.open(content)
        self._next()

    def cancel(self) -> None:
        """Send no more pages."""
        if self._printer is not None:
            self._printer.abort()
            self._end()
            self._window.message.say("attention", words.PRINT_CANCELLED.format(n=self._done))

    def _next(self) -> None:
        if not self._left or self._printer is None:
            self._end()
            told = words.PRINTED.format(name=self._name, n=self._done)
            self._window.message.say("done", told)
            return
        told = words.PRINTING.format(name=self._name, n=self._done + 1, of=self._of)
        self._window.message.say("note", told, "", [(common.CANCEL, self.cancel)])
        self._pictures.print(self._document, self._left.popleft(), self._printer.resolution())

    def _put(self, number: int, _: int, scale: float, picture: QImage) -> None:
        """Put a page on its paper; the next one is drawn when the window has had its turn."""
        printer = self._printer
        if printer is None or number != self._document:
            return
        printer.setPageLayout(_layout(picture, scale))
        if self._painter is None:
            painter = QPainter()
            stands = painter.begin(printer)
            self._painter = painter if stands else None
        else:
            stands = printer.newPage()
        if not stands or self._painter is None:
            self._fail()
            return
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = printer.pageLayout().fullRectPixels(printer.resolution())
        self._painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), picture)
        self._done += 1
        self._next()

    def _broken(self, number: int, _: Exception) -> None:
        if self.busy and number == self._document:
            self._fail()

    def _fail(self) -> None:
        self._end()
        self._window.message.say("failed", words.PRINT_FAILED, words.PRINT_FAILED_LINE)

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._pictures.close(self._document)
        self._printer = self._painter = None
        self._document = 0


def _chosen(printer: QPrinter, pages: int) -> list[int]:
    """The pages to print, from 0, in their order."""
    first, last = 1, pages
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage(), pages)
    chosen = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def _layout(picture: QImage, scale: float) -> QPageLayout:
    """The paper a page was set for, lying as it lies, without margins: the page brings its own."""
    wide, high = picture.width() / scale, picture.height() / scale
    size = min(_SIZES, key=lambda one: abs(_SIZES[one] - max(wide, high)))
    way = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(size), way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
