"""The look in force: hands the theme to every widget and puts it on the application."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from desktop import style
from desktop.focus_style import FocusStyle
from desktop.theme import FAMILIES, SCALES, Theme

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window", _Role.Base: "base", _Role.Button: "base", _Role.AlternateBase: "panel",
    _Role.Midlight: "hover", _Role.Light: "base", _Role.Highlight: "text_select",
    _Role.HighlightedText: "text", _Role.Mid: "line", _Role.Dark: "field_edge", _Role.Shadow: "field",
    _Role.WindowText: "text", _Role.Text: "text", _Role.ButtonText: "text",
    _Role.PlaceholderText: "text3", _Role.Accent: "accent", _Role.Link: "accent",
    _Role.LinkVisited: "accent", _Role.BrightText: "red", _Role.ToolTipBase: "toast",
    _Role.ToolTipText: "toast_text",
}  # fmt: skip
_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText)


class Look(QObject):
    """Holds the theme; `changed` asks for new pages and then for `dress`."""

    changed = Signal()

    def __init__(self, mode: str = "light", scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = mode  # light, dark or system
        self.theme = Theme(self._resolved(mode), scale)
        self._app: QApplication | None = None

    def apply(self, app: QApplication) -> None:
        """Give the application its style, palette and type; to be called once, before the first window."""
        self._app = app
        if not set(FAMILIES[:-1]) & set(QFontDatabase.families()):
            QFontDatabase.addApplicationFont(str(resources.path("fonts", "GWHei.ttf")))
        app.setStyle(FocusStyle(lambda: self.theme))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._colour()

    def dress(self) -> None:
        """Put the style sheet on; after the page is built, for every widget put into another is dressed anew."""
        if self._app is not None:
            self._app.setStyleSheet(style.sheet(self.theme))

    def set(self, *, mode: str | None = None, scale: float | None = None) -> None:
        """Change the mode (light, dark, system) or the scale of text, everywhere at once."""
        self.wish = mode or self.wish
        new = Theme(self._resolved(self.wish), scale or self.theme.scale, self.theme.lamps)
        if new != self.theme:
            self.theme = new
            self._colour()
            self.changed.emit()

    def light(self, preset: str) -> None:
        """Paint the lamps by a checklist's preset from now on; for the one who is about to build its pages."""
        if preset != self.theme.lamps:
            self.theme = Theme(self.theme.mode, self.theme.scale, preset)

    def step(self, direction: int) -> None:
        """Larger (+1), smaller (−1) or normal (0) text."""
        place = SCALES.index(self.theme.scale) + direction if direction else 0
        self.set(scale=SCALES[max(0, min(place, len(SCALES) - 1))])

    def palette(self) -> QPalette:
        """The theme as Qt's colour roles."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.theme.color(token))
        for role in _TEXTS:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.theme.color("text3"))
        return palette

    def _colour(self) -> None:
        if self._app is not None:
            self._app.setPalette(self.palette())
            self._app.setFont(self.theme.font(14))

    def _follow_system(self) -> None:
        self.set()

    @staticmethod
    def _resolved(mode: str) -> str:
        if mode != "system":
            return mode
        hints = QGuiApplication.styleHints()
        return "dark" if hints and hints.colorScheme() == Qt.ColorScheme.Dark else "light"
