"""The same data gives the same bytes, and a file appears whole or not at all."""

import dataclasses
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports import render
from reports.errors import Cancelled, ReportError
from reports.fonts import Faces
from reports.render import build, export
from tests.builders import TODAY, add
from tests.reports.conftest import NOW

OPEN = Path.open


@pytest.fixture
def small(checklist, gathered):
    """Data of one action, quickly printed."""
    add(checklist, title="只此一项", lead="县人社局")
    return gathered()


def content(data):
    return build("breakdown", data, Faces(bundled_only=True))[0]


def test_same_data_same_bytes_whatever_was_printed_before(county_data, small):
    first = content(county_data)
    content(small)
    assert content(county_data) == first


def test_another_moment_other_bytes(small):
    assert content(small) == content(small)
    assert content(small) != content(dataclasses.replace(small, now=f"{TODAY}T09:31:00"))
    tomorrow = dataclasses.replace(small.yard, today="2020-06-19")
    assert content(small) != content(dataclasses.replace(small, yard=tomorrow))


def test_same_bytes_from_another_process(county_data, sample_file, tmp_path):
    command = [sys.executable, "-m", "reports", "breakdown", sample_file, "-o", tmp_path / "表.pdf"]
    options = ["--today", TODAY, "--now", NOW, "--bundled-fonts"]
    subprocess.run([*command, *options], check=True, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True)
    assert (tmp_path / "表.pdf").read_bytes() == content(county_data)


def test_an_unknown_kind_is_refused(small, tmp_path):
    with pytest.raises(ReportError) as error:
        export("ledgr", small, tmp_path / "表.pdf")
    assert (error.value.code, str(error.value)) == ("kind_unknown", "没有“ledgr”这种报告。")
    assert list(tmp_path.glob("*.pdf*")) == []


def full_disk(*_args):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_permission(*_args):
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def no_writing(path, mode="r", **more):
    if "w" in mode:
        no_permission()
    return OPEN(path, mode, **more)


@pytest.mark.parametrize(
    ("owner", "call", "failure", "code"),
    [
        (render.os, "fsync", full_disk, "disk_full"),
        (render.os, "fsync", no_permission, "read_only"),
        (Path, "open", no_writing, "read_only"),  # a folder that may not be written
        (Path, "replace", no_permission, "read_only"),  # Windows, while a reader shows the old file
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(small, tmp_path, monkeypatch, owner, call, failure, code):
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "表.pdf"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(owner, call, failure)
        refuse(small, path, code)
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_disk_that_is_really_full(small, tmp_path):
    path = tmp_path / "表.pdf"
    path.write_bytes(b"old")
    (tmp_path / "表.pdf.part").symlink_to("/dev/full")
    refuse(small, path, "disk_full")
    assert path.read_bytes() == b"old"
    assert not (tmp_path / "表.pdf.part").is_symlink()


@pytest.mark.parametrize(("place", "code"), [("gone/表.pdf", "folder_gone"), ("out", "read_only")])
def test_a_place_where_no_file_can_be(small, tmp_path, place, code):
    (tmp_path / "out").mkdir()
    before = sorted(tmp_path.iterdir())
    refuse(small, tmp_path / place, code)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("path", [Path(), Path("/")])
def test_a_place_without_a_name(small, path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = set(Path("/").iterdir())
    refuse(small, path, "read_only")
    assert set(Path("/").iterdir()) == before


def refuse(data, path, code):
    with pytest.raises(ReportError) as error:
        export("breakdown", data, path, bundled_only=True)
    assert error.value.code == code
    assert (path.name or str(path)) in str(error.value)


def test_called_off_nothing_is_written(small, tmp_path):
    path = tmp_path / "表.pdf"
    with pytest.raises(Cancelled):
        export("breakdown", small, path, bundled_only=True, tell=lambda done, _total: done < 5)
    assert not path.exists()
    assert not path.with_name("表.pdf.part").exists()


def test_a_new_report_takes_the_place_of_the_old_one(small, tmp_path):
    path = tmp_path / "表.pdf"
    path.write_bytes(b"old")
    told = export("breakdown", small, path, bundled_only=True)
    assert path.read_bytes() == content(small)
    assert told == render.Printed(path, told.pages, ())
    assert not path.with_name("表.pdf.part").exists()
