"""The kinds of fields the form is made of besides lines of words: choices, names as chips."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from desktop.forms.field import Field, Save
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.chip_field import ChipField
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.name_field import NameField


class ChoiceRow(Field):
    """One of several; a value that cannot be chosen, or not now, is shown as words."""

    def __init__(
        self, look: Look, icons: Icons, label: str, words: Mapping[str, str], settable: tuple[str, ...], save: Save
    ) -> None:
        self._words, self._settable = words, settable
        self.box, self._said = ChoiceBox(look, icons), QLineEdit()
        for code in settable:
            self.box.addItem(words[code], code)
        self._said.setReadOnly(True)
        both = QStackedWidget()
        both.addWidget(self.box)
        both.addWidget(self._said)
        both.setFixedHeight(look.theme.px(32))
        super().__init__(look, label, both, save)
        for widget in (self.box, self._said):
            widget.setAccessibleName(label)
        self._both, self._locked = both, False
        self.box.activated.connect(lambda: self.take())

    def read(self) -> Any:
        return self.value if self._both.currentWidget() is self._said else self.box.currentData()

    def put(self, value: Any) -> None:
        self.box.setCurrentIndex(self.box.findData(value))
        self._said.setText(self._words[value])
        self._choose()

    def lock(self, locked: bool) -> None:
        self._locked = locked
        self._choose()

    def _choose(self) -> None:
        shown: QWidget = self._said if self._locked or self.value not in self._settable else self.box
        if self._both.currentWidget() is not shown:
            self._both.setCurrentWidget(shown)


class ChipRow(Field):
    """Several names."""

    def __init__(self, look: Look, icons: Icons, label: str, line: NameField, save: Save) -> None:
        self.chips = ChipField(look, icons, line)
        super().__init__(look, label, self.chips, save)
        line.setAccessibleName(label)
        self._wanted: tuple[str, ...] | None = None
        self.chips.changed.connect(self._change)

    def read(self) -> tuple[str, ...]:
        if self._wanted is not None:
            return self._wanted
        typed = self.chips.line.text().strip()
        return (*self.chips.names, typed) if typed else self.chips.names

    def put(self, value: Any) -> None:
        self.chips.show_names(value)
        if self.chips.line.text():
            self.chips.line.start_afresh()

    def lock(self, locked: bool) -> None:
        self.chips.open(not locked)

    def _change(self, names: list[str]) -> None:
        typed = self.chips.line.text()
        self._wanted = tuple(names)
        self.take()
        self._wanted = None
        if typed.strip() not in ("", *names):  # a name was taken off while another was being typed
            self.chips.line.setText(typed)
