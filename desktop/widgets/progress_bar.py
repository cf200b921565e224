"""The progress bar: a quiet track, filled in accent, green when done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.look import Look
from desktop.theme import Theme


def paint_bar(painter: QPainter, area: QRect, percent: int, theme: Theme, *, done: bool = False) -> None:
    """Draw a bar into `area`, whose height is the bar's."""
    radius = area.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line"))
    painter.drawRoundedRect(area, radius, radius)
    width = round(area.width() * percent / 100)
    if width > 0:
        painter.setBrush(theme.color("green_fill" if done else "accent"))
        filled = QRect(area.topLeft(), QSize(max(width, area.height()), area.height()))
        painter.drawRoundedRect(filled, radius, radius)


class ProgressBar(QWidget):
    """A bar of the task header."""

    def __init__(self, look: Look, width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._width = width
        self._percent = 0
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int, *, done: bool) -> None:
        """Show 0…100; green when the work is done."""
        if (percent, done) == (self._percent, self._done):
            return
        self._percent, self._done = percent, done
        self.setAccessibleName(f"{words.PERCENT}{percent}%")
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(theme.px(self._width), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bar(painter, self.rect(), self._percent, self._look.theme, done=self._done)
        painter.end()
