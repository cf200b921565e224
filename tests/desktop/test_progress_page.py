"""The progress page: a period filled in by keyboard, closed, and held against the last one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton

from db import action_edits, actions, due_dates, lifecycle, locking, periods, progress, settings
from desktop import words as common
from desktop.dialogs.comparison import ComparisonDialog
from desktop.dialogs.lock_period import LockPeriod
from desktop.models.progress_rows import Column
from desktop.words import progress as words
from tests.builders import TODAY, add
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MAY, JUNE, HALF = (periods.parse(code) for code in ("2020-05", "2020-06", "2020-H1"))


@pytest.fixture
def page(opened):
    """The progress page of a county with three actions of two units."""
    checklist = opened.session.checklist
    for title, lead in (("摸底", "县人社局"), ("培训", "县人社局"), ("补贴", "县财政局")):
        add(checklist, title, lead=lead, due="6月底前")
    opened.desk.standing.refresh()
    opened.desk.go("progress")
    settle()
    return opened.desk.page


def at(page, row, column):
    """Make a cell current."""
    page.table.choose(page.model.all_rows()[row].action.id, column)
    page.table.setFocus()
    settle()


def editor(page):
    return page.table.indexWidget(page.table.currentIndex())


def entry(page, row, period=JUNE):
    return progress.of_period(page._context.session.checklist, period).get(page.model.all_rows()[row].action.id)


def place(page):
    index = page.table.currentIndex()
    return page.model.all_rows().index(page.model.row(index)), index.column()


def write(qtbot, page, text, key=Key.Key_Tab, modifier=Modifier.NoModifier):
    """Type into the cell as one does: the first letter opens the editor."""
    if editor(page) is None:
        press(qtbot, Key.Key_F2)
        editor(page).selectAll()
    enter(editor(page), text)
    press(qtbot, key, modifier, on=editor(page))
    settle()


def test_a_row_is_filled_in_by_keyboard_and_is_one_step(qtbot, opened, page):
    at(page, 0, Column.PERCENT)
    press(qtbot, Key.Key_6)
    assert isinstance(editor(page), QLineEdit), "typing opens the editor"
    press(qtbot, Key.Key_0, on=editor(page))
    press(qtbot, Key.Key_Tab, on=editor(page))
    assert isinstance(editor(page), QPlainTextEdit)
    write(qtbot, page, "培训1204人")
    write(qtbot, page, "缺场地")
    assert entry(page, 0) is None, "saved when the row is left"
    write(qtbot, page, "找场地", Key.Key_Return)
    assert place(page) == (1, Column.PERCENT), "where the row was begun, as in a spreadsheet"
    made = entry(page, 0)
    assert (made.percent, made.done, made.trouble, made.next) == (60, "培训1204人", "缺场地", "找场地")
    assert made.reporter == opened.session.checklist.by
    assert opened.session.undo_label() == "填报“摸底”2020年6月的进展"
    opened.session.undo()
    assert entry(page, 0) is None
    assert page.head.figures["reported"].text() == "已报0"


def test_undo_and_redo_of_an_entry_stay_at_its_cell(qtbot, opened, page):
    at(page, 1, Column.DONE)
    write(qtbot, page, "开班", Key.Key_Return)
    at(page, 1, Column.TROUBLE)
    write(qtbot, page, "缺场地", Key.Key_Return)
    page.show_period(MAY)
    for act, column, told in (("undo", Column.TROUBLE, ""), ("redo", Column.TROUBLE, "缺场地")):
        opened.app.acts[act].trigger()
        assert (opened.desk.pages.key, page.model.period) == ("progress", JUNE)
        assert (place(page), entry(page, 1).trouble) == ((1, column), told)
        assert QApplication.focusWidget() is page.table
        page.head.choose("missing", "县财政局")
    opened.app.acts["undo"].trigger()
    opened.app.acts["undo"].trigger()
    assert (place(page), entry(page, 1)) == ((1, Column.PERCENT), None), "its period has gone with it"
    opened.desk.go("units")
    opened.app.acts["redo"].trigger()
    assert (opened.desk.pages.key, place(page)) == ("progress", (1, Column.PERCENT))


def test_undo_of_what_the_toast_offered_stays_on_the_page(qtbot, opened, page):
    at(page, 2, Column.PERCENT)
    write(qtbot, page, "100", Key.Key_Return)
    next(b for b in opened.window.toast.findChildren(QPushButton) if b.text() == common.MARK_DONE).click()
    at(page, 0, Column.NEXT)
    opened.app.acts["undo"].trigger()
    assert opened.desk.pages.key == "progress"
    assert place(page) == (2, Column.NEXT)


def test_enter_goes_down_the_column_and_ctrl_enter_repeats_what_stands_above(qtbot, page):
    at(page, 0, Column.DONE)
    write(qtbot, page, "正在推进", Key.Key_Return)
    assert place(page) == (1, Column.DONE)
    press(qtbot, Key.Key_Return, Modifier.ControlModifier)
    assert place(page) == (2, Column.DONE)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Return, Modifier.ControlModifier, on=editor(page))
    settle()
    assert [entry(page, row).done for row in range(3)] == ["正在推进"] * 3
    assert [page.head.figures[name].text() for name in words.FIGURES] == ["应报3", "已报3", "未报0"]


def test_tab_goes_from_cell_to_cell_and_out_at_the_end(qtbot, page):
    at(page, 0, Column.PERCENT)
    for column in (Column.DONE, Column.TROUBLE, Column.NEXT, Column.REPORTER):
        press(qtbot, Key.Key_Tab)
        assert place(page) == (0, column)
    press(qtbot, Key.Key_Tab)
    assert place(page) == (1, Column.PERCENT)
    press(qtbot, Key.Key_Backtab)
    assert place(page) == (0, Column.REPORTER)
    at(page, 2, Column.REPORTER)
    press(qtbot, Key.Key_Tab)
    assert place(page) == (2, Column.REPORTER)


def test_shift_enter_breaks_the_line(qtbot, page):
    at(page, 0, Column.DONE)
    press(qtbot, Key.Key_F2)
    enter(editor(page), "甲")
    press(qtbot, Key.Key_Return, Modifier.ShiftModifier, on=editor(page))
    enter(editor(page), "乙")
    press(qtbot, Key.Key_Return, on=editor(page))
    assert entry(page, 0).done == "甲\n乙"


def test_words_that_are_refused_stay_with_the_reason(qtbot, page):
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "120", Key.Key_Return)
    assert (place(page), editor(page).text()) == ((0, Column.PERCENT), "120")
    assert editor(page).property("state") == "error"
    assert page.settle() == common.REFUSED_LEFT
    editor(page).selectAll()
    write(qtbot, page, "20", Key.Key_Return)
    assert entry(page, 0).percent == 20
    at(page, 1, Column.DONE)
    write(qtbot, page, "字" * 1001, Key.Key_Return)
    assert len(editor(page).toPlainText()) == 1001
    press(qtbot, Key.Key_Escape, on=editor(page))
    assert entry(page, 1) is None
    assert page.settle() == ""


def test_a_percent_that_falls_is_asked_for_its_reason(qtbot, opened, page):
    action = page.model.all_rows()[0].action.id
    opened.session.run(progress.report, action, MAY, today=TODAY, percent=50)
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "40")
    assert (place(page), editor(page).property("for")) == ((0, Column.PERCENT), "reason")
    assert entry(page, 0) is None
    assert page.settle() == common.REFUSED_LEFT
    settle()
    write(qtbot, page, "上次多报", Key.Key_Return)
    assert (entry(page, 0).percent, entry(page, 0).reason) == (40, "上次多报")
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "30", Key.Key_Return)
    settle()
    press(qtbot, Key.Key_Escape, on=editor(page))
    assert entry(page, 0).percent == 40
    assert page.model.drafts() == []


def test_hundred_percent_offers_to_mark_it_done(qtbot, opened, page):
    action = page.model.all_rows()[0].action.id
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "100", Key.Key_Return)
    assert actions.get(opened.session.checklist, action).status == "in_progress"
    next(b for b in opened.window.toast.findChildren(QPushButton) if b.text() == common.MARK_DONE).click()
    assert actions.get(opened.session.checklist, action).status == "done"


def test_nothing_said_is_refused_and_can_be_given_up(qtbot, page):
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "0", Key.Key_Return)
    assert editor(page).property("state") == "error"
    press(qtbot, Key.Key_Escape, on=editor(page))
    assert page.model.drafts() == []
    assert page.settle() == ""


def test_cells_are_pasted_from_a_spreadsheet_as_one_step(qtbot, opened, page):
    at(page, 0, Column.PERCENT)
    QApplication.clipboard().setText("30\t甲\t\t下一步\r\n40\t乙\n")
    press(qtbot, Key.Key_V, Modifier.ControlModifier)
    assert [(entry(page, row).percent, entry(page, row).done) for row in (0, 1)] == [(30, "甲"), (40, "乙")]
    assert opened.window.toast.isVisible()
    opened.session.undo()
    assert entry(page, 0) is None
    QApplication.clipboard().setText('30\t"第一行\n第二行"\t"缺""双师"""\r\n40\t乙\r\n')
    press(qtbot, Key.Key_V, Modifier.ControlModifier)
    assert (entry(page, 0).done, entry(page, 0).trouble, entry(page, 1).done) == ("第一行\n第二行", "缺\"双师\"", "乙")
    opened.session.undo()
    QApplication.clipboard().setText("30\n130\n")
    press(qtbot, Key.Key_V, Modifier.ControlModifier)
    assert entry(page, 0) is None, "all or nothing"


