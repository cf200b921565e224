"""The list of what still blocks 印发, grouped by task; every row leads to its place, advice is folded away below."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from db.gaps import Gap, blocking
from db.tasks import Task
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import issuing as words

_TASK, _GAP, _FOLDS = (Qt.ItemDataRole.UserRole + n for n in range(3))


class GapTree(QTreeWidget):
    """A head for every task, below it what is missing; advice stands at the end, in grey.

    The sentences nothing answers may be many: they stay folded under their number until they are asked for.
    """

    wanted = Signal(object)  # the Gap to go to, or the Task

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._unfolded = False
        self.setProperty("kind", "plain")
        self.setAccessibleName(words.GAPS)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(look.theme.px(22))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._click)
        self.itemExpanded.connect(lambda item: self._mark(item, unfolded=True))
        self.itemCollapsed.connect(lambda item: self._mark(item, unfolded=False))
        self.itemDoubleClicked.connect(lambda item: self._go(item) if not item.data(0, _GAP) else None)

    def show_gaps(self, tasks: Sequence[tuple[Task, str]], gaps: Sequence[Gap]) -> None:
        """Show the tasks, each with the word for how it stands, and the gaps below them."""
        kept, its = self._place(), defaultdict(list)
        for gap in blocking(gaps):
            its[gap.task.id].append(gap)
        self.clear()
        for task, state in tasks:
            head = self._head(wording.task_line(task), state, task, "amber" if its[task.id] else "text3")
            for gap in its[task.id]:
                self._gap(head, gap)
        unfolded = self._unfolded  # a tree made anew tells of rows that open
        self._advise([gap for gap in gaps if not (gap.blocking or gap.sentence)])
        self.expandAll()
        self._fold([gap for gap in gaps if gap.sentence], unfolded=unfolded)
        self._go_back(kept)

    def task(self) -> Task | None:
        """The task of the current row, None where there is none."""
        item = self.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        found = item.data(0, _TASK) if item is not None else None
        return found if isinstance(found, Task) else None

    def choose(self, action: int) -> bool:
        """Make the first gap of an action that blocks current; False when it has none."""
        heads = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        for item in (head.child(row) for head in heads for row in range(head.childCount())):
            gap = item.data(0, _GAP)
            if gap.blocking and gap.action is not None and gap.action.id == action:
                self.setCurrentItem(item)
                self.setFocus()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the row leads, or unfolds what is folded."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            if item.data(0, _FOLDS):
                item.setExpanded(not item.isExpanded())
            else:
                self._go(item)
        else:
            super().keyPressEvent(event)

    def _head(self, text: str, state: str, task: Task | None, role: str) -> QTreeWidgetItem:
        theme = self._look.theme
        item = QTreeWidgetItem(self, [text, state])
        item.setData(0, _TASK, task)
        item.setToolTip(0, text)
        item.setFont(0, theme.font(14, bold=role == "amber"))
        item.setFont(1, theme.font(12))
        item.setForeground(1, theme.color(role))
        return item

    def _gap(self, head: QTreeWidgetItem, gap: Gap, text: str = "") -> None:
        theme = self._look.theme
        place = f"{gap.action.code}　{gap.action.title}" if gap.action else ""
        line = QTreeWidgetItem(head, [text or (f"{place}　{gap.why}" if place else gap.why), ""])
        line.setData(0, _GAP, gap)
        line.setFont(0, theme.font(13))
        line.setForeground(0, theme.color("text" if gap.blocking else "text3"))
        line.setToolTip(0, line.text(0))

    def _advise(self, advice: Sequence[Gap]) -> None:
        """Told by kind and number; each leads to the first place."""
        if not advice:
            return
        head = self._head(words.ADVICE, "", None, "text3")
        head.setForeground(0, self._look.theme.color("text3"))
        for code, number in Counter(gap.code for gap in advice).items():
            first = next(gap for gap in advice if gap.code == code)
            self._gap(head, first, words.ADVICE_OF[code].format(n=number))

    def _fold(self, sentences: Sequence[Gap], *, unfolded: bool) -> None:
        """The sentences nothing answers, under their number."""
        if not sentences:
            return
        what = words.ADVICE_OF["unanswered"].format(n=len(sentences))
        head = self._head(words.ADVICE_FOLDED.format(what=what), "", None, "text3")
        head.setForeground(0, self._look.theme.color("text3"))
        head.setData(0, _FOLDS, True)
        for gap in sentences:
            text = gap.task.sentences[gap.sentence - 1]
            self._gap(head, gap, words.ADVICE_SENTENCE.format(task=gap.task.number, number=gap.sentence, text=text))
        self._mark(head, unfolded=unfolded)
        head.setExpanded(unfolded)

    def _mark(self, item: QTreeWidgetItem, *, unfolded: bool) -> None:
        if item.data(0, _FOLDS):
            self._unfolded = unfolded
            item.setIcon(0, self._icons.icon("chevron-down" if unfolded else "chevron-right", 14, "text3"))

    def _click(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _FOLDS):
            item.setExpanded(not item.isExpanded())
        elif item.data(0, _GAP):
            self._go(item)

    def _go(self, item: QTreeWidgetItem) -> None:
        found = item.data(0, _GAP) or item.data(0, _TASK)
        if found is not None:
            self.wanted.emit(found)

    def _place(self) -> tuple[object, object]:
        item = self.currentItem()
        return (item.data(0, _TASK), item.data(0, _GAP)) if item is not None else (None, None)

    def _go_back(self, place: tuple[object, object]) -> None:
        """Make the row current that was, or the first."""
        task, gap = place
        for top in (self.topLevelItem(row) for row in range(self.topLevelItemCount())):
            for item in (top, *(top.child(row) for row in range(top.childCount()))):
                if _same(item.data(0, _TASK), task) or _same(item.data(0, _GAP), gap):
                    self.setCurrentItem(item)
                    return
        if self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))


def _same(one: object, other: object) -> bool:
    if isinstance(one, Task) and isinstance(other, Task):
        return one.id == other.id
    if isinstance(one, Gap) and isinstance(other, Gap):
        ids = [(gap.code, gap.task.id, gap.action.id if gap.action else None, gap.sentence) for gap in (one, other)]
        return ids[0] == ids[1]
    return False
