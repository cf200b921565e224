"""The 单位 page: the list of units at the left, the chosen one at the right."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db import people, settings, units
from db.changes import ChangeSet
from db.ledger import Filter
from desktop import words as common
from desktop.models.county_units import CountyUnits
from desktop.pages.page import Context, Page
from desktop.pages.unit_card import UnitCard
from desktop.pages.unit_dialogs import UnitDialogs
from desktop.pages.unit_list import UnitList
from desktop.words import units as words

_ALONE = 700  # the width of the page ÷ scale below which the card takes the place of the list


class UnitsPage(Page):
    """Puts list and card together; read anew when something has changed and the page is in view."""

    kept = ("unit",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._look = context.session, context.look
        self._say, self._go = context.say, context.go
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._standing = context.standing
        self.county = CountyUnits(context.session, context.standing)
        self.list = UnitList(context.look, context.icons)
        self.card = UnitCard(context.look, context.icons)
        self.dialogs = UnitDialogs(context, self)
        self._stale, self._alone = True, False
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.card)
        self._connect()
        self.setFocusProxy(self.list.view)

    def show_at(self, *_: Any, unit: int = 0, **__: Any) -> None:
        """Go to a unit by its id."""
        self._read()
        self.list.choose(unit)
        self._show_card(True)

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the unit a step was about; of one that is gone only the list."""
        about = [(row, row.id) for row in changes.touches("unit")]
        about += [(row, row.value("unit")) for table in ("unit_alias", "person") for row in changes.touches(table)]
        there = [unit for row, unit in about if row.after is not None or row.table != "unit"]
        if about:
            self._read()
            self.list.choose(next(iter(there), self.list.current()))
            self.setFocus()
        return bool(about)

    def state(self) -> Mapping[str, object]:
        """What a page made anew has to take up: the chosen unit."""
        return {"unit": self.list.current()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Choose the unit that was chosen; nothing happens when it is gone."""
        self._read()
        unit = state.get("unit")
        if isinstance(unit, int):
            self.list.choose(unit)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.list.view, self.card.led if self.card.led.isVisible() else self.card.add_person]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card its 372 px, or the place of the list where there is no room for both."""
        super().resizeEvent(event)
        theme = self._look.theme
        self._alone = self.width() / theme.scale < _ALONE
        self.card.setMaximumWidth(self.width() if self._alone else theme.px(372))
        self.card.setMinimumWidth(theme.px(300) if self._alone else theme.px(372))
        self._show_card(self._alone and self.card.isVisibleTo(self) and not self.list.isVisibleTo(self))

    def _show_card(self, wanted: bool) -> None:
        """Where there is room for one only: the card, or the list; elsewhere both."""
        self.card.setVisible(wanted or not self._alone)
        self.list.setVisible(not (wanted and self._alone))
        self.card.show_way_back(self._alone)
        self.setFocusProxy(self.card.add_person if wanted and self._alone else self.list.view)

    def _connect(self) -> None:
        self._session.changed.connect(lambda _: self._refresh())
        self._standing.day_changed.connect(self._refresh)
        self.list.chosen.connect(lambda _: self._show_chosen())
        self.list.taken.connect(lambda: self._show_card(True))
        self.list.menu_wanted.connect(self.card.offer)
        self.list.add_wanted.connect(lambda: self.dialogs.add(self._show_new))
        self.card.list_wanted.connect(self._back)
        self.card.unit_wanted.connect(self._do)
        self.card.person_wanted.connect(self._do_person)
        self.card.tasks_wanted.connect(lambda: self._go("tasks"))
        self.card.action_wanted.connect(self._open)
        self.card.rows_wanted.connect(self._open_rows)

    def _refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if self._stale:
            self._stale = False
            self.county.read()
            self.list.show_rows(self.county.rows)
            self._show_chosen()

    def _show_chosen(self) -> None:
        row = next((row for row in self.county.rows if row.unit.id == self.list.current()), None)
        if row is not None:
            self.card.show_unit(row, self.county, self._session.yard, self._plan_year)

    def _show_new(self, unit: int) -> None:
        self._read()
        self.list.choose(unit)

    def _back(self) -> None:
        self._show_card(False)
        self.list.view.setFocus()

    def _open(self, action: int) -> None:
        task = next(task for task, its in self._standing.actions.items() if any(one.id == action for one in its))
        self._go("tasks", task=task, action=action)

    def _open_rows(self, figure: str, role: str) -> None:
        name = self._unit(self.list.current()).now
        self._go("ledger", filter=Filter(unit=name, role=role, figure=figure))

    def _unit(self, unit: int) -> units.Unit:
        return units.get(self._session.checklist, unit)

    def _do(self, deed: str, unit_id: int) -> None:
        unit = self._unit(unit_id)
        if deed == "remove":
            self._removed(self._session.attempt(units.remove, unit.id)[1], unit.shown)
            return
        {
            "correct": self.dialogs.correct,
            "rename": lambda unit: self.dialogs.rename(unit, self._show_new),
            "end": self.dialogs.end,
            "merge": self.dialogs.merge,
            "add_person": self.dialogs.add_person,
        }[deed](unit)

    def _do_person(self, deed: str, person_id: int) -> None:
        person = people.get(self._session.checklist, person_id)
        if deed == "remove":
            self._removed(self._session.attempt(people.remove, person.id)[1], person.name)
            return
        {
            "correct": self.dialogs.correct_person,
            "move": self.dialogs.move_person,
            "end": self.dialogs.end_person,
            "merge": self.dialogs.merge_person,
        }[deed](person)

    def _removed(self, error: Exception | None, name: str) -> None:
        """Nobody is asked before a deletion: it can be taken back at once, or it is said why it can't be."""
        if error:
            self._say(str(error))
        else:
            self._say(words.REMOVED.format(name=name), f"{common.UNDO} Ctrl+Z", self._session.undo)
