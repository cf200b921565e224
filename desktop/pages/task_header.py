"""The head of a task: its part, title, applicability, progress and responsible bodies."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db.counts import Tally
from db.status import FINISHED, Pace
from db.tasks import Part, Task
from desktop import countdown, lamps, wording, words
from desktop.body_wording import spoken
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.chips import Chip, ChipRow
from desktop.widgets.progress_bar import ProgressBar
from desktop.words import applicability, printing, rules
from desktop.words import units as unit_words

_TITLE_SHIFT = 9  # a title of one line that begins with （ is set this much to the left, so that its ink aligns


class TaskHeader(QWidget):
    """Shows one task; the way to its neighbours and to 不适用 are signals."""

    turned = Signal(int)  # −1 previous task, +1 next
    list_wanted = Signal()  # back to all tasks, where the window has no room for both
    not_applicable_wanted = Signal()
    applicable_wanted = Signal()
    people_wanted = Signal()
    print_wanted = Signal()  # its card
    guide_wanted = Signal()  # the questions about the county

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._task: Task | None = None
        self._part, self._title = QLabel(), QLabel()
        self._part.setProperty("kind", "note")
        self._title.setProperty("kind", "title")
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._standing = QPushButton()
        self._standing.setProperty("kind", "flat")
        self._standing.setProperty("place", "edge")
        self._standing.clicked.connect(self._offer)
        self._bar = ProgressBar(look)
        self._bar_name, self._percent = QLabel(words.PERCENT), QLabel()
        self._percent.setFixedWidth(look.theme.px(40))  # another number is no reason to lay the page out anew
        self._bar_name.setProperty("kind", "label")
        self._percent.setProperty("kind", "strong")
        self._expected, self._pace = QLabel(), QLabel()
        self._expected.setProperty("kind", "label")
        self._pace.setProperty("kind", "label")
        self._lamp, self._state = QLabel(), QLabel()
        self._state.setProperty("kind", "label")
        self.bodies = ChipRow(look)
        self._folded = QPushButton(icons.icon("building-2", 15), "")
        self._folded.setProperty("kind", "flat")
        self._folded.setCheckable(True)
        self._folded.toggled.connect(self.bodies.setVisible)
        self.people, self._people_short = QPushButton(), QPushButton(icons.icon("user", 15), "")
        self.people.setIcon(icons.icon("user", 15))
        for button in (self.people, self._people_short):
            button.setProperty("kind", "flat")
            button.clicked.connect(self.people_wanted)
        self.people.setProperty("place", "edge")
        self._list = QPushButton(icons.icon("list-tree", 16), words.ALL_TASKS)
        self._list.setProperty("kind", "flat")
        self._list.clicked.connect(self.list_wanted)
        self._compact = self._alone = self._counted = False
        self._build()

    def show_task(self, task: Task, part: Part | None, tally: Tally, pace: Pace, chips: Sequence[Chip]) -> None:
        """Show a task as it stands now; the chips are its responsible bodies."""
        if task != self._task:
            self._task = task
            self._show_text(task, part)
        self._show_bodies(chips)
        theme = self._look.theme
        self._counted = bool(tally.actions)
        for widget in (self._bar, self._percent):
            widget.setVisible(self._counted)
        finished = tally.state in FINISHED
        pace = Pace() if finished else pace
        self._show_pace(pace)
        self._bar.show_percent(tally.percent, done=finished, expected=pace.expected if pace.code else None)
        if self._percent.text() != f"{tally.percent}%":
            self._percent.setText(f"{tally.percent}%")
        self._lamp.setVisible(task.applicable)
        self._state.setVisible(task.applicable)
        lamp, word = wording.lamp_and_word(tally)
        if word != self._state.text() or self._lamp.pixmap().isNull():
            self._lamp.setPixmap(lamps.pixmap(lamp, theme.px(14), theme, self.devicePixelRatioF()))
            self._state.setText(word)
        self._fold()

    def _show_pace(self, pace: Pace) -> None:
        """序时50% beside the percent, and how far it is behind or ahead."""
        expected = rules.EXPECTED.format(n=pace.expected) if pace.code else ""
        how_far = {"behind": rules.BEHIND, "ahead": rules.AHEAD}.get(pace.code, "").format(n=abs(pace.points))
        for label, text in ((self._expected, expected), (self._pace, how_far)):
            label.setText(text)
            label.setVisible(bool(text))
        for widget in (self._bar, self._expected, self._pace):
            widget.setToolTip(countdown.pace_phrase(pace))
        tone = "amber" if pace.code == "behind" else ""
        if self._pace.property("tone") != tone:
            self._pace.setProperty("tone", tone)
            self._pace.style().polish(self._pace)

    def _show_text(self, task: Task, part: Part | None) -> None:
        self._part.setText(wording.part_line(part) if part else "")
        self._title.setText(wording.task_title(task))
        self._hang()
        self._standing.setText(words.APPLICABLE if task.applicable else words.NOT_APPLICABLE)
        self._standing.setIcon(self._icons.icon("check" if task.applicable else "minus", 15,
                                                "green" if task.applicable else "text3"))  # fmt: skip
        self._show_people(task)
        self._folded.setText(words.BODIES_FOLDED.format(n=len(task.bodies)) if task.bodies else "")

    def _show_bodies(self, chips: Sequence[Chip]) -> None:
        """The responsible bodies, each with the bureau of the county it ends in."""
        self.bodies.show_chips(chips, words.BODIES + spoken(chips))
        self._folded.setToolTip("\n".join(chip.tip.partition("\n")[0] for chip in chips))

    def _show_people(self, task: Task) -> None:
        """Who answers for the task: a line of its own where there is room, else behind the figures."""
        held = [(role, getattr(task, role)) for role in unit_words.ROLES]
        said = [unit_words.TASK_PEOPLE.format(role=unit_words.ROLES[role], name=name) for role, name in held if name]
        self.people.setText("　".join(said))
        for button in (self.people, self._people_short):
            button.setToolTip("，".join(said) or unit_words.TASK_PEOPLE_TITLE)
            button.setAccessibleName("，".join((unit_words.TASK_PEOPLE_TITLE, *said)))

    def fit(self, *, compact: bool, alone: bool) -> None:
        """Take less height where there is little room; `alone` offers the way back to all tasks."""
        self._compact = compact
        self._list.setVisible(alone)
        self._alone = alone
        self._fold()

    def _fold(self) -> None:
        some = bool(self._folded.text())
        self._part.setVisible(not self._compact)
        self._bar_name.setVisible(self._counted and not self._alone)
        self._expected.setVisible(bool(self._expected.text()) and not self._compact)  # the tick and its tooltip say it
        self._folded.setVisible(self._compact and some)
        told = bool(self.people.text()) and not self._compact
        self.people.setVisible(told)
        self._people_short.setVisible(not told)
        self._people_short.setText("" if self._compact else unit_words.TASK_NOBODY)
        self.bodies.setVisible(some and (self._folded.isChecked() or not self._compact))

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._task is not None and self._task.applicable:
            menu.addAction(words.MARK_NOT_APPLICABLE, self.not_applicable_wanted.emit)
        else:
            menu.addAction(words.RESTORE_APPLICABLE, self.applicable_wanted.emit)
        menu.addAction(applicability.ASK, self.guide_wanted.emit)
        menu.popup(self._standing.mapToGlobal(QPoint(0, self._standing.height())))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._people_short, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._flat("printer", printing.TASK_CARD, self.print_wanted.emit), 0, Qt.AlignmentFlag.AlignTop)
        for icon, step, name in (("chevron-up", -1, words.PREVIOUS_TASK), ("chevron-down", 1, words.NEXT_TASK)):
            button = self._flat(icon, name, lambda step=step: self.turned.emit(step))  # type: ignore[misc]
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._facts = QHBoxLayout()
        for widget in (
            self._standing, self._bar_name, self._bar, self._percent, self._expected, self._pace, self._lamp,
            self._state, self._folded,
        ):  # fmt: skip
            self._facts.addWidget(widget)
        self._facts.addStretch()
        self._facts.addWidget(self._list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._part)
        self._column.addLayout(top)
        self._column.addLayout(self._facts)
        self._column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.bodies)
        self._space()

    def _flat(self, icon: str, name: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: do())
        return button

    def _space(self) -> None:
        px = self._look.theme.px
        self._column.setSpacing(px(6))
        self._facts.setSpacing(px(8))
        self._title.setContentsMargins(0, 0, 0, 0)
        self._title.setIndent(0)
        self._title.setMargin(0)
        self._title.installEventFilter(self)

    def _hang(self) -> None:
        """Only one line hangs: the second would lose the left of its first character."""
        shift = self._look.theme.px(_TITLE_SHIFT)
        alone = self._title.fontMetrics().horizontalAdvance(self._title.text()) <= self._title.width()
        style = f"margin-left: -{shift}px" if alone else ""
        if self._title.styleSheet() != style:
            self._title.setStyleSheet(style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width for the title may be another number of lines."""
        if event.type() == QEvent.Type.Resize:
            self._hang()
        return False

