"""What presses on a day: as many as is counted, the week with the days off after it, periods that are owed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import counts, extensions, issuing, lifecycle, locking, periods, progress, reminders, tasks
from db.calendar import NATIONAL
from tests.builders import TODAY, action, add, yard
from tests.db.test_figures import counties

DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


@given(day=DAYS)
def test_the_week_ends_on_its_sunday_or_with_the_days_off_that_go_on_from_it(day):
    end = NATIONAL.week_end(day)
    sunday = day + timedelta(6 - day.weekday())
    assert end >= sunday
    assert end == sunday or not any(NATIONAL.is_workday(sunday + timedelta(n)) for n in range((end - sunday).days + 1))
    assert NATIONAL.is_workday(end) or NATIONAL.is_workday(end + timedelta(1))


@pytest.mark.parametrize(
    ("today", "end"),
    [("2020-06-18", "2020-06-21"), ("2020-06-21", "2020-06-21"), ("2020-09-30", "2020-10-08"),
     ("2020-06-28", "2020-06-28")],  # that Sunday is worked for 端午
)  # fmt: skip
def test_weeks_of_2020(today, end):
    assert NATIONAL.week_end(date.fromisoformat(today)).isoformat() == end


@pytest.mark.parametrize(
    ("due_on", "figures"),
    [
        ("2020-06-17", {"overdue"}), ("2020-06-18", {"due_today", "soon"}), ("2020-06-19", {"due_week", "soon"}),
        ("2020-06-20", {"due_week", "due_off", "soon"}), ("2020-06-21", {"due_week", "due_off", "soon"}),
        ("2020-06-22", {"soon"}), ("2020-09-30", set()), (None, {"without_due"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", ["in_progress", "done"])
def test_a_due_date_is_in_one_of_the_figures_as_long_as_it_is_not_done(due_on, figures, status):
    done_on = "2020-06-16" if status == "done" else None
    tally = counts.of_action(action(status, 50, due_on, done_on=done_on), yard())
    asked = ("overdue", "due_today", "due_week", "due_off", "soon", "without_due")
    wanted = figures if status == "in_progress" else figures & {"without_due"}
    assert {name for name in asked if getattr(tally, name)} == wanted


@given(county=counties())
def test_what_falls_due_is_counted_once(county):
    its_tasks, every, yardstick = county
    figures = counts.of(its_tasks, every, yardstick)
    behind = [set(figures.behind(name)) for name in ("overdue", "due_today", "due_week")]
    assert len(set.union(*behind)) == sum(map(len, behind))
    assert set(figures.behind("due_off")) <= behind[2]


def test_the_sample_county_is_told_what_presses(county):
    total, found = counts.read(county, TODAY).total, reminders.read(county, TODAY)
    assert list(found.numbers) == ["overdue", "due_today", "due_week", "pending", "done"]
    assert all(found.numbers[kind] == getattr(total, kind) for kind in ("overdue", "due_today", "due_week", "done"))
    assert found.numbers["pending"] == len(extensions.pending(county))
    week = total.due_week
    said = f"本周还有{week}项到期（至6月21日，其中{total.due_off}项在休息日）"
    assert found.told("due_week") == said
    assert found.told("due_week", short=True) == f"本周还有{week}项到期"
    assert str(found).startswith(f"逾期{total.overdue}项 · 今天到期{total.due_today}项 · {said} · 待批延期")


def test_nothing_presses_in_a_county_that_has_only_begun(checklist):
    assert not reminders.read(checklist, TODAY)
    add(checklist, due="9月底前", lead="县人社局")
    assert not reminders.read(checklist, TODAY)
    add(checklist, "马上到期的", due="6月19日", lead="县人社局")
    found = reminders.read(checklist, TODAY)
    assert str(found) == "本周还有1项到期（至6月21日）"


MAY, JUNE = periods.parse("2020-05"), periods.parse("2020-06")


@pytest.fixture
def issued(checklist):
    """One action that was issued in May; the notice is of April."""
    one = add(checklist, due="9月底前", lead="县人社局", owner="李明")
    issuing.issue(checklist, "2020-05-06", today=TODAY, only=[tasks.numbered(checklist, 5).id])
    return one


def test_the_period_that_ended_is_owed_until_it_is_reported_or_closed(checklist, issued):
    found = reminders.read(checklist, TODAY)
    assert (found.period, str(found)) == (MAY, "2020年5月还有1项未报")
    progress.report(checklist, issued, MAY, percent=20, done="已开班", today=TODAY)
    assert not reminders.read(checklist, TODAY)


def test_a_period_that_was_closed_is_owed_no_more(checklist, issued):
    locking.lock(checklist, MAY, today=TODAY)
    assert not reminders.read(checklist, TODAY)


def test_the_running_period_is_owed_in_its_last_working_days(checklist, issued):
    progress.report(checklist, issued, MAY, percent=20, done="已开班", today=TODAY)
    assert not reminders.read(checklist, "2020-06-21")  # 22, 23, 24, 28, 29, 30 June are worked
    assert reminders.read(checklist, "2020-06-22").period == JUNE
    progress.report(checklist, issued, JUNE, percent=30, done="又开一班", today="2020-06-22")
    assert not reminders.read(checklist, "2020-06-22")


def test_what_is_finished_owes_no_report(checklist, issued):
    lifecycle.tick(checklist, [issued], today=TODAY)
    assert list(reminders.read(checklist, TODAY).numbers) == ["done"]
