"""Make, open and copy checklist files; every failure is told and leaves what was open untouched."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

import resources
from db import checklists, connection
from db.connection import Checklist, Clock
from db.errors import ChecklistError, RuleBroken
from db.notice.parser import read_notice
from desktop import words
from desktop.main_window import MainWindow

Refuse = Callable[[str, str], None]


class Files(QObject):
    """Owns no checklist: `opened` hands each one over. `user` tells whose hand edits are recorded under."""

    opened = Signal(Checklist)

    def __init__(
        self, window: MainWindow, folder: Path, user: Callable[[], str], clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._folder, self._user, self._clock = window, folder, user, clock

    def open(self, path: Path) -> bool:
        """Open a file; say why when that fails."""
        try:
            checklist = connection.open(path, by=self._user(), clock=self._clock)
        except ChecklistError as error:
            self._window.message.say("failed", str(error))
            return False
        self.opened.emit(checklist)
        return True

    def ask_open(self) -> None:
        """Let the user choose a file to open."""
        dialog = QFileDialog(self._window, words.FILE_OPEN, str(self._folder), words.FILE_KIND)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        _show(dialog)

    def create(self, county: str, lead_unit: str, year: int, refuse: Refuse) -> None:
        """Make a checklist from the shipped notice in the default folder and open it."""
        path = self._folder / checklists.file_name(county, year)
        try:
            notice = read_notice(resources.path("notice", "532.txt").read_bytes())
            checklist = checklists.create(
                path, county=county, lead_unit=lead_unit, plan_year=year, notice=notice,
                by=self._user(), clock=self._clock,
            )  # fmt: skip
        except RuleBroken as error:
            refuse(error.field or "county", str(error))
        except ChecklistError as error:
            buttons = [(words.OPEN_EXISTING, lambda: self.open(path))] if error.code == "file_exists" else []
            self._window.message.say("failed", str(error), "", buttons)
        else:
            self.opened.emit(checklist)

    def ask_copy(self, checklist: Checklist, today: str) -> None:
        """Let the user choose where a copy of the open checklist goes."""
        day = date.fromisoformat(today).strftime("%Y%m%d")
        name = words.COPY_NAME.format(stem=checklist.path.stem, day=day)
        dialog = QFileDialog(self._window, words.FILE_COPY, str(checklist.path.with_name(name)), words.FILE_KIND)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(connection.SUFFIX.lstrip("."))
        dialog.fileSelected.connect(lambda chosen: self.copy(checklist, Path(chosen)))
        _show(dialog)

    def copy(self, checklist: Checklist, path: Path) -> None:
        """Write a checked copy; the open file stays the one that is worked in."""
        try:
            connection.save_copy(checklist, path)
        except ChecklistError as error:
            self._window.message.say("failed", str(error))
        else:
            self._window.toast.say(words.COPIED.format(name=path.name))



def _show(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
