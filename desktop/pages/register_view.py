"""The register of 督办通知单 with its filters, and what can be done to the chosen one."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.ledger import pinyin_key
from db.supervision import Notice, Wanted
from desktop.pages.page import Context
from desktop.pages.register_list import RegisterList
from desktop.supervision_acts import SupervisionActs
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.view_act import view_act
from desktop.words import supervision as words


class RegisterView(QWidget):
    """Filters and table; `show_notices` is told whenever there is something new."""

    def __init__(self, context: Context, acts: SupervisionActs) -> None:
        super().__init__()
        self._context, self._acts = context, acts
        self._notices: list[Notice] = []
        states = [("", words.ANY_STATE), ("open", words.OPEN), *words.STATES.items()]
        self.state = self._filter(words.FILTER_STATE, states)
        self.unit = self._filter(words.FILTER_UNIT, [("", words.ANY_UNIT)])
        self.table = RegisterList(context.look, self.menu, self._reply)
        self.acts = {
            name: view_act(self.table, text, key, run)
            for name, text, key, run in (
                ("reply", words.REPLY, "F2", self._reply), ("unreply", words.UNREPLY, "", self._unreply),
                ("urge", words.URGE, "Ctrl+U", self._urge), ("print", words.REPRINT, "Ctrl+P", self._print),
                ("go", words.GO, "Ctrl+Return", self._go), ("void", words.VOID, "Delete", self._void),
            )
        }  # fmt: skip
        self._build()
        self.table.currentItemChanged.connect(lambda *_: self._update())
        for combo in (self.state, self.unit):
            combo.activated.connect(lambda _: self._fill())
        self._update()

    def show_notices(self, notices: list[Notice]) -> None:
        """Show these, as far as the filters let them."""
        self._notices = notices
        self._offer_units()
        self._fill()

    def choose(self, notice: int) -> None:
        """Make a notice current, with every filter that hides it taken off."""
        if not self.table.choose(notice):
            self.clear_filters()
            self.table.choose(notice)

    def clear_filters(self) -> None:
        """Show all of it."""
        for combo in (self.state, self.unit):
            combo.setCurrentIndex(0)
        self._fill()

    def menu(self) -> QMenu:
        """The acts over a notice."""
        menu = QMenu(self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        for act in self.acts.values():
            menu.addAction(act)
        return menu

    def _fill(self) -> None:
        today, wanted = self._context.session.today(), Wanted(self.unit.currentData(), "", self.state.currentData())
        shown = [notice for notice in self._notices if wanted.admits(notice, today)]
        self.table.show_notices(shown, today, self._context.session.yard.plan_year)
        self._number.setText(words.NUMBER.format(n=len(shown)))
        self._stack.setCurrentWidget(self.table if shown else self._filtered if self._notices else self._empty)
        self._pages.setEnabled(bool(self._notices))
        self._update()

    def _update(self) -> None:
        """Offer what can be done to the chosen notice."""
        notice = self.table.chosen()
        state = notice.state(self._context.session.today()) if notice else ""
        usable = {
            "reply": state not in ("", "void"), "unreply": state == "replied", "urge": state in ("waiting", "late"),
            "print": bool(state), "go": bool(state), "void": state not in ("", "void"),
        }  # fmt: skip
        for name, act in self.acts.items():
            act.setEnabled(usable[name])
        self._reply_button.setEnabled(usable["reply"])
        self._urge_button.setEnabled(usable["urge"])
        self._more.setEnabled(bool(state))

    def _reply(self) -> None:
        notice = self.table.chosen()
        if notice and not notice.void_on:
            self._acts.reply(notice)

    def _unreply(self) -> None:
        if notice := self.table.chosen():
            self._acts.unreply(notice)

    def _urge(self) -> None:
        if notice := self.table.chosen():
            self._acts.urge(notice)

    def _void(self) -> None:
        if notice := self.table.chosen():
            self._acts.void(notice)

    def _print(self) -> None:
        if notice := self.table.chosen():
            self._acts.print([notice.id])

    def _go(self) -> None:
        notice = self.table.chosen()
        if notice:
            wanted = notice.items[0].action
            its = next(a for task in self._context.standing.actions.values() for a in task if a.id == wanted)
            self._context.go("tasks", task=its.task, action=its.id)

    def _offer_units(self) -> None:
        self.unit.offer(sorted({notice.called for notice in self._notices}, key=pinyin_key), words.ANY_UNIT)

    def _build(self) -> None:
        look, icons = self._context.look, self._context.icons
        px = look.theme.px
        self._number = QLabel()
        self._number.setProperty("kind", "hint")
        self._pages = QPushButton(words.PAGES)
        self._pages.clicked.connect(self._acts.print_register)
        self._urge_button, self._reply_button = QPushButton(words.URGE), QPushButton(words.REPLY)
        self._urge_button.clicked.connect(self._urge)
        self._reply_button.setProperty("kind", "main")
        self._reply_button.clicked.connect(self._reply)
        self._more = QPushButton(icons.icon("ellipsis", px=16), "")
        self._more.setProperty("kind", "flat")
        self._more.setAccessibleName(words.MORE)
        self._more.setToolTip(words.MORE)
        self._more.clicked.connect(lambda: self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        for widget in (self.state, self.unit, self._number):
            bar.addWidget(widget)
        bar.addStretch()
        for button in (self._pages, self._more, self._urge_button, self._reply_button):
            bar.addWidget(button)
        self._empty = EmptyState(look, icons, "stamp", words.REGISTER_EMPTY_HEAD, words.REGISTER_EMPTY_LINE)
        self.to_proposals = self._empty.add_button(words.TO_PROPOSALS, "main")
        self._filtered = EmptyState(look, icons, "list-filter", words.FILTERED_HEAD, words.FILTERED_LINE)
        self._filtered.add_button(words.CLEAR_FILTERS, None).clicked.connect(self.clear_filters)
        self._stack = QStackedWidget()
        for place in (self.table, self._empty, self._filtered):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _filter(self, name: str, items: Iterable[tuple[str, str]]) -> ChoiceBox:
        combo = ChoiceBox(self._context.look, self._context.icons)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, word in items:
            combo.addItem(word, key)
        return combo
