"""What both children of `benchmarks.start` do: tell of the first paint, with the memory it took, and go."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView


class FirstPaint(QObject):
    """Prints VmRSS in kB once all the views have been painted and the window has been shown, and ends the process."""

    def __init__(self, views: Sequence[QAbstractItemView]) -> None:
        super().__init__()
        self._left = [view.viewport() for view in views]
        for viewport in self._left:
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._left:
            self._left.remove(watched)
            watched.removeEventFilter(self)
            if not self._left:
                QTimer.singleShot(0, _tell)  # after this round of painting
        return False


def _tell() -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    sys.stdout.write(f"{memory}\n")
    sys.stdout.flush()
    os._exit(0)
