"""Whatever a county types, the paper is sound: `printed` checks each page's margins, cells, head and number."""

import dataclasses
import re

import pytest

from db import sample, tasks
from reports.data import gather
from reports.fonts import Faces
from reports.render import build, export
from tests.builders import TODAY, add
from tests.reports.conftest import NOW, recounted
from tests.reports.paper import Paper, printed

LONG = 3000
RARE = "喆堃䶮㙟鄌埗"


def test_no_action_at_all(gathered):
    paper = printed(gathered())
    assert paper.text.count("未分解") == 28 + 1  # the totals row says it once more
    assert "行动0项" in paper.text


def test_one_action(checklist, gathered):
    add(checklist, title="只此一项", lead="县人社局", owner="李明", due="长期坚持")
    text = printed(gathered()).text
    assert "532-05-01只此一项县人社局李明长期坚持○未启动" in text
    assert "行动1项" in text


def test_a_thousand_actions(tmp_path):
    with_thousand = sample.make(tmp_path / "大县.luoshi", number=1000)
    data = gather(with_thousand, TODAY, NOW)
    with_thousand.close()
    codes = [w.text for page in printed(data).pages for w in page.words if re.match(r"532-\d\d-", w.text)]
    assert len(codes) == sum(len(item.actions) for part in data.parts for item in part.tasks) == 1000


def test_everything_is_not_applicable(checklist, gathered):
    for task in tasks.all(checklist):
        tasks.mark_not_applicable(checklist, task.id, "本县不涉及。", "周建国")
    text = printed(gathered()).text
    assert text.count("不适用：本县不涉及（周建国确认）") == 28
    assert "涉及0项，不适用28项，未分解0项；行动0项" in text


@pytest.mark.parametrize("field", ["title", "lead", "owner", "due_words"])
def test_an_action_with_3000_characters(county_data, changed, field):
    text = printed(changed(county_data, 5, action={field: "喆" * LONG})).text
    assert text.count("喆") == LONG


def test_3000_characters_of_supporting_units(county_data, changed):
    units = tuple(f"第{n:03}喆堃局" for n in range(LONG // 7))
    paper = printed(changed(county_data, 5, action={"supporting": units}))
    assert "、".join(units) in "".join(page.column(4).removeprefix("配合单位") for page in paper.pages)


@pytest.mark.parametrize("number", [5, 7, 20], ids=["divided", "not applicable", "undivided"])
@pytest.mark.parametrize("length", [350, 400, LONG])
def test_a_task_with_a_title_higher_than_a_page(county_data, changed, number, length):
    """A notice whose task has no 。 is all title; such a row once turned pages for ever."""
    text = printed(changed(county_data, number, title="喆" * length)).text
    assert text.count("喆") >= length
    if number != 5:  # a single row: begun once, carried on, never begun again
        assert text.count("喆") == length


def test_a_reason_of_3000_characters(county_data, changed):
    assert printed(changed(county_data, 7, na_reason="喆" * LONG)).text.count("喆") == LONG


def test_the_longest_names_a_notice_and_a_county_may_have(county_data):
    data = dataclasses.replace(
        county_data,
        settings=dataclasses.replace(county_data.settings, county="县" * 60),
        document=dataclasses.replace(county_data.document, plan_title="划" * 120),
    )
    text = printed(data).text
    assert "县" * 60 + "划" * 120 + "任务分解表" in text


@pytest.mark.parametrize("length", range(30, 45))
def test_the_basis_never_runs_into_the_day(gathered, length):
    data = gathered()
    document = dataclasses.replace(data.document, plan_title="划" * length)
    printed(dataclasses.replace(data, document=document, yard=dataclasses.replace(data.yard, today="2020-12-28")))


def test_a_part_with_a_long_title(county_data):
    first, *others = county_data.parts
    part = dataclasses.replace(first, part=dataclasses.replace(first.part, title="喆" * LONG))
    text = printed(dataclasses.replace(county_data, parts=(part, *others))).text
    assert text.count("喆") == LONG


@pytest.mark.parametrize("count", range(1, 16))
def test_heads_and_signatures_stay_with_their_rows(county_data, count):
    """However far down the page they come: no part's name as the last row, no signatures without a row."""
    first, second = county_data.parts[:2]
    action = first.tasks[4].actions[0]
    its = tuple(dataclasses.replace(action, id=n, parent=None, depth=1, leaf=True) for n in range(count))
    one = dataclasses.replace(first.tasks[4], actions=its)
    parts = (dataclasses.replace(first, tasks=(one,)), dataclasses.replace(second, tasks=second.tasks[:1]))
    data = recounted(dataclasses.replace(county_data, parts=parts))
    *body, last = printed(data).pages
    for page in body:
        lowest = min(page.cells, key=lambda cell: cell[1])
        assert lowest[2] - lowest[0] < 600  # pt; only a band is as wide as the table
    assert "合计" in last.text
    assert "制表人" in last.text
    assert "（七）" in last.text


def test_rare_names_are_printed_and_can_be_copied(checklist, gathered):
    add(checklist, title=f"{RARE}𨙸行动", lead="鄌郚镇政府", owner="王喆")
    paper = printed(gathered())
    assert f"{RARE}𨙸行动鄌郚镇政府王喆" in paper.text
    assert f"{RARE}𨙸行动" in "".join(page.text for page in paper.pages)
    assert paper.missing == set()


@pytest.mark.parametrize(
    "character",
    ["𠮷", "😀", "\u0378", "\ue000", "\U00031350"],
    ids=["not in our faces", "emoji", "unassigned", "private use", "newer than our Python"],
)
def test_a_character_no_face_has_is_shown_as_a_blot_and_told(checklist, gathered, tmp_path, character):
    add(checklist, title=f"王{character}调研")
    told = export("breakdown", gathered(), tmp_path / "表.pdf", bundled_only=True)
    assert told.missing == (character,)
    assert "王〓调研" in Paper(told.path.read_bytes()).text


def test_characters_nobody_sees_leave_no_trace(county_data, changed):
    title = "控\x00\x07制\u200b字\u2028\u2066符\r\n和\t制表"
    data = changed(county_data, 5, action={"title": title, "lead": "局\ufeff"})
    paper = printed(data)
    assert "控制字符和制表局" in paper.text
    assert "〓" not in paper.text
    assert paper.missing == set()


def test_tasks_that_stand_in_no_part_are_printed_too(checklist, gathered):
    checklist.db.conn.execute("UPDATE task SET part = NULL WHERE number <= 6")  # all of 二、, which then is empty
    text = printed(gathered()).text
    assert "二、提高农业转移人口市民化质量" not in text
    assert all(task.label + task.title in text for task in tasks.all(checklist))


def test_the_office_says_where_it_stands_while_it_works(gathered):
    said = []
    build("breakdown", gathered(), Faces(True), lambda *step: said.append(step) or True)
    assert said == [(n, len(said)) for n in range(1, len(said) + 1)]
    assert len(said) == 28 + 5 + 1  # tasks, parts with tasks, totals
