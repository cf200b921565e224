"""Phrases for narrative text: kept in the file, changed by undoable steps, filled from where they are inserted."""

import pytest

from db import actions, check, lifecycle, periods, phrases, steps
from db.phrases import USES, Filled, Phrase
from tests.builders import TODAY, add, refused, rows


def texts(checklist, use):
    return [phrase.text for phrase in phrases.all(checklist) if phrase.use == use]


def first(checklist, use="done"):
    return next(phrase for phrase in phrases.all(checklist) if phrase.use == use)


def test_a_new_checklist_has_the_phrases_the_program_brings_along(checklist):
    assert [(one.use, one.text) for one in phrases.all(checklist)] == phrases.shipped()
    assert 20 <= len(phrases.shipped()) <= 40
    assert steps.undoable(checklist) is None, "they are part of the new file"


def test_what_the_program_brings_along_can_stand():
    assert [phrases.checked(text) for _, text in phrases.shipped()] == [text for _, text in phrases.shipped()]
    assert len(set(phrases.shipped())) == len(phrases.shipped())
    assert all(text.endswith("。") for _, text in phrases.shipped())
    assert {use for use, _ in phrases.shipped()} == set(USES)


def test_those_of_a_use_come_before_those_that_stand_everywhere():
    every = [Phrase(1, "done", "甲"), Phrase(2, "trouble", "乙"), Phrase(3, "next", "丙"), Phrase(4, "any", "丁")]
    assert [one.text for one in phrases.fitting(every, "next")] == ["丙", "丁"]
    assert [one.text for one in phrases.fitting(every, "any")] == ["丁"]


def test_a_phrase_is_added_changed_moved_and_removed(checklist):
    before = rows(checklist)
    assert phrases.add(checklist, "  已完成｛数字｝。\n", "done").label == "新增常用语“已完成{数字}。”"
    assert texts(checklist, "done")[-1] == "已完成{数字}。"
    mine = phrases.all(checklist)[len(texts(checklist, "done")) - 1]
    phrases.move(checklist, mine.id, -1)
    assert texts(checklist, "done")[-2] == mine.text
    phrases.change(checklist, mine.id, "全部完成。", "done")
    assert texts(checklist, "done")[-2] == "全部完成。", "it keeps its place"
    phrases.change(checklist, mine.id, "全部完成。", "next")
    assert texts(checklist, "next")[-1] == "全部完成。"
    phrases.remove(checklist, [mine.id])
    assert "全部完成。" not in texts(checklist, "next")
    for _ in range(5):
        steps.undo(checklist)
    assert rows(checklist) == before
    assert check.findings(checklist, TODAY) == []


def test_at_the_end_there_is_nowhere_to_move(checklist):
    one = first(checklist)
    phrases.move(checklist, one.id, -1)
    assert first(checklist) == one
    phrases.move(checklist, one.id, 99)
    assert texts(checklist, "done")[-1] == one.text
    phrases.move(checklist, one.id, -99)
    assert first(checklist) == one


def test_what_was_deleted_can_be_restored_and_own_ones_stay(checklist):
    refused(checklist, "phrases_there", phrases.restore)
    phrases.add(checklist, "我县自己的一句。", "done")
    gone = phrases.all(checklist)[:3]
    assert phrases.remove(checklist, [one.id for one in gone]).label.endswith("等3项")
    changes = phrases.restore(checklist)
    assert changes.label == "恢复默认的常用语，补上3句"
    assert set(phrases.shipped()) < {(one.use, one.text) for one in phrases.all(checklist)}
    assert "我县自己的一句。" in texts(checklist, "done")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "phrase_empty"),
        (" \n", "phrase_empty"),
        ("长" * 201, "phrase_long"),
        ("已完成{数字", "braces_unbalanced"),
        ("已完成数字}", "braces_unbalanced"),
        ("{{数字}}", "braces_unbalanced"),
        ("已完成{}", "placeholder_unknown"),
        ("已完成{县长}", "placeholder_unknown"),
        ("暂无需要协调解决的问题。", "phrase_taken"),
    ],
)
def test_what_cannot_stand_is_refused_in_one_sentence(checklist, text, code):
    error = refused(checklist, code, phrases.add, text, "trouble")
    assert error.field == "text"
    assert str(error).count("。") == 1
    assert refused(checklist, code, phrases.change, first(checklist).id, text, "trouble").code == code


def test_an_unknown_placeholder_is_told_with_those_there_are(checklist):
    error = refused(checklist, "placeholder_unknown", phrases.add, "由{县长}负责")
    assert str(error).startswith("没有“县长”这个占位，可以用：本县、牵头单位、")
    error = refused(checklist, "braces_unbalanced", phrases.add, "已完成{数字")
    assert "{数字}" in str(error)


def test_a_phrase_that_is_gone_and_a_use_there_is_not(checklist):
    refused(checklist, "phrase_gone", phrases.change, 9999, "甲", "done")
    refused(checklist, "phrase_gone", phrases.remove, [9999])
    refused(checklist, "phrase_none", phrases.remove, [])
    refused(checklist, "choice_unknown", phrases.add, "甲", "poem")


def test_placeholders_are_filled_from_the_action_and_the_period(checklist):
    one = add(checklist, "摸底培训需求", lead="县人社局", due="6月底前")
    lifecycle.set_percent(checklist, one, 40)
    known = phrases.facts(checklist, TODAY, actions.get(checklist, one), periods.at("month", TODAY))
    text = "{本县}{牵头单位}{行动}{期次}{完成时限}{完成率}{今天}"
    assert phrases.fill(text, known) == Filled(
        "安岭县县人社局摸底培训需求2020年6月6月底前40%2020年6月18日", None
    )


def test_what_is_not_known_is_left_to_whoever_writes(checklist):
    known = phrases.facts(checklist, TODAY)
    assert phrases.fill("{牵头单位}已完成{数字}", known) == Filled("{牵头单位}已完成{数字}", (0, 6))
    filled = phrases.fill("{本县}已完成{数字}项、{数字}人。", known)
    assert filled.text[slice(*filled.gap)] == "{数字}"
    assert phrases.next_gap(filled.text, filled.gap[1]) == (12, 16)
    assert phrases.next_gap("没有{别的}。", 0) is None


def test_what_a_value_looks_like_is_not_filled_again(checklist):
    one = add(checklist, "写{今天}的事")
    known = phrases.facts(checklist, TODAY, actions.get(checklist, one))
    assert phrases.fill("“{行动}”已完成。", known).text == "“写{今天}的事”已完成。"


def test_an_older_file_gets_them_when_it_asks(checklist):
    phrases.remove(checklist, [one.id for one in phrases.all(checklist)])
    assert phrases.all(checklist) == []
    phrases.restore(checklist)
    assert [(one.use, one.text) for one in phrases.all(checklist)] == phrases.shipped()
