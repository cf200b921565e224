"""`python -m reports`: a report from a script, and one sentence when there is none."""

import pytest

from db import connection, locking, periods
from reports.__main__ import main
from reports.kinds import KINDS
from tests.builders import TODAY, add
from tests.conftest import clock
from tests.reports.conftest import NOW
from tests.reports.paper import Paper

DAY = ["--today", TODAY, "--now", NOW, "--bundled-fonts"]


@pytest.fixture
def refused(capsys):
    """Run it: exit code 2, nothing on stdout, one sentence on stderr, which is returned."""

    def run(*arguments):
        assert main([str(argument) for argument in arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        return err.strip()

    return run


def test_what_there_is(capsys):
    assert main(["--list"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{name}  {kind.name}" for name, kind in KINDS.items()]


def test_make_a_report(sample_file, tmp_path, capsys, paper):
    out = tmp_path / "表.pdf"
    before = sample_file.read_bytes()
    assert main(["breakdown", str(sample_file), "-o", str(out), *DAY]) == 0
    assert capsys.readouterr() == (f"{out}  {len(paper.pages)}页\n", "")
    assert Paper(out.read_bytes()).pages == paper.pages
    assert sample_file.read_bytes() == before


def test_it_tells_what_no_face_could_draw_and_where_that_stands(checklist, tmp_path, capsys):
    add(checklist, title="请王😀同志牵头", lead="𠮷县局")
    checklist.close()
    assert main(["breakdown", str(checklist.path), "-o", str(tmp_path / "表.pdf"), *DAY]) == 0
    told = "有2个字没有字形，印成了〓：😀（“请王〓同志牵头”）、𠮷（“〓县局”）。\n"
    assert capsys.readouterr().err == told


def test_what_a_pack_holds_can_be_told(sample_file, tmp_path, refused):
    out = tmp_path / "材料.pdf"
    assert refused("pack", sample_file, "-o", out, "--extras", "timeline,ledgr") == "没有“ledgr”这种报告。"
    assert main(["pack", str(sample_file), "-o", str(out), "--extras", "timeline，breakdown", *DAY]) == 0
    text = Paper(out.read_bytes()).pages[1].text
    assert text.index("进度图") < text.index("任务分解表")


def test_a_kind_there_is_not(refused, sample_file, tmp_path):
    assert refused("ledgr", sample_file, "-o", tmp_path / "表.pdf") == "没有“ledgr”这种报告。"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_not_ours(refused, tmp_path, content):
    other = tmp_path / "别的.luoshi"
    other.write_bytes(content)
    assert "“别的.luoshi”" in refused("breakdown", other, "-o", tmp_path / "表.pdf", *DAY)
    assert other.read_bytes() == content
    assert list(tmp_path.iterdir()) == [other]


def test_a_file_that_is_not_there(refused, tmp_path):
    assert "“没有.luoshi”" in refused("breakdown", tmp_path / "没有.luoshi", "-o", tmp_path / "表.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_somebody_works_in(refused, county, tmp_path):
    assert county.path.name in refused("breakdown", county.path, "-o", tmp_path / "表.pdf", *DAY)
    assert not (tmp_path / "表.pdf").exists()


def test_never_over_the_checklist_itself(refused, sample_file):
    before = sample_file.read_bytes()
    assert "不能用报告覆盖它" in refused("breakdown", sample_file, "-o", sample_file, *DAY)
    assert sample_file.read_bytes() == before


@pytest.mark.parametrize("option", ["--today", "--now"])
@pytest.mark.parametrize("value", ["6月18日", "2020-06-31"])
def test_a_day_there_is_not(refused, sample_file, tmp_path, option, value):
    said = refused("breakdown", sample_file, "-o", tmp_path / "表.pdf", option, value)
    assert said == f"“{value}”不是日期，应写成2020-06-18。"


def test_a_place_that_cannot_be_written(refused, sample_file, tmp_path):
    said = refused("breakdown", sample_file, "-o", tmp_path / "gone" / "表.pdf", *DAY)
    assert said.startswith("要放“表.pdf”的文件夹不在了")


@pytest.mark.parametrize("arguments", [[], ["breakdown"], ["breakdown", "x.luoshi"]])
def test_too_few_words(capsys, arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "需要报告种类、台账文件和 -o 输出文件" in capsys.readouterr().err


def test_a_closed_period_prints_as_it_stood(refused, sample_file, tmp_path, capsys):
    path, out, again = (tmp_path / name for name in ("x.luoshi", "表.pdf", "再.pdf"))
    path.write_bytes(sample_file.read_bytes())
    checklist = connection.open(path, by="李明", clock=clock)
    locking.lock(checklist, periods.parse("2020-06"), today=TODAY)
    checklist.close()
    assert main(["breakdown", str(path), "-o", str(out), "--period", "2020-06", *DAY]) == 0
    later = ["--today", "2020-12-01", *DAY[2:]]
    assert main(["breakdown", str(path), "-o", str(again), "--period", "2020-06", *later]) == 0
    capsys.readouterr()
    assert again.read_bytes() == out.read_bytes()
    assert "按2020年6月封账时的数据生成" in Paper(out.read_bytes()).text
    assert main(["breakdown", str(path), "-o", str(out), "--period", "2020-03", *DAY]) == 0
    capsys.readouterr()
    assert "按当前数据生成" in Paper(out.read_bytes()).text  # a period nobody closed is told as things stand
    assert refused("breakdown", path, "-o", out, "--period", "六月", *DAY).startswith("“六月”不是期次")
