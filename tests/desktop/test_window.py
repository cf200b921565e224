"""The window itself: what it remembers, how it opens files, how it speaks when something is wrong."""

import os
import shutil
import sys

import pytest
from PySide6.QtCore import QEvent, QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from db import connection
from db.evidence_files import folder_of
from desktop import crash, words
from desktop.app import _choose_input_method
from desktop.dialogs.help import HelpDialog
from desktop.dialogs.not_applicable import NotApplicableDialog
from desktop.dialogs.settings import SettingsDialog
from desktop.dialogs.user_name import UserNameDialog
from desktop.settings import Settings
from desktop.theme import MODES, SCALES
from tests.builders import copied
from tests.desktop.conftest import settle


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_what_the_window_remembers(qtbot, filled):
    filled.window.resize(900, 640)
    filled.desk.page.show_task(20)
    filled.app.look.set(mode="dark", scale=1.25)
    filled.app._settings.mode, filled.app._settings.scale = "dark", 1.25
    filled.desk.page.splitter.setSizes([330, 560])
    tree = filled.desk.page.splitter.sizes()
    filled.again()
    assert filled.desk.page.view.task == 20
    assert filled.window.size().toTuple() == (900, 640)
    assert (filled.app.look.theme.mode, filled.app.look.theme.scale) == ("dark", 1.25)
    assert filled.desk.page.splitter.sizes() == tree


def test_a_settings_file_full_of_nonsense_is_no_obstacle(program, sample_file):
    (program.folder / "settings.ini").write_text(
        "[look]\nscale=enormous\nmode=9\n[files]\nrecent=@Invalid()\n[window]\ngeometry=1\npage=9\n"
        "[pages]\ntasks\\task=x\ntasks\\tree=1\nx=1\n", encoding="utf-8"
    )  # fmt: skip
    program.start()
    assert (program.app.look.theme.mode, program.app.look.theme.scale) == ("light", 1.0)
    assert program.start_page.isVisible()
    path = program.folder / sample_file.name
    shutil.copy(sample_file, path)
    program.app.files.open(path)
    assert program.desk.page.view.task == 1


@pytest.fixture
def bad(request, program, empty_file):
    """A file that cannot be opened, and what keeps it."""
    path = program.folder / "坏.luoshi"
    shutil.copy(empty_file, path)
    holder = connection.open(path, by="别人") if request.param == "locked" else None
    if request.param == "foreign":
        path.write_bytes(b"PK\x03\x04 a spreadsheet")
    elif request.param == "damaged":
        data = bytearray(path.read_bytes())
        data[4096 : 4096 * 6] = os.urandom(4096 * 5)
        path.write_bytes(data)
    elif request.param == "empty":
        path.write_bytes(b"")
    elif request.param == "gone":
        path.unlink()
    yield path
    if holder:
        holder.close()


@pytest.mark.parametrize("bad", ["locked", "foreign", "damaged", "empty", "gone"], indirect=True)
def test_a_file_that_cannot_be_opened_is_named_and_left_alone(program, bad):
    before = bad.read_bytes() if bad.exists() else None
    program.start(bad)
    assert program.app.desk is None
    assert program.start_page.isVisible(), "there is a way on"
    assert f"“{bad.name}”" in program.window.message.text
    assert program.window.message.text.endswith("。"), "a sentence, not the path alone"
    assert (bad.read_bytes() if bad.exists() else None) == before


def test_a_bad_file_leaves_the_open_one_open(filled):
    other = filled.folder / "别的.luoshi"
    other.write_text("不是台账", encoding="utf-8")
    filled.app.files.open(other)
    assert filled.window.message.property("tone") == "failed"
    assert filled.desk.session.undo_label()


def test_making_a_county_that_exists_offers_to_open_it(filled):
    told = []
    filled.app.files.create("安岭县", "安岭县发展和改革局", 2020, None, lambda *why: told.append(why))
    buttons = [b.text() for b in filled.window.message.findChildren(QPushButton)]
    assert words.OPEN_EXISTING in buttons
    assert told == []


def test_a_copy_holds_everything(qtbot, filled):
    path = filled.folder / "副本.luoshi"
    filled.app.files.copy(filled.session.checklist, path)
    qtbot.waitUntil(lambda: path.name in filled.window.toast.text)
    assert folder_of(path).is_dir(), "the evidence goes with it"
    copy = connection.open(path, by="李明")
    count = copy.db.execute("SELECT count(*) FROM action").fetchone()[0]
    copy.close()
    assert count == sum(len(its) for its in filled.desk.standing.actions.values())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", MODES)
def test_every_dialog_opens_in_every_look_and_is_freed(program, sample_file, mode, scale):
    program.start(copied(sample_file, program.folder))
    program.app.look.set(mode=mode, scale=scale)
    look, window = program.app.look, program.window
    for make in (
        lambda: HelpDialog(look, window),
        lambda: NotApplicableDialog(look, program.desk.standing.tasks[5], lambda *_: None, window),
        lambda: UserNameDialog(look, "李明", window),
    ):
        dialog = make()
        dialog.open()
        settle()
        assert dialog.isVisible()
        dialog.reject()
        settle()
    program.app.files.ask_open()
    settle()
    window.findChild(QFileDialog).reject()
    settle()
    assert window.findChildren(QDialog) == []


