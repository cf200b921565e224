"""The actions of a task as a tree: many rows come and go at once, and the view keeps its place."""

import pytest
from PySide6.QtCore import QPersistentModelIndex

from db import action_edits, connection, moves, pasting
from desktop.models.action_tree import ActionTreeModel
from desktop.models.standing import Standing
from desktop.session import Session
from tests.builders import TODAY, copied
from tests.test_laws import table

TASK = 5


class Tree:
    """A live model, and how often it told of rows."""

    def __init__(self, path):
        self.session = Session(connection.open(path, by="李明"), lambda: TODAY)
        self.standing = Standing(self.session)
        self.model = ActionTreeModel(self.session, self.standing)
        self.model.show_task(TASK)
        self.told = []
        for name in ("rowsInserted", "rowsRemoved", "rowsMoved", "modelReset", "layoutChanged"):
            getattr(self.model, name).connect(lambda *_, name=name: self.told.append(name))

    def paste(self, text):
        read = pasting.read(self.session.checklist, text, today=TODAY, task=TASK)
        return self.session.run(pasting.accept, read, today=TODAY)

    def check(self):
        """It equals one that is made anew, and says what it told."""
        fresh = ActionTreeModel(self.session, self.standing)
        fresh.show_task(TASK)
        assert table(self.model) == table(fresh)
        told, self.told[:] = list(self.told), []
        return told


@pytest.fixture
def tree(qapp, empty_file, tmp_path):
    made = Tree(copied(empty_file, tmp_path))
    yield made
    made.session.close()


def test_rows_that_come_together_with_all_below_them_are_told_once(tree):
    tree.session.run(action_edits.add, TASK, "先有的", today=TODAY)
    assert tree.check() == ["rowsInserted"]
    kept = QPersistentModelIndex(tree.model.index(0, 0))
    tree.paste("序号\t行动\n" + "\n".join(f"{n}\t甲{n}\n{n}.1\t乙{n}\n{n}.2\t丙{n}" for n in range(2, 90)))
    assert tree.check() == ["rowsInserted"]
    tree.session.undo()
    assert tree.check() == ["rowsRemoved"]
    tree.session.redo()
    assert tree.check() == ["rowsInserted"]
    assert kept.data() == "先有的"


def test_rows_that_come_in_many_places_are_shown_anew(tree):
    tree.paste("\n".join(f"甲{n}" for n in range(70)))
    its = [action.id for action in tree.model.in_order()]
    tree.check()
    tree.paste("序号\t行动\n" + "\n".join(f"{n}\t甲{n}\n{n}.1\t乙{n}" for n in range(70)))
    assert tree.check() == ["modelReset"]
    tree.session.undo()
    assert tree.check() == ["modelReset"]
    assert [action.id for action in tree.model.in_order()] == its


@pytest.mark.parametrize(("number", "told"), [(5, {"rowsMoved"}), (80, {"layoutChanged"})])
def test_rows_in_another_order_keep_what_is_chosen(tree, number, told):
    tree.paste("\n".join(f"甲{n}" for n in range(number)))
    its = [action.id for action in tree.model.in_order()]
    kept = QPersistentModelIndex(tree.model.index_of(its[0]))
    tree.check()
    tree.session.run(moves.move, [its[0]], task=TASK, parent=None)
    assert set(tree.check()) == told
    assert (kept.row(), kept.data()) == (number - 1, "甲0")
