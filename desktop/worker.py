"""Work that takes longer than a moment, off the window's thread; plain data in, plain data out."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

Tell = Callable[[int, int], bool]


class Job(QObject):
    """One piece of work: `progress` (done, of), then `finished` with the result or `failed` with the error.

    `told` is for what else a piece of work has to say on its way.
    """

    progress = Signal(int, int)
    told = Signal(object)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[Tell], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self.over = False  # whether its last signal is on the way
        # Not a QRunnable: Qt deletes it behind PySide's back, and what comes to lie in its place is taken for it.
        self._thread = Thread(target=self._run)

    def start(self) -> None:
        """Begin; the signals arrive on the thread this object lives in."""
        self._thread.start()

    def wait(self) -> None:
        """Let the work end, before the program does."""
        if self._thread.is_alive():
            self._thread.join()

    def free(self) -> None:
        """Let go of it once it has ended: not while its thread is still telling of that."""
        self.wait()
        self.deleteLater()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._cancelled = True

    def _run(self) -> None:
        try:
            result = self._work(self._tell)
        except Exception as error:  # carried to the window's thread, where it is told or logged
            self.over = True
            self.failed.emit(error)
        else:
            self.over = True
            self.finished.emit(result)

    def _tell(self, done: int, total: int) -> bool:
        self.progress.emit(done, total)
        return not self._cancelled
