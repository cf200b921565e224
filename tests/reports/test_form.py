"""What a form can do, read back from the pages it was drawn on."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports import words
from reports.fonts import Faces
from reports.typesetting.cells import Cell
from reports.typesetting.form import Block, Form, Row, Slot
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import portrait
from tests.reports.paper import Paper as Read
from tests.reports.sheet import assert_sound, beside, cell_of, cells

SHEET = portrait()
NEAR = 1.0  # what is read back of a box has its rule with it, pt
SIZE, LABEL, FOOT = 12, 70, 30
SIGN = ("签字：　　　　　", "年　　月　　日　")


def drawn(blocks, *, down=0.0, fill=False):
    """The pages of one form, begun `down` pt under the upper edge of the body."""
    buffer = io.BytesIO()
    faces = Faces(bundled_only=True)
    faces.glyph("song", "县")
    canvas = Canvas(buffer, invariant=1, initialFontName="GWSong")
    paper = Paper(canvas, faces)
    paper.begin(SHEET)
    paper.y -= down

    def go_on():
        paper.turn()
        paper.y -= 20

    form = Form(paper, LABEL, SIZE, go_on)
    form.draw(blocks, FOOT, fill=fill)
    assert paper.y >= SHEET.bottom + FOOT - 0.01
    paper.end()
    canvas.save()
    read = Read(buffer.getvalue(), faces.missing)
    assert_sound(read, SHEET)
    return read.pages


def said(label, text, *, sign=(), least=0.0, grows=False):
    return Block(label, (Row((Slot(Cell(text, "fang", SIZE), sign=sign),), least, grows),))


def height(box):
    return box[3] - box[1]


def label_cell(page, text):
    return next(cell_of(page, word) for word in page.words if word.text.strip() == text)


def test_a_label_stands_beside_what_is_said():
    [page] = drawn([said("事项", "甲"), said("进展", "乙" * 100)])
    assert (beside(page, "事项"), beside(page, "进展")) == ("甲", "乙" * 100)
    cell = label_cell(page, "进展")
    assert cell[0] == pytest.approx(SHEET.left, abs=NEAR)
    assert cell[2] - cell[0] == pytest.approx(LABEL, abs=NEAR)
    assert max(box[2] for box in cells(page)) == pytest.approx(SHEET.right, abs=NEAR)


def test_a_label_spans_rows_and_cells_share_a_row_as_they_are_told():
    rows = (Row((Slot(Cell("甲"), 1), Slot(Cell("乙"), 3))), Row((Slot(Cell("丙")),)))
    [page] = drawn([Block("类别", rows)])
    first, second, whole, label = (label_cell(page, text) for text in ("甲", "乙", "丙", "类别"))
    assert second[2] - second[0] == pytest.approx(3 * (first[2] - first[0]), abs=3 * NEAR)
    assert (whole[0], whole[2]) == pytest.approx((first[0], second[2]), abs=NEAR)
    assert height(label) == pytest.approx(height(first) + height(whole), abs=2 * NEAR)


def test_a_label_higher_than_its_rows_has_the_height_it_needs():
    [page] = drawn([said("一二三四五六七八九十" * 2, "甲"), said("下", "乙")])
    assert beside(page, "下") == "乙"


def test_there_is_room_to_write_by_hand():
    [page] = drawn([said("意见", "", least=80.0), said("日期", "")])
    assert height(label_cell(page, "意见")) == pytest.approx(80, abs=NEAR)


def test_rows_that_grow_share_what_the_page_has_left():
    [page] = drawn([said("事项", "甲"), said("意见", "", grows=True), said("批示", "", grows=True)], fill=True)
    one, other = label_cell(page, "意见"), label_cell(page, "批示")
    assert height(one) == pytest.approx(height(other), abs=0.1)
    assert other[1] == pytest.approx(SHEET.bottom + FOOT, abs=2 * NEAR)
    assert len(drawn([said("意见", "", grows=True)] * 2)[0].words) == 3  # two labels and the page number


def test_one_signs_at_the_lower_right_under_what_is_said():
    [page] = drawn([said("意见", "同意。", sign=SIGN, least=90)])
    text, name, day = (next(w for w in page.words if w.text.strip().startswith(t)) for t in ("同意", "签字", "年"))
    cell = cell_of(page, text)
    assert text.box[1] > name.box[3] > name.box[1] > day.box[3]
    assert day.box[1] - cell[1] < SIZE
    assert cell[3] - text.box[3] < SIZE
    assert (day.box[0] + day.box[2]) / 2 > (cell[0] + cell[2]) / 2


def test_what_is_long_goes_on_over_pages_with_its_label():
    first, second, third = drawn([said("事项", "甲"), said("进展", "乙" * 3000), said("尾", "丙")])
    assert beside(first, "事项") == "甲"
    found = [beside(first, "进展"), beside(second, "进展"), beside(third, "进展")]
    assert "".join(found) == "乙" * 3000
    assert [words.CONTINUED in page.text for page in (first, second, third)] == [False, True, True]
    assert beside(third, "尾") == "丙"


def test_a_short_row_goes_over_whole_and_a_signature_stays_with_the_text_above_it():
    for down in range(500, 640, 7):
        pages = drawn([said("甲", "子"), said("意见", "丑" * 60, sign=SIGN, least=60)], down=down)
        signed = next(page for page in pages if "签字" in page.text)
        assert "丑" * 60 in beside(signed, "意见")
    for down in range(100, 640, 7):
        pages = drawn([said("意见", "丑" * 900, sign=SIGN)], down=down)
        assert sum(page.text.count("丑") for page in pages) == 900
        assert "丑" * 30 in next(page for page in pages if "签字" in page.text).text


def test_the_head_of_a_block_is_repeated():
    head = Row((Slot(Cell("栏目", "hei", SIZE)),))
    rows = tuple(Row((Slot(Cell(f"第{n}行", size=SIZE)),)) for n in range(60))
    pages = drawn([said("事项", "甲"), Block("", rows, head)])
    assert len(pages) > 1
    assert [page.text.count("栏目") for page in pages] == [1] * len(pages)
    for down in range(560, 640, 5):
        for page in drawn([said("事项", "甲"), Block("", rows[:3], head)], down=down):
            assert ("栏目" in page.text) == ("第" in page.text)


def test_a_row_of_least_height_more_than_a_page():
    pages = drawn([said("意见", "甲", sign=SIGN, least=1500)])
    assert 2 <= len(pages) <= 4
    assert sum(page.text.count("签字") for page in pages) == 1
