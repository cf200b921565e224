"""One sentence in the dialog of 逐句分解: its words at the left, what is proposed for it at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.drafts import Draft
from db.levels import SUPERIOR
from db.words.answers import LEVELS
from desktop.dialogs.breakdown_line import DraftLine, LineFields
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.tick_box import TickBox
from desktop.words import breakdown as words

TEXT_SHARE, LINES_SHARE = 36, 64
_MARK = 46  # px the words stand right of the edge


@dataclass(frozen=True, slots=True)
class Proposed:
    """A sentence as the dialog shows it: what answers it already, in words, and what is proposed."""

    number: int
    text: str
    level: str
    answered: tuple[str, ...]
    drafts: tuple[Draft, ...]

    @property
    def state(self) -> str:
        """superior, answered or unanswered."""
        return "answered" if self.answered else "superior" if self.level in SUPERIOR else "unanswered"


class SentenceBlock(QWidget):
    """Ticked, its drafts can be changed and will be made; `lines` is what stands there."""

    changed = Signal()
    rearranged = Signal()  # lines came or went
    chosen = Signal(QWidget)
    left = Signal()
    turned = Signal(QWidget, int, str)
    level_wanted = Signal(int, QPoint)

    def __init__(self, look: Look, icons: Icons, make: LineFields, shown: Proposed, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icons, self._make = look, icons, make
        self.shown = shown
        self.lines: list[DraftLine] = []
        self._folded = False
        self.setProperty("kind", "draft")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        spoken = words.TICK_SENTENCE.format(n=shown.number, text=shown.text)
        self.box = TickBox(look, icons, spoken, self)
        self.box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._level = QPushButton(icons.icon("chevron-down", 12), words.CHANGE_LEVEL)
        self._add = QPushButton(icons.icon("plus", 14, "accent"), words.ADD_LINE)
        self._quiet = Paragraph("", "hint", self, spacing=140)
        self._build()
        self.box.clicked.connect(lambda: self.tick(self.box.isChecked()))
        self._level.clicked.connect(lambda: self.ask_level())
        self._add.clicked.connect(lambda: self.add_line())
        self.tick(any(draft.ticked for draft in shown.drafts))

    @property
    def ticked(self) -> bool:
        """Whether its drafts are to be made."""
        return self.box.isChecked()

    def stops(self) -> Sequence[QWidget]:
        """Where ↑ and ↓ go: its lines, or itself where it is not ticked."""
        return self.lines if self.ticked else [self]

    def drafts(self) -> list[Draft]:
        """What is to be made of it."""
        return [line.draft() for line in self.lines] if self.ticked else []

    def tick(self, wanted: bool) -> None:
        """Let its drafts be made, or not; what was changed in them stays."""
        if wanted and not self.lines:
            for draft in self.shown.drafts:
                self._put(draft)
        self.box.show_state(wanted)
        self._lines.setVisible(wanted)
        self._quiet.setVisible(not wanted)
        self.rearranged.emit()
        self.update()

    def add_line(self) -> None:
        """One more draft, by the unit and the deadline of the last one."""
        if not self.ticked:
            self.tick(True)
        last = self.lines[-1].draft() if self.lines else self.shown.drafts[-1]
        line = self._put(replace(last, title="", supporting=()))
        self.rearranged.emit()
        self.chosen.emit(line)
        line.enter()

    def remove(self, line: DraftLine) -> None:
        """Take a draft away; with the last one the sentence is not ticked any more."""
        if len(self.lines) == 1:
            self.tick(False)
            self.chosen.emit(self)
            return
        place = self.lines.index(line)
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.rearranged.emit()
        self.chosen.emit(self.lines[min(place, len(self.lines) - 1)])

    def ask_level(self) -> None:
        """Ask whose business it is, under the button for it."""
        self.level_wanted.emit(self.shown.number, self._level.mapToGlobal(QPoint(0, self._level.height())))

    def stack(self, wanted: bool, folded: bool) -> None:
        """Put the drafts under the words where there is no room beside them, and their fields in two rows."""
        self._folded = folded
        for line in self.lines:
            line.fold(folded)
        way = QBoxLayout.Direction.TopToBottom if wanted else QBoxLayout.Direction.LeftToRight
        self._outer.setDirection(way)
        beside = wanted and not folded
        self._right.setContentsMargins(self._look.theme.px(_MARK - 6) if beside else 0, 0, 0, 0)

    def show_current(self, place: str) -> None:
        """Show that it is in hand ("yes"), that it was ("was"), or neither ("")."""
        if self.property("current") != place:
            self.setProperty("current", place)
            self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark: filled where something answers the sentence or will, dashed where nothing does."""
        super().paintEvent(event)
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._text.mapTo(self, QPoint()).y()
        x, bottom = theme.px(38), top + self._text.height()
        if self.ticked or self.shown.answered:
            pen = QPen(theme.color("accent"), theme.px(4))
        elif self.shown.state == "superior":
            pen = QPen(theme.color("field"), theme.px(4))
        else:
            pen = QPen(theme.color("amber_fill"), theme.px(2), Qt.PenStyle.DashLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(x, top + theme.px(3), x, bottom)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _put(self, draft: Draft) -> DraftLine:
        line = DraftLine(self._look, self._icons, self._make, draft, self._lines)
        line.fold(self._folded)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        line.changed.connect(self.changed)
        line.chosen.connect(lambda: self.chosen.emit(line))
        line.left.connect(self.left)
        line.removed.connect(lambda: self.remove(line))
        line.turned.connect(lambda step, field: self.turned.emit(line, step, field))
        return line

    def _build(self) -> None:
        px = self._look.theme.px
        shown = self.shown
        self._text = Paragraph(shown.text, "original", self, spacing=120)
        self._quiet.show_words("\n".join(shown.answered) or words.QUIET[shown.state])
        left = QVBoxLayout()
        left.setSpacing(px(4))
        left.addWidget(self._text)
        left.addLayout(self._tags())
        left.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(px(_MARK - 18 - 6))
        beside.setContentsMargins(px(6), 0, 0, 0)
        beside.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(left, 1)
        self._lines = QWidget(self)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add.setProperty("kind", "accent-flat")
        self._add.setToolTip(words.ADD_LINE_TIP)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._quiet.setContentsMargins(px(6), px(4), 0, 0)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._lines)
        self._right.addWidget(self._quiet)
        self._right.addStretch()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(px(4), px(10), px(4), px(10))
        self._outer.setSpacing(px(12))
        self._outer.addLayout(beside, TEXT_SHARE)
        self._outer.addLayout(self._right, LINES_SHARE)

    def _tags(self) -> QHBoxLayout:
        """How it is answered, whose business it is, and the button to say otherwise."""
        px = self._look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(6))
        tags = []
        if self.shown.answered:
            tags.append((words.ANSWERED.format(n=len(self.shown.answered)), "linked"))
        elif self.shown.state == "unanswered":
            tags.append((words.UNANSWERED, "attention"))
        if self.shown.level != "county":
            tags.append((LEVELS[self.shown.level], ""))
        for text, tone in tags:
            tag = QLabel(text)
            tag.setProperty("kind", "tag")
            tag.setProperty("tone", tone)
            row.addWidget(tag)
        self._level.setProperty("kind", "status")
        self._level.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        for button in (self._level, self._add):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._level)
        row.addStretch()
        return row
