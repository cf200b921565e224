"""One change to many actions: what is shown beforehand is what happens, all of it or what can."""

import pytest

from db import action_edits, actions, bulk, due_dates, history, issuing, lifecycle, steps, tasks, units
from db.bulk import Change
from db.errors import RuleBroken
from db.names import ROLES
from tests.builders import TODAY, add, refused, rows


@pytest.fixture
def three(checklist):
    """Three actions of one task, the last of another."""
    return [
        add(checklist, "甲", lead="县人社局", due="6月底前"), add(checklist, "乙", lead="县教育局"),
        add(checklist, "丙", task=6, due="三季度"),
    ]  # fmt: skip


def apply(checklist, ids, field, value="", way="set", **more):
    return bulk.apply(checklist, ids, Change(field, value, way), today=TODAY, **more)


def preview(checklist, ids, field, value="", way="set"):
    return bulk.preview(checklist, ids, Change(field, value, way), today=TODAY)


def values(checklist, ids, name):
    return [getattr(actions.get(checklist, one), name) for one in ids]


@pytest.mark.parametrize("field", ["lead", "leader", "owner", "contact"])
def test_one_name_for_all_is_one_step(checklist, three, field):
    before = len(history.lines(checklist))
    apply(checklist, three, field, "新来的")
    assert values(checklist, three, field) == ["新来的"] * 3
    assert len(history.lines(checklist)) == before + 1
    assert "等3项" in history.lines(checklist)[0].label
    steps.undo(checklist)
    assert values(checklist, three[:2], "lead") == ["县人社局", "县教育局"]
    assert values(checklist, three, "owner") == [""] * 3


def test_names_are_added_taken_away_replaced_and_cleared(checklist, three):
    apply(checklist, three, "supporting", "县财政局、县统计局", "add")
    assert values(checklist, three, "supporting") == [("县财政局", "县统计局")] * 3
    apply(checklist, three, "supporting", "县财政局", "add")
    apply(checklist, three, "supporting", "县财政局", "remove")
    assert values(checklist, three, "supporting") == [("县统计局",)] * 3
    apply(checklist, three, "supporting", "县水利局", "set")
    assert values(checklist, three, "supporting") == [("县水利局",)] * 3
    apply(checklist, three, "supporting", "", "clear")
    assert values(checklist, three, "supporting") == [()] * 3


def test_a_unit_is_taken_away_under_any_of_its_names(checklist, three):
    apply(checklist, three, "supporting", "县财政局", "add")
    unit = units.named(checklist, "县财政局").id
    units.rename(checklist, unit, "县财政金融局", "", since="2020-06-01")
    apply(checklist, three, "supporting", "县财政金融局", "remove")
    assert values(checklist, three, "supporting") == [()] * 3


def test_due_dates_in_words_and_by_days(checklist, three):
    apply(checklist, three, "due", "8月底前")
    assert values(checklist, three, "due_on") == ["2020-08-31"] * 3
    assert values(checklist, three, "due_words") == ["8月底前"] * 3
    apply(checklist, three, "due", "5", "days")
    assert values(checklist, three, "due_on") == ["2020-09-05"] * 3
    assert values(checklist, three, "due_words") == ["2020年9月5日"] * 3
    apply(checklist, three, "due", "-１", "workdays")
    assert values(checklist, three, "due_on") == ["2020-09-04"] * 3, "5 September 2020 is a Saturday"
    apply(checklist, three, "due", "5", "workdays")
    assert values(checklist, three, "due_on") == ["2020-09-11"] * 3
    apply(checklist, three, "due", "", "clear")
    assert values(checklist, three, "due_on") == [None] * 3


def test_a_moved_date_keeps_its_rule_for_days_off(checklist, three):
    due_dates.set_rule(checklist, three[0], "next")
    apply(checklist, three[:1], "due", "-3", "days")
    one = actions.get(checklist, three[0])
    assert (one.due_stated, one.due_on, one.due_rule) == ("2020-06-27", "2020-06-28", "next"), "27 June is 端午"


def test_states(checklist, three):
    apply(checklist, three, "status", "in_progress")
    apply(checklist, three, "status", "done")
    assert values(checklist, three, "status") == ["done"] * 3
    assert values(checklist, three, "done_on") == [TODAY] * 3


def test_what_cannot_take_it_is_said_and_the_others_wait_for_a_yes(checklist, three):
    child = add(checklist, "子", parent=three[1])
    lifecycle.stop(checklist, [three[2]], "cancelled", reason="理由", confirmer="王芳", today=TODAY)
    chosen = [*three, child]
    shown = preview(checklist, chosen, "status", "done")
    assert [(row.before.title, row.changed, bool(row.refusal)) for row in shown] == [
        ("甲", True, False), ("乙", False, True), ("子", True, False), ("丙", False, True),
    ]  # fmt: skip
    assert shown[1].refusal == "“乙”有子行动，办理状态和完成率由子行动得出，请改子行动。"
    error = refused(checklist, "bulk_refused", apply, chosen, "status", "done")
    assert str(error).startswith("有2项不能改，其余的也没有改。532-05-02：“乙”有子行动")
    label = apply(checklist, chosen, "status", "done", skip_refused=True).label
    assert label == "“甲”等2项改为已完成待销号"
    assert values(checklist, chosen, "status") == ["done", "done", "cancelled", "done"], "a parent follows"


