"""The dialog of 逐句分解, by keyboard: read, Enter, the next task; and everything that can be changed before."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from db import answers, counts, drafts, tasks
from desktop.dialogs.breakdown import BreakdownDialog
from desktop.dialogs.breakdown_line import DraftLine
from desktop.words import breakdown as words
from tests.builders import TODAY
from tests.desktop.conftest import settle

Key, NO = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(opened):
    """The dialog at a task of an empty county, opened by its key."""

    def open_at(number, key=True):
        opened.desk.page.show_task(tasks.numbered(opened.session.checklist, number).id)
        settle()
        if key:
            QTest.keyClick(opened.desk.page.panel.tree, Key.Key_B, CTRL)
        settle()
        return dialog_of(opened)

    return open_at


def dialog_of(program):
    dialog = next((one for one in program.window.findChildren(BreakdownDialog) if one.isVisible()), None)
    if dialog is not None:
        assert QTest.qWaitForWindowActive(dialog)
    return dialog


def press(*keys, modifier=NO):
    for key in keys:
        seen()
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        settle()


def seen():
    """Let the time go by that a task is shown before it can be taken."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, BreakdownDialog):
            widget._deaf.stop()


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)
    settle()


def made(program, number):
    task = tasks.numbered(program.session.checklist, number)
    return program.desk.standing.actions[task.id]


def titles(dialog):
    return [draft.title for draft in dialog.list.drafts()]


def test_one_key_opens_and_enter_makes_what_is_proposed_and_goes_on(opened, at):
    dialog = at(5)
    assert dialog.list.hasFocus()
    assert dialog.windowTitle() == "逐句分解 — 任务五"
    assert dialog._top.title == "（五）大力提升农业转移人口就业能力"
    wanted = titles(dialog)
    assert dialog._main.text() == "生成4项，转到下一项"
    assert dialog.told == "将新增4项行动，牵头单位1个；先存为草稿，印发前都可改。还有27项任务未分解。"
    press(Key.Key_Return)
    assert [one.title for one in made(opened, 5)] == wanted
    assert dialog._top.title.startswith("（六）")
    assert dialog.told.startswith("任务5已新增4项行动。将新增5项行动，")
    assert dialog.list.hasFocus()
    assert opened.desk.page.view.task == dialog.task, "the page behind goes along"


def test_the_whole_notice_is_divided_by_enter_alone(opened, at):
    at(1)
    keys = 0
    while dialog_of(opened) is not None:
        press(Key.Key_Return)
        keys += 1
        assert keys < 40
    assert keys == 28
    checklist = opened.session.checklist
    figures = counts.read(checklist, TODAY).total
    assert figures.actions >= 60
    assert figures.without_lead == figures.without_due == figures.unanswered == 0
    label = opened.session.undo_label()
    assert label.startswith("分解任务")
    done = f"已分解23项任务，新增{figures.actions}项行动。撤销只退最后一步：{label}"
    assert opened.window.toast.text == done


def test_enter_held_down_takes_one_task_only(opened, at):
    dialog = at(5)
    press(Key.Key_Return)
    assert dialog._top.title.startswith("（六）")
    seen()
    QApplication.sendEvent(dialog.list, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NO, "", True))
    dialog._main.setFocus()
    QApplication.sendEvent(dialog._main, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NO, "", True))
    assert dialog._top.title.startswith("（六）")
    assert made(opened, 6) == []


def test_a_task_that_has_just_come_is_not_taken_by_a_second_enter(opened, at):
    dialog = at(5)
    dialog._deaf.setInterval(600_000)
    press(Key.Key_Return)
    for key, modifier in ((Key.Key_Return, NO), (Key.Key_Return, CTRL), (Key.Key_Right, ALT)):
        QTest.keyClick(dialog.list, key, modifier)
    QTest.mouseClick(dialog._main, Qt.MouseButton.LeftButton)
    assert dialog._top.title.startswith("（六）")
    assert made(opened, 6) == []
    press(Key.Key_Return)
    assert dialog._top.title.startswith("（七）")
    assert made(opened, 6)


