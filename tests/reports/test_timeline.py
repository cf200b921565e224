"""进度图, read back from the paper: bars and marks stand where their days are, nothing over anything else."""

import dataclasses
import re
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pypdfium2
import pytest
from pypdfium2 import raw
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from db import sample
from reports import timeline_rows
from reports.data import gather
from reports.errors import ReportError
from reports.fonts import Faces
from reports.options import Options, Scope
from reports.render import build
from reports.words import CONTINUED
from tests.builders import TODAY, add
from tests.reports import golden
from tests.reports.conftest import NOW, recounted
from tests.reports.paper import Paper

NEW_YEAR = date(2020, 1, 1)


def made(data, **options):
    """The paper, and its pages as shapes."""
    data = dataclasses.replace(data, options=dataclasses.replace(data.options, **options))
    content, _ = build("timeline", data, Faces(bundled_only=True))
    paper = Paper(content)
    for page in paper.pages:
        if data.options.binding == "bound":
            page.words[:] = [dataclasses.replace(w, box=upright(w.box, page.size[1])) for w in page.words]
        page.words[:] = joined(page.words)
    return paper, content


def joined(runs):
    """Runs of text as they read: those of one line, parted only by their face, are one."""
    words = []
    for run in runs:
        if words and follows(words[-1], run):
            before = words.pop()
            box = (before.box[0], min(before.box[1], run.box[1]), run.box[2], max(before.box[3], run.box[3]))
            run = dataclasses.replace(run, text=before.text + run.text, box=box)
        words.append(run)
    return [dataclasses.replace(word, text=word.text.strip()) for word in words]


def follows(one, other):
    level = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) > 0
    return one.size == other.size and level and -1 < other.box[0] - one.box[2] < 0.7 * one.size


