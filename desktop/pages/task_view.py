"""One task: head and original text above, actions below, a splitter between."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.body_wording import chips
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.county_guide import CountyGuide
from desktop.models.standing import Standing
from desktop.pages.action_panel import ActionPanel
from desktop.pages.sentence_acts import SentenceActs
from desktop.pages.sentence_head import SentenceHead
from desktop.pages.task_header import TaskHeader
from desktop.session import Session
from desktop.widgets.hint_line import HintLine
from desktop.widgets.sentences import SentenceColumn

_TURNED = frozenset({
    Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
})  # fmt: skip
_TEXT_SHARE = 0.45  # the original text takes its natural height, but no more than this


class TaskView(QWidget):
    """The main column of the tasks page."""

    def __init__(
        self,
        session: Session,
        standing: Standing,
        look: Look,
        icons: Icons,
        panel: ActionPanel,
        guide: CountyGuide,
    ) -> None:
        super().__init__()
        self._standing, self._look, self._guide = standing, look, guide
        self.task = 0
        self.panel = panel
        self.header = TaskHeader(look, icons)
        self.hint = HintLine(look)
        self.sentences = SentenceColumn(look, icons)
        self.acts = SentenceActs(session, standing, icons, self.sentences, panel)
        self.head = SentenceHead(look)
        self._text = QScrollArea()
        self._text.setWidgetResizable(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._dragged = False
        self._short = False
        self._build()

    def show_task(self, task_id: int) -> None:
        """Show another task, its text from the top."""
        self.task = task_id
        self.sentences.choose(0)
        self._text.verticalScrollBar().setValue(0)
        self.panel.show_task(task_id)
        self.refresh()
        self._share()

    def refresh(self) -> None:
        """Bring the head and the panel up to date."""
        task = self._standing.tasks[self.task]
        part = next((part for part in self._standing.parts if part.id == task.part), None)
        bodies = chips(task.bodies, self._standing.bodies)
        self.header.show_task(task, part, self._standing.tallies[task.id], self._standing.pace(task.id), bodies)
        self.head.show_tally(len(task.sentences), self._standing.tallies[task.id])
        self.acts.show_task(task)
        self.hint.show_hint(None if self._standing.actions[task.id] else self._guide.hint(task))
        self.panel.refresh()

    def fit(self, *, compact: bool, short: bool, alone: bool) -> None:
        """Suit the window: less head where it is small, one scroll for all of it where it is low."""
        self.header.fit(compact=compact, alone=alone)
        self.sentences.show_clause(not compact)
        self.sentences.fit(narrow=compact)
        self._short = short
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew when the splitter gets another size; who turns to the table leaves the sentence."""
        if watched is self.splitter and event.type() == QEvent.Type.Resize:
            self._share()
        focused = watched is self.panel.table and isinstance(event, QFocusEvent) and event.gotFocus()
        if focused and event.reason() in _TURNED:  # type: ignore[attr-defined]
            self.sentences.choose(0)
        return False

    def enter_sentence(self, number: int) -> None:
        """Go to a sentence, and have it in view."""
        self.sentences.enter(number)
        row = self.sentences.rows[number - 1] if 1 <= number <= len(self.sentences.rows) else None
        if row is not None:
            self._outer.activate()
            self._text.ensureWidgetVisible(row, 0, self._look.theme.px(8))
            self._scroll.ensureWidgetVisible(row, 0, self._look.theme.px(8))

    def _share(self) -> None:
        natural = self.sentences.natural_height() + self.head.sizeHint().height() + self._look.theme.px(16)
        needed = natural + self.panel.natural_height() if self._short else 0
        if needed != self.splitter.minimumHeight():
            self.splitter.setMinimumHeight(needed)
            self._grow()
            QTimer.singleShot(0, self.panel, self.panel.bring_forward)  # the row has its place after the next layout
        whole = max(self.splitter.height(), needed)
        text = natural if self._short else min(natural, round(whole * _TEXT_SHARE))
        if not self._dragged or self._short:
            self.splitter.setSizes([text, whole - text])

    def _grow(self) -> None:
        """Give the scrolled column its new height at once, so that what follows can be brought into view."""
        whole = self._scroll.widget()
        self._outer.activate()
        whole.resize(whole.width(), max(self._scroll.viewport().height(), self._outer.minimumSize().height()))

    def _follow(self, place: QRect) -> None:
        """Keep what is worked at in view where the column scrolls as one."""
        if self._short:
            seen = QRect(self.panel.mapTo(self._scroll.widget(), place.topLeft()), place.size())
            self._scroll.ensureVisible(0, seen.bottom(), 0, self._look.theme.px(12))
            self._scroll.ensureVisible(0, seen.top(), 0, self._look.theme.px(12))

    def _share_if_short(self) -> None:
        if self._short:
            self._share()

    def _user_dragged(self) -> None:
        self._dragged = True

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentences)
        column.addStretch()
        self._text.setWidget(inner)
        upper = QWidget()
        self._upper = QVBoxLayout(upper)
        self._upper.addWidget(self.head)
        self._upper.addWidget(self._text, 1)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.panel)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._user_dragged)
        self.sentences.height_changed.connect(self._share)
        for watched in (self.splitter, self.panel.table):
            watched.installEventFilter(self)
        self.head.unanswered_wanted.connect(lambda: self.enter_sentence(self.acts.unanswered()))
        self.head.superior_wanted.connect(lambda: self.enter_sentence(self.acts.superior()))
        self.sentences.follow(self.head.last)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        whole = QWidget()
        whole.setProperty("kind", "clear")
        self._outer = QVBoxLayout(whole)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.hint)
        self._outer.addWidget(line)
        self._outer.addWidget(self.splitter, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(whole)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.addWidget(self._scroll)
        self.panel.brought_forward.connect(self._follow)
        self.panel.height_changed.connect(self._share_if_short)
        self._space()

    def _space(self) -> None:
        px = self._look.theme.px
        self._outer.setContentsMargins(px(32), px(14), px(24), 0)
        self._outer.setSpacing(px(10))
        self._upper.setContentsMargins(0, 0, 0, px(6))
        self._upper.setSpacing(px(8))
        self.splitter.setHandleWidth(1)
        self._share()
