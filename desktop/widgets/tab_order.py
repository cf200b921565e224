"""Where Tab goes on into what is made late: Qt would put it behind everything else in the window."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_on(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go on from `before` into these parts, one after the other; inside each the order stays."""
    for stop in [stop for part in parts for stop in _stops(part)]:
        QWidget.setTabOrder(before, stop)
        before = stop


def lead_up(parts: Sequence[QWidget], following: QWidget) -> None:
    """Let Tab pass through these parts right before it comes to `following`."""
    before = following.previousInFocusChain()
    while before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not following:
        before = before.previousInFocusChain()
    lead_on(before, *parts)


def after(lost: QWidget, inside: QWidget) -> QWidget | None:
    """The next widget inside an area that Tab can reach, seen from one that cannot have the focus any more."""
    stops = [stop for stop in _chain(lost) if inside.isAncestorOf(stop) and reachable(stop)]
    return stops[0] if stops else None


def reachable(widget: QWidget) -> bool:
    """Whether Tab would stop at it now."""
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tab and widget.isVisible() and widget.isEnabled()


def _stops(part: QWidget) -> Sequence[QWidget]:
    own = [widget for widget in _chain(part) if part.isAncestorOf(widget)]
    return [widget for widget in (part, *own) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _chain(first: QWidget) -> Iterator[QWidget]:
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        yield widget
        widget = widget.nextInFocusChain()
