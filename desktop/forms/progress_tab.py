"""The tab 进展: what was reported for an action, the newest period first; the form's foot asks for another entry."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db import periods, progress, settings, status
from db.actions import Action
from db.periods import Period
from db.progress import Entry
from desktop import wording
from desktop.done_offer import offer_done
from desktop.late import late
from desktop.pages.page import Context
from desktop.widgets.card_frame import parting_line
from desktop.words import UNDO
from desktop.words import progress as words


class ProgressTab(QWidget):
    """A block for each entry; a click on its period opens it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._action: Action | None = None
        px = context.look.theme.px
        self._column = QVBoxLayout()
        self._column.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(10))
        column.addLayout(self._column)
        column.addStretch()

    def show_action(self, action: Action) -> None:
        """Show what was reported for an action."""
        self._action = action
        applicable = self._context.standing.tasks[action.task].applicable
        able = reportable(action) and applicable
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        checklist = self._context.session.checklist
        entries = progress.of_action(checklist, action.id)
        locked = periods.locked(checklist)
        self._year = settings.read(checklist).plan_year
        if entries and entries[0].percent != action.percent and action.leaf:
            told = words.NOT_REPORTED.format(n=action.percent, period=entries[0].period.name, was=entries[0].percent)
            self._column.addWidget(self._label(told, "warning"))
        for number, entry in enumerate(entries):
            older = entries[number + 1] if number + 1 < len(entries) else None
            closed = any(period.covers(entry.period) for period in locked)
            if number:
                self._column.addWidget(parting_line())
            self._column.addWidget(self._block(entry, older, able and not closed, closed))
        if not entries:
            told = words.EMPTY_TAB_AT.format(n=action.percent) if action.percent and action.leaf else words.EMPTY_TAB
            self._column.addWidget(self._label(told, "hint"))

    def _block(self, entry: Entry, older: Entry | None, able: bool, closed: bool) -> QWidget:
        px, block = self._context.look.theme.px, QWidget()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        day = self._label(wording.short_date(entry.entered_on, self._year), "strong")
        day.setWordWrap(False)
        head.addWidget(day)
        who = [entry.reporter, words.LATE if entry.late else ""]
        if entry.reviewer:
            who.append(words.ENTRY_REVIEWED.format(name=entry.reviewer))
        head.addWidget(self._label("　".join(filter(None, who)), "label"), 1)
        head.addWidget(self._period(entry, able, closed))
        percent = self._label(words.PERCENT.format(n=entry.percent), "strong")
        percent.setWordWrap(False)
        head.addWidget(percent)
        if older is not None and older.percent != entry.percent:
            step = entry.percent - older.percent
            change = self._label((words.PLUS if step > 0 else words.LESS).format(n=abs(step)), "hint")
            change.setWordWrap(False)
            head.addWidget(change)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        for text, kind in (
            (entry.done, "body"), (entry.trouble and words.ENTRY_TROUBLE.format(text=entry.trouble), "warning"),
            (entry.next and words.ENTRY_NEXT.format(text=entry.next), "label"),
            (entry.reason and words.ENTRY_REASON.format(text=entry.reason), "label"),
        ):  # fmt: skip
            if text:
                column.addWidget(self._label(text, kind))
        return block

    def _period(self, entry: Entry, able: bool, closed: bool) -> QPushButton:
        period = entry.period
        button = QPushButton(period.name)
        button.setProperty("kind", "status")
        button.setEnabled(able)
        told = words.ENTRY_CLOSED if closed else words.EDIT_ENTRY
        button.setToolTip(told.format(period=period.name))
        button.setAccessibleName(told.format(period=period.name))
        if closed:
            button.setIcon(self._context.icons.icon("lock", 13, "text3"))
            side = self._context.look.theme.px(13)
            button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda: self.ask(period))
        if able:
            remove = QAction(words.REMOVE_ENTRY.format(period=period.name), button)
            remove.triggered.connect(lambda: self._remove(entry))
            button.addAction(remove)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return button

    def _remove(self, entry: Entry) -> None:
        session, name = self._context.session, entry.period.name
        if session.run(progress.remove, entry.id):
            self._context.say(words.ENTRY_REMOVED.format(period=name), f"{UNDO} Ctrl+Z", session.undo)

    def _label(self, text: str, kind: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def ask(self, period: Period | None = None) -> None:
        """Fill in a period of the action in view, by default the one that is due."""
        if self._action is not None:
            dialog, chosen = late("progress dialog")(self._context, self._action, self, period), self._action.id
            dialog.accepted.connect(lambda: offer_done(self._context, chosen))
            dialog.open()


def reportable(action: Action) -> bool:
    """Whether progress of an action can be filled in: a leaf that counts and is not 已销号."""
    return action.leaf and action.status != "closed" and status.counted(action.status)
