"""Cards, unit sheets and forms are printed from where they are worked on: the report page shows just what was meant."""

import pytest

from db import actions, counts, extensions, units
from desktop.forms.extension_tab import ExtensionTab
from desktop.pages.task_header import TaskHeader
from desktop.words import printing
from desktop.words import reports as report_words
from reports.options import Scope
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_reports_page import choose, wait, words_of


@pytest.fixture
def county(qtbot, filled):
    filled.qtbot = qtbot
    return filled


def coded(program, code):
    return actions.coded(program.session.checklist, code)


def shown(program):
    """The report page, once its pages are set."""
    page = program.desk.page
    assert program.desk.pages.key == "reports"
    wait(program.qtbot, page)
    return page


def button(widget, name):
    return next(
        one for one in widget.findChildren(type(widget.window().findChild(TaskHeader)._list))
        if name in (one.text(), one.accessibleName())
    )  # fmt: skip


def test_the_head_of_a_task_leads_to_its_card(county):
    task = next(task for task in county.desk.standing.tasks.values() if task.number == 5)
    county.desk.go("tasks", task=task.id)
    button(county.window.findChild(TaskHeader), printing.TASK_CARD).click()
    page = shown(county)
    assert (page.kind, page.options.options.scope) == ("task-card", Scope(task=5))
    assert "安岭县重点任务卡（第5项）" in words_of(page)
    assert page._proof.pages == 1


def test_the_card_of_a_unit_leads_to_its_sheet(county):
    unit = next(unit for unit in units.all(county.session.checklist) if unit.short == "县教育局")
    county.desk.go("units", unit=unit.id)
    county.desk.page.card.sheet.click()
    page = shown(county)
    assert (page.kind, page.options.options.scope) == ("unit-sheet", Scope(unit="县教育局"))
    assert "责任单位分表（县教育局）" in words_of(page)


def test_a_unit_nobody_gave_anything_to_do_has_no_sheet(county):
    checklist = county.session.checklist
    busy = counts.read(checklist, TODAY).units
    idle = next(one for one in units.all(checklist) if one.shown not in busy)
    county.desk.go("units", unit=idle.id)
    assert not county.desk.page.card.sheet.isEnabled()


@pytest.mark.parametrize(
    ("kind", "code", "says"),
    [
        ("task-card", "532-05-03", "安岭县重点任务卡（第5项）"),
        ("extension-form", "532-05-03", "缺考评员，第二批考核延后"),
        ("extension-form", "532-01-05", "租赁房屋人员社区集体户落户"),
        ("closing-form", "532-01-04", "同意销号。（周建国，2020年6月10日）"),
    ],
)
def test_the_menu_of_an_action_prints_what_is_of_it(county, kind, code, says):
    action = coded(county, code)
    county.desk.go("tasks", task=action.task, action=action.id)
    settle()
    county.panel.commands.actions[kind].trigger()
    page = shown(county)
    assert page.kind == kind
    assert says in words_of(page)
    assert page._proof.pages == 1
    if kind != "task-card":
        assert page.options.scope.kind.currentText() == report_words.SCOPE_ACTION.format(code=code)


def test_what_cannot_be_printed_of_an_action_is_grey(county):
    action = coded(county, "532-01-05")
    county.desk.go("tasks", task=action.task, action=action.id)
    settle()
    able = {kind: county.panel.commands.actions[kind].isEnabled() for kind in printing.FORMS}
    assert able == {"task-card": True, "extension-form": True, "closing-form": False}


def test_several_actions_of_the_ledger_are_printed_in_one_go(county):
    chosen = [coded(county, code).id for code in ("532-01-04", "532-01-03.1.1")]
    county.desk.go("ledger")
    page = county.desk.page
    assert page.view.choose_all(chosen)
    page.commands.actions["closing-form"].trigger()
    page = shown(county)
    assert page._proof.pages == 2
    assert page.options.scope.kind.currentText() == report_words.SCOPE_ACTIONS.format(n=2)


def test_from_one_action_back_to_all_of_them(county):
    county.desk.go("reports", kind="extension-form", actions=("532-01-05",))
    page = shown(county)
    assert page._proof.pages == 1
    choose(page.options.scope.kind, report_words.SCOPES["all"])
    wait(county.qtbot, page)
    pending = extensions.pending(county.session.checklist)
    assert page._proof.pages == len(pending) == 2
    county.desk.go("reports", kind="extension-form", actions=("532-01-05",))
    county.desk.go("reports", kind="extension-form")
    assert shown(county)._proof.pages == 2
    county.desk.go("reports", kind="extension-form", actions=("532-01-05",))
    task = coded(county, "532-05-03").task
    county.desk.go("reports", kind="extension-form", task=task)
    assert "缺考评员" in words_of(shown(county))


def test_an_extension_that_waits_is_printed_where_it_is_decided(county):
    action = coded(county, "532-05-03")
    county.desk.go("issue")
    row = next(row for row in county.desk.page.record.rows if row.extension.action == action.id)
    button(row, printing.FORM).click()
    page = shown(county)
    assert "缺考评员，第二批考核延后" in words_of(page)
    assert page._proof.pages == 1


@pytest.mark.parametrize(("code", "offered"), [("532-05-03", False), ("532-01-05", True), ("532-01-04", False)])
def test_the_tab_of_extensions_offers_a_form_to_fill_in_by_hand(county, code, offered):
    action = coded(county, code)
    county.desk.go("issue")
    tab = ExtensionTab(county.desk.page._context)
    tab.show_action(action)
    assert tab.form.isVisibleTo(tab) == offered
    if offered:
        tab.form.click()
        assert "申请延至" in words_of(shown(county))
    tab.deleteLater()
