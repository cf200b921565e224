"""The history of one action: every value before and after, and nothing of any other."""

import json

from db import action_edits, action_history, due_dates, lifecycle, steps
from db.action_history import Fact
from tests.builders import TODAY, add


def facts(checklist, action, **more):
    return [(moment.kind, moment.facts) for moment in action_history.of_action(checklist, action, **more)]


def test_every_value_is_told_before_and_after(checklist):
    one = add(checklist, "摸底", lead="县人社局")
    action_edits.rename(checklist, one, "摸清底数")
    lifecycle.set_percent(checklist, one, 30)
    due_dates.set_due(checklist, one, "6月底前", today=TODAY)
    assert facts(checklist, one) == [
        ("edit", (Fact("due_on", None, "2020-06-30"), Fact("due_words", None, "6月底前"))),
        ("edit", (Fact("status", "not_started", "in_progress"), Fact("percent", "0", "30"))),
        ("edit", (Fact("title", "摸底", "摸清底数"),)),
        ("edit", (Fact("lead", None, "县人社局"),)),
    ]


def test_names_come_and_go(checklist):
    one = add(checklist, lead="县人社局")
    action_edits.set_names(checklist, one, "lead", ["县教育局"])
    action_edits.set_names(checklist, one, "supporting", ["县财政局", "县教育局"][:1])
    action_edits.set_names(checklist, one, "supporting", [])
    assert [made for _, made in facts(checklist, one)] == [
        (Fact("supporting", "县财政局", None),),
        (Fact("supporting", None, "县财政局"),),
        (Fact("lead", "县人社局", "县教育局"),),
        (Fact("lead", None, "县人社局"),),
    ]


def test_undo_is_told_as_what_it_did(checklist):
    one = add(checklist)
    lifecycle.set_percent(checklist, one, 30)
    steps.undo(checklist)
    steps.redo(checklist)
    assert [(kind, made[-1]) for kind, made in facts(checklist, one)[:3]] == [
        ("redo", Fact("percent", "0", "30")),
        ("undo", Fact("percent", "30", "0")),
        ("edit", Fact("percent", "0", "30")),
    ]


def test_others_are_left_out_however_alike(checklist):
    ids = [add(checklist, f'事"action":{n},"table":"action","id":{n},') for n in range(1, 13)]
    for one in ids:
        lifecycle.set_percent(checklist, one, 10)
    for one in ids:
        assert len(facts(checklist, one)) == 2, one


def test_only_the_newest_are_told(checklist):
    one = add(checklist)
    for percent in range(1, 8):
        lifecycle.set_percent(checklist, one, percent)
    told = facts(checklist, one, limit=3)
    assert [made[-1].new for _, made in told] == ["7", "6", "5"]


def test_all_that_the_sample_did_is_told(county):
    wanted = {}
    for (text,) in county.db.conn.execute(
        "SELECT changes FROM history JOIN step ON step.id = step WHERE kind = 'edit'"
    ):
        for action in {row["id"] for row in json.loads(text) if row["table"] == "action"}:
            wanted[action] = wanted.get(action, 0) + 1
    for action in list(wanted)[::17]:
        assert len(action_history.of_action(county, action, limit=1000)) >= wanted[action]
