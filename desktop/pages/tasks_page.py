"""The tasks page: the tree of tasks at the left, one task at the right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from db import deadlines, lifecycle, names, settings, tasks
from db.actions import Action
from db.errors import ChecklistError
from desktop import wording, words
from desktop.delegates.action_editors import Fields
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.pages.action_panel import ActionPanel
from desktop.pages.page import Context, Page
from desktop.pages.task_panel import TaskPanel
from desktop.pages.task_view import TaskView
from desktop.session import Session
from desktop.widgets.due_field import Deadlines, DueField
from desktop.widgets.name_field import NameField

# width or height of the page ÷ scale below which
_NARROW = 1180  # the tree shows no figures and the head of a task takes two lines
_ALONE = 900  # the task stands alone, with a way back to the list
_SHORT = 500  # text and actions of a task scroll as one


class TasksPage(Page):
    """Puts panel and task together."""

    kept = ("tree", "task")

    def __init__(self, context: Context) -> None:
        super().__init__()
        session, standing, look, icons = context.session, context.standing, context.look, context.icons
        self._session, self._standing, self._look, self._say = session, standing, look, context.say
        plan_year = settings.read(session.checklist).plan_year
        fields = make_fields(session, look, icons, plan_year)
        self.action_panel = ActionPanel(session, standing, look, icons, fields, plan_year)
        self.view = TaskView(standing, look, icons, self.action_panel)
        self.panel = TaskPanel(standing, look, icons)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.view)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 0, 0)
        row.addWidget(self.splitter)
        self._alone = False
        self._show_list(False)
        self._connect()
        self.splitter.setSizes([look.theme.px(288), look.theme.px(1010)])
        self.panel.choose(min(standing.tasks))

    def show_at(self, *_: Any, task: int = 0, action: int | None = None, only: str = "") -> None:
        """Go to a task and one of its actions, or show only the tasks one of the figures in the foot counts."""
        if task:
            self.show_task(task, action)
        if only:
            self.panel.show_only(only)
            self._back_to_list()

    def show_task(self, task_id: int, action_id: int | None = None) -> None:
        """Go to a task, and to one of its actions."""
        self.panel.choose(task_id)
        self._show_list(False)
        if action_id is not None:
            self.action_panel.choose(action_id)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.panel.tree, self.action_panel.table]

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        if not self.action_panel.table.settle():
            return words.REFUSED_LEFT
        return words.DRAFT_LEFT if self.action_panel.draft else ""

    def state(self) -> Mapping[str, object]:
        """What the window remembers of this page."""
        tree = None if self._alone else self.splitter.saveState()
        return {"tree": tree, "task": self.view.task, "draft": self.action_panel.draft}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put splitter and task back as they were; anything unknown is left at its default."""
        tree = state.get("tree")
        if isinstance(tree, QByteArray):
            self.splitter.restoreState(tree)
        if state.get("task") in self._standing.tasks:
            self.panel.choose(state["task"])  # type: ignore[arg-type]
        if state.get("draft"):
            self.action_panel.start_adding(draft=state["draft"])  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the window has no room for."""
        super().resizeEvent(event)
        scale = self._look.theme.scale
        narrow, short = self.width() / scale < _NARROW, self.height() / scale < _SHORT
        self._alone = self.width() / scale < _ALONE
        self.panel.show_figures(not narrow)
        self.view.fit(compact=narrow or short, short=short, alone=self._alone)
        self._show_list(self._alone and self.panel.isVisibleTo(self) and not self.view.isVisibleTo(self))

    def _show_list(self, listing: bool) -> None:
        """Where there is room for one only: the list of all tasks, or the task; elsewhere both."""
        self.view.setVisible(not listing)
        focused = self.window().focusWidget()
        if self._alone and not listing and focused is not None and self.panel.isAncestorOf(focused):
            self.action_panel.table.setFocus()  # else the focus would wander off when the list goes
        self.panel.setVisible(listing or not self._alone)
        self.panel.widen(listing)
        self.setFocusProxy(self.action_panel.table if self._alone and not listing else self.panel.tree)

    def _connect(self) -> None:
        self.panel.chosen.connect(self.view.show_task)
        self._standing.changed.connect(self._refresh)
        self.view.header.turned.connect(self.panel.turn)
        self.view.header.list_wanted.connect(self._back_to_list)
        self.panel.taken.connect(lambda: self._show_list(False))
        for source in (self.view.header, self.action_panel):
            source.not_applicable_wanted.connect(self._ask_not_applicable)
            source.applicable_wanted.connect(self._restore_applicable)
        self.action_panel.deleted.connect(self._say_deleted)
        self.action_panel.table.unsaved.connect(
            lambda text, why: self._say(words.UNSAVED.format(text=wording.clipped(text), why=why))
        )
        self.action_panel.offered_done.connect(self._offer_done)
        QShortcut(QKeySequence("Ctrl+N"), self, self._start_adding)

    def _start_adding(self) -> None:
        self._show_list(False)
        self.action_panel.start_adding()

    def _back_to_list(self) -> None:
        self._show_list(True)
        self.panel.tree.setFocus()

    def _refresh(self, task_ids: set[int]) -> None:
        if self.view.task in task_ids:
            self.view.refresh()

    def _ask_not_applicable(self) -> None:
        task = self._standing.tasks[self.view.task]

        def mark(reason: str, confirmer: str) -> ChecklistError | None:
            return self._session.attempt(tasks.mark_not_applicable, task.id, reason, confirmer)[1]

        late("not applicable")(self._look, task, mark, self).open()

    def _restore_applicable(self) -> None:
        self._session.run(tasks.restore_applicable, self.view.task)

    def _say_deleted(self, chosen: list[Action]) -> None:
        self._say(wording.deleted(chosen), f"{words.UNDO} Ctrl+Z", self._session.undo)

    def _offer_done(self, action: Action) -> None:
        text = words.OFFER_DONE.format(title=wording.clipped(action.title))
        self._say(
            text,
            words.MARK_DONE,
            lambda: self._session.run(lifecycle.set_status, [action.id], "done", today=self._session.today()),
        )


def make_fields(session: Session, look: Look, icons: Icons, plan_year: int) -> Fields:
    """The fields that complete from the checklist's names and understand its deadlines."""
    knows = Deadlines(
        read=lambda text: deadlines.parse(text, plan_year, session.today(), calendar=session.yard.calendar),
        today=lambda: date.fromisoformat(session.today()),
        plan_year=plan_year,
        is_workday=lambda day: session.yard.calendar.is_workday(day),
    )
    return Fields(
        lead=lambda parent: NameField(lambda: names.units(session.checklist), parent),
        owner=lambda parent: NameField(lambda: names.persons(session.checklist), parent),
        due=lambda parent: DueField(look, icons, knows, parent),
    )
