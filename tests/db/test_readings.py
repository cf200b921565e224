"""How a name is read, where somebody has written it down."""

import pytest

from db import people, readings, steps, units
from tests.builders import refused


@pytest.fixture
def county(checklist):
    units.add(checklist, "安岭县单县驻安办事处", short="单县办", aliases=["单办"])
    people.add(checklist, "单晓")
    people.add(checklist, "ABC")
    return checklist


def test_what_is_proposed_holds_until_something_else_is_written_down(county):
    assert readings.of(county, "单县办") == "dan xian ban"
    assert readings.of(county, "单晓", person=True) == "shan xiao"
    changes = readings.write(county, "单县办", " Shàn  xian'bàn ")
    assert changes.label == "修改“单县办”的拼音"
    assert readings.of(county, "单县办") == "shan xian ban"
    assert readings.write(county, "单县办", "shan xian ban").rows == ()
    readings.write(county, "单县办", "chan xian ban")
    steps.undo(county)
    assert readings.of(county, "单县办") == "shan xian ban"
    readings.write(county, "单县办", "")
    assert readings.of(county, "单县办") == "dan xian ban"


def test_what_is_proposed_anyway_is_not_kept(county):
    assert not readings.write(county, "单晓", "shan xiao")
    readings.write(county, "单晓", "dan xiao")
    assert readings.write(county, "单晓", "SHAN XIAO")
    assert list(county.db.query("SELECT * FROM reading")) == []


@pytest.mark.parametrize(("written", "kept"), [("lǚ xiao", "lv xiao"), ("lü xiao", "lv xiao"), ("LÜ XIAO", "lv xiao")])
def test_tones_and_capitals_are_no_part_of_it(written, kept):
    assert readings.clean("吕晓", written) == kept


@pytest.mark.parametrize(
    ("code", "name", "reading"),
    [
        ("reading_count", "单晓", "shan"), ("reading_count", "单晓", "shan xiao yu"),
        ("reading_letters", "单晓", "shan 晓"),
        ("reading_letters", "单晓", "shan4 xiao3"), ("reading_letters", "单晓", "shanxiao xiaoyu"),
        ("reading_count", "ABC", "a"), ("reading_nobody", "某人", "mou ren"), ("reading_nobody", "", ""),
    ],
)  # fmt: skip
def test_a_reading_has_a_syllable_of_letters_for_each_character_of_a_name_somebody_bears(county, code, name, reading):
    refused(county, code, readings.write, name, reading)
