"""Rows in the hand: let go between rows, onto a row, onto another task; nowhere where they cannot be."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db import actions, tasks
from desktop.models import dragged
from desktop.pages import action_table
from desktop.widgets.drag_label import label
from tests.builders import rows
from tests.desktop.conftest import settle

BUTTON, NOTHING, MOVE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction


@pytest.fixture
def task(drafted):
    """Task 5 with four actions side by side under the first of which two stand, all in view."""
    drafted.desk.page.show_task(5)
    settle()
    return drafted


class Drag:
    """Actions carried over a tree."""

    def __init__(self, tree, ids):
        self.tree, self.data = tree, dragged.packed(ids)
        event = QDragEnterEvent(QPoint(1, 1), MOVE, self.data, BUTTON, NOTHING)
        QApplication.sendEvent(tree.viewport(), event)

    def over(self, place):
        """Whether they may be let go there, and what is drawn."""
        event = QDragMoveEvent(place, MOVE, self.data, BUTTON, NOTHING)
        QApplication.sendEvent(self.tree.viewport(), event)
        return event.isAccepted()

    def drop(self, place):
        self.over(place)
        event = QDropEvent(QPointF(place), MOVE, self.data, BUTTON, NOTHING)
        QApplication.sendEvent(self.tree.viewport(), event)
        settle()
        return event.isAccepted()


def on(program, action_id, share):
    """A point in the row of an action, so far down."""
    row = program.table.visualRect(program.panel.model.index_of(action_id))
    return QPoint(200, row.top() + round(row.height() * share))


def roots(program):
    return [action.id for action in program.actions if action.depth == 1]


def test_the_model_hands_out_ids_and_lets_qt_change_nothing(task):
    model = task.panel.model
    every = [action.id for action in task.actions]
    cells = [model.index_of(one, column) for one in reversed(every) for column in range(model.columnCount())]
    assert dragged.ids(model.mimeData(cells)) == every
    before = rows(task.session.checklist)
    assert not model.removeRows(0, 2, QModelIndex())
    model.dropMimeData(model.mimeData(cells), MOVE, 0, 0, QModelIndex())
    assert [action.id for action in task.actions] == every
    assert rows(task.session.checklist) == before


def test_between_two_rows_is_before_the_lower(task):
    first, second, third, *_ = roots(task)
    drag = Drag(task.table, [third])
    assert drag.over(on(task, second, 0.1))
    assert task.table._landing.target == (None, second)
    assert not task.table._landing.onto
    task.table.grab()  # the line is drawn
    assert drag.drop(on(task, second, 0.1))
    assert roots(task)[:3] == [first, third, second]
    assert task.table._landing is None
    assert [action.id for action in task.table.selected()] == [third]


def test_onto_a_row_is_below_it(task):
    first, second, third, fourth = roots(task)[:4]
    assert Drag(task.table, [third, fourth]).drop(on(task, second, 0.5))
    checklist = task.session.checklist
    assert [actions.get(checklist, one).parent for one in (third, fourth)] == [second, second]
    assert [action.id for action in task.table.selected()] == [third, fourth]
    task.app.acts["undo"].trigger()
    assert roots(task)[:4] == [first, second, third, fourth]


def test_behind_a_parent_is_before_its_first_child_and_behind_the_last_child_the_pointer_says(task):
    first, second, third = roots(task)[:3]
    children = [action.id for action in task.actions if action.parent == first]
    table = task.table
    Drag(table, [third]).over(on(task, first, 0.95))
    assert table._landing.target == (first, children[0])
    inside = on(task, children[-1], 0.95)
    Drag(table, [third]).over(inside)
    assert table._landing.target == (first, None)
    Drag(table, [third]).over(QPoint(4, inside.y()))
    assert table._landing.target == (None, second)
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())
    assert table._landing is None


def test_below_the_last_row_is_the_end(task):
    first, *others = roots(task)
    last = task.table.visualRect(task.panel.model.index_of(task.actions[-1].id))
    task.table.resize(task.table.width(), last.bottom() + 200)
    assert Drag(task.table, [first]).drop(QPoint(100, last.bottom() + 60))
    assert roots(task) == [*others, first]


def test_where_they_cannot_be_nothing_is_drawn_and_nothing_happens(task):
    first, second, *_ = roots(task)
    child = next(action.id for action in task.actions if action.parent == first)
    before = rows(task.session.checklist)
    drag = Drag(task.table, [first])
    assert not drag.over(on(task, child, 0.1)), "into itself"
    assert task.table._landing is None
    assert not drag.drop(on(task, child, 0.1))
    assert not Drag(task.table, [first]).over(on(task, first, 0.5)), "onto itself"
    assert not Drag(task.table, [999]).drop(on(task, second, 0.5)), "an action that is gone"
    assert rows(task.session.checklist) == before


def test_something_else_in_the_hand_is_not_taken(task):
    event = QDragEnterEvent(QPoint(1, 1), MOVE, data := dragged.packed([]), BUTTON, NOTHING)
    QApplication.sendEvent(task.table.viewport(), event)
    assert not event.isAccepted()
    data.setText("文字")
    assert dragged.ids(data) == []


def test_onto_a_task_in_the_tree(task):
    checklist, tree = task.session.checklist, task.desk.page.panel.tree
    six, two = (tasks.numbered(checklist, number).id for number in (6, 2))
    place = {one: tree.visualRect(task.desk.page.panel.model.index_of(one)).center() for one in (six, two, 5)}
    ids = roots(task)[1:3]
    drag = Drag(tree, ids)
    assert not drag.over(place[two]), "not applicable"
    assert not drag.over(place[5]), "where they are already"
    assert not drag.over(QPoint(60, 8)), "a part is no task"
    assert drag.over(place[six])
    assert tree._landing.onto
    tree.grab()
    assert drag.drop(place[six])
    assert [actions.get(checklist, one).task for one in ids] == [six, six]
    assert "任务6" in task.window.toast.text
    assert task.desk.page.view.task == 5, "the task in view stays"


def test_rows_of_a_task_that_is_not_applicable_are_not_picked_up(task):
    model = task.panel.model
    index = model.index_of(task.actions[0].id)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    task.session.run(tasks.mark_not_applicable, 5, "理由", "王芳")
    assert not model.flags(model.index_of(task.actions[0].id)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_chosen_rows_are_carried_as_a_few_words(task, monkeypatch):
    carried = []
    monkeypatch.setattr(action_table, "carry", lambda *what: carried.append(what))
    ids = roots(task)[:2]
    task.table.choose_all(ids)
    task.table.startDrag(task.panel.model.supportedDragActions())
    ((_, look, data, text, actions_allowed),) = carried
    assert dragged.ids(data) == ids
    assert text.endswith("等2项行动")
    assert actions_allowed & MOVE
    picture = label(look, text, 1.0)
    assert picture.width() < task.table.width()
    assert picture.height() < task.table.visualRect(task.panel.model.index_of(ids[0])).height()
    task.table.clearSelection()
    task.table.startDrag(MOVE)
    assert len(carried) == 1, "nothing chosen is nothing to carry"
