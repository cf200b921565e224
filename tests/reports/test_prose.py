"""A letter on the grid of GB/T 9704-2012, measured on the advance boxes of what comes out."""

import io
import re
from itertools import pairwise

import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.paper import Paper
from reports.typesetting.prose import LEADING, PITCH, SIZE, Prose
from reports.typesetting.sheets import portrait
from tests.reports.advance import lines_of, text_of

NEAR = 0.3 * mm
SIGNER, DAY = "安岭县发展和改革局", "2020年6月28日"


@pytest.fixture
def written():
    """Set a letter; its pages as lines, without the page number."""

    def write(fill, *, duplex=False):
        buffer, faces = io.BytesIO(), Faces(bundled_only=True)
        faces.glyph("song", "县")
        canvas = Canvas(buffer, invariant=1, initialFontName="GWSong")
        paper = Paper(canvas, faces)
        prose = Prose(paper)
        fill(prose)
        told = list(prose.draw(portrait(duplex=duplex)))
        paper.end()
        canvas.save()
        document = pypdfium2.PdfDocument(buffer.getvalue())
        pages = [lines_of(page) for page in document]
        assert told == [(number, len(pages)) for number in range(1, len(pages) + 1)]
        for number, page in enumerate(pages, 1):
            assert text_of(page.pop()) == f"—{number}—"
        return pages

    return write


def texts(pages):
    return [[text_of(line) for line in page] for page in pages]


def test_a_full_page_fills_the_grid(written):
    first, *_ = written(lambda prose: prose.paragraph("国" * 3000))
    assert len(first) == 22
    for line in first[1:]:
        assert len(line) == 28
        assert line[0].left == pytest.approx(28 * mm, abs=NEAR)
        assert line[-1].right == pytest.approx(184 * mm, abs=NEAR)
    assert first[0][0].left == pytest.approx(28 * mm + 2 * PITCH, abs=NEAR)
    assert first[0][0].top == pytest.approx(37 * mm, abs=NEAR)
    assert first[-1][0].bottom == pytest.approx(262 * mm, abs=NEAR)
    tops = [line[0].top for line in first]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([LEADING] * 21, abs=0.01)
    assert {glyph.size for line in first for glyph in line} == {SIZE}


def test_a_long_paragraph_goes_on_over_the_pages_and_nothing_is_lost(written):
    text = "".join(chr(0x4E00 + n % 500) for n in range(3000))
    pages = written(lambda prose: prose.paragraph(text))
    assert "".join("".join(page) for page in texts(pages)) == text
    assert [len(page) for page in pages] == [22, 22, 22, 22, 20]


def test_even_pages_of_both_sides_bind_at_the_right(written):
    pages = written(lambda prose: prose.paragraph("国" * 1500), duplex=True)
    assert pages[0][1][0].left == pytest.approx(28 * mm, abs=NEAR)
    assert pages[1][1][0].left == pytest.approx(26 * mm, abs=NEAR)


def test_a_title_ends_its_lines_where_the_sense_does(written):
    pieces = ["安岭县发展和改革局", "关于", "2020年新型城镇化建设和城乡融合发展", "重点任务", "落实情况的报告"]
    (page,) = written(lambda prose: (prose.title(pieces), prose.flush("县人民政府：")))
    assert texts([page])[0] == [
        "安岭县发展和改革局关于", "2020年新型城镇化建设和城乡融合发展", "重点任务落实情况的报告", "县人民政府：",
    ]  # fmt: skip
    for line in page[:3]:
        assert line[0].left + line[-1].right == pytest.approx(2 * 106 * mm, abs=NEAR)
        assert {(glyph.face, glyph.size) for glyph in line} == {("GWXBS", 22)}
    assert page[0][0].top == pytest.approx(37 * mm, abs=NEAR)
    assert page[3][0].left == pytest.approx(28 * mm, abs=NEAR)
    assert (page[3][0].top - 37 * mm) / LEADING == pytest.approx(4, abs=0.01)


