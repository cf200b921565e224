"""Which bureau a national body ends in on a day: by the county's kind, its units, and what becomes of them."""

import pytest

from db import counterparts, settings, tasks, units
from tests.builders import TODAY, add

LATER = "2020-12-01"


def counterpart(checklist, body, on=TODAY):
    return next(one for one in counterparts.all(checklist, on) if one.body == body)


def in_county(checklist, name):
    now = settings.read(checklist)
    settings.change(checklist, settings.Settings(name, now.lead_unit, now.plan_year))


@pytest.mark.parametrize("county", ["安岭县", "安岭市", "安岭区", "安岭旗"])
def test_every_body_of_the_28_tasks_resolves_or_says_why_not(checklist, county):
    in_county(checklist, county)
    named = {body for task in tasks.all(checklist) for body in task.bodies if not counterparts.is_placeholder(body)}
    found = counterparts.all(checklist, TODAY)
    assert len(found) == len(named) == 29
    assert {one.body for one in found} == named
    for one in found:
        assert one.unit or one.note, one.body
        assert one.gone == ""
        assert one.unit not in one.alternatives
    assert [one.body for one in found if not one.unit] == (
        ["国铁集团", "银保监会", "开发银行"] if county != "安岭区" else ["人民银行", "国铁集团", "银保监会", "开发银行"]
    )


def test_the_most_named_comes_first_with_its_tasks(checklist):
    first = counterparts.all(checklist, TODAY)[0]
    assert first.body == "发展改革委"
    assert len(first.tasks) == 24


def test_a_task_has_its_own_in_its_order_without_placeholders(checklist):
    five = tasks.numbered(checklist, 5)
    assert five.bodies == ("人力资源社会保障部", "教育部", "财政部", "省级有关部门")
    found = counterparts.of_task(checklist, five, TODAY)
    assert [(one.body, one.unit) for one in found] == [
        ("人力资源社会保障部", "县人社局"), ("教育部", "县教育局"), ("财政部", "县财政局"),
    ]  # fmt: skip


@pytest.mark.parametrize("body", ["省级有关部门", "有关省级部门", "重庆市和四川省有关部门"])
def test_a_placeholder_is_never_a_unit(checklist, body):
    assert counterparts.is_placeholder(body)
    named = {name for task in tasks.all(checklist) for name in task.bodies}
    assert body in named
    assert body not in {one.body for one in counterparts.all(checklist, TODAY)}


def test_two_bodies_of_one_bureau_are_one_unit(checklist):
    both = [counterpart(checklist, body) for body in ("文化和旅游部", "广电总局")]
    assert counterparts.bureaus(both) == ("县文旅局",)


def test_asking_makes_no_unit(checklist):
    before = units.all(checklist)
    counterparts.all(checklist, TODAY)
    assert units.all(checklist) == before


@pytest.mark.parametrize(("name", "short"), [
    ("安岭县人力资源和社会保障局", "县人社局"), ("县人力资源社会保障局", ""), ("安岭县人社局", ""),
    ("人社", "县人力社保局"),
])  # fmt: skip
def test_a_unit_of_any_known_form_is_taken_under_its_own_name(checklist, name, short):
    units.add(checklist, name, short=short)
    assert counterpart(checklist, "人力资源社会保障部").unit == (short or name)


def test_a_unit_of_an_alternative_is_taken(checklist):
    units.add(checklist, "县教育体育局")
    assert counterpart(checklist, "教育部").unit == "县教育体育局"
    assert counterpart(checklist, "体育总局").unit == "县教育体育局"


def test_a_bureau_that_may_stand_in_is_offered_but_not_taken(checklist):
    units.add(checklist, "县城管局")
    housing = counterpart(checklist, "住房城乡建设部")
    assert housing.unit == "县住建局"
    assert "县城管局" in housing.alternatives


def test_a_body_like_another_follows_it(checklist):
    units.add(checklist, "县文化旅游体育局")
    assert counterpart(checklist, "文化和旅游部").unit == counterpart(checklist, "广电总局").unit == "县文化旅游体育局"


def test_a_renamed_unit_is_shown_as_it_is_called_that_day(checklist):
    units.add(checklist, "安岭县教育局", short="县教育局")
    units.rename(checklist, units.named(checklist, "县教育局").id, "安岭县教育体育局", "县教体局", since="2020-07-01")
    assert counterpart(checklist, "教育部").unit == "县教育局"
    assert counterpart(checklist, "教育部", LATER).unit == "县教体局"


def test_a_unit_that_another_took_over_is_shown_as_that_one(checklist):
    for name in ("县商务局", "县发改和商务局"):
        units.add(checklist, name)
    one, other = (units.named(checklist, name).id for name in ("县商务局", "县发改和商务局"))
    units.end(checklist, one, "2020-06-30", other)
    assert counterpart(checklist, "商务部").unit == "县商务局"
    assert counterpart(checklist, "商务部", LATER).unit == "县发改和商务局"


def test_a_merged_unit_is_found_under_its_old_name(checklist):
    for name in ("县民政局", "民政局本级"):
        units.add(checklist, name)
    units.merge(checklist, units.named(checklist, "民政局本级").id, units.named(checklist, "县民政局").id)
    assert counterpart(checklist, "民政部").unit == "民政局本级"


def test_a_unit_that_ended_without_successor_is_gone(checklist):
    units.add(checklist, "县统计局")
    units.end(checklist, units.named(checklist, "县统计局").id, "2020-06-30")
    later = counterpart(checklist, "统计局", LATER)
    assert (later.unit, later.gone, later.checked) == ("", "县统计局", False)
    assert counterpart(checklist, "统计局").unit == "县统计局"
    units.add(checklist, "国家统计局安岭调查队")
    assert counterpart(checklist, "统计局", LATER).unit == "国家统计局安岭调查队"


def test_the_bank_has_no_branch_any_more_since_2023(checklist):
    assert counterpart(checklist, "人民银行", "2023-08-17").unit == "人行安岭县支行"
    after = counterpart(checklist, "人民银行", "2023-08-18")
    assert (after.unit, after.valid_from, after.note) == ("", "2023-08-18", "2023年机构改革后不再设县支行")


def test_what_is_a_guess_is_unchecked(checklist):
    unchecked = [one.body for one in counterparts.all(checklist, TODAY) if not one.checked]
    assert unchecked == ["工业和信息化部", "人民银行", "体育总局", "商务部", "林草局", "广电总局", "农业发展银行"]


def test_a_unit_given_an_action_is_the_one_the_next_body_finds(checklist):
    add(checklist, lead="县人社局")
    assert counterpart(checklist, "人力资源社会保障部").unit == "县人社局"
    assert [unit.shown for unit in units.all(checklist)].count("县人社局") == 1
