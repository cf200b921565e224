"""印发: it waits for every gap, freezes what went out, and nothing before it can be taken back."""

import sqlite3

import pytest

from db import action_edits, actions, check, counts, due_dates, extensions, issuing, lifecycle, moves, steps, tasks
from db.errors import RuleBroken
from tests.builders import TODAY, add, rows


@pytest.fixture
def divided(checklist):
    """Every task but 5 and 6 is 不适用; 5 has a parent with two leaves, 6 one leaf."""
    for number in set(range(1, 29)) - {5, 6}:
        tasks.mark_not_applicable(checklist, tasks.numbered(checklist, number).id, "与本县无关", "王芳")
    parent = add(checklist, "甲", due="年底前")
    add(checklist, "乙", parent=parent, lead="县人社局", due="6月底前")
    add(checklist, "丙", parent=parent, lead="县教育局", due="长期坚持")
    add(checklist, "丁", task=6, lead="县财政局", due="5月底前")
    return checklist


def issue(checklist, day=TODAY, **more):
    return issuing.issue(checklist, day, **{"today": TODAY} | more)


def refused(act, *arguments, **keywords):
    with pytest.raises(RuleBroken) as told:
        act(*arguments, **keywords)
    return told.value.code, told.value.field


def of_task(checklist, number):
    return actions.of_task(checklist, tasks.numbered(checklist, number).id)


def test_it_freezes_dates_and_words_and_begins_what_has_no_start(divided):
    due_dates.set_start(divided, 2, "5月1日", today=TODAY)
    issue(divided, "2020-06-10", doc_number=" 安发〔2020〕12号 ")
    frozen = [(a.issued_on, a.original_due_on, a.original_due_words, a.start_on) for a in actions.all(divided)]
    assert frozen == [
        ("2020-06-10", "2020-12-31", "年底前", "2020-06-10"),
        ("2020-06-10", "2020-06-30", "6月底前", "2020-05-01"),
        ("2020-06-10", None, "长期坚持", "2020-06-10"),
        ("2020-06-10", "2020-05-31", "5月底前", None),  # was due before it went out: no start after its end
    ]
    (made,) = issuing.issues(divided)
    assert (made.task, made.issued_on, made.doc_number, made.issued_by, made.actions) == (
        None, "2020-06-10", "安发〔2020〕12号", "李明", 3,
    )  # fmt: skip
    assert check.findings(divided, TODAY) == []


def test_undo_stops_at_it_and_says_the_counter_act(divided):
    issue(divided)
    assert steps.undoable(divided) is None
    with pytest.raises(RuleBroken, match="延期"):
        steps.undo(divided)
    assert "不能撤销" in steps.barrier(divided)
    after = rows(divided)
    action_edits.rename(divided, 2, "乙二")
    add(divided, "戊", task=6)
    steps.undo(divided)
    steps.undo(divided)
    assert rows(divided) == after
    assert steps.undoable(divided) is None


def test_a_due_date_that_went_out_cannot_be_changed_by_hand(divided):
    issue(divided)
    assert refused(due_dates.set_due, divided, 2, "7月底前", today=TODAY) == ("due_issued", "due")
    assert refused(due_dates.set_rule, divided, 2, "next") == ("due_issued", "due")
    with pytest.raises(sqlite3.IntegrityError, match="only by an extension"):
        divided.db.execute("UPDATE action SET due_on = '2020-07-31' WHERE id = 2")
    with pytest.raises(sqlite3.IntegrityError, match="set once"):
        divided.db.execute("UPDATE action SET original_due_on = '2020-07-31' WHERE id = 2")


def test_it_waits_for_every_gap_and_names_the_first(divided):
    add(divided, "戊", task=6)
    before = rows(divided)
    with pytest.raises(RuleBroken) as told:
        issue(divided)
    assert str(told.value) == "还缺2处，不能印发：532-06-02没有牵头单位，532-06-02没有完成时限。"
    assert rows(divided) == before
    issue(divided, only=[5])  # a gap elsewhere is no obstacle
    assert [issuing.issued(of_task(divided, number)) for number in (5, 6)] == ["all", "none"]


def test_one_task_and_then_the_whole(divided):
    issue(divided, only=[6])
    issue(divided)
    whole, one = issuing.issues(divided)
    assert [(whole.task, whole.actions), (one.task, one.actions)] == [(None, 2), (6, 1)]
    assert refused(issue, divided) == ("issue_nothing", None)


def test_several_tasks_get_a_row_each(divided):
    issue(divided, only=[5, 6])
    assert sorted((one.task, one.actions) for one in issuing.issues(divided)) == [(5, 2), (6, 1)]
    assert refused(issue, divided, only=[5, 6]) == ("issue_nothing", None)


