"""The report page with keys and mouse: what is chosen is shown, what is shown is handed out, what is wrong is said."""

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from db import action_edits, letterhead, locking, narrative, periods, units
from desktop.settings import Settings
from desktop.words import reports as words
from reports import kinds, tieout
from reports.kinds import KINDS
from reports.options import Options, Scope
from reports.tieout import Disagreement, TieOut
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LANDSCAPE = "breakdown"


@pytest.fixture
def reports(qtbot, filled):
    """The sample county's 任务分解表 in view, all of its pages set."""
    filled.desk.go("reports", kind=LANDSCAPE)
    filled.page = filled.desk.page
    wait(qtbot, filled.page)
    return filled


def wait(qtbot, page):
    """Until what is chosen is shown."""
    qtbot.waitUntil(lambda: not page._soon.isActive() and not page._proofs.busy, timeout=60_000)
    qtbot.waitUntil(lambda: not page.preview.view._opening, timeout=10_000)
    settle()


def choose(box, text):
    """Choose in a box as a user does."""
    place = box.findText(text)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def words_of(page):
    """What can be read on the pages that are shown."""
    with pypdfium2.PdfDocument(page._proof.content) as document:
        return "".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))


def file_dialog(program):
    settle()
    return next(one for one in program.window.findChildren(QFileDialog) if one.isVisible())


def dialog_of(program):
    settle()
    return next(one for one in program.window.findChildren(QDialog) if one.isVisible())


# --- kinds ---------------------------------------------------------------------------------------------


def test_every_kind_stands_in_the_list_and_can_be_shown(qtbot, reports):
    page = reports.page
    listed = [page.columns.box.itemData(n) for n in range(page.columns.box.count())]
    assert sorted(listed) == sorted(KINDS)
    for kind in listed:
        page.kinds.choose(kind)
        wait(qtbot, page)
        place = page.preview.place
        if kinds.KINDS[kind].empty(page._data):
            assert place is page.preview.empty
        else:
            assert (place, page._proof.kind) == (page.preview.view, kind), page.preview.error
            assert page.preview.view.count == page._proof.pages > 0


def test_keys_go_through_the_kinds(qtbot, reports):
    page = reports.page
    page.kinds.setFocus()
    press(qtbot, Key.Key_Home, on=page.kinds)
    first = page.kinds.kind
    assert first == next(kind for kind in (page.columns.box.itemData(n) for n in range(99)) if kind)
    if len(KINDS) > 1:
        press(qtbot, Key.Key_Down, on=page.kinds)
        assert page.kinds.kind != first
        press(qtbot, Key.Key_Up, on=page.kinds)
        assert page.kinds.kind == first


# --- options -------------------------------------------------------------------------------------------


def test_what_is_chosen_is_shown(qtbot, reports):
    page = reports.page
    assert page._proof.data.options.signatures
    assert page.preview.view.sizes[0] == pytest.approx((841.89, 595.28), abs=0.1)
    page.options.ticks["signatures"].click()
    page.options.segments["size"].buttons["A3"].click()
    wait(qtbot, page)
    assert not page._proof.data.options.signatures
    assert page.preview.view.sizes[0] == pytest.approx((1190.55, 841.89), abs=0.1)
    assert not page.options.segments["binding"].isEnabled()  # which A3 has not
    assert "制表人" not in words_of(page)


def test_the_scope_names_what_is_printed(qtbot, reports):
    page, total = reports.page, reports.page._proof.pages
    scope = page.options.scope
    choose(scope.kind, words.SCOPES["unit"])
    choose(scope.which, "县教育局")
    wait(qtbot, page)
    assert page._proof.data.options.scope == Scope(unit="县教育局")
    assert 0 < page._proof.pages < total
    choose(scope.kind, words.SCOPES["task"])
    wait(qtbot, page)
    assert page._proof.data.options.scope == Scope(task=1)
    choose(scope.kind, words.SCOPES["all"])
    wait(qtbot, page)
    assert page._proof.pages == total


def test_a_closed_period_is_told_as_it_was(qtbot, reports):
    page = reports.page
    closed = next(
        n for n in range(page.options.period.count()) if "已封账" in page.options.period.itemText(n)
    )
    choose(page.options.period, page.options.period.itemText(closed))
    wait(qtbot, page)
    assert page._data.locked
    assert "封账时" in page.options.as_of.text()
    assert "封账时" in words_of(page)


