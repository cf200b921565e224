"""Where documents are set: one after the other, for ReportLab keeps its faces for the whole program."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject

from desktop.worker import Job, Tell


class Press(QObject):
    """Makes jobs that wait for each other, and lives as long as any of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alone = Lock()
        self._jobs: set[Job] = set()

    def job(self, work: Callable[[Tell], Any]) -> Job:
        """A piece of work that begins when those before it have ended; freed when it has ended itself."""

        def alone(tell: Tell) -> Any:
            with self._alone:
                return work(tell)

        job = Job(alone, self)
        self._jobs.add(job)
        job.finished.connect(self._free)
        job.failed.connect(self._free)
        return job

    def wait(self) -> None:
        """Call everything off and let it end, before the program does."""
        for job in self._jobs:
            job.cancel()
        for job in self._jobs:
            job.wait()

    def _free(self, _: object) -> None:
        for job in [job for job in self._jobs if job.over]:
            self._jobs.discard(job)
            job.free()