def test_a_pasted_cell_loses_its_protecting_apostrophe_and_a_dash_is_no_reporter(qtbot, opened, page):
    at(page, 0, Column.PERCENT)
    QApplication.clipboard().setText("30\t'-甲\t\t'乙\t—\n")
    press(qtbot, Key.Key_V, Modifier.ControlModifier)
    made = entry(page, 0)
    assert (made.done, made.next, made.reporter) == ("-甲", "'乙", opened.session.checklist.by)


def test_delete_empties_a_cell(qtbot, page):
    at(page, 0, Column.TROUBLE)
    press(qtbot, Key.Key_Delete)
    assert entry(page, 0) is None
    write(qtbot, page, "缺场地", Key.Key_Return)
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "10", Key.Key_Return)
    at(page, 0, Column.TROUBLE)
    press(qtbot, Key.Key_Delete)
    assert (entry(page, 0).trouble, entry(page, 0).percent) == ("", 10)


def test_every_figure_shows_what_it_counts(qtbot, opened, page):
    rows = page.model.all_rows
    opened.session.run(progress.report, rows()[0].action.id, JUNE, today=TODAY, percent=10)
    for figure, titles in (("reported", ["摸底"]), ("missing", ["培训", "补贴"]), ("due", ["摸底", "培训", "补贴"])):
        page.head.figures[figure].click()
        assert [row.action.title for row in rows()] == titles
        assert page.head.figures[figure].text().endswith(str(len(titles)))
    page.head.units.setCurrentIndex(page.head.units.findText("县财政局"))
    page.head.units.activated.emit(page.head.units.currentIndex())
    assert [row.action.title for row in rows()] == ["补贴"]
    assert [page.head.figures[name].text() for name in words.FIGURES] == ["应报1", "已报0", "未报1"]
    page.head.choose("due")
    page.head.group.click()
    assert [group.title for group in page.model.groups] == ["县人社局", "县财政局"]
    assert page.model.group_figures(page.model.groups[0]) == "已报1/2"
    for row in rows():
        opened.session.run(progress.report, row.action.id, JUNE, today=TODAY, percent=20)
    page.head.choose("missing")
    assert page._empty.isVisibleTo(page)
    page._all.click()
    assert len(rows()) == 3


