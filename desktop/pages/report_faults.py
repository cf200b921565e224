"""Figures that disagree, in place of the pages they would stand on: each leads to its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.delegates.row_delegate import Row
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.row_list import RowList
from desktop.words import reports as words
from reports.tieout import Disagreement


class FaultList(QWidget):
    """`opened` bears the disagreement whose rows are wanted."""

    opened = Signal(object)

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        px = look.theme.px
        self._head, line = QLabel(), QLabel(words.WRONG_LINE)
        self._head.setProperty("kind", "head")
        line.setProperty("kind", "label")
        line.setWordWrap(True)
        self.list = RowList(look, icons, words.WRONG_LIST, self._open)
        self.list.itemClicked.connect(lambda _: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(16))
        column.setSpacing(px(8))
        for widget in (self._head, line):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_faults(self, found: Sequence[Disagreement]) -> None:
        """List them."""
        self._head.setText(words.WRONG.format(n=len(found)))
        rows = [Row(one, "triangle-alert", "red", ((one.text, 14, "text"),), one.text) for one in found]
        self.list.show_rows(rows, lambda was, now: was == now)

    def _open(self) -> None:
        fault = self.list.key()
        if fault is not None:
            self.opened.emit(fault)