def test_other_pages_lead_to_a_report_of_what_they_show(qtbot, reports):
    task = next(task for task in reports.desk.standing.tasks.values() if task.number == 5)
    reports.desk.go("tasks")
    reports.desk.go("reports", kind=LANDSCAPE, task=task.id)
    wait(qtbot, reports.page)
    assert reports.page._proof.data.options.scope == Scope(task=5)
    reports.desk.go("reports", kind=LANDSCAPE, unit="县教育局", period="2020-Q2")
    wait(qtbot, reports.page)
    options = reports.page._proof.data.options
    assert (options.scope, options.period.code) == (Scope(unit="县教育局"), "2020-Q2")


def test_a_unit_with_nothing_to_do_is_said(qtbot, reports):
    reports.desk.go("reports", kind=LANDSCAPE, unit="没有这个局")
    wait(qtbot, reports.page)
    assert reports.page.preview.place is reports.page.preview.error
    assert not reports.page.preview.bar.export.isEnabled()
    choose(reports.page.options.scope.kind, words.SCOPES["all"])
    wait(qtbot, reports.page)
    assert reports.page.preview.place is reports.page.preview.view


def test_the_machine_remembers_how_a_kind_was_wanted(qtbot, reports):
    page = reports.page
    page.options.segments["binding"].buttons["bound"].click()
    page.options.ticks["duplex"].click()
    before = reports.session.checklist.path.read_bytes()
    wait(qtbot, page)
    assert reports.session.checklist.path.read_bytes() == before  # it is nothing of the file's
    reports.again()
    reports.desk.go("reports", kind=LANDSCAPE)
    wait(qtbot, reports.desk.page)
    options = reports.desk.page._proof.data.options
    assert (options.binding, options.duplex, options.scope) == ("bound", True, Scope())


@pytest.mark.parametrize("kept", ["", "nonsense", "[]", '{"size": "A0", "duplex": "yes", "extras": [1]}'])
def test_what_cannot_be_understood_is_not_remembered(filled, kept):
    Settings(filled.folder / "settings.ini").keep_report(LANDSCAPE, kept)
    filled.app._settings._ini.sync()
    filled.desk.go("reports", kind=LANDSCAPE)
    assert filled.desk.page.options.options == Options()


def test_a_new_look_keeps_what_was_chosen(qtbot, reports):
    reports.page.options.segments["size"].buttons["A3"].click()
    choose(reports.page.options.scope.kind, words.SCOPES["task"])
    reports.app.look.set(mode="dark")
    settle()
    page = reports.desk.page
    wait(qtbot, page)
    assert page is not reports.page
    assert (page._proof.data.options.size, page._proof.data.options.scope) == ("A3", Scope(task=1))


# --- what changes while one looks ----------------------------------------------------------------------


def test_a_change_of_the_checklist_is_followed(qtbot, reports):
    page = reports.page
    action = next(a for its in reports.desk.standing.actions.values() for a in its if a.leaf and not a.issued_on)
    reports.session.run(action_edits.rename, action.id, "改过的名称")
    wait(qtbot, page)
    assert "改过的名称" in words_of(page)


def test_a_page_out_of_view_waits_until_it_is_looked_at(qtbot, reports):
    page = reports.page
    was = page._proof
    reports.desk.go("tasks")
    action = next(a for its in reports.desk.standing.actions.values() for a in its if a.leaf and not a.issued_on)
    reports.session.run(action_edits.rename, action.id, "改过的名称")
    assert not page._soon.isActive()
    assert page._proof is was
    reports.desk.go("reports")
    wait(qtbot, page)
    assert page._proof is not was


def test_a_document_set_anew_stays_where_it_is_read(qtbot, reports):
    page, view = reports.page, reports.page.preview.view
    view.go(3)
    settle()
    seen = view.seen
    page.options.ticks["duplex"].click()
    wait(qtbot, page)
    assert view.seen == seen
    assert seen[0] == 3


def test_the_newest_wish_wins(qtbot, reports):
    page = reports.page
    told = []
    page._proofs.whole.connect(told.append)
    for unit in ("县教育局", "县公安局", "县人社局"):
        page._proofs.ask(LANDSCAPE, replace(page._data, settings=replace(page._data.settings, county=unit)))
    wait(qtbot, page)
    assert [proof.data.settings.county for proof in told] == ["县人社局"]


def test_the_first_page_is_there_before_the_others(qtbot, reports):
    page = reports.page
    told = []
    page._proofs.first.connect(lambda proof: told.append(("first", proof.pages)))
    page._proofs.whole.connect(lambda proof: told.append(("whole", proof.pages)))
    page._proofs.ask(LANDSCAPE, page._data)
    wait(qtbot, page)
    assert told[0] == ("first", 1)
    assert told[1][0] == "whole"
    assert told[1][1] > 1


