"""Texts nobody would write: read or refused in time that grows as they do, never a crash; made-up notices come back."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import NotANotice
from db.notice import clauses, paragraphs
from db.notice.parser import parse, read_notice, read_text

LONGEST = 300_000
EVEN = 4  # the whole is so many times the quarter, and so is the time for it
GENEROUS = 2.5  # a time that grew with the square would be four times that
NOTHING = 0.02  # seconds of the processor that are not worth comparing
REPEATED = (
    "（", "）", "（一）", "一、甲\n", "1.\n", "甲。", "“甲。", "(", ")（", " ", "\t", "\n", "责任单位：", "。责任单位：", "甲局、", "甲局和",
    "（甲局负责）",
    "（甲局负责", "关于", "关于的通知\n", "甲局\n", "附件\n", "某局2020年1月1日\n", "**甲", "|甲", "序号\t任务\t责任单位\n",
    "（一）甲。（乙局、丙局负责）\n",
    "（一）甲\n1.乙\n（1）丙\n①丁\n", "等", "按职责分工", "关于印发某局的通知\n各局：\n（一）甲。（乙局负责）\n",
    "著", "字号：",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED, ids=repr)
@pytest.mark.parametrize("before", ["", "关于甲的通知\n（一）"], ids=["bare", "task"])
def test_the_time_for_a_long_text_grows_with_its_length(piece, before):
    grows_evenly((before + piece * LONGEST)[: LONGEST // 15])


def test_the_time_for_three_hundred_thousand_characters_grows_with_their_number():
    text = ("关于甲的通知\n一、乙\n" + "（一）丙。做好丁，抓好戊。（乙局、丙局负责）\n" * LONGEST)[:LONGEST]
    assert len(read_text(text).tasks) > 10_000
    grows_evenly(text)


def grows_evenly(text):
    """Hold the processor's time for a text against that for its first quarter, however busy the machine is."""
    quarter = min(seconds(text[: len(text) // EVEN]) for _ in range(2))
    limit = EVEN * GENEROUS * max(quarter, NOTHING)
    assert any(seconds(text) <= limit for _ in range(3))  # what grows with the square never does


def seconds(text):
    began = time.process_time()
    with suppress(NotANotice):
        read_text(text)
    return time.process_time() - began


PIECES = st.sampled_from([
    "关于印发方案的通知", "某政发〔2020〕1号", "一、", "（一）", "1.", "（1）", "①", "第一，", "甲项", "。", "，", "：", "\n", "\t", " ",
    "（", "）", "“",
    "”", "《", "》", "县公安局", "县财政局", "负责", "牵头", "配合", "等", "和", "责任单位：", "完成时限：", "2020年1月1日",
    "附件", "抄送：", "序号", "任务",
    "\u3000", "著", "<b>", "|", "#", "会同有关部门", "按职责分工", "各市、县人民政府", "列第一位者为牵头单位，下同",
])  # fmt: skip


@given(st.lists(PIECES, max_size=80).map("".join))
def test_pieces_in_any_order_are_read_or_refused(text):
    try:
        notice = read_text(text)
    except NotANotice:
        return
    assert [task.number for task in notice.tasks] == list(range(1, len(notice.tasks) + 1))
    numbers = {part.number for part in notice.parts} | {None}
    for task in notice.tasks:
        assert task.part in numbers
        assert set(task.lead) | set(task.support) <= set(task.departments)
        assert "".join(task.sentences) == "".join(line.strip() for line in task.body.split("\n"))


@given(st.tuples(st.sampled_from([b"", b"<html>", b"PK\x03\x04"]), st.binary(max_size=300)).map(b"".join))
def test_any_bytes_are_read_or_refused(data):
    try:
        read_notice(data)
    except NotANotice:
        return


@given(st.text(alphabet="（）〔〕甲局负责、和及等：。", max_size=60))
def test_any_paragraph_is_taken_apart(paragraph):
    text, found, _ = paragraphs.split(paragraph)
    assert len(text) <= len(paragraph)
    assert all(clause.bodies for clause in found)
    assert clauses.union(found) == tuple(dict.fromkeys(name for clause in found for name in clause.bodies))


# --- a made-up notice comes back --------------------------------------------------------------------------

WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=2, max_size=6)
BODIES = st.lists(WORDS.map(lambda word: f"县{word}局"), min_size=1, max_size=4, unique=True)
TASK = st.fixed_dictionaries({"title": WORDS, "body": st.lists(WORDS, max_size=3), "bodies": BODIES})
CN = "一二三四五六七八九十"


def printed(parts, style, unit):
    """The text of a notice, tasks labelled in one of the styles, clauses worded in one of the ways."""
    lines = ["某县关于印发《某某工作方案》的通知", "某政发〔2020〕1号", "各乡镇人民政府：", "某县人民政府"]
    lines += ["2020年5月6日", "某某工作方案"]
    for n, (title, tasks) in enumerate(parts):
        lines.append(f"{CN[n]}、{title}")
        for m, task in enumerate(tasks):
            names = task["bodies"]
            joined = "、".join(names)
            clause = {
                "plain": f"（{joined}负责）",
                "led": f"（{names[0]}牵头" + (f"，{'、'.join(names[1:])}配合）" if names[1:] else "）"),
                "unit": f"（责任单位：{joined}）",
            }[unit]
            label = f"（{CN[m]}）" if style == "bracket" else f"{m + 1}."
            lines.append(f"{label}{task['title']}。{''.join(f'{body}。' for body in task['body'])}{clause}")
    return "\n".join(lines)


@given(
    st.lists(st.tuples(WORDS, st.lists(TASK, min_size=1, max_size=5)), min_size=1, max_size=4),
    st.sampled_from(["bracket", "figure"]),
    st.sampled_from(["plain", "led", "unit"]),
)
def test_a_made_up_notice_comes_back(parts, style, unit):
    notice = parse(printed(parts, style, unit))
    assert (notice.title, notice.doc_number) == ("某县关于印发《某某工作方案》的通知", "某政发〔2020〕1号")
    assert (notice.issuer, notice.date, notice.complete) == ("某县人民政府", "2020-05-06", True)
    assert [part.title for part in notice.parts] == [title for title, _ in parts]
    wanted = [(n, task) for n, (_, tasks) in enumerate(parts, 1) for task in tasks]
    for task, (part, made) in zip(notice.tasks, wanted, strict=True):
        assert (task.part, task.title, task.departments) == (part, made["title"], tuple(made["bodies"]))
        assert task.body == "".join(f"{body}。" for body in made["body"])
        assert task.lead == (tuple(made["bodies"][:1]) if unit == "led" else ())
    assert notice.warnings == ()
