"""Lamps, bars and patterns are told apart in grey, and say what they show."""

import io
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from db.counts import Tally
from db.status import Pace
from reports.figures import bars, lamps, patterns
from reports.fonts import Faces
from reports.typesetting.ink import Ink
from reports.words import figures as words
from tests.reports.every_kind import data_of

SIZE, SCALE = 100, 4


def drawn(draw, size=(SIZE, SIZE)):
    """What is drawn on a page of that many pt: its picture in grey, SCALE px a pt, its paths and its text."""
    buffer = io.BytesIO()
    Faces(bundled_only=True).glyph("song", "县")
    canvas = Canvas(buffer, pagesize=size, initialFontName="GWSong")
    draw(Ink(canvas, Faces(bundled_only=True)))
    canvas.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    page = document[0]
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    boxes = [o.get_bounds() for o in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    text = page.get_textpage().get_text_bounded()
    document.close()
    return picture, boxes, text


def share_of_ink(picture):
    return sum(255 - value for value in picture.tobytes()) / (255 * picture.width * picture.height)


def apart(one, other):
    """The share of px that differ between two pictures."""
    return sum(abs(a - b) > 64 for a, b in zip(one.tobytes(), other.tobytes(), strict=True)) / len(one.tobytes())


@pytest.fixture(scope="module")
def lamp_pictures():
    """Every lamp as it is printed at 10.5 pt."""
    size = 10.5
    return {
        state: drawn(lambda ink, state=state: lamps.draw(ink.canvas, state, 0, 0, size), (size, size))[0]
        for state in words.LAMPS
    }


def test_there_are_ten_lamps(lamp_pictures):
    assert len(lamp_pictures) == 10
    assert all(0.02 < share_of_ink(picture) < 0.8 for picture in lamp_pictures.values())


def test_no_lamp_looks_like_another(lamp_pictures):
    for (one, its), (other, others) in combinations(lamp_pictures.items(), 2):
        assert apart(its, others) > 0.05, (one, other)


def test_a_lamp_keeps_to_its_place_in_its_box():
    picture, _, _ = drawn(lambda ink: lamps.draw(ink.canvas, "soon", 20, 30, 14))
    left, top, right, bottom = (at / SCALE for at in picture.point(lambda grey: 255 - grey).getbbox())
    # Triangle 7,1.6 – 13,12.2 – 1,12.2 of the box, y downwards, and half of its outline around it.
    assert (left, right) == pytest.approx((20.5, 33.5), abs=0.4)
    assert (SIZE - bottom, SIZE - top) == pytest.approx((30 + 14 - 12.7, 30 + 14 - 1.1), abs=0.4)


def test_a_lamp_stands_with_its_word():
    ends = []
    _, boxes, text = drawn(lambda ink: ends.append(lamps.marked(ink, "over", 10, 50, "song", 10)))
    assert text == "逾期"
    assert ends == [pytest.approx(10 + 12.5 + 20)]
    assert boxes[0][2] < 10 + 12.5
    *_, said = drawn(lambda ink: lamps.marked(ink, "over", 10, 50, "song", 10, word="严重滞后"))
    assert said == "严重滞后"


def test_what_is_far_behind_burns_as_overdue_and_is_not_called_so(sample_file, tmp_path):
    data = data_of(sample_file, tmp_path / "a.luoshi")
    plain = {lamps.of(action, data.yard) for action in data.actions if action.leaf}
    assert all(word == words.LAMPS[state] for state, word in plain)
    assert ("over", "逾期") in plain
    strict = replace(data.yard, lamps="red_amber_green", red_points=1)
    assert {("over", "逾期"), ("over", "严重滞后")} <= {lamps.of(action, strict) for action in data.actions}


def test_patterns_differ_in_the_ink_they_take():
    shares = {
        pattern: share_of_ink(drawn(lambda ink, p=pattern: patterns.fill(ink.canvas, p, 0, 0, SIZE, SIZE))[0])
        for pattern in patterns.OF_STANDING.values()
    }
    assert list(shares) == ["solid", "crossed", "slanted", "blank"]
    assert shares["solid"] > 0.95
    assert 0.25 < shares["crossed"] < 0.5
    assert 0.1 < shares["slanted"] < 0.2
    assert shares["blank"] < 0.02


@pytest.mark.parametrize("pattern", ["slanted", "crossed"])
@pytest.mark.parametrize(("wide", "high"), [(60, 8), (3, 20), (0.5, 5)])
def test_no_line_of_a_pattern_leaves_its_box(pattern, wide, high):
    _, boxes, _ = drawn(lambda ink: patterns.fill(ink.canvas, pattern, 20, 30, wide, high))
    for left, bottom, right, top in boxes:
        assert left >= 19.4
        assert bottom >= 29.4
        assert right <= 20.6 + wide
        assert top <= 30.6 + high


TALLY = Tally(actions=40, closed=10, done=5, in_progress=24, not_started=1)


def test_segments_are_as_wide_as_their_numbers_and_bear_them():
    _, boxes, text = drawn(lambda ink: bars.standings(ink, TALLY, 10, 40, 80))
    middles = {round((box[0] + box[2]) / 2) for box in boxes if box[3] - box[1] > 13}
    assert middles == {20, 35, 64, 89}
    assert text.split() == ["10", "5", "24"]  # one action of forty is 2 pt wide, too narrow for its number


def test_a_segment_is_never_too_narrow_to_be_seen():
    one_of_many = Tally(actions=1000, closed=1, in_progress=999)
    _, boxes, _ = drawn(lambda ink: bars.standings(ink, one_of_many, 10, 40, 80))
    assert min(box[2] - box[0] for box in boxes if box[3] - box[1] > 13) > 1.4
    assert max(box[2] for box in boxes) < 90.6


def test_a_bar_of_nothing_is_an_empty_box():
    picture, boxes, text = drawn(lambda ink: bars.standings(ink, Tally(), 10, 40, 80))
    assert len(boxes) == 1
    assert text == ""
    assert share_of_ink(picture) < 0.02


def test_the_legend_names_each_pattern_with_its_number():
    *_, text = drawn(lambda ink: bars.legend(ink, TALLY, 10, 50), (400, SIZE))
    assert "".join(text.split()) == "已销号10项待销号5项正在推进24项未启动1项"


@pytest.mark.parametrize(("percent", "expected"), [(0, None), (59, 79), (100, 0), (30, 100)])
def test_progress_is_filled_as_far_as_it_is_and_ticked_where_time_stands(percent, expected):
    _, boxes, _ = drawn(lambda ink: bars.progress(ink.canvas, percent, expected, 10, 50, 80))
    flat = [box for box in boxes if box[3] - box[1] == pytest.approx(bars.BAR_HEIGHT, abs=0.7)]
    assert flat[0][2] - flat[0][0] == pytest.approx(80, abs=0.7)
    assert len(flat) == (2 if percent else 1)
    if percent:
        assert flat[1][2] - flat[1][0] == pytest.approx(0.8 * percent, abs=0.1)
    ticks = [box for box in boxes if box[3] - box[1] == pytest.approx(2 * bars.BAR_HEIGHT, abs=0.1)]
    if expected is None:
        assert ticks == []
    else:
        left, _, right, _ = ticks[-1]
        assert (left + right) / 2 == pytest.approx(10 + 0.8 * expected, abs=0.8)
        assert left >= 9.9
        assert right <= 90.1


@pytest.mark.parametrize(
    ("pace", "said"),
    [
        (Pace("behind", 79, -20), "59%序时79%滞后20"),
        (Pace("ahead", 44, 15), "59%序时44%超15"),
        (Pace("on", 60, -1), "59%序时60%"),
        (Pace(), "59%"),
    ],
)
def test_the_words_behind_a_bar(pace, said):
    *_, text = drawn(lambda ink: bars.paced(ink, 59, pace, 10, 50, 60), (300, SIZE))
    assert "".join(text.split()) == said
