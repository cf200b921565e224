"""Progress by period: what an entry does to its action, and everything it is refused for."""

from datetime import datetime

import pytest

from db import action_edits, actions, check, closings, lifecycle, locking, periods, progress, settings, steps, tasks
from db.errors import RuleBroken
from db.progress import Report
from tests.builders import TODAY, add, rows

MAY, JUNE = periods.parse("2020-05"), periods.parse("2020-06")
HALF, QUARTER = periods.parse("2020-H1"), periods.parse("2020-Q2")


@pytest.fixture
def one(checklist):
    return add(checklist, "摸底培训需求", lead="县人社局")


@pytest.fixture
def say(checklist, one):
    """Report for the one action; by default for June."""

    def say(period=JUNE, today=TODAY, **said):
        return progress.report(checklist, one, period, today=today, **said)

    return say


def refused(act, *args, **keywords):
    with pytest.raises(RuleBroken) as error:
        act(*args, **keywords)
    return error.value.code, error.value.field


def percent(checklist, action):
    found = actions.get(checklist, action)
    return found.status, found.percent


def test_an_entry_sets_the_percent_and_starts_the_action(checklist, one, say):
    changes = say(percent="60%", done=" 培训1204人次 。\n\n 家政、电工结业\u200b。", trouble="缺场地", next="补训")
    assert changes.label == "填报“摸底培训需求”2020年6月的进展"
    assert percent(checklist, one) == ("in_progress", 60)
    entry, = progress.of_action(checklist, one)
    assert (entry.period, entry.percent, entry.done) == (JUNE, 60, "培训1204人次 。\n家政、电工结业。")
    assert (entry.trouble, entry.next, entry.reporter, entry.entered_on) == ("缺场地", "补训", "李明", TODAY)
    assert not entry.late
    assert actions.get(checklist, one).latest == entry.done
    steps.undo(checklist)
    assert progress.of_action(checklist, one) == []
    assert percent(checklist, one) == ("not_started", 0)


def test_the_same_action_reported_twice_keeps_one_entry(checklist, one, say):
    say(percent=30, done="开班")
    say(percent=45, done="开班两期", reporter="王芳")
    entry, = progress.of_action(checklist, one)
    assert (entry.percent, entry.done, entry.reporter) == (45, "开班两期", "王芳")
    assert percent(checklist, one) == ("in_progress", 45)
    assert not say(percent=45, done="开班两期", reporter="王芳"), "nothing new is no step"


def test_no_percent_means_it_has_not_changed(checklist, one, say):
    say(MAY, percent=30, entered_on="2020-05-20")
    say(done="继续培训")
    assert [entry.percent for entry in progress.of_action(checklist, one)] == [30, 30]


def test_hundred_percent_does_not_mark_it_done(checklist, one, say):
    say(percent=100)
    assert percent(checklist, one) == ("in_progress", 100)


def test_a_done_action_that_falls_is_open_again(checklist, one, say):
    lifecycle.tick(checklist, [one], today=TODAY)
    assert refused(say, percent=80) == ("percent_falls", "reason")
    say(percent=80, reason="复核发现少培训两期")
    assert percent(checklist, one) == ("in_progress", 80)


def test_a_percent_falls_only_with_a_reason(checklist, one, say):
    say(MAY, percent=50, entered_on="2020-05-20")
    assert refused(say, percent=40, done="重新核实") == ("percent_falls", "reason")
    say(percent=40, done="重新核实", reason="上次多报")
    assert percent(checklist, one) == ("in_progress", 40)
    assert progress.of_action(checklist, one)[0].reason == "上次多报"
    assert refused(lifecycle.set_percent, checklist, one, 30) == ("percent_reported", "percent")


def test_an_older_period_leaves_the_newer_percent_alone(checklist, one, say):
    say(JUNE, percent=60)
    say(MAY, percent=35, done="五月补报")
    assert percent(checklist, one) == ("in_progress", 60)
    late = progress.of_action(checklist, one)[1]
    assert (late.period, late.late) == (MAY, True)
    assert progress.before(checklist, JUNE)[one] == late


def test_periods_of_different_kinds_stand_side_by_side(checklist, one, say):
    say(HALF, percent=50, done="上半年小结")
    say(QUARTER, percent=55)
    say(JUNE, percent=60)
    assert [entry.period for entry in progress.of_action(checklist, one)] == [JUNE, QUARTER, HALF]
    assert percent(checklist, one) == ("in_progress", 60)
    assert progress.of_period(checklist, HALF)[one].done == "上半年小结"
    assert progress.before(checklist, QUARTER) == {}, "the half-year was not over before"
    assert progress.earlier(checklist, QUARTER)[one].period == HALF


