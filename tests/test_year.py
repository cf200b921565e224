"""A whole year of a county, by script: broken down, issued, reported, extended, closed, locked and compared."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from db import actions, check, connection, counts, periods, settings, snapshots
from db.__main__ import main
from reports.data import gather
from reports.options import Options

HALF = periods.parse("2020-H1")


class Terminal(io.StringIO):
    """Takes what a command prints."""

    def reconfigure(self, **_):
        """As sys.stdout's own."""


class County:
    """A new county's file, spoken to as the command line speaks."""

    def __init__(self, path):
        self.path = path

    def do(self, command, *words, today="", code=0):
        """What a command prints; what it complains of where that is expected."""
        day = ["--today", today] if today else []
        out, err = Terminal(), Terminal()
        with redirect_stdout(out), redirect_stderr(err):
            assert main([command, str(self.path), *map(str, words), *day]) == code, err.getvalue()
        return err.getvalue() if code else out.getvalue()

    def refused(self, command, *words, today=""):
        """The one sentence a command is refused with; the file is as it was."""
        before = self.read(lambda c: c.db.execute("SELECT count(*) FROM history").fetchone())
        said = self.do(command, *words, today=today, code=2)
        assert self.read(lambda c: c.db.execute("SELECT count(*) FROM history").fetchone()) == before
        assert said.count("\n") == 1
        return said

    def read(self, question):
        checklist = connection.open(self.path, by="李明")
        try:
            return question(checklist)
        finally:
            checklist.close()

    def action(self, code, on=""):
        return self.read(lambda c: next(a for a in actions.all(c, on) if a.code == code))

    def total(self, today):
        return self.read(lambda c: counts.read(c, today).total)


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """安岭县 from April to December 2020; every act is a command of `python -m db`."""
    county = County(tmp_path_factory.mktemp("year") / "安岭县-2020.luoshi")
    do = county.do
    do("new", "--county", "安岭县")
    for name, short in (
        ("安岭县人力资源和社会保障局", "县人社局"), ("安岭县教育局", "县教育局"), ("安岭县工业和信息化局", "县工信局"),
    ):  # fmt: skip
        do("unit-add", name, "--short", short)
    do("person-add", "李明", "--unit", "县人社局", "--post", "股长", "--phone", "0000-7120001")
    do("leave-out", "--task", 13, "--reason", "本县不是边境县", "--confirmer", "周建国")

    april = {"today": "2020-04-13"}
    for title, lead, due in (
        ("摸底农民工培训需求", "县人社局", "6月底前"), ("开展岗前培训3000人次", "县人社局", "三季度"),
        ("编制培训教材", "县教育局", "5月底前"), ("建设实训基地", "县工信局", "年底前"),
    ):  # fmt: skip
        do("add", "--task", 5, "--title", title, "--lead", lead, "--due", due, **april)
    do("due", "532-05-04", "--to", "交办之日起30个工作日内", **april)
    do("due", "532-05-04", "--to", "年底前", "--rule", "previous", **april)
    do("assign", "532-05-01", "--role", "supporting", "--to", "县教育局")
    do("issue", "--task", 5, "--on", "2020-04-24", "--number", "安政办发〔2020〕12号", today="2020-04-24")

    do("report", "532-05-01", "--period", "2020-04", "--percent", 30, "--done", "已布置", today="2020-04-28")
    do("lock", "--period", "2020-04", today="2020-05-06")
    for code, percent in (("532-05-01", 60), ("532-05-02", 20), ("532-05-03", 90)):
        do("report", code, "--period", "2020-05", "--percent", percent, "--done", "按计划推进", today="2020-05-25")
    do("unit-rename", "县工信局", "安岭县科技和工业信息化局", "--short", "县科工信局", "--since", "2020-06-01")
    # One extension in time, one late.
    asked = ("--reason", "汛期", "--applicant", "县人社局")
    do("extend", "532-05-02", "--to", "10月底前", *asked, today="2020-06-10")
    do("extend-decide", "532-05-02", "--approver", "周建国", today="2020-06-11")
    do("extend", "532-05-03", "--to", "6月底前", *asked, today="2020-06-12")
    do("extend-decide", "532-05-03", "--approver", "周建国", today="2020-06-12")

    do("problem-add", "532-05-04", "--text", "缺实训场地", "--level", 2, today="2020-06-15")
    do("done", "532-05-01", "--on", "2020-06-20", "--claimed-by", "李明", today="2020-06-22")
    do("done", "532-05-03", "--on", "2020-06-20", "--claimed-by", "陈静", today="2020-06-22")
    do("send-back", "532-05-03", "--reason", "教材缺两册", "--confirmer", "周建国", today="2020-06-24")
    decided = ("--method", "site", "--verifier", "尹杰", "--confirmer", "周建国")
    do("close", "532-05-01", *decided, today="2020-06-28")
    do("report", "532-05-03", "--period", "2020-06", "--percent", 95, "--done", "补编两册", today="2020-06-29")
    do("lock", "--period", "2020-H1", today="2020-06-30")

    do("done", "532-05-03", "--on", "2020-07-03", "--claimed-by", "陈静", today="2020-07-03")
    do("close", "532-05-03", *decided, today="2020-07-10")
    do("reopen", "532-05-01", "--reason", "回头看发现遗漏", "--confirmer", "周建国", today="2020-07-15")
    do("problem-solve", 1, "--how", "职教中心提供场地", today="2020-07-20")
    return county


