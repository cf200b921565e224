"""What a county sets for its checklist: its names and year, and the rules by which dates and percents are judged."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db.errors import ChecklistError
from db.settings import Settings
from desktop import lamps, words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.theme import Theme
from desktop.widgets.form_field import FormField
from desktop.widgets.options import Options
from desktop.words import rules

_UNREADABLE = -1  # what stands for a number that is none: out of every range, so it is refused at its field


class SettingsDialog(DialogFrame):
    """Closes once `save` has gone through; what it refuses is said at its field, on its tab."""

    scrolls = False

    def __init__(
        self,
        look: Look,
        now: Settings,
        save: Callable[[Settings], ChecklistError | None],
        show_holidays: Callable[[QWidget], None],
        parent: QWidget,
    ) -> None:
        super().__init__(look, parent, title=rules.SETTINGS_TITLE, explain=rules.SETTINGS_LINE, deed=words.SAVE)
        self._now, self._save, self._show_holidays = now, save, show_holidays
        self.lines = {
            "county": QLineEdit(now.county), "lead_unit": QLineEdit(now.lead_unit),
            "plan_year": QLineEdit(str(now.plan_year)), "soon": QLineEdit(str(now.soon)),
            "pace_points": QLineEdit(str(now.pace_points)), "red_points": QLineEdit(str(now.red_points)),
        }  # fmt: skip
        self.choices = {
            "pace": Options(look, rules.PACES, rules.PACE_LINES, now.pace),
            "lamps": Options(look, rules.LAMP_PRESETS, rules.LAMP_LINES, now.lamps, self._samples()),
            "rhythm": Options(look, rules.RHYTHMS, {}, now.rhythm),
        }
        self._rows = {
            "county": FormField(look, words.START_COUNTY, self.lines["county"], rules.COUNTY_LINE),
            "lead_unit": FormField(look, words.START_LEAD, self.lines["lead_unit"]),
            "plan_year": FormField(look, words.START_YEAR, self.lines["plan_year"], words.COUNTY_YEAR_LINE),
            "soon": FormField(look, rules.SOON, self.lines["soon"], rules.SOON_LINE),
            "pace": FormField(look, rules.PACE, self.choices["pace"]),
            "pace_points": FormField(look, rules.PACE_POINTS, self.lines["pace_points"], rules.PACE_POINTS_LINE),
            "lamps": FormField(look, rules.LAMPS, self.choices["lamps"]),
            "red_points": FormField(look, rules.RED_POINTS, self.lines["red_points"], rules.RED_POINTS_LINE),
            "rhythm": FormField(look, rules.RHYTHM, self.choices["rhythm"], rules.RHYTHM_LINE),
        }
        self._tab_of: dict[str, int] = {}
        self.tabs, self._pages = QTabBar(), QStackedWidget()
        self._build()
        self._suit_red()
        self.lines["county"].setFocus()

    def check(self) -> bool:
        """Save them; the field at fault gets the complaint, and its tab is turned to."""
        error = self._save(self._wanted())
        at_fault = getattr(error, "field", None) or "county"
        if error:
            self.tabs.setCurrentIndex(self._tab_of[at_fault])
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == at_fault else "")
        return error is None

    def _wanted(self) -> Settings:
        figures = ("plan_year", "soon", "pace_points", "red_points")
        numbers = {name: _number(self.lines[name].text()) for name in figures}
        chosen = {name: choice.chosen for name, choice in self.choices.items()}
        names = {name: self.lines[name].text() for name in ("county", "lead_unit")}
        return replace(self._now, **names, **numbers, **chosen)  # type: ignore[arg-type]

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._add_page("county", "county", "lead_unit", "plan_year")
        self._add_page("due", "soon").insertWidget(1, self._about_rules())
        self._add_page("pace", "pace", "pace_points")
        self._add_page("lamps", "lamps", "red_points")
        self._add_page("rhythm", "rhythm")
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._pages, 1)
        self.choices["lamps"].changed.connect(self._suit_red)
        px, room = self._look.theme.px, self.parentWidget().size()
        self.resize(QSize(px(540), px(580)).boundedTo(room - QSize(px(80), px(80))))

    def _add_page(self, section: str, *fields: str) -> QVBoxLayout:
        self.tabs.addTab(rules.SECTIONS[section])
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, self._look.theme.px(4), 0, 0)
        column.setSpacing(self._look.theme.px(12))
        for name in fields:
            self._tab_of[name] = self._pages.count()
            column.addWidget(self._rows[name])
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        self._pages.addWidget(area)
        return column

    def _about_rules(self) -> QWidget:
        """Where the rule for days off is set, and the way to the days themselves."""
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        head, line = QLabel(rules.DUE_RULE), QLabel(rules.DUE_RULE_LINE)
        head.setProperty("kind", "label")
        line.setProperty("kind", "note")
        line.setWordWrap(True)
        way = QPushButton(rules.HOLIDAYS_ASK)
        way.setAutoDefault(False)
        way.clicked.connect(lambda: self._show_holidays(self))
        row = QHBoxLayout()
        row.addWidget(way)
        row.addStretch()
        column.addWidget(head)
        column.addWidget(line)
        column.addLayout(row)
        return about

    def _samples(self) -> dict[str, QWidget]:
        """A row of lamps for each preset, as it would burn."""
        return {preset: _sample(self._look, preset) for preset in rules.LAMP_PRESETS}

    def _suit_red(self) -> None:
        """The threshold of red is for the one preset that has it."""
        self._rows["red_points"].setEnabled(self.choices["lamps"].chosen == "red_amber_green")


def _sample(look: Look, preset: str) -> QWidget:
    theme = Theme(look.theme.mode, look.theme.scale, preset)
    sample = QWidget()
    row = QHBoxLayout(sample)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(5))
    for state, word in rules.LAMP_SAMPLES.items():
        if state == "slow" and preset == "plain":
            continue
        lamp, name = QLabel(), QLabel(word)
        lamp.setPixmap(lamps.pixmap(state, theme.px(14), theme, sample.devicePixelRatioF()))
        name.setProperty("kind", "label")
        name.setContentsMargins(0, 0, theme.px(12), 0)
        row.addWidget(lamp)
        row.addWidget(name)
    row.addStretch()
    return sample


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 9 else _UNREADABLE
