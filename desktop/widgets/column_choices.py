"""A table's head with a choice under the name of every column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from desktop.delegates.text import draw_text
from desktop.icons import Icons
from desktop.look import Look
from desktop.widgets.choice_box import ChoiceBox

NAMES, FIELDS = 24, 38  # heights: names, row of choices


class ColumnChoices(QHeaderView):
    """`picked` carries the codes of all choices once one of them was changed; the first columns have none."""

    picked = Signal(list)

    def __init__(self, look: Look, icons: Icons, options: Mapping[str, str], first: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._icons, self._options, self._first = look, icons, options, first
        self.boxes: list[ChoiceBox] = []
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(look.theme.px(NAMES + FIELDS))
        self.sectionResized.connect(self.place)
        self.geometriesChanged.connect(self.place)

    def show_choices(self, codes: Sequence[str], names: Sequence[str]) -> None:
        """Show what every column is taken for; `names` are told to those who do not see the head."""
        while len(self.boxes) < len(codes):
            self.boxes.append(self._box())
        for box, code, name in zip(self.boxes, codes, names, strict=False):
            box.setCurrentIndex(box.findData(code))
            box.setAccessibleName(name)
            box.setToolTip(name)
        for box in self.boxes[len(codes) :]:
            box.hide()
        self.place()

    def place(self) -> None:
        """Put every choice under its column."""
        px = self._look.theme.px
        for number, box in enumerate(self.boxes[: max(self.count() - self._first, 0)]):
            section = number + self._first
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            box.setGeometry(QRect(left + px(3), px(NAMES), max(width - px(6), 0), px(FIELDS - 6)))
            box.show()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.theme.px(NAMES + FIELDS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._look.theme
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        area = QRect(rect.left() + theme.px(8), rect.top(), rect.width() - theme.px(12), theme.px(NAMES))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        draw_text(painter, area, text, theme.font(12), theme.color("text2"))
        painter.restore()

    def _box(self) -> ChoiceBox:
        box = ChoiceBox(self._look, self._icons, self.viewport())
        for code, word in self._options.items():
            box.addItem(word, code)
        box.activated.connect(lambda _: self.picked.emit([box.currentData() for box in self.boxes]))
        return box
