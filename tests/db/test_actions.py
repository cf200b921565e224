"""The verbs of an action: what they do, what they refuse, and that a refusal leaves no trace."""

import pytest

from db import action_edits, actions, counts, due_dates, lifecycle, moves, names, tasks
from db.errors import RuleBroken
from tests.builders import TODAY, add, refused


def shown(checklist, task=5):
    return [(a.code, a.depth, a.title) for a in actions.of_task(checklist, task)]


def test_an_action_with_all_it_can_have(checklist):
    added = add(checklist, lead="县人社局", owner="李明", due="6月底前", supporting=["县教育局", ""])
    action = actions.get(checklist, added)
    assert (action.code, action.lead, action.owner) == ("532-05-01", "县人社局", "李明")
    assert action.supporting == ("县教育局",)
    assert (action.due_on, action.due_words, action.status, action.percent) == (
        "2020-06-30", "6月底前", "not_started", 0,
    )  # fmt: skip
    assert names.units(checklist) == ["县人社局", "县发改局", "县教育局"]


def test_codes_are_never_given_out_again(checklist):
    first = add(checklist)
    action_edits.delete(checklist, [first])
    second = add(checklist)
    child = add(checklist, parent=second)
    action_edits.delete(checklist, [child])
    assert actions.get(checklist, add(checklist, parent=second)).code == "532-05-02.2"


def test_an_action_is_found_by_its_code(checklist):
    added = add(checklist)
    for code in ("532-05-01", " ５３２－０５－０１ "):
        assert actions.coded(checklist, code).id == added
    assert refused(checklist, "code_unknown", actions.coded, "532-05-02").field == "code"


def test_a_sub_action_takes_over_the_lead(checklist):
    parent = add(checklist, lead="县人社局")
    assert actions.get(checklist, add(checklist, parent=parent)).lead == "县人社局"


def test_three_levels_and_no_more(checklist):
    one = add(checklist)
    two = add(checklist, parent=one)
    three = add(checklist, parent=two)
    assert [code for code, *_ in shown(checklist)] == ["532-05-01", "532-05-01.1", "532-05-01.1.1"]
    refused(checklist, "too_deep", action_edits.add, 5, "x", today=TODAY, parent=three)


def test_an_action_goes_behind_its_sibling(checklist):
    first, _last = add(checklist, "甲"), add(checklist, "丙")
    add(checklist, "乙", after=first)
    assert [title for *_, title in shown(checklist)] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("title", ["", "  \n ", "\x00\x07"])
def test_an_empty_title_is_refused(checklist, title):
    assert refused(checklist, "title_empty", action_edits.add, 5, title, today=TODAY).field == "title"


def test_ten_thousand_characters_are_refused_and_counted(checklist):
    assert "10000个字" in str(refused(checklist, "title_long", action_edits.add, 5, "长" * 10_000, today=TODAY))


@pytest.mark.parametrize("value", [300, "-1", "abc", "", "1.5", "101", "９９９"])
def test_a_percent_that_is_none(checklist, value):
    action = add(checklist)
    assert refused(checklist, "percent_range", lifecycle.set_percent, action, value).field == "percent"


def test_typing_a_percent_starts_the_action(checklist):
    action = add(checklist)
    lifecycle.set_percent(checklist, action, "４０％")
    assert (actions.get(checklist, action).status, actions.get(checklist, action).percent) == ("in_progress", 40)
    lifecycle.set_percent(checklist, action, 100)
    assert actions.get(checklist, action).status == "in_progress"


def test_space_ticks_and_gives_back_the_former_state(checklist):
    action = add(checklist)
    lifecycle.set_percent(checklist, action, 40)
    lifecycle.tick(checklist, [action], today=TODAY)
    done = actions.get(checklist, action)
    assert (done.status, done.percent, done.done_on) == ("done", 100, TODAY)
    lifecycle.tick(checklist, [action], today=TODAY)
    back = actions.get(checklist, action)
    assert (back.status, back.percent, back.done_on) == ("in_progress", 40, None)


def test_ticking_several_finishes_those_that_are_open(checklist):
    chosen = [add(checklist), add(checklist)]
    lifecycle.tick(checklist, chosen[:1], today=TODAY)
    lifecycle.tick(checklist, chosen, today=TODAY)
    assert {actions.get(checklist, a).status for a in chosen} == {"done"}


def test_a_parents_state_is_derived(checklist):
    parent = add(checklist)
    one, two = add(checklist, parent=parent), add(checklist, parent=parent)
    lifecycle.tick(checklist, [one], today=TODAY)
    assert (actions.get(checklist, parent).status, actions.get(checklist, parent).percent) == ("in_progress", 50)
    refused(checklist, "status_derived", lifecycle.tick, [parent], today=TODAY)
    refused(checklist, "status_derived", lifecycle.set_percent, parent, 10)
    lifecycle.tick(checklist, [two], today=TODAY)
    assert actions.get(checklist, parent).done_on == TODAY


