"""The frame of a card beside a list: a head, a line, and what the card says below, which scrolls where it is long."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget


class CardFrame(QFrame):
    """What the card says goes into `column`; `area` scrolls it."""

    def __init__(self, px: Callable[[int], int]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setMinimumWidth(px(300))
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(20), px(12), px(12), px(12))
        self.column.setSpacing(px(8))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)

    def put_together(self, head: QLayout) -> None:
        """Put a head above what the column holds by now."""
        self.column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(parting_line())
        whole.addWidget(self.area, 1)


def parting_line() -> QFrame:
    """A line that parts what is above from what is below."""
    drawn = QFrame()
    drawn.setProperty("kind", "line")
    drawn.setFixedHeight(1)
    return drawn
