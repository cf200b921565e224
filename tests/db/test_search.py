"""Search: by number, code, words, any name, pinyin, deadline; width, case and script do not matter."""

import pytest

from db import action_edits, actions, tasks
from db.search import find
from tests.builders import add


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
        ("培训", ["532-05-01", "532-05-01.1"]),
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
    assert hits(plan, "培训")[1] == ["532-05-01", "532-05-01.1", "532-01-01"]


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
