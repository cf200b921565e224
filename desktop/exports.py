"""Reports out of the open checklist: gathered here, laid out in the background, written whole or not at all."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from db import settings as county_settings
from db.errors import ChecklistError, translated
from desktop import words as common
from desktop.dialogs.ask_path import ask_new
from desktop.late import late
from desktop.main_window import MainWindow
from desktop.page_pictures import PagePictures
from desktop.press import Press
from desktop.session import Session
from desktop.settings import Settings
from desktop.words import reports as words
from desktop.worker import Job
from reports.data import ReportData, gather
from reports.errors import Cancelled, ReportError
from reports.kinds import KINDS
from reports.options import Options
from reports.render import Printed, export

_IN_NO_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
_LONGEST = 60  # characters of a unit or title in a file's name


class Exporter(QObject):
    """Asks where to, runs one export at a time, and says where it went; holds what reports are made with."""

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self.settings = window, settings
        self.press = Press(self)
        self.pictures = PagePictures(self)
        self._printing: Any = None
        self._job: Job | None = None
        self._name_of_kind = ""

    @property
    def printing(self) -> Any:
        """What prints."""
        if self._printing is None:
            self._printing = late("printing")(self._window, self.pictures, self)
        return self._printing

    def gathered(self, session: Session, options: Options) -> ReportData:
        """What a report is made of, as things stand. Raises ChecklistError and ReportError."""
        with translated(session.checklist.path):
            return gather(session.checklist, session.today(), session.checklist.now(), options)

    def ask(self, session: Session, kind: str, options: Options, suffix: str = ".pdf") -> None:
        """Let the user choose where a report goes; as the kind of file `suffix` says."""
        folder = self.settings.export_folder or session.checklist.path.parent
        try:
            proposed = folder / f"{self._name(session, kind, options)}{suffix}"
        except (ChecklistError, ReportError) as error:
            self._window.message.say("failed", str(error))
            return
        ask_new(self._window, words.EXPORT_TITLE.format(name=KINDS[kind].name), proposed, words.KIND_OF_FILE[suffix],
                lambda chosen: self.write(session, kind, options, chosen))  # fmt: skip

    def _name(self, session: Session, kind: str, options: Options) -> str:
        """安岭县-任务分解表-20200618; of less than everything it says of what, of a closed period the day it was."""
        data = self.gathered(session, options)
        scope = options.scope
        of = scope.unit
        of = of or next((task.task.title for task in data.tasks if scope.task == task.task.number), "")
        of = of or next((part.part.title for part in data.parts if scope.part and part.part), "")
        of = of or "、".join(options.actions)
        told = words.FILE_NAME_OF if of else words.FILE_NAME
        county = county_settings.read(session.checklist).county
        day = date.fromisoformat(data.today).strftime("%Y%m%d")
        name = told.format(county=county, name=KINDS[kind].name, scope=of[:_LONGEST], day=day)
        return name.translate(_IN_NO_NAME)

    def write(self, session: Session, kind: str, options: Options, path: Path) -> None:
        """Write a report to `path` in the background."""
        if self._job is not None:
            self._window.toast.say(words.BUSY)
            return
        try:
            data = self.gathered(session, options)
        except (ChecklistError, ReportError) as error:
            self._window.message.say("failed", str(error))
            return
        self._name_of_kind = KINDS[kind].name
        job = self._job = self.press.job(lambda tell: export(kind, data, path, tell=tell))
        job.progress.connect(self._show_progress)
        job.finished.connect(self._done)
        job.failed.connect(self._failed)
        told = words.EXPORTING.format(name=self._name_of_kind)
        self._window.message.say("note", told, "", [(common.CANCEL, job.cancel)])
        self._window.progress.show()
        job.start()

    def wait(self) -> None:
        """Let everything end that works on paper, before the program does."""
        self.press.wait()
        self.pictures.end()

    def _show_progress(self, done: int, total: int) -> None:
        self._window.progress.setRange(0, total)
        self._window.progress.setValue(done)

    def _done(self, printed: Printed) -> None:
        self._end()
        self.settings.export_folder = printed.path.parent
        second = words.EXPORTED_TO.format(folder=printed.path.parent)
        if printed.missing:
            shown = "".join(printed.missing[:20])
            second += words.NOT_DRAWN.format(n=len(printed.missing), characters=shown)
        buttons = [
            (words.OPEN_FILE, lambda: _open(printed.path)),
            (words.OPEN_FOLDER, lambda: _open(printed.path.parent)),
        ]
        told = (words.EXPORTED if printed.pages else words.EXPORTED_WORD).format(
            name=self._name_of_kind, pages=printed.pages
        )
        self._window.message.say("done", told, second, buttons)

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._window.message.hide()
            return
        if not isinstance(error, ReportError):
            raise error  # a bug: the crash hook logs it and tells
        self._window.message.say("failed", str(error))

    def _end(self) -> None:
        self._job = None
        self._window.progress.hide()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
