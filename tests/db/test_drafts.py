"""Drafts: what is proposed for every sentence, and that what is ticked becomes actions in one step or not at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from db import action_edits, actions, answers, checklists, counterparts, counts, drafts, levels, steps, tasks, units
from db.drafts import Draft, accept, propose
from db.notice.parser import read_text
from db.titles import LIMIT
from tests.builders import TODAY, add, refused, rows
from tests.conftest import clock

GOLDEN = Path(__file__).parents[1] / "golden" / "drafts.txt"


@pytest.fixture
def four(checklist):
    return tasks.numbered(checklist, 4)


def of(checklist, number):
    return propose(checklist, tasks.numbered(checklist, number).id, TODAY)


def told(checklist):
    """All proposals as a reader sees them."""
    lines = []
    for task in tasks.all(checklist):
        lines.append(f"{task.number} {task.title}")
        for draft in propose(checklist, task.id, TODAY):
            who = "、".join([draft.lead, *draft.supporting])
            lines.append(f"  {draft.sentence} {'☑' if draft.ticked else '☐'} {draft.title}｜{who}｜{draft.due}")
    return "\n".join(lines) + "\n"


def test_what_is_proposed_for_the_28_tasks_of_an_empty_county(checklist):
    found = told(checklist)
    if os.environ.get("LUOSHI_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_the_laws_of_proposing(checklist):
    shown = set(counterparts.bureaus(counterparts.all(checklist, TODAY)))
    for task in tasks.all(checklist):
        proposed = propose(checklist, task.id, TODAY)
        assert {draft.sentence for draft in proposed} == set(range(1, len(task.sentences) + 1))
        assert [draft.sentence for draft in proposed] == sorted(draft.sentence for draft in proposed)
        for draft in proposed:
            assert len(draft.title) <= LIMIT
            assert draft.lead in shown | {"县发改局"}
            assert set(draft.supporting) <= shown - {draft.lead}
            assert len(set(draft.supporting)) == len(draft.supporting) <= 3
            assert draft.ticked == (task.levels[draft.sentence - 1] not in levels.SUPERIOR)
            assert draft.due == "年底前"


def test_a_task_without_bodies_is_for_the_lead_office(checklist):
    assert {draft.lead for number in (27, 28) for draft in of(checklist, number)} == {"县发改局"}


def test_the_drafts_of_the_task_in_the_design(checklist):
    first, *rest = of(checklist, 4)
    assert first == Draft(1, "密切跟踪国家基本公共服务标准出台，待上级文件印发后抓好落实", "县发改局", ticked=False)
    assert Draft(4, "健全以居住证为主要依据的随迁子女入学入园政策", "县教育局", ("县公安局",)) in rest
    assert Draft(5, "完善住房保障体系", "县住建局") in rest


def test_a_unit_of_another_task_is_proposed_only_where_no_own_one_is_spoken_of(checklist):
    task = tasks.numbered(checklist, 16)
    assert "农业农村部" not in task.bodies
    cattle = next(draft for draft in of(checklist, 16) if "畜禽" in draft.title)
    assert cattle.lead == "县农业农村局"


def test_a_level_somebody_has_changed_changes_what_is_proposed(checklist, four):
    answers.set_level(checklist, four.id, 1, "county")
    answers.set_level(checklist, four.id, 5, "national")
    proposed = of(checklist, 4)
    assert proposed[0] == Draft(1, "出台国家基本公共服务标准", "县发改局")
    watched = "密切跟踪“推动城镇基本公共服务覆盖未落户常住人口”的部署，待上级文件印发后抓好落实"
    assert proposed[-1] == Draft(5, watched, "县住建局", ticked=False)


def test_a_sentence_that_is_answered_is_not_ticked(checklist, four):
    action_edits.delete(checklist, [add(checklist, "删掉的", task=4)])
    one = add(checklist, "已有的行动", task=4)
    answers.set_answers(checklist, one, [2, 5])
    ticked = {draft.sentence for draft in of(checklist, 4) if draft.ticked}
    assert ticked == {3, 4}


NOTICE = """关于印发《2020年县城建设重点任务》的通知

一、重点任务
（一）补短板。2020年9月底前建成城乡公交站，上半年完善停车场。13月底前改造管网。
牵头单位：县住建局
完成时限：10月底前
（二）建台账。到年底，做好农贸市场改造。
牵头单位：县商务局
"""


@pytest.fixture
def local(tmp_path):
    """A county's own notice, which says who and until when."""
    opened = checklists.create(
        tmp_path / "x.luoshi", county="安岭县", lead_unit="县政府办", plan_year=2020, notice=read_text(NOTICE),
        by="李明", clock=clock,
    )  # fmt: skip
    yield opened
    opened.close()


def test_a_deadline_the_notice_names_is_taken_over_and_left_out_of_the_title(local):
    assert [(draft.title, draft.due) for number in (1, 2) for draft in of(local, number)] == [
        ("建成城乡公交站，完善停车场", "2020年9月底前"), ("改造管网", "10月底前"), ("做好农贸市场改造", "年底"),
    ]  # fmt: skip


