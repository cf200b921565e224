"""封账: what was stored gives the same figures and the same pages again; comparison adds up."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import (
    action_edits,
    actions,
    answers,
    comparison,
    connection,
    counts,
    due_dates,
    lifecycle,
    locking,
    periods,
    progress,
    settings,
    snapshots,
    steps,
    tasks,
)
from db.dossier import Dossier
from db.errors import FileDamaged, RuleBroken
from db.letterhead import Letterhead
from db.snapshots import State
from reports.data import gather
from reports.fonts import Faces
from reports.options import Options
from reports.render import build
from tests.builders import TODAY, action, add, copied, yard
from tests.test_laws import copy_of

FILES = Path(__file__).parents[1] / "golden" / "files"
MAY, JUNE, HALF = periods.parse("2020-05"), periods.parse("2020-06"), periods.parse("2020-H1")


def refused(act, *args, **keywords):
    with pytest.raises(RuleBroken) as error:
        act(*args, **keywords)
    return error.value.code, error.value.field


def paper(checklist, today, now, period=None):
    return build("breakdown", gather(checklist, today, now, Options(period=period)), Faces(bundled_only=True))[0]


def test_a_lock_stands_and_undo_stops_before_it(checklist):
    one = add(checklist)
    changes = locking.lock(checklist, JUNE, today=TODAY)
    assert changes.label == "2020年6月封账"
    assert periods.locked(checklist) == {JUNE: TODAY}
    assert steps.undoable(checklist) is None
    assert steps.barrier(checklist) == "已封账，不能撤销。更正请在未封账的期次里补报。"
    add(checklist, "后来的")
    steps.undo(checklist)
    assert refused(steps.undo, checklist) == ("undo_barred", None)
    assert actions.get(checklist, one).title == "制定年度计划"


def test_what_cannot_be_locked(checklist):
    assert refused(locking.lock, checklist, JUNE.after, today=TODAY) == ("period_not_begun", "period")
    locking.lock(checklist, MAY, today=TODAY)
    assert refused(locking.lock, checklist, MAY, today=TODAY) == ("lock_again", "period")
    locking.lock(checklist, HALF, today=TODAY)
    assert refused(locking.lock, checklist, JUNE, today=TODAY) == ("lock_with", "period")
    assert refused(locking.lock, checklist, periods.parse("2020-Q2"), today=TODAY) == ("lock_with", "period")
    assert refused(locking.lock, checklist, periods.parse("2020-Q1"), today=TODAY) == ("period_before_notice", "period")


def test_a_clock_set_back_locks_nothing(checklist):
    add(checklist)
    back = replace(checklist, clock=lambda: datetime.fromisoformat("2020-06-01T09:00:00"))
    assert refused(locking.lock, back, MAY, today="2020-06-01")[0] == "clock_back"
    assert periods.locked(checklist) == {}
    assert refused(snapshots.read, checklist, MAY) == ("snapshot_none", "period")


def test_the_snapshot_is_the_state_of_that_day(county):
    run = county.db.conn.execute
    run("INSERT INTO calendar_year (year) VALUES (2027)")
    run("INSERT INTO calendar_day (day, kind) VALUES ('2027-01-04', 'off'), ('2027-01-09', 'work')")
    leaf = next(a for a in actions.all(county) if a.leaf and a.status == "in_progress")
    progress.report(county, leaf.id, JUNE, today=TODAY, percent=95, done="两行\n文字", trouble="难")
    before = snapshots.now(county, TODAY, JUNE)
    locking.lock(county, JUNE, today=TODAY)
    again = snapshots.read(county, JUNE)
    assert again == replace(before, period=JUNE)
    assert again.counts == counts.read(county, TODAY)
    assert again.yard.calendar.own[2027].off == {date(2027, 1, 4)}
    assert again.duty(JUNE) == progress.missing(county, JUNE, TODAY)
    assert snapshots.at(county, TODAY, JUNE).counts == again.counts
    assert snapshots.at(county, TODAY).counts == counts.read(county, TODAY)


def test_a_report_of_a_locked_period_comes_out_the_same_to_the_byte(county):
    now = f"{TODAY}T14:05:00"
    locking.lock(county, JUNE, today=TODAY)
    first = paper(county, TODAY, now, JUNE)
    everything = actions.all(county)
    leaf = next(a for a in everything if a.leaf and a.status == "in_progress" and a.lead)
    run = county.db.conn.execute
    run("UPDATE unit SET name = '新名称局', short = ''  WHERE name = ?", (leaf.lead,))
    lifecycle.tick(county, [leaf.id], today=TODAY)
    action_edits.rename(county, leaf.id, "改了名的行动")
    free = next(a for a in everything if a.leaf and not a.issued_on and a.status == "not_started")
    action_edits.delete(county, [free.id])
    settings.change(county, replace(settings.read(county), county="改名县", soon=30))
    number = next(task for task in tasks.all(county) if task.applicable)
    tasks.mark_not_applicable(county, number.id, "后来不适用", "王芳")
    assert paper(county, "2020-12-01", now, JUNE) == first
    assert paper(county, TODAY, now) != first


def test_a_locked_period_counts_the_links_and_levels_of_its_day(checklist):
    one, two = add(checklist), add(checklist, "另一项")
    five = actions.get(checklist, one).task
    answers.set_answers(checklist, one, [1])
    answers.set_level(checklist, five, 2, "national")
    before = counts.read(checklist, TODAY)
    locking.lock(checklist, JUNE, today=TODAY)
    first = paper(checklist, TODAY, f"{TODAY}T14:05:00", JUNE)
    answers.set_answers(checklist, one, [])
    answers.set_level(checklist, five, 2, "county")
    answers.link(checklist, [two], [2])
    then = snapshots.read(checklist, JUNE).counts
    assert then.tasks[five] == before.tasks[five]
    assert (then.tasks[five].sentences, then.tasks[five].answered, then.tasks[five].superior) == (1, 1, 1)
    assert then.lines == before.lines
    assert [line.actions for line in counts.read(checklist, TODAY).lines if line.task == five] == [(), (two,)]
    assert paper(checklist, "2020-12-01", f"{TODAY}T14:05:00", JUNE) == first


def test_a_period_closed_before_links_were_kept_answers_nothing(tmp_path):
    old = connection.open(copied(FILES / "schema-2.luoshi", tmp_path), by="王芳")
    closed = sorted(periods.locked(old), key=lambda period: period.first)
    assert closed
    for period in closed:
        total = snapshots.read(old, period).counts.total
        assert (total.answered, total.unanswered) == (0, total.sentences)
        assert total.sentences + total.superior > 0
    old.close()


def test_what_was_tampered_with_is_not_printed(checklist):
    add(checklist)
    locking.lock(checklist, JUNE, today=TODAY)
    run = checklist.db.conn.execute
    run("DROP TRIGGER snapshot_never_changes")
    run("UPDATE snapshot SET content = replace(content, '制定', '取消')")
    with pytest.raises(FileDamaged, match="2020年6月的封账数据已经损坏"):
        snapshots.read(checklist, JUNE)
    content = '{"form":1}'
    run("UPDATE snapshot SET content = ?, sha256 = ?", (content, snapshots.digest(content)))
    with pytest.raises(FileDamaged):
        snapshots.read(checklist, JUNE)


def test_a_lock_survives_a_restart(checklist):
    add(checklist)
    locking.lock(checklist, JUNE, today=TODAY)
    was = snapshots.read(checklist, JUNE)
    checklist.close()
    again = connection.open(checklist.path, by="王芳")
    assert snapshots.read(again, JUNE) == was
    again.close()


# --- comparison ------------------------------------------------------------------------------------------


def titles(made):
    return {name: [change.action.title for change in its] for name, its in made.groups.items() if its}


def test_nothing_to_compare_with(checklist):
    assert refused(comparison.between, checklist, TODAY) == ("compare_nothing", "period")
    locking.lock(checklist, HALF, today=TODAY)
    assert refused(comparison.between, checklist, TODAY, HALF) == ("compare_nothing", "period"), "not with itself"
    assert comparison.between(checklist, TODAY).before.period == HALF, "whatever was closed last"


def test_what_has_changed_since_the_last_period(checklist):
    done, _late, relieved, going, gone, back = (
        add(checklist, title, due=due)
        for title, due in (("办完", "6月底前"), ("拖期", "6月底前"), ("补上", "5月20日"), ("推进", "年底前"),
                           ("终止", "年底前"), ("退回", "6月底前"))
    )  # fmt: skip
    lifecycle.tick(checklist, [back], today="2020-05-30")
    locking.lock(checklist, MAY, today=TODAY)
    day = "2020-07-02"
    lifecycle.tick(checklist, [done, relieved], today="2020-06-20")
    lifecycle.set_percent(checklist, going, 40)
    due_dates.set_due(checklist, going, "10月底前", today=TODAY)
    lifecycle.stop(checklist, [gone], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    lifecycle.set_status(checklist, [back], "in_progress", today=TODAY)
    add(checklist, "新来")
    made = comparison.between(checklist, day)
    assert titles(made) == {
        "finished": ["办完", "补上"], "unfinished": ["退回"], "overdue": ["拖期", "退回"], "relieved": ["补上"],
        "started": ["办完", "补上", "推进"], "status": ["办完", "补上", "推进", "退回"],
        "percent": ["办完", "补上", "推进", "退回"], "due": ["推进"], "added": ["新来"], "gone": ["终止"],
    }  # fmt: skip
    moved = next(change for change in made.groups["due"])
    assert (moved.before.due_on, moved.after.due_on) == ("2020-12-31", "2020-10-31")
    assert made.before.period == MAY
    assert made.after.period is None


def test_two_locked_periods_are_compared_with_each_other(checklist):
    one = add(checklist)
    locking.lock(checklist, MAY, today=TODAY)
    lifecycle.tick(checklist, [one], today=TODAY)
    locking.lock(checklist, JUNE, today=TODAY)
    lifecycle.tick(checklist, [one], today=TODAY)
    made = comparison.between(checklist, TODAY, JUNE)
    assert (made.before.period, made.after.period) == (MAY, JUNE)
    assert titles(made)["finished"] == ["制定年度计划"]
    since = comparison.between(checklist, TODAY)
    assert since.before.period == JUNE
    assert titles(since)["unfinished"] == ["制定年度计划"]
    assert refused(comparison.between, checklist, TODAY, MAY)[0] == "compare_nothing"


def side(checklist, spec):
    task = tasks.numbered(checklist, 5)
    made = []
    for number, (code, due) in spec.items():
        done = code in ("done", "closed")
        day = "2020-06-01" if done else None
        one = action(code, percent=100 if done else 0, due_on=due, due_words="期限", done_on=day)
        made.append(replace(one, id=number, task=task.id))
    return State(None, settings.read(checklist), yard(), None, (), (task,), tuple(made), Dossier(Letterhead("", "")))


spec = st.dictionaries(
    st.integers(1, 6),
    st.tuples(
        st.sampled_from(["not_started", "in_progress", "done", "closed", "cancelled"]),
        st.sampled_from(["2020-06-17", "2020-06-18", "2020-12-31"]),
    ),
)


@given(old=spec, new=spec)
def test_the_groups_add_up_with_the_figures(empty_file, old, new):
    folder, path = copy_of(empty_file)
    with folder:
        checklist = connection.open(path, by="x")
        made = comparison.compare(side(checklist, old), side(checklist, new))
        checklist.close()
    was, now = made.before.counts.total, made.after.counts.total
    for figure, gained, lost in (
        ("finished", "finished", "unfinished"), ("overdue", "overdue", "relieved"), ("actions", "added", "gone"),
    ):  # fmt: skip
        there = getattr(was, figure) + len(made.groups[gained]) - len(made.groups[lost])
        assert there == getattr(now, figure)
