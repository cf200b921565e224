"""The columns of the tasks page: the tree, the task, the form; how many of them a window has room for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.look import Look
from desktop.theme import NO_LIMIT

# width of the window ÷ scale from which on
_ROOMY, _THREE, _TWO = 1320, 1180, 900
_TREE, _TASK, _FORM = range(3)
_REMEMBERED = {"tree": _TREE, "form": _FORM}
_TREE_RANGE, _FORM_RANGE, _TASK_LEAST = (220, 420), (300, 480), 520


class Columns(QSplitter):
    """Three columns beside each other; in a smaller window the form takes the task's place, in a small one there is
    one column only. `arranged` follows every change of what is shown."""

    arranged = Signal()

    def __init__(self, look: Look, tree: QWidget, task: QWidget, form: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._parts = (tree, task, form)
        for part in self._parts:
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(_TASK, 1)
        self.setHandleWidth(1)
        self.room = 3
        self.form_open = True  # where there is room beside the task
        self.form_in_front = False  # where there is not
        self.listing = False  # where there is room for one: the list of all tasks
        self._something = False
        self._width = 0.0
        self._by_hand: dict[int, int] = {}  # the widths the user chose, at 100 % text
        self._layout: tuple[object, ...] = ()
        self.splitterMoved.connect(self._note)
        self.arrange()

    @property
    def form_shown(self) -> bool:
        """Whether the form is in view."""
        return self._shown()[_FORM]

    def fit(self, width: float) -> None:
        """Suit a window so many px wide at 100 % text."""
        self._width = width
        self.room = 3 if width >= _THREE else 2 if width >= _TWO else 1
        if self.room == 3:
            self.form_in_front = False
        self.listing = self.listing and self.room == 1
        self.arrange()

    def has_action(self, something: bool) -> None:
        """Whether there is an action the form could show."""
        if something != self._something:
            self._something = something
            self.form_in_front = self.form_in_front and something
            self.arrange()

    def open_form(self, wanted: bool) -> None:
        """Show the form, or put it away; the wish for it beside the task is remembered."""
        if self.room == 3:
            self.form_open = wanted
        self.form_in_front = wanted and self.room < 3
        self.listing = self.listing and not wanted
        self.arrange()

    def list_all(self, wanted: bool) -> None:
        """Where there is room for one only: show the list of all tasks, or the task; elsewhere both stand."""
        self.listing = wanted and self.room == 1
        self.form_in_front = self.form_in_front and not wanted
        self.arrange()

    def widths(self) -> dict[str, int]:
        """The widths the user chose, in figures at 100 % text."""
        return {name: self._by_hand[place] for name, place in _REMEMBERED.items() if place in self._by_hand}

    def take_widths(self, tree: object, form: object) -> None:
        """Take up remembered widths; what is no number is left at its default."""
        for place, width in ((_TREE, tree), (_FORM, form)):
            if isinstance(width, int):
                self._by_hand[place] = width
        self._layout = ()
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for, each as wide as it should be."""
        shown = self._shown()
        layout = (*shown, self.room, self._width >= _ROOMY)
        if layout == self._layout:
            return
        self._layout = layout
        self._limit()
        for part, visible in zip(self._parts, shown, strict=True):
            part.setVisible(visible)
        self.share()
        self.arranged.emit()

    def share(self) -> None:
        """Give tree and form their widths and the task the rest."""
        px = self._look.theme.px
        wanted = {place: px(figure) for place, figure in (self._defaults() | self._by_hand).items()}
        shown = self._shown()
        if not shown[_TASK]:
            wanted[_FORM] = max(self.width() - wanted[_TREE], 0)
        rest = self.width() - sum(wanted[place] for place in (_TREE, _FORM) if shown[place])
        self.setSizes([wanted[_TREE], max(rest, self._parts[_TASK].minimumWidth()), wanted[_FORM]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the widths of tree and form; the task takes what is left."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share()

    def _shown(self) -> tuple[bool, bool, bool]:
        if self.room == 3:
            return True, True, self.form_open and self._something
        form = self.form_in_front and self._something
        if self.room == 2:
            return True, not form, form
        return self.listing, not self.listing and not form, form and not self.listing

    def _defaults(self) -> dict[int, int]:
        if self.room < 3:
            return {_TREE: 220, _FORM: 324}
        return {_TREE: 288, _FORM: 324} if self._width >= _ROOMY else {_TREE: 272, _FORM: 300}

    def _limit(self) -> None:
        px = self._look.theme.px
        tree, task, form = self._parts
        tree.setMinimumWidth(px(_TREE_RANGE[0]))
        tree.setMaximumWidth(NO_LIMIT if self.room == 1 else px(_TREE_RANGE[1]))
        form.setMinimumWidth(px(_FORM_RANGE[0]))
        form.setMaximumWidth(px(_FORM_RANGE[1]) if self.room == 3 else NO_LIMIT)
        task.setMinimumWidth(px(_TASK_LEAST) if self.room == 3 else 0)
        self.setStretchFactor(_FORM, 0 if self.room == 3 else 1)

    def _note(self) -> None:
        for place in (_TREE, _FORM):
            if self._parts[place].isVisible() and not (self.room < 3 and place == _FORM):
                self._by_hand[place] = round(self._parts[place].width() / self._look.theme.scale)
