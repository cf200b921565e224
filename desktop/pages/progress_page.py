"""The progress page: one period, who reports in it, and the table they report in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from db import comparison, locking, names, periods, settings, snapshots
from db.actions import Action
from db.changes import ChangeSet, RowChange
from db.errors import ChecklistError
from db.periods import Period
from desktop import words as common
from desktop.delegates.progress_editors import ProgressEditing
from desktop.done_offer import offer_done
from desktop.late import late
from desktop.models.progress_rows import FIELDS, Column, ProgressRows, Reporting
from desktop.pages.page import Context, Page
from desktop.pages.progress_head import ProgressHead
from desktop.pages.progress_table import ProgressTable
from desktop.phrase_book import PhraseBook
from desktop.widgets.empty_state import EmptyState
from desktop.words import progress as words


class ProgressPage(Page):
    """Puts head and table together."""

    kept = ("by",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, session = context, context.session
        plan_year = settings.read(session.checklist).plan_year
        self.model = ProgressRows(session, context.standing, self)
        delegate = ProgressEditing(context.look, lambda: self.model.yard, plan_year, self)
        delegate.use(lambda: names.persons(session.checklist), self._offer_phrases)
        self._book = PhraseBook(session, context.look, context.icons)
        self.table = ProgressTable(context.look, self.model, delegate)
        self.head = ProgressHead(context.look, context.icons)
        self._build()
        self._connect()
        self.setFocusProxy(self.table)
        self.show_period(periods.at(settings.read(session.checklist).rhythm, session.today()))

    def _offer_phrases(self, field: QPlainTextEdit, use: str, row: Reporting) -> None:
        def about() -> tuple[Action, Period]:
            percent = row.value("percent")
            action = replace(row.action, percent=int(percent)) if percent.isdecimal() else row.action
            return action, self.model.period

        self._book.equip_cell(field, use, about)

    def show_at(self, *_: Any, period: str = "", only: str = "", unit: str = "", action: int = 0, **where: Any) -> None:
        """Go to a period by its code, to what one of its figures counts, to one action."""
        if period:
            self.show_period(periods.parse(period))
        if only or action:
            self.head.choose(only or "due", unit)
        if action:
            self.table.choose(action)

    def reveal(self, action: int) -> bool:
        """Bring an action into view; False when this period does not list it."""
        if not self.model.index_of(action).isValid():
            return False
        self.table.choose(action, self.table.currentIndex().column())
        self.table.setFocus()
        return True

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the cell an entry changed in, in its period; every filter that hides it is taken off."""
        about = changes.touches("progress")
        if not about:
            return False
        period, action = self._period_of(about[0], changes), about[0].value("action")
        if period is not None and period != self.model.period:
            self.show_period(period)
        if not self.model.index_of(action).isValid():
            self.head.choose("due")
        self.table.choose(action, _column(about[0]))
        self.table.setFocus()
        return True

    def show_period(self, period: Period) -> None:
        """Show another period, once what is being typed in this one is saved."""
        if not self.table.settle():
            self._context.say(common.REFUSED_LEFT)
            return
        self.model.period = period
        self._show()
        self.table.choose_first()

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        return "" if self.table.settle() else common.REFUSED_LEFT

    def state(self) -> Mapping[str, object]:
        """What the window remembers of this page."""
        return {"by": self.head.by, "period": self.model.period.code, "only": self.head.only, "unit": self.head.unit,
                "rhythm": self.model.rhythm}  # fmt: skip

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up period and filter; anything unknown is left at its default."""
        if state.get("by") == "unit":
            self.head.group.click()
        code = state.get("period")
        if isinstance(code, str) and state.get("rhythm") == self.model.rhythm:
            self.show_period(periods.parse(code))
        if state.get("only") in words.FIGURES:
            self.head.choose(str(state["only"]), str(state.get("unit", "")))

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.table]

    def showEvent(self, event: QShowEvent) -> None:
        """Other pages may have added actions, or taken some out."""
        super().showEvent(event)
        if not self.model.drafts():
            self._show()

    def _show(self) -> None:
        head, here = self.head, self.table.currentIndex()
        row, column = self.model.row(here), here.column()
        self.model.show(self.model.period, only=head.only, unit=_unit(head.unit), by=head.by)
        checklist, closed = self._context.session.checklist, self.model.closed
        period = self.model.period
        head.show_period(
            period, periods.locked(checklist), closed, self._context.session.today(), periods.begin(checklist)
        )
        self._follow()
        if row is not None:
            self.table.choose(row.action.id, column)

    def _follow(self) -> None:
        self.head.show_duty(self.model.duty)
        summary = self.model.summary
        self._keys.setVisible(self.model.closed is None or summary)
        rhythm = words.BY_RHYTHM[self.model.rhythm]
        self._keys.setText(words.SUMMARY.format(rhythm=rhythm) if summary else words.KEYS)
        damage = self.model.damage
        if damage is not None:
            self._empty.set_words(words.DAMAGED, str(damage))
        else:
            self._empty.set_words(words.EMPTY_HEAD[self.head.only], words.EMPTY_LINE[self.head.only])
        self._all.setVisible(self.head.only != "due" or bool(self.head.unit))
        self._stack.setCurrentWidget(self.table if self.model.groups else self._empty)

    def _filter(self) -> None:
        if not self.table.settle():
            self._context.say(common.REFUSED_LEFT)
            return
        self._show()

    def _after(self, changes: ChangeSet) -> None:
        if any(row.value("locked_on") for row in changes.touches("period")):
            self._show()
        else:
            self._follow()

    def _ask_lock(self) -> None:
        if not self.table.settle():
            self._context.say(common.REFUSED_LEFT)
            return
        session, period = self._context.session, self.model.period
        state = snapshots.now(session.checklist, session.today(), period)

        def lock() -> ChecklistError | None:
            return session.attempt(locking.lock, period, today=session.today())[1]

        dialog = late("lock period")(self._context.look, period, state, lock, self)
        dialog.accepted.connect(lambda: self._locked(period))
        dialog.open()

    def _locked(self, period: Period) -> None:
        self._context.say(words.LOCKED.format(period=period.name))
        self.table.setFocus()  # the button that had it is gone

    def _compare(self) -> None:
        session = self._context.session
        try:
            made = comparison.between(session.checklist, session.today(), self.model.period)
        except ChecklistError as error:
            self._context.say(str(error))
            return
        dialog = late("comparison")(self._context.look, made, self)
        dialog.wanted.connect(lambda task, action: self._context.go("tasks", task=task, action=action))
        dialog.open()

    def _period_of(self, entry: RowChange, changes: ChangeSet) -> Period | None:
        """The period of an entry, which may have gone with it."""
        for row in changes.touches("period"):
            if row.id == entry.value("period"):
                return Period(*(row.value(name) for name in ("first", "last", "kind")))
        return periods.get(self._context.session.checklist, entry.value("period"))

    def _open(self, row: Reporting) -> None:
        self._context.go("tasks", task=row.action.task, action=row.action.id)

    def _connect(self) -> None:
        self.head.period_wanted.connect(self.show_period)
        self.head.shown.connect(self._filter)
        self.head.compare_wanted.connect(self._compare)
        self.head.lock_wanted.connect(self._ask_lock)
        self.table.opened.connect(self._open)
        self.table.refused.connect(self._context.say)
        self.table.saved.connect(lambda action: offer_done(self._context, action))
        self.table.pasted.connect(
            lambda n: self._context.say(
                words.PASTED.format(n=n), f"{common.UNDO} Ctrl+Z", self._context.session.undo
            )
        )
        self._context.session.changed.connect(self._after)
        self._context.standing.day_changed.connect(self._show)

    def _build(self) -> None:
        look, px = self._context.look, self._context.look.theme.px
        self._empty = EmptyState(look, self._context.icons, "trending-up", "", "")
        self._all = self._empty.add_button(words.SHOW_ALL, None)
        self._all.clicked.connect(lambda: self.head.choose("due"))
        self._keys = QLabel(words.KEYS)
        self._keys.setProperty("kind", "note")
        self._keys.setWordWrap(True)
        self._keys.setContentsMargins(px(16), px(4), px(16), px(6))
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(body, 1)
        column.addWidget(self._keys)


def _column(entry: RowChange) -> Column:
    """The cell to show of an entry that has changed."""
    if entry.before is None or entry.after is None:
        return Column.PERCENT
    return next((column for column, name in FIELDS.items() if entry.before[name] != entry.after[name]), Column.PERCENT)


def _unit(shown: str) -> str | None:
    """The lead unit a choice stands for: None for all of them, "" for actions without one."""
    return (shown if shown != words.NO_LEAD else "") if shown else None
