"""Rows from elsewhere on the command line: a table on standard input, another county's file."""

import io
import sys
from types import SimpleNamespace

import pytest

from tests.builders import TODAY
from tests.db.test_pasting import LEDGER


@pytest.fixture
def given(monkeypatch):
    """Put text on standard input."""

    def give(text):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    return give


def test_a_table_is_told_first_and_comes_in_when_asked(told, run, file, given):
    given(LEDGER)
    out = told("paste", file, "--today", TODAY)
    assert "第3列“具体措施” → 行动" in out
    assert "识别出6行：可以导入3行，已有0行，有问题3行" in out
    assert "第7行　摸底培训需求　6月没有31日，最后一天是30日。" in out
    assert "没有导入" in out
    given(LEDGER)
    assert "从表格粘贴3项行动" in told("paste", file, "--today", TODAY, "--do")
    given(LEDGER)
    assert run("paste", file, "--today", TODAY, "--do")[0] == 2, "all of it is there now"
    given(LEDGER)
    assert "从表格粘贴3项行动" in told("paste", file, "--today", TODAY, "--do", "--again")


def test_rows_without_a_task_go_into_the_one_named(told, file, given):
    given("甲事\n乙事\n")
    assert "从表格粘贴2项行动" in told("paste", file, 13, "--do")


def test_the_rejects_alone_are_a_table(told, file, given):
    given(LEDGER)
    lines = told("paste", file, "--today", TODAY, "--rejects").splitlines()
    assert lines[0].endswith("\t问题")
    assert len(lines) == 4


@pytest.mark.parametrize(("text", "task"), [("", 5), ("甲事\n", 99)])
def test_nothing_to_read_and_no_such_task_are_one_sentence(run, file, given, text, task):
    given(text)
    code, out, error = run("paste", file, task)
    assert (code, out) == (2, "")
    assert error.count("\n") == 1


def test_what_another_county_has_is_told_and_borrowed(told, run, file, sample_file):
    out = told("borrow", file, sample_file, "--task", 5, "--today", TODAY)
    assert "“安岭县”：同一份通知" in out
    assert "　　摸底农民工培训需求" in out
    assert "没有导入" in out
    assert "从“安岭县”借鉴" in told("borrow", file, sample_file, "--task", 5, "--do", "--today", TODAY)
    assert "从“安岭县”借鉴" in told("borrow", file, sample_file, "--do", "--today", TODAY)
    code, _, error = run("borrow", file, sample_file, "--do", "--today", TODAY)
    assert (code, error) == (2, "没有选中要借鉴的行动，清单没有变。\n")
