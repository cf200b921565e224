"""`python -m db gaps|issue|extend…`: a county is issued and its dates extended by script."""

import json
import shutil
from pathlib import Path

import pytest

from db import actions, connection, issuing
from tests.builders import TODAY

CODE = "532-05-01"






@pytest.fixture
def file(empty_file, tmp_path, told):
    """Task 5 with one whole action."""
    path = Path(shutil.copy(empty_file, tmp_path))
    told("add", path, "--task", 5, "--title", "制定年度计划", "--lead", "县人社局", "--due", "6月底前", "--person",
         "张强", "--today", TODAY)  # fmt: skip
    return path


def issue(told, file):
    return told("issue", file, "--task", 5, "--on", "2020-06-01", "--number", "安发〔2020〕12号", "--today", TODAY)


EXTEND = ("--to", "9月底前", "--reason", "土地指标未下达", "--applicant", "县人社局", "--today", TODAY)


def test_gaps_names_what_blocks_and_counts_the_rest(told, file):
    lines = told("gaps", file).splitlines()
    assert lines[0] == "任务1还没有分解出行动"
    assert lines[-1] == "还缺27处，另有3条提示"
    said = json.loads(told("gaps", file, "--json"))
    assert len(said) == 30
    assert [gap for gap in said if gap["task"] == 5] == [
        {"gap": "unanswered", "blocking": False, "task": 5, "action": None, "told": "任务5第1句还没有行动落实"},
        {"gap": "unanswered", "blocking": False, "task": 5, "action": None, "told": "任务5第2句还没有行动落实"},
        {"gap": "without_start", "blocking": False, "task": 5, "action": CODE, "told":
         f"{CODE}没有起始日期，印发时记为印发日"},
    ]  # fmt: skip


def test_issue_of_one_task_freezes_its_dates(told, run, file):
    assert issue(told, file) == "已印发1项行动\n"
    checklist = connection.open(file, by="x")
    (made,) = issuing.issues(checklist)
    assert (made.task, made.issued_on, made.doc_number) == (5, "2020-06-01", "安发〔2020〕12号")
    checklist.close()
    assert run("issue", file, "--today", TODAY)[:2] == (2, "")
    assert "还缺27处" in run("issue", file, "--today", TODAY)[2]
    assert "不能撤销" in run("undo", file)[2]


def test_all_that_is_ready_goes_out_at_once(told, run, file):
    told("add", file, "--task", 6, "--title", "摸底", "--lead", "县人社局", "--due", "年底前", "--today", TODAY)
    assert told("issue", file, "--ready", "--today", TODAY) == "已印发2项行动\n"
    assert run("issue", file, "--ready", "--today", TODAY)[::2] == (
        2, "没有可印发的行动：已经印发过，或者还没有补齐。\n",
    )  # fmt: skip


def test_extend_then_decide(told, run, file):
    issue(told, file)
    assert told("extend", file, CODE, *EXTEND) == f"{CODE}  第1次  2020-06-30→2020-09-30  县人社局  待批\n"
    assert told("extensions", file, "--pending") == f"{CODE}  第1次  2020-06-30→2020-09-30  县人社局  待批\n"
    assert told("extend-withdraw", file, CODE) == "撤回“制定年度计划”的延期申请\n"
    assert run("extend-withdraw", file, CODE)[::2] == (2, "这份延期申请已经不在了。\n")
    told("extend", file, CODE, *EXTEND)
    assert "不同意" in told("extend-decide", file, CODE, "--approver", "王县长", "--refuse", "--today", TODAY)
    assert run("extend-decide", file, CODE, "--approver", "王县长")[0] == 2
    told("extend", file, CODE, *EXTEND)
    assert "同意" in told("extend-decide", file, CODE, "--approver", "王县长", "--today", TODAY)
    said = json.loads(told("extensions", file, "--json"))
    assert [(one["action"], one["number"], one["decision"], one["late"]) for one in said] == [
        (CODE, 1, "refused", False), (CODE, 2, "approved", False),
    ]  # fmt: skip
    assert told("extensions", file, "--pending") == ""


def test_extend_grant_moves_the_date_at_once(told, file):
    issue(told, file)
    late = "2020-07-02"
    asked = ("--to", "9月底前", "--reason", "疫情影响", "--applicant", "县人社局", "--on", late, "--today", late)
    out = told("extend-grant", file, CODE, *asked, "--approver", "王县长", "--decided-on", late)
    assert out == f"{CODE}  第1次  2020-06-30→2020-09-30  县人社局  同意  申请晚于时限\n"
    checklist = connection.open(file, by="x")
    assert actions.coded(checklist, CODE).due_on == "2020-09-30"
    checklist.close()


def test_bad_input_is_one_sentence(run, file):
    assert run("extend", file, CODE, *EXTEND)[::2] == (2, "“制定年度计划”还没有印发，时限可以直接改，不用延期。\n")
    assert run("extend", file, "532-99-01", *EXTEND)[0] == 2
    assert run("issue", file, "--task", 99)[::2] == (2, "没有编号为99的任务。\n")
