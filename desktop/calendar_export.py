"""Due dates for the calendar of an office: asks where to, writes the file, says where it went."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from db import calendar_file, ledger, settings
from db.errors import ChecklistError
from db.ledger import Row
from desktop.dialogs.ask_path import ask_new
from desktop.main_window import MainWindow
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.settings import Settings
from desktop.words import OPEN_FILE, OPEN_FOLDER
from desktop.words import calendar_file as words


class CalendarExport(QObject):
    """Exports what it is given: the rows a ledger shows, or all of a checklist."""

    def __init__(self, window: MainWindow, kept: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._kept = window, kept

    def ask_all(self, session: Session, standing: Standing) -> None:
        """Let the user choose where all due dates of a checklist go."""
        every = [action for its in standing.actions.values() for action in its]
        self.ask(session, ledger.rows(standing.tasks.values(), every, session.yard))

    def ask(self, session: Session, rows: Iterable[Row]) -> None:
        """Let the user choose where the due dates of some rows go; where there are none that is said."""
        told = calendar_file.dated(rows)
        if not told:
            self._window.toast.say(words.NOTHING)
            return
        county = settings.read(session.checklist)
        folder = self._kept.export_folder or session.checklist.path.parent
        name = words.NAME.format(county=county.county, year=county.plan_year)
        ask_new(self._window, words.EXPORT.rstrip("…"), folder / name, words.KIND,
                lambda chosen: self.write(session, told, chosen))  # fmt: skip

    def write(self, session: Session, rows: Iterable[Row], path: Path) -> None:
        """Write the due dates of rows to a file, and say how many or why not."""
        try:
            number = calendar_file.write(session.checklist, rows, path, session.today())
        except ChecklistError as error:
            self._window.message.say("failed", str(error))
            return
        self._kept.export_folder = path.parent
        buttons = [(OPEN_FILE, lambda: _open(path)), (OPEN_FOLDER, lambda: _open(path.parent))]
        line = words.DONE_LINE.format(folder=path.parent)
        self._window.message.say("done", words.DONE.format(n=number), line, buttons)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
