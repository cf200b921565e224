"""The 单位 page: units, or the national bodies and what they end in, at the left; the chosen one at the right."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db import people, settings, units
from db.changes import ChangeSet
from db.ledger import Filter
from desktop import words as common
from desktop.models.county_units import CountyUnits
from desktop.pages.body_board import BodyBoard
from desktop.pages.body_card import BodyCard
from desktop.pages.page import Context, Page
from desktop.pages.reading_dialog import ask_readings
from desktop.pages.unit_card import UnitCard
from desktop.pages.unit_dialogs import UnitDialogs
from desktop.pages.unit_list import UnitList
from desktop.widgets.segments import Segments
from desktop.words import counterparts as counterpart_words
from desktop.words import units as words

_ALONE = 700  # the width of the page ÷ scale below which the card takes the place of the list


class UnitsPage(Page):
    """Puts list and card together; read anew when something has changed and the page is in view."""

    kept = ("unit", "view", "body")

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._look = context.session, context.look
        self._say, self._go = context.say, context.go
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._standing = context.standing
        self.county = CountyUnits(context.session, context.standing)
        views = {"units": counterpart_words.LIST.format(n=0), "bodies": counterpart_words.TAB}
        self._segments = {view: Segments(context.look, views, view) for view in views}
        self.list = UnitList(context.look, context.icons, self._segments["units"])
        self.card = UnitCard(context.look, context.icons)
        self.board = BodyBoard(context, self._segments["bodies"])
        self._view = "units"
        self.dialogs = UnitDialogs(context, self)
        self._stale, self._alone = True, False
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 0, 0)
        row.setSpacing(0)
        for left, right in ((self.list, self.card), (self.board, self.board.card)):
            row.addWidget(left, 1)
            row.addWidget(right)
        self._connect()
        self.turn("units")

    def show_at(self, *_: Any, unit: int = 0, body: str = "", **__: Any) -> None:
        """Go to a unit by its id, or to a national body by its name."""
        self.turn("bodies" if body else "units")
        if body:
            self.board.choose(body)
            return
        self.list.choose(unit)
        self._show_card(True)

    def turn(self, view: str) -> None:
        """Show the units, or what the national bodies end in."""
        self._view = view
        self._stale = True
        self._read()
        self._show_card(False)

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        return "" if self.board.view.settle() else common.REFUSED_LEFT

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the unit or the body a step was about; of a unit that is gone only to the list.

        A step that made or took away actions is about these, though units came along.
        """
        if changes.touches("action"):
            return False
        if changes.touches("counterpart") and not changes.touches("unit"):
            self.turn("bodies")
            self.setFocus()
            return self.board.show_step(changes)
        about = [(row, row.id) for row in changes.touches("unit")]
        about += [(row, row.value("unit")) for table in ("unit_alias", "person") for row in changes.touches(table)]
        there = [unit for row, unit in about if row.after is not None or row.table != "unit"]
        if about:
            self.turn("units")
            self.list.choose(next(iter(there), self.list.current()))
            self.setFocus()
        return bool(about)

    def state(self) -> Mapping[str, object]:
        """What a page made anew has to take up: which view, and what is chosen in each."""
        chosen = self.board.view.current()
        return {"unit": self.list.current(), "view": self._view, "body": chosen.body if chosen else ""}

    def restore(self, state: Mapping[str, object]) -> None:
        """Choose what was chosen; nothing happens when it is gone."""
        self.turn("bodies" if state.get("view") == "bodies" else "units")
        if state.get("body"):
            self.board.choose(str(state["body"]))
        unit = state.get("unit")
        if isinstance(unit, int):
            self.list.choose(unit)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        if self._view == "bodies":
            return [self.board.view, self.board.card.buttons["choose"]]
        return [self.list.view, self.card.led if self.card.led.isVisible() else self.card.add_person]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card its 372 px, or the place of the list where there is no room for both."""
        super().resizeEvent(event)
        theme = self._look.theme
        self._alone = self.width() / theme.scale < _ALONE
        for card in (self.card, self.board.card):
            card.setMaximumWidth(self.width() if self._alone else theme.px(372))
            card.setMinimumWidth(theme.px(300) if self._alone else theme.px(372))
        left, right = self._sides()
        self._show_card(self._alone and right.isVisibleTo(self) and not left.isVisibleTo(self))

    def _sides(self) -> tuple[UnitList | BodyBoard, UnitCard | BodyCard]:
        """The two sides of the view that is shown."""
        return (self.board, self.board.card) if self._view == "bodies" else (self.list, self.card)

    def _show_card(self, wanted: bool) -> None:
        """Where there is room for one only: the card, or the list; elsewhere both."""
        shown = self._sides()
        for widget in (self.list, self.card, self.board, self.board.card):
            if widget not in shown:
                widget.hide()
        left, right = shown
        right.setVisible(wanted or not self._alone)
        left.setVisible(not (wanted and self._alone))
        right.show_way_back(self._alone)
        front = self.board.card.tasks if self._view == "bodies" else self.card.add_person
        self.setFocusProxy(front if wanted and self._alone else left.view)

    def _connect(self) -> None:
        self._session.changed.connect(lambda _: self._refresh())
        self._standing.day_changed.connect(self._refresh)
        for segments in self._segments.values():
            segments.picked.connect(self._picked)
        self.board.card_wanted.connect(self._show_card)
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
            number = sum(row.there for row in self.county.rows)
            for segments in self._segments.values():
                segments.buttons["units"].setText(counterpart_words.LIST.format(n=number))
            self.list.show_rows(self.county.rows)
            self._show_chosen()
            if self._view == "bodies":
                self.board.refresh()

    def _show_chosen(self) -> None:
        row = next((row for row in self.county.rows if row.unit.id == self.list.current()), None)
        if row is not None:
            self.card.show_unit(row, self.county, self._session.yard, self._plan_year)

    def _show_new(self, unit: int) -> None:
        self._read()
        self.list.choose(unit)

    def _picked(self, view: str) -> None:
        self.turn(view)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if deed == "print":
            self._go("reports", kind="unit-sheet", unit=unit.now)
            return
        {
            "correct": self.dialogs.correct,
            "reading": lambda unit: self._ask_readings(tuple(dict.fromkeys((unit.shown, unit.name)))),
            "rename": lambda unit: self.dialogs.rename(unit, self._show_new),
            "end": self.dialogs.end,
            "merge": self.dialogs.merge,
            "add_person": self.dialogs.add_person,
        }[deed](unit)

    def _ask_readings(self, names: Sequence[str], *, person: bool = False) -> None:
        ask_readings(self._session, self._look, self, names, person=person)

    def _do_person(self, deed: str, person_id: int) -> None:
        person = people.get(self._session.checklist, person_id)
        if deed == "remove":
            self._removed(self._session.attempt(people.remove, person.id)[1], person.name)
            return
        {
            "correct": self.dialogs.correct_person,
            "reading": lambda person: self._ask_readings((person.name,), person=True),
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
