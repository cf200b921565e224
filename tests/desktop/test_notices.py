"""A checklist out of another notice: read, looked through, put right by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

import resources
from desktop import words
from desktop.dialogs.notice_preview import NoticePreview
from desktop.dialogs.paste_notice import PasteNotice
from tests.desktop.conftest import settle

TEXT = """安岭县人民政府办公室关于印发《2021年乡村建设重点任务》的通知
安政办发〔2021〕12号
各乡镇人民政府，县直各部门：
一、总体要求
按照部署，抓好落实。
二、重点任务
（一）改造农村道路。硬化道路30公里。建立管护制度。（县交通局、县财政局负责）
（二）改善人居环境。改厕2000户。（县农业农村局负责）
（三）加强组织领导。定期调度。（县政府办负责）
安岭县人民政府办公室
2021年3月5日
"""


def preview(program):
    return program.window.findChild(NoticePreview)


@pytest.fixture
def read(qtbot, program):
    """The preview of a pasted notice."""
    program.start()
    program.app._other_notice("text")
    settle()
    dialog = program.window.findChild(PasteNotice)
    dialog.field.setPlainText(TEXT)
    dialog.accept()
    qtbot.waitUntil(lambda: preview(program) is not None, timeout=10_000)
    return preview(program)


def titles(dialog):
    return [task.title for task in dialog.notice.tasks]


def item(dialog, number):
    found = [one for one in dialog.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
             if one.data(0, Qt.ItemDataRole.UserRole) == number]  # fmt: skip
    return found[0]


def choose(dialog, number, act):
    """Take an entry of the menu over a task; its sub-menu counts as one level."""
    dialog.tree.setCurrentItem(item(dialog, number))
    menu = dialog.menu(dialog.notice.tasks[number - 1])
    entries = [entry for one in (menu, *menu.findChildren(QMenu)) for entry in one.actions()]
    next(entry for entry in entries if entry.text().startswith(act)).trigger()
    menu.close()
    settle()


def test_a_pasted_notice_becomes_a_checklist(qtbot, program, read):
    assert titles(read) == ["改造农村道路", "改善人居环境", "加强组织领导"]
    read.accept()
    settle()
    start = program.start_page
    assert start.year.text() == "2021"
    start.county.setText("安岭县")
    start.lead.setText("安岭县农业农村局")
    start._ask()
    settle()
    tasks = list(program.desk.standing.tasks.values())
    assert [task.title for task in tasks] == ["改造农村道路", "改善人居环境", "加强组织领导"]
    assert tasks[0].bodies == ("县交通局", "县财政局")
    assert (program.folder / "安岭县-2021.luoshi").is_file()
    program.app._show_start()
    assert program.app._notice is None, "the next one begins with the shipped notice again"


def test_putting_right_what_was_read(program, read):
    choose(read, 2, words.PREVIEW_MERGE)
    assert titles(read) == ["改造农村道路", "加强组织领导"]
    read.take_back()
    choose(read, 1, "建立管护制度")
    assert titles(read)[:2] == ["改造农村道路", "建立管护制度"]
    choose(read, 2, words.PREVIEW_DROP)
    assert titles(read) == ["改造农村道路", "改善人居环境", "加强组织领导"]
    choose(read, 3, words.PREVIEW_PART)
    assert [part.title for part in read.notice.parts][-1] == "加强组织领导"
    item(read, 1).setText(0, "1. 修路")
    settle()
    assert (read.notice.tasks[0].label, read.notice.tasks[0].title) == ("", "1. 修路")
    choose(read, 2, words.PREVIEW_TITLE_OF)
    assert read.title.text() == "改善人居环境"
    while read._past:
        read.take_back()
    assert titles(read) == ["改造农村道路", "改善人居环境", "加强组织领导"]
    read.title.clear()
    read.accept()
    assert read.isVisible(), "a notice needs a title"
    read.reject()


def test_a_task_leads_to_its_line_and_a_doubt_to_its_place(program, read):
    read.tree.setCurrentItem(item(read, 2))
    assert "改善人居环境" in read.text.textCursor().block().text()
    read.go_to(3)
    assert "各乡镇人民政府" in read.text.textCursor().block().text()
    read.reject()


def test_a_file_is_read_and_a_bad_one_named(qtbot, program):
    program.start()
    program.app._other_notice("file")
    settle()
    notices = program.app._notices
    bad = program.folder / "菜谱.txt"
    bad.write_text("（一）切葱。\n（二）下锅。\n", encoding="utf-8")
    notices.read_file(bad)
    qtbot.waitUntil(lambda: program.window.message.property("tone") == "failed", timeout=10_000)
    notices.read_file(resources.path("notice", "532.txt"))
    qtbot.waitUntil(lambda: preview(program) is not None, timeout=10_000)
    dialog = preview(program)
    assert len(dialog.notice.tasks) == 28
    assert not dialog.warnings.isVisible()
    dialog.reject()


def test_too_much_is_refused_at_once(program):
    program.start()
    program.app._other_notice("text")
    settle()
    dialog = program.window.findChild(PasteNotice)
    dialog.accept()
    assert dialog.isVisible()
    dialog.field.setPlainText("长" * 300_001)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.field.property("state") == "error"
    dialog.reject()


def test_the_way_back_to_the_shipped_notice(qtbot, program, read):
    read.accept()
    settle()
    start = program.start_page
    assert "乡村建设" in start._notice.text()
    start._other.click()
    settle()
    entries = start.findChild(QMenu).actions()
    assert [entry.text() for entry in entries][-1] == words.START_BACK_TO_SHIPPED
    entries[-1].trigger()
    assert start._notice.text() == words.START_SHIPPED
    assert start.year.text() == "2020"
    assert [b.text() for b in start.findChildren(QPushButton)].count(words.START_OTHER) == 1


def test_a_line_of_the_text_can_be_the_title(program, read):
    read.go_to(4)
    place = read.text.cursorRect().center()
    read._text_menu(place)
    menu = read.text.findChildren(QMenu)[-1] if read.text.findChildren(QMenu) else QApplication.activePopupWidget()
    next(entry for entry in menu.actions() if entry.text() == words.PREVIEW_LINE_TITLE).trigger()
    menu.close()
    assert read.notice.title == "一、总体要求"
    assert read.title.text() == "一、总体要求"
    read.reject()
