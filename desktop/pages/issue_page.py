"""The page 印发: how far the breakdown has gone out, what still blocks it, which extensions wait for a decision."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from db import deadlines, gaps, issuing
from db.actions import Action
from db.changes import ChangeSet
from db.errors import ChecklistError, RuleBroken
from db.gaps import Gap
from db.issuing import Scope
from db.tasks import Task
from desktop import wording
from desktop.extension_acts import day_field
from desktop.late import late
from desktop.pages.gap_tree import GapTree
from desktop.pages.issue_record import IssueRecord
from desktop.pages.page import Context, Page
from desktop.widgets.empty_state import EmptyState
from desktop.words import issuing as words

# The cell in which a gap is filled.
_FIELDS = {"without_lead": "lead", "without_due": "due", "child_after_parent": "due", "without_owner": "owner"}
_SHOWN = frozenset({"action", "task", "assignment", "issue", "extension", "setting", "answer", "sentence"})
_NARROW = 900  # width ÷ scale below which the record stands under the list


def missing(context: Context) -> tuple[Gap, ...]:
    """What is missing in the open checklist, as it stands in memory."""
    return context.standing.gaps


class IssuePage(Page):
    """Follows every step; issues through its dialog."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._session, self._standing = context, context.session, context.standing
        self._state, self._number = QLabel(), QLabel()
        self._state.setProperty("kind", "label")
        self._state.setWordWrap(True)
        self.issue_task = QPushButton(words.ISSUE_TASK)
        self.issue_all = QPushButton(context.icons.icon("stamp", 16, "on_accent"), words.ISSUE_ALL)
        self.issue_all.setProperty("kind", "main")
        self.tree = GapTree(context.look, context.icons)
        self.ready = EmptyState(context.look, context.icons, "stamp", words.READY_HEAD, words.READY_LINE)
        self.issued = EmptyState(context.look, context.icons, "check", words.DONE_HEAD, words.DONE_LINE)
        self.record = IssueRecord(context)
        self._build()
        self._connect()
        self._show()

    def reveal(self, action: int) -> bool:
        """Go to what an action lacks; False when nothing is missing there."""
        return self.tree.choose(action)

    def show_step(self, changes: ChangeSet) -> bool:
        """Stay for an extension, which the record shows."""
        return bool(changes.touches("extension"))

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.tree, self.record]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the record under the list where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() / self._context.look.theme.scale < _NARROW
        self._splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def ask_issue(self, task: int | None = None) -> None:
        """Ask for day and number, for the whole or for one task; both can still be changed."""
        dialog = late("issue")(
            self._context.look, self._context.icons, self.window(),
            [(scope, self._scope_line(scope)) for scope in self._scopes],
            day_field(self._context, self._session.today(), self),
            self._save,
        )  # fmt: skip
        asked = [scope.only for scope in self._scopes]
        dialog.scope.setCurrentIndex(asked.index((task,)) if task is not None else 0)
        dialog.open()

    def _scope_line(self, scope: Scope) -> str:
        if scope.only is None:
            return words.ISSUE_SCOPE_ALL
        if len(scope.only) > 1:
            return words.ISSUE_SCOPE_READY.format(tasks=scope.tasks, actions=scope.actions)
        return wording.task_line(self._standing.tasks[scope.only[0]])

    def _save(self, only: Sequence[int] | None, day: str, number: str) -> ChecklistError | None:
        session = self._session
        try:
            on = deadlines.parse(day, session.yard.plan_year, session.today()).on or day
        except RuleBroken:
            on = day  # left for the verb to refuse at its field
        changes, error = session.attempt(
            issuing.issue, on, today=session.today(), only=only, doc_number=number
        )
        if error is None:
            self._context.say(words.ISSUE_DONE.format(step=changes.label))
        return error

    def _show(self, _: object = None) -> None:
        found = missing(self._context)
        self._blocking = gaps.blocking(found)
        everything = self._everything()
        self._scopes = issuing.scopes(self._standing.tasks.values(), everything)
        left = issuing.to_issue(everything)
        state = issuing.issued(everything)
        waits = words.NONE_READY if state == "none" else words.REST_NOT_READY if self._blocking else words.DONE_HEAD
        why = "" if self._scopes else waits
        self._state.setText(self._told(state, left) + (why if self._blocking else ""))
        self.issue_all.setText(words.ISSUE_ALL if state == "none" else words.ISSUE_MORE)
        self.issue_all.setEnabled(bool(self._scopes))
        self.issue_all.setToolTip(why)
        self._number.setText(words.GAPS_COUNT.format(n=len(self._blocking)))
        self.tree.show_gaps([(task, self._word(task)) for task in self._applicable()], found)
        if self._blocking:
            self._stack.setCurrentWidget(self._list)
        else:
            self._stack.setCurrentWidget(self.ready if left else self.issued)
        for page in (self.ready, self.issued):
            page.set_below(_advice(found))
        self._update()

    def _update(self) -> None:
        """Enable what the current row can do."""
        task = self.tree.task()
        self.issue_task.setEnabled(task is not None and bool(self._left(task)) and not self._gaps_of(task))

    def _told(self, state: str, left: Sequence[Action]) -> str:
        if state == "none":
            return words.NOT_ISSUED + "。"
        gone = [action for action in self._everything() if action.issued_on]
        first = min(str(action.issued_on) for action in gone)
        told = words.ISSUED.format(
            tasks=len({action.task for action in gone}),
            actions=sum(self._standing.tallies[task.id].issued for task in self._applicable()),
            day=wording.short_date(first, self._session.yard.plan_year),
        )  # fmt: skip
        return told + (words.LEFT.format(actions=issuing.number(left)) if left else "") + "。"

    def _word(self, task: Task) -> str:
        number = len(self._gaps_of(task))
        if number:
            return words.TASK_GAPS.format(n=number)
        its = self._standing.actions[task.id]
        state = issuing.issued(its)
        left = sum(action.leaf for action in self._left(task))
        partly = words.TASK_PARTLY.format(n=left) if left else words.TASK_PARENT_LEFT
        return {"none": words.TASK_READY, "partly": partly, "all": words.TASK_ISSUED}[state]

    def _applicable(self) -> list[Task]:
        return [task for task in self._standing.tasks.values() if task.applicable]

    def _everything(self) -> list[Action]:
        return [action for task in self._applicable() for action in self._standing.actions[task.id]]

    def _left(self, task: Task) -> Sequence[Action]:
        return issuing.to_issue(self._standing.actions[task.id])

    def _gaps_of(self, task: Task) -> list[Gap]:
        return [gap for gap in self._blocking if gap.task.id == task.id]

    def _go(self, place: Any) -> None:
        """Lead to a task, or to the action that lacks something."""
        if isinstance(place, Task):
            self._context.go("tasks", task=place.id)
        elif place.sentence:
            self._context.go("tasks", task=place.task.id, sentence=place.sentence)
        else:
            action, field = place.action.id if place.action else None, _FIELDS.get(place.code, "title")
            undivided = place.code == "undivided"
            self._context.go("tasks", task=place.task.id, action=action, field=field, break_down=undivided)

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self._standing.day_changed.connect(self._show)
        self.tree.wanted.connect(self._go)
        self.tree.currentItemChanged.connect(lambda *_: self._update())
        self.issue_all.clicked.connect(lambda: self.ask_issue())
        self.issue_task.clicked.connect(self._issue_current)

    def _issue_current(self) -> None:
        task = self.tree.task()
        if task is not None:
            self.ask_issue(task.id)

    def _follow(self, changes: ChangeSet) -> None:
        if any(row.table in _SHOWN for row in changes.rows):
            self._show()
            self.record.refresh()

    def _build(self) -> None:
        px = self._context.look.theme.px
        title = QLabel(words.PAGE)
        title.setProperty("kind", "title")
        top = QHBoxLayout()
        top.setSpacing(px(12))
        words_of_head = QVBoxLayout()
        words_of_head.setSpacing(px(2))
        words_of_head.addWidget(title)
        words_of_head.addWidget(self._state)
        top.addLayout(words_of_head, 1)
        top.addWidget(self.issue_all, 0, Qt.AlignmentFlag.AlignVCenter)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, px(12), 0)
        head = QHBoxLayout()
        hint = QLabel(words.GAPS_LINE)
        hint.setWordWrap(True)
        for label, kind, stretch in ((self._number, "section", 0), (hint, "hint", 1)):
            label.setProperty("kind", kind)
            head.addWidget(label, stretch)
        self.issue_task.setProperty("kind", "small")
        head.addWidget(self.issue_task)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self.ready.add_button(words.ISSUE_ALL, "main").clicked.connect(lambda: self.ask_issue())
        self.issued.add_button(words.TO_TASKS, None).clicked.connect(lambda: self._context.go("tasks"))
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self._list, self.ready, self.issued):
            self._stack.addWidget(page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(body)
        self._splitter.addWidget(self.record)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([px(860), px(360)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(14), px(16), px(8))
        outer.setSpacing(px(10))
        outer.addLayout(top)
        outer.addWidget(self._splitter, 1)
        self.setFocusProxy(self.tree)


def _advice(found: Sequence[Gap]) -> str:
    """What had better be filled in, in one line."""
    codes = [gap.code for gap in found if not gap.blocking]
    return "；".join(words.ADVICE_OF[code].format(n=codes.count(code)) for code in dict.fromkeys(codes))
