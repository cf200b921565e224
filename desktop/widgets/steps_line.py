"""Where one is in a few steps: numbers in discs with their names, a line between."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.words import applicability as words

_DISC, _LINE, _GAP, _BETWEEN = 24, 36, 8, 12


class StepsLine(QWidget):
    """Shows the steps before the current one (from 0) as done."""

    def __init__(self, look: Look, icons: Icons, steps: Sequence[str], current: int) -> None:
        super().__init__()
        self._look, self._icons, self._steps, self._current = look, icons, steps, current
        self.setFixedHeight(look.theme.px(_DISC))
        spoken = words.STEP_SPOKEN.format(n=current + 1, of=len(steps), name=steps[current])
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        px = self._look.theme.px
        names = sum(self._wide(place) for place in range(len(self._steps)))
        lines = (len(self._steps) - 1) * px(_LINE + 2 * _BETWEEN)
        return QSize(names + len(self._steps) * px(_DISC + _GAP) + lines, px(_DISC))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, left = self._look.theme.px, 0
        for place, name in enumerate(self._steps):
            if place:
                painter.setPen(QPen(self._look.theme.color("field"), 1))
                middle = self.height() // 2
                painter.drawLine(left + px(_BETWEEN), middle, left + px(_BETWEEN + _LINE), middle)
                left += px(_LINE + 2 * _BETWEEN)
            self._disc(painter, left, place)
            left += px(_DISC + _GAP)
            now = place == self._current
            painter.setFont(self._look.theme.font(13, bold=now))
            painter.setPen(self._look.theme.color("text" if now else "text2"))
            wide = self._wide(place)
            painter.drawText(QRectF(left, 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            left += wide
        painter.end()

    def _disc(self, painter: QPainter, left: int, place: int) -> None:
        theme, side = self._look.theme, self.height()
        done, now = place < self._current, place == self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("green_soft" if done else "accent" if now else "hover"))
        painter.drawEllipse(QRectF(left, 0, side, side))
        if done:
            picture = self._icons.pixmap("check", 14, "green", self.devicePixelRatioF())
            inset = (side - theme.px(14)) // 2
            painter.drawPixmap(left + inset, inset, picture)
            return
        painter.setFont(theme.font(13, bold=now))
        painter.setPen(theme.color("on_accent" if now else "text2"))
        painter.drawText(QRectF(left, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _wide(self, place: int) -> int:
        font = self._look.theme.font(13, bold=place == self._current)
        return QFontMetrics(font).horizontalAdvance(self._steps[place]) + 2
