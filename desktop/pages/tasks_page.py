"""The tasks page: the tree of tasks at the left, one task in the middle, the form of one action at the right."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db import lifecycle, settings, tasks
from db.actions import Action
from db.changes import ChangeSet
from db.errors import ChecklistError
from desktop import wording, words
from desktop.known_fields import make_fields
from desktop.late import late
from desktop.models.action_tree import can_move
from desktop.models.county_guide import CountyGuide
from desktop.pages.action_panel import ActionPanel
from desktop.pages.columns import Columns
from desktop.pages.form_place import FormPlace
from desktop.pages.page import Context, Page
from desktop.pages.task_panel import TaskPanel
from desktop.pages.task_view import TaskView
from desktop.print_acts import print_of

_SHORT = 500  # height of the page ÷ scale below which text and actions of a task scroll as one


class TasksPage(Page):
    """Puts panel, task and form together."""

    kept = ("task", "tree_width", "form_width", "form_open")

    def __init__(self, context: Context) -> None:
        super().__init__()
        session, standing, look, icons = context.session, context.standing, context.look, context.icons
        self._session, self._standing, self._look, self._say = session, standing, look, context.say
        self._go = context.go
        self._short = False
        self._context = context
        plan_year = settings.read(session.checklist).plan_year
        fields = make_fields(session, look, icons, plan_year)
        self.action_panel = ActionPanel(session, standing, look, icons, fields, plan_year)
        self._guide = CountyGuide(session, self)
        self.view = TaskView(session, standing, look, icons, self.action_panel, self._guide)
        self.panel = TaskPanel(standing, look, icons)
        self.form = FormPlace(context)
        self.splitter = Columns(look, self.panel, self.view, self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 0, 0)
        row.addWidget(self.splitter)
        self._connect()
        self._arranged()
        self.panel.choose(min(standing.tasks.values(), key=lambda task: (not task.applicable, task.id)).id)

    def show_at(
        self, *_: Any, task: int = 0, action: int | None = None, field: str = "title", sentence: int = 0,
        only: str = "", break_down: bool = False,
    ) -> None:  # fmt: skip
        """Go to a task, an action and one of its fields, a sentence, drafts; or show only the tasks a figure counts."""
        if task:
            self.show_task(task, action, field)
        if task and sentence:
            if self.splitter.form_in_front:
                self.splitter.open_form(False)
            self.view.enter_sentence(sentence)
        if task and break_down:
            self._breakdowns.ask(task)
        if only:
            self.panel.show_only(only)
            self._back_to_list()

    def show_task(self, task_id: int, action_id: int | None = None, field: str = "title") -> None:
        """Go to a task, and to a field of one of its actions."""
        self.panel.choose(task_id)
        self.splitter.list_all(False)
        if action_id is not None:
            self.action_panel.choose(action_id, field)

    def break_down(self) -> None:
        """逐句分解: the drafts of the task in view, of the sentence in hand first."""
        self._breakdowns.ask(self.view.task, self.view.sentences.current)

    def reveal(self, action: int) -> bool:
        """Stay with several chosen actions where it is among them; False where it has to be gone to."""
        return self.action_panel.table.keeps(action)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.panel.tree, self.view.sentences, self.action_panel.table, self.form]

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        if not (self.action_panel.table.settle() and self.form.settle()):
            return words.REFUSED_LEFT
        return words.DRAFT_LEFT if self.action_panel.draft else ""

    def state(self) -> Mapping[str, object]:
        """What the window remembers of this page."""
        widths = self.splitter.widths()
        return {
            "tree_width": widths.get("tree"), "form_width": widths.get("form"),
            "form_open": int(self.splitter.form_open), "task": self.view.task, "draft": self.action_panel.draft,
            "answers": self.action_panel.add_row.answers,
            "action": getattr(self._chosen(), "id", None), "form_drafts": self.form.drafts(),
        }  # fmt: skip

    def restore(self, state: Mapping[str, object]) -> None:
        """Put columns and task back as they were; anything unknown is left at its default."""
        self.splitter.form_open = state.get("form_open") != 0
        self.splitter.take_widths(state.get("tree_width"), state.get("form_width"))
        if state.get("task") in self._standing.tasks:
            self.panel.choose(state["task"])  # type: ignore[arg-type]
        if state.get("action"):
            self.action_panel.table.choose(state["action"])  # type: ignore[arg-type]
        if state.get("form_drafts"):
            self.form.take_up(state["form_drafts"])  # type: ignore[arg-type]
        if state.get("draft"):
            answers = int(str(state.get("answers") or 0))
            self.action_panel.start_adding(draft=state["draft"], answers=answers)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the window has no room for."""
        super().resizeEvent(event)
        scale = self._look.theme.scale
        self._short = self.height() / scale < _SHORT
        self.splitter.fit(self.window().width() / scale)
        self._fit_task()

    def _fit_task(self) -> None:
        room = self.splitter.room
        self.panel.show_figures(room == 3)
        self.view.fit(compact=room < 3 or self._short, short=self._short, alone=room == 1)

    def _arranged(self) -> None:
        """After columns came or went: the focus must not wander off with them."""
        columns = self.splitter
        focused = self.window().focusWidget()
        label = self._standing.tasks[self.view.task].label if columns.form_in_front else ""
        self.form.show_way_back(label.strip("（）"))
        if focused is not None and any(part.isHidden() and part.isAncestorOf(focused) for part in
                                       (self.panel, self.view, self.form)):  # fmt: skip
            self._home().setFocus()
        self.setFocusProxy(self._home())

    def _home(self) -> QWidget:
        """Where work goes on in what is shown."""
        if self.splitter.form_in_front:
            return self.form
        return self.action_panel.table if self.panel.isHidden() else self.panel.tree

    def _show_form(self) -> None:
        self.form.show_action(self._chosen())
        self.splitter.has_action(self.form.action is not None)

    def _chosen(self) -> Action | None:
        """The action the form is about: the current one of the table."""
        return self.action_panel.table.current()

    def _open_form(self) -> None:
        self.splitter.open_form(True)
        if self.splitter.form_shown:
            self.form.enter()

    def _do_deed(self, name: str) -> None:
        """An act on the action of the form alone, whatever else is chosen."""
        if self.form.action is not None:
            self.action_panel.table.choose(self.form.action.id)
            self.action_panel.commands.actions[name].trigger()

    def _print(self, kind: str) -> None:
        print_of(self._go, kind, self.action_panel.table.selected())

    def _leave_form(self) -> None:
        """Esc: back to the table; where the form stands in its place it goes."""
        if self.splitter.form_in_front:
            self.splitter.open_form(False)
        self.action_panel.table.setFocus()

    def _close_form(self) -> None:
        self.splitter.open_form(False)
        self.action_panel.table.setFocus()

    def _connect(self) -> None:
        self.panel.chosen.connect(self.view.show_task)
        self._standing.changed.connect(self._refresh)
        self.view.header.turned.connect(self.panel.turn)
        self.view.header.people_wanted.connect(self._ask_people)
        self.view.header.bodies.wanted.connect(lambda body: self._go("units", body=body))
        self.view.header.list_wanted.connect(self._back_to_list)
        self.panel.taken.connect(lambda: self.splitter.list_all(False))
        self.splitter.arranged.connect(self._arranged)
        self.action_panel.table.chosen.connect(self._show_form)
        self.action_panel.shown.connect(self._show_form)
        self.action_panel.commands.open_requested.connect(self._open_form)
        self.action_panel.table.open_wanted.connect(self._open_form)
        self.form.closed.connect(self._close_form)
        self.form.left.connect(self._leave_form)
        self.form.deed_wanted.connect(self._do_deed)
        self.form.menu_wanted.connect(lambda place: self.action_panel.commands.menu(self).popup(place))
        self._guide.changed.connect(self.view.refresh)
        self.view.header.guide_wanted.connect(self._ask_guide)
        for source in (self.view.header, self.action_panel, self.view.hint):
            source.not_applicable_wanted.connect(self._ask_not_applicable)
        for source in (self.view.header, self.action_panel):
            source.applicable_wanted.connect(self._restore_applicable)
        self.action_panel.break_down_wanted.connect(self.break_down)
        QShortcut(QKeySequence("Ctrl+B"), self, self.break_down)
        self.action_panel.commands.extension_requested.connect(lambda action: self._extensions.ask(action))
        self.action_panel.commands.print_requested.connect(self._print)
        self.view.header.print_wanted.connect(lambda: self._go("reports", kind="task-card", task=self.view.task))
        self.action_panel.table.due_wanted.connect(lambda action: self._extensions.offer(action))
        self.action_panel.deleted.connect(self._say_deleted)
        self.action_panel.table.unsaved.connect(
            lambda text, why: self._say(words.UNSAVED.format(text=wording.clipped(text), why=why))
        )
        self.action_panel.offered_done.connect(self._offer_done)
        self.action_panel.told.connect(self._say_told)
        self.panel.tree.takes = lambda ids, task: task != self.view.task and can_move(self._session, ids, task)
        self.panel.tree.actions_dropped.connect(self.action_panel.move_to)
        self.action_panel.figure_wanted.connect(self._show_counted)
        self.action_panel.add_wanted.connect(self._start_adding)
        QShortcut(QKeySequence("Ctrl+N"), self, self._start_adding)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste_rows)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action_panel.paste_wanted.connect(self._paste_rows)
        self.action_panel.borrow_wanted.connect(lambda: self._borrowing.ask(self.view.task))
        self.action_panel.text_dropped.connect(lambda text: self._pasting.take(text, self.view.task))

    def _paste_rows(self) -> None:
        self._pasting.paste(self.view.task)

    @cached_property
    def _pasting(self) -> Any:
        """What makes actions of pasted rows, made when some are pasted."""
        acts = late("paste acts")(self._context, self)
        acts.title_wanted.connect(self._start_with)
        acts.made.connect(self._show_made)
        return acts

    @cached_property
    def _borrowing(self) -> Any:
        """What takes over another county's breakdown, made when it is wanted."""
        acts = late("borrow acts")(self._context, self)
        acts.made.connect(self._show_made)
        return acts

    def _start_with(self, title: str) -> None:
        self.splitter.list_all(False)
        self.action_panel.start_adding(draft=(title, "", "", ""))

    def _show_made(self, changes: ChangeSet) -> None:
        """Go to the first of the actions that have come in; one in the task in view is nearer than another."""
        made = [row for row in changes.touches("action") if row.before is None]
        here = [row for row in made if row.value("task") == self.view.task]
        for row in (here or made)[:1]:
            self.show_task(row.value("task"), row.id)

    def _start_adding(self) -> None:
        self.splitter.list_all(False)
        self.action_panel.start_adding(answers=self.view.sentences.current)

    def _back_to_list(self) -> None:
        self.splitter.list_all(True)
        self.panel.tree.setFocus()

    def _refresh(self, task_ids: set[int]) -> None:
        if self.view.task in task_ids:
            self.view.refresh()

    def _ask_not_applicable(self) -> None:
        task = self._standing.tasks[self.view.task]

        def mark(reason: str, confirmer: str) -> ChecklistError | None:
            return self._session.attempt(tasks.mark_not_applicable, task.id, reason, confirmer)[1]

        dialog = late("not applicable")(self._look, task, mark, self)
        dialog.propose(self._guide.reason(task), self._guide.confirmer())
        dialog.open()

    def _ask_guide(self) -> None:
        late("applicability")(self._session, self._look, self._context.icons, self._say, self)

    @cached_property
    def _breakdowns(self) -> Any:
        """What shows drafts and makes them actions, made when it is wanted."""
        acts = late("breakdown acts")(self._context, self)
        acts.shown.connect(self.show_task)
        acts.told.connect(self._say_told)
        return acts

    @cached_property
    def _extensions(self) -> Any:
        """What asks for an extension, made when one is wanted."""
        return late("extension acts")(self._context, self)

    def _ask_people(self) -> None:
        late("task people")(self._session, self._look, self._standing.tasks[self.view.task], self)

    def _restore_applicable(self) -> None:
        self._session.run(tasks.restore_applicable, self.view.task)

    def _show_counted(self, figure: str) -> None:
        self._go("ledger", filter=late("ledger filter")(task=self.view.task, figure=figure))

    def _say_deleted(self, chosen: list[Action]) -> None:
        self._say(wording.deleted(chosen), f"{words.UNDO} Ctrl+Z", self._session.undo)

    def _say_told(self, text: str, undoable: bool) -> None:
        if undoable:
            self._say(text, f"{words.UNDO} Ctrl+Z", self._session.undo)
        else:
            self._say(text)

    def _offer_done(self, action: Action) -> None:
        text = words.OFFER_DONE.format(title=wording.clipped(action.title))
        self._say(
            text,
            words.MARK_DONE,
            lambda: self._session.run(lifecycle.set_status, [action.id], "done", today=self._session.today()),
        )
