"""What can be done about 督办通知单: send, urge, void, write down the reply, print once more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from db import deadlines, supervising, supervision, supervision_drafts, supervision_numbers
from db.changes import ChangeSet
from db.errors import ChecklistError, RuleBroken
from db.supervision import Notice
from db.supervision_drafts import Draft, Sources
from desktop import wording
from desktop.late import late
from desktop.pages.page import Context
from desktop.widgets.day_field import DayField
from desktop.words import supervision as words
from reports.options import Options

_LINES = ("instruction", "cycle", "signer", "contact", "phone", "cc")
_NAMED = 4  # so many units are named in the head of a dialog


class SupervisionActs(QObject):
    """Opens the dialogs over `home`, and says what was done."""

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(home)
        self._context, self._session, self._home = context, context.session, home

    def send(self, sources: Sources, drafts: Sequence[Draft]) -> None:
        """Ask for the words of notices, then give them their numbers."""
        if not drafts:
            return
        title = words.SEND_TITLE if len(drafts) == 1 else words.SEND_TITLE_MANY.format(n=len(drafts))
        self._ask(sources, drafts, title, words.SEND_DEED)

    def urge(self, notice: Notice) -> None:
        """Ask for the words of a second slip; where there can be none it is said why."""
        sources = supervision_drafts.read(self._session.checklist, self._session.today())
        try:
            draft = supervision_drafts.urging(sources, notice)
        except RuleBroken as error:
            self._context.say(str(error))
            return
        self._ask(sources, [draft], words.URGE_TITLE.format(number=notice.number), words.URGE_DEED)

    def void(self, notice: Notice) -> None:
        """Ask why, then take it out of force."""

        def save(reason: str) -> ChecklistError | None:
            error = self._session.attempt(supervision.void, notice.id, reason, today=self._session.today())[1]
            if error is None:
                self._context.say(words.VOIDED.format(number=notice.number))
            return error

        late("ask words")(
            self._context.look, QLineEdit(), save, self._home.window(),
            title=words.VOID_TITLE.format(number=notice.number), explain=words.VOID_LINE,
            label=words.VOID_REASON, deed=words.VOID_DEED,
        ).open()  # fmt: skip

    def reply(self, notice: Notice) -> None:
        """Ask when the unit replied and what it said."""
        session = self._session

        def save(values: Mapping[str, str]) -> ChecklistError | None:
            try:
                day = self._meant(values["replied_on"], "replied_on")
            except RuleBroken as wrong:
                return wrong
            error = session.attempt(supervision.answer, notice.id, day, values["reply"], today=session.today())[1]
            if error is None:
                self._context.say(words.ANSWERED.format(number=notice.number))
            return error

        explain = words.REPLY_EXPLAIN.format(
            unit=notice.called, n=len(notice.items), day=wording.short_date(notice.reply_by, session.yard.plan_year)
        )
        late("supervision reply")(
            self._context.look, self._home.window(), save, self._day(notice.replied_on or session.today()),
            notice.reply, title=words.REPLY_TITLE.format(number=notice.number), explain=explain,
        ).open()  # fmt: skip

    def unreply(self, notice: Notice) -> None:
        """Take a reply back that was written down with the wrong notice."""
        if self._session.run(supervision.unanswer, notice.id):
            self._context.say(words.UNANSWERED.format(number=notice.number))

    def print(self, notices: Sequence[int]) -> None:
        """Let the PDF of these notices be exported."""
        self._context.paper().ask(self._session, "supervision", Options(notices=tuple(notices)))

    def print_register(self) -> None:
        """Let the PDF of the register be exported."""
        self._context.paper().ask(self._session, "supervision-register", Options())

    def preview(self, sources: Sources, drafts: Sequence[Draft]) -> None:
        """Show the pages as they would be printed, before they have a number."""
        try:
            notices = [supervising.drawn(sources, draft) for draft in drafts]
        except RuleBroken as error:
            self._context.say(str(error))
            return
        late("supervision preview")(self._context, self._home.window(), notices).open()

    def number(self) -> None:
        """Ask how notices are numbered."""
        checklist = self._session.checklist

        def save(template: str) -> ChecklistError | None:
            return self._session.attempt(supervision_numbers.change, template)[1]

        late("ask words")(
            self._context.look, QLineEdit(supervision_numbers.template(checklist)), save, self._home.window(),
            title=words.TEMPLATE_TITLE, explain=words.TEMPLATE_LINE, label=words.TEMPLATE, deed=words.TEMPLATE_DEED,
        ).open()  # fmt: skip

    def _ask(self, sources: Sources, drafts: Sequence[Draft], title: str, deed: str) -> None:
        first = drafts[0]
        try:
            for draft in drafts:
                supervising.drawn(sources, draft)
        except RuleBroken as error:
            self._context.say(str(error))
            return

        def save(values: Mapping[str, str]) -> ChecklistError | None:
            return self._issue(drafts, values)

        def usual(day: str) -> str:
            try:
                return supervising.drawn(sources, replace(first, reply_by=day)).request
            except RuleBroken:
                return ""

        following = supervision_numbers.following(self._session.checklist, self._session.today())
        late("supervision")(
            self._context.look, self._home.window(), save,
            {name: getattr(first, name) for name in ("level", *_LINES)}, self._day(first.reply_by),
            usual if len(drafts) == 1 else None, title=title, explain=self._explain(sources, drafts), deed=deed,
            foot=words.SEND_FOOT.format(number=following),
        ).open()  # fmt: skip

    def _issue(self, drafts: Sequence[Draft], values: Mapping[str, str]) -> ChecklistError | None:
        session, said = self._session, dict[str, Any](values)
        try:
            said["reply_by"] = self._meant(values["reply_by"], "reply_by")
        except RuleBroken as wrong:
            return wrong
        worded = [replace(draft, **said) for draft in drafts]
        changes, error = session.attempt(supervising.issue, worded, today=session.today())
        if error is None:
            self._tell(changes)
        return error

    def _tell(self, changes: ChangeSet) -> None:
        made = changes.touches("supervision")
        told = (words.SENT if len(made) == 1 else words.SENT_MANY).format(number=made[0].value("number"), n=len(made))
        ids = [row.id for row in made]
        self._context.say(told, words.EXPORT, lambda: self.print(ids))

    def _explain(self, sources: Sources, drafts: Sequence[Draft]) -> str:
        called = {unit: name for name, unit in sources.led_by.items()}
        if len(drafts) == 1:
            return words.SEND_EXPLAIN.format(unit=called[drafts[0].unit], n=len(drafts[0].demands))
        units = words.BETWEEN.join(called[draft.unit] for draft in drafts[:_NAMED])
        if len(drafts) > _NAMED:
            units = words.MORE_UNITS.format(units=units, n=len(drafts))
        return words.MANY_EXPLAIN.format(units=units)

    def _meant(self, text: str, field: str) -> str:
        """The day that was typed; nothing where nothing was, for the verb to refuse."""
        session = self._session
        return deadlines.day(text, session.yard.plan_year, session.today(), field=field) if text.strip() else ""

    def _day(self, day: str) -> DayField:
        context = self._context
        return DayField(context.look, context.icons, context.session, context.session.yard.plan_year, day)
