"""Which tasks concern the county: asked at the first start with a key an answer, run again later, hinted at a task."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from db import action_edits, applicability, tasks
from desktop import words
from desktop.dialogs.applicability import ApplicabilityDialog
from desktop.dialogs.not_applicable import NotApplicableDialog
from desktop.pages.which_tasks_page import WhichTasksPage
from desktop.theme import SCALES
from desktop.words import applicability as told
from tests.builders import TODAY
from tests.desktop.conftest import settle

Key = Qt.Key
ALL_NO = [question.id for question in applicability.shipped().questions]


def press(qtbot, *keys):
    """Press keys where the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        qtbot.keyClick(focused, key)
        settle()


def write(text):
    """Type where the focus is, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)
    settle()


def effects(form):
    return [row._effect.text() for row in form.questions.rows]


def out(program):
    return {number for number, task in by_number(program).items() if not task.applicable}


def by_number(program):
    return {task.number: task for task in program.desk.standing.tasks.values()}


@pytest.fixture
def page(qtbot, program):
    """The questions of the first start, with nobody known at the machine."""
    program.start()
    write("安岭县")
    press(qtbot, Key.Key_Return)
    return program.window.findChildren(WhichTasksPage)[-1]


@pytest.fixture
def dialog(opened):
    opened.app.acts["applicability"].trigger()
    settle()
    return opened.window.findChild(ApplicabilityDialog)


def test_ten_answers_a_name_and_enter(qtbot, program, page):
    assert not list(program.folder.glob("*.luoshi")), "nothing is written before the last step"
    assert QApplication.focusWidget() is page.form.questions.rows[0].answer
    press(qtbot, *[Key.Key_N] * 7, Key.Key_Y, Key.Key_Right)
    assert effects(page.form)[:9] == ["拟不适用"] * 5 + ["待您定", "拟不适用", "适用", "拟不适用"]
    assert "涉及20" in page.form.figures.text()
    press(qtbot, Key.Key_2)
    assert QApplication.focusWidget() is page.main
    press(qtbot, Key.Key_Return)
    assert page.form.confirming
    assert QApplication.focusWidget() is page.form.confirmer
    write("王芳")
    press(qtbot, Key.Key_Return)
    assert out(program) == {2, 7, 8, 9, 10, 13, 15, 23, 27}
    assert by_number(program)[13].na_confirmer == "王芳"
    assert program.session.undo_label() == "适用性向导：不适用9项"
    assert (program.desk.pages.key, program.desk.page.view.task) == ("tasks", 1)
    assert len(applicability.replies(program.session.checklist)) == 10


def test_the_first_task_that_applies_is_open(qtbot, program, page):
    page.form.confirm(True)
    page.form.proposals.rows[0].tick.setChecked(True)
    page.form.confirmer.setText("王芳")
    assert "涉及26" in page.form.figures.text()
    press(qtbot, Key.Key_Return)
    assert out(program) == {20, 27}, "each has its own tick"
    program.desk.page.show_task(9)
    program.desk.go("ledger")
    program.app.files.create(
        "青石县", "青石县发展和改革局", 2020, None, None,
        lambda checklist: tasks.mark_not_applicable(checklist, 1, "没有城区", "王芳"),
    )  # fmt: skip
    assert (program.desk.pages.key, program.desk.page.view.task) == ("tasks", 2)


def test_skipping_leaves_everything_applicable(qtbot, program, page):
    press(qtbot, Key.Key_N)
    page.skip.click()
    assert out(program) == set()
    assert program.session.undo_label() is None
    assert applicability.replies(program.session.checklist) == {}


def test_without_a_confirmer_there_is_no_file(qtbot, program, page):
    page.form.confirm(True)
    page.form.confirmer.clear()
    page.main.click()
    assert page.form.confirmer.property("state") == "error"
    page.form.confirmer.setText("王芳")
    page.form.proposals.rows[1].reason.setText("")
    page.main.click()
    assert page.form.proposals.rows[1].reason.property("state") == "error"
    assert not list(program.folder.glob("*.luoshi"))


def test_without_a_tick_nobody_is_asked_who_confirmed(qtbot, page):
    page.form.confirm(True)
    page.form.proposals.rows[0].tick.setChecked(True)
    page.main.click()
    assert page.form.confirmer.property("state") == "error"
    first, second = page.form.proposals.rows
    for row in (first, second):
        row.tick.setChecked(False)
    assert page.form.confirmer.property("state") == ""
    first.tick.setChecked(True)
    page.form.confirmer.setText("王芳")
    first.reason.setText("")
    page.main.click()
    assert first.reason.property("state") == "error"
    first.tick.setChecked(False)
    assert (first.reason.property("state"), first._wrong.isHidden()) == ("", True)


def test_a_reason_stands_beside_its_tick_and_the_last_proposal_is_whole(qtbot, program, page):
    program.window.resize(1366, 736)
    press(qtbot, *[Key.Key_N] * 9)
    page.form.confirm(True)
    settle()
    rows, area = page.form.proposals, page.form.proposals.viewport()
    assert len(rows.rows) == 11
    last = rows.rows[-1]
    assert last.mapTo(area, last.rect().bottomLeft()).y() <= area.height()
    page.form.confirm(False)
    for row in page.form.questions.rows[:8]:
        row.answer.buttons[True].click()
    page.form.confirm(True)
    settle()
    for row in rows.rows:
        assert row.tick.geometry().center().y() == row.reason.geometry().center().y()


def test_a_reason_can_be_put_in_other_words(qtbot, program, page):
    press(qtbot, *[Key.Key_N] * 3)
    page.form.confirm(True)
    row = page.form.proposals.rows[1]
    row.reason.setPlainText("市里已明确由市区承担。")
    page.form.confirm(False)
    page.form.confirm(True)
    assert page.form.proposals.rows[1].reason.text() == "市里已明确由市区承担。", "kept while its task is proposed"
    page.form.confirmer.setText("王芳")
    page.main.click()
    assert by_number(program)[row.proposal.task].na_reason == "市里已明确由市区承担。"


def test_the_keys_between_questions(qtbot, page):
    rows = page.form.questions.rows
    press(qtbot, Key.Key_Down, Key.Key_Down)
    assert rows[2].answer.hasFocus()
    press(qtbot, Key.Key_Left)
    assert (rows[2].answer.value, rows[3].answer.hasFocus()) == (True, True)
    press(qtbot, Key.Key_Up, Key.Key_Delete)
    assert (rows[2].answer.value, rows[2].answer.hasFocus()) == (None, True)
    assert page.form.given() == {}
    rows[4].answer.buttons[False].click()
    assert page.form.given() == {ALL_NO[4]: False}
    assert rows[4].answer.accessibleDescription() == "否，拟不适用，第10项 中心城市能级"


def test_back_to_the_name_and_on_again(qtbot, program, page):
    press(qtbot, Key.Key_N)
    page.back.click()
    settle()
    start = program.start_page
    assert (start.county.text(), start.lead.text()) == ("安岭县", "安岭县发展和改革局")
    start.county.setText("青石县")
    start._ask()
    settle()
    again = program.window.findChildren(WhichTasksPage)[-1]
    assert again.form.given() == {"city_3m": False}, "what was answered is not asked again"
    again.skip.click()
    assert (program.folder / "青石县-2020.luoshi").is_file()


def test_another_look_keeps_the_answers(qtbot, program, page):
    press(qtbot, Key.Key_N, Key.Key_Y)
    program.app.look.set(mode="dark", scale=1.5)
    settle()
    again = program.window.findChildren(WhichTasksPage)[-1]
    assert again is not page
    assert again.form.given() == {"city_3m": False, "city_cluster": True}


def test_a_county_that_has_its_file_is_told_at_once(qtbot, opened):
    opened.app._show_start()
    settle()
    write("安岭县")
    press(qtbot, Key.Key_Return)
    assert opened.window.findChildren(WhichTasksPage) == []
    assert "已经存在" in opened.window.message.text


@pytest.mark.parametrize("scale", SCALES)
def test_everything_can_be_reached_in_any_size_of_text(qtbot, program, page, scale):
    program.window.resize(900, 560)
    program.app.look.set(scale=scale)
    settle()
    page = program.window.findChildren(WhichTasksPage)[-1]
    for view in (page.form.questions, page.form.proposals):
        assert view.horizontalScrollBar().maximum() == 0
        assert view.widget().width() <= view.viewport().width(), scale
        page.form.confirm(True)
        settle()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    page.form.confirm(False)
    press(qtbot, *[Key.Key_N] * 9)
    row = page.form.questions.rows[-1]
    assert row.answer.hasFocus()
    assert not row.answer.visibleRegion().isEmpty(), "brought into view"


def test_run_again_with_other_answers(qtbot, opened, dialog):
    press(qtbot, *[Key.Key_N] * 10, Key.Key_Return)
    dialog.form.confirmer.setText("王芳")
    press(qtbot, Key.Key_Return)
    assert 13 in out(opened)
    assert opened.window.toast.text.startswith("已标为不适用10项")
    opened.desk.page.view.header.guide_wanted.emit()
    settle()
    again = opened.window.findChild(ApplicabilityDialog)
    assert effects(again.form)[:5] == ["已不适用"] * 5
    assert again.form.confirmer.text() == "王芳", "who confirmed last is proposed"
    border = ALL_NO.index("border")
    again.form.questions.rows[border].answer.setFocus()
    press(qtbot, Key.Key_Y)
    assert effects(again.form)[border] == "拟恢复适用"
    again.accept()
    assert again.form.confirming
    assert "涉及19" in again.form.figures.text()
    again.accept()
    assert 13 not in out(opened)
    assert opened.window.toast.text == "已恢复适用1项"
    opened.app.acts["undo"].trigger()
    assert 13 in out(opened)


def test_nothing_to_do_is_said_in_one_sentence(qtbot, opened, dialog):
    dialog.accept()
    for row in dialog.form.proposals.rows:
        row.tick.setChecked(False)
    dialog.accept()
    assert dialog.isVisible()
    assert "没有选中任何任务" in "".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    dialog._back.click()
    assert not dialog.form.confirming
    dialog.reject()


def test_with_nothing_proposed_the_answers_are_kept(qtbot, opened):
    for number in (20, 27):
        opened.session.run(tasks.mark_not_applicable, tasks.numbered(opened.session.checklist, number).id, "x", "y")
    opened.desk.ask_applicability()
    settle()
    again = opened.window.findChild(ApplicabilityDialog)
    press(qtbot, *[Key.Key_Y] * 10, Key.Key_Return)
    assert again.form.proposals.rows == []
    again.accept()
    assert opened.window.toast.text == told.DONE_KEPT
    assert all(applicability.replies(opened.session.checklist).values())


def test_another_notice_has_no_wizard_and_says_so(program, notice, monkeypatch):
    monkeypatch.setattr(applicability, "of", lambda _: None)
    monkeypatch.setattr(applicability, "of_notice", lambda _: None)
    program.start()
    program.app._take_notice(notice)
    start = program.start_page
    assert not start._without.isHidden()
    assert start._steps.isHidden()
    assert start._create.text() == words.START_CREATE
    start.county.setText("安岭县")
    start._propose_lead("安岭县")
    start._ask()
    settle()
    assert program.desk is not None
    program.app.acts["applicability"].trigger()
    assert program.window.message.text.startswith("这份通知没有配套的适用性问题")
    assert program.desk.page.view.hint.isHidden()


def test_a_hint_until_the_county_has_decided(qtbot, opened):
    hint = opened.desk.page.view.hint
    assert hint.isHidden(), "what every county has to do needs no hint"
    opened.desk.page.show_task(3)
    assert hint.text.text().startswith("部分适用：")
    assert hint.button.isHidden()
    opened.desk.page.show_task(8)
    assert hint.text.text() == "通常不适用：只涉及重庆市、四川省。"
    opened.session.run(applicability.confirm, {"chengyu": True}, {})
    assert hint.isHidden(), "answered"
    opened.app.acts["undo"].trigger()
    assert not hint.isHidden()
    hint.button.click()
    settle()
    asked = opened.window.findChild(NotApplicableDialog)
    assert asked.reason.toPlainText() == "本项只涉及重庆市、四川省。"
    assert QApplication.focusWidget() is asked.confirmer
    write("王芳")
    press(qtbot, Key.Key_Return)
    assert out(opened) == {8}
    assert hint.isHidden()


def test_a_hint_goes_with_the_first_action(opened):
    opened.desk.page.show_task(14)
    hint = opened.desk.page.view.hint
    assert hint.text.text() == "看条件：有大型易地搬迁安置区才适用。"
    opened.session.run(action_edits.add, 14, "改善安置区配套", today=TODAY)
    assert hint.isHidden()


def test_the_menu_of_a_task_leads_to_the_wizard(opened):
    header = opened.desk.page.view.header
    header._standing.click()
    settle()
    menu = header.findChild(QMenu)
    entry = next(entry for entry in menu.actions() if entry.text() == told.ASK)
    entry.trigger()
    menu.close()
    settle()
    assert opened.window.findChild(ApplicabilityDialog).isVisible()
