"""The units to be supervised, each with what it leads that presses; ticked are those a notice will go to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from db.supervision_drafts import Proposal
from desktop.look import Look
from desktop.models.supervision_rows import TONES, level, of_row, of_unit
from desktop.words import supervision as words

_UNIT, _ACTION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LEVEL, _DUE, _NOTICE = 180, 96, 188
_NARROW = 720  # width ÷ scale below which the due date gives way: the countdown says it too


class ProposalTree(QTreeWidget):
    """Space ticks a unit or one of its rows; Enter on a unit asks for its notice, on a row goes to the action."""

    wanted = Signal(int)  # the unit
    led = Signal(int)  # the action
    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.theme.px
        self.setProperty("kind", "plain")
        self.setAccessibleName(words.PROPOSALS)
        self.setColumnCount(len(words.COLUMNS))
        self.setHeaderLabels(words.COLUMNS)
        self.setIndentation(px(20))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, _LEVEL), (2, _DUE), (3, _NOTICE)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, px(width))
        self.itemChanged.connect(self._follow)
        self.itemDoubleClicked.connect(self._go)

    def show_proposals(self, found: Sequence[Proposal], today: str, plan_year: int) -> None:
        """Show them; ticked is what is overdue and on no notice without a reply. What was folded stays so."""
        here, closed = self._place(), self._closed()
        self.blockSignals(True)
        self.clear()
        for proposal in found:
            self._add(proposal, today, plan_year, folded=proposal.unit in closed)
        self.blockSignals(False)
        self._go_back(here)
        self.ticked.emit()

    def chosen(self) -> dict[int, list[int]]:
        """The actions ticked, by unit, in the order shown."""
        found = {}
        for head in self._heads():
            actions = [row.data(0, _ACTION) for row in _rows(head) if row.checkState(0) == Qt.CheckState.Checked]
            if actions:
                found[head.data(0, _UNIT)] = actions
        return found

    def show_level(self, unit: int, code: str) -> None:
        """Say which level the notice of a unit would have."""
        for head in self._heads():
            if head.data(0, _UNIT) == unit:
                self.blockSignals(True)
                head.setText(1, level(code))
                head.setForeground(1, self._look.theme.color(TONES[code]))
                self.blockSignals(False)
        self.viewport().update()

    def tick_all(self) -> None:
        """Tick every unit with all its rows; none where all are ticked."""
        heads = self._heads()
        whole = all(row.checkState(0) == Qt.CheckState.Checked for head in heads for row in _rows(head))
        for head in heads:
            head.setCheckState(0, Qt.CheckState.Unchecked if whole else Qt.CheckState.Checked)

    def choose(self, unit: int) -> bool:
        """Make a unit current; False where it is not shown."""
        for head in self._heads():
            if head.data(0, _UNIT) == unit:
                self.setCurrentItem(head)
                return True
        return False

    def reveal(self, action: int) -> bool:
        """Make the row of an action current; False where it is not shown."""
        for head in self._heads():
            for row in _rows(head):
                if row.data(0, _ACTION) == action:
                    self.setCurrentItem(row)
                    self.scrollToItem(row)
                    return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._go(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(2, self.viewport().width() / self._look.theme.scale < _NARROW)

    def _add(self, proposal: Proposal, today: str, plan_year: int, *, folded: bool) -> None:
        theme = self._look.theme
        asked = {demand.action for demand in proposal.draft.demands} if proposal.draft.level != "blue" else set()
        head = QTreeWidgetItem(self, list(of_unit(proposal)))
        head.setData(0, _UNIT, proposal.unit)
        head.setCheckState(0, Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked)
        head.setFont(0, theme.font(14, bold=proposal.fresh))
        head.setForeground(3, theme.color("text2"))
        for candidate in proposal.candidates:
            row = QTreeWidgetItem(head, list(of_row(candidate, today, plan_year)))
            row.setData(0, _ACTION, candidate.row.action.id)
            ticked = candidate.row.action.id in asked
            row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            row.setToolTip(0, candidate.row.action.title)
            row.setToolTip(3, words.URGE_FIRST if candidate.pending(today) else "")
            late = candidate.row.timing.code == "overdue"
            row.setForeground(1, theme.color("red" if late else "amber"))
            for column in (2, 3):
                row.setForeground(column, theme.color("text2"))
        head.setExpanded(not folded)

    def _follow(self, item: QTreeWidgetItem) -> None:
        """A unit ticks all its rows; one of them ticks the unit."""
        self.blockSignals(True)
        if item.parent() is None:
            for row in _rows(item):
                row.setCheckState(0, item.checkState(0))
        else:
            any_ = any(row.checkState(0) == Qt.CheckState.Checked for row in _rows(item.parent()))
            item.parent().setCheckState(0, Qt.CheckState.Checked if any_ else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def _go(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            self.wanted.emit(item.data(0, _UNIT))
        else:
            self.led.emit(item.data(0, _ACTION))

    def _heads(self) -> list[QTreeWidgetItem]:
        return [item for n in range(self.topLevelItemCount()) if (item := self.topLevelItem(n)) is not None]

    def _closed(self) -> set[int]:
        return {head.data(0, _UNIT) for head in self._heads() if not head.isExpanded()}

    def _place(self) -> tuple[object, object]:
        item = self.currentItem()
        return (item.data(0, _UNIT), item.data(0, _ACTION)) if item is not None else (None, None)

    def _go_back(self, place: tuple[object, object]) -> None:
        unit, action = place
        if isinstance(action, int) and self.reveal(action):
            return
        if not (isinstance(unit, int) and self.choose(unit)) and self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))


def _rows(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [head.child(n) for n in range(head.childCount())]
