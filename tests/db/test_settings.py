"""The rules a county sets for itself: what can stand, what is refused and where it is said."""

from dataclasses import fields, replace

import pytest

from db import settings, steps
from db.errors import RuleBroken
from db.settings import Settings
from tests.builders import TODAY, rows

GOOD = Settings("安岭县", "安岭县发展和改革局", 2020)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("county", " \u3000", "县"), ("county", "安" * 200, "200个字"), ("lead_unit", "", "牵头单位"),
        ("lead_unit", "局" * 200, "200个字"), ("plan_year", 1999, "2000年"), ("plan_year", 2100, "2099年"),
        ("soon", -1, "工作日"), ("soon", 61, "60"), ("pace_points", 0, "百分点"), ("pace_points", 101, "百分点"),
        ("red_points", -1, "百分点"), ("red_points", 101, "百分点"), ("pace", "week", "week"),
        ("lamps", "rainbow", "rainbow"), ("rhythm", "day", "day"),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_told_at_its_field(checklist, field, value, says):
    before = rows(checklist)
    with pytest.raises(RuleBroken) as error:
        settings.change(checklist, replace(GOOD, **{field: value}))
    assert error.value.field == field
    assert says in str(error.value)
    assert str(error.value).endswith("。")
    assert rows(checklist) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [("county", "青川县"), ("lead_unit", "县政府办督查室"), ("plan_year", 2021), ("rhythm", "quarter"), ("soon", 0),
     ("soon", 60), ("pace", "year"), ("pace_points", 1), ("pace_points", 100), ("red_points", 0), ("red_points", 100),
     ("lamps", "red_amber_green")],
)  # fmt: skip
def test_every_rule_is_kept_undone_and_judged_by(checklist, field, value):
    before = settings.read(checklist)
    wanted = replace(before, **{field: value})
    assert settings.change(checklist, wanted)
    assert settings.read(checklist) == wanted
    yard = settings.yardstick(checklist, TODAY)
    if hasattr(yard, field):
        assert getattr(yard, field) == value
    steps.undo(checklist)
    assert settings.read(checklist) == before


def test_a_rule_nobody_has_changed_leaves_no_row(checklist):
    before = rows(checklist)["setting"]
    assert not settings.change(checklist, settings.read(checklist))
    assert rows(checklist)["setting"] == before
    assert {field.name for field in fields(Settings)} > {row["key"] for row in before}
