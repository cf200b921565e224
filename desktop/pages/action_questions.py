"""What is asked about one action in a small dialog: who supports it, and the day it was done."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from db import action_edits, deadlines, lifecycle
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.errors import ChecklistError
from db.names import BETWEEN
from desktop import wording, words
from desktop.delegates.action_editors import Fields
from desktop.late import late
from desktop.look import Look
from desktop.session import Session


class ActionQuestions:
    """Asks over `parent`, wherever the action is shown; what is refused is said at the field."""

    def __init__(self, session: Session, look: Look, fields: Fields, plan_year: int, parent: QWidget) -> None:
        self._session, self._look, self._fields = session, look, fields
        self._plan_year, self._parent = plan_year, parent
        self._asks = {"supporting": self._supporting, "done_on": self._done_on}

    def ask(self, name: str, action: Action) -> None:
        """Ask for "supporting" or "done_on"."""
        self._asks[name](action)

    def _supporting(self, action: Action) -> None:
        def save(text: str) -> ChecklistError | None:
            names = BETWEEN.split(text)
            return self._session.attempt(action_edits.set_names, action.id, "supporting", names)[1]

        late("ask words")(
            self._look, QPlainTextEdit("\n".join(action.supporting)), save, self._parent,
            title=words.SUPPORTING, explain=words.SUPPORTING_LINE.format(title=wording.clipped(action.title)),
            label=words.SUPPORTING, deed=words.SAVE,
        ).open()  # fmt: skip

    def _done_on(self, action: Action) -> None:
        def save(text: str) -> ChecklistError | None:
            return self._session.attempt(_done_on, action.id, text, self._plan_year, self._session.today())[1]

        field = self._fields.due(self._parent)
        field.setText(wording.short_date(action.done_on or "", self._plan_year))
        late("ask words")(
            self._look, field, save, self._parent, title=words.DONE_ON, label=words.DONE_ON, deed=words.SAVE,
            explain=words.DONE_ON_LINE.format(title=wording.clipped(action.title)),
        ).open()  # fmt: skip


def _done_on(checklist: Checklist, action_id: int, text: str, plan_year: int, today: str) -> ChangeSet:
    """Correct the day an action was done, in the words deadlines are written in."""
    day = deadlines.parse(text, plan_year, today).on
    return lifecycle.set_done_on(checklist, action_id, day or text, today=today)
