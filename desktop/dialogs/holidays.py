"""The days off of a year on one sheet: click a day, paste the yearly notice, go back to the built-in ones."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from db import holidays
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.holidays import Kind, Plan
from desktop import holiday_words
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.year_sheet import YearSheet
from desktop.words import rules


class HolidaysDialog(DialogFrame):
    """Every change is a step of its own, saved at once."""

    scrolls = False

    def __init__(self, look: Look, icons: Icons, session: Session, parent: QWidget) -> None:
        super().__init__(look, parent, title=rules.HOLIDAYS_TITLE, explain=rules.HOLIDAYS_LINE, deed="")
        self._session, self._icons = session, icons
        today = date.fromisoformat(session.today())
        self._days = holidays.year(session.checklist, today.year)
        self._year, self._source, self._told = QLabel(), QLabel(), QLabel()
        self.sheet = YearSheet(look, today.year, self._day_told)
        self.paste = QPushButton(rules.PASTE_ASK)
        self.forget = QPushButton(rules.FORGET)
        self._build()
        session.changed.connect(self._refresh)
        self._show(today)
        self.sheet.setFocus()

    def turn(self, step: int) -> None:
        """Show the year before (−1) or after (+1)."""
        least, most = holidays.YEARS
        year = min(max(self.sheet.current.year + step, least), most)
        self._show(date(year, 1, 1))

    def _show(self, current: date) -> None:
        year = current.year
        self._days = holidays.year(self._session.checklist, year)
        kinds: dict[str, set[date]] = {"off": set(), "work": set()}
        for entry in self._days.days:
            kinds[entry.kind].add(date.fromisoformat(entry.day))
        self._year.setText(rules.YEAR_HEAD.format(year=year))
        unknown = self._days.source == "unknown"
        self._source.setText(
            rules.YEAR_UNKNOWN.format(year=year) if unknown else rules.YEAR_SOURCES[self._days.source]
        )
        self._source.setProperty("tone", "amber" if unknown else "")
        self._source.style().polish(self._source)
        self.forget.setEnabled(self._days.source == "own")
        self.sheet.show_year(current, frozenset(kinds["off"]), frozenset(kinds["work"]))

    def _refresh(self) -> None:
        self._show(self.sheet.current)

    def _toggle(self, day: date) -> None:
        """A weekday is off or as usual, a day of the weekend worked or as usual."""
        now = next((entry.kind for entry in self._days.days if entry.day == day.isoformat()), None)
        new: Kind | None = ("work" if now != "work" else None) if day.weekday() >= 5 else ("off" if not now else None)
        self._run(holidays.set_day, day.isoformat(), new)

    def _forget(self) -> None:
        self._run(holidays.forget, self.sheet.current.year)

    def _run(self, verb: Callable[..., ChangeSet], *what: object) -> None:
        """Carry out a change; what is refused is said under the sheet."""
        _, error = self._session.attempt(verb, *what)
        if error:
            self._say(str(error), "error")

    def _ask_paste(self) -> None:
        year = self.sheet.current.year

        def plan(text: str) -> Plan:
            return holidays.plan(text, year)

        def save(text: str) -> ChecklistError | None:
            changes, error = self._session.attempt(holidays.paste, text, year)
            if changes:
                self._show(date(plan(text).year, 1, 1))
            return error

        late("paste holidays")(self._look, plan, save, self).open()

    def _day_told(self, day: date) -> str:
        return holiday_words.day_told(day, self._days)

    def _build(self) -> None:
        px = self._look.theme.px
        self._year.setProperty("kind", "head")
        self._source.setProperty("kind", "label")
        self._source.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._turner("chevron-left", -1, rules.PREVIOUS_YEAR))
        row.addWidget(self._year)
        row.addWidget(self._turner("chevron-right", 1, rules.NEXT_YEAR))
        row.addWidget(self._source, 1)
        self.forget.setToolTip(rules.FORGET_TIP)
        acts: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (self.paste, self._ask_paste), (self.forget, self._forget),
        )  # fmt: skip
        for button, act in acts:
            button.setProperty("kind", "small")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.body.addLayout(row)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.sheet)
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        self._told.setWordWrap(True)
        self.body.addWidget(self._told)
        self.sheet.wanted.connect(self._toggle)
        self.sheet.moved.connect(self._tell)
        over = self.parentWidget().window()
        room, hint = (over.parentWidget() or over).window().size(), self.sheet.sizeHint()
        margin = px(80)
        wish = hint + QSize(px(60), px(250))
        self.resize(wish.boundedTo(room - QSize(margin, margin)))

    def _tell(self) -> None:
        self._say(self._day_told(self.sheet.current) + rules.DAY_KEYS, "label")

    def _say(self, text: str, kind: str) -> None:
        self._told.setText(text)
        self._told.setProperty("kind", kind)
        self._told.style().polish(self._told)

    def _turner(self, icon: str, step: int, name: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.turn(step))
        return button
