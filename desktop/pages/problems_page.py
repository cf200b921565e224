"""The problems page: everything that is in the way, who has to sort it out, and since when."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db import problems, settings
from db.changes import ChangeSet
from db.problems import Problem
from desktop.delegates.problem_delegate import ProblemDelegate
from desktop.models.problem_table import LINE_ROLE, Line, ProblemTable
from desktop.pages.page import Context, Page
from desktop.pages.problem_list import ProblemList
from desktop.problem_acts import ProblemActs
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.empty_state import EmptyState
from desktop.words import problems as words


class ProblemsPage(Page):
    """Filters, table, and the way to register another."""

    kept = ("which", "level", "category")

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._look = context, context.look
        plan_year = settings.read(context.session.checklist).plan_year
        self.model = ProblemTable(self)
        delegate = ProblemDelegate(context.look, plan_year, self)
        self.table = ProblemList(context.look, self.model, delegate, lambda: self.acts)
        self.acts = ProblemActs(context, self.chosen, self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.acts.update())
        self.which = self._filter(words.FILTER_WHICH, words.WHICH.items())
        self.level = self._filter(words.FILTER_LEVEL, [(0, words.ANY_LEVEL), *words.LEVELS.items()])
        self.category = self._filter(words.FILTER_CATEGORY, [("", words.ANY_CATEGORY), *words.CATEGORIES.items()])
        self.unit = self._filter(words.FILTER_UNIT, [("", words.ANY_UNIT)])
        self._filters = (self.which, self.level, self.category, self.unit)
        self._stale = False
        self._build()
        self.refresh()
        self._connect()

    def chosen(self) -> Problem | None:
        """The problem of the current row."""
        line = self.table.currentIndex().data(LINE_ROLE)
        return line.problem if line else None

    def show_at(self, *_: Any, problem: int = 0, **where: Any) -> None:
        """Go to a problem, with every filter that hides it taken off."""
        if problem:
            if self.model.row_of(problem) < 0:
                self.clear_filters("all")
            self.table.choose(problem)

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the problem a step was about; one that is gone leaves the row that took its place."""
        about = changes.touches("problem")
        for row in about:
            if row.after is not None:
                self.show_at(problem=row.id)
        if about:
            self.table.setFocus()
        return bool(about)

    def clear_filters(self, which: str = "open") -> None:
        """Show the problems of every level, category and unit."""
        for combo in self._filters:
            combo.setCurrentIndex(0)
        self.which.setCurrentIndex(list(words.WHICH).index(which))
        self.refresh()

    def refresh(self) -> None:
        """Read the problems anew; the chosen one stays chosen, or the one that takes its row."""
        self._stale = False
        row, was = self.table.currentIndex().row(), self.chosen()
        every = self._lines()
        self._offer_units(every)
        shown = [line for line in every if self._admits(line)]
        self.model.fill(shown)
        self._number.setText(words.NUMBER.format(n=len(shown)))
        self._stack.setCurrentWidget(self.table if shown else self._filtered if every else self._empty)
        if not shown and every:
            self._filtered.set_line(words.FILTERED_LINE.format(filters=self._told()))
        if shown:
            stays = was is not None and self.model.row_of(was.id) >= 0
            nearest = self.model.lines[min(max(row, 0), len(shown) - 1)].problem
            self.table.choose(was.id if was and stays else nearest.id)
        self.acts.update()

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.which, self.table]

    def state(self) -> Mapping[str, object]:
        """The filters and the problem chosen."""
        problem = self.chosen()
        return {
            "which": self.which.currentData(), "level": self.level.currentData(),
            "category": self.category.currentData(), "problem": problem.id if problem else 0,
        }  # fmt: skip

    def restore(self, state: Mapping[str, object]) -> None:
        """Put the filters back; anything unknown is left at its default."""
        for name, combo in (("which", self.which), ("level", self.level), ("category", self.category)):
            place = combo.findData(state.get(name))
            combo.setCurrentIndex(max(place, 0))
        self.refresh()
        if self.model.row_of(int(str(state.get("problem") or 0))) >= 0:
            self.table.choose(int(str(state["problem"])))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed on another page."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _lines(self) -> list[Line]:
        session, standing = self._context.session, self._context.standing
        its_action = {action.id: action for its in standing.actions.values() for action in its}
        return [
            Line(problem, action := its_action[problem.action], standing.tasks[action.task],
                 problem.age(session.yard).days)
            for problem in problems.all(session.checklist, session.today())
        ]  # fmt: skip

    def _admits(self, line: Line) -> bool:
        entry, which, unit = line.problem.entry, self.which.currentData(), self.unit.currentData()
        return (
            (which == "all" or (line.is_open if which == "open" else line.problem.solved_on is not None))
            and self.level.currentData() in (0, entry.level)
            and self.category.currentData() in ("", entry.category)
            and (not unit or unit in (entry.unit, line.action.lead))
        )

    def _offer_units(self, lines: list[Line]) -> None:
        units = sorted({unit for line in lines for unit in (line.problem.entry.unit, line.action.lead) if unit})
        self.unit.offer(units, words.ANY_UNIT)

    def _told(self) -> str:
        return words.BETWEEN.join(
            combo.currentText() for combo in self._filters if combo is self.which or combo.currentIndex() > 0
        )

    def _follow(self, changes: ChangeSet) -> None:
        if self.isVisible():
            self.refresh()
            if (row := next((row for row in changes.touches("problem") if row.before is None), None)) is not None:
                self.show_at(problem=row.id)
        else:
            self._stale = True

    def _connect(self) -> None:
        self._context.session.changed.connect(self._follow)
        self._context.standing.day_changed.connect(self.refresh)
        for combo in self._filters:
            combo.activated.connect(lambda _: self.refresh())
        head = self.table.header()
        head.setSectionsClickable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorShown(True)
        head.sortIndicatorChanged.connect(self._sort)
        QShortcut(QKeySequence("Ctrl+N"), self, lambda: self.acts.register(None))

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        was = self.chosen()
        self.model.sort(column, order)
        if was:
            self.table.choose(was.id)

    def _build(self) -> None:
        px = self._look.theme.px
        title, self._number = QLabel(words.PROBLEMS), QLabel()
        title.setProperty("kind", "title")
        self._number.setProperty("kind", "hint")
        add = QPushButton(self._context.icons.icon("plus", px=15, role="on_accent"), words.REGISTER)
        add.setProperty("kind", "main")
        add.setToolTip(f"{words.REGISTER} Ctrl+N")
        add.clicked.connect(lambda: self.acts.register(None))
        self._more = QPushButton(self._context.icons.icon("ellipsis", px=16), "")
        self._more.setProperty("kind", "flat")
        self._more.setAccessibleName(words.MORE)
        self._more.setToolTip(words.MORE)
        self._more.clicked.connect(self._show_menu)
        bar = QHBoxLayout()
        bar.setContentsMargins(px(20), px(10), px(20), px(10))
        bar.setSpacing(px(8))
        for widget in (title, self._number, *self._filters):
            bar.addWidget(widget)
        bar.addStretch()
        bar.addWidget(self._more)
        bar.addWidget(add)
        icons = self._context.icons
        self._empty = EmptyState(self._look, icons, "triangle-alert", words.EMPTY_HEAD, words.EMPTY_LINE)
        self._empty.add_button(words.REGISTER, "main").clicked.connect(lambda: self.acts.register(None))
        self._filtered = EmptyState(self._look, icons, "list-filter", words.FILTERED_HEAD, "")
        self._filtered.add_button(words.CLEAR_FILTERS, None).clicked.connect(lambda: self.clear_filters("all"))
        self._stack = QStackedWidget()
        for place in (self.table, self._empty, self._filtered):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _show_menu(self) -> None:
        if self.chosen():
            self.acts.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _filter(self, name: str, items: Iterable[tuple[object, str]]) -> ChoiceBox:
        combo = ChoiceBox(self._look, self._context.icons)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, word in items:
            combo.addItem(word, key)
        return combo
