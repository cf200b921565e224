"""适用性向导: the questions, then what they propose to be confirmed, with the figures that follow."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from db.applicability import Guide, Proposal, Question, propose, reason_field
from db.errors import ChecklistError
from db.tasks import Task
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.form_field import FormField
from desktop.widgets.proposal_rows import ProposalRows
from desktop.widgets.question_rows import QuestionRows
from desktop.words import applicability as words


class ApplicabilityForm(QWidget):
    """Two views on one sheet; changes nothing itself. `passed` tells that the last question has been gone past."""

    turned = Signal()  # to the other view
    passed = Signal()
    sent = Signal()  # Enter in the confirmer's field

    def __init__(
        self,
        look: Look,
        icons: Icons,
        guide: Guide,
        every: Sequence[Task] = (),
        given: Mapping[str, bool] | None = None,
        confirmer: str = "",
    ) -> None:
        super().__init__()
        self._guide, self._tasks = guide, every
        self._found: tuple[Proposal, ...] = ()
        self._out = {task.number for task in every if not task.applicable}
        self.questions = QuestionRows(look, icons, guide, given or {})
        self.proposals = ProposalRows(look, guide.hints)
        self.confirmer = QLineEdit(confirmer)
        self.confirmer.setMaximumWidth(look.theme.px(260))
        self.figures = QLabel()
        self.figures.setProperty("kind", "label")
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._person = FormField(look, words.CONFIRMER, self.confirmer, words.CONFIRMER_LINE)
        self._views = QStackedWidget()
        self._build(look)
        self.questions.changed.connect(self._refresh)
        self.questions.passed.connect(self.passed)
        self.proposals.changed.connect(self._tick_changed)
        self.confirmer.returnPressed.connect(self.sent)
        self._refresh()

    @property
    def confirming(self) -> bool:
        """Whether the proposals are in view."""
        return self._views.currentIndex() == 1

    def confirm(self, wanted: bool) -> None:
        """Show the proposals, or the questions again."""
        if wanted:
            self.proposals.show_proposals(self._found)
            self._person.setVisible(bool(self._found))
        self._views.setCurrentIndex(int(wanted))
        self._show_figures()
        if wanted:
            self.confirmer.setFocus()
            self.confirmer.selectAll()
        else:
            self.questions.begin()
        self.turned.emit()

    def fit(self, *, low: bool) -> None:
        """Leave out what only explains where there is little height."""
        self._note.setVisible(not low)
        self._person.tell("" if low else words.CONFIRMER_LINE)

    def given(self) -> dict[str, bool]:
        """The answers."""
        return self.questions.replies()

    def refuse(self, error: ChecklistError | None) -> None:
        """Say what cannot stand, where it is; None takes it back."""
        field, sentence = getattr(error, "field", None), str(error or "")
        for row in self.proposals.rows:
            row.refuse("")
        at = next((one for one in self.proposals.rows if reason_field(one.proposal.task) == field), None)
        self._person.refuse("" if at else sentence)
        if at:
            self.proposals.refuse(at.proposal.task, sentence)

    def _tick_changed(self) -> None:
        """What was said of other ticks may not hold of these."""
        self._person.refuse("")
        self._show_figures()

    def _refresh(self) -> None:
        replies = self.given()
        self._found = propose(self._guide, replies, self._tasks)
        by_task = {one.task: one for one in self._found}
        self.questions.show_effects([
            self._effect(one, by_task.get(one.task), replies.get(one.id)) for one in self._guide.questions
        ])  # fmt: skip
        self._show_figures()

    def _effect(self, question: Question, proposal: Proposal | None, reply: bool | None) -> str:
        if proposal is not None:
            return "restore" if proposal.restore else "leave" if proposal.ticked else "ask"
        return "out" if question.task in self._out else "applies" if reply else ""

    def _show_figures(self) -> None:
        wanted = [row.proposal for row in self.proposals.ticked()] if self.confirming else self._wanted()
        back = {one.task for one in wanted if one.restore}
        left = (self._out | {one.task for one in wanted}) - back
        total = len(self._guide.hints)
        self.figures.setText(
            words.FIGURES.format(
                all=words.OF_ALL.format(n=total),
                applicable=words.APPLICABLE.format(n=total - len(left)),
                out=words.LEFT_OUT.format(n=len(left)),
            )
        )

    def _wanted(self) -> list[Proposal]:
        return [one for one in self._found if one.ticked]

    def _build(self, look: Look) -> None:
        px = look.theme.px
        asking, confirming = QWidget(), QWidget()
        self._note = self._notes()
        for view, parts in ((asking, (self.questions, self._note)), (confirming, (self.proposals, self._person))):
            column = QVBoxLayout(view)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(8))
            for place, part in enumerate(parts):
                column.addWidget(part, 1 - place)
            self._views.addWidget(view)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)

    def _notes(self) -> QLabel:
        also = [
            words.ALSO_ONE.format(number=one.task, short=self._guide.hints[one.task].short)
            for one in self._guide.always if one.task not in self._out
        ]  # fmt: skip
        said = words.ALSO.format(tasks="、".join(also)) if also else ""
        note = QLabel("　".join(filter(None, (words.KEYS, said))))
        note.setProperty("kind", "note")
        note.setWordWrap(True)
        return note
