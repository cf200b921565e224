"""The head of the ledger page: its name and number, the questions asked most, how the rows are shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from db import periods
from db.ledger import OPEN, URGENT, Filter
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import LEAVES_TIP, calendar_file, finding, pasting
from desktop.words import ledger as words

# What each of the quick questions asks, on a day.
_QUICK: Mapping[str, Callable[[str], Filter]] = {
    words.EVERYTHING: lambda today: Filter(),
    words.NOT_CLOSED: lambda today: Filter(status=OPEN),
    words.URGENT: lambda today: Filter(timing=URGENT),
    words.THIS_MONTH: lambda today: Filter(due=periods.at("month", today)),
}
_ASKED = ("status", "timing", "due", "figure")  # the conditions the quick questions are about
# Less and less where the window is narrow: words beside icons, which of the numbers, the title.
_SAID = ((True, 0, True), (False, 0, True), (False, 1, True), (False, 1, False), (False, 2, False))


class LedgerBar(QWidget):
    """`wanted` carries the filter of a quick question, `group_wanted` a grouping."""

    wanted = Signal(Filter)
    group_wanted = Signal(str)
    columns_wanted = Signal(QPoint)
    mine_wanted = Signal(QPoint)

    def __init__(self, look: Look, icons: Icons, today: Callable[[], str]) -> None:
        super().__init__()
        self._today = today
        self._filter = Filter()
        self._group = ""
        self._fitted_to = 0
        self._title, self._number = QLabel(words.LEDGER), QLabel()
        self._numbers = ("", "", "")  # with what is left out, without, none at all
        self._title.setProperty("kind", "title")
        self._number.setProperty("kind", "label")
        # It says less where the page is narrow; what it would like to say must not keep the page wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(10), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self._title)
        self._number.setContentsMargins(0, 0, px(8), 0)
        row.addWidget(self._number)
        self.quick = {text: self._segment(text) for text in _QUICK}
        for button in self.quick.values():
            row.addWidget(button)
        self.mine = self._flat(icons, "chevron-down", finding.MINE)
        self.mine.setToolTip(finding.MINE_TIP)
        self.mine.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.mine.clicked.connect(lambda: self.mine_wanted.emit(self.mine.mapToGlobal(QPoint(0, self.mine.height()))))
        row.addWidget(self.mine)
        row.addStretch()
        self.group = self._flat(icons, "rows-3", "")
        self.group.setToolTip(words.GROUP_TIP)
        self.group.clicked.connect(self._offer_groups)
        self.columns = self._flat(icons, "columns-3", words.CHOOSE_COLUMNS)
        self.columns.setToolTip(words.COLUMNS_TIP)
        self.columns.clicked.connect(
            lambda: self.columns_wanted.emit(self.columns.mapToGlobal(QPoint(0, self.columns.height())))
        )
        self.paste = self._flat(icons, "clipboard-paste", pasting.PASTE)
        self.paste.setToolTip(pasting.PASTE_TIP)
        self.calendar = self._flat(icons, "calendar-arrow-down", "")
        self.calendar.setToolTip(calendar_file.EXPORT_TIP)
        self.calendar.setAccessibleName(calendar_file.EXPORT)
        for button in (self.group, self.columns, self.paste, self.calendar):
            row.addWidget(button)

    def show_state(self, question: Filter, group: str, *, number: int, uncounted: int, urgent: int) -> None:
        """Show how many rows there are, what is asked, and how the rows are grouped."""
        self._filter, self._group = question, group
        said = (words.UNCOUNTED, words.UNCOUNTED_TIP) if uncounted else ("", "")
        left_out, why = (text.format(n=uncounted) for text in said)
        counted = words.NUMBER.format(n=number - uncounted)
        self._numbers = (counted + left_out, counted, "")
        self._number.setToolTip("\n".join(filter(None, (LEAVES_TIP, why))))
        for text, button in self.quick.items():
            asked = _QUICK[text](self._today())
            button.setChecked(all(getattr(asked, name) == getattr(question, name) for name in _ASKED))
            button.setText(text.format(n=urgent))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where the window is narrow: icons without words, the number alone, no title."""
        super().resizeEvent(event)
        if self.width() != self._fitted_to:  # hiding the title makes the bar lower, which is no reason to begin again
            self._fit()

    def _fit(self) -> None:
        self._fitted_to = self.width()
        worded = {self.group: words.GROUP[self._group], self.columns: words.CHOOSE_COLUMNS, self.paste: pasting.PASTE}
        for shown, number, titled in _SAID:
            for button, text in worded.items():
                button.setText(text if shown else "")
                button.setAccessibleName(text)
            self._number.setText(self._numbers[number])
            self._number.setVisible(number < len(self._numbers) - 1)
            self._title.setVisible(titled)
            if self.layout().sizeHint().width() <= self.width():
                return

    def _segment(self, text: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._ask(text))
        return button

    def _ask(self, text: str) -> None:
        """What else is asked stays: 逾期和临期 of one unit."""
        asked = _QUICK[text](self._today())
        self.wanted.emit(replace(self._filter, status=asked.status, timing=asked.timing, due=asked.due, figure=""))

    def _flat(self, icons: Icons, icon: str, text: str) -> QPushButton:
        button = QPushButton(icons.icon(icon, 15), text)
        button.setProperty("kind", "flat")
        return button

    def _offer_groups(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, text in words.GROUP.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(code == self._group)
            action.triggered.connect(lambda _=False, code=code: self.group_wanted.emit(code))
        menu.popup(self.group.mapToGlobal(QPoint(0, self.group.height())))
