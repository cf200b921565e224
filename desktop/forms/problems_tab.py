"""The tab 问题 of the action form: what stands in the way of this action."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import problems, settings
from db.actions import Action
from db.problems import Problem
from desktop import wording
from desktop.delegates.row_delegate import Row
from desktop.models.problem_table import Line, spoken
from desktop.pages.page import Context
from desktop.problem_acts import ProblemActs
from desktop.widgets.row_list import RowList
from desktop.words import problems as words


class ProblemsTab(QWidget):
    """A list with the open ones first; registering and solving ask in dialogs."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._action: Action | None = None
        self._plan_year = settings.read(context.session.checklist).plan_year
        self.list = RowList(context.look, context.icons, words.LIST_NAME, lambda: self.acts.edit())
        self.acts = ProblemActs(context, self.chosen, self.list)
        self._empty = QLabel(words.EMPTY)
        self._empty.setProperty("kind", "hint")
        self.add = QPushButton(context.icons.icon("plus", 15, "accent"), words.REGISTER)
        self.add.setProperty("kind", "accent-flat")
        self.add.setProperty("place", "edge")
        self.add.clicked.connect(lambda: self.acts.register(self._action))
        self.solve = QPushButton(words.SOLVE)
        self.solve.setProperty("kind", "small")
        self.solve.clicked.connect(lambda: self.acts.solve())
        self.list.currentItemChanged.connect(lambda *_: self._offer())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._build()

    def chosen(self) -> Problem | None:
        """The problem of the current row."""
        found = self.list.key()
        return found if isinstance(found, Problem) else None

    def show_action(self, action: Action) -> None:
        """Show the problems of an action; the chosen one stays chosen."""
        session, self._action = self._context.session, action
        task = self._context.standing.tasks[action.task]
        found = problems.of_action(session.checklist, action.id, session.today())
        found.sort(key=lambda problem: problem.solved_on is not None)
        lines = [Line(problem, action, task, problem.age(session.yard).days) for problem in found]
        self.list.show_rows([self._row(line) for line in lines], _same)
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self.add.setEnabled(task.applicable)
        self._offer()

    def _row(self, line: Line) -> Row:
        entry, solved = line.problem.entry, line.problem.solved_on
        level = words.LEVEL_LINE.format(level=words.LEVELS[entry.level], meaning=words.LEVELS_MEAN[entry.level])
        raised = words.RAISED.format(day=wording.short_date(entry.raised_on, self._plan_year), age=line.age)
        if solved:
            done = words.SOLVED.format(
                day=wording.short_date(solved, self._plan_year), how=line.problem.solution, age=line.age
            )
            lines = [(entry.text, 13, "text2"), (done, 12, "green")]
        else:
            to_do = words.BETWEEN.join(filter(None, (level, entry.unit)))
            lines = [(entry.text, 13, "text"), (to_do, 12, "text2"), (raised, 12, "text2"), (line.flag, 12, "amber")]
        icon, tint = ("check", "green") if solved else ("triangle-alert", "amber")
        return Row(line.problem, icon, tint, tuple(lines), spoken(line))

    def _offer(self) -> None:
        self.acts.update()
        problem = self.chosen()
        self.solve.setVisible(problem is not None and problem.solved_on is None and self.add.isEnabled())

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen():
            self.acts.menu("go").popup(self.list.viewport().mapToGlobal(place))

    def _build(self) -> None:
        px = self._context.look.theme.px
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch()
        row.addWidget(self.solve)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.setFocusProxy(self.list)


def _same(one: object, other: object) -> bool:
    return isinstance(one, Problem) and isinstance(other, Problem) and one.id == other.id