def test_a_closed_period_is_read_only_and_says_so(qtbot, opened, page):
    opened.session.run(progress.report, page.model.all_rows()[0].action.id, MAY, today=TODAY, percent=10, done="五月")
    opened.session.run(locking.lock, MAY, today=TODAY)
    page.head._previous.click()
    settle()
    assert page.model.period == MAY
    assert page.head.closed.isVisibleTo(page)
    assert "2020年5月已于2020年6月18日封账" in page.head._closed_line.text()
    assert not page.head.lock.isVisibleTo(page)
    opened.session.run(lifecycle.tick, [page.model.all_rows()[0].action.id], today=TODAY)
    assert page.model.all_rows()[0].action.percent == 10, "as it stood that day"
    at(page, 0, Column.PERCENT)
    press(qtbot, Key.Key_6)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Delete)
    assert editor(page) is None
    assert entry(page, 0, MAY).percent == 10


def test_what_cannot_be_typed_into_says_why(qtbot, opened, page):
    opened.session.run(progress.report, page.model.all_rows()[0].action.id, JUNE, today=TODAY, percent=50)
    opened.session.run(locking.lock, JUNE, today=TODAY)
    at(page, 1, Column.PERCENT)
    QApplication.clipboard().setText("30")
    for key, modifier in (
        (Key.Key_5, Modifier.NoModifier), (Key.Key_F2, Modifier.NoModifier), (Key.Key_Delete, Modifier.NoModifier),
        (Key.Key_V, Modifier.ControlModifier),
    ):  # fmt: skip
        opened.window.toast.hide()
        press(qtbot, key, modifier)
        assert opened.window.toast.text == "2020年6月已封账，不能改。更正请填在以后的期次。"
        assert (place(page), editor(page)) == ((1, Column.PERCENT), None), "nor does it search"


