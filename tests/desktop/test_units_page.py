"""The 单位 page: what it shows is what db counts, and every change goes through its dialogs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from db import action_edits, actions, counts, names, people, tasks, units
from desktop.dialogs.ask_fields import AskFields
from desktop.words import printing
from desktop.words import units as words
from tests.builders import TODAY
from tests.desktop.conftest import settle

Key = Qt.Key


class Office:
    """The page, and the hand that works it."""

    def __init__(self, program):
        self.program = program
        program.desk.go("units")
        settle()

    @property
    def page(self):
        return self.program.desk.page

    @property
    def checklist(self):
        return self.program.session.checklist

    @property
    def shown(self):
        """The names in the list, top to bottom."""
        return [row.unit.name for row in self.page.list.model.rows()]

    @property
    def led(self):
        return [line.title for line in self.page.card.led_model.rows()]

    @property
    def staff(self):
        return [line.title for line in self.page.card.people_model.rows()]

    @property
    def dialog(self):
        return next((one for one in self.program.window.findChildren(QDialog) if one.isVisible()), None)

    def unit(self, name):
        return units.named(self.checklist, name)

    def choose(self, name):
        self.page.list.choose(self.unit(name).id)
        settle()

    def fill(self, **texts):
        dialog = self.dialog
        assert isinstance(dialog, AskFields)
        for name, text in texts.items():
            field = dialog.fields[name]
            field.selectAll()
            field.insert(text)
        dialog.accept()
        settle()

    def complaint(self, name):
        """What is said under a field of the dialog."""
        return self.dialog._rows[name]._line.text()

    def cancel(self):
        self.dialog.reject()
        settle()

    def pick(self, word):
        """Choose an entry of the menu that is open."""
        menu = next(menu for menu in self.page.findChildren(QMenu) if menu.isVisible())
        next(act for act in menu.actions() if act.text() == word).trigger()
        menu.close()
        settle()

    def do(self, word):
        self.page.card.more.click()
        self.pick(word)

    def do_person(self, name, word):
        row = next(place for place, title in enumerate(self.staff) if title.startswith(name))
        self.page.card.people.opened.emit(self.page.card.people_model.index(row))
        self.pick(word)

    def undo(self):
        self.program.desk.undo()
        settle()


@pytest.fixture
def office(filled):
    return Office(filled)


def test_the_figures_are_those_of_db(office):
    figures = counts.read(office.checklist, TODAY)
    rows = {row.unit.shown: row for row in office.page.list.model.rows()}
    assert len(rows) == len(units.all(office.checklist))
    for name, tally in figures.leads.items():
        if name:
            assert rows[name].led == tally
    for name, row in rows.items():
        office.choose(name)
        line = office.page.card.led_model.rows()
        assert len(line) == row.led.actions
        assert sum(one.tone == "red" for one in line) == row.led.overdue
        assert sum(one.tone == "amber" for one in line) == row.led.soon


def test_the_filter_finds_names_and_aliases(office):
    labour = replace(office.unit("县人社局"), name="县人力资源和社会保障局", aliases=("劳动局",))
    units.correct(office.checklist, labour)
    office.page._refresh()
    office.page.list.filter.insert("劳动")
    assert office.shown == ["县人力资源和社会保障局"]
    office.page.list.filter.setText("没有这样的")
    assert office.shown == []
    assert "没有这样的" in office.page.list._none._line.text()
    office.page.list.filter.clear()
    assert len(office.shown) == len(units.all(office.checklist))
    office.page.list.filter.setText("劳动")
    office.choose("县公安局")  # whoever is sought is shown
    assert office.page.list.current() == office.unit("县公安局").id


def test_a_unit_is_added_and_shown(office):
    office.page.list.add.click()
    office.fill(name="县财政局", since="")
    assert "已经是" in office.complaint("name")
    office.fill(name="安岭县外事办公室", short="县外办", aliases="外办、外事办", since="")
    assert office.dialog is None
    assert office.page.list.current() == office.unit("外事办").id
    assert office.page.card.name.text() == "安岭县外事办公室"
    assert not office.page.card.led.isVisible()
    assert office.page.card.to_tasks.isVisible()
    office.undo()
    assert "安岭县外事办公室" not in office.shown


def test_undo_elsewhere_turns_to_the_unit(office):
    unit = office.unit("县教育局")
    office.program.session.run(units.correct, replace(unit, short="教育局"))
    office.program.desk.go("tasks")
    office.undo()
    assert office.program.desk.pages.key == "units"
    assert office.page.list.current() == unit.id
    office.program.session.run(units.add, "县外事办公室")
    office.undo()
    assert office.program.desk.pages.key == "units", "the unit has gone, the list has not"


def test_the_kind_follows_the_name_until_it_is_chosen(office):
    office.page.list.add.click()
    kind = office.dialog.fields["kind"]
    office.dialog.fields["name"].insert("长宁镇")
    assert kind.value() == "township"
    kind.buttons["vertical"].click()
    office.dialog.fields["name"].insert("税务所")
    assert kind.value() == "vertical"
    office.fill(since="2020-03-01")
    added = office.unit("长宁镇税务所")
    assert (added.kind, added.valid_from) == ("vertical", "2020-03-01")


def test_a_unit_is_put_right(office):
    office.choose("县人社局")
    office.page.card.edit.click()
    office.fill(name="县人力资源和社会保障局", short="县人社局", last_day="昨天吧")
    assert "昨天吧" in office.complaint("last_day")
    office.fill(last_day="", since="2019年3月1日")
    unit = office.unit("县人社局")
    assert (unit.name, unit.valid_from) == ("县人力资源和社会保障局", "2019-03-01")
    assert "2019年3月1日起" in office.page.card.facts.values["valid"].text()


def test_a_renamed_unit_leads_on_under_its_new_name_and_every_page_says_so(office):
    office.choose("县教育局")
    led = office.led
    assert led
    office.do(words.RENAME)
    office.fill(name="县教育体育局", short="县教体局", since="")
    assert office.complaint("since")
    office.fill(since="6月1日")
    assert office.dialog is None
    assert office.page.list.current() == office.unit("县教体局").id
    assert office.led == led
    gone = [row.unit.shown for row in office.page.list.model.rows() if row.unit.valid_to]
    assert "县教育局" in gone
    assert [row.unit.shown for row in office.page.list.model.rows()][-len(gone) :] == gone  # they stand last
    there = len(office.page.list.model.rows()) - len(gone)
    assert office.page._segments["units"].buttons["units"].text() == f"单位名单 {there}"
    office.choose("县教育局")
    assert (office.led, office.page.card.facts.values["valid"].text()) == ([], "至2020年5月31日，现为县教体局")
    assert office.page.card.no_actions.text() == "它的行动现在都算在县教体局名下。"
    standing = office.program.desk.standing
    assert "县教体局" in {action.lead for its in standing.actions.values() for action in its}
    assert "县教育局" in {action.lead for action in actions.all(office.checklist, "2020-05-31")}
    office.undo()
    office.program.desk.go("units")
    assert "县教育体育局" not in office.shown
    assert "县教体局" not in {action.lead for its in standing.actions.values() for action in its}


def test_an_ended_unit_passes_on_what_it_led(office):
    office.choose("县司法局")
    office.do(words.END)
    office.fill(last_day="2020-05-31", successor="没有这个局")
    assert office.complaint("successor") == "没有名为“没有这个局”的单位。"
    office.fill(successor="县司法局")
    assert office.complaint("successor") == "请选择另外一个单位。"
    office.fill(successor="县公安局")
    assert office.unit("县司法局").now == "县公安局"
    office.choose("县司法局")
    office.page.card.more.click()
    menu = next(menu for menu in office.page.findChildren(QMenu) if menu.isVisible())
    assert [act.text() for act in menu.actions() if not act.isEnabled()] == [
        printing.UNIT_SHEET, words.RENAME, words.END,
    ]  # fmt: skip
    menu.close()


def test_two_entries_become_one(office):
    office.choose("县教育局")
    mine = len(office.led)
    office.choose("县司法局")
    theirs = len(office.led)
    office.choose("县教育局")
    office.do(words.MERGE)
    office.fill(other="县司法局")
    assert "县司法局" not in {row.unit.shown for row in office.page.list.model.rows()}
    assert len(office.led) == mine + theirs
    assert "县司法局" in office.unit("县教育局").aliases
    assert "县司法局" in office.page.card.facts.values["aliases"].text()


def test_only_an_unused_unit_can_be_removed(office):
    office.choose("县教育局")
    office.do(words.REMOVE)
    assert office.unit("县教育局").name in office.shown
    assert "不能删除" in office.program.window.toast.text
    units.add(office.checklist, "县外事办")
    office.page._refresh()
    office.choose("县外事办")
    office.do(words.REMOVE)
    assert "县外事办" not in office.shown
    office.undo()
    assert "县外事办" in office.shown


@pytest.fixture
def new_units(office):
    """Two units nobody is in."""
    for name in ("县外事办", "县侨务办"):
        units.add(office.checklist, name)
    office.page._refresh()
    return office


def test_people_come_move_and_go(new_units):
    office = new_units
    office.choose("县外事办")
    office.page.card.add_person.click()
    office.fill(name="", post="局长")
    assert office.complaint("name") == "请填写姓名。"
    office.fill(name="赵云", phone="0000-1234567", since="2020-01-01")
    assert office.staff == ["赵云　局长"]
    assert names.persons(office.checklist).count("赵云") == 1
    office.do_person("赵云", words.PERSON_CORRECT)
    office.fill(post="书记")
    assert office.staff == ["赵云　书记"]
    office.do_person("赵云", words.PERSON_MOVE)
    office.fill(unit="县侨务办", post="局长", since="6月1日")
    assert [(one.right, one.below, one.quiet) for one in office.page.card.people_model.rows()] == [
        ("0000-1234567", "2020年5月31日离任", True)
    ]
    office.choose("县侨务办")
    assert office.staff == ["赵云　局长"]
    office.do_person("赵云", words.PERSON_END)
    office.fill(last_day="2020-06-10")
    assert people.named(office.checklist, "赵云（县侨务办）").valid_to == "2020-06-10"
    office.do_person("赵云", words.PERSON_REMOVE)
    assert office.staff == []


def test_a_duplicate_person_is_merged(new_units):
    office = new_units
    school = office.unit("县外事办").id
    for name in ("赵云", "赵芸"):
        people.add(office.checklist, name, unit=school)
    office.page._refresh()
    office.choose("县外事办")
    office.do_person("赵云", words.PERSON_MERGE)
    office.fill(other="赵芸")
    assert office.staff == ["赵云"]


def test_an_action_opens_where_it_is(office):
    office.choose("县人社局")
    line = office.page.card.led_model.rows()[0]
    office.page.card.led.setFocus()
    QTest.keyClick(office.page.card.led, Key.Key_Home)
    QTest.keyClick(office.page.card.led, Key.Key_Return)
    settle()
    assert office.program.desk.pages.key == "tasks"
    assert [action.id for action in office.program.table.selected()] == [line.id]


def test_every_number_opens_its_rows_in_the_ledger(office):
    row = next(
        row for row in office.page.list.model.rows()
        if row.led.overdue and row.led.soon and row.whole.actions > row.led.actions
    )  # fmt: skip
    card, pages = office.page.card, office.program.desk.pages
    numbers = {
        card.figures["actions"]: (row.led.actions, "{n}"), card.figures["overdue"]: (row.led.overdue, "逾期{n}"),
        card.figures["soon"]: (row.led.soon, "临期{n}"), card.part: (row.whole.actions, "共涉及{n}"),
    }  # fmt: skip
    for button, (number, text) in numbers.items():
        office.program.desk.go("units")
        office.choose(row.unit.shown)
        assert button.text() == text.format(n=number)
        button.click()
        settle()
        assert pages.key == "ledger"
        assert len([key for key in pages.page.model.keys if isinstance(key, int)]) == number


def test_what_changes_elsewhere_shows_when_one_comes_back(office):
    office.choose("县人社局")
    before = office.led
    action = office.page.card.led_model.rows()[0].id
    office.program.desk.go("tasks")
    office.program.session.run(action_edits.set_names, action, "lead", ["县教育局"])
    office.program.desk.go("units")
    settle()
    assert office.led == [title for title in before if title != before[0]]


def test_the_rows_stay_when_a_figure_changes(office):
    """No reset: the chosen row and the place in the list are kept."""
    resets, changed = [], []
    model = office.page.list.model
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _: changed.append(model.row_at(first).unit.shown))
    office.choose("县人社局")
    action = office.page.card.led_model.rows()[0].id
    office.program.session.run(action_edits.set_names, action, "lead", ["县教育局"])
    assert (resets, sorted(changed)) == ([], sorted(["县人社局", "县教育局"]))
    assert office.page.list.current() == office.unit("县人社局").id


def test_the_chosen_unit_survives_another_look_and_a_restart(office):
    office.choose("县教育局")
    office.program.app.look.set(mode="dark")
    settle()
    assert office.page.list.current() == office.unit("县教育局").id


def test_a_narrow_window_shows_list_or_card(office):
    office.program.app.look.set(scale=2.0)
    office.program.window.resize(1366, 736)
    settle()
    page = office.page
    assert (page.list.isVisible(), page.card.isVisible()) == (True, False)
    QTest.mouseClick(page.list.view.viewport(), Qt.MouseButton.LeftButton, pos=page.list.view.visualRect(
        page.list.model.index(1)).center())  # fmt: skip
    settle()
    assert (page.list.isVisible(), page.card.isVisible(), page.card.back.isVisible()) == (False, True, True)
    page.card.back.click()
    assert (page.list.isVisible(), page.card.isVisible()) == (True, False)
    assert QApplication.focusWidget() is page.list.view


def test_a_small_window_cuts_nothing(office):
    office.program.window.resize(900, 560)
    settle()
    page = office.page
    for name in ("县人社局", "县卫健局"):
        office.choose(name)
        settle()
        inner = page.card.area.widget()
        assert inner.minimumSizeHint().width() <= page.card.area.viewport().width()
    assert page.list.width() + page.card.width() <= page.width()


# --- the head of a task -------------------------------------------------------------------------------------


def test_who_answers_for_a_task_is_asked_and_shown(opened):
    header = opened.desk.page.view.header
    opened.desk.page.show_task(5)
    header._people_short.click()
    dialog = next(one for one in opened.window.findChildren(AskFields) if one.isVisible())
    for role, name in (("leader", "王芳"), ("contact", "刘洋、李明")):
        dialog.fields[role].insert(name)
    dialog.accept()
    assert dialog._rows["contact"]._line.text() == "这里只能填一个人，已有“刘洋”。"
    assert tasks.get(opened.session.checklist, 5).leader == ""  # no part of it is kept
    dialog.fields["contact"].setText("刘洋")
    dialog.accept()
    settle()
    assert (header.people.text(), header.people.isVisible()) == ("责任领导：王芳　联系人：刘洋", True)
    assert not header._people_short.isVisible()
    opened.desk.undo()
    settle()
    assert (header.people.isVisible(), header._people_short.text()) == (False, words.TASK_NOBODY)
