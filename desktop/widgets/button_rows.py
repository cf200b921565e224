"""Buttons in a centred row, in as many rows as there is need for."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class ButtonRows(QWidget):
    """Places its buttons itself, so that a narrow place gets more rows and no button is cut."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QPushButton) -> None:
        """Put a button behind the others."""
        button.setParent(self)
        self._buttons.append(button)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        sizes = [button.sizeHint() for button in self._buttons]
        wide = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        return QSize(max((button.sizeHint().width() for button in self._buttons), default=0), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, place in self._places(self.width()):
            button.setGeometry(place)

    def _places(self, width: int) -> Iterator[tuple[QPushButton, QRect]]:
        top = 0
        for row in self._rows(width):
            sizes = [button.sizeHint() for button in row]
            left = (width - sum(size.width() for size in sizes) - self._gap * (len(row) - 1)) // 2
            for button, size in zip(row, sizes, strict=True):
                yield button, QRect(left, top, size.width(), size.height())
                left += size.width() + self._gap
            top += max(size.height() for size in sizes) + self._gap

    def _rows(self, width: int) -> list[list[QPushButton]]:
        rows: list[list[QPushButton]] = []
        left = 0
        for button in self._buttons:
            wide = button.sizeHint().width()
            if not rows or wide > left:
                rows.append([])
                left = width
            rows[-1].append(button)
            left -= wide + self._gap
        return rows
