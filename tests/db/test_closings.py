"""销号, 退回 and 重开: who may confirm, what becomes of the action, and that undo stops there."""

import pytest

from db import action_edits, actions, check, closings, counts, lifecycle, status, steps, tasks
from db.errors import RuleBroken
from tests.builders import TODAY, add, rows, yard
from tests.db.test_actions import refused

DECIDED = {"confirmer": "王芳", "decided_on": TODAY, "today": TODAY}
CLOSING = {"method": "site", "verifier": "赵强", **DECIDED}
BACK = {"reason": "验收材料不齐", **DECIDED}


@pytest.fixture
def done(checklist):
    """An action at 40 % that is done, said by 李明."""
    action = add(checklist, "修路", lead="县交通局", due="6月底前")
    lifecycle.set_percent(checklist, action, 40)
    lifecycle.tick(checklist, [action], today=TODAY)
    return action


def stands(checklist, action_id):
    action = actions.get(checklist, action_id)
    return action.status, action.percent, action.done_on, action.claimed_by


def test_a_done_action_is_closed_and_the_decision_kept(checklist, done):
    assert [action.id for action in closings.waiting(checklist)] == [done]
    closings.close(checklist, [done], **CLOSING)
    assert stands(checklist, done) == ("closed", 100, TODAY, "李明")
    assert actions.get(checklist, done).closed_on == TODAY
    (record,) = closings.of_action(checklist, done)
    assert (record.result, record.claimed_by, record.done_on) == ("approved", "李明", TODAY)
    assert (record.method, record.verifier, record.confirmer) == ("site", "赵强", "王芳")
    assert closings.waiting(checklist) == []
    assert check.findings(checklist, TODAY) == []


def test_several_are_closed_as_one_step(checklist, done):
    other = add(checklist, "修桥")
    lifecycle.tick(checklist, [other], today=TODAY)
    changes = closings.close(checklist, [done, other, done], **CLOSING)
    assert changes.label == "销号“修路”等2项"
    assert {stands(checklist, action)[0] for action in (done, other)} == {"closed"}


def test_one_that_cannot_be_closed_keeps_all_of_them_open(checklist, done):
    other = add(checklist, "修桥")
    refused(checklist, "close_not_done", closings.close, [done, other], **CLOSING)


def test_a_returned_action_goes_on_where_it_was(checklist, done):
    closings.send_back(checklist, [done], **BACK)
    assert stands(checklist, done) == ("in_progress", 40, None, "")
    (record,) = closings.of_action(checklist, done)
    assert (record.result, record.reason, record.claimed_by) == ("returned", "验收材料不齐", "李明")
    assert (record.method, record.verifier) == (None, "")
    assert actions.get(checklist, done).returned == 1


def test_what_is_returned_has_never_a_hundred_percent(checklist):
    action = add(checklist)
    lifecycle.set_percent(checklist, action, 100)
    lifecycle.tick(checklist, [action], today=TODAY)
    closings.send_back(checklist, [action], **BACK)
    assert stands(checklist, action) == ("in_progress", 99, None, "")


def test_what_was_done_at_once_goes_on_from_nothing(checklist):
    action = add(checklist)
    lifecycle.tick(checklist, [action], today=TODAY)
    closings.send_back(checklist, [action], **BACK)
    assert stands(checklist, action) == ("in_progress", 0, None, "")


def test_a_reopened_action_goes_on_where_it_was_and_can_be_closed_again(checklist, done):
    closings.close(checklist, [done], **CLOSING)
    closings.reopen(checklist, [done], **BACK)
    assert stands(checklist, done) == ("in_progress", 40, None, "")
    assert actions.get(checklist, done).closed_on is None
    lifecycle.tick(checklist, [done], today=TODAY)
    closings.close(checklist, [done], **CLOSING)
    assert [record.result for record in closings.of_action(checklist, done)] == ["approved", "reopened", "approved"]
    assert stands(checklist, done)[0] == "closed"
    assert check.findings(checklist, TODAY) == []


def test_done_late_stays_late_when_it_is_closed(checklist):
    action = add(checklist, due="6月10日")
    lifecycle.tick(checklist, [action], today="2020-06-12")
    closings.close(checklist, [action], **CLOSING)
    timing = status.timing(actions.get(checklist, action), yard())
    assert (timing.code, timing.days) == ("late", 2)
    assert counts.read(checklist, TODAY).total.finished_late == 1


def test_the_clock_never_stopped_for_what_is_returned(checklist):
    action = add(checklist, due="6月10日")
    lifecycle.tick(checklist, [action], today="2020-06-09")
    assert status.timing(actions.get(checklist, action), yard()).code == "on_time"
    closings.send_back(checklist, [action], **BACK)
    timing = status.timing(actions.get(checklist, action), yard())
    assert (timing.code, timing.days) == ("overdue", 8)
    refused(checklist, "not_done", lifecycle.set_done_on, action, "2020-06-09", today=TODAY)
    lifecycle.tick(checklist, [action], today=TODAY)
    refused(checklist, "done_before_return", lifecycle.set_done_on, action, "2020-06-09", today=TODAY)
    assert status.timing(actions.get(checklist, action), yard()).code == "late"


