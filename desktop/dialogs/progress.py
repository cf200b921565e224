"""One entry with all its fields: what was reported for an action in a period."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from db import deadlines, names, periods, progress, settings
from db.actions import Action
from db.connection import Checklist
from db.errors import ChecklistError, RuleBroken
from db.periods import Period
from db.progress import Entry
from desktop import wording
from desktop.dialogs.frame import DialogFrame
from desktop.pages.page import Context
from desktop.phrase_book import PhraseBook
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.form_field import FormField
from desktop.widgets.name_field import NameField
from desktop.words import progress as words

_LINES = ("percent", "reason", "reporter", "reviewer", "entered_on")


class ProgressDialog(DialogFrame):
    """Closes once the entry is saved; what is refused is said at its field."""

    def __init__(self, context: Context, action: Action, parent: QWidget, period: Period | None = None) -> None:
        explain = words.REPORT_EXPLAIN.format(code=action.code, title=action.title)
        super().__init__(context.look, parent, title=words.REPORT, explain=explain, deed=words.REPORT_DEED)
        self._session, self._action = context.session, action
        checklist = self._session.checklist
        rhythm = settings.read(checklist).rhythm
        self._entries = progress.of_action(checklist, action.id)
        self._open = open_periods(checklist, self._session.today(), period)
        self.period = ChoiceBox(context.look, context.icons)
        self.period.addItems([one.name for one in self._open])
        self.lines: dict[str, QLineEdit] = {name: QLineEdit() for name in _LINES}
        for name in ("reporter", "reviewer"):
            self.lines[name] = NameField(lambda: names.persons(checklist))
        self.texts = {name: QPlainTextEdit() for name in progress.TEXTS}
        fields = {"period": self.period, **self.lines, **self.texts}
        self._fields = {name: FormField(context.look, words.FIELDS[name], field) for name, field in fields.items()}
        book = PhraseBook(self._session, context.look, context.icons)
        for name in progress.TEXTS:
            book.equip(self._fields[name], name, self._about)
        self._build()
        wanted = period if period in self._open else periods.at(rhythm, self._session.today())
        self.period.setCurrentIndex(self._open.index(wanted) if wanted in self._open else -1)
        self._take_up()
        self.period.activated.connect(lambda _: self._take_up())
        self.lines["percent"].selectAll()
        self.lines["percent"].setFocus()

    def check(self) -> bool:
        """Save the entry; the field at fault gets the complaint and the focus."""
        for field in self._fields.values():
            field.refuse("")
        if self.period.currentIndex() < 0:
            self._fields["period"].refuse(self._why_closed())
            return False
        error = self._save()
        if error is None:
            return True
        at_fault, sentence = getattr(error, "field", None) or "done", str(error)
        self._fields["reason"].setVisible(self._fields["reason"].isVisibleTo(self) or at_fault == "reason")
        self._fields[at_fault if at_fault in self._fields else "done"].refuse(sentence)
        return False

    def _about(self) -> tuple[Action, Period | None]:
        """What a phrase is filled in from: the action with the percent that is typed, and the chosen period."""
        percent, place = self.lines["percent"].text(), self.period.currentIndex()
        action = replace(self._action, percent=int(percent)) if percent.isdecimal() else self._action
        return action, self._open[place] if place >= 0 else None

    def _save(self) -> ChecklistError | None:
        said = {name: field.text() for name, field in self.lines.items()}
        said |= {name: field.toPlainText() for name, field in self.texts.items()}
        try:
            said["entered_on"] = self._day(said["entered_on"])
        except RuleBroken as error:
            return RuleBroken("date_invalid", field="entered_on", value=said["entered_on"][:20]).with_traceback(
                error.__traceback__
            )
        period = self._open[self.period.currentIndex()]
        return self._session.attempt(
            progress.report, self._action.id, period, today=self._session.today(), **said
        )[1]

    def _day(self, text: str) -> str:
        """A day typed as deadlines are: 6月12日, 2020-6-12."""
        if not text.strip():
            return ""
        year = settings.read(self._session.checklist).plan_year
        return deadlines.parse(text, year, self._session.today()).on or text

    def _take_up(self) -> None:
        """Show what is there for the chosen period, or what a new entry begins with; why none is chosen."""
        place = self.period.currentIndex()
        for name, field in self._fields.items():
            field.refuse(self._why_closed() if name == "period" and place < 0 else "")
        self._fields["reason"].setVisible(False)
        if place < 0:
            return
        period = self._open[place]
        own = next((entry for entry in self._entries if entry.period == period), None)
        older = next((entry for entry in self._entries if entry.period < period), None)
        fresh = Entry(0, self._action.id, period, self._action.percent, reporter=older.reporter if older else "")
        shown = own or fresh
        for name, line in self.lines.items():
            line.setText(str(getattr(shown, name)))
        plan_year = settings.read(self._session.checklist).plan_year
        entered_on = shown.entered_on or self._session.today()
        self.lines["entered_on"].setText(wording.short_date(entered_on, plan_year))
        if not shown.reporter:
            self.lines["reporter"].setText(self._session.checklist.by)
        for name, text in self.texts.items():
            text.setPlainText(getattr(shown, name))
        self._fields["reason"].setVisible(bool(shown.reason))

    def _why_closed(self) -> str:
        """Why no period is chosen, and from which day there is one again."""
        read = settings.read(self._session.checklist)
        now = periods.at(read.rhythm, self._session.today())
        then = now.after
        while periods.locked_by(self._session.checklist, then):
            then = then.after
        day = wording.short_date(then.first, read.plan_year)
        told = words.NO_OPEN_PERIOD.format(period=now.name, next=then.name, day=day)
        return told + (words.OLDER_OPEN if self._open else "")

    def _build(self) -> None:
        px, grid = self._look.theme.px, QGridLayout()
        self.body.addLayout(grid)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        for text in self.texts.values():
            text.setTabChangesFocus(True)
            text.setFixedHeight(px(64))
        places: Sequence[tuple[str, int, int, int]] = (
            ("period", 0, 0, 3), ("percent", 0, 3, 3), ("reason", 1, 0, 6), ("done", 2, 0, 6), ("trouble", 3, 0, 6),
            ("next", 4, 0, 6), ("reporter", 5, 0, 2), ("reviewer", 5, 2, 2), ("entered_on", 5, 4, 2),
        )  # fmt: skip
        for name, row, column, span in places:
            grid.addWidget(self._fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for before, after in pairwise(places):
            QWidget.setTabOrder(self._fields[before[0]].field, self._fields[after[0]].field)
        self.setMinimumWidth(px(560))


def open_periods(checklist: Checklist, today: str, also: Period | None = None) -> list[Period]:
    """The periods of the county's rhythm within the last year that are not closed; of another kind `also`.

    None that was over before the notice was issued.
    """
    found: list[Period] = []
    period = periods.at(settings.read(checklist).rhythm, today)
    while period.last >= max(f"{int(today[:4]) - 1}{today[4:]}", periods.begin(checklist)):
        if periods.locked_by(checklist, period) is None:
            found.append(period)
        period = period.before
    return sorted({*found, also} if also else found)
