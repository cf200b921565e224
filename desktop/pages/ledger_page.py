"""The ledger: every action as a row, filtered, sorted, grouped, and edited in place."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from db import lifecycle, settings
from db.actions import Action
from db.changes import ChangeSet
from db.ledger import ORDERS, Filter, Row
from desktop import wording, words
from desktop.bulk_acts import BulkActs
from desktop.delegates.ledger_delegate import LedgerDelegate
from desktop.extension_acts import ExtensionActs
from desktop.known_fields import make_fields
from desktop.models.ledger_columns import COLUMNS, FROZEN, KEYS, PLACE
from desktop.models.ledger_table import LedgerModel, Question
from desktop.pages.action_commands import OF_A_TREE, ActionCommands
from desktop.pages.action_questions import ActionQuestions
from desktop.pages.answer_menu import answer_menu
from desktop.pages.closing_acts import ClosingActs
from desktop.pages.ledger_bar import LedgerBar
from desktop.pages.ledger_conditions import Conditions, ConditionStrip
from desktop.pages.ledger_filters import LedgerFilters
from desktop.pages.ledger_head import LedgerHead
from desktop.pages.ledger_layout import LedgerLayout
from desktop.pages.ledger_view import LedgerView
from desktop.pages.page import Context, Page
from desktop.pages.paste_acts import PasteActs
from desktop.pages.saved_filters import SavedFilters
from desktop.print_acts import print_of
from desktop.widgets.bulk_bar import FEWEST, BulkBar
from desktop.widgets.check_menu import CheckMenu
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.text_drop import TextDrop
from desktop.words import bulk as bulk_words
from desktop.words import ledger as its_words


class LedgerPage(Page):
    """Puts bar, conditions and table together; numbers anywhere open their rows here."""

    kept = ("columns", "group", "order", "falling", "parents")

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        session, look, icons = context.session, context.look, context.icons
        plan_year = settings.read(session.checklist).plan_year
        fields = make_fields(session, look, icons, plan_year)
        self.model = LedgerModel(session, context.standing, plan_year, self)
        delegate = LedgerDelegate(look, icons, self.model.facts, self)
        delegate.use(fields)
        session.failed.connect(delegate.note)
        self.view = LedgerView(look, self.model, delegate, LedgerHead(look, icons))
        self.layout_of_columns = LedgerLayout(look, self.view)
        self.conditions = Conditions(context.standing, self.model.facts)
        self.bar = LedgerBar(look, icons, session.today)
        self.strip = ConditionStrip(look, icons, self.conditions)
        self.filters = LedgerFilters(look, icons, self.model, self.conditions, self)
        self.view.head.use(self.filters.fields)
        self.saved = SavedFilters(context, self.conditions, lambda: self.model.question.filter, self)
        self.commands = ActionCommands(session, icons, self.view.selected, self.view, without=OF_A_TREE)
        self.chosen_bar = BulkBar(look, icons)
        self.many = BulkActs(session, context.standing, look, icons, fields, self)
        self._questions = ActionQuestions(session, look, fields, plan_year, self)
        self._closing = ClosingActs(session, look, context.icons, fields, plan_year, self)
        self._extensions = ExtensionActs(context, self)
        self._pasting = PasteActs(context, self)
        self._build()
        self._connect()
        self.setFocusProxy(self.view)
        self._refresh()

    # --- what the desk asks -----------------------------------------------------------------------------

    def show_at(
        self, *_: Any, filter: Filter | None = None, figure: str = "", action: int | None = None
    ) -> None:
        """Show the rows a filter lets through, or those a figure counts; or one action, whatever is shown."""
        if filter is not None or figure:
            self.ask(filter=replace(filter or Filter(), figure=figure or (filter or Filter()).figure))
            self.model.unfold()
            if self.model.rowCount():
                self.view.choose(next((key for key in self.model.keys if isinstance(key, int)), 0))
        if action is not None and not self._find(action):
            self.ask(filter=Filter())
            self._find(action)
        self.view.setFocus()

    def reveal(self, action: int) -> bool:
        """Bring an action into view, of several chosen the current one; False when what is asked leaves it out."""
        return self.view.keeps(action) or self._find(action)

    def _find(self, action: int) -> bool:
        if self.model.place_of(action) < 0:
            self.model.unfold()
        return self.view.choose(action)

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        return "" if self.view.settle() else words.REFUSED_LEFT

    def state(self) -> Mapping[str, object]:
        """What the window remembers of this page."""
        question = self.model.question
        index = self.view.currentIndex()
        return {
            "columns": self.layout_of_columns.text(), "group": question.group, "order": question.order,
            "falling": int(question.falling), "parents": int(question.parents), "filter": question.filter,
            "current": self.model.keys[index.row()] if index.isValid() else None,
        }  # fmt: skip

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up columns, order and grouping; anything unknown is left at its default."""
        self.layout_of_columns.restore(str(state.get("columns", "")))
        group, order, asked = state.get("group", "part"), state.get("order", "code"), state.get("filter")
        self.model.ask(Question(
            asked if isinstance(asked, Filter) else Filter(),
            str(group) if group in its_words.GROUP else "part",
            str(order) if order in ORDERS else "code",
            state.get("falling") == 1, state.get("parents") == 1,
        ))  # fmt: skip
        if isinstance(state.get("current"), int):
            self.view.choose(state["current"])

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.filters.text, self.view]

    def ask(self, **changes: Any) -> None:
        """Change what is asked: filter, group, order, falling or parents."""
        self.model.ask(replace(self.model.question, **changes))

    # --- how it is made ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look, icons = self._context.look, self._context.icons
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.strip):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.chosen_bar)
        self._empty = EmptyState(look, icons, "table-2", its_words.EMPTY_HEAD, its_words.EMPTY_LINE)
        self._empty.add_button(its_words.EMPTY_DO, "main").clicked.connect(self._go_to_first_task)
        self._none = EmptyState(look, icons, "list-filter", its_words.NONE_HEAD, "")
        self._none.add_button(its_words.CLEAR, None).clicked.connect(lambda: self.ask(filter=Filter()))
        self._none.setParent(self.view.viewport())
        self._none.hide()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 0, 0)
        self._table = table
        for page in (table, self._empty):
            self._stack.addWidget(page)

    def _connect(self) -> None:
        session, say = self._context.session, self._context.say
        for source in (self.bar.wanted, self.strip.wanted, self.filters.wanted, self.saved.wanted):
            source.connect(lambda asked: self.ask(filter=asked))
        self.bar.group_wanted.connect(lambda group: self.ask(group=group))
        self.bar.calendar.clicked.connect(
            lambda: self._context.to_calendar(self.model.asked(self.model.question.filter))
        )
        self.bar.columns_wanted.connect(lambda place: self.columns_menu().popup(place))
        self.bar.mine_wanted.connect(self._offer_saved)
        self.filters.text.left.connect(self.view.setFocus)
        self.view.head.order_wanted.connect(self._order_by)
        self.view.resized.connect(self._place_none)
        self.view.chosen.connect(self._update_commands)
        self.view.menu_wanted.connect(lambda place: self.commands.menu(self).popup(place))
        self.view.task_wanted.connect(self._go_to_task)
        self.view.state_wanted.connect(self._closing.lead_on)
        self.commands.many_requested.connect(self._do_to_many)
        self.chosen_bar.share(self.commands.of_many())
        self.chosen_bar.wanted.connect(self._do_to_many)
        self.chosen_bar.dropped.connect(self._drop_choice)
        self.many.told.connect(self._say_told)
        self.many.copied.connect(self._show_copies)
        self.view.unsaved.connect(
            lambda text, why: say(words.UNSAVED.format(text=wording.clipped(text), why=why))
        )
        self.commands.edit_requested.connect(self._edit)
        self.commands.answers_requested.connect(self._offer_sentences)
        self.commands.task_requested.connect(self._go_to_task)
        self.commands.deleted.connect(lambda chosen: self._say_told(wording.deleted(chosen), True))
        self.commands.closing_requested.connect(lambda kind: self._closing.ask(kind, self.view.selected()))
        self.commands.extension_requested.connect(self._extensions.ask)
        self.commands.print_requested.connect(lambda kind: print_of(self._context.go, kind, self.view.selected()))
        self.view.due_wanted.connect(self._extensions.offer)
        self._closing.told.connect(self._say_told)
        self.bar.paste.clicked.connect(lambda: self._pasting.paste())
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, lambda: self._pasting.paste())
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        TextDrop(self).dropped.connect(self._pasting.take)
        self._pasting.made.connect(lambda changes: self.show_at(action=changes.inserted("action")))
        self.model.counted.connect(self._refresh)
        session.changed.connect(self._offer_done)

    def columns_menu(self) -> CheckMenu:
        """Which columns are shown, and whether parents are."""
        menu = CheckMenu(self)
        for column in COLUMNS[FROZEN:]:
            shown = column.key in self.layout_of_columns.shown
            menu.add_check(column.head, shown, partial(self.layout_of_columns.turn, column.key))
        menu.addSeparator()
        parents = self.model.question.parents
        menu.add_check(its_words.PARENTS, parents, lambda: self.ask(parents=not self.model.question.parents))
        menu.addAction(its_words.USUAL_COLUMNS).triggered.connect(lambda: self.layout_of_columns.usual())
        return menu

    def _offer_saved(self, place: QPoint) -> None:
        menu = self.saved.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    # --- what happens -----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        question = self.model.question
        model = self.model
        self.bar.show_state(
            question.filter, question.group, number=model.number, uncounted=model.uncounted, urgent=model.urgent
        )
        self.strip.show_filter(question.filter)
        self.filters.show_filter(question.filter)
        self.view.head.show_order(PLACE[question.order], falling=question.falling)
        some = any(True for _ in self.model.every())
        self._stack.setCurrentWidget(self._table if some else self._empty)
        self.setFocusProxy(self.view if some else self._empty)
        told = "、".join(self.conditions.told(question.filter).values())
        self._none.set_line(its_words.NONE_LINE.format(conditions=told))
        self._none.setVisible(some and not self.model.rowCount())
        self._place_none()
        self._update_commands()

    def _place_none(self) -> None:
        self._none.setGeometry(self.view.viewport().rect())

    def _order_by(self, section: int) -> None:
        key, question = KEYS[section], self.model.question
        if key in ORDERS or key == "code":
            self.ask(order=key, falling=key == question.order and not question.falling)

    def _edit(self, name: str) -> None:
        if name == "title":  # F2: the current cell, as in a spreadsheet
            self.view.edit_field()
        elif name == "due":
            self.view.edit_field("due")
        else:
            self._questions.ask(name, self.view.selected()[0])

    def _update_commands(self) -> None:
        tasks, chosen = self._context.standing.tasks, self.view.selected()
        self.commands.update(frozen=any(not tasks[action.task].applicable for action in chosen))
        self.chosen_bar.show_chosen(len(chosen), self.many.overdue(chosen) if len(chosen) >= FEWEST else 0)

    def _do_to_many(self, name: str) -> None:
        if name == "copy_rows":
            self._say_told(bulk_words.COPIED.format(n=self.view.copy()), False)
        else:
            self.many.do(name, self.view.selected())

    def _drop_choice(self) -> None:
        self.view.drop_choice()
        self.view.setFocus()

    def _show_copies(self, ids: list[int]) -> None:
        """One copy is there to be renamed, several to be gone on with; a filter may leave them out."""
        self.view.setFocus()
        if self.view.choose_all(ids) and len(ids) == 1:
            self.view.edit_field("title")

    def _offer_sentences(self) -> None:
        chosen = self.view.selected()
        task = self._context.standing.tasks[chosen[0].task]
        menu = answer_menu(self._context.session, task, chosen, self)
        row = self.view.visualRect(self.view.currentIndex())
        menu.popup(self.view.viewport().mapToGlobal(row.bottomLeft()))

    def _go_to_task(self, action: Action) -> None:
        self._context.go("tasks", task=action.task, action=action.id)

    def _go_to_first_task(self) -> None:
        tasks = self._context.standing.tasks
        self._context.go("tasks", task=next((one for one, task in tasks.items() if task.applicable), min(tasks)))

    def _say_told(self, text: str, undoable: bool) -> None:
        if undoable:
            self._context.say(text, f"{words.UNDO} Ctrl+Z", self._context.session.undo)
        else:
            self._context.say(text)

    def _offer_done(self, changes: ChangeSet) -> None:
        """A percent that was typed up to 100 is an offer to say it is done."""
        for row in changes.touches("action") if self.isVisible() else ():
            line = self.model.row(row.id)
            if line and row.before and row.before["percent"] != 100 == line.action.percent and _under_way(line):
                self._offer(line.action)

    def _offer(self, action: Action) -> None:
        session = self._context.session
        self._context.say(
            words.OFFER_DONE.format(title=wording.clipped(action.title)),
            words.MARK_DONE,
            lambda: session.run(lifecycle.set_status, [action.id], "done", today=session.today()),
        )


def _under_way(row: Row) -> bool:
    return row.action.leaf and row.action.status == "in_progress"
