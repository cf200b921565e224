"""The right of the 单位 page: one unit with its names, its people, how far it is and what it leads."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from db import status
from db.actions import Action
from db.people import Person
from db.yardstick import Yardstick
from desktop import countdown, wording
from desktop.delegates.unit_delegate import CardDelegate, CardLine
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.county_units import CountyUnits, UnitRow
from desktop.models.rows import ROW_ROLE, Rows
from desktop.pages.unit_facts import UnitFacts
from desktop.unit_wording import action_spoken, person_spoken, term
from desktop.widgets.card_frame import CardFrame, parting_line
from desktop.widgets.content_list import ContentList
from desktop.words import finding, printing
from desktop.words import units as words

_TONES = {"overdue": "red", "soon": "amber"}


class UnitCard(CardFrame):
    """Shows a unit; every wish goes out as a signal with the unit's or the person's id."""

    unit_wanted = Signal(str, int)  # what is to be done with a unit
    person_wanted = Signal(str, int)  # what is to be done with a person
    action_wanted = Signal(int)
    rows_wanted = Signal(str, str)  # the figure whose rows are to be seen, and the role the unit has in them
    tasks_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__(look.theme.px)
        self._look, self._icons = look, icons
        self._row: UnitRow | None = None
        self._acts: list[Action] = []
        self._busy = False
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty("kind", "head")
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = self._button("pencil", words.CORRECT_TITLE)
        self.sheet = self._button("printer", printing.UNIT_SHEET)
        self.more = self._button("ellipsis", words.MORE)
        self.back = QPushButton(icons.icon("chevron-left", 16), words.ALL_UNITS)
        self.back.setProperty("kind", "flat")
        self.facts = UnitFacts(look)
        self.people_model: Rows[CardLine] = Rows(lambda line: line.id, _spoken, _spoken, self)
        self.led_model: Rows[CardLine] = Rows(lambda line: line.id, _spoken, _spoken, self)
        self.people = ContentList(self.people_model, CardDelegate(look, self), words.PEOPLE)
        self.led = ContentList(self.led_model, CardDelegate(look, self), words.LED_ACTIONS)
        self.add_person = QPushButton(icons.icon("plus", 15, "accent"), words.PERSON_ADD)
        self.no_people, self.no_actions = QLabel(words.NO_PEOPLE), QLabel(words.EMPTY_LINE)
        self.to_tasks = QPushButton(words.TO_TASKS)
        self.figures = {name: QPushButton() for name in ("actions", "overdue", "soon")}
        self.part = QPushButton()
        self._build()
        self._connect()

    def show_unit(self, row: UnitRow, county: CountyUnits, yard: Yardstick, plan_year: int) -> None:
        """Show a unit as it stands today."""
        self._row = row
        unit = row.unit
        self.name.setText(unit.name)
        self.facts.show_unit(row, yard)
        self._show_people(county.people(unit.id), yard.today)
        self._acts = list(county.led(unit))
        self.led_model.show([_led_line(action, yard, plan_year) for action in self._acts])
        self._show_figures(row)

    def show_way_back(self, wanted: bool) -> None:
        """Offer the way back to the list where there is no room for both."""
        self.back.setVisible(wanted)

    def _show_people(self, staff: list[Person], today: str) -> None:
        self.people_model.show([_person_line(person, today) for person in staff])
        self.people.setVisible(bool(staff))
        self.no_people.setVisible(not staff)

    def _show_figures(self, row: UnitRow) -> None:
        for name, text in (("actions", "{n}"), ("overdue", words.OVERDUE), ("soon", words.SOON)):
            number = getattr(row.led, name)
            self.figures[name].setText(text.format(n=number))
            self.figures[name].setVisible(bool(number))
        self._busy = bool(row.whole.actions)
        self.sheet.setEnabled(self._busy)
        self.part.setText(words.INVOLVED.format(n=row.whole.actions))
        self.part.setVisible(row.whole.actions > row.led.actions)
        some = bool(self._acts)
        self.led.setVisible(some)
        self.no_actions.setVisible(not some)
        self.no_actions.setText(words.EMPTY_LINE if row.current else words.HEIR_LINE.format(name=row.unit.now))
        self.to_tasks.setVisible(not some and row.current)

    def offer(self, place: QPoint) -> None:
        """Open the menu of what can be done with the unit, somewhere on the screen."""
        ended = self._row is not None and self._row.unit.valid_to is not None
        deeds = (("print", printing.UNIT_SHEET), ("correct", words.CORRECT), ("rename", words.RENAME),
                 ("end", words.END), ("merge", words.MERGE), ("reading", finding.READINGS),
                 ("remove", words.REMOVE))  # fmt: skip
        barred = {"rename", "end"} if ended else set()
        if not self._busy:
            barred.add("print")
        self._menu([(name, word, name not in barred) for name, word in deeds], place, self._ask_for)

    def _open_rows(self, figure: str, role: str, _: bool = False) -> None:
        self.rows_wanted.emit(figure, role)

    def _ask_for(self, deed: str) -> None:
        if self._row is not None:
            self.unit_wanted.emit(deed, self._row.unit.id)

    def _offer_person(self, index: QModelIndex) -> None:
        line = self.people_model.row_at(index)
        if line is None:
            return
        deeds = (("correct", words.PERSON_CORRECT), ("move", words.PERSON_MOVE), ("end", words.PERSON_END),
                 ("merge", words.PERSON_MERGE), ("reading", finding.READINGS),
                 ("remove", words.PERSON_REMOVE))  # fmt: skip
        place = self.people.viewport().mapToGlobal(self.people.visualRect(index).bottomLeft())
        self._menu(
            [(name, word, not (line.quiet and name in ("move", "end"))) for name, word in deeds], place,
            lambda deed: self.person_wanted.emit(deed, line.id),
        )  # fmt: skip

    def _menu(self, deeds: Sequence[tuple[str, str, bool]], place: QPoint, do: Callable[[str], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, word, possible in deeds:
            act = menu.addAction(word)
            act.triggered.connect(partial(_called, do, name))
            act.setEnabled(possible)
        menu.popup(place)

    def _connect(self) -> None:
        self.sheet.clicked.connect(lambda: self._ask_for("print"))
        self.edit.clicked.connect(lambda: self._ask_for("correct"))
        self.more.clicked.connect(lambda: self.offer(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.back.clicked.connect(self.list_wanted)
        self.add_person.clicked.connect(lambda: self._ask_for("add_person"))
        self.to_tasks.clicked.connect(self.tasks_wanted)
        self.people.opened.connect(self._offer_person)
        self.people.menu_wanted.connect(self._offer_person)
        self.people.remove_wanted.connect(lambda index: self.person_wanted.emit("remove", _id(index)))
        self.led.opened.connect(lambda index: self.action_wanted.emit(_id(index)))
        for name, button in self.figures.items():
            button.clicked.connect(partial(self._open_rows, name, "lead"))
        self.part.clicked.connect(partial(self._open_rows, "actions", "any"))
        for view in (self.people, self.led):
            view.selectionModel().currentChanged.connect(lambda index, _, view=view: self._follow(view, index))

    def _follow(self, view: ContentList, index: QModelIndex) -> None:
        """Keep the current row in view where the card scrolls."""
        row = view.visualRect(index)
        top = view.mapTo(self.area.widget(), row.topLeft()).y()
        for y in (top + row.height(), top):
            self.area.ensureVisible(0, y, 0, 0)

    def _button(self, icon: str, name: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _build(self) -> None:
        px, column = self._look.theme.px, self.column
        column.addWidget(self.facts)
        column.addWidget(parting_line())
        column.addLayout(_section(words.PEOPLE, (), self.add_person, px(4)))
        column.addWidget(self.people)
        column.addWidget(self.no_people)
        column.addWidget(parting_line())
        column.addLayout(_section(words.LED_ACTIONS, tuple(self.figures.values()), self.part, px(4)))
        column.addWidget(self.led)
        column.addWidget(self.no_actions)
        column.addWidget(self.to_tasks, 0, Qt.AlignmentFlag.AlignLeft)
        self.put_together(self._head())
        self._dress()

    def _head(self) -> QHBoxLayout:
        px = self._look.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(11), px(10), px(10))
        head.setSpacing(px(4))
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.sheet)
        head.addWidget(self.edit)
        head.addWidget(self.more)
        self.back.hide()
        return head

    def _dress(self) -> None:
        self.part.setProperty("kind", "status")
        self.part.setToolTip(words.INVOLVED_TIP)
        self.add_person.setProperty("kind", "accent-flat")
        self.to_tasks.setProperty("kind", "small")
        for label in (self.no_people, self.no_actions):
            label.setProperty("kind", "hint")
            label.setWordWrap(True)
        for name, tone in (("actions", ""), ("overdue", "red"), ("soon", "amber")):
            self.figures[name].setProperty("kind", "status")
            self.figures[name].setProperty("tone", tone)
            self.figures[name].setToolTip(words.OPEN_ROWS)


def _person_line(person: Person, today: str) -> CardLine:
    there = person.there(today)
    title = f"{person.name}　{person.post}" if person.post else person.name
    return CardLine(
        person.id, title, right=person.phone, below=term(person) if person.valid_to else "", quiet=not there,
        spoken=person_spoken(person),
    )  # fmt: skip


def _led_line(action: Action, yard: Yardstick, plan_year: int) -> CardLine:
    timing = status.timing(action, yard)
    return CardLine(
        action.id, action.title, right=wording.short_date(action.due_on or "", plan_year),
        below="　".join(filter(None, (action.code, action.owner))), below_right=countdown.phrase(timing),
        lamp=status.lamp(action, yard), tone=_TONES.get(timing.code, "text2"),
        spoken=action_spoken(action, timing, plan_year),
    )  # fmt: skip


def _called(do: Callable[[str], None], deed: str, _: bool = False) -> None:
    do(deed)


def _spoken(line: CardLine) -> str:
    return line.spoken


def _id(index: QModelIndex) -> int:
    line: CardLine = index.data(ROW_ROLE)
    return line.id


def _section(title: str, beside: Sequence[QWidget], right: QWidget, gap: int) -> QHBoxLayout:
    head = QLabel(title)
    head.setProperty("kind", "section")
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in (head, *beside):
        row.addWidget(widget)
    row.addStretch()
    row.addWidget(right)
    return row
