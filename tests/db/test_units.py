"""Units through the years: renamed, ended, merged; who was given what, and what old reports print."""

from dataclasses import replace

import pytest

from db import action_edits, actions, check, counts, names, people, steps, units
from db.errors import RuleBroken
from reports.data import gather
from tests.builders import TODAY, add, rows

OLD, NEW = "安岭县旅游局", "安岭县文化和旅游局"
EARLIER = "2020-05-31"


def act(checklist, action, role, *holders):
    action_edits.set_names(checklist, action, role, holders)


def unit(checklist, name):
    return units.named(checklist, name)


def refused(code, field, verb, *arguments, **keywords):
    with pytest.raises(RuleBroken) as broken:
        verb(*arguments, **keywords)
    assert (broken.value.code, broken.value.field) == (code, field)
    assert str(broken.value).endswith("。")


def undone(checklist, verb, *arguments, **keywords):
    """Run a verb; undo gives the rows back as they were, redo the change."""
    before = rows(checklist)
    changes = verb(checklist, *arguments, **keywords)
    after = rows(checklist)
    assert after != before
    steps.undo(checklist)
    assert rows(checklist) == before
    steps.redo(checklist)
    assert rows(checklist) == after
    return changes


@pytest.fixture
def tourism(checklist):
    """县旅游局 leads an action and takes part in another."""
    units.add(checklist, OLD, short="县旅游局", aliases=["旅游局"])
    add(checklist, "甲", lead="县旅游局")
    add(checklist, "乙", lead="县财政局", supporting=["旅游局"])
    return checklist


# --- added and put right ---------------------------------------------------------------------------------


def test_a_unit_is_added_with_all_it_bears(checklist):
    changes = undone(
        checklist, units.add, " 长宁 镇人民政府", short="长宁镇", aliases=["长宁", "长宁"], since="2019-03-01"
    )
    assert units.get(checklist, changes.inserted("unit")) == units.Unit(
        changes.inserted("unit"), "长宁 镇人民政府", "长宁镇", "township", ("长宁",), "2019-03-01", None, None, "长宁镇"
    )
    for name in ("长宁 镇人民政府", "长宁镇", "长宁"):
        assert unit(checklist, name).shown == "长宁镇"


def test_a_short_name_like_the_full_one_is_none(checklist):
    units.add(checklist, "县财政局", short="县财政局")
    assert unit(checklist, "县财政局").short == ""


def test_units_stand_by_kind(checklist):
    for name, kind in (("市电力公司", "external"), ("县税务局", "vertical"), ("青石镇", ""), ("县教育局", "county")):
        units.add(checklist, name, kind=kind)
    assert [one.kind for one in units.all(checklist)] == ["county", "county", "township", "vertical", "external"]


@pytest.mark.parametrize(
    ("wanted", "code", "field"),
    [
        ({"name": "　"}, "unit_empty", "name"),
        ({"name": "局" * 61}, "name_long", "name"),
        ({"short": "局" * 61}, "name_long", "short"),
        ({"aliases": ("局" * 61,)}, "name_long", "aliases"),
        ({"kind": "city"}, "unit_kind", "kind"),
        ({"aliases": ("县旅游局",)}, "unit_alias_own", "aliases"),
        ({"aliases": (OLD,)}, "unit_alias_own", "aliases"),
        ({"name": "县财政局"}, "unit_taken", "name"),
        ({"short": "县财政局"}, "unit_taken", "short"),
        ({"aliases": ("县财政局",)}, "unit_taken", "aliases"),
        ({"valid_from": "2020-2-30"}, "date_invalid", "since"),
        ({"valid_to": "昨天"}, "date_invalid", "last_day"),
        ({"valid_from": "2020-06-01", "valid_to": "2020-05-31"}, "valid_before", "last_day"),
    ],
)
def test_what_no_unit_can_be(tourism, wanted, code, field):
    before = rows(tourism)
    refused(code, field, units.correct, tourism, replace(unit(tourism, OLD), **wanted))
    assert rows(tourism) == before


def test_a_name_is_borne_by_one_unit_only(tourism):
    for taken in (OLD, "县旅游局", "旅游局"):
        refused("unit_taken", "name", units.add, tourism, taken)
        refused("unit_taken", "short", units.add, tourism, "县外事办", short=taken)
        refused("unit_taken", "aliases", units.add, tourism, "县外事办", aliases=[taken])


