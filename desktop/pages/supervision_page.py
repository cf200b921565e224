"""督办: which units are to be written to, and the register of what was sent."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db import supervision_drafts
from db.changes import ChangeSet
from db.supervision_drafts import Draft, Proposal, Sources
from desktop.pages.page import Context, Page
from desktop.pages.proposal_tree import ProposalTree
from desktop.pages.register_view import RegisterView
from desktop.supervision_acts import SupervisionActs
from desktop.widgets.empty_state import EmptyState
from desktop.words import supervision as words


class SupervisionPage(Page):
    """Two tables to turn between; what is ticked in the first goes out together."""

    kept = ("tab",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._look = context, context.look
        self._sources: Sources | None = None
        self._proposals: list[Proposal] = []
        self._stale = True
        self.acts = SupervisionActs(context, self)
        self.tree = ProposalTree(context.look)
        self.register = RegisterView(context, self.acts)
        self._build()
        self._connect()
        self.refresh()

    def drafts(self) -> list[Draft]:
        """The notices that are ticked, each with its rows."""
        chosen = self.tree.chosen()
        return [self._draft(proposal, chosen) for proposal in self._proposals if proposal.unit in chosen]

    def send(self) -> None:
        """Ask for the words of what is ticked, and give out the numbers."""
        if self._sources and (drafts := self.drafts()):
            self.acts.send(self._sources, drafts)

    def send_to(self, unit: int) -> None:
        """Ask for the notice of one unit: what is ticked of it, else all of it that presses."""
        if self._sources is None:
            return
        proposal = next(one for one in self._proposals if one.unit == unit)
        self.acts.send(self._sources, [self._draft(proposal, self.tree.chosen())])

    def show_at(self, *_: Any, notice: int = 0, unit: str = "", **__: Any) -> None:
        """Go to a notice in the register, or to a unit that is to be written to."""
        if notice:
            self._turn("register")
            self.register.choose(notice)
        for proposal in self._proposals:
            if unit and proposal.called == unit:
                self._turn("proposals")
                self.tree.choose(proposal.unit)

    def reveal(self, action: int) -> bool:
        """Bring an action into view where it presses."""
        return self._tab() == "proposals" and self.tree.reveal(action)

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the notice a step was about."""
        about = changes.touches("supervision")
        if about:
            self.show_at(notice=about[0].id)
        return bool(about)

    def refresh(self, _: object = None) -> None:
        """Read everything anew."""
        self._stale = False
        session = self._context.session
        today, plan_year = session.today(), session.yard.plan_year
        self._sources = supervision_drafts.read(session.checklist, today)
        self._proposals = supervision_drafts.proposals(self._sources)
        self.tree.show_proposals(self._proposals, today, plan_year)
        self.register.show_notices(list(self._sources.notices))
        self._stack.setCurrentWidget(self.tree if self._proposals else self._empty)

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.tabs, self.register.table if self._tab() == "register" else self.tree]

    def state(self) -> Mapping[str, object]:
        """Which table is shown, and the notice chosen in it."""
        notice = self.register.table.chosen()
        return {"tab": self._tab(), "notice": notice.id if notice else 0}

    def restore(self, state: Mapping[str, object]) -> None:
        """Turn to the table that was shown."""
        if state.get("tab") in words.TABS:
            self._turn(str(state["tab"]))
        self.register.table.choose(int(str(state.get("notice") or 0)))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed on another page."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _follow(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.refresh()
        sent = [row for row in changes.touches("supervision") if row.before is None]
        if sent:
            self.show_at(notice=sent[0].id)

    def _connect(self) -> None:
        self._context.session.changed.connect(self._follow)
        self._context.standing.day_changed.connect(self.refresh)
        self.tabs.currentChanged.connect(self._show_tab)
        self.tree.ticked.connect(self._tell_ticked)
        self.tree.wanted.connect(self.send_to)
        self.tree.led.connect(self._go)
        self._all.clicked.connect(self.tree.tick_all)
        self._send.clicked.connect(self.send)
        self._preview.clicked.connect(self._show_pages)
        self._numbering.clicked.connect(self.acts.number)
        self.register.to_proposals.clicked.connect(lambda: self._turn("proposals"))

    def _show_pages(self) -> None:
        if self._sources:
            self.acts.preview(self._sources, self.drafts())

    def _draft(self, proposal: Proposal, chosen: Mapping[int, list[int]]) -> Draft:
        """What a unit would be sent now: the rows ticked of it, else all of it that presses."""
        assert self._sources is not None, "nothing was read"
        rows = chosen.get(proposal.unit) or [candidate.row.action.id for candidate in proposal.candidates]
        return supervision_drafts.with_rows(self._sources, proposal.draft, rows)

    def _tell_ticked(self) -> None:
        """Say of each unit the level it would be sent, and how many are ticked, on the button too."""
        chosen = self.tree.chosen()
        for proposal in self._proposals:
            self.tree.show_level(proposal.unit, self._draft(proposal, chosen).level)
        number = len(chosen)
        self._number.setText(words.COUNTED.format(units=len(self._proposals), n=number))
        self._send.setText(words.SEND_MANY.format(n=number) if number > 1 else words.SEND)
        for button in (self._send, self._preview):
            button.setEnabled(number > 0)

    def _go(self, action: int) -> None:
        if self._sources:
            self._context.go("tasks", task=self._sources.rows[action].task.id, action=action)

    def _tab(self) -> str:
        return list(words.TABS)[self.tabs.currentIndex()]

    def _turn(self, key: str) -> None:
        self.tabs.setCurrentIndex(list(words.TABS).index(key))

    def _show_tab(self) -> None:
        register = self._tab() == "register"
        self._views.setCurrentWidget(self.register if register else self._first)
        table = self.register.table if register else self.tree
        self.setFocusProxy(table)
        if self.isVisible() and not self.tabs.hasFocus():
            table.setFocus()

    def _build(self) -> None:
        look, icons = self._look, self._context.icons
        px = look.theme.px
        title = QLabel(words.PAGE)
        title.setProperty("kind", "title")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words.TABS_NAME)
        for text in words.TABS.values():
            self.tabs.addTab(text)
        head = QHBoxLayout()
        head.setSpacing(px(20))
        head.addWidget(title)
        head.addWidget(self.tabs)
        head.addStretch()
        self._number = QLabel()
        self._number.setProperty("kind", "hint")
        self._numbering, self._preview = QPushButton(words.NUMBERING), QPushButton(words.PREVIEW)
        self._all = QPushButton(words.ALL)
        for button in (self._numbering, self._all):
            button.setProperty("kind", "flat")
        self._send = QPushButton(words.SEND)
        self._send.setProperty("kind", "main")
        self._empty = EmptyState(look, icons, "check", words.EMPTY_HEAD, words.EMPTY_LINE)
        self._empty.add_button(words.TO_REGISTER, None).clicked.connect(lambda: self._turn("register"))
        self._stack = QStackedWidget()
        for place in (self.tree, self._empty):
            self._stack.addWidget(place)
        self._first = _under(self._bar(), self._stack, px(8))
        self._views = QStackedWidget()
        for view in (self._first, self.register):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(16), px(8))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._views, 1)
        self.setFocusProxy(self.tree)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self._look.theme.px(8))
        bar.addWidget(self._number)
        bar.addWidget(self._all)
        bar.addStretch()
        for button in (self._numbering, self._preview, self._send):
            bar.addWidget(button)
        return bar


def _under(bar: QHBoxLayout, place: QWidget, spacing: int) -> QWidget:
    """A view: what can be done above what it is done to."""
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    column.addLayout(bar)
    column.addWidget(place, 1)
    return view
