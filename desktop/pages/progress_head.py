"""The head of the progress page: which period, how much of it is reported, what is shown, what can be done."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db import periods
from db.periods import Period
from db.progress import Duty
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.choice_box import ChoiceBox
from desktop.wording import long_date
from desktop.words import progress as words

_TONES = {"missing": "amber"}


class ProgressHead(QWidget):
    """Emits what the user wants; the page carries it out."""

    period_wanted = Signal(Period)
    shown = Signal()  # another figure, unit or grouping was chosen
    compare_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self.only, self.unit, self.by = "due", "", "part"
        self._period: Period | None = None
        self._locked: Mapping[Period, str] = {}
        self._today = self._begin = ""
        self.name = self._plain("", "flat", words.PERIODS)
        self.figures = {figure: self._plain("", "flat", tip) for figure, tip in words.FIGURE_TIPS.items()}
        self.compare = self._plain(words.COMPARE, "", "")
        self.lock = self._plain(words.LOCK, "", "")
        self.units = ChoiceBox(look, icons)
        self.group = self._plain(words.BY_PART, "flat", "")
        self.closed = QFrame()
        self._closed_line = QLabel()
        self._build()
        self._connect()

    def show_period(
        self, period: Period, locked: Mapping[Period, str], closed: Period | None, today: str, begin: str
    ) -> None:
        """Name the period; say when it is closed. None is offered after today, or before the notice's day `begin`."""
        self._period, self._locked, self._today, self._begin = period, locked, today, begin
        self.name.setText(period.name)
        self.name.setIcon(self._icons.icon("lock" if closed else "chevron-down", 15))
        self.name.setToolTip(words.PERIODS.format(period=period.name))
        self.name.setAccessibleName(words.PERIODS.format(period=period.name))
        self._previous.setEnabled(period.before.last >= begin)
        self._next.setEnabled(period.after.first <= today)
        self.lock.setVisible(closed is None)
        self.closed.setVisible(closed is not None)
        if closed is not None:
            text = words.CLOSED if closed == period else words.CLOSED_WITH
            self._closed_line.setText(text.format(period=period.name, by=closed.name, day=long_date(locked[closed])))

    def show_duty(self, duty: Duty) -> None:
        """Show how much is reported, of the chosen unit or of all; the units that have to."""
        due = [action for action in duty.due if not self.unit or self.unit == (action.lead or words.NO_LEAD)]
        reported = sum(action.id in duty.reported for action in due)
        numbers = {"due": len(due), "reported": reported, "missing": len(due) - reported}
        for figure, button in self.figures.items():
            button.setText(words.FIGURES[figure].format(n=numbers[figure]))
            button.setProperty("tone", _TONES.get(figure, "") if numbers[figure] else "")
            button.setChecked(figure == self.only)
            button.style().polish(button)
        wanted = [words.ALL_UNITS, *sorted({action.lead or words.NO_LEAD for action in duty.due})]
        if wanted != [self.units.itemText(n) for n in range(self.units.count())]:
            self.units.clear()
            self.units.addItems(wanted)
            self.units.setCurrentIndex(max(self.units.findText(self.unit), 0))

    def choose(self, figure: str, unit: str = "") -> None:
        """Show what a figure counts, of one lead unit or of all."""
        self.only, self.unit = figure, unit
        self.units.setCurrentIndex(max(self.units.findText(unit), 0))
        self.shown.emit()

    def _take_unit(self, place: int) -> None:
        self.unit = self.units.itemText(place) if place else ""
        self.shown.emit()

    def _turn(self, way: str) -> None:
        if self._period is not None:
            self.period_wanted.emit(getattr(self._period, way))

    def _turn_group(self) -> None:
        self.by = "unit" if self.by == "part" else "part"
        self.group.setText(words.BY_UNIT if self.by == "unit" else words.BY_PART)
        self.shown.emit()

    def _offer_periods(self) -> None:
        assert self._period is not None
        menu = QMenu(self)
        group = QActionGroup(menu)
        for kind in periods.KINDS:
            menu.addSeparator()
            for period in periods.of_year(kind, self._period.year):
                if period.last >= self._begin:
                    group.addAction(self._choice(period, menu))
                    menu.addAction(group.actions()[-1])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.name.mapToGlobal(QPoint(0, self.name.height())))

    def _choice(self, period: Period, menu: QMenu) -> QAction:
        action = QAction(period.name, menu)
        if any(closed.covers(period) for closed in self._locked):
            action.setIcon(self._icons.icon("lock", 14, "text3"))
        action.setCheckable(True)
        action.setChecked(period == self._period)
        action.setEnabled(period.first <= self._today)
        action.triggered.connect(lambda _=False: self.period_wanted.emit(period))
        return action

    def _connect(self) -> None:
        self.name.clicked.connect(self._offer_periods)
        self._previous.clicked.connect(lambda: self._turn("before"))
        self._next.clicked.connect(lambda: self._turn("after"))
        for figure, button in self.figures.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, chosen=figure: self.choose(chosen, self.unit))
        self.compare.clicked.connect(self.compare_wanted)
        self.lock.clicked.connect(self.lock_wanted)
        self.units.activated.connect(self._take_unit)
        self.group.clicked.connect(self._turn_group)

    def _build(self) -> None:
        px = self._look.theme.px
        title = QLabel(words.PAGE)
        title.setProperty("kind", "title")
        self._previous = self._arrow("chevron-left", words.PREVIOUS)
        self._next = self._arrow("chevron-right", words.NEXT)
        self.name.setProperty("strong", "yes")
        self.name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its icon stands behind the words
        self.lock.setIcon(self._icons.icon("lock", 15))
        self.group.setIcon(self._icons.icon("list-tree", 15))
        self.units.setAccessibleName(words.UNIT_FILTER)
        self.units.setToolTip(words.UNIT_FILTER)
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.units.setMinimumContentsLength(7)
        first = self._row([title, self._previous, self.name, self._next], [self.compare, self.lock])
        second = self._row(list(self.figures.values()), [self.group, self.units])
        note = QLabel()
        note.setPixmap(self._icons.pixmap("lock", 15, "text2"))
        self._closed_line.setProperty("kind", "label")
        self._closed_line.setWordWrap(True)
        self.closed.setProperty("kind", "message")
        self.closed.setProperty("tone", "note")
        line = QHBoxLayout(self.closed)
        line.setContentsMargins(px(16), px(6), px(12), px(6))
        line.addWidget(note)
        line.addWidget(self._closed_line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(4))
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.closed)

    def _row(self, left: list[QWidget], right: list[QWidget]) -> QHBoxLayout:
        px = self._look.theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(4))
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        row.setSpacing(px(6))
        for widget in right:
            row.addWidget(widget)
        return row

    def _plain(self, text: str, kind: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setToolTip(tip)
        return button

    def _arrow(self, icon: str, name: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