def test_statuses_people_may_set(checklist):
    action = add(checklist)
    lifecycle.set_status(checklist, [action], "in_progress", today=TODAY)
    lifecycle.set_status(checklist, [action], "done", today=TODAY)
    lifecycle.set_status(checklist, [action], "not_started", today=TODAY)
    assert (actions.get(checklist, action).status, actions.get(checklist, action).percent) == ("not_started", 0)
    refused(checklist, "status_unsettable", lifecycle.set_status, [action], "closed", today=TODAY)


def test_the_done_date_is_editable_but_not_after_today(checklist):
    action = add(checklist)
    lifecycle.tick(checklist, [action], today=TODAY)
    lifecycle.set_done_on(checklist, action, "2020-06-01", today=TODAY)
    assert actions.get(checklist, action).done_on == "2020-06-01"
    refused(checklist, "done_after_today", lifecycle.set_done_on, action, "2020-06-19", today=TODAY)
    refused(checklist, "date_invalid", lifecycle.set_done_on, action, "六月", today=TODAY)


def test_a_due_date_can_be_cleared_and_a_wrong_one_changes_nothing(checklist):
    action = add(checklist, due="6月底前")
    assert refused(checklist, "due_month", due_dates.set_due, action, "13月", today=TODAY).field == "due"
    due_dates.set_due(checklist, action, " ", today=TODAY)
    assert (actions.get(checklist, action).due_on, actions.get(checklist, action).due_words) == (None, "")


def test_the_same_value_again_is_no_step(checklist):
    action = add(checklist, lead="县人社局")
    assert not action_edits.set_names(checklist, action, "lead", ["县人社局"])
    assert not action_edits.rename(checklist, action, "制定年度计划")


def test_moving(checklist):
    a, b, c = (add(checklist, title) for title in "甲乙丙")
    moves.up(checklist, [c])
    moves.indent(checklist, [c])
    assert [(depth, title) for _, depth, title in shown(checklist)] == [(1, "甲"), (2, "丙"), (1, "乙")]
    moves.outdent(checklist, [c])
    moves.down(checklist, [a])
    assert [title for *_, title in shown(checklist)] == ["丙", "甲", "乙"]
    assert not moves.up(checklist, [c])
    assert not moves.down(checklist, [b])
    assert actions.get(checklist, c).code == "532-05-03"


def test_moving_into_itself_or_too_deep_is_refused(checklist):
    one = add(checklist)
    two = add(checklist, parent=one)
    three = add(checklist, parent=two)
    refused(checklist, "move_circular", moves.move, [one], task=5, parent=three)
    other = add(checklist)
    refused(checklist, "too_deep", moves.move, [one], task=5, parent=other)


def test_moving_to_another_task_takes_everything_along(checklist):
    one = add(checklist)
    add(checklist, parent=one)
    moves.move(checklist, [one], task=6, parent=None)
    assert shown(checklist) == []
    assert [code for code, *_ in shown(checklist, 6)] == ["532-05-01", "532-05-01.1"]


def test_deleting_takes_what_is_below(checklist):
    one = add(checklist)
    child = add(checklist, parent=one)
    action_edits.delete(checklist, [one, child])
    assert actions.all(checklist) == []
    with pytest.raises(RuleBroken):
        actions.get(checklist, one)


def test_a_task_that_is_not_applicable_is_frozen_and_not_counted(checklist):
    action = add(checklist, task=13)
    task = tasks.numbered(checklist, 13).id
    refused(checklist, "reason_empty", tasks.mark_not_applicable, task, " ", "王芳")
    refused(checklist, "confirmer_empty", tasks.mark_not_applicable, task, "不在边境", "")
    tasks.mark_not_applicable(checklist, task, "不在边境", "王芳")
    refused(checklist, "frozen", lifecycle.tick, [action], today=TODAY)
    refused(checklist, "frozen", action_edits.add, task, "x", today=TODAY)
    figures = counts.read(checklist, TODAY)
    assert (figures.total.applicable, figures.total.actions, figures.tasks[task].state) == (27, 0, "not_applicable")
    tasks.restore_applicable(checklist, task)
    assert counts.read(checklist, TODAY).total.actions == 1


def test_counts_of_the_sample_county(county):
    figures = counts.read(county, TODAY)
    total = figures.total
    assert (total.tasks, total.applicable, total.not_applicable, total.undivided) == (28, 20, 8, 3)
    assert total.not_started + total.in_progress + total.done + total.closed == total.actions
    assert sum(tally.actions for tally in figures.parts.values()) == total.actions
    assert sum(tally.tasks for tally in figures.parts.values()) == 28
    assert figures.tasks[5].actions == 5
    assert (figures.tasks[5].overdue, figures.tasks[5].soon) == (1, 1)
    assert figures.tasks[5].lamp == "over"
    assert total.without_lead == 1
