"""The reminder of an open checklist: once a day, with numbers that stay true, and gone when it is waved away."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from db import reminders
from db.changes import ChangeSet
from db.reminders import Reminder
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.session import Session
from desktop.settings import Settings
from desktop.widgets.reminder_bar import ReminderBar

_ASIDE = ("extension", "progress", "period")  # what may be told of though no figure has changed


class Reminding(QObject):
    """Owns what the bar says; where its numbers lead `go` decides, as for every page."""

    def __init__(
        self, session: Session, standing: Standing, settings: Settings, look: Look, icons: Icons,
        go: Callable[..., bool], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._standing, self._settings, self._go = session, standing, settings, go
        self._reminder: Reminder | None = None
        self.bar = ReminderBar(look, icons)
        self.bar.wanted.connect(self._lead)
        self.bar.dismissed.connect(self.bar.hide)
        standing.changed.connect(lambda _: self._refresh())
        standing.day_changed.connect(self.begin)
        session.changed.connect(self._follow)

    def begin(self, *, again: bool = False) -> None:
        """Come up, once a day and file unless `again`, where reminders are wanted and something presses."""
        path, today = self._session.checklist.path, self._session.today()
        due = self._settings.reminders and (again or not self._settings.reminded(path, today))
        self._reminder = self._read() if due else None
        self.bar.setVisible(bool(self._reminder))
        if self._reminder:
            self.bar.show_reminder(self._reminder)
            self._settings.remind(path, today)

    def turn(self, on: bool) -> None:
        """Have reminders from now on, this one at once; or none any more."""
        self._settings.reminders = on
        self.begin(again=True)

    def _read(self) -> Reminder:
        standing = self._standing
        every = [action for its in standing.actions.values() for action in its]
        return reminders.of(
            self._session.checklist, list(standing.tasks.values()), every, standing.total, self._session.yard
        )

    def _follow(self, changes: ChangeSet) -> None:
        if any(changes.touches(table) for table in _ASIDE):
            self._refresh()

    def _refresh(self) -> None:
        """Keep the numbers true while the line is seen; it goes once nothing presses any more."""
        if self.bar.isHidden():
            return
        self._reminder = self._read()
        self.bar.setVisible(bool(self._reminder))
        if self._reminder:
            self.bar.show_reminder(self._reminder)

    def _lead(self, kind: str) -> None:
        period = self._reminder.period if self._reminder else None
        if kind == "pending":
            self._go("issue")
        elif kind == "unreported":
            self._go("progress", period=period.code if period else "", only="missing")
        else:
            self._go("ledger", figure=kind)
