"""`python -m db bulk|move|duplicate`: many actions at once, looked at before it is done."""

import json

import pytest

from db import actions, connection
from tests.builders import TODAY


@pytest.fixture
def play(told, run, file):
    """A command on a file with three actions of task 5; gives what it said, or what it refused."""

    def command(name, *arguments, fails=False):
        today = ["--today", TODAY] if name in ("add", "bulk", "duplicate") else []
        if not fails:
            return told(name, file, *arguments, *today)
        code, out, error = run(name, file, *arguments, *today)
        assert (code, out) == (2, "")
        return error.strip()

    for title, due in (("甲", "6月底前"), ("乙", ""), ("丙", "三季度")):
        command("add", "--task", 5, "--title", title, "--due", due)
    return command


def stand(file):
    checklist = connection.open(file, by="李明")
    found = actions.all(checklist)
    checklist.close()
    return found


CODES = ("532-05-01", "532-05-02", "532-05-03")


def test_a_change_is_shown_and_only_made_when_it_is_said(play, file):
    out = play("bulk", "--unit", "县人社局", "--to", *CODES)
    assert "将修改3项，不变0项，不能改0项" in out
    assert [action.lead for action in stand(file)] == [""] * 3
    assert "已修改3项的牵头单位" in play("bulk", "--unit", "县人社局", "--to", *CODES, "--do")
    assert [action.lead for action in stand(file)] == ["县人社局"] * 3
    assert "没有要改的。" in play("bulk", "--unit", "县人社局", "--to", *CODES, "--do")


def test_the_ways_and_states_in_words(play, file):
    play("bulk", "--supporting", "县财政局", "--way", "add", "--to", *CODES, "--do")
    play("bulk", "--status", "正在推进", "--to", *CODES[:2], "--do")
    told = json.loads(play("bulk", "--due", "5", "--way", "days", "--to", *CODES, "--json"))
    assert [(one["before"], one["after"], one["changed"], bool(one["refusal"])) for one in told] == [
        ("2020-06-30", "2020-07-05", True, False), (None, None, False, True), ("2020-09-30", "2020-10-05", True, False),
    ]  # fmt: skip
    assert [(a.supporting, a.status) for a in stand(file)] == [
        (("县财政局",), "in_progress"), (("县财政局",), "in_progress"), (("县财政局",), "not_started"),
    ]  # fmt: skip


def test_all_or_nothing_unless_it_is_said(play, file):
    assert "有1项不能改，其余的也没有改。532-05-02：" in play(
        "bulk", "--due", "5", "--way", "days", "--to", *CODES, "--do", fails=True
    )
    assert "--skip" in play("bulk", "--due", "5", "--way", "days", "--to", *CODES)
    play("bulk", "--due", "5", "--way", "days", "--to", *CODES, "--do", "--skip")
    assert [action.due_on for action in stand(file)] == ["2020-07-05", None, "2020-10-05"]


def test_bad_input_is_one_sentence(play):
    assert play("bulk", "--to", *CODES, fails=True) == "请写明要改哪一项，一次只改一项。"
    assert "一次只改一项" in play("bulk", "--unit", "甲", "--owner", "乙", "--to", *CODES, fails=True)
    assert "没有编号为“532-99”的行动" in play("bulk", "--unit", "甲", "--to", "532-99", fails=True)
    assert "13月" in play("bulk", "--due", "13月", "--to", *CODES, fails=True)
    assert play("bulk", "--status", "已销号", "--to", *CODES, fails=True) == (
        "办理状态不能直接改为“已销号”，只能改为未启动、正在推进或已完成待销号。"
    )
    assert "移到哪里只能写一处" in play("move", CODES[0], "--task", 6, "--before", CODES[1], fails=True)


def test_a_state_is_known_by_its_short_name(play, file):
    play("bulk", "--status", "已完成", "--to", CODES[0], "--do")
    play("bulk", "--status", "待销号", "--to", CODES[1], "--do")
    assert [action.status for action in stand(file)] == ["done", "done", "not_started"]


def test_nothing_is_offered_where_none_can_be_changed(play):
    out = play("bulk", "--due", "5", "--way", "days", "--to", CODES[1])
    assert out.endswith("没有能改的：不变0项，不能改1项。\n")


def test_moving_and_duplicating_several(play, file):
    play("move", CODES[2], CODES[1], "--before", CODES[0])
    assert [action.title for action in stand(file)] == ["乙", "丙", "甲"]
    play("move", *CODES[:2], "--under", CODES[2])
    assert [(action.title, action.depth) for action in stand(file)] == [("丙", 1), ("乙", 2), ("甲", 2)]
    assert play("duplicate", CODES[2]).splitlines() == [
        "已复制为532-05-04 丙", "已复制为532-05-04.1 乙", "已复制为532-05-04.2 甲",
    ]  # fmt: skip
    play("move", CODES[2], "532-05-04", "--task", 6)
    assert len(stand(file)) == 6
    assert len({action.task for action in stand(file)}) == 1
