"""A new county knows its lead office by every name people type."""

import pytest

from db import actions, checklists, counts, units
from db.lead_office import called
from tests.builders import TODAY, add


@pytest.mark.parametrize(
    ("county", "office", "short", "among"),
    [
        ("安岭县", "安岭县发展和改革局", "县发改局", {"县发展改革局", "县发展和改革局", "安岭县发改局", "县发改委"}),
        ("安岭县", "县发展改革局", "县发改局", {"县发展和改革局", "安岭县发展和改革局"}),
        ("青川市", "青川市发展和改革委员会", "市发改委", {"市发展改革委", "市发展和改革委员会"}),
        ("东湖区", "东湖区发展改革局", "区发改局", {"区发展和改革局"}),
        ("达来旗", "达来旗发展和改革委员会", "旗发改委", {"达来旗发改委"}),
        ("安岭县", "发展和改革局", "县发改局", {"县发展和改革局"}),
    ],
)
def test_an_office_of_development_and_reform_has_its_usual_names(county, office, short, among):
    found, aliases = called(county, office)
    assert found == short
    assert among <= set(aliases)
    assert not {office, short} & set(aliases), "what it is called already is no alias"


@pytest.mark.parametrize(
    ("county", "office"),
    [("安岭县", "县政府办督查室"), ("安岭县", "县发改局"), ("安岭县", "某市发展和改革局"), ("安岭", "安岭发展和改革局"),
     ("安岭县", "安岭县发展和改革局办公室"), ("", "发展和改革局")],
)  # fmt: skip
def test_any_other_office_stays_as_it_is_typed(county, office):
    assert called(county, office) == ("", ())


@pytest.mark.parametrize("typed", ["县发改局", "县发展改革局", "县发展和改革局", "安岭县发展和改革局", "安岭县发改局"])
def test_whatever_people_type_is_the_one_unit(checklist, typed):
    action = add(checklist, "甲", lead=typed)
    assert actions.get(checklist, action).lead == "县发改局"
    assert [unit.name for unit in units.all(checklist)] == ["安岭县发展和改革局"]
    add(checklist, "乙", lead="安岭县发展和改革局")
    assert counts.read(checklist, TODAY).units["县发改局"].actions == 2


def test_an_office_of_another_kind_is_registered_without_a_short_name(tmp_path, notice):
    made = checklists.create(
        tmp_path / "x.luoshi", county="安岭县", lead_unit="县政府办督查室", plan_year=2020, notice=notice, by="李明"
    )
    (office,) = units.all(made)
    assert (office.name, office.short, office.aliases, office.kind) == ("县政府办督查室", "", (), "county")
    made.close()
