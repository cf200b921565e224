"""Carry out 销号, 退回, 重开, 终止 and 恢复 on chosen actions: ask what they need, and tell what was done."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db import closings, deadlines, lifecycle
from db.actions import Action
from db.changes import ChangeSet
from db.connection import Checklist
from db.errors import ChecklistError
from db.status import UNCOUNTED
from desktop import claims, wording
from desktop import words as common
from desktop.delegates.action_editors import Fields
from desktop.icons import Icons
from desktop.late import late
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.name_field import NameField
from desktop.words import closings as words

_VERBS: Mapping[str, Callable[..., ChangeSet]] = {
    "close": closings.close, "send_back": closings.send_back, "reopen": closings.reopen,
}  # fmt: skip


class ClosingActs(QObject):
    """Opens the dialogs over `home`; `told` says what was done, and whether Ctrl+Z takes it back."""

    told = Signal(str, bool)

    def __init__(
        self, session: Session, look: Look, icons: Icons, fields: Fields, plan_year: int, home: QWidget
    ) -> None:
        super().__init__(home)
        self._session, self._look, self._icons, self._home = session, look, icons, home
        self._fields, self._plan_year = fields, plan_year

    def ask(self, kind: str, chosen: Sequence[Action]) -> None:
        """Ask what an act (a key of words.TITLES) needs; to go on with stopped actions nothing is asked."""
        if kind == "resume":
            self._resume(chosen)
            return
        dialog = late("closing")(
            self._look, self._home, kind, claims.what(chosen), len(chosen),
            lambda values: self._save(kind, chosen, values), self._person, self._today_field, self._known(kind, chosen),
        )  # fmt: skip
        if kind == "close":
            self._propose_verifier(dialog, chosen)
        else:
            book = late("phrase book")(self._session, self._look, self._icons)
            book.equip(dialog.row("reason"), "any", lambda: (chosen[0] if len(chosen) == 1 else None, None))
        dialog.accepted.connect(lambda: self._tell(kind, chosen))
        dialog.open()

    def lead_on(self, action: Action) -> None:
        """What comes next for a state that is not set by hand: 销号 after done, 重开 or 恢复 after the others."""
        if action.status in UNCOUNTED:
            self._show_stopped(action)
        else:
            self.ask("close" if action.status == "done" else "reopen", [action])

    def _save(self, kind: str, chosen: Sequence[Action], values: Mapping[str, str]) -> ChecklistError | None:
        ids, today = [action.id for action in chosen], self._session.today()
        if kind in _VERBS:
            return self._session.attempt(_decide, _VERBS[kind], ids, values, self._plan_year, today)[1]
        return self._session.attempt(lifecycle.stop, ids, kind, today=today, **values)[1]

    def _resume(self, chosen: Sequence[Action]) -> None:
        if self._session.run(lifecycle.resume, [action.id for action in chosen]):
            self._tell("resume", chosen)

    def _show_stopped(self, action: Action) -> None:
        state = common.STATUS[action.status]
        told = [claims.stopped(action, self._plan_year, state)]
        dialog = late("resume")(self._look, self._home, claims.what([action]), state, told)
        dialog.accepted.connect(lambda: self._resume([action]))
        dialog.open()

    def _tell(self, kind: str, chosen: Sequence[Action]) -> None:
        self.told.emit(words.TOLD[kind].format(what=claims.what(chosen)), kind not in _VERBS)

    def _known(self, kind: str, chosen: Sequence[Action]) -> list[str]:
        """What is claimed, and of one action alone what was decided before; its 销号 tells the claim too."""
        if kind not in _VERBS:
            return []
        if len(chosen) > 1:
            return claims.claims(chosen, self._session.yard)
        before = closings.of_action(self._session.checklist, chosen[0].id)
        told = [] if kind == "reopen" else claims.claims(chosen, self._session.yard)
        return told + [claims.decision(closing, self._plan_year) for closing in reversed(before)]

    def _person(self) -> NameField:
        return NameField(lambda: closings.people(self._session.checklist))

    def _today_field(self) -> QLineEdit:
        field = self._fields.due(self._home)
        field.setText(wording.short_date(self._session.today(), self._plan_year))
        return field

    def _propose_verifier(self, dialog: Any, chosen: Sequence[Action]) -> None:
        """Whoever is at work has verified it, unless he claims it himself."""
        by = self._session.checklist.by
        if by not in {action.claimed_by for action in chosen}:
            dialog.fields["verifier"].setText(by)


def _decide(
    checklist: Checklist,
    verb: Callable[..., ChangeSet],
    ids: Sequence[int],
    values: Mapping[str, str],
    plan_year: int,
    today: str,
) -> ChangeSet:
    """A decision whose day is given in words."""
    day = deadlines.day(values["decided_on"], plan_year, today, field="decided_on")
    return verb(checklist, ids, today=today, **{**values, "decided_on": day})
