"""The ledger's model follows every change line by line, and is at any time what a fresh one would be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from db import action_edits, connection, due_dates, lifecycle, tasks
from db.ledger import OPEN, Filter
from desktop.models.ledger_columns import PLACE
from desktop.models.ledger_table import LINE_ROLE, Group, LedgerModel, Question
from desktop.models.standing import Standing
from desktop.session import Session
from tests.builders import TODAY, add
from tests.test_laws import NO_VERB, copy_of, sequences, verb

questions = st.builds(
    Question,
    st.sampled_from((Filter(), Filter(status=OPEN), Filter(unit="局1"), Filter(figure="soon"), Filter(text="行动"))),
    st.sampled_from(("part", "lead", "")), st.sampled_from(("code", "due", "lead", "percent", "status")),
    st.booleans(), st.booleans(),
)  # fmt: skip


def lines(model):
    return [
        (index.data(LINE_ROLE), *(index.siblingAtColumn(column).data() for column in range(model.columnCount())))
        for index in (model.index(row, 0) for row in range(model.rowCount()))
    ]


def opened(checklist):
    session = Session(checklist, lambda: TODAY)
    standing = Standing(session)
    model = LedgerModel(session, standing, 2020)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.kept = session, standing
    return session, standing, model


@given(sequence=sequences, question=questions)
def test_a_live_ledger_equals_a_fresh_one(qapp, empty_file, sequence, question):
    folder, path = copy_of(empty_file)
    with folder:
        session, standing, live = opened(connection.open(path, by="李明"))
        live.ask(question)
        resets = []
        live.modelAboutToBeReset.connect(lambda: resets.append(1))
        for name, number in sequence:
            if name == "undo":
                session.undo()
            elif name == "redo":
                session.redo()
            elif name not in NO_VERB and (found := verb(session.checklist, name, number)):
                function, arguments, keywords = found
                session.run(function, *arguments, **keywords)
        fresh = LedgerModel(session, standing, 2020)
        fresh.ask(question)
        assert lines(live) == lines(fresh)
        assert live.number == fresh.number
        assert resets == []
        session.close()


@pytest.fixture
def made(qapp, checklist):
    """A ledger of three actions of two tasks in the same part, with their ids."""
    ids = [
        add(checklist, "摸底", lead="县人社局", due="6月15日"),
        add(checklist, "兑现", lead="县财政局", due="6月19日"),
        add(checklist, "培训", task=6, lead="县教育局", due="年底前"),
    ]
    session, standing, model = opened(checklist)
    model.kept = session, standing
    return session, model, ids


def repainted(model):
    """The lines that are told to have changed, as they come."""
    told = []
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    return told


def test_one_edit_repaints_its_row_and_its_group_alone(made):
    session, model, ids = made
    told = repainted(model)
    session.run(lifecycle.set_percent, ids[1], 40)
    assert told == [model.place_of(ids[1])]
    told.clear()
    session.run(lifecycle.tick, [ids[0]], today=TODAY)
    assert sorted(told) == [0, model.place_of(ids[0])], "the group has one overdue less"


def test_a_row_that_moves_keeps_its_persistent_index(made):
    session, model, ids = made
    model.ask(Question(group="", order="due"))
    assert model.keys == ids
    kept = QPersistentModelIndex(model.index(0, PLACE["due"]))
    session.run(due_dates.set_due, ids[0], "三季度", today=TODAY)
    assert model.keys == [ids[1], ids[0], ids[2]]
    assert (kept.row(), kept.column()) == (1, PLACE["due"])


def test_a_row_goes_from_group_to_group(made):
    session, model, ids = made
    model.ask(Question(group="lead"))
    heads = [model.line(model.index(row, 0)) for row in range(model.rowCount())]
    assert [head.title for head in heads if isinstance(head, Group)] == ["县财政局", "县教育局", "县人社局"]
    session.run(action_edits.set_names, ids[0], "lead", ["县教育局"])
    lines = [model.line(model.index(row, 0)) for row in range(model.rowCount())]
    told = [line.title if isinstance(line, Group) else line.action.title for line in lines]
    assert told == ["县财政局", "兑现", "县教育局", "摸底", "培训"]
    groups = [(line.number, line.overdue, line.soon) for line in lines if isinstance(line, Group)]
    assert groups == [(1, 0, 1), (2, 1, 0)]


def test_groups_fold_and_open(made):
    _, model, ids = made
    head = model.keys[0]
    model.fold(head)
    assert model.keys == [head]
    assert model.number == 3, "what is folded away still counts"
    model.unfold()
    assert model.keys == [head, *ids]


def test_a_row_that_no_longer_fits_leaves_and_comes_back(made):
    session, model, ids = made
    model.ask(Question(Filter(timing=frozenset({"overdue"}))))
    assert model.number == 1
    session.run(lifecycle.tick, [ids[0]], today=TODAY)
    assert (model.rowCount(), model.number) == (0, 0)
    session.undo()
    assert model.keys[1:] == [ids[0]]


def test_what_a_frozen_task_holds_is_quiet_and_not_edited(made):
    session, model, ids = made
    session.run(tasks.mark_not_applicable, model.row(ids[0]).task.id, "不在本县。", "王芳")
    index = model.index(model.place_of(ids[0]), PLACE["title"])
    assert not index.flags() & index.flags().ItemIsEditable
    assert index.siblingAtColumn(PLACE["timing"]).data() == ""
