"""The lower half of a task: its actions, what can be done with them, and what to do when there are none."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from db import action_edits, moves
from db.actions import Action
from db.changes import ChangeSet
from desktop import wording, words
from desktop.delegates.action_delegate import ActionDelegate
from desktop.delegates.action_editors import Fields
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.models.action_tree import FIELDS, ActionTreeModel, Column
from desktop.models.standing import Standing
from desktop.pages.action_commands import ActionCommands
from desktop.pages.action_questions import ActionQuestions
from desktop.pages.action_table import ActionTable
from desktop.pages.add_row import AddRow
from desktop.session import Session
from desktop.theme import NO_LIMIT
from desktop.widgets.bulk_bar import FEWEST, BulkBar
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.figure_row import FigureRow
from desktop.widgets.text_drop import TextDrop
from desktop.words import breakdown as breakdown_words
from desktop.words import pasting

_TONES = {"overdue": "red", "soon": "amber", "without_lead": "amber"}
_COLUMN_OF = {"title": Column.TITLE, "due": Column.DUE}


class ActionPanel(QWidget):
    """Shows one task's actions; asks its page for 不适用 dialogs and toasts by signals."""

    add_wanted = Signal()
    break_down_wanted = Signal()
    not_applicable_wanted = Signal()
    applicable_wanted = Signal()
    deleted = Signal(list)
    offered_done = Signal(Action)
    shown = Signal()  # another task, or its actions anew
    brought_forward = Signal(QRect)  # where the eyes should be, in the panel's coordinates
    height_changed = Signal()
    aimed = Signal(int)  # the sentence the next action is to answer, 0 for none
    paste_wanted = Signal()
    text_dropped = Signal(str)
    borrow_wanted = Signal()
    figure_wanted = Signal(str)
    told = Signal(str, bool)  # what an act on an action has done, and whether Ctrl+Z takes it back

    def __init__(
        self, session: Session, standing: Standing, look: Look, icons: Icons, fields: Fields, plan_year: int
    ) -> None:
        super().__init__()
        self._session, self._standing, self._look = session, standing, look
        self._fields, self._plan_year, self._icons = fields, plan_year, icons
        self._questions = ActionQuestions(session, look, fields, plan_year, self)
        self.model = ActionTreeModel(session, standing, self)
        delegate = ActionDelegate(look, lambda: session.yard, plan_year, self.model.rowCount, self)
        delegate.use(fields)
        session.failed.connect(delegate.note)
        self.table = ActionTable(look, self.model, delegate)
        self.add_row = AddRow(look, fields)
        self.bar = BulkBar(look, icons)
        self.commands = ActionCommands(session, icons, self.table.selected, self.table)
        self._build(icons)
        self._connect()

    @cached_property
    def closing(self) -> Any:
        """What asks for 销号 and what takes it back, made when one is wanted."""
        acts = late("closing acts")(self._session, self._look, self._icons, self._fields, self._plan_year, self)
        acts.told.connect(self.told)
        return acts

    @cached_property
    def many(self) -> Any:
        """What is done to several actions at once, made when it is wanted."""
        acts = late("bulk acts")(self._session, self._standing, self._look, self._icons, self._fields, self)
        acts.told.connect(self.told)
        acts.copied.connect(self._show_copies)
        return acts

    def show_task(self, task_id: int) -> None:
        """Show another task; an empty one offers its next step."""
        if task_id != self.model.task:
            self.add_row.forget()
        self.model.show_task(task_id)
        self.add_row.offer(self._standing.tasks[task_id].sentences)
        self._close_add_row()
        actions = self._standing.actions[task_id]
        if actions:
            self.table.choose(actions[0].id)
        self.refresh()

    def refresh(self) -> None:
        """Bring figures, buttons and the empty state up to date."""
        task = self._standing.tasks[self.model.task]
        tally = self._standing.tallies[task.id]
        actions = self._standing.actions[task.id]
        self._number.setText(str(tally.actions) if task.applicable else "")
        self.add_row.propose(self._standing.bureaus(task.id))
        self._figures.show_tally(tally)
        self._new.setVisible(task.applicable)
        self._paste.setVisible(task.applicable)
        self._split.setVisible(task.applicable)
        self._more.setVisible(task.applicable)
        if not task.applicable:
            self._close_add_row()
        if not task.applicable:
            self._not_applicable.set_line(wording.na_line(task))
        page = self._body
        if actions:
            self._stack.setCurrentWidget(page)
            self.table.show()
        elif not task.applicable:
            self._stack.setCurrentWidget(self._not_applicable)
        else:
            adding = self.add_row.isVisibleTo(self._body)
            self.table.setVisible(adding)
            self._stack.setCurrentWidget(page if adding else self._empty)
        self._fit_table()
        self._update_commands()
        self.height_changed.emit()
        self.shown.emit()

    def bring_forward(self) -> None:
        """Ask for the row in which actions are being added to be in view."""
        if self.add_row.isVisible():
            self.brought_forward.emit(QRect(self.add_row.mapTo(self, QPoint()), self.add_row.size()))

    def natural_height(self) -> int:
        """How high the panel would be with every action in view, px."""
        head = self._new.sizeHint().height() + self._look.theme.px(12)
        shown = self._stack.currentWidget()
        if shown is not self._body:
            return head + max(shown.sizeHint().height(), shown.heightForWidth(self.width()))
        below = sum(part.sizeHint().height() for part in (self.add_row, self.bar) if part.isVisibleTo(self._body))
        return head + self.table.content_height() + below

    def _fit_table(self) -> None:
        """While actions are being added the row for them stands right under the last one."""
        adding = self.add_row.isVisibleTo(self._body)
        self.table.setMaximumHeight(self.table.content_height() if adding else NO_LIMIT)

    @property
    def draft(self) -> tuple[str, ...]:
        """What stands in the row for new actions and has not been added."""
        return self.add_row.draft if self.add_row.isVisibleTo(self._body) else ()

    def start_adding(self, under: Action | None = None, draft: tuple[str, ...] = (), answers: int = 0) -> None:
        """Open the row for new actions, for one that answers a sentence, or go on with a draft."""
        task = self._standing.tasks[self.model.task]
        if not task.applicable:
            return
        self.add_row.aim(under, answers)
        self.aimed.emit(self.add_row.answers)
        if draft:
            self.add_row.take_up(draft)
        self.add_row.show()
        self.refresh()
        self.add_row.title.setFocus()

    def choose(self, action_id: int, field: str = "title") -> None:
        """Make one action current, and the cell of one of its fields."""
        self.table.choose(action_id, FIELDS.index(field))
        self.table.setFocus()

    def _build(self, icons: Icons) -> None:
        head = QLabel(words.ACTIONS)
        self._figures = FigureRow(words.FIGURES, _TONES, words.FIGURE_TIP)
        self._figures.wanted.connect(self.figure_wanted)
        head.setProperty("kind", "section")
        self._number = QLabel()
        self._number.setProperty("kind", "hint")
        self._number.setToolTip(words.LEAVES_TIP)
        self._new = QPushButton(icons.icon("plus", px=15, role="accent"), words.NEW_ACTION)
        self._new.setProperty("kind", "accent-flat")
        self._new.setToolTip(f"{words.NEW_ACTION} Ctrl+N")
        self._new.clicked.connect(self.add_wanted)
        self._split = QPushButton(icons.icon("list-checks", px=15, role="accent"), breakdown_words.BREAK_DOWN)
        self._split.setProperty("kind", "accent-flat")
        self._split.setToolTip(f"{breakdown_words.BREAK_DOWN} Ctrl+B")
        self._split.clicked.connect(self.break_down_wanted)
        self._more = QPushButton(icons.icon("ellipsis", px=16), "")
        self._more.setProperty("kind", "flat")
        self._more.setAccessibleName(words.MORE)
        self._more.setToolTip(words.MORE)
        self._more.clicked.connect(self._show_menu)
        row = QHBoxLayout()
        for widget in (head, self._number, self._figures):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._split)
        row.addWidget(self._new)
        row.addWidget(self._paste_button(icons))
        row.addWidget(self._more)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.add_row)
        column.addStretch()
        column.addWidget(self.bar)
        self.add_row.hide()
        self._empty = EmptyState(self._look, icons, "list-checks", words.EMPTY_HEAD, breakdown_words.EMPTY_LINE)
        self._empty.add_button(breakdown_words.BREAK_DOWN, "main").clicked.connect(self.break_down_wanted)
        self._empty.add_button(words.NEW_ACTION, None).clicked.connect(self.add_wanted)
        self._empty.add_button(pasting.PASTE, None).clicked.connect(self.paste_wanted)
        self._empty.add_button(words.MARK_NOT_APPLICABLE, None).clicked.connect(self.not_applicable_wanted)
        self._empty.set_below(words.EMPTY_BELOW)
        self._not_applicable = EmptyState(self._look, icons, "minus", words.NA_HEAD, "")
        self._not_applicable.add_button(words.RESTORE_APPLICABLE, None).clicked.connect(self.applicable_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(self._look.theme.px(4))
        outer.addLayout(row)
        self._stack = QStackedLayout()
        outer.addLayout(self._stack, 1)  # before its pages: the first one would be shown as a window of its own
        for page in (self._body, self._empty, self._not_applicable):
            self._stack.addWidget(page)

    def _paste_button(self, icons: Icons) -> QPushButton:
        self._paste = QPushButton(icons.icon("clipboard-paste", px=15), pasting.PASTE)
        self._paste.setProperty("kind", "flat")
        self._paste.setToolTip(pasting.PASTE_TIP)
        self._paste.clicked.connect(self.paste_wanted)
        TextDrop(self).dropped.connect(self.text_dropped)
        return self._paste

    def _connect(self) -> None:
        self.add_row.wanted.connect(self._add)
        self.add_row.closed.connect(self._leave_add_row)
        self.add_row.aimed.connect(self.aimed)
        self.table.chosen.connect(self._update_commands)
        self.table.chosen.connect(lambda: self.brought_forward.emit(self._current_row()))
        self.table.menu_wanted.connect(lambda place: self.commands.menu(self).popup(place))
        self.commands.edit_requested.connect(self._edit)
        self.commands.child_requested.connect(lambda: self.start_adding(self.table.selected()[0]))
        self.commands.deleted.connect(self.deleted)
        self.commands.closing_requested.connect(lambda kind: self.closing.ask(kind, self.table.selected()))
        self.table.state_wanted.connect(lambda action: self.closing.lead_on(action))
        self.commands.moved.connect(self.table.choose_all)
        self.commands.many_requested.connect(self._do_to_many)
        self.bar.share(self.commands.of_many())
        self.bar.wanted.connect(self._do_to_many)
        self.bar.dropped.connect(self._drop_choice)
        self.table.move_wanted.connect(self._move)
        self._session.changed.connect(self._offer_done)
        self._standing.day_changed.connect(self.table.viewport().update)

    def _do_to_many(self, name: str) -> None:
        self.many.do(name, self.table.selected())

    def _drop_choice(self) -> None:
        self.table.drop_choice()
        self.table.setFocus()

    def move_to(self, ids: list[int], task: int) -> None:
        """What was dragged goes to the end of another task."""
        error = self.many.move_to([action for action in self.model.in_order() if action.id in ids], task)
        if error:
            self._session.failed.emit(error)

    def _move(self, ids: list[int], parent: int | None, place: int | None) -> None:
        """What was dragged stands where it was let go."""
        if self._session.run(moves.move, ids, task=self.model.task, parent=parent, place=place):
            self.table.choose_all(ids)

    def _show_copies(self, ids: list[int]) -> None:
        """One copy is there to be renamed, several to be gone on with."""
        self.table.choose_all(ids)
        self.table.setFocus()
        if len(ids) == 1:
            self.table.edit_column(Column.TITLE)

    def _show_bar(self) -> None:
        chosen = self.table.selected()
        shown = self.bar.isVisibleTo(self._body)
        self.bar.show_chosen(len(chosen), self.many.overdue(chosen) if len(chosen) >= FEWEST else 0)
        if shown != self.bar.isVisibleTo(self._body):
            self.height_changed.emit()

    def _edit(self, name: str) -> None:
        if name in _COLUMN_OF:
            self.table.edit_column(_COLUMN_OF[name])
        else:
            self._questions.ask(name, self.table.selected()[0])

    def _add(self, title: str, lead: str, owner: str, due: str) -> None:
        changes, error = self._session.attempt(
            action_edits.add, self.model.task, title,
            today=self._session.today(), parent=self.add_row.under, lead=lead, owner=owner, due=due,
            answers=(self.add_row.answers,) if self.add_row.answers else (),
        )  # fmt: skip
        if changes:
            self.table.choose(changes.inserted("action"))
            self.add_row.taken()
        elif error:
            self.add_row.refuse(error)

    def _current_row(self) -> QRect:
        row = self.table.visualRect(self.table.currentIndex())
        return QRect(self.table.viewport().mapTo(self, row.topLeft()), row.size())

    def _offer_done(self, changes: ChangeSet) -> None:
        for row in changes.touches("action"):
            if row.before and row.after and row.after["percent"] == 100 != row.before["percent"]:
                index = self.model.index_of(row.id)
                action = self.model.action(index)
                if action and action.leaf and action.status == "in_progress":
                    self.offered_done.emit(action)

    def _leave_add_row(self) -> None:
        self._close_add_row()
        self.aimed.emit(0)
        self.refresh()
        self.table.setFocus()

    def _close_add_row(self) -> None:
        self.add_row.hide()

    def _show_menu(self) -> None:
        corner = self._more.mapToGlobal(QPoint(0, self._more.height()))
        some = bool(self.model.in_order())
        menu = self.commands.menu(self) if some else QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addAction(pasting.BORROW, self.borrow_wanted.emit)
        menu.popup(corner)

    def _update_commands(self) -> None:
        task = self._standing.tasks[self.model.task]
        self.commands.update(frozen=not task.applicable)
        self._show_bar()