def test_what_is_finished_counts_as_reported_and_is_read_only(qtbot, opened, page):
    action = page.model.all_rows()[0].action.id
    opened.session.run(lifecycle.tick, [action], today=TODAY)
    assert [page.head.figures[name].text() for name in words.FIGURES] == ["应报3", "已报1", "未报2"]
    assert page.model.group_figures(page.model.groups[0]) == "已报1/3"
    at(page, 0, Column.DONE)
    assert page.table.currentIndex().data() == "已完成，不用填报"
    press(qtbot, Key.Key_F2)
    assert (editor(page), opened.window.toast.text) == (None, "已完成，不用填报")
    page.head.choose("missing")
    assert [row.action.title for row in page.model.all_rows()] == ["培训", "补贴"]


def test_what_was_reported_and_then_marked_done_can_still_be_told(qtbot, opened, page):
    at(page, 0, Column.PERCENT)
    write(qtbot, page, "100", Key.Key_Return)
    opened.session.run(lifecycle.tick, [page.model.all_rows()[0].action.id], today=TODAY)
    at(page, 0, Column.DONE)
    write(qtbot, page, "全部办结", Key.Key_Return)
    assert entry(page, 0).done == "全部办结"


def test_a_longer_period_shows_what_its_months_say(qtbot, opened, page):
    one, two = (row.action.id for row in page.model.all_rows()[:2])
    for period, percent in ((MAY, 20), (JUNE, 30)):
        opened.session.run(progress.report, one, period, today=TODAY, percent=percent, done=f"{period.name}的事")
    opened.session.run(progress.report, two, MAY, today=TODAY, percent=10)
    page.show_period(HALF)
    first, second, _ = page.model.all_rows()
    assert (first.value("percent"), first.value("done"), first.before) == ("30", "2020年6月的事", None)
    assert second.value("percent") == "10"
    assert [page.head.figures[name].text() for name in words.FIGURES] == ["应报3", "已报2", "未报1"]
    assert page._keys.text() == "按月填报的内容，每项取最近一期；要改请到各期。"
    at(page, 0, Column.PERCENT)
    press(qtbot, Key.Key_5)
    assert editor(page) is None
    assert opened.window.toast.text == "2020年上半年看的是按月填报的内容，要改请到各期。"
    tip = page.model.data(page.model.index_of(two, Column.REPORTER), Qt.ItemDataRole.ToolTipRole)
    assert tip == "填在2020年5月"
    page.head.lock.click()
    dialog = page.findChild(LockPeriod)
    told = "".join(label.text() for label in dialog.findChildren(type(dialog._error)))
    for part in ("进展3条", "其中各月、各季度一并封账", "还有1项未报：县财政局1项"):
        assert part in told
    dialog.accept()
    assert HALF in periods.locked(opened.session.checklist)


