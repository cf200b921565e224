"""The index follows every step, and what takes it back; a file without one gets it when it is opened."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import (
    action_edits,
    actions,
    connection,
    due_dates,
    moves,
    problems,
    search_actions,
    search_index,
    steps,
    tasks,
    units,
)
from db.errors import RuleBroken
from tests.builders import TODAY, add


def entry(**said):
    return search_index.Entry(
        **{"code": "532-05-01", "task": 5, "title": "", "rest": "", "problems": "", "holders": ""} | said
    )


def test_a_code_is_begun_at_any_of_its_numbers_with_or_without_noughts():
    tokens = {token[1:] for token in entry().tokens() if token[0] == "c"}
    assert tokens == {"532", "532-", "532-0", "532-05", "532-5", "532-5-", "0", "05", "05-", "05-0", "05-01", "01", "5",
                      "5-", "5-1", "1"}  # fmt: skip


def test_texts_are_kept_by_characters_and_pairs_and_a_title_by_how_it_begins():
    tokens = entry(title="落户 a", rest="补贴", problems="缺", holders="u3 p4").tokens()
    assert {token for token in tokens if token[0] != "c"} == {
        "t落", "t户", "t落户", "ta", "r补", "r贴", "r补贴", "q缺", "s落", "s落户", "k5", "u3", "p4",
    }  # fmt: skip


@given(st.sets(st.integers(0, search_index.CHUNK - 1), min_size=1, max_size=300))
def test_a_set_of_places_is_kept_and_read_again(places):
    packed = search_index._packed(sorted(places))
    assert list(search_index._places(packed)) == sorted(places)


@given(st.sets(st.integers(0, 20_000), max_size=50))
def test_a_set_of_actions_names_its_members(ids):
    assert search_index.members(sum(1 << one for one in ids)) == sorted(ids)


def test_many_actions_are_a_bit_each_in_several_chunks(checklist):
    task, code = tasks.numbered(checklist, 5).id, iter(range(10_000))
    db, near, far = checklist.db, range(1, 200), range(search_index.CHUNK - 2, search_index.CHUNK + 3)
    for action in (*near, *far):
        db.conn.execute(
            "INSERT INTO action (id, task, position, code, title) VALUES (?, ?, ?, ?, '修路')",
            (action, task, action, f"532-05-{next(code):04}"),
        )
    search_index.fill(db)
    assert search_actions.matching(checklist, "修路") == {*near, *far}
    assert search_index.faults(db) == []
    db.conn.rollback()


verb = st.sampled_from(
    ("add", "rename", "lead", "owner", "goal", "due", "move", "delete", "problem", "undo", "redo")
)
verbs = st.lists(st.tuples(verb, st.integers(0, 9)), max_size=14)


@pytest.fixture(scope="module")
def worked(empty_file, tmp_path_factory):
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("index")))
    opened = connection.open(path, by="x")
    yield opened
    opened.close()


@settings(max_examples=40)
@given(verbs)
def test_every_step_and_its_undo_leave_the_index_as_the_rows_are(worked, done):
    for verb, number in done:
        with suppress(RuleBroken):
            do(worked, verb, number)
    assert search_index.faults(worked.db) == []


def do(checklist, verb, number):
    every = [action.id for action in actions.all(checklist)]
    one = every[number % len(every)] if every else None
    if verb == "add" or one is None:
        add(checklist, f"修路{number}段", task=1 + number, lead=f"局{number % 3}", owner="张伟")
    elif verb == "delete":
        action_edits.delete(checklist, [one])
    elif verb == "move":
        moves.move(checklist, [one], task=tasks.numbered(checklist, 1 + number).id, parent=None)
    elif verb == "problem":
        problems.register(checklist, one, problems.Entry("缺地"), today=TODAY)
    elif verb in ("undo", "redo"):
        getattr(steps, verb)(checklist)
    elif verb == "due":
        due_dates.set_due(checklist, one, f"{number + 1}月底前", today=TODAY)
    elif verb == "rename":
        action_edits.rename(checklist, one, f"架桥{number}座")
    elif verb == "goal":
        action_edits.set_goal(checklist, one, f"目标{number}")
    else:
        action_edits.set_names(checklist, one, verb, [f"局{number % 3}" if verb == "lead" else "李明"])


def test_a_rename_of_a_unit_touches_nothing(checklist):
    add(checklist, lead="县人社局")
    before = list(checklist.db.query("SELECT * FROM search_token"))
    units.rename(checklist, units.named(checklist, "县人社局").id, "县人力局", "", since="2020-06-01")
    assert list(checklist.db.query("SELECT * FROM search_token")) == before
    assert len(search_actions.matching(checklist, "人力局")) == 1


def test_a_step_that_is_refused_leaves_the_index(checklist):
    one = add(checklist, "修路")
    with pytest.raises(RuleBroken):
        action_edits.rename(checklist, one, "长" * 501)
    assert search_actions.matching(checklist, "修路") == {one}


def test_a_file_without_an_index_gets_it_when_it_is_opened(checklist):
    one = add(checklist, "修路")
    path = checklist.path
    checklist.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM search_entry")
        db.commit()
    with closing(connection.open(path, by="x")) as again:
        assert search_actions.matching(again, "修路") == {one}
        assert search_index.faults(again.db) == []
