"""What is asked about one action in a small dialog: who supports it, when it was done and who says so."""

from collections.abc import Mapping

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
from desktop.widgets.name_field import NameField
from desktop.words import closings as closing_words


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
        session = self._session

        def save(values: Mapping[str, str]) -> ChecklistError | None:
            return session.attempt(_correct, action.id, values, self._plan_year, session.today())[1]

        dialog = late("ask fields")(
            self._look, self._parent, save, title=closing_words.DONE_ON_TITLE, deed=words.SAVE,
            explain=words.DONE_ON_LINE.format(title=wording.clipped(action.title)),
        )  # fmt: skip
        day, claimant = self._fields.due(dialog), NameField(lambda: late("claimants")(session.checklist))
        day.setText(wording.short_date(action.done_on or "", self._plan_year))
        claimant.setText(action.claimed_by)
        dialog.ask(("done_on", words.DONE_ON, day), ("claimed_by", closing_words.CLAIMANT, claimant))
        day.selectAll()
        day.setFocus()
        dialog.open()


def _correct(
    checklist: Checklist, action_id: int, values: Mapping[str, str], plan_year: int, today: str
) -> ChangeSet:
    """The day an action was done, in the words deadlines are written in, and who claims it."""
    day = deadlines.day(values["done_on"], plan_year, today, field="done_on")
    return lifecycle.set_done_on(checklist, action_id, day, today=today, claimed_by=values["claimed_by"])
