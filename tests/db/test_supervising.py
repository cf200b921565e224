"""Whom to supervise and with what words, and a notice from its number to its reply."""

from dataclasses import replace

import pytest

from db import (
    action_edits,
    action_history,
    check,
    extensions,
    history,
    issuing,
    lifecycle,
    steps,
    supervising,
    supervision,
    supervision_drafts,
    supervision_numbers,
    tasks,
    units,
)  # fmt: skip
from db.errors import RuleBroken
from db.supervision import Wanted
from db.supervision_drafts import Demand
from tests.builders import TODAY, add

JULY = "2020-07-10"


@pytest.fixture
def late(checklist):
    """县人社局 leads one action that is overdue, one soon due and one due later; 县教育局 one soon due."""
    return {
        "overdue": add(checklist, "开展等级认定", lead="县人社局", supporting=["县教育局"], due="6月5日"),
        "soon": add(checklist, "印发培训计划", lead="县人社局", due="6月19日"),
        "later": add(checklist, "建实训基地", lead="县人社局", due="年底前"),
        "theirs": add(checklist, "清理学籍", task=4, lead="县教育局", due="6月20日"),
    }


def proposed(checklist, today=TODAY):
    return supervision_drafts.proposals(supervision_drafts.read(checklist, today))


def sent(checklist, today=TODAY, unit="县人社局", **said):
    """Send one unit what is proposed; the notice."""
    found = supervision_drafts.of_unit(supervision_drafts.read(checklist, today), unit)
    made = supervising.issue(checklist, [replace(found.draft, **said)], today=today)
    return supervision.get(checklist, made.inserted("supervision"), today)


def refused(code, act, *arguments, **keywords):
    with pytest.raises(RuleBroken) as caught:
        act(*arguments, **keywords)
    assert caught.value.code == code
    return caught.value


# --- whom ------------------------------------------------------------------------------------------------


def test_a_unit_is_proposed_with_what_it_leads_that_presses(checklist, late):
    first, second = proposed(checklist)
    assert [candidate.row.action.id for candidate in first.candidates] == [late["overdue"], late["soon"]]
    assert (first.called, first.draft.level, first.draft.reply_by) == ("县人社局", "yellow", "2020-06-28")
    assert (second.called, second.draft.level) == ("县教育局", "blue")
    assert first.draft.signer == "安岭县发展和改革局"


def test_nothing_presses_in_a_new_county(checklist):
    assert proposed(checklist) == []


def test_what_is_done_or_out_of_the_count_is_not_proposed(checklist, late):
    lifecycle.tick(checklist, [late["overdue"]], today=TODAY)
    lifecycle.stop(checklist, [late["soon"]], "cancelled", reason="理由", confirmer="王芳", today=TODAY)
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 4).id, "理由", "王芳")
    assert proposed(checklist) == []


def test_twenty_one_working_days_late_is_red(checklist):
    add(checklist, "久拖", lead="县人社局", due="5月21日")  # 20 working days before the 18th
    assert proposed(checklist)[0].draft.level == "yellow"
    add(checklist, "更久", lead="县人社局", due="5月20日")
    assert proposed(checklist)[0].draft.level == "red"


def test_what_waits_for_its_reply_is_not_put_on_another_notice(checklist, late):
    notice = sent(checklist)
    found = {one.called: one for one in proposed(checklist)}["县人社局"]
    assert not found.fresh
    assert [candidate.notice.number for candidate in found.candidates] == [notice.number] * 2
    assert [one.called for one in proposed(checklist)] == ["县教育局", "县人社局"]
    assert refused("supervision_nothing", supervising.issue, checklist, [found.draft], today=TODAY).field == "actions"


def test_overdue_again_after_a_reply_is_red(checklist, late):
    notice = sent(checklist)
    supervision.answer(checklist, notice.id, TODAY, "正在办理", today=TODAY)
    assert proposed(checklist)[0].draft.level == "red"


