"""Every field of the form edits, refuses and follows undo; filling it edits nothing."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from db import action_edits, due_dates, issuing, lifecycle, status, tasks
from desktop import countdown
from desktop import words as common
from desktop.dialogs.closing import ClosingDialog
from desktop.dialogs.extension import ExtensionDialog
from desktop.dialogs.progress import ProgressDialog
from desktop.forms.answer_row import AnswerRow
from desktop.forms.field import TextRow
from desktop.forms.field_kinds import ChipRow, ChoiceRow
from desktop.forms.fields import ROWS
from desktop.widgets.name_field import NameField
from desktop.words import closings as closing_words
from desktop.words import form as words
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import enter, press

Key = Qt.Key
# key: (what is typed or chosen, what the action holds then)
TYPED = {
    "title": ("培训新生代农民工", {"title": "培训新生代农民工"}),
    "goal": ("培训2000人次", {"goal": "培训2000人次"}),
    "lead": ("县住建局", {"lead": "县住建局"}),
    "responsible": ("县总工会", {"responsible": ("县总工会",)}),
    "supporting": ("县统计局", {"supporting": ("县统计局",)}),
    "leader": ("陈县长", {"leader": "陈县长"}),
    "owner": ("赵敏", {"owner": "赵敏"}),
    "contact": ("周敏", {"contact": "周敏"}),
    "start_on": ("4月15日", {"start_on": "2020-04-15"}),
    "due": ("三季度", {"due_words": "三季度", "due_on": "2020-09-30"}),
    "due_rule": ("previous", {"due_rule": "previous"}),
    "status": ("done", {"status": "done", "percent": 100}),
    "percent": ("35", {"percent": 35, "status": "in_progress"}),
    "answers": (2, {"answers": (2,)}),
    "weight": ("3", {"weight": 3}),
}
REFUSED = {
    "title": "长" * 501, "goal": "长" * 501, "lead": "甲局、乙局", "responsible": "长" * 61, "supporting": "长" * 61,
    "leader": "张三、李四", "owner": "长" * 61, "contact": "张三、李四", "start_on": "2月30日", "due": "13月",
    "percent": "300", "weight": "0",
}  # fmt: skip


@pytest.fixture
def page(filled):
    """The tasks page with a leaf that was just added: not started, not 印发, no second unit."""
    filled.window.resize(1366, 740)
    filled.desk.page.show_task(5)
    made = filled.session.run(
        action_edits.add, 5, "送培训下乡", today=TODAY, lead="县教育局", owner="李明", due="6月底前"
    )
    filled.one = made.inserted("action")
    filled.table.choose(filled.one)
    settle()
    filled.form = filled.desk.page.form.form
    return filled


def now(page):
    return next(a for a in page.actions if a.id == page.one)


def row(page, key):
    field = page.form.fields.fields[key]
    if field.isHidden():
        page.form.fields.more.click()
        settle()
    return field


def line(field):
    """The part of a field one types in."""
    return field.chips.line if isinstance(field, ChipRow) else field.editor


def choose(field, code):
    field.box.setCurrentIndex(field.box.findData(code))
    field.box.activated.emit(field.box.currentIndex())


def write(qtbot, field, text, key=Key.Key_Return):
    """Replace what stands in a field, and send it off."""
    if isinstance(field, ChoiceRow):
        choose(field, text)
        return
    if isinstance(field, AnswerRow):
        field.editor.click()
        menu = QApplication.activePopupWidget()
        menu.actions()[text - 1].trigger()
        menu.close()
        return
    line(field).setFocus()
    line(field).selectAll()
    enter(line(field), text)
    names = line(field).completer().popup() if isinstance(line(field), NameField) else None
    press(qtbot, key, on=names if names is not None and names.isVisible() else line(field))


def test_the_table_of_values_is_whole():
    assert set(TYPED) == {row.key for row in ROWS}
    assert set(REFUSED) == set(TYPED) - {"status", "due_rule", "answers"}, "a choice offers only what can be chosen"


@pytest.mark.parametrize("key", TYPED)
def test_every_field_saves_on_enter_and_follows_undo(qtbot, page, key):
    before, text, held = now(page), *TYPED[key]
    field = row(page, key)
    shown = field.read()
    told = []
    page.session.changed.connect(told.append)
    write(qtbot, field, text)
    assert {name: getattr(now(page), name) for name in held} == held
    assert len(told) == 1, "one step"
    assert (field.wrong, field.dirty) == ("", False)
    page.session.undo()
    assert now(page) == before
    assert field.read() == shown
    page.session.redo()
    assert {name: getattr(now(page), name) for name in held} == held
    assert field.read() == field.value


@pytest.mark.parametrize("key", [key for key in TYPED if key in REFUSED])
def test_every_field_saves_when_it_is_left(qtbot, page, key):
    text, held = TYPED[key]
    field = row(page, key)
    write(qtbot, field, text, Key.Key_Tab)
    assert not line(field).hasFocus()
    assert {name: getattr(now(page), name) for name in held} == held


@pytest.mark.parametrize("key", REFUSED)
def test_a_refused_value_stays_with_its_reason_and_holds_the_page(qtbot, page, key):
    before, field = now(page), row(page, key)
    write(qtbot, field, REFUSED[key])
    assert now(page) == before
    assert line(field).text() == REFUSED[key]
    assert field.wrong == field._line.text()
    assert field._line.isVisible()
    assert field.wrong.endswith("。")
    assert field.editor.property("state") == "error"
    assert page.desk.page.settle() == common.REFUSED_LEFT
    assert page.form.foot._saved.text() == words.NOT_SAVED
    press(qtbot, Key.Key_Escape, on=line(field))
    assert (field.wrong, field.dirty) == ("", False)
    assert page.form.foot._saved.text() == words.SAVED
    assert page.desk.page.settle() == ""
    assert now(page) == before


def test_filling_the_form_edits_nothing(filled):
    filled.window.resize(1366, 740)
    settle()
    told = []
    filled.session.changed.connect(told.append)
    filled.session.failed.connect(told.append)
    step = filled.session.undo_label()
    for task, its in filled.desk.standing.actions.items():
        filled.desk.page.show_task(task)
        for action in its[:4]:
            filled.table.choose(action.id)
            form = filled.desk.page.form.form
            assert form is None or form.fields.dirty == []
        settle()
    form = filled.desk.page.form.form
    form.fields.more.click()
    for field in form.fields.fields.values():
        field.editor.setFocus()
        if isinstance(field, ChipRow):
            field.chips.line.setFocus()
        settle()
    filled.table.setFocus()
    settle()
    assert told == []
    assert filled.session.undo_label() == step


@pytest.mark.parametrize("key", TYPED)
def test_entering_and_leaving_a_field_edits_nothing(qtbot, page, key):
    told = []
    page.session.changed.connect(told.append)
    page.session.failed.connect(told.append)
    field = row(page, key)
    target = field.box if isinstance(field, ChoiceRow) else line(field)
    target.setFocus()
    settle()
    press(qtbot, Key.Key_Tab, on=target)
    if isinstance(target, QLineEdit):
        target.setFocus()
        press(qtbot, Key.Key_Return, on=target)
    assert told == []


def test_what_is_being_typed_is_never_overwritten(qtbot, page):
    owner, title = row(page, "owner"), row(page, "title")
    line(owner).setFocus()
    enter(line(owner), "新来")
    typed = line(owner).text()
    page.session.run(action_edits.rename, page.one, "改了名")
    page.session.run(action_edits.set_names, page.one, "owner", ["周敏"])
    assert line(owner).text() == typed
    assert title.read() == "改了名", "the others follow"
    press(qtbot, Key.Key_Escape, on=line(owner))
    assert line(owner).text() == "周敏"


def test_the_wheel_changes_nothing(page):
    told = []
    page.session.changed.connect(told.append)
    page.table.setFocus()
    for key in TYPED:
        field = row(page, key)
        target = field.box if isinstance(field, ChoiceRow) else line(field)
        before = field.read()
        for delta in (120, -120):
            turn = QWheelEvent(
                QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(target, turn)
        assert field.read() == before, key
    assert told == []


@pytest.mark.parametrize("key", ["title", "owner", "due", "supporting"])
def test_ctrl_z_goes_to_the_checklist_where_a_field_has_nothing_to_take_back(qtbot, page, key):
    page.session.run(lifecycle.set_percent, page.one, 20)
    field = row(page, key)
    line(field).setFocus()
    settle()
    qtbot.keyClick(line(field), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(page).percent == 0
    page.session.redo()
    line(field).setFocus()
    enter(line(field), "字")
    qtbot.keyClick(line(field), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(page).percent == 20, "first what was typed"
    assert not field.dirty


def test_chips_come_and_go(qtbot, page):
    field = row(page, "supporting")
    write(qtbot, field, "县民政局、县财政局")
    assert [chip.text() for chip in field.chips.chips] == ["县民政局", "县财政局"]
    field.chips.line.setText("县统计")
    field.chips.chips[0].click()
    assert now(page).supporting == ("县财政局",)
    assert field.chips.line.text() == "县统计", "what is being typed stays"
    field.chips.line.clear()
    field.chips.line.setFocus()
    press(qtbot, Key.Key_Backspace, on=field.chips.line)
    assert now(page).supporting == ()
    page.session.undo()
    assert [chip.text() for chip in field.chips.chips] == ["县财政局"]


def test_the_lead_unit_cannot_be_asked_to_support(qtbot, page):
    field = row(page, "supporting")
    lead = now(page).lead
    write(qtbot, field, lead)
    assert lead in field.wrong
    assert now(page).supporting == ()


def test_a_parent_only_shows_what_its_children_make(page):
    parent = next(a for a in page.actions if not a.leaf)
    page.table.choose(parent.id)
    fields = page.form.fields.fields
    assert fields["status"]._both.currentWidget() is fields["status"]._said
    assert fields["percent"].editor.isReadOnly()
    assert fields["status"]._line.text() == words.DERIVED
    assert not fields["title"].editor.isReadOnly()
    assert page.form.foot.next.isHidden()


def test_a_task_that_is_left_out_is_only_read(page):
    page.session.run(tasks.mark_not_applicable, 5, "与本县无关", "王芳")
    settle()
    for field in page.form.fields.fields.values():
        if isinstance(field, TextRow):
            assert field.editor.isReadOnly()
        elif isinstance(field, ChoiceRow):
            assert field._both.currentWidget() is field._said
        elif isinstance(field, AnswerRow):
            assert not field.editor.isEnabled()
        else:
            assert field.chips.line.isHidden()
    assert page.form.foot.next.isHidden()
    page.session.undo()
    settle()
    assert not page.form.fields.fields["title"].editor.isReadOnly()


def test_words_left_behind_are_told_and_can_be_taken_up_again(qtbot, page):
    field = row(page, "due")
    write(qtbot, field, "13月")
    page.desk.page.show_task(6)
    settle()
    assert "13月" in page.window.toast.text
    assert page.form.action.task == 6
    assert not page.form.fields.dirty
    next(b for b in page.window.toast.findChildren(QPushButton) if b.text() == words.GO_BACK).click()
    settle()
    assert page.form.action.id == page.one
    assert line(field).text() == "13月"
    assert field.wrong


def test_what_is_typed_is_saved_to_its_own_action(page):
    field = row(page, "owner")
    line(field).setFocus()
    line(field).setText("赵敏")
    page.desk.page.show_task(6)
    assert next(a for a in page.desk.standing.actions[5] if a.id == page.one).owner == "赵敏"


def test_drafts_survive_a_new_look(qtbot, page):
    write(qtbot, row(page, "due"), "13月")
    write(qtbot, row(page, "supporting"), "长" * 61)
    page.app.look.set(mode="dark")
    settle()
    form = page.desk.page.form.form
    assert form.action.id == page.one
    assert form.drafts() == {"due": "13月", "supporting": ("长" * 61,)}
    assert form.fields.fields["due"].wrong


def test_a_refused_field_keeps_the_window(qtbot, page):
    write(qtbot, row(page, "percent"), "300")
    page.window.close()
    settle()
    assert page.window.isVisible()
    assert common.REFUSED_LEFT in page.window.message.text


def test_the_keyboard_walks_in_reading_order(qtbot, page):
    row(page, "goal")
    QTest.qWait(0)
    order = []
    page.form.focus_first()
    settle()
    for _ in range(40):
        here = QApplication.focusWidget()
        if not page.form.isAncestorOf(here):
            break
        order.append(here)
        press(qtbot, Key.Key_Tab)
    fields = page.form.fields.fields
    found = [next((key for key, field in fields.items() if field.isAncestorOf(widget)), "") for widget in order]
    assert list(dict.fromkeys(filter(None, found))) == list(TYPED)
    places = [widget.mapTo(page.form, widget.rect().center()) for widget in order]
    assert [p.y() for p in places] == sorted(p.y() for p in places)


def test_the_bar_says_how_far_the_time_is_and_follows_the_percent(page):
    pace = page.form.fields.pace
    told = []
    page.session.run(due_dates.set_start, page.one, "4月3日", today=TODAY)
    for percent in (10, 90):
        page.session.run(lifecycle.set_percent, page.one, percent)
        told.append(pace.toolTip())
        assert pace.toolTip() == countdown.pace_phrase(status.pace(now(page), page.session.yard))
    assert told[0] != told[1]
    assert page.form.fields.fields["percent"]._line.text() == ""


def test_the_foot_offers_what_comes_next(page):
    foot = page.form.foot
    assert foot.next.text() == words.MARK_DONE
    foot.next.click()
    assert (now(page).status, now(page).percent) == ("done", 100)
    assert "按期完成" in page.form.fields.fields["due"]._line.text()
    assert foot.next.text() == closing_words.CLOSE
    page.table.selectAll()
    foot.next.click()
    settle()
    dialog = page.window.findChild(ClosingDialog)
    assert now(page).title[:8] in "".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    settle()
    page.session.undo()
    assert foot.next.text() == words.MARK_DONE
    page.session.run(lifecycle.stop, [page.one], "cancelled", reason="政策调整", confirmer="王芳", today="2020-06-18")
    assert page.form.fields.fields["status"]._line.text() == "政策调整（王芳确认）"
    assert page.form.fields.fields["percent"].editor.isReadOnly()
    foot.next.click()
    settle()
    assert now(page).status == "not_started"


def test_the_foot_asks_for_progress(page):
    line(row(page, "owner")).setText("赵敏")
    page.form.foot.report.click()
    settle()
    dialog = page.window.findChild(ProgressDialog)
    assert now(page).owner == "赵敏", "what was typed is saved first"
    dialog.lines["percent"].setText("20")
    dialog.texts["done"].setPlainText("开了第一班")
    dialog.accept()
    settle()
    assert now(page).percent == 20
    assert page.form.fields.fields["percent"].read() == "20"
    tabs = page.form.tabs
    assert tabs.key == "progress"
    assert tabs._tabs["progress"].button.text() == "进展 1"
    parent = next(a for a in page.actions if not a.leaf)
    page.table.choose(parent.id)
    assert page.form.foot.report.isHidden()


def test_an_issued_date_is_only_moved_by_an_extension(qtbot, page):
    fields = page.form.fields
    write(qtbot, row(page, "due"), "6月底前")
    assert fields.extend.isHidden()
    assert page.session.run(issuing.issue, day=TODAY, only=[5], today=TODAY)
    assert fields.fields["due"].editor.isReadOnly()
    assert fields.issued.text() == "6月18日已印发"
    fields.extend.click()
    settle()
    dialog = page.window.findChild(ExtensionDialog)
    assert dialog.isVisible()
    assert page.form.tabs.key == "extensions"
    dialog.reject()


def test_the_due_date_says_what_it_means(qtbot, page):
    field = row(page, "due")
    write(qtbot, field, "6月底前")
    assert field._line.text() == "6月30日 周二 剩12天（7个工作日）"
    write(qtbot, field, "6月27日")
    row(page, "due_rule")
    choose(page.form.fields.fields["due_rule"], "previous")
    assert field._line.text().startswith("6月26日") or field._line.text().startswith("6月24日")


def test_the_bureaus_of_the_task_come_first_where_a_unit_is_asked_for(page):
    bureaus = list(page.desk.standing.bureaus(page.form.action.task))
    assert len(bureaus) > 1
    for key in ("lead", "responsible", "supporting"):
        field = line(row(page, key))
        field.setText("")
        field.setFocus()
        field._offer("")
        assert field.completer().model().stringList()[: len(bureaus)] == bureaus
