"""Rows from the clipboard or dropped on a page that lists actions: their dialog, verb, and what is said afterwards."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db import pasting, tasks
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.pasting import Pasted, Tell
from db.text import one_line
from desktop import words as common
from desktop.dialogs.paste_rows import PasteRows
from desktop.pages.page import Context
from desktop.words import pasting as words


class PasteActs(QObject):
    """`title_wanted` carries a single line of text, which is the title of one action; `made` what has come in."""

    title_wanted = Signal(str)
    made = Signal(ChangeSet)

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def paste(self, task: int | None = None) -> None:
        """Take what is on the clipboard; rows that name no task belong to `task`."""
        self.take(QGuiApplication.clipboard().text(), task)

    def take(self, text: str, task: int | None = None) -> None:
        """Take rows, a list of titles or one title."""
        say = self._context.say
        if not text.strip():
            say(words.PASTE_EMPTY)
        elif not any(mark in text.strip() for mark in "\t\r\n"):
            if task is None:
                say(words.PASTE_ONE_LINE)
            else:
                self.title_wanted.emit(one_line(text))
        else:
            self._ask(text, task)

    def _ask(self, text: str, task: int | None) -> None:
        session = self._context.session
        read = partial(pasting.read, session.checklist, text, today=session.today())
        try:
            read()
        except ChecklistError as error:
            self._context.say(str(error))
            return

        def save(pasted: Pasted, again: bool, tell: Tell) -> tuple[ChangeSet, ChecklistError | None]:
            return session.attempt(pasting.accept, pasted, today=session.today(), again=again, tell=tell)

        every = tasks.all(session.checklist)
        dialog = PasteRows(self._context.look, self._context.icons, read, save, every, task, self._owner.window())
        dialog.accepted.connect(lambda: self._tell(dialog.made))
        dialog.open()

    def _tell(self, changes: ChangeSet) -> None:
        self.made.emit(changes)
        number = len([row for row in changes.touches("action") if row.before is None])
        self._context.say(words.PASTED.format(n=number), f"{common.UNDO} Ctrl+Z", self._context.session.undo)