@dataclass(frozen=True)
class Shape:
    """Where a path is, in the coordinates of the page as it is read."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self):
        return self.right - self.left, self.top - self.bottom


def shapes(content, number):
    """What is drawn on a page, without the white that is put under marks and labels; lines have no width."""
    document = pypdfium2.PdfDocument(content)
    page = document[number]
    found = [shape for path in page.get_objects([FPDF_PAGEOBJ_PATH]) if (shape := seen(path))]
    width, _ = page.get_mediabox()[2:]
    turned = page.get_rotation() == 90
    document.close()
    return [Shape(*upright((s.left, s.bottom, s.right, s.top), width)) for s in found] if turned else found


def seen(path):
    """Where a path is that is outlined, or filled with anything but white."""
    mode, stroked, width = c_int(), c_int(), c_float()
    raw.FPDFPath_GetDrawMode(path, mode, stroked)
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    colours = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *colours)
    if not stroked and colours[0].value > 250:
        return None
    left, bottom, right, top = path.get_bounds()
    edge = width.value if stroked else 0.0  # PDFium's bounds go as far beyond a line on both sides
    return Shape(left + edge, bottom + edge, right - edge, top - edge)


def upright(box, width):
    """A box of a page that is turned for reading, as it is read."""
    left, bottom, right, top = box
    return bottom, width - right, top, width - left


class Row:
    """The row of a chart with a text in it, and days as its head says where they are."""

    def __init__(self, data, title, **options):
        paper, content = made(data, rows="actions", **options)
        number = next(n for n, page in enumerate(paper.pages) if any(title in w.text for w in page.words))
        page = paper.pages[number]
        word = next(w for w in page.words if title in w.text)
        self.y = (word.box[1] + word.box[3]) / 2
        self.words = [w for w in page.words if abs((w.box[1] + w.box[3]) / 2 - self.y) < 4]
        self.shapes = [shape for shape in shapes(content, number) if abs(shape.middle[1] - self.y) < 1.5]
        months = sorted(s.middle[0] for s in shapes(content, number) if s.size == pytest.approx((0, 13), abs=0.1))
        assert len(months) == 11  # the strokes between them
        self.day_width = (months[-1] - months[0]) / 304  # from 1 February to 1 December
        self.new_year = months[0] - 31 * self.day_width

    def x(self, day, share=0.0):
        return self.new_year + ((date.fromisoformat(day) - NEW_YEAR).days + share) * self.day_width

    def diamonds(self):
        """Where the due dates are marked."""
        return [shape.middle[0] for shape in self.shapes if max(map(abs, (s - 8.4 for s in shape.size))) < 0.1]

    def boxes(self, height):
        """From where to where things of a height reach."""
        boxes = [s for s in self.shapes if abs(s.size[1] - height) < 0.1 and s.middle[0] not in self.diamonds()]
        return [(s.left, s.right) for s in boxes if s.size[0] > 3]


@pytest.fixture(scope="module")
def one(county_data):
    """The data with the first action of task 5 changed; its title is 甲."""

    def change(**columns):
        def of_task(its):
            if its.task.number != 5:
                return its
            plain = {"title": "甲事", "leaf": True, "closed_on": None, "extensions": 0, "done_on": None}
            action = dataclasses.replace(its.actions[-1], **plain | columns)
            return dataclasses.replace(its, actions=(action,))

        parts = tuple(
            dataclasses.replace(part, tasks=tuple(map(of_task, part.tasks))) for part in county_data.parts
        )
        return recounted(dataclasses.replace(county_data, parts=parts))

    return change


NEAR = 0.5  # pt; a day is nearly one wide


def test_every_page_reads_as_it_did(county_data):
    golden.hold("timeline", made(county_data)[0])


def test_actions_read_as_they_did(county_data):
    golden.hold("timeline-actions", made(county_data, rows="actions", binding="bound")[0])


def test_a_bar_reaches_from_its_start_to_its_due_date_and_is_filled_as_far_as_it_is(one):
    row = Row(one(start_on="2020-03-01", due_on="2020-09-30", percent=25, status="in_progress"), "甲事")
    start, due = row.x("2020-03-01"), row.x("2020-09-30", 1)
    assert row.diamonds() == [pytest.approx(due, abs=NEAR)]
    whole, done = max(row.boxes(8), key=lambda box: box[1] - box[0]), min(row.boxes(8), key=lambda box: box[1] - box[0])
    assert whole == pytest.approx((start, due), abs=NEAR)
    assert done == pytest.approx((start, start + (due - start) / 4), abs=NEAR)
    assert "9月30日" in [w.text for w in row.words]


def test_what_was_extended_has_a_tail_from_the_old_date_to_the_new(one):
    row = Row(
        one(start_on="2020-02-01", due_on="2020-08-31", original_due_on="2020-06-30", extensions=1, percent=10,
            status="in_progress", due_words="8月31日"), "甲事",
    )  # fmt: skip
    old, new = row.x("2020-06-30", 1), row.x("2020-08-31", 1)
    assert row.diamonds() == [pytest.approx(new, abs=NEAR)]
    assert any(tail == pytest.approx((old, new), abs=NEAR) for tail in row.boxes(4.6))
    assert max(row.boxes(8), key=lambda box: box[1] - box[0]) == pytest.approx((row.x("2020-02-01"), old), abs=NEAR)
    strokes = [s.middle[0] for s in row.shapes if s.size == pytest.approx((1.4, 12), abs=0.3)]
    assert strokes == [pytest.approx(old, abs=NEAR)]
    assert "6月30日→8月31日" in "".join(w.text for w in row.words)


def test_what_is_closed_has_a_dot_on_the_day_of_its_closing(one):
    row = Row(
        one(start_on="2020-02-01", due_on="2020-04-30", percent=100, status="closed", done_on="2020-04-20",
            closed_on="2020-06-10"), "甲事",
    )  # fmt: skip
    dots = [s.middle[0] for s in row.shapes if s.size == pytest.approx((6.8, 6.8), abs=0.3)]
    assert dots == [pytest.approx(row.x("2020-06-10", 0.5), abs=NEAR)]
    assert "6月10日销号" in "".join(w.text for w in row.words)


def test_what_is_overdue_is_said_by_shape_and_word(one):
    row = Row(one(start_on="2020-02-01", due_on="2020-06-15", percent=40, status="in_progress"), "甲事")
    said = "".join(w.text for w in row.words)
    assert "逾期3天" in said
    state = next(w for w in row.words if w.text == "逾期")
    assert any(s.right < state.box[0] and s.left > state.box[0] - 14 and s.size[1] > 5 for s in row.shapes)


@pytest.mark.parametrize(
    ("columns", "word"), [({"due_words": "长期坚持"}, "长期"), ({"due_words": ""}, "未定")]
)
def test_without_a_date_words_stand_in_the_place_of_the_bar(one, columns, word):
    row = Row(one(start_on=None, due_on=None, **columns), "甲事")
    assert word in [w.text for w in row.words]
    assert row.diamonds() == []
    assert row.boxes(8) == []


def test_without_a_start_only_the_due_date_is_marked(one):
    row = Row(one(start_on=None, due_on="2020-10-31", percent=50, status="in_progress"), "甲事")
    assert row.diamonds() == [pytest.approx(row.x("2020-10-31", 1), abs=NEAR)]
    assert row.boxes(8) == []


def test_as_many_rows_of_actions_are_called_overdue_as_are(county_data):
    paper, _ = made(county_data, rows="actions")
    said = [word.text for page in paper.pages for word in page.words if word.text == "逾期"]
    heads = 1  # of the table by part
    assert len(said) - heads == county_data.counts.total.overdue
    assert any("下级逾期1项" in word.text for page in paper.pages for word in page.words)


@pytest.mark.parametrize("options", [{}, {"binding": "bound"}, {"rows": "actions"}])
def test_a_part_is_never_the_last_thing_on_a_page(county_data, options):
    paper, _ = made(county_data, **options)
    parts = {timeline_rows.part_title(part) for part in county_data.parts if part.part}
    assert parts
    for page in paper.pages:
        below = sorted(page.words, key=lambda word: word.box[1])
        last = next(w for w in below if w.text.endswith(("%", "（续）")) or w.text in parts)
        assert last.text.endswith("%")


def test_the_column_of_labels_has_a_head(county_data):
    paper, _ = made(county_data)
    assert all("完成时限" in page.text for page in paper.pages)


def test_today_is_a_line_through_every_row_and_named_over_it(county_data):
    paper, content = made(county_data)
    for number, page in enumerate(paper.pages):
        label = next(w for w in page.words if w.text == "今天6月18日")
        middle = (label.box[0] + label.box[2]) / 2
        rows = [w for w in page.words if re.match(r"\d+\. ", w.text)]
        lines = [s for s in shapes(content, number) if s.size[0] < 0.1 and abs(s.middle[0] - middle) < 1.5]
        assert rows
        for row in rows:
            y = (row.box[1] + row.box[3]) / 2
            assert any(line.bottom <= y <= line.top for line in lines), row.text


def texts_clash(page):
    """Pairs of texts that stand over one another."""
    for one, other in combinations(page.words, 2):
        wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
        high = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
        if wide > 1 and high > 1:
            yield one.text, other.text


def assert_clear(paper, content):
    """No text over another, none over a bar or a diamond."""
    for number, page in enumerate(paper.pages):
        assert list(texts_clash(page)) == []
        solid = [s for s in shapes(content, number) if 7.9 < s.size[1] < 8.5 and s.size[0] > 3]
        for word in page.words:
            for bar in solid:
                wide = min(word.box[2], bar.right) - max(word.box[0], bar.left)
                high = min(word.box[3], bar.top) - max(word.box[1], bar.bottom)
                in_legend = word.box[1] < min(s.bottom for s in solid) or re.fullmatch(r"\d+", word.text)
                assert in_legend or not (wide > 1 and high > 1), (word, bar)


def with_days(data, days):
    """The data with other days for every action: days(n) gives the columns of the n-th."""
    number = iter(range(10**6))
    parts = tuple(
        dataclasses.replace(part, tasks=tuple(
            dataclasses.replace(its, actions=tuple(
                dataclasses.replace(action, **days(next(number))) for action in its.actions
            )) for its in part.tasks
        )) for part in data.parts
    )  # fmt: skip
    return recounted(dataclasses.replace(data, parts=parts))


def many_years(n):
    start, due = date(2019 + n % 4, 1 + n % 12, 1 + n % 28), date(2019 + n % 4 + n % 2, 12 - n % 3, 1 + n % 28)
    moved = {"original_due_on": date(2021, 1 + n % 12, 3).isoformat(), "extensions": 1} if n % 5 == 0 else {}
    return {"start_on": min(start, due).isoformat(), "due_on": due.isoformat(), **moved}


def test_a_chart_goes_on_over_all_the_years_its_dates_lie_in(county_data):
    data = with_days(county_data, many_years)
    paper, content = made(data, rows="actions")
    for page in paper.pages:
        assert {"2019年", "2020年", "2021年", "2022年", "2023年"} <= {w.text for w in page.words}
    assert_clear(paper, content)


def test_a_date_mistyped_by_a_century_does_not_squeeze_the_rest(one):
    paper, _ = made(one(start_on="1920-01-01", due_on="2120-12-31"), rows="actions")
    years = {w.text for page in paper.pages for w in page.words if re.fullmatch(r"\d{4}年", w.text)}
    assert years == {f"{year}年" for year in range(2017, 2026)}
    assert "2120年12月31日" in paper.text


def test_no_dates_at_all(county_data):
    data = with_days(county_data, lambda n: {"start_on": None, "due_on": None, "due_words": "长期" if n % 2 else ""})
    paper, content = made(data, rows="actions")
    assert "长期" in paper.text
    assert "未定" in paper.text
    assert "2020年" in paper.text
    assert_clear(paper, content)


@pytest.mark.parametrize("binding", ["meeting", "bound"])
@pytest.mark.parametrize("rows", ["tasks", "actions"])
def test_nothing_stands_over_anything_else(county_data, binding, rows):
    assert_clear(*made(county_data, binding=binding, rows=rows))


def test_the_head_comes_again_on_every_page_and_a_part_that_goes_on_is_named_again(county_data):
    paper, _ = made(county_data, rows="actions")
    assert len(paper.pages) > 10
    for page in paper.pages[1:]:
        said = [w.text for w in page.words]
        assert [f"{n}月" for n in range(1, 13)] == [text for text in said if re.fullmatch(r"\d+月", text)]
        assert "完成部分" in said
        bands = [w for w in page.words if re.match("[二三四五六]、", w.text)]
        top = max(bands, key=lambda w: w.box[1])
        assert top.box[1] > page.size[1] - 150
    continued = [w.text for page in paper.pages for w in page.words if CONTINUED in w.text]
    assert len(continued) >= 5


def test_a_thousand_actions_each_in_a_row(tmp_path):
    checklist = sample.make(tmp_path / "大县.luoshi", number=1000)
    data = gather(checklist, TODAY, NOW, Options(rows="actions"))
    checklist.close()
    paper, _ = made(data)
    text = paper.text
    printed = [a for its in data.tasks if its.task.applicable for a in its.actions]
    assert len(printed) == 1000
    assert all(a.title.replace(" ", "") in text for a in printed)
    words = [w.text for page in paper.pages for w in page.words]
    assert sum(bool(re.fullmatch(r"\d+%", w)) for w in words) >= 1000


@pytest.mark.parametrize("column", ["title", "lead"])
def test_names_of_any_length_wrap_in_their_column(one, column):
    long = "喆堃" * 250
    paper, _ = made(one(**{column: long}), rows="actions", binding="bound")
    assert paper.text.count("喆堃") >= 200  # a pair may be parted at a line's end
    assert paper.text.count("喆") == paper.text.count("堃") == 250
    assert all(list(texts_clash(page)) == [] for page in paper.pages)


def test_the_figures_are_those_of_the_counts(county_data):
    paper, _ = made(county_data)
    total = county_data.counts.total
    rows = [
        f"{tally.applicable}{tally.actions}{tally.closed}{tally.done}{tally.in_progress}{tally.not_started}"
        f"{tally.overdue}{tally.soon}{tally.percent}%" for tally in [*county_data.counts.parts.values(), total]
    ]  # fmt: skip
    assert all(row in paper.text for row in rows)
    assert f"行动{total.actions}项已销号{total.closed}项待销号{total.done}项" in paper.text
    assert [w.text for w in paper.pages[0].words if w.size == 10.5 and w.text.isdigit()] == [
        str(total.closed), str(total.done), str(total.in_progress), str(total.not_started)
    ]  # fmt: skip


def test_of_one_part_alone(county_data, sample_file, tmp_path):
    checklist = sample.make(tmp_path / "县.luoshi")
    data = gather(checklist, TODAY, NOW, Options(scope=Scope(part=3), rows="actions"))
    checklist.close()
    paper, _ = made(data)
    assert {w.text[0] for page in paper.pages for w in page.words if re.match("[一二三四五六]、", w.text)} == {"三"}
    assert f"行动{data.counts.total.actions}项" in paper.text


def test_an_extended_task_has_its_tail_too(one):
    data = one(start_on="2020-02-01", due_on="2020-08-31", original_due_on="2020-06-30", extensions=1, percent=10)
    _, content = made(data)
    strokes = [s for n in range(2) for s in shapes(content, n) if s.size == pytest.approx((1.4, 12), abs=0.3)]
    assert len(strokes) == 1 + 2  # and the legend of each page


def test_without_actions_there_is_nothing_to_draw(gathered):
    with pytest.raises(ReportError) as caught:
        made(gathered())
    assert str(caught.value) == "还没有行动，画不出进度图。"


def test_one_action_is_enough(checklist, gathered):
    add(checklist, title="只此一项", lead="县人社局", due="6月底前")
    paper, _ = made(gathered(), rows="actions")
    assert "只此一项" in paper.text
    assert len(paper.pages) == 3  # the notice's tasks that are 未分解 each have a row
