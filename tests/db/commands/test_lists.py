"""`python -m db lists`: the four lists on the command line."""

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