def test_a_task_divided_twice_is_counted_in_full_and_taken_back_step_by_step(opened, at):
    dialog = at(5)
    press(Key.Key_Space, Key.Key_Return)
    some = len(made(opened, 5))
    assert some in range(1, 4)
    dialog.show_task(tasks.numbered(opened.session.checklist, 5).id)
    dialog.make_and_close()
    settle()
    assert len(made(opened, 5)) == 4
    label = f"分解任务5，新增{4 - some}项行动"
    assert opened.window.toast.text.startswith(f"任务5已新增4项行动。撤销只退最后一步：{label}")
    opened.session.undo()
    assert len(made(opened, 5)) == some


def test_what_is_said_of_coverage_is_what_comes_of_it(opened, at):
    dialog = at(4)
    assert dialog._top.coverage == "0/4 → 4/4句"
    press(Key.Key_Space)
    assert dialog._top.coverage == "0/4 → 3/4句"
    press(Key.Key_Return)
    tally = opened.desk.standing.tallies[tasks.numbered(opened.session.checklist, 4).id]
    assert (tally.answered, tally.sentences, tally.superior) == (3, 4, 1)


def test_a_task_of_superior_sentences_is_passed_by_without_a_question(opened, at):
    dialog = at(7)
    assert (dialog._main.text(), dialog._top.coverage) == ("转到下一项", "各句都是上级事权")
    press(Key.Key_Return)
    assert made(opened, 7) == []
    assert dialog._top.title.startswith("（八）")


def test_a_superior_sentence_can_be_kept_watch_over(opened, at):
    dialog = at(4)
    press(Key.Key_Up, Key.Key_Space)
    assert titles(dialog)[0] == "密切跟踪国家基本公共服务标准出台，待上级文件印发后抓好落实"
    press(Key.Key_Return)
    assert made(opened, 4)[0].answers == (1,)


def test_a_draft_is_changed_by_keyboard_alone(opened, at):
    dialog = at(5)
    press(Key.Key_Down, Key.Key_F2)
    press(Key.Key_A, modifier=CTRL)
    write("ban 3 qi")
    press(Key.Key_Tab)
    write("ke")
    press(Key.Key_Tab)
    write("9.30")
    press(Key.Key_Return)
    assert dialog.list.hasFocus()
    assert dialog.list.drafts()[1].title == "ban 3 qi"
    press(Key.Key_Return)
    one = made(opened, 5)[1]
    assert (one.title, one.lead, one.due_words, one.due_on) == ("ban 3 qi", "ke", "9.30", "2020-09-30")


def test_the_arrows_lead_through_one_field_of_all_lines(at):
    dialog = at(5)
    press(Key.Key_F2)
    press(Key.Key_Tab, Key.Key_Tab)
    lines = list(dialog.list.lines())
    assert lines[0].due.hasFocus()
    press(Key.Key_Down, Key.Key_Down)
    assert lines[2].due.hasFocus()
    assert dialog.list.current is lines[2]
    press(Key.Key_Up)
    assert lines[1].due.hasFocus()
    press(Key.Key_Escape)
    assert dialog.list.hasFocus()
    assert dialog.isVisible()


def test_tab_goes_through_the_lines_from_top_to_bottom_those_added_too(at):
    dialog = at(5)
    press(Key.Key_Insert)
    write("xin")
    first, _, added, second = list(dialog.list.lines())[:4]
    assert added.title.text() == "xin"
    assert first.draft().lead == added.draft().lead == "县人社局"
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert second.title.hasFocus()


def test_one_deadline_for_all(opened, at):
    dialog = at(5)
    press(Key.Key_D, modifier=CTRL)
    write("9.30")
    press(Key.Key_Return)
    assert {draft.due for draft in dialog.list.drafts()} == {"9.30"}
    press(Key.Key_Return)
    assert {one.due_on for one in made(opened, 5)} == {"2020-09-30"}
    assert dialog.columns.due.text() == ""


def test_a_line_is_taken_away_with_the_last_one_its_sentence_is_not_ticked(at):
    dialog = at(3)
    assert len(titles(dialog)) == 2
    press(Key.Key_Delete)
    assert titles(dialog) == ["开通线上申请审核系统"]
    press(Key.Key_Delete)
    assert titles(dialog) == []
    assert not dialog.list.blocks[0].ticked
    press(Key.Key_Space)
    assert titles(dialog) == ["开通线上申请审核系统"]


