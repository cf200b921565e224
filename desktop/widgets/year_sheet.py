"""A year on one sheet: twelve small months, every day to be clicked or reached by the arrows."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import words
from desktop.look import Look
from desktop.words import rules

_CELL = (25, 25)  # at least; days widen with the room there is
_WIDEST = 36
_HEAD, _WEEK = 24, 18  # the month's name, the row of weekdays
_GAP = (14, 10)
_COLUMNS = (6, 4, 3, 2, 1)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class YearSheet(QWidget):
    """`wanted` names the day the user wants changed; `moved` says that another one is in the frame, `current`."""

    wanted = Signal(object)
    moved = Signal()

    def __init__(self, look: Look, year: int, told: Callable[[date], str]) -> None:
        super().__init__()
        self._look, self._told = look, told
        self.current = date(year, 1, 1)
        self._off: frozenset[date] = frozenset()
        self._work: frozenset[date] = frozenset()
        self.setProperty("kind", "clear")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, current: date, off: frozenset[date], work: frozenset[date]) -> None:
        """Show the year of a day, framed, with the days off and the make-up days of its table."""
        self.current, self._off, self._work = current, off, work
        self.setAccessibleName(rules.YEAR_SHEET.format(year=current.year))
        self._tell()

    def sizeHint(self) -> QSize:
        """All twelve months in two rows."""
        return QSize(self._width(_COLUMNS[0]), self.heightForWidth(self._width(_COLUMNS[0])))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(1), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """As many rows of months as the width asks for."""
        high, gap = self._month().height(), self._look.theme.px(_GAP[1])
        rows = 12 // self._columns(width)
        return rows * (high + gap) - gap

    def place(self, day: date) -> QRect:
        """Where a day stands."""
        first = day.replace(day=1)
        column, row = (day.day - 1 + first.weekday()) % 7, (day.day - 1 + first.weekday()) // 7
        px, wide = self._look.theme.px, self._wide()
        corner = self._corner(day.month) + QPoint(column * wide, px(_HEAD) + px(_WEEK) + row * px(_CELL[1]))
        return QRect(corner, QSize(wide, px(_CELL[1])))

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        year = self.current.year
        for month in range(1, 13):
            area = QRect(self._corner(month), QSize(7 * self._wide(), self._month().height()))
            if area.contains(point):
                days = (date(year, month, n + 1) for n in range(monthrange(year, month)[1]))
                return next((day for day in days if self.place(day).contains(point)), None)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by days and weeks, Space changes the day in the frame."""
        if event.key() in _STEPS:
            day = self.current + timedelta(_STEPS[Qt.Key(event.key())])
            if day.year == self.current.year:
                self.current = day
                self._tell()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change the day under the mouse."""
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.current = day
            self._tell()
            self.wanted.emit(day)

    def event(self, event: QEvent) -> bool:
        """Tell of the day the mouse rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self._told(day) if day else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer months in a row need another height."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int) -> None:
        theme, year = self._look.theme, self.current.year
        px, corner, wide = theme.px, self._corner(month), self._wide()
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text2"))
        head = QRect(corner, QSize(7 * wide, px(_HEAD)))
        painter.drawText(head.adjusted(px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rules.MONTH_HEAD.format(n=month))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text3"))
        for column, name in enumerate(words.WEEKDAYS):
            box = QRect(corner.x() + column * wide, corner.y() + px(_HEAD), wide, px(_WEEK))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        for n in range(monthrange(year, month)[1]):
            self._paint_day(painter, date(year, month, n + 1))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, box = self._look.theme, self.place(day)
        px = theme.px
        worked = day in self._work or (day.weekday() < 5 and day not in self._off)
        told_apart = day in self._off or day in self._work
        if told_apart or not worked:
            painter.fillRect(box.adjusted(0, 0, -1, -1), theme.color("select" if told_apart else "panel"))
        if day == self.current and self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), px(4), px(4))
        painter.setPen(theme.color("text" if worked else "text3"))
        painter.setFont(theme.font(12, bold=told_apart and worked))
        number = box.adjusted(0, 0, -px(11), 0) if told_apart else box
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if told_apart:
            painter.setFont(theme.font(10))
            painter.setPen(theme.color("accent"))
            mark = words.WORK if worked else words.REST
            painter.drawText(box.adjusted(0, px(2), -px(2), 0), Qt.AlignmentFlag.AlignRight, mark)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._told(self.current))
        self.update()
        self.moved.emit()

    def _wide(self) -> int:
        """The width of a day in the room there is."""
        columns, px = self._columns(self.width()), self._look.theme.px
        room = (self.width() - (columns - 1) * px(_GAP[0])) // (7 * columns)
        return min(max(room, px(_CELL[0])), px(_WIDEST))

    def _month(self) -> QSize:
        """The least room a month takes."""
        px = self._look.theme.px
        return QSize(7 * px(_CELL[0]), px(_HEAD) + px(_WEEK) + 6 * px(_CELL[1]))

    def _width(self, columns: int) -> int:
        gap = self._look.theme.px(_GAP[0])
        return columns * (self._month().width() + gap) - gap

    def _columns(self, width: int) -> int:
        return next((columns for columns in _COLUMNS if self._width(columns) <= width), 1)

    def _corner(self, month: int) -> QPoint:
        columns, px = self._columns(self.width()), self._look.theme.px
        row, column = divmod(month - 1, columns)
        wide, high = 7 * self._wide() + px(_GAP[0]), self._month().height() + px(_GAP[1])
        return QPoint(column * wide, row * high)
