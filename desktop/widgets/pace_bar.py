"""A percent as a bar, the time elapsed as a tick on it, and the words for being ahead or behind."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.status import Pace
from desktop import lamps
from desktop.countdown import pace_phrase
from desktop.look import Look
from desktop.widgets.progress_bar import paint_bar
from desktop.words import form as words

_WIDTH, _LEAST = 84, 32


class PaceBar(QWidget):
    """Painted as one, so that another percent lays nothing out anew."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[int, bool, Pace] = (0, False, Pace())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pace(self, percent: int, pace: Pace, *, done: bool) -> None:
        """Show 0…100 and how it stands against the time elapsed; green when the work is done."""
        if (percent, done, pace) != self._shown:
            self._shown = (percent, done, pace)
            text = pace_phrase(pace)
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.px(_WIDTH), self._look.theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        px = theme.px
        percent, done, pace = self._shown
        painter = QPainter(self)
        font, text = theme.font(13), said(pace)
        needed = QFontMetrics(font).horizontalAdvance(text) + px(17 if pace.code == "behind" else 1) if text else 0
        wide = max(min(px(_WIDTH), self.width() - needed - px(8)), px(_LEAST))
        bar = QRect(0, (self.height() - px(6)) // 2, wide, px(6))
        paint_bar(painter, bar, percent, theme, done=done)
        if pace.code:
            at = min(round(bar.width() * pace.expected / 100), bar.width() - 2)
            top = (self.height() - px(12)) // 2
            painter.fillRect(QRect(at - 1, top, px(2) + 2, px(12)), theme.color("panel"))
            painter.fillRect(QRect(at, top, px(2), px(12)), theme.color("text2"))
        left = wide + px(8)
        if pace.code == "behind":
            lamps.paint(painter, QRect(left, (self.height() - px(12)) // 2, px(12), px(12)), "slow", theme)
            left += px(16)
        painter.setFont(font)
        painter.setPen(theme.color("amber" if pace.code == "behind" else "text2"))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


def said(pace: Pace) -> str:
    """滞后30, 超15, nothing for 达."""
    return words.PACE[pace.code].format(n=abs(pace.points)) if pace.code in words.PACE else ""
