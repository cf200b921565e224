"""Questions about the county propose what does not concern it; somebody confirms each, as one step."""

import json

import pytest

import resources
from db import applicability, counts, documents, steps, tasks
from db.applicability import HINTS, Proposal
from db.errors import RuleBroken
from tests.builders import TODAY, add, refused, rows

NO_TO_ALL = {question.id: False for question in applicability.shipped().questions}
# An ordinary county: a no to every question but the one about resettlement.
ORDINARY = NO_TO_ALL | {"resettlement": True}


@pytest.fixture
def guide(checklist):
    return applicability.of(checklist)


def proposed(checklist, guide, given):
    return applicability.propose(guide, given, tasks.all(checklist))


def out(checklist):
    return {task.number: task.na_reason for task in tasks.all(checklist) if not task.applicable}


def confirmed(checklist, guide, given, confirmer="王芳"):
    found = proposed(checklist, guide, given)
    chosen = {one.task: one.reason for one in found if one.ticked and not one.restore}
    restored = [one.task for one in found if one.restore]
    return applicability.confirm(checklist, given, chosen, restored, confirmer)


def test_the_guide_belongs_to_the_notice_the_program_ships_with(notice, guide):
    assert guide is not None
    assert applicability.shipped().doc_number == notice.doc_number
    assert applicability.of_notice("安政办发〔2021〕12号") is None
    assert applicability.of_notice(None) is None


@pytest.mark.parametrize(
    "said", ["发改规划[2020]532号", "发改规划【2020】532号", "发改规划（2020）532号", "发改规划 〔2020〕 532 号"]
)
def test_the_guide_is_found_whatever_brackets_the_year_stands_in(said):
    assert applicability.of_notice(said) == applicability.shipped()
    assert documents.same_number(said, "发改规划〔2020〕532号")
    assert not documents.same_number("", "")


def test_every_task_has_a_hint_and_every_question_a_task(guide, notice):
    numbers = {task.number for task in notice.tasks}
    assert set(guide.hints) == numbers
    assert {one.hint for one in guide.hints.values()} == set(HINTS)
    asked = [one.task for one in (*guide.questions, *guide.always)]
    assert len(asked) == len(set(asked))
    assert set(asked) <= numbers
    assert {n for n, one in guide.hints.items() if one.hint == "usually_not"} <= set(asked)
    assert all(applicability.reason(guide, number).endswith("。") for number in asked)


def test_the_guide_speaks_simplified_chinese_only():
    data = json.loads(resources.path("applicability", "532.json").read_text(encoding="utf-8"))
    told = [row[key] for rows in (data["tasks"], data["questions"], data["always"]) for row in rows
            for key in ("short", "reason", "text") if key in row]  # fmt: skip
    assert all(text.isprintable() and not text.isascii() for text in told)
    assert not any(mark in text for text in told for mark in ",;:?()")


def test_before_any_answer_only_what_concerns_no_county_is_proposed(checklist, guide):
    assert [(one.task, one.ticked) for one in proposed(checklist, guide, {})] == [(20, False), (27, True)]


def test_a_no_proposes_and_a_yes_does_not(checklist, guide):
    found = proposed(checklist, guide, ORDINARY)
    assert [one.task for one in found] == [2, 7, 8, 9, 10, 12, 13, 15, 20, 23, 27]
    assert [one.task for one in found if not one.ticked] == [12, 20], "shown, and left to the official"
    assert all(not one.restore for one in found)


def test_proposals_are_known_before_there_is_a_checklist(guide):
    assert len(applicability.propose(guide, NO_TO_ALL, ())) == len(guide.questions) + len(guide.always)


def test_confirming_is_one_step_that_undo_takes_back(checklist, guide):
    before = rows(checklist)
    changes = confirmed(checklist, guide, ORDINARY)
    assert changes.label == "适用性向导：不适用9项"
    assert set(out(checklist)) == {2, 7, 8, 9, 10, 13, 15, 23, 27}
    assert applicability.replies(checklist) == ORDINARY
    assert counts.read(checklist, TODAY).total.applicable == 19
    task = tasks.numbered(checklist, 13)
    assert (task.na_reason, task.na_confirmer, task.na_by) == ("本地不是陆地边境县。", "王芳", "李明")
    assert applicability.confirmer(checklist) == "王芳"
    steps.undo(checklist)
    assert rows(checklist) == before
    assert applicability.confirmer(checklist) == ""


