"""Line icons in the colours of the theme, rendered once per look."""

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from desktop.look import Look

_STROKE = 1.7  # px on screen, whatever the icon's size


class Icons(QObject):
    """Lucide icons by name; forgets its pictures when the look changes."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures: dict[tuple[str, float, str, float], QPixmap] = {}
        look.changed.connect(self._pictures.clear)

    def icon(self, name: str, px: float, role: str = "text2") -> QIcon:
        """An icon for a button or menu, faded where it is disabled."""
        icon, ratio = QIcon(), max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        for mode, colour in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "field")):
            icon.addPixmap(self.pixmap(name, px, colour, ratio), mode)
        return icon

    def pixmap(self, name: str, px: float, role: str = "text2", ratio: float = 1.0) -> QPixmap:
        """An icon of `px` × scale device-independent px, tinted with a colour of the theme."""
        key = (name, px, role, ratio)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._render(name, px, role, ratio)
        return found

    def _render(self, name: str, px: float, role: str, ratio: float) -> QPixmap:
        theme = self._look.theme
        svg = resources.path("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
        svg = svg.replace("currentColor", theme.name(role))
        svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE * 24 / px:.2f}"')
        side = round(theme.px(px) * ratio)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