def test_a_void_notice_counts_for_nothing(checklist, late):
    supervision.void(checklist, sent(checklist).id, "发错了单位", today=TODAY)
    found = proposed(checklist)[0]
    assert (found.fresh, found.draft.level) == (True, "yellow")


# --- out it goes -----------------------------------------------------------------------------------------


def test_a_notice_says_what_was_true_that_day(checklist, late):
    issuing.issue(checklist, "2020-06-01", today=TODAY, only=[tasks.numbered(checklist, 5).id])
    notice = sent(checklist)
    assert (notice.number, notice.kind, notice.level, notice.issued_by) == ("督办2020-001", "first", "yellow", "李明")
    assert notice.addressee == "安岭县人力资源和社会保障局"
    assert "有1项超过完成时限、1项临近完成时限（见下表）" in notice.request
    assert "于2020年6月28日前" in notice.request
    first, second = notice.items
    assert (first.code, first.title) == ("532-05-01", "开展等级认定")
    assert first.source == "532号文第5项"
    assert (first.lead, first.supporting, first.handed_on) == ("县人社局", "县教育局", "2020-06-01")
    assert (first.due_on, first.timing, first.days, first.workdays) == ("2020-06-05", "overdue", 13, 9)
    assert (second.timing, second.days, second.demand) == ("soon", 1, "抓紧办理，按期完成")


def test_a_notice_says_the_same_years_later(checklist, late):
    issuing.issue(checklist, "2020-06-01", today=TODAY, only=[tasks.numbered(checklist, 5).id])
    before = sent(checklist)
    extensions.grant(
        checklist, late["overdue"], new_due="7月底前", reason="等设备", applicant="刘洋", applied_on=TODAY,
        approver="周建国", decided_on=TODAY, today=TODAY,
    )  # fmt: skip
    action_edits.rename(checklist, late["overdue"], "改了名称")
    units.rename(checklist, before.unit, "安岭县人社和医保局", "县人社医保局", since="2020-07-01")
    after = supervision.get(checklist, before.id, JULY)
    assert after.called == "县人社医保局"
    assert (after.items, after.request, after.addressee) == (before.items, before.request, before.addressee)


def test_many_units_are_one_step_and_one_barrier(checklist, late):
    made = supervising.issue(checklist, [one.draft for one in proposed(checklist)], today=TODAY)
    assert made.label == "发出督办通知单（督办2020-001等2份）"
    assert history.lines(checklist)[0].label == made.label
    assert [one.number for one in supervision.all(checklist)] == ["督办2020-001", "督办2020-002"]
    assert steps.undoable(checklist) is None
    assert "作废" in steps.barrier(checklist)
    refused("undo_barred", steps.undo, checklist)
    assert check.findings(checklist, TODAY) == []


def test_all_go_out_or_none(checklist, late):
    good, bad = (one.draft for one in proposed(checklist))
    broken = supervision_drafts.with_rows(supervision_drafts.read(checklist, TODAY), bad, [late["later"]])
    refused("supervision_not_led", supervising.issue, checklist, [good, broken], today=TODAY)
    assert supervision.all(checklist) == []
    assert sent(checklist).number == "督办2020-001"


def test_words_of_ones_own_are_kept(checklist, late):
    notice = sent(
        checklist, request="请于本周五前\n 反馈。", instruction="周建国副县长：请抓紧", contact="周敏", phone="0000-1",
        cc="县政府办", signer="县政府督查室", cycle="每周反馈，直至办结", level="red",
        demands=(Demand(late["soon"], "本周印发"),),
    )  # fmt: skip
    assert (notice.request, notice.level, notice.instruction) == ("请于本周五前\n反馈。", "red", "周建国副县长：请抓紧")
    assert (notice.contact, notice.phone, notice.cc, notice.signer) == ("周敏", "0000-1", "县政府办", "县政府督查室")
    assert [(item.title, item.demand) for item in notice.items] == [("印发培训计划", "本周印发")]


