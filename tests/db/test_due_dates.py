"""When an action is due: the words, the day they mean, the rule for days off, and the day it begins."""

import pytest

from db import actions, due_dates
from tests.builders import TODAY, add, refused


def due(checklist, action):
    now = actions.get(checklist, action)
    return now.due_words, now.due_stated, now.due_on, now.due_rule


@pytest.mark.parametrize(
    ("rule", "on"), [("none", "2020-06-27"), ("next", "2020-06-28"), ("previous", "2020-06-24")]
)  # 端午: Thursday 25 to Saturday 27 off, Sunday 28 worked
def test_a_date_on_a_day_off_goes_where_its_rule_says(checklist, rule, on):
    one = add(checklist, due="6月27日")
    due_dates.set_rule(checklist, one, rule)
    assert due(checklist, one) == ("6月27日", "2020-06-27", on, rule)
    due_dates.set_due(checklist, one, "2020.6.26", today=TODAY)
    assert due(checklist, one)[1:] == ("2020-06-26", {"none": "2020-06-26"}.get(rule, on), rule)
    due_dates.set_rule(checklist, one, "none")
    assert due(checklist, one)[2] == "2020-06-26"


def test_working_days_are_counted_from_today(checklist):
    one = add(checklist)
    due_dates.set_due(checklist, one, "交办之日起7个工作日", today=TODAY)
    assert due(checklist, one)[:3] == ("交办之日起7个工作日", "2020-06-30", "2020-06-30")


def test_what_goes_on_for_ever_has_no_date_whatever_the_rule(checklist):
    one = add(checklist, due="长期坚持")
    due_dates.set_rule(checklist, one, "next")
    assert due(checklist, one) == ("长期坚持", None, None, "next")


def test_a_rule_nobody_knows(checklist):
    assert refused(checklist, "choice_unknown", due_dates.set_rule, add(checklist), "later").field == "due_rule"


def test_an_action_begins_before_it_is_due(checklist):
    one = add(checklist, due="6月底前")
    due_dates.set_start(checklist, one, "4月15日", today=TODAY)
    assert actions.get(checklist, one).start_on == "2020-04-15"
    wrong = refused(checklist, "start_after_due", due_dates.set_start, one, "7月1日", today=TODAY)
    assert wrong.field == "start_on"
    assert refused(checklist, "start_after_due", due_dates.set_due, one, "3月底前", today=TODAY).field == "due"
    assert refused(checklist, "start_no_day", due_dates.set_start, one, "长期", today=TODAY).field == "start_on"
    due_dates.set_start(checklist, one, "", today=TODAY)
    assert actions.get(checklist, one).start_on is None


def test_the_29th_of_february(checklist):
    assert due(checklist, add(checklist, due="2月29日"))[2] == "2020-02-29"
    assert refused(checklist, "due_day", due_dates.set_due, add(checklist), "2021年2月29日", today=TODAY).field == "due"
