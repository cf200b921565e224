"""One draft in the dialog of 逐句分解: what is to be done, who leads, until when."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from db.drafts import Draft
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.chip_field import ChipField
from desktop.widgets.due_field import DueField
from desktop.widgets.name_field import NameField
from desktop.widgets.wrap_field import WrapField
from desktop.words import breakdown as words

LEAD_WIDE, DUE_WIDE, DAY_WIDE, BUTTON = 156, 104, 104, 26  # px of the columns, which the head above shares


@dataclass(frozen=True, slots=True)
class LineFields:
    """Makes the fields that know the county, and tells what the words of a deadline mean: words, and their tone."""

    unit: Callable[[QWidget], NameField]
    due: Callable[[QWidget], DueField]
    meaning: Callable[[str], tuple[str, str]]


class DraftLine(QWidget):
    """Holds a draft while it is changed; `turned` asks for the line above (−1) or below (+1), in the same field."""

    changed = Signal()
    chosen = Signal()
    removed = Signal()
    left = Signal()
    turned = Signal(int, str)

    def __init__(self, look: Look, icons: Icons, make: LineFields, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icons, self._make = look, icons, make
        self._draft = draft
        self._supporting = draft.supporting
        self._chips: ChipField | None = None
        self.setProperty("kind", "draft")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = WrapField(look, self)
        self.lead, self.due = make.unit(self), make.due(self)
        self.fields: dict[str, QWidget] = {"title": self.title, "lead": self.lead, "due": self.due}
        self._day, self._support, self._error = QLabel(), QPushButton(), QLabel()
        self._ask_support = QPushButton(icons.icon("building-2", 14), "")
        self._cross = QPushButton(icons.icon("x", 14), "")
        self._build()
        self._fill(draft)
        self._connect()

    def draft(self) -> Draft:
        """The draft as it stands in the fields."""
        number = self._draft.sentence
        return Draft(number, self.title.text(), self.lead.text(), self._support_now(), self.due.text().strip())

    def set_due(self, text: str) -> None:
        """Take over a deadline that is set for all."""
        self.due.setText(text)

    def enter(self, field: str = "title") -> None:
        """Go into a field, its words chosen."""
        self.fields[field].setFocus(Qt.FocusReason.TabFocusReason)
        self.fields[field].selectAll()  # type: ignore[attr-defined]

    def fold(self, wanted: bool) -> None:
        """Put the title above the other fields where there is no room beside them."""
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        second = 1 if wanted else 0
        grid.addWidget(self.title, 0, 0, 1, 6 if wanted else 1, top)
        grid.addWidget(self.lead, second, 0 if wanted else 1, top | Qt.AlignmentFlag.AlignLeft)
        for column, widget in ((2, self.due), (4, self._ask_support), (5, self._cross)):
            grid.addWidget(widget, second, column, top)
        grid.addWidget(self._day, 2 if wanted else 0, 2 if wanted else 3, 1, 4 if wanted else 1, top)
        grid.addWidget(self._support, 2, 0, 1, 2 if wanted else 6, top | Qt.AlignmentFlag.AlignLeft)

    def show_current(self, place: str) -> None:
        """Show that it is the line in hand ("yes"), that it was ("was"), or neither ("")."""
        if self.property("current") != place:
            self.setProperty("current", place)
            self.style().polish(self)

    def refuse(self, field: str | None, sentence: str) -> None:
        """Say what is wrong and go there; an empty sentence takes it back."""
        if field == "supporting":
            self._open_support()
        fields = {**self.fields, **({"supporting": self._chips.line} if self._chips else {})}
        for name, one in fields.items():
            wrong = bool(sentence) and name == (field if field in fields else "title")
            if (one.property("state") == "error") != wrong:
                one.setProperty("state", "error" if wrong else "")
                one.style().polish(one)
            if wrong:
                one.setFocus()
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc lead back to the list, ↑ and ↓ to the line above and below."""
        if event.type() == QEvent.Type.FocusIn:
            self.chosen.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, NameField) and watched.completer().popup().isVisible():
            return False
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return True
        if watched is self.lead and key == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.lead.list_all()
            return True
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if plain and step and not self._moves_inside(watched, step):
            name = next((name for name, field in self.fields.items() if field is watched), "title")
            self.turned.emit(step, name)
            return True
        return False

    def _moves_inside(self, field: QObject, step: int) -> bool:
        """Whether there is another line to go to in a field of several."""
        if not isinstance(field, QPlainTextEdit):
            return False
        cursor = field.textCursor()
        return cursor.movePosition(QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down)

    def _fill(self, draft: Draft) -> None:
        self.title.setText(draft.title)
        self.lead.setText(draft.lead)
        self.lead.setCursorPosition(0)
        self.due.setText(draft.due)
        self._show_support()
        self._tell_day()

    def _connect(self) -> None:
        self.title.textChanged.connect(self._edited)
        self.lead.textChanged.connect(self._edited)
        self.due.textChanged.connect(self._edited)
        self._support.clicked.connect(self._open_support)
        self._ask_support.clicked.connect(self._open_support)
        self._cross.clicked.connect(self.removed)
        for field in self.fields.values():
            field.installEventFilter(self)
        chevron = self._icons.icon("chevron-down", 14, "text3")
        every = self.lead.addAction(chevron, QLineEdit.ActionPosition.TrailingPosition)
        every.setToolTip(words.LEAD_LIST)
        every.triggered.connect(self.lead.list_all)

    def _edited(self) -> None:
        self.refuse(None, "")
        self._show_support()
        self._tell_day()
        self.changed.emit()

    def _tell_day(self) -> None:
        text, tone = self._make.meaning(self.due.text())
        self._day.setText(text)
        if self._day.property("tone") != tone:
            self._day.setProperty("tone", tone)
            self._day.style().polish(self._day)

    def _support_now(self) -> tuple[str, ...]:
        """Who supports: whoever leads does not support as well."""
        return tuple(name for name in self._supporting if name != self.lead.text().strip())

    def _show_support(self) -> None:
        names = "、".join(self._support_now())
        self._support.setText(words.SUPPORTED.format(names=names))
        self._support.setVisible(bool(names) and (self._chips is None or not self._chips.isVisibleTo(self)))

    def _open_support(self) -> None:
        """Let the supporting units be changed, in chips."""
        if self._chips is None:
            self._chips = ChipField(self._look, self._icons, self._make.unit(self), self)
            self._chips.line.setAccessibleName(words.SUPPORT_TIP)
            self._chips.changed.connect(self._take_support)
            self._chips.line.installEventFilter(self)
            self._grid.addWidget(self._chips, 2, 0, 1, 6)
        self._support.hide()
        self._chips.show_names(self._support_now())
        self._chips.show()
        self._chips.line.setFocus()

    def _take_support(self, names: list[str]) -> None:
        self._supporting = tuple(dict.fromkeys(names))
        if self._chips is not None:
            self._chips.line.start_afresh()
            self._chips.show_names(self._support_now())
        self.refuse(None, "")
        self._show_support()
        self.changed.emit()

    def _build(self) -> None:
        px = self._look.theme.px
        number = self._draft.sentence
        self.title.setPlaceholderText(words.TITLE_HINT)
        self.title.setAccessibleName(words.DRAFT_SPOKEN.format(n=number))
        for field, name, wide in ((self.lead, words.HEADS[1], LEAD_WIDE), (self.due, words.HEADS[2], DUE_WIDE)):
            field.setAccessibleName(name)
            field.setFixedWidth(px(wide))
        self._day.setFixedWidth(px(DAY_WIDE))
        self._day.setProperty("kind", "note")
        self._support.setProperty("kind", "status")
        self._support.setToolTip(words.SUPPORT_TIP)
        for button, name, tip in (
            (self._ask_support, words.ADD_SUPPORT, words.ADD_SUPPORT),
            (self._cross, words.REMOVE_LINE, words.REMOVE_LINE_TIP),
        ):
            button.setProperty("kind", "icon")
            button.setFixedSize(px(BUTTON), px(32))
            button.setIconSize(QSize(px(14), px(14)))
            button.setAccessibleName(name)
            button.setToolTip(tip)
        self._error.setProperty("kind", "error")
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.hide()
        for button in (self._support, self._ask_support, self._cross):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes through the fields; the list has keys for these
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(px(6), px(3), px(2), px(3))
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(2))
        self._day.setFixedHeight(px(32))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._error, 3, 0, 1, 6)
        self.fold(False)
