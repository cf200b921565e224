"""The original text as a column of sentences: each a row of its own, to be read, chosen, copied and answered."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.sentence_row import MARK, Sentence, SentenceRow
from desktop.words import answers as words


class SentenceColumn(QWidget):
    """All sentences of a task and the responsible clause under them; tells when its height is another.

    One sentence may be the current one: what is done next is done to it. Together they are one stop for Tab.
    """

    height_changed = Signal()
    current_changed = Signal(int)  # a number, 0 for none
    hovered = Signal(int)
    entered = Signal(int)
    add_wanted = Signal(int)
    choose_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    dropped = Signal(int, list)
    left = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icons = look, icons
        self._rows: list[SentenceRow] = []  # those beyond the task's sentences are hidden
        self._shown = 0
        self._before: QWidget = self
        self.current = 0
        self._chosen: frozenset[int] = frozenset()
        self._narrow = False
        self._clause_wanted = True
        self.setAccessibleName(words.COLUMN)
        self._clause = QLabel()
        self._clause.setProperty("kind", "hint")
        self._clause.setWordWrap(True)
        self._clause.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._clause)
        self._column.addStretch()
        self._column.setSpacing(look.theme.px(6))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._clause.setContentsMargins(look.theme.px(MARK), 0, 0, 0)

    @property
    def rows(self) -> Sequence[SentenceRow]:
        """The rows in view, top to bottom."""
        return self._rows[: self._shown]

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from a widget that stands before the sentences; rows are made later."""
        self._before = before

    def show_sentences(self, sentences: Sequence[Sentence], clause: str) -> None:
        """Show a task's sentences as they stand now."""
        while len(self._rows) < len(sentences):
            self._add_row()
        self._shown = len(sentences)
        for row, sentence in zip(self._rows, sentences, strict=False):
            row.show_sentence(sentence)
        for place, row in enumerate(self._rows):
            row.setVisible(place < self._shown)
        if clause != self._clause.text():
            self._clause.setText(clause)
        self.show_clause(self._clause_wanted)
        self._show()

    def show_clause(self, wanted: bool) -> None:
        """Show the responsible clause under the text, or leave it out."""
        self._clause_wanted = wanted
        self._clause.setVisible(wanted and bool(self._clause.text()))

    def fit(self, *, narrow: bool) -> None:
        """Give the words what room there is in a narrow window."""
        self._narrow = narrow
        for row in self._rows:
            row.fit(narrow=narrow)

    def choose(self, number: int) -> None:
        """Make a sentence the current one, 0 for none."""
        if number != self.current and number <= self._shown:
            self.current = number
            self._show()
            self.current_changed.emit(number)

    def enter(self, number: int) -> None:
        """Go to a sentence with the keyboard."""
        if 1 <= number <= self._shown:
            self.choose(number)
            self._rows[number - 1].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, numbers: Collection[int]) -> None:
        """Show which sentences the actions answer that are chosen in the table."""
        self._chosen = frozenset(numbers)
        self._show()

    def natural_height(self) -> int:
        """How high all of it is at its present width, px."""
        layout = self._column
        return layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        """Tell of every new layout: the rows have wrapped to another height."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return handled

    def _show(self) -> None:
        stop = self.current or 1
        for number, row in enumerate(self.rows, start=1):
            row.show_as(current=number == self.current, chosen=number in self._chosen)
            row.text.walk(here=number == stop)
        self.setFocusProxy(self._rows[stop - 1].text if self._shown else None)  # type: ignore[arg-type]

    def _add_row(self) -> None:
        number, row = len(self._rows) + 1, SentenceRow(self._look, self._icons, self)
        row.fit(narrow=self._narrow)
        self.setTabOrder(self._rows[-1].text if self._rows else self._before, row.text)
        row.taken.connect(lambda here: self.choose(number) if here else None)
        row.stepped.connect(lambda step: self.enter(number + step))
        row.left.connect(self.left)
        row.entered.connect(lambda: self.entered.emit(number))
        row.hovered.connect(lambda here: self.hovered.emit(number if here else 0))
        row.add_wanted.connect(lambda: self.add_wanted.emit(number))
        row.choose_wanted.connect(lambda: self.choose_wanted.emit(number))
        row.menu_wanted.connect(lambda place: self.menu_wanted.emit(number, place))
        row.dropped.connect(lambda ids: self.dropped.emit(number, ids))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
