"""适用性向导, run again: the answers that were kept, tasks as they stand, and what another answer proposes."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db import applicability, tasks
from db.applicability import Guide
from db.errors import RuleBroken
from db.login import login_name
from desktop.dialogs.frame import DialogFrame
from desktop.icons import Icons
from desktop.look import Look
from desktop.session import Session
from desktop.widgets.applicability_form import ApplicabilityForm
from desktop.words import UNDO
from desktop.words import applicability as words

Say = Callable[..., None]


def ask(session: Session, look: Look, icons: Icons, say: Say, parent: QWidget) -> None:
    """Open the dialog; a notice without questions is told of as a failure."""
    guide = applicability.of(session.checklist)
    if guide is None:
        session.failed.emit(RuleBroken("applicability_none"))
    else:
        ApplicabilityDialog(session, look, icons, say, guide, parent).open()


def known_confirmer(session: Session) -> str:
    """Whose name to propose: who confirmed last, else the 当前使用人 where it is a name and not a login."""
    by = session.checklist.by
    return applicability.confirmer(session.checklist) or ("" if by == login_name() else by)


class ApplicabilityDialog(DialogFrame):
    """Questions first, then the proposals; closes once they have been carried out."""

    scrolls = False

    def __init__(
        self, session: Session, look: Look, icons: Icons, say: Say, guide: Guide, parent: QWidget
    ) -> None:
        super().__init__(look, parent, title=words.TITLE, explain=words.LINE, deed=words.NEXT, foot=words.FOOT)
        self._session, self._say = session, say
        checklist = session.checklist
        self.form = ApplicabilityForm(
            look, icons, guide, tasks.all(checklist), applicability.replies(checklist), known_confirmer(session)
        )
        self._back = QPushButton(icons.icon("arrow-left", 16), words.BACK)
        self._back.setProperty("kind", "flat")
        self._back.setAutoDefault(False)
        self._back.clicked.connect(lambda: self.form.confirm(False))
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch()
        top.addWidget(self.form.figures)
        self.body.addLayout(top)
        self.body.addWidget(self.form, 1)
        px = look.theme.px
        self.resize(px(880), px(620))
        self.form.turned.connect(self._turned)
        self.form.passed.connect(self._main.setFocus)
        self._turned()
        self.form.questions.begin()

    def check(self) -> bool:
        """From the questions to the proposals; from there carry them out."""
        if not self.form.confirming:
            self.form.confirm(True)
            return False
        out, back = self.form.proposals.chosen(), self.form.proposals.restored()
        _, error = self._session.attempt(
            applicability.confirm, self.form.given(), out, back, self.form.confirmer.text()
        )
        self.form.refuse(error)
        if error is None:
            said = words.DONE_KEPT
            if out or back:
                said = words.DONE_BOTH if out and back else words.DONE_BACK if back else words.DONE
            self._say(said.format(out=len(out), back=len(back)), f"{UNDO} Ctrl+Z", self._session.undo)
        return error is None

    def _turned(self) -> None:
        self._back.setVisible(self.form.confirming)
        self._main.setText(words.CONFIRM if self.form.confirming else words.NEXT)