def test_a_small_window_shows_the_list_or_the_task(qtbot, filled):
    filled.app.look.set(scale=2.0)
    filled.window.resize(900, 640)
    settle()
    page = filled.desk.page
    assert (page.view.isVisible(), page.panel.isVisible()) == (True, False)
    next(b for b in page.view.findChildren(QPushButton) if b.text() == words.ALL_TASKS).click()
    settle()
    assert (page.view.isVisible(), page.panel.isVisible()) == (False, True)
    place = page.panel.tree.visualRect(page.panel.model.index_of(3))
    qtbot.mouseClick(page.panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    settle()
    assert page.view.isVisible()
    assert page.view.task == 3
    page.show_task(5)
    filled.panel.start_adding()
    settle()
    row = filled.panel.add_row
    corner = row.mapTo(page.view, row.rect().bottomLeft())
    assert 0 < corner.y() <= page.view.height(), "what is worked at is in view"
    filled.app.look.set(scale=1.0)
    filled.window.resize(1280, 720)
    settle()
    assert filled.desk.page.view.isVisible()
    assert filled.desk.page.panel.isVisible()


@pytest.mark.parametrize("scale", SCALES)
def test_the_first_questions_fit_in_any_size_of_text(program, scale):
    program.start()
    program.window.resize(900, 560)
    program.app.look.set(scale=scale)
    settle()
    for field in program.start_page.findChildren(QLineEdit):
        assert field.height() >= field.sizeHint().height(), "squeezed"
    for label in program.start_page.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_wider_than_the_window(filled, scale):
    filled.app.look.set(scale=scale)
    filled.window.resize(1366, 740)
    settle()
    page = filled.desk.page
    for task in (1, 13, 16, 22):  # long title, left out, many bodies, many actions
        page.show_task(task)
        settle()
        assert page.view._scroll.horizontalScrollBar().maximum() == 0, task
        assert filled.table.header().length() <= filled.table.viewport().width(), task
    assert filled.window.width() == 1366


@pytest.mark.parametrize("scale", SCALES)
def test_the_steps_offered_for_an_empty_task_stay_in_view(opened, scale):
    opened.window.resize(900, 740)
    opened.app.look.set(scale=scale)
    settle()
    empty = opened.panel._empty
    assert empty.isVisible()
    buttons = empty.findChildren(QPushButton)
    assert len(buttons) == 4
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert button.parentWidget().rect().contains(button.geometry()), button.text()


def test_text_made_smaller_again_leaves_nothing_wide(filled):
    filled.window.resize(1366, 740)
    for scale in (2.0, 1.0):
        filled.app.look.set(scale=scale)
        settle()
    filled.desk.page.show_task(1)
    settle()
    assert filled.desk.page.view._scroll.horizontalScrollBar().maximum() == 0


def test_the_user_can_be_changed_and_is_recorded(filled):
    filled.desk.ask_user()
    dialog = filled.window.findChild(UserNameDialog)
    dialog.findChild(QLineEdit).setText("王芳")
    dialog.accept()
    settle()
    assert filled.session.checklist.by == "王芳"
    assert filled.app._settings.user == "王芳"
    filled.again()
    assert filled.session.checklist.by == "王芳"


def test_the_tree_can_be_narrowed_to_what_needs_attention(filled):
    panel = filled.desk.page.panel

    def shown():
        ids = filled.desk.standing.tasks
        places = {i: panel.model.index_of(i) for i in ids}
        return {i for i, place in places.items() if not panel.tree.isRowHidden(place.row(), place.parent())}

    assert len(shown()) == 28
    panel._set_filter(words.ONLY_UNDIVIDED)
    assert shown() == {i for i, t in filled.desk.standing.tallies.items() if t.undivided}
    panel.choose(5)
    assert len(shown()) == 28, "a task that is wanted is shown"


def test_qts_own_dialogs_speak_chinese(qapp):
    translator = QTranslator()
    assert translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert translator.translate("QPlatformTheme", "Cancel") == "取消"


def test_fcitx_is_reached_through_ibus(monkeypatch):
    monkeypatch.setenv("XMODIFIERS", "@im=fcitx")
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    _choose_input_method()
    assert os.environ["QT_IM_MODULE"] == "ibus"


def test_a_bug_is_logged_and_told_once(filled, monkeypatch, caplog):
    monkeypatch.setattr("sys.excepthook", None)
    crash.watch(filled.app.tell_crash)
    try:
        raise ValueError("boom")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert words.CRASH in filled.window.message.text
    assert "boom" in caplog.text


def test_midnight_moves_the_figures(filled):
    before = filled.desk.standing.total.overdue
    filled.app._fixed_today = "2020-12-31"
    filled.desk._watch_day()
    assert filled.desk.standing.total.overdue > before


def test_settings_survive_types(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    path = tmp_path / "甲.luoshi"
    path.touch()
    settings.remember(path)
    assert Settings(tmp_path / "s.ini").recent == [path]
    path.unlink()
    assert Settings(tmp_path / "s.ini").recent == [], "what is gone is not offered"


def test_what_the_first_start_asked_can_be_corrected_and_undone(filled):
    filled.app.acts["settings"].trigger()
    settle()
    dialog = filled.window.findChild(SettingsDialog)
    dialog.lines["plan_year"].setText("20")
    dialog.accept()
    assert dialog.isVisible()
    dialog.lines["plan_year"].setText("2021")
    dialog.lines["county"].setText("安岭市")
    dialog.accept()
    settle()
    assert "安岭市" in filled.window.windowTitle()
    filled.app.acts["undo"].trigger()
    settle()
    assert "安岭县" in filled.window.windowTitle()
