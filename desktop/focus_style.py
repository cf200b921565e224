"""Fusion with the focus drawn as the design asks, an accent frame for the keyboard only; and the tick box."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from desktop.theme import Theme

_Metric = QStyle.PixelMetric
# In px at 100 % text; a style sheet cannot say so.
_SIZES = {_Metric.PM_LineEditIconSize: 16, _Metric.PM_IndicatorWidth: 16, _Metric.PM_IndicatorHeight: 16}
_TICK = ((0.22, 0.52), (0.42, 0.71), (0.78, 0.31))  # of the box's side


class FocusStyle(QProxyStyle):
    """Draws PE_FrameFocusRect as two pixels of accent, and tick boxes; all else is Fusion and the style sheet."""

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Let icons inside fields and tick boxes grow with the text."""
        if metric in _SIZES:
            return self._theme().px(_SIZES[metric])
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the focus frame and the tick box; hand everything else on."""
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            self._tick_box(option, painter)
            return
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme().color("accent"), 2))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _tick_box(self, option: QStyleOption, painter: QPainter) -> None:
        theme, on = self._theme(), bool(option.state & QStyle.StateFlag.State_On)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        side = min(option.rect.width(), option.rect.height()) - 1
        box = QRectF(option.rect.left() + 0.5, option.rect.top() + 0.5, side, side)
        edge = "accent" if on else "field_edge"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge if enabled else "line"), 1))
        painter.setBrush(theme.color("hover" if not enabled else "accent" if on else "base"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if on:
            painter.setPen(QPen(theme.color("on_accent" if enabled else "text3"), 1.7 * theme.scale,
                                Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))  # fmt: skip
            painter.drawPolyline([QPointF(box.left() + side * x, box.top() + side * y) for x, y in _TICK])
        painter.restore()
