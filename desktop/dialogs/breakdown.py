"""The dialog of 逐句分解: a task sentence by sentence with the drafts for it; Enter makes them and goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QScrollArea, QWidget

from db.drafts import Draft
from db.errors import ChecklistError
from db.levels import SUPERIOR, proposed
from db.tasks import Task
from db.words.answers import LEVELS
from desktop import wording
from desktop.dialogs.breakdown_block import Proposed
from desktop.dialogs.breakdown_head import BreakdownHead, Columns
from desktop.dialogs.breakdown_line import LineFields
from desktop.dialogs.breakdown_list import DraftList
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import breakdown as words

_WIDE, _LOW = 1240, 400
_DEAF = 250  # ms in which a task that has just come is taken by nobody: the key was meant for the one before


@dataclass(frozen=True, slots=True)
class Sheet:
    """A task as the dialog shows it; `left` is how many others are still to be divided, `after` the next of them."""

    task: Task
    sentences: tuple[Proposed, ...]
    after: int | None = None
    left: int = 0


class Deeds(Protocol):
    """What the dialog asks for; each that changes something tells why it did not."""

    def sheet(self, task_id: int) -> Sheet:
        """A task with what is proposed for it now."""

    def accept(self, task_id: int, drafts: Sequence[Draft]) -> ChecklistError | None:
        """Make the drafts actions."""

    def set_level(self, task_id: int, number: int, level: str | None) -> ChecklistError | None:
        """Say whose business a sentence is."""

    def pass_on(self, task_id: int) -> int | None:
        """The next task to be divided, this one being done with; None where there is none."""

    def undo(self) -> tuple[int, str] | None:
        """Take the last step of this dialog back: the task it was about, and its name; None where there is none."""


class BreakdownDialog(DialogFrame):
    """Closes when no task is left to be divided, or with 生成后关闭; `task` is the one it shows."""

    scrolls = False

    def __init__(
        self,
        look: Look,
        icons: Icons,
        parent: QWidget,
        deeds: Deeds,
        fields: LineFields,
        task_id: int,
        sentence: int = 0,
    ) -> None:
        self._deeds = deeds
        self._deaf = QTimer()
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(_DEAF)
        super().__init__(look, parent, title=words.BREAK_DOWN, explain=words.EXPLAIN, deed=words.DEED)
        self.list = DraftList(look, icons, fields)
        self.list.setAccessibleName(words.BREAK_DOWN)
        self.columns = Columns(look, icons, fields.due(self))
        self._scroll = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.list)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.columns)
        self.body.addWidget(area, 1)
        self._connect()
        self._top.fit(small=self._room().height() < look.theme.px(_LOW))
        self.resize(look.theme.px(_WIDE), 9999)  # as high as the window leaves room for: it stays so from task to task
        self.show_task(task_id, sentence)
        self.list.setFocus()

    @property
    def task(self) -> int:
        """The task it shows."""
        return self._sheet.task.id

    @property
    def told(self) -> str:
        """What the foot says."""
        return self._note.text()

    def show_task(self, task_id: int, sentence: int = 0, said: str = "") -> None:
        """Show a task from its beginning, or at a sentence; `said` tells what was done before."""
        self._sheet = sheet = self._deeds.sheet(task_id)
        self._said = said
        label = sheet.task.label.strip("（）") or str(sheet.task.number)
        self.setWindowTitle(words.TITLE.format(label=label))
        self._top.name(wording.task_title(sheet.task))
        self.list.show_all(sheet.sentences, sentence)
        self.columns.clear()
        self._scroll.verticalScrollBar().setValue(0)
        self._tell()
        self._deaf.start()

    def accept(self) -> None:
        """Make what is ticked and go on to the next task; close where there is none. A task has to be seen first."""
        if self._deaf.isActive():
            return
        self._done = ""
        if self.list.drafts() and not self._make():
            return
        following = self._deeds.pass_on(self._sheet.task.id)
        if following is None:
            QDialog.accept(self)
        else:
            self.show_task(following, said=self._done)
            self.list.setFocus()

    def make_and_close(self) -> None:
        """Make what is ticked, and no more."""
        if self._make():
            QDialog.accept(self)

    def _make(self) -> bool:
        drafts = self.list.drafts()
        error = self._deeds.accept(self._sheet.task.id, drafts)
        if error is None:
            self._done = words.DONE_ONE.format(number=self._sheet.task.number, n=len(drafts))
            return True
        place = int(str(error.facts.get("draft", 0)))
        if place:
            line = list(self.list.lines())[place - 1]
            self.list.take_in_hand(line)
            line.refuse(getattr(error, "field", None), str(error.facts["why"]))
        else:
            self._complain(str(error))
        return False

    def _set_level(self, number: int, level: str | None) -> None:
        error = self._deeds.set_level(self._sheet.task.id, number, level)
        if error:
            self._complain(str(error))
            return
        self._sheet = self._deeds.sheet(self._sheet.task.id)
        self.list.replace(self._sheet.sentences[number - 1])

    def _undo(self) -> None:
        undone = self._deeds.undo()
        if undone is not None:
            task, label = undone
            self.show_task(task, said=words.UNDONE.format(label=label))
            self.list.setFocus()

    def _offer_levels(self, number: int, place: QPoint) -> None:
        """The levels a sentence can have; that its own words speak of is told."""
        task = self._sheet.task
        meant = proposed(task.sentences[number - 1])
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for level, text in LEVELS.items():
            act = menu.addAction(words.LEVEL_SAID.format(level=text) if level == meant else text)
            act.setCheckable(True)
            act.setChecked(level == task.levels[number - 1])
            group.addAction(act)
            new = None if level == meant else level
            act.triggered.connect(lambda _=False, new=new: self._set_level(number, new))
        menu.popup(place)

    def _set_all_due(self, text: str) -> None:
        for line in self.list.lines():
            line.set_due(text)

    def _tick_all(self, wanted: bool) -> None:
        """All the county's own sentences that nothing answers, or none."""
        for block in self.list.blocks:
            block.tick(wanted and block.shown.state == "unanswered")
        self.list.take_in_hand(self.list.stops()[0])

    def _tell(self) -> None:
        """Say what would be made, and how far the sentences of the task would be answered."""
        drafts, sheet = self.list.drafts(), self._sheet
        own = [one for one in sheet.sentences if one.level not in SUPERIOR]
        now = {one.number for one in own if one.answered}
        then = now | {one.number for one in own} & {draft.sentence for draft in drafts}
        self._top.show_coverage(len(now), len(then), len(own), len(sheet.sentences) - len(own))
        tickable = [block for block in self.list.blocks if block.shown.state == "unanswered"]
        ticked = sum(block.ticked for block in self.list.blocks)
        self.columns.show_ticked(len(sheet.sentences), ticked, len(tickable))
        units = len({draft.lead.strip() for draft in drafts} - {""})
        told = words.FOOT.format(n=len(drafts), units=units) if drafts else words.FOOT_NONE
        left = words.FOOT_LEFT.format(n=sheet.left) if sheet.left else ""
        self._show_note(f"{self._said}{'。' if self._said else ''}{told}{left}", "")
        last = sheet.after is None
        deed = (words.DEED if last else words.DEED_ON) if drafts else words.DEED_END if last else words.DEED_SKIP
        self._main.setText(deed.format(n=len(drafts)))
        self._close.setVisible(not last)
        self._close.setEnabled(bool(drafts))

    def _complain(self, sentence: str) -> None:
        self._show_note(sentence, "amber")

    def _show_note(self, text: str, tone: str) -> None:
        self._note.setText(text)
        if self._note.property("tone") != tone:
            self._note.setProperty("tone", tone)
            self._note.style().polish(self._note)

    def _follow(self, stop: QWidget) -> None:
        """Keep what is in hand in view; after the layout, for it may just have come."""

        def show() -> None:
            if stop is self.list.current:
                block = self.list.block_of(stop)
                if block.height() < self._scroll.viewport().height():
                    self._scroll.ensureWidgetVisible(block, 0, 0)
                self._scroll.ensureWidgetVisible(stop, 0, self._look.theme.px(12))

        QTimer.singleShot(0, stop, show)

    def _keep(self, stop: QWidget) -> None:
        """Leave a line that is in view where it is: the pointer may be on it."""
        self._scroll.ensureWidgetVisible(stop, 0, 0)

    def _connect(self) -> None:
        self.list.changed.connect(self._tell)
        self.list.taken.connect(self.accept)
        self.list.in_hand.connect(self._follow)
        self.list.touched.connect(self._keep)
        self.list.level_wanted.connect(self._offer_levels)
        self.columns.due_wanted.connect(self._set_all_due)
        self.columns.left.connect(self.list.setFocus)
        self.columns.all_wanted.connect(self._tick_all)
        for key, act in (("Alt+Right", self.accept), ("Ctrl+D", self.columns.enter), ("Ctrl+Z", self._undo)):
            QShortcut(QKeySequence(key), self, act).setAutoRepeat(False)

    def _head(self, title: str, explain: str) -> QWidget:
        self._top = BreakdownHead(self._look, explain)
        return self._top

    def _foot(self, foot: str, deed: str) -> QWidget:
        bar = super()._foot(foot, deed)
        self._close = QPushButton(words.CLOSE_AFTER)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.make_and_close)
        row = bar.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self._main), self._close)
        return bar
