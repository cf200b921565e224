"""Reports out of the open checklist: gathered here, laid out in the background, written whole or not at all."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from db import settings as county_settings
from db.errors import FileDamaged, translated
from db.periods import Period
from desktop import words
from desktop.dialogs.ask_path import ask_new
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from desktop.words import progress
from desktop.worker import Job
from reports.data import gather
from reports.errors import Cancelled, ReportError
from reports.options import Options
from reports.render import Printed, export


class Exporter(QObject):
    """Asks where to, runs one export at a time, and says where it went."""

    running = Signal(bool)

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self._job: Job | None = None

    def ask(self, session: Session, period: Period | None = None) -> None:
        """Let the user choose where 任务分解表 goes, as things stand or as they stood when a period was closed."""
        county = county_settings.read(session.checklist)
        day = date.fromisoformat(session.today()).strftime("%Y%m%d")
        name = words.EXPORT_NAME.format(county=county.county, year=county.plan_year, day=day)
        if period is not None:
            name = progress.EXPORT_NAME.format(county=county.county, period=period.name)
        folder = self._settings.export_folder or session.checklist.path.parent
        ask_new(self._window, words.EXPORT, folder / name, words.PDF_KIND,
                lambda chosen: self.breakdown(session, chosen, period))  # fmt: skip

    def breakdown(self, session: Session, path: Path, period: Period | None = None) -> None:
        """Write 任务分解表 to `path` in the background."""
        if self._job is not None:
            return
        try:
            with translated(session.checklist.path):
                data = gather(session.checklist, session.today(), session.checklist.now(), Options(period=period))
        except FileDamaged as error:
            self._window.message.say("failed", str(error))
            return
        self.running.emit(True)
        self._job = Job(lambda tell: export("breakdown", data, path, tell=tell), self)
        self._job.progress.connect(self._show_progress)
        self._job.finished.connect(self._done)
        self._job.failed.connect(self._failed)
        self._window.message.say("note", words.EXPORTING, "", [(words.CANCEL, self._job.cancel)])
        self._window.progress.show()
        self._job.start()

    def wait(self) -> None:
        """Let a running export end, before the program does."""
        if self._job is not None:
            self._job.wait()

    def _show_progress(self, done: int, total: int) -> None:
        self._window.progress.setRange(0, total)
        self._window.progress.setValue(done)

    def _done(self, printed: Printed) -> None:
        self._end()
        self._settings.export_folder = printed.path.parent
        second = words.EXPORTED_TO.format(folder=printed.path.parent)
        if printed.missing:
            shown = "".join(printed.missing[:20])
            second += words.NOT_DRAWN.format(n=len(printed.missing), characters=shown)
        buttons = [
            (words.OPEN_FILE, lambda: _open(printed.path)),
            (words.OPEN_FOLDER, lambda: _open(printed.path.parent)),
        ]
        self._window.message.say("done", words.EXPORTED.format(pages=printed.pages), second, buttons)

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._window.message.hide()
            return
        if not isinstance(error, ReportError):
            raise error  # a bug: the crash hook logs it and tells
        self._window.message.say("failed", str(error))

    def _end(self) -> None:
        self._window.progress.hide()
        self.running.emit(False)
        if self._job is not None:
            self._job.deleteLater()
            self._job = None


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
