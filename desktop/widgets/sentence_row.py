"""One sentence of the original text: its mark at the left, the words, and at the right what answers it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.models import dragged
from desktop.widgets.sentence_note import SentenceNote
from desktop.widgets.sentence_text import SentenceText

MARK = 18  # px for the bar at the left and its gap
LONGEST = 46  # characters in a line
_FOOT = 3  # px under the words, which stand at the bottom of their lines
_GAP = 12  # px between the words and what stands beside them


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a row shows: number, words, and how it is answered.

    `mark` is answered, unanswered, superior or quiet; `level` the word where it is not wholly the county's business;
    `names` tells the actions answering it, a line for each.
    """

    number: int
    text: str
    mark: str = "quiet"
    level: str = ""
    actions: int = 0
    names: str = ""
    spoken: str = ""


class SentenceRow(QWidget):
    """Tells what is wanted of its sentence, by mouse, key or a drop of actions."""

    taken = Signal(bool)  # it has the focus now, or has lost it
    stepped = Signal(int)
    entered = Signal()
    left = Signal()
    hovered = Signal(bool)
    add_wanted = Signal()
    choose_wanted = Signal()
    menu_wanted = Signal(QPoint)
    dropped = Signal(list)  # ids of actions

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.sentence = Sentence(0, "")
        self.current = self.chosen = self._aimed_at = self._narrow = False
        self._heights: dict[int, int] = {}
        self.text = SentenceText(look, self)
        self.note = SentenceNote(look, icons, self)
        self.setFocusProxy(self.text)
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.text.focused.connect(self._focused)
        self.text.stepped.connect(self.stepped)
        self.text.entered.connect(self.entered)
        self.text.left.connect(self.left)
        self.note.add_wanted.connect(self.add_wanted)
        self.note.choose_wanted.connect(self.choose_wanted)

    def show_sentence(self, sentence: Sentence) -> None:
        """Show a sentence as it stands now; words that are the same keep what is marked in them."""
        if sentence == self.sentence:
            return
        before, self.sentence = self.sentence, sentence
        if sentence.text != before.text:
            self.text.show_text(sentence.text)
        self.text.setAccessibleName(sentence.spoken)
        self.note.show_state(sentence.mark, sentence.level, sentence.actions, sentence.names)
        self._measure_anew()

    def show_as(self, *, current: bool, chosen: bool) -> None:
        """Show whether it is the current sentence, and whether an action chosen in the table answers it."""
        if (current, chosen) != (self.current, self.chosen):
            self.current, self.chosen = current, chosen
            self.note.show_chosen(chosen)
            self.update()

    def fit(self, *, narrow: bool) -> None:
        """Leave the words more room in a narrow window."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._measure_anew()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        if room not in self._heights:
            words = self.text.height_at(room) + self._look.theme.px(_FOOT)
            self._heights[room] = max(words, self.note.sizeHint().height())
        return self._heights[room]

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.px(16 * LONGEST + MARK), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.theme.px(160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, at the mouse or under the words."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.text.setFocus(Qt.FocusReason.OtherFocusReason if by_key else Qt.FocusReason.MouseFocusReason)
        corner = self.mapToGlobal(QPoint(self._look.theme.px(MARK), self.height()))
        self.menu_wanted.emit(corner if by_key else event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.sentence.mark != "quiet" and dragged.ids(event.mimeData()):
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            self._aim(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Actions let go of here are to answer this sentence; they stay where they are."""
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        self._aim(False)
        self.dropped.emit(dragged.ids(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self._ground()
        if ground:
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(self.rect(), px(6), px(6))
        self._paint_mark(painter)
        if self._aimed_at or (self.text.hasFocus() and self.text.by_key):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """Solid where it is answered, dashed and hollow where not, grey where that is not the county's business."""
        theme, px = self._look.theme, self._look.theme.px
        bar = QRect(0, px(5), px(4), self.height() - 2 * px(5))
        if self.sentence.mark == "unanswered":
            pen = QPen(theme.color("amber_fill"), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), px(2), px(2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if self.sentence.mark == "answered" else "field"))
            painter.drawRoundedRect(bar, px(2), px(2))

    def _ground(self) -> str:
        if self.current or self._aimed_at:
            return "select" if self.text.hasFocus() or self._aimed_at else "select_dim"
        return "hover" if self.chosen else ""

    def _aim(self, here: bool) -> None:
        self._aimed_at = here
        self.update()

    def _focused(self, here: bool) -> None:
        self.taken.emit(here)
        self.update()

    def _room(self, width: int) -> int:
        """How wide the words may be."""
        px = self._look.theme.px
        beside = self.note.width_of(narrow=self._narrow) + px(_GAP)
        return max(1, min(px(16 * LONGEST), width - px(MARK) - beside))

    def _lay_out(self) -> None:
        side = self.note.width_of(narrow=self._narrow)
        self.text.setGeometry(self._look.theme.px(MARK), 0, self._room(self.width()), self.height())
        self.note.setGeometry(self.width() - side, 0, side, self.height())

    def _measure_anew(self) -> None:
        self._heights.clear()
        self._lay_out()
        self.updateGeometry()
        self.update()