def test_what_is_left_out_is_not_proposed_again(checklist, guide):
    confirmed(checklist, guide, ORDINARY)
    assert [one.task for one in proposed(checklist, guide, ORDINARY)] == [12, 20]


def test_another_answer_proposes_a_task_back(checklist, guide):
    confirmed(checklist, guide, ORDINARY)
    changed = ORDINARY | {"border": True}
    assert Proposal(13, "本地不是陆地边境县。", restore=True) in proposed(checklist, guide, changed)
    changes = confirmed(checklist, guide, changed)
    assert changes.label == "适用性向导：恢复适用1项"
    assert tasks.numbered(checklist, 13).applicable
    assert applicability.replies(checklist)["border"] is True


def test_a_task_left_out_for_another_reason_stays_out(checklist, guide):
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 13).id, "县里另有安排。", "王芳")
    found = proposed(checklist, guide, {"border": True})
    assert 13 not in [one.task for one in found]


def test_answers_alone_are_kept_without_a_confirmer(checklist):
    changes = applicability.confirm(checklist, {"border": True}, {})
    assert changes.label == "修改适用性问题的回答"
    assert applicability.replies(checklist) == {"border": True}
    applicability.confirm(checklist, {}, {})
    assert applicability.replies(checklist) == {}, "an answer can be taken back"


def test_refusals_leave_nothing_behind(checklist):
    confirm = applicability.confirm
    refused(checklist, "applicability_nothing", confirm, {}, {})
    error = refused(checklist, "confirmer_empty", confirm, {}, {2: "不是", 7: "不是"}, (), "　")
    assert error.field == "confirmer"
    error = refused(checklist, "reason_empty", confirm, {"border": False}, {2: "不是", 13: " "}, (), "王芳")
    assert error.field == applicability.reason_field(13)
    refused(checklist, "reason_long", confirm, {}, {2: "长" * 501}, (), "王芳")
    refused(checklist, "question_unknown", confirm, {"sea": False}, {2: "不是"}, (), "王芳")
    refused(checklist, "task_unknown", confirm, {}, {29: "不是"}, (), "王芳")


def test_a_task_with_actions_is_frozen_not_emptied(checklist):
    action = add(checklist, "修边境路", task=13)
    applicability.confirm(checklist, {}, {13: "本地不是陆地边境县。"}, (), "王芳")
    refused(checklist, "frozen", lambda c: tasks.require_applicable(c, tasks.numbered(c, 13).id))
    applicability.confirm(checklist, {}, {}, [13])
    assert counts.read(checklist, TODAY).tasks[tasks.numbered(checklist, 13).id].actions == 1
    assert action


@pytest.mark.parametrize(
    ("number", "given", "hint"),
    [
        (8, {}, "usually_not"),
        (8, {"chengyu": False}, "usually_not"),
        (8, {"chengyu": True}, None),
        (14, {}, "conditional"),
        (3, {}, "partly"),
        (27, {}, "usually_not"),
        (1, {}, None),
    ],
)
def test_a_hint_is_given_until_the_county_has_decided(checklist, guide, number, given, hint):
    found = applicability.hint(guide, given, tasks.numbered(checklist, number))
    assert (found.hint if found else None) == hint


def test_a_task_left_out_needs_no_hint(checklist, guide):
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 8).id, "不在川渝", "王芳")
    assert applicability.hint(guide, {}, tasks.numbered(checklist, 8)) is None


def test_the_check_before_there_is_a_file_is_the_one_of_the_file():
    applicability.check({13: "本地不是陆地边境县。"}, "王芳")
    with pytest.raises(RuleBroken, match="请填写确认人"):
        applicability.check({13: "本地不是陆地边境县。"}, "")
    applicability.check({}, "")
