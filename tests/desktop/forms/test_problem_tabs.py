"""The tabs 问题 and 材料 beside an action: what they list, add, open and take away, and what they say of lost files."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel

from db import connection, evidence, evidence_files, problems, tasks
from db.evidence_files import folder_of
from db.problems import Entry
from desktop.dialogs.ask_words import AskWords
from desktop.dialogs.problem import ProblemDialog, SolveDialog
from desktop.words import problems as words
from tests.builders import TODAY
from tests.desktop.conftest import settle
from tests.desktop.test_journeys import button, press

Key = Qt.Key


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "关于 技能提升 的批复.pdf"
    path.write_bytes(b"%PDF-1.4 " * 200)
    return path


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "现场照片.PNG"
    path.write_bytes(b"\x89PNG" * 400_000)
    return path


@pytest.fixture
def filled(program, sample_file):
    """The sample county without problems and evidence of its own."""
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    checklist = connection.open(path, by="李明", clock=lambda: datetime.fromisoformat(f"{TODAY}T15:00:00"))
    for problem in problems.all(checklist):
        problems.remove(checklist, problem.id)
    for one in evidence.all(checklist):
        evidence.remove(checklist, one.id)
    checklist.close()
    return program.start(path)


@pytest.fixture
def turned(filled):
    """A function that gives a tab of the form beside 532-05-02."""
    filled.window.resize(1366, 740)
    action = next(a for a in filled.desk.standing.actions[5] if a.code == "532-05-02")
    filled.desk.go("tasks", task=5, action=action.id)

    def turn(key):
        area = filled.desk.page.form.form.tabs
        area.turn(key)
        settle()
        return area.page(key)

    return turn


def lines(tab):
    """What the rows of a tab say, top to bottom."""
    return [tab.list.item(row).text() for row in range(tab.list.count())]


def put(qtbot, tab, *paths):
    tab.add_files(paths)
    qtbot.waitUntil(lambda: not tab._copying and not tab._checking, timeout=10_000)
    settle()


def checked(qtbot, tab):
    tab.show_action(tab._action)
    qtbot.waitUntil(lambda: not tab._checking, timeout=10_000)
    settle()


def dialog(program, kind):
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


# --- 问题 ---------------------------------------------------------------------------------------------


def test_a_problem_is_registered_and_solved_beside_its_action(filled, turned):
    tab = turned("problems")
    assert tab._empty.text() == "没有登记问题。"
    assert tab._empty.isVisible()
    button(tab, words.REGISTER).click()
    asked = dialog(filled, ProblemDialog)
    assert not asked.action.isVisible(), "the action is given"
    asked.text.setPlainText("缺场地")
    asked.accept()
    settle()
    assert lines(tab)[0].startswith("一级，缺场地")
    assert not tab._empty.isVisible()
    assert filled.desk.page.form.form.tabs._tabs["problems"].button.text() == "问题 1"
    tab.solve.click()
    asked = dialog(filled, SolveDialog)
    asked.solution.setPlainText("借用党校")
    asked.accept()
    settle()
    assert lines(tab)[0].endswith("借用党校")
    assert not tab.solve.isVisible()
    assert filled.desk.page.form.form.tabs._tabs["problems"].button.text() == "问题"


def test_open_problems_stand_first_and_the_chosen_one_stays_chosen(filled, turned):
    tab = turned("problems")
    action = tab._action.id
    for text in ("甲", "乙", "丙"):
        filled.session.run(problems.register, action, Entry(text), today=TODAY)
    first = problems.of_action(filled.session.checklist, action)[0].id
    tab.list.setCurrentRow(1)
    filled.session.run(problems.solve, first, TODAY, "办了", today=TODAY)
    assert [line.split("，")[1] for line in lines(tab)] == ["乙", "丙", "甲"]
    assert tab.chosen().entry.text == "乙"


def test_a_frozen_task_takes_no_problem_and_no_file(filled, turned, paper):
    tab = turned("problems")
    filled.session.run(tasks.mark_not_applicable, 5, "无关", "王芳")
    tab.show_action(tab._action)
    assert not tab.add.isEnabled()
    tab = turned("evidence")
    assert not tab.add.isEnabled()
    tab.add_files([paper])
    assert not folder_of(filled.session.checklist.path).exists()


# --- 材料 ---------------------------------------------------------------------------------------------


def test_files_are_added_listed_and_opened(qtbot, filled, turned, paper, picture, monkeypatch):
    tab = turned("evidence")
    assert tab._empty.text() == "还没有材料，可把文件拖进来。"
    put(qtbot, tab, paper, picture)
    by = filled.session.checklist.by
    assert lines(tab) == [f"{paper.name}，2KB，6月18日，{by}", f"{picture.name}，1.5MB，6月18日，{by}"]
    assert filled.desk.page.form.form.tabs._tabs["evidence"].button.text() == "材料 2"
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) > 1)
    tab.list.setFocus()
    tab.list.setCurrentRow(0)
    press(qtbot, Key.Key_Return, on=tab.list)
    assert tab.told.text() == words.EVIDENCE_NOT_OPENED.format(name=paper.name)
    tab.acts["folder"].trigger()
    folder = folder_of(filled.session.checklist.path)
    assert opened == [str(evidence.path_of(filled.session.checklist, tab.chosen())), str(folder)]


def test_the_dialog_lets_several_be_chosen(qtbot, filled, turned, paper, picture):
    tab = turned("evidence")
    button(tab, words.EVIDENCE_ADD).click()
    asked = dialog(filled, QFileDialog)
    assert asked.fileMode() == QFileDialog.FileMode.ExistingFiles
    asked.filesSelected.emit([str(paper), str(picture)])
    asked.reject()
    qtbot.waitUntil(lambda: not tab._copying, timeout=10_000)
    assert len(lines(tab)) == 2


def test_files_can_be_dropped(qtbot, turned, paper):
    tab = turned("evidence")
    for url, taken in ((QUrl("https://example.org/x.pdf"), False), (QUrl.fromLocalFile(str(paper)), True)):
        mime = QMimeData()
        mime.setUrls([url])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
        enter.ignore()
        tab.dragEnterEvent(enter)
        assert enter.isAccepted() == taken
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys)
    tab.dropEvent(drop)
    qtbot.waitUntil(lambda: not tab._copying, timeout=10_000)
    assert len(lines(tab)) == 1


def test_what_is_refused_is_said_and_nothing_is_kept(qtbot, filled, turned, paper, tmp_path):
    tab = turned("evidence")
    put(qtbot, tab, paper, tmp_path)
    assert tab.told.text() == f"“{tmp_path.name}”是文件夹，请选其中的文件，没有添加任何文件。"
    assert tab.told.property("kind") == "error"
    put(qtbot, tab, paper)
    assert not tab.told.isVisible()
    put(qtbot, tab, paper)
    assert "内容相同" in tab.told.text()
    assert len(lines(tab)) == 1


def test_copying_shows_how_far_it_is_and_can_be_stopped(qtbot, filled, turned, picture):
    tab = turned("evidence")
    tab.add_files([picture])
    assert (tab.told.text(), tab.cancel.isVisible(), tab.add.isEnabled()) == (words.EVIDENCE_COPYING, True, False)
    tab.cancel.click()
    qtbot.waitUntil(lambda: not tab._copying, timeout=10_000)
    settle()
    assert not tab.cancel.isVisible()
    assert tab.add.isEnabled()


def test_a_page_that_goes_while_it_copies_leaves_no_half_file(qtbot, filled, turned, picture, monkeypatch):
    gone = []
    monkeypatch.setattr(evidence_files, "_chunks", lambda _: iter(lambda: (gone and b"") or b"x" * 1000, b""))
    tab = turned("evidence")
    tab.add_files([picture])
    path = filled.session.checklist.path
    filled.app.look.set(mode="dark")
    settle()
    assert not folder_of(path).exists()


def test_a_note_and_taking_a_file_off_and_back(qtbot, filled, turned, paper):
    tab = turned("evidence")
    put(qtbot, tab, paper)
    tab.list.setFocus()
    press(qtbot, Key.Key_F2, on=tab.list)
    asked = dialog(filled, AskWords)
    asked.field.setText("长" * 201)
    asked.accept()
    assert "说明有201个字，最多200个字。" in [label.text() for label in asked.findChildren(QLabel)]
    asked.field.setText("原件在县人社局")
    asked.accept()
    settle()
    assert lines(tab)[0].endswith("，原件在县人社局")
    tab.acts["remove"].trigger()
    assert lines(tab) == []
    assert filled.window.toast.text == f"已移除“{paper.name}”"
    filled.window.toast._clicked()
    settle()
    assert lines(tab)[0].endswith("，原件在县人社局")


def test_a_lost_or_altered_file_is_named_with_what_to_do(qtbot, filled, turned, paper, picture):
    tab = turned("evidence")
    put(qtbot, tab, paper, picture)
    first, second = (evidence.path_of(filled.session.checklist, one) for one in tab._shown)
    first.unlink()
    second.write_bytes(b"x" * second.stat().st_size)
    checked(qtbot, tab)
    assert lines(tab)[0].endswith(words.EVIDENCE_FAULTS["missing"])
    assert lines(tab)[1].endswith(words.EVIDENCE_FAULTS["altered"])
    put(qtbot, tab, paper, picture)
    assert tab.told.text() == words.EVIDENCE_PUT_BACK
    assert not any("请把原文件" in line for line in lines(tab))


def test_a_file_found_missing_when_it_is_opened(qtbot, filled, turned, paper):
    tab = turned("evidence")
    put(qtbot, tab, paper)
    evidence.path_of(filled.session.checklist, tab.chosen()).unlink()
    tab.open()
    assert lines(tab)[0].endswith(words.EVIDENCE_FAULTS["missing"])


# --- the file menu ------------------------------------------------------------------------------------


def test_verifying_says_that_all_is_there_or_names_what_is_not(qtbot, filled, turned, paper):
    message, verify = filled.window.message, filled.app.acts["verify"]
    verify.trigger()
    assert filled.window.toast.text == words.VERIFY_NONE
    tab = turned("evidence")
    put(qtbot, tab, paper)
    verify.trigger()
    qtbot.waitUntil(lambda: message.property("tone") == "done", timeout=10_000)
    assert message.text.startswith("1份佐证材料都在")
    evidence.path_of(filled.session.checklist, tab._shown[0]).unlink()
    verify.trigger()
    qtbot.waitUntil(lambda: message.property("tone") == "failed", timeout=10_000)
    assert f"行动532-05-02的材料“{paper.name}”找不到了" in message.text
    filled.desk.go("problems")
    button(message, words.VERIFY_GO).click()
    assert filled.desk.pages.key == "tasks"
    shutil.rmtree(folder_of(filled.session.checklist.path))
    verify.trigger()
    qtbot.waitUntil(lambda: "找的是文件夹" in message.text, timeout=10_000)
    assert f"“{folder_of(filled.session.checklist.path)}”" in message.text


def test_a_copy_takes_the_evidence_with_it(qtbot, filled, turned, paper):
    tab = turned("evidence")
    put(qtbot, tab, paper)
    path = filled.folder / "副本.luoshi"
    filled.app.files.copy(filled.session.checklist, path)
    qtbot.waitUntil(lambda: filled.window.toast.text == "已另存副本“副本.luoshi”，连同1份佐证材料", timeout=10_000)
    again = connection.open(path, by="王芳")
    assert len(evidence.all(again)) == 1
    assert evidence.verify(again) == []
    again.close()
    filled.app.files.copy(filled.session.checklist, filled.session.checklist.path)
    qtbot.waitUntil(lambda: filled.window.message.property("tone") == "failed", timeout=10_000)
    assert evidence.verify(filled.session.checklist) == []
