"""What a frozen program checks of itself: its files, a checklist with one edit, one undo, one redo, and a PDF."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QFontDatabase

import resources
from db import (
    action_edits,
    actions,
    calendar_file,
    checklists,
    connection,
    drafts,
    ledger,
    search,
    settings,
    steps,
    tasks,
)
from db.connection import Checklist
from db.errors import NotANotice
from db.notice.parser import read_notice
from desktop import words
from desktop.app import App, prepare
from desktop.pages.table import PAGES
from desktop.settings import Settings
from reports.data import gather
from reports.render import export

_TODAY = "2020-06-18"
_PAGE = "<html><body><p>安岭县关于印发重点任务的通知</p><p>（一）做好保障。（县财政局负责）</p></body></html>"


def run() -> int:
    """Carry out every check and print its name; 0 when all held, 1 at the first that did not."""
    application = prepare([sys.argv[0], "-platform", "offscreen"])
    with tempfile.TemporaryDirectory() as folder:
        for name, check in _checks(Path(folder)):
            try:
                check()
            except Exception as error:  # whatever it is, the build is not fit to ship, and says why
                sys.stderr.write(f"{name}: {error!r}\n")
                return 1
            sys.stdout.write(f"{name}\n")
    application.quit()
    return 0


def _checks(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    path = folder / connection.file_name("安岭县", 2020)
    yield words.SELFTEST_FILES, _check_files
    yield words.SELFTEST_CREATE, lambda: _check_create(path)
    yield words.SELFTEST_READ, _check_readers
    yield words.SELFTEST_UNDO, lambda: _with(path, _check_undo)
    yield words.SELFTEST_PDF, lambda: _with(path, _check_pdf)
    yield words.SELFTEST_FIND, lambda: _with(path, _check_find)
    yield words.SELFTEST_CALENDAR, lambda: _with(path, _check_calendar)
    yield words.SELFTEST_WINDOW, lambda: _check_window(folder, path)


def _check_files() -> None:
    faces = sorted(resources.path("fonts").glob("GW*.ttf"))
    _require(len(faces) == 6, "fonts")
    _require(QFontDatabase.addApplicationFont(str(resources.path("fonts", "GWHei.ttf"))) >= 0, "face")
    _require(resources.path("icons", "lucide", "search.svg").is_file(), "icons")


def _check_create(path: Path) -> None:
    notice = checklists.shipped_notice()
    checklist = checklists.create(
        path, county="安岭县", lead_unit="安岭县发展和改革局", plan_year=2020, notice=notice, by="自检"
    )
    try:
        _require(len(tasks.all(checklist)) == 28, "28")
    finally:
        checklist.close()


def _check_readers() -> None:
    """Pages and Word files are read by packages that are imported late: they must be in the bundle."""
    notice = read_notice(_PAGE.encode())
    _require([task.departments for task in notice.tasks] == [("县财政局",)], "html")
    try:
        read_notice(b"PK\x03\x04")
    except NotANotice as error:
        _require(error.code == "notice_word_damaged", "docx")


def _check_undo(checklist: Checklist) -> None:
    action_edits.add(checklist, 5, "制定年度计划", today=_TODAY, lead="县人社局", due="6月底前")
    steps.undo(checklist)
    _require(actions.all(checklist) == [], "undo")
    steps.redo(checklist)
    _require([action.due_on for action in actions.all(checklist)] == ["2020-06-30"], "redo")


def _check_pdf(checklist: Checklist) -> None:
    now = datetime.now().isoformat(timespec="seconds")
    printed = export("breakdown", gather(checklist, _TODAY, now), checklist.path.with_suffix(".pdf"))
    _require(printed.path.read_bytes().startswith(b"%PDF-") and printed.pages > 0, "pdf")


def _check_find(checklist: Checklist) -> None:
    """Readings and scripts come from packages that are imported late, proposals from files of our own."""
    for typed in ("xrsj", "年度計劃"):
        _require(search.find(checklist, typed).actions.total == 1, typed)
    _require(len(drafts.propose(checklist, 4, _TODAY)) > len(tasks.get(checklist, 4).sentences), "drafts")


def _check_calendar(checklist: Checklist) -> None:
    rows = ledger.rows(tasks.all(checklist), actions.all(checklist), settings.yardstick(checklist, _TODAY))
    path = checklist.path.with_suffix(".ics")
    _require(calendar_file.write(checklist, rows, path, _TODAY) == 1, "calendar")
    _require(b"DTSTART;VALUE=DATE:20200630" in path.read_bytes(), "ics")


def _check_window(folder: Path, path: Path) -> None:
    app = App(folder, Settings(folder / "settings.ini"), _TODAY)
    app.start(path)
    _require(app.window.isVisible() and app.desk is not None, "window")
    for page in PAGES:  # each is imported by name when it is first shown: it must be in the bundle
        _require(app.desk.go(page.key), page.key)
    app.window.close()


def _with(path: Path, check: Callable[[Checklist], None]) -> None:
    checklist = connection.open(path, by="自检")
    try:
        check(checklist)
    finally:
        checklist.close()


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise RuntimeError(what)
