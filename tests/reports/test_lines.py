"""The laws of line breaking: nothing lost, no mark where it must not stand, no number cut, no line too wide."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.typesetting.lines import NO_END, NO_START, break_lines

SIZE = 10.0
NOT_FIRST, NOT_LAST = "。，、；：？！）》”〕", "（《“〔"
WORD = re.compile(r"[A-Za-z0-9.%/-]+(?:(?<=\d)[,:](?=\d)[A-Za-z0-9.%/-]+)*")  # 12,000 and 09:30 are one word each
PIECES = (
    "县", "发改局", "落实情况", "2020", "3.5%", "12,000", "09:30", "2020-06-18", "GDP", "a", "〔2020〕", "“三权”",
    "……", "——", " ", "  ", "\n", *NOT_FIRST, *NOT_LAST,
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
measures = st.floats(SIZE, 30 * SIZE)


def widths_of(text):
    return [SIZE / 2 if character.isascii() else SIZE for character in text]


def broken(text, measure, **more):
    return break_lines(text, widths_of(text), measure, size=SIZE, **more)


def placed(text, lines):
    """Each line with where it begins and where the next one does; fails where more than blanks was dropped."""
    at = 0
    for line in lines:
        begin, at = at, at + len(line.text)
        assert text[begin:at] == line.text
        while text[at : at + 1] == " ":
            at += 1
        yield line, begin, at
        if text[at : at + 1] == "\n":
            at += 1
    assert at == len(text)


def marks_forbid(text, at, first=NO_START, last=NO_END):
    return text[:at].rstrip(" ")[-1:] in tuple(last) or text[at:].lstrip(" ")[:1] in tuple(first)


def cuts_a_word(text, at):
    return any(word.start() < at < word.end() for word in WORD.finditer(text))


def inner_breaks(text, measure, **more):
    """Where lines end inside a paragraph, each with where its line begins."""
    places = list(placed(text, broken(text, measure, **more)))
    return [(begin, end) for _, begin, end in places if end < len(text) and text[end] != "\n"]


@given(text=texts, measure=measures)
def test_nothing_is_lost_but_blanks_at_the_ends_of_lines(text, measure):
    lines = broken(text, measure)
    list(placed(text, lines))
    assert len(lines) >= text.count("\n") + 1


@given(text=texts, measure=measures)
def test_no_mark_stands_where_it_must_not(text, measure):
    """Unless every place in the line is forbidden, as in a line of nothing but marks."""
    assert set(NOT_FIRST) <= NO_START
    assert set(NOT_LAST) <= NO_END
    for begin, end in inner_breaks(text, measure):
        if marks_forbid(text, end):
            assert all(marks_forbid(text, other) for other in range(begin + 1, end))


@given(text=texts, measure=measures)
def test_no_number_and_no_word_is_cut_where_another_place_would_do(text, measure):
    for begin, end in inner_breaks(text, measure):
        if cuts_a_word(text, end):
            assert all(marks_forbid(text, at) or cuts_a_word(text, at) for at in range(begin + 1, end))


@given(text=texts, measure=measures, justify=st.booleans(), indent=st.floats(0, 2 * SIZE))
def test_no_line_is_wider_than_the_measure(text, measure, justify, indent):
    """Set wider or tighter by no more than the eye takes; a character wider than the line stands alone."""
    measure += indent
    first = True
    for line, _, end in placed(text, broken(text, measure, justify=justify, indent=indent)):
        room = measure - (indent if first else 0)
        assert line.width == pytest.approx(sum(widths_of(line.text)))
        if len(line.text) > 1:
            assert line.width + line.gap * (len(line.text) - 1) <= room + 0.02
        assert -0.06 * SIZE - 0.01 <= line.gap <= 0.35 * SIZE + 0.01
        ends = not text[end:] or text[end] == "\n"
        if line.gap > 0:
            assert justify
            assert line.width + line.gap * (len(line.text) - 1) == pytest.approx(room)
        first = ends


@given(text=texts, measure=measures)
def test_a_line_takes_all_that_may_stand_in_it(text, measure):
    """Greedy: the next place to break lies beyond the measure."""
    for begin, end in inner_breaks(text, measure):
        later = (at for at in range(end + 1, len(text)) if not marks_forbid(text, at) and not cuts_a_word(text, at))
        following = next(later, None)
        if following and "\n" not in text[begin:following]:
            assert sum(widths_of(text[begin:following].rstrip(" "))) > measure


@settings(max_examples=20)
@given(measure=st.floats(0.1, SIZE - 0.1))
def test_a_line_too_narrow_for_one_character_still_ends(measure):
    assert [line.text for line in broken("安岭县。", measure)] == ["安", "岭", "县", "。"]


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [
        ("县发改局、县财政局", 4, ["县发改", "局、县财", "政局"]),  # 、 goes over with the character before it
        ("一二三四五六七八九十一二三四五六七八。", 18, ["一二三四五六七八九十一二三四五六七八。"]),  # tightened
        ("经费12,000万元", 4, ["经费", "12,000万", "元"]),
        ("时间是09:30到场", 5, ["时间是", "09:30到场"]),
        ("发改规划〔2020〕532号", 7, ["发改规划", "〔2020〕532号"]),
        ("1234567890。", 5, ["123456789", "0。"]),  # a number as wide as the line gives a digit to the mark
        ("落实办 。理", 3.5, ["落实", "办 。理"]),
        ("落实（ 办）理", 3.5, ["落实", "（ 办）", "理"]),
        ("一\n\n二", 4, ["一", "", "二"]),
        ("", 4, [""]),
    ],
)
def test_lines_as_a_printer_would_break_them(text, em, lines):
    assert [line.text for line in broken(text, em * SIZE)] == lines
