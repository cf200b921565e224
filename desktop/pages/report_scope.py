"""How much of the checklist a report is of: all, a part, a task, a unit, or actions it was opened for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from db.ledger import pinyin_key
from desktop import wording
from desktop.icons import Icons
from desktop.look import Look
from desktop.models.standing import Standing
from desktop.pages.report_kinds import units_of
from desktop.widgets.choice_box import ChoiceBox
from desktop.words import reports as words
from reports.options import Options, Scope

_NARROWEST = 6  # characters a box to choose from can shrink to
_WIDEST = 460  # of the list that drops down


class ScopeFields(QWidget):
    """Two boxes: of what kind the scope is, and which of that kind; `changed` tells that the user chose."""

    changed = Signal()

    def __init__(self, look: Look, icons: Icons, standing: Standing, options: Options) -> None:
        super().__init__()
        self._look, self._standing, self._codes = look, standing, options.actions
        self.kind, self.which = self._box(look, icons), self._box(look, icons)
        self.kind.setAccessibleName(words.SCOPE)
        for code, text in words.SCOPES.items():
            self.kind.addItem(text, code)
        if self._codes:
            told = words.SCOPE_ACTION if len(self._codes) == 1 else words.SCOPE_ACTIONS
            self.kind.addItem(told.format(code=self._codes[0], n=len(self._codes)), "actions")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(6))
        column.addWidget(self.kind)
        column.addWidget(self.which)
        self.show_scope(options.scope)
        self.kind.activated.connect(lambda _: self._turn())
        self.which.activated.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.kind)

    def show_scope(self, scope: Scope) -> None:
        """Show a scope; one that is not there any more becomes the first of its kind."""
        code = "unit" if scope.unit else "task" if scope.task else "part" if scope.part else "all"
        code = "actions" if self._codes else code
        self.kind.setCurrentIndex(self.kind.findData(code))
        self._offer(code)
        self.which.setCurrentIndex(max(self.which.findData({"unit": scope.unit, "task": scope.task, "part": scope.part}
                                                           .get(code)), 0))  # fmt: skip

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        code, which = self.kind.currentData(), self.which.currentData()
        return Scope(**{code: which}) if which is not None else Scope()

    @property
    def codes(self) -> tuple[str, ...]:
        """The actions it was opened for, by code, as long as nothing else is chosen."""
        return self._codes if self.kind.currentData() == "actions" else ()

    def _turn(self) -> None:
        self._offer(self.kind.currentData())
        self.changed.emit()

    def _offer(self, code: str) -> None:
        self.which.clear()
        for text, value in self._choices(code):
            self.which.addItem(text, value)
        view = self.which.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + self._look.theme.px(24), self._look.theme.px(_WIDEST)))
        self.which.setVisible(bool(self.which.count()))
        self.which.setAccessibleName(words.SCOPE_OF.get(code, ""))
        self.which.setToolTip(words.SCOPE_OF.get(code, ""))

    def _choices(self, code: str) -> Sequence[tuple[str, int | str]]:
        standing = self._standing
        if code == "part":
            holding = {task.part for task in standing.tasks.values()}
            return [(wording.part_line(part), part.number) for part in standing.parts if part.id in holding]
        if code == "task":
            return [(wording.task_line(task), task.number) for task in standing.tasks.values()]
        if code == "unit":
            return [(name, name) for name in sorted(units_of(standing), key=pinyin_key)]
        return []

    def _box(self, look: Look, icons: Icons) -> ChoiceBox:
        box = ChoiceBox(look, icons)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_NARROWEST)
        return box
