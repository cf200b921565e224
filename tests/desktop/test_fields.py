"""Fields take what people type, and nothing else changes them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from desktop import words
from desktop.models.action_tree import Column
from desktop.widgets.date_popup import DatePopup
from tests.desktop.conftest import settle

Key = Qt.Key


def calendar(program):
    """The calendar under the due field of the row for new actions."""
    program.desk.page.show_task(5)
    program.panel.start_adding()
    due = program.panel.add_row.due
    due.open_calendar()
    settle()
    return due, due.findChild(DatePopup)


def test_the_calendar_gives_words(qtbot, opened):
    due, popup = calendar(opened)
    qtbot.keyClick(popup.grid, Key.Key_Down)
    qtbot.keyClick(popup.grid, Key.Key_Return)
    settle()
    assert due.text() == "6月25日"
    assert opened.panel.add_row.findChild(DatePopup) is None, "freed when it closes"


@pytest.mark.parametrize(
    ("button", "gives"),
    [(words.MONTH_END, "6月30日"), (words.QUARTER_END, "6月30日"), (words.YEAR_END, "12月31日"),
     (words.DUE_LONG_TERM, words.LONG_TERM_WORDS)],
)  # fmt: skip
def test_the_ends_deadlines_usually_have(opened, button, gives):
    due, popup = calendar(opened)
    next(b for b in popup.findChildren(QPushButton) if b.text() == button).click()
    assert due.text() == gives


def test_the_calendar_opens_at_the_day_the_words_mean(opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    due = opened.panel.add_row.due
    due.setText("三季度")
    due.open_calendar()
    settle()
    popup = due.findChild(DatePopup)
    assert popup.grid.chosen == date(2020, 9, 30)
    popup.grid.turn(-7)
    assert popup.grid.chosen == date(2020, 2, 29), "a day that month does not have becomes its last"
    popup.close()


def test_enter_that_ends_a_word_of_the_input_method_adds_nothing(opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    title = opened.panel.add_row.title
    composing = QInputMethodEvent("peixun", [])
    QApplication.sendEvent(title, composing)
    finished = QInputMethodEvent()
    finished.setCommitString("培训")
    QApplication.sendEvent(title, finished)
    settle()
    assert title.text() == "培训"
    assert opened.actions == []


def test_an_empty_title_is_told_at_the_row(qtbot, opened):
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    row = opened.panel.add_row
    row.lead.setText("县人社局")
    qtbot.keyClick(row.title, Key.Key_Return)
    assert opened.actions == []
    assert row.title.property("state") == "error"
    assert row.lead.text() == "县人社局", "what was typed stays"
    row.title.setText("摸底")
    row.due.setText("2月30日")
    qtbot.keyClick(row.due, Key.Key_Return)
    assert opened.actions == []
    assert (row.title.property("state"), row.due.property("state")) == ("", "error")


def test_no_box_to_choose_from_takes_the_focus_by_the_wheel(filled):
    for page in ("ledger", "progress", "problems", "units", "issue", "tasks"):
        filled.desk.go(page)
        settle()
    filled.desk.page.form.setVisible(True)
    boxes = filled.window.findChildren(QComboBox)
    assert len(boxes) > 4
    wheel = Qt.FocusPolicy.WheelFocus.value & ~Qt.FocusPolicy.StrongFocus.value
    assert [box for box in boxes if box.focusPolicy().value & wheel] == []


def test_the_wheel_changes_nothing_in_a_field_without_focus(filled):
    filled.desk.page.show_task(5)
    leaf = next(a for a in filled.actions if a.leaf and a.status == "in_progress")
    filled.table.choose(leaf.id)
    filled.table.setFocus()
    filled.table.edit_column(Column.STATUS)
    box = filled.table.findChild(QComboBox)
    box.hidePopup()
    filled.window.setFocus()
    before = box.currentIndex()
    for delta in (120, -120):
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before


def test_known_units_are_offered(opened):
    lead = opened.panel.add_row.lead
    opened.desk.page.show_task(5)
    opened.panel.start_adding()
    opened.panel.add_row.title.setText("摸底")
    lead.setText("县人社局")
    opened.panel.add_row._ask()
    lead.setFocus()
    settle()
    lead.setText("人社")
    lead.textEdited.emit("人社")  # QTest types ASCII only
    lead.completer().setCompletionPrefix("人社")
    assert lead.completer().currentCompletion() == "县人社局"


def test_showing_tasks_and_opening_editors_edits_nothing(qtbot, drafted):
    told = []
    drafted.session.changed.connect(told.append)
    drafted.session.failed.connect(told.append)
    steps = drafted.session.undo_label()
    for task in drafted.desk.standing.tasks:
        drafted.desk.page.show_task(task)
    drafted.desk.page.show_task(5)
    leaf = next(a for a in drafted.actions if a.leaf and a.status == "in_progress")
    for column in Column:
        drafted.table.choose(leaf.id, column)
        drafted.table.setFocus()
        drafted.table.edit_column(column)
        editor = drafted.table.indexWidget(drafted.panel.model.index_of(leaf.id, column))
        assert editor is not None, column
        if isinstance(editor, QComboBox):
            editor.hidePopup()
        else:
            qtbot.keyClick(editor, Key.Key_Return)  # taken over as it stands
            settle()
        drafted.table.setFocus()
        settle()
    assert told == []
    assert drafted.session.undo_label() == steps


def test_a_percent_of_100_offers_to_mark_it_done(qtbot, filled):
    filled.desk.page.show_task(5)
    leaf = next(a for a in filled.actions if a.leaf and a.status == "in_progress")
    filled.table.choose(leaf.id)
    filled.table.setFocus()
    filled.table.edit_column(Column.PERCENT)
    editor = filled.table.indexWidget(filled.panel.model.index_of(leaf.id, Column.PERCENT))
    editor.setText("100")
    qtbot.keyClick(editor, Key.Key_Return)
    settle()
    offer = next(b for b in filled.window.toast.findChildren(QPushButton) if b.text() == words.MARK_DONE)
    assert leaf.title[:10] in filled.window.toast.text
    offer.click()
    now = next(a for a in filled.actions if a.id == leaf.id)
    assert (now.status, now.percent, now.done_on) == ("done", 100, "2020-06-18")


def test_the_cell_of_the_lead_offers_the_bureaus_of_its_task_first(drafted):
    leaf = next(action for action in drafted.actions if action.leaf)
    drafted.table.choose(leaf.id)
    drafted.table.edit_column(Column.LEAD)
    editor = drafted.table.indexWidget(drafted.panel.model.index_of(leaf.id, Column.LEAD))
    editor.setText("")
    editor._offer("")
    bureaus = list(drafted.desk.standing.bureaus(leaf.task))
    assert editor.completer().model().stringList()[: len(bureaus)] == bureaus
