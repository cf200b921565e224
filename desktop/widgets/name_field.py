"""A field for the name of a unit or person: completes from the known ones, takes new ones too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class NameField(QLineEdit):
    """A line edit whose list holds every known name that contains what was typed."""

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.popup().setProperty("kind", "popup")
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Learn the names that have been added meanwhile."""
        self._names.setStringList(list(self._known()))
        super().focusInEvent(event)
