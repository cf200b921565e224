"""延期: applied for and decided, kept for good; nothing else moves a due date that has been issued."""

import sqlite3

import pytest

from db import actions, check, counts, due_dates, extensions, issuing, lifecycle, settings, status, steps, tasks
from db.errors import RuleBroken
from tests.builders import TODAY, add, rows, yard

ASK = {"new_due": "9月底前", "reason": "土地指标未下达", "applicant": "县人社局", "applied_on": TODAY, "today": TODAY}
SAY = {"approver": "王县长", "decided_on": TODAY, "today": TODAY}
ISSUED = "2020-06-01"


@pytest.fixture
def issued(checklist):
    """Action 1 due on 30 June, 2 overdue since 10 June, 3 长期; issued on 1 June."""
    for title, due in (("甲", "6月底前"), ("乙", "6月10日"), ("丙", "长期坚持")):
        add(checklist, title, lead="县人社局", due=due)
    issuing.issue(checklist, ISSUED, today=TODAY, only=[5])
    return checklist


def ask(checklist, action=1, **more):
    return extensions.apply(checklist, action, **ASK | more).inserted("extension")


def say(checklist, extension, approved=True, **more):
    return extensions.decide(checklist, extension, approved, **SAY | more)


def refused(act, *arguments, **keywords):
    checklist = arguments[0]
    before = rows(checklist)
    with pytest.raises(RuleBroken) as told:
        act(*arguments, **keywords)
    assert rows(checklist) == before
    return told.value.code, told.value.field


def test_applied_for_and_approved_it_moves_the_date_and_keeps_the_original(issued):
    one = ask(issued)
    assert actions.get(issued, 1).due_on == "2020-06-30"
    assert [waiting.id for waiting in extensions.pending(issued)] == [one]
    say(issued, one)
    action = actions.get(issued, 1)
    assert (action.due_on, action.due_words, action.due_stated) == ("2020-09-30", "9月底前", "2020-09-30")
    assert (action.original_due_on, action.original_due_words, action.extensions) == ("2020-06-30", "6月底前", 1)
    assert not action.late_request
    assert extensions.pending(issued) == []
    assert check.findings(issued, TODAY) == []


def test_refused_it_stays_on_record_and_the_date_stays(issued):
    say(issued, ask(issued), approved=False)
    (kept,) = extensions.of_action(issued, 1)
    assert (kept.decision, kept.approver, kept.decided_on) == ("refused", "王县长", TODAY)
    action = actions.get(issued, 1)
    assert (action.due_on, action.extensions) == ("2020-06-30", 0)
    again = ask(issued, new_due="8月底前")
    assert [one.number for one in extensions.of_action(issued, 1)] == [1, 2]
    say(issued, again)
    assert actions.get(issued, 1).extensions == 1
    assert check.findings(issued, TODAY) == []


