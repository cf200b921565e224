"""The form of one action: head, fields, tabs, foot."""

from collections.abc import Mapping
from itertools import dropwhile, islice, takewhile
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from db import lifecycle, status
from db.actions import Action
from db.changes import ChangeSet
from desktop import wording
from desktop.forms.field_column import FieldColumn
from desktop.forms.form_foot import FormFoot
from desktop.forms.form_head import FormHead
from desktop.forms.tab_area import TabArea
from desktop.pages.page import Context
from desktop.words import form as words

_NOTHING = ChangeSet("")


class ActionForm(QWidget):
    """Shows an action and follows every step that touches it."""

    closed = Signal()  # by × or the way back
    left = Signal()  # by Esc: to the table, the form stays where there is room
    menu_wanted = Signal(QPoint)
    deed_wanted = Signal(str)  # an act of ActionCommands on the action shown

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.action: Action | None = None
        self.head = FormHead(context.look, context.icons)
        self.head.closed.connect(self.closed)
        self.head.menu_wanted.connect(self.menu_wanted)
        self.fields = FieldColumn(context)
        self.tabs = TabArea(context)
        self.foot = FormFoot(context.look, context.icons)
        self.foot.wanted.connect(self._do)
        self.foot.report_wanted.connect(self._report)
        self.fields.extension_wanted.connect(self._ask_extension)
        self.fields.settled.connect(self._say_saved)
        self._build()
        context.session.changed.connect(self._follow)
        context.standing.day_changed.connect(self._show)

    def show_action(self, action: Action) -> None:
        """Show another action; what could not be saved of the one before is told, with the way back to it."""
        if self.action is not None and action.id != self.action.id:
            self._leave(self.action)
        if action != self.action:
            self.action = action
            self._show()

    def settle(self) -> bool:
        """Save what is being typed; False when something was refused and stays there with the reason."""
        return self.fields.take()

    def drafts(self) -> dict[str, Any]:
        """What stands in the fields and has not been saved."""
        return self.fields.drafts()

    def take_up(self, drafts: Mapping[str, Any]) -> None:
        """Go on with what was not saved."""
        self.fields.take_up(drafts)

    def focus_first(self) -> None:
        """Go to the first field."""
        self.fields.fields["title"].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self, changes: ChangeSet) -> None:
        """Show the action anew after a step that touched it; one that is gone leaves the form to the page."""
        if self.action is None:
            return
        task = self._context.standing.actions.get(self.action.task, ())
        now = next((action for action in task if action.id == self.action.id), None)
        if now is None:
            return
        if now != self.action or any(row.id == now.task for row in changes.touches("task")):
            self.action = now
            self._show(changes)
        else:  # the page has shown it already
            self.tabs.show_action(now, changes)

    def _show(self, changes: ChangeSet = _NOTHING) -> None:
        if self.action is not None:
            applicable = self._context.standing.tasks[self.action.task].applicable
            self.head.show_action(self.action, self._lamp(self.action) if applicable else "na")
            self.fields.show_action(self.action)
            self.foot.show_action(self.action, applicable)
            self.tabs.show_action(self.action, changes)

    def _lamp(self, action: Action) -> str:
        """The lamp of a leaf; of a parent the worst of what is below it, as its row in the table shows."""
        yard = self._context.session.yard
        if action.leaf:
            return status.lamp(action, yard)
        its = self._context.standing.actions[action.task]
        after = islice(dropwhile(lambda other: other.id != action.id, its), 1, None)
        below = takewhile(lambda other: other.depth > action.depth, after)
        worst = status.worst(status.lamp(other, yard) for other in below if other.leaf)
        return "ok" if worst == "none" and action.status == "in_progress" else worst

    def _leave(self, action: Action) -> None:
        """Say what of an action could not be saved before another one is shown."""
        if self.fields.take():
            return
        wrong = next(field for field in self.fields.dirty)
        drafts, text = self.fields.drafts(), words.LEFT_BEHIND.format(
            text=wording.clipped(str(wrong.read())), why=wrong.wrong
        )
        self.fields.drop()

        def back() -> None:
            self._context.go("tasks", task=action.task, action=action.id)
            if self.action is not None and self.action.id == action.id:
                self.take_up(drafts)

        self._context.say(text, words.GO_BACK, back)

    def _do(self, deed: str) -> None:
        """Do what comes next, once what is being typed is saved."""
        if self.action is None or not self.fields.take():
            return
        if deed == "done":
            session = self._context.session
            session.run(lifecycle.set_status, [self.action.id], "done", today=session.today())
        else:
            self.deed_wanted.emit(deed)

    def _report(self) -> None:
        """Turn to the progress and ask for an entry, once what is being typed is saved."""
        if self.fields.take():
            self.tabs.turn("progress")
            self.tabs.page("progress").ask()

    def _ask_extension(self) -> None:
        """Turn to the extensions, and ask for one where none is waiting for its decision."""
        self.tabs.turn("extensions")
        ask = self.tabs.page("extensions").ask
        if not ask.isHidden():
            ask.click()

    def _say_saved(self) -> None:
        self.foot.say_saved(not any(field.wrong for field in self.fields.fields.values()))

    def _build(self) -> None:
        self.setAccessibleName(words.TITLE)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.fields)
        self._body.addWidget(self.tabs, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.fields.fields["title"].editor)