# --- the pages -----------------------------------------------------------------------------------------


def test_keys_turn_the_pages(qtbot, reports):
    view, bar = reports.page.preview.view, reports.page.preview.bar
    view.setFocus()
    assert view.seen[0] == 0
    press(qtbot, Key.Key_PageDown, on=view)
    settle()
    assert view.seen[0] == 1
    press(qtbot, Key.Key_PageUp, on=view)
    settle()
    assert view.seen[0] == 0
    assert not bar.previous.isEnabled()
    press(qtbot, Key.Key_End, on=view)
    settle()
    assert view.seen[1] == view.count - 1
    assert not bar.next.isEnabled()
    press(qtbot, Key.Key_Home, on=view)
    settle()
    assert view.seen[0] == 0


def test_a_number_leads_to_its_page(qtbot, reports):
    bar, view = reports.page.preview.bar, reports.page.preview.view
    bar.page.setFocus()
    bar.page.selectAll()
    qtbot.keyClicks(bar.page, "4")
    press(qtbot, Key.Key_Return, on=bar.page)
    settle()
    assert view.seen[0] == 3
    assert bar.page.text().startswith("4")
    assert view.accessibleName() == words.VIEW.format(first=view.seen[0] + 1, last=view.seen[1] + 1, of=view.count)
    bar.page.setFocus()
    bar.page.setText("x")
    press(qtbot, Key.Key_Escape, on=bar.page)
    assert bar.page.text().startswith("4")


