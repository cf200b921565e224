"""The foot of the window: the figures, who is at work, and that everything is saved."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.counts import Tally
from desktop import lamps, words
from desktop.icons import Icons
from desktop.look import Look

_WIDE, _MIDDLE, _TIGHT = 1000, 720, 520  # window width ÷ scale below which words are left out
_ALWAYS = ("tasks", "applicable", "actions", "finished")  # the others are shown when there is something to say
_LAMPS = {"finished": "closed", "done": "done", "overdue": "over", "soon": "soon", "undivided": "undivided"}
_TONES = {"overdue": "red", "soon": "amber", "undivided": "amber"}


class StatusBar(QWidget):
    """Shows what it is told; a click on the name asks to change it, on a figure to see what it counts."""

    user_wanted = Signal()
    figure_wanted = Signal(str)  # a name in words.COUNTS_TIPS

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._shown: tuple[int, ...] = ()
        self._roomy = True
        self.figures = {name: self._figure(name) for name in words.COUNTS}
        self._saved = QLabel(words.SAVED_ALWAYS)
        self._secret = QLabel(words.NOT_SECRET)
        self._user = QPushButton()
        self._user.setProperty("kind", "status")
        self._user.clicked.connect(self.user_wanted)
        self._row = QHBoxLayout(self)
        for figure in self.figures.values():
            self._row.addWidget(figure)
        self._row.addStretch(1)
        for label in (self._secret, self._saved):
            label.setProperty("kind", "note")
        self._row.addWidget(self._secret)
        self._row.addWidget(self._user)
        self._row.addWidget(self._saved)
        self._dress()

    def show_tally(self, tally: Tally) -> None:
        """Show the figures of the whole checklist."""
        shown = tuple(getattr(tally, name) for name in self.figures)
        if shown == self._shown:
            return
        self._shown = shown
        for (name, figure), number in zip(self.figures.items(), shown, strict=True):
            text = words.COUNTS[name].format(n=number)
            figure.setText(text)
            figure.setAccessibleName(words.COUNTS_SPOKEN.format(count=text, tip=words.COUNTS_TIPS[name]))
            if name not in _ALWAYS:
                figure.setVisible(bool(number))
        self._fit_coverage()
        self._aim_focus()

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
        self._roomy = room >= _WIDE
        self._fit_coverage()
        for name in ("tasks", "applicable"):
            self.figures[name].setVisible(room >= _MIDDLE)
        for widget in (self._saved, self.figures["actions"]):
            widget.setVisible(room >= _TIGHT)
        self._aim_focus()

    def _fit_coverage(self) -> None:
        covered = dict(zip(self.figures, self._shown, strict=False)).get("coverage", 0)
        self.figures["coverage"].setVisible(self._roomy and bool(covered))

    def _aim_focus(self) -> None:
        """F6 comes to the first button there is."""
        shown = (button for button in self.figures.values() if button.isVisibleTo(self))
        self.setFocusProxy(next(shown, self._user))

    def _figure(self, name: str) -> QPushButton:
        theme = self._look.theme
        button = QPushButton()
        button.setProperty("kind", "status")
        button.setProperty("tone", _TONES.get(name, ""))
        button.setToolTip(words.COUNTS_TIPS[name])
        button.clicked.connect(lambda: self.figure_wanted.emit(name))
        if name in _LAMPS:
            button.setIconSize(QSize(theme.px(12), theme.px(12)))
            button.setIcon(QIcon(lamps.pixmap(_LAMPS[name], theme.px(12), theme, self.devicePixelRatioF())))
        return button

    def _dress(self) -> None:
        theme = self._look.theme
        self.setFixedHeight(theme.px(28))
        self._row.setContentsMargins(theme.px(8), 0, theme.px(14), 0)
        self._row.setSpacing(theme.px(4))
        self._user.setIcon(self._icons.icon("user", 13))
        self.show_tally(Tally())