def test_a_period_of_the_next_year(checklist, one, say):
    january = periods.parse("2021-01")
    assert refused(say, january, percent=10) == ("period_not_begun", "period")
    say(percent=60)
    say(january, today="2021-01-20", percent=90)
    assert percent(checklist, one) == ("in_progress", 90)


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"percent": 101}, "percent_range", "percent"),
        ({"percent": "多半"}, "percent_range", "percent"),
        ({}, "report_empty", "done"),
        ({"percent": 0, "done": " \n\u200b"}, "report_empty", "done"),
        ({"done": "字" * 1001}, "report_long", "done"),
        ({"next": "字" * 1001}, "report_long", "next"),
        ({"done": "好", "reason": "字" * 501}, "reason_long", "reason"),
        ({"done": "好", "reviewer": "字" * 61}, "name_long", "reviewer"),
        ({"done": "好", "entered_on": "2020-06-19"}, "entered_after_today", "entered_on"),
        ({"done": "好", "entered_on": "2020-05-31"}, "entered_before_period", "entered_on"),
        ({"done": "好", "entered_on": "6月1日"}, "date_invalid", "entered_on"),
    ],
)
def test_what_cannot_be_reported(checklist, one, say, said, code, field):
    before = rows(checklist)
    assert refused(say, **said) == (code, field)
    assert rows(checklist) == before


