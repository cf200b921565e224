"""The options of one kind of report, as far as it heeds them: period, scope, paper, what is printed, letterhead."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.letterhead import Letterhead
from db.periods import Period
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.pages.report_letter import LetterFields
from desktop.pages.report_scope import ScopeFields
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.segment_choice import SegmentChoice
from desktop.wording import long_date
from desktop.words import narrative
from desktop.words import reports as words
from reports.data import ReportData
from reports.kinds import KINDS
from reports.options import Options

_LABEL = 60  # px
_BESIDES = ("not-applicable", "comparison")  # of what can be attached, what is not by default
_YES_NO = {True: "yes", False: "no"}


class ReportOptions(QScrollArea):
    """`changed` tells that the user chose something; what is typed in the letterhead goes by itself."""

    changed = Signal()
    letter_typed = Signal(Letterhead)
    letter_wanted = Signal(Letterhead)
    text_wanted = Signal()

    def __init__(self, look: Look, icons: Icons, standing: Standing) -> None:
        super().__init__()
        self._look, self._icons, self._standing = look, icons, standing
        self._kind = ""
        self._options = Options()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_kind(self, kind: str, options: Options, periods: Sequence[tuple[str, Period | None]]) -> None:
        """Show the options of a kind; `periods` are offered by the words they are shown in."""
        self._kind, self._options = kind, options
        px = self._look.theme.px
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(16), px(14), px(16), px(14))
        self._column.setSpacing(px(10))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._add_period(periods)
        self._add_scope()
        self._add_letter()
        self._add_segments()
        self._add_text()
        self._add_ticks()
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setFocusProxy(self.period)

    @property
    def options(self) -> Options:
        """What is chosen."""
        taken: dict[str, object] = {"period": self.period.currentData()}
        if self.scope is not None:
            taken |= {"scope": self.scope.scope, "actions": self.scope.codes}
        for name, segments in self.segments.items():
            taken[name] = segments.value == "yes" if name == "stamped" else segments.value
        taken |= {name: tick.isChecked() for name, tick in self.ticks.items()}
        if self.extras:
            taken["extras"] = tuple(kind for kind, tick in self.extras.items() if tick.isChecked())
        return replace(self._options, **taken)  # type: ignore[arg-type]

    def show_data(self, data: ReportData) -> None:
        """Say of which day the data are, which period it is, and what the letterhead says."""
        told = words.AS_OF_LOCKED if data.locked else words.AS_OF_NOW
        self.as_of.setText(told.format(day=long_date(data.today)))
        if self.period.currentData() is None:
            self.period.setItemText(self.period.currentIndex(), words.PERIOD_NOW.format(name=data.period.name))
        self.letter.show_letterhead(data.letterhead, locked=data.locked)
        if self.write is not None:
            whole = data.options.scope.whole
            self.write.setEnabled(whole)
            self._about_text.setText(narrative.OPEN_LINE if whole else narrative.OPEN_WHOLE)

    # --- how it is made ---------------------------------------------------------------------------------

    def _add_period(self, periods: Sequence[tuple[str, Period | None]]) -> None:
        self.period = ChoiceBox(self._look, self._icons)
        self.period.setMinimumContentsLength(6)
        self.period.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, period in periods:
            self.period.addItem(text, period)
        chosen = next((n for n, (_, period) in enumerate(periods) if period == self._options.period), 0)
        self.period.setCurrentIndex(chosen)
        self.period.activated.connect(lambda _: self.changed.emit())
        self._add_row(words.PERIOD, self.period)
        self.as_of = QLabel()
        self.as_of.setProperty("kind", "body")
        self.as_of.setWordWrap(True)
        self.as_of.setContentsMargins(0, self._look.theme.px(7), 0, self._look.theme.px(4))
        self._add_row(words.AS_OF, self.as_of)

    def _add_scope(self) -> None:
        self.scope: ScopeFields | None = None
        if "scope" in KINDS[self._kind].options:
            self.scope = ScopeFields(self._look, self._icons, self._standing, self._options)
            self.scope.changed.connect(self.changed)
            self._add_row(words.SCOPE, self.scope)

    def _add_letter(self) -> None:
        self.letter = LetterFields(self._look, self._kind, self)
        for name, row in self.letter.rows.items():
            self._add_row(words.LETTER[name], row)
        self.letter.typed.connect(self.letter_typed)
        self.letter.wanted.connect(self.letter_wanted)

    def _add_segments(self) -> None:
        self.segments: dict[str, SegmentChoice] = {}
        for name, (label, texts) in words.SEGMENTS.items():
            if name in KINDS[self._kind].options:
                value = getattr(self._options, name)
                segments = SegmentChoice(self._look, texts, _YES_NO.get(value, value))
                segments.setToolTip(words.SEGMENT_TIPS[name])
                for code, button in segments.buttons.items():
                    button.setAccessibleName(f"{label}{texts[code]}")
                segments.changed.connect(self._choose_segment)
                self.segments[name] = segments
                self._add_row(label, segments)
        self._bind()

    def _choose_segment(self) -> None:
        self._bind()
        self.changed.emit()

    def _bind(self) -> None:
        """On A3 there is no 装订版."""
        if {"binding", "size"} <= self.segments.keys():
            self.segments["binding"].setEnabled(self.segments["size"].value == "A4")

    def _add_ticks(self) -> None:
        self.ticks: dict[str, QCheckBox] = {}
        self.extras: dict[str, QCheckBox] = {}
        heeded = (*KINDS[self._kind].options, "duplex")
        group = self._group()
        for name, text in words.TICKS.items():
            if name in heeded:
                self.ticks[name] = self._tick(group, text, getattr(self._options, name), words.TICK_TIPS[name])
        if "extras" in heeded:
            group = self._group()
            head = QLabel(words.ATTACHED if "attachments" in heeded else words.EXTRAS)
            head.setProperty("kind", "label")
            group.addWidget(head)
            for kind in self._offered():
                on = kind in self._options.extras
                self.extras[kind] = self._tick(group, KINDS[kind].name, on, KINDS[kind].line)

    def _add_text(self) -> None:
        """The way to the paragraphs of a report that consists of them; of all of it, for an edit is of all of it."""
        self.write: QPushButton | None = None
        if KINDS[self._kind].word is None:
            return
        group = self._group()
        self.write = QPushButton(self._icons.icon("pencil", 15), narrative.OPEN)
        self.write.clicked.connect(self.text_wanted)
        self._about_text = QLabel()
        self._about_text.setProperty("kind", "label")
        self._about_text.setWordWrap(True)
        group.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        group.addWidget(self._about_text)

    def _offered(self) -> list[str]:
        """What can be bound together or attached: what is by default, and what can be besides."""
        there = dict.fromkeys((*Options().extras, *_BESIDES, *self._options.extras))
        return [kind for kind in there if kind in KINDS and kind != self._kind]

    def _tick(self, group: QVBoxLayout, text: str, on: bool, tip: str) -> QCheckBox:
        tick = QCheckBox(text)
        tick.setChecked(on)
        tick.setToolTip(tip)
        tick.setAccessibleDescription(tip)
        tick.clicked.connect(lambda _: self.changed.emit())
        group.addWidget(tick)
        return tick

    def _group(self) -> QVBoxLayout:
        """What stands close together, under a line."""
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        group = QVBoxLayout()
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(self._look.theme.px(8))
        self._column.addWidget(line)
        self._column.addLayout(group)
        return group

    def _add_row(self, label: str, field: QWidget) -> None:
        name = QLabel(label)
        name.setProperty("kind", "label")
        name.setFixedSize(self._look.theme.px(_LABEL), self._look.theme.px(32))
        name.setBuddy(field)
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        # A widget of a fixed width would keep the whole column to it, were it not aligned.
        left = Qt.AlignmentFlag.AlignLeft if isinstance(field, SegmentChoice) else Qt.AlignmentFlag(0)
        self._grid.addWidget(field, row, 1, left)
        if not field.accessibleName() and not isinstance(field, ScopeFields):
            field.setAccessibleName(label)
