"""The laws of line breaking: nothing lost, no mark where it must not stand, no number cut, both edges straight."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.typesetting.lines import break_lines
from reports.typesetting.marks import NO_END, NO_START

SIZE = 10.0
HALF = SIZE / 2
NOT_FIRST, NOT_LAST = "。，、；：？！）》”〕", "（《“〔"
WORDS = tuple(map(re.compile, (
    r"〔2020〕(?:\d+号?)?|—+|…+",
    r"[A-Za-z0-9.%/-]+(?:(?<=\d)[,:](?=\d)[A-Za-z0-9.%/-]+)*",  # 12,000 and 09:30 are one word each
    r"\d[\d.,%]*—\d[\d.,%]*",
)))  # fmt: skip
PIECES = (
    "县", "发改局", "落实情况", "2020", "3.5%", "12,000", "09:30", "2020-06-18", "GDP", "a", "〔2020〕",
    "〔2020〕532号", "2014—2020", "“三权”", "”（", "。）", "……", "——", " ", "  ", "\n", *NOT_FIRST, *NOT_LAST,
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
    return any(word.start() < at < word.end() for words in WORDS for word in words.finditer(text))


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


def boxes(line):
    """Where the advance of every character of a line begins and ends, seen from the left edge of its measure."""
    moves, x = dict(line.moves), line.x
    for place, (character, width) in enumerate(zip(line.text, widths_of(line.text), strict=True)):
        x += moves.get(place, 0.0)
        yield character, x, x + width
        x += width + line.gap


def ink(line):
    """The same without the blank half of a mark at the line's end, which may stand over."""
    found = list(boxes(line))
    if found and found[-1][0] in "。，、；：）》”〕" and found[-1][2] > line.x + line.width + 0.01:
        character, left, _ = found.pop()
        found.append((character, left, max(left + HALF, line.x + line.width)))
    return found


SETTINGS = {
    "text": texts, "measure": measures, "justify": st.booleans(),
    "indent": st.floats(0, 2 * SIZE), "hang": st.floats(0, 2 * SIZE), "track": st.sampled_from([0, 0, 0.1, 2.0]),
}  # fmt: skip


def rooms(text, measure, indent, hang, **more):
    """Each line with the room it has and whether it is the last of its paragraph."""
    first = True
    lines = broken(text, measure, indent=indent, hang=hang, **more)
    for line, _, end in placed(text, lines):
        assert line.x == (indent if first else hang)
        first = end >= len(text) or text[end] == "\n"
        yield line, measure - line.x, first


@given(**SETTINGS)
def test_a_line_tells_how_wide_it_is(text, measure, **more):
    for line, _, _ in rooms(text, measure + 2 * SIZE, **more):
        if line.text:
            assert line.x + line.width == pytest.approx(ink(line)[-1][2], abs=0.02 + more["track"])


@given(**SETTINGS)
def test_no_line_is_wider_than_the_measure(text, measure, **more):
    """Unless not even one character, or one with what must stand beside it, finds room."""
    for line, room, _ in rooms(text, measure + 2 * SIZE, **more):
        assert line.width <= max(room, 2 * (SIZE + more["track"])) + 0.02


@given(**SETTINGS)
def test_a_full_line_fills_the_measure(text, measure, justify, **more):
    """Or nothing in it can be moved apart, or so far apart that a ragged edge looks better."""
    for line, room, last in rooms(text, measure + 2 * SIZE, justify=justify, **more):
        if last or not justify:
            assert line.gap <= more["track"] + 0.001
        elif abs(line.width - room) > 0.02:
            slots = sum(not cuts_a_word(line.text, place) for place in range(1, len(line.text)))
            tied = len(line.text) - 1 - slots
            assert slots <= tied + 1 or (room - line.width) / slots > 0.35 * SIZE - HALF / slots


@given(**SETTINGS)
def test_words_are_not_stretched(text, measure, **more):
    for line, _, _ in rooms(text, measure + 2 * SIZE, **more):
        for (one, _, right), (other, left, _) in pairwise(boxes(line)):
            if (one + other).isascii() and (one + other).isalnum():
                assert left == pytest.approx(right)


@given(**SETTINGS)
def test_marks_give_their_blanks_before_letters_are_moved_together(text, measure, **more):
    for line in (line for line, _, _ in rooms(text, measure + 2 * SIZE, **more) if line.text):
        gaps = [(one + other, left - right) for (one, _, right), (other, left, _) in pairwise(boxes(line))]
        tightened = line.gap - more["track"]
        assert -0.06 * SIZE - 0.001 <= tightened <= 0.35 * SIZE + 0.001
        for pair, gap in gaps:
            assert gap >= -HALF + tightened - 0.001
            gives = pair[0] in "。，、；：）》”〕" or pair[1] in NOT_LAST
            if not gives:
                assert gap >= min(tightened, 0) - 0.001
            elif tightened < -0.001:
                assert gap == pytest.approx(-HALF + line.gap)


@given(text=texts, measure=measures)
def test_two_marks_share_one_blank(text, measure):
    for line in broken(text, measure):
        for (one, left, _), (other, _, right) in pairwise(boxes(line)):
            both_give = (one in "。，、；：）》”〕" and other in NOT_FIRST + NOT_LAST) or one + other in ("（“", "《“")
            if both_give:
                assert right - left <= 1.5 * SIZE + max(line.gap, 0) + 0.001


@given(text=texts, measure=measures)
def test_a_ragged_line_takes_all_that_may_stand_in_it(text, measure):
    """The next place to break lies beyond the measure; but the line before the last gives to a lone character."""
    spans = [(begin, end) for _, begin, end in placed(text, broken(text, measure, justify=False))]
    for (begin, end), (_, until) in pairwise(spans):
        if text[end : end + 1] == "\n" or text[until : until + 1] in ("", "\n"):
            continue
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
        ("县发改局、县财政局", 4.5, ["县发改局、", "县财政局"]),  # 、 gives up its blank half
        ("一二三四五六七八九十一二三四五六七八。", 18, ["一二三四五六七八九十一二三四五六七八。"]),  # tightened
        ("经费12,000万元", 4, ["经费", "12,000万", "元"]),  # a number does not stretch to let 万 go over
        ("时间是09:30到场", 5, ["时间是", "09:30到场"]),
        ("发改规划〔2020〕532号", 7, ["发改规划", "〔2020〕532号"]),
        ("按照〔2020〕532号办", 4, ["按照", "〔2020〕", "532号办"]),  # too long for the line: cut beside the bracket
        ("规划（2014—2020年）", 5, ["规划", "（2014—", "2020年）"]),
        ("（2014—2020年）规划", 6, ["（2014—2020", "年）规划"]),
        ("1234567890。", 4.5, ["123456789", "0。"]),
        ("1234567890。", 5, ["123456789", "0。"]),  # a number as wide as the line gives a digit to the mark
        ("1234567890。", 5.5, ["1234567890。"]),
        ("落实办 。理", 3.5, ["落实", "办 。理"]),
        ("落实（ 办）理", 3.5, ["落实", "（ 办）", "理"]),
        ("总体态势良好——好", 7, ["总体态势良", "好——好"]),
        ("总体……态势", 3, ["总", "体……", "态势"]),
        ("一\n\n二", 4, ["一", "", "二"]),
        ("", 4, [""]),
    ],
)
def test_lines_as_a_printer_would_break_them(text, em, lines):
    assert [line.text for line in broken(text, em * SIZE)] == lines