def test_an_issued_date_and_a_frozen_task_are_said(checklist, three):
    apply(checklist, three, "due", "8月底前")
    lead = tasks.numbered(checklist, 5).id
    issuing.issue(checklist, TODAY, today=TODAY, only=[lead])
    frozen = tasks.numbered(checklist, 6)
    tasks.mark_not_applicable(checklist, frozen.id, "理由", "王芳")
    shown = preview(checklist, three, "due", "9月底前")
    assert [row.refusal for row in shown] == [
        "这项行动2020年6月18日已印发，时限只能通过延期改变。",
        "这项行动2020年6月18日已印发，时限只能通过延期改变。",
        "任务6已标为不适用，其行动不能修改。请先恢复适用。",
    ]
    refused(checklist, "bulk_refused", apply, three, "due", "9月底前", skip_refused=True)


def test_the_lead_is_not_made_to_support_itself(checklist, three):
    shown = preview(checklist, three, "supporting", "县教育局", "add")
    assert [row.refusal for row in shown] == ["", "“县教育局”已是牵头单位，不用再填。", ""]
    apply(checklist, three, "supporting", "县教育局", "add", skip_refused=True)
    assert values(checklist, three, "supporting") == [("县教育局",), (), ("县教育局",)]
    apply(checklist, three, "lead", "县教育局")
    assert values(checklist, three, "supporting") == [()] * 3, "a unit has one role"


def test_a_date_before_the_start_is_said(checklist, three):
    due_dates.set_start(checklist, three[0], "6月20日", today=TODAY)
    shown = preview(checklist, three, "due", "6月19日")
    assert [bool(row.refusal) for row in shown] == [True, False, False]
    assert [bool(row.refusal) for row in preview(checklist, three, "due", "-5", "days")] == [False, True, False]
    assert [row.refusal for row in preview(checklist, three, "due", "5", "days")][1] == (
        "“乙”没有具体的完成时限，不能按天数改。"
    )


def test_unchanged_ones_are_named_as_unchanged(checklist, three):
    shown = preview(checklist, three, "lead", "县人社局")
    assert [row.changed for row in shown] == [False, True, True]
    apply(checklist, three, "lead", "县人社局")
    assert "等2项" in history.lines(checklist)[0].label
    assert not apply(checklist, three, "lead", "县人社局"), "nothing is no step"


@pytest.mark.parametrize(
    ("field", "value", "way", "code"),
    [
        ("lead", " ", "set", "bulk_value_empty"), ("lead", "甲局、乙局", "set", "two_units"),
        ("owner", "李明、王芳", "set", "two_persons"), ("lead", "局" * 61, "set", "name_long"),
        ("due", "13月", "set", "due_month"), ("due", "很快", "set", "due_unreadable"),
        ("due", "三", "days", "bulk_days"), ("due", "0", "days", "bulk_days"), ("due", "1000", "days", "bulk_days"),
        ("due", "两天", "workdays", "bulk_days"), ("status", "closed", "set", "status_unsettable"),
        ("status", "done", "add", "choice_unknown"), ("weight", "3", "set", "choice_unknown"),
    ],
)  # fmt: skip
def test_a_value_that_can_stand_nowhere_is_refused_once(checklist, three, field, value, way, code):
    refused(checklist, code, apply, three, field, value, way)
    with pytest.raises(RuleBroken) as error:
        preview(checklist, three, field, value, way)
    assert error.value.code == code


def test_a_unit_that_is_gone_gets_no_work(checklist, three):
    gone = units.add(checklist, "县旅游局").inserted("unit")
    units.end(checklist, gone, "2020-03-31", None)
    assert refused(checklist, "unit_gone", apply, three, "lead", "县旅游局").field == "value"
    assert refused(checklist, "unit_gone", apply, three, "supporting", "县旅游局", "add").field == "value"


def test_nothing_chosen_or_gone_is_one_sentence(checklist, three):
    assert str(refused(checklist, "nothing_chosen", apply, [], "lead", "县人社局")).endswith("。")
    action_edits.delete(checklist, three[:1])
    refused(checklist, "action_unknown", apply, three, "lead", "县人社局")
    with pytest.raises(RuleBroken):
        preview(checklist, [], "lead", "县人社局")


def test_a_preview_leaves_nothing(county):
    ids = [action.id for action in actions.all(county)]
    before, lines = rows(county), len(history.lines(county))
    for field, ways in bulk.WAYS.items():
        for way in ways:
            value = {"status": "done", "due": "5" if "days" in way else "8月底前"}.get(field, "没有过的名字")
            preview(county, ids, field, value, way)
    assert rows(county) == before
    assert len(history.lines(county)) == lines


@pytest.mark.parametrize(
    ("field", "value", "way"),
    [
        ("supporting", "县财政局", "add"), ("due", "10", "workdays"), ("status", "done", "set"),
        ("lead", "县教育局", "set"),
    ],
)  # fmt: skip
def test_what_is_shown_is_what_happens(county, field, value, way):
    ids = [action.id for action in actions.all(county)]
    shown = preview(county, ids, field, value, way)
    assert any(row.changed for row in shown)
    apply(county, ids, field, value, way, skip_refused=True)
    now = {action.id: action for action in actions.all(county, county.now()[:10])}
    assert [row.after for row in shown] == [now[row.before.id] for row in shown]
    if field in ROLES:
        assert all(row.before != row.after for row in shown if row.changed)


def test_a_date_is_not_moved_past_where_dates_end(checklist, three):
    apply(checklist, three, "due", "8月底前")
    with checklist.db.conn:
        checklist.db.conn.execute("UPDATE action SET due_stated = '9999-12-31'")
    assert refused(checklist, "bulk_refused", apply, three, "due", "1", "days").facts["why"].endswith("这样。")