@pytest.mark.parametrize("length", [19, 120, 300, 900])
def test_a_title_of_any_length_stands_on_its_pages(written, length):
    pages = written(lambda prose: (prose.title(["国" * length, "报告"]), prose.paragraph("县")))
    assert "".join("".join(page) for page in texts(pages)) == "国" * length + "报告县"
    for page in pages:
        assert page[-1][0].bottom < 262 * mm + 8


def test_headings_have_the_faces_of_their_levels(written):
    names = ["一、总体情况", "（一）提高质量", "1.一项", "（1）一点"]

    def fill(prose):
        for level, name in enumerate(names, 1):
            prose.heading(name, level)
        prose.paragraph("正文。")

    (page,) = written(fill)
    assert texts([page])[0] == [*names, "正文。"]
    assert [page[n][0].face for n in range(4)] == ["GWHei", "GWKai", "GWFang", "GWFang"]
    for line in page:
        assert line[0].left == pytest.approx(28 * mm + 2 * PITCH, abs=NEAR)


@pytest.mark.parametrize("filled", range(19, 24))
def test_a_heading_is_never_the_last_line_of_a_page(written, filled):
    def fill(prose):
        for _ in range(filled):
            prose.paragraph("一行。")
        prose.heading("一、总体情况", 1)
        prose.heading("（一）提高质量", 2)
        prose.paragraph("正文。" * 30)

    for page in texts(written(fill))[:-1]:
        assert not re.match("[一（]、?", page[-1]) or page[-1] == "一行。"


def test_several_attachments_stand_under_one_another(written):
    long = "二" * 40
    (page,) = written(lambda prose: (prose.paragraph("正文。"), prose.attachments(["甲表", long, "丙表"])))
    assert texts([page])[0] == ["正文。", "附件：1.甲表", "2." + long[:22], long[22:], "3.丙表"]
    assert page[1][0].top - page[0][0].top == pytest.approx(2 * LEADING, abs=0.01)
    assert page[1][0].left == pytest.approx(28 * mm + 2 * PITCH, abs=NEAR)
    numbers = [page[1][3].left, page[2][0].left, page[4][0].left]
    assert numbers == pytest.approx([28 * mm + 5 * PITCH] * 3, abs=NEAR)
    assert page[2][2].left == pytest.approx(page[3][0].left, abs=NEAR) == pytest.approx(page[1][5].left, abs=NEAR)


def test_a_single_attachment_has_no_number(written):
    (page,) = written(lambda prose: (prose.paragraph("正文。"), prose.attachments(["甲表"])))
    assert texts([page])[0] == ["正文。", "附件：甲表"]


def test_no_attachment_leaves_no_line(written):
    (page,) = written(lambda prose: (prose.paragraph("正文。"), prose.attachments([]), prose.paragraph("又。")))
    assert page[1][0].top - page[0][0].top == pytest.approx(LEADING, abs=0.01)


def signed(stamped, name=SIGNER, day=DAY):
    return lambda prose: (prose.paragraph("正文。"), prose.signature(name, day, stamped=stamped))


def test_the_stamped_signature_leaves_room_for_the_seal(written):
    (page,) = written(signed(True))
    body, name, day = page
    assert (text_of(name), text_of(day)) == (SIGNER, DAY)
    assert day[-1].right == pytest.approx(184 * mm - 4 * PITCH, abs=NEAR)
    assert name[0].left + name[-1].right == pytest.approx(day[0].left + day[-1].right, abs=NEAR)
    assert name[0].top - body[0].top == pytest.approx(3 * LEADING, abs=0.01)


def test_the_unstamped_name_ends_two_characters_in_and_the_day_begins_two_after_it(written):
    (page,) = written(signed(False))
    _, name, day = page
    assert name[-1].right == pytest.approx(184 * mm - 2 * PITCH, abs=NEAR)
    assert day[0].left - name[0].left == pytest.approx(2 * PITCH, abs=NEAR)


