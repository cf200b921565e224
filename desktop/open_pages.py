"""The pages of an open checklist and the rail between them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.pages.page import Context, Page
from desktop.pages.table import PageRow
from desktop.rail import Rail

States = Mapping[str, Mapping[str, object]]
_KEYS = 9  # Ctrl+1 … Ctrl+9


class OpenPages(QWidget):
    """Builds a page when it is first turned to, and keeps it; the rail shows where there is more than one page."""

    def __init__(self, table: Sequence[PageRow], context: Context) -> None:
        super().__init__()
        self._rows = {row.key: row for row in table}
        self._context = context
        self._pages: dict[str, Page] = {}
        self._states: States = {}
        self.key = ""
        self.rail = Rail(context.look, context.icons)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        if len(self._rows) > 1:
            self._fill_rail()
        self.rail.setVisible(bool(self.rail.items))

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._pages[self.key]

    def has(self, key: str) -> bool:
        """Whether there is a page of this key."""
        return key in self._rows

    def begin(self, states: States, key: str) -> None:
        """Show a page, the first one where the key is not known; each takes up its state when it is built."""
        self._states = states
        self._turn(key if key in self._rows else next(iter(self._rows)))

    def go(self, key: str, **where: Any) -> bool:
        """Turn to a page, and to a place on it; False when the page in view cannot be left, which is said."""
        if key != self.key:
            why = self.page.settle()
            if why:
                self._context.say(why)
                return False
            self._turn(key)
            self.page.setFocus()
        if where:
            self.page.show_at(**where)
        return True

    def states(self) -> States:
        """What every page needs in order to be made anew."""
        return {**self._states, **{key: page.state() for key, page in self._pages.items()}}

    def kept(self) -> States:
        """What every page that was shown wants to be remembered until the next start."""
        return {
            key: {name: value for name, value in page.state().items() if name in page.kept and value is not None}
            for key, page in self._pages.items()
        }

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.rail, *self.page.regions()]

    def _turn(self, key: str) -> None:
        if key not in self._pages:
            page = self._pages[key] = self._rows[key].make(self._context)
            self._stack.addWidget(page)
            page.restore(self._states.get(key, {}))
        self.key = key
        self._stack.setCurrentWidget(self._pages[key])
        self.setFocusProxy(self._pages[key])  # what asks for the focus without a place gives it to the page
        if self.rail.items:
            self.rail.show_current(key)

    def _fill_rail(self) -> None:
        for number, row in enumerate(self._rows.values(), start=1):
            self.rail.add_item(row.key, row.word, row.icon)
            if number <= _KEYS:
                QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda key=row.key: self.go(key))
        self.rail.chosen.connect(self.go)
        self._context.session.changed.connect(self._count)
        self._context.standing.day_changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        for row in self._rows.values():
            if row.count:
                self.rail.items[row.key].show_badge(row.count(self._context))
