"""Another notice than the shipped one: from a file or pasted, read in the background, checked by eye, put right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.errors import ChecklistError, NotANotice, translated
from db.notice.model import Notice
from db.notice.parser import read_notice, read_text
from db.notice.reading import MOST_BYTES
from db.notice.script import to_simplified
from desktop import words
from desktop.dialogs.ask_path import ask_existing
from desktop.dialogs.notice_preview import NoticePreview
from desktop.dialogs.paste_notice import PasteNotice
from desktop.icons import Icons
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.worker import Job

Read = Callable[[], Notice]


class Notices(QObject):
    """`chosen` carries the notice the user has looked through and takes."""

    chosen = Signal(Notice)

    def __init__(self, window: MainWindow, look: Look, icons: Icons, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._look, self._icons, self._folder = window, look, icons, folder
        self._job: Job | None = None

    def ask_file(self) -> None:
        """Let the user choose a saved page, Word file or text."""
        ask_existing(self._window, words.NOTICE_FILE, self._folder, ";;".join(words.NOTICE_KINDS), self.read_file)

    def ask_text(self) -> None:
        """Let the user paste the words of a notice."""
        dialog = PasteNotice(self._look, self._window)
        dialog.accepted.connect(lambda: self.read_text(dialog.text()))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Read a file; what is too big is refused before it is opened."""

        def read() -> Notice:
            with translated(path):
                if path.stat().st_size > MOST_BYTES:
                    raise NotANotice("notice_too_big")
                data = path.read_bytes()
            return read_notice(data)

        self._start(read)

    def read_text(self, text: str) -> None:
        """Read pasted words."""
        self._start(lambda: read_text(text))

    def wait(self) -> None:
        """Let a reading end, before the program does."""
        if self._job is not None:
            self._job.wait()

    def _start(self, read: Read) -> None:
        if self._job is not None:
            return

        def work(_: object) -> tuple[Notice, str]:
            notice = read()
            return notice, to_simplified(notice.original)

        self._job = Job(work, self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._failed)
        self._window.message.say("note", words.NOTICE_READING)
        self._job.start()

    def _show(self, found: tuple[Notice, str]) -> None:
        self._end()
        dialog = NoticePreview(self._look, self._icons, *found, self._window)
        dialog.accepted.connect(lambda: self.chosen.emit(dialog.notice))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ChecklistError):
            raise error  # a bug: the crash hook logs it and tells
        self._window.message.say("failed", str(error))

    def _end(self) -> None:
        self._window.message.hide()
        if self._job is not None:
            self._job.free()
            self._job = None
