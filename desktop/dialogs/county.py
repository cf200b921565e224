"""Correct what was asked at the first start: the county's name, its lead office, the plan year."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from db.errors import ChecklistError
from db.settings import Settings
from desktop import words
from desktop.dialogs.frame import DialogFrame
from desktop.look import Look
from desktop.widgets.form_field import FormField


class CountyDialog(DialogFrame):
    """Closes once `save` has gone through; what it refuses is said at its field."""

    def __init__(
        self, look: Look, now: Settings, save: Callable[[Settings], ChecklistError | None], parent: QWidget
    ) -> None:
        super().__init__(look, parent, title=words.COUNTY_TITLE, explain=words.COUNTY_LINE, deed=words.SAVE)
        self._save = save
        self.county, self.lead = QLineEdit(now.county), QLineEdit(now.lead_unit)
        self.year = QLineEdit(str(now.plan_year))
        self._rows = {
            "county": FormField(look, words.START_COUNTY, self.county),
            "lead_unit": FormField(look, words.START_LEAD, self.lead),
            "plan_year": FormField(look, words.START_YEAR, self.year, words.COUNTY_YEAR_LINE),
        }
        for row in self._rows.values():
            self.body.addWidget(row)
        self.setMinimumWidth(look.theme.px(460))
        self.county.setFocus()

    def check(self) -> bool:
        """Save them; the field at fault gets the complaint."""
        year = self.year.text().strip()
        wanted = Settings(self.county.text(), self.lead.text(), int(year) if year.isdecimal() else 0)
        error = self._save(wanted)
        at_fault = getattr(error, "field", None) or "county"
        for name, row in self._rows.items():
            row.refuse(str(error) if error and name == at_fault else "")
        return error is None
