"""`python -m db narrative`: paragraphs of the report listed, put differently, given back."""

import json

DAY = ("--today", "2020-06-18")


def test_a_paragraph_is_put_differently_and_given_back(told, file):
    assert told("narrative", file, "list", *DAY).startswith("2020年6月的报告正文没有改过")
    written = told("narrative", file, "write", "--place", "task.13", "--text", "已完成{本任务已完成}项。", *DAY)
    assert written == "修改2020年6月报告的任务13的进展\n"
    told("narrative", file, "write", "--place", "opening", *DAY)
    lines = told("narrative", file, "list", *DAY).splitlines()
    assert lines[:4] == ["task.13　任务13的进展", "已完成{本任务已完成}项。", "opening　开头", "（不印这一段）"]
    assert "、general.tasks、" in lines[4]
    assert "、task.{n}、" in lines[4]
    restored = told("narrative", file, "restore", "--place", "task.13", "--period", "2020-06")
    assert restored == "恢复2020年6月报告任务13的进展的自动文字\n"
    found = json.loads(told("narrative", file, "list", "--period", "2020-06", "--json"))
    assert found["edits"] == {"opening": ""}


def test_bad_input_is_one_sentence(run, file):
    code, _, error = run("narrative", file, "write", "--place", "甲", "--text", "乙", *DAY)
    assert (code, error) == (2, "没有“甲”这一段，请用list查看各段的位置。\n")
    assert run("narrative", file, "write", "--place", "opening", "--text", "{乙}", *DAY)[0] == 2
