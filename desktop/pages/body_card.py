"""The right of 国家部门 → 本县单位: one body with its unit, what can be done with it, and the tasks that name it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton

from db.counterparts import Counterpart
from db.tasks import Task
from desktop.body_wording import span_told, unit_told
from desktop.delegates.unit_delegate import CardDelegate, CardLine
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.rows import ROW_ROLE, Rows
from desktop.widgets.card_frame import CardFrame
from desktop.widgets.content_list import ContentList
from desktop.words import counterparts as words

DEEDS = {
    "choose": (words.CHOOSE_UNIT, words.CHOOSE_TIP), "check": (words.CHECK, words.CHECK_TIP),
    "succeed": (words.SINCE_DO, ""), "details": (words.DETAILS, ""), "restore": (words.RESTORE, words.RESTORE_TIP),
}  # fmt: skip


def offered(one: Counterpart) -> Sequence[str]:
    """What can be done with a body as it stands."""
    idle = {"check"} if one.checked or one.gone else set()
    return [deed for deed in DEEDS if deed not in idle and (deed != "restore" or one.kept)]


class BodyCard(CardFrame):
    """Shows a body; every wish goes out as a signal."""

    wanted = Signal(str)  # one of DEEDS
    task_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__(look.theme.px)
        self._look = look
        self.body, self._hint = QLabel(), QLabel()
        self.body.setProperty("kind", "head")
        self._hint.setProperty("kind", "hint")
        self._facts = {name: QLabel() for name in (words.UNIT, words.SPAN, words.NOTE)}
        self._number = QLabel()
        self._number.setProperty("kind", "hint")
        for label in (self.body, self._hint, *self._facts.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.buttons = {deed: QPushButton(word) for deed, (word, _) in DEEDS.items()}
        self.model: Rows[CardLine] = Rows(lambda line: line.id, _spoken, _spoken, self)
        self.tasks = ContentList(self.model, CardDelegate(look, self), words.INVOLVED)
        self.tasks.opened.connect(lambda index: self.task_wanted.emit(_id(index)))
        self.back = QPushButton(icons.icon("chevron-left", 16), words.BACK)
        self.back.setProperty("kind", "flat")
        self.back.clicked.connect(self.list_wanted)
        for deed, button in self.buttons.items():
            button.setProperty("kind", "small")
            button.setToolTip(DEEDS[deed][1])
            button.clicked.connect(lambda _, deed=deed: self.wanted.emit(deed))
        self._build()

    def show_body(self, one: Counterpart, tasks: Sequence[Task]) -> None:
        """Show a body as it stands, with the tasks that name it."""
        self.body.setText(one.body)
        for name, text in zip(self._facts, (unit_told(one)[0], span_told(one), one.note or "—"), strict=True):
            self._facts[name].setText(text)
        unsaid = words.UNSAID_LINE if not one.unit else words.GUESSED
        self._hint.setText("" if one.checked else words.GONE_LINE if one.gone else unsaid)
        self._hint.setVisible(not one.checked)
        deeds = offered(one)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
        self._number.setText(str(len(tasks)) if tasks else words.NOT_NAMED)
        lines = [words.TASK_LINE.format(number=task.number, title=task.title) for task in tasks]
        self.model.show([
            CardLine(task.id, line, quiet=not task.applicable, spoken=line)
            for task, line in zip(tasks, lines, strict=True)
        ])  # fmt: skip
        self.tasks.setVisible(bool(tasks))

    def show_way_back(self, wanted: bool) -> None:
        """Offer the way back to the table where there is no room for both."""
        self.back.setVisible(wanted)

    def _build(self) -> None:
        px, column = self._look.theme.px, self.column
        facts = QGridLayout()
        facts.setHorizontalSpacing(px(12))
        facts.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(self._facts.items()):
            title = QLabel(name)
            title.setProperty("kind", "label")
            facts.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(label, row, 1)
        column.addLayout(facts)
        column.addWidget(self._hint)
        for deeds in (("check", "choose", "restore"), ("succeed", "details")):
            line = QHBoxLayout()
            line.setSpacing(px(8))
            for deed in deeds:
                line.addWidget(self.buttons[deed])
            line.addStretch()
            column.addLayout(line)
        head = QLabel(words.INVOLVED)
        head.setProperty("kind", "section")
        line = QHBoxLayout()
        line.addWidget(head)
        line.addWidget(self._number)
        line.addStretch()
        column.addSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.tasks)
        top = QHBoxLayout()
        top.setContentsMargins(px(20), px(12), px(10), px(11))
        top.addWidget(self.back)
        top.addWidget(self.body, 1)
        self.put_together(top)
        self.back.hide()


def _spoken(line: CardLine) -> str:
    return line.spoken


def _id(index: QModelIndex) -> int:
    line: CardLine = index.data(ROW_ROLE)
    return line.id
