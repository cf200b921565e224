"""`python -m db counterparts` and `counterpart`: which bureau a national body ends in, by script."""

import json
import shutil
from pathlib import Path

import pytest

from db.__main__ import main
from tests.builders import TODAY


@pytest.fixture
def run(capsys, empty_file, tmp_path):
    """Run a command on a new county's file; gives its exit code, output and error output."""
    file = Path(shutil.copy(empty_file, tmp_path))

    def command(name, *arguments):
        code = main([name, str(file), *map(str, arguments)])
        return code, *capsys.readouterr()

    return command


def line(run, body):
    code, out, _ = run("counterparts", "--today", TODAY)
    assert code == 0
    return next(line.split() for line in out.splitlines() if line.startswith(body))


def test_every_body_is_told_with_its_unit(run):
    assert line(run, "教育部") == ["教育部", "县教育局", "一直", "4项"]
    assert line(run, "国铁集团") == ["国铁集团", "无对应单位", "一直", "1项", "县里没有机构，可由交通或发改对接"]
    assert line(run, "商务部")[4] == "待核对"
    assert line(run, "人民银行")[1:3] == ["人行安岭县支行", "至2023年8月17日"]


def test_as_json(run):
    _, out, _ = run("counterparts", "--json", "--today", TODAY)
    found = {(one["body"], one["valid_from"]): one for one in json.loads(out)}
    assert found["人力资源社会保障部", None]["unit"] == "县人社局"
    assert found["人民银行", "2023-08-18"]["unit"] == ""
    assert len(found) == 30


def test_a_body_is_given_another_unit_and_its_default_back(run):
    code, out, error = run("counterpart", "商务部", "县发改局", "--note", "挂商务局牌子", "--today", TODAY)
    assert (code, out, error) == (0, "修改“商务部”对应的本县单位\n", "")
    assert line(run, "商务部") == ["商务部", "县发改局", "一直", "2项", "挂商务局牌子"]
    assert run("counterpart", "商务部", "--default")[1] == "恢复“商务部”的默认对应\n"
    assert line(run, "商务部")[1] == "县商务局"
    assert run("counterpart", "商务部", "--default") == (0, "", "")


def test_a_body_is_given_a_unit_from_a_day_on(run):
    run("counterpart", "教育部", "县教体局", "--from", "2021-01-01", "--today", TODAY)
    assert line(run, "教育部")[1:3] == ["县教育局", "至2020年12月31日"]


def test_a_guess_is_confirmed_and_no_unit_said(run):
    assert run("counterpart", "商务部")[1] == "核对“商务部”对应的本县单位\n"
    assert "待核对" not in line(run, "商务部")
    run("counterpart", "商务部", "无", "--today", TODAY)
    assert line(run, "商务部")[1] == "无对应单位"


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("省级有关部门", "县政府办"), "“省级有关部门”不是具体部门，不能对应某个单位，请在行动里逐项填写。\n"),
    (("教育部", "县教体局", "--from", "明年"), "“明年”不是有效的日期，应写成2020-06-30这样。\n"),
    (("", "县教体局"), "请填写文件中的部门。\n"),
])  # fmt: skip
def test_what_cannot_stand_is_one_sentence(run, arguments, sentence):
    assert run("counterpart", *arguments) == (2, "", sentence)
