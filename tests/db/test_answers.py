"""Which sentences an action answers: linked, unlinked, gone with the action, counted only while the action counts."""

import pytest

from db import action_edits, actions, answers, check, counts, gaps, levels, lifecycle, moves, steps, tasks
from tests.builders import TODAY, add, refused


@pytest.fixture
def five(checklist):
    return tasks.numbered(checklist, 5)


def tally(checklist, number=5):
    return counts.read(checklist, TODAY).tasks[tasks.numbered(checklist, number).id]


def test_an_action_answers_the_sentences_it_is_given(checklist, five):
    one = add(checklist)
    answers.set_answers(checklist, one, [2])
    assert actions.get(checklist, one).answers == (2,)
    answers.set_answers(checklist, one, [1, 2])
    assert actions.get(checklist, one).answers == (1, 2)
    answers.set_answers(checklist, one, [])
    assert actions.get(checklist, one).answers == ()


def test_linking_several_keeps_what_they_answer_already(checklist):
    one, two = add(checklist), add(checklist, "另一项")
    answers.set_answers(checklist, one, [1])
    changes = answers.link(checklist, [one, two], [2])
    assert actions.get(checklist, one).answers == (1, 2)
    assert actions.get(checklist, two).answers == (2,)
    assert changes.label == "关联“制定年度计划”等2项与原文"
    steps.undo(checklist)
    assert [actions.get(checklist, i).answers for i in (one, two)] == [(1,), ()]


def test_taking_several_off_a_sentence_leaves_what_else_they_answer(checklist):
    one, two = add(checklist, answers=(1, 2)), add(checklist, "另一项", answers=(2,))
    assert answers.unlink(checklist, [one, two], [2]).label == "取消“制定年度计划”等2项与原文的关联"
    assert [actions.get(checklist, i).answers for i in (one, two)] == [(1,), ()]
    assert not answers.unlink(checklist, [one, two], [2])
    steps.undo(checklist)
    assert [actions.get(checklist, i).answers for i in (one, two)] == [(1, 2), (2,)]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_sentence_the_task_has_not_is_refused(checklist, number):
    one = add(checklist)
    error = refused(checklist, "sentence_unknown", answers.set_answers, one, [number])
    assert str(error) == f"任务5没有第{number}句。"


def test_a_task_that_does_not_apply_is_frozen(checklist, five):
    one = add(checklist)
    tasks.mark_not_applicable(checklist, five.id, "理由", "王芳")
    refused(checklist, "frozen", answers.set_answers, one, [1])
    refused(checklist, "frozen", answers.set_level, five.id, 1, "national")
    assert tally(checklist).sentences == 0


def test_coverage_counts_sentences_with_an_action_that_counts(checklist):
    one = add(checklist)
    assert (tally(checklist).sentences, tally(checklist).answered, tally(checklist).coverage) == (2, 0, 0)
    answers.set_answers(checklist, one, [1])
    assert (tally(checklist).answered, tally(checklist).unanswered, tally(checklist).coverage) == (1, 1, 50)
    lifecycle.stop(checklist, [one], "cancelled", reason="理由", confirmer="王芳", today=TODAY)
    assert tally(checklist).answered == 0


def test_a_parent_answers_through_its_children(checklist):
    parent = add(checklist)
    child = add(checklist, "子行动", parent=parent)
    answers.set_answers(checklist, parent, [1])
    assert tally(checklist).answered == 1
    lifecycle.stop(checklist, [child], "cancelled", reason="理由", confirmer="王芳", today=TODAY)
    assert tally(checklist).answered == 0


def test_a_deleted_action_answers_nothing_and_undo_gives_it_back(checklist):
    one = add(checklist)
    answers.set_answers(checklist, one, [1])
    action_edits.delete(checklist, [one])
    assert tally(checklist).answered == 0
    assert check.findings(checklist, TODAY) == []
    steps.undo(checklist)
    assert actions.get(checklist, one).answers == (1,)


def test_an_action_moved_to_another_task_leaves_its_sentences(checklist):
    one = add(checklist)
    child = add(checklist, "子行动", parent=one)
    answers.set_answers(checklist, child, [2])
    moves.move(checklist, [one], task=tasks.numbered(checklist, 4).id, parent=None)
    assert actions.get(checklist, child).answers == ()
    assert check.findings(checklist, TODAY) == []


def test_whose_business_a_sentence_is_can_be_said_otherwise(checklist, five):
    assert five.levels == ("county", "county")
    answers.set_level(checklist, five.id, 1, "national")
    assert tasks.numbered(checklist, 5).levels == ("national", "county")
    assert (tally(checklist).sentences, tally(checklist).superior) == (1, 1)
    answers.set_level(checklist, five.id, 1, None)
    assert tasks.numbered(checklist, 5).levels == ("county", "county")
    refused(checklist, "choice_unknown", answers.set_level, five.id, 1, "village")


def test_the_sentences_behind_a_figure_are_as_many_as_it_says(checklist):
    answers.set_answers(checklist, add(checklist), [1])
    figures = counts.read(checklist, TODAY)
    for figure in counts.SENTENCE_FIGURES:
        assert sum(getattr(line.tally, figure) for line in figures.lines) == getattr(figures.total, figure)
    five = tasks.numbered(checklist, 5)
    (line,) = (line for line in figures.lines if line.task == five.id and line.tally.unanswered)
    assert (line.number, line.level) == (2, "county")
    assert figures.total.sentences + figures.total.superior == 71


def test_an_unanswered_sentence_is_advice_once_a_task_is_being_divided(checklist, five):
    def told():
        return [str(gap) for gap in gaps.of([five], actions.of_task(checklist, five.id)) if gap.code == "unanswered"]

    assert told() == []
    one = add(checklist)
    assert told() == ["任务5第1句还没有行动落实", "任务5第2句还没有行动落实"]
    answers.set_answers(checklist, one, [1, 2])
    assert told() == []


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("出台国家基本公共服务标准。", "national"),
        ("出台农村集体经营性建设用地入市指导意见。", "national"),
        ("指导试验区分别制定实施方案。", "national"),
        ("完善市政管网和排水防涝设施。", "county"),
        ("市县级政府要将各项任务落实到事，确保任务落地生效。", "county"),
        ("省级发展改革委要牵头会同省级其他有关部门，结合实际做好组织调度和任务分解。", "provincial"),
    ],
)
def test_the_words_of_a_sentence_speak_of_a_level(sentence, level):
    assert levels.proposed(sentence) == level
