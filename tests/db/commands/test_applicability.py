"""`python -m db applicability`: questions, answers, proposals, and confirming them."""

import json

import pytest

from db import checklists, connection, tasks
from db.applicability import shipped


def out(file):
    checklist = connection.open(file, by="x")
    try:
        return {task.number: task.na_confirmer for task in tasks.all(checklist) if not task.applicable}
    finally:
        checklist.close()


def test_questions_and_proposals_are_listed(told, file):
    lines = told("applicability", file).splitlines()
    assert lines[0] == "city_3m　本地城区常住人口在300万以上吗？未答"
    assert "✓ 任务27 部际协同：拟不适用。本项为部际协同，由国家发展改革委和各有关部门负责。" in lines
    assert any(line.startswith("○ 任务20") for line in lines)
    assert out(file) == {}


def test_answers_are_tried_out_without_keeping_them(told, file):
    found = json.loads(told("applicability", file, "--json", "--reply", "border=no", "chengyu=是"))
    assert [one["task"] for one in found["proposals"]] == [13, 20, 27]
    assert {one["id"]: one["reply"] for one in found["questions"]}["chengyu"] is True
    again = json.loads(told("applicability", file, "--json"))
    assert {one["reply"] for one in again["questions"]} == {None}


def test_confirming_what_is_ticked(told, file):
    said = told("applicability", file, "--reply", "border=no", "feature_town=no", "--confirm", "王芳")
    assert said == "适用性向导：不适用2项\n"
    assert out(file) == {13: "王芳", 27: "王芳"}
    told("applicability", file, "--reply", "border=yes", "--task", 12, 13, 20, "--confirm", "王芳")
    assert set(out(file)) == {12, 20, 27}


def test_when_all_is_decided_there_is_no_proposal(told, file):
    nos = [f"{question.id}=no" for question in shipped().questions]
    told("applicability", file, "--reply", *nos, "--confirm", "王芳")
    told("applicability", file, "--task", 12, 20, "--confirm", "王芳")
    assert told("applicability", file).splitlines()[-1] == "没有建议。"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--reply", "border"), "看不懂“border”，请写成“问题=yes”或“问题=no”。"),
        (("--reply", "border=maybe"), "看不懂“border=maybe”，请写成“问题=yes”或“问题=no”。"),
        (("--reply", "sea=no"), "没有编号为“sea”的问题。"),
        (("--confirm", ""), "请填写确认人。"),
        (("--task", "5", "--confirm", "王芳"), "任务5不在建议之列，请用leave-out写明理由。"),
    ],
)
def test_bad_input_is_one_sentence(run, file, arguments, sentence):
    assert run("applicability", file, *arguments) == (2, "", sentence + "\n")
    assert out(file) == {}


def test_another_notice_has_no_questions(run, tmp_path):
    from db.notice.parser import read_text

    notice = read_text(
        "安岭县人民政府办公室关于印发《2021年乡村建设重点任务》的通知\n安政办发〔2021〕12号\n"
        "（一）改造农村道路。硬化道路30公里。（县交通局负责）\n（二）改善人居环境。改厕2000户。（县农业农村局负责）\n"
    )
    path = tmp_path / "x.luoshi"
    checklists.create(path, county="安岭县", lead_unit="县政府办", plan_year=2021, notice=notice, by="李明").close()
    code, said, error = run("applicability", path)
    assert (code, said) == (2, "")
    assert error == "这份通知没有配套的适用性问题，请在任务页逐项标为不适用。\n"
