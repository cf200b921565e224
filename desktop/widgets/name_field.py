"""A field for the name of a unit or person: completes from the known ones, takes new ones too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.widgets.line_field import LineField

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NameField(LineField):
    """A line edit whose list holds every known name that contains what was typed; the preferred ones come first.

    ↓ in the empty field takes the first of the preferred names, and goes on to the next from there.
    """

    completed = Signal()  # a name of the list was taken, and stands in the field

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._preferred: tuple[str, ...] = ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.popup().setProperty("kind", "popup")
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)  # before the list opens
        completer.activated.connect(lambda: QTimer.singleShot(0, self, self.completed.emit))

    def prefer(self, names: Sequence[str]) -> None:
        """Offer these before the others, known already or not."""
        self._preferred = tuple(names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a name of the list takes that name, and is not yet the Enter that sends the whole off."""
        popup = self.completer().popup()
        idle = popup.isVisible() or self.isReadOnly() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        step = 0 if idle else _STEPS.get(Qt.Key(event.key()), 0)
        if step and self._turn(step):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and popup.isVisible():
            if popup.currentIndex().isValid():
                event.ignore()
                return
            popup.hide()  # nothing was chosen from the list: what was typed counts
        super().keyPressEvent(event)

    def list_all(self) -> None:
        """Open the list of every known name, whatever stands here."""
        self.setFocus()
        self._names.setStringList(list(self._known()))
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Learn the names that have been added meanwhile."""
        self._offer(self.text())
        super().focusInEvent(event)

    def offer_all(self) -> None:
        """Open the list of all names, whatever stands in the field; what is typed narrows it."""
        self._names.setStringList(list(dict.fromkeys((*self._preferred, *self._known()))))
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def _turn(self, step: int) -> bool:
        """Put the next preferred name in the place of none, or of one of them; False when it is not for that."""
        choices = ("", *self._preferred)
        if len(choices) == 1 or self.text().strip() not in choices:
            return False
        self.setText(choices[(choices.index(self.text().strip()) + step) % len(choices)])
        self.textEdited.emit(self.text())
        return True

    def _offer(self, typed: str) -> None:
        """Offer nothing where only what stands here could be chosen: a list would take the next key or click away."""
        if self.completer().popup().currentIndex().isValid():
            return  # a name of the list is being looked at, and stands here only for now
        typed = typed.strip().casefold()
        names = list(dict.fromkeys((*self._preferred, *self._known())))
        hits = [name for name in names if typed in name.casefold()]
        offered = [] if len(hits) == 1 and hits[0].casefold() == typed else names
        if offered != self._names.stringList():
            self._names.setStringList(offered)
