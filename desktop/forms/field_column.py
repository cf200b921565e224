"""The fields of the form in one column, and what all of them have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import lifecycle, settings, status
from db.actions import Action
from db.due_dates import RULES
from db.errors import ChecklistError
from db.yardstick import Yardstick
from desktop import wording
from desktop import words as common
from desktop.forms.answer_row import AnswerRow
from desktop.forms.field import LABEL_WIDTH, Field, TextRow
from desktop.forms.field_kinds import ChipRow, ChoiceRow
from desktop.forms.fields import ROWS, Row, locked, said
from desktop.forms.notes import note
from desktop.known_fields import make_fields
from desktop.pages.page import Context
from desktop.widgets.chip_field import ChipField
from desktop.widgets.line_field import LineField
from desktop.widgets.name_field import NameField
from desktop.widgets.pace_bar import PaceBar
from desktop.widgets.wrap_field import WrapField
from desktop.words import form as words
from desktop.words import issuing as issuing_words

_NUMBER_WIDTH = 54


class FieldColumn(QWidget):
    """Fills its fields from an action and saves each as one step of that action."""

    settled = Signal()
    extension_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.action: Action | None = None
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._known = make_fields(context.session, context.look, context.icons, self._plan_year)
        self.pace = PaceBar(context.look)
        self._unfolded = False
        self._judged: tuple[Yardstick, bool] | None = None  # what the action in view was held against
        self.more = QPushButton(context.icons.icon("chevron-down", 14), "")
        self.more.setProperty("kind", "flat")
        self.more.setProperty("place", "edge")
        self.more.clicked.connect(self._fold)
        self.issued = QLabel()
        self.issued.setProperty("kind", "note")
        self.extend = QPushButton(context.icons.icon("calendar-clock", 14, "accent"), issuing_words.ASK_MENU)
        self.extend.setProperty("kind", "flat")
        self.extend.clicked.connect(self.extension_wanted)
        self.fields: dict[str, Field] = {row.key: self._make(row) for row in ROWS}
        for field in self.fields.values():
            field.settled.connect(self.settled)
        self._build()

    @property
    def dirty(self) -> list[Field]:
        """The fields in which something stands that has not been saved."""
        return [field for field in self.fields.values() if field.dirty]

    def show_action(self, action: Action) -> None:
        """Show an action as it stands now; what is being typed stays."""
        before, self.action = self.action, action
        yard = self._context.session.yard
        applicable = self._context.standing.tasks[action.task].applicable
        known, self._judged = self._judged, (yard, applicable)
        if before and known == self._judged and replace(before, percent=action.percent) == action:
            self.fields["percent"].show_value(str(action.percent))
            self._show_pace(action)
            return
        self._offer_bureaus(action.task)
        for row in ROWS:
            field = self.fields[row.key]
            field.show_value(row.shown(action, self._plan_year))
            field.lock(locked(row, action, applicable))
            field.show_note(note(row.key, action, yard))
            if isinstance(field, AnswerRow):
                field.offer(*self._answerable(action))
        self._show_pace(action)
        moves = applicable and status.counted(action.status) and action.status not in status.FINISHED
        self.extend.setVisible(bool(moves and action.issued_on and action.due_on))
        self.issued.setVisible(bool(action.issued_on))
        self.issued.setText(words.ISSUED.format(day=wording.short_date(action.issued_on or "", self._plan_year)))
        self._show_rows()

    def _offer_bureaus(self, task: int) -> None:
        """The bureaus that answer for the bodies of a task come first where a unit is asked for."""
        bureaus = self._context.standing.bureaus(task)
        for row in ROWS:
            if row.kind in ("unit", "units"):
                editor = self.fields[row.key].editor
                line = editor.line if isinstance(editor, ChipField) else editor
                if isinstance(line, NameField):
                    line.prefer(bureaus)

    def _answerable(self, action: Action) -> tuple[Sequence[str], Sequence[int]]:
        """The sentences of an action's task, and those the actions above it answer."""
        standing = self._context.standing
        its = {other.id: other for other in standing.actions[action.task]}
        above: set[int] = set()
        while action.parent in its:
            action = its[action.parent]
            above |= set(action.answers)
        return standing.tasks[action.task].sentences, sorted(above)

    def _show_pace(self, action: Action) -> None:
        pace = status.pace(action, self._context.session.yard)
        self.pace.show_pace(action.percent, pace, done=action.status in status.FINISHED)

    def take(self) -> bool:
        """Save what is being typed; False when something was refused."""
        taken = [field.take() for field in self.fields.values() if field.dirty]  # all of them, whatever is refused
        return all(taken)

    def drafts(self) -> dict[str, Any]:
        """What stands in the fields and has not been saved, by key."""
        return {key: field.read() for key, field in self.fields.items() if field.dirty}

    def take_up(self, drafts: Mapping[str, Any]) -> None:
        """Go on with drafts, and say what was wrong with them."""
        for key, value in drafts.items():
            field = self.fields[key]
            if isinstance(field, ChipRow):
                field.chips.line.setText(value[-1])
            elif isinstance(field, TextRow):
                field.editor.setText(value)  # type: ignore[attr-defined]
            field.show()
            field.take()

    def drop(self) -> None:
        """Give up what was not saved."""
        for field in self.fields.values():
            if field.dirty or field.wrong:
                field.drop()

    def _saver(self, row: Row) -> Callable[[Any], ChecklistError | None]:
        def save(value: Any) -> ChecklistError | None:
            return row.save(self._context.session, self.action.id, value)[1] if self.action else None

        return save

    def _make(self, row: Row) -> Field:
        look, icons, save, label = self._context.look, self._context.icons, self._saver(row), words.FIELDS[row.key]
        if row.kind == "units":
            return ChipRow(look, icons, label, self._known.lead(self), save)
        if row.kind == "answers":
            return AnswerRow(look, icons, label, save)
        if row.kind == "rule":
            return ChoiceRow(look, icons, label, words.RULES, RULES, save)
        if row.kind == "status":
            return ChoiceRow(look, icons, label, common.STATUS, lifecycle.SETTABLE, save)
        if row.kind == "wrap":
            wrap = WrapField(look, self)
            wrap.setPlaceholderText(words.HINTS.get(row.key, ""))
            field = TextRow(look, label, wrap, save)
            wrap.taken.connect(field.take)
            return field
        makers: Mapping[str, Callable[[QWidget], LineField]] = {
            "unit": self._known.lead, "person": self._known.owner, "date": self._known.due,
        }  # fmt: skip
        line = makers.get(row.kind, LineField)(self)
        line.setPlaceholderText(words.HINTS.get(row.key, ""))
        beside = self._percent_side() if row.kind == "percent" else QLabel() if row.kind == "number" else None
        field = TextRow(look, label, line, save, beside)
        if beside:
            line.setFixedWidth(look.theme.px(_NUMBER_WIDTH))
        line.editingFinished.connect(field.take)
        if isinstance(line, NameField):
            line.completed.connect(field.take)
        line.textEdited.connect(lambda: field.refuse(""))
        return field

    def _percent_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.look.theme.px(4))
        sign = QLabel(words.PERCENT_SIGN)
        sign.setProperty("kind", "label")
        row.addWidget(sign)
        row.addWidget(self.pace, 1)
        return side

    def _show_rows(self) -> None:
        """Main fields and those that say something; the others when asked for."""
        hidden = []
        for row in ROWS:
            field = self.fields[row.key]
            idle = not (row.main or field.wrong or field.dirty or (self.action and said(row, field.value, self.action)))
            if idle:
                hidden.append(words.FIELDS[row.key])
            wanted = self._unfolded or not idle
            if field.isHidden() == wanted:
                field.setVisible(wanted)
        names = "、".join(hidden)
        text = words.FEWER_FIELDS if self._unfolded else words.MORE_FIELDS.format(names=names)
        if text != self.more.toolTip():
            self.more.setToolTip(text)
            self.more.setText(words.FEWER_FIELDS if self._unfolded else words.MORE_SHORT.format(n=len(hidden)))
            self.more.setIcon(self._context.icons.icon("chevron-up" if self._unfolded else "chevron-down", 14))
        self.more.setVisible(bool(hidden))

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_rows()

    def _build(self) -> None:
        px = self._context.look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(8))
        column.setSpacing(px(8))
        for key, field in self.fields.items():
            column.addWidget(field)
            if key == "due":
                column.addLayout(self._indented(self.issued, self.extend))
        column.addLayout(self._indented(self.more))

    def _indented(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self._context.look.theme.px(LABEL_WIDTH), 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        return row
