"""The lamps: one shape per state, so that grey paper and colour-blind eyes can tell them apart."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from desktop.theme import Theme

_Draw = Callable[[QPainter, Theme], None]


def paint(painter: QPainter, area: QRect, state: str, theme: Theme) -> None:
    """Draw a state's lamp, laid out in a 14 × 14 box, scaled into `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 14, area.height() / 14)
    _LAMPS[state](painter, theme)
    painter.restore()


def pixmap(state: str, size: int, theme: Theme, ratio: float = 1.0) -> QPixmap:
    """A lamp as a picture of `size` device-independent px."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRect(0, 0, size, size), state, theme)
    painter.end()
    return picture


def _pen(color: QColor, width: float = 1.5) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _disc(painter: QPainter, color: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(7, 7), radius, radius)


def _ring(painter: QPainter, color: QColor, radius: float, dashes: list[float] | None = None) -> None:
    pen = _pen(color)
    if dashes:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([dash / pen.widthF() for dash in dashes])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(7, 7), radius, radius)


def _triangle(painter: QPainter, color: QColor, points: list[tuple[float, float]]) -> None:
    painter.setPen(_pen(color, 1))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _strokes(painter: QPainter, pen: QPen, *points: tuple[float, float]) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _ok(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme.lamp("ok"), 4.5)


def _soon(painter: QPainter, theme: Theme) -> None:
    _triangle(painter, theme.lamp("soon"), [(7, 1.6), (13, 12.2), (1, 12.2)])


def _slow(painter: QPainter, theme: Theme) -> None:
    _triangle(painter, theme.lamp("slow"), [(7, 12), (1.5, 3), (12.5, 3)])


def _over(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.lamp("over"))
    painter.drawRoundedRect(QRectF(2, 2, 10, 10), 1.5, 1.5)


def _none(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.color("text3"), 4)


def _done(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.color("green_fill"), 5.75)
    _strokes(painter, _pen(theme.color("green_fill")), (4.4, 7.2), (6.3, 9.1), (9.8, 5.2))


def _closed(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme.color("green_fill"), 6.5)
    _strokes(painter, _pen(theme.color("on_accent"), 1.6), (4, 7.2), (6.2, 9.4), (10.2, 4.9))


def _na(painter: QPainter, theme: Theme) -> None:
    _strokes(painter, _pen(theme.color("text3")), (3, 7), (11, 7))


def _undivided(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.color("amber"), 5, [2.6, 2.6])


def _cancelled(painter: QPainter, theme: Theme) -> None:
    pen = _pen(theme.color("text3"))
    _strokes(painter, pen, (3.5, 3.5), (10.5, 10.5))
    _strokes(painter, pen, (10.5, 3.5), (3.5, 10.5))


_LAMPS: dict[str, _Draw] = {
    "ok": _ok, "soon": _soon, "over": _over, "none": _none, "done": _done, "closed": _closed,
    "na": _na, "undivided": _undivided, "cancelled": _cancelled, "slow": _slow,
}  # fmt: skip
