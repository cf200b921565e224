"""Titles broken by their sense, in the shapes GB/T 9704 asks for: a ladder or a diamond, never an hourglass."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Faces
from reports.typesetting.ink import Ink
from reports.typesetting.marks import NO_END, NO_START
from reports.typesetting.titles import balanced

MEASURE = 20.0  # em: nearly what 2号 has on A4
PIECES = (
    "关于", "安岭县", "发展和改革局", "2020年", "新型城镇化", "的", "、", "重点任务", "报告", "喆", "《通知》",
    "〔2020〕532号",
)  # fmt: skip
titles = st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join)


def widths_of(text):
    return [0.5 if character.isascii() else 1.0 for character in text]


def broken(text, measure=MEASURE):
    return [text[begin:end] for begin, end in balanced(text, widths_of(text), measure, 1.0)]


@given(text=titles, measure=st.floats(12, 30))
def test_no_title_loses_anything_or_stands_out(text, measure):
    lines = broken(text, measure)
    assert "".join(lines) == text
    assert all(sum(widths_of(line)) <= measure for line in lines)


@given(text=titles, measure=st.floats(12, 30))
def test_lines_grow_then_shrink(text, measure):
    """And none has one or two characters only, or a mark where it must not stand."""
    lines = broken(text, measure)
    widths = [sum(widths_of(line)) for line in lines]
    falls = [later < before for before, later in pairwise(widths)]
    grows = [later > before for before, later in pairwise(widths)]
    assert not any(fell and grew for place, fell in enumerate(falls) for grew in grows[place:])
    if len(lines) > 1:
        assert min(map(len, lines)) >= 3
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line[-1] in NO_END for line in lines[:-1])


@pytest.mark.parametrize(
    "title",
    [
        "县发展和改革局督办通知单",
        "安岭县2020年新型城镇化建设和|城乡融合发展重点任务分解表",
        "2020年新型城镇化建设和|城乡融合发展重点任务期间对比表",
        "关于全县2026年第三季度|重点工作进展情况的督查报告",
        "关于印发《2020年新型城镇化建设和|城乡融合发展重点任务》的通知",
        "安岭县发展和改革局|关于2020年新型城镇化建设和|城乡融合发展重点任务落实情况的报告",
        "县委办公室 县政府办公室|关于做好督查的通知",
        "安岭县人力资源和社会保障局|关于贯彻落实《国家发展改革委|关于印发〈2020年新型城镇化建设|和城乡融合发展重点任务〉的通知》|"
        "（发改规划〔2020〕532号）有关情况的报告",
    ],
)  # fmt: skip
def test_titles_as_an_office_would_break_them(title):
    assert broken(title.replace("|", "")) == title.split("|")


def test_a_title_without_any_place_to_break_is_left_to_the_lines():
    assert broken("2" * 100) == []


def test_on_paper_every_line_stands_in_the_middle():
    ink = Ink(Canvas(io.BytesIO()), Faces(bundled_only=True))
    lines = ink.title("关于全县2026年第三季度重点工作进展情况的督查报告\n" + "2" * 100, "xbs", 22, MEASURE * 22)
    assert [line.text for line in lines[:2]] == ["关于全县2026年第三季度", "重点工作进展情况的督查报告"]
    assert "".join(line.text for line in lines[2:]) == "2" * 100
    for line in lines:
        assert line.width <= MEASURE * 22
        assert line.x == pytest.approx((MEASURE * 22 - line.width) / 2)
