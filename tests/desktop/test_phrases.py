"""常用语 where people write: opened, searched and inserted by keys, gaps filled with Tab, the list itself changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QPushButton

from db import phrases, progress
from desktop.dialogs.phrases import PhrasesDialog
from desktop.dialogs.progress import ProgressDialog
from desktop.models.progress_rows import Column
from desktop.widgets.phrase_popup import PhrasePopup
from desktop.words import phrases as words
from tests.desktop.conftest import settle

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def press(*keys):
    """Press keys where the focus is; a letter is typed."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(focused, key)
        settle()


def opened_at(field, key=Key.Key_Semicolon, modifier=Modifier.ControlModifier):
    """The list of phrases, opened by its key in a field."""
    field.setFocus()
    QTest.keyClick(field, key, modifier)
    settle()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PhrasePopup)
    return popup


def texts(popup):
    return [popup.list.item(n).text().partition("：")[2] for n in range(popup.list.count())]


@pytest.fixture
def report(qtbot, filled):
    """The dialog that asks for the progress of 532-05-02."""
    every = (one for its in filled.desk.standing.actions.values() for one in its)
    action = next(one for one in every if one.code == "532-05-02")
    filled.desk.go("tasks", task=action.task, action=action.id)
    dialog = ProgressDialog(filled.desk.page._context, action, filled.window)
    dialog.open()
    settle()
    return dialog


@pytest.fixture
def manage(qtbot, opened):
    """The dialog in which the phrases are changed."""
    opened.app.acts["phrases"].trigger()
    settle()
    return opened.window.findChild(PhrasesDialog)


def test_the_first_phrase_with_two_keys(report):
    field = report.texts["next"]
    field.clear()
    popup = opened_at(field)
    assert popup.list.currentRow() == 0
    press(Key.Key_Return)
    assert field.toPlainText() == "县人社局将倒排工期，逐项压实责任，确保6月底前完成。", "filled in from the action"
    assert field.hasFocus()
    report.reject()


def test_a_phrase_goes_in_at_the_cursor_and_tab_goes_from_gap_to_gap(report):
    field = report.texts["next"]
    field.setPlainText("前。后。")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    opened_at(field, Key.Key_Down, Modifier.AltModifier)
    press(Key.Key_Down, Key.Key_Return)
    assert field.toPlainText() == "前。{日期}前提请召开专题会议，协调解决{事项}。后。"
    assert field.textCursor().selectedText() == "{日期}"
    press("6", Key.Key_Tab)
    assert field.textCursor().selectedText() == "{事项}"
    press("X")
    assert field.toPlainText() == "前。6前提请召开专题会议，协调解决X。后。"
    press(Key.Key_Tab)
    assert not field.hasFocus(), "with no gap left Tab goes on"
    report.reject()


def test_the_percent_and_the_period_are_those_of_the_dialog(report):
    report.lines["percent"].setText("75")
    popup = opened_at(report.texts["done"])
    assert any("总体完成率75%" in text for text in texts(popup))
    popup.close()
    report.reject()


def test_searching_as_one_types(report):
    popup = opened_at(report.texts["trouble"])
    popup.search.setText("资金")
    popup.search.textEdited.emit("资金")
    assert len(texts(popup)) == 1
    popup.search.setText("没有的话")
    popup.search.textEdited.emit("没有的话")
    assert popup.list.isHidden()
    assert popup._none.text() == words.NONE_FOUND
    press(Key.Key_Return)
    assert popup.isVisible(), "there is nothing to insert"
    press(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert report.texts["trouble"].hasFocus()
    report.reject()


def test_each_field_offers_its_own_and_those_for_everywhere(report):
    for use in progress.TEXTS:
        popup = opened_at(report.texts[use])
        shown = [popup.list.item(n).text().partition("：")[0] for n in range(popup.list.count())]
        assert list(dict.fromkeys(shown)) == [words.USES[use], words.USES["any"]]
        popup.close()
    report.reject()


def test_the_button_beside_the_label_opens_it_too(report):
    buttons = [one for one in report.findChildren(QPushButton) if one.text() == words.PHRASES]
    assert len(buttons) == len(progress.TEXTS)
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in buttons), "no stop more for Tab"
    buttons[0].click()
    settle()
    popup = QApplication.activePopupWidget()
    popup.list.itemClicked.emit(popup.list.item(0))
    settle()
    assert "已制定工作方案" in report.texts["done"].toPlainText()
    report.reject()


@pytest.fixture
def cell(filled):
    """The open cell of 进展情况 in the first row that can be filled in."""
    filled.desk.go("progress")
    settle()
    table = filled.desk.page.table
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(Column.DONE))
    press(Key.Key_F2)
    field = table.viewport().findChild(QPlainTextEdit)
    assert field.hasFocus()
    return field


def test_in_a_cell_of_the_quick_table(filled, cell):
    table = filled.desk.page.table
    row = filled.desk.page.model.row(table.currentIndex())
    cell.clear()
    opened_at(cell)
    press(Key.Key_Down, Key.Key_Return)
    assert table.state() == table.State.EditingState, "the cell stays open"
    assert cell.textCursor().selectedText() == "{数字}"
    press("3", Key.Key_Return)
    saved = progress.of_action(filled.session.checklist, row.action.id)[0]
    assert saved.done.startswith("截至2020年6月18日，已完成3，总体完成率")


