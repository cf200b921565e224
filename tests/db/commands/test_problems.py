"""The command line of problems and evidence: a county can be followed through its troubles by script."""

import json

import pytest

from db import connection, evidence
from db.__main__ import main
from tests.builders import TODAY, add


@pytest.fixture
def run(checklist, capsys):
    """Run a command on a county with one action, on the usual day; gives its exit code, output and error output."""
    add(checklist, lead="县人社局")
    checklist.close()

    def command(name, *arguments, today=True):
        day = ("--today", TODAY) if today else ()
        code = main([name, str(checklist.path), *map(str, arguments), *day])
        out, error = capsys.readouterr()
        return code, out.splitlines(), error.strip()

    return command


def problem(run):
    code, out, error = run(
        "problem-add", "532-05-01", "--text", "缺场地", "--cause", "拆迁", "--category", "land", "--level", 2,
        "--unit", "县教育局", "--raised-on", "2020-05-20", "--by", "王芳",
    )  # fmt: skip
    assert (code, out, error) == (0, ["已登记问题1：532-05-01 缺场地"], "")


def listed(run, *filters):
    return json.loads("\n".join(run("problems", "--json", *filters)[1]))


def test_a_problem_from_registering_to_solving(run):
    problem(run)
    assert listed(run) == [{
        "id": 1, "action": "532-05-01", "lead": "县人社局", "text": "缺场地", "cause": "拆迁", "category": "land",
        "level": 2, "unit": "县教育局", "raised_on": "2020-05-20", "raised_by": "王芳", "solved_on": None,
        "solution": "", "days": 29, "workdays": 21,
    }]  # fmt: skip
    assert run("problem-level", 1, 3, today=False)[1] == ["“制定年度计划”的问题升为三级"]
    assert run("problem-change", 1, "--cause", "老校区拆迁")[1] == ["修改“制定年度计划”的问题"]
    assert (listed(run)[0]["cause"], listed(run)[0]["level"], listed(run)[0]["text"]) == ("老校区拆迁", 3, "缺场地")
    assert run("problem-solve", 1, "--how", "借用党校", "--on", "2020-06-01")[0] == 0
    assert (listed(run)[0]["solved_on"], listed(run)[0]["days"]) == ("2020-06-01", 12)
    assert listed(run, "--open") == []
    assert run("problem-solve", 1, "--undo")[1] == ["“制定年度计划”的问题改为未解决"]
    assert len(listed(run, "--open")) == 1
    assert run("problem-remove", 1, today=False)[0] == 0
    assert run("problems")[1] == ["没有登记问题。"]


def test_the_list_is_a_table_and_can_be_narrowed(run):
    problem(run)
    run("problem-add", "532-05-01", "--text", "缺人")
    head, *lines = run("problems")[1]
    assert head.split() == ["序号", "级别", "类别", "行动", "问题", "协调单位", "提出日期", "天数", "解决日期"]
    assert lines[0].split() == ["1", "二级", "土地", "532-05-01", "缺场地", "县教育局", "2020-05-20", "29"]
    for filters, ids in (
        (("--level", 1), [2]), (("--category", "land"), [1]), (("--unit", "县教育局"), [1]),
        (("--code", "532-05-01"), [1, 2]), (("--code", "532-06-01"), []),
    ):  # fmt: skip
        assert [one["id"] for one in listed(run, *filters)] == ids


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("problem-add", "532-05-09", "--text", "x"), "没有编号为“532-05-09”的行动。"),
        (("problem-add", "532-05-01", "--text", " "), "请写明是什么问题。"),
        (("problem-add", "532-05-01", "--text", "x", "--category", "天气"), "没有“天气”这个类别"),
        (("problem-solve", 7, "--how", "x"), "这个问题已经不在了。"),
        (("evidence-add", "532-05-01", "没有.pdf"), "找不到文件“没有.pdf”，没有添加任何文件。"),
    ],
)
def test_what_cannot_stand_is_one_sentence(run, command, sentence):
    code, out, error = run(*command)
    assert (code, out) == (2, [])
    assert error.startswith(sentence)


def test_evidence_from_adding_to_losing_it(run, checklist, tmp_path):
    paper = tmp_path / "批复 文件.pdf"
    paper.write_text("同意", encoding="utf-8")
    assert run("evidence", today=False)[1] == ["还没有材料。"]
    assert run("evidence-add", "532-05-01", paper, "--note", "原件", "--by", "王芳")[1] == ["已添加材料：批复 文件.pdf"]
    line = run("evidence", "--code", "532-05-01", today=False)[1][0].split()
    assert line == ["1", "532-05-01", "批复", "文件.pdf", "6", TODAY, "王芳", "原件"]
    (found,) = json.loads("\n".join(run("evidence", "--json", today=False)[1]))
    assert (found["name"], found["path"].endswith(f"佐证/{found['sha256']}.pdf")) == ("批复 文件.pdf", True)
    assert run("evidence-verify", today=False) == (0, ["1份材料都在，没有改动"], "")
    opened = connection.open(checklist.path, by="x")
    evidence.path_of(opened, evidence.all(opened)[0]).unlink()
    opened.close()
    code, out, _ = run("evidence-verify", today=False)
    assert code == 1
    assert out[0] == "行动532-05-01的材料“批复 文件.pdf”找不到了"
    assert f"“{checklist.path}.佐证”" in out[1]
    assert run("check")[:2] == (1, ["行动532-05-01的“批复 文件.pdf”不在佐证文件夹里，或大小变了"])
    run("evidence-add", "532-05-01", paper)
    assert run("evidence-remove", 1, today=False)[0] == 0
    assert run("evidence-verify", today=False)[1] == [
        "0份材料都在，没有改动", "另有1个文件没有记录（撤销移除时还要用，没有删除）",
    ]  # fmt: skip
