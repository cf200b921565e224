"""The head of the dialog of 逐句分解: the task, how far its text is answered, and the heads of the columns."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.breakdown_block import LINES_SHARE, TEXT_SHARE
from desktop.dialogs.breakdown_line import BUTTON, DAY_WIDE, DUE_WIDE, LEAD_WIDE
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.due_field import DueField
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.tick_box import TickBox
from desktop.words import breakdown as words

_NARROW = 980  # width ÷ scale below which the columns stand in no line


class BreakdownHead(QWidget):
    """The task at the left, 原文落实 at the right."""

    def __init__(self, look: Look, explain: str) -> None:
        super().__init__()
        px = look.theme.px
        self._title, self._figures, self._numbers = QLabel(), QLabel(), QLabel()
        self._bar = ProgressBar(look)
        self._line = line = QLabel(explain)
        for label, kind in ((self._title, "head"), (line, "label"), (self._figures, "note"), (self._numbers, "strong")):
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        line.setWordWrap(True)
        words_of = QVBoxLayout()
        words_of.setSpacing(px(2))
        words_of.addWidget(self._title)
        words_of.addWidget(line)
        numbers = QHBoxLayout()
        numbers.setSpacing(px(8))
        numbers.addStretch()
        numbers.addWidget(self._bar)
        numbers.addWidget(self._numbers)
        covered = QVBoxLayout()
        covered.setSpacing(px(2))
        covered.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignRight)
        covered.addLayout(numbers)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(20), px(10))
        row.setSpacing(px(20))
        row.addLayout(words_of, 1)
        row.addLayout(covered)

    def fit(self, *, small: bool) -> None:
        """Leave out what can be done without where there is no room for the task itself."""
        self._line.setVisible(not small)
        self._figures.setVisible(not small)

    @property
    def title(self) -> str:
        """The task's name."""
        return self._title.text()

    @property
    def coverage(self) -> str:
        """How far its text is answered, and would be."""
        return self._numbers.text()

    def name(self, title: str) -> None:
        """Show another task."""
        self._title.setText(title)

    def show_coverage(self, now: int, then: int, every: int, superior: int) -> None:
        """Show how many sentences are answered, and would be; those that are not the county's apart."""
        self._figures.setText(words.COVERAGE_SUPERIOR.format(n=superior) if superior else words.COVERAGE)
        grows = words.COVERAGE_GROWS if then != now else words.COVERAGE_STAYS
        self._numbers.setText(grows.format(now=now, then=then, all=every) if every else words.COVERAGE_NONE)
        self._bar.setVisible(every > 0)
        self._bar.show_percent(then * 100 // every if every else 0, done=bool(every) and then == every)


class Columns(QWidget):
    """The heads of the columns, a box that ticks all, and a field for the deadline of all that is ticked."""

    due_wanted = Signal(str)
    all_wanted = Signal(bool)
    left = Signal()

    def __init__(self, look: Look, icons: Icons, due: DueField) -> None:
        super().__init__()
        self._look = look
        px = look.theme.px
        self.all = TickBox(look, icons, words.TICK_ALL, self)
        self.all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.all.setToolTip(words.TICK_ALL)
        self._some = False
        self.all.clicked.connect(lambda: self.all_wanted.emit(not self._some))
        self.due = due
        due.setParent(self)
        due.setPlaceholderText(words.ALL_DUE)
        due.setAccessibleName(words.ALL_DUE_SPOKEN)
        due.setToolTip(words.ALL_DUE_TIP)
        due.setFixedWidth(px(DUE_WIDE))
        due.editingFinished.connect(self._send)
        due.textChanged.connect(lambda _: None if due.hasFocus() else self._send())
        due.installEventFilter(self)
        self._number = QLabel()
        self._heads = [QLabel(text) for text in words.HEADS[:2]]
        for label in (self._number, *self._heads):
            label.setProperty("kind", "note")
        self._heads[1].setFixedWidth(px(LEAD_WIDE))
        first = QHBoxLayout()
        first.setSpacing(px(22))
        first.setContentsMargins(px(6), 0, 0, 0)
        first.addWidget(self.all)
        first.addWidget(self._number, 1)
        rest = QHBoxLayout()
        rest.setSpacing(px(6))
        rest.setContentsMargins(px(8), 0, px(4), 0)
        rest.addWidget(self._heads[0], 1)
        rest.addWidget(self._heads[1])
        rest.addWidget(due)
        rest.addSpacing(px(DAY_WIDE + 2 * BUTTON + 16))
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(4), px(28), px(4))
        row.setSpacing(px(12))
        row.addLayout(first, TEXT_SHARE)
        row.addLayout(rest, LINES_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for above in (True, False):
            line = QFrame()
            line.setProperty("kind", "line")
            line.setFixedHeight(1)
            column.addWidget(line)
            if above:
                column.addLayout(row)

    def show_ticked(self, sentences: int, ticked: int, own: int) -> None:
        """Show how many sentences there are, and whether all of the county's own are ticked."""
        self._number.setText(words.SENTENCES.format(n=sentences))
        self._some = ticked > 0
        self.all.show_state(ticked > 0, partly=0 < ticked < own)

    def enter(self) -> None:
        """Go into the field for the deadline of all."""
        self.due.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.due.selectAll()

    def clear(self) -> None:
        """Another task begins with nothing."""
        self.due.start_afresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the deadline and leads back to the list, Esc only leads back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the heads where the columns stand in no line."""
        super().resizeEvent(event)
        for label in self._heads:
            label.setVisible(self.width() / self._look.theme.scale >= _NARROW)

    def _send(self) -> None:
        if self.due.text().strip():
            self.due_wanted.emit(self.due.text().strip())
