"""The bar under a table while several of its rows are chosen: how many, and what can be done to all of them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.icons import Icons
from desktop.look import Look
from desktop.words import bulk as words

_BUTTONS = (
    ("bulk", "pencil"), ("due", "calendar-days"), ("lead", "building-2"), ("status", "circle-check"),
    ("owner", "user"), ("copy_rows", "table-2"),
)  # fmt: skip
FEWEST = 2


class BulkBar(QWidget):
    """`wanted` names a field of the bulk change, or "bulk" or "copy_rows"; `dropped` gives the choice up.

    Where it is narrow the buttons give way from the right; 批量修改 leads to all of them.
    """

    wanted = Signal(str)
    dropped = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "bulk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words.BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(8))
        self._number, self._overdue = QLabel(), QLabel()
        self._number.setProperty("kind", "chosen")
        self._overdue.setProperty("kind", "label")
        row.addWidget(self._number)
        row.addWidget(self._overdue)
        self.buttons: dict[str, QPushButton] = {}
        for name, icon in _BUTTONS:
            self.buttons[name] = self._button(icons.icon(icon, 15), name)
            row.addWidget(self.buttons[name])
        row.addStretch()
        drop = QPushButton(words.DROP)
        drop.setProperty("kind", "flat")
        drop.setToolTip(f"{words.DROP} {words.DROP_KEY}")
        drop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        drop.clicked.connect(self.dropped)
        row.addWidget(drop)
        self.drop = drop
        self._parts: Sequence[QWidget] = (self._number, drop)
        self.hide()

    def show_chosen(self, number: int, overdue: int) -> None:
        """Say how many are chosen; one alone needs no bar."""
        self._number.setText(words.CHOSEN.format(n=number))
        self._overdue.setText(words.AND_OVERDUE.format(n=overdue) if overdue else "")
        self.setVisible(number >= FEWEST)
        self._fit()

    def share(self, acts: Iterable[QAction]) -> None:
        """Let the keys of these acts, meant for the table, work here too."""
        for act in acts:
            for button in (*self.buttons.values(), self.drop):
                button.addAction(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the choice up, as in the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The buttons never make the table wider than its room."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, picture: QIcon, name: str) -> QPushButton:
        button = QPushButton(picture, words.BUTTONS[name])
        button.setProperty("kind", "small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the table
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _fit(self) -> None:
        """Show what there is room for, in order."""
        gap = self._look.theme.px(8)
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= sum(part.sizeHint().width() + gap for part in self._parts)
        for part in (*self.buttons.values(), self._overdue):
            room -= part.sizeHint().width() + gap
            part.setVisible(room >= 0 or part is self.buttons["bulk"])
        self._overdue.setVisible(self._overdue.isVisibleTo(self) and bool(self._overdue.text()))
