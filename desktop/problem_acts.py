"""What can be done to a problem from the page and from the action form: the same dialogs, the same steps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from db import problems, settings
from db.actions import Action
from db.connection import Checklist
from db.errors import ChecklistError, RuleBroken
from db.problems import Entry, Problem
from db.search_actions import matching
from desktop import wording
from desktop import words as common
from desktop.late import late
from desktop.pages.page import Context
from desktop.widgets.view_act import view_act
from desktop.words import problems as words


class ProblemActs:
    """Asks and acts; `chosen` tells which problem is meant, None for none."""

    def __init__(self, context: Context, chosen: Callable[[], Problem | None], view: QWidget) -> None:
        self._context, self._chosen, self._view = context, chosen, view
        self._plan_year = settings.read(context.session.checklist).plan_year
        self.acts = {
            name: view_act(self._view, text, key, run)
            for name, text, key, run in (
                ("edit", words.EDIT, "F2", self.edit), ("solve", words.SOLVE, "Space", self.solve),
                ("unsolve", words.UNSOLVE, "", self.unsolve), ("up", words.LEVEL_UP, "Alt+Up", lambda: self.level(1)),
                ("down", words.LEVEL_DOWN, "Alt+Down", lambda: self.level(-1)),
                ("go", words.GO_TO_ACTION, "Ctrl+Return", self.go), ("remove", words.REMOVE, "Delete", self.remove),
            )
        }  # fmt: skip
        self.update()

    def update(self) -> None:
        """Offer what can be done to the chosen problem."""
        problem = self._chosen()
        for act in self.acts.values():
            act.setEnabled(problem is not None)
        if problem is not None:
            self.acts["unsolve"].setEnabled(problem.solved_on is not None)
            self.acts["up"].setEnabled(problem.entry.level < max(words.LEVELS))
            self.acts["down"].setEnabled(problem.entry.level > min(words.LEVELS))

    def menu(self, *without: str) -> QMenu:
        """The acts over a problem."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, act in self.acts.items():
            if name not in without:
                menu.addAction(act)
        return menu

    def register(self, action: Action | None) -> None:
        """Ask for a problem of an action, and for the action too where none is given."""
        context = self._context
        choices = [one for its in context.standing.actions.values() for one in its]

        def save(named: str, entry: Entry) -> ChecklistError | None:
            found = action or _meant(context.session.checklist, named, choices)
            if isinstance(found, RuleBroken):
                return found
            return context.session.attempt(
                problems.register, found.id, entry, today=context.session.today()
            )[1]

        late("problem")(context, self._plan_year, None, action, save, self._view, choices).open()

    def edit(self) -> None:
        """Let what was written down be put right."""
        if (problem := self._chosen()) is None:
            return
        session = self._context.session

        def save(_: str, entry: Entry) -> ChecklistError | None:
            return session.attempt(problems.correct, problem.id, entry, today=session.today())[1]

        late("problem")(
            self._context, self._plan_year, problem.entry, self._action(problem), save, self._view
        ).open()

    def solve(self) -> None:
        """Ask when and how it was solved."""
        if (problem := self._chosen()) is None:
            return
        session = self._context.session

        def solve(day: str, how: str) -> ChecklistError | None:
            error = session.attempt(problems.solve, problem.id, day, how, today=session.today())[1]
            if error is None:
                self._say(words.SOLVED_SAID.format(text=wording.clipped(problem.entry.text)))
            return error

        late("solve problem")(self._context, self._plan_year, problem, solve, self._view).open()

    def unsolve(self) -> None:
        """Open it again."""
        if problem := self._chosen():
            self._context.session.run(problems.unsolve, problem.id)

    def level(self, step: int) -> None:
        """Bring it before the next level, or back."""
        if problem := self._chosen():
            self._context.session.run(problems.escalate, problem.id, problem.entry.level + step)

    def go(self) -> None:
        """Turn to its action."""
        if problem := self._chosen():
            self._context.go("tasks", task=self._action(problem).task, action=problem.action)

    def remove(self) -> None:
        """Take it off the list at once; the toast takes that back."""
        problem = self._chosen()
        if problem and self._context.session.run(problems.remove, problem.id):
            self._say(words.REMOVED.format(text=wording.clipped(problem.entry.text)))

    def _say(self, text: str) -> None:
        self._context.say(text, f"{common.UNDO} Ctrl+Z", self._context.session.undo)

    def _action(self, problem: Problem) -> Action:
        every = (one for its in self._context.standing.actions.values() for one in its)
        return next(one for one in every if one.id == problem.action)


def _meant(checklist: Checklist, named: str, choices: list[Action]) -> Action | RuleBroken:
    """The action a line means: by its code at the beginning, else the only one it finds."""
    first = named.split(maxsplit=1)
    found = [one for one in choices if first and one.code == first[0]]
    if not found:
        known = matching(checklist, named)
        found = [one for one in choices if one.id in known]
    if len(found) == 1:
        return found[0]
    if not first:
        return RuleBroken("problem_of_none", field="action")
    return RuleBroken("problem_of_many" if found else "problem_of_unknown", field="action", n=len(found))
