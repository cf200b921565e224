"""Chips in lines that wrap: the responsible bodies of a task, each with the bureau it ends in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.look import Look
from desktop.words import counterparts as words

_LINES = 2  # as many are shown before the rest is folded
_EDGE, _GAP, _HEIGHT = 8, 7, 24  # px


@dataclass(frozen=True, slots=True)
class Chip:
    """A name and what it leads to; `ink` is the theme's colour of the latter, `dashed` marks a stand-in."""

    name: str
    after: str = ""
    ink: str = "text"
    dashed: bool = False
    tip: str = ""


class ChipRow(QWidget):
    """Shows two lines of chips, and all of them once unfolded; a click on a chip asks for its place."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: Sequence[Chip] = ()
        self._open = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_chips(self, chips: Sequence[Chip], spoken: str) -> None:
        """Show these in order."""
        if [chip.name for chip in chips] != [chip.name for chip in self._chips]:
            self._open = False
        self._chips = chips
        self.setAccessibleName(spoken)
        self._relay()

    @property
    def folded(self) -> int:
        """How many chips are not in view."""
        return len(self._chips) - len(self._boxes(self.width())[0])

    def unfold(self) -> None:
        """Show all of them, or two lines again."""
        self._open = not self._open
        self._relay()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes, more = self._boxes(width)
        return (more or boxes[-1]).bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def event(self, event: QEvent) -> bool:
        """Say what is known of the chip the mouse rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            chip = self._chip_at(event)
            QToolTip.showText(event.globalPos(), chip.tip if chip else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to where the bureau of a body is said, or unfolds."""
        more = self._boxes(self.width())[1]
        chip = self._chip_at(event)
        if more is not None and more.contains(event.position().toPoint()):
            self.unfold()
        elif chip is not None and not chip.dashed:
            self.wanted.emit(chip.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        more, chip = self._boxes(self.width())[1], self._chip_at(event)
        leads = (chip is not None and not chip.dashed) or (more and more.contains(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter unfolds."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.unfold()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, more = self._boxes(self.width())
        for chip, box in zip(self._chips, boxes, strict=False):
            pen = QPen(theme.color("field" if chip.dashed else "line"), 1)
            if chip.dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 5, 5)
            self._write(painter, chip, box)
        if more is not None:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("accent"))
            painter.drawText(more, Qt.AlignmentFlag.AlignCenter, self._more())
            if self.hasFocus():
                painter.drawRoundedRect(more.adjusted(0, 0, -1, -1), 4, 4)
        painter.end()

    def _write(self, painter: QPainter, chip: Chip, box: QRect) -> None:
        """The body in the quieter ink, what it leads to in the stronger."""
        theme, left = self._look.theme, box.left() + self._look.theme.px(_EDGE)
        for text, ink in ((chip.name, "text3" if chip.dashed else "text2"), (_tail(chip), chip.ink)):
            painter.setFont(theme.font(13))
            painter.setPen(theme.color(ink))
            area = QRect(left, box.top(), box.right() - left, box.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            left += painter.fontMetrics().horizontalAdvance(text)

    def _chip_at(self, event: QMouseEvent | QHelpEvent) -> Chip | None:
        place = event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos()
        boxes = self._boxes(self.width())[0]
        return next((chip for chip, box in zip(self._chips, boxes, strict=False) if box.contains(place)), None)

    def _relay(self) -> None:
        width = max(self.width(), 1)
        self.setFixedHeight(self.heightForWidth(width))
        more = self._boxes(width)[1]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if more is None else Qt.FocusPolicy.TabFocus)
        self.update()

    def _more(self) -> str:
        return words.FOLD if self._open else words.MORE.format(n=self.folded)

    def _boxes(self, width: int) -> tuple[list[QRect], QRect | None]:
        """Where the chips in view stand, and what shows the others; None where all of them have room."""
        theme = self._look.theme
        metrics = QFontMetrics(theme.font(13))
        gap, height, edge = theme.px(_GAP), theme.px(_HEIGHT), theme.px(_EDGE)
        boxes: list[QRect] = []
        x = y = 0
        for chip in self._chips:
            wide = min(metrics.horizontalAdvance(chip.name + _tail(chip)) + 2 * edge, max(width, 1))
            if x and x + wide > width:
                x, y = 0, y + height + gap
            boxes.append(QRect(x, y, wide, height))
            x += wide + gap
        deep = _LINES * (height + gap)
        if y < deep:
            return boxes, None
        button = metrics.horizontalAdvance(words.MORE.format(n=len(boxes))) + 2 * edge
        shown = boxes if self._open else [box for box in boxes if box.top() < deep]
        while len(shown) > 1 and not self._open and shown[-1].right() + gap + button > width:
            shown = shown[:-1]
        last = shown[-1]
        fits = last.right() + gap + button <= width
        x, y = (last.right() + 1 + gap, last.top()) if fits else (0, last.bottom() + 1 + gap)
        return shown, QRect(x, y, button, height)


def _tail(chip: Chip) -> str:
    if not chip.after:
        return ""
    return f"　{chip.after}" if chip.dashed else f" → {chip.after}"
