"""What another county has made of the same tasks, as a tree to tick: of one task, or of all that have nothing yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from db.borrowing import Item, Offer, Source
from db.changes import ChangeSet
from db.errors import ChecklistError
from desktop import wording
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.words import pasting as words

Save = Callable[[set[int]], tuple[ChangeSet, ChecklistError | None]]
_ID = Qt.ItemDataRole.UserRole
_WIDTHS = (0, 120, 150, 110, 220)  # the first takes what is left
_TITLE_LEAST, _ROW, _LEAST = 240, 28, 180


class Borrow(DialogFrame):
    """Closes when `save` has taken the ticked ones over; `made` is then what it changed."""

    def __init__(
        self, look: Look, source: Source, here: Sequence[Offer], waiting: Sequence[Offer], save: Save, parent: QWidget
    ) -> None:
        explain = words.BORROW_SAME if source.same else words.BORROW_OTHER.format(title=source.notice)
        super().__init__(
            look, parent, title=words.BORROW_TITLE.format(county=source.county), explain=explain,
            deed=words.BORROW_DEED, foot=words.BORROW_HINT,
        )  # fmt: skip
        self.made = ChangeSet("")
        self._save = save
        self._wanted = {item.id for offer in source.offers for item in offer.items if item.wanted}
        self._there = {item.id for offer in source.offers for item in offer.items if item.there}
        self.tree = QTreeWidget()
        self.scopes: list[tuple[QPushButton, Sequence[Offer]]] = []
        tasks = [offer.task.number for offer in here]
        for text, offers in (
            (words.BORROW_THIS.format(number="".join(map(str, tasks))), here),
            (words.BORROW_WAITING.format(n=len(waiting)), waiting),
        ):
            if offers:
                self.scopes.append((self._button("segment", text), offers))
        self.all, self.none = (self._button("small", text) for text in (words.BORROW_ALL, words.BORROW_NOTHING))
        self._build()
        room = parent.window().size()
        self.resize(min(room.width(), look.theme.px(1120)) - look.theme.px(80), room.height() - look.theme.px(80))
        self._fit()
        self.show_scope(0)
        (self._main if self._main.isEnabled() else self.tree).setFocus()

    def show_scope(self, place: int) -> None:
        """Show one task's actions, or those of every task that has none here."""
        for number, (button, _) in enumerate(self.scopes):
            button.setChecked(number == place)
        self._offers = self.scopes[place][1]
        self.tree.blockSignals(True)
        self.tree.clear()
        for offer in self._offers:
            self._add(offer)
        self.tree.expandAll()
        self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self.tree.blockSignals(False)
        self._tell()

    def chosen(self) -> set[int]:
        """The ids of what is ticked and shown."""
        return {item.id for offer in self._offers for item in offer.items if item.id in self._wanted}

    def check(self) -> bool:
        """Take the ticked ones over; a refusal is said in the foot."""
        if not self._main.isEnabled():
            return False
        self.made, error = self._save(self.chosen())
        if error:
            self._note.setText(str(error))
            self._note.setProperty("tone", "amber")
            self._note.style().polish(self._note)
        return error is None

    def _add(self, offer: Offer) -> None:
        head = QTreeWidgetItem(self.tree, [wording.task_title(offer.task)])
        head.setFont(0, self._look.theme.font(14, bold=True))
        head.setFirstColumnSpanned(True)
        head.setSizeHint(0, QSize(0, self._look.theme.px(_ROW)))  # which all rows have
        rows: dict[int | None, QTreeWidgetItem] = {None: head}
        for item in offer.items:
            rows[item.id] = self._row(rows[item.above], item)

    def _row(self, above: QTreeWidgetItem, item: Item) -> QTreeWidgetItem:
        new, note = item.new, "；".join(item.notes)
        row = QTreeWidgetItem(above, [new.title, new.lead, "、".join(new.supporting), new.due, note])
        row.setData(0, _ID, item.id)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked if item.id in self._wanted else Qt.CheckState.Unchecked)
        for column in range(len(_WIDTHS)):
            row.setToolTip(column, row.text(column))
        row.setForeground(4, self._look.theme.color("text2"))
        return row

    def _ticked(self, row: QTreeWidgetItem) -> None:
        """What stands below follows; what stands above comes along unless it is here already."""
        on = row.checkState(0) == Qt.CheckState.Checked
        self.tree.blockSignals(True)
        self._set(row, on=on)
        above = row.parent()
        while on and above is not None and above.data(0, _ID) not in (None, *self._there):
            self._set_one(above, on=True)
            above = above.parent()
        self.tree.blockSignals(False)
        self._tell()

    def _set(self, row: QTreeWidgetItem, *, on: bool) -> None:
        self._set_one(row, on=on)
        for number in range(row.childCount()):
            self._set(row.child(number), on=on)

    def _set_one(self, row: QTreeWidgetItem, *, on: bool) -> None:
        if row.data(0, _ID) is not None:
            row.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            (self._wanted.add if on else self._wanted.discard)(row.data(0, _ID))

    def _set_all(self, *, on: bool) -> None:
        self.tree.blockSignals(True)
        for number in range(self.tree.topLevelItemCount()):
            self._set(self.tree.topLevelItem(number), on=on)
        self.tree.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        number = len(self.chosen())
        self._main.setText(words.BORROW_DEED.format(n=number) if number else words.BORROW_NONE)
        self._main.setEnabled(bool(number))

    def _button(self, kind: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setCheckable(kind == "segment")
        button.setAutoDefault(False)
        return button

    def _fit(self) -> None:
        px = self._look.theme.px
        for column, width in enumerate(_WIDTHS[1:], 1):
            self.tree.setColumnWidth(column, px(width))
        rest = self.width() - px(64) - sum(map(px, _WIDTHS))
        self.tree.setColumnWidth(0, max(rest, px(_TITLE_LEAST)))

    def _build(self) -> None:
        row = QHBoxLayout()
        for place, (button, _) in enumerate(self.scopes):
            button.clicked.connect(lambda _=False, place=place: self.show_scope(place))
            row.addWidget(button)
        row.addStretch()
        self.all.clicked.connect(lambda: self._set_all(on=True))
        self.none.clicked.connect(lambda: self._set_all(on=False))
        for button in (self.all, self.none):
            row.addWidget(button)
        self.tree.setColumnCount(len(_WIDTHS))
        self.tree.setHeaderLabels(list(words.BORROW_COLUMNS))
        self.tree.header().setStretchLastSection(True)
        self.tree.setProperty("kind", "plain")
        self.tree.setMinimumHeight(self._look.theme.px(_LEAST))  # where the window is low the whole of it scrolls
        self.tree.setIndentation(self._look.theme.px(18))
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(words.BORROW_TREE)
        self.tree.itemChanged.connect(lambda item, _: self._ticked(item))
        self.body.addLayout(row)
        self.body.addWidget(self.tree, 1)
