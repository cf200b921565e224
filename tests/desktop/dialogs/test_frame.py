"""What all dialogs share: their size, Enter and Esc, the order of Tab."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea

from db.errors import RuleBroken
from desktop import words
from desktop.dialogs.ask_fields import AskFields
from desktop.widgets.choice import Choice
from desktop.widgets.name_field import NameField
from tests.desktop.conftest import settle

Key = Qt.Key
LONG = "“制定职业技能提升行动方案”是李明报结的，要由别人确认，请换一位确认人，或者请他退回以后再报。"


@pytest.fixture
def asked(filled):
    """A dialog with a choice, a line and a text, that refuses what is saved at the line."""

    def ask(*wanted, save=lambda _: RuleBroken("unit_empty", field="line")):
        dialog = AskFields(filled.app.look, filled.window, save, title="题目", explain="说明", deed="办理")
        dialog.ask(*wanted)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    return ask


class Refused(RuleBroken):
    def __str__(self):
        return LONG


def whole(label):
    """Whether all lines of a label are seen."""
    return label.height() >= label.heightForWidth(label.width())


def test_a_dialog_grows_with_what_is_wrong(asked):
    fields = [(name, "栏", QLineEdit()) for name in ("line", "b", "c")]
    dialog = asked(*fields, save=lambda _: Refused("unit_empty", field="line"))
    before = dialog.height()
    dialog.accept()
    settle()
    said = next(label for label in dialog.findChildren(QLabel) if label.text() == LONG)
    assert dialog.height() > before
    assert whole(said)
    assert said.mapTo(dialog, QPoint(0, 0)).y() >= fields[0][2].mapTo(dialog, QPoint(0, fields[0][2].height())).y()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_does_not_fit_the_window_scrolls_between_head_and_foot(filled, asked, scale):
    filled.window.resize(900, 560)
    filled.app.look.set(scale=scale)
    settle()
    texts = [QPlainTextEdit() for _ in range(5)]
    dialog = asked((("line"), "栏", QLineEdit()), save=lambda _: Refused("unit_empty", field="last"))
    for number, text in enumerate(texts):
        dialog.ask((f"text{number}", "栏", text))
    last = QLineEdit()
    dialog.ask(("last", "栏", last))
    settle()
    dialog.accept()
    settle()
    assert dialog.width() <= 820
    assert dialog.height() <= 480
    main = next(button for button in dialog.findChildren(QPushButton) if button.text() == "办理")
    assert dialog.rect().contains(main.geometry().translated(main.parentWidget().pos()))
    area = dialog.findChild(QScrollArea)
    top = last.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < area.viewport().height(), "what is wrong is out of sight"


def test_enter_on_a_choice_does_the_deed(filled, asked):
    saved = []
    choice = Choice(filled.app.look, {"a": "甲", "b": "乙"})
    dialog = asked(("kind", "类别", choice), save=lambda said: saved.append(said) or None)
    choice.buttons["a"].setFocus()
    QTest.keyClick(choice.buttons["a"], Key.Key_Space)
    QTest.keyClick(choice.buttons["a"], Key.Key_Return)
    assert saved == [{"kind": "a"}]
    assert not dialog.isVisible()


def test_tab_comes_to_the_deed_before_it_comes_to_cancel(asked):
    line = QLineEdit()
    dialog = asked(("line", "栏", line))
    line.setFocus()
    QTest.keyClick(line, Key.Key_Tab)
    assert dialog.focusWidget().text() == "办理"
    QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
    assert dialog.focusWidget().text() == words.CANCEL


def test_esc_asks_once_before_what_was_typed_is_given_up(asked):
    text = QPlainTextEdit()
    dialog = asked(("line", "栏", text))
    text.setFocus()
    QTest.keyClicks(text, "typed")
    QTest.keyClick(text, Key.Key_Escape)
    assert dialog.isVisible()
    assert words.ESC_AGAIN in [label.text() for label in dialog.findChildren(QLabel)]
    QTest.keyClicks(text, "more")
    QTest.keyClick(text, Key.Key_Escape)
    assert dialog.isVisible(), "something else was typed meanwhile"
    QTest.keyClick(text, Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_closes_at_once_where_nothing_much_was_typed(asked):
    line = QLineEdit()
    dialog = asked(("line", "栏", line), ("text", "栏", QPlainTextEdit()))
    QTest.keyClicks(line, "a")
    QTest.keyClick(line, Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_in_an_open_list_closes_only_the_list(asked):
    line = NameField(lambda: ["abc", "abcd"])
    dialog = asked(("line", "栏", line))
    line.setFocus()
    QTest.keyClicks(line, "ab")
    popup = line.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Escape)
    assert not popup.isVisible()
    assert dialog.isVisible()
    assert line.text() == "ab"


def test_a_list_that_only_offers_what_is_typed_stays_closed(asked):
    saved = []
    line = NameField(lambda: ["abc", "xyz"])
    dialog = asked(("line", "栏", line), save=lambda said: saved.append(said) or None)
    line.setFocus()
    QTest.keyClicks(line, "abc")
    assert not line.completer().popup().isVisible()
    QTest.keyClick(line, Key.Key_Return)
    assert saved == [{"line": "abc"}]
    assert not dialog.isVisible()
