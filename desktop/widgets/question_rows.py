"""The questions about the county, one below the other, each with what follows from its answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.applicability import Guide, Question
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.yes_no import YesNo
from desktop.words import applicability as words

_NARROW = 620  # width ÷ scale below which the tasks are named by their number alone
# effect: (icon, its colour, the kind of the words)
_SIGNS = {
    "leave": ("minus", "text2"), "ask": ("minus", "text3"), "applies": ("check", "green"),
    "restore": ("rotate-ccw", "accent"), "out": ("minus", "text3"),
}  # fmt: skip


class QuestionRow(QWidget):
    """One question, its two answers, and the effect at the right."""

    def __init__(
        self, look: Look, icons: Icons, number: int, question: Question, short: str, value: bool | None
    ) -> None:
        super().__init__()
        self.question = question
        self._icons, self._short = icons, words.OF_TASK.format(number=question.task, short=short)
        self.answer = YesNo(look, question.text, value)
        self._number, self._sign, self._effect, self.task = QLabel(str(number)), QLabel(), QLabel(), QLabel(self._short)
        text = QLabel(question.text)
        text.setProperty("kind", "body")
        text.setWordWrap(True)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), px(4), px(4))
        row.setSpacing(px(8))
        for label, width in ((self._number, 20), (self._sign, 16), (self._effect, 76), (self.task, 156)):
            label.setProperty("kind", "label")
            label.setFixedWidth(px(width))
        row.addWidget(self._number)
        row.addWidget(text, 1)
        row.addWidget(self.answer)
        row.addSpacing(px(12))
        for label in (self._sign, self._effect, self.task):
            row.addWidget(label)

    def show_effect(self, effect: str) -> None:
        """Say what follows from the answer (a key of words.EFFECTS)."""
        icon, tone = _SIGNS.get(effect, ("", ""))
        self._sign.clear()
        if icon:
            self._sign.setPixmap(self._icons.pixmap(icon, 15, tone, self.devicePixelRatioF()))
        self._effect.setText(words.EFFECTS[effect])
        self._effect.setProperty("tone", tone if effect in ("applies", "restore") else "")
        self._effect.style().polish(self._effect)
        said = words.ANSWERS[self.answer.value]
        told = words.ROW_EFFECT.format(effect=words.EFFECTS[effect], task=self._short) if effect else self._short
        self.answer.setAccessibleDescription("，".join((said, told)))

    def fit(self, narrow: bool) -> None:
        """Leave out what there is no room for."""
        self.answer.fit(narrow)
        self.task.setVisible(not narrow)
        self._number.setVisible(not narrow)


class QuestionRows(QScrollArea):
    """`changed` tells of another answer, `passed` that Enter or an answer went beyond the last question."""

    changed = Signal()
    passed = Signal()

    def __init__(self, look: Look, icons: Icons, guide: Guide, given: Mapping[str, bool]) -> None:
        super().__init__()
        self._look = look
        self.rows = [
            QuestionRow(look, icons, n, one, guide.hints[one.task].short, given.get(one.id))
            for n, one in enumerate(guide.questions, 1)
        ]
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, row in enumerate(self.rows):
            row.answer.answered.connect(self.changed)
            row.answer.stepped.connect(lambda step, at=place: self._step(at + step))
            column.addWidget(row)
            line = QFrame()
            line.setProperty("kind", "line")
            line.setFixedHeight(1)
            column.addWidget(line)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def replies(self) -> dict[str, bool]:
        """What is answered, by the question's id."""
        said = {row.question.id: row.answer.value for row in self.rows}
        return {question: value for question, value in said.items() if value is not None}

    def show_effects(self, effects: Sequence[str]) -> None:
        """Say what follows, a row at a time."""
        for row, effect in zip(self.rows, effects, strict=True):
            row.show_effect(effect)

    def begin(self) -> None:
        """Put the focus on the first question that has no answer yet, else on the first."""
        row = next((row for row in self.rows if row.answer.value is None), self.rows[0])
        row.answer.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / self._look.theme.scale < _NARROW
        for row in self.rows:
            row.fit(narrow)
        focused = next((row for row in self.rows if row.answer.hasFocus()), None)
        if focused is not None:
            QTimer.singleShot(0, focused, lambda: self.ensureWidgetVisible(focused))

    def _step(self, place: int) -> None:
        if place >= len(self.rows):
            self.passed.emit()
        elif place >= 0:
            self.rows[place].answer.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.rows[place])
