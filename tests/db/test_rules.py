"""Where an action stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import status
from db.status import Leaf, Own, Timing
from tests.builders import action, yard


@pytest.mark.parametrize(
    ("state", "due", "done", "code", "days"),
    [
        ("in_progress", "2020-06-30", None, "ok", 12), ("in_progress", "2020-06-24", None, "soon", 6),
        ("in_progress", "2020-06-18", None, "soon", 0), ("not_started", "2020-06-15", None, "overdue", 3),
        ("done", "2020-06-10", "2020-06-10", "on_time", 0), ("done", "2020-06-10", "2020-06-12", "late", 2),
    ],
)  # fmt: skip
def test_timing(state, due, done, code, days):
    timing = status.timing(action(state, 0, due, "x", done), yard())
    assert (timing.code, timing.days) == (code, days)


def test_no_date_is_long_term_or_unset():
    assert status.timing(action(due_words="长期坚持"), yard()) == Timing("long_term")
    assert status.timing(action(), yard()) == Timing("unset")


def test_percentages_round_half_up():
    assert status.roll_up([Leaf("in_progress", 25), Leaf("in_progress", 24)]).percent == 25
    assert status.roll_up([Leaf("cancelled", 0)]) == status.Standing("cancelled", 0)


acts = st.lists(
    st.one_of(
        st.just(("tick",)), st.tuples(st.just("percent"), st.integers(0, 100)),
        st.tuples(st.just("status"), st.sampled_from(["not_started", "in_progress", "done"])),
    ),
    max_size=12,
)  # fmt: skip


@given(acts)
def test_the_rules_of_state_hold_after_anything(sequence):
    row = {"status": "not_started", "percent": 0, "former_status": None, "former_percent": None, "done_on": None}
    for name, *value in sequence:
        own = Own(row["status"], row["percent"], row["former_status"], row["former_percent"])
        if name == "tick":
            row |= status.tick(own, "2020-06-18", "李明")
        elif name == "percent":
            row |= status.with_percent(own.status, value[0])
        else:
            row |= status.with_status(own, value[0], "2020-06-18", "李明")
        assert row["status"] != "not_started" or row["percent"] == 0
        assert row["status"] != "done" or (row["percent"] == 100 and row["done_on"])
        assert row["status"] == "done" or row["done_on"] is None
