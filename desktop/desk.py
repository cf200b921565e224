"""One open checklist on the desk: its session, its pages and its bars, wired together."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db import documents, history, letterhead, pinyin, settings
from db.changes import ChangeSet
from db.connection import Checklist, file_name
from db.counts import OF_TASKS
from db.errors import ChecklistError
from db.search import find
from desktop import wording, words
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.models.standing import Standing
from desktop.open_pages import OpenPages
from desktop.pages.page import Context, Page
from desktop.pages.table import PAGES, PageRow
from desktop.search_lines import Key, Line, limit, lines
from desktop.session import Session, Today
from desktop.status_bar import StatusBar
from desktop.top_bar import TopBar
from desktop.widgets.search_box import SearchBox
from desktop.words import rules
from desktop.words import units as unit_words

_MINUTE = 60_000
# The page that shows a step, by the table it changed, where the page in view does not.
_SHOWN_BY = {"progress": "progress", "problem": "problems"}
_IN_TASKS = OF_TASKS | {"coverage"}  # figures whose rows are tasks or sentences of them
_WITHOUT_ACTION = {"unit": "units", "unit_alias": "units", "person": "units", "counterpart": "units",
                   "narrative": "reports"}  # fmt: skip


class Desk(QObject):
    """Lives as long as its checklist is open."""

    user_changed = Signal(str)
    calendar_wanted = Signal(list)  # the rows whose due dates are to be exported
    settings_changed = Signal()  # names, plan year or rules: the page has to be made anew

    def __init__(
        self,
        checklist: Checklist,
        today: Today,
        window: MainWindow,
        look: Look,
        icons: Icons,
        undo: QAction,
        redo: QAction,
        paper: Callable[[], Any],
        parent: QObject,
        pages: Sequence[PageRow] | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._look, self._icons = window, look, icons
        self._undo, self._redo = undo, redo
        look.light(settings.read(checklist).lamps)
        self.session = Session(checklist, today, self)
        self.session.changed.connect(window.toast.hide)  # first: its button spoke of the step before
        self.standing = Standing(self.session, self)
        self._day = today()
        self.search = SearchBox(look, icons, self._found)
        self.top = TopBar(look, icons, self.search)
        self.foot = StatusBar(look, icons)
        context = Context(
            self.session, self.standing, look, icons, window.toast.say, self.go, self.calendar_wanted.emit,
            paper,
        )  # fmt: skip
        self.pages = OpenPages(pages or PAGES, context)
        self._name()
        self._connect()
        self._refresh()

    @property
    def page(self) -> Page:
        """The page in view."""
        return self.pages.page

    def go(self, key: str, **where: Any) -> bool:
        """Turn to a page, and to a place on it; False when the page in view cannot be left."""
        return self.pages.go(key, **where)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.search, *self.pages.regions(), self.foot]

    def close(self) -> None:
        """Give the file back."""
        self.session.close()
        self.deleteLater()

    def undo(self) -> None:
        """Take the last step back and say which."""
        self._replay(self.session.undo, words.UNDONE)

    def redo(self) -> None:
        """Give the last undone step back and say which."""
        self._replay(self.session.redo, words.REDONE)

    def ask_user(self) -> None:
        """Ask who is at the keyboard from now on."""
        dialog = late("user")(self._look, self.session.checklist.by, self._window)
        dialog.accepted.connect(lambda: self._set_user(dialog.name()))
        dialog.open()

    def ask_settings(self) -> None:
        """Let the county's names, its plan year and the rules things are judged by be changed."""

        def save(wanted: settings.Settings) -> ChecklistError | None:
            return self.session.attempt(settings.change, wanted)[1]

        now = settings.read(self.session.checklist)
        late("settings")(self._look, now, save, self.show_holidays, self._window).open()

    def show_holidays(self, over: QWidget | None = None) -> None:
        """Show the days off, year by year, to be changed; over the window or a dialog of it."""
        late("holidays")(self._look, self._icons, self.session, over or self._window).open()

    def ask_applicability(self) -> None:
        """Run the questions about the county again, over the window."""
        late("applicability")(self.session, self._look, self._icons, self._window.toast.say, self._window)

    def manage_phrases(self) -> None:
        """Let the phrases for narrative text be changed."""
        late("phrase book")(self.session, self._look, self._icons).manage(self._window)

    def watch_clock(self) -> None:
        """Say that the machine's day lies before the last change, with the way on; nothing where it does not."""
        days = self.session.clock_back()
        if days:
            today, last = map(wording.long_date, days)
            accept = (rules.CLOCK_ACCEPT, self._accept_clock)
            first = rules.CLOCK_FIRST.format(today=today, last=last)
            self._window.message.say("attention", first, rules.CLOCK_NEXT, [accept])

    def _accept_clock(self) -> None:
        error = self.session.accept_clock()
        if error:
            self._tell(error)
            return
        self._window.message.hide()
        self._refresh()
        self._window.toast.say(rules.CLOCK_ACCEPTED)

    def _name_new_units(self, changes: ChangeSet) -> None:
        """A name nobody has used yet makes a unit: say so, for it may be a slip unless it was proposed."""
        proposed = {one.unit for one in self.standing.bodies.values()}
        made = [row.value("short") or row.value("name") for row in changes.touches("unit") if row.before is None]
        made = [name for name in made if name not in proposed]
        if made and changes.touches("assignment"):
            names, undo = "”“".join(made), f"{words.UNDO} Ctrl+Z"
            self._window.toast.say(unit_words.NEW_BY_NAME.format(names=names), undo, self.session.undo)

    def _replay(self, act: Callable[[], ChangeSet], told: str) -> None:
        changes = act()
        if changes:
            self._go_to(changes)
            self._window.toast.say(told.format(label=changes.label))

    def go_to_action(self, action_id: int) -> None:
        """Turn to an action; nothing happens when it is gone."""
        for task, its in self.standing.actions.items():
            if any(action.id == action_id for action in its):
                self.go("tasks", task=task, action=action_id)

    def _go_to(self, changes: ChangeSet) -> None:
        """Show where a step was taken back or given back; of several tasks in the one in view, where it is of them."""
        if self.page.show_step(changes):
            return
        home = {action.id: task for task, its in self.standing.actions.items() for action in its}
        touched = [row.id for row in changes.touches("action")]
        for table in ("assignment", "answer", "extension", "problem", "evidence", "progress"):
            touched += [row.value("action") for row in changes.touches(table)]
        here = self.page.state().get("task") if self.pages.key == "tasks" else None
        there = [action for action in touched if action in home]
        left = next((action for action in there if home[action] == here), next(iter(there), None))
        if left is not None and self.page.reveal(left):
            return
        came_along = left is None and changes.touches("action")  # units made with actions that have gone are no subject
        if not came_along and self._turn_to_its_page(changes, _WITHOUT_ACTION if left is None else _SHOWN_BY):
            return
        if left is not None:
            self.go("tasks", task=home[left], action=left)
            return
        marked = next(iter(changes.touches("sentence")), None)
        if marked is not None:
            self.go("tasks", task=marked.value("task"), sentence=marked.value("number"))
            return
        gone = [row.before["task"] for row in changes.touches("action") if row.before]
        gone += [row.id for row in changes.touches("task")]
        task = here if here in gone else next(iter(gone), None)
        if task is not None:
            self.go("tasks", task=task)

    def _turn_to_its_page(self, changes: ChangeSet, shown_by: Mapping[str, str]) -> bool:
        """Turn to the page whose subject a step is; False where that is the tasks, which show every action."""
        key = next((shown_by[row.table] for row in changes.rows if row.table in shown_by), None)
        if key is None or (self.pages.key == "tasks" and shown_by is _SHOWN_BY):
            return False
        return self.pages.has(key) and self.go(key) and self.page.show_step(changes)

    def _show_counted(self, figure: str) -> None:
        """Open what a figure counts: tasks in their list, actions in the ledger."""
        if figure in _IN_TASKS:
            self.go("tasks", only=figure)
        else:
            self.go("ledger", figure=figure)

    def _watch_settings(self, changes: ChangeSet) -> None:
        if any(not str(row.value("key")).startswith(letterhead.PREFIX) for row in changes.touches("setting")):
            QTimer.singleShot(0, self, self.settings_changed.emit)  # not in the middle of telling of the change

    def _set_user(self, name: str) -> None:
        self.session.set_user(name)
        self.foot.show_user(name)
        self.user_changed.emit(name)

    def _connect(self) -> None:
        self.session.changed.connect(self._refresh)
        self.session.changed.connect(self._watch_settings)
        self.session.changed.connect(self._name_new_units)
        self.session.failed.connect(self._tell)
        self.session.clock_refused.connect(self.watch_clock)
        self.standing.changed.connect(lambda _: self.foot.show_tally(self.standing.total))
        self.foot.user_wanted.connect(self.ask_user)
        self.foot.figure_wanted.connect(self._show_counted)
        self.search.left.connect(lambda: self.page.setFocus())
        self.search.chosen.connect(self._take)
        # Not while the field is being drawn: what pinyin takes is read once, before the first letter.
        self.search.entered.connect(lambda: QTimer.singleShot(0, self, pinyin.ready))
        # A greyed act has no key: Ctrl+Z still says why nothing is taken back.
        self._barred = QShortcut(QKeySequence.StandardKey.Undo, self.top)
        self._barred.activated.connect(lambda: self._window.toast.say(self._undo.toolTip()))
        clock = QTimer(self)
        clock.timeout.connect(self._watch_day)
        clock.start(_MINUTE)

    def _name(self) -> None:
        checklist = self.session.checklist
        read, plan = settings.read(checklist), documents.first(checklist).plan_title
        county = read.county
        if checklist.path.name != file_name(county, read.plan_year):  # a copy, or renamed: say which it is
            county = words.FILE_NAMED.format(county=county, stem=checklist.path.stem)
        self.top.name(county, plan, checklist.path)
        self._window.setWindowTitle(words.WINDOW_TITLE.format(county=county, plan=plan))
        self.foot.show_user(checklist.by)
        self.foot.show_tally(self.standing.total)

    def _refresh(self) -> None:
        self.foot.show_saved(history.last_saved(self.session.checklist))
        for action, label, told, none in (
            (self._undo, self.session.undo_label(), words.UNDO_STEP, words.NOTHING_TO_UNDO),
            (self._redo, self.session.redo_label(), words.REDO_STEP, words.NOTHING_TO_REDO),
        ):
            action.setEnabled(label is not None)
            action.setToolTip(told.format(label=label) if label else none)
        barred = self.session.undo_barred()
        if barred:
            self._undo.setToolTip(barred)
        self._barred.setEnabled(not self._undo.isEnabled())

    def _tell(self, error: ChecklistError) -> None:
        """A known failure that no field shows itself: say it where everyone looks."""
        if getattr(error, "field", None) is None and error.code != "clock_back":
            self._window.message.say("attention", str(error))

    def _watch_day(self) -> None:
        if self.session.today() != self._day:
            self._day = self.session.today()
            self.standing.refresh()

    def _found(self, text: str, opened: Collection[str]) -> list[Line]:
        return lines(find(self.session.checklist, text, limit=limit(opened)), text, opened)

    def _take(self, key: Key, text: str) -> None:
        """Turn to what was found: a task, an action; a unit's or person's actions in the ledger, or all of them."""
        kind, value = key
        if kind == "tasks":
            self.go("tasks", task=value)
        elif kind in ("actions", "problems"):
            self.go_to_action(value)  # type: ignore[arg-type]
        elif kind == "ledger":
            self.go("ledger", filter=late("ledger filter")(text=text))
        else:
            self._show_named(kind, *value)  # type: ignore[misc]

    def _show_named(self, kind: str, home: int, name: str, actions: int) -> None:
        if actions:
            wanted = {"unit" if kind == "units" else "person": name}
            self.go("ledger", filter=late("ledger filter")(**wanted))
        else:
            self.go("units", unit=home)
