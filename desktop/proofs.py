"""What a report looks like as things are chosen: its first page at once, then all of it, set in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.press import Press
from desktop.worker import Job, Tell
from reports import tieout
from reports.data import ReportData
from reports.errors import Cancelled
from reports.fonts import Faces
from reports.render import build
from reports.words import faces as words


@dataclass(frozen=True, slots=True)
class Proof:
    """A report that was set: the PDF, how many pages, what no face could draw, which face each role got.

    `checked` is how many figures were held against their rows.
    """

    kind: str
    data: ReportData
    content: bytes
    pages: int
    missing: frozenset[str]
    faces: tuple[str, ...]
    checked: int


class Proofs(QObject):
    """The newest wish wins: what is being set for an older one is called off, and never told of."""

    first = Signal(object)  # a Proof of one page, while the others are being set
    whole = Signal(object)
    failed = Signal(Exception)
    progress = Signal(int, int)

    def __init__(self, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._job: Job | None = None
        self._number = 0

    @property
    def busy(self) -> bool:
        """Whether something is being set."""
        return self._job is not None

    def ask(self, kind: str, data: ReportData) -> None:
        """Set a report from data that were gathered for it."""
        self.stop()
        number = self._number

        def say(what: str, bears: object) -> None:
            job.told.emit((number, what, bears))

        job = self._job = self._press.job(lambda tell: _set(kind, data, tell, say))
        job.told.connect(self._pass_on)
        job.start()

    def stop(self) -> None:
        """Call off what is being set."""
        self._number += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _pass_on(self, told: tuple[int, str, Any]) -> None:
        number, what, bears = told
        if number != self._number:
            return
        if what in ("whole", "failed"):
            self._job = None
        if what == "progress":
            self.progress.emit(*bears)
        else:
            getattr(self, what).emit(bears)


def _set(kind: str, data: ReportData, tell: Tell, say: Callable[[str, object], None]) -> None:
    """The first page, then all of them, off the window's thread."""

    def tell_all(done: int, of: int) -> bool:
        say("progress", (done, of))
        return tell(done, of)

    faces = Faces()
    try:
        if tell(0, 1):
            say("first", _proof(kind, data, faces, tell, most=1))
            say("whole", _proof(kind, data, faces, tell_all))
    except Cancelled:
        return
    except Exception as error:  # carried to the window's thread, where it is told or logged
        say("failed", error)


def _proof(kind: str, data: ReportData, faces: Faces, tell: Tell, *, most: int = 0) -> Proof:
    content, pages = build(kind, data, faces, tell, most=most)
    told = tuple(faces.used().split(words.BETWEEN))
    return Proof(kind, data, content, pages, frozenset(faces.missing), told, tieout.check(data).checked)
