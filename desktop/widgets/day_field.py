"""A field for a day that has been: typed as 6月1日 or picked from the calendar."""

from datetime import date

from PySide6.QtWidgets import QWidget

from db import deadlines
from db.errors import RuleBroken
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.due_field import Deadlines, DueField


class DayField(DueField):
    """Shows a day of the plan year without its year; `day` reads it back."""

    def __init__(
        self, look: Look, icons: Icons, session: Session, plan_year: int, day: str, parent: QWidget | None = None
    ) -> None:
        self._session, self._plan_year = session, plan_year
        knows = Deadlines(
            read=lambda text: deadlines.parse(text, plan_year, session.today()),
            today=lambda: date.fromisoformat(session.today()),
            plan_year=plan_year,
            calendar=lambda: session.yard.calendar,
        )
        super().__init__(look, icons, knows, parent)
        self.setText(wording.short_date(day, plan_year))

    def day(self) -> str:
        """The day as YYYY-MM-DD; the words themselves where they mean none, for db to refuse."""
        try:
            due = deadlines.parse(self.text(), self._plan_year, self._session.today())
        except RuleBroken:
            return self.text().strip() or "?"
        return due.on or self.text()
