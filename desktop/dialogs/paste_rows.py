"""Rows copied from a spreadsheet, looked through before they become actions: columns put right, rejects taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeView, QWidget

from db import pasting
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.pasting import Pasted, Tell
from db.tasks import Task
from db.words.pasting import COLUMNS
from desktop import wording
from desktop.clipboard import put_rows
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.pasted_table import BEFORE, LINE, STATE, TASK, PastedTable, told
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.column_choices import ColumnChoices
from desktop.widgets.way_out import WayOut
from desktop.words import pasting as words

Read = Callable[..., Pasted]
Save = Callable[[Pasted, bool, Tell], tuple[ChangeSet, ChecklistError | None]]
_WIDTHS = {STATE: 236, LINE: 40, TASK: 44}
_WIDE = {"title": 260, "goal": 150, "task": 150, "due": 112, "number": 84}
_USUAL, _YIELDS, _LEAST, _UNITS_TOLD, _TASK_SHOWN = 120, 80, 190, 4, 6


class PasteRows(DialogFrame):
    """Shows what `read` makes of the table; closes when `save` has gone through, and `made` is then what it changed."""

    def __init__(
        self, look: Look, icons: Icons, read: Read, save: Save, tasks: Sequence[Task], task: int | None, parent: QWidget
    ) -> None:
        super().__init__(
            look, parent, title=words.PASTE, explain=words.PASTE_EXPLAIN, deed=words.PASTE_DEED, foot=" "
        )
        self.made = ChangeSet("")
        self._read, self._save, self._icons = read, save, icons
        self._keys: list[str] | None = None
        self._wishes: list[str] = []  # what every column was said to be
        self._latest: list[int] = []  # the columns, the one last said first
        self._state = "all"
        self._working = self._stopped = False
        self.sum, self.detail = QLabel(), QLabel()
        self.table = PastedTable(look, self)
        self.view = QTreeView()
        self.head = ColumnChoices(look, icons, COLUMNS, BEFORE)
        self.shown = {state: self._button("segment", partial(self._show, state)) for state in words.SHOWN}
        self.task = ChoiceBox(look, icons)
        self.fill = self._button("segment", self._again, words.PASTE_FILL)
        self.twice = self._button("segment", self._tell, words.PASTE_AGAIN)
        self.copy = QPushButton()
        self._build(tasks, task)
        room = parent.window().size()
        self.resize(room.width() - look.theme.px(80), room.height() - look.theme.px(80))
        self._again()
        self._show("all")
        (self._main if self._main.isEnabled() else self.view).setFocus()

    @property
    def pasted(self) -> Pasted:
        """What has been read."""
        return self.table.pasted

    def check(self) -> bool:
        """Take the rows over; who presses 取消 meanwhile has changed nothing.

        The main button is not greyed: it would hand its focus to 取消, and a second Enter would stop it all.
        """
        if self._working or not self._main.isEnabled():
            return False
        self._working, self._stopped = True, False
        with WayOut(self._cancel) as self._way_out:
            self.made, error = self._save(self.pasted, self.twice.isChecked(), self._heard)
        self._working = False
        if error:
            self._complain(str(error))
        return error is None

    def reject(self) -> None:
        """Close, or stop what is going on."""
        if self._working:
            self._stopped = True
        else:
            super().reject()

    def _complain(self, sentence: str) -> None:
        """Say in the foot why nothing was taken."""
        self._note.setText(sentence)
        self._note.setProperty("tone", "amber")
        self._note.style().polish(self._note)

    def _heard(self, done: int, of: int) -> bool:
        self._note.setText(words.PASTE_BUSY.format(done=done, of=of) if done < of else words.PASTE_SAVING)
        self._way_out.breathe()
        return not self._stopped

    def _again(self) -> None:
        """Read the table anew, after something was put right."""
        read = self._read(keys=self._keys, task=self.task.currentData(), fill=self.fill.isChecked())
        self.table.show(read, self._state)
        names = [words.COLUMN_SPOKEN.format(head=self.table.head(n)) for n in range(len(read.keys))]
        self.head.show_choices(read.keys, names)
        if self._keys is None:
            self._set_widths(read.keys)
            self._wishes, self._latest = list(read.keys), list(range(len(read.keys)))
            self.fill.setVisible(bool(read.merged))
            columns = "、".join(COLUMNS[key] for key in read.merged)
            self.fill.setToolTip(words.PASTE_FILL_TIP.format(columns=columns))
        self._keys = list(read.keys)
        self._tell()

    def _pick(self, keys: list[str]) -> None:
        """One column is something else now; the one that was the same is left out as long as this one is."""
        for column, (old, new) in enumerate(zip(self._keys or [], keys, strict=True)):
            if old != new:
                self._wishes[column] = new
                self._latest = [column, *(one for one in self._latest if one != column)]
        taken: dict[str, int] = {}
        for column in self._latest:
            taken.setdefault(self._wishes[column], column)
        self._keys = [key if taken.get(key) == column else "" for column, key in enumerate(self._wishes)]
        self._again()

    def _show(self, state: str) -> None:
        self._state = state
        for name, button in self.shown.items():
            button.setChecked(name == state)
        self.table.show(self.pasted, state)
        self.view.setCurrentIndex(self.table.index(0, STATE))

    def _tell(self) -> None:
        """Bring the figures and the buttons up to date."""
        read = self.pasted
        figures = {
            "all": len(read.rows), "good": len(read.good), "there": len(read.there), "wrong": len(read.wrong),
        }  # fmt: skip
        self.sum.setText(words.PASTE_SUM.format(rows=len(read.rows)) if "title" in read.keys else words.PASTE_NO_TITLE)
        for state, button in self.shown.items():
            button.setText(words.SHOWN[state].format(n=figures[state]))
            button.setVisible(bool(figures[state]) or state == "all")
        self.twice.setVisible(bool(read.there))
        number = figures["good"] + (figures["there"] if self.twice.isChecked() else 0)
        self._main.setText(words.PASTE_DEED.format(n=number) if number else words.PASTE_NONE)
        self._main.setEnabled(bool(number))
        self.copy.setText(words.PASTE_COPY.format(n=figures["wrong"]))
        self.copy.setVisible(bool(figures["wrong"]))
        self._note.setText(_units_told(read.new_units))
        self._detail()

    def _detail(self) -> None:
        row = self.table.row(self.view.currentIndex())
        self.detail.setText(told(row) if row else "")

    def _copy(self) -> None:
        """Give the rows that cannot be taken back, with the reasons."""
        put_rows(pasting.rejects(self.pasted))
        self._note.setText(words.PASTE_COPIED)

    def _button(self, kind: str, act: Callable[[], object], text: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _set_widths(self, keys: Sequence[str]) -> None:
        px = self._look.theme.px
        widths: list[float] = [*_WIDTHS.values(), *(_WIDE.get(key, _USUAL) for key in keys)]
        over = self.width() / self._look.theme.scale - 56 - sum(widths)
        title = BEFORE + (list(keys).index("title") if "title" in keys else 0)
        widths[title] += max(over, -_YIELDS)  # it takes what is left, and gives way a little
        for column, width in enumerate(widths):
            self.head.resizeSection(column, px(width))

    def _build(self, tasks: Sequence[Task], task: int | None) -> None:
        px = self._look.theme.px
        self.sum.setProperty("kind", "section")
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.sum)
        top.addSpacing(px(8))
        for button in self.shown.values():
            top.addWidget(button)
        top.addStretch()
        self.copy.setProperty("kind", "small")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        top.addWidget(self.copy)
        label = QLabel(words.PASTE_DEFAULT)
        label.setProperty("kind", "label")
        label.setBuddy(self.task)
        self.task.setAccessibleName(words.PASTE_DEFAULT)
        self.task.addItem(words.PASTE_NO_DEFAULT, None)
        for one in (one for one in tasks if one.applicable):
            self.task.addItem(wording.task_title(one), one.id)
        self.task.setCurrentIndex(max(self.task.findData(task), 0))
        self.task.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.task.setMinimumContentsLength(_TASK_SHOWN)
        self.task.setMaximumWidth(px(420))
        self.task.activated.connect(lambda _: self._again())
        self.fill.setChecked(True)
        for widget in (label, self.task, self.fill, self.twice):
            below.addWidget(widget, 2 if widget is self.task else 0)
        below.addStretch(1)
        self._build_view()
        self.detail.setProperty("kind", "label")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        for line in (top, below):
            self.body.addLayout(line)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.detail)

    def _build_view(self) -> None:
        self.view.setModel(self.table)
        self.view.setHeader(self.head)
        self.head.setStretchLastSection(False)
        self.head.picked.connect(self._pick)
        self.view.setProperty("kind", "plain")
        self.view.setMinimumHeight(self._look.theme.px(_LEAST))  # where the window is low the whole of it scrolls
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAccessibleName(words.ROWS_SPOKEN)
        self.view.horizontalScrollBar().valueChanged.connect(self.head.place)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._detail())
        self.table.modelReset.connect(self._detail)


def _units_told(names: Sequence[str]) -> str:
    """Which units would come along, the first of them by name; " " where none does."""
    if not names:
        return " "
    more = words.PASTE_MORE if len(names) > _UNITS_TOLD else ""
    return words.PASTE_NEW_UNITS.format(n=len(names), names="、".join(names[:_UNITS_TOLD]) + more)
