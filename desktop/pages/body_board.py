"""国家部门 → 本县单位: the table at the left, the chosen body at the right."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db import counterparts
from db.changes import ChangeSet
from db.counterparts import Counterpart
from desktop import wording
from desktop import words as common
from desktop.delegates.body_delegate import BodyDelegate
from desktop.models.body_table import BodyTable
from desktop.pages.body_acts import BodyActs
from desktop.pages.body_card import DEEDS, BodyCard, offered
from desktop.pages.body_view import BodyView
from desktop.pages.page import Context
from desktop.widgets.segments import Segments
from desktop.words import counterparts as words
from desktop.words import units as unit_words

_ROOMY = 560  # the width ÷ scale from which the head has room for all of its buttons


class BodyBoard(QWidget):
    """Read anew by `refresh`; says which view of the page is wanted instead."""

    card_wanted = Signal(bool)  # where there is room for one only: the card, or the table

    def __init__(self, context: Context, segments: Segments) -> None:
        super().__init__()
        self._context, self._segments = context, segments
        self.acts = BodyActs(context, self)
        self.model = BodyTable(self._save, self)
        self._delegate = BodyDelegate(context.look, context.icons, self.acts.known, context.session.today, self)
        self.view = BodyView(context.look, self.model, self._delegate)
        self.card = BodyCard(context.look, context.icons)
        self.unchecked = QPushButton(context.icons.icon("triangle-alert", 15, "amber"), "")
        self.unchecked.setProperty("kind", "flat")
        self.unchecked.setProperty("tone", "amber")
        self.unchecked.setToolTip(words.NEXT_UNCHECKED_TIP)
        self.restore = QPushButton(context.icons.icon("rotate-ccw", 15), words.RESTORE)
        self.restore.setProperty("kind", "flat")
        self.restore.setToolTip(words.RESTORE_TIP)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Take in how things stand now; the chosen line stays chosen."""
        was = self.view.current()
        self.model.show(counterparts.terms(self._context.session.checklist, self._context.session.today()))
        number = len({one.body for one in self.model.rows if not one.checked})
        self.unchecked.setText(words.UNCHECKED_COUNT.format(n=number))
        self.unchecked.setVisible(bool(number))
        if was is None or self.view.current() is None:
            self.view.choose(0 if was is None else max(self.model.place_of(was.body, was.valid_from), 0))
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room 恢复默认 stands in the card and the menu alone."""
        super().resizeEvent(event)
        self.restore.setVisible(self.width() / self._context.look.theme.scale >= _ROOMY)

    def choose(self, body: str) -> None:
        """Go to a body; to the time of it that holds today."""
        today = self._context.session.today()
        places = [place for place, one in enumerate(self.model.rows) if one.body == body]
        now = [place for place in places if self.model.rows[place].there(today)]
        self.view.choose((now or places or [0])[0])

    def show_step(self, changes: ChangeSet) -> bool:
        """Go to the body a step was about."""
        about = changes.touches("counterpart")
        if about:
            self.refresh()
            self.choose(about[0].value("body"))
        return bool(about)

    def next_unchecked(self) -> None:
        """Go to the next body nobody has confirmed, from the top again after the last."""
        start = self.view.currentIndex().row() + 1
        rows = self.model.rows
        places = [*range(start, len(rows)), *range(start)]
        self.view.choose(next((place for place in places if not rows[place].checked), start - 1))
        self.view.setFocus()

    def offer(self, place: QPoint) -> None:
        """Open the menu of what can be done with the chosen body."""
        one = self.view.current()
        if one is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in offered(one):
            menu.addAction(DEEDS[deed][0]).triggered.connect(lambda _=False, deed=deed: self._do(deed))
        menu.popup(place)

    def _save(self, one: Counterpart, field: str, value: str) -> bool:
        error = self.acts.change(one, field, value)
        if error:
            self._delegate.note(error)
        return error is None

    def _do(self, deed: str) -> None:
        one = self.view.current()
        if one is None or deed not in offered(one):
            return
        if deed == "choose":
            self.card_wanted.emit(False)
            self.view.edit_unit()
            return
        {"check": self.acts.check, "restore": self.acts.restore, "details": self.acts.details,
         "succeed": self.acts.succeed}[deed](one)  # fmt: skip
        if deed == "check" and any(not other.checked for other in self.model.rows):
            self.next_unchecked()

    def _show_chosen(self) -> None:
        one = self.view.current()
        self.restore.setEnabled(one is not None and one.kept)
        if one is not None:
            tasks = self._context.standing.tasks.values()
            self.card.show_body(one, [task for task in tasks if one.body in task.bodies])

    def _connect(self) -> None:
        self.view.chosen.connect(self._show_chosen)
        self.view.wanted.connect(self._do)
        self.view.menu_wanted.connect(self.offer)
        self.view.tasks_wanted.connect(self._to_tasks)
        self.view.unsaved.connect(
            lambda text, why: self._context.say(common.UNSAVED.format(text=wording.clipped(text), why=why))
        )
        self.card.wanted.connect(self._do)
        self.card.list_wanted.connect(lambda: self.card_wanted.emit(False))
        self.card.task_wanted.connect(lambda task: self._context.go("tasks", task=task))
        self.unchecked.clicked.connect(self.next_unchecked)
        self.restore.clicked.connect(lambda: self._do("restore"))

    def _to_tasks(self) -> None:
        """To the only task that names it, else to the list of them."""
        one = self.view.current()
        if one is not None and len(one.tasks) == 1:
            task = next(task for task in self._context.standing.tasks.values() if task.number == one.tasks[0])
            self._context.go("tasks", task=task.id)
            return
        self.card_wanted.emit(True)
        self.card.tasks.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        px = self._context.look.theme.px
        title = QLabel(unit_words.PAGE)
        title.setProperty("kind", "title")
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(10), px(16), px(10))
        head.setSpacing(px(8))
        for widget in (title, self._segments, self.unchecked):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
