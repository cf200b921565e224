"""The tab 进展 of an action, the dialog that fills it in, and the menu that prints a closed period again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from db import lifecycle, locking, periods, progress, settings
from desktop.dialogs.progress import ProgressDialog, open_periods
from desktop.forms.progress_tab import ProgressTab
from desktop.words import progress as words
from tests.builders import TODAY, add
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import press

MAY, JUNE = periods.parse("2020-05"), periods.parse("2020-06")


@pytest.fixture
def one(opened):
    """An action reported in May and June."""
    checklist = opened.session.checklist
    action = add(checklist, "摸底", lead="县人社局")
    progress.report(checklist, action, MAY, today=TODAY, percent=45, done="开班6个", entered_on="2020-05-30",
                    reporter="王芳")  # fmt: skip
    progress.report(checklist, action, JUNE, today=TODAY, percent=60, done="培训1204人", trouble="缺场地",
                    next="找场地", reporter="王芳", reviewer="赵强")  # fmt: skip
    opened.desk.standing.refresh()
    return action


@pytest.fixture
def tab(opened, one):
    """The tab as the form shows it."""
    opened.desk.page.show_at(task=5, action=one)
    settle()
    found = opened.window.findChildren(ProgressTab)
    assert len(found) == 1
    found[0].show_action(now(opened, one))
    return found[0]


def now(opened, action):
    return next(a for its in opened.desk.standing.actions.values() for a in its if a.id == action)


def texts(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisibleTo(tab)]


def button(tab, text):
    return next(b for b in tab.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(tab))


def test_entries_stand_newest_first_with_what_changed(tab):
    said = texts(tab)
    assert said[:7] == ["6月18日", "王芳　赵强审核", "60%", "+15", "培训1204人", "问题：缺场地", "下一步：找场地"]
    assert said[7:] == ["5月30日", "王芳", "45%", "开班6个"]


def test_an_action_nothing_was_reported_for(opened, tab):
    other = add(opened.session.checklist, "别的")
    opened.desk.standing.refresh()
    tab.show_action(now(opened, other))
    settle()
    assert texts(tab) == [words.EMPTY_TAB]


def test_entries_of_what_counts_no_more_stay_as_they_are(opened, one, tab):
    lifecycle.stop(opened.session.checklist, [one], "cancelled", reason="合并", confirmer="王芳", today=TODAY)
    opened.desk.standing.refresh()
    tab.show_action(now(opened, one))
    settle()
    assert not button(tab, "2020年6月").isEnabled()


def test_a_closed_entry_is_locked_and_the_open_one_opens(opened, one, tab):
    opened.session.run(locking.lock, MAY, today=TODAY)
    tab.show_action(now(opened, one))
    settle()
    assert not button(tab, "2020年5月").isEnabled()
    assert button(tab, "2020年5月").toolTip() == "2020年5月已封账，不能改"
    button(tab, "2020年6月").click()
    dialog = tab.findChild(ProgressDialog)
    assert (dialog.period.currentText(), dialog.lines["percent"].text()) == ("2020年6月", "60")
    dialog.reject()


def test_an_entry_is_written_with_all_its_fields(qtbot, opened, one, tab):
    tab.ask()
    dialog = tab.findChild(ProgressDialog)
    assert dialog.lines["reviewer"].text() == "赵强"
    for name, text in (("percent", "75"), ("reporter", "李明"), ("reviewer", ""), ("entered_on", "6月12日")):
        dialog.lines[name].setText(text)
    dialog.texts["done"].setPlainText("甲\n乙")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, on=dialog)
    entry = progress.of_action(opened.session.checklist, one)[0]
    assert (entry.percent, entry.done, entry.reporter, entry.reviewer) == (75, "甲\n乙", "李明", "")
    assert entry.entered_on == "2020-06-12"
    assert now(opened, one).percent == 75
    assert texts(tab)[2:5] == ["75%", "+30", "甲\n乙"]


def test_refusals_are_said_at_their_field(opened, one, tab):
    tab.ask()
    dialog = tab.findChild(ProgressDialog)

    def refused(name):
        dialog.accept()
        assert dialog.isVisible()
        return dialog._fields[name]._line.text()

    dialog.lines["percent"].setText("120")
    assert "0到100" in refused("percent")
    dialog.lines["percent"].setText("40")
    assert not dialog._fields["reason"].isVisibleTo(dialog)
    assert refused("reason") == "完成率40%低于上次的60%，请写明原因。"
    dialog.lines["reason"].setText("上次多报")
    dialog.lines["entered_on"].setText("7月1日")
    assert refused("entered_on") == "填报日期不能晚于今天。"
    dialog.lines["entered_on"].setText("前天")
    assert "前天" in refused("entered_on")
    dialog.lines["entered_on"].setText("")
    dialog.texts["next"].setPlainText("字" * 1001)
    assert "下一步打算有1001个字" in refused("next")
    dialog.texts["next"].setPlainText("")
    dialog.accept()
    settle()
    assert progress.of_action(opened.session.checklist, one)[0].reason == "上次多报"


def test_another_period_is_taken_up_when_it_is_chosen(opened, one, tab):
    tab.ask()
    dialog = tab.findChild(ProgressDialog)
    dialog.period.setCurrentIndex(dialog.period.findText("2020年5月"))
    dialog.period.activated.emit(dialog.period.currentIndex())
    assert (dialog.lines["percent"].text(), dialog.texts["done"].toPlainText()) == ("45", "开班6个")
    dialog.period.setCurrentIndex(dialog.period.findText("2020年4月"))
    dialog.period.activated.emit(dialog.period.currentIndex())
    assert dialog.texts["done"].toPlainText() == ""
    assert dialog.lines["entered_on"].text() == "6月18日"
    dialog.reject()


def test_a_closed_current_period_is_told_and_none_is_chosen_instead(opened, one, tab):
    opened.session.run(locking.lock, JUNE, today=TODAY)
    tab.ask()
    dialog = tab.findChild(ProgressDialog)
    assert dialog.period.currentText() == ""
    assert dialog._fields["period"]._line.text() == "2020年6月已封账，7月1日起可填2020年7月。要补报，请选期次。"
    dialog.lines["percent"].setText("70")
    dialog.accept()
    assert dialog.isVisible()
    dialog.period.setCurrentIndex(dialog.period.findText("2020年5月"))
    dialog.period.activated.emit(dialog.period.currentIndex())
    assert (dialog._fields["period"]._line.text(), dialog.lines["percent"].text()) == ("", "45")
    dialog.reject()


def test_nothing_is_filed_before_the_notice_when_all_is_closed(opened, one, tab):
    read = settings.read(opened.session.checklist)
    settings.change(opened.session.checklist, replace(read, rhythm="half"))
    opened.session.run(locking.lock, periods.parse("2020-H1"), today=TODAY)
    dialog = ProgressDialog(opened.desk.pages._context, now(opened, one), tab)
    dialog.open()
    assert dialog.period.count() == 0
    assert dialog._fields["period"]._line.text() == "2020年上半年已封账，7月1日起可填2020年下半年。"
    dialog.lines["percent"].setText("70")
    dialog.accept()
    assert dialog.isVisible()
    assert progress.of_action(opened.session.checklist, one)[0].percent == 60
    dialog.reject()


def test_a_percent_set_without_a_report_is_told(opened, one, tab):
    opened.session.run(locking.lock, JUNE, today=TODAY)
    opened.session.run(lifecycle.set_percent, one, 70)
    tab.show_action(now(opened, one))
    settle()
    assert texts(tab)[0] == "现在的70%未填报，2020年6月填的是60%。"
    other = add(opened.session.checklist, "别的")
    opened.session.run(lifecycle.set_percent, other, 30)
    tab.show_action(now(opened, other))
    settle()
    assert texts(tab) == ["还没有填写进展，现在的30%未填报。"]


def test_which_periods_are_open(opened, one):
    checklist = opened.session.checklist
    assert [period.code for period in open_periods(checklist, TODAY)][-2:] == ["2020-05", "2020-06"]
    assert [period.code for period in open_periods(checklist, TODAY)] == ["2020-04", "2020-05", "2020-06"]
    assert len(open_periods(checklist, "2021-06-18")) == 13
    opened.session.run(locking.lock, periods.parse("2020-H1"), today=TODAY)
    assert "2020-05" not in [period.code for period in open_periods(checklist, TODAY)]


def test_an_entry_is_taken_back_with_a_way_back(opened, one, tab):
    (remove,) = button(tab, "2020年6月").actions()
    assert remove.text() == words.REMOVE_ENTRY.format(period="2020年6月")
    remove.trigger()
    settle()
    assert [entry.period for entry in progress.of_action(opened.session.checklist, one)] == [MAY]
    assert now(opened, one).percent == 45
    assert words.ENTRY_REMOVED.format(period="2020年6月") in opened.window.toast.text
    opened.session.undo()
    assert now(opened, one).percent == 60
