"""`python -m db done|close|…`: the states of actions moved by script, all of them or none."""

import json
import shutil
from pathlib import Path

import pytest

from db.__main__ import main
from tests.builders import TODAY

CLOSE = ("--method", "site", "--verifier", "赵强", "--confirmer", "王芳")
WHY = ("--reason", "材料不齐", "--confirmer", "王芳")
ONE, TWO = "532-05-01", "532-05-02"


@pytest.fixture
def play(capsys, empty_file, tmp_path):
    """Run a command on a county with two actions, on one fixed day; gives exit code, output and error output."""
    file = Path(shutil.copy(empty_file, tmp_path))

    def command(name, *arguments):
        when = () if name == "undo" else ("--today", TODAY)
        who = () if name == "waiting" else ("--by", "李明")
        code = main([name, str(file), *arguments, *when, *who])
        return code, *capsys.readouterr()

    for title in ("修路", "修桥"):
        assert command("add", "--task", "5", "--title", title, "--lead", "县交通局")[0] == 0
    return command


def test_an_action_is_moved_through_its_whole_life(play):
    for command, told in (
        (("percent", ONE, "--to", "40"), "正在推进，40%"),
        (("state", ONE, "--to", "not_started"), "未启动，0%"),
        (("stop", ONE, *WHY), "已终止，0%"),
        (("resume", ONE), "未启动，0%"),
        (("stop", ONE, "--kind", "not_applicable", *WHY), "不适用，0%"),
        (("resume", ONE), "未启动，0%"),
        (("done", ONE, "--on", "2020-06-15", "--claimed-by", "周涛"), "已完成待销号，100%"),
        (("send-back", ONE, *WHY, "--on", "2020-06-16"), "正在推进，0%"),
        (("done", ONE), "已完成待销号，100%"),
        (("close", ONE, *CLOSE), "已销号，100%"),
        (("reopen", ONE, *WHY), "正在推进，0%"),
    ):
        assert play(*command) == (0, f"532-05-01 修路：{told}\n", "")


def test_several_codes_are_one_act(play):
    code, out, _ = play("done", ONE, TWO)
    assert (code, out.count("已完成待销号")) == (0, 2)
    assert play("close", ONE, TWO, "--method", "phone", "--verifier", "赵强", "--confirmer", "王芳")[0] == 0


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("完成率应是0到100的整数", ("percent", ONE, TWO, "--to", "101")),
        ("“修桥”还没有完成，不能销号", ("close", ONE, TWO, *CLOSE)),
        ("“修路”是李明报结的", ("close", ONE, "--method", "site", "--verifier", "赵强", "--confirmer", "李明")),
        ("请写明理由", ("send-back", ONE, "--reason", "", "--confirmer", "王芳")),
        ("没有销号，不用重开", ("reopen", ONE, *WHY)),
        ("没有终止", ("resume", TWO)),
        ("没有编号为“532-05-03”的行动", ("done", TWO, "532-05-03")),
        ("完成日期不能晚于今天", ("done", TWO, "--on", "2020-06-19")),
    ],
)
def test_what_is_refused_leaves_every_action_as_it_was(play, sentence, command):
    play("done", ONE)
    before = play("waiting", "--json")
    code, out, error = play(*command)
    assert (code, out) == (2, "")
    assert sentence in error
    assert error.count("\n") == 1
    assert play("waiting", "--json") == before


def test_undo_stops_at_a_closing_and_says_so(play):
    play("done", ONE)
    play("close", ONE, *CLOSE)
    code, out, error = play("undo")
    assert (code, out) == (2, "")
    assert "重开" in error


def test_what_waits_is_listed_with_what_was_decided_before(play):
    assert play("waiting") == (0, "", "")
    play("done", ONE, "--on", "2020-06-15")
    play("send-back", ONE, *WHY)
    play("done", ONE, "--claimed-by", "周涛")
    assert play("waiting") == (0, "532-05-01  修路  县交通局  2020-06-18  周涛\n", "")
    (told,) = json.loads(play("waiting", "--json")[1])
    assert (told["code"], told["claimed_by"], told["done_on"]) == (ONE, "周涛", TODAY)
    assert told["decisions"] == [
        {"result": "returned", "claimed_by": "李明", "done_on": "2020-06-15", "confirmer": "王芳",
         "decided_on": TODAY, "reason": "材料不齐"}
    ]  # fmt: skip
