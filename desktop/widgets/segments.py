"""A few views of one page to turn between, side by side in one frame."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from desktop.look import Look
from desktop.widgets.segment_choice import SegmentChoice


class Segments(SegmentChoice):
    """`picked` bears the key of the view the user wants, which has segments of its own: these stay at `current`."""

    picked = Signal(str)

    def __init__(self, look: Look, texts: Mapping[str, str], current: str) -> None:
        super().__init__(look, texts, current)
        self._current = current
        self.changed.connect(self._pick)

    def _pick(self) -> None:
        wanted = self.value
        self.buttons[self._current].setChecked(True)
        if wanted != self._current:
            self.picked.emit(wanted)
