"""Pages as pictures, off the window's thread: sizes, white ground, the newest wish, a file that is none."""

import io

import pytest
from PySide6.QtGui import QColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop.page_pictures import PagePictures

INK = QColor(0, 0, 0)


@pytest.fixture(scope="module")
def content():
    """An upright page, a lying one, an upright sheet that is read turned; ink in the lower left of each sheet."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for size, turned in ((A4, 0), (landscape(A4), 0), (A4, 90)):
        # ReportLab swaps what it is told for a turned page.
        canvas.setPageRotation(turned)
        canvas.setPageSize((size[1], size[0]) if turned else size)
        canvas.rect(0, 0, 60, 60, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def pictures(qapp):
    made = PagePictures()
    yield made
    made.end()


def test_pages_are_told_as_they_are_read(qtbot, pictures, content):
    with qtbot.waitSignal(pictures.opened) as opened:
        number = pictures.open(content)
    told, sizes = opened.args
    assert told == number
    assert [width < height for width, height in sizes] == [True, False, False]


def test_a_page_is_drawn_on_white_at_the_size_that_is_wanted(qtbot, pictures, content):
    with qtbot.waitSignal(pictures.drawn) as drawn:
        number = pictures.open(content)
        pictures.want(number, [(0, 2.0)])
    told, page, scale, picture = drawn.args
    assert (told, page, scale) == (number, 0, 2.0)
    assert (picture.width(), picture.height()) == (1191, 1684)
    assert picture.pixelColor(20, picture.height() - 20) == INK
    assert picture.pixelColor(600, 400).lightness() == 255


def test_what_is_wanted_now_replaces_what_was(qtbot, pictures, content):
    number = pictures.open(content)
    found = []
    pictures.drawn.connect(lambda _, page, *__: found.append(page))
    pictures.want(number, [(page, 6.0) for page in (0, 1, 2) * 20])
    pictures.want(number, [(1, 1.0)])
    pictures.want(number, [(2, 1.0)])
    qtbot.waitUntil(lambda: found[-1:] == [2], timeout=10_000)
    assert len(found) < 5


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_sheet_goes_to_the_printer_as_it_lies_in_it(qtbot, pictures, content, page):
    with qtbot.waitSignal(pictures.printed, timeout=10_000) as printed:
        pictures.print(pictures.open(content), page, 600)
    _, _, scale, picture = printed.args
    assert scale * 72 >= 300
    assert (picture.width() > picture.height()) == (page == 1)
    assert picture.pixelColor(60, picture.height() - 60) == INK  # of the turned one too
    assert picture.width() * picture.height() < 19_000_000


def test_what_is_no_pdf_is_said(qtbot, pictures):
    with qtbot.waitSignal(pictures.failed) as failed:
        number = pictures.open(b"no PDF")
    assert failed.args[0] == number


def test_nothing_comes_of_a_document_that_was_given_up(qtbot, pictures, content):
    number = pictures.open(content)
    pictures.close(number)
    pictures.want(number, [(0, 1.0)])
    other = pictures.open(content)
    with qtbot.waitSignal(pictures.drawn) as drawn:
        pictures.want(other, [(0, 1.0)])
    assert drawn.args[0] == other
