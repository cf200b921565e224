"""Files that prove what was done: copied in whole or not at all, held to their hash, never lost to undo."""

import errno
import hashlib
import os
import shutil

import pytest

from db import action_edits, actions, check, connection, evidence, evidence_files, steps, tasks
from db.errors import DiskFull, FileReadOnly, RuleBroken
from db.evidence_files import folder_of
from tests.builders import TODAY, add, rows


@pytest.fixture
def action(checklist):
    return add(checklist, lead="县人社局")


@pytest.fixture
def paper(tmp_path):
    """A file to add, with a name as they come."""
    path = tmp_path / "关于 “技能提升” 的批复（2020）.PDF"
    path.write_bytes(b"%PDF-1.4 " + "同意。".encode())
    return path


def put(checklist, action, *paths, note=""):
    return evidence.add(checklist, action, paths, note, today=TODAY)


def files(checklist):
    folder = folder_of(checklist.path)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def refused(code, verb, *args, **more):
    with pytest.raises(RuleBroken) as error:
        verb(*args, **more)
    assert error.value.code == code
    assert str(error.value).endswith("。")
    return str(error.value)


def test_a_file_lies_beside_the_checklist_under_its_hash(checklist, action, paper):
    put(checklist, action, paper, note=" 县政府\n批复 ")
    (found,) = evidence.of_action(checklist, action)
    sha256 = hashlib.sha256(paper.read_bytes()).hexdigest()
    assert (found.code, found.name, found.sha256, found.size) == (
        "532-05-01", paper.name, sha256, paper.stat().st_size,
    )  # fmt: skip
    assert (found.note, found.added_on, found.added_by) == ("县政府 批复", TODAY, "李明")
    path = evidence.path_of(checklist, found)
    assert path == checklist.path.with_name("安岭县-2020.luoshi.佐证") / f"{sha256}.pdf"
    assert path.read_bytes() == paper.read_bytes()
    assert actions.get(checklist, action).evidence == 1
    assert check.findings(checklist, TODAY) == evidence.verify(checklist) == []


def test_the_same_content_is_stored_once(checklist, action, paper, tmp_path):
    other = add(checklist, "另一项")
    twin = tmp_path / "副本.pdf"
    shutil.copy(paper, twin)
    put(checklist, action, paper)
    put(checklist, other, twin)
    assert len(files(checklist)) == 1
    evidence.remove(checklist, evidence.of_action(checklist, action)[0].id)
    assert evidence.verify(checklist) == [], "the other action still rests on it"


def test_the_same_content_on_one_action_is_refused(checklist, action, paper, tmp_path):
    put(checklist, action, paper)
    twin = tmp_path / "副本.pdf"
    shutil.copy(paper, twin)
    before = rows(checklist), files(checklist)
    assert paper.name in refused("evidence_twice", put, checklist, action, twin)
    assert (rows(checklist), files(checklist)) == before
    new = tmp_path / "新.txt"
    new.write_text("新", encoding="utf-8")
    refused("evidence_twice", put, checklist, action, new, twin)
    assert (rows(checklist), files(checklist)) == before, "none of them, and no file left over"


@pytest.mark.parametrize("harm", ["gone", "altered"])
def test_adding_a_lost_file_again_puts_it_back(checklist, action, paper, harm):
    put(checklist, action, paper)
    path = evidence.path_of(checklist, evidence.all(checklist)[0])
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(b"x" * path.stat().st_size)
    assert [finding.fault for finding in evidence.verify(checklist)] == [harm.replace("gone", "missing")]
    assert not put(checklist, action, paper), "the row was there all along"
    assert evidence.verify(checklist) == []


