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
Prepare = Callable[[Checklist], None]


class Files(QObject):
    """Owns no checklist: `opened` hands each one over, `made` one that is new.

    `user` tells whose hand edits are recorded under, `current` which file is open.
    """

    opened = Signal(Checklist)
    made = Signal(Checklist)
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

    def is_free(self, county: str, year: int) -> bool:
        """Whether there is no such file yet in the default folder; where there is one, say so and offer to open it."""
        path = self._folder / connection.file_name(county, year)
        if path.exists():
            self._say_exists(path, str(ChecklistError("file_exists", name=path.name)))
        return not path.exists()

    def create(
        self, county: str, lead_unit: str, year: int, notice: Any, refuse: Refuse, prepare: Prepare | None = None
    ) -> None:
        """Make a checklist from a notice, None for the shipped one, in the default folder and open it.

        `prepare` is a first step in it, to be undone like any other.
        """
        path = self._folder / connection.file_name(county, year)
        try:
            checklist = late("new checklist")(
                path, notice, county=county, lead_unit=lead_unit, plan_year=year, by=self._user(), clock=self._clock
            )
        except RuleBroken as error:
            refuse(error.field or "county", str(error))
        except ChecklistError as error:
            if error.code == "file_exists":
                self._say_exists(path, str(error))
            else:
                self._window.message.say("failed", str(error))
        else:
            self._hand_over(checklist, prepare)

    def _hand_over(self, checklist: Checklist, prepare: Prepare | None) -> None:
        why = ""
        try:
            if prepare is not None:
                prepare(checklist)
        except ChecklistError as error:  # the file stands, only its first step is missing
            why = str(error)
        self.made.emit(checklist)
        if why:
            self._window.message.say("failed", why)

    def _say_exists(self, path: Path, why: str) -> None:
        self._window.message.say("failed", why, "", [(words.OPEN_EXISTING, lambda: self.open(path))])

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