def test_who_cannot_report(checklist, one, say):
    child = add(checklist, "子行动", parent=one)
    assert refused(say, percent=10) == ("status_derived", "status")
    lifecycle.stop(checklist, [child], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    assert refused(progress.report, checklist, child, JUNE, today=TODAY, percent=10)[0] == "stopped_first_resume"
    other = add(checklist, "别的", task=6)
    tasks.mark_not_applicable(checklist, actions.get(checklist, other).task, "不在范围", "王芳")
    assert refused(progress.report, checklist, other, JUNE, today=TODAY, percent=10)[0] == "frozen"
    assert refused(progress.report, checklist, 999, JUNE, today=TODAY, percent=10)[0] == "action_unknown"


def test_a_locked_period_takes_nothing_and_the_next_takes_the_correction(checklist, one, say):
    say(MAY, percent=50, done="多报了", entered_on="2020-05-29")
    locking.lock(checklist, MAY, today=TODAY)
    assert refused(say, MAY, percent=60) == ("period_locked", "period")
    assert refused(progress.remove, checklist, progress.of_action(checklist, one)[0].id) == ("period_locked", "period")
    say(JUNE, percent=40, done="更正：5月实为40%", reason="更正")
    assert [entry.percent for entry in progress.of_action(checklist, one)] == [40, 50]


def test_a_locked_half_year_covers_its_months_and_quarters(checklist, one, say):
    locking.lock(checklist, HALF, today=TODAY)
    for period in (MAY, JUNE, QUARTER):
        with pytest.raises(RuleBroken, match="已随2020年上半年封账，不能再改，更正请填在未封账的期次") as error:
            say(period, percent=60)
        assert error.value.field == "period"
    say(periods.parse("2020-07"), today="2020-07-01", percent=60)


def test_a_clock_set_back_reports_nothing(checklist, one, say):
    say(percent=20)
    object.__setattr__(checklist, "clock", lambda: datetime.fromisoformat("2020-06-17T09:00:00"))
    assert refused(say, percent=30)[0] == "clock_back"
    assert percent(checklist, one) == ("in_progress", 20)


def test_many_rows_are_one_step_or_none(checklist, one):
    two, three = add(checklist, "二"), add(checklist, "三")
    before = rows(checklist)
    wrong = [Report(one, 10, "甲"), Report(two, 120), Report(three, 30)]
    with pytest.raises(RuleBroken, match=r"第2行（532-05-02）：完成率应是0到100的整数") as error:
        progress.report_many(checklist, JUNE, wrong, today=TODAY)
    assert error.value.field == "percent"
    assert rows(checklist) == before
    twice = [Report(one, 1), Report(one, 2)]
    assert refused(progress.report_many, checklist, JUNE, twice, today=TODAY)[0] == "report_twice"
    assert refused(progress.report_many, checklist, JUNE, [], today=TODAY)[0] == "paste_empty"
    changes = progress.report_many(checklist, JUNE, [Report(one, 10), Report(two, 20), Report(three, 30)], today=TODAY)
    assert changes.label == "填报“摸底培训需求”等3项2020年6月的进展"
    assert [percent(checklist, i)[1] for i in (one, two, three)] == [10, 20, 30]
    steps.undo(checklist)
    assert rows(checklist) == before


def test_an_entry_taken_back_gives_the_older_percent(checklist, one, say):
    say(MAY, percent=50, entered_on="2020-05-29")
    say(JUNE, percent=60)
    june, may = progress.of_action(checklist, one)
    progress.remove(checklist, june.id)
    assert percent(checklist, one) == ("in_progress", 50)
    progress.remove(checklist, may.id)
    assert percent(checklist, one) == ("in_progress", 50), "nothing older to go back to"
    assert refused(progress.remove, checklist, may.id)[0] == "entry_unknown"


def test_who_has_to_report_and_who_has_not(checklist, one, say):
    early, june, other = add(checklist, "早完"), add(checklist, "六月完"), add(checklist, "别局", lead="县教育局")
    lifecycle.tick(checklist, [early], today="2020-05-31")
    lifecycle.tick(checklist, [june], today="2020-06-10")
    stopped = add(checklist, "停了")
    lifecycle.stop(checklist, [stopped], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    say(percent=10)
    duty = progress.missing(checklist, JUNE, TODAY)
    assert [action.id for action in duty.due] == [one, june, other]
    assert duty.reported == {one, june}, "what is finished has nothing left to report"
    assert [action.id for action in duty.missing] == [other]
    assert {unit: len(its) for unit, its in duty.missing_by_unit.items()} == {"县教育局": 1}
    assert len(progress.missing(checklist, MAY, TODAY).due) == 4


def test_a_closed_action_is_not_chased(checklist, one):
    lifecycle.tick(checklist, [one], today=TODAY)
    closings.close(
        checklist, [one], method="site", verifier="赵强", confirmer="王芳", decided_on=TODAY, today=TODAY
    )
    for period in (MAY, JUNE):
        duty = progress.missing(checklist, period, TODAY)
        assert ([action.id for action in duty.due], duty.missing) == ([one], ())
    july = progress.missing(checklist, JUNE.after, "2020-07-02")
    assert july.due == ()


def test_a_longer_period_holds_what_its_shorter_ones_say(checklist, one, say):
    say(MAY, percent=30, entered_on="2020-05-20")
    say(JUNE, percent=40)
    assert [entry.period for entry in progress.within(checklist, HALF)[one]] == [MAY, JUNE]
    assert progress.missing(checklist, HALF, TODAY).missing == ()
    assert progress.missing(checklist, QUARTER, TODAY).reported == {one}
    say(HALF, percent=45)
    assert [entry.period for entry in progress.within(checklist, HALF)[one]] == [MAY, JUNE, HALF], "its own comes last"
    assert list(progress.within(checklist, MAY)) == [one]
    assert progress.before(checklist, HALF) == {}
    assert progress.before(checklist, periods.parse("2020-H2"))[one].percent == 40


def test_a_period_that_was_over_before_the_notice_takes_nothing(checklist, one, say):
    before = rows(checklist)
    for code in ("2020-03", "2020-Q1", "2019-H2"):
        assert refused(say, periods.parse(code), percent=10) == ("period_before_notice", "period")
    with pytest.raises(RuleBroken, match="2020年3月在2020年4月3日文件印发以前，没有可以填报的内容。"):
        say(periods.parse("2020-03"), percent=10)
    assert rows(checklist) == before
    say(periods.parse("2020-04"), percent=10)


def test_a_deleted_action_takes_its_entries_along(checklist, one, say):
    say(percent=10)
    action_edits.delete(checklist, [one])
    assert progress.of_period(checklist, JUNE) == {}
    steps.undo(checklist)
    assert progress.of_period(checklist, JUNE)[one].percent == 10
    assert check.findings(checklist, TODAY) == []


@pytest.mark.parametrize(
    ("code", "name", "first", "last"),
    [
        ("2020-06", "2020年6月", "2020-06-01", "2020-06-30"),
        ("2020-02", "2020年2月", "2020-02-01", "2020-02-29"),
        ("2020-q4", "2020年四季度", "2020-10-01", "2020-12-31"),
        (" 2021-H1 ", "2021年上半年", "2021-01-01", "2021-06-30"),
        ("2020-H2", "2020年下半年", "2020-07-01", "2020-12-31"),
    ],
)
def test_codes_of_periods(code, name, first, last):
    period = periods.parse(code)
    assert (period.name, period.first, period.last) == (name, first, last)
    assert periods.parse(period.code) == period


@pytest.mark.parametrize("code", ["", "2020", "2020-13", "2020-00", "2020-Q5", "2020-H3", "2020-H0", "六月", "1999-01"])
def test_what_is_no_period(code):
    assert refused(periods.parse, code) == ("period_unknown", "period")


def test_neighbours_cross_the_year():
    assert periods.parse("2020-12").after.code == "2021-01"
    assert periods.parse("2021-Q1").before.code == "2020-Q4"
    assert periods.parse("2020-H2").after.code == "2021-H1"


def test_the_rhythm_is_a_setting(checklist):
    assert settings.read(checklist).rhythm == "month"
