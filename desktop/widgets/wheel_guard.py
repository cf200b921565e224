"""A turn of the wheel over a field nobody is in changes nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _Guard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the wheel unless the field has the focus."""
        unfocused = isinstance(watched, QWidget) and not watched.hasFocus()
        return event.type() == QEvent.Type.Wheel and unfocused


def guard_wheel(field: QWidget) -> None:
    """Protect a combo box, spin box or date field from the wheel."""
    field.installEventFilter(_Guard(field))