def test_what_is_added_later_goes_out_by_issuing_again(divided):
    issue(divided, "2020-06-10")
    late = add(divided, "戊", task=6, lead="县财政局", due="年底前")
    assert issuing.issued(of_task(divided, 6)) == "partly"
    due_dates.set_due(divided, late, "11月底前", today=TODAY)
    issue(divided)
    assert issuing.issued(of_task(divided, 6)) == "all"
    assert actions.get(divided, 4).issued_on == "2020-06-10"
    assert (actions.get(divided, late).issued_on, actions.get(divided, late).original_due_on) == (TODAY, "2020-11-30")


def test_what_is_out_of_the_count_stays_at_home(divided):
    lifecycle.stop(divided, [3], "cancelled", reason="并入", confirmer="王芳", today=TODAY)
    issue(divided)
    assert actions.get(divided, 3).issued_on is None
    assert issuing.issued(of_task(divided, 5)) == "all"
    lifecycle.resume(divided, [3])
    assert issuing.issued(of_task(divided, 5)) == "partly"


def test_a_parent_without_a_date_of_its_own_can_still_be_given_one(divided):
    parent = add(divided, "戊", task=6)
    child = add(divided, "己", task=6, parent=parent, lead="县财政局", due="年底前")
    issue(divided)
    assert actions.get(divided, parent).issued_on is None
    moves.outdent(divided, [child])
    due_dates.set_due(divided, parent, "年底前", today=TODAY)
    assert actions.get(divided, parent).due_on == "2020-12-31"


def test_what_went_out_is_not_deleted(divided):
    issue(divided)
    assert refused(action_edits.delete, divided, [2])[0] == "delete_issued"


@pytest.mark.parametrize(
    ("day", "more", "told"),
    [
        ("2020-06-19", {}, ("issue_after_today", "issued_on")),
        ("2020-04-02", {}, ("issue_before_notice", "issued_on")),
        ("昨天", {}, ("date_invalid", "issued_on")),
        (TODAY, {"doc_number": "长" * 61}, ("doc_number_long", "doc_number")),
        (TODAY, {"only": [7]}, ("frozen", None)),
    ],
)
def test_bad_input_is_told_at_its_field_and_changes_nothing(divided, day, more, told):
    before = rows(divided)
    assert refused(issue, divided, day, **more) == told
    assert rows(divided) == before


def test_the_day_of_the_notice_and_today_are_both_good(divided):
    issue(divided, "2020-04-03", only=[5])
    issue(divided, TODAY, only=[6])
    assert [one.issued_on for one in issuing.issues(divided)] == [TODAY, "2020-04-03"]


def test_a_child_extended_past_its_parent_does_not_block_the_next_issue(divided):
    issue(divided)
    extensions.grant(
        divided, 2, new_due="2021年3月底", reason="疫情影响", applicant="县人社局", applied_on=TODAY,
        approver="王县长", decided_on=TODAY, today=TODAY,
    )  # fmt: skip
    add(divided, "戊", task=5, lead="县人社局", due="年底前")
    issue(divided, only=[5])
    assert issuing.issued(of_task(divided, 5)) == "all"


def offered(checklist):
    scopes = issuing.scopes(tasks.all(checklist), actions.all(checklist))
    return [(scope.only, scope.tasks, scope.actions) for scope in scopes]


def test_what_can_go_out_together_is_the_whole_or_all_that_is_ready(divided):
    assert offered(divided) == [(None, 2, 3), ((5,), 1, 2), ((6,), 1, 1)]
    tasks.restore_applicable(divided, tasks.numbered(divided, 7).id)  # not divided yet
    assert offered(divided) == [((5, 6), 2, 3), ((5,), 1, 2), ((6,), 1, 1)]
    add(divided, "戊", task=6)  # without lead and date
    assert offered(divided) == [((5,), 1, 2)]
    issue(divided, only=[5])
    assert offered(divided) == []


def test_several_tasks_go_out_in_one_step_that_counts_leaves_as_the_figures_do(divided):
    changes = issue(divided, only=[5, 6], doc_number="安发〔2020〕12号")
    assert changes.label == "印发3项行动"
    assert counts.read(divided, TODAY).total.issued == 3
    assert {one.doc_number for one in issuing.issues(divided)} == {"安发〔2020〕12号"}


def test_a_parent_that_goes_out_alone_is_told(divided):
    parent = add(divided, "戊", task=6)
    add(divided, "己", task=6, parent=parent, lead="县财政局", due="年底前")
    issue(divided)
    due_dates.set_due(divided, parent, "年底前", today=TODAY)
    assert issue(divided).label == "印发1项行动"
    assert issuing.issues(divided)[0].actions == 1
