"""Several actions moved at once: their order stays, all of them move or none does."""

import pytest

from db import actions, answers, history, moves, steps, tasks
from tests.builders import add, refused, rows


@pytest.fixture
def row(checklist):
    """Six actions side by side, 甲 to 己."""
    return [add(checklist, title) for title in "甲乙丙丁戊己"]


def titles(checklist, task=5):
    """The titles of a task's actions, each as deep as it stands."""
    found = actions.of_task(checklist, tasks.numbered(checklist, task).id)
    return " ".join("·" * (action.depth - 1) + action.title for action in found)


def test_several_keep_their_order_before_a_sibling(checklist, row):
    moves.move(checklist, [row[4], row[1]], task=5, parent=None, place=row[0])
    assert titles(checklist) == "乙 戊 甲 丙 丁 己"
    assert "“乙”等2项" in history.lines(checklist)[0].label
    moves.move(checklist, [row[1], row[4]], task=5, parent=None)
    assert titles(checklist) == "甲 丙 丁 己 乙 戊"


def test_before_one_that_moves_too_is_before_the_next_that_stays(checklist, row):
    moves.move(checklist, [row[1], row[2], row[5]], task=5, parent=None, place=row[2])
    assert titles(checklist) == "甲 乙 丙 己 丁 戊"


def test_up_and_down_as_a_block(checklist, row):
    moves.up(checklist, [row[3], row[2]])
    assert titles(checklist) == "甲 丙 丁 乙 戊 己"
    moves.down(checklist, [row[0], row[1]])
    assert titles(checklist) == "丙 丁 戊 甲 乙 己", "what stood apart closes up"
    moves.up(checklist, [row[2], row[3]])
    assert titles(checklist) == "丙 丁 戊 甲 乙 己"
    assert not moves.up(checklist, [row[2]])
    assert not moves.down(checklist, [row[5]])


def test_in_and_out_as_a_block(checklist, row):
    moves.indent(checklist, row[1:3])
    assert titles(checklist) == "甲 ·乙 ·丙 丁 戊 己"
    moves.outdent(checklist, [row[2], row[1]])
    assert titles(checklist) == "甲 乙 丙 丁 戊 己"
    assert not moves.indent(checklist, [row[0], row[1]])
    assert not moves.outdent(checklist, [row[0]])


def test_those_of_several_places_do_not_go_up_together(checklist, row):
    child = add(checklist, "子", parent=row[0])
    refused(checklist, "move_apart", moves.up, [child, row[3]])
    moves.down(checklist, [child, row[0]])
    assert titles(checklist).startswith("乙 甲 ·子"), "a child that comes with its parent is no place of its own"


def test_children_come_with_their_parents_once(checklist, row):
    child = add(checklist, "子", parent=row[0])
    answers.link(checklist, [row[0], child], [1])
    moves.move(checklist, [child, row[0], row[2]], task=tasks.numbered(checklist, 6).id, parent=None)
    assert titles(checklist) == "乙 丁 戊 己"
    assert titles(checklist, 6) == "甲 ·子 丙"
    moved = actions.of_task(checklist, tasks.numbered(checklist, 6).id)
    assert {action.answers for action in moved} == {()}, "an action answers sentences of its own task"
    steps.undo(checklist)
    assert titles(checklist) == "甲 ·子 乙 丙 丁 戊 己"


def test_what_cannot_be_is_one_sentence_and_nothing_half_done(checklist, row):
    child = add(checklist, "子", parent=row[0])
    below = add(checklist, "孙", parent=child)
    refused(checklist, "move_circular", moves.move, [row[3], row[0]], task=5, parent=below)
    refused(checklist, "too_deep", moves.move, [row[3], row[0]], task=5, parent=row[1])
    refused(checklist, "nothing_chosen", moves.move, [], task=5, parent=None)
    refused(checklist, "action_unknown", moves.move, [row[3], 999], task=5, parent=None)
    refused(checklist, "action_unknown", moves.move, [row[3]], task=6, parent=row[0])
    frozen = tasks.numbered(checklist, 13).id
    tasks.mark_not_applicable(checklist, frozen, "理由", "王芳")
    refused(checklist, "frozen", moves.move, row[:2], task=frozen, parent=None)


def test_where_they_stand_already_is_no_step(checklist, row):
    before = rows(checklist)
    assert not moves.move(checklist, row[1:3], task=5, parent=None, place=row[3])
    assert rows(checklist) == before