# --- who may confirm --------------------------------------------------------------------------------------


@pytest.mark.parametrize("confirmer", ["李明", " 李明 ", "李 明", "李　明", "李明（县教育局）", "李明(县教育局)"])
def test_nobody_confirms_his_own_claim(checklist, done, confirmer):
    facts = CLOSING | {"confirmer": confirmer}
    assert refused(checklist, "confirmer_claims", closings.close, [done], **facts).field == "confirmer"


def test_names_alike_are_two_people_where_their_units_tell_them_apart(checklist, done):
    for unit in ("县教育局", "县交通局"):
        add(checklist, lead=unit)
    run = checklist.db.conn.execute
    units = dict(run("SELECT short, id FROM unit").fetchall())
    run("INSERT INTO person (name, unit) VALUES ('李明', ?)", (units["县教育局"],))
    refused(checklist, "confirmer_claims", closings.close, [done], **CLOSING | {"confirmer": "李明（县教育局）"})
    refused(checklist, "confirmer_claims", closings.close, [done], **CLOSING | {"confirmer": "李明"})
    run("INSERT INTO person (name, unit) VALUES ('李明', ?)", (units["县交通局"],))
    refused(checklist, "confirmer_claims", closings.close, [done], **CLOSING | {"confirmer": "李明（县交通局）"})
    lifecycle.set_claimant(checklist, [done], "李明（县教育局）")
    closings.close(checklist, [done], **CLOSING | {"confirmer": "李明（县交通局）"})
    assert stands(checklist, done)[0] == "closed"


def test_a_unit_known_by_another_name_is_the_same_unit(checklist, done):
    add(checklist, lead="县教育局")
    unit = checklist.db.conn.execute("SELECT id FROM unit WHERE short = '县教育局'").fetchone()[0]
    checklist.db.conn.execute("INSERT INTO unit_alias (unit, name) VALUES (?, '教育局')", (unit,))
    lifecycle.set_claimant(checklist, [done], "李明（县教育局）")
    refused(checklist, "confirmer_claims", closings.close, [done], **CLOSING | {"confirmer": "李明（教育局）"})


def test_an_old_file_knows_no_claimant_and_is_closed_all_the_same(checklist, done):
    checklist.db.conn.execute("UPDATE action SET claimed_by = ''")
    assert check.findings(checklist, TODAY) == []
    closings.close(checklist, [done], **CLOSING)
    assert stands(checklist, done) == ("closed", 100, TODAY, "")


def test_a_claimant_can_be_corrected_until_it_is_closed(checklist, done):
    refused(checklist, "claimed_by_empty", lifecycle.set_claimant, [done], " ")
    lifecycle.set_claimant(checklist, [done], "周涛")
    assert stands(checklist, done)[3] == "周涛"
    lifecycle.set_done_on(checklist, done, "2020-06-15", today=TODAY, claimed_by="李明")
    assert stands(checklist, done)[2:] == ("2020-06-15", "李明")
    refused(checklist, "claimed_by_empty", lifecycle.set_done_on, done, TODAY, today=TODAY, claimed_by="")
    open_one = add(checklist)
    refused(checklist, "not_done_claimant", lifecycle.set_claimant, [open_one], "周涛")
    closings.close(checklist, [done], **CLOSING)
    refused(checklist, "closed_first_reopen", lifecycle.set_claimant, [done], "周涛")


# --- what is refused, and at which field --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"method": ""}, "method_missing", "method"),
        ({"method": "hearsay"}, "method_missing", "method"),
        ({"verifier": " "}, "verifier_empty", "verifier"),
        ({"confirmer": ""}, "confirmer_empty", "confirmer"),
        ({"confirmer": "芳" * 61}, "name_long", "confirmer"),
        ({"decided_on": ""}, "closing_day_empty", "decided_on"),
        ({"decided_on": "六月"}, "date_invalid", "decided_on"),
        ({"decided_on": "2020-06-19"}, "closing_after_today", "decided_on"),
        ({"decided_on": "2020-06-17"}, "closing_before_done", "decided_on"),
    ],
)
def test_a_closing_that_lacks_something_is_refused_at_its_field(checklist, done, facts, code, field):
    assert refused(checklist, code, closings.close, [done], **CLOSING | facts).field == field


@pytest.mark.parametrize("verb", [closings.send_back, closings.reopen])
@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"reason": " "}, "reason_missing", "reason"),
        ({"reason": "长" * 501}, "reason_long", "reason"),
        ({"confirmer": ""}, "confirmer_empty", "confirmer"),
        ({"decided_on": "2020-06-19"}, "closing_after_today", "decided_on"),
        ({"decided_on": "2020-06-17"}, "closing_before_done", "decided_on"),
    ],
)
def test_what_takes_a_claim_back_says_why_by_whom_and_when(checklist, done, verb, facts, code, field):
    if verb is closings.reopen:
        closings.close(checklist, [done], **CLOSING)
    assert refused(checklist, code, verb, [done], **BACK | facts).field == field


