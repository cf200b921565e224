"""What can be done to the chosen actions: one table of acts with their words, keys and conditions."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db import action_edits, due_dates, lifecycle, moves
from db.actions import DEPTH_LIMIT, Action
from db.changes import ChangeSet
from db.lifecycle import SETTABLE
from db.status import UNCOUNTED
from desktop import words
from desktop.icons import Icons
from desktop.session import Session
from desktop.words import answers as answer_words
from desktop.words import bulk as bulk_words
from desktop.words import closings as closing_words
from desktop.words import form as form_words
from desktop.words import issuing as issuing_words
from desktop.words import printing as printing_words
from desktop.words import rules as words_of_rules

Chosen = list[Action]


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its words, key and icon, and when it can be done; `group` names the submenu it stands in."""

    name: str
    text: str
    key: str
    icon: str
    able: Callable[[Chosen], bool]
    group: str = ""


def _one(chosen: Chosen) -> bool:
    return len(chosen) == 1


def _some(chosen: Chosen) -> bool:
    return bool(chosen)


def _all(*states: str) -> Callable[[Chosen], bool]:
    """Whether all that is chosen are leaves in one of these states."""
    return lambda chosen: bool(chosen) and all(action.leaf and action.status in states for action in chosen)


def _of_one_task(chosen: Chosen) -> bool:
    return len({action.task for action in chosen}) == 1


def _extendable(chosen: Chosen) -> bool:
    """Whether it is one open action whose date has been issued."""
    (one,) = chosen if len(chosen) == 1 else (None,)
    return one is not None and bool(one.issued_on and one.due_on) and one.status in ("not_started", "in_progress")


def _given_out(chosen: Chosen) -> bool:
    """Whether all that is chosen are leaves with a date that has gone out: only that can be extended."""
    return bool(chosen) and all(action.leaf and action.issued_on and action.due_on for action in chosen)


_ACTS = (
    Act("open", form_words.OPEN, "", "list-checks", _one),
    Act("tick", words.TICK, "Space", "check", _all(*SETTABLE)),
    Act("close", closing_words.CLOSE, "Ctrl+K", "circle-check", _all("done")),
    Act("send_back", closing_words.SEND_BACK, "", "undo-2", _all("done")),
    Act("reopen", closing_words.REOPEN, "", "rotate-ccw", _all("closed")),
    Act("edit_title", words.EDIT_TITLE, "F2", "pencil", _one),
    Act("edit_due", words.EDIT_DUE, "Ctrl+D", "calendar-days", _some),
    Act("extend", issuing_words.ASK_MENU, "", "calendar-clock", _extendable),
    Act("supporting", words.SUPPORTING_ASK, "", "building-2", _one),
    Act("done_on", words.DONE_ON_ASK, "", "check", lambda chosen: _one(chosen) and _all("done")(chosen)),
    Act("answers", answer_words.ANSWERS, "Ctrl+L", "link", _of_one_task),
    Act("bulk", bulk_words.BULK, "Ctrl+Shift+E", "list-checks", _some),
    Act("new_child", words.NEW_CHILD, "Ctrl+Shift+N", "plus",
        lambda chosen: _one(chosen) and chosen[0].depth < DEPTH_LIMIT and not _all("closed", *UNCOUNTED)(chosen)),
    Act("up", words.MOVE_UP, "Alt+Up", "arrow-up", _some, closing_words.MOVE),
    Act("down", words.MOVE_DOWN, "Alt+Down", "arrow-down", _some, closing_words.MOVE),
    Act("indent", words.MOVE_IN, "Alt+Right", "arrow-right", _some, closing_words.MOVE),
    Act("outdent", words.MOVE_OUT, "Alt+Left", "arrow-left",
        lambda chosen: _some(chosen) and chosen[0].depth > 1, closing_words.MOVE),
    Act("move_to", bulk_words.MOVE_TO, "Ctrl+Shift+M", "list-tree", _some),
    Act("duplicate", bulk_words.DUPLICATE, "Ctrl+Shift+D", "copy", _some),
    Act("copy_rows", bulk_words.COPY_ROWS, "Ctrl+C", "table-2", _some),
    Act("cancelled", closing_words.STOP, "", "x", _all("not_started", "in_progress"), closing_words.OUT_OF_COUNT),
    Act("not_applicable", closing_words.MARK_NOT_APPLICABLE, "", "minus", _all("not_started", "in_progress"),
        closing_words.OUT_OF_COUNT),
    Act("resume", closing_words.RESUME, "", "redo-2", _all(*UNCOUNTED), closing_words.OUT_OF_COUNT),
    Act("task-card", printing_words.FORMS["task-card"], "", "printer", _of_one_task, printing_words.PRINT),
    Act("extension-form", printing_words.FORMS["extension-form"], "", "printer", _given_out, printing_words.PRINT),
    Act("closing-form", printing_words.FORMS["closing-form"], "", "printer", _all("done", "closed"),
        printing_words.PRINT),
    Act("to_task", words.TO_TASK, "Ctrl+Return", "list-tree", _one),
    Act("delete", words.DELETE, "Delete", "trash-2", _some),
)  # fmt: skip
# A line in the menu above these.
_RULES_BEFORE = ("close", "edit_title", "bulk", "up", "cancelled", "to_task", "delete")
_OF_MANY = ("bulk", "move_to", "duplicate", "copy_rows")
_ASKED = ("close", "send_back", "reopen", "cancelled", "not_applicable", "resume")
# Acts that are never for several: then the menu does without them.
_OF_ONE = frozenset({"open", "edit_title", "extend", "supporting", "done_on", "new_child", "to_task"})
_PRINTED = tuple(printing_words.FORMS)
_HARMLESS = ("to_task", "copy_rows", "task-card")
# Acts that have a meaning only where actions stand under one another, or only where they stand apart from their task.
OF_A_TREE = frozenset({"open", "new_child", "up", "down", "indent", "outdent"})
OF_A_LIST = frozenset({"to_task"})


