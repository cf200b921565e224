"""国家部门 → 本县单位 on the 单位 page: chosen in place, confirmed, bounded, taken back; by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from db import counterparts, tasks, units
from desktop.models.body_table import Column
from desktop.widgets.name_field import NameField
from tests.builders import TODAY
from tests.desktop.conftest import settle

Key = Qt.Key


class Hand:
    """The board, and the hand that works it."""

    def __init__(self, program):
        self.program = program
        program.window.resize(1366, 768)
        program.desk.go("units")
        settle()
        program.desk.page._segments["units"].buttons["bodies"].click()
        settle()

    @property
    def page(self):
        return self.program.desk.page

    @property
    def board(self):
        return self.page.board

    @property
    def view(self):
        return self.board.view

    @property
    def session(self):
        return self.program.session

    def unit(self, body, on=TODAY):
        return next(one for one in counterparts.all(self.session.checklist, on) if one.body == body)

    def choose(self, body):
        self.board.choose(body)
        self.view.setFocus()
        settle()

    def press(self, key, on=None):
        QTest.keyClick(on or QApplication.activePopupWidget() or QApplication.focusWidget(), key)
        settle()

    @property
    def editor(self):
        return self.view.indexWidget(self.view.currentIndex().siblingAtColumn(Column.UNIT))

    @property
    def dialog(self):
        return next((one for one in self.program.window.findChildren(QDialog) if one.isVisible()), None)

    def fill(self, **texts):
        for name, text in texts.items():
            self.dialog.fields[name].setText(text)
        self.dialog.accept()
        settle()

    def complaint(self, name):
        return self.dialog._rows[name]._line.text()


@pytest.fixture
def hand(opened):
    return Hand(opened)


def test_the_page_turns_between_units_and_bodies(hand):
    assert hand.board.isVisible()
    assert hand.board.card.isVisible()
    assert not hand.page.list.isVisible()
    assert not hand.page.card.isVisible()
    assert hand.page._segments["bodies"].buttons["units"].text() == "单位名单 1"
    assert hand.view.hasFocus()
    hand.page._segments["bodies"].buttons["units"].click()
    settle()
    assert hand.page.list.isVisible()
    assert not hand.board.isVisible()
    assert hand.page._segments["units"].buttons["units"].isChecked()


def test_the_table_is_what_the_file_says(hand):
    found = counterparts.terms(hand.session.checklist, TODAY)
    assert hand.board.model.rows == list(found)
    assert hand.board.unchecked.text() == "7个待核对"
    texts = [hand.board.model.index(0, column).data() for column in Column]
    assert texts == ["发展改革委", "县发改局", "一直", "24项", ""]


def test_a_unit_is_typed_in_place_and_taken_back(hand):
    hand.choose("体育总局")
    hand.press(Key.Key_Return)
    assert isinstance(hand.editor, NameField)
    offered = hand.editor.completer().model().stringList()
    assert offered[0] == "县文广旅体局"
    assert offered.index("无对应单位") < offered.index("县发改局"), "the others after what could stand for the body"
    hand.editor.setText("县体育中心")
    hand.editor.completer().popup().hide()
    hand.press(Key.Key_Return, on=hand.editor)
    assert hand.unit("体育总局").unit == "县体育中心"
    assert hand.unit("体育总局").checked
    assert hand.board.unchecked.text() == "6个待核对"
    assert hand.view.current().body == "体育总局"
    hand.program.desk.undo()
    assert hand.unit("体育总局").unit == "县教体局"
    assert "县体育中心" not in [unit.name for unit in units.all(hand.session.checklist)]


def test_a_unit_is_chosen_from_the_list_by_keys_alone(hand):
    hand.choose("体育总局")
    hand.press(Key.Key_F2)
    popup = hand.editor.completer().popup()
    assert popup.isVisible()
    hand.press(Key.Key_Down, on=popup)
    hand.press(Key.Key_Return, on=popup)
    assert hand.unit("体育总局").unit == "县文广旅体局"
    assert hand.editor is None


def test_esc_changes_nothing(hand):
    hand.choose("体育总局")
    hand.press(Key.Key_Return)
    editor = hand.editor
    hand.press(Key.Key_Escape, on=editor.completer().popup())
    hand.press(Key.Key_Escape, on=editor)
    assert hand.unit("体育总局").unit == "县教体局"
    assert not hand.unit("体育总局").kept


def test_a_click_on_the_unit_opens_its_list(hand):
    index = hand.board.model.index(hand.board.model.place_of("商务部"), Column.UNIT)
    hand.view.scrollTo(index)
    QTest.mouseClick(hand.view.viewport(), Qt.MouseButton.LeftButton, pos=hand.view.visualRect(index).center())
    settle()
    assert hand.editor.completer().popup().isVisible()


def test_an_abolished_unit_is_refused_in_its_cell_and_what_was_typed_stays(hand):
    hand.session.run(units.add, "县甲局")
    hand.session.run(units.end, units.named(hand.session.checklist, "县甲局").id, "2020-05-31")
    hand.choose("教育部")
    hand.press(Key.Key_Return)
    hand.editor.setText("县甲局")
    hand.editor.completer().popup().hide()
    hand.press(Key.Key_Return, on=hand.editor)
    assert hand.editor.text() == "县甲局"
    assert hand.editor.property("state") == "error"
    assert hand.unit("教育部").unit == "县教育局"
    assert not hand.editor.completer().popup().isVisible(), "the list would hide the reason"
    assert hand.page.settle() != ""
    settle()
    hand.editor.setText("县教育局")
    assert hand.page.settle() == ""


def test_space_confirms_and_goes_on_to_the_next(hand):
    hand.board.unchecked.click()
    for body in ("工业和信息化部", "人民银行", "体育总局"):
        assert hand.view.current().body == body
        hand.press(Key.Key_Space, on=hand.view)
        assert hand.unit(body).checked
    assert hand.board.unchecked.text() == "4个待核对"
    for _ in range(4):
        hand.press(Key.Key_Space, on=hand.view)
    assert not hand.board.unchecked.isVisible()
    hand.press(Key.Key_Space, on=hand.view)  # nothing is left to confirm
    assert hand.session.undo_label() == "核对“农业发展银行”对应的本县单位"


def test_the_default_comes_back_by_key_and_by_button(hand):
    hand.choose("教育部")
    assert not hand.board.restore.isEnabled()
    hand.board.acts.change(hand.view.current(), "unit", "县甲局")
    assert hand.board.restore.isEnabled()
    hand.press(Key.Key_Delete, on=hand.view)
    assert hand.unit("教育部").unit == "县教育局"
    hand.board.acts.change(hand.view.current(), "note", "挂科技局牌子")
    assert hand.unit("教育部").note == "挂科技局牌子"
    hand.board.restore.click()
    assert hand.unit("教育部").note == ""
    assert "恢复“教育部”的默认对应" in hand.program.window.toast.text


def test_another_unit_from_a_day_on_is_a_time_of_its_own(hand):
    hand.choose("教育部")
    hand.board.card.buttons["succeed"].click()
    hand.fill(unit="", valid_from="7月1日", note="")
    assert hand.complaint("unit") == "请填写本县单位，没有就写“无”。"
    hand.fill(unit="县教体局", valid_from="")
    assert hand.complaint("valid_from") == "请填写从哪一天起。"
    hand.fill(valid_from="7月1日")
    rows = [one for one in hand.board.model.rows if one.body == "教育部"]
    assert [(one.unit, one.valid_from, one.valid_to) for one in rows] == [
        ("县教育局", None, "2020-06-30"), ("县教体局", "2020-07-01", None),
    ]  # fmt: skip
    hand.choose("教育部")
    hand.board.card.buttons["details"].click()
    hand.fill(valid_to="2020-08-01")
    assert "起止与另一条重叠" in hand.complaint("valid_to")
    hand.dialog.reject()


def test_the_card_leads_to_the_tasks_that_name_the_body(hand):
    hand.choose("体育总局")
    card = hand.board.card
    assert card.body.text() == "体育总局"
    numbers = [one.number for one in tasks.all(hand.session.checklist) if "体育总局" in one.bodies]
    assert [line.title.split("　")[0] for line in card.model.rows()] == [str(number) for number in numbers]
    card.tasks.opened.emit(card.model.index(1))
    settle()
    assert hand.program.desk.pages.key == "tasks"
    assert hand.page.view.task == tasks.numbered(hand.session.checklist, numbers[1]).id


def test_a_body_of_one_task_leads_there_at_once(hand):
    index = hand.board.model.index(hand.board.model.place_of("医保局"), Column.TASKS)
    hand.view.scrollTo(index)
    QTest.mouseClick(hand.view.viewport(), Qt.MouseButton.LeftButton, pos=hand.view.visualRect(index).center())
    settle()
    assert hand.program.desk.pages.key == "tasks"
    assert "医保局" in hand.program.desk.standing.tasks[hand.page.view.task].bodies


def test_a_chip_on_the_task_leads_to_its_body(hand):
    hand.program.desk.go("tasks", task=5)
    hand.page.view.header.bodies.wanted.emit("财政部")
    settle()
    assert hand.view.current().body == "财政部"
    assert hand.board.isVisible()


def test_the_menu_offers_what_can_be_done(hand):
    hand.choose("体育总局")
    hand.board.offer(QPoint(10, 10))
    menu = next(menu for menu in hand.board.findChildren(QMenu) if menu.isVisible())
    assert [act.text() for act in menu.actions()] == ["换单位", "核对无误", "某日起换单位…", "改起止和说明…"]
    menu.close()


def test_an_undo_elsewhere_comes_back_to_the_body(hand):
    hand.choose("教育部")
    hand.board.acts.change(hand.view.current(), "unit", "县甲局")
    hand.program.desk.go("ledger")
    hand.program.desk.undo()
    settle()
    assert hand.program.desk.pages.key == "units"
    assert hand.board.isVisible()
    assert hand.view.current().body == "教育部"


def test_the_wheel_over_the_table_changes_nothing(hand):
    hand.choose("体育总局")
    hand.press(Key.Key_Return)
    editor = hand.editor
    text = editor.text()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(editor.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, wheel)
    assert editor.text() == text
    assert not hand.unit("体育总局").kept


@pytest.mark.parametrize("size", [(900, 560), (760, 560)])
def test_in_a_small_window_nothing_is_cut(hand, size):
    hand.program.window.resize(*size)
    settle()
    for button in hand.page._segments["bodies"].buttons.values():
        assert button.width() >= button.sizeHint().width()
    assert hand.view.horizontalScrollBar().maximum() == 0
    if hand.page._alone:
        assert not hand.board.card.isVisible()
        hand.choose("教育部")
        hand.view.tasks_wanted.emit()
        settle()
        assert hand.board.card.isVisible()
        assert not hand.board.isVisible()
        hand.board.card.back.click()
        assert hand.board.isVisible()


def test_the_view_and_the_body_are_there_again_in_another_look(hand):
    hand.choose("教育部")
    hand.program.app.look.set(mode="dark", scale=1.25)
    settle()
    assert hand.board.isVisible()
    assert hand.view.current().body == "教育部"
