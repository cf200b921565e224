"""Write a problem down, or put right what was written; and say how one was solved."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from db import names
from db.actions import Action
from db.errors import ChecklistError
from db.problems import Entry, Problem
from desktop.dialogs.frame import DialogFrame
from desktop.pages.page import Context
from desktop.phrase_book import PhraseBook
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.day_field import DayField
from desktop.widgets.form_field import FormField
from desktop.widgets.name_field import NameField
from desktop.words import problems as words

# (what stands in the field of the action, "" where it was given; the entry) → what is wrong
Save = Callable[[str, Entry], ChecklistError | None]
Solve = Callable[[str, str], ChecklistError | None]  # (day, how)


class ProblemDialog(DialogFrame):
    """Closes once `save` has gone through; what it refuses is said at its field.

    Without an action it asks for one among `choices`.
    """

    def __init__(
        self,
        context: Context,
        plan_year: int,
        entry: Entry | None,
        action: Action | None,
        save: Save,
        parent: QWidget,
        choices: Sequence[Action] = (),
    ) -> None:
        explain = words.DIALOG_OF.format(code=action.code, title=action.title) if action else ""
        super().__init__(
            context.look, parent, title=words.DIALOG_EDIT if entry else words.DIALOG_NEW, explain=explain,
            deed=words.DIALOG_SAVE if entry else words.DIALOG_NEW,
        )  # fmt: skip
        self._save, look = save, context.look
        entry = entry or Entry("", raised_on=context.session.today())
        titles = [words.ACTION_LINE.format(code=one.code, title=one.title) for one in choices]
        self.action = NameField(lambda: titles)
        self.action.setPlaceholderText(words.ACTION_HINT)
        self.text = _lines(entry.text, look.theme.px(64))
        self.text.setPlaceholderText(words.TEXT_HINT)
        self.cause = _lines(entry.cause, look.theme.px(52))
        self.level = _combo(context, ((level, _level(level)) for level in words.LEVELS))
        self.level.setCurrentIndex(entry.level - 1)
        self.category = _combo(context, words.CATEGORIES.items())
        self.category.setCurrentIndex(list(words.CATEGORIES).index(entry.category))
        self.unit = NameField(lambda: names.units(context.session.checklist))
        self.unit.setText(entry.unit)
        self.raised_on = DayField(look, context.icons, context.session, plan_year, entry.raised_on)
        self._rows = {
            "action": FormField(look, words.ACTION, self.action),
            "text": FormField(look, words.TEXT, self.text),
            "cause": FormField(look, words.CAUSE, self.cause),
            "level": FormField(look, words.LEVEL, self.level),
            "category": FormField(look, words.CATEGORY, self.category),
            "unit": FormField(look, words.UNIT, self.unit),
            "raised_on": FormField(look, words.RAISED_ON, self.raised_on),
        }
        book = PhraseBook(context.session, look, context.icons)
        for name in ("text", "cause"):
            book.equip(self._rows[name], "trouble", lambda: (action, None))
        for name in ("action", "text", "cause"):
            self.body.addWidget(self._rows[name])
        self._rows["action"].setVisible(action is None)
        for pair in (("level", "category"), ("unit", "raised_on")):
            beside = QHBoxLayout()
            beside.setSpacing(look.theme.px(12))
            for name in pair:
                beside.addWidget(self._rows[name], 1)
            self.body.addLayout(beside)
        self.setMinimumWidth(look.theme.px(520))
        (self.text if action else self.action).setFocus()

    def entry(self) -> Entry:
        """What the fields say."""
        return Entry(
            self.text.toPlainText(), self.cause.toPlainText(), self.category.currentData(), self.level.currentData(),
            self.unit.text(), self.raised_on.day(),
        )  # fmt: skip

    def check(self) -> bool:
        """Save it; the field at fault gets the complaint."""
        error = self._save(self.action.text(), self.entry())
        at_fault = getattr(error, "field", None)
        if at_fault not in self._rows or self._rows[at_fault].isHidden():
            at_fault = "text"
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == at_fault else "")
        return error is None


class SolveDialog(DialogFrame):
    """Closes once `solve` has gone through; what it refuses is said at its field."""

    def __init__(self, context: Context, plan_year: int, problem: Problem, solve: Solve, parent: QWidget) -> None:
        look = context.look
        super().__init__(
            look, parent, title=words.SOLVE_TITLE, explain=problem.entry.text, deed=words.SOLVE_DEED
        )
        self._solve = solve
        day = problem.solved_on or context.session.today()
        self.solved_on = DayField(look, context.icons, context.session, plan_year, day)
        self.solution = _lines(problem.solution, look.theme.px(84))
        self.solution.setPlaceholderText(words.SOLUTION_HINT)
        self._rows = {
            "solution": FormField(look, words.SOLUTION, self.solution),
            "solved_on": FormField(look, words.SOLVED_ON, self.solved_on),
        }
        for row in self._rows.values():
            self.body.addWidget(row)
        PhraseBook(context.session, look, context.icons).equip(self._rows["solution"], "any", lambda: (None, None))
        self.setMinimumWidth(look.theme.px(460))
        self.solution.setFocus()

    def check(self) -> bool:
        """Solve it; the field at fault gets the complaint."""
        error = self._solve(self.solved_on.day(), self.solution.toPlainText())
        at_fault = "solved_on" if getattr(error, "field", None) == "solved_on" else "solution"
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == at_fault else "")
        return error is None


def _lines(text: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setFixedHeight(height)
    return field


def _combo(context: Context, items: Iterable[tuple[object, str]]) -> ChoiceBox:
    combo = ChoiceBox(context.look, context.icons)
    for key, word in items:
        combo.addItem(word, key)
    return combo


def _level(level: int) -> str:
    return words.LEVEL_LINE.format(level=words.LEVELS[level], meaning=words.LEVELS_MEAN[level])
