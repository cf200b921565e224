"""What is proposed, task by task: a tick for each, and the reason as it will be kept."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.applicability import Hint, Proposal
from desktop.look import Look
from desktop.widgets.wrap_field import WrapField
from desktop.words import applicability as words

_TICKS, _NARROW = 230, 620  # width of the ticks; width of all ÷ scale below which the reasons stand under them


class ProposalRow(QWidget):
    """One task: to be left out for a reason, or counted again."""

    def __init__(self, look: Look, proposal: Proposal, short: str) -> None:
        super().__init__()
        self.proposal = proposal
        told = words.TICK_RESTORE if proposal.restore else words.TICK
        self.tick = QCheckBox(told.format(number=proposal.task, short=short))
        self.tick.setChecked(proposal.ticked)
        self.tick.toggled.connect(lambda: self.refuse(""))
        self.reason = WrapField(look)
        self.reason.setText(proposal.reason)
        self.reason.setAccessibleName(words.REASON.format(number=proposal.task))
        self.reason.textChanged.connect(lambda: self.refuse(""))
        self._wrong = QLabel()
        self._wrong.setProperty("kind", "error")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        was = QLabel(words.WAS.format(reason=proposal.reason))
        was.setProperty("kind", "note")
        was.setWordWrap(True)
        was.setMinimumHeight(look.theme.px(32))  # its first line beside the tick
        px = look.theme.px
        self.tick.setFixedHeight(px(32))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, px(2), px(4), px(2))
        inner = QVBoxLayout()
        inner.setSpacing(px(2))
        inner.addWidget(was if proposal.restore else self.reason)
        inner.addWidget(self._wrong)
        self._row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(inner, 1)
        self._inner, self._px = inner, px
        self.fit(False)

    def fit(self, narrow: bool) -> None:
        """The reason beside the tick, or below it where there is no room."""
        px = self._px
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setSpacing(0 if narrow else px(8))
        self._inner.setContentsMargins(px(26) if narrow else 0, 0, 0, 0)
        self.tick.setFixedWidth(px(_NARROW // 2 if narrow else _TICKS))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the reason; an empty sentence takes it back."""
        if bool(sentence) == (self.reason.property("state") == "error"):
            return
        self.reason.setProperty("state", "error" if sentence else "")
        self.reason.style().polish(self.reason)
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            self.reason.setFocus()


class ProposalRows(QScrollArea):
    """`changed` tells of another tick; a tick or reason set by hand stays while its task is proposed."""

    changed = Signal()

    def __init__(self, look: Look, hints: Mapping[int, Hint]) -> None:
        super().__init__()
        self._look, self._hints = look, hints
        self.rows: list[ProposalRow] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_proposals(self, found: Sequence[Proposal]) -> None:
        """Put the proposals in the place of those before them."""
        before = {row.proposal: row for row in self.rows}
        self.rows = [ProposalRow(self._look, one, self._hints[one.task].short) for one in found]
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            was = before.get(row.proposal)
            if was is not None:
                row.tick.setChecked(was.tick.isChecked())
                row.reason.setText(was.reason.toPlainText())
            row.tick.toggled.connect(lambda _: self.changed.emit())
            column.addWidget(row)
        if not self.rows:
            none = QLabel(words.NO_PROPOSALS)
            none.setProperty("kind", "label")
            column.addWidget(none)
        column.addStretch(1)  # it alone takes what is left: a row that grew would no longer stand beside its tick
        self.setWidget(inner)  # frees the one before
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() / self._look.theme.scale < _NARROW
        for row in self.rows:
            row.fit(narrow)

    def ticked(self) -> list[ProposalRow]:
        """The rows that are to be carried out."""
        return [row for row in self.rows if row.tick.isChecked()]

    def chosen(self) -> dict[int, str]:
        """The tasks to be left out, with their reasons."""
        return {row.proposal.task: row.reason.text() for row in self.ticked() if not row.proposal.restore}

    def restored(self) -> list[int]:
        """The tasks to be counted again."""
        return [row.proposal.task for row in self.ticked() if row.proposal.restore]

    def refuse(self, number: int, sentence: str) -> None:
        """Say what is wrong with the reason of a task."""
        row = next(row for row in self.rows if row.proposal.task == number)
        row.refuse(sentence)
        self.ensureWidgetVisible(row)