def test_zooming(qtbot, reports):
    view, bar = reports.page.preview.view, reports.page.preview.bar
    view.setFocus()
    scale, text = view.scale, reports.app.look.theme.scale
    press(qtbot, Key.Key_Plus, on=view)
    assert view.scale > scale
    bar.smaller.click()
    assert view.scale == pytest.approx(scale)
    wheel = QWheelEvent(
        QPointF(50, 50), view.viewport().mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Modifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.scale > scale
    press(qtbot, Key.Key_0, on=view)
    assert view.mode == "page"
    press(qtbot, Key.Key_9, on=view)
    assert view.mode == "width"
    assert reports.app.look.theme.scale == text  # which has Ctrl++, Ctrl+- and Ctrl+0 to itself


def test_pictures_are_made_of_what_is_near_only(qtbot, reports):
    view = reports.page.preview.view
    qtbot.waitUntil(lambda: 0 in view._shown, timeout=10_000)
    for page in range(view.count):
        view.go(page)
        settle()
    view.zoom(4.0)
    qtbot.waitUntil(lambda: view._shown.get(view.seen[0], (0, 0))[1] == view.scale, timeout=20_000)
    assert sum(shown[2].width() * shown[2].height() for shown in view._shown.values()) < 2 * 24_000_000
    assert len(view._shown) < view.count


def test_pages_stay_white_in_the_dark(qtbot, reports):
    reports.app.look.set(mode="dark")
    settle()
    page = reports.desk.page
    wait(qtbot, page)
    view = page.preview.view
    qtbot.waitUntil(lambda: 0 in view._shown, timeout=10_000)
    picture = view.viewport().grab().toImage()
    place = view._places[0]
    assert picture.pixelColor(place.left() + 8, place.top() + 8).name() == "#ffffff"
    assert picture.pixelColor(place.left() - 5, place.top() + 8) == page._context.look.theme.color("line")


# --- what goes out -------------------------------------------------------------------------------------


def test_export_proposes_a_name_and_says_where_it_went(qtbot, reports):
    press(qtbot, Key.Key_E, Modifier.ControlModifier)
    dialog = file_dialog(reports)
    assert dialog.selectedFiles()[0].endswith("安岭县-任务分解表-20200618.pdf")
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    path = reports.folder / "分解表.pdf"
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: "已导出任务分解表" in reports.window.message.text, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF-")
    dialog.close()
    reports.page.preview.bar.export.click()
    again = file_dialog(reports)
    assert again.directory().absolutePath() == str(path.parent)
    again.close()


def test_a_file_that_cannot_be_written_says_so(qtbot, reports):
    reports.page.export()
    dialog = file_dialog(reports)
    dialog.fileSelected.emit(str(reports.folder / "没有" / "x.pdf"))
    qtbot.waitUntil(lambda: reports.window.message.property("tone") == "failed", timeout=20_000)
    assert "x.pdf" in reports.window.message.text
    dialog.close()


def test_the_name_of_a_unit_cannot_break_the_name_of_the_file(qtbot, reports):
    name = reports.app._paper()._name(reports.session, LANDSCAPE, Options(scope=Scope(unit="县教育局")))
    assert name == "安岭县-任务分解表-县教育局-20200618"
    unit = units.named(reports.session.checklist, "县教育局")
    assert reports.session.run(units.correct, replace(unit, short="教/育*局"))
    name = reports.app._paper()._name(reports.session, LANDSCAPE, Options(scope=Scope(unit="教/育*局")))
    assert name == "安岭县-任务分解表-教_育_局-20200618"


def test_characters_nobody_has_are_told_once_and_may_go_out(qtbot, reports):
    page = reports.page
    action = next(a for its in reports.desk.standing.actions.values() for a in its if a.leaf and not a.issued_on)
    reports.session.run(action_edits.rename, action.id, "走访\U0003fffd户")
    wait(qtbot, page)
    assert "1个字" in page.checks.missing.text()
    page.export()
    dialog = dialog_of(reports)
    assert action.code in dialog.list.item(0).text()
    dialog.accept()
    file_dialog(reports).reject()
    settle()
    page.export()
    file_dialog(reports).reject()  # not asked again
    settle()
    page.checks.missing.click()
    dialog = dialog_of(reports)
    dialog.list.setFocus()
    press(qtbot, Key.Key_Return, on=dialog.list)
    settle()
    assert (reports.desk.pages.key, reports.table.current().id) == ("tasks", action.id)


def test_figures_that_disagree_stand_in_place_of_the_pages(qtbot, reports, monkeypatch):
    page = reports.page
    fault = Disagreement("合计逾期说3，行里是2。", "overdue")
    monkeypatch.setattr(tieout, "check", lambda data: TieOut(9, (fault,)))
    page.options.ticks["duplex"].click()
    wait(qtbot, page)
    assert page.preview.place is page.preview.faults
    assert page.checks.head.text() == words.WRONG.format(n=1)
    assert not page.preview.bar.export.isEnabled()
    assert not page.preview.bar.print.isEnabled()
    press(qtbot, Key.Key_E, Modifier.ControlModifier)
    assert not [one for one in reports.window.findChildren(QFileDialog) if one.isVisible()]
    assert reports.window.toast.text
    page.preview.faults.list.setFocus()
    press(qtbot, Key.Key_Return, on=page.preview.faults.list)
    assert reports.desk.pages.key == "ledger"


def test_a_disagreement_about_one_action_leads_to_it(qtbot, reports):
    action = next(a for its in reports.desk.standing.actions.values() for a in its if a.leaf)
    reports.page._lead_to_rows(Disagreement("", task=action.task, actions=(action.id,)))
    assert (reports.desk.pages.key, reports.table.current().id) == ("tasks", action.id)


def test_an_empty_kind_says_so_and_offers_another(qtbot, reports, monkeypatch):
    page = reports.page
    bare = replace(KINDS[LANDSCAPE], empty=lambda data: "没有要印的。")
    monkeypatch.setitem(KINDS, LANDSCAPE, bare)
    page.options.ticks["duplex"].click()
    wait(qtbot, page)
    assert page.preview.place is page.preview.empty
    assert not page.preview.bar.export.isEnabled()
    page.preview.other.click()
    assert page.kinds.hasFocus()


# --- keyboard and room ---------------------------------------------------------------------------------


def test_ctrl_p_prints_what_is_shown_and_leads_here_from_elsewhere(qtbot, reports):
    press(qtbot, Key.Key_P, Modifier.ControlModifier)
    dialog = dialog_of(reports)
    assert dialog.windowTitle() == words.PRINT
    dialog.reject()
    reports.window.activateWindow()
    qtbot.waitUntil(lambda: reports.window.isActiveWindow())
    reports.desk.go("tasks")
    press(qtbot, Key.Key_P, Modifier.ControlModifier)
    assert reports.desk.pages.key == "reports"
    assert not [one for one in reports.window.findChildren(QDialog) if one.isVisible()]


def test_f6_goes_round(qtbot, reports):
    page = reports.page
    page.kinds.setFocus()
    visited = []
    for _ in range(8):
        press(qtbot, Key.Key_F6)
        visited.append(QApplication.focusWidget())
    assert {page.options.period, page.preview.view, page.preview.bar.export, page.kinds} <= set(visited)


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (900, 560)), (1.5, (1366, 736)), (2.0, (1366, 736)), (2.0, (900, 560))]
)
def test_nothing_is_cut_in_a_small_window(qtbot, reports, scale, size):
    reports.app.look.set(scale=scale)
    reports.window.resize(*size)
    settle()
    page = reports.desk.page
    wait(qtbot, page)
    columns = page.columns
    assert columns.width() <= page.width()
    if not page.preview.isVisibleTo(page):
        columns.to_preview.click()
        settle()
        assert page.preview.isVisibleTo(page)
        columns.to_options.click()
        settle()
        assert page.options.isVisibleTo(page)
        columns.to_preview.click()
        settle()
    bar = page.preview.bar
    right = max(w.geometry().right() for w in (bar.export, bar.print))
    assert right <= bar.width()
    shown = [w for w in (bar.smaller, bar.larger, bar.page, bar.of, bar.next, bar.print, bar.export) if w.isVisible()]
    assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(shown))
    assert page.preview.view.count > 0