def test_a_correction_goes_back_in_time(tourism):
    one = replace(unit(tourism, OLD), name="安岭县旅游发展局", short="县旅发局", kind="vertical", aliases=("旅发局",))
    undone(tourism, units.correct, one)
    assert [action.lead for action in actions.all(tourism, EARLIER)] == ["县旅发局", "县财政局"]
    assert unit(tourism, "旅发局").kind == "vertical"
    refused("unit_unknown", "unit", units.named, tourism, "旅游局")


def test_a_correction_that_changes_nothing_is_no_step(tourism):
    assert not units.correct(tourism, unit(tourism, OLD))


def test_a_unit_called_back_has_no_successor(tourism):
    units.end(tourism, unit(tourism, OLD).id, EARLIER, successor=unit(tourism, "县财政局").id)
    units.correct(tourism, replace(unit(tourism, OLD), valid_to=None))
    assert (unit(tourism, OLD).successor, unit(tourism, OLD).now) == (None, "县旅游局")


# --- renamed -----------------------------------------------------------------------------------------------


def test_an_old_report_prints_the_old_name(tourism):
    undone(tourism, units.rename, unit(tourism, OLD).id, NEW, "县文旅局", since="2020-06-01")
    old, new = unit(tourism, OLD), unit(tourism, NEW)
    assert (old.valid_to, old.successor, new.valid_from) == (EARLIER, new.id, "2020-06-01")
    assert (old.now, new.now) == ("县文旅局", "县文旅局")
    for day, name in ((EARLIER, "县旅游局"), ("2020-06-01", "县文旅局"), (TODAY, "县文旅局")):
        first, second = actions.all(tourism, day)
        assert (first.lead, second.supporting) == (name, (name,))
        printed = gather(tourism, day, f"{day}T08:00:00")
        assert {action.lead for part in printed.parts for task in part.tasks for action in task.actions} == {
            name, "县财政局",
        }  # fmt: skip
        assert set(printed.counts.units) == {name, "县财政局"}


def test_a_renamed_unit_counts_under_one_name(tourism):
    units.rename(tourism, unit(tourism, OLD).id, NEW, "县文旅局", since="2020-06-01")
    add(tourism, "丙", lead="县文旅局")
    figures = counts.read(tourism, TODAY)
    assert figures.leads["县文旅局"].actions == 2
    assert figures.units["县文旅局"].actions == 3
    assert "县旅游局" not in figures.units
    assert figures.behind("actions", unit="县文旅局") == (1, 2, 3)


def test_the_old_name_is_refused_from_then_on(tourism):
    units.rename(tourism, unit(tourism, OLD).id, NEW, "县文旅局", since="2020-06-01")
    third = add(tourism, "丙")
    with pytest.raises(RuleBroken, match="请填新名称") as broken:
        act(tourism, third, "lead", "县旅游局")
    assert (broken.value.code, broken.value.field, broken.value.facts["now"]) == ("unit_renamed", "lead", "县文旅局")
    refused("unit_renamed", "supporting", act, tourism, third, "supporting", OLD)
    act(tourism, third, "lead", "旅游局")  # an alias went along
    assert actions.get(tourism, third).lead == "县文旅局"


def test_a_renamed_unit_is_one_unit_in_an_action(tourism):
    units.rename(tourism, unit(tourism, OLD).id, NEW, "县文旅局", since="2020-06-01")
    assert not action_edits.set_names(tourism, 1, "lead", ["县文旅局"])  # it leads already, under the old name
    refused("unit_leads", "supporting", act, tourism, 1, "supporting", "县文旅局")
    act(tourism, 2, "supporting", "县文旅局", "县教育局")
    assert actions.all(tourism, EARLIER)[1].supporting == ("县旅游局", "县教育局")


def test_a_unit_may_be_renamed_again(tourism):
    units.rename(tourism, unit(tourism, OLD).id, NEW, "县文旅局", since="2020-06-01")
    units.rename(tourism, unit(tourism, NEW).id, "安岭县文化体育局", "县文体局", since="2020-09-01")
    shown = {day: actions.all(tourism, day)[0].lead for day in (EARLIER, TODAY, "2020-09-01")}
    assert shown == {EARLIER: "县旅游局", TODAY: "县文旅局", "2020-09-01": "县文体局"}


