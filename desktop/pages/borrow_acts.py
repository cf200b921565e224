"""Borrow from another county's file on a page: its file, its dialog, its verb, what is said afterwards."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db import borrowing
from db.borrowing import Source
from db.changes import ChangeSet
from db.errors import ChecklistError
from desktop import words as common
from desktop.dialogs.ask_path import ask_existing
from desktop.dialogs.borrow import Borrow
from desktop.pages.page import Context
from desktop.words import pasting as words


class BorrowActs(QObject):
    """`made` tells what has come in."""

    made = Signal(ChangeSet)

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def ask(self, task: int) -> None:
        """Let the user choose a file, for a task and for all that have nothing yet."""
        folder = self._context.session.checklist.path.parent
        window = self._owner.window()
        ask_existing(window, words.BORROW_CHOOSE, folder, common.FILE_KIND, lambda path: self.borrow(path, task))

    def borrow(self, path: Path, task: int) -> None:
        """Show what a file has; a file that cannot be read is told of in one sentence."""
        session, say = self._context.session, self._context.say
        try:
            source = borrowing.survey(session.checklist, path, today=session.today())
        except ChecklistError as error:
            say(str(error))
            return
        here, waiting = source.of(task), borrowing.waiting(session.checklist, source)
        if not (here or waiting):
            say(words.BORROW_EMPTY.format(county=source.county))
            return

        def save(chosen: set[int]) -> tuple[ChangeSet, ChecklistError | None]:
            return session.attempt(borrowing.accept, source, chosen, today=session.today())

        dialog = Borrow(self._context.look, source, here, waiting, save, self._owner.window())
        dialog.accepted.connect(lambda: self._tell(source, dialog.made))
        dialog.open()

    def _tell(self, source: Source, changes: ChangeSet) -> None:
        self.made.emit(changes)
        number = len([row for row in changes.touches("action") if row.before is None])
        text = words.BORROWED.format(county=source.county, n=number)
        self._context.say(text, f"{common.UNDO} Ctrl+Z", self._context.session.undo)
