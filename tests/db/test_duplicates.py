"""Copies of actions: the plan goes along, what has become of it does not."""

from db import actions, answers, check, due_dates, duplicates, issuing, lifecycle, people, steps, tasks, units
from db.action_edits import set_goal, set_names, set_weight
from tests.builders import TODAY, add, refused, rows
from tests.db.test_moves import titles


def copy(checklist, *ids):
    """Duplicate; the copies by their titles, newest row first given."""
    return duplicates.duplicate(checklist, ids, today=TODAY)


def test_a_copy_has_the_plan_and_none_of_the_state(checklist):
    one = add(checklist, "甲", lead="县人社局", supporting=["县财政局", "县教育局"], owner="李明", due="6月底前")
    add(checklist, "乙", lead="县教育局", due="三季度")
    for role, name in (("responsible", "县统计局"), ("leader", "王县长"), ("contact", "赵云")):
        set_names(checklist, one, role, [name])
    set_goal(checklist, one, "培训2000人次")
    set_weight(checklist, one, "3")
    due_dates.set_rule(checklist, one, "next")
    due_dates.set_start(checklist, one, "4月1日", today=TODAY)
    answers.link(checklist, [one], [1])
    lifecycle.tick(checklist, [one], today=TODAY)
    issuing.issue(checklist, TODAY, today=TODAY, only=[5])
    new = copy(checklist, one).inserted("action")
    was, now = actions.get(checklist, one), actions.get(checklist, new)
    for name in (
        "title", "lead", "responsible", "supporting", "leader", "owner", "contact", "goal", "weight", "answers",
        "due_on", "due_words", "due_stated", "due_rule", "start_on", "parent", "task",
    ):  # fmt: skip
        assert getattr(now, name) == getattr(was, name), name
    assert (now.status, now.percent, now.done_on, now.issued_on, now.code) == (
        "not_started", 0, None, None, "532-05-03",
    )  # fmt: skip
    assert titles(checklist) == "甲 甲 乙"
    assert check.findings(checklist, TODAY) == []


def test_what_is_below_comes_along_each_copy_behind_its_own(checklist):
    one, two = add(checklist, "甲"), add(checklist, "乙")
    child = add(checklist, "子", parent=one)
    add(checklist, "孙", parent=child)
    before = rows(checklist)
    changes = copy(checklist, two, child, one)
    assert titles(checklist) == "甲 ·子 ··孙 甲 ·子 ··孙 乙 乙"
    first = actions.get(checklist, changes.inserted("action"))
    assert (first.title, first.code) == ("甲", "532-05-03")
    steps.undo(checklist)
    assert rows(checklist) == before


def test_a_child_is_copied_beside_itself(checklist):
    one = add(checklist, "甲")
    child = add(checklist, "子", parent=one)
    add(checklist, "丑", parent=one)
    copy(checklist, child)
    assert titles(checklist) == "甲 ·子 ·子 ·丑"


def test_who_is_there_no_longer_gets_no_new_work(checklist):
    gone = units.add(checklist, "县旅游局").inserted("unit")
    old, new = (units.add(checklist, name).inserted("unit") for name in ("县文化局", "县文旅局"))
    left = people.add(checklist, "钱七").inserted("person")
    one = add(checklist, "甲", lead="县文旅局", supporting=["县旅游局", "县文化局", "县财政局"], owner="钱七")
    units.end(checklist, gone, "2020-05-31", None)
    units.end(checklist, old, "2020-05-31", new)
    people.end(checklist, left, "2020-05-31")
    made = actions.get(checklist, copy(checklist, one).inserted("action"))
    assert (made.lead, made.supporting, made.owner) == ("县文旅局", ("县财政局",), "")
    assert check.findings(checklist, TODAY) == []


def test_nothing_and_what_is_frozen_is_refused(checklist):
    one = add(checklist, "甲", task=13)
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 13).id, "理由", "王芳")
    refused(checklist, "frozen", copy, one)
    refused(checklist, "nothing_chosen", copy)
    refused(checklist, "action_unknown", copy, 999)


def test_a_whole_county_can_be_copied(county):
    every = [action for action in actions.all(county) if tasks.get(county, action.task).applicable]
    copy(county, *(action.id for action in every))
    assert check.findings(county, TODAY) == []
    assert len(actions.all(county)) == 2 * len(every) + sum(
        not tasks.get(county, action.task).applicable for action in actions.all(county)
    )