def test_what_cannot_stand_is_said_at_its_line_and_nothing_is_made(opened, at):
    dialog = at(5)
    press(Key.Key_Insert, Key.Key_Return, Key.Key_Return)
    line = list(dialog.list.lines())[2]
    assert line._error.text() == "行动名称不能为空。"
    assert line.title.hasFocus()
    assert made(opened, 5) == []
    write("x")
    assert not line._error.isVisible()
    line.due.setText("gaitian")
    assert line._day.text() == words.UNREADABLE
    press(Key.Key_Return, Key.Key_Return)
    assert line.due.hasFocus()
    assert "看不懂“gaitian”" in line._error.text()
    assert made(opened, 5) == []


def test_the_level_is_changed_at_once_and_ctrl_z_takes_it_back(opened, at):
    dialog = at(4)
    task = tasks.numbered(opened.session.checklist, 4)
    press(Key.Key_Up, Key.Key_Menu)
    menu = next(menu for menu in dialog.findChildren(QMenu) if menu.isVisible())
    act = next(act for act in menu.actions() if act.text() == "县级可办")
    assert any(one.text() == "国家事权（原文的意思）" and one.isChecked() for one in menu.actions())
    act.trigger()
    menu.close()
    settle()
    assert opened.desk.standing.tasks[task.id].levels[0] == "county"
    assert titles(dialog)[0] == "出台国家基本公共服务标准"
    assert dialog._top.coverage == "0/5 → 5/5句"
    dialog.list.setFocus()
    press(Key.Key_Z, modifier=CTRL)
    assert opened.desk.standing.tasks[task.id].levels[0] == "national"
    assert dialog._top.coverage == "0/4 → 4/4句"
    assert dialog.told.startswith("已撤销：修改任务4第1句的事权。")


def test_ctrl_z_leads_back_to_the_task_that_was_made_and_no_further(opened, at):
    answers_before = opened.session.run(answers.set_level, tasks.numbered(opened.session.checklist, 6).id, 1, "county")
    assert answers_before
    dialog = at(5)
    press(Key.Key_Return)
    assert dialog._top.title.startswith("（六）")
    press(Key.Key_Z, modifier=CTRL)
    assert dialog._top.title.startswith("（五）")
    assert made(opened, 5) == []
    press(Key.Key_Z, modifier=CTRL)
    assert opened.session.undo_label() == answers_before.label, "what was done before the dialog stays"
    press(Key.Key_Return)
    assert len(made(opened, 5)) == 4


def test_a_sentence_that_is_answered_names_its_actions_and_is_not_ticked(opened, at):
    task = tasks.numbered(opened.session.checklist, 5)
    opened.session.run(drafts.accept, task.id, [drafts.Draft(1, "已经有的", "县人社局")], TODAY)
    dialog = at(5)
    first, second = dialog.list.blocks
    assert (first.ticked, second.ticked) == (False, True)
    assert first.shown.answered == ("532-05-01 已经有的",)
    assert dialog.list.current in second.lines
    assert dialog._top.coverage == "1/2 → 2/2句"
    dialog.make_and_close()
    settle()
    assert len(made(opened, 5)) == 3
    assert opened.window.toast.text.startswith("任务5已新增2项行动")


def test_supporting_units_are_changed_in_chips(opened, at):
    dialog = at(5)
    line = next(line for line in dialog.list.lines() if line.draft().supporting)
    assert line._support.text() == "配合：县财政局"
    line._support.click()
    settle()
    write("ab")
    press(Key.Key_Return)
    assert line.draft().supporting == ("县财政局", "ab")
    assert dialog.isVisible()
    QTest.keyClick(line._chips.line, Key.Key_Backspace)
    QTest.keyClick(line._chips.line, Key.Key_Backspace)
    assert line.draft().supporting == ()


def test_whoever_is_made_to_lead_does_not_support_as_well(opened, at):
    dialog = at(5)
    line = next(line for line in dialog.list.lines() if line.draft().supporting == ("县财政局",))
    line.lead.setText("县财政局")
    assert line.draft().supporting == ()
    assert not line._support.isVisible()
    line.lead.setText("县人社局")
    assert line.draft().supporting == ("县财政局",)
    assert line._support.isVisible()


