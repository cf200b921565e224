"""The problems page and the tab of the action form: registering, finding, escalating, solving, by hand and key."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db import connection, lifecycle, problems
from db.problems import Entry
from desktop.dialogs.problem import ProblemDialog, SolveDialog
from desktop.models.problem_table import Column
from desktop.words import problems as words
from tests.builders import TODAY
from tests.conftest import clock
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import button, press

Key = Qt.Key
ROWS = (
    ("532-05-02", Entry("实训场地不够", "老校区拆迁", "land", 2, "县教育局", "2020-05-20")),
    ("532-03-01", Entry("省厅接口未开通", "", "technical", 3, "县公安局", "2020-04-28")),
    ("532-06-01", Entry("资金未下达", "", "funds", 4, "", "2020-05-08")),
)


def actions_of(program):
    return [action for its in program.desk.standing.actions.values() for action in its]


def coded(program, code):
    return next(action for action in actions_of(program) if action.code == code)


@pytest.fixture
def troubled(program, sample_file):
    """The sample county with other problems than its own: three open ones and one that was solved, on their page."""
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    checklist = connection.open(path, by="李明", clock=clock)
    for problem in problems.all(checklist):
        problems.remove(checklist, problem.id)
    run = checklist.db.conn.execute
    for code, entry in (*ROWS, ("532-05-02", Entry("缺教员", category="people", raised_on="2020-05-01"))):
        (action,) = run("SELECT id FROM action WHERE code = ?", (code,)).fetchone()
        problems.register(checklist, action, entry, today=TODAY)
    problems.solve(checklist, 4, "2020-05-11", "从市技校借调", today=TODAY)
    checklist.close()
    program.start(path)
    program.desk.go("problems")
    settle()
    return program


def shown(program):
    return [line.problem.entry.text for line in program.desk.page.model.lines]


def dialog(program, kind):
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def stored(program):
    return {problem.id: problem for problem in problems.all(program.session.checklist)}


def choose(combo, word):
    """Take an entry of a combo box as a hand does."""
    combo.setCurrentIndex(combo.findText(word))
    combo.activated.emit(combo.currentIndex())


def test_the_open_ones_are_shown_and_counted(troubled):
    page = troubled.desk.page
    assert shown(troubled) == ["资金未下达", "省厅接口未开通", "实训场地不够"]
    assert troubled.desk.pages.rail.items["problems"].accessibleName() == "问题，3项"
    tip = page.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("二级，实训场地不够，原因老校区拆迁，土地，行动532-05-02")
    assert page.model.lines[2].age == "已29天"


def test_filters_narrow_the_list_and_say_so_when_nothing_is_left(troubled):
    page = troubled.desk.page
    choose(page.which, "已解决")
    assert shown(troubled) == ["缺教员"]
    assert page.model.lines[0].age == "用了10天"
    choose(page.which, "全部问题")
    assert len(shown(troubled)) == 4
    choose(page.level, "三级")
    assert shown(troubled) == ["省厅接口未开通"]
    choose(page.category, "资金")
    assert shown(troubled) == []
    assert not page.table.isVisible()
    assert words.FILTERED_LINE.format(filters="全部问题、三级、资金") in [
        label.text() for label in page._filtered.findChildren(type(page._number))
    ]
    button(page, words.CLEAR_FILTERS).click()
    assert len(shown(troubled)) == 4
    choose(page.unit, "县教育局")
    assert shown(troubled) == ["实训场地不够"]


def test_heads_sort_and_the_chosen_one_stays_chosen(troubled):
    page = troubled.desk.page
    page.show_at(problem=1)
    head = page.table.header()

    def click(column):
        place = QPoint(head.sectionViewportPosition(column) + 5, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(Column.RAISED)
    assert shown(troubled) == ["省厅接口未开通", "资金未下达", "实训场地不够"]
    click(Column.RAISED)
    assert shown(troubled) == ["实训场地不够", "资金未下达", "省厅接口未开通"]
    click(Column.LEVEL)
    assert shown(troubled) == ["实训场地不够", "省厅接口未开通", "资金未下达"]
    assert page.chosen().id == 1


def test_registering_by_typing_a_part_of_the_title(qtbot, troubled):
    action = coded(troubled, "532-11-02")
    press(qtbot, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(troubled, ProblemDialog)
    asked.accept()
    assert asked._rows["action"]._line.text() == "请选一项行动。"
    asked.action.setText("没有这回事")
    asked.accept()
    assert "没有找到这项行动" in asked._rows["action"]._line.text()
    asked.action.setText("532")
    asked.accept()
    assert "项行动符合" in asked._rows["action"]._line.text()
    asked.action.setText(f"{action.code} {action.title}")
    asked.accept()
    assert asked._rows["text"]._line.text() == "请写明是什么问题。"
    asked.text.setPlainText("用地未批")
    asked.raised_on.setText("六月")
    choose(asked.level, "三级 县政府专题会议")
    choose(asked.category, "审批")
    asked.unit.setText("县自然资源局")
    asked.raised_on.setText("7月1日")
    asked.accept()
    assert asked._rows["raised_on"]._line.text() == "提出日期不能晚于今天。"
    asked.raised_on.setText("6月1日")
    asked.accept()
    settle()
    entry = stored(troubled)[5].entry
    assert entry == Entry("用地未批", "", "approval", 3, "县自然资源局", "2020-06-01")
    assert troubled.desk.page.chosen().id == 5, "what was registered is in view"
    assert troubled.desk.pages.rail.items["problems"].accessibleName() == "问题，4项"


def test_a_day_that_is_none_is_refused_at_its_field(qtbot, troubled):
    press(qtbot, Key.Key_Return, on=troubled.desk.page.table)
    asked = dialog(troubled, ProblemDialog)
    asked.raised_on.setText("昨天")
    asked.accept()
    assert asked._rows["raised_on"]._line.text().startswith("“昨天”不是有效的日期")
    asked.reject()


def test_editing_solving_and_opening_again_by_key(qtbot, troubled):
    page = troubled.desk.page
    page.table.setFocus()
    page.show_at(problem=1)
    press(qtbot, Key.Key_F2, on=page.table)
    asked = dialog(troubled, ProblemDialog)
    assert asked.text.toPlainText() == "实训场地不够"
    asked.cause.setPlainText("新校区没交付")
    asked.accept()
    settle()
    assert stored(troubled)[1].entry.cause == "新校区没交付"
    troubled.window.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)
    press(qtbot, Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=page.table)
    assert stored(troubled)[1].entry.level == 3
    press(qtbot, Key.Key_Space, on=page.table)
    asked = dialog(troubled, SolveDialog)
    asked.accept()
    assert asked._rows["solution"]._line.text() == "请写明是怎么解决的。"
    asked.solution.setPlainText("借用党校")
    asked.solved_on.setText("5月1日")
    asked.accept()
    assert asked._rows["solved_on"]._line.text() == "解决日期不能早于提出日期2020年5月20日。"
    asked.solved_on.setText("6月1日")
    asked.accept()
    settle()
    assert (stored(troubled)[1].solved_on, stored(troubled)[1].solution) == ("2020-06-01", "借用党校")
    assert shown(troubled) == ["资金未下达", "省厅接口未开通"], "it has left the open ones"
    assert troubled.window.toast.text == "已解决“实训场地不够”"
    page.show_at(problem=1)
    page.acts.acts["unsolve"].trigger()
    assert stored(troubled)[1].solved_on is None


def test_undo_of_a_removal_stays_on_the_page(qtbot, troubled):
    page = troubled.desk.page
    page.table.setFocus()
    press(qtbot, Key.Key_Delete, on=page.table)
    assert shown(troubled) == ["省厅接口未开通", "实训场地不够"]
    assert page.chosen().entry.text == "省厅接口未开通", "the row that takes its place"
    troubled.app.acts["undo"].trigger()
    assert troubled.desk.pages.key == "problems"
    assert page.chosen().entry.text == "资金未下达"


def test_undo_elsewhere_turns_to_the_problem(qtbot, troubled):
    page = troubled.desk.page
    page.show_at(problem=3)
    page.acts.acts["remove"].trigger()
    troubled.desk.go("units")
    troubled.app.acts["undo"].trigger()
    assert troubled.desk.pages.key == "problems"
    assert page.chosen().id == 3


def test_the_action_leads_to_its_place(qtbot, troubled):
    page = troubled.desk.page
    cell = page.table.visualRect(page.model.index(2, Column.ACTION)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    settle()
    assert troubled.desk.pages.key == "tasks"
    assert [action.code for action in troubled.table.selected()] == ["532-05-02"]


def test_a_problem_of_a_finished_action_is_flagged(troubled):
    action = coded(troubled, "532-05-02")
    troubled.session.run(lifecycle.tick, [action.id], today=TODAY)
    line = troubled.desk.page.model.lines[2]
    assert (line.flag, line.is_open) == (words.ACTION_FINISHED, True)
    troubled.session.undo()
    troubled.session.run(lifecycle.stop, [action.id], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    assert len(shown(troubled)) == 2
    choose(troubled.desk.page.which, "全部问题")
    assert words.ACTION_OUT in [line.flag for line in troubled.desk.page.model.lines]


def test_the_page_catches_up_with_what_was_done_elsewhere(troubled):
    page = troubled.desk.page
    troubled.desk.go("tasks")
    troubled.session.run(problems.remove, 3)
    troubled.desk.go("problems")
    assert page is troubled.desk.page
    assert shown(troubled) == ["省厅接口未开通", "实训场地不够"]


def test_a_new_look_keeps_filters_and_place(troubled):
    page = troubled.desk.page
    choose(page.which, "全部问题")
    choose(page.category, "土地")
    troubled.app.look.set(mode="dark")
    settle()
    assert troubled.desk.page is not page
    assert shown(troubled) == ["实训场地不够"]


@pytest.mark.parametrize("size", [(1366, 736), (900, 560)])
def test_columns_give_way_and_fill_the_width(troubled, size):
    troubled.window.resize(*size)
    settle()
    table = troubled.desk.page.table
    widths = [table.columnWidth(column) for column in Column if not table.isColumnHidden(column)]
    assert sum(widths) == table.viewport().width()
    assert table.columnWidth(Column.TEXT) >= 120
    assert table.isColumnHidden(Column.CAUSE) == (size[0] == 900)


def test_an_empty_page_says_what_it_is_for(opened):
    opened.desk.go("problems")
    page = opened.desk.page
    assert not page.table.isVisible()
    assert button(page, words.REGISTER).isVisible()
    assert opened.desk.pages.rail.items["problems"].accessibleName() == "问题"