class ActionCommands(QObject):
    """The acts as QActions on `owner`, all but those `without`, carried out through the session."""

    edit_requested = Signal(str)  # "title", "due", "supporting" or "done_on"
    open_requested = Signal()
    closing_requested = Signal(str)  # a key of words.closings.TITLES
    extension_requested = Signal(Action)
    answers_requested = Signal()
    child_requested = Signal()
    task_requested = Signal(Action)
    deleted = Signal(list)
    many_requested = Signal(str)  # what bulk_acts can do, by its name there
    moved = Signal(list)
    print_requested = Signal(str)  # a kind of report

    def __init__(
        self,
        session: Session,
        icons: Icons,
        chosen: Callable[[], Chosen],
        owner: QWidget,
        without: Collection[str] = OF_A_LIST,
    ) -> None:
        super().__init__(owner)
        self._session = session
        self._chosen = chosen
        self._able = {act.name: act.able for act in _ACTS}
        self.actions: dict[str, QAction] = {}
        do: dict[str, Callable[[], object]] = {
            "open": self.open_requested.emit,
            "tick": self.tick,
            "edit_title": lambda: self.edit_requested.emit("title"),
            "edit_due": self._edit_due,
            "supporting": lambda: self.edit_requested.emit("supporting"),
            "done_on": lambda: self.edit_requested.emit("done_on"),
            "extend": lambda: self.extension_requested.emit(self._chosen()[0]),
            "answers": self.answers_requested.emit,
            "new_child": self.child_requested.emit,
            "up": lambda: self._move(moves.up),
            "down": lambda: self._move(moves.down),
            "indent": lambda: self._move(moves.indent),
            "outdent": lambda: self._move(moves.outdent),
            "to_task": lambda: self.task_requested.emit(self._chosen()[0]),
            "delete": self.delete,
        }
        do |= {name: lambda name=name: self.many_requested.emit(name) for name in _OF_MANY}  # type: ignore[misc]
        do |= {name: lambda name=name: self.closing_requested.emit(name) for name in _ASKED}  # type: ignore[misc]
        do |= {name: lambda name=name: self.print_requested.emit(name) for name in _PRINTED}  # type: ignore[misc]
        for act in (act for act in _ACTS if act.name not in without):
            action = QAction(icons.icon(act.icon, px=16), act.text, owner)
            action.setShortcut(QKeySequence(act.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setAutoRepeat(act.name != "delete")
            action.triggered.connect(lambda _=False, do=do[act.name]: do())
            owner.addAction(action)
            self.actions[act.name] = action

    def update(self, *, frozen: bool) -> None:
        """Enable what can be done to the chosen actions; in a task that is 不适用 they can only be looked at."""
        chosen = self._chosen()
        for name, action in self.actions.items():
            action.setEnabled((name in _HARMLESS or not frozen) and self._able[name](chosen))

    def of_many(self) -> list[QAction]:
        """The acts that are done to several at once."""
        return [self.actions[name] for name in ("edit_due", *_OF_MANY)]

    def menu(self, parent: QWidget) -> QMenu:
        """The acts as a menu that goes when it is closed; those of a group stand in a menu of their own."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups: dict[str, QMenu] = {}
        several = len(self._chosen()) > 1
        for act in (act for act in _ACTS if act.name in self.actions and not (several and act.name in _OF_ONE)):
            if act.name in _RULES_BEFORE:
                menu.addSeparator()
            if act.group and act.group not in groups:
                groups[act.group] = menu.addMenu(self.actions[act.name].icon(), act.group)
            (groups[act.group] if act.group else menu).addAction(self.actions[act.name])
            if act.name == "edit_due" and not several:
                menu.addMenu(self._due_rules(menu))
        for group in groups.values():
            group.setEnabled(any(action.isEnabled() for action in group.actions()))
        return menu

    def _due_rules(self, menu: QMenu) -> QMenu:
        """Where a due date goes that falls on a day off, the rule in force ticked."""
        chosen = self._chosen()
        rules = QMenu(words_of_rules.DUE_RULE, menu)
        movable = _one(chosen) and chosen[0].due_stated and not chosen[0].issued_on
        rules.setEnabled(bool(movable) and self.actions["edit_due"].isEnabled())
        for rule, text in words_of_rules.DUE_RULES.items() if movable else ():
            act = rules.addAction(text)
            act.setCheckable(True)
            act.setChecked(chosen[0].due_rule == rule)
            act.triggered.connect(lambda _=False, new=rule: self._session.run(due_dates.set_rule, chosen[0].id, new))
        return rules

    def tick(self) -> None:
        """Mark the chosen leaves done, or give them their former state back."""
        self._session.run(
            lifecycle.tick, [action.id for action in self._chosen()], today=self._session.today()
        )

    def delete(self) -> None:
        """Delete the chosen actions at once; `deleted` offers the way back."""
        chosen = self._chosen()
        if self._session.run(action_edits.delete, [action.id for action in chosen]):
            self.deleted.emit(chosen)

    def _edit_due(self) -> None:
        """One due date in its place, those of several all at once."""
        if _one(self._chosen()):
            self.edit_requested.emit("due")
        else:
            self.many_requested.emit("due")

    def _move(self, verb: Callable[..., ChangeSet]) -> None:
        ids = [action.id for action in self._chosen()]
        if self._session.run(verb, ids):
            self.moved.emit(ids)
