"""One change to many actions: what, how, to what; and below what it would do to each of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QWidget,
)

from db.actions import Action
from db.bulk import WAYS, Change, Row
from db.errors import ChecklistError
from desktop.delegates.action_editors import Fields
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.bulk_rows import CHANGE, CODE, REASON, TITLE, BulkRows
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.form_field import FormField
from desktop.widgets.line_field import LineField
from desktop.words import bulk as words

Preview = Callable[[Change], list[Row] | ChecklistError]
Save = Callable[[Change], ChecklistError | None]

_PAUSE = 150  # ms after the last key until the preview follows
_WIDTHS = {CODE: 108, TITLE: 220, CHANGE: 200}
_WRAPPED = 100  # rows with a reason that are as high as it needs; those further down tell it in their tooltip
_NAMES = {"lead": "lead", "responsible": "lead", "supporting": "lead"}  # fields that take units; the others people


class BulkDialog(DialogFrame):
    """Closes once `save` has taken the change; a value that cannot stand is said at its field."""

    scrolls = False

    def __init__(
        self,
        look: Look,
        icons: Icons,
        parent: QWidget,
        chosen: Sequence[Action],
        fields: Fields,
        plan_year: int,
        preview: Preview,
        save: Save,
        field: str,
    ) -> None:
        super().__init__(
            look, parent, title=words.TITLE, explain=words.EXPLAIN.format(n=len(chosen)), deed=words.DEED,
            foot=words.FOOT_ALL,
        )  # fmt: skip
        self._chosen, self._preview, self._save = chosen, preview, save
        self._seen: Change | None = None  # what the rows tell of
        self.rows = BulkRows(look.theme, plan_year, self)
        self.field, self.way = self._box(icons, words.FIELDS), self._box(icons, {})
        self.field.setCurrentIndex(max(self.field.findData(field), 0))
        self._values = self._value_fields(fields)
        self._value = QStackedWidget()
        for widget in self._values.values():
            self._value.addWidget(widget)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._look_ahead)
        self._build()
        self.field.currentIndexChanged.connect(self._turn_field)
        self.way.currentIndexChanged.connect(self._turn_way)
        self._turn_field()

    def change(self) -> Change:
        """What the fields say."""
        value = self._current()
        typed = (value.currentData() or "") if isinstance(value, QComboBox) else value.text()
        way = str(self.way.currentData())
        return Change(str(self.field.currentData()), "" if way == "clear" else str(typed), way)

    def check(self) -> bool:
        """Make the change; what is refused is said at the value."""
        if self._seen != self.change():
            self._look_ahead()
        told = ""
        if self.rows.known and not self.rows.number(lambda row: row.changed):
            told = words.NONE_CAN if self.rows.number(lambda row: bool(row.refusal)) else words.NONE_NEED
        error = None if told else self._save(self.change())
        self._rows_of_value().refuse(told or (str(error) if error else ""))
        return not (told or error)

    # --- how it is made ---------------------------------------------------------------------------------

    def _box(self, icons: Icons, choices: dict[str, str]) -> ChoiceBox:
        box = ChoiceBox(self._look, icons)
        for code, text in choices.items():
            box.addItem(text, code)
        return box

    def _value_fields(self, fields: Fields) -> dict[str, FormField]:
        """A field for every kind of value, each in its row."""
        made: dict[str, QWidget] = {
            "units": fields.lead(self), "persons": fields.owner(self), "due": fields.due(self),
            "status": fields.status(self), "number": LineField(self), "nothing": LineField(self),
        }  # fmt: skip
        for name, hint in (("units", ""), ("due", words.HINTS["due"]), ("number", words.HINTS["days"])):
            made[name].setPlaceholderText(hint)  # type: ignore[attr-defined]
        made["nothing"].setEnabled(False)
        made["status"].setPlaceholderText(words.HINTS["status"])  # type: ignore[attr-defined]
        made["status"].setCurrentIndex(-1)  # type: ignore[attr-defined]  # what nobody has chosen is not proposed
        for widget in made.values():
            if isinstance(widget, QLineEdit):
                widget.textChanged.connect(lambda: self._later.start())
            elif isinstance(widget, QComboBox):
                widget.currentIndexChanged.connect(lambda: self._look_ahead())
        return {name: FormField(self._look, words.VALUES["set"], widget) for name, widget in made.items()}

    def _build(self) -> None:
        px = self._look.theme.px
        line = QHBoxLayout()
        line.setSpacing(px(12))
        for widget, stretch in (
            (FormField(self._look, words.FIELD, self.field), 2), (FormField(self._look, words.WAY, self.way), 2),
            (self._value, 4),
        ):  # fmt: skip
            line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.table = table = QTableView()
        table.setModel(self.rows)
        table.setAccessibleName(words.PREVIEW)
        table.setProperty("kind", "plain")
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab goes on to the foot, not from cell to cell
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(30))
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, px(width))
        table.setMinimumHeight(px(120))
        self.body.addWidget(table, 1)
        shown = min(max(len(self._chosen), 4), 10)
        self.resize(px(900), px(256 + 30 * shown))

    # --- what happens -----------------------------------------------------------------------------------

    def _kind(self) -> str:
        """Which field takes the value."""
        field, way = self.field.currentData(), self.way.currentData()
        if way in ("clear", "days", "workdays"):
            return "nothing" if way == "clear" else "number"
        return field if field in ("due", "status") else "units" if field in _NAMES else "persons"

    def _rows_of_value(self) -> FormField:
        return self._values[self._kind()]

    def _current(self) -> QLineEdit | QComboBox:
        widget = self._rows_of_value().field
        assert isinstance(widget, QLineEdit | QComboBox)
        return widget

    def _turn_field(self) -> None:
        ways = WAYS[str(self.field.currentData())]
        self.way.blockSignals(True)
        self.way.clear()
        for way in ways:
            self.way.addItem(words.WAYS[way], way)
        self.way.setEnabled(len(ways) > 1)
        self.way.blockSignals(False)
        self._turn_way()

    def _turn_way(self) -> None:
        row = self._rows_of_value()
        row.rename(words.VALUES[str(self.way.currentData())])
        row.refuse("")
        several = self.field.currentData() in ("responsible", "supporting")
        if self._kind() == "units":
            self._current().setPlaceholderText(words.HINTS["names"] if several else "")
        self._value.setCurrentWidget(row)
        self._look_ahead()
        self._current().setFocus()

    def _look_ahead(self) -> None:
        """Show what the change would do; how things stand while there is nothing to say about it yet."""
        self._later.stop()
        self._seen = change = self.change()
        found = self._preview(change) if change.value.strip() or change.way == "clear" else None
        if isinstance(found, list):
            self.rows.show(change.field, found)
        else:
            self.rows.wait(change.field, self._chosen)
        self._tell()

    def _tell(self) -> None:
        changed = self.rows.number(lambda row: row.changed)
        refused = self.rows.number(lambda row: bool(row.refusal))
        same = self.rows.number(lambda row: not (row.changed or row.refusal))
        deed = words.DEED_REST if refused and changed else words.DEED_N
        self._main.setText(deed.format(n=changed) if changed else words.DEED)
        told = (words.FOOT_REFUSED.format(n=refused) if refused else "", words.FOOT_SAME.format(n=same) if same else "")
        self._note.setText("".join(told) or words.FOOT_ALL)
        self.table.setColumnHidden(REASON, not refused)
        stretch, fixed = (REASON, TITLE) if refused else (TITLE, REASON)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(fixed, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(TITLE, self._look.theme.px(_WIDTHS[TITLE]))
        for place in range(min(refused, _WRAPPED)):
            self.table.resizeRowToContents(place)