def test_what_does_not_press_can_be_asked_for_too(checklist, late):
    sources = supervision_drafts.read(checklist, TODAY)
    draft = supervision_drafts.of_rows(sources, "县人社局", [late["later"]])
    assert draft.level == "blue"
    notice = supervising.drawn(sources, draft)
    assert (notice.number, notice.items[0].timing) == ("", "ok")
    assert "有1项需要加快办理" in notice.request
    refused("unit_unknown", supervision_drafts.of_rows, sources, "没有的局", [late["later"]])
    refused("supervision_no_rows", supervision_drafts.of_unit, sources, "县财政局")


def test_what_cannot_be_asked_for_is_told(checklist, late):
    alone = add(checklist, "没有牵头", due="5月底前")
    parent = add(checklist, "上一级", lead="县人社局", due="5月底前")
    below = add(checklist, "下一级", parent=parent, lead="县人社局", due="5月底前")
    done, stopped = (add(checklist, title, lead="县人社局", due="5月底前") for title in ("办完的", "不办的"))
    lifecycle.tick(checklist, [done], today=TODAY)
    lifecycle.stop(checklist, [stopped], "cancelled", reason="理由", confirmer="王芳", today=TODAY)
    sources = supervision_drafts.read(checklist, TODAY)

    def ask(action):
        return supervising.drawn(sources, supervision_drafts.of_rows(sources, "县人社局", [action]))

    assert "没有牵头单位，请先补上" in str(refused("supervision_no_lead", ask, alone))
    refused("supervision_parent", ask, parent)
    refused("supervision_finished", ask, done)
    refused("supervision_not_counted", ask, stopped)
    refused("supervision_not_led", ask, late["theirs"])
    assert ask(below).items[0].title == "下一级"


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"level": "green"}, "supervision_level", "level"),
        ({"demands": ()}, "supervision_nothing", "actions"),
        ({"reply_by": TODAY}, "reply_before_issue", "reply_by"),
        ({"reply_by": " "}, "reply_by_empty", "reply_by"),
        ({"reply_by": "六月底"}, "date_invalid", "reply_by"),
        ({"request": "长" * 1001}, "supervision_long", "request"),
        ({"cc": "长" * 201}, "supervision_long", "cc"),
        ({"demands": (Demand(99999),)}, "action_unknown", "actions"),
    ],
)
def test_what_cannot_stand_names_its_field(checklist, late, said, code, field):
    assert refused(code, sent, checklist, **said).field == field
    assert supervision.all(checklist) == []


def test_no_unit_no_notice(checklist):
    assert refused("supervision_no_unit", supervising.issue, checklist, [], today=TODAY).field == "unit"


# --- 催办 ------------------------------------------------------------------------------------------------


def urge(checklist, notice, today=JULY):
    sources = supervision_drafts.read(checklist, today)
    return supervising.issue(checklist, [supervision_drafts.urging(sources, notice)], today=today)


def test_a_second_slip_refers_to_the_first(checklist, late):
    first = sent(checklist)
    lifecycle.tick(checklist, [late["soon"]], today=TODAY)
    made = urge(checklist, supervision.get(checklist, first.id))
    second = supervision.get(checklist, made.inserted("supervision"))
    assert (second.number, second.kind, second.former_number, second.level) == (
        "督办2020-002", "urge", "督办2020-001", "red",
    )  # fmt: skip
    assert "2020年6月18日印发的督办通知单（编号：督办2020-001）要求你单位于2020年6月28日前反馈" in second.request
    assert [item.action for item in second.items] == [late["overdue"]]
    assert supervision.get(checklist, first.id).state(JULY) == "urged"
    refused("supervision_urged", urge, checklist, supervision.get(checklist, first.id))
    supervision.void(checklist, second.id, "重复", today=JULY)
    assert supervision.get(checklist, first.id).state(JULY) == "late"
    assert check.findings(checklist, JULY) == []


