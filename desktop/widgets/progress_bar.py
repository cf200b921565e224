"""The progress bar: a quiet track, filled in accent, green when done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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


def paint_tick(painter: QPainter, bar: QRect, expected: int, ground: QColor, theme: Theme) -> None:
    """Mark the share of time elapsed on a bar: 2 px wide, 12 high, parted from the bar by a line of its ground."""
    wide, high, edge = theme.px(2), theme.px(12), theme.px(1)
    left = min(max(bar.left() + round(bar.width() * expected / 100) - wide // 2, bar.left()), bar.right() + 1 - wide)
    tick = QRect(left, bar.center().y() + 1 - high // 2, wide, high)
    painter.fillRect(tick.adjusted(-edge, 0, edge, 0), ground)
    painter.fillRect(tick, theme.color("text2"))


class ProgressBar(QWidget):
    """A bar of the task header, on the page's ground, with a tick at the time elapsed."""

    def __init__(self, look: Look, width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._width = width
        self._percent = 0
        self._done = False
        self._expected: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int, *, done: bool, expected: int | None = None) -> None:
        """Show 0…100; green when the work is done; `expected` is the share of time elapsed, if any runs."""
        if (percent, done, expected) == (self._percent, self._done, self._expected):
            return
        self._percent, self._done, self._expected = percent, done, expected
        self.setAccessibleName(f"{words.PERCENT}{percent}%")
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(theme.px(self._width), theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        bar = QRect(0, (self.height() - theme.px(6)) // 2, self.width(), theme.px(6))
        paint_bar(painter, bar, self._percent, theme, done=self._done)
        if self._expected is not None:
            paint_tick(painter, bar, self._expected, theme.color("base"), theme)
        painter.end()
