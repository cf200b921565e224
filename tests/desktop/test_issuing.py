"""印发 and 延期 in the window: what blocks is led to, what went out is frozen, dates move by extension only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from db import action_edits, actions, answers, extensions, issuing, lifecycle, tasks
from desktop.dialogs.extension import DecisionDialog, ExtensionDialog
from desktop.dialogs.issue import IssueDialog
from desktop.extension_acts import ExtensionActs
from desktop.forms.extension_tab import ExtensionTab
from desktop.words import issuing as words
from tests.builders import TODAY
from tests.desktop.conftest import settle

ASK = {"new_due": "9月底前", "reason": "土地指标未下达", "applicant": "县人社局", "applied_on": TODAY, "today": TODAY}


@pytest.fixture
def county(opened):
    """Every task but 5 and 6 is 不适用; 5 has two actions, 6 one without a lead; the page 印发 is in view."""
    session = opened.session
    for number in set(range(1, 29)) - {5, 6}:
        session.run(tasks.mark_not_applicable, tasks.numbered(session.checklist, number).id, "与本县无关", "王芳")
    for title, task, lead, due in (
        ("甲", 5, "县人社局", "6月底前"), ("乙", 5, "县教育局", "6月10日"), ("丙", 6, "", "年底前"),
    ):  # fmt: skip
        session.run(action_edits.add, task, title, today=TODAY, lead=lead, due=due)
    opened.desk.go("issue")
    return opened


def page(program):
    return program.desk.page


def badge(program):
    return program.desk.pages.rail.items["issue"]._badge


def rows(tree):
    return [
        (top.text(0), top.text(1), [top.child(n).text(0) for n in range(top.childCount())])
        for top in (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    ]


def dialog(program, kind):
    settle()
    return next(d for d in program.window.findChildren(QDialog) if isinstance(d, kind) and d.isVisible())


def fill(program):
    program.session.run(action_edits.set_names, 3, "lead", ["县财政局"])


def issue_all(program, day="6月1日"):
    fill(program)
    page(program).issue_all.click()
    asked = dialog(program, IssueDialog)
    asked.day.setText(day)
    asked.accept()
    settle()


def test_what_blocks_is_listed_by_task_and_counted_at_the_icon(county):
    assert badge(county) == "1"
    listed = rows(page(county).tree)
    assert [(state, its) for _, state, its in listed] == [
        ("可以印发", []), ("缺1处", ["532-06-01　丙　没有牵头单位"]),
        ("", ["3项行动没有责任人", "3项行动没有起始日期，印发时记为印发日"]),
        ("", listed[3][2]),
    ]  # fmt: skip
    assert "待完善1处" in told(page(county))
    fill(county)
    assert badge(county) == ""
    assert page(county).issue_all.isEnabled()
    assert page(county).ready.isVisible()


def test_a_row_leads_to_its_place(qtbot, county):
    tree = page(county).tree
    gap = tree.topLevelItem(1).child(0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(gap).center())
    assert county.desk.pages.key == "tasks"
    assert county.desk.page.view.task == 6
    assert county.table.current().id == 3


def test_unanswered_sentences_stay_folded_under_their_number(qtbot, county):
    tree = page(county).tree
    head = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert head.text(0) == "5句原文还没有行动落实，不影响印发"
    assert not head.isExpanded()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(head).center())
    assert head.isExpanded()
    second = head.child(1)
    assert second.text(0).startswith("任务5第2句　支持企业特别是规模以上企业")
    county.session.run(answers.set_answers, 1, [1])  # made anew, it stays unfolded
    head = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert (head.text(0)[:2], head.isExpanded()) == ("4句", True)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(head.child(0)).center())
    assert (county.desk.pages.key, county.desk.page.view.task) == ("tasks", 5)
    assert county.desk.page.view.sentences.current == 2


def test_enter_unfolds_them_and_leads_to_one(qtbot, county):
    tree = page(county).tree
    head = tree.topLevelItem(tree.topLevelItemCount() - 1)
    tree.setCurrentItem(head)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert head.isExpanded()
    tree.setCurrentItem(head.child(4))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert (county.desk.page.view.task, county.desk.page.view.sentences.current) == (6, 3)


def test_enter_leads_there_too(qtbot, county):
    tree = page(county).tree
    tree.setCurrentItem(tree.topLevelItem(0))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert county.desk.page.view.task == 5


def test_one_task_goes_out_while_another_is_not_ready(county):
    here = page(county)
    here.tree.setCurrentItem(here.tree.topLevelItem(1))
    assert not here.issue_task.isEnabled()
    here.tree.setCurrentItem(here.tree.topLevelItem(0))
    here.issue_task.click()
    asked = dialog(county, IssueDialog)
    assert [asked.scope.itemText(n) for n in range(asked.scope.count())] == ["5 " + tasks_title(county, 5)]
    assert asked.what == "将印发1项任务的2项行动。"
    asked.number.setText("安发改〔2020〕12号")
    asked.accept()
    settle()
    (made,) = issuing.issues(county.session.checklist)
    assert (made.task, made.issued_on, made.doc_number) == (5, TODAY, "安发改〔2020〕12号")
    assert county.window.toast.text == "已印发2项行动"
    assert "已印发1项任务的2项行动，首次6月18日，还有1项行动未印发。" + words.REST_NOT_READY in told(here)
    assert any("任务5，2项行动" in text for text in told(here))


def tasks_title(program, number):
    return tasks.numbered(program.session.checklist, number).title


def test_all_that_is_ready_goes_out_as_one_document_while_others_are_not(county):
    county.session.run(tasks.restore_applicable, 7)
    fill(county)
    page(county).issue_all.click()
    asked = dialog(county, IssueDialog)
    assert asked.scope.currentText() == "全部已补齐的2项任务（3项行动）"
    assert asked.what == "将印发2项任务的3项行动。"
    asked.number.setText("安发改〔2020〕12号")
    asked.accept()
    settle()
    shown = told(page(county))
    assert "6月18日　任务5、6，3项行动" in shown
    assert words.PAST + "　1" in shown, "one document is one record"


def test_parents_are_not_told_as_actions_of_their_own(county):
    parent = county.session.run(action_edits.add, 5, "总", today=TODAY, due="年底前").inserted("action")
    county.session.run(action_edits.add, 5, "分", today=TODAY, parent=parent, lead="县人社局", due="年底前")
    fill(county)
    page(county).issue_all.click()
    asked = dialog(county, IssueDialog)
    assert asked.what == "将印发2项任务的4项行动。"
    asked.accept()
    settle()
    assert county.window.toast.text == "已印发4项行动"
    assert "已印发2项任务的4项行动，首次6月18日。" in told(page(county))
    assert "6月18日　全部任务，4项行动" in told(page(county))
    assert county.desk.standing.tallies[5].issued + county.desk.standing.tallies[6].issued == 4


def test_when_nothing_can_go_out_the_page_says_why(county):
    for action in (1, 2):
        county.session.run(action_edits.set_names, action, "lead", [])
    here = page(county)
    assert not here.issue_all.isEnabled()
    assert here.issue_all.toolTip() == words.NONE_READY
    assert words.NOT_ISSUED + "。" + words.NONE_READY in told(here)


def told(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_whole_goes_out_and_undo_says_why_it_stops(county):
    issue_all(county)
    assert page(county).issued.isVisible()
    assert not county.app.acts["undo"].isEnabled()
    assert {action.issued_on for action in actions.all(county.session.checklist)} == {"2020-06-01"}


@pytest.mark.parametrize(("day", "why"), [("6月19日", "今天"), ("4月1日", "通知"), ("改天", "日期")])
def test_a_bad_day_is_refused_at_its_field(county, day, why):
    fill(county)
    page(county).issue_all.click()
    asked = dialog(county, IssueDialog)
    asked.day.setText(day)
    asked.accept()
    assert asked.isVisible()
    assert why in asked._rows["issued_on"]._line.text()
    assert issuing.issues(county.session.checklist) == []
    asked.reject()


def test_what_is_added_later_is_issued_again(county):
    issue_all(county)
    county.session.run(action_edits.add, 6, "丁", today=TODAY, lead="县财政局", due="年底前")
    assert page(county).issue_all.text() == words.ISSUE_MORE
    page(county).issue_all.click()
    asked = dialog(county, IssueDialog)
    assert asked.what == "将印发1项任务的1项行动。"
    asked.accept()
    assert page(county).issued.isVisible()


def test_every_look_shows_the_page_whole(county):
    county.window.resize(900, 560)
    for scale in (1.0, 2.0):
        county.app.look.set(mode="dark", scale=scale)
        settle()
        here = page(county)
        assert county.desk.pages.key == "issue"
        assert here.tree.horizontalScrollBar().maximum() == 0
        assert here.record.horizontalScrollBar().maximum() == 0
        assert county.window.width() == 900


# --- extensions --------------------------------------------------------------------------------------


def ask(program, action=1):
    checklist = program.session.checklist
    acts = ExtensionActs(program.desk.pages._context, program.window)
    acts.ask(actions.get(checklist, action))


def test_asking_says_what_the_words_mean_and_waits_for_a_decision(county):
    issue_all(county)
    ask(county)
    asked = dialog(county, ExtensionDialog)
    assert asked.applicant.text() == "县人社局"
    asked.new_due.setText("9月底前")
    assert asked.rows["new_due"]._line.text() == "2020年9月30日，星期三，延后92天"
    asked.new_due.setText("改天")
    assert asked.rows["new_due"]._line.text() == ""
    asked.new_due.setText("6月20日")
    assert "提前10天" in asked.rows["new_due"]._line.text()
    asked.new_due.setText("9月底前")
    asked.accept()
    assert asked.rows["reason"]._line.text() == "请写明理由。"
    asked.reason.setPlainText("土地指标未下达")
    asked.accept()
    settle()
    (waiting,) = extensions.pending(county.session.checklist)
    assert (waiting.new_due_on, waiting.late) == ("2020-09-30", False)
    assert len(page(county).record.rows) == 1
    county.desk.undo()
    assert extensions.pending(county.session.checklist) == []


def test_undo_on_the_page_goes_to_what_is_missing_again(county):
    one = next(a for a in county.desk.standing.actions[5] if a.leaf)
    county.desk.go("issue")
    county.session.run(action_edits.set_names, one.id, "lead", [])
    county.session.run(action_edits.set_names, one.id, "lead", ["县人社局"])
    county.desk.undo()
    assert county.desk.pages.key == "issue"
    assert one.title in page(county).tree.currentItem().text(0)
    county.desk.undo()
    assert county.desk.pages.key == "tasks", "nothing is missing there any more"


def test_a_late_request_is_told_before_and_shown_after(county):
    issue_all(county)
    ask(county, 2)
    asked = dialog(county, ExtensionDialog)
    assert any("逾期后申请" in text for text in told(asked))
    asked.new_due.setText("7月底前")
    asked.reason.setPlainText("人手不足")
    asked.accept()
    settle()
    county.desk.go("issue")
    assert words.LATE in told(page(county).record.rows[0])


def test_granted_at_once_it_moves_the_date_in_every_table(county):
    issue_all(county)
    ask(county)
    asked = dialog(county, ExtensionDialog)
    asked.new_due.setText("9月底前")
    asked.reason.setPlainText("土地指标未下达")
    asked.choices["approved"].click()
    asked.accept()
    assert asked.rows["approver"]._line.text() == "请填写由谁批复。"
    asked.approver.setText("王县长")
    asked.accept()
    settle()
    county.desk.go("tasks", task=5, action=1)
    index = county.panel.model.index_of(1, 3)
    assert index.data() == "9月底前"
    assert "原时限2020年6月30日，第1次延期" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not county.app.acts["undo"].isEnabled()


@pytest.mark.parametrize("approved", [True, False])
def test_a_decision_asks_who_and_when(county, approved):
    issue_all(county)
    county.session.run(extensions.apply, 1, **ASK)
    row = page(county).record.rows[0]
    next(b for b in row.findChildren(QPushButton) if b.text() == words.VERDICT_ACTS[approved]).click()
    asked = dialog(county, DecisionDialog)
    asked.accept()
    assert asked.isVisible()
    asked.approver.setText("王县长")
    asked.accept()
    settle()
    (kept,) = extensions.of_action(county.session.checklist, 1)
    assert kept.decision == ("approved" if approved else "refused")
    assert page(county).record.rows == []
    assert ("9月30日" if approved else "6月30日") in county.window.toast.text


def test_an_application_is_withdrawn_at_once_with_the_way_back(county):
    issue_all(county)
    county.session.run(extensions.apply, 1, **ASK)
    row = page(county).record.rows[0]
    next(b for b in row.findChildren(QPushButton) if b.text() == words.WITHDRAW).click()
    assert extensions.pending(county.session.checklist) == []
    county.window.toast._clicked()
    assert len(extensions.pending(county.session.checklist)) == 1


def test_what_cannot_be_extended_is_said_without_asking(county):
    issue_all(county)
    county.session.run(lifecycle.tick, [1], today=TODAY)
    ask(county)
    settle()
    assert county.window.findChildren(ExtensionDialog) == []
    assert county.window.toast.text == "“甲”已经完成，不用延期。"


@pytest.fixture
def tab(county):
    made = ExtensionTab(county.desk.pages._context)
    made.show_now = lambda: made.show_action(actions.get(county.session.checklist, 1))
    yield made
    made.deleteLater()


def test_the_tab_tells_original_history_and_what_can_be_done(county, tab):
    tab.show_now()
    assert (tab.ask.isVisibleTo(tab), told(tab)) == (False, [words.TAB_NOT_ISSUED])
    issue_all(county)
    tab.show_now()
    assert tab.ask.isVisibleTo(tab)
    assert told(tab) == ["还没有延期。原时限6月30日，6月1日印发"]
    county.session.run(extensions.grant, 1, **ASK, approver="王县长", decided_on=TODAY)
    county.session.run(extensions.apply, 1, **ASK | {"new_due": "10月底前"})
    tab.show_now()
    assert not tab.ask.isVisibleTo(tab)
    assert [row.extension.number for row in tab.rows] == [2, 1]
    shown = told(tab)
    for text in ("9月30日 → 10月31日", "6月30日 → 9月30日", "6月18日王县长同意", "理由：土地指标未下达"):
        assert text in shown


def test_an_empty_checklist_counts_every_task(opened):
    assert badge(opened) == "28"
    opened.session.run(tasks.mark_not_applicable, 7, "与本县无关", "王芳")
    assert badge(opened) == "27"


def test_a_gap_leads_into_the_cell_where_it_is_filled(county):
    here = page(county)
    here.tree._go(here.tree.topLevelItem(1).child(0))
    assert county.table.currentIndex().column() == 1


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_due_date_that_went_out_says_why_it_is_not_typed_over_and_offers_the_way(qtbot, county, way):
    issue_all(county)
    county.desk.go("tasks", task=5, action=1)
    settle()
    if way == "key":
        county.panel.commands.actions["edit_due"].trigger()
    else:
        place = county.table.visualRect(county.panel.model.index_of(1, 3)).center()
        qtbot.mouseDClick(county.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert county.window.toast.text == "这项行动2020年6月1日已印发，时限只能通过延期改变。"
    county.window.toast._clicked()
    assert dialog(county, ExtensionDialog).isVisible()


def test_the_menu_offers_an_extension_where_there_can_be_one(county):
    county.desk.go("tasks", task=5, action=1)
    act = county.panel.commands.actions["extend"]
    county.panel._update_commands()
    assert not act.isEnabled()
    county.desk.go("issue")
    issue_all(county)
    county.desk.go("tasks", task=5, action=1)
    county.panel._update_commands()
    act.trigger()
    assert dialog(county, ExtensionDialog).isVisible()


def test_the_ledger_offers_the_same(county):
    issue_all(county)
    county.desk.go("ledger")
    settle()
    ledger = page(county)
    assert ledger.view.choose(1)
    ledger.commands.actions["edit_due"].trigger()
    assert "时限只能通过延期改变" in county.window.toast.text
    ledger._update_commands()
    ledger.commands.actions["extend"].trigger()
    assert dialog(county, ExtensionDialog).isVisible()
