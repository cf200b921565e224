"""The navigation rail: one item for each page, at the left of the window."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop import words
from desktop.icons import Icons
from desktop.look import Look

_WIDTH, _ITEM, _GAP, _RADIUS = 68, QSize(56, 54), 2, 8
_ICON, _WORD = 20, 16  # heights of icon and word
_STACKED = 40  # height of an item below which its word stands beside the icon, not under it
_LEAST = 20
_BADGE, _BADGE_MOST = 16, 99
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RailItem(QToolButton):
    """Icon and word; the page in view has select ground and an accent icon."""

    def __init__(self, look: Look, icons: Icons, word: str, icon: str) -> None:
        super().__init__()
        self._look, self._icons, self._name = look, icons, icon
        self._badge, self._number = "", 0
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def show_badge(self, number: int) -> None:
        """Show a number at the icon; none for 0."""
        if number == self._number:
            return
        self._number = number
        self._badge = f"{_BADGE_MOST}+" if number > _BADGE_MOST else str(number or "")
        spoken = words.RAIL_COUNTED.format(word=self.text(), n=number)
        self.setAccessibleName(spoken if number else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.theme.px
        return QSize(px(_ITEM.width()), px(_ITEM.height()))

    def minimumSizeHint(self) -> QSize:
        px = self._look.theme.px
        return QSize(px(_ITEM.width()), px(_LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; the arrows are for the rail."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self.height() >= self._look.theme.px(_STACKED):
            self._paint_stacked(painter)
        else:
            self._paint_beside(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._look.theme
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("select" if self.isChecked() else "select_dim"))
            painter.drawRoundedRect(self.rect(), theme.px(_RADIUS), theme.px(_RADIUS))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(_RADIUS) - 1, theme.px(_RADIUS) - 1)
        painter.setFont(theme.font(12, bold=self.isChecked()))
        painter.setPen(theme.color("accent" if self.isChecked() else "text2"))

    def _paint_stacked(self, painter: QPainter) -> None:
        """Icon above word, the badge at the icon's corner."""
        px = self._look.theme.px
        gap = min(px(4), (self.height() - px(_ICON) - px(_WORD)) // 3)
        top = (self.height() - px(_ICON) - gap - px(_WORD)) // 2
        place = QRect((self.width() - px(_ICON)) // 2, top, px(_ICON), px(_ICON))
        self._paint_icon(painter, place.topLeft(), _ICON)
        line = QRect(0, place.bottom() + 1 + gap, self.width(), px(_WORD))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._badge:
            left = min(place.right() - px(5), self.width() - self._badge_size().width())
            self._paint_badge(painter, QPoint(left, max(0, top - px(5))))

    def _paint_beside(self, painter: QPainter) -> None:
        """Icon, or badge in its place, before the word; the word alone where both are too wide."""
        px = self._look.theme.px
        word = painter.fontMetrics().horizontalAdvance(self.text())
        sign = self._badge_size() if self._badge else QSize(px(_WORD), px(_WORD))
        whole = sign.width() + px(3) + word
        if whole > self.width():
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        place = QRect(QPoint((self.width() - whole) // 2, (self.height() - sign.height()) // 2), sign)
        line = QRect(place.right() + 1 + px(3), 0, word + 1, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._badge:
            self._paint_badge(painter, place.topLeft())
        else:
            self._paint_icon(painter, place.topLeft(), _WORD)

    def _paint_icon(self, painter: QPainter, corner: QPoint, px: int) -> None:
        role = "accent" if self.isChecked() else "text2"
        painter.drawPixmap(corner, self._icons.pixmap(self._name, px, role, self.devicePixelRatioF()))

    def _badge_size(self) -> QSize:
        theme = self._look.theme
        width = QFontMetrics(theme.font(12, bold=True)).horizontalAdvance(self._badge) + theme.px(6)
        return QSize(max(theme.px(_BADGE), width), theme.px(_BADGE))

    def _paint_badge(self, painter: QPainter, corner: QPoint) -> None:
        theme = self._look.theme
        place = QRect(corner, self._badge_size())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(12, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._badge)


class Rail(QWidget):
    """Emits `chosen` with a page's key and turns to nothing itself; `show_current` tells it what is in view."""

    chosen = Signal(str)

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self.items: dict[str, RailItem] = {}
        self._current = ""
        self.setAccessibleName(words.RAIL)
        px = look.theme.px
        self.setFixedWidth(px(_WIDTH))
        self._column = QVBoxLayout(self)
        side = px(_WIDTH - _ITEM.width()) // 2
        self._column.setContentsMargins(side, px(_GAP), side, px(_GAP))
        self._column.setSpacing(px(_GAP))
        self._column.addStretch(1)

    def add_item(self, key: str, word: str, icon: str) -> None:
        """One more item, below the others."""
        item = self.items[key] = RailItem(self._look, self._icons, word, icon)
        item.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item.setToolTip(f"{word} Ctrl+{len(self.items)}")
        item.clicked.connect(lambda: self._choose(key))
        self._column.insertWidget(self._column.count() - 1, item)

    def show_current(self, key: str) -> None:
        """Mark the page in view; Tab comes to its item alone, the arrows go on from there."""
        self._current = key
        for name, item in self.items.items():
            item.setChecked(name == key)
            item.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == key else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.items[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the items."""
        items = list(self.items.values())
        here = next((n for n, item in enumerate(items) if item.hasFocus()), None)
        if here is None or event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        there = here + _STEPS[Qt.Key(event.key())]
        items[max(0, min(there, len(items) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.show_current(self._current)  # the click has ticked an item whose page may not come
        self.chosen.emit(key)