def test_a_short_name_may_be_kept_and_an_alias_become_the_name(tourism):
    units.rename(tourism, unit(tourism, OLD).id, "旅游局", "县旅游局", since="2020-06-01")
    assert unit(tourism, "县旅游局").valid_from == "2020-06-01"
    assert unit(tourism, "旅游局").aliases == ()


@pytest.mark.parametrize(
    ("name", "short", "since", "code", "field"),
    [
        ("", "", TODAY, "unit_empty", "name"), (OLD, "", TODAY, "unit_taken", "name"),
        ("县财政局", "", TODAY, "unit_taken", "name"), (NEW, "县财政局", TODAY, "unit_taken", "short"),
        (NEW, "", "6月1日", "date_invalid", "since"), (NEW, "", "2019-03-01", "since_first", "since"),
        (NEW, "", "2018-03-01", "since_first", "since"),
    ],
)  # fmt: skip
def test_a_name_no_unit_can_take(tourism, name, short, since, code, field):
    units.correct(tourism, replace(unit(tourism, OLD), valid_from="2019-03-01"))
    refused(code, field, units.rename, tourism, unit(tourism, OLD).id, name, short, since=since)


# --- ended -------------------------------------------------------------------------------------------------


def test_a_unit_that_was_abolished_is_given_nothing_more(tourism):
    undone(tourism, units.end, unit(tourism, OLD).id, EARLIER)
    assert actions.all(tourism)[0].lead == "县旅游局"  # until somebody else is found
    assert "县旅游局" not in names.units(tourism)
    refused("unit_gone", "lead", act, tourism, 2, "lead", "县旅游局")
    refused("unit_gone", "lead", add, tourism, "丙", lead=OLD)
    assert check.findings(tourism, TODAY) == []  # an action handed out before is no fault
    act(tourism, 2, "supporting", "县旅游局", "县教育局")  # it stays where it is


def test_a_unit_that_was_taken_over_passes_on_what_it_had(tourism):
    undone(tourism, units.end, unit(tourism, OLD).id, EARLIER, successor=unit(tourism, "县财政局").id)
    assert [action.lead for action in actions.all(tourism, EARLIER)] == ["县旅游局", "县财政局"]
    assert [action.lead for action in actions.all(tourism, TODAY)] == ["县财政局", "县财政局"]
    assert counts.read(tourism, TODAY).leads["县财政局"].actions == 2


def test_a_unit_is_itself_until_its_last_day(tourism):
    units.end(tourism, unit(tourism, OLD).id, "2020-12-31", successor=unit(tourism, "县财政局").id)
    act(tourism, 1, "supporting", "县财政局")
    assert (actions.get(tourism, 1).lead, unit(tourism, OLD).now) == ("县财政局", "县旅游局")
    assert actions.all(tourism, TODAY)[0].lead == "县旅游局"


def test_ends_that_can_not_be(tourism):
    old, money = unit(tourism, OLD).id, unit(tourism, "县财政局").id
    refused("date_invalid", "last_day", units.end, tourism, old, "")
    refused("unit_same", "successor", units.end, tourism, old, EARLIER, old)
    units.correct(tourism, replace(unit(tourism, OLD), valid_from="2020-01-01"))
    refused("valid_before", "last_day", units.end, tourism, old, "2019-12-31")
    units.end(tourism, money, EARLIER, successor=old)
    refused("unit_circle", "successor", units.end, tourism, old, "2020-12-31", money)
    refused("unit_ended", "unit", units.end, tourism, money, TODAY)
    refused("unit_ended", "unit", units.rename, tourism, money, "县财务局", "", since=TODAY)
    units.add(tourism, "县教育局")
    school = unit(tourism, "县教育局").id
    units.end(tourism, school, EARLIER)
    refused("unit_gone", "successor", units.end, tourism, old, "2020-12-31", school)


# --- merged ------------------------------------------------------------------------------------------------