def test_tab_in_a_cell_goes_to_a_gap_before_the_next_cell(filled, cell):
    table = filled.desk.page.table
    cell.setPlainText("完成{数字}，投资{金额}")
    press(Key.Key_Home, Key.Key_Tab)
    assert cell.textCursor().selectedText() == "{数字}"
    press(Key.Key_Tab)
    assert cell.textCursor().selectedText() == "{金额}"
    press(Key.Key_Tab)
    assert table.currentIndex().column() == Column.TROUBLE


def test_reasons_have_them_too(filled):
    def row(act):
        filled.panel.commands.actions[act].trigger()
        settle()
        dialog = next(dialog for dialog in filled.window.findChildren(QDialog) if dialog.isVisible())
        field = next(field for field in dialog.findChildren(QPlainTextEdit) if field.isVisible())
        opened_at(field)
        press(Key.Key_Return)
        said = field.toPlainText()
        dialog.reject()
        settle()
        return said

    every = [one for its in filled.desk.standing.actions.values() for one in its if one.leaf]
    done = next(one for one in every if one.status == "done")
    filled.desk.go("tasks", task=done.task, action=done.id)
    assert row("send_back") == "经{日期}专题会议研究同意。"
    issued = next(one for one in every if one.code == "532-05-02")
    filled.desk.go("tasks", task=issued.task, action=issued.id)
    assert row("extend") == "经{日期}专题会议研究同意。"


def test_a_problem_is_told_in_phrases(filled):
    filled.desk.go("problems")
    settle()
    filled.desk.page.acts.edit()
    settle()
    dialog = next(dialog for dialog in filled.window.findChildren(QDialog) if dialog.isVisible())
    popup = opened_at(dialog.text)
    assert texts(popup)[0] == "暂无需要协调解决的问题。"
    popup.close()
    dialog.reject()


def test_a_phrase_is_added_and_shown(opened, manage):
    press(Key.Key_Tab)
    QTest.keyClick(manage, Key.Key_N, Modifier.ControlModifier)
    settle()
    assert manage.text.hasFocus()
    manage.use.setCurrentIndex(manage.use.findData("next"))
    manage.text.insertPlainText("{本县}下月完成{数字}。")
    assert manage.preview.text() == "安岭县下月完成{数字}。"
    press(Key.Key_Return)
    assert phrases.all(opened.session.checklist)[manage.list.currentRow()].text == "{本县}下月完成{数字}。"
    assert opened.session.undo_label() == "新增常用语“{本县}下月完成{数字}。”"
    opened.app.acts["undo"].trigger()
    settle()
    assert manage.list.count() == len(phrases.shipped()), "the list follows"
    manage.reject()


def test_a_phrase_is_put_in_other_words(opened, manage):
    press(Key.Key_Down, Key.Key_Return)
    manage.text.setPlainText("已完成{数字")
    press(Key.Key_Return)
    assert manage.text.property("state") == "error"
    assert phrases.all(opened.session.checklist)[1].text != "已完成{数字"
    manage.text.setPlainText("已完成{数字}。")
    press(Key.Key_Return)
    assert phrases.all(opened.session.checklist)[1].text == "已完成{数字}。"
    assert manage.list.currentRow() == 1
    manage.use.setCurrentIndex(manage.use.findData("any"))
    manage.use.activated.emit(manage.use.currentIndex())
    assert phrases.all(opened.session.checklist)[-1].text == "已完成{数字}。"
    assert manage.list.key().text == "已完成{数字}。", "it stays in view"
    manage.reject()


def test_order_and_deletion_by_keys(opened, manage):
    def order():
        return [one.text for one in phrases.all(opened.session.checklist)]

    first, second, *_ = order()
    QTest.keyClick(manage.list, Key.Key_Down, Modifier.AltModifier)
    assert order()[:2] == [second, first]
    assert manage.list.key().text == first
    QTest.keyClick(manage.list, Key.Key_Up, Modifier.AltModifier)
    assert order()[:2] == [first, second]
    manage.list.setCurrentRow(1)
    QTest.keyClick(manage.list, Key.Key_Delete)
    assert second not in order()
    assert manage.list.currentRow() == 1, "the next one takes its place"
    manage.buttons["restore"].click()
    assert second in order()
    manage.buttons["restore"].click()
    assert manage.text.property("state") == "error", "there is nothing to restore, and it says so"
    manage.reject()


def test_an_empty_list_offers_the_way_on(opened, manage):
    every = [one.id for one in phrases.all(opened.session.checklist)]
    opened.session.run(phrases.remove, every)
    assert manage.list.count() == 0
    assert not manage.buttons["remove"].isEnabled()
    manage.remove()
    manage.shift(1)
    manage.buttons["restore"].click()
    assert manage.list.count() == len(every)
    manage.reject()


def test_placeholders_are_put_in_from_a_menu(manage):
    manage.add()
    manage._placeholders.click()
    settle()
    menu = manage.findChild(QMenu)
    inner = menu.findChildren(QMenu)
    next(act for act in inner[0].actions() if act.text() == "{牵头单位}").trigger()
    next(act for act in inner[1].actions() if act.text() == "{数字}").trigger()
    menu.close()
    assert manage.text.text() == "{牵头单位}{数字}"
    manage.text.clear()
    manage.reject()


def test_the_list_leads_to_its_own_dialog(filled, report):
    popup = opened_at(report.texts["done"])
    popup._manage()
    settle()
    dialog = report.findChild(PhrasesDialog)
    assert dialog.isVisible()
    assert dialog.preview.text().startswith("县人社局已制定工作方案"), "true to the action the list was opened at"
    dialog.reject()
    settle()
    report.reject()
