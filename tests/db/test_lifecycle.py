"""终止, 不适用 and 恢复, and that what is closed or stopped takes no other state by hand."""

import pytest

from db import action_edits, actions, check, closings, counts, lifecycle, moves, steps, tasks
from tests.builders import TODAY, add, rows
from tests.db.test_actions import refused

STOP = {"reason": "上级取消了这项试点", "confirmer": "王芳", "today": TODAY}


def stands(checklist, action_id):
    action = actions.get(checklist, action_id)
    return action.status, action.percent, action.stop_reason, action.stop_confirmer, action.stopped_on


@pytest.fixture
def going(checklist):
    action = add(checklist, "修路", due="6月10日")
    lifecycle.set_percent(checklist, action, 40)
    return action


@pytest.mark.parametrize("kind", ["cancelled", "not_applicable"])
def test_a_stopped_action_is_not_counted_and_comes_back_as_it_was(checklist, going, kind):
    before = rows(checklist)
    lifecycle.stop(checklist, [going], kind, **STOP)
    assert stands(checklist, going) == (kind, 40, STOP["reason"], "王芳", TODAY)
    figures = counts.read(checklist, TODAY).tasks[5]
    assert (figures.actions, figures.overdue, figures.uncounted, figures.state) == (0, 0, 1, "no_valid")
    assert check.findings(checklist, TODAY) == []
    lifecycle.resume(checklist, [going])
    assert rows(checklist) == before
    assert counts.read(checklist, TODAY).tasks[5].overdue == 1


def test_one_not_started_is_not_started_again(checklist):
    action = add(checklist)
    lifecycle.stop(checklist, [action], "cancelled", **STOP)
    lifecycle.resume(checklist, [action])
    assert stands(checklist, action) == ("not_started", 0, "", "", None)


def test_stopping_can_be_undone(checklist, going):
    before = rows(checklist)
    lifecycle.stop(checklist, [going], "cancelled", **STOP)
    assert steps.undo(checklist).label == "终止“修路”"
    assert rows(checklist) == before
    steps.redo(checklist)
    assert stands(checklist, going)[0] == "cancelled"


def test_several_are_stopped_as_one_step(checklist, going):
    other = add(checklist, "修桥")
    changes = lifecycle.stop(checklist, [going, other], "not_applicable", **STOP)
    assert changes.label == "“修路”等2项标为不适用"
    lifecycle.resume(checklist, [going, other])
    assert [stands(checklist, action)[:2] for action in (going, other)] == [("in_progress", 40), ("not_started", 0)]


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"reason": " \n"}, "reason_missing", "reason"),
        ({"reason": "长" * 501}, "reason_long", "reason"),
        ({"confirmer": ""}, "confirmer_empty", "confirmer"),
        ({"confirmer": "芳" * 61}, "name_long", "confirmer"),
    ],
)
def test_stopping_takes_a_reason_and_a_confirmer(checklist, going, facts, code, field):
    assert refused(checklist, code, lifecycle.stop, [going], "cancelled", **STOP | facts).field == field


def test_what_is_done_closed_or_stopped_is_not_stopped(checklist, going):
    refused(checklist, "status_unknown", lifecycle.stop, [going], "closed", **STOP)
    lifecycle.tick(checklist, [going], today=TODAY)
    refused(checklist, "stop_done", lifecycle.stop, [going], "cancelled", **STOP)
    close(checklist, going)
    refused(checklist, "closed_first_reopen", lifecycle.stop, [going], "cancelled", **STOP)
    other = add(checklist)
    refused(checklist, "not_stopped", lifecycle.resume, [other])
    lifecycle.stop(checklist, [other], "cancelled", **STOP)
    refused(checklist, "stopped_first_resume", lifecycle.stop, [other], "not_applicable", **STOP)


def test_a_parent_and_a_frozen_action_are_not_stopped(checklist, going):
    parent = add(checklist)
    add(checklist, parent=parent)
    refused(checklist, "status_derived", lifecycle.stop, [parent], "cancelled", **STOP)
    refused(checklist, "status_derived", lifecycle.resume, [parent])
    lifecycle.stop(checklist, [going], "cancelled", **STOP)
    tasks.mark_not_applicable(checklist, 5, "无此项任务", "王芳")
    refused(checklist, "frozen", lifecycle.resume, [going])


def close(checklist, action):
    closings.close(
        checklist, [action], method="phone", verifier="赵强", confirmer="王芳", decided_on=TODAY, today=TODAY
    )


@pytest.mark.parametrize("kind", ["closed", "cancelled", "not_applicable"])
def test_what_is_closed_or_stopped_takes_no_other_state_by_hand(checklist, going, kind):
    if kind == "closed":
        lifecycle.tick(checklist, [going], today=TODAY)
        close(checklist, going)
    else:
        lifecycle.stop(checklist, [going], kind, **STOP)
    code = "closed_first_reopen" if kind == "closed" else "stopped_first_resume"
    refused(checklist, code, lifecycle.tick, [going], today=TODAY)
    refused(checklist, code, lifecycle.set_percent, going, 50)
    refused(checklist, code, lifecycle.set_done_on, going, TODAY, today=TODAY)
    for new in lifecycle.SETTABLE:
        refused(checklist, code, lifecycle.set_status, [going], new, today=TODAY)


@pytest.mark.parametrize("kind", ["closed", "cancelled"])
def test_nothing_is_hung_under_what_is_closed_or_stopped(checklist, going, kind):
    if kind == "closed":
        lifecycle.tick(checklist, [going], today=TODAY)
        close(checklist, going)
    else:
        lifecycle.stop(checklist, [going], kind, **STOP)
    refused(checklist, "no_child_here", action_edits.add, 5, "修一段路", today=TODAY, parent=going)
    other = add(checklist, "修桥")
    refused(checklist, "no_child_here", moves.indent, [other])


def test_a_percent_below_a_hundred_takes_a_claim_back(checklist, going):
    lifecycle.tick(checklist, [going], today=TODAY)
    lifecycle.set_percent(checklist, going, 70)
    action = actions.get(checklist, going)
    assert (action.status, action.percent, action.done_on, action.claimed_by) == ("in_progress", 70, None, "")
    refused(checklist, "return_not_done", closings.send_back, [going], reason="x", confirmer="王芳", decided_on=TODAY,
            today=TODAY)  # fmt: skip