def test_two_entries_of_one_unit_become_one(tourism):
    units.add(tourism, "旅游局（县）", short="县旅局", aliases=["旅局"])
    twice = unit(tourism, "旅局")
    third = add(tourism, "丙", lead="县旅局", supporting=["县财政局"])
    act(tourism, 1, "supporting", "县旅局")  # a lesser role beside the lead
    act(tourism, 2, "lead", "旅局")  # the lead beside a lesser one
    people.add(tourism, "李明", unit=unit(tourism, OLD).id, post="局长")
    people.add(tourism, "李明", unit=twice.id, phone="0000-1234567")
    people.add(tourism, "王芳", unit=twice.id)
    act(tourism, third, "owner", "李明（县旅局）")
    undone(tourism, units.merge, unit(tourism, OLD).id, twice.id)
    kept = unit(tourism, "旅局")
    assert (kept.name, kept.aliases) == (OLD, ("旅游局", "旅游局（县）", "县旅局", "旅局"))
    assert [one.shown for one in units.all(tourism)][1:] == ["县旅游局", "县财政局"]
    assert [(a.lead, a.supporting) for a in actions.all(tourism)] == [
        ("县旅游局", ()), ("县旅游局", ()), ("县旅游局", ("县财政局",)),
    ]  # fmt: skip
    assert [(p.name, p.post, p.phone) for p in people.of_unit(tourism, kept.id)] == [
        ("李明", "局长", "0000-1234567"), ("王芳", "", ""),
    ]  # fmt: skip
    assert actions.get(tourism, third).owner == "李明"
    assert check.findings(tourism, TODAY) == []


def test_a_merged_unit_is_as_old_as_the_elder(tourism):
    units.correct(tourism, replace(unit(tourism, OLD), valid_from="2020-03-01"))
    units.add(tourism, "旅游局（县）", since="2019-03-01")
    units.merge(tourism, unit(tourism, OLD).id, unit(tourism, "旅游局（县）").id)
    assert unit(tourism, OLD).valid_from == "2019-03-01"


def test_whom_a_merged_unit_followed_is_followed_by_the_one_kept(tourism):
    units.add(tourism, "旅游局（县）")
    units.end(tourism, unit(tourism, "县财政局").id, EARLIER, successor=unit(tourism, "旅游局（县）").id)
    units.merge(tourism, unit(tourism, OLD).id, unit(tourism, "旅游局（县）").id)
    assert unit(tourism, "县财政局").successor == unit(tourism, OLD).id


def test_units_that_are_not_one(tourism):
    old, money = unit(tourism, OLD).id, unit(tourism, "县财政局").id
    refused("unit_same", "other", units.merge, tourism, old, old)
    units.rename(tourism, old, NEW, "县文旅局", since="2020-06-01")
    new = unit(tourism, NEW).id
    refused("unit_follows", "other", units.merge, tourism, new, old)
    refused("unit_follows", "other", units.merge, tourism, old, new)
    refused("unit_keep_ended", "keep", units.merge, tourism, old, money)


# --- taken away --------------------------------------------------------------------------------------------


def test_only_a_unit_nothing_refers_to_can_be_removed(tourism):
    units.add(tourism, "县外事办", aliases=["外办"])
    units.add(tourism, "县侨办")
    aliens, old = unit(tourism, "外办").id, unit(tourism, OLD).id
    refused("unit_in_use", "unit", units.remove, tourism, old)
    people.add(tourism, "李明", unit=aliens)
    refused("unit_in_use", "unit", units.remove, tourism, aliens)
    people.remove(tourism, people.named(tourism, "李明").id)
    units.end(tourism, unit(tourism, "县侨办").id, EARLIER, successor=aliens)
    refused("unit_in_use", "unit", units.remove, tourism, aliens)
    units.remove(tourism, unit(tourism, "县侨办").id)
    undone(tourism, units.remove, aliens)
    with pytest.raises(LookupError):
        units.get(tourism, aliens)


# --- typed into one cell -----------------------------------------------------------------------------------


@pytest.mark.parametrize("between", "、，,；;\n")
def test_two_leads_in_one_cell_are_refused_and_nothing_is_kept(tourism, between):
    typed = f"县财政局{between}县教育局"
    before = rows(tourism)
    refused("two_units", "lead", act, tourism, 1, "lead", typed)
    refused("two_units", "lead", add, tourism, "丙", lead=typed)
    assert rows(tourism) == before
    act(tourism, 1, "responsible", typed)
    assert actions.get(tourism, 1).responsible == ("县财政局", "县教育局")


def test_a_unit_that_is_not_there_yet_is_refused(tourism):
    units.add(tourism, "县数据局", since="2020-10-01")
    refused("unit_not_yet", "responsible", act, tourism, 1, "responsible", "县数据局")
