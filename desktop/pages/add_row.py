"""The row under the table in which new actions are written: title, unit, person, deadline, Enter."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from db.actions import Action
from db.errors import ChecklistError
from desktop import wording, words
from desktop.delegates.action_editors import Fields
from desktop.look import Look
from desktop.widgets.line_field import LineField
from desktop.words import answers as answer_words
from desktop.words import counterparts as told

_STEPS: dict[int, int] = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
_BESIDE = 44  # px beside a hint: the frame of its field and the icon of the calendar


class AddRow(QWidget):
    """Stays open for the next action; asks for one through `wanted` and is emptied by `taken`.

    `answers` is the number of the sentence the next one answers, 0 for none; Ctrl+Up and Ctrl+Down change it.
    """

    wanted = Signal(str, str, str, str)  # title, lead, owner, words of the due date
    closed = Signal()
    aimed = Signal(int)  # at another sentence

    def __init__(self, look: Look, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._under: Action | None = None
        self._sentences: Sequence[str] = ()
        self.answers = 0
        self._bureaus: Sequence[str] = ()
        self.title = LineField(self)
        self.title.setPlaceholderText(words.ADD_TITLE)
        self.title.setAccessibleName(words.NEW_ACTION)
        self.lead = fields.lead(self)
        self.lead.setPlaceholderText(words.ADD_LEAD)
        self.owner = fields.owner(self)
        self.owner.setPlaceholderText(words.ADD_OWNER)
        self.due = fields.due(self)
        self.due.setPlaceholderText(words.ADD_DUE)
        self.due.setAccessibleName(words.ADD_DUE_SPOKEN)
        hint = self.due.fontMetrics().horizontalAdvance(words.ADD_DUE)
        self.due.setMinimumWidth(hint + look.theme.px(_BESIDE))
        # by the name a refusal gives its field
        self._fields = {"title": self.title, "unit": self.lead, "person": self.owner, "due": self.due}
        self._hint = QLabel()
        self._hint.setProperty("kind", "hint")
        self._error = QLabel()
        self._error.setProperty("kind", "error")
        self._error.setWordWrap(True)
        self._add = QPushButton(words.ADD, self)
        self._add.setProperty("kind", "main")
        self._add.clicked.connect(self._ask)
        for field in self._fields.values():
            field.returnPressed.connect(self._ask)
            field.textEdited.connect(lambda: self._complain(""))
            field.installEventFilter(self)
        self._answers = QPushButton(self)
        self._answers.setProperty("kind", "flat")
        self._answers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._answers.clicked.connect(self._offer_sentences)
        self._build()
        self.aim(None)

    @property
    def draft(self) -> tuple[str, ...]:
        """What has been typed and not been added, field by field; empty when there is no title."""
        return tuple(field.text() for field in self._fields.values()) if self.title.text().strip() else ()

    def take_up(self, draft: tuple[str, ...]) -> None:
        """Go on with a draft."""
        for field, text in zip(self._fields.values(), draft, strict=True):
            field.setText(text)

    def propose(self, bureaus: Sequence[str]) -> None:
        """Hold ready the units that could lead the next action: ↓ takes one, nothing is written before."""
        self._bureaus = bureaus
        self.lead.prefer(bureaus)
        ready = bool(bureaus) and not (self._under and self._under.lead)  # else it takes over its parent's
        self.lead.setPlaceholderText(told.PROPOSED.format(name=bureaus[0]) if ready else words.ADD_LEAD)
        self.lead.setToolTip(told.PROPOSED_TIP.format(names="、".join(bureaus)) if bureaus else "")
        self.lead.setAccessibleDescription(self.lead.toolTip())

    @property
    def under(self) -> int | None:
        """The action the new one becomes a child of."""
        return self._under.id if self._under else None

    def offer(self, sentences: Sequence[str]) -> None:
        """The sentences of the task new actions may answer; a single one is what they answer."""
        self._sentences = sentences

    def aim(self, under: Action | None, answers: int = 0) -> None:
        """Add below `under` from now on, or to the task itself; for a sentence of it."""
        self._under = under
        self._answer(0 if under else 1 if len(self._sentences) == 1 else answers)
        self._answers.setVisible(under is None and len(self._sentences) > 1)
        self._hint.setVisible(under is not None)
        if under is not None:
            self._hint.setText(words.ADD_UNDER.format(title=under.title))
        self.propose(self._bureaus)
        self._complain("")

    def taken(self) -> None:
        """The action has been added: empty the row for the next one; the unit stays, it is often the same."""
        for field in (self.title, self.owner, self.due):
            field.start_afresh()
        self.lead.setCursorPosition(0)  # of a long name its beginning shows
        self._complain("")
        self.title.setFocus()

    def forget(self) -> None:
        """Another task begins with nothing: what its first action is led by is not known yet."""
        for field in self._fields.values():
            field.start_afresh()

    def refuse(self, error: ChecklistError) -> None:
        """Say under the field at fault why nothing was added; what was typed stays."""
        field = self._fields.get(getattr(error, "field", ""), self.title)
        self._complain(str(error), field)
        field.setFocus()

    def _complain(self, sentence: str, at: QLineEdit | None = None) -> None:
        for field in self._fields.values():
            field.setProperty("state", "error" if field is at else "")
            field.style().polish(field)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if at is not None:
            wide = self._error.fontMetrics().horizontalAdvance(sentence)
            left = min(at.x(), self.width() - wide - self._look.theme.px(24))
            self._error.setContentsMargins(max(left - self.title.x(), 0), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the row away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with an arrow turns to another sentence, whatever field is being filled in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._answers.isVisible():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            step = _STEPS.get(event.key()) if control else None
            if step:
                self._turn_to((self.answers + step) % (len(self._sentences) + 1))
                return True
        return False

    def _ask(self) -> None:
        self.wanted.emit(self.title.text(), self.lead.text(), self.owner.text(), self.due.text())

    def _answer(self, number: int) -> None:
        self.answers = number
        text = answer_words.SENTENCES.format(numbers=number) if number else answer_words.AIM_NONE
        self._answers.setText(text)
        self._answers.setAccessibleName(answer_words.AIM.format(sentence=text) if number else text)
        line = wording.sentence_line(number, self._sentences[number - 1]) if number else ""
        self._answers.setToolTip("\n".join(filter(None, (line, answer_words.AIM_TIP))))

    def _turn_to(self, number: int) -> None:
        self._answer(number)
        self.aimed.emit(number)

    def _offer_sentences(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = [wording.sentence_line(number, text) for number, text in enumerate(self._sentences, start=1)]
        for number, line in enumerate((answer_words.AIM_NONE, *lines)):
            act = menu.addAction(line)
            act.setCheckable(True)
            act.setChecked(number == self.answers)
            act.triggered.connect(lambda _=False, number=number: self._turn_to(number))
        menu.popup(self._answers.mapToGlobal(QPoint(0, self._answers.height())))

    def _build(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self._answers)
        for field, stretch in ((self.title, 40), (self.lead, 16), (self.owner, 10), (self.due, 18)):
            self._row.addWidget(field, stretch)
        self._row.addWidget(self._add)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._row)
        self._column.addWidget(self._error)
        for before, after in pairwise((*self._fields.values(), self._add)):
            self.setTabOrder(before, after)
        self._space()

    def _space(self) -> None:
        px = self._look.theme.px
        self._row.setSpacing(px(8))
        self._column.setSpacing(px(4))
        self._column.setContentsMargins(px(8), px(8), px(8), px(10))