def test_a_complaint_about_supporting_units_stands_there_and_goes_with_the_mistake(at):
    dialog = at(5)
    line = next(dialog.list.lines())
    line.refuse("supporting", "x")
    assert line._chips.line.hasFocus()
    assert line.title.property("state") != "error"
    write("ab")
    press(Key.Key_Return)
    assert not line._error.isVisible()


def test_a_click_into_a_line_in_view_moves_nothing_under_the_pointer(opened, at):
    opened.window.resize(1000, 620)
    dialog = at(19)
    bar, area = dialog._scroll.verticalScrollBar(), dialog._scroll.viewport()
    assert bar.maximum() > 0
    lines = list(dialog.list.lines())
    tried = 0
    for line in lines:
        bar.setValue(0)
        settle()
        corner = line.mapTo(area, QPoint(0, line.height()))
        if line is not dialog.list.current and corner.y() <= area.height():
            before = bar.value()
            QTest.mouseClick(line.due, Qt.MouseButton.LeftButton)
            settle()
            assert bar.value() == before
            assert dialog.list.current is line
            tried += 1
    assert tried


def test_units_of_the_task_are_offered_first(at):
    dialog = at(4)
    line = next(dialog.list.lines())
    line.lead.list_all()
    model = line.lead.completer().model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names[:3] == ["县发改局", "县财政局", "县公安局"]
    line.lead.completer().popup().hide()


def test_the_box_above_ticks_all_that_is_the_countys_or_nothing(at):
    dialog = at(4)
    dialog.columns.all.click()
    assert titles(dialog) == []
    assert dialog._main.text() == "转到下一项"
    dialog.columns.all.click()
    assert dialog._top.coverage == "0/4 → 4/4句"
    QTest.mouseClick(dialog.list.blocks[0].box, Qt.MouseButton.LeftButton)
    assert dialog._main.text() == "生成9项，转到下一项"


def test_esc_closes_and_asks_first_when_much_was_typed(opened, at):
    dialog = at(5)
    press(Key.Key_F2)
    write("x")
    press(Key.Key_Escape)
    assert dialog.list.hasFocus()
    press(Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.told == "再按一次Esc放弃填写的内容。"
    press(Key.Key_Escape)
    settle()
    assert dialog_of(opened) is None
    assert made(opened, 5) == []


def test_what_does_not_apply_is_not_divided(opened, at):
    task = tasks.numbered(opened.session.checklist, 6)
    opened.session.run(tasks.mark_not_applicable, task.id, "理由", "王芳")
    assert at(6) is None
    assert opened.window.toast.text == "任务6已标为不适用，恢复适用后再分解。"
    dialog = at(5)
    press(Key.Key_Right, modifier=ALT)
    assert dialog._top.title.startswith("（七）")


def test_the_button_of_an_empty_task_opens_it(opened, at):
    at(5, key=False)
    button = next(
        one for one in opened.panel._empty.findChildren(QPushButton) if one.text() == words.BREAK_DOWN
    )  # fmt: skip
    assert button.property("kind") == "main"
    button.click()
    settle()
    assert dialog_of(opened)._top.title.startswith("（五）")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 736), (900, 560)])
def test_no_word_is_cut_in_any_size(opened, at, size, scale):
    opened.app.look.set(scale=scale)
    settle()
    opened.window.resize(*size)
    settle()
    dialog = at(26)
    assert dialog.height() <= opened.window.height()
    block = dialog.list.blocks[0]
    assert block._text.height() >= block._text.heightForWidth(block._text.width())
    line = block.lines[0]
    assert not line.visibleRegion().isEmpty(), "what is in hand is in view"
    for field in (line.title, line.lead, line.due):
        assert line.rect().contains(field.geometry())
    assert line.mapTo(dialog.list, QPoint(line.width(), 0)).x() <= dialog.list.width()
    assert line.title.width() > line.title.fontMetrics().horizontalAdvance("行" * 8)


def test_every_field_has_a_name_to_be_told_by(at):
    dialog = at(5)
    line = next(dialog.list.lines())
    assert isinstance(line, DraftLine)
    named = [line.title, line.lead, line.due, line._cross, line._ask_support, dialog.columns.due, dialog.columns.all]
    assert all(widget.accessibleName() for widget in [*named, dialog.list, *(b.box for b in dialog.list.blocks)])
