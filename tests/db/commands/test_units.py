"""`python -m db unit-…, person-…, assign`: a county's units and people through a year, by script."""

import json

import pytest

from db import actions, connection, people, tasks, units
from tests.builders import TODAY


@pytest.fixture
def run(run, file):
    """Run a command on the file; gives its exit code, output and error output."""
    return lambda name, *arguments: run(name, file, *arguments)


def ask(file, question, *more, **keywords):
    checklist = connection.open(file, by="x")
    try:
        return question(checklist, *more, **keywords)
    finally:
        checklist.close()


@pytest.fixture
def filled(told):
    told("unit-add", "安岭县旅游局", "--short", "县旅游局", "--alias", "旅游局", "--since", "2019-03-01")
    told("unit-add", "青石镇")
    told("add", "--task", 5, "--title", "甲", "--lead", "县旅游局", "--person", "李明")
    return told


def test_units_are_listed_for_people_and_for_scripts(filled, file):
    filled("person-add", "李明", "--unit", "县旅游局")
    lines = filled("units").splitlines()
    assert lines[0].split() == ["单位", "简称", "类别", "起", "止", "接续", "人员", "牵头"]
    assert lines[2].split() == ["安岭县旅游局", "县旅游局", "县直", "2019-03-01", "1", "1"]
    assert lines[3].split() == ["青石镇", "乡镇", "0", "0"]
    listed = json.loads(filled("units", "--json"))
    figures = [(one["name"], one["people"], one["leads"]) for one in listed]
    assert figures[1:] == [("安岭县旅游局", 1, 1), ("青石镇", 0, 0)]
    assert listed[1]["aliases"] == ["旅游局"]


def test_a_renamed_unit_prints_its_old_name_for_an_older_day(filled, file):
    out = filled("unit-rename", "旅游局", "安岭县文化和旅游局", "--short", "县文旅局", "--since", "2020-06-01")
    assert out == "“安岭县旅游局”自2020年6月1日起更名为“安岭县文化和旅游局”\n"
    assert [ask(file, actions.all, day)[0].lead for day in ("2020-05-31", TODAY)] == ["县旅游局", "县文旅局"]
    listed = {one["name"]: one for one in json.loads(filled("units", "--json", "--today", TODAY))}
    assert [listed[name]["leads"] for name in ("安岭县旅游局", "安岭县文化和旅游局")] == [0, 1]
    assert listed["安岭县旅游局"]["now"] == "县文旅局"


def test_a_unit_is_put_right_ended_merged_and_removed(filled, file):
    filled("unit-correct", "青石镇", "--name", "青石镇人民政府", "--short", "青石镇", "--until", "2020-12-31")
    filled("unit-correct", "青石镇", "--kind", "township")
    town = ask(file, units.named, "青石镇")
    assert (town.name, town.valid_to) == ("青石镇人民政府", "2020-12-31")
    filled("unit-add", "旅游局（县）", "--kind", "vertical")
    filled("unit-merge", "县旅游局", "旅游局（县）")
    assert ask(file, units.named, "旅游局（县）").name == "安岭县旅游局"
    filled("unit-add", "县外事办")
    filled("unit-end", "县旅游局", "--on", "2020-05-31", "--successor", "县外事办")
    assert ask(file, actions.all, TODAY)[0].lead == "县外事办"
    filled("unit-remove", "青石镇")
    assert [one.name for one in ask(file, units.all)][1:] == ["安岭县旅游局", "县外事办"]


def test_people_are_added_put_right_moved_ended_merged_and_removed(filled, file):
    filled("person-add", "李明", "--unit", "县旅游局", "--post", "局长", "--since", "2019-03-01")
    filled("person-correct", "李明", "--phone", "0000-1234567")
    filled("person-correct", "李明", "--post", "书记", "--unit", "县旅游局")
    filled("person-move", "李明", "--to", "青石镇", "--since", "2020-06-01", "--post", "镇长")
    listed = json.loads(filled("people", "--json"))
    assert [(one["unit_name"], one["post"], one["valid_from"], one["valid_to"]) for one in listed] == [
        ("县旅游局", "书记", "2019-03-01", "2020-05-31"), ("青石镇", "镇长", "2020-06-01", None),
    ]  # fmt: skip
    here = filled("people", "--unit", "青石镇").splitlines()
    assert here[1].split() == ["李明", "青石镇", "镇长", "0000-1234567", "2020-06-01"]
    filled("person-add", "王芳", "--unit", "青石镇")
    filled("person-add", "王方", "--unit", "青石镇")
    filled("person-merge", "王芳", "王方")
    filled("person-end", "李明（青石镇）", "--on", "2020-12-31")
    filled("person-remove", "王芳")
    assert [one.name for one in ask(file, people.all)] == ["李明", "李明"]


def test_actions_and_tasks_are_assigned(filled, file):
    code = ask(file, actions.all)[0].code
    filled("assign", code, "--role", "responsible", "--to", "县财政局", "县教育局")
    filled("assign", code, "--role", "supporting", "--to", "青石镇")
    for role, name in (("leader", "王芳"), ("contact", "刘洋")):
        filled("assign", code, "--role", role, "--to", name)
        filled("assign-task", "--task", 5, "--role", role, "--to", name)
    action, task = ask(file, actions.all)[0], ask(file, tasks.numbered, 5)
    assert (action.responsible, action.supporting) == (("县财政局", "县教育局"), ("青石镇",))
    assert (action.leader, action.contact, task.leader, task.contact) == ("王芳", "刘洋", "王芳", "刘洋")
    assert filled("assign", code, "--role", "supporting") == "修改“甲”的配合单位\n"
    assert filled("assign-task", "--task", 5, "--role", "leader") == "修改任务5的责任领导\n"
    assert filled("assign-task", "--task", 5, "--role", "leader") == ""
    assert ask(file, actions.all)[0].supporting == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("unit-add", " "), "请填写单位名称。"),
        (("unit-add", "旅游局"), "“旅游局”已经是“安岭县旅游局”的名称、简称或别名，请换一个。"),
        (("unit-rename", "外办", "外事办", "--since", TODAY), "没有名为“外办”的单位。"),
        (("unit-end", "县旅游局", "--on", "2019-01-01"), "这一天早于它开始的2019年3月1日。"),
        (("unit-remove", "县旅游局"),
         "“安岭县旅游局”还有行动、人员、问题或后续单位，不能删除；不再有的单位请撤销，重复的请合并。"),
        (("unit-merge", "县旅游局", "旅游局"), "请选择另外一个单位。"),
        (("person-move", "赵云", "--to", "青石镇", "--since", TODAY), "没有名为“赵云”的人员。"),
        (("assign", "532-05-99", "--role", "lead", "--to", "青石镇"), "没有编号为“532-05-99”的行动。"),
        (("assign", "532-05-01", "--role", "lead", "--to", "青石镇、县教育局"),
         "牵头单位只能有一个，已有“青石镇”，其余请填为责任单位或配合单位。"),
        (("assign-task", "--task", 29, "--role", "leader", "--to", "王芳"), "没有编号为29的任务。"),
    ],
)  # fmt: skip
def test_one_sentence_for_what_can_not_be_used(filled, run, arguments, sentence):
    assert run(*arguments) == (2, "", sentence + "\n")


def test_the_name_of_the_one_who_did_it_is_kept(told, file):
    told("unit-add", "青石镇", "--by", "王芳")
    assert ask(file, lambda checklist: checklist.db.execute("SELECT who FROM history").fetchall()[-1][0]) == "王芳"
