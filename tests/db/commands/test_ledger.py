"""`python -m db ledger`: the rows behind every figure, on the command line."""

import json

import pytest

from db.__main__ import main
from db.ledger import ACTION_FIGURES
from tests.builders import TODAY


@pytest.fixture
def ledger(capsys, filled):
    """The command on the sample county; gives what it printed."""

    def command(*arguments, name="ledger"):
        code = main([name, str(filled), "--today", TODAY, *arguments])
        told = capsys.readouterr()
        assert (code, told.err) == (0, "")
        return told.out

    return command


def rows(out):
    return json.loads(out)


def test_every_figure_of_status_opens_as_many_rows(ledger):
    total = rows(ledger("--json", name="status"))["total"]
    for figure in ACTION_FIGURES:
        found = rows(ledger("--figure", figure, "--json"))
        number = sum(row["problems"] for row in found) if figure == "problems" else len(found)
        assert number == total[figure], figure
    assert total["overdue"] > 1


def test_codes_and_words_filter_alike(ledger):
    late = rows(ledger("--timing", "逾期", "临期", "--json"))
    assert late == rows(ledger("--timing", "overdue", "soon", "--json"))
    assert {row["timing"] for row in late} == {"overdue", "soon"}
    assert {row["status"] for row in rows(ledger("--status", "已完成待销号", "--json"))} == {"done"}
    assert {row["pace"] for row in rows(ledger("--pace", "滞后", "--json"))} == {"behind"}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2020-06", "2020-06-01", "2020-06-30"),
        ("2020Q3", "2020-07-01", "2020-09-30"),
        ("2020H1", "2020-01-01", "2020-06-30"),
    ],
)
def test_a_period_takes_what_is_due_in_it(ledger, period, first, last):
    found = rows(ledger("--period", period, "--json"))
    assert found
    assert all(first <= row["due_on"] <= last for row in found)


def test_conditions_hold_together_and_rows_come_in_the_order_wanted(ledger):
    unit = rows(ledger("--json"))[0]["lead"]
    led = rows(ledger("--unit", unit, "--lead", "--sort", "due", "--falling", "--json"))
    assert {row["lead"] for row in led} == {unit}
    days = [row["due_on"] for row in led if row["due_on"]]
    assert days == sorted(days, reverse=True)
    assert len(led) <= len(rows(ledger("--unit", unit, "--json")))
    assert {row["task"] for row in rows(ledger("--task", "5", "--json"))} == {5}
    assert rows(ledger("--part", "2", "--json"))[0]["task"] == 1


def test_columns_and_tsv_show_the_same_rows(ledger):
    told = [line.split("\t") for line in ledger("--task", "5", "--tsv").splitlines()]
    assert told[0][:2] == ["编号", "行动"]
    assert {len(line) for line in told} == {11}
    assert [line[0] for line in told[1:]] == [row["code"] for row in rows(ledger("--task", "5", "--json"))]
    assert len(ledger("--task", "5").splitlines()) == len(told)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--period", "2020-13"), "2020-13"),
        (("--period", "六月"), "六月"),
        (("--status", "快了"), "快了"),
        (("--figure", "tasks"), "tasks"),
        (("--part", "9"), "9"),
        (("--task", "99"), "99"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(capsys, filled, wrong, told):
    assert main(["ledger", str(filled), *wrong]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert told in error
    assert error.count("\n") == 1
