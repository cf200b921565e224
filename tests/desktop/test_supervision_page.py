"""The page 督办: whom to write to, the words before the number, the register; by hand and key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db import supervision, supervision_numbers
from desktop.dialogs.ask_words import AskWords
from desktop.dialogs.supervision import ReplyDialog, SupervisionDialog
from desktop.dialogs.supervision_preview import SupervisionPreview
from desktop.models.supervision_rows import level
from desktop.words import supervision as words
from tests.builders import TODAY, copied
from tests.desktop.conftest import settle

Key = Qt.Key


@pytest.fixture
def page(program, sample_file):
    program.start(copied(sample_file, program.folder))
    program.desk.go("supervision")
    settle()
    return program.desk.page


@pytest.fixture
def register(page):
    page.tabs.setCurrentIndex(1)
    settle()
    return page.register


def heads(page):
    return [page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount())]


def rows_of(head):
    return [head.child(n) for n in range(head.childCount())]


def ticked(page):
    return [head.text(0) for head in heads(page) if head.checkState(0) == Qt.CheckState.Checked]


def dialog(program, kind):
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def sent(program):
    return supervision.all(program.session.checklist, TODAY)


def shown(register):
    return [register.table.topLevelItem(n).text(0) for n in range(register.table.topLevelItemCount())]


def choose(combo, data):
    """Take an entry of a combo box as a hand does."""
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def toast(program):
    return program.window.toast


# --- whom to write to ----------------------------------------------------------------------------------


def test_what_is_overdue_is_ticked_and_counted(program, page):
    assert ticked(page) == ["县公安局", "县卫健局", "县人社局", "县城管局"]
    assert page._send.text() == "发出4份督办单…"
    first = heads(page)[0]
    assert [first.text(n) for n in (1, 3)] == ["■ 红色督办", "逾期1项、临期1项"]
    assert [first.child(0).text(n) for n in range(4)] == [
        "532-01-01　清理取消本县落户限制性文件", "逾期18天（14个工作日）", "5月31日", "督办2020-001 已反馈",
    ]  # fmt: skip
    assert program.desk.pages.rail.items["supervision"].accessibleName() == "督办，1项"


def test_space_ticks_a_unit_with_its_rows_and_a_row_its_unit(page):
    page.tree.setFocus()
    page.tree.setCurrentItem(heads(page)[0])
    QTest.keyClick(page.tree, Key.Key_Space)
    assert ticked(page) == ["县卫健局", "县人社局", "县城管局"]
    page.tree.setCurrentItem(heads(page)[0].child(1))
    QTest.keyClick(page.tree, Key.Key_Space)
    assert ticked(page)[0] == "县公安局"
    assert [len(draft.demands) for draft in page.drafts()] == [1, 3, 3, 2]
    assert page.drafts()[0].level == "blue"


def test_all_and_none(page):
    page._all.click()
    assert len(ticked(page)) == len(heads(page)) == 17
    page._all.click()
    assert ticked(page) == []
    assert not page._send.isEnabled()
    assert page._send.text() == "发出督办单…"


def test_the_level_follows_what_is_ticked_and_is_what_is_sent(program, page):
    worst = next(head for head in heads(page) if head.text(0) == "河口镇政府")
    assert worst.text(1) == "■ 红色督办"  # nothing ticked: what it would be sent with all its rows
    page._all.click()
    page.tree.setFocus()
    page.tree.setCurrentItem(heads(page)[0].child(0))
    QTest.keyClick(page.tree, Key.Key_Space)
    assert heads(page)[0].text(1) == "○ 蓝色提醒"
    QTest.keyClick(page.tree, Key.Key_Space)
    assert heads(page)[0].text(1) == "■ 红色督办"
    QTest.keyClick(page.tree, Key.Key_Space)
    shown_levels = {head.text(0): head.text(1) for head in heads(page)}
    assert len(set(shown_levels.values())) == 3
    page._send.click()
    dialog(program, SupervisionDialog).accept()
    settle()
    made = sent(program)[3:]
    assert {one.called: level(one.level) for one in made} == shown_levels


def test_a_unit_with_nothing_ticked_shows_the_level_it_is_sent_when_asked_for(program, page):
    bureau = next(head for head in heads(page) if head.text(0) == "县城管局")
    late = next(row for row in rows_of(bureau) if row.text(1).startswith("逾期"))
    assert bureau.text(1) == "▲ 黄色预警"
    late.setCheckState(0, Qt.CheckState.Unchecked)
    assert bureau.text(1) == "○ 蓝色提醒"
    bureau.setCheckState(0, Qt.CheckState.Unchecked)
    assert bureau.text(1) == "▲ 黄色预警"
    page.send_to(bureau.data(0, Qt.ItemDataRole.UserRole))
    dialog(program, SupervisionDialog).accept()
    settle()
    assert sent(program)[-1].level == "yellow"


def test_enter_goes_to_the_action_or_asks_for_the_notice(program, page):
    page.tree.setFocus()
    page.tree.setCurrentItem(heads(page)[1])
    QTest.keyClick(page.tree, Key.Key_Return)
    labels = [label.text() for label in dialog(program, SupervisionDialog).findChildren(QLabel)]
    assert "县卫健局，3项" in labels
    dialog(program, SupervisionDialog).reject()
    page.tree.setCurrentItem(heads(page)[1].child(0))
    QTest.keyClick(page.tree, Key.Key_Return)
    assert program.desk.pages.key == "tasks"


def test_where_nothing_presses_it_says_so(opened):
    opened.desk.go("supervision")
    page = opened.desk.page
    assert page._stack.currentWidget() is page._empty
    page.tabs.setCurrentIndex(1)
    assert page.register._stack.currentWidget() is page.register._empty
    page.register.to_proposals.click()
    assert page.tabs.currentIndex() == 0


# --- the number ----------------------------------------------------------------------------------------


def test_one_notice_is_worded_then_numbered_then_exported(program, page, monkeypatch):
    asked = []
    monkeypatch.setattr(type(program.app._paper()), "ask", lambda _, *facts: asked.append(facts[1:]))
    page.send_to(heads(page)[1].data(0, Qt.ItemDataRole.UserRole))
    form = dialog(program, SupervisionDialog)
    form.fields["reply_by"].setText("6月24日")
    assert "于2020年6月24日前" in form.request.toPlainText()
    form.request.setPlainText("请尽快办理。")
    form.fields["reply_by"].setText("6月23日")
    assert form.request.toPlainText() == "请尽快办理。"
    form.fields["level"].buttons["red"].click()
    form.fields["instruction"].setText("周建国：抓紧")
    form.accept()
    settle()
    notice = sent(program)[-1]
    assert (notice.number, notice.called, notice.level) == ("督办2020-004", "县卫健局", "red")
    assert (notice.reply_by, notice.request, notice.instruction) == ("2020-06-23", "请尽快办理。", "周建国：抓紧")
    assert page.register.table.chosen().id == notice.id
    assert toast(program).text == "已发出督办2020-004"
    toast(program)._button.click()
    assert [(kind, options.notices) for kind, options in asked] == [("supervision", (notice.id,))]
    page.acts.print_register()
    assert [kind for kind, *_ in asked[1:]] == ["supervision-register"]
    assert "作废" in program.session.undo_barred()


def test_many_units_at_once_share_the_day_and_keep_their_own_words(program, page):
    page._send.click()
    form = dialog(program, SupervisionDialog)
    assert set(form.fields) == {"reply_by", "cycle", "instruction", "signer", "contact", "phone", "cc"}
    form.fields["reply_by"].setText("6月24日")
    form.accept()
    settle()
    made = sent(program)[3:]
    assert [one.number for one in made] == [f"督办2020-00{n}" for n in range(4, 8)]
    assert {one.reply_by for one in made} == {"2020-06-24"}
    assert [one.level for one in made] == ["red", "yellow", "yellow", "yellow"]
    assert len({one.request for one in made}) > 1
    assert toast(program).text == "已发出督办2020-004等4份"


@pytest.mark.parametrize(("day", "told"), [("6月18日", "应晚于发出日期"), ("哪天", "看不懂"), ("", "请填写反馈时限")])
def test_a_day_that_cannot_stand_is_said_at_its_field_and_no_number_is_drawn(program, page, day, told):
    page._send.click()
    form = dialog(program, SupervisionDialog)
    form.fields["reply_by"].setText(day)
    form.accept()
    settle()
    assert form.isVisible()
    assert told in form.row("reply_by")._line.text()
    assert supervision_numbers.following(program.session.checklist, TODAY) == "督办2020-004"
    form.reject()


def test_the_pages_are_shown_before_there_is_a_number(program, page, qtbot):
    page._preview.click()
    view = dialog(program, SupervisionPreview).view
    qtbot.waitUntil(lambda: view.count >= 8, timeout=20_000)
    assert len(sent(program)) == 3
    dialog(program, SupervisionPreview).reject()


def test_the_numbers_can_be_made_another_way(program, page):
    page._numbering.click()
    form = dialog(program, AskWords)
    form.field.setText("安政督〔{年}〕{序}")
    form.accept()
    assert form.isVisible()
    form.field.setText("安督{年}-{序}")
    form.accept()
    settle()
    assert supervision_numbers.following(program.session.checklist, TODAY) == "安督2020-004"


# --- the register ----------------------------------------------------------------------------------------


def test_the_newest_comes_first_and_filters_narrow_it(register):
    assert shown(register) == ["督办2020-003", "督办2020-002", "督办2020-001"]
    choose(register.state, "open")
    assert shown(register) == ["督办2020-003"]
    choose(register.unit, "县公安局")
    assert register._stack.currentWidget() is register._filtered
    register.clear_filters()
    assert len(shown(register)) == 3


def test_what_can_be_done_depends_on_how_it_stands(register):
    usable = {}
    for number in (3, 2, 1):
        register.choose(number)
        usable[number] = {name for name, act in register.acts.items() if act.isEnabled()}
    assert usable == {
        3: {"reply", "urge", "print", "go", "void"}, 2: {"print", "go"}, 1: {"reply", "unreply", "print", "go", "void"},
    }  # fmt: skip


def test_a_reply_is_written_down_and_taken_back(program, register):
    register.choose(3)
    register.table.setFocus()
    QTest.keyClick(register.table, Key.Key_Return)
    form = dialog(program, ReplyDialog)
    form.accept()
    assert form.row("reply")._line.text() == "请写明反馈的内容。"
    form.fields["reply"].setPlainText("已办结")
    form.fields["replied_on"].setText("6月17日")
    form.accept()
    settle()
    assert (sent(program)[2].replied_on, sent(program)[2].reply) == ("2020-06-17", "已办结")
    assert program.desk.pages.rail.items["supervision"].accessibleName() == "督办"
    register.acts["unreply"].trigger()
    assert sent(program)[2].replied_on is None


def test_one_is_urged(program, register):
    register.choose(3)
    register.acts["urge"].trigger()
    form = dialog(program, SupervisionDialog)
    assert "督办2020-003" in form.request.toPlainText()
    form.accept()
    settle()
    assert (sent(program)[-1].kind, sent(program)[-1].former_number) == ("urge", "督办2020-003")
    assert register.table.chosen().number == "督办2020-004"


def test_one_is_made_void_with_a_reason_and_ctrl_z_takes_that_back(program, register):
    register.choose(3)
    register.table.setFocus()
    QTest.keyClick(register.table, Key.Key_Delete)
    form = dialog(program, AskWords)
    form.field.setText("发错了单位")
    form.accept()
    settle()
    assert sent(program)[2].void_reason == "发错了单位"
    program.session.undo()
    assert sent(program)[2].void_on is None


def test_its_action_is_one_key_away(program, register):
    register.choose(3)
    register.acts["go"].trigger()
    assert program.desk.pages.key == "tasks"


def test_a_look_taken_anew_keeps_table_and_notice(program, register):
    page = program.desk.page
    register.choose(1)
    state = page.state()
    assert state == {"tab": "register", "notice": 1}
    page.tabs.setCurrentIndex(0)
    page.restore(state)
    assert page.tabs.currentIndex() == 1
    assert register.table.chosen().id == 1


def test_a_step_leads_to_its_notice(program, register):
    page = program.desk.page
    page.tabs.setCurrentIndex(0)
    changes = program.session.run(supervision.answer, 3, TODAY, "好", today=TODAY)
    assert page.show_step(changes)
    assert (page.tabs.currentIndex(), register.table.chosen().id) == (1, 3)


def test_narrow_windows_leave_out_what_the_tooltip_says(register):
    register.table.setFixedWidth(640)
    settle()
    hidden = [text for n, text in enumerate(words.REGISTER_COLUMNS) if register.table.isColumnHidden(n)]
    assert hidden == ["级别", "发出", "反馈"]
    assert "与督办2020-001所列事项重复" in register.table.topLevelItem(1).toolTip(0)