def test_the_open_editor_stays_at_its_row_when_a_message_comes(qtbot, opened, page):
    for n in range(12):
        add(opened.session.checklist, f"行动{n}", lead="县人社局")
    opened.desk.standing.refresh()
    page._show()
    settle()
    table, last = page.table, len(page.model.all_rows()) - 1
    at(page, last, Column.PERCENT)
    press(qtbot, Key.Key_F2)
    opened.window.message.say("attention", "没有保存")
    settle()
    cell, field = table.visualRect(table.currentIndex()), editor(page).geometry()
    assert cell.top() <= field.top() <= cell.top() + 4
    assert field.bottom() >= cell.top() + 40, "both lines of the cell are under it"
    assert cell.bottom() <= table.viewport().height()


def test_a_damaged_snapshot_is_told_and_nothing_is_shown(opened, page):
    opened.session.run(locking.lock, MAY, today=TODAY)
    run = opened.session.checklist.db.conn.execute
    run("DROP TRIGGER snapshot_never_changes")
    run("UPDATE snapshot SET content = '{}'")
    page.show_period(MAY)
    assert "已经损坏" in page.model.damage.args[0]


def test_closing_tells_first_what_it_does(qtbot, opened, page):
    opened.session.run(progress.report, page.model.all_rows()[0].action.id, JUNE, today=TODAY, percent=10)
    page.head.lock.click()
    dialog = page.findChild(LockPeriod)
    told = "".join(label.text() for label in dialog.findChildren(type(dialog._error)))
    for part in ("进展1条", "行动3项", "还有2项未报：县人社局1项、县财政局1项", "到2020年6月30日才结束", "不能撤销"):
        assert part in told
    dialog.accept()
    settle()
    assert periods.locked(opened.session.checklist) == {JUNE: TODAY}
    assert page.head.closed.isVisibleTo(page)
    assert not opened.app.acts["undo"].isEnabled()


def test_every_line_before_closing_can_be_read_at_any_scale(opened, page):
    for n in range(14):
        add(opened.session.checklist, f"行动{n}", lead=f"县第{n}工作推进局")
    opened.desk.standing.refresh()
    for scale in (1.0, 1.5, 2.0):
        opened.app.look.set(scale=scale)
        settle()
        opened.desk.page.head.lock.click()
        settle()
        dialog = opened.desk.page.findChild(LockPeriod)
        for label in dialog.lines.widget().findChildren(type(dialog._error)):
            assert label.height() >= label.heightForWidth(label.width()), (scale, label.text())
        assert dialog.height() <= opened.window.height() - 60
        dialog.reject()
        settle()


def test_a_period_somebody_closed_meanwhile_is_refused_in_the_dialog(opened, page):
    page.head.lock.click()
    dialog = page.findChild(LockPeriod)
    locking.lock(opened.session.checklist, periods.parse("2020-H1"), today=TODAY)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._error.text() == "2020年6月已随2020年上半年封账，不用再封。"
    dialog.reject()


def test_comparison_leads_to_the_actions(qtbot, opened, page):
    page.head.compare.click()
    assert opened.window.toast.isVisible(), "nothing to compare with is said"
    assert page.findChild(ComparisonDialog) is None
    opened.session.run(locking.lock, MAY, today=TODAY)
    action = page.model.all_rows()[1].action
    opened.session.run(lifecycle.tick, [action.id], today=TODAY)
    page.head.compare.click()
    dialog = page.findChild(ComparisonDialog)
    groups = [dialog.tree.topLevelItem(n).text(0) for n in range(dialog.tree.topLevelItemCount())]
    assert groups == ["新增完成　1项", "新启动　1项", "办理状态变化　1项", "完成率变化　1项"]
    row = dialog.tree.topLevelItem(3).child(0)
    assert (row.text(0), row.text(2)) == ("532-05-02 培训", "0% → 100%")
    dialog.tree.setCurrentItem(row)
    press(qtbot, Key.Key_Return, on=dialog.tree)
    assert opened.desk.pages.key == "tasks"
    assert opened.table.selected()[0].id == action.id


