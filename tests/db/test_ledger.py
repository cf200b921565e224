"""The ledger's rows, filters and orders."""

import pytest

from db import actions, counts, ledger, lifecycle, periods, settings, tasks
from db.ledger import Filter
from db.search_actions import matching
from tests.builders import TODAY, add, yard


def all_rows(checklist, **more):
    return ledger.rows(
        tasks.all(checklist), actions.all(checklist, TODAY), settings.yardstick(checklist, TODAY), **more
    )


def titles(rows):
    return [row.action.title for row in rows]


def shown(checklist, **conditions):
    wanted = Filter(**conditions)
    found = matching(checklist, wanted.text)
    return titles(row for row in all_rows(checklist) if wanted.admits(row, found))


@pytest.fixture
def few(checklist):
    """Four actions of two tasks, one of them in two steps."""
    add(checklist, "摸底培训需求", lead="县人社局", owner="李明", due="6月15日")
    add(checklist, "兑现补贴", lead="县财政局", due="6月19日", supporting=["县人社局"])
    parent = add(checklist, "开展培训", task=6, lead="县教育局", due="年底前")
    add(checklist, "第一期", task=6, parent=parent, owner="刘洋", due="三季度")
    add(checklist, "第二期", task=6, parent=parent)
    return checklist


def test_rows_are_leaves_in_the_notices_order_with_parents_where_wanted(few):
    assert titles(all_rows(few)) == ["摸底培训需求", "兑现补贴", "第一期", "第二期"]
    assert titles(all_rows(few, parents=True)) == ["摸底培训需求", "兑现补贴", "开展培训", "第一期", "第二期"]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, ["摸底培训需求", "兑现补贴", "第一期", "第二期"]),
        ({"text": "培训 ５３２"}, ["摸底培训需求"]),
        ({"text": "刘洋"}, ["第一期"]),
        ({"unit": "县人社局"}, ["摸底培训需求", "兑现补贴"]),
        ({"unit": "县人社局", "role": "lead"}, ["摸底培训需求"]),
        ({"person": "李明"}, ["摸底培训需求"]),
        ({"timing": frozenset({"overdue"})}, ["摸底培训需求"]),
        ({"timing": frozenset({"overdue", "soon"})}, ["摸底培训需求", "兑现补贴"]),
        ({"timing": ledger.URGENT, "unit": "县财政局"}, ["兑现补贴"]),
        ({"due": periods.at("month", TODAY)}, ["摸底培训需求", "兑现补贴"]),
        ({"due": periods.at("quarter", "2020-09-01")}, ["第一期"]),
        ({"figure": "without_due"}, ["第二期"]),
        ({"gap": "due"}, ["第二期"]),
        ({"gap": "owner"}, ["兑现补贴", "第二期"]),
        ({"figure": "overdue"}, ["摸底培训需求"]),
        ({"status": frozenset({"done"})}, []),
        ({"part": 99}, []),
    ],
)
def test_conditions_all_have_to_hold(few, conditions, found):
    assert shown(few, **conditions) == found
    assert set(Filter(**conditions).active) == set(conditions) - {"role"}


def test_what_does_not_count_has_no_timing(few):
    tasks.mark_not_applicable(few, tasks.numbered(few, 5).id, "不在本县。", "王芳")
    frozen = all_rows(few)[0]
    assert (frozen.timing.code, frozen.pace.code, frozen.lamp, frozen.tally) == ("", "", "na", counts.Tally())
    assert shown(few, timing=frozenset({"overdue"})) == []


@pytest.mark.parametrize("wrong", [{"figure": "tasks"}, {"figure": "nothing"}, {"gap": "weight"}, {"role": "owner"}])
def test_a_condition_there_is_none_of_is_a_mistake_of_ours(wrong):
    with pytest.raises(LookupError):
        Filter(**wrong)


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        ("code", ["摸底培训需求", "兑现补贴", "第一期", "第二期"], ["第二期", "第一期", "兑现补贴", "摸底培训需求"]),
        ("title", ["第二期", "第一期", "兑现补贴", "摸底培训需求"], ["摸底培训需求", "兑现补贴", "第一期", "第二期"]),
        ("lead", ["兑现补贴", "第一期", "第二期", "摸底培训需求"], ["摸底培训需求", "第一期", "第二期", "兑现补贴"]),
        ("due", ["摸底培训需求", "兑现补贴", "第一期", "第二期"], ["第一期", "兑现补贴", "摸底培训需求", "第二期"]),
        ("timing", ["摸底培训需求", "兑现补贴", "第一期", "第二期"], ["第二期", "第一期", "兑现补贴", "摸底培训需求"]),
    ],
)  # fmt: skip
def test_rows_are_put_in_a_columns_order_and_what_is_blank_comes_last(few, column, rising, falling):
    rows = all_rows(few)
    assert titles(ledger.ordered(rows, column)) == rising
    assert titles(ledger.ordered(rows, column, falling=True)) == falling


def test_common_characters_sort_by_pinyin():
    names = ["县卫健局", "县财政局", "县公安局", "县教育局", "县住建局"]
    assert sorted(names, key=ledger.pinyin_key) == ["县财政局", "县公安局", "县教育局", "县卫健局", "县住建局"]


def test_every_order_can_sort_every_row(county):
    rows = all_rows(county, parents=True)
    for column in ledger.ORDERS:
        assert sorted(row.action.id for row in ledger.ordered(rows, column)) == sorted(row.action.id for row in rows)


def test_a_parent_burns_the_worst_lamp_of_its_leaves(few):
    parent = next(row for row in all_rows(few, parents=True) if not row.action.leaf)
    assert (parent.children, parent.lamp, parent.timing.code) == (2, "none", "")
    first = next(row.action.id for row in all_rows(few) if row.action.title == "第一期")
    lifecycle.set_status(few, [first], "done", today=TODAY)
    parent = next(row for row in all_rows(few, parents=True) if not row.action.leaf)
    assert (parent.action.status, parent.lamp) == ("in_progress", "ok")


def test_a_row_that_is_still_true_is_the_same_row(few):
    task, yardstick = tasks.numbered(few, 6), settings.yardstick(few, TODAY)
    before = {row.action.id: row for row in ledger.of_task(task, actions.of_task(few, task.id, TODAY), yardstick)}
    lifecycle.set_percent(few, max(before), 40)
    after = ledger.of_task(task, actions.of_task(few, task.id, TODAY), yardstick, before)
    assert [row.action.id for row in after if row is not before[row.action.id]] == [min(before), max(before)]


def test_the_yardstick_decides(few):
    rows = ledger.rows(tasks.all(few), actions.all(few, "2020-06-01"), yard("2020-06-01"))
    assert [row.timing.code for row in rows] == ["ok", "ok", "ok", "unset"]
