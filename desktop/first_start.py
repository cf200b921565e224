"""The first start after the county's name: which tasks concern it, and then the file is made and shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db import applicability
from db.applicability import Guide
from db.connection import Checklist
from db.errors import RuleBroken
from db.login import login_name
from desktop.files import Files
from desktop.icons import Icons
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.pages.which_tasks_page import WhichTasksPage
from desktop.widgets.applicability_form import ApplicabilityForm


class FirstStart(QObject):
    """`back_wanted` goes back to the first step; nothing is written before the last."""

    back_wanted = Signal()

    def __init__(
        self, window: MainWindow, files: Files, look: Look, icons: Icons, user: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._files, self._look, self._icons = window, files, look, icons
        self._confirmer = "" if user == login_name() else user
        self._given: dict[str, bool] = {}
        self._page: WhichTasksPage | None = None

    @property
    def asking(self) -> bool:
        """Whether the questions are on the desk."""
        return self._page is not None

    def go_on(self, county: str, lead_unit: str, year: int, notice: Any, guide: Guide) -> None:
        """Ask which tasks concern the county, unless its file is there already."""
        if self._files.is_free(county, year):
            self.begun, self._notice, self._guide = (county, lead_unit, year), notice, guide
            self.show()

    def show(self) -> None:
        """Put the questions on the desk, with the answers given so far."""
        self._keep()
        page = WhichTasksPage(self._look, self._icons, self._guide, self._given, self._confirmer)
        page.back_wanted.connect(self._go_back)
        page.skip_wanted.connect(lambda: self._create(None))
        page.begin_wanted.connect(lambda: self._begin(page.form))
        self._window.show_page(page)
        self._page = page
        page.form.questions.begin()

    def _keep(self) -> None:
        if self._page is not None:
            self._given, self._confirmer = self._page.form.given(), self._page.form.confirmer.text()

    def _go_back(self) -> None:
        self._keep()
        self._page = None
        self.back_wanted.emit()

    def _begin(self, form: ApplicabilityForm) -> None:
        """What cannot stand is said before there is a file."""
        given, chosen, confirmer = form.given(), form.proposals.chosen(), form.confirmer.text()
        try:
            applicability.check(chosen, confirmer)
        except RuleBroken as error:
            form.refuse(error)
            return

        def confirm(checklist: Checklist) -> None:
            if given or chosen:
                applicability.confirm(checklist, given, chosen, (), confirmer)

        self._create(confirm)

    def _create(self, prepare: Callable[[Checklist], None] | None) -> None:
        self._files.create(*self.begun, self._notice, self._say, prepare)

    def _say(self, _: str, why: str) -> None:
        self._window.message.say("failed", why)
