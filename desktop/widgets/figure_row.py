"""Figures in a row, each a button that opens what it counts; those that are zero are left out."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.counts import Tally


class FigureRow(QWidget):
    """Shows a tally's figures by name, in the words and tones it is given; `wanted` names the one that was pressed."""

    wanted = Signal(str)

    def __init__(self, said: Mapping[str, str], tones: Mapping[str, str], tip: str) -> None:
        super().__init__()
        self._said = said
        self._tip = tip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.figures = {name: QPushButton() for name in said}
        for name, button in self.figures.items():
            button.setProperty("kind", "status")
            button.setProperty("tone", tones.get(name, ""))
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            row.addWidget(button)

    def show_tally(self, tally: Tally) -> None:
        """Show the figures as they are now."""
        for name, button in self.figures.items():
            number = getattr(tally, name)
            text = self._said[name].format(n=number)
            if text != button.text():
                button.setText(text)
                button.setAccessibleName(f"{text}，{self._tip}")
            button.setVisible(bool(number))
