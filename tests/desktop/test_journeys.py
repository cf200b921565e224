"""What an official does of a morning, from the first start to the printed sheet, with keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton

from db import action_edits
from desktop import words
from desktop.dialogs.ask_fields import AskFields
from desktop.dialogs.ask_words import AskWords
from desktop.dialogs.not_applicable import NotApplicableDialog
from desktop.dialogs.user_name import UserNameDialog
from desktop.models.action_tree import Column
from desktop.words import applicability
from tests.desktop.conftest import settle

Key = Qt.Key


def enter(field, text):
    """Type as an input method does: the finished words at once, in place of what is selected."""
    assert field is not None, "nothing has the focus"
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    settle()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier, on=None):
    """Press a key where the focus is."""
    target = on or QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    qtbot.keyClick(target, key, modifier)
    settle()


def write(qtbot, text):
    """Type where the focus is, then Tab."""
    enter(QApplication.focusWidget(), text)
    press(qtbot, Key.Key_Tab)


def add(qtbot, program, title, lead="", owner="", due=""):
    """Write an action into the open row and send it off with Enter."""
    program.panel.add_row.title.setFocus()
    for text in (title, lead, owner):
        write(qtbot, text)
    enter(QApplication.focusWidget(), due)
    press(qtbot, Key.Key_Return)


def button(parent, text):
    return next(b for b in parent.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(parent))


def test_from_the_first_start_to_undo_after_a_restart(qtbot, program):
    program.start()
    enter(program.start_page.county, "安岭县")
    qtbot.keyClick(program.start_page.county, Key.Key_Return)
    settle()
    button(program.window, applicability.SKIP).click()
    settle()
    assert (program.folder / "安岭县-2020.luoshi").is_file()
    assert len(program.desk.standing.tasks) == 28
    assert "安岭县" in program.window.windowTitle()

    program.desk.page.show_task(5)
    program.panel.start_adding()
    add(qtbot, program, "摸底农民工培训需求", "县人社局", "李明", "6月底前")
    add(qtbot, program, "开展岗前培训3000人次", "", "", "7月中旬")
    add(qtbot, program, "兑现培训补贴", "", "", "年底前")
    assert [(a.code, a.due_on, a.due_words) for a in program.actions] == [
        ("532-05-01", "2020-06-30", "6月底前"),
        ("532-05-02", "2020-07-20", "7月中旬"),
        ("532-05-03", "2020-12-31", "年底前"),
    ]
    assert [a.lead for a in program.actions] == ["县人社局"] * 3, "the unit stays for the next action"

    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is program.table
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Space)
    assert (program.actions[0].status, program.actions[0].percent) == ("done", 100)
    program.app.acts["undo"].trigger()
    assert program.actions[0].status == "not_started"
    program.app.acts["redo"].trigger()
    assert program.actions[0].status == "done"

    program.again()
    assert program.desk.page.view.task == 5, "the task in view is remembered"
    program.app.acts["undo"].trigger()
    program.app.acts["undo"].trigger()
    assert [(a.title, a.status) for a in program.actions] == [
        ("摸底农民工培训需求", "not_started"),
        ("开展岗前培训3000人次", "not_started"),
    ]


def test_a_task_that_does_not_concern_the_county(qtbot, opened):
    opened.desk.page.show_task(13)
    button(opened.panel, words.MARK_NOT_APPLICABLE).click()
    settle()
    dialog = opened.window.findChild(NotApplicableDialog)
    dialog.accept()
    assert dialog.isVisible(), "without a reason it does not close"
    confirmer = dialog.findChild(QLineEdit)
    enter(dialog.findChild(QPlainTextEdit), "本县不是边境县")
    enter(confirmer, "王芳")
    press(qtbot, Key.Key_Return, Qt.KeyboardModifier.ControlModifier, confirmer)
    assert not opened.desk.standing.tasks[13].applicable
    assert opened.desk.standing.total.applicable == 27
    assert opened.window.findChild(NotApplicableDialog) is None, "dialogs are freed on close"

    button(opened.panel, words.RESTORE_APPLICABLE).click()
    settle()
    assert opened.desk.standing.tasks[13].applicable


def test_search_leads_to_a_task_and_to_an_action(qtbot, filled):
    filled.app.acts["search"].trigger()
    enter(filled.desk.search, "13")
    press(qtbot, Key.Key_Return)
    assert filled.desk.page.view.task == 13
    one = next(a for its in filled.desk.standing.actions.values() for a in its if a.parent)
    enter(filled.desk.search, one.code)
    press(qtbot, Key.Key_Return, on=filled.desk.search)
    assert filled.desk.page.view.task == one.task
    assert [a.id for a in filled.table.selected()] == [one.id]
    enter(filled.desk.search, "没有这样的事")
    press(qtbot, Key.Key_Return, on=filled.desk.search)
    assert filled.desk.page.view.task == one.task


def test_delete_offers_the_way_back(qtbot, drafted):
    drafted.desk.page.show_task(5)
    before = drafted.actions
    drafted.table.choose(before[0].id)
    drafted.table.setFocus()
    press(qtbot, Key.Key_Delete, on=drafted.table)
    assert before[0].id not in {a.id for a in drafted.actions}
    assert before[0].title in drafted.window.toast.text
    button(drafted.window.toast, f"{words.UNDO} Ctrl+Z").click()
    settle()
    assert drafted.actions == before


def test_moving_with_the_keyboard(qtbot, filled):
    filled.desk.page.show_task(5)
    roots = [a for a in filled.actions if a.parent is None]
    alt = Qt.KeyboardModifier.AltModifier
    filled.table.choose(roots[1].id)
    filled.table.setFocus()
    press(qtbot, Key.Key_Up, alt, filled.table)
    assert [a.id for a in filled.actions if a.parent is None][:2] == [roots[1].id, roots[0].id]
    assert [a.id for a in filled.table.selected()] == [roots[1].id]
    press(qtbot, Key.Key_Down, alt, filled.table)
    press(qtbot, Key.Key_Right, alt, filled.table)
    assert next(a for a in filled.actions if a.id == roots[1].id).parent == roots[0].id
    press(qtbot, Key.Key_Left, alt, filled.table)
    assert next(a for a in filled.actions if a.id == roots[1].id).parent is None


def test_a_sub_action_goes_under_the_chosen_one(qtbot, opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    add(qtbot, opened, "总的")
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    add(qtbot, opened, "分的", due="6月底前")
    assert [(a.code, a.title, a.leaf) for a in opened.actions] == [
        ("532-05-01", "总的", False), ("532-05-01.1", "分的", True),
    ]  # fmt: skip


def ask_export(qtbot, program):
    """The way to a PDF by keys: to the report page, and on to the file."""
    press(qtbot, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = program.desk.page
    qtbot.waitUntil(lambda: page.preview.bar.export.isEnabled(), timeout=20_000)
    press(qtbot, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window.findChild(QFileDialog) is not None, timeout=20_000)
    return program.window.findChild(QFileDialog)


def test_printing_the_sheet(qtbot, filled):
    dialog = ask_export(qtbot, filled)
    path = filled.folder / "分解表.pdf"
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: "共" in filled.window.message.text, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF-")
    assert str(path.parent) in filled.window.message.text
    dialog.close()


def test_a_sheet_that_cannot_be_written_says_so(qtbot, filled):
    dialog = ask_export(qtbot, filled)
    blocked = filled.folder / "没有这个文件夹" / "分解表.pdf"
    dialog.fileSelected.emit(str(blocked))
    qtbot.waitUntil(lambda: filled.window.message.property("tone") == "failed", timeout=20_000)
    assert filled.window.message.text
    dialog.close()


def test_today_is_edited_in_place(qtbot, drafted):
    drafted.desk.page.show_task(5)
    one = next(a for a in drafted.actions if a.leaf and a.status == "not_started")
    drafted.table.choose(one.id, Column.DUE)
    press(qtbot, Key.Key_Return, on=drafted.table)
    editor = QApplication.focusWidget()
    enter(editor, "三季度")
    press(qtbot, Key.Key_Return, on=editor)
    now = next(a for a in drafted.actions if a.id == one.id)
    assert (now.due_on, now.due_words) == ("2020-09-30", "三季度")


@pytest.mark.parametrize(
    ("column", "typed", "says"),
    [
        (Column.PERCENT, "300", "0"), (Column.DUE, "13月", "13月"), (Column.TITLE, "", "名称"),
        (Column.TITLE, "长" * 10_000, "10000"),
    ],
)  # fmt: skip
def test_words_that_cannot_be_saved_stay_in_their_cell(qtbot, drafted, column, typed, says):
    from desktop.widgets.error_bubble import ErrorBubble

    drafted.desk.page.show_task(5)
    one = next(a for a in drafted.actions if a.leaf)
    drafted.table.choose(one.id)
    drafted.table.setFocus()
    drafted.table.edit_column(column)
    editor = QApplication.focusWidget()
    editor.setText(typed)
    press(qtbot, Key.Key_Return, on=editor)
    again = drafted.table.indexWidget(drafted.panel.model.index_of(one.id, column))
    assert again is not None
    assert again.text() == typed
    bubble = drafted.table.findChild(ErrorBubble)
    assert says in bubble.text()
    assert next(a for a in drafted.actions if a.id == one.id) == one
    press(qtbot, Key.Key_Escape, on=again)
    assert next(a for a in drafted.actions if a.id == one.id) == one


def test_words_in_an_open_cell_are_saved_when_the_window_closes(qtbot, filled):
    filled.desk.page.show_task(5)
    one = next(a for a in filled.actions if a.leaf)
    filled.table.choose(one.id, Column.OWNER)
    filled.table.setFocus()
    filled.table.edit_column(Column.OWNER)
    filled.table.indexWidget(filled.panel.model.index_of(one.id, Column.OWNER)).setText("赵敏")
    filled.again()
    assert next(a for a in filled.actions if a.id == one.id).owner == "赵敏"


def test_refused_words_keep_the_window_open(qtbot, filled):
    filled.desk.page.show_task(5)
    one = next(a for a in filled.actions if a.leaf)
    filled.table.choose(one.id, Column.PERCENT)
    filled.table.setFocus()
    filled.table.edit_column(Column.PERCENT)
    filled.table.indexWidget(filled.panel.model.index_of(one.id, Column.PERCENT)).setText("300")
    filled.window.close()
    settle()
    assert filled.window.isVisible()
    assert words.REFUSED_LEFT in filled.window.message.text
    again = filled.table.indexWidget(filled.panel.model.index_of(one.id, Column.PERCENT))
    assert again.text() == "300"
    button(filled.window.message, words.CLOSE_ANYWAY).click()
    settle()
    assert not filled.window.isVisible()


def test_a_draft_survives_a_new_look_and_holds_the_window(qtbot, opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    opened.panel.add_row.title.setText("摸底")
    opened.panel.add_row.due.setText("6月底前")
    opened.app.look.set(mode="dark")
    settle()
    assert opened.desk.page.view.task == 5
    assert opened.panel.draft == ("摸底", "", "", "6月底前")
    opened.window.close()
    assert opened.window.isVisible()
    assert words.DRAFT_LEFT in opened.window.message.text
    opened.panel.add_row._ask()
    opened.window.close()
    assert not opened.window.isVisible()


def test_refused_words_are_told_when_their_task_has_been_left(qtbot, drafted):
    drafted.desk.page.show_task(5)
    one = next(a for a in drafted.actions if a.leaf)
    drafted.table.choose(one.id, Column.DUE)
    drafted.table.setFocus()
    drafted.table.edit_column(Column.DUE)
    drafted.table.indexWidget(drafted.panel.model.index_of(one.id, Column.DUE)).setText("13月")
    drafted.desk.page.panel.tree.setFocus()
    drafted.desk.page.show_task(6)
    settle()
    assert "13月" in drafted.window.toast.text


def test_opening_what_is_open_already(filled):
    assert filled.app.files.open(filled.session.checklist.path)
    assert "已经打开" in filled.window.toast.text


def test_a_confirmer_that_cannot_stand_keeps_the_dialog(opened):
    opened.desk.page.show_task(13)
    button(opened.panel, words.MARK_NOT_APPLICABLE).click()
    settle()
    dialog = opened.window.findChild(NotApplicableDialog)
    enter(dialog.findChild(QPlainTextEdit), "本县不是边境县")
    dialog.findChild(QLineEdit).setText("长" * 61)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.confirmer.property("state") == "error"
    assert dialog.reason.toPlainText() == "本县不是边境县"
    dialog.reject()


def test_the_offer_to_undo_goes_with_the_next_step(qtbot, drafted):
    drafted.desk.page.show_task(5)
    first, second = drafted.actions[0], drafted.actions[-1]
    drafted.table.choose(first.id)
    drafted.table.setFocus()
    press(qtbot, Key.Key_Delete, on=drafted.table)
    assert drafted.window.toast.text
    drafted.session.run(action_edits.rename, second.id, "改了名")
    assert drafted.window.toast.text == ""


def test_enter_on_a_name_of_the_list_is_not_yet_the_enter_that_adds(qtbot, filled):
    filled.desk.page.show_task(5)
    before = len(filled.actions)
    filled.panel.start_adding()
    settle()
    row = filled.panel.add_row
    row.title.setText("摸底")
    row.lead.setFocus()
    enter(row.lead, "人社")
    row.lead.completer().complete()
    popup = row.lead.completer().popup()
    assert popup.isVisible()
    popup.setCurrentIndex(row.lead.completer().completionModel().index(0, 0))
    qtbot.keyClick(popup, Key.Key_Return)
    settle()
    assert row.lead.text() == "县人社局"
    assert len(filled.actions) == before


def test_ctrl_z_after_adding_takes_the_action_back(qtbot, opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    add(qtbot, opened, "摸底")
    assert len(opened.actions) == 1
    press(qtbot, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (opened.actions, opened.panel.add_row.title.text()) == ([], "")


def test_a_sheet_never_replaces_the_checklist(qtbot, filled):
    dialog = ask_export(qtbot, filled)
    dialog.fileSelected.emit(str(filled.session.checklist.path))
    qtbot.waitUntil(lambda: filled.window.message.property("tone") == "failed", timeout=20_000)
    assert filled.session.checklist.path.read_bytes().startswith(b"SQLite")
    dialog.close()


def test_a_new_day_is_painted(qtbot, filled):
    from tests.desktop.test_window import Paints

    filled.desk.page.show_task(5)
    settle()
    paints = Paints(filled.table.viewport())
    filled.app._fixed_today = "2020-06-19"
    filled.desk._watch_day()
    settle()
    assert paints.count


def test_tab_goes_on_in_the_row(qtbot, drafted):
    drafted.window.resize(1440, 760)  # else the persons give way
    settle()
    drafted.desk.page.show_task(5)
    one = next(a for a in drafted.actions if a.leaf)
    drafted.table.choose(one.id, Column.LEAD)
    drafted.table.setFocus()
    press(qtbot, Key.Key_Return, on=drafted.table)
    enter(QApplication.focusWidget(), "县教育局")
    press(qtbot, Key.Key_Tab)
    enter(QApplication.focusWidget(), "赵敏")
    press(qtbot, Key.Key_Return)
    now = next(a for a in drafted.actions if a.id == one.id)
    assert (now.lead, now.owner) == ("县教育局", "赵敏")
    assert [a for a in drafted.actions if a.id != one.id and a.owner == "赵敏"] == []


def test_undo_goes_to_where_it_worked(filled):
    filled.desk.page.show_task(5)
    one = next(a for a in filled.actions if a.leaf)
    filled.session.run(action_edits.rename, one.id, "改了名")
    filled.desk.page.show_task(20)
    filled.app.acts["undo"].trigger()
    assert filled.desk.page.view.task == 5
    assert [a.id for a in filled.table.selected()] == [one.id]


def test_enter_in_a_dialogs_line_does_the_deed(qtbot, filled):
    filled.desk.ask_user()
    settle()
    line = filled.window.findChild(UserNameDialog).findChild(QLineEdit)
    line.setText("王芳")
    press(qtbot, Key.Key_Return, on=line)
    assert filled.session.checklist.by == "王芳"


def test_a_copy_says_that_it_is_one(qtbot, filled):
    path = filled.folder / "安岭县-2020-副本20200618.luoshi"
    filled.app.files.copy(filled.session.checklist, path)
    qtbot.waitUntil(path.is_file)
    filled.app.files.open(path)
    assert "副本20200618" in filled.window.windowTitle()


def test_supporting_units_in_the_window(filled):
    filled.desk.page.show_task(5)
    one = filled.actions[0]
    filled.table.choose(one.id)
    filled.panel.commands.actions["supporting"].trigger()
    settle()
    dialog = filled.window.findChild(AskWords)
    dialog.field.setPlainText("县财政局、县教育局\n县工商联")
    dialog.accept()
    settle()
    assert filled.actions[0].supporting == ("县财政局", "县教育局", "县工商联")
    filled.panel.commands.actions["supporting"].trigger()
    settle()
    dialog = filled.window.findChild(AskWords)
    dialog.field.setPlainText("长" * 61)
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_the_day_it_was_done_can_be_put_right(filled):
    filled.desk.page.show_task(5)
    one = next(a for a in filled.actions if a.leaf and a.status == "done")
    filled.table.choose(one.id)
    filled.panel.commands.actions["done_on"].trigger()
    settle()
    dialog = filled.window.findChild(AskFields)
    day, claimant = dialog.fields["done_on"], dialog.fields["claimed_by"]
    assert claimant.text() == one.claimed_by
    for wrong in ("12月31日", "哪天", "长期坚持", ""):
        day.setText(wrong)
        dialog.accept()
        assert dialog.isVisible(), wrong
        assert day.property("state") == "error"
    day.setText("5月8日")
    claimant.setText("")
    dialog.accept()
    assert claimant.property("state") == "error"
    claimant.setText("周涛")
    dialog.accept()
    corrected = next(a for a in filled.actions if a.id == one.id)
    assert (corrected.done_on, corrected.claimed_by) == ("2020-05-08", "周涛")
    open_one = next(a for a in filled.actions if a.leaf and a.status != "done")
    filled.table.choose(open_one.id)
    assert not filled.panel.commands.actions["done_on"].isEnabled()


def test_keys_act_on_what_the_frame_and_the_form_show(qtbot, filled):
    filled.desk.page.show_task(5)
    filled.table.choose(filled.actions[-1].id)
    filled.table.setFocus()
    press(qtbot, Key.Key_Home, Qt.KeyboardModifier.ControlModifier, filled.table)
    first = filled.actions[0]
    assert [a.id for a in filled.table.selected()] == [filled.table.current().id] == [first.id]
    filled.table.choose(filled.actions[2].id)
    settle()
    assert filled.desk.page._chosen().id == filled.actions[2].id
