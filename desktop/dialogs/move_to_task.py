"""Choose the task that actions move to: by its number, or by words of its title or text."""

import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from db.errors import ChecklistError
from db.tasks import Task
from desktop import wording
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField
from desktop.widgets.line_field import LineField
from desktop.words import bulk as words

Save = Callable[[int], ChecklistError | None]

_TASK = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class _Asked(LineField):
    """A line whose Up and Down walk through the list below it."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class MoveToTask(DialogFrame):
    """Typing narrows the list, Up and Down walk through it, Enter moves; closes once `save` has gone through.

    `own` is the task they are all in; it and what is 不适用 are not offered, and asked for by number they are said
    to be out of the question. Nothing is chosen before something is typed or walked to.
    """

    scrolls = False

    def __init__(self, look: Look, parent: QWidget, what: str, tasks: Sequence[Task], own: int, save: Save) -> None:
        super().__init__(
            look, parent, title=words.MOVE_TITLE, explain=words.MOVE_EXPLAIN.format(what=what), deed=words.MOVE_DEED
        )
        self._save = save
        self._tasks = [task for task in tasks if task.applicable and task.id != own]
        self._barred = {
            task.number: (words.MOVE_FROZEN if task.id != own else words.MOVE_OWN).format(number=task.number)
            for task in tasks if not task.applicable or task.id == own
        }  # fmt: skip
        self.asked = _Asked()
        self.asked.setPlaceholderText(words.MOVE_HINT)
        self.asked.walked.connect(self._walk)
        self.list = QListWidget()
        self.list.setProperty("kind", "popup")
        self.list.setAccessibleName(words.TASKS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._row = FormField(look, words.MOVE_FIND, self.asked)
        self.body.addWidget(self._row)
        self.body.addWidget(self.list, 1)
        self.asked.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda *_: self._tell())
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.resize(look.theme.px(560), look.theme.px(480))
        self._narrow("")
        self.asked.setFocus()

    def task(self) -> Task | None:
        """The task that is chosen."""
        item = self.list.currentItem()
        return item.data(_TASK) if item else None

    def check(self) -> bool:
        """Move them; what is refused is said at the field."""
        task = self.task()
        error = self._save(task.id) if task else None
        self._row.refuse(str(error) if error else "" if task else self._missing())
        return task is not None and error is None

    def _walk(self, step: int) -> None:
        self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))

    def _narrow(self, typed: str) -> None:
        """List the tasks that fit, one of the very number first."""
        self.list.clear()
        for task in found(self._tasks, typed):
            item = QListWidgetItem(wording.task_line(task))
            item.setData(_TASK, task)
            item.setSizeHint(QSize(0, self._look.theme.px(32)))
            item.setToolTip(wording.task_line(task))
            self.list.addItem(item)
        barred = self._barred.get(_number(typed), "")
        self._row.tell(barred)
        self.list.setCurrentRow(0 if typed.strip() and not barred else -1)
        self._tell()

    def _missing(self) -> str:
        """Why no task is chosen."""
        typed = self.asked.text()
        return self._barred.get(_number(typed)) or (words.MOVE_NONE if typed.strip() else words.MOVE_EMPTY)

    def _tell(self) -> None:
        task = self.task()
        self._main.setText(words.MOVE_DEED_TO.format(number=task.number) if task else words.MOVE_DEED)


def _number(typed: str) -> int:
    """The number that was typed, 0 for anything else."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    return int(plain) if plain.isdecimal() else 0


def found(tasks: Sequence[Task], typed: str) -> list[Task]:
    """The tasks whose number begins as typed, that of just this number first; else those that hold all the words."""
    number = _number(typed)
    if number:
        fits = [task for task in tasks if str(task.number).startswith(str(number))]
        return sorted(fits, key=lambda task: (task.number != number, task.number))
    asked = unicodedata.normalize("NFKC", typed).split()
    by_title = [task for task in tasks if all(word in f"{task.label}{task.title}" for word in asked)]
    by_text = [task for task in tasks if task not in by_title and all(word in task.body for word in asked)]
    return by_title + by_text