def test_a_day_longer_than_the_unstamped_name_ends_two_characters_in(written):
    (page,) = written(signed(False, "县发改局"))
    _, name, day = page
    assert day[-1].right == pytest.approx(184 * mm - 2 * PITCH, abs=NEAR)
    assert day[0].left - name[0].left == pytest.approx(2 * PITCH, abs=NEAR)


@pytest.mark.parametrize("stamped", [True, False])
@pytest.mark.parametrize("length", [18, 25, 27, 28, 29, 60, 200])
def test_the_longest_name_stays_inside(written, stamped, length):
    pages = written(signed(stamped, "局" * length))
    assert "".join("".join(page) for page in texts(pages)) == "正文。" + "局" * length + DAY
    for line in (line for page in pages for line in page):
        assert line[0].left > 28 * mm - NEAR
        assert line[-1].right < 184 * mm + NEAR


@pytest.mark.parametrize("stamped", [True, False])
@pytest.mark.parametrize("filled", range(10, 24))
def test_a_signature_takes_two_lines_of_the_body_along(written, filled, stamped):
    def fill(prose):
        for number in range(filled):
            prose.paragraph(f"第{number}行。")
        prose.attachments(["甲表", "乙表"])
        prose.signature(SIGNER, DAY, stamped=stamped)
        prose.note("（联系人：李明　电话：0000-1234567）")
        prose.footnote("注：不适用项不计入基数。")
        prose.copies("县委办公室。")

    pages = texts(written(fill))
    body = [line for page in pages for line in page if line.startswith("第")]
    assert body == [f"第{number}行。" for number in range(filled)]
    last = pages[-1]
    assert sum(line.startswith("第") for line in last) >= 2
    assert last[-6:] == [
        "2.乙表", SIGNER, DAY, "（联系人：李明电话：0000-1234567）", "注：不适用项不计入基数。", "抄送：县委办公室。",
    ]  # fmt: skip
    assert all(page for page in pages)


def test_a_page_of_attachments_leaves_the_signature_with_the_last_of_them(written):
    names = [f"表{number}" for number in range(1, 40)]

    def fill(prose):
        prose.paragraph("正文。")
        prose.attachments(names)
        prose.signature(SIGNER, DAY, stamped=True)

    pages = texts(written(fill))
    assert pages[-1][-2:] == [SIGNER, DAY]
    assert pages[-1][-3] == "39.表39"


def test_copies_stand_at_the_foot_of_the_last_page_with_their_lines_aligned(written):
    (page,) = written(lambda prose: (prose.paragraph("正文。"), prose.copies("县委办公室，" * 12 + "县法院。")))
    first, second, *_ = page[1:]
    assert text_of(first).startswith("抄送：县委办公室")
    assert {glyph.size for glyph in first} == {14}
    assert first[0].left == pytest.approx(28 * mm + 14, abs=NEAR)
    assert second[0].left == pytest.approx(first[3].left, abs=0.5 * mm)
    assert 255 * mm < page[-1][0].bottom < 262 * mm


def test_no_page_begins_with_a_line_left_free(written):
    pages = written(lambda p: (*(p.paragraph("一行。") for _ in range(22)), p.blank(), p.paragraph("又。")))
    assert pages[1][0][0].top == pytest.approx(37 * mm, abs=NEAR)


def test_it_goes_on_from_the_place_reached(tmp_path):
    buffer, faces = io.BytesIO(), Faces(bundled_only=True)
    faces.glyph("song", "县")
    canvas = Canvas(buffer, invariant=1, initialFontName="GWSong")
    paper = Paper(canvas, faces)
    paper.begin(portrait())
    paper.y -= 10 * LEADING
    prose = Prose(paper)
    prose.paragraph("国" * 28 * 13)
    assert list(prose.draw()) == [(1, 2), (2, 2)]
    assert paper.y == pytest.approx(paper.sheet.top - 2 * LEADING)
    paper.end()
    canvas.save()
    first, second = (lines_of(page)[:-1] for page in pypdfium2.PdfDocument(buffer.getvalue()))
    assert (len(first), len(second)) == (12, 2)
    assert first[-1][0].bottom == pytest.approx(262 * mm, abs=NEAR)
