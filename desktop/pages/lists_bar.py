"""The head of the page of lists: which of the four, whose lines, and the way to copy them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from db.ledger import pinyin_key
from db.lists import KINDS, Wanted
from db.tasks import Part
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.line_field import LineField
from desktop.words import lists as words

_NARROWEST = 6  # characters a box to choose from can shrink to
_WORDED = 700  # width ÷ scale from which the buttons say what they do


class ListText(LineField):
    """Words that lines must hold; Down and Enter go on to the lines, Esc takes the words off."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ListsBar(QWidget):
    """`turned` names a list, `wanted` carries what is asked of it."""

    turned = Signal(str)
    wanted = Signal(Wanted)

    def __init__(self, look: Look, icons: Icons, parts: Iterable[Part]) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._now = Wanted()
        self.part, self.unit = self._choice(words.FILTER_PART), self._choice(words.FILTER_UNIT)
        self.part.addItem(words.ANY_PART, None)
        for part in parts:
            self.part.addItem(wording.part_line(part), part.id)
        self.unit.addItem(words.ANY_UNIT, "")
        self.text = ListText()
        self.text.setPlaceholderText(words.FILTER_TEXT)
        self.text.setAccessibleName(words.FILTER_TEXT)
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(lambda: self._ask())
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words.TABS)
        for kind in KINDS:
            self.tabs.addTab(words.NAMES[kind])
        self.tabs.currentChanged.connect(lambda at: self.turned.emit(KINDS[at]))
        self.solved = self._flat("check", words.SOLVED, words.SOLVED_TIP)
        self.solved.setCheckable(True)
        self.solved.clicked.connect(lambda: self._ask())
        self.folds = self._flat("chevrons-down-up", words.FOLD_ALL, words.FOLD_ALL)
        self.copy = self._flat("copy", words.COPY, words.COPY_TIP)
        self.copy.setAccessibleName(words.COPY)
        self._number = QLabel()
        self._number.setProperty("kind", "hint")
        self._build()

    def show_state(
        self, kind: str, wanted: Wanted, numbers: Mapping[str, int], told: str, units: Iterable[str]
    ) -> None:
        """Show which list it is, what is asked, how much there is of each, and which units can be asked for."""
        self._now = wanted
        for at, one in enumerate(KINDS):
            self.tabs.setTabText(at, words.TAB.format(name=words.NAMES[one], n=numbers[one]))
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(KINDS.index(kind))
        self.tabs.blockSignals(False)
        self._number.setText(told)
        self._offer(units)
        self.part.setCurrentIndex(max(self.part.findData(wanted.part), 0))
        if self.text.text() != wanted.text:
            self.text.setText(wanted.text)
        self.solved.setChecked(wanted.solved)
        self.solved.setIcon(self._icons.icon("check", 15, "accent" if wanted.solved else "field"))
        self.solved.setVisible(kind == "problems")

    def show_folds(self, *, all_folded: bool, usable: bool) -> None:
        """Offer to close all groups, or to open them where all are closed."""
        text = words.UNFOLD_ALL if all_folded else words.FOLD_ALL
        if self.folds.toolTip() != text:
            self.folds.setToolTip(text)
            self.folds.setAccessibleName(text)
            self._word()
        for button in (self.folds, self.copy):
            button.setEnabled(usable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the icons of the buttons where the window is narrow."""
        super().resizeEvent(event)
        self._word()

    def _word(self) -> None:
        wide = self.width() >= self._look.theme.px(_WORDED)
        self.folds.setText(self.folds.toolTip() if wide else "")
        self.copy.setText(words.COPY if wide else "")

    def told(self) -> str:
        """The conditions in force, in words."""
        text = words.TEXT.format(text=self._now.text.strip()) if self._now.text.strip() else ""
        chosen = [box.currentText() for box in (self.part, self.unit) if box.currentIndex() > 0]
        return words.BETWEEN.join(filter(None, (*chosen, text)))

    def _offer(self, units: Iterable[str]) -> None:
        names = sorted({*units, self._now.unit} - {""}, key=pinyin_key)
        if names != [self.unit.itemText(n) for n in range(1, self.unit.count())]:
            self.unit.clear()
            self.unit.addItem(words.ANY_UNIT, "")
            for name in names:
                self.unit.addItem(name, name)
        self.unit.setCurrentIndex(max(self.unit.findData(self._now.unit), 0))

    def _ask(self) -> None:
        asked = Wanted(self.part.currentData(), self.unit.currentData(), self.text.text(), self.solved.isChecked())
        if asked != self._now:
            self.wanted.emit(asked)

    def _choice(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self._look, self._icons)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_NARROWEST)
        box.activated.connect(lambda _: self._ask())
        return box

    def _flat(self, icon: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 15), text)
        button.setProperty("kind", "flat")
        button.setToolTip(tip)
        return button

    def _build(self) -> None:
        px = self._look.theme.px
        title = QLabel(words.PAGE)
        title.setProperty("kind", "title")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part.setMaximumWidth(px(220))
        self.unit.setMaximumWidth(px(160))
        self.text.setMaximumWidth(px(240))
        self.text.setMinimumWidth(px(90))
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setContentsMargins(px(20), px(10), px(16), 0)
        above.addWidget(title)
        above.addWidget(self._number)
        above.addStretch(1)
        for widget, share in ((self.part, 3), (self.unit, 2), (self.text, 3)):
            above.addWidget(widget, share)
        below.setContentsMargins(px(20), px(2), px(16), 0)
        below.addWidget(self.tabs, 1)  # its line goes on to the buttons
        for button in (self.solved, self.folds, self.copy):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (above, below):
            row.setSpacing(px(8))
            column.addLayout(row)
