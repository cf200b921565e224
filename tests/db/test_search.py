"""Search: by number, code, words, unit, person, deadline; width and case do not matter."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import action_edits, actions, connection, tasks
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
    found = find(text, tasks.all(checklist), actions.all(checklist), **more)
    return [task.number for task in found.tasks], [action.code for action in found.actions]


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


def test_part_of_a_code_is_enough(plan):
    assert hits(plan, "13-01")[1] == ["532-13-01"]


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


@pytest.fixture(scope="module")
def stored(empty_file, tmp_path_factory):
    path = shutil.copy(empty_file, tmp_path_factory.mktemp("search"))
    checklist = connection.open(Path(path), by="x")
    found = tasks.all(checklist)
    checklist.close()
    return found


word = st.text(alphabet="1３5部，（五）aＡ%人社就业", min_size=1, max_size=3)


@given(word, word)
def test_two_words_find_what_both_of_them_find(stored, one, two):
    def numbers(text):
        return {task.number for task in find(text, stored, (), limit=28).tasks}

    assert numbers(f"{one}　{two}") <= numbers(one) & numbers(two)
    assert numbers(f"{one} {two}") == numbers(f"{two}  {one}")
    texts = {task.number: " ".join((task.title, task.label, task.body, *task.bodies)) for task in stored}
    folded = unicodedata.normalize("NFKC", one).casefold()
    plainly = {n for n, text in texts.items() if folded in unicodedata.normalize("NFKC", text).casefold()}
    assert numbers(one) - plainly <= ({int(folded)} if folded.isdecimal() else set())
    assert plainly <= numbers(one)
