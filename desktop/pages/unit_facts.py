"""What there is to know of a unit at a glance: its names, its kind, its days, and how far it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from db.yardstick import Yardstick
from desktop.look import Look
from desktop.models.county_units import UnitRow
from desktop.unit_wording import validity
from desktop.widgets.progress_bar import paint_bar, paint_tick
from desktop.words import units as words


class _PacedBar(QWidget):
    """How far a unit is, with the time elapsed marked on the bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._percent, self._elapsed = 0, -1
        self.setFixedSize(look.theme.px(84), look.theme.px(14))

    def show_percents(self, percent: int, elapsed: int | None) -> None:
        """Show both as percents; None where there is no time to measure."""
        self._percent, self._elapsed = percent, -1 if elapsed is None else elapsed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        high = theme.px(6)
        area = QRect(0, (self.height() - high) // 2, self.width(), high)
        paint_bar(painter, area, self._percent, theme, done=self._percent == 100)
        if self._elapsed >= 0:
            paint_tick(painter, area, self._elapsed, theme.color("panel"), theme)
        painter.end()


class UnitFacts(QWidget):
    """Labels and values in two columns; the last row is the 完成率 with its 序时."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.values = {name: QLabel() for name in ("short", "kind", "aliases", "valid")}
        self.bar = _PacedBar(look)
        self.percent, self.pace = QLabel(), QLabel()
        self._build(look)

    def show_unit(self, row: UnitRow, yard: Yardstick) -> None:
        """Show a unit as it stands today."""
        unit = row.unit
        for name, text in (
            ("short", unit.short), ("kind", words.KINDS_FULL[unit.kind]), ("aliases", "、".join(unit.aliases)),
            ("valid", validity(unit) or words.ALWAYS),
        ):  # fmt: skip
            self.values[name].setText(text or words.NONE)
        self._show_percent(row, yard)

    def _show_percent(self, row: UnitRow, yard: Yardstick) -> None:
        pace, some = row.led.pace(yard.pace_points), bool(row.led.actions)
        self.bar.setVisible(some)
        self.bar.show_percents(row.led.percent, pace.expected if row.led.paced else None)
        self.percent.setText(f"{row.led.percent}%" if some else words.NO_PERCENT)
        self.percent.setProperty("kind", "strong" if some else "hint")
        said = [words.PACE.format(n=pace.expected)] if some and row.led.paced else []
        if said and pace.code in ("behind", "ahead"):
            said.append((words.BEHIND if pace.code == "behind" else words.AHEAD).format(n=abs(pace.points)))
        self.pace.setText("  ".join(said))
        self.pace.setProperty("tone", "amber" if pace.code == "behind" else "")
        for label in (self.percent, self.pace):
            label.style().polish(label)

    def _build(self, look: Look) -> None:
        px = look.theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(56))
        grid.setColumnStretch(1, 1)
        names = {"short": words.SHORT, "kind": words.KIND, "aliases": words.ALIASES, "valid": words.VALID}
        for place, (name, label) in enumerate(names.items()):
            self.values[name].setWordWrap(True)
            self.values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(_label(label), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[name], place, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for widget in (self.bar, self.percent, self.pace):
            row.addWidget(widget)
        row.addStretch()
        self.pace.setProperty("kind", "label")
        grid.addWidget(_label(words.PERCENT), len(names), 0)
        grid.addLayout(row, len(names), 1)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "label")
    return label
