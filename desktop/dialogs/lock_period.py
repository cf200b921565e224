"""Before a period is closed for good: what will be locked, what is stored, what is still missing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.errors import ChecklistError
from db.periods import Period
from db.snapshots import State
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.wording import long_date
from desktop.words import progress as words

_MARGIN = 80  # a dialog is never larger than its window less this
_UNITS = 12  # that are named with what they have not reported


class LockPeriod(DialogFrame):
    """Closes once `lock` has gone through; what it refuses is said under the lines."""

    def __init__(
        self, look: Look, period: Period, state: State, lock: Callable[[], ChecklistError | None], parent: QWidget
    ) -> None:
        title = words.LOCK_TITLE.format(period=period.name)
        super().__init__(look, parent, title=title, explain=words.LOCK_EXPLAIN, deed=words.LOCK_DEED)
        self._lock = lock
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.theme.px(4), 0)
        column.setSpacing(look.theme.px(12))
        self._told = [QLabel(line) for line, _ in _lines(period, state)]
        for label, (_, kind) in zip(self._told, _lines(period, state), strict=True):
            label.setProperty("kind", kind)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch()
        self.lines = QScrollArea()
        self.lines.setWidgetResizable(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setWidget(inner)
        self.body.addWidget(self.lines, 1)
        self._error = QLabel()
        self._error.setProperty("kind", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.setFixedWidth(min(look.theme.px(520), parent.window().width() - _MARGIN))

    def showEvent(self, event: QShowEvent) -> None:
        """Give every line its full height, or as much as the window has: they scroll then."""
        super().showEvent(event)
        inner = self.lines.widget()
        for label in self._told:
            label.ensurePolished()
        wanted = inner.layout().totalHeightForWidth(self.width() - self._look.theme.px(40)) + 2
        around = self.sizeHint().height() - self.lines.sizeHint().height()
        self.lines.setMinimumHeight(min(wanted, self.parentWidget().window().height() - _MARGIN - around))
        self.adjustSize()

    def check(self) -> bool:
        """Close the period."""
        error = self._lock()
        self._error.setText(str(error) if error else "")
        self._error.setVisible(error is not None)
        return error is None


def _lines(period: Period, state: State) -> list[tuple[str, str]]:
    total, duty = state.counts.total, state.duty(period)
    last = long_date(period.last)
    lines = [
        (words.LOCK_WHAT.format(
            period=period.name, first=long_date(period.first), last=last, entries=len(state.entries)), ""),
        (words.LOCK_SNAPSHOT.format(actions=total.actions, finished=total.finished, overdue=total.overdue), ""),
    ]  # fmt: skip
    if period.kind != "month":
        lines.insert(1, (words.LOCK_INSIDE, ""))
    if state.yard.today < period.last:
        lines.append((words.LOCK_EARLY.format(period=period.name, last=last), "warning"))
    if not duty.missing:
        return [*lines, (words.LOCK_ALL_REPORTED, "")]
    units = [
        words.LOCK_MISSING_UNIT.format(unit=unit or words.NO_LEAD, n=len(its))
        for unit, its in duty.missing_by_unit.items()
    ]
    more = words.LOCK_MISSING_MORE.format(n=len(units)) if len(units) > _UNITS else ""
    named = words.LOCK_MISSING.format(n=len(duty.missing)) + "、".join(units[:_UNITS]) + more
    return [*lines, (named, "warning")]