def test_before_its_day_a_slip_does_not_say_that_nothing_came(checklist, late):
    first = sent(checklist)
    made = urge(checklist, supervision.get(checklist, first.id), today=TODAY)
    assert "尚未收到" not in supervision.get(checklist, made.inserted("supervision")).request


def test_there_must_be_something_to_urge(checklist, late):
    first = sent(checklist)
    sources = supervision_drafts.read(checklist, TODAY)
    draft = supervision_drafts.urging(sources, first)
    lifecycle.tick(checklist, [late["soon"], late["overdue"]], today=TODAY)
    refused("supervision_all_done", urge, checklist, first)
    refused("supervision_all_done", supervising.issue, checklist, [draft], today=TODAY)
    supervision.answer(checklist, first.id, TODAY, "都办完了", today=TODAY)
    refused("supervision_replied", urge, checklist, supervision.get(checklist, first.id))
    supervision.void(checklist, first.id, "重复", today=TODAY)
    refused("supervision_void", urge, checklist, supervision.get(checklist, first.id))


# --- what becomes of it ----------------------------------------------------------------------------------


def test_a_void_number_stays_in_the_register_and_is_not_given_again(checklist, late):
    first = sent(checklist)
    made = supervision.void(checklist, first.id, " 发错了单位 ", today=TODAY)
    assert made.label == "作废督办通知单（督办2020-001）"
    assert sent(checklist).number == "督办2020-002"
    void, fresh = supervision.all(checklist)
    assert (void.state(JULY), void.void_on, void.void_reason, void.void_by) == ("void", TODAY, "发错了单位", "李明")
    assert fresh.state(TODAY) == "waiting"
    for act in (supervision.void, supervision.unanswer):
        facts = {"today": TODAY} if act is supervision.void else {}
        refused("supervision_void", act, checklist, first.id, *(["再来"] if facts else []), **facts)
    refused("supervision_void", supervision.answer, checklist, first.id, TODAY, "好", today=TODAY)
    refused("reason_missing", supervision.void, checklist, fresh.id, " ", today=TODAY)
    refused("supervision_unknown", supervision.get, checklist, 99)


def test_a_reply_is_written_down_put_right_and_taken_back(checklist, late):
    notice = sent(checklist)
    assert notice.state("2020-06-28") == "waiting"
    assert notice.state("2020-06-29") == "late"
    refused("not_replied", supervision.unanswer, checklist, notice.id)
    supervision.answer(checklist, notice.id, "2020-06-25", "已办结。\n\n 附照片", today=JULY)
    found = supervision.get(checklist, notice.id)
    assert (found.state(JULY), found.replied_on, found.reply) == ("replied", "2020-06-25", "已办结。\n附照片")
    supervision.answer(checklist, notice.id, "2020-06-26", "已办结", today=JULY)
    steps.undo(checklist)
    assert supervision.get(checklist, notice.id).replied_on == "2020-06-25"
    supervision.unanswer(checklist, notice.id)
    assert supervision.get(checklist, notice.id).state(JULY) == "late"


@pytest.mark.parametrize(
    ("day", "reply", "code", "field"),
    [
        ("2020-06-17", "好", "replied_before_issue", "replied_on"),
        ("2020-07-11", "好", "replied_after_today", "replied_on"),
        ("昨天", "好", "date_invalid", "replied_on"),
        ("2020-06-25", " \n", "reply_empty", "reply"),
        ("2020-06-25", "长" * 1001, "supervision_long", "reply"),
    ],
)
def test_a_reply_that_cannot_stand_names_its_field(checklist, late, day, reply, code, field):
    notice = sent(checklist)
    assert refused(code, supervision.answer, checklist, notice.id, day, reply, today=JULY).field == field


