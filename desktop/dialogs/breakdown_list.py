"""The sentences of a task with their drafts as one list: ↑ ↓ go from draft to draft, Space ticks, Enter takes all."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.drafts import Draft
from desktop.dialogs.breakdown_block import Proposed, SentenceBlock
from desktop.dialogs.breakdown_line import DraftLine, LineFields
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.tab_order import lead_on

_STACKED = 980  # width ÷ scale below which the drafts stand under the sentences
_FOLDED = 700  # and below which their fields stand in two rows
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4,
          Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}  # fmt: skip


class DraftList(QWidget):
    """Has one line in hand, or a sentence that is not ticked; `taken` is Enter, `in_hand` where to look."""

    changed = Signal()
    taken = Signal()
    in_hand = Signal(QWidget)
    touched = Signal(QWidget)  # taken in hand where it stands: by a click, or by going into a field of it
    level_wanted = Signal(int, QPoint)

    def __init__(self, look: Look, icons: Icons, make: LineFields) -> None:
        super().__init__()
        self._look, self._icons, self._make = look, icons, make
        self.blocks: list[SentenceBlock] = []
        self._current: QWidget | None = None
        self.setProperty("kind", "clear")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.theme.px(12), 0, look.theme.px(12), 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def current(self) -> QWidget:
        """The line in hand, or the sentence."""
        stops = self.stops()
        return self._current if self._current in stops else stops[0]

    def show_all(self, sentences: Sequence[Proposed], first: int = 0) -> None:
        """Show another task; what is ticked first in the sentence `first`, or at all, comes to hand."""
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.blocks = [self._block(shown) for shown in sentences]
        for place, block in enumerate(self.blocks):
            self._column.insertWidget(place, block)
            block.show()
        self._stack()
        wanted = [block for block in self.blocks if block.shown.number == first] or [
            block for block in self.blocks if block.ticked
        ]
        self.take_in_hand((wanted or self.blocks)[0].stops()[0])
        self._order()

    def replace(self, shown: Proposed) -> None:
        """Show one sentence anew, the others as they are."""
        place = next(place for place, block in enumerate(self.blocks) if block.shown.number == shown.number)
        old, new = self.blocks[place], self._block(shown)
        self.blocks[place] = new
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        self._stack()
        self.take_in_hand(new.stops()[0])
        self._order()
        self.changed.emit()

    def stops(self) -> list[QWidget]:
        """Everything ↑ and ↓ come to."""
        return list(chain.from_iterable(block.stops() for block in self.blocks))

    def block_of(self, stop: QWidget) -> SentenceBlock:
        """The sentence a line belongs to, or the sentence itself."""
        return next(block for block in self.blocks if block is stop or stop in block.lines)

    def lines(self) -> Iterator[DraftLine]:
        """The drafts that are to be made, in order."""
        return chain.from_iterable(block.lines for block in self.blocks if block.ticked)

    def drafts(self) -> list[Draft]:
        """What is to be made, in order."""
        return [line.draft() for line in self.lines()]

    def take_in_hand(self, stop: QWidget) -> None:
        """Make a line or a sentence the current one."""
        self._current = stop
        self._show_current()
        self.in_hand.emit(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from draft to draft, tick, change, add, remove, take."""
        key, stop = Qt.Key(event.key()), self.current
        block = self.block_of(stop)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(stop, _STEPS[key])
        elif key == Qt.Key.Key_Space:
            block.tick(not block.ticked)
            self.take_in_hand(block.stops()[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key held down takes no task nobody has read
                self.taken.emit()
        elif key == Qt.Key.Key_F2:
            self._enter()
        elif key == Qt.Key.Key_Insert:
            block.add_line()
        elif key == Qt.Key.Key_Delete and not event.isAutoRepeat() and isinstance(stop, DraftLine):
            block.remove(stop)
        elif key == Qt.Key.Key_Menu:
            block.ask_level()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes into the line in hand."""
        if forward and isinstance(self.current, DraftLine) and self.hasFocus():
            self._enter()
            return True
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the fields takes that line in hand."""
        under = self.childAt(event.position().toPoint())
        while under is not None and under is not self:
            if under in self.stops():
                self._choose(under)
                break
            under = under.parentWidget()
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()
        if self.blocks:
            self.in_hand.emit(self.current)  # it stands elsewhere now

    def _enter(self, field: str = "title") -> None:
        block = self.block_of(self.current)
        if not block.ticked:
            block.tick(True)
            self.take_in_hand(block.stops()[0])
        if isinstance(self.current, DraftLine):
            self.current.enter(field)

    def _step(self, stop: QWidget, step: int) -> None:
        stops = self.stops()
        self.take_in_hand(stops[max(0, min(stops.index(stop) + step, len(stops) - 1))])

    def _turn(self, line: DraftLine, step: int, field: str) -> None:
        """From a field to the same one of the line above or below; a sentence that is not ticked is passed by."""
        lines = list(self.lines())
        place = lines.index(line) + step
        if 0 <= place < len(lines):
            lines[place].enter(field)
            self.take_in_hand(lines[place])

    def _show_current(self) -> None:
        current = self.current if self.blocks else None
        place = "yes" if self.hasFocus() else "was"
        for block in self.blocks:
            block.show_current(place if block is current else "")
            for line in block.lines:
                line.show_current(place if line is current else "")

    def _block(self, shown: Proposed) -> SentenceBlock:
        block = SentenceBlock(self._look, self._icons, self._make, shown, self)
        block.changed.connect(self.changed)
        block.rearranged.connect(self._rearrange)
        block.chosen.connect(self._choose)
        block.left.connect(self.setFocus)
        block.turned.connect(self._turn)
        block.level_wanted.connect(self.level_wanted)
        return block

    def _choose(self, stop: QWidget) -> None:
        if stop is not self._current:
            self._current = stop
            self._show_current()
            self.touched.emit(stop)

    def _rearrange(self) -> None:
        self._order()
        self._show_current()
        self.changed.emit()

    def _order(self) -> None:
        """Let Tab go through the lines from top to bottom, though some came later."""
        lead_on(self, *chain.from_iterable(block.lines for block in self.blocks))

    def _stack(self) -> None:
        wide = self.width() / self._look.theme.scale
        for block in self.blocks:
            block.stack(wide < _STACKED, wide < _FOLDED)
