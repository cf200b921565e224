"""`python -m db`: what each command prints, and one sentence with exit code 2 for what it cannot use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import resources
from db import actions, connection, counts, history, settings, tasks
from tests.builders import TODAY

HOUSE = Path(__file__).parents[3]
NOTICE = resources.path("notice", "532.txt")
TALLY = {*counts.FIGURES, "percent", "state"}
COVERED = {"sentences", "answered", "unanswered", "superior", "coverage"}  # of what sentences stand in


def read(path, question, *more):
    checklist = connection.open(path, by="x")
    try:
        return question(checklist, *more)
    finally:
        checklist.close()


# --- new ---------------------------------------------------------------------------------------------


def test_new_makes_a_file_of_the_shipped_notice(told, tmp_path):
    path = tmp_path / "x.luoshi"
    assert told("new", path, "--by", "王芳") == f"已建立{path}，28项任务\n"
    assert read(path, settings.read) == settings.Settings("安岭县", "安岭县发展和改革局", 2020)
    assert [(line.who, line.kind) for line in read(path, history.lines)] == [("王芳", "load")]


def test_new_takes_another_county_year_and_notice(told, tmp_path):
    path, notice = tmp_path / "x.luoshi", HOUSE / "tests/golden/notices/syn_05_无部门.txt"
    told("new", path, "--county", "青川县", "--year", 2021, "--notice", notice)
    assert read(path, settings.read) == settings.Settings("青川县", "青川县发展和改革局", 2021)
    assert 0 < len(read(path, tasks.all)) < 28


def test_new_never_records_an_act_of_nobody(told, tmp_path):
    told("new", tmp_path / "x.luoshi", "--by", "")
    assert read(tmp_path / "x.luoshi", history.lines)[0].who != ""


# --- parse -------------------------------------------------------------------------------------------


def test_parse_lists_the_tasks_with_their_bodies(told):
    lines = told("parse", NOTICE).splitlines()
    assert lines[0].endswith("的通知  发改规划〔2020〕532号")
    assert len(lines) == 29
    assert lines[5].startswith("  5 （五）大力提升农业转移人口就业能力  人力资源社会保障部、教育部")


def test_parse_tells_doubts_apart_from_the_tasks(run):
    code, out, error = run("parse", HOUSE / "tests/golden/notices/derived_07_seed_truncated_mid17.txt")
    assert code == 0
    assert "文字中断" in error
    assert "文字中断" not in out


def test_parse_json_has_the_promised_shape(told):
    notice = json.loads(told("parse", NOTICE, "--json"))
    shape = {key: type(value) for key, value in notice.items()}
    assert shape == {
        "title": str, "doc_number": str, "issuer": str, "date": str, "complete": bool, "warnings": list,
        "parts": list, "tasks": list,
    }  # fmt: skip
    assert [{key: type(value) for key, value in part.items()} for part in notice["parts"]] == [
        {"number": int, "title": str, "intro": str}
    ] * 6
    assert [{key: type(value) for key, value in task.items()} for task in notice["tasks"]] == [
        {
            "number": int, "label": str, "part": int, "title": str, "body": str, "sentences": list,
            "departments": list, "groups": list, "open_list": bool, "lead": list, "support": list, "due_words": str,
        }
    ] * 28  # fmt: skip
    assert (notice["date"], notice["complete"], notice["warnings"]) == ("2020-04-03", True, [])


def test_parse_json_holds_what_the_page_says(told):
    task = json.loads(told("parse", NOTICE, "--json"))["tasks"][4]
    assert (task["number"], task["label"], task["part"]) == (5, "（五）", 2)
    assert task["title"] == "大力提升农业转移人口就业能力"
    assert "".join(task["sentences"]) == task["body"]
    assert task["departments"] == ["人力资源社会保障部", "教育部", "财政部", "省级有关部门"]
    assert task["groups"] == [task["departments"]]
    assert task["open_list"] is True


def test_parse_json_gives_null_for_what_a_notice_leaves_out(told, tmp_path):
    (tmp_path / "x.txt").write_text("（一）修路。年底修通。（县交通局负责）", encoding="utf-8")
    notice = json.loads(told("parse", tmp_path / "x.txt", "--json"))
    assert (notice["title"], notice["doc_number"], notice["date"], notice["parts"]) == ("", None, None, [])
    assert notice["tasks"][0]["part"] is None


def test_parse_reads_the_encoding_it_is_told(told, tmp_path):
    text = "某县关于印发《某某方案》的通知\n（一）修路。通車。（縣交通局負責）"
    (tmp_path / "x.txt").write_bytes(text.encode("big5", errors="ignore"))
    assert "县交通局" in told("parse", tmp_path / "x.txt", "--encoding", "big5")


# --- add, status, history ----------------------------------------------------------------------------


def test_add_prints_the_new_code(told, file):
    given = ("--task", 5, "--title", " 制定  年度计划 ", "--lead", "县人社局", "--person", "王芳", "--due", "6月底前")
    assert told("add", file, *given, "--today", TODAY, "--by", "李明") == "已新增532-05-01 制定 年度计划\n"
    (action,) = read(file, actions.all)
    assert (action.lead, action.owner, action.due_on, action.due_words) == (
        "县人社局", "王芳", "2020-06-30", "6月底前",
    )  # fmt: skip
    assert [line.who for line in read(file, history.lines)] == ["李明"] * 2


def test_status_prints_one_line_each(told, filled):
    figures = read(filled, counts.read, TODAY)
    lines = told("status", filled, "--today", TODAY).splitlines()
    assert lines[0].split() == [
        "任务", "涉及", "未分解", "行动", "已完成", "推进", "未启动", "逾期", "临期", "完成率", "原文落实"
    ]  # fmt: skip
    total = figures.total
    assert lines[1].split() == ["合计", *map(str, (
        total.tasks, total.applicable, total.undivided, total.actions, total.finished, total.in_progress,
        total.not_started, total.overdue, total.soon, total.percent, f"{total.answered}/{total.sentences}",
    ))]  # fmt: skip
    assert [line.split()[0] for line in lines[7:]] == list(figures.units)


def test_status_json_has_the_promised_shape(told, filled):
    said = json.loads(told("status", filled, "--json", "--today", TODAY))
    assert list(said) == ["today", "total", "parts", "units", "tasks"]
    assert said["today"] == TODAY
    assert set(said["total"]) == TALLY | COVERED
    assert {frozenset(part) for part in said["parts"]} == {frozenset(TALLY | COVERED | {"number", "title"})}
    assert {frozenset(task) for task in said["tasks"]} == {frozenset(TALLY | COVERED | {"number", "title"})}
    assert {frozenset(unit) for unit in said["units"]} == {frozenset(TALLY | {"name"})}
    assert [part["number"] for part in said["parts"]] == [2, 3, 4, 5, 6]
    assert [task["number"] for task in said["tasks"]] == list(range(1, 29))


def test_status_json_adds_up_and_says_what_the_window_says(told, filled):
    said = json.loads(told("status", filled, "--json", "--today", TODAY))
    total = read(filled, counts.read, TODAY).total
    assert {name: getattr(total, name) for name in TALLY | COVERED} == said["total"]
    for figure in (TALLY | COVERED) - {"percent", "state", "coverage"}:
        assert sum(part[figure] for part in said["parts"]) == said["total"][figure]
        assert sum(task[figure] for task in said["tasks"]) == said["total"][figure]


def test_status_reckons_as_of_the_day_it_is_told(told, filled):
    def overdue(day):
        return json.loads(told("status", filled, "--json", "--today", day))["total"]["overdue"]

    assert overdue("2020-04-01") == 0 < overdue(TODAY) < overdue("2021-01-01")


def test_history_prints_the_newest_first(told, file):
    told("add", file, "--task", 5, "--title", "修路", "--by", "王芳")
    told("undo", file, "--by", "李明")
    told("undo", file, "--redo", "--by", "李明")
    lines = [line.split("  ")[1:] for line in told("history", file).splitlines()]
    assert lines == [
        ["李明", "重做：新增行动“修路”"], ["李明", "撤销：新增行动“修路”"], ["王芳", "新增行动“修路”"],
        ["李明", "建立清单"],
    ]  # fmt: skip


def test_history_json_has_the_promised_shape(told, file):
    told("add", file, "--task", 5, "--title", "修路", "--by", "王芳")
    told("undo", file, "--by", "李明")
    undone, added, loaded = json.loads(told("history", file, "--json"))
    assert list(loaded) == list(added) == ["at", "who", "label", "kind", "changes"]
    assert loaded | {"at": ""} == {"at": "", "who": "李明", "label": "建立清单", "kind": "load", "changes": []}
    assert (added["who"], added["kind"], undone["who"], undone["kind"]) == ("王芳", "edit", "李明", "undo")
    (change,) = added["changes"]
    assert list(change) == ["table", "id", "before", "after"]
    assert (change["before"], change["after"]["title"]) == (None, "修路")
    assert undone["changes"] == [change | {"before": change["after"], "after": None}]


# --- undo, check, sample -----------------------------------------------------------------------------


def test_undo_and_redo_several_steps(told, file):
    for title in ("甲", "乙", "丙"):
        told("add", file, "--task", 5, "--title", title)
    assert told("undo", file, "--steps", 2) == "已撤销：新增行动“丙”\n已撤销：新增行动“乙”\n"
    assert [action.title for action in read(file, actions.all)] == ["甲"]
    assert told("undo", file, "--redo") == "已重做：新增行动“乙”\n"
    assert [action.title for action in read(file, actions.all)] == ["甲", "乙"]


def test_undo_stops_where_there_is_no_more(run, file):
    run("add", file, "--task", 5, "--title", "甲")
    assert run("undo", file, "--steps", 2) == (2, "已撤销：新增行动“甲”\n", "没有可以撤销的操作。\n")
    assert read(file, actions.all) == []


def test_check_is_quiet_about_a_sound_file(told, filled):
    assert told("check", filled, "--today", TODAY) == "没有发现问题\n"


def test_check_names_what_is_wrong_and_ends_with_1(run, filled):
    def jumble(checklist):
        with checklist.db.atomic():
            checklist.db.conn.execute("UPDATE action SET position = 1")

    read(filled, jumble)
    code, out, error = run("check", filled)
    assert (code, error) == (1, "")
    assert "位置相同" in out


def test_sample_makes_the_county(told, tmp_path):
    path = tmp_path / "x.luoshi"
    assert told("sample", path, "--actions", 30, "--seed", 2) == f"已建立{path}，28项任务\n"
    assert len(read(path, actions.all)) == 30


# --- what is refused ---------------------------------------------------------------------------------


ADD = ("add", "{file}", "--task", "5", "--title", "修路")
LONG = "{folder}/" + "长" * 300 + ".luoshi"
# What each command is answered with; {file} is a good checklist.
REFUSED = [
    *((f"打不开“none{end}”", command) for end, command in (
        (".luoshi", ("status", "{folder}/none.luoshi")), (".luoshi", ("check", "{folder}/none.luoshi")),
        (".luoshi", ("undo", "{folder}/none.luoshi")), (".luoshi", ("history", "{folder}/none.luoshi")),
        (".luoshi", ("add", "{folder}/none.luoshi", *ADD[2:])), (".txt", ("parse", "{folder}/none.txt")),
        (".txt", ("new", "{folder}/y.luoshi", "--notice", "{folder}/none.txt")),
    )),
    ("打不开", ("parse", "{folder}")), ("打不开", ("check", "{folder}")), ("打不开", ("new", "{folder}/none/y.luoshi")),
    ("打不开", ("sample", "{folder}/none/y.luoshi")), ("打不开", ("new", LONG)), ("打不开", ("check", LONG)),
    ("“foreign”不是落实台账文件", ("check", "{folder}/foreign")),
    ("“foreign”不是落实台账文件", ("undo", "{folder}/foreign")),
    ("已经存在，没有覆盖它", ("new", "{file}")),
    ("已经存在，没有覆盖它", ("sample", "{file}")),
    ("“六月”不是有效的日期", ("status", "{file}", "--today", "六月")),
    ("“2020-02-30”不是有效的日期", ("check", "{file}", "--today", "2020-02-30")),
    ("不是有效的日期", (*ADD, "--today", "x" * 999)),
    ("没有编号为99的任务", ("add", "{file}", "--task", "99", "--title", "修路")),
    ("行动名称不能为空", ("add", "{file}", "--task", "5", "--title", " ")),
    ("没有13月", (*ADD, "--due", "13月")),
    ("看不懂“尽快”", (*ADD, "--due", "尽快")),
    ("名称有61个字", (*ADD, "--lead", "局" * 61)),
    ("名称有61个字", (*ADD, "--person", "李" * 61)),
    ("没有可以撤销的操作", ("undo", "{file}")),
    ("没有可以重做的操作", ("undo", "{file}", "--redo")),
    *(("计划年度应在", ("new", "{folder}/y.luoshi", "--year", year)) for year in ("20", "0", "-1", "99999")),
    ("请填写县", ("new", "{folder}/y.luoshi", "--county", "")),
    *(("至少要有30项行动", ("sample", "{folder}/y.luoshi", "--actions", number)) for number in ("29", "0", "-1")),
    *(("认不出文件的文字编码", ("parse", str(NOTICE), "--encoding", name))
      for name in ("nonsense", "hex", "undefined", "ascii")),
    ("读不出文字", ("parse", "{file}")),
    ("文件是空的", ("parse", os.devnull)),
    ("没有找到带编号的任务", ("new", "{folder}/y.luoshi", "--notice", "{folder}/foreign")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "command"), REFUSED, ids=[f"{c[0]}-{s[:12]}" for s, c in REFUSED])
def test_what_cannot_be_done_is_told_in_one_sentence(run, file, tmp_path, sentence, command):
    (tmp_path / "foreign").write_text("落实" * 99, encoding="utf-8")
    before, there = file.read_bytes(), sorted(tmp_path.iterdir())
    code, out, error = run(*(word.format(file=file, folder=tmp_path) for word in command))
    assert (code, out) == (2, "")
    assert sentence in error
    assert error.endswith("。\n")
    assert error.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == there
    assert file.read_bytes() == before


def test_a_file_open_elsewhere_is_refused(run, file):
    holder = connection.open(file, by="x")
    for command in ("status", "check", "undo", "history"):
        code, out, error = run(command, file)
        assert (code, out) == (2, "")
        assert "正被另一个窗口或另一台电脑打开" in error
    holder.close()


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["new"], ["add", "x.luoshi"], ["add", "x", "--task", "五", "--title", "x"], ["undo", "x", "-z"]],
)
def test_arguments_nobody_knows_end_with_2(run, arguments):
    code, out, error = run(*arguments)
    assert (code, out) == (2, "")
    assert error.startswith("usage: db")


# --- as a program ------------------------------------------------------------------------------------


def program(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "db", *map(str, arguments)],
        cwd=HOUSE, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}, check=False, **options,
    )  # fmt: skip


def test_the_exit_code_reaches_the_shell(file):
    good = program("check", file)
    assert (good.returncode, good.stdout, good.stderr) == (0, "没有发现问题\n", "")
    bad = program("check", file.with_name("none.luoshi"))
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.count("\n") == 1


@pytest.mark.parametrize("more", [[], ["--json"]], ids=["a little", "a lot"])
def test_a_reader_who_has_left_is_no_error(more):
    command = [sys.executable, "-m", "db", "parse", str(NOTICE), *more]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait() == 0
