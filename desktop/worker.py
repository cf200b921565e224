"""Work that takes longer than a moment, off the window's thread; plain data in, plain data out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Tell = Callable[[int, int], bool]


class Job(QObject):
    """One piece of work: `progress` (done, of), then `finished` with the result or `failed` with the error."""

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[Tell], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False

    def start(self, pool: QThreadPool) -> None:
        """Begin; the signals arrive on the thread this object lives in."""
        pool.start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._cancelled = True

    def _run(self) -> None:
        try:
            result = self._work(self._tell)
        except Exception as error:  # carried to the window's thread, where it is told or logged
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _tell(self, done: int, total: int) -> bool:
        self.progress.emit(done, total)
        return not self._cancelled
