"""People: of one name in two units, moved in mid-year, known by name alone at first."""

from dataclasses import replace

import pytest

from db import action_edits, actions, names, people, tasks, units
from db.errors import RuleBroken
from db.people import Person
from tests.builders import TODAY, add
from tests.db.test_units import refused, undone


@pytest.fixture
def office(checklist):
    """李明 in two units."""
    for name, post in (("县教育局", "局长"), ("县人社局", "")):
        units.add(checklist, name)
        people.add(checklist, "李明", unit=units.named(checklist, name).id, post=post)
    return checklist


def id_of(checklist, name):
    return units.named(checklist, name).id


def test_a_person_is_added_with_all_there_is_to_know(checklist):
    units.add(checklist, "安岭县教育局", short="县教育局")
    school = id_of(checklist, "县教育局")
    added = undone(
        checklist, people.add, " 王 芳", unit=school, post="副局长", phone="0000-1234567", since="2020-01-01"
    )
    assert people.all(checklist) == [
        Person(added.inserted("person"), "王 芳", school, "县教育局", "副局长", "0000-1234567", "2020-01-01", None)
    ]


def test_two_of_one_name_are_told_apart_by_their_units(office):
    assert names.persons(office) == ["李明（县人社局）", "李明（县教育局）"]
    action = add(office, "甲", lead="县人社局", owner="李明（县人社局）")
    assert people.named(office, "李明（县人社局）").unit == id_of(office, "县人社局")
    assert actions.get(office, action).owner == "李明"
    assert not action_edits.set_names(office, action, "owner", ["李明"])  # he it is already, not his namesake
    action_edits.set_names(office, action, "owner", ["李明（县教育局）"])
    refused("person_in_use", "person", people.remove, office, people.named(office, "李明（县教育局）").id)
    people.remove(office, people.named(office, "李明（县人社局）").id)


def test_a_name_with_a_unit_makes_a_person_of_that_unit(office):
    add(office, "甲", owner="赵云（县教育局）")
    assert [one.name for one in people.of_unit(office, id_of(office, "县教育局"))] == ["李明", "赵云"]


def test_one_known_by_name_alone_gets_his_unit(checklist):
    action = add(checklist, "甲", lead="县教育局", owner="刘洋")
    before = people.named(checklist, "刘洋")
    assert (before.unit, before.unit_name) == (None, "")
    undone(checklist, people.add, "刘洋", unit=id_of(checklist, "县教育局"), post="科长")
    assert people.named(checklist, "刘洋") == replace(
        before, unit=id_of(checklist, "县教育局"), unit_name="县教育局", post="科长"
    )
    assert actions.get(checklist, action).owner == "刘洋"


def test_a_person_moves_and_old_entries_keep_the_post(office):
    action = add(office, "甲", owner="李明（县教育局）")
    units.add(office, "县委办")
    old = people.named(office, "李明（县教育局）")
    undone(office, people.move, old.id, id_of(office, "县委办"), since="2020-06-01", post="主任")
    moved = people.named(office, "李明（县委办）")
    assert people.get(office, old.id) == replace(old, valid_to="2020-05-31")
    assert (moved.post, moved.valid_from) == ("主任", "2020-06-01")
    assert [one.there(TODAY) for one in people.of_unit(office, old.unit)] == [False]
    assert actions.get(office, action).owner == "李明"
    refused("person_gone", "owner", action_edits.set_names, office, add(office, "乙"), "owner", ["李明（县教育局）"])


def test_a_person_known_after_his_unit_was_renamed(office):
    units.rename(office, id_of(office, "县教育局"), "县教育体育局", "", since="2020-06-01")
    assert [one.unit_name for one in people.of_unit(office, id_of(office, "县教育体育局"))] == ["县教育体育局"]
    assert people.named(office, "李明（县教育体育局）").post == "局长"
    assert people.in_office(office, "2020-05-31")[id_of(office, "县教育局")] == 1
    assert people.in_office(office, TODAY) == {id_of(office, "县教育体育局"): 1, id_of(office, "县人社局"): 1}
    refused("person_known", "name", people.add, office, "李明", unit=id_of(office, "县教育体育局"))


def test_who_has_left_is_given_nothing_more(office):
    one = people.named(office, "李明（县教育局）")
    undone(office, people.end, one.id, "2020-05-31")
    assert names.persons(office) == ["李明"]
    task = tasks.numbered(office, 5)
    for role in names.OF_TASK:
        refused("person_gone", role, tasks.set_person, office, task.id, role, "李明（县教育局）")
    refused("person_ended", "person", people.end, office, one.id, TODAY)
    refused("person_ended", "person", people.move, office, one.id, id_of(office, "县人社局"), since=TODAY)


def test_two_entries_of_one_person_become_one(office):
    keep, other = people.named(office, "李明（县人社局）"), people.named(office, "李明（县教育局）")
    action = add(office, "甲", owner="李明（县教育局）")
    tasks.set_person(office, 5, "leader", "李明（县教育局）")
    undone(office, people.merge, keep.id, other.id)
    assert people.all(office) == [replace(keep, post="局长")]
    assert (actions.get(office, action).owner, tasks.get(office, 5).leader) == ("李明", "李明")
    refused("person_same", "other", people.merge, office, keep.id, keep.id)


@pytest.mark.parametrize(
    ("wanted", "code", "field"),
    [
        ({"name": " "}, "person_empty", "name"), ({"name": "明" * 61}, "name_long", "name"),
        ({"post": "长" * 61}, "post_long", "post"), ({"phone": "1" * 41}, "phone_long", "phone"),
        ({"valid_from": "去年"}, "date_invalid", "since"), ({"valid_to": "2020-13-01"}, "date_invalid", "last_day"),
        ({"valid_from": TODAY, "valid_to": "2020-01-01"}, "valid_before", "last_day"),
    ],
)  # fmt: skip
def test_what_no_person_can_be(office, wanted, code, field):
    refused(code, field, people.correct, office, replace(people.named(office, "李明（县教育局）"), **wanted))


def test_moves_and_ends_that_can_not_be(office):
    school = id_of(office, "县教育局")
    one = people.named(office, "李明（县教育局）")
    undone(office, people.correct, replace(one, post="书记", valid_from="2020-01-01"))
    refused("person_there", "unit", people.move, office, one.id, school, since=TODAY)
    refused("person_known", "name", people.move, office, one.id, id_of(office, "县人社局"), since=TODAY)
    refused("since_first", "since", people.move, office, one.id, id_of(office, "县人社局"), since="2020-01-01")
    refused("valid_before", "last_day", people.end, office, one.id, "2019-12-31")
    people.add(office, "王芳")
    refused("person_known_alone", "name", people.add, office, "王芳")
    with pytest.raises(RuleBroken):
        people.named(office, "赵云")
