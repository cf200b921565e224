"""The command line of 督办通知单: a county can be supervised by script, from the proposal to the reply."""

import json

import pytest

from db import connection, supervision
from db.__main__ import main
from tests.builders import TODAY, add


@pytest.fixture
def run(checklist, capsys):
    """Run a command on a county with two units behind their dates; gives its exit code, output and error output."""
    add(checklist, "开展等级认定", lead="县人社局", due="6月5日")
    add(checklist, "印发培训计划", lead="县人社局", due="6月19日")
    add(checklist, "清理学籍", task=4, lead="县教育局", due="6月20日")
    checklist.close()

    def command(name, *arguments, day=TODAY):
        code = main([name, str(checklist.path), *map(str, arguments), "--today", day])
        out, error = capsys.readouterr()
        return code, out.splitlines(), error.strip()

    return command


def listed(run, *filters, day=TODAY):
    return json.loads("\n".join(run("supervisions", "--json", *filters, day=day)[1]) or "[]")


def test_whom_to_supervise_is_told(run):
    assert run("supervision-proposals") == (0, [
        "县人社局  黄色预警  2项  2020年6月28日前反馈",
        "  532-05-01  开展等级认定  逾期13天", "  532-05-02  印发培训计划  明天到期",
        "县教育局  蓝色提醒  1项  2020年6月28日前反馈", "  532-04-01  清理学籍  剩2天",
    ], "")  # fmt: skip
    run("supervise", "县教育局")
    assert run("supervision-proposals", "--unit", "县教育局")[1] == [
        "县教育局  蓝色提醒  1项  2020年6月28日前反馈", "  532-04-01  清理学籍  剩2天（督办2020-001待反馈）",
    ]  # fmt: skip
    told = json.loads("\n".join(run("supervision-proposals", "--json")[1]))
    assert [(one["unit"], [action["chosen"] for action in one["actions"]]) for one in told] == [
        ("县人社局", [True, True]), ("县教育局", [False]),
    ]  # fmt: skip


def test_a_county_where_nothing_presses(run):
    assert run("supervision-proposals", day="2020-05-01")[1] == ["没有要督办的单位。"]
    assert run("supervisions")[1] == ["没有督办单。"]


def test_from_the_number_to_the_reply(run):
    code, out, error = run(
        "supervise", "县人社局", "--codes", "532-05-01", "--level", "red", "--reply-by", "2020-06-24",
        "--cc", "县政府办", "--by", "王芳",
    )  # fmt: skip
    assert (code, out, error) == (0, ["已发出督办2020-001  县人社局  红色督办  1项"], "")
    urged = run("supervision-urge", "督办2020-001", day="2020-07-01")
    assert urged == (0, ["已发出督办2020-002  县人社局  红色督办  1项"], "")
    assert run("supervision-void", "督办2020-002", "--reason", "重复")[1] == ["作废督办通知单（督办2020-002）"]
    said = ("supervision-reply", "督办2020-001", "--text", "已办结", "--on", "2020-06-23")
    assert run(*said, day="2020-07-01")[1] == ["登记督办通知单（督办2020-001）的回复"]
    assert run("supervisions", day="2020-07-01")[1] == [
        "编号          级别      单位  项数    发出日期    反馈时限    状态    反馈日期",
        "督办2020-001  红色  县人社局     1  2020-06-18  2020-06-24  已反馈  2020-06-23",
        "督办2020-002  红色  县人社局     1  2020-07-01  2020-07-08  已作废            ",
    ]
    assert run("supervision-reply", "督办2020-001", "--undo")[0] == 0
    first, second = listed(run)
    assert (first["state"], first["issued_by"], first["cc"], first["reply"]) == ("waiting", "王芳", "县政府办", "")
    assert (second["state"], second["former_number"], second["void_reason"]) == ("void", "督办2020-001", "重复")


def test_all_units_at_once(run, checklist):
    assert run("supervise", "--all")[1] == [
        "已发出督办2020-001  县人社局  黄色预警  2项", "已发出督办2020-002  县教育局  蓝色提醒  1项",
    ]  # fmt: skip
    assert run("supervise", "--all")[2] == "没有选要督办的单位。"
    with_code = listed(run, "--code", "532-04-01")
    assert [one["number"] for one in with_code] == ["督办2020-002"]
    assert [one["number"] for one in listed(run, "--state", "open", "--level", "yellow")] == ["督办2020-001"]
    opened = connection.open(checklist.path, by="王芳")
    assert len(supervision.all(opened)) == 2
    opened.close()


def test_what_cannot_be_done_is_told_in_one_sentence(run):
    assert run("supervise")[2] == "没有选要督办的单位。"
    assert run("supervise", "--codes", "532-05-01")[2] == "没有选要督办的单位。"
    assert run("supervise", "县财政局")[2] == "“县财政局”没有牵头的行动逾期或临期，不用督办。"
    error = run("supervise", "县教育局", "--codes", "532-05-01")[2]
    assert error == "“开展等级认定”由“县人社局”牵头，不能发给“县教育局”。"
    assert run("supervision-void", "督办2020-009", "--reason", "重复")[2] == "没有编号为“督办2020-009”的督办单。"
    assert run("supervisions")[1] == ["没有督办单。"]


def test_the_numbers_can_be_made_another_way(run):
    assert run("supervision-number")[1] == ["编号格式：督办{年}-{序}，下一份是督办2020-001"]
    changed = run("supervision-number", "--template", "安督{年}-{序}")
    assert changed == (0, ["编号格式：安督{年}-{序}，下一份是安督2020-001"], "")
    code, _, error = run("supervision-number", "--template", "安政督〔{年}〕{序}")
    assert (code, error) == (2, "督办单不是公文，编号里不能有“〔”，以免与发文字号混淆。")
