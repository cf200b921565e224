"""Out of the printer: every page on the paper it was set for, as many as were chosen, and a way to stop it."""

import io

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop.words import reports as words
from tests.desktop.conftest import settle

SIZES = (A4, landscape(A4), landscape(A3), A4)
TURNED = 3  # the place of the page that is read turned


@pytest.fixture(scope="module")
def content():
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for place, size in enumerate(SIZES):
        canvas.setPageRotation(90 if place == TURNED else 0)
        canvas.setPageSize((size[1], size[0]) if place == TURNED else size)
        canvas.rect(0, 0, 40, 40, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def printing(filled):
    return filled.app._paper().printing


def to_file(path):
    """A printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def sizes_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return [tuple(round(side) for side in document.get_page_size(n)) for n in range(len(document))]


def printed(qtbot, filled):
    qtbot.waitUntil(lambda: "已送到打印机" in filled.window.message.text, timeout=60_000)


def test_every_page_lies_on_its_own_paper(qtbot, filled, printing, content):
    path = filled.folder / "printed.pdf"
    printing.begin(to_file(path), content, len(SIZES), "会议材料")
    assert printing.busy
    printed(qtbot, filled)
    assert not printing.busy
    assert sizes_of(path) == [tuple(round(side) for side in size) for size in SIZES]
    with pypdfium2.PdfDocument(path) as document:
        for n in range(len(document)):
            picture = document[n].render(scale=0.5).to_pil()
            dark = [picture.getpixel((8, picture.height - 8)), picture.getpixel((picture.width - 8, 8))]
            assert max(dark[0]) < 100 < min(dark[1])  # the ink is in the lower left, of the turned one too


def test_only_the_pages_that_were_chosen(qtbot, filled, printing, content):
    path = filled.folder / "printed.pdf"
    printer = to_file(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printing.begin(printer, content, len(SIZES), "会议材料")
    printed(qtbot, filled)
    assert sizes_of(path) == [tuple(round(side) for side in size) for size in SIZES[1:3]]


def test_printing_can_be_stopped(qtbot, filled, printing, content):
    printing.begin(to_file(filled.folder / "printed.pdf"), content, len(SIZES), "会议材料")
    assert words.PRINTING.format(name="会议材料", n=1, of=len(SIZES)) in filled.window.message.text
    printing.cancel()
    assert not printing.busy
    assert words.PRINT_CANCELLED.format(n=0) in filled.window.message.text
    printing.begin(to_file(filled.folder / "again.pdf"), content, len(SIZES), "会议材料")
    printed(qtbot, filled)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(qtbot, filled, printing, content):
    printing.begin(to_file(filled.folder / "没有" / "printed.pdf"), content, len(SIZES), "会议材料")
    qtbot.waitUntil(lambda: filled.window.message.property("tone") == "failed", timeout=20_000)
    assert not printing.busy


class Remembering(QPrinter):
    """Without a printer on the machine Qt forgets at once what is asked of one."""

    asked = None

    def setDuplex(self, mode):
        self.asked = mode
        super().setDuplex(mode)


@pytest.mark.parametrize(
    ("duplex", "lying", "mode"),
    [(False, False, "DuplexNone"), (True, False, "DuplexLongSide"), (True, True, "DuplexShortSide")],
)
def test_both_sides_are_turned_at_the_edge_of_the_pages(filled, printing, content, monkeypatch, duplex, lying, mode):
    monkeypatch.setattr("desktop.printing.QPrinter", Remembering)
    printing.ask(content, len(SIZES), "会议材料", duplex=duplex, landscape=lying)
    settle()
    dialog = filled.window.findChild(QPrintDialog)
    assert dialog.isVisible()
    assert dialog.printer().asked == QPrinter.DuplexMode[mode]
    assert dialog.printer().fullPage()
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(SIZES))
    dialog.reject()
    settle()
    assert not printing.busy
