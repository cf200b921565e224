"""Carry out 延期 on an action: ask what it needs, decide on what was asked for, take it back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db import actions, deadlines, due_dates, extensions, names
from db.actions import Action
from db.errors import ChecklistError, RuleBroken
from db.extensions import Extension
from desktop import due_wording, wording
from desktop import words as common
from desktop.known_fields import make_fields
from desktop.late import late
from desktop.pages.page import Context
from desktop.print_acts import print_of
from desktop.widgets.due_field import DueField
from desktop.widgets.extension_row import ExtensionRow
from desktop.widgets.name_field import NameField
from desktop.words import issuing as words


class ExtensionActs(QObject):
    """Opens the dialogs over `home`, and tells what was done."""

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(home)
        self._context, self._session, self._home = context, context.session, home

    def serve(self, row: ExtensionRow) -> None:
        """Do what a row of an extension wishes."""
        row.decide_wanted.connect(self.decide)
        row.withdraw_wanted.connect(self.withdraw)
        row.go_wanted.connect(self._go)
        row.print_wanted.connect(lambda extension: self.show_form(self._action(extension)))

    def ask(self, action: Action) -> None:
        """Ask for another due date; where there can be none it is said why."""
        try:
            extensions.require_extendable(self._session.checklist, action.id)
        except RuleBroken as error:
            self._context.say(str(error))
            return

        def save(values: Mapping[str, str]) -> ChecklistError | None:
            return self._save(action, values)

        dialog = late("extension")(
            self._context.look, self._home.window(), self._explain(action), save,
            lambda new, applied: self._meaning(action, new, applied), self._unit_field, self._day_field,
            self._session.today(),
        )  # fmt: skip
        book = late("phrase book")(self._context.session, self._context.look, self._context.icons)
        book.equip(dialog.rows["reason"], "any", lambda: (action, None))
        dialog.applicant.setText(action.lead)
        dialog.accepted.connect(lambda: self._tell_asked(action))
        dialog.open()

    def offer(self, action: Action) -> None:
        """Say why a due date is not changed in its cell, and offer the way it can be."""
        refused = RuleBroken("due_issued", field="due", day=action.issued_on)
        self._context.say(str(refused), words.ASK_MENU, lambda: self.ask(action))

    def decide(self, extension: Extension, approved: bool) -> None:
        """Ask who says so and when; then it stands."""
        session, plan_year = self._session, self._session.yard.plan_year
        title = wording.clipped(actions.get(session.checklist, extension.action).title)

        def save(approver: str, decided_on: str) -> ChecklistError | None:
            return session.attempt(
                extensions.decide, extension.id, approved, approver=approver, decided_on=self._day(decided_on),
                today=session.today(),
            )[1]  # fmt: skip

        explain = words.VERDICT_EXPLAIN.format(
            title=title, old=wording.short_date(extension.old_due_on, plan_year), applicant=extension.applicant,
            new=wording.short_date(extension.new_due_on, plan_year), reason=extension.reason,
            applied=wording.short_date(extension.applied_on, plan_year),
        )  # fmt: skip
        dialog = late("extension decision")(
            self._context.look, self._home.window(), approved, explain, save, self._person_field, self._day_field,
            session.today(),
        )  # fmt: skip
        day = extension.new_due_on if approved else extension.old_due_on
        told = words.VERDICT_DONE[approved].format(title=title, day=wording.short_date(day, plan_year))
        dialog.accepted.connect(lambda: self._context.say(told))
        dialog.open()

    def withdraw(self, extension: Extension) -> None:
        """Take an application back at once; Ctrl+Z gives it back."""
        title = wording.clipped(actions.get(self._session.checklist, extension.action).title)
        if self._session.run(extensions.withdraw, extension.id):
            told = words.WITHDRAWN.format(title=title)
            self._context.say(told, f"{common.UNDO} Ctrl+Z", self._session.undo)

    def show_form(self, action: Action) -> None:
        """Show the 审批表 of an action as it will be printed."""
        print_of(self._context.go, "extension-form", [action])

    def _action(self, extension: Extension) -> Action:
        return actions.get(self._session.checklist, extension.action)

    def _go(self, extension: Extension) -> None:
        action = self._action(extension)
        self._context.go("tasks", task=action.task, action=action.id)

    def _save(self, action: Action, values: Mapping[str, str]) -> ChecklistError | None:
        session = self._session
        asked = {name: values[name] for name in ("new_due", "reason", "applicant")}
        asked |= {"applied_on": self._day(values["applied_on"]), "today": session.today()}
        if values["how"] == "pending":
            return session.attempt(extensions.apply, action.id, **asked)[1]
        said = {"approver": values["approver"], "decided_on": self._day(values["decided_on"])}
        return session.attempt(extensions.grant, action.id, **asked, **said)[1]

    def _tell_asked(self, action: Action) -> None:
        last = extensions.of_action(self._session.checklist, action.id)[-1]
        title, day = wording.clipped(action.title), wording.short_date(last.new_due_on, self._session.yard.plan_year)
        if last.decision == "pending":
            self._context.say(words.ASKED.format(title=title), f"{common.UNDO} Ctrl+Z", self._session.undo)
        else:
            self._context.say(words.GRANTED.format(title=title, day=day))

    def _explain(self, action: Action) -> str:
        late_now = self._session.today() > str(action.due_on)
        day = wording.short_date(action.due_on or "", self._session.yard.plan_year)
        return (words.ASK_LATE if late_now else words.ASK_EXPLAIN).format(title=action.title, day=day)

    def _meaning(self, action: Action, new: str, applied: str) -> str:
        """What the words mean as long as they mean anything: the day, its weekday, how far it moves."""
        checklist = self._session.checklist
        try:
            due = extensions.read_due(checklist, new, self._day(applied))
        except ValueError:  # the day of application is not one yet
            return ""
        except RuleBroken:
            return ""
        day = due_dates.adjusted(checklist, due.on, action.due_rule)
        return due_wording.meaning(str(action.due_on), str(day)) if day != action.due_on else ""

    def _day(self, text: str) -> str:
        """A day typed in words; what means none is left for the verb to refuse."""
        try:
            due = deadlines.parse(text, self._session.yard.plan_year, self._session.today())
        except RuleBroken:
            return text
        return due.on or text

    def _unit_field(self) -> NameField:
        return NameField(lambda: names.units(self._session.checklist))

    def _person_field(self) -> NameField:
        return NameField(lambda: names.persons(self._session.checklist))

    def _day_field(self, day: str = "") -> DueField:
        return day_field(self._context, day, self._home)


def day_field(context: Context, day: str, home: QWidget) -> DueField:
    """A field for a day, typed in words or picked; "" for an empty one."""
    plan_year = context.session.yard.plan_year
    field = make_fields(context.session, context.look, context.icons, plan_year).due(home)
    field.setText(wording.short_date(day, plan_year))
    return field
