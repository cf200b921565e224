"""待完善: what blocks 印发 is told once, in the notice's order, with the place it belongs to."""

from dataclasses import replace

import pytest

from db import action_edits, actions, gaps, lifecycle, tasks
from tests.builders import TODAY, action, add


def of(checklist, *numbers):
    chosen = [tasks.numbered(checklist, number) for number in numbers]
    return gaps.of(chosen, actions.all(checklist))


def codes(found):
    return [(gap.code, gap.action.code if gap.action else gap.task.number) for gap in found]


def whole(checklist, title="制定年度计划", **more):
    return add(checklist, title, **{"lead": "县人社局", "due": "6月底前", "owner": "张强", "answers": (1, 2)} | more)


def test_a_new_checklist_lacks_actions_everywhere(checklist):
    found = gaps.of(tasks.all(checklist), actions.all(checklist))
    assert codes(found) == [("undivided", number) for number in range(1, 29)]
    assert str(found[4]) == "任务5还没有分解出行动"


def test_a_task_that_does_not_apply_lacks_nothing(checklist):
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 5).id, "不在边境", "王芳")
    assert of(checklist, 5) == ()


def test_a_leaf_needs_lead_and_due_and_had_better_have_owner_and_start(checklist):
    add(checklist, "甲", answers=(1, 2))
    found = of(checklist, 5)
    assert codes(found) == [
        (code, "532-05-01") for code in ("without_lead", "without_due", "without_owner", "without_start")
    ]
    assert [gap.code for gap in gaps.blocking(found)] == ["without_lead", "without_due"]
    assert str(found[0]) == "532-05-01没有牵头单位"


def test_long_term_is_a_due_date(checklist):
    whole(checklist, due="长期坚持")
    assert gaps.blocking(of(checklist, 5)) == ()


def test_a_parent_needs_neither_lead_nor_due(checklist):
    parent = add(checklist, "甲")
    whole(checklist, "乙", parent=parent)
    assert gaps.blocking(of(checklist, 5)) == ()


@pytest.mark.parametrize(
    ("top", "middle", "bottom", "late"),
    [
        ("6月底前", "7月底前", "", ["532-05-01.1"]),
        ("6月底前", "6月底前", "6月底前", []),
        ("6月底前", "", "7月底前", ["532-05-01.1.1"]),
        ("6月底前", "7月底前", "7月15日", ["532-05-01.1", "532-05-01.1.1"]),
        ("长期坚持", "", "年底前", []),
        ("", "", "年底前", []),
    ],
)
def test_a_child_is_due_no_later_than_what_it_is_part_of(checklist, top, middle, bottom, late):
    parent = add(checklist, "甲", due=top)
    inner = add(checklist, "乙", parent=parent, lead="县人社局", due=middle)
    add(checklist, "丙", parent=inner, lead="县人社局", due=bottom)
    found = [gap for gap in of(checklist, 5) if gap.code == "child_after_parent"]
    assert [gap.action.code for gap in found] == late
    if late == ["532-05-01.1"]:
        assert str(found[0]) == "532-05-01.1完成时限2020-07-31晚于上一级的2020-06-30"


def test_where_nothing_counts_the_task_may_not_apply(checklist):
    one = add(checklist, "甲")
    lifecycle.stop(checklist, [one], "cancelled", reason="并入另一项", confirmer="王芳", today=TODAY)
    (gap,) = of(checklist, 5)
    assert (gap.code, gap.blocking) == ("no_valid", True)
    assert "不适用" in str(gap)


def test_what_is_out_of_the_count_needs_its_reason(checklist):
    task = tasks.numbered(checklist, 5)
    stopped = action("cancelled", stop_reason="并入", stop_confirmer="王芳")
    there = action(lead="县人社局", due_words="长期坚持", owner="张强", start_on="2020-05-01", answers=(1, 2))
    assert gaps.of([task], [there, stopped]) == ()
    for damaged in (replace(stopped, stop_reason=""), replace(stopped, stop_confirmer="")):
        assert [gap.code for gap in gaps.of([task], [there, damaged])] == ["reason_missing"]
    damaged = replace(task, applicable=False, na_reason="理由")
    assert codes(gaps.of([damaged], [])) == [("reason_missing", 5)]


def test_every_gap_has_its_words_and_goes_when_it_is_filled(checklist):
    one = whole(checklist, owner="")
    action_edits.set_names(checklist, one, "owner", ["张强"])
    assert [gap.code for gap in of(checklist, 5)] == ["without_start"]


def test_the_sample_tells_its_gaps_in_the_notices_order(county):
    found = gaps.of(tasks.all(county), actions.all(county))
    numbers = [gap.task.number for gap in found]
    assert numbers == sorted(numbers)
    assert {gap.code for gap in found} >= {"undivided", "without_lead"}
    assert all("{" not in str(gap) and str(gap) for gap in found)
