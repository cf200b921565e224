"""Several actions at once in the window: the bar, the bulk change, copies, rows on the clipboard, other tasks."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from db import actions, history, tasks
from desktop.dialogs.move_to_task import found
from desktop.models.ledger_columns import COLUMNS
from desktop.words import bulk as words
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier


def dialog(program):
    return next(found for found in program.window.findChildren(QDialog) if found.isVisible())


def told(box):
    return "\n".join(label.text() for label in box.findChildren(QLabel) if label.isVisible())


def choose(program, *ids):
    """Choose actions of the task in view."""
    program.table.choose_all(ids)
    program.table.setFocus()
    settle()


def back(program):
    """The window is worked at again, a dialog being closed."""
    settle()
    program.window.activateWindow()
    settle()


def leaves(program, *states):
    return [action.id for action in program.actions if action.leaf and action.status in states]


def stand(program, ids, name):
    return [getattr(actions.get(program.session.checklist, one), name) for one in ids]


@pytest.fixture
def task(drafted):
    """Task 5 of a county that has not issued anything, in view."""
    drafted.desk.page.show_task(5)
    settle()
    return drafted


@pytest.fixture
def ledger(drafted):
    drafted.desk.go("ledger")
    settle()
    drafted.page = drafted.desk.page
    return drafted


def test_the_bar_comes_with_the_second_row_and_goes_with_escape(qtbot, task):
    bar = task.panel.bar
    assert not bar.isVisible()
    task.table.setFocus()
    press(qtbot, Key.Key_A, Modifier.ControlModifier)
    assert bar.isVisible()
    assert f"已选{len(task.actions)}项" in told(bar)
    press(qtbot, Key.Key_Escape, on=task.table)
    assert not bar.isVisible()
    assert len(task.table.selected()) == 1


def test_ctrl_d_sets_the_due_date_of_all_with_words_and_enter(qtbot, task):
    ids = leaves(task, "not_started", "in_progress")
    choose(task, *ids)
    lines = len(history.lines(task.session.checklist))
    press(qtbot, Key.Key_D, Modifier.ControlModifier)
    box = dialog(task)
    assert box.field.currentText() == "完成时限"
    enter(QApplication.focusWidget(), "9月底前")
    qtbot.waitUntil(lambda: box.rows.known)
    assert box._main.text() == f"修改{len(ids)}项"
    shown = [box.rows.index(row, 2).data() for row in range(box.rows.rowCount())]
    assert "6月30日 → 9月30日" in shown
    assert "9月30日 → 9月底前" in shown, "the same day in other words"
    press(qtbot, Key.Key_Return)
    assert stand(task, ids, "due_on") == ["2020-09-30"] * len(ids)
    assert len(history.lines(task.session.checklist)) == lines + 1
    assert "项的完成时限" in task.window.toast.text
    task.app.acts["undo"].trigger()
    assert set(stand(task, ids, "due_on")) != {"2020-09-30"}


def test_a_single_due_date_is_still_typed_in_its_cell(qtbot, task):
    choose(task, task.actions[0].id)
    press(qtbot, Key.Key_D, Modifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert task.window.findChild(QDialog) is None
    press(qtbot, Key.Key_Escape)


def test_what_cannot_be_changed_is_shown_first_with_its_reason(qtbot, task):
    parent = next(action for action in task.actions if not action.leaf)
    one = leaves(task, "in_progress")[0]
    choose(task, one, parent.id)
    press(qtbot, Key.Key_E, CTRL_SHIFT)
    box = dialog(task)
    box.field.setCurrentIndex(box.field.findData("status"))
    assert box.change().value == "", "what nobody has chosen is not proposed"
    assert not box.rows.known
    box._current().setCurrentIndex(box._current().findData("done"))
    cell = lambda row, column: box.rows.index(row, column).data()  # noqa: E731
    assert cell(0, 0) == parent.code
    assert "由子行动得出" in cell(0, 3)
    assert cell(1, 2) == "正在推进 → 已完成待销号"
    assert box._main.text() == "修改其余1项"
    assert "1项不能改，保持原样。" in told(box)
    box.accept()
    settle()
    assert stand(task, [one], "status") == ["done"]
    assert "，1项没有改" in task.window.toast.text


def test_a_value_that_cannot_stand_is_said_at_its_field(qtbot, task):
    ids = leaves(task, "in_progress")
    choose(task, *ids)
    task.panel.many.do("due", task.table.selected())
    settle()
    box = dialog(task)
    box.accept()
    assert "请填写要改成什么" in told(box)
    enter(box._current(), "13月")
    box.accept()
    assert "没有13月" in told(box)
    box._current().setText("长期坚持")
    box.way.setCurrentIndex(box.way.findData("days"))
    assert "没有13月" not in told(box)
    enter(box._current(), "三百")
    box.accept()
    assert "天数应是" in told(box)
    enter(box._current(), "")
    box._current().setText("10")
    box.accept()
    settle()
    assert task.window.findChild(QDialog) is None


def test_nothing_to_change_is_said(task):
    ids = leaves(task, "in_progress")
    task.panel.many.change([actions.get(task.session.checklist, one) for one in ids], "owner")
    settle()
    box = dialog(task)
    box.way.setCurrentIndex(box.way.findData("clear"))
    box.accept()
    settle()
    assert stand(task, ids, "owner") == [""] * len(ids)
    task.panel.many.change([actions.get(task.session.checklist, one) for one in ids], "owner")
    settle()
    box = dialog(task)
    box.way.setCurrentIndex(box.way.findData("clear"))
    box.accept()
    assert words.NONE_NEED in told(box)
    box.reject()


def test_every_field_and_way_can_be_asked_for(task):
    choose(task, *(action.id for action in task.actions))
    task.panel.many.do("bulk", task.table.selected())
    settle()
    box = dialog(task)
    for field in range(box.field.count()):
        box.field.setCurrentIndex(field)
        for way in range(box.way.count()):
            box.way.setCurrentIndex(way)
            change = box.change()
            assert (change.field, change.way) == (box.field.itemData(field), box.way.itemData(way))
            assert box._value.currentWidget() is box._rows_of_value()
            assert box.rows.rowCount() == len(task.actions)
    box.reject()


def test_space_ticks_all_that_are_chosen(qtbot, task):
    ids = leaves(task, "not_started", "in_progress")
    choose(task, *ids)
    press(qtbot, Key.Key_Space, on=task.table)
    assert stand(task, ids, "status") == ["done"] * len(ids)


def test_several_move_by_keyboard_and_stay_chosen(qtbot, task):
    roots = [action.id for action in task.actions if action.depth == 1]
    choose(task, roots[1], roots[2])
    press(qtbot, Key.Key_Up, Modifier.AltModifier, task.table)
    assert [a.id for a in task.actions if a.depth == 1] == [roots[1], roots[2], roots[0], *roots[3:]]
    assert [action.id for action in task.table.selected()] == roots[1:3]
    press(qtbot, Key.Key_Down, Modifier.AltModifier, task.table)
    press(qtbot, Key.Key_Right, Modifier.AltModifier, task.table)
    assert stand(task, roots[1:3], "parent") == [roots[0]] * 2
    assert [action.id for action in task.table.selected()] == roots[1:3]
    press(qtbot, Key.Key_Left, Modifier.AltModifier, task.table)
    assert [a.id for a in task.actions if a.depth == 1] == roots


def test_a_copy_stands_below_and_is_ready_to_be_renamed(qtbot, task):
    one = next(action for action in task.actions if action.leaf and action.depth == 1)
    choose(task, one.id)
    press(qtbot, Key.Key_D, CTRL_SHIFT)
    editor = QApplication.focusWidget()
    enter(editor, "换个名称")
    press(qtbot, Key.Key_Return, on=editor)
    place = [action.id for action in task.actions].index(one.id)
    assert [action.title for action in task.actions[place : place + 2]] == [one.title, "换个名称"]


def test_several_copies_are_chosen(qtbot, task):
    roots = [action.id for action in task.actions if action.depth == 1]
    choose(task, *roots)
    number = len(task.actions)
    press(qtbot, Key.Key_D, CTRL_SHIFT)
    assert len(task.actions) == 2 * number
    assert len(task.table.selected()) == len(roots)
    assert not set(roots) & {action.id for action in task.table.selected()}
    task.app.acts["undo"].trigger()
    assert len(task.actions) == number


def test_to_another_task_by_number_and_enter(qtbot, task):
    six = tasks.numbered(task.session.checklist, 6).id
    ids = leaves(task, "in_progress")
    choose(task, *ids)
    press(qtbot, Key.Key_M, CTRL_SHIFT)
    box = dialog(task)
    enter(QApplication.focusWidget(), "99")
    press(qtbot, Key.Key_Return, on=box.asked)
    assert words.MOVE_NONE in told(box)
    box.asked.clear()
    enter(box.asked, "6")
    assert box._main.text() == "移到任务6"
    press(qtbot, Key.Key_Return, on=box.asked)
    assert stand(task, ids, "task") == [six] * len(ids)
    assert "任务6" in task.window.toast.text
    task.app.acts["undo"].trigger()
    assert six not in stand(task, ids, "task")


def test_the_list_of_tasks_is_walked_through(qtbot, task):
    choose(task, task.actions[0].id)
    press(qtbot, Key.Key_M, CTRL_SHIFT)
    box = dialog(task)
    press(qtbot, Key.Key_Return, on=box.asked)
    assert words.MOVE_EMPTY in told(box), "nothing is proposed that nobody asked for"
    press(qtbot, Key.Key_Down, on=box.asked)
    first = box.task()
    press(qtbot, Key.Key_Down, on=box.asked)
    second = box.task()
    assert first.number < second.number
    press(qtbot, Key.Key_Up, on=box.asked)
    press(qtbot, Key.Key_Up, on=box.asked)
    assert box.task() == first
    offered = [box.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(box.list.count())]
    assert all(task.applicable for task in offered)
    assert 5 not in {task.number for task in offered}, "they are there already"
    box.reject()


@pytest.mark.parametrize(
    ("number", "sentence"), [("5", "已经在任务5里"), ("2", "任务2不适用"), ("０２", "任务2不适用")]
)
def test_a_number_that_cannot_be_is_never_taken_for_another(qtbot, task, number, sentence):
    checklist = task.session.checklist
    task.session.run(tasks.mark_not_applicable, tasks.numbered(checklist, 2).id, "理由", "王芳")
    settle()
    choose(task, task.actions[0].id)
    press(qtbot, Key.Key_M, CTRL_SHIFT)
    box = dialog(task)
    enter(box.asked, number)
    assert sentence in told(box)
    press(qtbot, Key.Key_Return, on=box.asked)
    assert sentence in told(box)
    assert box._row.field.property("state") == "error"
    assert box.isVisible()
    box.asked.clear()
    enter(box.asked, "20")
    assert box.task().number == 20
    assert sentence not in told(box)
    box.reject()


def test_tasks_are_found_by_number_and_words(checklist):
    every = tasks.all(checklist)
    assert [task.number for task in found(every, "２")][:3] == [2, 20, 21]
    assert next(task.number for task in found(every, "02")) == 2
    assert {task.number for task in found(every, "就业 能力")} >= {5}
    assert found(every, "没有这样的字") == []
    assert len(found(every, " ")) == 28


def test_rows_are_copied_as_a_table(qtbot, task):
    choose(task, *(action.id for action in task.actions))
    press(qtbot, Key.Key_C, Modifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines()]
    assert lines[0] == ["编号", "行动", "牵头单位", "责任人", "完成时限", "办理状态", "完成率"]
    assert [line[0] for line in lines[1:]] == [action.code for action in task.actions]
    assert data.hasHtml()
    assert data.html().count("<tr>") == len(lines)
    assert f"已复制{len(task.actions)}行" in task.window.toast.text


def test_the_text_of_a_cell_that_is_edited_is_copied_as_usual(qtbot, task):
    QGuiApplication.clipboard().setText("从前的")
    choose(task, task.actions[0].id)
    press(qtbot, Key.Key_F2, on=task.table)
    editor = QApplication.focusWidget()
    editor.selectAll()
    press(qtbot, Key.Key_C, Modifier.ControlModifier, editor)
    assert QGuiApplication.clipboard().text() == task.actions[0].title
    press(qtbot, Key.Key_Escape, on=editor)


def test_the_ledger_has_bar_bulk_copy_and_move(qtbot, ledger):
    page = ledger.page
    keys = [key for key in page.model.keys if isinstance(key, int)][:3]
    page.view.choose_all(keys)
    page.view.setFocus()
    settle()
    assert page.chosen_bar.isVisible()
    press(qtbot, Key.Key_C, Modifier.ControlModifier, page.view)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == [column.head for column in COLUMNS if column.usual]
    assert len(lines) == 4
    assert "已复制3行" in ledger.window.toast.text
    page.chosen_bar.buttons["lead"].click()
    settle()
    box = dialog(ledger)
    enter(box._current(), "县水利局")
    press(qtbot, Key.Key_Return, on=box._current())
    assert stand(ledger, keys, "lead") == ["县水利局"] * 3
    page.commands.actions["move_to"].trigger()
    settle()
    box = dialog(ledger)
    enter(box.asked, "28")
    box.accept()
    settle()
    assert stand(ledger, keys, "task") == [tasks.numbered(ledger.session.checklist, 28).id] * 3
    press(qtbot, Key.Key_Escape, on=page.view)
    assert not page.chosen_bar.isVisible()


def test_a_copy_in_the_ledger_is_ready_to_be_renamed(qtbot, ledger):
    page = ledger.page
    key = next(key for key in page.model.keys if isinstance(key, int))
    page.view.choose(key)
    page.view.setFocus()
    press(qtbot, Key.Key_D, CTRL_SHIFT, page.view)
    editor = QApplication.focusWidget()
    enter(editor, "抄来的")
    press(qtbot, Key.Key_Return, on=editor)
    assert any(row.action.title == "抄来的" for row in page.model.every())


def test_in_a_task_that_is_not_applicable_rows_can_only_be_copied_and_printed(task):
    checklist = task.session.checklist
    task.session.run(tasks.mark_not_applicable, tasks.numbered(checklist, 5).id, "理由", "王芳")
    settle()
    task.table.selectAll()
    task.table.selectionModel().select(
        task.table.model().index(0, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    enabled = {name for name, act in task.panel.commands.actions.items() if act.isEnabled()}
    assert enabled == {"copy_rows", "task-card"}


def test_tab_leaves_the_preview_for_the_foot(qtbot, task):
    choose(task, *(action.id for action in task.actions))
    press(qtbot, Key.Key_E, CTRL_SHIFT)
    box = dialog(task)
    box.table.setFocus()
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is box._main
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is box._cancel
    box.reject()


def test_a_click_on_the_bar_leaves_the_focus_in_the_table(qtbot, task):
    choose(task, *(action.id for action in task.actions))
    qtbot.mouseClick(task.panel.bar.buttons["bulk"], Qt.MouseButton.LeftButton)
    settle()
    press(qtbot, Key.Key_Escape, on=dialog(task))
    back(task)
    assert QApplication.focusWidget() is task.table


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_M])
def test_the_keys_of_many_work_while_the_focus_is_on_the_bar(qtbot, task, key):
    choose(task, *(action.id for action in task.actions))
    task.panel.bar.buttons["bulk"].setFocus()
    press(qtbot, key, CTRL_SHIFT)
    box = dialog(task)
    box.reject()
    back(task)
    press(qtbot, Key.Key_Escape, on=task.panel.bar.buttons["bulk"])
    assert not task.panel.bar.isVisible()
    assert QApplication.focusWidget() is task.table


def test_what_was_chosen_in_the_ledger_stays_so_after_ctrl_z(qtbot, ledger):
    page = ledger.page
    page.view.setFocus()
    press(qtbot, Key.Key_A, Modifier.ControlModifier, page.view)
    chosen = [action.id for action in page.view.selected()]
    page.chosen_bar.buttons["owner"].click()
    settle()
    enter(dialog(ledger)._current(), "李明")
    dialog(ledger).accept()
    back(ledger)
    current = page.view.currentIndex()
    top = page.view.verticalScrollBar().value()
    press(qtbot, Key.Key_Z, Modifier.ControlModifier, page.view)
    assert "撤销" in ledger.window.toast.text
    assert [action.id for action in page.view.selected()] == chosen
    assert page.view.currentIndex() == current
    assert page.view.verticalScrollBar().value() == top


def test_what_was_chosen_in_a_task_stays_so_after_ctrl_z(qtbot, task):
    ids = leaves(task, "in_progress")
    choose(task, *ids)
    task.panel.many.do("owner", task.table.selected())
    settle()
    enter(dialog(task)._current(), "李明")
    dialog(task).accept()
    back(task)
    press(qtbot, Key.Key_Z, Modifier.ControlModifier, task.table)
    assert "撤销" in task.window.toast.text
    assert [action.id for action in task.table.selected()] == ids


def test_the_line_about_what_was_done_is_never_over_the_bar(qtbot, ledger):
    page, toast = ledger.page, ledger.window.toast
    page.view.setFocus()
    toast.say("说一句")
    press(qtbot, Key.Key_A, Modifier.ControlModifier, page.view)
    bar = page.chosen_bar
    place = lambda: bar.mapTo(toast.parentWidget(), bar.rect().topLeft()).y()  # noqa: E731
    assert toast.geometry().bottom() < place(), "it makes way for a bar that comes"
    toast.say("再说一句")
    assert toast.geometry().bottom() < place()
    press(qtbot, Key.Key_Escape, on=page.view)
    assert toast.geometry().bottom() > place()


@pytest.mark.parametrize("page", ["task", "ledger"])
def test_a_copy_not_yet_renamed_is_taken_back_with_ctrl_z(qtbot, request, page):
    program = request.getfixturevalue(page)
    view = program.table if page == "task" else program.page.view
    view.setFocus()
    if page == "ledger":
        view.choose(next(key for key in program.page.model.keys if isinstance(key, int)))
    number = len(actions.all(program.session.checklist))
    press(qtbot, Key.Key_D, CTRL_SHIFT, view)
    assert len(actions.all(program.session.checklist)) > number
    press(qtbot, Key.Key_Z, Modifier.ControlModifier)
    assert len(actions.all(program.session.checklist)) == number
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize(("width", "height", "scale"), [(900, 560, 1.0), (1366, 736, 1.5), (1366, 736, 2.0)])
def test_nothing_of_bar_and_dialog_is_cut_where_the_window_is_narrow(task, width, height, scale):
    task.app.look.set(scale=scale)
    task.window.resize(width, height)
    settle()
    choose(task, *(action.id for action in task.actions))
    bar = task.panel.bar
    for part in (*bar.buttons.values(), bar.drop, bar._number):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width(), part.text()
            assert part.geometry().right() < bar.width()
    task.panel.many.do("bulk", task.table.selected())
    settle()
    box = dialog(task)
    for field in range(box.field.count()):
        box.field.setCurrentIndex(field)
        settle()
        for part in (box.field, box.way, box._current(), box._main, box._cancel):
            inside = part.mapTo(box, part.rect().bottomRight())
            assert box.rect().contains(inside), box.field.currentText()
            assert part.height() >= part.sizeHint().height()
        assert box.table.viewport().height() >= box.table.verticalHeader().defaultSectionSize()
        assert box.table.horizontalHeader().length() <= box.table.viewport().width()
    assert box.width() <= task.window.width()
    assert box.height() <= task.window.height()
    box.reject()
