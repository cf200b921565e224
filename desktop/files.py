"""Make, open and copy checklist files; every failure is told and leaves what was open untouched."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from db import connection
from db.connection import Checklist, Clock
from db.errors import ChecklistError, RuleBroken
from db.evidence_files import folder_of
from desktop import words
from desktop.late import late
from desktop.main_window import MainWindow

Refuse = Callable[[str, str], None]


class Files(QObject):
    """Owns no checklist: `opened` hands each one over.

    `user` tells whose hand edits are recorded under, `current` which file is open.
    """

    opened = Signal(Checklist)
    action_wanted = Signal(int)

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        user: Callable[[], str],
        clock: Clock,
        current: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._folder, self._user, self._clock = window, folder, user, clock
        self._current = current
        self._evidence: Any = None

    @property
    def evidence(self) -> Any:
        """What verifies and copies the evidence of the open file."""
        if self._evidence is None:
            self._evidence = late("evidence check")(self._window, self)
            self._evidence.action_wanted.connect(self.action_wanted)
        return self._evidence

    def wait(self) -> None:
        """Let work on the evidence end, before the program does."""
        if self._evidence is not None:
            self._evidence.wait()

    def open(self, path: Path) -> bool:
        """Open a file; say why when that fails."""
        current = self._current()
        if current is not None and path.exists() and path.samefile(current):
            self._window.toast.say(words.ALREADY_OPEN.format(name=current.stem))
            return True
        why = self.try_open(path)
        if why:
            self._window.message.say("failed", why)
        return not why

    def try_open(self, path: Path) -> str:
        """Open a file; the sentence that says why when that fails, else nothing."""
        try:
            checklist = connection.open(path, by=self._user(), clock=self._clock)
        except ChecklistError as error:
            return str(error)
        self.opened.emit(checklist)
        return ""

    def ask_open(self) -> None:
        """Let the user choose a file to open."""
        late("ask existing")(self._window, words.FILE_OPEN, self._folder, words.FILE_KIND, self.open)

    def create(self, county: str, lead_unit: str, year: int, notice: Any, refuse: Refuse) -> None:
        """Make a checklist from a notice, None for the shipped one, in the default folder and open it."""
        path = self._folder / connection.file_name(county, year)
        try:
            checklist = late("new checklist")(
                path, notice, county=county, lead_unit=lead_unit, plan_year=year, by=self._user(), clock=self._clock
            )
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
        late("ask new")(
            self._window, words.FILE_COPY, checklist.path.with_name(name), words.FILE_KIND,
            lambda chosen: self.copy(checklist, chosen),
        )  # fmt: skip

    def copy(self, checklist: Checklist, path: Path) -> None:
        """Write a checked copy; the open file stays the one that is worked in."""
        if folder_of(checklist.path).is_dir():
            self.evidence.copy(checklist, path)
            return
        try:
            connection.save_copy(checklist, path)
        except ChecklistError as error:
            self._window.message.say("failed", str(error))
        else:
            self._window.toast.say(words.COPIED.format(name=path.name))
