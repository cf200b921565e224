"""The commands about periods: a county reports, closes and compares by script."""

import json
import shutil
from pathlib import Path

import pytest

from db import connection, progress
from tests.builders import TODAY, add

DAY = ["--today", TODAY]






@pytest.fixture
def file(empty_file, tmp_path):
    """A file with two actions."""
    path = Path(shutil.copy(empty_file, tmp_path))
    checklist = connection.open(path, by="李明")
    add(checklist, "摸底", lead="县人社局")
    add(checklist, "培训")
    checklist.close()
    return path


def entries(path, action):
    checklist = connection.open(path, by="x")
    found = progress.of_action(checklist, action)
    checklist.close()
    return found


def test_report_and_read_back(told, file):
    said = told("report", file, "532-05-01", "--percent", 60, "--done", "已培训1204人", "--trouble", "缺场地", *DAY)
    assert said == "已填报2020年6月进展1条\n"
    entry, = entries(file, 1)
    assert (entry.percent, entry.done) == (60, "已培训1204人")
    assert "2020年6月  60%" in told("entries", file, "532-05-01")
    assert "    存在问题：缺场地\n" in told("entries", file, "532-05-01")
    shown = json.loads(told("entries", file, "532-05-01", "--json"))
    assert (shown[0]["period"], shown[0]["trouble"], shown[0]["late"]) == ("2020-06", "缺场地", False)


@pytest.mark.parametrize("between", ["\t", ","])
def test_report_many_from_a_table(told, file, tmp_path, between):
    table = tmp_path / "表.tsv"
    first, second = ("\ufeff532-05-01", "60", '"甲\n乙"'), ("532-05-02", "20%", "开班", "缺人", "招人")
    lines = [between.join(first), "", between.join(second)]
    table.write_text("\n".join(lines), encoding="utf-8")
    assert told("report-many", file, table, "--period", "2020-Q2", *DAY) == "已填报2020年二季度进展2条\n"
    assert entries(file, 1)[0].done == "甲\n乙"
    assert (entries(file, 2)[0].percent, entries(file, 2)[0].next) == (20, "招人")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("532-05-01\t10\n532-05-02\t120\n", "第2行（532-05-02）：完成率应是0到100的整数"),
        ("532-05-01\t10\n532-09-09\t20\n", "532-09-09"),
        ("532-05-01\n", "第1行有1列，应是5列"),
        ("532-05-01\t1\t2\t3\t4\t5\n", "第1行有6列，应是5列"),
        ("\n\n", "里面没有要填报的行"),
        (b"\xff\xfe\x00", "不是UTF-8文本"),
    ],
)
def test_a_table_that_cannot_be_used_changes_nothing(run, file, tmp_path, content, why):
    table = tmp_path / "表.tsv"
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, error = run("report-many", file, table, *DAY)
    assert (code, out) == (2, "")
    assert why in error
    assert entries(file, 1) == entries(file, 2) == []
    assert run("report-many", file, tmp_path / "没有", *DAY)[0] == 2


def test_missing_names_who_has_not_reported(told, file):
    told("report", file, "532-05-01", "--percent", 60, *DAY)
    said = told("missing", file, *DAY)
    assert said == "2020年6月应报2项，已报1项，未报1项\n532-05-02  －  培训\n"
    shown = json.loads(told("missing", file, "--json", *DAY))
    assert shown == {"period": "2020-06", "due": 2, "reported": 1, "missing": 1, "actions": ["532-05-02"]}
    told("report", file, "532-05-02", "--percent", 10, *DAY)
    assert "2020年6月应报的都已填报" in told("missing", file, *DAY)


def test_close_list_and_compare(told, run, file):
    code, _, error = run("compare", file, *DAY)
    assert (code, error.startswith("还没有封过账")) == (2, True)
    assert told("lock", file, "--period", "2020-05", *DAY) == "2020年5月已封账，还有2项未报\n"
    told("report", file, "532-05-01", "--percent", 60, *DAY)
    assert run("lock", file, "--period", "2020-05", *DAY)[::2] == (2, "2020年5月已经封账。\n")
    assert run("report", file, "532-05-01", "--period", "2020-05", "--percent", "70", *DAY)[0] == 2
    listed = json.loads(told("periods", file, "--json"))
    assert len(listed) == 18
    assert [row["period"] for row in listed if row["locked_on"]] == ["2020-05"]
    assert "封账" in told("periods", file, "--year", 2020)
    said = told("compare", file, *DAY)
    assert said.startswith("2020年5月与现在比较\n行动  2 → 2\n")
    assert "完成率变化  1\n    532-05-01  摸底\n" in said
    shown = json.loads(told("compare", file, "--json", *DAY))
    assert shown["groups"]["percent"][0]["percent"] == [0, 60]
    assert (shown["before"]["period"], shown["after"]["period"]) == ("2020-05", None)


def test_a_month_closed_with_its_half_year_is_told_so(told, file):
    told("lock", file, "--period", "2020-H1", *DAY)
    assert told("periods", file).count("随2020年上半年封账") == 8
    assert "2020-06-18封账" in told("periods", file)


def test_the_figures_of_a_closed_period(told, run, file):
    told("lock", file, "--period", "2020-05", *DAY)
    told("report", file, "532-05-01", "--percent", 60, *DAY)
    was = json.loads(told("status", file, "--json", "--period", "2020-05", *DAY))
    now = json.loads(told("status", file, "--json", *DAY))
    assert (was["total"]["percent"], now["total"]["percent"]) == (0, 30)
    assert run("status", file, "--period", "2020-06", *DAY)[::2] == (2, "2020年6月没有封账，没有当时的数据。\n")
    assert run("status", file, "--period", "六月", *DAY)[0] == 2


def test_an_entry_is_taken_back_by_script(run, told, file):
    told("report", file, "532-05-01", "--period", "2020-06", "--percent", 60, "--done", "开班", "--today", TODAY)
    assert "2020年6月" in told("unreport", file, "532-05-01", "--period", "2020-06", "--today", TODAY)
    assert entries(file, 1) == []
    assert run("unreport", file, "532-05-01", "--period", "2020-06", "--today", TODAY)[0] == 2