def test_what_is_ticked_becomes_actions_that_answer_their_sentences(checklist, four):
    before = rows(checklist)
    wanted = of(checklist, 4)
    changes = accept(checklist, four.id, wanted, TODAY)
    kept = [draft for draft in wanted if draft.ticked]
    assert changes.label == f"分解任务4，新增{len(kept)}项行动"
    made = actions.of_task(checklist, four.id, TODAY)
    assert [(one.title, one.lead, one.supporting, one.due_words, one.due_on, one.answers) for one in made] == [
        (draft.title, draft.lead, draft.supporting, "年底前", "2020-12-31", (draft.sentence,)) for draft in kept
    ]
    tally = counts.read(checklist, TODAY).tasks[four.id]
    assert (tally.sentences, tally.answered, tally.superior) == (4, 4, 1)
    after = rows(checklist)
    steps.undo(checklist)
    assert rows(checklist) == before
    steps.redo(checklist)
    assert rows(checklist) == after


def test_units_are_made_only_when_something_is_given_to_them(checklist, four):
    had = {unit.id for unit in units.all(checklist)}
    proposed = of(checklist, 4)
    assert {unit.id for unit in units.all(checklist)} == had
    accept(checklist, four.id, [replace(proposed[-1], ticked=True)], TODAY)
    assert [unit.shown for unit in units.all(checklist) if unit.id not in had] == ["县住建局"]


def test_what_is_typed_for_no_unit_becomes_none(checklist, four):
    had = {unit.id for unit in units.all(checklist)}
    drafts_of = [Draft(2, "甲", " 无 ", ("没有", "无")), Draft(2, "乙", "无对应单位")]
    accept(checklist, four.id, drafts_of, TODAY)
    made = actions.of_task(checklist, four.id, TODAY)
    assert [(one.lead, one.supporting) for one in made] == [("", ()), ("", ())]
    assert {unit.id for unit in units.all(checklist)} == had


def test_the_lead_office_is_the_unit_there_is(checklist):
    task = tasks.numbered(checklist, 28)
    accept(checklist, task.id, of(checklist, 28), TODAY)
    assert len(units.all(checklist)) == 1


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"title": "  "}, "title", "第2条：行动名称不能为空。"),
        ({"title": "长" * 501}, "title", "第2条：行动名称有501个字，最多500个字。"),
        ({"due": "改天"}, "due", "第2条：看不懂“改天”，可写成“6月底前”“15个工作日内”或“2020-6-30”。"),
        ({"lead": "县公安局、县教育局"}, "lead",
         "第2条：牵头单位只能有一个，已有“县公安局”，其余请填为责任单位或配合单位。"),
        ({"supporting": ("县公安局",), "lead": "县公安局"}, "supporting", "第2条：“县公安局”已是牵头单位，不用再填。"),
    ],
)  # fmt: skip
def test_one_that_cannot_stand_is_named_and_nothing_is_made(checklist, four, change, field, why):
    wanted = [draft for draft in of(checklist, 4) if draft.ticked]
    wanted[1] = replace(wanted[1], **change)
    error = refused(checklist, "draft_refused", accept, four.id, wanted, TODAY)
    assert (error.field, error.facts["draft"], str(error)) == (field, 2, why)


def test_nothing_ticked_and_a_frozen_task_are_refused(checklist, four):
    none = [replace(draft, ticked=False) for draft in of(checklist, 4)]
    error = refused(checklist, "drafts_none", accept, four.id, none, TODAY)
    assert str(error) == "没有勾选要生成的行动，任务4没有改动。"
    refused(checklist, "drafts_none", accept, four.id, [], TODAY)
    proposed = of(checklist, 4)
    tasks.mark_not_applicable(checklist, four.id, "理由", "王芳")
    refused(checklist, "frozen", accept, four.id, proposed, TODAY)
    refused(checklist, "frozen", propose, four.id, TODAY)


def test_200_drafts_accepted_twice_are_made_once(checklist, four):
    many = [Draft(1 + n % 5, f"第{n}件事", "县教育局") for n in range(200)]
    accept(checklist, four.id, many, TODAY)
    assert len(actions.of_task(checklist, four.id, TODAY)) == 200
    error = refused(checklist, "draft_refused", accept, four.id, many, TODAY)
    assert str(error) == "第1条：第1句已有行动“第0件事”，没有重复生成。"
    fresh = Draft(1, "另一件", "县教育局")
    error = refused(checklist, "draft_refused", accept, four.id, [fresh, fresh], TODAY)
    assert error.facts["draft"] == 2


def test_the_same_title_may_answer_another_sentence(checklist, four):
    accept(checklist, four.id, [Draft(1, "同一件事"), Draft(2, "同一件事")], TODAY)
    assert [one.answers for one in actions.of_task(checklist, four.id, TODAY)] == [(1,), (2,)]


def test_a_sentence_the_task_has_not_is_refused(checklist, four):
    refused(checklist, "draft_refused", accept, four.id, [Draft(6, "多出来的一句")], TODAY)


def test_a_lead_office_with_another_name_is_proposed_as_it_is_called(checklist):
    office = units.all(checklist)[0]
    units.rename(checklist, office.id, "安岭县发展改革和科技局", "县发科局", since="2020-05-01")
    assert drafts.lead_unit(checklist, TODAY) == "县发科局"