def test_undo_takes_the_row_back_and_redo_finds_the_file(checklist, action, paper):
    before = rows(checklist)
    put(checklist, action, paper)
    steps.undo(checklist)
    assert rows(checklist) == before
    assert [path.suffix for path in evidence.orphans(checklist)] == [".pdf"]
    steps.redo(checklist)
    assert evidence.verify(checklist) == evidence.orphans(checklist) == []
    found = evidence.all(checklist)[0]
    evidence.remove(checklist, found.id)
    assert len(files(checklist)) == 1
    steps.undo(checklist)
    assert evidence.all(checklist) == [found]
    action_edits.delete(checklist, [action])
    assert evidence.all(checklist) == []
    steps.undo(checklist)
    assert evidence.verify(checklist) == []


def test_a_note_can_be_changed(checklist, action, paper):
    put(checklist, action, paper)
    row = evidence.all(checklist)[0].id
    evidence.set_note(checklist, row, "第2页")
    assert evidence.get(checklist, row).note == "第2页"
    refused("evidence_note_long", evidence.set_note, checklist, row, "长" * 201)
    evidence.remove(checklist, row)
    refused("evidence_unknown", evidence.set_note, checklist, row, "")


def test_what_is_no_evidence(checklist, action, paper, tmp_path, monkeypatch):
    empty, folder, big = tmp_path / "空.txt", tmp_path / "夹", tmp_path / "大.bin"
    empty.touch()
    folder.mkdir()
    big.write_bytes(b"x" * 2048)
    monkeypatch.setattr(evidence_files, "LIMIT", 1024)
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    for code, path in (
        ("evidence_empty", empty), ("evidence_folder", folder), ("evidence_big", big), ("evidence_special", pipe),
        ("evidence_gone", tmp_path / "没有.pdf"), ("evidence_itself", checklist.path),
        ("evidence_gone", tmp_path / ("长" * 300)) if os.name == "nt" else ("evidence_name", tmp_path / ("a" * 300)),
    ):  # fmt: skip
        refused(code, put, checklist, action, paper, path)
        assert files(checklist) == []
    refused("evidence_none", put, checklist, action)
    assert evidence.all(checklist) == []


def test_a_link_to_the_checklist_is_the_checklist(checklist, action, tmp_path):
    link = tmp_path / "台账.pdf"
    link.symlink_to(checklist.path)
    refused("evidence_itself", put, checklist, action, link)


