"""What people say of a body: kept, bounded, confirmed, taken back; and what cannot be said."""

from dataclasses import replace

import pytest

from db import counterpart_edits, counterparts, steps, units
from db.counterpart_edits import Wanted
from tests.builders import TODAY, refused, rows


def now(checklist, body, on=TODAY):
    return next(one for one in counterparts.all(checklist, on) if one.body == body)


def times(checklist, body):
    return [(one.unit, one.valid_from, one.valid_to) for one in counterparts.of_body(checklist, body, TODAY)]


def choose(checklist, body, unit, **more):
    return counterpart_edits.choose(checklist, body, unit, on=TODAY, **more)


def test_another_unit_is_one_step_that_can_be_taken_back(checklist):
    before = rows(checklist)
    changes = choose(checklist, "体育总局", "县教育局")
    assert changes.label == "修改“体育总局”对应的本县单位"
    found = now(checklist, "体育总局")
    assert (found.unit, found.checked, found.kept, found.note) == ("县教育局", True, True, "并入教育或文旅")
    assert "县教体局" in found.alternatives
    steps.undo(checklist)
    assert rows(checklist) == before
    steps.redo(checklist)
    assert now(checklist, "体育总局").unit == "县教育局"


@pytest.mark.parametrize("said", ["", "无对应单位", "无", " 没有 "])
def test_a_body_can_have_no_unit(checklist, said):
    choose(checklist, "商务部", said, note="由发改承担")
    found = now(checklist, "商务部")
    assert (found.unit, found.note, found.checked) == ("", "由发改承担", True)


def test_choosing_makes_no_unit(checklist):
    before = units.all(checklist)
    choose(checklist, "商务部", "县招商局")
    assert units.all(checklist) == before


def test_choosing_the_same_again_changes_nothing(checklist):
    choose(checklist, "商务部", "县招商局")
    assert not choose(checklist, "商务部", "县招商局")


def test_what_holds_today_changes_and_what_holds_later_stays(checklist):
    choose(checklist, "人民银行", "县金融办")
    assert times(checklist, "人民银行") == [("县金融办", None, "2023-08-17"), ("", "2023-08-18", None)]


def test_a_new_time_ends_the_open_one_the_day_before(checklist):
    counterpart_edits.add(checklist, "教育部", Wanted("县教体局", valid_from="2021-01-01"))
    assert times(checklist, "教育部") == [("县教育局", None, "2020-12-31"), ("县教体局", "2021-01-01", None)]
    assert now(checklist, "教育部", "2021-01-01").unit == "县教体局"
    counterpart_edits.add(checklist, "教育部", Wanted("县教育委员会", valid_to="2019-03-31"))
    assert times(checklist, "教育部") == [
        ("县教育委员会", None, "2019-03-31"), ("县教育局", "2019-04-01", "2020-12-31"),
        ("县教体局", "2021-01-01", None),
    ]  # fmt: skip


def test_a_time_in_the_middle_parts_an_open_one(checklist):
    counterpart_edits.add(checklist, "教育部", Wanted("县教体局", valid_from="2020-01-01", valid_to="2020-12-31"))
    assert times(checklist, "教育部") == [
        ("县教育局", None, "2019-12-31"), ("县教体局", "2020-01-01", "2020-12-31"), ("县教育局", "2021-01-01", None),
    ]  # fmt: skip


def test_days_nobody_speaks_of_are_a_gap(checklist):
    old = now(checklist, "教育部")
    counterpart_edits.change(checklist, old, Wanted("县教育局", valid_from="2020-07-01"))
    found = now(checklist, "教育部")
    assert (found.unit, found.checked) == ("", False)
    counterpart_edits.choose(checklist, "教育部", "县教体局", on=TODAY)
    assert times(checklist, "教育部") == [("县教体局", None, "2020-06-30"), ("县教育局", "2020-07-01", None)]


def test_a_span_another_time_lies_in_is_refused(checklist):
    counterpart_edits.add(checklist, "教育部", Wanted("县教体局", valid_from="2020-01-01", valid_to="2020-12-31"))
    error = refused(
        checklist, "counterpart_overlap", counterpart_edits.add, "教育部", Wanted("县甲局", valid_from="2020-06-01")
    )
    assert error.field == "valid_from"
    assert str(error) == "起止与另一条重叠：2020年1月1日至2020年12月31日对应“县教体局”，请先改那一条。"
    first = counterparts.of_body(checklist, "教育部", TODAY)[0]
    refused(
        checklist, "counterpart_overlap", counterpart_edits.change, first, Wanted("县教育局", valid_to="2020-03-31")
    )


def test_confirming_keeps_what_was_proposed(checklist):
    changes = counterpart_edits.confirm(checklist, ["工业和信息化部", "商务部", "教育部"])
    assert changes.label == "核对“工业和信息化部”等3项对应的本县单位"
    assert now(checklist, "工业和信息化部").checked
    assert now(checklist, "工业和信息化部").unit == "县工信局"
    assert not counterpart_edits.confirm(checklist, ["工业和信息化部", "商务部"])
    assert not counterpart_edits.confirm(checklist, [])


