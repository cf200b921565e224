"""`python -m db phrases` and `phrase`: listed, filled in, changed."""

import json


def test_they_are_listed_by_number(told, file):
    lines = told("phrases", file).splitlines()
    assert lines[0].startswith("1　进展情况　{牵头单位}已制定")
    assert "　通用　" in lines[-1]


def test_for_an_action_they_are_filled_in(told, filled):
    found = json.loads(told("phrases", filled, "--action", "532-05-01", "--today", "2020-06-18", "--json"))
    assert "县人社局" in found[0]["filled"]
    assert "截至2020年6月18日" in found[1]["filled"]


def test_they_are_changed_by_number(told, file):
    assert told("phrase", file, "add", "--use", "done", "--text", "已完成{数字}。") == "新增常用语“已完成{数字}。”\n"
    number = next(line.split("　")[0] for line in told("phrases", file).splitlines() if "已完成{数字}。" in line)
    told("phrase", file, "up", "--number", number)
    told("phrase", file, "down", "--number", int(number) - 1)
    told("phrase", file, "change", "--number", number, "--text", "全部完成。")
    assert told("phrase", file, "remove", "--number", number) == "删除常用语“全部完成。”\n"
    told("phrase", file, "remove", "--number", "1")
    assert told("phrase", file, "restore") == "恢复默认的常用语，补上1句\n"


def test_an_empty_book_says_how_it_is_filled(told, file):
    for _ in told("phrases", file).splitlines():
        told("phrase", file, "remove", "--number", "1")
    assert told("phrases", file) == "还没有常用语，可用restore补上默认的。\n"


def test_bad_input_is_one_sentence(run, file):
    assert run("phrase", file, "add") == (2, "", "请填写常用语。\n")
    assert run("phrase", file, "remove", "--number", "99") == (2, "", "没有第99句常用语。\n")
    assert run("phrase", file, "add", "--text", "完成{")[2] == "花括号没有成对，占位要写成“{数字}”这样。\n"
    assert run("phrases", file, "--action", "9")[0] == 2
