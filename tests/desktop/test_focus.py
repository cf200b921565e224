"""Where the focus goes when what had it is hidden, greyed or made anew."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from db import action_edits
from desktop import words
from tests.builders import TODAY
from tests.desktop.conftest import settle

Key = Qt.Key


def form_of(program, task=5):
    """The form of an action of a task, with all its fields in view."""
    program.window.resize(1366, 740)
    program.desk.page.show_task(task)
    made = program.session.run(
        action_edits.add, task, "送培训下乡", today=TODAY, lead="县教育局", owner="李明", due="6月底前"
    )
    program.table.choose(made.inserted("action"))
    settle()
    form = program.desk.page.form.form
    form.fields.more.click()
    settle()
    return form


def test_a_closed_message_leaves_the_focus_where_it_was(filled):
    filled.table.setFocus()
    filled.window.message.say("attention", "一句话。")
    settle()
    close = next(b for b in filled.window.message.findChildren(QPushButton) if b.accessibleName() == words.CLOSE)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert filled.table.hasFocus()
    filled.window.message.say("attention", "一句话。")
    close.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(close, Key.Key_Space)
    settle()
    assert filled.desk.page.isAncestorOf(QApplication.focusWidget())


def test_tab_goes_on_from_the_names_of_a_field_to_the_next_field(filled):
    form = form_of(filled)
    fields = form.fields.fields
    line = fields["supporting"].chips.line
    line.setFocus()
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Key.Key_Tab)
    settle()
    assert fields["supporting"].chips.names == ("abc",)
    assert QApplication.focusWidget() is fields["leader"].editor
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Backtab)
    assert QApplication.focusWidget() is line
    QTest.keyClick(line, Key.Key_Backtab)
    assert QApplication.focusWidget() is fields["supporting"].chips.chips[0]
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    settle()
    assert fields["supporting"].chips.names == ()
    assert line.hasFocus()


def test_a_button_that_is_greyed_leaves_the_focus_beside_it(filled):
    form = form_of(filled)
    form.tabs.turn("evidence")
    settle()
    add = form.tabs.page("evidence").add
    add.setFocus()
    add.setEnabled(False)
    assert form.isAncestorOf(QApplication.focusWidget())
