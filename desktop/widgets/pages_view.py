"""The pages of a document to scroll through, as they will leave the printer; drawn when they come into view."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.look import Look
from desktop.page_pictures import PagePictures
from desktop.widgets.page_layout import FULL, LEAST, MOST, Room, Size, places, scale_of
from desktop.words import reports as words

_STEP = 1.25
_KEPT = 24_000_000  # dots of pictures that are kept: four bytes each
_SEEN = 0.3  # of a page, or of what there is room for
_LINE = 48  # px the arrow keys go
_WAIT, _CENTRED = 11, Qt.AlignmentFlag.AlignCenter


class PagesView(QAbstractScrollArea):
    """`looked` tells the first and the last page in view, from 0; `zoomed` that the size is another.

    Pages keep their picture until the new one is there, so that a document set anew replaces the old one in its place.
    """

    looked = Signal(int, int)
    zoomed = Signal()

    def __init__(self, look: Look, pictures: PagePictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self.mode: str | float = "auto"
        self.scale = FULL
        self._sizes: list[Size] = []
        self._places: list[QRect] = []
        self._document = self._opening = self._early = 0
        self._shown: dict[int, tuple[int, float, QPixmap]] = {}  # page: (document, dots a pt, picture)
        self._seen = (-1, -1)
        self._by_key = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        pictures.opened.connect(self._open)
        pictures.drawn.connect(self._take)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_LINE)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def sizes(self) -> Sequence[Size]:
        """The sizes of the pages as they are read, pt."""
        return self._sizes

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last page in view, from 0; (-1, -1) where there is none."""
        return self._seen

    def show_content(self, content: bytes) -> None:
        """Show a document in place of the one that is there."""
        if self._opening:
            self._pictures.close(self._opening)
        self._opening = self._pictures.open(content)

    def show_early(self, content: bytes) -> None:
        """Show the first page of a document whose other pages are still to come, in its place among the old ones."""
        if not self._sizes:
            self.show_content(content)
        elif 0 in self._in_view():
            self._end_early()
            self._early = self._pictures.open(content)

    def clear(self) -> None:
        """Show no document."""
        self._end_early()
        for number in (self._opening, self._document):
            if number:
                self._pictures.close(number)
        self._opening = self._document = 0
        self._sizes, self._places = [], []
        self._shown.clear()
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def go(self, page: int) -> None:
        """Bring the upper edge of a page into view."""
        if self._places:
            place = self._places[max(0, min(page, self.count - 1))]
            self.verticalScrollBar().setValue(place.top() - self._room().margin)

    def turn(self, step: int) -> None:
        """Go on or back by what stands side by side."""
        first = self._seen[0]
        tops = sorted({place.top() for place in self._places})
        if not tops:
            return
        here = self._places[max(first, 0)].top()
        at = tops.index(here) + step
        if step > 0 and self._places[max(first, 0)].bottom() < self.verticalScrollBar().value():
            at -= 1
        top = tops[max(0, min(at, len(tops) - 1))]
        self.go(next(n for n, place in enumerate(self._places) if place.top() == top))

    def zoom(self, mode: str | float) -> None:
        """Fit whole pages or their width, or show so many px a pt."""
        self.mode = mode if isinstance(mode, str) else max(LEAST, min(mode, MOST))
        self._lay_out()
        self.zoomed.emit()

    def step(self, direction: int) -> None:
        """Larger (+1) or smaller (−1)."""
        self.zoom(self.scale * _STEP**direction)

    # --- laying out -------------------------------------------------------------------------------------

    def _room(self) -> Room:
        px = self._look.theme.px
        return Room(self.viewport().width(), self.viewport().height(), px(16), px(12))

    def _lay_out(self) -> None:
        """Place the pages anew; what stood at the upper edge stays there."""
        anchor = self._anchor()
        room = self._room()
        self.scale = scale_of(self.mode, self._sizes, room)
        self._places, wide, high = places(self._sizes, self.scale, room)
        for bar, whole, part in (
            (self.horizontalScrollBar(), wide, room.width), (self.verticalScrollBar(), high, room.height),
        ):  # fmt: skip
            bar.setPageStep(part)
            bar.setRange(0, max(0, whole - part))
        self._return_to(anchor)
        self._look_around()
        self.viewport().update()

    def _anchor(self) -> tuple[int, float] | None:
        """The page at the upper edge and how much of it lies above, as a share of its height."""
        top = self.verticalScrollBar().value()
        for page, place in enumerate(self._places):
            if place.bottom() >= top:
                return (page, (top - place.top()) / place.height()) if top else None
        return None

    def _return_to(self, anchor: tuple[int, float] | None) -> None:
        if anchor is None or not self._places:
            return
        page, share = anchor
        if page < len(self._places):
            place = self._places[page]
            self.verticalScrollBar().setValue(round(place.top() + share * place.height()))

    def _in_view(self, more: int = 0) -> list[int]:
        top = self.verticalScrollBar().value() - more
        bottom = self.verticalScrollBar().value() + self.viewport().height() + more
        return [page for page, place in enumerate(self._places) if place.bottom() >= top and place.top() <= bottom]

    def _look_around(self) -> None:
        """Ask for the pictures of what is in view, then of what is near; tell which pages are seen."""
        seen = [page for page in self._in_view() if self._fills(page)] or self._in_view()
        now = (seen[0], seen[-1]) if seen else (-1, -1)
        if now != self._seen:
            self._seen = now
        self.looked.emit(*now)
        self._name()
        if self._document:
            near = [page for page in self._in_view(self.viewport().height()) if page not in seen]
            dots = self.scale * self.devicePixelRatioF()
            wished = [(page, dots) for page in (*seen, *near) if self._lacks(page, dots)]
            self._pictures.want(self._document, wished)

    def _fills(self, page: int) -> bool:
        """Whether enough of a page is in view for it to count as seen."""
        place, top = self._places[page], self.verticalScrollBar().value()
        high = self.viewport().height()
        shown = min(place.bottom() + 1, top + high) - max(place.top(), top)
        return shown >= _SEEN * min(place.height(), high)

    def _lacks(self, page: int, dots: float) -> bool:
        found = self._shown.get(page)
        return found is None or found[:2] != (self._document, dots)

    def _name(self) -> None:
        first, last = self._seen
        told = words.VIEW.format(first=first + 1, last=last + 1, of=self.count) if self.count else words.VIEW_EMPTY
        if told != self.accessibleName():
            self.setAccessibleName(told)

    # --- what comes from the thread ---------------------------------------------------------------------

    def _open(self, number: int, sizes: Sequence[Size]) -> None:
        if number == self._early:
            if self._sizes and list(sizes[:1]) == self._sizes[:1]:
                self._pictures.want(number, [(0, self.scale * self.devicePixelRatioF())])
            else:
                self._end_early()
        if number != self._opening:
            return
        self._end_early()
        if self._document:
            self._pictures.close(self._document)
        self._document, self._opening = number, 0
        self._sizes = list(sizes)
        self._shown = {page: shown for page, shown in self._shown.items() if page < len(sizes)}
        self._lay_out()

    def _end_early(self) -> None:
        if self._early:
            self._pictures.close(self._early)
        self._early = 0

    def _take(self, number: int, page: int, dots: float, picture: QImage) -> None:
        if number not in (self._document, self._early) or page >= self.count:
            return
        drawn = QPixmap.fromImage(picture)
        drawn.setDevicePixelRatio(self.devicePixelRatioF())
        self._shown[page] = (number, dots, drawn)
        self._forget(page)
        place = self._places[page]
        self.viewport().update(place.translated(-self._offset()))

    def _forget(self, near: int) -> None:
        """Let go of the pictures farthest away once there are too many dots."""
        kept: dict[int, tuple[int, float, QPixmap]] = {}
        dots = 0
        for page in sorted(self._shown, key=lambda page: abs(page - near)):
            picture = self._shown[page][2]
            dots += picture.width() * picture.height()
            if dots <= _KEPT or len(kept) < 2:
                kept[page] = self._shown[page]
        self._shown = kept

    # --- drawing ----------------------------------------------------------------------------------------

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("line"))
        for page in self._in_view():
            place = self._places[page].translated(-self._offset())
            if place.intersects(event.rect()):
                self._paint_page(painter, page, place)
        if self.hasFocus() and self._by_key:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        theme, found = self._look.theme, self._shown.get(page)
        painter.fillRect(place, theme.color("paper"))
        if found is None:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("paper_text"))
            painter.drawText(place, _CENTRED, words.DRAWING)
        elif found[1] == self.scale * self.devicePixelRatioF():
            painter.save()
            painter.setClipRect(place)
            painter.drawPixmap(place.topLeft(), found[2])
            painter.restore()
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, found[2])
        painter.setPen(theme.color("field"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    # --- keys, wheel, size ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn, + and − zoom, 0 shows whole pages; with Ctrl those three are the window's text size."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        plain = {
            Qt.Key.Key_PageDown: lambda: self.turn(1), Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Space: lambda: self.turn(1), Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: down.setValue(down.maximum()),
            Qt.Key.Key_Down: lambda: down.setValue(down.value() + _LINE),
            Qt.Key.Key_Up: lambda: down.setValue(down.value() - _LINE),
            Qt.Key.Key_Right: lambda: across.setValue(across.value() + _LINE),
            Qt.Key.Key_Left: lambda: across.setValue(across.value() - _LINE),
            Qt.Key.Key_Plus: lambda: self.step(1), Qt.Key.Key_Equal: lambda: self.step(1),
            Qt.Key.Key_Minus: lambda: self.step(-1), Qt.Key.Key_0: lambda: self.zoom("page"),
            Qt.Key.Key_9: lambda: self.zoom("width"),
        }  # fmt: skip
        act = plain.get(Qt.Key(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if act is None or held:
            event.ignore()
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._look_around()
