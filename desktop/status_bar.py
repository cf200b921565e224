"""The foot of the window: the figures, who is at work, and that everything is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.counts import Tally
from desktop import lamps, words
from desktop.icons import Icons
from desktop.look import Look

_WIDE, _MIDDLE, _TIGHT = 1000, 680, 520  # window width ÷ scale below which words are left out
# name in the tally: lamp, colour of the words
_FIGURES = {
    "finished": ("closed", "text2"), "overdue": ("over", "red"), "soon": ("soon", "amber"),
    "undivided": ("undivided", "amber"),
}  # fmt: skip


class StatusBar(QWidget):
    """Shows what it is told; a click on the name asks to change it."""

    user_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._shown: tuple[int, ...] = ()
        self._plain = {name: QLabel() for name in ("tasks", "applicable", "actions")}
        self._lamps = {name: QLabel() for name in _FIGURES}
        self._figures = {name: QLabel() for name in _FIGURES}
        self._saved = QLabel(words.SAVED_ALWAYS)
        self._secret = QLabel(words.NOT_SECRET)
        self._user = QPushButton()
        self._user.setProperty("kind", "status")
        self._user.clicked.connect(self.user_wanted)
        self._row = QHBoxLayout(self)
        for label in (*self._plain.values(), *self._figures.values(), self._saved, self._secret):
            label.setProperty("kind", "note")
        for label in self._plain.values():
            self._row.addWidget(label)
        for name in _FIGURES:
            self._row.addWidget(self._lamps[name])
            self._row.addWidget(self._figures[name])
        self._row.addStretch(1)
        self._row.addWidget(self._secret)
        self._row.addWidget(self._user)
        self._row.addWidget(self._saved)
        self._dress()

    def show_tally(self, tally: Tally) -> None:
        """Show the figures of the whole checklist."""
        shown = tuple(getattr(tally, name) for name in (*self._plain, *_FIGURES))
        if shown == self._shown:
            return
        self._shown = shown
        self._plain["tasks"].setText(words.COUNTS_TASKS.format(tasks=tally.tasks))
        self._plain["applicable"].setText(words.COUNTS_APPLICABLE.format(applicable=tally.applicable))
        self._plain["actions"].setText(words.COUNTS_ACTIONS.format(actions=tally.actions))
        theme = self._look.theme
        for name, (lamp, role) in _FIGURES.items():
            number = getattr(tally, name)
            visible = bool(number) or name == "finished"
            text = words.COUNTS[name].format(n=number)
            self._figures[name].setText(f'<span style="color:{theme.name(role)}">{text}</span>')
            picture = lamps.pixmap(lamp, theme.px(12), theme, self.devicePixelRatioF())
            self._lamps[name].setPixmap(picture)
            self._figures[name].setVisible(visible)
            self._lamps[name].setVisible(visible)

    def show_user(self, name: str) -> None:
        """Show 当前使用人."""
        self._user.setText(name)
        self._user.setToolTip(words.CURRENT_USER.format(name=name))

    def show_saved(self, at: str | None) -> None:
        """Show when the last change was saved (YYYY-MM-DDTHH:MM:SS)."""
        self._saved.setText(words.SAVED_AT.format(time=at[11:16]) if at else words.SAVED_ALWAYS)

    def fit(self, width: int) -> None:
        """Leave out what can be read elsewhere, the last first, where the window is narrow."""
        room = width / self._look.theme.scale
        self._secret.setVisible(room >= _WIDE)
        for name in ("tasks", "applicable"):
            self._plain[name].setVisible(room >= _MIDDLE)
        for widget in (self._saved, self._plain["actions"]):
            widget.setVisible(room >= _TIGHT)

    def _dress(self) -> None:
        px = self._look.theme.px
        self.setFixedHeight(px(28))
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        self._row.setSpacing(px(8))
        self._user.setIcon(self._icons.icon("user", 13))
        self.show_tally(Tally())
