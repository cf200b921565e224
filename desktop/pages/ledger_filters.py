"""The fields under the head of the ledger: what each offers, and the filter that comes of a choice."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db import periods
from db.ledger import STATUSES, TIMINGS, Filter, Row, pinyin_key
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.ledger_table import LedgerModel
from desktop.pages.ledger_conditions import Conditions, period_words, without
from desktop.widgets.check_menu import CheckMenu
from desktop.widgets.filter_button import FilterButton
from desktop.widgets.line_field import LineField
from desktop.words import STATUS
from desktop.words import ledger as words

# Which conditions the field of a column stands for.
_OF_COLUMN = {
    "lead": ("unit", "gap"), "owner": ("person", "gap"), "due": ("due", "gap"), "timing": ("timing",),
    "status": ("status",), "percent": ("pace",),
}  # fmt: skip
_GAP_OF = {"lead": "lead", "owner": "owner", "due": "due"}


class FilterText(LineField):
    """Words that rows must hold; Down and Enter go on to the rows."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()  # the key ends here: passed on to the rows it would fold a group
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LedgerFilters(QObject):
    """Makes the fields and keeps them true; `wanted` carries the filter somebody chose."""

    wanted = Signal(Filter)

    def __init__(self, look: Look, icons: Icons, model: LedgerModel, conditions: Conditions, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._conditions = model, conditions
        self.text = FilterText(parent)
        self.text.setProperty("kind", "filter")
        self.text.setPlaceholderText(words.FILTER_TEXT)
        self.text.setAccessibleName(words.FILTER_TEXT)
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._typed)
        self.buttons = {key: FilterButton(look, icons, words.COLUMNS[key]) for key in _OF_COLUMN}
        for key, button in self.buttons.items():
            button.wanted.connect(lambda key=key: self.menu(key).popup(self._below(key)))
            button.cleared.connect(lambda key=key: self.wanted.emit(without(self._now, *self._mine(key))))

    @property
    def fields(self) -> dict[str, QWidget]:
        """The fields by the column they stand under."""
        return {"title": self.text, **self.buttons}

    def show_filter(self, question: Filter) -> None:
        """Bring the fields up to date."""
        if self.text.text() != question.text:
            self.text.setText(question.text)
        told = self._conditions.told(question)
        for key, button in self.buttons.items():
            button.show_value("、".join(told[name] for name in self._mine(key) if name in told))

    def menu(self, key: str) -> CheckMenu:
        """What can be chosen in a column, each with how many rows it would leave."""
        menu = CheckMenu(self.buttons[key])
        menu.setAccessibleName(words.FILTER_SPOKEN.format(head=words.COLUMNS[key]))
        left = self._model.asked(without(self._now, *self._mine(key)))
        self._OFFERS[key](self, menu, left)
        return menu

    def _typed(self, text: str) -> None:
        """Typed, or emptied by the field's own ×; not what `show_filter` has put there."""
        if text != self._now.text:
            self.wanted.emit(replace(self._now, text=text))

    @property
    def _now(self) -> Filter:
        return self._model.question.filter

    def _mine(self, key: str) -> Sequence[str]:
        """The conditions a column's field stands for; a gap only where it is this column's."""
        return [name for name in _OF_COLUMN[key] if name != "gap" or self._now.gap in ("", _GAP_OF[key])]

    def _below(self, key: str) -> QPoint:
        button = self.buttons[key]
        return button.mapToGlobal(QPoint(0, button.height()))

    def _choose(self, key: str, **conditions: Any) -> None:
        self.wanted.emit(replace(without(self._now, *self._mine(key)), **conditions))

    def _offer_one(
        self, menu: CheckMenu, key: str, choices: Iterable[tuple[str, int, dict[str, Any]]]
    ) -> None:
        """Choices of which one holds: everybody, each value, and where nothing is filled in."""
        now = self._now
        gap = _GAP_OF.get(key)
        free = not any(getattr(now, name) for name in self._mine(key))
        entries: list[tuple[str, bool, Callable[[], object]]] = [(words.ANYONE, free, lambda: self._choose(key))]
        for text, number, conditions in choices:
            held = all(getattr(now, name) == value for name, value in conditions.items())
            told = words.COUNTED.format(word=text, n=number)
            entries.append((told, held, partial(self._choose, key, **conditions)))
        if gap:
            entries.append((words.GAPS[gap], now.gap == gap, lambda: self._choose(key, gap=gap)))
        for text, checked, act in entries:
            menu.add_check(text, checked, act).triggered.connect(menu.close)

    def _offer_many(self, menu: CheckMenu, name: str, choices: Iterable[tuple[str, str, int]]) -> None:
        """Choices of which any number hold."""

        def turn(code: str) -> None:
            held: Any = {name: getattr(self._now, name) ^ {code}}
            self.wanted.emit(replace(self._now, **held))

        for code, text, number in choices:
            told = words.COUNTED.format(word=text, n=number)
            menu.add_check(told, code in getattr(self._now, name), partial(turn, code))

    def _offer_lead(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        numbers = Counter(row.action.lead for row in left if row.action.lead)
        names = sorted(numbers, key=pinyin_key)
        self._offer_one(menu, "lead", [(name, numbers[name], {"unit": name, "role": "lead"}) for name in names])

    def _offer_owner(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        numbers = Counter(name for row in left for name in set(row.persons))
        names = sorted(numbers, key=pinyin_key)
        self._offer_one(menu, "owner", [(name, numbers[name], {"person": name}) for name in names])

    def _offer_due(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        months = Counter(periods.at("month", row.action.due_on) for row in left if row.action.due_on)
        self._offer_one(menu, "due", [(period_words(one), months[one], {"due": one}) for one in sorted(months)])

    def _offer_timing(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        numbers = Counter(row.timing.code for row in left)
        self._offer_many(menu, "timing", [(code, words.TIMING[code], numbers[code]) for code in TIMINGS])

    def _offer_status(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        numbers = Counter(row.action.status for row in left)
        self._offer_many(menu, "status", [(code, STATUS[code], numbers[code]) for code in STATUSES])

    def _offer_percent(self, menu: CheckMenu, left: Sequence[Row]) -> None:
        numbers = Counter(row.pace.code for row in left)
        self._offer_one(menu, "percent", [(text, numbers[code], {"pace": code}) for code, text in words.PACE.items()])

    _OFFERS: ClassVar[dict[str, Callable[..., None]]] = {
        "lead": _offer_lead, "owner": _offer_owner, "due": _offer_due, "timing": _offer_timing,
        "status": _offer_status, "percent": _offer_percent,
    }  # fmt: skip
