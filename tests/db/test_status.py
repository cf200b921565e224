"""序时 and the lamps: a percent against the time elapsed, and what burns under each preset."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import actions, counts, issuing, settings, status, tasks
from db.counts import Tally
from db.status import Pace, Timing
from db.yardstick import LAMPS
from tests.builders import TODAY, action, add, yard

BEGINS, DUE = "2020-04-03", "2020-08-31"  # 150 days
HALF = "2020-06-17"  # 75 days in


def running(percent=0, state="in_progress", start_on=BEGINS, due_on=DUE):
    return action(state, percent, due_on, "8月底前", start_on=start_on)


# --- time elapsed -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2020-04-02", 0), (BEGINS, 0), ("2020-04-04", 1), (HALF, 50), ("2020-08-30", 99), (DUE, 100),
     ("2020-12-31", 100)],
)  # fmt: skip
def test_time_runs_from_the_start_to_the_due_date(today, expected):
    assert status.elapsed(BEGINS, DUE, yard(today)) == expected


def test_an_action_with_a_start_of_its_own_runs_from_there():
    assert status.elapsed("2020-06-17", "2020-06-21", yard("2020-06-18")) == 25
    assert status.elapsed("2020-06-19", "2020-06-29", yard("2020-06-18")) == 0, "not begun yet"


def test_half_a_point_is_rounded_up():
    assert status.elapsed("2020-06-10", "2020-06-18", yard("2020-06-11")) == 13  # 12.5


@pytest.mark.parametrize(
    ("start", "due"),
    [(None, None), (BEGINS, None), ("2020-06-30", "2020-06-30"), ("2020-07-01", "2020-06-30"), (None, "2020-06-30")],
)
def test_without_a_span_no_time_runs(start, due):
    at = yard()
    assert status.elapsed(start, due, at) is None
    assert status.pace(running(50, start_on=start, due_on=due), at) == Pace()


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2019-12-31", 0), ("2020-01-01", 0), ("2020-01-30", 0), ("2020-01-31", 8), ("2020-02-28", 8),
     ("2020-02-29", 17), ("2020-11-30", 92), ("2020-12-30", 92), ("2020-12-31", 100), ("2021-01-01", 100)],
)  # fmt: skip
def test_by_the_year_whole_months_count(today, expected):
    assert status.elapsed(None, DUE, yard(today, pace="year")) == expected
    assert status.elapsed("2020-06-01", None, yard(today, pace="year")) == expected, "whatever its own dates are"


def test_by_the_year_the_plan_year_counts_not_the_clocks():
    assert status.elapsed(None, None, yard("2020-06-30", pace="year", plan_year=2021)) == 0
    assert status.elapsed(None, None, yard("2020-06-30", pace="year", plan_year=2019)) == 100


# --- ahead, on, behind --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("percent", "pace"),
    [(100, Pace("ahead", 50, 50)), (60, Pace("ahead", 50, 10)), (59, Pace("on", 50, 9)), (50, Pace("on", 50, 0)),
     (41, Pace("on", 50, -9)), (40, Pace("behind", 50, -10)), (0, Pace("behind", 50, -50))],
)  # fmt: skip
def test_ten_points_ahead_or_behind_show(percent, pace):
    assert status.pace(running(percent), yard(HALF)) == pace


def test_the_county_says_how_many_points_show():
    assert status.pace(running(45), yard(HALF, pace_points=5)).code == "behind"
    assert status.pace(running(0), yard(HALF, pace_points=51)).code == "on"
    assert status.pace(running(49), yard(HALF, pace_points=1)).code == "behind"


@pytest.mark.parametrize("state", ["done", "closed", "not_applicable", "cancelled"])
@pytest.mark.parametrize("pace", ["span", "year"])
def test_what_is_finished_or_uncounted_has_no_pace(state, pace):
    percent = 100 if state in status.FINISHED else 0
    assert status.pace(running(percent, state), yard(HALF, pace=pace)) == Pace()


def test_what_is_not_started_falls_behind_too():
    assert status.pace(running(0, "not_started"), yard(HALF)).code == "behind"


def test_what_has_not_been_issued_has_not_begun(checklist):
    add(checklist, "甲", lead="县人社局", due="年底前")
    assert counts.read(checklist, TODAY).total.slow == 0
    issuing.issue(checklist, "2020-04-03", today=TODAY, only=[5])
    assert counts.read(checklist, TODAY).total.slow == 1
    assert counts.read(checklist, "2020-04-03").total.slow == 0, "nobody is behind on the first day"


# --- lamps --------------------------------------------------------------------------------------------

# at HALF, with 50 % of its time gone: (due date, percent) → what burns under plain, red_amber_green, blue_amber_red
ON, BEHIND, FAR = 50, 40, 19
BURNING = {
    ("ok", ON): ("ok", "ok", "ok"),
    ("ok", BEHIND): ("ok", "slow", "slow"),
    ("ok", FAR): ("ok", "over", "slow"),
    ("soon", ON): ("soon", "soon", "soon"),
    ("soon", BEHIND): ("soon", "soon", "soon"),
    ("soon", FAR): ("soon", "over", "soon"),
    ("overdue", ON): ("over", "over", "over"),
    ("overdue", FAR): ("over", "over", "over"),
}
# spans of which half, or all, is gone at HALF
SPANS = {"ok": (BEGINS, DUE), "soon": ("2020-06-16", "2020-06-18"), "overdue": (BEGINS, "2020-06-16")}


@pytest.mark.parametrize(("stands", "burn"), list(BURNING.items()), ids=str)
@pytest.mark.parametrize("preset", LAMPS)
def test_what_burns(stands, burn, preset):
    timing, percent = stands
    start, due = SPANS[timing]
    at = yard(HALF, lamps=preset)
    one = running(percent, start_on=start, due_on=due)
    assert status.timing(one, at).code == timing
    assert status.lamp(one, at) == burn[LAMPS.index(preset)]


@pytest.mark.parametrize(
    ("percent", "red_points", "burns"),
    [(20, 30, "slow"), (19, 30, "over"), (0, 0, "slow"), (0, 50, "slow"), (0, 49, "over"), (45, 4, "over")],
)
def test_red_burns_beyond_its_own_threshold(percent, red_points, burns):
    at = yard(HALF, lamps="red_amber_green", red_points=red_points)
    assert status.lamp(running(percent), at) == burns
    assert status.lamp(running(percent), replace(at, lamps="blue_amber_red")) in ("slow", "ok")


@pytest.mark.parametrize(
    ("state", "burns"), [("done", "done"), ("closed", "closed"), ("not_applicable", "na"), ("cancelled", "cancelled")]
)
@pytest.mark.parametrize("preset", LAMPS)
def test_a_state_that_ends_things_has_its_lamp_under_every_preset(state, burns, preset):
    percent = 100 if state in status.FINISHED else 0
    late = action(state, percent, "2020-06-01", "6月1日", "2020-06-10" if percent else None)
    assert status.lamp(late, yard(lamps=preset)) == burns


@pytest.mark.parametrize(("preset", "burns"), list(zip(LAMPS, ("none", "over", "slow"), strict=True)))
def test_what_is_not_started(preset, burns):
    assert status.lamp(running(0, "not_started"), yard(HALF, lamps=preset)) == burns
    assert status.lamp(running(0, "not_started", due_on=None), yard(HALF, lamps=preset)) == "none"


def test_the_worst_lamp_speaks_for_all():
    order = ["over", "soon", "slow", "ok", "none", "done", "closed", "cancelled"]
    for n in range(len(order)):
        assert status.worst(reversed(order[n:])) == order[n]
    assert status.worst([]) == "cancelled"


# --- tallies agree with their leaves --------------------------------------------------------------------

leaves = st.lists(
    st.builds(
        lambda state, percent, weight, due, start: replace(
            running({"not_started": 0, "done": 100, "closed": 100}.get(state, percent), state, start, due),
            weight=weight, done_on="2020-06-10" if state in status.FINISHED else None,
        ),
        st.sampled_from(["not_started", "in_progress", "done", "closed", "not_applicable", "cancelled"]),
        st.integers(0, 100), st.integers(1, 5),
        st.sampled_from([None, "2020-06-10", "2020-06-18", "2020-06-24", "2020-08-31", "2020-12-31"]),
        st.sampled_from([None, "2020-06-01", "2020-07-01"]),
    ),
    min_size=1, max_size=8,
)  # fmt: skip
rules = st.builds(
    lambda lamps, pace, red: yard(lamps=lamps, pace=pace, red_points=red),
    st.sampled_from(LAMPS), st.sampled_from(["span", "year"]), st.sampled_from([0, 30, 100]),
)  # fmt: skip


@given(leaves, rules)
def test_a_tally_burns_and_keeps_pace_as_its_leaves_do(several, at):
    tally = counts.together(counts.of_action(one, at) for one in several)
    live = [one for one in several if status.counted(one.status)]
    if not live:
        assert (tally.lamp, tally.pace(10)) == ("cancelled", Pace())
        return
    worst = status.worst(status.lamp(one, at) for one in live)
    assert tally.lamp == ("ok" if worst == "none" and tally.state == "in_progress" else worst)
    assert tally.slow == sum(status.pace(one, at).code == "behind" for one in live)
    assert tally.ahead == sum(status.pace(one, at).code == "ahead" for one in live)
    timed = [(one, share) for one in live if (share := status.elapsed(one.start_on, one.due_on, at)) is not None]
    weight = sum(one.weight for one, _ in timed)
    pace = tally.pace(at.pace_points)
    if not timed:
        assert pace == Pace()
        return
    assert pace.expected == status.share(sum(one.weight * share for one, share in timed), weight)
    assert pace.points == tally.percent - pace.expected, "the figures beside each other subtract"


@given(leaves)
def test_presets_change_what_burns_and_never_what_is_counted(several):
    lit = {"lit_over": 0, "lit_slow": 0}
    tallies = [
        replace(counts.together(counts.of_action(one, yard(lamps=preset, red_points=red)) for one in several), **lit)
        for preset, red in product(LAMPS, (0, 30, 100))
    ]
    assert all(tally == tallies[0] for tally in tallies)


def test_one_leaf_alone_gives_its_task_its_own_pace():
    one = running(40)
    tally = counts.of_action(one, yard(HALF))
    assert tally.pace(10) == status.pace(one, yard(HALF)) == Pace("behind", 50, -10)
    assert tally.pace(11).code == "on"
    assert Tally().pace(10) == Pace()


def test_a_county_counts_the_same_under_every_preset(county):
    now = settings.read(county)
    found = []
    for preset in LAMPS:
        settings.change(county, replace(now, lamps=preset))
        figures = counts.of(tasks.all(county), actions.all(county, TODAY), settings.yardstick(county, TODAY))
        found.append({name: getattr(figures.total, name) for name in counts.FIGURES})
    assert found[0] == found[1] == found[2]
    assert found[0]["slow"] > 0


@pytest.mark.parametrize(
    ("timing", "told"),
    [
        (Timing("ok", 12, 7), "剩12天"), (Timing("soon", 1, 1), "明天到期"), (Timing("soon", 0, 0), "今天到期"),
        (Timing("overdue", 3, 3), "逾期3天"), (Timing("late", 2, 1), "逾期2天完成"), (Timing("on_time"), "按期完成"),
        (Timing("long_term"), "长期"), (Timing("unset"), "未定"),
    ],
)  # fmt: skip
def test_how_a_date_stands_is_told_in_few_words(timing, told):
    assert str(timing) == told
