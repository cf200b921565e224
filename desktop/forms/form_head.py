"""The head of the action form: how the action stands, its code, what can be done, and the way out."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.actions import Action
from desktop import lamps
from desktop import words as common
from desktop.icons import Icons
from desktop.look import Look
from desktop.words import form as words


class FormHead(QWidget):
    """Lamp, code and state; `menu_wanted` bears the place a menu opens at."""

    closed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._shown: tuple[str, str, str] | None = None
        self._lamp, self._code, self._state = QLabel(), QLabel(), QLabel()
        self._code.setProperty("kind", "strong")
        self._state.setProperty("kind", "label")
        self._back = self._button("chevron-left", "")
        self._back.clicked.connect(self.closed)
        self._back.hide()
        self._menu = self._button("ellipsis", common.MORE)
        self._menu.clicked.connect(lambda: self.menu_wanted.emit(self._corner()))
        self._close = self._button("x", words.CLOSE)
        self._close.clicked.connect(self.closed)
        self._build()

    def show_action(self, action: Action, lamp: str) -> None:
        """Show how an action stands."""
        now = (action.code, lamp, action.status)
        if now == self._shown:
            return
        self._shown = now
        theme = self._look.theme
        self._lamp.setPixmap(lamps.pixmap(lamp, theme.px(14), theme, self.devicePixelRatioF()))
        self._lamp.setToolTip(words.LAMPS[lamp])
        self._code.setText(action.code)
        self._state.setText(common.STATUS[action.status])
        self.setAccessibleName(
            words.HEAD_SPOKEN.format(code=action.code, lamp=words.LAMPS[lamp], status=common.STATUS[action.status])
        )

    def show_way_back(self, label: str) -> None:
        """Offer the way back to the task where the form stands in its place; "" where it stands beside it."""
        self._back.setText(words.BACK.format(label=label) if label else "")
        self._back.setVisible(bool(label))
        self._close.setVisible(not label)

    def _corner(self) -> QPoint:
        return self._menu.mapToGlobal(QPoint(0, self._menu.height()))

    def _button(self, icon: str, name: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, 16), "")
        button.setProperty("kind", "flat")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _build(self) -> None:
        px = self._look.theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(8), px(8), px(7))
        row.setSpacing(px(8))
        for widget in (self._back, self._lamp, self._code, self._state):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._menu)
        row.addWidget(self._close)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(line)
