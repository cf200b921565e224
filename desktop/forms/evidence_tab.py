"""The tab 材料 of the action form: the files this action rests on, added by choosing or by dropping them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from db import evidence, settings
from db.actions import Action
from db.errors import ChecklistError
from db.evidence import Evidence
from db.evidence_files import Stored, folder_of, store
from desktop import wording
from desktop import words as common
from desktop.delegates.row_delegate import Row
from desktop.late import late
from desktop.pages.page import Context
from desktop.widgets.row_list import RowList
from desktop.widgets.view_act import view_act
from desktop.words import problems as words
from desktop.worker import Job

_KILO = 1024


class EvidenceTab(QWidget):
    """Copies and verifies beside the window's thread; what is wrong with a file stands in red under its name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._action: Action | None = None
        self._shown: list[Evidence] = []
        self._faults: dict[int, str] = {}
        self._plan_year = settings.read(context.session.checklist).plan_year
        self._copying: list[Job] = []  # one at most
        self._checking: list[Job] = []
        self._check_again = False
        self.list = RowList(context.look, context.icons, words.EVIDENCE_LIST, self.open)
        self.acts = {
            name: view_act(self.list, text, key, run)
            for name, text, key, run in (
                ("open", words.EVIDENCE_OPEN, "", self.open), ("folder", words.EVIDENCE_FOLDER, "", self.open_folder),
                ("note", words.EVIDENCE_NOTE, "F2", self._ask_note),
                ("remove", words.EVIDENCE_REMOVE, "Delete", self.remove),
            )
        }  # fmt: skip
        self._build()
        self.setAcceptDrops(True)
        # The page may go, for a new look or at the end, while files are being copied: then none of them is added.
        jobs = self._copying, self._checking
        self.destroyed.connect(lambda: _stop([job for its in jobs for job in its]))

    def chosen(self) -> Evidence | None:
        """The piece of evidence of the current row."""
        found = self.list.key()
        return found if isinstance(found, Evidence) else None

    def show_action(self, action: Action) -> None:
        """Show the evidence of an action, and hold its files against what was added."""
        if self._action is None or self._action.id != action.id:
            self._tell("")
            self._faults = {}
        self._action = action
        self._shown = evidence.of_action(self._context.session.checklist, action.id)
        self._show()
        self._check()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copy files in; all of them become evidence of the action, or none."""
        if self._action is None or self._copying or not self._able():
            return
        checklist, action = self._context.session.checklist.path, self._action.id
        job = Job(lambda tell: (action, store(checklist, paths, tell)))
        job.progress.connect(self._show_progress)
        job.finished.connect(self._record)
        job.failed.connect(self._failed)
        self._copying.append(job)
        self._tell(words.EVIDENCE_COPYING)
        self._update_busy()
        job.start()

    def open(self) -> None:
        """Open the chosen file with the system's application for it."""
        if (found := self.chosen()) is None:
            return
        path = evidence.path_of(self._context.session.checklist, found)
        if not path.is_file():
            self._faults[found.id] = "missing"
            self._show()
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(words.EVIDENCE_NOT_OPENED.format(name=found.name), wrong=True)

    def open_folder(self) -> None:
        """Show the folder all evidence lies in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder_of(self._context.session.checklist.path))))

    def remove(self) -> None:
        """Take the chosen file off the action at once; the toast takes that back."""
        found, session = self.chosen(), self._context.session
        if found and session.run(evidence.remove, found.id):
            text = words.EVIDENCE_REMOVED.format(name=wording.clipped(found.name))
            self._context.say(text, f"{common.UNDO} Ctrl+Z", session.undo)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if self._able() and not self._copying and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add_files(_files(event))

    def _able(self) -> bool:
        return self._action is not None and self._context.standing.tasks[self._action.task].applicable

    def _ask(self) -> None:
        late("ask several")(self, words.EVIDENCE_ADD_TITLE, Path.home(), words.EVIDENCE_KIND, self.add_files)

    def _ask_note(self) -> None:
        if (found := self.chosen()) is None or not self._able():
            return

        def save(text: str) -> ChecklistError | None:
            return self._context.session.attempt(evidence.set_note, found.id, text)[1]

        late("ask words")(
            self._context.look, QLineEdit(found.note), save, self, title=words.EVIDENCE_NOTE_LABEL,
            explain=words.EVIDENCE_NOTE_LINE.format(name=wording.clipped(found.name)),
            label=words.EVIDENCE_NOTE_LABEL, deed=common.SAVE,
        ).open()  # fmt: skip

    def _record(self, done: tuple[int, list[Stored]]) -> None:
        action, stored = done
        self._end()
        session = self._context.session
        changes, error = session.attempt(evidence.record, action, stored, today=session.today())
        if error:
            self._tell(str(error), wrong=True)
        elif not changes:
            self._tell(words.EVIDENCE_PUT_BACK)
            self._check()

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ChecklistError):
            raise error  # a bug: the crash hook logs it and tells
        self._tell(str(error), wrong=error.code != "evidence_cancelled")

    def _cancel(self) -> None:
        for job in self._copying:
            job.cancel()

    def _end(self) -> None:
        self._copying.clear()
        self._tell("")
        self._update_busy()

    def _check(self) -> None:
        """Read every file of the action beside the window; a check of another action is let go first."""
        if self._checking:
            self._checking[0].cancel()
            self._check_again = True
            return
        if not self._shown:
            return
        folder, shown = folder_of(self._context.session.checklist.path), list(self._shown)
        job = Job(lambda tell: (shown, evidence.examine(folder, shown, tell)))
        job.finished.connect(self._show_faults)
        job.failed.connect(self._check_failed)
        self._checking.append(job)
        job.start()

    def _show_faults(self, done: tuple[list[Evidence], list[evidence.Finding]]) -> None:
        checked, findings = done
        self._end_check()
        if checked == self._shown:
            faults = {finding.evidence.id: finding.fault for finding in findings}
            if faults != self._faults:
                self._faults = faults
                self._show()

    def _check_failed(self, error: Exception) -> None:
        self._end_check()
        if not isinstance(error, ChecklistError):
            raise error  # a bug; else it was let go for another

    def _end_check(self) -> None:
        self._checking.clear()
        if self._check_again:
            self._check_again = False
            self._check()

    def _show(self) -> None:
        self.list.show_rows([self._row(one) for one in self._shown], _same)
        self.list.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        self._update_busy()

    def _row(self, one: Evidence) -> Row:
        fault = words.EVIDENCE_FAULTS.get(self._faults.get(one.id, ""), "")
        facts = words.EVIDENCE_FACTS.format(
            size=_size(one.size), day=wording.short_date(one.added_on, self._plan_year), who=one.added_by
        )
        lines = ((one.name, 13, "text"), (facts, 12, "text2"), (one.note, 12, "text2"), (fault, 12, "red"))
        spoken = words.BETWEEN_FACTS.join(filter(None, (one.name, facts, one.note, fault)))
        return Row(one, "triangle-alert" if fault else "paperclip", "red" if fault else "text2", lines, spoken)

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, _KILO)
        self._bar.setValue(done * _KILO // max(total, 1))

    def _update_busy(self) -> None:
        busy, able = bool(self._copying), self._able()
        self.add.setEnabled(able and not busy)
        self.cancel.setVisible(busy)
        self._bar.setVisible(busy)
        for name, act in self.acts.items():
            act.setEnabled(bool(self._shown) and (able or name in ("open", "folder")))

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        self.told.setText(text)
        self.told.setProperty("kind", "error" if wrong else "note")
        self.told.style().polish(self.told)
        self.told.setVisible(bool(text))

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self.acts.values()))
            menu.popup(self.list.viewport().mapToGlobal(place))

    def _build(self) -> None:
        px, icons = self._context.look.theme.px, self._context.icons
        self._empty, self.told, self._bar = QLabel(words.EVIDENCE_EMPTY), QLabel(), QProgressBar()
        self._empty.setProperty("kind", "hint")
        for label in (self._empty, self.told):
            label.setWordWrap(True)
        self._bar.setTextVisible(False)
        self.add = QPushButton(icons.icon("paperclip", 15, "accent"), words.EVIDENCE_ADD)
        self.add.setProperty("kind", "accent-flat")
        self.add.setProperty("place", "edge")
        self.add.clicked.connect(self._ask)
        self.cancel = QPushButton(common.CANCEL)
        self.cancel.setProperty("kind", "small")
        self.cancel.clicked.connect(self._cancel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch()
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(6))
        column.addLayout(row)
        for widget in (self._bar, self.told, self._empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.setFocusProxy(self.list)
        self._tell("")


def _same(one: object, other: object) -> bool:
    return isinstance(one, Evidence) and isinstance(other, Evidence) and one.id == other.id


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _size(size: int) -> str:
    """342字节 is nothing anyone asks for: 1KB at least, above 1 MB in tenths."""
    mega = size / _KILO**2
    return f"{mega:.1f}MB" if mega >= 1 else f"{max(1, round(size / _KILO))}KB"


def _stop(jobs: Sequence[Job]) -> None:
    for job in jobs:
        job.cancel()
        job.wait()
