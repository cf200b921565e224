"""Settings, the days off of a year and the clock, by script."""

import json
from dataclasses import replace
from datetime import datetime

from db import connection, settings


def test_settings_are_shown_and_set(run, file):
    code, out, _ = run("settings", file)
    assert code == 0
    assert [line.split() for line in out.splitlines()][4] == ["临期工作日", "5"]
    code, out, _ = run(
        "settings", file, "--soon", 3, "--pace", "year", "--lamps", "blue_amber_red", "--rhythm", "half",
        "--pace-points", 15, "--red-points", 0, "--plan-year", 2021, "--county", "青川县", "--lead-unit", "督查室",
        "--json",
    )  # fmt: skip
    assert code == 0
    assert json.loads(out) == {
        "county": "青川县", "lead_unit": "督查室", "plan_year": 2021, "rhythm": "half", "soon": 3, "pace": "year",
        "pace_points": 15, "red_points": 0, "lamps": "blue_amber_red",
    }  # fmt: skip
    assert json.loads(run("settings", file, "--json")[1])["soon"] == 3
    code, out, error = run("settings", file, "--soon", 61)
    assert (code, out, error) == (2, "", "临期天数应在0到60个工作日之间。\n")


def test_a_year_is_pasted_corrected_and_forgotten(run, file, tmp_path):
    notice = tmp_path / "放假.txt"
    notice.write_text("2027年节假日安排\n国庆节：10月1日至7日放假。10月9日（周六）上班。", encoding="gb18030")
    assert run("holidays", file, 2027)[1] == "2027年放假安排还没录入，暂按周一至周五计算\n"
    lines = run("holidays", file, 2027, "--paste", notice)[1].splitlines()
    assert lines[0] == "2027年，手工录入"
    assert lines[1] == "2027-10-01  休  国庆节"
    assert lines[-1] == "2027-10-09  班  国庆节"
    out = run("holidays", file, 2027, "--day", "2027-10-08", "off", "--day", "2027-10-09", "ordinary", "--json")[1]
    told = json.loads(out)
    assert [day["day"] for day in told["days"]][-2:] == ["2027-10-07", "2027-10-08"]
    assert run("holidays", file, 2027, "--forget")[1].startswith("2027年放假安排还没录入")
    assert run("holidays", file, 2020)[1].startswith("2020年，程序自带\n2020-01-01  休  元旦\n")


def test_what_is_no_notice_or_day_is_one_sentence(run, file, tmp_path):
    notice = tmp_path / "别的.txt"
    notice.write_text("今天天气很好。", encoding="utf-8")
    for arguments in (("--paste", notice), ("--paste", tmp_path / "没有.txt"), ("--day", "2027-02-30", "off"),
                      ("--day", "2027-02-05", "half")):  # fmt: skip
        code, out, error = run("holidays", file, 2027, *arguments)
        assert (code, out) == (2, "")
        assert error.count("\n") == 1
        assert error.endswith("。\n")
    assert run("holidays", file, 1999, "--forget")[0] == 2


def test_a_clock_set_back_is_told_and_accepted(run, file):
    later = connection.open(file, by="李明", clock=lambda: datetime(2999, 1, 1))
    settings.change(later, replace(settings.read(later), soon=4))
    later.close()
    code, out, error = run("clock", file)
    assert (code, error.count("2999年1月1日")) == (2, 1)
    assert "上次保存2999-01-01" in out
    assert run("settings", file, "--soon", 5)[0] == 2
    assert run("clock", file, "--accept")[0] == 0
    assert run("settings", file, "--soon", 5)[0] == 0
    assert run("clock", file)[1].endswith("电脑日期没有问题\n")
