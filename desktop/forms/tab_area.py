"""The tabs under the fields: a row of words, and below it the one that was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.actions import Action
from db.changes import ChangeSet, RowChange
from desktop.forms.tabs import TABS, TabRow
from desktop.late import late
from desktop.pages.page import Context
from desktop.widgets.tab_order import lead_on
from desktop.words import form as words

_NOTHING = ChangeSet("")
_AROUND = ("task", "period")  # what is 不适用 or 封账 cannot be filled in any more


def belongs(row: RowChange, action: Action) -> bool:
    """Whether a row that changed is the action's own, or one of what was written down for it."""
    return bool((row.after or row.before or {}).get("id" if row.table == "action" else "action") == action.id)


@dataclass
class _Tab:
    """A tab with its button, and its page once it has been shown; `told` is the action the page knows."""

    row: TabRow
    button: QPushButton
    page: Any = None
    told: Action | None = None


class TabArea(QWidget):
    """Makes a tab when it is first shown; only the one in view follows the action."""

    turned = Signal(str)

    def __init__(self, context: Context, rows: Sequence[TabRow] = TABS) -> None:
        super().__init__()
        self._context = context
        self._action: Action | None = None
        self._buttons = QButtonGroup(self)
        self._tabs = {row.key: _Tab(row, self._tab_button(row)) for row in rows}
        self.key = next(iter(self._tabs))
        self._build()

    def show_action(self, action: Action, changes: ChangeSet = _NOTHING) -> None:
        """Show another action, or the same one after a step."""
        if self._action != action:
            self._action = action
            self._count(action)
        rows = any(row.table in _AROUND or (row.table != "action" and belongs(row, action)) for row in changes.rows)
        step = rows or any(belongs(row, action) for row in changes.rows)
        for tab in self._tabs.values():
            if rows or (step and tab.row.every_step):
                tab.told = None
        self._tell()

    def turn(self, key: str) -> None:
        """Show a tab; one that is not known leaves all as it is."""
        if key in self._tabs:
            self.key = key
            self._tabs[key].button.setChecked(True)
            self._tell()

    def page(self, key: str) -> Any:
        """The page of a tab, None while it has not been shown."""
        return self._tabs[key].page

    def _tell(self) -> None:
        if self._action is None:
            return
        current = self._tabs[self.key]
        if current.page is None:
            current.page = late(current.row.part)(self._context)
            self._column.addWidget(current.page, 1)
        for tab in self._tabs.values():
            if tab.page is not None and tab.page.isHidden() != (tab is not current):
                tab.page.setVisible(tab is current)
        if current.told is None or replace(current.told, percent=self._action.percent) != self._action:
            current.told = self._action
            current.page.show_action(self._action)
            lead_on(list(self._tabs.values())[-1].button, current.page)  # it may have made its rows anew

    def _count(self, action: Action) -> None:
        for tab in self._tabs.values():
            number = tab.row.count(action)
            text = words.TAB_COUNTED.format(word=tab.row.word, n=number) if number else tab.row.word
            if text != tab.button.text():
                tab.button.setText(text)

    def _tab_button(self, row: TabRow) -> QPushButton:
        button = QPushButton(row.word)
        button.setProperty("kind", "tab")
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self._turn_by_hand(row.key))
        self._buttons.addButton(button)
        return button

    def _turn_by_hand(self, key: str) -> None:
        self.turn(key)
        self.turned.emit(key)

    def _build(self) -> None:
        px = self._context.look.theme.px
        bar = QHBoxLayout()
        bar.setSpacing(px(10))
        bar.setContentsMargins(px(12), 0, px(12), 0)
        for tab in self._tabs.values():
            bar.addWidget(tab.button)
        bar.addStretch()
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(bar)
        self._column.addWidget(line)
        self.setAccessibleName(words.TABS)
        self._tabs[self.key].button.setChecked(True)
