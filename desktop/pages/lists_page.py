"""四张清单: what is to be done, who answers for it, what is in the way, what is done about it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from db import units
from db.lists import KINDS, Line, Wanted
from desktop.delegates.list_delegate import ListDelegate, link_words
from desktop.models.list_table import Head, ListModel
from desktop.pages.list_view import ListView
from desktop.pages.lists_bar import ListsBar
from desktop.pages.page import Context, Page
from desktop.widgets.empty_state import EmptyState
from desktop.words import lists as words


class ListsPage(Page):
    """Puts bar and table together; every line leads to what stands behind it."""

    kept = ("list",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look, icons, standing = context.look, context.icons, context.standing
        self.model = ListModel(context.session, standing, self)
        self.view = ListView(look, self.model, ListDelegate(look, icons, self))
        holding = {task.part for task in standing.tasks.values()}
        self.bar = ListsBar(look, icons, [part for part in standing.parts if part.id in holding])
        self._empty = {kind: EmptyState(look, icons, "clipboard-list", *words.EMPTY[kind][:2]) for kind in KINDS}
        self._none = EmptyState(look, icons, "list-filter", words.NONE_HEAD, "")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._refresh()

    # --- what the desk asks -----------------------------------------------------------------------------

    def show_at(self, *_: Any, list: str = "", unit: str = "", **where: Any) -> None:
        """Turn to one of the lists, and to what concerns a unit."""
        if list:
            self.model.ask(list, Wanted(unit=unit))
        self._focus_table()

    def reveal(self, action: int) -> bool:
        """Bring an action into view; False when this list does not tell of it."""
        self.model.catch_up()
        key = self.model.key_of(action)
        if key is not None and self.model.place_of(key) < 0:
            self.model.fold_all(())
        return key is not None and self.view.choose(key)

    def state(self) -> Mapping[str, object]:
        """Which list is shown, what is asked of it, and the line the keyboard is at."""
        index = self.view.currentIndex()
        return {
            "list": self.model.kind, "wanted": self.model.wanted,
            "current": self.model.keys[index.row()] if index.isValid() else None,
        }  # fmt: skip

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up list and conditions; anything unknown is left at its default."""
        kind, wanted, current = state.get("list"), state.get("wanted"), state.get("current")
        self.model.ask(str(kind) if kind in KINDS else KINDS[0], wanted if isinstance(wanted, Wanted) else Wanted())
        if isinstance(current, tuple):
            self.view.choose(current)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.bar.text, self.bar.tabs, self._stack.currentWidget()]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed on another page, and follow each step from now on."""
        super().showEvent(event)
        self.model.live = True
        self.model.catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the lists as they are while another page is in view."""
        super().hideEvent(event)
        self.model.live = False

    # --- how it is made ---------------------------------------------------------------------------------

    def _build(self) -> None:
        for kind, place in self._empty.items():
            page = words.EMPTY[kind][3]
            place.add_button(words.EMPTY[kind][2], "main").clicked.connect(lambda _=False, page=page: self._go(page))
        self._none.add_button(words.CLEAR, None).clicked.connect(self._clear)
        for widget in (self.view, self._none, *self._empty.values()):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.turned.connect(lambda kind: self.model.ask(kind, self.model.wanted))
        self.bar.wanted.connect(lambda wanted: self.model.ask(self.model.kind, wanted))
        self.bar.text.left.connect(self._focus_table)
        self.bar.folds.clicked.connect(self._fold_all)
        self.bar.copy.clicked.connect(lambda: self.view.copy(whole=True))
        self.view.copied.connect(self._say_copied)
        self.view.opened.connect(self._open)
        self.view.led.connect(self._lead)
        self.view.menu_wanted.connect(lambda place: self.menu().popup(place))
        self.model.counted.connect(self._refresh)
        self.model.rowsInserted.connect(self._show_folds)
        self.model.rowsRemoved.connect(self._show_folds)

    def menu(self) -> QMenu:
        """What can be done with the current line."""
        menu, line = QMenu(self), self.view.current()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(line, Head):
            if link_words(line):
                menu.addAction(link_words(line)).triggered.connect(lambda: self._lead(line))
            return menu
        if line is not None:
            to = words.GO_TO_PROBLEM if line.problem else words.GO_TO_ACTION if line.row else words.GO_TO_TASK
            menu.addAction(to).triggered.connect(lambda: self._open(line))
            if line.problem:
                menu.addAction(words.GO_TO_ACTION).triggered.connect(lambda: self._go_to_action(line))
            menu.addAction(words.COPY_ROWS).triggered.connect(lambda: self.view.copy())
        return menu

    # --- what happens -----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        model, bar = self.model, self.bar
        named = sum(bool(head.group.key) for head in model.heads())  # not what nobody leads
        told = words.NUMBERS[model.kind].format(n=model.number, units=named)
        bar.show_state(model.kind, model.wanted, model.numbers, told, model.units())
        self.view.setAccessibleName(words.TABLE.format(name=words.NAMES[model.kind], n=model.number))
        conditions = bar.told()
        self._none.set_line(words.NONE_LINE.format(conditions=conditions))
        place = self.view if model.heads() else self._none if conditions else self._empty[model.kind]
        self._stack.setCurrentWidget(place)
        self.setFocusProxy(place)
        self._show_folds()

    def _show_folds(self) -> None:
        self.bar.show_folds(all_folded=self._all_folded(), usable=bool(self.model.heads()))

    def _all_folded(self) -> bool:
        heads = self.model.heads()
        return bool(heads) and all(head.folded for head in heads)

    def _fold_all(self) -> None:
        self.model.fold_all(() if self._all_folded() else [head.key for head in self.model.heads()])
        self._show_folds()

    def _clear(self) -> None:
        self.model.ask(self.model.kind, Wanted(solved=self.model.wanted.solved))
        self._focus_table()

    def _focus_table(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.keys:
            self.view.choose(self.model.keys[0])
        self._stack.currentWidget().setFocus()

    def _open(self, line: Line) -> None:
        """To the problem of a line that has one, else to its action, else to its task."""
        if line.problem:
            self._go("problems", problem=line.problem)
        else:
            self._go_to_action(line)

    def _go_to_action(self, line: Line) -> None:
        if line.row is None:
            self._go("tasks", task=line.task.id)
        else:
            self._go("tasks", task=line.task.id, action=line.row.action.id)

    def _lead(self, head: Head) -> None:
        """To the unit or task of a group; a level leads nowhere but into its lines."""
        if head.kind == "duties" and head.group.key:
            unit = units.named(self._context.session.checklist, str(head.group.key))
            self._go("units", unit=unit.id)
        elif head.kind in ("tasks", "measures"):
            self._go("tasks", task=head.group.lines[0].task.id)
        else:
            self.model.fold(head.key)

    def _go(self, page: str, **where: Any) -> None:
        self._context.go(page, **where)

    def _say_copied(self, number: int) -> None:
        self._context.say(words.COPIED.format(n=number) if number else words.COPIED_NOTHING)
