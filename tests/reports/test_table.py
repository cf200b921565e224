"""What the table can do, read back from the pages it was drawn on."""

import io
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.cells import PAD_X, Cell, Over
from reports.typesetting.paper import Paper
from reports.typesetting.sheets import landscape
from reports.typesetting.table import Band, Group, Table
from tests.reports.paper import Paper as Read

SHEET = landscape()
RULE = 1.0  # what is read back of a box has its rule with it, pt


def drawn(parts, *, widths=(1, 1, 1, 1), head=None, down=0.0, caption=None, foot=0.0, together=False):
    """The pages of one table, begun `down` pt under the upper edge of the body."""
    buffer = io.BytesIO()
    faces = Faces(bundled_only=True)
    faces.glyph("song", "县")
    canvas = Canvas(buffer, invariant=1, initialFontName="GWSong")
    paper = Paper(canvas, faces)
    paper.begin(SHEET)
    paper.mark("表")
    paper.y -= down
    table = Table(paper, widths, head or [Cell(name) for name in "甲乙丙丁"[: len(widths)]], caption)
    assert list(table.draw(parts, foot, together=together)) == list(range(1, len(parts) + 1))
    assert paper.y >= SHEET.bottom + foot - 0.01
    paper.end()
    canvas.save()
    return Read(buffer.getvalue()).pages


def row(*texts, **look):
    return Group((), (tuple(Cell(text, **look) for text in texts),))


def word(page, text):
    return next(word for word in page.words if word.text.strip() == text)


def test_a_head_of_two_storeys():
    head = [
        Cell("指标", align="center"),
        Over(Cell("合计", align="center"), (Cell("上期"), Cell("本期"), Cell("增减"))),
    ]
    [page] = drawn([row("行动", "64", "70", "6")], head=head)
    label, over = word(page, "指标").cell, word(page, "合计").cell
    under = [word(page, text).cell for text in ("上期", "本期", "增减")]
    assert over[0] == pytest.approx(under[0][0], abs=0.1)
    assert over[2] == pytest.approx(under[2][2], abs=0.1)
    assert all(cell[3] == pytest.approx(over[1], abs=RULE) for cell in under)
    assert label[1] == pytest.approx(under[0][1], abs=0.1)  # the lone one reaches from top to bottom
    assert label[3] == pytest.approx(over[3], abs=0.1)
    middle = (word(page, "指标").box[1] + word(page, "指标").box[3]) / 2
    assert middle == pytest.approx((label[1] + label[3]) / 2, abs=2)


def test_the_head_is_repeated_with_both_its_storeys():
    head = [Cell("指标"), Over(Cell("合计"), (Cell("上期"), Cell("本期"), Cell("增减")))]
    pages = drawn([row("行动", "64", "70", "6") for _ in range(60)], head=head)
    assert len(pages) > 1
    for page in pages:
        assert [w.text.strip() for w in page.words][:5] == ["指标", "合计", "上期", "本期", "增减"]


def test_numbers_end_at_one_edge():
    [page] = drawn([row("1", "12", "123", "1234", align="right")])
    for text in ("1", "12", "123", "1234"):
        found = word(page, text)
        assert found.cell[2] - found.box[2] == pytest.approx(PAD_X, abs=1.5)


def test_a_cell_may_span_columns():
    whole, one = Cell("合计", columns=3), Cell("64", align="right")
    [page] = drawn([row("一", "二", "三", "四"), Group((), ((whole, one),))])
    spanning = word(page, "合计").cell
    assert spanning[0] == pytest.approx(word(page, "一").cell[0], abs=0.1)
    assert spanning[2] == pytest.approx(word(page, "三").cell[2], abs=0.1)
    assert word(page, "64").cell[0] == pytest.approx(word(page, "四").cell[0], abs=0.1)


def lines(page, column):
    """The lines of one column under its head."""
    found = sorted((w for w in page.words if w.cell and w.cell[0] == column), key=lambda w: -w.box[1])
    return [w.text.strip() for w in found]


