"""What has changed since the last period: figures before and after, and the rows behind each difference."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from db import status
from db.actions import Action
from db.comparison import Change, Comparison
from db.snapshots import State
from db.words import periods as groups
from desktop import countdown
from desktop import words as common
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.wording import long_date
from desktop.words import progress as words

_ROW = Qt.ItemDataRole.UserRole
_MARGIN = 80  # a dialog is never larger than its window less this


class ComparisonDialog(DialogFrame):
    """A reading dialog; `wanted` names the task and the action a row leads to."""

    wanted = Signal(int, int)
    scrolls = False

    def __init__(self, look: Look, made: Comparison, parent: QWidget) -> None:
        sides = words.COMPARE_SIDES.format(
            before=_name(made.before), before_day=long_date(made.before.yard.today),
            after=_name(made.after), after_day=long_date(made.after.yard.today),
        )  # fmt: skip
        foot = words.COMPARE_FOOT if any(made.groups.values()) else ""
        super().__init__(look, parent, title=words.COMPARE_TITLE, explain=sides, deed="", foot=foot)
        self.body.addLayout(self._figures(made))
        self.tree = QTreeWidget()
        self._fill(made)
        if not any(made.groups.values()):
            self.tree.hide()
            self.body.addWidget(QLabel(words.COMPARE_SAME))
        self.body.addWidget(self.tree, 1)
        px, window = look.theme.px, parent.window()
        self.resize(min(px(820), window.width() - _MARGIN), min(px(560), window.height() - _MARGIN))
        self.tree.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the row's action."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.tree:
            self._go(self.tree.currentItem())
        else:
            super().keyPressEvent(event)

    def _figures(self, made: Comparison) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.theme.px(28))
        for column, (figure, name) in enumerate(words.COMPARE_FIGURES.items()):
            was, now = (getattr(state.counts.total, figure) for state in (made.before, made.after))
            if figure == "percent":
                was, now = words.PERCENT.format(n=was), words.PERCENT.format(n=now)
            head, line = QLabel(name), QLabel(words.FROM_TO.format(before=was, after=now))
            head.setProperty("kind", "label")
            line.setProperty("kind", "head")
            grid.addWidget(head, 0, column)
            grid.addWidget(line, 1, column)
        grid.setColumnStretch(len(words.COMPARE_FIGURES), 1)
        return grid

    def _fill(self, made: Comparison) -> None:
        px = self._look.theme.px
        self.tree.setProperty("kind", "plain")
        self.tree.setAccessibleName(words.COMPARE_TITLE)
        self.tree.setHeaderLabels(list(words.COMPARE_COLUMNS))
        self.tree.setWordWrap(True)
        self.tree.setIndentation(px(16))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, px(130))
        self.tree.setColumnWidth(2, px(220))
        still = {action.id: action for action in made.after.actions if action.leaf}
        for name, changes in made.groups.items():
            if not changes:
                continue
            head = QTreeWidgetItem([words.COMPARE_GROUP.format(name=groups.GROUPS[name], n=len(changes))])
            head.setFont(0, self._look.theme.font(14, bold=True))
            self.tree.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            for change in changes:
                action = change.action
                told = _told(name, change, still)
                if name == "overdue" and change.before and change.after:
                    told += f"，{countdown.phrase(status.timing(change.after, made.after.yard))}"
                row = QTreeWidgetItem([f"{action.code} {action.title}", action.lead, told])
                row.setData(0, _ROW, (action.task, action.id))
                row.setToolTip(0, action.title)
                head.addChild(row)
            head.setExpanded(len(changes) <= 12)
        self.tree.itemDoubleClicked.connect(lambda item, _: self._go(item))
        self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def _go(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _ROW) if item else None
        if place:
            self.reject()
            self.wanted.emit(*place)
        elif item:
            item.setExpanded(not item.isExpanded())


def _name(state: State) -> str:
    return state.period.name if state.period else words.NOW


def _told(group: str, change: Change, still: Mapping[int, Action]) -> str:
    """What is different, as far as the name of the group does not say it; `still` are the leaves there are now."""
    before, after = change.before, change.after
    if before is None:
        return words.ADDED
    if after is None:
        left = still.get(before.id)
        return words.GONE.get(left.status, words.GONE_WITH_TASK) if left else words.GONE_AWAY
    if group == "overdue":
        return words.DUE_AT.format(due=after.due_words)
    pair = {
        "percent": (words.PERCENT.format(n=before.percent), words.PERCENT.format(n=after.percent)),
        "due": (before.due_words or words.NONE, after.due_words or words.NONE),
    }.get(group, (common.STATUS_SHORT[before.status], common.STATUS_SHORT[after.status]))
    return words.FROM_TO.format(before=pair[0], after=pair[1])
