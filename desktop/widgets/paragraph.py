"""A label whose wrapped lines always have the height they need: layouts in a scrolled column do not see to it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Paragraph(QLabel):
    """Words as typed, wrapped; `spacing` is the height of a line in percent."""

    def __init__(self, text: str, kind: str, parent: QWidget | None = None, *, spacing: int = 100) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self.setProperty("kind", kind)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.show_words(text)

    def show_words(self, text: str) -> None:
        """Show other words."""
        lines = "<br>".join(escape(line) for line in text.split("\n"))
        self.setText(f'<p style="line-height:{self._spacing}%; margin:0">{lines}</p>')
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # or it would never be asked for less than it once needed
        self.setFixedHeight(self.heightForWidth(self.width()))