@pytest.mark.parametrize("approved", [True, False])
def test_undo_stops_at_a_decision_either_way(issued, approved):
    one = ask(issued)
    say(issued, one, approved)
    assert steps.undoable(issued) is None
    assert "另办一次延期" in steps.barrier(issued)
    assert refused(extensions.withdraw, issued, one) == ("extension_decided", None)
    assert refused(say, issued, one) == ("extension_decided", None)
    for sql in ("DELETE FROM extension", "UPDATE extension SET reason = '另一个'"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            issued.db.execute(sql)


def test_an_application_is_an_ordinary_step_until_it_is_decided(issued):
    before = rows(issued)
    ask(issued)
    after = rows(issued)
    steps.undo(issued)
    assert rows(issued) == before
    steps.redo(issued)
    assert rows(issued) == after
    extensions.withdraw(issued, extensions.pending(issued)[0].id)
    assert rows(issued) == before
    steps.undo(issued)
    assert rows(issued) == after


def test_granted_in_one_step(issued):
    extensions.grant(issued, 1, **ASK, approver="王县长", decided_on=TODAY)
    action = actions.get(issued, 1)
    assert (action.due_on, action.extensions) == ("2020-09-30", 1)
    assert steps.undoable(issued) is None
    assert [one.decision for one in extensions.all(issued)] == ["approved"]


def test_asked_for_after_the_date_it_stays_late_in_history(issued):
    say(issued, ask(issued, 2))
    (kept,) = extensions.of_action(issued, 2)
    assert kept.late
    action = actions.get(issued, 2)
    assert action.late_request
    assert status.timing(action, yard()).code == "ok"
    total = counts.read(issued, TODAY).total
    assert (total.late_requests, total.extended) == (1, 1)


def test_asked_for_on_the_due_day_it_is_not_late(issued):
    ask(issued, 2, applied_on="2020-06-10")
    assert [one.late for one in extensions.pending(issued)] == [False]


def test_bringing_a_date_forward_is_an_extension_too(issued):
    extensions.grant(issued, 1, **ASK | {"new_due": "6月20日"}, approver="王县长", decided_on=TODAY)
    assert actions.get(issued, 1).due_on == "2020-06-20"
    assert check.findings(issued, TODAY) == []


def test_a_date_may_come_back_to_what_it_once_was(issued):
    extensions.grant(issued, 1, **ASK, approver="王县长", decided_on=TODAY)
    extensions.grant(issued, 1, **ASK | {"new_due": "6月底前"}, approver="王县长", decided_on=TODAY)
    action = actions.get(issued, 1)
    assert (action.due_on, action.original_due_on, action.extensions) == ("2020-06-30", "2020-06-30", 2)
    assert check.findings(issued, TODAY) == []


def test_the_rule_for_days_off_holds_for_the_new_date_too(checklist):
    one = add(checklist, "甲", lead="县人社局", due="6月底前")
    due_dates.set_rule(checklist, one, "next")
    issuing.issue(checklist, ISSUED, today=TODAY, only=[5])
    extensions.grant(checklist, one, **ASK | {"new_due": "10月1日"}, approver="王县长", decided_on=TODAY)
    action = actions.get(checklist, one)
    assert (action.due_on, action.due_stated, action.due_words) == ("2020-10-09", "2020-10-01", "10月1日")


def test_days_counted_in_words_run_from_the_day_of_application(issued):
    one = ask(issued, new_due="10天内", applied_on="2020-06-15")
    assert extensions.pending(issued)[0].new_due_on == "2020-06-25"
    say(issued, one)
    assert actions.get(issued, 1).due_stated == "2020-06-25"


def test_what_was_asked_for_is_what_is_granted_whatever_the_plan_year_is_by_then(issued):
    one = ask(issued)
    kept = settings.read(issued)
    settings.change(issued, settings.checked(kept.county, kept.lead_unit, 2021))
    say(issued, one)
    action = actions.get(issued, 1)
    assert (action.due_on, action.due_stated) == ("2020-09-30", "2020-09-30")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"new_due": "6月17日"}, ("new_due_past", "new_due")),
        ({"new_due": "6月30日"}, ("new_due_same", "new_due")),
        ({"new_due": "长期坚持"}, ("new_due_no_day", "new_due")),
        ({"new_due": " "}, ("new_due_empty", "new_due")),
        ({"new_due": "改天"}, ("due_unreadable", "new_due")),
        ({"new_due": "2月30日"}, ("due_day", "new_due")),
        ({"reason": " "}, ("reason_missing", "reason")),
        ({"reason": "长" * 501}, ("reason_long", "reason")),
        ({"applicant": ""}, ("applicant_empty", "applicant")),
        ({"applicant": "长" * 61}, ("name_long", "applicant")),
        ({"applied_on": "2020-06-19"}, ("applied_after_today", "applied_on")),
        ({"applied_on": "2020-05-31"}, ("applied_before_issue", "applied_on")),
        ({"applied_on": "昨天"}, ("date_invalid", "applied_on")),
    ],
)
def test_a_bad_application_is_told_at_its_field(issued, more, told):
    assert refused(extensions.apply, issued, 1, **ASK | more) == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"approver": " "}, ("approver_empty", "approver")),
        ({"decided_on": "2020-06-19"}, ("decided_after_today", "decided_on")),
        ({"decided_on": "2020-06-14"}, ("decided_before_applied", "decided_on")),
        ({"decided_on": "6月"}, ("date_invalid", "decided_on")),
    ],
)
def test_a_bad_decision_is_told_at_its_field(issued, more, told):
    one = ask(issued, applied_on="2020-06-15")
    assert refused(say, issued, one, **more) == told
    assert refused(say, issued, one, approved=False, **more) == told
    extensions.withdraw(issued, one)
    asked = ASK | {"applied_on": "2020-06-15"}
    assert refused(extensions.grant, issued, 1, **asked | SAY | more) == told


