"""Which sentence is answered by which action, seen and changed on the task page."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from db import action_edits, answers, tasks
from desktop.models import dragged
from desktop.pages.task_panel import TaskPanel
from desktop.words import answers as words
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key = Qt.Key


@pytest.fixture
def page(opened):
    """Task 5 with two actions: the first answers the first of two sentences, the second none."""
    opened.window.resize(1366, 740)
    for title, its in (("甲", (1,)), ("乙", ())):
        opened.session.run(action_edits.add, 5, title, today=TODAY, lead="县人社局", due="6月底前", answers=its)
    opened.desk.page.show_task(5)
    settle()
    opened.view = opened.desk.page.view
    opened.rows = opened.view.sentences.rows
    return opened


def marks(page):
    return [(row.sentence.mark, row.sentence.actions, row.sentence.level) for row in page.view.sentences.rows]


def answered(page):
    return [action.answers for action in page.desk.standing.actions[page.view.task]]


def head(page):
    view = page.view.head
    return [button.text() for button in (view.answered, view.last) if button.isVisible()]


def menu_of(page, number):
    """The menu of a sentence, by the words of its acts; submenus by their title."""
    settle()
    page.view.sentences.menu_wanted.emit(number, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {act.text(): act for act in menu.actions() if act.text() and act.isVisible()}


def drop(row, mime):
    """Let go of something over a row; whether it would take it."""
    actions, button = Qt.DropAction.LinkAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    come = QDragEnterEvent(QPoint(30, 8), actions, mime, button, Qt.KeyboardModifier.NoModifier)
    come.ignore()
    row.dragEnterEvent(come)
    if come.isAccepted():
        row.dropEvent(QDropEvent(QPointF(30, 8), actions, mime, button, Qt.KeyboardModifier.NoModifier))
    return come.isAccepted()


def test_each_sentence_says_whether_an_action_answers_it(page):
    assert marks(page) == [("answered", 1, ""), ("unanswered", 0, "")]
    first, second = (row.note for row in page.rows)
    assert (first.link.text(), first.link.isVisible(), first.undone.isVisible()) == ("1项行动", True, False)
    assert (second.undone.text(), second.add.isVisible(), second.link.isVisible()) == ("未分解", True, False)
    assert page.rows[1].text.accessibleName().startswith("第2句，未分解。支持企业")
    assert head(page) == ["已落实1/2"]
    page.session.run(answers.set_answers, 2, [2])
    assert marks(page)[1] == ("answered", 1, "")
    assert head(page) == ["已落实2/2"]
    assert not page.view.head.answered.isEnabled(), "nothing left to lead to"


def test_a_sentence_of_the_upper_level_leaves_the_count(page):
    page.session.run(answers.set_level, 5, 2, "national")
    assert marks(page)[1] == ("superior", 0, "国家事权")
    assert head(page) == ["已落实1/1", "上级事权1句"]
    page.view.head.last.click()
    assert page.view.sentences.current == 2
    assert page.rows[1].text.hasFocus()


def test_a_task_that_does_not_apply_shows_only_its_words(page):
    page.session.run(tasks.mark_not_applicable, 5, "与本县无关", "王芳")
    assert marks(page) == [("quiet", 0, "")] * 2
    assert head(page) == []
    acts = menu_of(page, 2)
    assert [act.isEnabled() for act in acts.values()] == [False, False, False, True]


def test_the_figure_leads_to_the_sentence_it_misses(page):
    page.view.head.answered.click()
    assert page.view.sentences.current == 2
    assert page.rows[1].text.hasFocus()


def test_what_answers_a_sentence_is_chosen_by_its_figure_or_by_enter(qtbot, page):
    page.table.choose(2)
    page.rows[0].note.link.click()
    assert [action.id for action in page.table.selected()] == [1]
    page.table.choose(2)
    page.view.enter_sentence(1)
    press(qtbot, Key.Key_Return, on=page.rows[0].text)
    assert [action.id for action in page.table.selected()] == [1]
    assert page.table.hasFocus()


def test_sentence_and_actions_point_at_each_other(page):
    page.table.choose(1)
    assert [row.chosen for row in page.rows] == [True, False]
    page.table.choose(2)
    assert [row.chosen for row in page.rows] == [False, False]
    page.view.sentences.choose(1)
    assert page.table._delegate.pointed == {1}
    page.view.sentences.choose(0)
    assert page.table._delegate.pointed == frozenset()


def test_enter_on_an_unanswered_sentence_adds_what_answers_it(qtbot, page):
    page.view.enter_sentence(2)
    press(qtbot, Key.Key_Return, on=page.rows[1].text)
    row = page.panel.add_row
    assert (row.answers, row._answers.text()) == (2, "第2句")
    enter(row.title, "兑现培训补贴")
    press(qtbot, Key.Key_Return, on=row.title)
    assert answered(page) == [(1,), (), (2,)]
    assert marks(page)[1] == ("answered", 1, "")
    assert row.answers == 2, "the next one too, until it is said otherwise"


def test_new_actions_answer_the_current_sentence_and_can_be_turned_to_another(qtbot, page):
    page.view.enter_sentence(1)
    press(qtbot, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    row = page.panel.add_row
    assert row.answers == 1
    press(qtbot, Key.Key_Down, Qt.KeyboardModifier.ControlModifier, on=row.title)
    assert (row.answers, page.view.sentences.current) == (2, 2)
    press(qtbot, Key.Key_Down, Qt.KeyboardModifier.ControlModifier, on=row.title)
    assert (row.answers, page.view.sentences.current) == (0, 0)
    enter(row.title, "丙")
    press(qtbot, Key.Key_Return, on=row.title)
    assert answered(page)[-1] == ()


def test_below_a_parent_and_with_no_sentence_in_hand_nothing_is_linked(qtbot, page):
    page.table.setFocus()
    press(qtbot, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.add_row.answers == 0
    page.view.sentences.choose(2)
    page.panel.start_adding(page.actions[0])
    assert page.panel.add_row.answers == 0
    assert not page.panel.add_row._answers.isVisible()


def test_what_is_added_to_a_task_of_one_sentence_answers_it(qtbot, page):
    page.desk.page.show_task(1)
    page.panel.start_adding()
    row = page.panel.add_row
    assert not row._answers.isVisible(), "there is nothing to choose"
    enter(row.title, "清理落户限制")
    press(qtbot, Key.Key_Return, on=row.title)
    assert answered(page) == [(1,)]


def test_the_arrows_walk_from_sentence_to_sentence_and_esc_leaves(qtbot, page):
    page.view.enter_sentence(1)
    press(qtbot, Key.Key_Down, on=page.rows[0].text)
    assert (page.view.sentences.current, page.rows[1].text.hasFocus()) == (2, True)
    press(qtbot, Key.Key_Down, on=page.rows[1].text)
    assert page.view.sentences.current == 2
    press(qtbot, Key.Key_Escape, on=page.rows[1].text)
    assert (page.view.sentences.current, page.table.hasFocus()) == (0, True)


def test_the_sentences_are_one_stop_for_tab_behind_their_head(qtbot, page):
    page.view.head.answered.setFocus()
    page.window.focusNextChild()
    assert page.rows[0].text.hasFocus()
    page.window.focusNextChild()
    assert not any(row.text.hasFocus() for row in page.rows)


def test_the_menu_links_and_takes_off_what_is_chosen(page):
    page.table.choose_all([1, 2])
    acts = menu_of(page, 2)
    acts[words.LINK.format(what="“甲”等2项行动")].trigger()
    assert answered(page) == [(1, 2), (2,)]
    page.table.choose_all([1, 2])
    menu_of(page, 2)[words.UNLINK.format(what="“甲”等2项行动")].trigger()
    assert answered(page) == [(1,), ()]
    page.session.undo()
    assert answered(page) == [(1, 2), (2,)]


def test_the_menu_says_whose_business_a_sentence_is(page):
    acts = menu_of(page, 1)
    levels = acts[words.CHANGE_LEVEL].menu()
    assert [act.text() for act in levels.actions() if act.isChecked()] == ["照原文判断（县级可办）"]
    next(act for act in levels.actions() if act.text() == "省级事权").trigger()
    assert page.desk.standing.tasks[5].levels[0] == "provincial"
    acts = menu_of(page, 1)
    levels = acts[words.CHANGE_LEVEL].menu()
    next(act for act in levels.actions() if act.text().startswith("照原文")).trigger()
    stored = page.session.checklist.db.execute("SELECT level FROM sentence WHERE task = 5 AND number = 1").fetchone()
    assert stored == (None,)


def test_a_sentence_is_copied_whole_or_what_is_marked_in_it(qtbot, page):
    menu_of(page, 1)[words.COPY].trigger()
    whole = page.desk.standing.tasks[5].sentences[0]
    assert QApplication.clipboard().text() == whole
    page.view.enter_sentence(2)
    press(qtbot, Key.Key_C, Qt.KeyboardModifier.ControlModifier, on=page.rows[1].text)
    assert QApplication.clipboard().text() == page.desk.standing.tasks[5].sentences[1]


def test_actions_let_go_of_on_a_sentence_answer_it(page):
    assert drop(page.rows[1], dragged.packed([1, 2]))
    assert answered(page) == [(1, 2), (2,)]
    assert page.session.undo_label() == "关联“甲”等2项与原文"


def test_nothing_else_can_be_let_go_of_there(page):
    words_only = QMimeData()
    words_only.setText("甲")
    assert not drop(page.rows[1], words_only)
    elsewhere = page.session.run(action_edits.add, 6, "丙", today=TODAY).inserted("action")
    drop(page.rows[1], dragged.packed([elsewhere]))
    assert answered(page) == [(1,), ()]
    assert page.desk.standing.actions[6][0].answers == ()


def test_ctrl_l_ticks_the_sentences_of_what_is_chosen(qtbot, page):
    page.table.choose_all([1, 2])
    page.table.setFocus()
    press(qtbot, Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=page.table)
    menu = QApplication.activePopupWidget()
    assert [act.isChecked() for act in menu.actions()] == [False, False], "not all of them answer the first"
    menu.actions()[0].trigger()
    assert answered(page) == [(1,), (1,)]
    menu.actions()[0].trigger()
    assert answered(page) == [(), ()]
    menu.close()


def test_the_ledger_links_too(page):
    page.desk.go("ledger")
    ledger = page.desk.page
    ledger.reveal(2)
    settle()
    ledger.commands.actions["answers"].trigger()
    menu = QApplication.activePopupWidget()
    menu.actions()[1].trigger()
    menu.close()
    assert answered(page) == [(1,), (2,)]


def test_the_form_says_what_the_action_above_answers(page):
    page.session.run(action_edits.add, 5, "子", today=TODAY, parent=1)
    page.table.choose(3)
    settle()
    field = page.desk.page.form.form.fields.fields["answers"]
    assert field.editor.text() == "随上级行动，第1句"
    page.table.choose(1)
    assert field.editor.text().startswith("第1句　深入实施新生代农民工")


def test_the_foot_shows_the_share_and_leads_to_what_is_missing(page):
    figure = page.desk.foot.figures["coverage"]
    total = page.desk.standing.total
    assert figure.text() == f"原文落实{total.coverage}%"
    for number in set(range(1, 29)) - {5}:
        page.session.run(tasks.mark_not_applicable, number, "与本县无关", "王芳")
    assert figure.text() == "原文落实50%"
    figure.click()
    panel = page.window.findChild(TaskPanel)
    assert (panel._filter.text(), panel._number.text()) == ("原文未落实", "1")
    tip = panel.model.index_of(5).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("原文落实1/2句（50%）")


def test_undo_shows_the_sentence_whose_level_came_back(page):
    page.session.run(answers.set_level, 5, 2, "national")
    page.desk.page.show_task(6)
    page.desk.undo()
    assert (page.view.task, page.view.sentences.current) == (5, 2)


def test_a_draft_keeps_its_sentence_in_another_look(page):
    page.view.acts.add(2)
    enter(page.panel.add_row.title, "丙")
    page.app.look.set(mode="dark")
    settle()
    assert (page.panel.draft[0], page.panel.add_row.answers) == ("丙", 2)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_line_of_a_sentence_has_its_room(filled, scale):
    filled.app.look.set(scale=scale)
    filled.window.resize(900, 560)
    settle()
    filled.desk.page.show_task(4)
    settle()
    for row in filled.desk.page.view.sentences.rows:
        document = row.text.document()
        assert document.size().height() <= row.text.viewport().height() + 1
        assert row.note.geometry().right() <= row.width()
        assert row.text.geometry().right() < row.note.geometry().left()
