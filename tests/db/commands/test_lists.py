"""`python -m db lists`: the four lists on the command line."""

import re

import pytest

from db.lists import KINDS
from db.words import lists as words
from tests.builders import TODAY


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_named_by_its_word_its_name_or_its_code(told, filled, kind):
    found = told("lists", filled, words.SHORT[kind], "--tsv", "--today", TODAY)
    assert found == told("lists", filled, words.NAMES[kind], "--tsv", "--today", TODAY)
    assert found == told("lists", filled, kind, "--tsv", "--today", TODAY)
    head, *rows = [line.split("\t") for line in found.splitlines()]
    assert head[0] == words.GROUPED[kind]
    assert rows
    assert {len(row) for row in rows} == {len(head)}


def test_conditions_narrow_a_list(told, filled):
    rows = told("lists", filled, "责任", "--unit", "县人社局", "--part", "2", "--tsv", "--today", TODAY).splitlines()
    assert len(rows) > 2
    assert {row.split("\t")[0] for row in rows[1:]} == {"县人社局"}
    some = told("lists", filled, "任务", "--text", "落户", "--tsv", "--today", TODAY).splitlines()
    assert 1 < len(some) < len(told("lists", filled, "任务", "--tsv", "--today", TODAY).splitlines())
    open_ones = told("lists", filled, "问题", "--today", TODAY)
    assert "县政府常务会议同意" not in open_ones
    assert "县政府常务会议同意" in told("lists", filled, "问题", "--solved", "--today", TODAY)


def test_a_list_with_nothing_in_it_says_so(told, file):
    assert told("lists", file, "措施", "--today", TODAY) == f"{words.CLI_NONE}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(("账目",), "没有“账目”这张清单，可选：任务、责任、问题、措施。\n"),
     (("任务", "--part", "9"), "没有“9”这个筛选条件，可用：1、2、3、4、5、6。\n")],
)  # fmt: skip
def test_what_there_is_none_of_is_refused_in_one_sentence(run, filled, arguments, sentence):
    assert run("lists", filled, *arguments) == (2, "", sentence)


def test_what_presses_is_told_with_its_rows(told, filled):
    first, head, *rows = told("remind", filled, "--today", TODAY).splitlines()
    assert first.startswith("逾期6项 · 今天到期1项 · 本周还有")
    assert head.split() == ["编号", "行动", "牵头单位", "责任人", "完成时限", "提醒"]
    ends = [row.split()[-1] for row in rows]
    assert (ends.count("逾期"), ends.count("今天到期")) == (6, 1)
    assert ends == sorted(ends, key=["逾期", "今天到期", "本周到期"].index)


def test_where_nothing_presses_that_is_said(told, file):
    assert told("remind", file, "--today", TODAY) == "没有要提醒的。\n"


def test_due_dates_are_exported_of_all_of_a_unit_or_of_a_person(told, filled, tmp_path):
    out = tmp_path / "x.ics"
    whole, of_unit, of_person = (
        told("calendar", filled, out, *more, "--today", TODAY, "--now", f"{TODAY}T09:00:00")
        for more in ((), ("--unit", "县公安局"), ("--person", "张伟"))
    )
    numbers = [int(re.search(r"\d+", said)[0]) for said in (whole, of_unit, of_person)]
    assert numbers[0] > numbers[1] > 0
    assert numbers[2] == out.read_bytes().count(b"BEGIN:VEVENT") > 0
    assert b"DTSTAMP:20200618T010000Z" in out.read_bytes()


def test_an_export_of_nothing_and_a_moment_that_is_none_are_refused(run, file, tmp_path):
    out = tmp_path / "x.ics"
    assert run("calendar", file, out) == (2, "", "没有未完成、又有时限的行动，没有导出日历。\n")
    assert run("calendar", file, out, "--now", "明天")[0] == 2
    assert not out.exists()
