"""The report page: choose a kind and its options, see the pages as they will be, hand them out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import letterhead, periods
from db.changes import ChangeSet
from db.errors import ChecklistError
from db.ledger import Filter
from db.letterhead import Letterhead
from db.periods import Period
from desktop import words as common
from desktop.late import late
from desktop.pages import report_choices, report_periods
from desktop.pages.page import Context, Page
from desktop.pages.report_checks import ReportChecks
from desktop.pages.report_columns import ReportColumns
from desktop.pages.report_kinds import KindList
from desktop.pages.report_options import ReportOptions
from desktop.pages.report_preview import ReportPreview
from desktop.proofs import Proof, Proofs
from desktop.words import reports as words
from reports.data import ReportData
from reports.errors import ReportError
from reports.kinds import KINDS
from reports.missing import Place, places
from reports.options import Options, Scope
from reports.tieout import Disagreement, DoesNotTieOut

_TYPING, _AT_ONCE = 300, 0  # ms until what was typed, what was chosen is shown


class ReportsPage(Page):
    """Gathers plain data and has them set in the background; follows every step while it is in view."""

    kept = ("kind",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._paper = context, context.paper()
        look, icons = context.look, context.icons
        self._choices: dict[str, Options] = {}
        self._period: Period | None = None
        self._data: ReportData | None = None
        self._proof: Proof | None = None
        self._typed: Letterhead | None = None
        self._faults: tuple[Disagreement, ...] = ()
        self._passed: frozenset[str] = frozenset()  # characters that may go out as 〓: it was asked
        self._then: Callable[[], object] | None = None
        self._stale = True
        self.kinds = KindList(look, icons)
        self.options = ReportOptions(look, icons, context.standing)
        self.checks = ReportChecks(look, icons)
        self.preview = ReportPreview(look, icons, self._paper.pictures, lambda: self.columns.front.setFocus())
        self.columns = ReportColumns(look, icons, self.kinds, self.options, self.checks, self.preview)
        self._proofs = Proofs(self._paper.press, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.addWidget(self.columns)
        self._connect()
        self.kinds.choose("")

    # --- what the desk asks -----------------------------------------------------------------------------

    def show_at(
        self, *_: Any, kind: str = "", part: int = 0, task: int = 0, unit: str = "", period: str = "",
        actions: tuple[str, ...] = (), **__: Any,
    ) -> None:  # fmt: skip
        """Go to a kind of report: of a part by its number, a task by its id, a unit by name, in a period.

        A kind that is made of single actions shows those with the codes `actions`, or all it has.
        """
        kind = kind if kind in KINDS else self.kind
        if period:
            self._period = periods.parse(period)
        if part or task or unit:
            number = self._context.standing.tasks[task].number if task else None
            self._choices[kind] = replace(self._choice(kind), scope=Scope(part or None, number, unit), actions=())
        elif "actions" in KINDS[kind].options:
            self._choices[kind] = replace(self._choice(kind), scope=Scope(), actions=actions)
        self._show_kind(kind)

    def show_step(self, changes: ChangeSet) -> bool:
        """Show the report whose paragraph was put differently."""
        if changes.touches("narrative"):
            self._show_kind("narrative")
            return True
        return False

    def settle(self) -> str:
        """Save what is being typed; why the page should not be left yet, nothing when it can."""
        return "" if self.options.letter.settle() else common.REFUSED_LEFT

    def state(self) -> Mapping[str, object]:
        """Which kind is shown, and what is chosen for each."""
        return {"kind": self.kind, "choices": dict(self._choices), "period": self._period}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up kind and choices; anything unknown is left at its default."""
        choices, period = state.get("choices"), state.get("period")
        if isinstance(choices, dict):
            self._choices = choices
        if isinstance(period, Period):
            self._period = period
        self._show_kind(str(state.get("kind", "")))

    def regions(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.columns.front, self.options, self.preview.place, self.preview.bar.export]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed on another page."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the pages as they are while another page is in view."""
        super().hideEvent(event)
        if self._proofs.busy or self._soon.isActive():
            self._proofs.stop()
            self._soon.stop()
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width())

    # --- what is chosen ---------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The kind that is shown."""
        return self.kinds.kind

    def _choice(self, kind: str) -> Options:
        if kind not in self._choices:
            self._choices[kind] = report_choices.read(self._paper.settings.report(kind))
        return replace(self._choices[kind], period=self._period)

    def _show_kind(self, kind: str) -> None:
        if kind in KINDS and kind != self.kind:
            self.kinds.choose(kind)  # which comes back to _take_kind
        else:
            self._take_kind(self.kind)

    def _take_kind(self, kind: str) -> None:
        self._typed, self._then = None, None
        session = self._context.session
        self._period, offered = report_periods.offered(session.checklist, session.today(), self._period)
        self.options.show_kind(kind, self._choice(kind), offered)
        self.options.letter.refuse("", "")
        self.columns.show_kind(kind)
        self.preview.bar.offer_word(KINDS[kind].word is not None)
        self.setFocusProxy(self.columns.front)
        self.preview.begin_anew()
        self._refresh()

    def _take_options(self) -> None:
        options = self.options.options
        self._period = options.period
        self._choices[self.kind] = options
        self._paper.settings.keep_report(self.kind, report_choices.told(options))
        self._refresh()

    def _take_letter(self, wanted: Letterhead) -> None:
        changes, error = self._context.session.attempt(letterhead.change, wanted)
        if error:
            self.options.letter.refuse(str(getattr(error, "field", "")), str(error))
        elif changes:
            self.options.letter.refuse("", "")

    def _type_letter(self, typed: Letterhead) -> None:
        """Show what is typed before it is saved; the rest of the data stays as it was gathered."""
        self._typed = typed
        self._soon.start(_TYPING)

    # --- what is shown ----------------------------------------------------------------------------------

    def _refresh(self, wait: int = _AT_ONCE) -> None:
        """Gather anew, soon; once for everything that happens until then."""
        self._stale = True
        if self.isVisible():
            self.checks.show_setting()
            self._soon.start(wait)

    def _set(self) -> None:
        """Have the report set as things stand."""
        if self._stale or self._data is None:
            self._stale, self._typed = False, None
            self.kinds.show_hints(self._context.standing)
            try:
                self._data = self._paper.gathered(self._context.session, self._choice(self.kind))
            except (ChecklistError, ReportError) as error:
                self._fail(error)
                return
            self.options.show_data(self._data)
        data = replace(self._data, letterhead=self._typed) if self._typed else self._data
        self.preview.show_busy(True)
        self._proofs.ask(self.kind, data)

    def _show_proof(self, proof: Proof) -> None:
        self._proof, self._faults = proof, ()
        self.preview.show_busy(False)
        self.preview.show_proof(proof)
        self.checks.show_proof(proof)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _fail(self, error: Exception) -> None:
        self._proof, self._faults, self._then = None, (), None
        self.preview.show_busy(False)
        if isinstance(error, DoesNotTieOut):
            self._faults = error.found
            self.preview.show_faults(error.found)
            self.checks.show_faults(len(error.found))
        elif isinstance(error, ReportError) and error.code == "nothing":
            self.preview.show_nothing(str(error))
            self.checks.show_nothing()
        elif isinstance(error, ReportError | ChecklistError):
            self.preview.show_error(str(error))
            self.checks.show_nothing()
        else:
            raise error  # a bug: the crash hook logs it and tells

    def _write(self) -> None:
        """Let the paragraphs of the report be put differently; the pages follow every step."""
        if self._data is not None:
            context = self._context
            late("narrative")(context.look, context.icons, context.session, self._data, self.window()).open()

    # --- what goes out ----------------------------------------------------------------------------------

    def export(self, suffix: str = ".pdf") -> None:
        """Write the report to a file, once it is known that its figures agree and what no face can draw."""
        def write() -> None:
            self._paper.ask(self._context.session, self.kind, self._choice(self.kind), suffix)

        self._when_checked(lambda: self._when_passed(words.MISSING_DO, write))

    def print(self) -> None:
        """Send the pages in view to a printer."""
        self._when_checked(lambda: self._when_passed(words.MISSING_PRINT, self._print))

    def _print(self) -> None:
        if self._proof is not None:
            options, sizes = self._proof.data.options, self.preview.view.sizes
            turned = "binding" in KINDS[self.kind].options and (options.binding, options.size) == ("bound", "A4")
            landscape = not turned and bool(sizes) and sizes[0][0] > sizes[0][1]
            self._paper.printing.ask(self._proof.content, self._proof.pages, KINDS[self.kind].name,
                                     duplex=options.duplex, landscape=landscape)  # fmt: skip

    def _when_checked(self, act: Callable[[], object]) -> None:
        """Now, or when the pages that are being set are there; never where figures disagree."""
        if self.settle():
            return
        if self._faults:
            self._context.say(words.WRONG_REFUSED.format(n=len(self._faults)))
        elif self._soon.isActive() or self._proofs.busy:
            self._then = act
        elif self._proof is not None:
            act()

    def _when_passed(self, deed: str, act: Callable[[], object]) -> None:
        """Ask once where characters would go out as 〓."""
        missing = self._proof.missing if self._proof else frozenset()
        if missing <= self._passed:
            act()
            return

        def go_on() -> None:
            self._passed |= missing
            act()

        self._show_missing(deed).accepted.connect(go_on)

    def _show_missing(self, deed: str = "") -> Any:
        assert self._proof is not None, "nothing was set"
        found = places(self._proof.data, self._proof.missing)
        context = self._context
        dialog = late("missing characters")(context.look, context.icons, found, self._lead, deed, self.window())
        dialog.open()
        return dialog

    def _lead(self, place: Place) -> None:
        if place.action is not None:
            self._context.go("tasks", task=place.task, action=place.action)
        elif place.task is not None:
            self._context.go("tasks", task=place.task)

    def _lead_to_rows(self, fault: Disagreement) -> None:
        """To the one action or the task a disagreement is about, else to the rows its figure counts."""
        if len(fault.actions) == 1 and fault.task:
            self._context.go("tasks", task=fault.task, action=fault.actions[0])
        elif fault.task:
            self._context.go("tasks", task=fault.task)
        else:
            self._context.go("ledger", filter=Filter(figure=fault.figure))

    def _connect(self) -> None:
        session, bar = self._context.session, self.preview.bar
        session.changed.connect(lambda _: self._refresh())
        self._context.standing.day_changed.connect(self._refresh)
        self.kinds.picked.connect(self._take_kind)
        self.columns.kind_picked.connect(self.kinds.choose)
        self.options.changed.connect(self._take_options)
        self.options.letter_typed.connect(self._type_letter)
        self.options.letter_wanted.connect(self._take_letter)
        self.options.text_wanted.connect(self._write)
        self._soon.timeout.connect(self._set)
        self._proofs.first.connect(self.preview.show_early)
        self._proofs.whole.connect(self._show_proof)
        self._proofs.failed.connect(self._fail)
        self._proofs.progress.connect(self.preview.show_progress)
        self.preview.again.clicked.connect(lambda: self._refresh())
        self.preview.faults.opened.connect(self._lead_to_rows)
        self.checks.missing.clicked.connect(lambda: self._show_missing())
        bar.export_wanted.connect(lambda: self.export())
        bar.word_wanted.connect(lambda: self.export(".docx"))
        bar.print_wanted.connect(self.print)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.export())
