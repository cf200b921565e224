"""A field for a deadline: typed in words, or picked from a calendar that knows the holidays."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from db.calendar import Calendar
from db.deadlines import Due
from db.errors import RuleBroken
from desktop import words
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.widgets.line_field import LineField


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What a due field needs to know: how words are read, what day it is, which days are worked."""

    read: Callable[[str], Due]
    today: Callable[[], date]
    plan_year: int
    calendar: Callable[[], Calendar]


class DueField(LineField):
    """A line edit with a calendar button; the words stay as typed."""

    def __init__(
        self, look: Look, icons: Icons, deadlines: Deadlines, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icons, self._deadlines = look, icons, deadlines
        self._pick = QAction(icons.icon("calendar-days", 14, "text3"), words.PICK_DATE, self)
        self._pick.triggered.connect(self.open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)

    def open_calendar(self) -> None:
        """Show the calendar under the field, at the date its words mean."""
        deadlines = self._deadlines
        popup = late("calendar")(
            self._look, self._icons, deadlines.today(), self._date(), deadlines.plan_year,
            deadlines.calendar(), self,
        )  # fmt: skip
        popup.picked.connect(self._take)
        popup.adjustSize()
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        place.setX(min(place.x(), room.right() - popup.width()))
        if place.y() + popup.height() > room.bottom():
            place.setY(self.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 2)
        popup.move(place)
        popup.show()

    def _take(self, text: str) -> None:
        self.setText(text)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _date(self) -> date:
        """The day the words mean now; today within the plan year when they mean none."""
        today = self._deadlines.today()
        try:
            due = self._deadlines.read(self.text())
        except RuleBroken:  # half-typed words: the calendar simply opens at today
            return today
        return date.fromisoformat(due.on) if due.on else today
