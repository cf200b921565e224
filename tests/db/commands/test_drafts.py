"""`python -m db drafts`, `break-down`: 逐句分解 by script."""

import pytest

from db import actions, steps, tasks
from db.commands.telling import opened
from tests.builders import TODAY


def test_every_sentence_with_its_level_and_its_drafts(told, file):
    lines = told("drafts", file, 4, "--today", TODAY).splitlines()
    assert lines[:2] == [
        "1. [国家事权] 出台国家基本公共服务标准。",
        "   ☐ 密切跟踪国家基本公共服务标准出台，待上级文件印发后抓好落实  县发改局  年底前",
    ]
    assert "   ☑ 健全以居住证为主要依据的随迁子女入学入园政策  县教育局（配合：县公安局）  年底前" in lines


def test_the_ticked_ones_become_actions(told, run, file):
    assert told("break-down", file, 5, "--due", "9月底前", "--today", TODAY).splitlines() == [
        "532-05-01 深入实施新生代农民工职业技能提升计划  县人社局  9月底前",
        "532-05-02 加强对新生代农民工等农业转移人口的职业技能培训  县人社局  9月底前",
        "532-05-03 支持企业开展岗前培训、新型学徒制培训和岗位技能提升培训  县人社局  9月底前",
        "532-05-04 按规定给予培训补贴  县人社局  9月底前",
    ]
    code, out, error = run("break-down", file, 5, "--today", TODAY)
    assert (code, out, error) == (2, "", "没有勾选要生成的行动，任务5没有改动。\n"), "all sentences are answered by now"
    with opened(file) as checklist:
        assert actions.of_task(checklist, tasks.numbered(checklist, 5).id, TODAY)[3].supporting == ("县财政局",)
        assert steps.undoable(checklist).label == "分解任务5，新增4项行动"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((29,), "没有编号为29的任务。"),
        ((5, "--due", "改天"), "第1条：看不懂“改天”，可写成“6月底前”“15个工作日内”或“2020-6-30”。"),
        ((2,), "没有勾选要生成的行动，任务2没有改动。"),
    ],
)
def test_what_cannot_be_is_one_sentence(run, file, arguments, error):
    assert run("break-down", file, *arguments, "--today", TODAY) == (2, "", error + "\n")