def test_comparison_says_what_became_of_each(opened, page):
    session, (stopped, deleted, late) = opened.session, [row.action.id for row in page.model.all_rows()]
    session.run(locking.lock, MAY, today=TODAY)
    session.run(lifecycle.stop, [stopped], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    session.run(action_edits.delete, [deleted])
    session.run(due_dates.set_due, late, "6月1日", today=TODAY)
    session.run(action_edits.add, 6, "新来的", today=TODAY)
    page.head.compare.click()
    tree = page.findChild(ComparisonDialog).tree
    told = {
        group.text(0).split("　")[0]: [group.child(n).text(2) for n in range(group.childCount())]
        for group in (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    }
    assert told == {
        "新增逾期": ["时限6月1日，逾期17天（13个工作日）"], "时限变化": ["6月底前 → 6月1日"], "新增行动": ["新列入"],
        "不再统计": ["已终止", "已删除或已分解"],
    }  # fmt: skip
    page.findChild(ComparisonDialog).reject()


def test_two_periods_without_a_difference(opened, page):
    opened.session.run(locking.lock, MAY, today=TODAY)
    page.head.compare.click()
    dialog = page.findChild(ComparisonDialog)
    assert not dialog.tree.isVisible()
    dialog.reject()


def test_the_menu_of_periods(opened, page):
    opened.session.run(locking.lock, MAY, today=TODAY)
    page.head.name.click()
    menu = next(menu for menu in page.head.findChildren(QMenu) if menu.isVisible())
    found = {action.text(): action for action in menu.actions()}
    assert list(found)[:2] == ["", "2020年4月"], "the notice is of 3 April"
    assert [name for name in found if "季" in name or "半" in name] == [
        "2020年二季度", "2020年三季度", "2020年四季度", "2020年上半年", "2020年下半年",
    ]  # fmt: skip
    assert not found["2020年7月"].isEnabled()
    assert not found["2020年5月"].icon().isNull()
    assert found["2020年6月"].isChecked()
    found["2020年4月"].trigger()
    assert page.model.period.code == "2020-04"
    assert not page.head._previous.isEnabled(), "March was over before the notice"
    menu.close()
    page.head._next.click()
    page.head._next.click()
    assert not page.head._next.isEnabled(), "July has not begun"


def test_the_rhythm_of_the_county_gives_the_kind_of_period(opened, page):
    read = settings.read(opened.session.checklist)
    opened.session.run(settings.change, replace(read, rhythm="quarter"))
    settle()
    opened.desk.go("tasks")
    opened.app._redraw()
    again = opened.desk.pages
    assert again.go("progress")
    assert again.page.model.period.code == "2020-Q2"


def test_state_comes_back_with_a_new_look(opened, page):
    page.head.group.click()
    page.head.choose("missing", "县人社局")
    page.show_period(MAY)
    opened.app.look.set(scale=1.5)
    settle()
    again = opened.desk.page
    assert again is not page
    assert (again.model.period, again.head.by, again.head.only) == (MAY, "unit", "missing")
    assert [row.action.title for row in again.model.all_rows()] == ["摸底", "培训"]


@pytest.mark.parametrize(("width", "hidden"), [(1366, []), (900, [Column.LEAD, Column.DUE])])
def test_narrow_windows_keep_what_is_typed_into(opened, page, width, hidden):
    opened.window.resize(width, 560)
    settle()
    table = page.table
    assert [column for column in Column if table.isColumnHidden(column)] == hidden
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width()
    assert table.columnWidth(Column.DONE) >= 120


def test_a_double_click_on_an_action_leads_to_it(qtbot, opened, page):
    action = page.model.all_rows()[2].action
    rect = page.table.visualRect(page.model.index_of(action.id))
    page.table.doubleClicked.emit(page.model.index_of(action.id))
    assert rect.isValid()
    assert opened.desk.pages.key == "tasks"
    assert opened.table.selected()[0].id == action.id


def test_rows_follow_what_happens_elsewhere(opened, page):
    opened.desk.go("tasks")
    add(opened.session.checklist, "后来的", lead="县教育局")
    opened.desk.standing.refresh()
    opened.desk.go("progress")
    settle()
    assert [row.action.title for row in page.model.all_rows()][-1] == "后来的"
    assert actions.all(opened.session.checklist)[-1].title == "后来的"
