"""The place of the action form on the tasks page; the form itself is made once the page has been painted."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.actions import Action
from desktop.late import late
from desktop.pages.page import Context


class FormPlace(QWidget):
    """Hands the chosen action to the form, and the form's wishes to the page."""

    closed = Signal()
    left = Signal()
    menu_wanted = Signal(QPoint)
    deed_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.form: Any = None
        self.action: Action | None = None
        self._way_back = ""
        self._asked = False
        self.setProperty("kind", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_action(self, action: Action | None) -> None:
        """Show another action, once there is a form."""
        self.action = action
        if self.form is not None and action is not None and self.isVisible():
            self.form.show_action(action)

    def show_way_back(self, label: str) -> None:
        """Offer the way back to a task by its label; "" for none."""
        self._way_back = label
        if self.form is not None:
            self.form.head.show_way_back(label)

    def enter(self) -> None:
        """Go to the first field."""
        self._make()
        self.form.focus_first()

    def settle(self) -> bool:
        """Save what is being typed; False when something was refused."""
        return self.form is None or self.form.settle()

    def drafts(self) -> dict[str, Any]:
        """What stands in the form and has not been saved."""
        return self.form.drafts() if self.form is not None else {}

    def take_up(self, drafts: Mapping[str, Any]) -> None:
        """Go on with what was not saved."""
        self._make()
        self.form.take_up(drafts)

    def showEvent(self, event: Any) -> None:
        """Take up what was chosen while the form was away."""
        super().showEvent(event)
        self.show_action(self.action)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the empty place is seen the form is made; the first paint does not wait for it."""
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._make)

    def _make(self) -> None:
        if self.form is not None:
            return
        self._asked = True
        self.form = late("action form")(self._context)
        self.form.closed.connect(self.closed)
        self.form.left.connect(self.left)
        self.form.menu_wanted.connect(self.menu_wanted)
        self.form.deed_wanted.connect(self.deed_wanted)
        self.form.head.show_way_back(self._way_back)
        if self.action is not None:
            self.form.show_action(self.action)
        self._column.addWidget(self.form)
        self.setFocusProxy(self.form)