def test_the_file_is_sound(year):
    assert year.do("check", today="2020-12-31") == "没有发现问题\n"
    assert year.read(lambda c: check.findings(c, "2020-07-31")) == []


def test_what_was_issued_keeps_its_original_date(year):
    two, three, four = (year.action(f"532-05-0{n}") for n in (2, 3, 4))
    assert (two.original_due_on, two.due_on, two.extensions, two.late_request) == ("2020-09-30", "2020-10-31", 1, False)
    assert (three.original_due_on, three.due_on, three.late_request) == ("2020-05-31", "2020-06-30", True)
    assert (four.due_on, four.due_rule, four.start_on) == ("2020-12-31", "previous", "2020-04-24")
    assert "延期" in year.refused("due", "532-05-02", "--to", "年底前", today="2020-07-01")


def test_done_late_is_late_for_good(year):
    assert year.action("532-05-03").status == "closed"
    assert year.total("2020-07-31").finished_late == 1
    assert year.total("2020-07-31").late_requests == 1


def test_what_was_reopened_goes_on_and_is_overdue(year):
    one = year.action("532-05-01")
    assert (one.status, one.percent, one.closed_on) == ("in_progress", 60, None)
    assert year.total("2020-07-31").overdue == 1


def test_the_half_year_is_closed_with_its_months(year):
    for period in ("2020-04", "2020-05", "2020-06", "2020-Q2", "2020-H1"):
        said = year.refused("report", "532-05-02", "--period", period, "--percent", 50, today="2020-07-31")
        assert "封账" in said
    said = ("--percent", 50, "--done", "更正上半年数据")
    year.do("report", "532-05-02", "--period", "2020-07", *said, today="2020-07-31")
    assert year.action("532-05-02").percent == 50


def test_what_the_half_year_was_is_known_still(year):
    held = year.read(lambda c: snapshots.read(c, HALF))
    then = {action.code: action.status for action in held.actions}
    assert then["532-05-01"] == "closed"
    assert then["532-05-03"] == "in_progress"
    assert held.counts.total.closed == 1
    paper = year.read(lambda c: gather(c, "2020-12-01", "2020-12-01T09:00:00", Options(period=HALF)))
    assert paper.counts.total == held.counts.total


def test_the_comparison_names_what_moved(year):
    told = json.loads(year.do("compare", "--json", today="2020-07-31"))
    assert told["before"]["period"] == "2020-H1", "the half-year was closed last, though months are reported"
    codes = {group: [change["code"] for change in its] for group, its in told["groups"].items()}
    assert codes["finished"] == ["532-05-03"]
    assert codes["unfinished"] == codes["overdue"] == ["532-05-01"]


def test_a_renamed_unit_bears_its_name_of_the_day(year):
    assert year.action("532-05-04", "2020-05-31").lead == "县工信局"
    assert year.action("532-05-04", "2020-06-01").lead == "县科工信局"
    assert "县科工信局" in year.refused("assign", "532-05-02", "--role", "lead", "--to", "县工信局")


def test_figures_of_a_unit_and_of_all_agree(year):
    figures = year.read(lambda c: counts.read(c, "2020-07-31"))
    assert sum(tally.actions for tally in figures.leads.values()) == figures.total.actions == 4
    assert figures.total.not_applicable == 1


@pytest.mark.parametrize(
    ("command", "words", "today", "says"),
    [
        ("assign", ("532-05-02", "--role", "lead", "--to", "县人社局", "县教育局"), "", "只能有一个"),
        ("extend", ("532-05-02", "--to", "7月1日", "--reason", "甲", "--applicant", "县人社局"), "2020-07-31", "今天"),
        ("report", ("532-05-02", "--period", "2020-08", "--percent", 10, "--done", "x"), "2020-08-31", "原因"),
        ("move", ("532-05-02", "--under", "532-05-02"), "", "自己的子行动"),
        ("lock", ("--period", "2020-06"), "2020-07-31", "封账"),
    ],
)
def test_bad_input_gets_one_sentence_and_leaves_no_trace(year, command, words, today, says):
    assert says in year.refused(command, *words, today=today)


def test_a_claimant_does_not_close_his_own(year):
    year.do("done", "532-05-04", "--on", "2020-08-03", "--claimed-by", "李明", today="2020-08-03")
    said = year.refused(
        "close", "532-05-04", "--method", "phone", "--verifier", "尹杰", "--confirmer", "李明", today="2020-08-03"
    )
    assert "李明" in said


def test_2027_has_no_calendar_yet(year):
    yard = year.read(lambda c: settings.yardstick(c, "2026-12-30"))
    assert not yard.calendar.is_known(2027)
