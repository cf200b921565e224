"""What an edit may not cross: a barrier, and a clock that runs backwards."""

from datetime import datetime

import pytest

from db import connection, steps, words
from db.edit import accept_clock, edit, rehearsal
from db.errors import RuleBroken
from tests.builders import add, refused, rows


@pytest.fixture
def barrier(monkeypatch):
    """A step of the tests' own that undo cannot cross."""
    monkeypatch.setitem(words.STEPS, "wall", "立墙")
    monkeypatch.setitem(words.COUNTER_ACTS, "wall", "墙已立，可拆墙。")


def wall(checklist):
    with edit(checklist, "wall", barrier=True) as e:
        e.insert("setting", key="wall", value="1")


def test_undo_stops_at_a_barrier_and_names_the_counter_act(checklist, barrier):
    add(checklist, "甲")
    wall(checklist)
    assert steps.undoable(checklist) is None
    assert steps.barrier(checklist) == "墙已立，可拆墙。"
    assert str(refused(checklist, "undo_barred", steps.undo)) == "墙已立，可拆墙。"


def test_what_comes_after_a_barrier_is_taken_back_to_it(checklist, barrier):
    wall(checklist)
    before = rows(checklist)
    add(checklist, "乙")
    assert steps.barrier(checklist) == ""
    steps.undo(checklist)
    assert rows(checklist) == before
    assert steps.barrier(checklist)
    steps.redo(checklist)
    assert rows(checklist) != before


def test_a_barrier_drops_what_was_undone(checklist, barrier):
    add(checklist, "甲")
    steps.undo(checklist)
    wall(checklist)
    refused(checklist, "nothing_to_redo", steps.redo)


@pytest.fixture
def back(checklist):
    """The same file on a machine whose clock stands at 1 June."""
    add(checklist, "甲")
    path = checklist.path
    checklist.close()
    opened = connection.open(path, by="王芳", clock=lambda: datetime(2020, 6, 1, 8))
    yield opened
    opened.close()


def test_a_clock_set_back_stops_every_change(back):
    for verb in (lambda c: add(c, "乙"), steps.undo):
        error = refused(back, "clock_back", verb)
        assert error.facts == {"today": "2020-06-01", "last": "2020-06-18"}


def test_the_user_may_say_that_the_clock_is_right(back):
    accept_clock(back)
    add(back, "乙")
    steps.undo(back)
    kinds = [kind for (kind,) in back.db.execute("SELECT kind FROM history ORDER BY id DESC LIMIT 3")]
    assert kinds == ["undo", "edit", "clock"]


def test_a_clock_within_the_day_is_no_matter(checklist):
    add(checklist, "甲")
    earlier = connection.Checklist(checklist.db, checklist.path, "李明", lambda: datetime(2020, 6, 18, 0, 1), 2)
    add(earlier, "乙")
    with pytest.raises(RuleBroken, match="2020年6月17日"):
        add(connection.Checklist(checklist.db, checklist.path, "李明", lambda: datetime(2020, 6, 17, 23, 59), 2), "丙")


def test_a_rehearsal_tells_what_went_wrong_though_nothing_is_left_to_take_back(checklist):
    before = rows(checklist)

    def rolled_back_by_itself():
        with rehearsal(checklist):
            checklist.db.conn.execute("ROLLBACK")
            raise RuleBroken("too_deep")

    with pytest.raises(RuleBroken):
        rolled_back_by_itself()
    assert rows(checklist) == before
