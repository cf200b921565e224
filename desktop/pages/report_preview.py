"""The right of the report page: the pages as they will leave the printer, or why there are none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.page_pictures import PagePictures
from desktop.pages.report_faults import FaultList
from desktop.pages.report_toolbar import ReportToolbar
from desktop.proofs import Proof
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.pages_view import PagesView
from desktop.words import reports as words
from reports.tieout import Disagreement

_PATIENCE = 300  # ms until work shows


class ReportPreview(QWidget):
    """Toolbar, the line of progress, and one of: pages, nothing to print, an error, figures that disagree."""

    def __init__(self, look: Look, icons: Icons, pictures: PagePictures, other: Callable[[], object]) -> None:
        super().__init__()
        self.view = PagesView(look, pictures)
        self.bar = ReportToolbar(look, icons, self.view)
        self.faults = FaultList(look, icons)
        self.empty = EmptyState(look, icons, "file-text", words.EMPTY_HEAD, "")
        self.other = self.empty.add_button(words.OTHER_KIND, "main")
        self.other.clicked.connect(other)
        self.error = EmptyState(look, icons, "triangle-alert", words.FAILED_HEAD, "")
        self.again = self.error.add_button(words.AGAIN, None)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(self._progress.show)
        self._stack = QStackedWidget()
        for place in (self.view, self.empty, self.error, self.faults):
            self._stack.addWidget(place)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(line)
        column.addWidget(self._progress)
        column.addWidget(self._stack, 1)
        self._progress.hide()
        self.setFocusProxy(self.view)

    @property
    def place(self) -> QWidget:
        """What is shown under the toolbar."""
        return self._stack.currentWidget()

    def show_busy(self, busy: bool) -> None:
        """Show that pages are being set, once that takes a while."""
        if busy:
            self._progress.setRange(0, 0)
            self._late.start()
        else:
            self._late.stop()
            self._progress.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(done)

    def begin_anew(self) -> None:
        """Another document will come: leave the pages of this one."""
        self.view.clear()
        self._show(self.view)

    def show_early(self, proof: Proof) -> None:
        """Show the first page while the others are being set."""
        self._show(self.view)
        self.view.show_early(proof.content)

    def show_proof(self, proof: Proof) -> None:
        """Show all pages."""
        self._show(self.view)
        self.view.show_content(proof.content)
        self.bar.show_usable(True)

    def show_nothing(self, why: str) -> None:
        """Say that there is nothing to print, and why."""
        self._give_up()
        self.empty.set_line(why)
        self._show(self.empty)

    def show_error(self, why: str) -> None:
        """Say why the pages could not be set."""
        self._give_up()
        self.error.set_line(why)
        self._show(self.error)

    def show_faults(self, found: Sequence[Disagreement]) -> None:
        """List what does not add up, in place of pages."""
        self._give_up()
        self.faults.show_faults(found)
        self._show(self.faults)

    def _give_up(self) -> None:
        self.view.clear()
        self.bar.show_usable(False)

    def _show(self, place: QWidget) -> None:
        self._stack.setCurrentWidget(place)
        self.setFocusProxy(place if place in (self.view, self.faults) else
                           self.other if place is self.empty else self.again)  # fmt: skip