def test_a_decision_does_not_come_before_the_one_before_it(checklist, done):
    lifecycle.set_done_on(checklist, done, "2020-06-01", today=TODAY)
    closings.close(checklist, [done], **CLOSING)
    refused(checklist, "closing_before_last", closings.reopen, [done], **BACK | {"decided_on": "2020-06-10"})


def test_only_what_is_done_is_closed_or_returned_and_only_what_is_closed_reopened(checklist, done):
    refused(checklist, "not_closed", closings.reopen, [done], **BACK)
    closings.close(checklist, [done], **CLOSING)
    refused(checklist, "closed_first_reopen", closings.close, [done], **CLOSING)
    refused(checklist, "closed_first_reopen", closings.send_back, [done], **BACK)
    closings.reopen(checklist, [done], **BACK)
    refused(checklist, "close_not_done", closings.close, [done], **CLOSING)
    refused(checklist, "return_not_done", closings.send_back, [done], **BACK)


def test_a_parent_a_frozen_and_a_stopped_action_are_not_closed(checklist, done):
    parent = add(checklist, "修一条路")
    add(checklist, "修一段路", parent=parent)
    refused(checklist, "status_derived", closings.close, [parent], **CLOSING)
    stopped = add(checklist, "修一座桥")
    lifecycle.stop(checklist, [stopped], "cancelled", reason="停建", confirmer="王芳", today=TODAY)
    refused(checklist, "stopped_first_resume", closings.close, [stopped], **CLOSING)
    tasks.mark_not_applicable(checklist, 5, "无此项任务", "王芳")
    refused(checklist, "frozen", closings.close, [done], **CLOSING)
    assert closings.waiting(checklist) == []


# --- undo ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("verb", "named"), [("close", "重开"), ("send_back", "销号"), ("reopen", "销号")])
def test_undo_stops_and_names_what_to_do_instead(checklist, done, verb, named):
    if verb == "reopen":
        closings.close(checklist, [done], **CLOSING)
    getattr(closings, verb)(checklist, [done], **(CLOSING if verb == "close" else BACK))
    after = rows(checklist)
    assert steps.undoable(checklist) is None
    with pytest.raises(RuleBroken, match=named) as barred:
        steps.undo(checklist)
    assert str(barred.value) == steps.barrier(checklist)
    assert rows(checklist) == after


def test_undo_goes_back_to_the_barrier_and_no_further(checklist, done):
    closings.close(checklist, [done], **CLOSING)
    moment = rows(checklist)
    add(checklist, "修桥")
    steps.undo(checklist)
    assert rows(checklist) == moment
    assert "重开" in steps.barrier(checklist)
    steps.redo(checklist)
    assert len(actions.of_task(checklist, 5)) == 2


def test_a_record_can_neither_be_deleted_nor_rewritten(checklist, done):
    closings.send_back(checklist, [done], **BACK)
    refused(checklist, "delete_decided", action_edits.delete, [done])
    for sql in ("DELETE FROM closing", "UPDATE closing SET reason = 'x'"):
        with pytest.raises(Exception, match=r"a closing (never changes|is never deleted)"):
            checklist.db.conn.execute(sql)


# --- what the task makes of it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "rolled_up"),
    [
        ("cc", "closed"), ("cd", "done"), ("dd", "done"), ("co", "in_progress"), ("do", "in_progress"),
        ("oo", "not_started"), ("cs", "closed"), ("ds", "done"), ("os", "not_started"), ("ss", "no_valid"),
        ("cr", "in_progress"), ("rr", "in_progress"),
    ],
)  # fmt: skip
def test_a_task_stands_as_its_counted_actions_do(checklist, states, rolled_up):
    parent = add(checklist, "修一条路")
    for letter in states:  # closed, done, open, stopped, returned
        child = add(checklist, f"修一段路{letter}", parent=parent)
        if letter in "cdr":
            lifecycle.tick(checklist, [child], today=TODAY)
        if letter == "c":
            closings.close(checklist, [child], **CLOSING)
        elif letter == "r":
            closings.send_back(checklist, [child], **BACK)
        elif letter == "s":
            lifecycle.stop(checklist, [child], "cancelled", reason="停建", confirmer="王芳", today=TODAY)
    tally = counts.read(checklist, TODAY).tasks[5]
    assert tally.state == rolled_up
    assert tally.finished == states.count("c") + states.count("d")
    assert tally.uncounted == states.count("s")
    derived = actions.get(checklist, parent).status
    assert derived == {"no_valid": "cancelled"}.get(rolled_up, rolled_up)


def test_whoever_had_a_part_is_known(checklist, done):
    add(checklist, owner="孙丽")
    closings.close(checklist, [done], **CLOSING)
    assert closings.people(checklist) == sorted(["李明", "王芳", "赵强", "孙丽"])
