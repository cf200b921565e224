"""Evidence beyond one action: hold every file against what was added, and take all of it along into a copy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from db import evidence
from db.connection import Checklist
from db.errors import ChecklistError
from db.evidence import Finding, carry_to, copy, examine
from db.evidence_files import Stored, Tell, folder_of
from desktop import words as common
from desktop.main_window import MainWindow
from desktop.words import problems as words
from desktop.worker import Job

_SHOWN = 3


class EvidenceCheck(QObject):
    """Runs one piece of work at a time beside the window, and says in the message bar what came of it."""

    action_wanted = Signal(int)  # the row of the action whose evidence is at fault

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._job: Job | None = None
        self._take: Callable[[Any], None] = lambda _: None

    def verify(self, checklist: Checklist) -> None:
        """Read every file of evidence and name those that are missing, altered or unreadable."""
        folder, every = folder_of(checklist.path), evidence.all(checklist)
        if not every:
            self._window.toast.say(words.VERIFY_NONE)
            return

        def told(found: list[Finding]) -> None:
            if found:
                self._tell_faults(found, folder)
            else:
                self._window.message.say("done", words.VERIFY_SOUND.format(n=len(every)))

        self._start(words.VERIFYING, lambda tell: examine(folder, every, tell), told)

    def copy(self, checklist: Checklist, path: Path) -> None:
        """Write a checked copy of the checklist with its evidence beside it: both, or neither."""

        def write(carried: list[Stored]) -> None:
            try:
                copy(checklist, path, carried)
            except ChecklistError as error:
                self._window.message.say("failed", str(error))
            else:
                self._window.toast.say(words.COPIED_WITH.format(name=path.name, n=len(carried)))

        source = checklist.path
        self._start(words.COPYING_EVIDENCE, lambda tell: carry_to(source, path, tell), write)

    def wait(self) -> None:
        """Let the work end, before the program does."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _start(self, text: str, work: Callable[[Tell], Any], take: Callable[[Any], None]) -> None:
        if self._job is not None:
            return
        self._take = take
        self._job = Job(work, self)
        self._job.progress.connect(self._show_progress)
        self._job.finished.connect(self._done)
        self._job.failed.connect(self._failed)
        self._window.message.say("note", text, "", [(common.CANCEL, self._job.cancel)])
        self._window.progress.show()
        self._job.start()

    def _show_progress(self, done: int, total: int) -> None:
        self._window.progress.setRange(0, 1000)
        self._window.progress.setValue(done * 1000 // max(total, 1))

    def _done(self, result: Any) -> None:
        self._end()
        self._take(result)

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ChecklistError):
            raise error  # a bug: the crash hook logs it and tells
        if error.code != "evidence_cancelled":
            self._window.message.say("failed", str(error))

    def _end(self) -> None:
        self._window.progress.hide()
        self._window.message.hide()
        if self._job is not None:
            self._job.free()
            self._job = None

    def _tell_faults(self, found: list[Finding], folder: Path) -> None:
        lines = [words.VERIFY_LINE.format(finding=finding) for finding in found]
        second = "".join(lines[:_SHOWN])
        if len(lines) > _SHOWN:
            second += words.VERIFY_MORE.format(n=len(lines) - _SHOWN)
        if not folder.is_dir():
            second = words.VERIFY_FOLDER.format(folder=folder)
        whole = "\n".join([*lines, words.VERIFY_FOLDER.format(folder=folder)])
        shown = folder if folder.is_dir() else folder.parent
        buttons = [
            (words.VERIFY_GO, lambda: self.action_wanted.emit(found[0].evidence.action)),
            (words.VERIFY_COPY, lambda: QGuiApplication.clipboard().setText(whole)),
            (words.VERIFY_OPEN, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))),
        ]
        self._window.message.say("failed", words.VERIFY_FAULTS.format(n=len(found)), second, buttons)
