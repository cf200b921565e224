"""The conditions of a filter in words, and the strip that shows those in force, each with its ×."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from db.ledger import STATUSES, TIMINGS, Filter
from db.periods import Period
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.ledger_columns import Facts
from desktop.models.standing import Standing
from desktop.words import STATUS_SHORT
from desktop.words import ledger as words

_SHOWN = 24  # characters of a condition
_NOTHING = Filter()


def period_words(period: Period) -> str:
    """2020年6月, 2020年二季度, 2020年上半年."""
    if period.kind == "month":
        return words.MONTH.format(year=period.year, n=period.number)
    if period.kind == "quarter":
        return words.QUARTER.format(year=period.year, n=words.QUARTERS[period.number - 1])
    return words.HALF.format(year=period.year, n=words.HALVES[period.number - 1])


class Conditions:
    """Says what a filter asks for."""

    def __init__(self, standing: Standing, facts: Facts) -> None:
        self._standing, self._facts = standing, facts
        self._say: Mapping[str, Callable[[Filter], str]] = {
            "text": lambda f: words.TEXT.format(text=f.text.strip()),
            "part": lambda f: wording.part_line(self._facts.parts[f.part]) if f.part in self._facts.parts else "",
            "task": lambda f: words.TASK.format(number=self._standing.tasks[f.task].number) if f.task else "",
            "unit": lambda f: words.LEADS.format(unit=f.unit) if f.role == "lead" else f.unit,
            "person": lambda f: f.person,
            "status": lambda f: "、".join(STATUS_SHORT[code] for code in STATUSES if code in f.status),
            "timing": lambda f: "、".join(words.TIMING[code] for code in TIMINGS if code in f.timing),
            "pace": lambda f: words.PACE[f.pace],
            "due": lambda f: words.DUE_IN.format(period=period_words(f.due)) if f.due else "",
            "figure": lambda f: words.FIGURES[f.figure],
            "gap": lambda f: words.GAPS[f.gap],
        }

    def told(self, question: Filter) -> dict[str, str]:
        """Every condition in force with its words."""
        return {name: self._say[name](question) for name in question.active}


def without(question: Filter, *names: str) -> Filter:
    """The filter without some of its conditions."""
    cleared = {name: getattr(_NOTHING, name) for name in names}
    if "unit" in names:
        cleared["role"] = _NOTHING.role
    return replace(question, **cleared)


class ConditionStrip(QWidget):
    """One button for each condition, and one for all; hidden while there is none."""

    wanted = Signal(Filter)

    def __init__(self, look: Look, icons: Icons, conditions: Conditions) -> None:
        super().__init__()
        self._icons, self._conditions = icons, conditions
        self._filter = _NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        px = look.theme.px
        self._row.setContentsMargins(px(20), 0, px(16), px(8))
        self._row.setSpacing(px(6))
        self._clear = QPushButton(words.CLEAR)
        self._clear.setProperty("kind", "flat")
        self._clear.clicked.connect(lambda: self.wanted.emit(_NOTHING))
        self._row.addWidget(self._clear)
        self._row.addStretch()
        self.hide()

    def show_filter(self, question: Filter) -> None:
        """Show the conditions in force."""
        self._filter = question
        while self._row.count() > 2:
            old = self._row.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for at, (name, text) in enumerate(self._conditions.told(question).items()):
            self._row.insertWidget(at, self._chip(name, text))
        self.setVisible(bool(question.active))

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = QPushButton(self._icons.icon("x", 12, "accent"), wording.clipped(text, _SHOWN))
        chip.setProperty("kind", "condition")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(words.CLEAR_ONE.format(what=text))
        chip.setAccessibleName(words.CLEAR_ONE.format(what=text))
        chip.clicked.connect(lambda: self.wanted.emit(without(self._filter, name)))
        return chip
