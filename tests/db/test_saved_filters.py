"""Filters that are kept by name: read as they were asked, undone, refused in one sentence."""

import pytest

from db import periods, saved_filters, steps, units
from db.ledger import OPEN, Filter
from tests.builders import TODAY, add, refused

FILTERS = (
    Filter(text="培训 １３"), Filter(part=1), Filter(task=5, gap="owner"),
    Filter(unit="县人社局", role="lead", status=OPEN),
    Filter(timing=frozenset({"overdue", "soon"}), pace="behind"), Filter(due=periods.at("quarter", TODAY)),
    Filter(figure="overdue"), Filter(person="王芳"),
)  # fmt: skip


@pytest.fixture
def plan(checklist):
    add(checklist, lead="县人社局", owner="王芳")
    return checklist


@pytest.mark.parametrize("asked", FILTERS, ids=lambda asked: "-".join(asked.active))
def test_a_filter_is_read_as_it_was_kept(plan, asked):
    saved_filters.save(plan, " 我的  筛选 ", asked)
    (saved,) = saved_filters.all(plan)
    assert saved.name == "我的 筛选"
    assert saved_filters.wanted(plan, saved) == asked
    assert saved_filters.wanted(plan, saved_filters.named(plan, "我的 筛选")) == asked


def test_what_is_done_to_a_kept_filter_can_be_undone(plan):
    one = saved_filters.save(plan, "甲", FILTERS[0]).inserted("saved_filter")
    saved_filters.rename(plan, one, "乙")
    saved_filters.change(plan, one, FILTERS[1])
    changes = saved_filters.remove(plan, one)
    assert changes.label == "删除筛选“乙”"
    assert saved_filters.all(plan) == []
    steps.undo(plan)
    (saved,) = saved_filters.all(plan)
    assert (saved.name, saved_filters.wanted(plan, saved)) == ("乙", FILTERS[1])
    steps.undo(plan)
    steps.undo(plan)
    (saved,) = saved_filters.all(plan)
    assert (saved.name, saved_filters.wanted(plan, saved)) == ("甲", FILTERS[0])
    assert not saved_filters.rename(plan, one, "甲")


@pytest.mark.parametrize(
    ("code", "name", "asked"),
    [
        ("saved_empty", " ", FILTERS[0]), ("saved_long", "长" * 21, FILTERS[0]), ("saved_taken", "甲", FILTERS[0]),
        ("saved_nothing", "丙", Filter()),
    ],
)  # fmt: skip
def test_a_filter_without_a_name_of_its_own_or_without_conditions_is_refused(plan, code, name, asked):
    saved_filters.save(plan, "甲", FILTERS[0])
    assert refused(plan, code, saved_filters.save, name, asked).field == "name"


def test_a_name_is_given_once_and_has_to_be_known(plan):
    saved_filters.save(plan, "甲", FILTERS[0])
    two = saved_filters.save(plan, "乙", FILTERS[0]).inserted("saved_filter")
    assert refused(plan, "saved_taken", saved_filters.rename, two, "甲").field == "name"
    refused(plan, "saved_nothing", saved_filters.change, two, Filter())
    refused(plan, "saved_unknown", saved_filters.named, "丙")
    for verb in (saved_filters.rename, saved_filters.change):
        with pytest.raises(LookupError):
            verb(plan, 99, "丁")


def test_a_unit_that_was_renamed_is_asked_for_by_its_present_name(plan):
    saved_filters.save(plan, "人社", Filter(unit="县人社局"))
    units.rename(plan, units.named(plan, "县人社局").id, "县人力局", "", since="2020-06-01")
    assert saved_filters.wanted(plan, saved_filters.named(plan, "人社")) == Filter(unit="县人力局")


@pytest.mark.parametrize(
    ("conditions", "what"),
    [
        ('{"unit": "县外办"}', "县外办"), ('{"person": "某人"}', "某人"), ('{"task": 999}', "task 999"),
        ('{"figure": "moon"}', "figure"), ('{"moon": 1}', "moon"), ('{"gap": "moon", "text": "甲"}', "gap, text"),
    ],
)  # fmt: skip
def test_what_is_there_no_longer_is_said_in_one_sentence(plan, conditions, what):
    saved_filters.save(plan, "旧的", FILTERS[0])
    plan.db.conn.execute("UPDATE saved_filter SET conditions = ?", (conditions,))
    plan.db.conn.commit()
    error = refused(plan, "saved_gone", saved_filters.wanted, saved_filters.named(plan, "旧的"))
    assert str(error) == f"筛选“旧的”里的“{what}”已经不在了，请改用别的条件后另存。"