def test_everything_has_a_name(reports):
    page = reports.page
    fields = [page.options.period, page.options.scope.kind, *page.options.ticks.values()]
    fields += [page.kinds, page.columns.box, page.preview.view, page.preview.bar.page, page.preview.bar.export]
    assert all(field.accessibleName() or field.text() for field in fields)


def test_the_letterhead_is_kept_without_making_the_page_anew(qtbot, reports):
    """Settings make every page anew; what stands on a letter is none of them."""
    desk = reports.desk
    wanted = replace(letterhead.read(reports.session.checklist), contact="周敏", phone="0371-60000000")
    reports.session.run(letterhead.change, wanted)
    settle()
    assert reports.desk is desk
    wait(qtbot, reports.page)
    assert reports.page._data.letterhead == wanted


# --- 落实情况报告 --------------------------------------------------------------------------------------------


def test_only_what_word_can_have_is_offered_for_it(qtbot, reports):
    page, bar = reports.page, reports.page.preview.bar
    assert not bar.word.isVisible()
    page.kinds.choose("narrative")
    wait(qtbot, page)
    assert bar.word.isVisible()
    bar.word.click()
    dialog = file_dialog(reports)
    path = reports.folder / "报告.docx"
    assert dialog.selectedFiles()[0].endswith(".docx")
    dialog.fileSelected.emit(str(path))
    told = words.EXPORTED_WORD.format(name=KINDS["narrative"].name)
    qtbot.waitUntil(lambda: told in reports.window.message.text, timeout=30_000)
    assert path.read_bytes().startswith(b"PK")
    dialog.close()


def test_its_paragraphs_are_edited_and_the_pages_follow(qtbot, reports):
    page = reports.page
    page.kinds.choose("narrative")
    wait(qtbot, page)
    page.options.write.click()
    dialog = dialog_of(reports)
    dialog.list.setCurrentRow(1)
    dialog.text.insert("今年以来，已完成{已完成}项。")
    dialog.reject()
    wait(qtbot, page)
    done = page._data.counts.total.finished
    assert f"今年以来，已完成{done}项。" in words_of(page)
    choose(page.options.scope.kind, words.SCOPES["unit"])
    wait(qtbot, page)
    assert not page.options.write.isEnabled()


def test_taking_an_edit_back_leads_to_the_report(qtbot, reports):
    session = reports.desk.session
    session.run(narrative.write, reports.page._data.period, "opening", "换个说法。")
    reports.desk.go("tasks")
    reports.desk.undo()
    assert reports.desk.page.kind == "narrative"
    wait(qtbot, reports.desk.page)
    assert "换个说法" not in words_of(reports.desk.page)


def test_a_figure_typed_by_hand_is_said_to_be_unchecked(qtbot, reports):
    page, session = reports.page, reports.desk.session
    session.run(narrative.write, page._data.period, "general.tasks", "已完成999项。")
    reports.desk.go("reports", kind="narrative")
    wait(qtbot, page)
    qtbot.waitUntil(lambda: page.checks.head.text() == words.TYPED)
    assert "已完成999项" in page.checks.line.text()
    reports.desk.go("reports", kind=LANDSCAPE)
    wait(qtbot, page)
    qtbot.waitUntil(lambda: page.checks.head.text() == words.CHECKED)


def test_each_period_is_offered_once_and_one_closed_with_a_longer_not_at_all(reports):
    page, session = reports.page, reports.desk.session
    def offered():
        return [page.options.period.itemText(n) for n in range(page.options.period.count())]

    names = offered()
    assert names[0] == "2020年6月（本期）"
    assert "2020年6月" not in names
    assert len(set(names)) == len(names)
    session.run(locking.lock, periods.parse("2020-Q2"), today=session.today())
    reports.desk.go("reports", period="2020-06")
    names = offered()
    assert words.PERIOD_LOCKED.format(name="2020年二季度") in names
    assert not {"2020年4月", "2020年6月"} & set(names)
    assert page._period == periods.parse("2020-Q2")
