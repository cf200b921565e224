"""The row under the table in which new actions are written: title, unit, person, deadline, Enter."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.actions import Action
from db.errors import ChecklistError
from desktop import words
from desktop.delegates.action_editors import Fields
from desktop.look import Look
from desktop.widgets.line_field import LineField

_BESIDE = 44  # px beside a hint: the frame of its field and the icon of the calendar


class AddRow(QWidget):
    """Stays open for the next action; asks for one through `wanted` and is emptied by `taken`."""

    wanted = Signal(str, str, str, str)  # title, lead, owner, words of the due date
    closed = Signal()

    def __init__(self, look: Look, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._under: Action | None = None
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

    @property
    def under(self) -> int | None:
        """The action the new one becomes a child of."""
        return self._under.id if self._under else None

    def aim(self, under: Action | None) -> None:
        """Add below `under` from now on, or to the task itself."""
        self._under = under
        self._hint.setVisible(under is not None)
        if under is not None:
            self._hint.setText(words.ADD_UNDER.format(title=under.title))
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

    def _ask(self) -> None:
        self.wanted.emit(self.title.text(), self.lead.text(), self.owner.text(), self.due.text())

    def _build(self) -> None:
        self._row = QHBoxLayout()
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
