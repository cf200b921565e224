"""The dialogs of 销号, 退回, 重开, 终止 and 恢复: one family over the same fields."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.ask_fields import AskFields, Save
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.choice import Choice
from desktop.words import closings as words

_CLAIMS = 4  # so many are told one by one


class ClosingDialog(AskFields):
    """Asks what an act of `kind` (a key of words.TITLES) needs; `what` and `number` say of which actions.

    `told` are lines about the claims and earlier decisions, `person` and `day` make the fields.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        kind: str,
        what: str,
        number: int,
        save: Save,
        person: Callable[[], QLineEdit],
        day: Callable[[], QLineEdit],
        told: Sequence[str] = (),
    ) -> None:
        deed = words.TITLES[kind]
        super().__init__(
            look, parent, save, title=deed, explain=words.EXPLAIN[kind].format(what=what), foot=words.FEET[kind],
            deed=words.DEED_MANY.format(deed=deed, n=number) if number > 1 else deed,
        )  # fmt: skip
        if told:
            self.body.addWidget(_lines(told))
        if kind == "close":
            self._ask_how(person, day)
        else:
            self._ask_why(kind, person, day)
        next(iter(self.fields.values())).setFocus()

    def _ask_how(self, person: Callable[[], QLineEdit], day: Callable[[], QLineEdit]) -> None:
        self.ask(("method", words.METHOD, Choice(self._look, words.METHODS)))
        confirmer = person()
        confirmer.setPlaceholderText(words.CONFIRMER_HINT)
        self.ask(("verifier", words.VERIFIER, person()), ("confirmer", words.CONFIRMER, confirmer),
                 ("decided_on", words.DECIDED_ON, day()))  # fmt: skip

    def _ask_why(self, kind: str, person: Callable[[], QLineEdit], day: Callable[[], QLineEdit]) -> None:
        reason = QPlainTextEdit()
        reason.setPlaceholderText(words.HINTS[kind])
        self.ask(("reason", words.REASON, reason))
        confirmer = ("confirmer", words.CONFIRMER, person())
        if kind in ("send_back", "reopen"):
            self.ask(confirmer, ("decided_on", words.DECIDED_ON, day()))
        else:
            self.ask(confirmer)


class ResumeDialog(DialogFrame):
    """Shows why an action was stopped, and lets it go on."""

    def __init__(self, look: Look, parent: QWidget, what: str, status: str, told: Sequence[str]) -> None:
        deed = words.TITLES["resume"]
        explain = words.EXPLAIN["resume"].format(what=what, status=status)
        super().__init__(look, parent, title=deed, explain=explain, deed=deed)
        self.body.addWidget(_lines(told))
        self.setMinimumWidth(look.theme.px(480))


def _lines(told: Sequence[str]) -> QLabel:
    more = [words.CLAIMS_MORE.format(n=len(told) - _CLAIMS)] if len(told) > _CLAIMS else []
    label = QLabel("\n".join([*told[:_CLAIMS], *more]))
    label.setWordWrap(True)
    label.setProperty("kind", "label")
    return label
