"""The form of one action: head, fields, tabs."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from db import status
from db.actions import Action
from db.changes import ChangeSet
from desktop.forms.form_head import FormHead
from desktop.forms.tab_area import TabArea
from desktop.pages.page import Context
from desktop.words import form as words


class ActionForm(QWidget):
    """Shows an action and follows every step that touches it."""

    closed = Signal()  # by × or the way back
    left = Signal()  # by Esc: to the table, the form stays where there is room
    menu_wanted = Signal(QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.action: Action | None = None
        self.head = FormHead(context.look, context.icons)
        self.head.closed.connect(self.closed)
        self.head.menu_wanted.connect(self.menu_wanted)
        self.tabs = TabArea(context)
        self._build()
        context.session.changed.connect(self._follow)
        context.standing.day_changed.connect(self._show)

    def show_action(self, action: Action) -> None:
        """Show another action."""
        if action != self.action:
            self.action = action
            self._show()

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
        touched = now is not None and _concerns(changes, now)
        if now is not None and (touched or now != self.action):
            self.action = now
            self._show(rows_changed=touched)

    def _show(self, *, rows_changed: bool = False) -> None:
        if self.action is not None:
            self.head.show_action(self.action, status.lamp(self.action, self._context.session.yard))
            self.tabs.show_action(self.action, rows_changed=rows_changed)

    def _build(self) -> None:
        self.setAccessibleName(words.TITLE)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, 0, 0)
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


def _concerns(changes: ChangeSet, action: Action) -> bool:
    """Whether a step touched the action or a row that belongs to it."""
    return any(
        row.id == action.id if row.table == "action" else (row.after or row.before or {}).get("action") == action.id
        for row in changes.rows
    )
