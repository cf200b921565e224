"""The second step of the first start: which of the tasks concern the county."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.applicability import Guide
from db.errors import ChecklistError
from db.text import ordinal
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.applicability_form import ApplicabilityForm
from desktop.widgets.steps_line import StepsLine
from desktop.words import applicability as words

_LOW, _NARROW = 430, 640  # height and width ÷ scale below which there is no room for everything


class WhichTasksPage(QWidget):
    """`begin_wanted` once the proposals have been seen, `skip_wanted` at any time; nothing is written here."""

    back_wanted = Signal()
    skip_wanted = Signal()
    begin_wanted = Signal()

    def __init__(self, look: Look, icons: Icons, guide: Guide, given: Mapping[str, bool], confirmer: str) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self.setProperty("kind", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = ApplicabilityForm(look, icons, guide, given=given, confirmer=confirmer)
        self._asking = words.HEAD.format(n=ordinal(len(guide.questions)))
        self._head, self._line = QLabel(), QLabel()
        self.back, self.skip, self.main = QPushButton(words.BACK), QPushButton(words.SKIP), QPushButton()
        self._build()
        self.form.turned.connect(self._turned)
        self.form.passed.connect(self.main.setFocus)
        self.form.sent.connect(self.begin_wanted)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self.skip_wanted)
        self.main.clicked.connect(self._go_on)
        self._turned()

    def refuse(self, error: ChecklistError) -> None:
        """Say in the form what cannot stand."""
        self.form.refuse(error)

    def _go_on(self) -> None:
        if self.form.confirming:
            self.begin_wanted.emit()
        else:
            self.form.confirm(True)

    def _go_back(self) -> None:
        if self.form.confirming:
            self.form.confirm(False)
        else:
            self.back_wanted.emit()

    def _turned(self) -> None:
        confirming = self.form.confirming
        self._head.setText(words.HEAD_CONFIRM if confirming else self._asking)
        self._line.setText(words.LINE_CONFIRM if confirming else words.LINE)
        self.main.setText(words.BEGIN if confirming else words.NEXT)

    def _build(self) -> None:
        px = self._look.theme.px
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        sheet.setMaximumSize(px(1120), px(700))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._inner = inner = QVBoxLayout()
        inner.setSpacing(px(4))
        self._steps = StepsLine(self._look, self._icons, words.STEPS, 1)
        inner.addWidget(self._steps)
        inner.addWidget(self._head)
        told = QHBoxLayout()
        told.addWidget(self._line, 1)
        told.addWidget(self.form.figures)
        inner.addLayout(told)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        inner.addWidget(line)
        inner.addWidget(self.form, 1)
        column.addLayout(inner, 1)
        column.addWidget(self._foot())
        self._head.setProperty("kind", "heading")
        self._line.setProperty("kind", "label")
        for label in (self._head, self._line):
            label.setWordWrap(True)
        self._centre = QHBoxLayout(self)
        self._centre.addWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what only explains where the window is low, and give the margins away."""
        super().resizeEvent(event)
        px, scale = self._look.theme.px, self._look.theme.scale
        low, narrow = self.height() / scale < _LOW, self.width() / scale < _NARROW
        around, side = px(8 if low else 24), px(20 if narrow else 56)
        self._centre.setContentsMargins(around, around, around, around)
        self._inner.setContentsMargins(side, px(8 if low else 24), side, px(6 if low else 10))
        self._row.setContentsMargins(px(28), px(6 if low else 14), px(24), px(6 if low else 14))
        self._steps.setVisible(not low)
        self._line.setVisible(not low)
        self.form.fit(low=low)

    def _foot(self) -> QWidget:
        px = self._look.theme.px
        foot = QWidget()
        foot.setProperty("kind", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = row = QHBoxLayout(foot)
        row.setSpacing(px(16))
        self.back.setIcon(self._icons.icon("arrow-left", 16))
        for button, kind in ((self.back, "flat"), (self.skip, "flat"), (self.main, "main")):
            button.setProperty("kind", kind)
            button.setAutoDefault(True)  # Enter presses what has the focus
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.skip)
        row.addWidget(self.main)
        return foot
