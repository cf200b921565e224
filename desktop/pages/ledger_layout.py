"""How the columns of the ledger share its width: which are shown, in which order, how wide; what yields first."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView

from desktop.look import Look
from desktop.models.ledger_columns import COLUMNS, FROZEN, KEYS, PLACE
from desktop.pages.ledger_view import LedgerView

_TITLE = 240
_WITHOUT_BAR = 64
# width of the page ÷ scale
_WIDE, _NARROW = 1250, 830  # of windows of 1320 and 900


class LedgerLayout(QObject):
    """Keeps what the user has chosen apart from what the window has room for; `changed` says that he has chosen."""

    changed = Signal()

    def __init__(self, look: Look, view: LedgerView) -> None:
        super().__init__(view)
        self._look, self._view, self._head = look, view, view.head
        self._order: list[str] = list(KEYS)
        self._shown = {column.key for column in COLUMNS if column.usual}
        self._widths = {column.key: column.width for column in COLUMNS}
        self._busy = False
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._head.setSectionResizeMode(PLACE["title"], QHeaderView.ResizeMode.Fixed)
        self._head.sectionResized.connect(self._dragged)
        self._head.sectionMoved.connect(self._moved)
        view.resized.connect(self.fit)

    @property
    def shown(self) -> set[str]:
        """The keys of the columns the user wants to see."""
        return self._shown

    def turn(self, key: str) -> None:
        """Show a column, or leave it out."""
        self._shown ^= {key}
        self._told()

    def usual(self) -> None:
        """The columns there are to begin with, in their order and width."""
        self.restore("")
        self._told()

    def text(self) -> str:
        """What the user has chosen, as one text: title lead=120 -owner …"""
        usual = {column.key: column.width for column in COLUMNS}
        return " ".join(
            ("" if key in self._shown else "-")
            + key
            + ("" if self._widths[key] == usual[key] else f"={self._widths[key]}")
            for key in self._order
        )

    def restore(self, text: str) -> None:
        """Take up such a text; columns it does not know are as they are to begin with."""
        self._widths = {column.key: column.width for column in COLUMNS}
        self._shown = {column.key for column in COLUMNS if column.usual}
        told: list[str] = []
        for word in text.split():
            name, _, width = word.lstrip("-").partition("=")
            if name not in PLACE or name in told:
                continue
            told.append(name)
            (self._shown.discard if word.startswith("-") else self._shown.add)(name)
            if width.isdecimal() and PLACE[name] != PLACE["title"]:
                self._widths[name] = max(48, min(int(width), 600))
        rest = [key for key in KEYS if key not in told]
        still = list(KEYS[:FROZEN])
        self._shown |= set(still)
        self._order = still + [key for key in (*told, *rest) if key not in still]
        self.fit()

    def fit(self) -> None:
        """Give the title what the others leave; where that is little, leave out the latest progress, then the bars."""
        if self._busy:
            return
        self._busy = True
        px, room = self._look.theme.px, self._view.viewport().width()
        page = self._view.width() / self._look.theme.scale
        shown = [key for key in self._order if key in self._shown]
        widths = {key: px(self._widths[key]) for key in shown if key != "title"}
        if page < _WIDE and room - sum(widths.values()) < px(_TITLE):
            widths.pop("latest", None)
        if "percent" in widths and room - sum(widths.values()) < px(_TITLE):
            widths["percent"] = min(widths["percent"], px(_WITHOUT_BAR))
        narrow = page < _NARROW
        self._arrange(sorted(self._order, key=lambda key: _rank(key, narrow, self._order)))
        before = self._view.columnWidth(PLACE["title"])
        title = max(room - sum(widths.values()), px(180 if narrow else _TITLE))
        for key in KEYS:
            self._view.setColumnHidden(PLACE[key], key not in widths and key != "title")
        for key, width in (*widths.items(), ("title", title)):
            self._view.setColumnWidth(PLACE[key], width)
        self._head.place_fields()
        self._busy = False
        if title != before:
            self._view.fit_heights()

    def _arrange(self, order: Iterable[str]) -> None:
        for place, key in enumerate(order):
            at = self._head.visualIndex(PLACE[key])
            if at != place:
                self._head.moveSection(at, place)

    def _dragged(self, section: int, _: int, width: int) -> None:
        if not self._busy and KEYS[section] != "title" and width:
            self._widths[KEYS[section]] = round(width / self._look.theme.scale)
            self._told()

    def _moved(self) -> None:
        if not self._busy:
            self._order = sorted(KEYS, key=lambda key: self._head.visualIndex(PLACE[key]))
            self._told()

    def _told(self) -> None:
        self.fit()
        self.changed.emit()


def _rank(key: str, narrow: bool, order: list[str]) -> tuple[int, int]:
    """Where it is very narrow, how a date stands comes right behind the columns that stay."""
    first = PLACE[key] < FROZEN
    return (0 if first else 1 if narrow and key == "timing" else 2), order.index(key)
