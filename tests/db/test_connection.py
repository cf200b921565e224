"""The file: ours alone while open, untouched by every failure, complete at any moment."""

import os
import sqlite3
import subprocess
import sys

import pytest

from db import action_edits, actions, checklists, connection, steps, tasks, words
from db.errors import ChecklistError, DiskFull, FileDamaged, FileLocked, FileReadOnly, FileTooNew, NotAChecklist
from db.login import login_name
from tests.builders import add

TODAY = "2020-06-18"


def refused(path, kind):
    """Open a file that has to be refused: its bytes and time stay, the sentence names it."""
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(kind) as error:
        connection.open(path, by="李明")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert path.name in str(error.value)
    return str(error.value)


@pytest.fixture
def closed(checklist):
    add(checklist)
    checklist.close()
    return checklist.path


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 200, os.urandom(5000)])
def test_a_file_that_is_not_ours(tmp_path, content):
    path = tmp_path / "别的.luoshi"
    path.write_bytes(content)
    assert "不是落实台账文件" in refused(path, NotAChecklist)


def test_another_programs_database(tmp_path):
    path = tmp_path / "别的.luoshi"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    refused(path, NotAChecklist)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileReadOnly) as error:
        connection.open(tmp_path / "没有.luoshi", by="李明")
    assert "打不开" in str(error.value)
    assert not (tmp_path / "没有.luoshi").exists()


def test_a_second_program_is_kept_out(checklist):
    code = (
        "import sys\nfrom pathlib import Path\nfrom db import connection\nfrom db.errors import FileLocked\n"
        "try:\n connection.open(Path(sys.argv[1]), by='王芳')\nexcept FileLocked as error:\n sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(checklist.path)], check=False)
    assert done.returncode == 7
    with pytest.raises(FileLocked):
        connection.open(checklist.path, by="王芳")
    add(checklist)  # and the first one works on


def test_a_file_of_a_newer_version(closed):
    other = sqlite3.connect(closed)
    other.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('checklist', 'm9999_later', '')"
    )
    other.commit()
    other.close()
    assert "更新版本" in refused(closed, FileTooNew)


def test_a_damaged_file(closed):
    data = bytearray(closed.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 600] = b"\xff" * len(data[page : page + 600])
    closed.write_bytes(bytes(data))
    refused(closed, FileDamaged)


def test_a_read_only_file(closed, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anything: ask as an ordinary user
    assert "只读" in refused(closed, FileReadOnly)


def _fill(checklist):
    for n in range(500):
        add(checklist, f"{n}" + "长" * 400)


def test_a_full_disk_keeps_what_was_there(checklist):
    add(checklist)
    pages = checklist.db.execute("PRAGMA page_count").fetchone()[0]
    checklist.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        _fill(checklist)
    before = actions.all(checklist)
    assert steps.undoable(checklist) is not None
    checklist.close()
    again = connection.open(checklist.path, by="李明")
    assert actions.all(again) == before
    again.close()


def test_killed_half_way_leaves_the_file_as_it_was(closed):
    before = connection.open(closed, by="x")
    shown = actions.all(before)
    before.close()
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom db import connection\nfrom db.edit import edit\n"
        "checklist = connection.open(Path(sys.argv[1]), by='x')\n"
        "with edit(checklist, 'add', title='x') as e:\n"
        " for n in range(3000):\n  e.insert('unit', name=f'{n}' + '局' * 100)\n os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(closed)], check=False).returncode == 9
    again = connection.open(closed, by="x")
    assert actions.all(again) == shown
    assert again.db.execute("SELECT count(*) FROM unit").fetchone()[0] < 3000
    again.close()


def test_creating_never_overwrites_and_leaves_nothing_half_done(closed, notice):
    with pytest.raises(ChecklistError) as error:
        checklists.create(closed, county="安岭县", lead_unit="县发改局", plan_year=2020, notice=notice, by="x")
    assert error.value.code == "file_exists"
    other = closed.with_name("新.luoshi")
    with pytest.raises(RuntimeError), connection.creating(other, by="x"):
        raise RuntimeError
    assert list(closed.parent.iterdir()) == [closed]


@pytest.mark.parametrize(
    ("county", "lead", "year", "field"),
    [(" ", "局", 2020, "county"), ("县", "", 2020, "lead_unit"), ("县", "局", 20, "plan_year")],
)
def test_settings_that_cannot_stand(tmp_path, notice, county, lead, year, field):
    with pytest.raises(ChecklistError) as error:
        checklists.create(tmp_path / "x.luoshi", county=county, lead_unit=lead, plan_year=year, notice=notice, by="x")
    assert error.value.field == field
    assert not list(tmp_path.iterdir())


def test_a_copy_is_whole_and_ours(checklist):
    add(checklist)
    copy = checklist.path.with_name("副本.luoshi")
    connection.save_copy(checklist, copy)
    again = connection.open(copy, by="王芳")
    assert actions.all(again) == actions.all(checklist)
    again.close()
    with pytest.raises(ChecklistError):
        connection.save_copy(checklist, checklist.path)


def test_the_28_tasks_stand_in_the_file(checklist, notice):
    stored = tasks.all(checklist)
    assert [(t.number, t.title, t.body, t.sentences, t.bodies) for t in stored] == [
        (t.number, t.title, t.body, t.sentences, t.departments) for t in notice.tasks
    ]
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        checklist.db.execute("UPDATE task SET title = 'x' WHERE number = 5")


def test_history_can_neither_be_changed_nor_deleted(checklist):
    add(checklist)
    for sql in ("DELETE FROM history", "UPDATE history SET who = 'x'", "DELETE FROM step"):
        with pytest.raises(sqlite3.IntegrityError):
            checklist.db.execute(sql)


def test_edits_are_recorded_under_the_present_user(checklist):
    other = checklist.under("王芳")
    action = add(other)
    action_edits.rename(other, action, "改名")
    who = [row[0] for row in checklist.db.execute("SELECT who FROM history ORDER BY id")]
    assert who == ["李明", "王芳", "王芳"]


def test_a_county_whose_name_no_file_may_bear(tmp_path, notice):
    name = connection.file_name('青川/x:"甲"', 2020)
    assert not set('\\/:*?"<>|') & set(name)
    path = tmp_path / name
    checklists.create(path, county="青川/x", lead_unit="局", plan_year=2020, notice=notice, by="李明").close()
    assert path.is_file()


def test_a_machine_that_knows_no_name(monkeypatch):
    def unknown():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert login_name() == words.NOBODY


def test_looking_at_an_open_file_again_does_not_give_its_lock_away(checklist, tmp_path):
    with pytest.raises(FileLocked):
        connection.open(checklist.path, by="王芳")
    link = tmp_path / "别名.luoshi"
    link.symlink_to(checklist.path)
    with pytest.raises(FileLocked):
        connection.open(link, by="王芳")
    code = "import sys; from pathlib import Path; from db import connection; connection.open(Path(sys.argv[1]), by='x')"
    other = subprocess.run([sys.executable, "-c", code, checklist.path], capture_output=True, text=True, check=False)
    assert "FileLocked" in other.stderr
    checklist.path.open("rb").close()  # as a file dialog does: it takes SQLite's own lock away
    other = subprocess.run([sys.executable, "-c", code, checklist.path], capture_output=True, text=True, check=False)
    assert "FileLocked" in other.stderr
    add(checklist)
    checklist.close()
    connection.open(checklist.path, by="王芳").close()