@pytest.mark.parametrize("name", ["坏\n名.pdf", "坏\x07名.pdf", os.fsdecode(b"\xff.pdf")])
def test_a_name_that_cannot_be_shown(checklist, action, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    sentence = refused("evidence_name", put, checklist, action, path)
    assert sentence.encode("utf-8")
    assert files(checklist) == []


@pytest.mark.parametrize(
    ("name", "ending"),
    [("长" * 80 + ".docx", ".docx"), ("没有扩展名", ""), (".隐藏", ""), ("a.关于技能", ""), ("a.tar.gz", ".gz"),
     ("a b　c.JPG", ".jpg"), ("安\u200b岭.png", ".png"), ("a.", "")],
)  # fmt: skip
def test_any_other_name_works(checklist, action, tmp_path, name, ending):
    path = tmp_path / name
    path.write_bytes(b"x")
    put(checklist, action, path)
    found = evidence.all(checklist)[0]
    assert found.name == name.replace("\u200b", "")
    assert evidence.path_of(checklist, found).name == found.sha256 + ending
    assert evidence.verify(checklist) == []


def test_a_file_that_cannot_be_read(checklist, action, paper, monkeypatch):
    def fail(source):
        yield b"half of it"
        raise RuleBroken("evidence_unreadable", field="file", name=source.name)

    monkeypatch.setattr(evidence_files, "_chunks", fail)
    refused("evidence_unreadable", put, checklist, action, paper)
    assert not folder_of(checklist.path).exists()


def test_a_source_that_fails_half_way_is_told_apart_from_a_disk_that_is_full(checklist, action, paper, monkeypatch):
    def fail(_):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(evidence_files.os, "fsync", lambda _: fail(0))
    with pytest.raises(FileReadOnly):
        put(checklist, action, paper)

    def full(_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(evidence_files.os, "fsync", full)
    with pytest.raises(DiskFull):
        put(checklist, action, paper)
    assert evidence.all(checklist) == []
    assert not folder_of(checklist.path).exists(), "no half file, no empty folder"


def test_reading_errors_name_the_source(tmp_path):
    with pytest.raises(RuleBroken, match="读不出“夹”"):
        list(evidence_files._chunks(tmp_path / "夹"))


def test_a_file_that_grows_while_it_is_read_stays_within_the_limit(checklist, action, paper, monkeypatch):
    monkeypatch.setattr(evidence_files, "LIMIT", 100)
    monkeypatch.setattr(evidence_files, "_chunks", lambda _: iter([b"x" * 60] * 2))
    refused("evidence_big", put, checklist, action, paper)
    assert files(checklist) == []


def test_copying_can_be_stopped_and_tells_how_far_it_is(checklist, paper, tmp_path):
    second = tmp_path / "乙.bin"
    second.write_bytes(b"y" * 5)
    told = []
    stored = evidence_files.store(checklist.path, [paper, second], lambda *at: told.append(at) or True)
    total = paper.stat().st_size + 5
    assert told == [(total - 5, total), (total, total)]
    assert [one.was for one in stored] == ["absent", "absent"]
    evidence_files.discard(stored)
    assert not folder_of(checklist.path).exists()
    refused("evidence_cancelled", evidence_files.store, checklist.path, [paper, second], lambda done, of: done < of)
    assert files(checklist) == []


def test_what_a_program_cut_off_left_behind_goes(checklist, action, paper):
    folder = folder_of(checklist.path)
    folder.mkdir()
    (folder / "0123.part").write_bytes(b"half")
    (folder / "说明.txt").write_text("别人放的", encoding="utf-8")
    put(checklist, action, paper)
    assert len(files(checklist)) == 2
    assert "说明.txt" in files(checklist)
    assert evidence.orphans(checklist) == [], "what others put there is no business of ours"


def test_evidence_of_a_frozen_task_stays_as_it_is(checklist, action, paper):
    put(checklist, action, paper)
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 5).id, "无关", "王芳")
    row = evidence.all(checklist)[0].id
    with pytest.raises(RuleBroken, match="不适用"):
        put(checklist, action, paper)
    with pytest.raises(RuleBroken, match="不适用"):
        evidence.remove(checklist, row)
    with pytest.raises(RuleBroken, match="不适用"):
        evidence.set_note(checklist, row, "x")
    assert evidence.verify(checklist) == []


def test_a_task_frozen_while_files_were_copied_leaves_no_file(checklist, action, paper):
    stored = evidence_files.store(checklist.path, [paper])
    tasks.mark_not_applicable(checklist, tasks.numbered(checklist, 5).id, "无关", "王芳")
    with pytest.raises(RuleBroken, match="不适用"):
        evidence.record(checklist, action, stored, today=TODAY)
    assert files(checklist) == []


def test_verifying_names_what_is_wrong_and_where(checklist, action, paper, tmp_path):
    paths = [paper]
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        path = tmp_path / name
        path.write_text(name, encoding="utf-8")
        paths.append(path)
    put(checklist, action, *paths)
    of = {one.name: evidence.path_of(checklist, one) for one in evidence.all(checklist)}
    of["甲.txt"].unlink()
    of["乙.txt"].write_text("改.txt", encoding="utf-8")  # of the same length
    found = evidence.verify(checklist)
    assert [(f.fault, f.evidence.name, f.evidence.code) for f in found] == [
        ("missing", "甲.txt", "532-05-01"), ("altered", "乙.txt", "532-05-01"),
    ]  # fmt: skip
    assert str(found[0]) == "行动532-05-01的材料“甲.txt”找不到了"
    assert [f.place for f in check.findings(checklist, TODAY)] == ["532-05-01的“甲.txt”"]
    of["丙.txt"].write_text("长了许多", encoding="utf-8")
    assert [f.place for f in check.findings(checklist, TODAY)] == ["532-05-01的“甲.txt”", "532-05-01的“丙.txt”"]