def test_a_decision_later_than_the_date_asked_for_can_only_refuse(issued):
    one = ask(issued, new_due="6月20日")
    later = {"decided_on": "2020-06-21", "today": "2020-06-21"}
    assert refused(say, issued, one, **later) == ("decided_after_new_due", "decided_on")
    say(issued, one, approved=False, **later)


def test_a_second_application_waits_for_the_first(issued):
    ask(issued)
    assert refused(extensions.apply, issued, 1, **ASK) == ("extension_pending", None)
    assert refused(extensions.grant, issued, 1, **ASK, approver="王", decided_on=TODAY) == ("extension_pending", None)
    ask(issued, 2)  # another action is free
    assert len(extensions.pending(issued)) == 2


def test_only_what_is_open_and_went_out_with_a_date_is_extended(issued):
    assert refused(extensions.apply, issued, 3, **ASK) == ("extension_no_due", None)
    fresh = add(issued, "丁", due="6月底前")
    assert refused(extensions.apply, issued, fresh, **ASK) == ("extension_not_issued", None)
    lifecycle.tick(issued, [1], today=TODAY)
    assert refused(extensions.apply, issued, 1, **ASK) == ("extension_finished", None)
    lifecycle.stop(issued, [2], "cancelled", reason="并入", confirmer="王芳", today=TODAY)
    assert refused(extensions.apply, issued, 2, **ASK) == ("stopped_first_resume", None)
    tasks.mark_not_applicable(issued, 5, "与本县无关", "王芳")
    assert refused(extensions.apply, issued, 1, **ASK) == ("frozen", None)
    assert refused(extensions.apply, issued, 99, **ASK) == ("action_unknown", None)


def test_what_has_been_done_meanwhile_can_only_be_refused(issued):
    one = ask(issued)
    lifecycle.tick(issued, [1], today=TODAY)
    assert refused(say, issued, one) == ("extension_finished", None)
    say(issued, one, approved=False)
    assert actions.get(issued, 1).due_on == "2020-06-30"


def test_a_new_date_is_not_before_the_beginning(issued):
    due_dates.set_start(issued, 1, "6月25日", today=TODAY)
    told = refused(extensions.apply, issued, 1, **ASK | {"new_due": "6月22日"})
    assert told == ("new_due_before_start", "new_due")


def test_what_is_gone_is_said(issued):
    one = ask(issued)
    extensions.withdraw(issued, one)
    assert refused(extensions.withdraw, issued, one) == ("extension_unknown", None)
    assert refused(say, issued, one) == ("extension_unknown", None)


def test_a_parent_with_a_date_of_its_own_is_extended_like_any_other(checklist):
    parent = add(checklist, "甲", due="6月底前")
    add(checklist, "乙", parent=parent, lead="县人社局", due="6月20日")
    issuing.issue(checklist, ISSUED, today=TODAY, only=[5])
    extensions.grant(checklist, parent, **ASK, approver="王县长", decided_on=TODAY)
    assert actions.get(checklist, parent).due_on == "2020-09-30"
    assert check.findings(checklist, TODAY) == []
