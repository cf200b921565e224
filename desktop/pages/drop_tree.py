"""A tree over which dragged actions can be let go: it shows where they would land, and nothing where they cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QTreeView

from desktop.look import Look
from desktop.models import dragged

_KNOB = 3  # radius of the ring at the beginning of the line, px


@dataclass(frozen=True, slots=True)
class Landing:
    """Where actions would land: `onto` a row, or on the line between two; `target` is what the tree knows it by."""

    target: tuple[int | None, int | None]
    area: QRect
    onto: bool


class DropTree(QTreeView):
    """The drop emits a wish of the kind of tree it is; the model is never changed by Qt's own dragging."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._landing: Landing | None = None
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # ours is drawn in `paintEvent`

    def landing(self, at: QPoint, ids: Sequence[int]) -> Landing | None:
        """Where actions let go at a point would land; None where they cannot."""
        raise NotImplementedError

    def land(self, ids: list[int], landing: Landing) -> None:
        """Tell that they have been let go."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(dragged.ids(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # it scrolls at the edges, and opens what is closed
        self._show(self._aim(event))
        self._answer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show(self._aim(event))
        self._answer(event)
        landing, ids = self._landing, dragged.ids(event.mimeData())
        super().dragLeaveEvent(QDragLeaveEvent())  # stops the scrolling
        self._show(None)
        if landing is not None:
            self.land(ids, landing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them where the actions would land."""
        super().paintEvent(event)
        if self._landing is None:
            return
        theme, area = self._look.theme, self._landing.area
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), theme.px(2)))
        if self._landing.onto:
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        else:
            knob, middle = theme.px(_KNOB), area.center().y()
            painter.drawEllipse(QPoint(area.left() + knob, middle), knob, knob)
            painter.drawLine(area.left() + 2 * knob, middle, area.right(), middle)
        painter.end()

    def _aim(self, event: QDropEvent) -> Landing | None:
        ids = dragged.ids(event.mimeData())
        return self.landing(event.position().toPoint(), ids) if ids else None

    def _answer(self, event: QDropEvent) -> None:
        if self._landing is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def _show(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()