def test_a_file_that_cannot_be_read_any_more(checklist, action, paper, monkeypatch):
    put(checklist, action, paper)

    def fail(path):
        raise PermissionError(path)

    monkeypatch.setattr(evidence, "digest", fail)
    assert [f.fault for f in evidence.verify(checklist)] == ["unreadable"]
    refused(
        "evidence_cancelled", evidence.examine, folder_of(checklist.path), evidence.all(checklist), lambda *_: False
    )


def test_a_checklist_moved_with_its_folder_finds_its_evidence(checklist, action, paper, tmp_path):
    put(checklist, action, paper)
    checklist.close()
    home = tmp_path / "新 位置"
    home.mkdir()
    moved = home / checklist.path.name
    folder_of(checklist.path).rename(folder_of(moved))
    checklist.path.rename(moved)
    again = connection.open(moved, by="李明")
    assert evidence.verify(again) == []
    again.close()
    renamed = moved.with_name("改名.luoshi")
    moved.rename(renamed)
    again = connection.open(renamed, by="李明")
    (finding,) = evidence.verify(again)
    assert finding.fault == "missing"
    assert finding.path.parent == home / "改名.luoshi.佐证", "the folder that is looked for"
    again.close()


def test_a_copy_takes_the_evidence_with_it(checklist, action, paper, tmp_path):
    put(checklist, action, paper)
    evidence.remove(checklist, evidence.all(checklist)[0].id)
    copy = tmp_path / "副本.luoshi"
    evidence.copy(checklist, copy, evidence.carry_to(checklist.path, copy))
    again = connection.open(copy, by="王芳")
    steps.undo(again)  # what undo may want is there too
    assert len(evidence.all(again)) == 1
    assert evidence.verify(again) == []
    again.close()


def test_a_copy_without_evidence_has_no_folder(checklist, tmp_path):
    copy = tmp_path / "副本.luoshi"
    evidence.copy(checklist, copy, evidence.carry_to(checklist.path, copy))
    assert copy.exists()
    assert not folder_of(copy).exists()


def test_a_copy_that_fails_leaves_nothing(checklist, action, paper, tmp_path, monkeypatch):
    put(checklist, action, paper)
    copy = tmp_path / "副本.luoshi"

    def full(*_):
        raise DiskFull("disk_full")

    carried = evidence.carry_to(checklist.path, copy)
    with monkeypatch.context() as patched:
        patched.setattr(evidence, "save_copy", full)
        with pytest.raises(DiskFull):
            evidence.copy(checklist, copy, carried)
    assert not folder_of(copy).exists()
    with monkeypatch.context() as patched:
        patched.setattr(evidence_files.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        with pytest.raises(DiskFull):
            evidence.carry_to(checklist.path, copy)
    assert not folder_of(copy).exists()
    assert evidence.verify(checklist) == []


def test_an_altered_file_is_copied_as_it_is_and_still_found_out(checklist, action, paper, tmp_path):
    put(checklist, action, paper)
    evidence.path_of(checklist, evidence.all(checklist)[0]).write_bytes(b"altered")
    copy = tmp_path / "副本.luoshi"
    evidence.copy(checklist, copy, evidence.carry_to(checklist.path, copy))
    again = connection.open(copy, by="王芳")
    assert [f.fault for f in evidence.verify(again)] == ["altered"]
    again.close()


def test_a_copy_onto_itself_is_refused_and_loses_nothing(checklist, action, paper):
    put(checklist, action, paper)
    with pytest.raises(connection.ChecklistError):
        evidence.copy(checklist, checklist.path, evidence.carry_to(checklist.path, checklist.path))
    assert evidence.verify(checklist) == []