def test_the_default_comes_back(checklist):
    choose(checklist, "教育部", "县甲局")
    choose(checklist, "商务部", "县乙局")
    changes = counterpart_edits.restore(checklist, ["教育部", "商务部", "财政部"])
    assert changes.label == "恢复“教育部”等2项的默认对应"
    assert [now(checklist, body).unit for body in ("教育部", "商务部")] == ["县教育局", "县商务局"]
    assert not now(checklist, "教育部").kept
    assert not counterpart_edits.restore(checklist, ["教育部"])


def test_a_body_the_notice_does_not_name_can_be_added(checklist):
    choose(checklist, "水利部", "县水务局")
    assert now(checklist, "水利部").unit == "县水务局"
    assert now(checklist, "水利部").tasks == ()
    choose(checklist, "某某总局", "县甲局")
    assert now(checklist, "某某总局").unit == "县甲局"


def test_a_body_nobody_knows_is_unchecked_and_without_a_unit(checklist):
    checklist.db.execute("INSERT INTO responsible_body (task, number, name, role) VALUES (1, 9, '某某总局', 'lead')")
    found = now(checklist, "某某总局")
    assert (found.unit, found.checked, found.note, found.tasks) == ("", False, "", (1,))


def test_a_body_that_is_a_unit_of_the_county_is_that_unit(checklist):
    checklist.db.execute("INSERT INTO responsible_body (task, number, name, role) VALUES (1, 9, '县水利局', 'lead')")
    assert now(checklist, "县水利局").unit == ""
    units.add(checklist, "安岭县水利局", short="水利局", aliases=["县水利局"])
    found = now(checklist, "县水利局")
    assert (found.unit, found.checked) == ("水利局", True)


@pytest.fixture
def abolished(checklist):
    """县甲局 was abolished in May, 县乙局 taken over by 县丙局."""
    for name in ("县甲局", "县乙局", "县丙局"):
        units.add(checklist, name)
    units.end(checklist, units.named(checklist, "县甲局").id, "2020-05-31")
    units.end(checklist, units.named(checklist, "县乙局").id, "2020-05-31", units.named(checklist, "县丙局").id)
    return checklist


def test_an_abolished_unit_is_refused_with_what_follows_it(abolished):
    error = refused(abolished, "unit_gone", choose, "教育部", "县甲局")
    assert (error.field, str(error)) == ("unit", "“县甲局”只到2020年5月31日为止，现在没有这个单位了。")
    error = refused(abolished, "unit_renamed", choose, "教育部", "县乙局")
    assert str(error) == "“县乙局”到2020年5月31日为止，之后是“县丙局”，请填新名称。"


def test_an_abolished_unit_may_be_said_of_the_time_it_was_there(abolished):
    counterpart_edits.add(abolished, "教育部", Wanted("县甲局", valid_to="2020-05-31"))
    assert now(abolished, "教育部").unit == "县教育局"
    assert now(abolished, "教育部", "2020-05-31").unit == "县甲局"


def test_a_unit_abolished_afterwards_is_told(checklist):
    units.add(checklist, "县甲局")
    choose(checklist, "教育部", "县甲局")
    units.end(checklist, units.named(checklist, "县甲局").id, "2020-05-31")
    found = now(checklist, "教育部")
    assert (found.unit, found.gone, found.checked) == ("", "县甲局", False)
    error = refused(checklist, "counterpart_gone", counterpart_edits.confirm, ["财政部", "教育部"])
    assert str(error) == "“县甲局”已经停用，又没有接续的单位，请另选单位。"


def test_a_corrected_name_is_followed(checklist):
    units.add(checklist, "县甲局")
    choose(checklist, "教育部", "县甲局")
    units.correct(checklist, replace(units.named(checklist, "县甲局"), name="县教育科学局"))
    assert now(checklist, "教育部").unit == "县教育科学局"
    units.rename(checklist, units.named(checklist, "县教育科学局").id, "县教科局", "", since="2020-06-01")
    assert now(checklist, "教育部").unit == "县教科局"
    assert now(checklist, "教育部", "2020-05-31").unit == "县教育科学局"


@pytest.mark.parametrize(("body", "wanted", "code", "field"), [
    ("", Wanted("县甲局"), "body_empty", "body"),
    ("部" * 61, Wanted("县甲局"), "name_long", "body"),
    ("省级有关部门", Wanted("县甲局"), "body_placeholder", "body"),
    ("教育部", Wanted("局" * 61), "name_long", "unit"),
    ("教育部", Wanted("县甲局、县乙局"), "counterpart_two", "unit"),
    ("教育部", Wanted("县甲局", "说" * 201), "counterpart_note_long", "note"),
    ("教育部", Wanted("县甲局", valid_from="去年"), "date_invalid", "valid_from"),
    ("教育部", Wanted("县甲局", valid_to="2020-02-30"), "date_invalid", "valid_to"),
    ("教育部", Wanted("县甲局", valid_from="2020-02-02", valid_to="2020-02-01"), "valid_before", "valid_to"),
])  # fmt: skip
def test_what_cannot_stand_is_refused(checklist, body, wanted, code, field):
    assert refused(checklist, code, counterpart_edits.add, body, wanted).field == field
