"""The faces of the machine: found by what they are called, used where they can be, the bundled ones behind them."""

import os
from pathlib import Path

import pytest

from reports import font_files
from reports.fonts import Faces
from reports.official_faces import OFFICIAL
from reports.official_faces import official as official_of
from tests.reports.font_maker import collection, font


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The only font folder of the machine."""
    monkeypatch.setattr(font_files, "folders", lambda: [tmp_path])
    return tmp_path


def official(role):
    return official_of(role, font_files.installed())


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_face_is_known_by_its_name_wherever_its_file_lies(folder):
    put(folder, "fonts-cesi/truetype/a.TTF", font(family="方正黑体_GBK", postscript="FZHei-B01"))
    faces = Faces()
    assert faces.glyph("hei", "县")[0].startswith(str(folder / "fonts-cesi/truetype/a.TTF"))
    assert faces.glyph("hei", "㙟")[0] == "GWSong"
    assert faces.told("hei") == "黑体：方正黑体_GBK（系统）"
    assert Faces(bundled_only=True).glyph("hei", "县")[0] == "GWHei"
    assert Faces(bundled_only=True).told("hei") == "黑体：黑体（随程序）"


@pytest.mark.parametrize(
    "names",
    [
        {"family": "SimHei"},
        {"full": "黑体", "family": "?"},
        {"postscript": "SimHei", "family": "?"},
        {"family": "sim hei"},
    ],
)
def test_any_of_its_names_will_do(folder, names):
    put(folder, "x.ttf", font(**{"postscript": "Any-Name"} | names))
    assert official("hei")[0] == "黑体"


def test_a_name_that_only_begins_alike_is_another_face(folder):
    put(folder, "simsunb.ttf", font("GWSong", family="SimSun-ExtB", postscript="SimSun-ExtB"))
    assert official("song") is None


def test_the_first_of_the_table_is_taken(folder):
    put(folder, "a.ttf", font(family="SimHei", postscript="SimHei-1"))
    put(folder, "b.ttf", font(family="方正黑体_GBK", postscript="FZHei-B01-1"))
    assert official("hei")[0] == "方正黑体_GBK"


def test_a_face_inside_a_collection(folder):
    two = font("GWHei", family="Other", postscript="Other"), font("GWSong", family="SimSun", postscript="SimSun-2")
    path = put(folder, "simsun.ttc", collection(*two))
    title, face = official("song")
    assert (title, face.fontName.rpartition("#")[0]) == ("宋体", f"{path}#1")
    assert face.stringWidth("县", 1) == 1.0


SIMHEI = {"family": "SimHei"}


@pytest.mark.parametrize(
    "content",
    [
        font(**SIMHEI, postscript="R1", rights=0x0002),
        font(**SIMHEI, postscript="R2", rights=0x0208),
        font(**SIMHEI, postscript="R3", rights=0x0100),
        font(**SIMHEI, postscript="C", outlines=b"OTTO"),
        font(**SIMHEI, postscript="B", style="Bold"),
        font("GWFangFill", **SIMHEI, postscript="F"),  # lacks most of GB 2312
        font(**SIMHEI, postscript="T")[:100_000],
        font(**SIMHEI, postscript="T")[:1200],
        b"",
        b"ttcf",
        b"ttcf" + b"\xff" * 40,
        b"\0\1\0\0" + b"\xff" * 400,
        os.urandom(300),
    ],
    ids=["may not be embedded", "bitmaps only", "only as a whole", "CFF", "bold", "incomplete", "cut off",
         "cut off early", "empty", "half a collection", "mad collection", "mad tables", "noise"],
)  # fmt: skip
def test_a_face_that_cannot_be_used_is_passed_over(folder, content):
    put(folder, "a/simhei.ttf", content)
    assert Faces().glyph("hei", "县")[0] == "GWHei"
    put(folder, "b/simhei.ttf", font(**SIMHEI, postscript=f"Good{folder.name[-2:]}"))
    assert Faces().glyph("hei", "县")[0].startswith(str(folder / "b"))


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_face_that_may_be_printed_and_edited_is_used(folder, rights):
    put(folder, "simhei.ttf", font(**SIMHEI, postscript=f"Free{rights}", rights=rights))
    assert Faces().glyph("hei", "县")[0].startswith(str(folder))


def test_narrow_quotation_marks_are_taken_from_a_face_that_fills_the_square(folder):
    put(folder, "simkai.ttf", font("GWKai", family="KaiTi", postscript="KaiTi-3"))
    faces = Faces()
    assert faces.glyph("kai", "县")[0].startswith(str(folder))
    assert {faces.glyph("kai", mark) for mark in "“”‘’"} == {("GWSong", 1.0)}


def test_a_file_is_read_once_until_it_changes(folder, monkeypatch):
    path = put(folder, "x.ttf", font(family="SimHei"))
    assert [face.names for face in font_files.installed()] == [{"simhei", "maderegular"}]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", None)
        assert len(font_files.installed()) == 1
    path.write_bytes(font(family="KaiTi"))
    os.utime(path, (1, 1))
    assert [face.names for face in font_files.installed()] == [{"kaiti", "maderegular"}]


def test_a_link_that_leads_nowhere_is_passed_over(folder):
    (folder / "x.ttf").symlink_to(folder / "gone.ttf")
    assert font_files.installed() == []


def test_where_linux_keeps_its_fonts(monkeypatch, tmp_path):
    monkeypatch.setattr(font_files.sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert {Path("/usr/share/fonts"), tmp_path / ".local/share/fonts", tmp_path / ".fonts"} <= set(font_files.folders())


def test_where_windows_and_wps_keep_their_fonts(monkeypatch, tmp_path):
    monkeypatch.setattr(font_files.sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    of_wps = tmp_path / "Local/Kingsoft/WPS Office/11.8/office6/fonts"
    of_wps.mkdir(parents=True)
    first = [tmp_path / "Windows/Fonts", tmp_path / "Local/Microsoft/Windows/Fonts", of_wps]
    assert font_files.folders()[:3] == first


def test_no_name_stands_for_two_faces():
    names = [font_files.folded(name) for table in OFFICIAL.values() for _, names in table for name in names]
    assert len(names) == len(set(names)) > 50
