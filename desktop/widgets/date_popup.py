"""A month to pick a day from: weeks begin on Monday, days off are grey, make-up days are marked."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.calendar import Calendar
from desktop import countdown, words
from desktop.icons import Icons
from desktop.look import Look

_CELL = 38
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
}  # fmt: skip


class MonthGrid(QWidget):
    """Six weeks of days, painted; the chosen day framed, today a disc."""

    picked = Signal(object)
    month_changed = Signal()

    def __init__(self, look: Look, today: date, chosen: date, is_workday: Callable[[date], bool]) -> None:
        super().__init__()
        self._look, self._today, self._is_workday = look, today, is_workday
        self.chosen = chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def choose(self, day: date) -> None:
        """Move the frame to a day and show its month."""
        self.chosen = day
        self.month_changed.emit()
        self.update()

    def turn(self, months: int) -> None:
        """Show another month, keeping the day of the month where it exists."""
        number = self.chosen.year * 12 + self.chosen.month - 1 + months
        year, month = divmod(number, 12)
        last = monthrange(year, month + 1)[1]
        self.choose(date(year, month + 1, min(self.chosen.day, last)))

    def sizeHint(self) -> QSize:
        cell = self._look.theme.px(_CELL)
        return QSize(7 * cell, 7 * cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by days and weeks, Page keys by months, Enter picks."""
        key = event.key()
        if key in _STEPS:
            self.choose(self.chosen + timedelta(_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the day under the mouse."""
        cell = self._look.theme.px(_CELL)
        row, column = int(event.position().y()) // cell - 1, int(event.position().x()) // cell
        if 0 <= row < 6 and 0 <= column < 7:
            self.picked.emit(self._first() + timedelta(row * 7 + column))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        cell = theme.px(_CELL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text3"))
        for column, name in enumerate(words.WEEKDAYS):
            painter.drawText(QRect(column * cell, 0, cell, cell), Qt.AlignmentFlag.AlignCenter, name)
        first = self._first()
        for place in range(42):
            box = QRect(place % 7 * cell, (place // 7 + 1) * cell, cell, cell)
            self._paint_day(painter, box, first + timedelta(place))
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        theme = self._look.theme
        worked = self._is_workday(day)
        if not worked:
            painter.fillRect(box, theme.color("panel"))
        role = "text" if worked else "text3"
        if day == self._today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(box.center() + QPoint(1, 1), theme.px(12), theme.px(12))
            role = "on_accent"
        if day == self.chosen:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 5, 5)
        painter.setFont(theme.font(13, bold=day == self.chosen))
        painter.setPen(theme.color(role if day.month == self.chosen.month else "field_edge"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if worked == (day.weekday() >= 5):  # the official calendar differs from the ordinary week
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text3"))
            corner = box.adjusted(0, 0, -2, 0)
            mark = words.WORK if worked else words.REST
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, mark)

    def _first(self) -> date:
        start = self.chosen.replace(day=1)
        return start - timedelta(start.weekday())


class DatePopup(QFrame):
    """The popup: month head, days, and the ends that deadlines usually have. `picked` carries words."""

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        icons: Icons,
        today: date,
        chosen: date,
        plan_year: int,
        calendar: Calendar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "sheet")
        self._plan_year = plan_year
        self._calendar = calendar
        self.grid = MonthGrid(look, today, chosen, calendar.is_workday)
        self.grid.picked.connect(lambda day: self._pick(self._words(day)))
        self.grid.month_changed.connect(self._name_month)
        self._month = QLabel()
        self._month.setProperty("kind", "section")
        self._unknown = QLabel()
        self._unknown.setProperty("kind", "note")
        self._unknown.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._month, 1)
        for icon, step, name in (("chevron-left", -1, words.PREVIOUS_MONTH), ("chevron-right", 1, words.NEXT_MONTH)):
            head.addWidget(self._turner(icons, icon, step, name))
        foot = QHBoxLayout()
        for text, words_of in self._ends():
            button = QPushButton(text)
            button.setProperty("kind", "small")
            button.clicked.connect(lambda _=False, find=words_of: self._pick(find()))
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.theme.px(10)] * 4)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(self._unknown)
        column.addLayout(foot)
        self._name_month()
        self.grid.setFocus()

    def _turner(self, icons: Icons, icon: str, step: int, name: str) -> QPushButton:
        button = QPushButton(icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.grid.turn(step))
        return button

    def _ends(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        def month_end(month: int) -> str:
            year = self.grid.chosen.year
            return self._words(date(year, month, monthrange(year, month)[1]))

        return (
            (words.MONTH_END, lambda: month_end(self.grid.chosen.month)),
            (words.QUARTER_END, lambda: month_end((self.grid.chosen.month + 2) // 3 * 3)),
            (words.YEAR_END, lambda: month_end(12)),
            (words.DUE_LONG_TERM, lambda: words.LONG_TERM_WORDS),
        )

    def _words(self, day: date) -> str:
        text = words.MONTH_DAY if day.year == self._plan_year else words.YEAR_MONTH_DAY
        return text.format(year=day.year, month=day.month, day=day.day)

    def _pick(self, text: str) -> None:
        self.picked.emit(text)
        self.close()

    def _name_month(self) -> None:
        chosen = self.grid.chosen
        self._month.setText(words.CALENDAR_MONTH.format(year=chosen.year, month=chosen.month))
        note = countdown.unknown(self._calendar, chosen.isoformat())
        if note != self._unknown.text():
            self._unknown.setText(note)
            self._unknown.setVisible(bool(note))
            self.adjustSize()