@pytest.mark.parametrize(
    ("text", "mark", "wanted"),
    [
        ("县司法局、县发改局、县住房城乡建设局", "、", ["县司法局、", "县发改局、", "县住房城乡", "建设局"]),
        ("县局、县办、县司法局", "、", ["县局、", "县办、", "县司法局"]),
        ("县局、局、县司法局", "、", ["县局、局、", "县司法局"]),
        ("2020年10月31日", "年", ["2020年", "10月31日"]),
        ("6月底前\n原2020年5月31日", "年", ["6月底前", "原2020年", "5月31日"]),
        ("县司法局", "、", ["县司法局"]),
        ("、", "、", ["、"]),
    ],
)
def test_names_and_days_stay_whole_where_the_column_is_wide_enough(text, mark, wanted):
    width = 61 / SHEET.width  # 5.14 characters
    [page] = drawn([row(text, "", mark=mark)], widths=(width, 1 - width))
    column = word(page, "甲").cell[0]
    assert lines(page, column)[1:] == wanted


def test_of_a_text_too_long_for_a_head_the_end_is_left_out():
    [page] = drawn([row("一", "二")], widths=(1, 9), head=[Cell("喆" * 300, most=4), Cell("乙")])
    shown = page.column(0)
    assert shown.count("喆") == 4 * (shown.index("…") + 1) // 4 - 1
    assert shown.endswith("…一")
    assert len(lines(page, word(page, "一").cell[0])) == 5


@pytest.mark.parametrize("down", range(200, 460, 20))
def test_caption_and_head_go_where_a_row_follows(down):
    pages = drawn([row("一", "二", "三", "四")] * 3, down=down, caption=Cell("一、逾期（3项）"))
    [first] = [page for page in pages if "一、逾期（3项）" in page.text]
    caption = word(first, "一、逾期（3项）")
    assert caption.cell is None  # it is not ruled
    assert caption.box[1] > word(first, "甲").cell[3]
    for page in pages:
        assert ("甲" in page.text) == ("丁" in page.text) == ("四" in page.text)


@pytest.mark.parametrize("down", range(0, 460, 60))
def test_what_belongs_together_stands_on_one_page(down):
    pages = drawn([row("一", "二", "三", "四")] * 12, down=down, together=True, foot=20)
    [whole] = [page for page in pages if page.cells]
    assert whole.column(0) == "甲" + "一" * 12
    assert (whole is pages[0]) == (down < 200)


def test_more_than_a_page_holds_begins_where_it_can():
    pages = drawn([row("一", "二", "三", "四")] * 80, down=100, together=True)
    assert all(page.cells for page in pages)


def test_a_total_never_stands_alone():
    total = Group((), row("合计", "64", "70", "6").rows, total=True)
    for rows in range(1, 60):
        pages = drawn([*(row(f"第{number}", "64", "70", "6") for number in range(rows)), total], foot=60.0)
        assert word(pages[-1], f"第{rows - 1}").cell[1] > word(pages[-1], "合计").cell[1]


def test_a_band_goes_with_what_follows():
    for count in range(20, 26):
        rows = [row("一", "二", "三", "四")] * count
        pages = drawn([*rows, Band(Cell("二、市民化")), *rows[:1]])
        [named] = [page for page in pages if "二、市民化" in page.text]
        assert named.column(0).endswith("二、市民化一")


def test_rows_lie_edge_to_edge():
    [page] = drawn([row("一", "二", "三", "四"), row("县" * 100, "二", "三", "四")])
    column = sorted({c for c in page.cells if c[0] == page.cells[0][0]}, key=lambda c: -c[3])
    assert len(column) == 3
    for above, below in pairwise(column):
        assert above[1] == pytest.approx(below[3], abs=RULE)


def test_what_spans_rows_is_read_before_them():
    """Though it is drawn last, on each page anew."""
    rows = tuple((Cell(f"行动{n}"), Cell("甲局"), Cell("6月底前")) for n in range(60))
    first, second, *_ = drawn([Group((Cell("重点任务"),), rows)])
    assert first.text.index("丁") < first.text.index("重点任务") < first.text.index("行动0")
    assert second.text.index("丁") < second.text.index("重点任务（续）") < second.text.index("行动")