def test_the_register_is_filtered(checklist, late):
    supervising.issue(checklist, [one.draft for one in proposed(checklist)], today=TODAY)
    supervision.answer(checklist, 2, TODAY, "好", today=TODAY)
    every = supervision.all(checklist)

    def found(**asked):
        return [one.id for one in every if Wanted(**asked).admits(one, JULY)]

    assert found() == [1, 2]
    assert found(unit="县教育局") == [2]
    assert found(level="yellow") == [1]
    assert (found(state="late"), found(state="open"), found(state="replied")) == ([1], [1], [2])
    assert found(action=late["theirs"]) == [2]
    assert [one.id for one in supervision.of_action(checklist, late["overdue"])] == [1]
    assert supervision.numbered(checklist, " 督办2020-002 ").id == 2
    refused("supervision_unknown", supervision.numbered, checklist, "督办2020-009")


def test_an_action_on_a_notice_is_not_deleted(checklist, late):
    sent(checklist)
    refused("delete_supervised", action_edits.delete, checklist, [late["soon"]])
    action_edits.delete(checklist, [late["later"]])


def test_a_notice_follows_units_made_one(checklist, late):
    notice = sent(checklist)
    kept = units.add(checklist, "县人社医保局").inserted("unit")
    refused("unit_in_use", units.remove, checklist, notice.unit)
    units.merge(checklist, kept, notice.unit)
    assert supervision.get(checklist, notice.id).called == "县人社医保局"
    steps.undo(checklist)
    assert supervision.get(checklist, notice.id).unit == notice.unit


# --- how they are numbered -------------------------------------------------------------------------------


def test_numbers_begin_anew_each_year_and_go_on_under_another_template(checklist, late):
    assert supervision_numbers.following(checklist, TODAY) == "督办2020-001"
    sent(checklist)
    supervision_numbers.change(checklist, "安督{年}第{序}")
    assert supervision_numbers.following(checklist, TODAY) == "安督2020第002"
    assert sent(checklist, unit="县教育局").number == "安督2020第002"
    assert supervision_numbers.following(checklist, "2021-01-01") == "安督2021第001"
    assert sent(checklist, today="2021-01-05").number == "安督2021第001"
    assert check.findings(checklist, TODAY) == []


def test_a_number_two_templates_make_is_given_once(checklist, late):
    supervision_numbers.change(checklist, "督办{年}-1{序}")
    sent(checklist)  # 督办2020-1001
    supervision_numbers.change(checklist, "督办{年}-{序}")
    checklist.db.conn.execute("UPDATE counter SET value = 1000 WHERE key = 'supervision-2020'")
    assert sent(checklist, unit="县教育局").number == "督办2020-1002"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (" ", "template_empty"), ("督办{年}", "template_parts"), ("督办-{序}", "template_parts"),
        ("督办{年}{年}-{序}", "template_parts"), ("督办{年}-{序}{}", "template_parts"), ("督{年", "template_parts"),
        ("安政督〔{年}〕{序}", "template_letter"), ("督办{年}第{序}号", "template_letter"),
        ("督[{年}]{序}", "template_letter"),
        ("督办" * 15 + "{年}{序}", "template_long"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_stand(checklist, template, code):
    assert refused(code, supervision_numbers.change, checklist, template).field == "template"
    assert supervision_numbers.template(checklist) == "督办{年}-{序}"


def test_the_template_is_a_step_like_any_other(checklist):
    supervision_numbers.change(checklist, "督办{年}-{序}")  # as it was: no step
    assert len(history.lines(checklist)) == 1
    supervision_numbers.change(checklist, "安督{年}-{序}")
    supervision_numbers.change(checklist, "督查{年}-{序}")
    steps.undo(checklist)
    assert supervision_numbers.template(checklist) == "安督{年}-{序}"


def test_the_history_of_an_action_tells_its_notice(checklist, late):
    sent(checklist)
    assert action_history.of_action(checklist, late["soon"])[0].label == "发出督办通知单（督办2020-001）"
    assert action_history.of_action(checklist, late["later"])[0].label.startswith("新增")
