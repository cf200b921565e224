"""Search: by number, code, words, any name, pinyin, deadline; width, case and script do not matter."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import hypothesis
import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import (
    action_edits,
    actions,
    connection,
    people,
    periods,
    pinyin,
    problems,
    progress,
    readings,
    search,
    search_actions,
    search_index,
    tasks,
    units,
)
from db.search import find
from tests.builders import TODAY, add


@pytest.fixture
def plan(checklist):
    """Some actions of tasks 5 and 13 to be found."""
    training = add(
        checklist, "开展农民工技能培训", lead="县人社局", owner="王芳", supporting=["县教育局"], due="6月底前"
    )
    add(checklist, "培训师资 A级", lead="县教育局", parent=training)
    add(checklist, "发放就业补贴", lead="县财政局", owner="赵强", due="三季度")
    add(checklist, "编制国土空间规划", task=13, lead="县自然资源局", supporting=["县人社局"])
    return checklist


def hits(checklist, text, **more):
    """The numbers of the tasks and the codes of the actions that are shown, the nearest first."""
    found = find(checklist, text, **more)
    return [int(hit.head.text) for hit in found.tasks.hits], [hit.head.text for hit in found.actions.hits]


def names(group):
    return [hit.title.text for hit in group.hits]


def marked(text):
    """The parts of a text that are marked."""
    return [text.text[first:end] for first, end in text.spans]


@pytest.mark.parametrize("text", ["13", "１３", " 13 ", "\u300013"])
def test_a_tasks_number_comes_first(plan, text):
    numbers, codes = hits(plan, text)
    assert numbers[0] == 13
    assert codes == ["532-13-01"]


@pytest.mark.parametrize("text", ["5", "５"])
def test_a_number_of_one_digit_is_the_task_itself(plan, text):
    assert hits(plan, text)[0][0] == 5


@pytest.mark.parametrize("text", ["532-05-01", "５３２－０５－０１", "532－05－01"])
def test_an_actions_code_comes_before_those_below_it(plan, text):
    assert hits(plan, text) == ([], ["532-05-01", "532-05-01.1"])


def test_a_child_is_found_by_its_own_code(plan):
    assert hits(plan, "532-05-01.1") == ([], ["532-05-01.1"])


@pytest.mark.parametrize("text", ["13-01", "13-1", "5-1.1", "532-05-01.1", "532-5-1.1"])
def test_a_code_is_found_from_any_of_its_numbers_on(plan, text):
    assert hits(plan, text)[1] == (["532-13-01"] if text.startswith("13") else ["532-05-01.1"])


def test_the_documents_number_is_no_code(plan):
    assert hits(plan, "53")[1] == []
    assert len(hits(plan, "532")[1]) == 4


def test_an_exact_code_comes_before_a_title_that_holds_it(plan):
    add(plan, "配合532-13-01", task=1)
    assert hits(plan, "532-13-01")[1] == ["532-13-01", "532-01-01"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("技能", ["532-05-01"]),
        ("培训", ["532-05-01.1", "532-05-01"]),  # what begins so comes first
        ("a级", ["532-05-01.1"]), ("Ａ级", ["532-05-01.1"]),
        ("县人社局", ["532-05-01", "532-13-01"]),  # as lead, as supporting unit
        ("县教育局", ["532-05-01", "532-05-01.1"]),
        ("王芳", ["532-05-01"]),
        ("6月底", ["532-05-01"]), ("６月底", ["532-05-01"]), ("三季度", ["532-05-02"]),
    ],
)  # fmt: skip
def test_actions_are_found_by_title_unit_person_and_deadline(plan, text, codes):
    assert hits(plan, text)[1] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("培训 县教育局", ["532-05-01", "532-05-01.1"]), ("县教育局 培训", ["532-05-01", "532-05-01.1"]),
        ("培训\u3000王芳", ["532-05-01"]), ("县人社局 规划 13", ["532-13-01"]), ("培训 规划", []),
        ("财政 赵强 三季度", ["532-05-02"]), ("532-05-01 王芳", ["532-05-01"]),
    ],
)  # fmt: skip
def test_every_word_must_be_there_in_any_order(plan, text, codes):
    assert hits(plan, text)[1] == codes


def test_titles_come_before_the_rest(plan):
    add(plan, "走访", task=1, lead="培训中心")
    assert hits(plan, "培训")[1] == ["532-05-01.1", "532-05-01", "532-01-01"]


@pytest.mark.parametrize(
    ("text", "first"),
    [("农业转移人口就业", 5), ("（十三）", 13), ("(十三)", 13), ("人力资源社会保障部 就业能力", 5), ("居住证", 4)],
)
def test_tasks_are_found_by_title_label_body_and_responsible_body(checklist, text, first):
    assert hits(checklist, text)[0][0] == first


def test_every_responsible_body_is_found_by_its_name(checklist):
    for task in tasks.all(checklist):
        for body in task.bodies:
            assert task.number in hits(checklist, body, limit=28)[0]


def test_two_bodies_side_by_side_are_not_one_name(checklist):
    task = tasks.numbered(checklist, 5)
    assert task.bodies[1:3] == ("教育部", "财政部")
    assert "部财" not in task.title + task.body
    assert 5 not in hits(checklist, "部财", limit=28)[0]


@pytest.mark.parametrize("text", ["", " ", "\u3000\t\n"])
def test_nothing_is_found_for_nothing(plan, text):
    assert hits(plan, text) == ([], [])


def test_what_is_nowhere_is_not_found(plan):
    assert hits(plan, "月球基地") == ([], [])


@pytest.mark.parametrize("text", ["%", "_", "*", "[", "532-05-0?", "' OR 1=1 --", "\\"])
def test_signs_stand_for_themselves(plan, text):
    assert hits(plan, text)[1] == []


def test_a_limit_keeps_the_nearest(checklist):
    for _ in range(25):
        add(checklist, "修路")
    add(checklist, "其他", lead="修路办")
    assert len(hits(checklist, "修路")[1]) == 20
    assert len(hits(checklist, "修路", limit=99)[1]) == 26
    assert hits(checklist, "修路", limit=99)[1][-1] == "532-05-26"
    assert hits(checklist, "532-05-20", limit=1)[1] == ["532-05-20"]


def test_a_deleted_action_is_found_no_more(plan):
    action_edits.delete(plan, [a.id for a in actions.all(plan) if a.code == "532-13-01"])
    assert hits(plan, "规划")[1] == []


# --- names: all of them, in both scripts, and in pinyin ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        *((text, ["532-05-01", "532-13-01"]) for text in ("rsj", "xrsj", "县rsj", "renshe", "xian ren she ju")),
        ("RenShe", ["532-05-01", "532-13-01"]),
        ("wf", ["532-05-01"]), ("wangf", ["532-05-01"]), ("zhaoqiang", ["532-05-02"]), ("zhaojiang", ["532-05-02"]),
        ("xrsj wf", ["532-05-01"]), ("縣財政局", ["532-05-02"]), ("農民工", ["532-05-01"]), ("國土空間", ["532-13-01"]),
        ("xrsq", []),
    ],
)  # fmt: skip
def test_names_are_found_by_pinyin_and_texts_in_both_scripts(plan, text, codes):
    assert sorted(hits(plan, text)[1]) == codes


def test_units_and_persons_are_found_with_how_many_actions_they_have_a_role_in(plan):
    found = find(plan, "xrsj")
    assert [(hit.title.text, hit.title.spans, hit.number) for hit in found.units.hits] == [("县人社局", ((0, 4),), 2)]
    (person,) = find(plan, "王").people.hits
    assert (person.title.text, marked(person.title), person.number) == ("王芳", ["王"], 1)


def test_a_unit_is_found_by_every_name_it_ever_had(plan):
    unit = units.named(plan, "县人社局")
    units.correct(plan, replace(unit, aliases=("人力资源局",)))
    units.rename(plan, unit.id, "县人力资源和社会保障局", "", since="2020-06-01")
    add(plan, "更名以后的一项", lead="县人力资源和社会保障局")
    for text in ("县人社局", "人力资源局", "社会保障", "xrsj", "xrlzyhshbzj"):
        group = find(plan, text).units
        assert names(group) == ["县人力资源和社会保障局"], text
        assert group.hits[0].number == 3
        assert sorted(hits(plan, text)[1]) == ["532-05-01", "532-05-03", "532-13-01"]
    assert marked(find(plan, "县人社局").units.hits[0].note) == ["县人社局"]


def test_a_reading_that_is_written_down_finds_too(plan):
    people.add(plan, "乜一")
    assert find(plan, "nieyi").people.total == 1
    assert find(plan, "xyi").people.total == 0
    readings.write(plan, "乜一", "xie yi")
    assert names(find(plan, "xyi").people) == ["乜一"]


def test_problems_that_were_not_looked_at_are_not_counted(plan, monkeypatch):
    for action in actions.all(plan)[:3]:
        for text in ("缺实训场地", "缺场地经费"):
            problems.register(plan, action.id, problems.Entry(text), today=TODAY)
    found = find(plan, "场地").problems
    assert (found.total, found.number) == (6, "6")
    monkeypatch.setattr(search, "PROVED", 2)
    found = find(plan, "场地").problems
    assert (found.total, found.number) == (4, "4+")


def test_problems_are_found_by_what_they_say(plan):
    action = actions.coded(plan, "532-05-01")
    problems.register(plan, action.id, problems.Entry("培训场地不足", "学校放假"), today=TODAY)
    found = find(plan, "場地 放假")
    assert [(hit.head.text, marked(hit.title), marked(hit.note), hit.action) for hit in found.problems.hits] == [
        ("532-05-01", ["场地"], ["放假"], action.id)
    ]
    assert not found.actions.total


def test_what_was_reported_last_is_found(plan):
    action = actions.coded(plan, "532-05-02")
    assert hits(plan, "已举办三期")[1] == []
    progress.report(plan, action.id, periods.at("month", TODAY), done="已举办三期", percent="30%", today=TODAY)
    assert hits(plan, "已举办三期")[1] == ["532-05-02"]


# --- how it is told -----------------------------------------------------------------------------------


def test_what_was_found_is_marked_where_it_stands(plan):
    (hit,) = find(plan, "技能 县教育局").actions.hits
    assert (marked(hit.title), marked(hit.note)) == (["技能"], ["县教育局"])
    assert marked(find(plan, "xjyj a级").actions.hits[0].note) == ["县教育局"]
    (task,) = find(plan, "人力资源社会保障部 就业能力").tasks.hits
    assert (marked(task.title), marked(task.note)) == (["就业能力"], ["人力资源社会保障部"])
    assert marked(find(plan, "532-13").actions.hits[0].head) == ["532-13"]


def test_every_kind_says_how_many_there_are_in_all(checklist):
    for number in range(9):
        add(checklist, f"修路第{number}段", lead=f"修路{number}队")
    found = find(checklist, "修路", limit=4)
    assert (len(found.actions.hits), found.actions.total) == (4, 9)
    assert (len(found.units.hits), found.units.total) == (4, 9)


def test_a_large_set_comes_task_by_task(checklist, monkeypatch):
    monkeypatch.setattr(search_actions, "_SORTED", 3)
    for task in (7, 5, 6):
        for _ in range(2):
            add(checklist, "修路", task=task)
    assert hits(checklist, "修路")[1] == [f"532-0{task}-0{n}" for task in (5, 6, 7) for n in (1, 2)]


def test_pairs_are_proved_while_there_are_few(checklist, monkeypatch):
    add(checklist, "技能提前，能提升")
    add(checklist, "技能提升")
    assert hits(checklist, "技能提升")[1] == ["532-05-02"]
    monkeypatch.setattr(search_actions, "PROVED", 0)
    assert hits(checklist, "技能提升")[1] == ["532-05-01", "532-05-02"]
    assert hits(checklist, "532-05-02")[1] == ["532-05-02"], "a code is always proved"


# --- the law ------------------------------------------------------------------------------------------

_HAN = "县市教育局培训农民工长宁重庆单曾解行业就医保障覃乐A级·"
name = st.text(alphabet=_HAN, min_size=2, max_size=6).filter(lambda text: text == text.strip("·"))


def _traditional(text):
    return opencc.OpenCC("s2t").convert(text)


@hypothesis.settings(max_examples=25)
@given(data=st.data())
def test_every_action_is_found_by_any_of_its_names_in_both_scripts(empty_file, tmp_path_factory, data):
    copy = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("law")))
    with closing(connection.open(copy, by="x")) as checklist:
        obey(checklist, data)


def obey(checklist, data):
    for task in data.draw(st.lists(st.sampled_from((1, 5, 13)), min_size=1, max_size=4)):
        lead, supporting = f"{data.draw(name)}甲", f"{data.draw(name)}乙"
        title, owner = data.draw(name), f"{data.draw(name)}丙"
        add(checklist, title, task=task, lead=lead, supporting=[supporting], owner=owner)
    for action in actions.all(checklist):
        for text in (action.title, action.code, action.lead, *action.supporting, action.owner):
            for typed in (text, _traditional(text), text.upper()):
                assert action.id in search_actions.matching(checklist, typed), typed
        for text in (action.lead, *action.supporting, action.owner):
            read = [sorted(reading for reading in its if reading.isascii())[-1:] for its in pinyin.letters(text)]
            spelt = [syllable[0] if syllable else letter for syllable, letter in zip(read, text, strict=True)]
            assert action.id in search_actions.matching(checklist, "".join(spelt)), spelt
            assert action.id in search_actions.matching(checklist, "".join(one[0] for one in spelt)), spelt
    assert search_index.faults(checklist.db) == []
